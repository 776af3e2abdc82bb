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
import { type ArgSpec, type ArgsOf, choice, sinceDate } from "./args.ts";
import { defineTopic } from "./define.ts";
import { BASIS_WORDS, chooseBasis } from "./levels.ts";
import { latestReading, ratecutCharts, signsDiffer } from "./ratecut-charts.ts";
import { FIGURES, NEEDS, type RatecutResult, SAMPLES } from "./ratecut-figures.ts";
import type { FigureDraft, Inputs, Params, View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

const cycleArg: ArgSpec<string> = {
  describe: "which cuts to lead with: all, first, scheduled, or a cycle by the year of its first cut",
  example: "first",
  choices: SAMPLE_NAMES,
  fallback: "all",
  parse: (raw) =>
    SAMPLE_NAMES.find((name) => name === raw.toLowerCase()) ?? (/^(19|20)\d\d[a-z]?$/.test(raw) ? raw : null),
};
const ARGS = {
  cycle: cycleArg,
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
  since: sinceDate("cuts announced from this date on", "1990-01-01"),
};

function compute({ levels, decisions }: Inputs<typeof NEEDS>, args: Args): RatecutResult {
  const { basis, series } = chooseBasis(levels.data, args.basis);
  const asOf = series.levels.at(-1)?.date ?? "";
  const study = studyRateCuts(series, decisions.data, args.since);
  if (!SAMPLE_NAMES.some((name) => name === args.cycle) && !study.cycles.includes(args.cycle)) {
    throw new BriefingError(
      "bad_command",
      `cycle=${args.cycle}: no cycle of cuts begins in that year`,
      `give all, first, scheduled, or one of ${study.cycles.join(", ")}`,
    );
  }
  return { basis, frequency: series.frequency, asOf, ...study };
}
type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function sampleDrafts(
  result: RatecutResult,
  { sample, horizon, summary, leaveOneOut, exTwoLongest }: SampleStudy,
): readonly Draft[] {
  const params = { sample, horizon, basis: result.basis, frequency: result.frequency };
  const { n, dropped, ahead, byCycle: _, ...statistics } = summary;
  const values: Record<string, Value> = {
    ...statistics,
    n,
    dropped,
    ahead,
    leaveOneOutLow: isAbsent(leaveOneOut) ? leaveOneOut : leaveOneOut.low,
    leaveOneOutHigh: isAbsent(leaveOneOut) ? leaveOneOut : leaveOneOut.high,
    exTwoLongest,
  };
  return Object.entries(values).map(([statistic, value]): Draft => {
    const family = `ratecut.{sample}.{horizon}.${statistic}` as Draft["family"];
    return { family, params, value, n, asOf: result.asOf };
  });
}

function drafts(result: RatecutResult, { since }: Args): readonly Draft[] {
  const { asOf, basis, frequency } = result;
  const common = { basis, frequency, since };
  const all = result.studies.filter((study) => study.sample === "all");
  const none = absent("too_few_points", "no complete window of this cycle at this horizon");
  return [
    ...result.studies.flatMap((study) => sampleDrafts(result, study)),
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
          params: { ...common, cycle, horizon },
          value,
          n,
          asOf,
        };
      }),
    ),
    ...latestDrafts(result, common),
    { family: "ratecut.cycles", params: common, value: result.cycles.length, asOf },
    { family: "ratecut.cuts", params: common, value: result.cuts.length, asOf },
  ];
}

