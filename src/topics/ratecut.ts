import type { Table } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import {
  HORIZON_NAMES,
  HORIZONS,
  type Horizon,
  SAMPLE_NAMES,
  type Sample,
  type SampleStudy,
  studyRateCuts,
} from "../maths/rate-cut-study.ts";
import { hitRate, mean } from "../maths/statistics.ts";
import { withoutCycle } from "../maths/without-cycle.ts";
import { type ArgSpec, type ArgsOf, choice, sinceDate } from "./args.ts";
import { defineTopic } from "./define.ts";
import { BASIS_WORDS, chooseBasis } from "./levels.ts";
import { ASKS } from "./ratecut-asks.ts";
import { latestReading, ratecutCharts, signsDiffer } from "./ratecut-charts.ts";
import {
  cyclesMeasured,
  FIGURES,
  NEEDS,
  nameOfLatest,
  type RatecutResult,
  SAMPLES,
  zeroIn,
} from "./ratecut-figures.ts";
import {
  WITHOUT_FIGURES,
  withoutChart,
  withoutDrafts,
  withoutHeadline,
  withoutNotes,
  withoutTables,
} from "./ratecut-without.ts";
import type { FigureDraft, Inputs, Params, View } from "./topic.ts";
import { counted, HYPOTHETICAL, inWords, PAST_PERFORMANCE } from "./words.ts";

const CYCLE = /^(19|20)\d\d[a-z]?$/;
const cycleArg: ArgSpec<string> = {
  describe: "which cuts to lead with: all, first, scheduled, or a cycle by the year of its first cut",
  example: "first",
  choices: SAMPLE_NAMES,
  fallback: "all",
  parse: (raw) => SAMPLE_NAMES.find((name) => name === raw.toLowerCase()) ?? (CYCLE.test(raw) ? raw : null),
};

const excludeArg: ArgSpec<string | null> = {
  describe: "what if one cycle of cuts had not been, by the year of its first cut",
  example: "2001",
  choices: [],
  fallback: null,
  parse: (raw) => (CYCLE.test(raw) ? raw : null),
};

const ARGS = {
  cycle: cycleArg,
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
  since: sinceDate("cuts announced from this date on", "1990-01-01"),
  exclude: excludeArg,
};
const ALL_FIGURES = { ...FIGURES, ...WITHOUT_FIGURES };

function compute({ levels, decisions }: Inputs<typeof NEEDS>, args: Args, asked: string): RatecutResult {
  const { basis, series } = chooseBasis(levels.data, args.basis, asked);
  const asOf = series.levels.at(-1)?.date ?? "";
  const study = studyRateCuts(series, decisions.data, args.since, asked);
  const { cycle, exclude } = args;
  assertCycle("cycle", cycle, [...SAMPLE_NAMES, ...study.cycles]);
  if (exclude !== null) assertCycle("exclude", exclude, study.cycles);
  const { completeTo } = decisions.source;
  return {
    basis,
    frequency: series.frequency,
    asOf,
    begin: [decisions.data[0]?.announced ?? "", series.levels[0]?.date ?? ""].sort().at(-1) ?? "",
    decidedTo: completeTo ?? [decisions.source.asOf, asOf].sort().at(-1) ?? asOf,
    allKnown: completeTo === undefined || completeTo >= asked,
    without: exclude === null ? null : withoutCycle(series, decisions.data, args.since, exclude, asked),
    ...study,
  };
}

function assertCycle(name: string, given: string, known: readonly string[]): void {
  if (known.includes(given)) return;
  throw new BriefingError(
    "bad_command",
    `${name}=${given}: no cycle of cuts begins in that year`,
    known.length > 0
      ? `type one of ${known.join(", ")}`
      : "the data hold no cut since then: give an earlier since=",
  );
}

type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof ALL_FIGURES & string>;

type SampleStatistic = Draft["family"] extends infer F
  ? F extends `ratecut.{sample}.{horizon}.${infer S}`
    ? S
    : never
  : never;

/** Statistics that are not over the sample's windows: what they are over. */
const COUNTED_OTHERWISE: Partial<
  Record<SampleStatistic, (counts: { cycles: number; nExTwoLongest: number }) => number>
> = {
  signTestP: ({ cycles }) => cycles,
  leaveOneOutLow: ({ cycles }) => cycles,
  leaveOneOutHigh: ({ cycles }) => cycles,
  exTwoLongest: ({ nExTwoLongest }) => nExTwoLongest,
};

function sampleDrafts(
  result: RatecutResult,
  { sample, horizon, summary, leaveOneOut, exTwoLongest, nExTwoLongest }: SampleStudy,
  common: Params,
): readonly Draft[] {
  const params = { ...common, sample, horizon };
  const { n, dropped, ahead, byCycle, ...statistics } = summary;
  const cycles = byCycle.size;
  const values = {
    ...statistics,
    n,
    dropped,
    ahead,
    cycles,
    leaveOneOutLow: isAbsent(leaveOneOut) ? leaveOneOut : leaveOneOut.low,
    leaveOneOutHigh: isAbsent(leaveOneOut) ? leaveOneOut : leaveOneOut.high,
    exTwoLongest,
  } satisfies Partial<Record<SampleStatistic, Value>>;
  return (Object.keys(values) as (keyof typeof values)[]).map((statistic): Draft => {
    const family = `ratecut.{sample}.{horizon}.${statistic}` as const;
    const observations = COUNTED_OTHERWISE[statistic]?.({ cycles, nExTwoLongest }) ?? n;
    return { family, params, value: values[statistic], n: observations, asOf: result.asOf };
  });
}

function drafts(result: RatecutResult, { since, exclude }: Args): readonly Draft[] {
  const { asOf, basis, frequency } = result;
  const common = { basis, frequency, since };
  const all = result.studies.filter((study) => study.sample === "all");
  const none = absent("too_few_points", "no complete window of this cycle at this horizon");
  const { decidedTo: decided } = result;
  return [
    ...result.studies.flatMap((study) => sampleDrafts(result, study, common)),
    ...result.base.flatMap(({ horizon, returns }): Draft[] => {
      const at = { params: { ...common, horizon }, asOf, n: returns.length };
      return [
        { ...at, family: "ratecut.base.{horizon}.mean", value: mean(returns) },
        { ...at, family: "ratecut.base.{horizon}.hit", value: hitRate(returns) },
        { ...at, family: "ratecut.base.{horizon}.n", value: returns.length },
      ];
    }),
    ...all.flatMap(({ horizon, summary }) =>
      result.cycles.map((cycle): Draft => {
        const { mean: value = none, n = 0 } = summary.byCycle.get(cycle) ?? {};
        return {
          family: "ratecut.cycle.{cycle}.{horizon}.mean",
          params: {
            ...common,
            cycle,
            horizon,
            ...(cycle === result.truncated ? { truncated: "yes" } : {}),
          },
          value,
          n,
          asOf,
        };
      }),
    ),
    ...latestDrafts(result, common),
    ...(exclude === null ? [] : withoutDrafts(result, { ...common, cycle: exclude })),
    { family: "ratecut.cycles", params: common, value: result.cycles.length, asOf: decided },
    { family: "ratecut.cuts", params: common, value: result.cuts.length, asOf: decided },
  ];
}

function latestDrafts(result: RatecutResult, common: Params): readonly Draft[] {
  const { latest, rank, asOf, frequency: cadence } = result;
  if (!latest) return [];
  const params = { ...common, cycle: latest.cycle, called: nameOfLatest(result) };
  const at = (horizon: Horizon): Value =>
    latest.path.find(([month]) => month === HORIZONS[horizon])?.[1] ??
    absent("too_few_points", `the latest cycle is not yet ${horizon} past its first cut in the data`);
  const standing: Draft[] = rank
    ? [
        {
          family: "ratecut.thisCycle.rank",
          params: { ...params, months: `${rank.month}`, of: `${rank.of}` },
          value: rank.rank,
          n: rank.of,
          asOf,
          cadence,
        },
      ]
    : [];
  return [
    ...HORIZON_NAMES.map(
      (horizon): Draft => ({
        family: "ratecut.thisCycle.{horizon}.relative",
        params: { ...params, horizon },
        value: at(horizon),
        asOf,
        cadence,
      }),
    ),
    ...standing,
  ];
}