function latestDrafts({ latest, rank, asOf }: RatecutResult, common: Params): readonly Draft[] {
  if (!latest) return [];
  const params = { ...common, cycle: latest.cycle };
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
  const sample = SAMPLE_NAMES.find((name) => name === args.cycle) ?? "all";
  const lead = {
    all: "After Fed cuts",
    first: "After the first cut of a cycle",
    scheduled: "After scheduled Fed cuts",
  }[sample];
  const mean12 = value(`ratecut.${sample}.12m.mean`);
  if (isAbsent(mean12)) return `${lead}: no complete twelve-month window in the data`;
  const clear = clearEdge(view, sample);
  const finding =
    clear === null
      ? "too few episodes to say"
      : !clear
        ? "no clear small-cap edge"
        : `small-caps ${mean12 > 0 ? "led" : "lagged"} over twelve months`;
  const counter = signsDiffer(view)
    ? "which cuts you count decides the sign"
    : `${inWords(result.cycles.length)} episodes are too few to conclude`;
  return `${lead}: ${finding}; ${counter}`;
}

function episodesCaveat(view: RatecutView): string {
  const { cuts, cycles } = view.result;
  const few = `${cuts.length === 1 ? "{{ratecut.cuts}} cut is" : "{{ratecut.cuts}} cuts are"} {{ratecut.cycles}} ${cycles.length === 1 ? "episode" : "episodes"}`;
  const clear = clearEdge(view, "all");
  if (clear === null) return `${few}: too few for a range.`;
  const first =
    clearEdge(view, "first") === null
      ? ""
      : " First cuts: {{ratecut.first.12m.ciLow}} to {{ratecut.first.12m.ciHigh}}.";
  return `${few}; 95% range at 12m, {{ratecut.all.12m.ciLow}} to {{ratecut.all.12m.ciHigh}}${clear ? "" : ", includes zero"}.${first}`;
}

/** What stands beside the mean at twelve months, where there is one. */
const AHEAD_NOTES = [
  "Ahead at 12m: {{ratecut.all.12m.ahead}} of {{ratecut.all.12m.n}} cuts; {{ratecut.first.12m.ahead}} of {{ratecut.first.12m.n}} first cuts; any month {{ratecut.base.12m.hit}}",
  "All cuts, 12m, without the two longest cycles: {{ratecut.all.12m.exTwoLongest}}; leaving out any one: {{ratecut.all.12m.leaveOneOutLow}} to {{ratecut.all.12m.leaveOneOutHigh}}",
];

const heading = ["", ...HORIZON_NAMES];
const meansRow = (label: string, keys: string) => ({
  label,
  cells: HORIZON_NAMES.map((h) => `ratecut.${keys}.${h}.mean`),
});

export const ratecut = defineTopic({
  name: "ratecut",
  summary: "Small against large after Fed rate cuts: all cuts, first cuts, and any month",
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  compute,
  drafts,
  headline,
  subtitle: (view) =>
    `Small minus large, ${BASIS_WORDS[view.result.basis]}, pp, USD · cuts from ${formatMonth(view.args.since)} · data to ${formatDate(view.result.asOf)}`,
  tables: ({ result, text }) => [
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
    {
      title: "By cycle: mean over its cuts, pp",
      columns: heading,
      rows: result.cycles.map((cycle) =>
        meansRow(
          `${cycle} (${result.cuts.filter((cut) => cut.cycle === cycle).length} cuts)`,
          `cycle.${cycle}`,
        ),
      ),
    },
  ],
  notes: (view) => [
    ...(view.result.cycles.includes(view.args.cycle)
      ? [
          `Cycle of ${view.args.cycle}: mean over its cuts at 12m {{ratecut.cycle.${view.args.cycle}.12m.mean}}, at 24m {{ratecut.cycle.${view.args.cycle}.24m.mean}}`,
        ]
      : []),
    ...(isAbsent(view.value("ratecut.all.12m.mean")) ? [] : AHEAD_NOTES),
    ...[latestReading(view).trim()].filter((line) => line !== ""),
  ],
  charts: ratecutCharts,
  caveats: (view) => [
    episodesCaveat(view),
    `Windows left out, incomplete or outside the data: {{ratecut.all.12m.dropped}} at 12m, {{ratecut.all.24m.dropped}} at 24m. Cuts came with other news; this is no proof of cause.`,
    PAST_PERFORMANCE,
  ],
});