type RatecutView = View<Args, RatecutResult>;

/** True when the sample's 12-month interval stands clear of zero; null when there is no interval. */
function clearEdge({ value }: RatecutView, sample: Sample): boolean | null {
  const [low, high] = [value(`ratecut.${sample}.12m.ciLow`), value(`ratecut.${sample}.12m.ciHigh`)];
  return isAbsent(low) || isAbsent(high) ? null : low > 0 || high < 0;
}

function headline(view: RatecutView): string {
  const { args, result, value } = view;
  if (args.exclude !== null) return withoutHeadline(view, args.exclude);
  const sample = SAMPLE_NAMES.find((name) => name === args.cycle) ?? "all";
  const lead = {
    all: "After Fed cuts",
    first: "After the first cut of a cycle",
    scheduled: "After scheduled Fed cuts",
  }[sample];
  const mean12 = value(`ratecut.${sample}.12m.mean`);
  if (isAbsent(mean12)) return `${lead}: no complete twelve-month window in the data`;
  const count = cyclesMeasured(result, sample);
  const episodes = `${inWords(count)} ${count === 1 ? "episode is" : "episodes are"}`;
  const clear = clearEdge(view, sample);
  if (clear === null) {
    const counter = signsDiffer(view) ? "; which cuts you count decides the sign" : "";
    return `${lead}: ${episodes} too few to say${counter}`;
  }
  const finding = clear
    ? `small-caps ${mean12 > 0 ? "led" : "lagged"} over twelve months`
    : "no clear small-cap edge";
  const counter = signsDiffer(view)
    ? "which cuts you count decides the sign"
    : `${episodes} too few to conclude`;
  return `${lead}: ${finding}; ${counter}`;
}

function episodesCaveat(view: RatecutView): string {
  if (view.result.cuts.length === 0) return "No cut in the sample: there is nothing to measure.";
  const measured = view.value("ratecut.all.12m.n");
  const cycles = cyclesMeasured(view.result, "all");
  if (measured === 0) return "No cut has twelve months of data after it yet.";
  const few = `{{ratecut.all.12m.n}} ${measured === 1 ? "cut is" : "cuts with twelve months of data are"} {{ratecut.all.12m.cycles}} ${cycles === 1 ? "episode" : "episodes"}`;
  const clear = clearEdge(view, "all");
  if (clear === null) return `${few}: too few for a range.`;
  return `${few}; 95% range at 12m, {{ratecut.all.12m.ciLow}} to {{ratecut.all.12m.ciHigh}} pp${zeroIn(view, "ratecut.all.12m") ?? (clear ? "" : ", includes zero")}. First cuts: {{ratecut.first.12m.ciLow}} to {{ratecut.first.12m.ciHigh}} pp${zeroIn(view, "ratecut.first.12m") ?? ""}.`;
}

/** Cuts that were asked for from before the data begin are had from then on. */
function cutsFrom(since: string, { begin }: RatecutResult): string {
  if (begin > since) return `cuts from ${formatMonth(begin)}, where the data begin`;
  return `cuts from ${since.endsWith("-01") ? formatMonth(since) : formatDate(since)}`;
}

function lastCut({ result }: RatecutView): string {
  const last = result.cuts.at(-1);
  return last === undefined ? "" : `, the last of ${formatDate(last.announced)}`;
}

function cycleNote({ args, result, value }: RatecutView): readonly string[] {
  const { cycle } = args;
  if (!result.cycles.includes(cycle)) return [];
  const at = (["12m", "24m"] as const).filter((h) => !isAbsent(value(`ratecut.cycle.${cycle}.${h}.mean`)));
  const readings = at.map((h) => `at ${h} {{ratecut.cycle.${cycle}.${h}.mean}} pp`);
  return readings.length > 0
    ? [`Cycle of ${cycle}, mean over its cuts with complete windows: ${readings.join(", ")}`]
    : [`Cycle of ${cycle}: no complete twelve-month window in the data`];
}

/** What stands beside the mean at twelve months, where there is one. */
function aheadNotes({ value }: RatecutView): readonly string[] {
  if (isAbsent(value("ratecut.all.12m.mean"))) return [];
  const noun = (sample: Sample) => (value(`ratecut.${sample}.12m.n`) === 1 ? "cut" : "cuts");
  const first = isAbsent(value("ratecut.first.12m.mean"))
    ? ""
    : `; {{ratecut.first.12m.ahead}} of {{ratecut.first.12m.n}} first ${noun("first")}`;
  return [
    `Ahead at 12m: {{ratecut.all.12m.ahead}} of {{ratecut.all.12m.n}} ${noun("all")}${first}; any month {{ratecut.base.12m.hit}}`,
    "All cuts, 12m, without the two cycles with most cuts: {{ratecut.all.12m.exTwoLongest}} pp",
    "All cuts, 12m, leaving out one cycle at a time: {{ratecut.all.12m.leaveOneOutLow}} to {{ratecut.all.12m.leaveOneOutHigh}} pp",
  ];
}

const heading = ["", ...HORIZON_NAMES];
const meansRow = (label: string, keys: string) => ({
  label,
  cells: HORIZON_NAMES.map((h) => `ratecut.${keys}.${h}.mean`),
});

function byCycle({ since }: Args, { cuts, cycles, truncated, studies }: RatecutResult): readonly Table[] {
  if (cycles.length === 0) return [];
  const counting = (cycle: string) => {
    const all = cuts.filter((cut) => cut.cycle === cycle).length;
    const year = studies.find(({ sample, horizon }) => sample === "all" && horizon === "12m");
    const measured = year?.summary.byCycle.get(cycle)?.n ?? 0;
    const ofCycle = measured === all ? counted(all, "cut") : `${measured} of ${counted(all, "cut")} at 12m`;
    return cycle === truncated ? `${ofCycle} since ${formatDate(since)}` : ofCycle;
  };
  const rows = cycles.map((cycle) => meansRow(`${cycle} (${counting(cycle)})`, `cycle.${cycle}`));
  return [{ title: "By cycle: mean over its cuts, pp", columns: heading, rows }];
}

export const ratecut = defineTopic({
  name: "ratecut",
  title: "Rate cuts",
  summary: "Small against large after Fed rate cuts: all cuts, first cuts, and any month",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: ALL_FIGURES,
  examples: {
    sample: "first",
    horizon: "12m",
    cycle: "2001",
    months: "12",
    since: ARGS.since.fallback,
    called: "Latest cycle",
  },
  values: { sample: SAMPLE_NAMES, horizon: HORIZON_NAMES },
  compute,
  drafts,
  assumptions: ["exclude"],
  headline,
  subtitle: ({ args, result }) =>
    `Small minus large, ${BASIS_WORDS[result.basis]}, pp, USD · ${cutsFrom(args.since, result)} · data to ${formatDate(result.asOf)}`,
  tables: ({ args, result, text }) => [
    {
      title: "Mean relative return after Fed cuts, pp",
      columns: heading,
      rows: [
        ...SAMPLE_NAMES.map((sample) =>
          meansRow(`${SAMPLES[sample]} (${text(`ratecut.${sample}.12m.n`)} at 12m)`, sample),
        ),
        meansRow("Any month (base rate)", "base"),
      ],
    },
    ...byCycle(args, result),
    ...(args.exclude === null ? [] : withoutTables(args.exclude)),
  ],
  notes: (view) => [
    ...cycleNote(view),
    ...aheadNotes(view),
    ...[latestReading(view)].filter((line) => line !== ""),
    ...(view.args.exclude === null ? [] : withoutNotes(view, view.args.exclude)),
  ],
  charts: (view) =>
    view.args.exclude === null ? ratecutCharts(view) : withoutChart(view, view.args.exclude),
  caveats: (view) => [
    episodesCaveat(view),
    ...(view.args.exclude === null ? [] : [HYPOTHETICAL]),
    `Cuts in the sample: {{ratecut.cuts}}${lastCut(view)}; windows left out as incomplete or outside the data: {{ratecut.all.12m.dropped}} at 12m, {{ratecut.all.24m.dropped}} at 24m. Cuts came with other news; this is no proof of cause.`,
    PAST_PERFORMANCE,
  ],
});
