import type { ChartSpec } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import {
  eventReturns,
  leaveOneCycleOut,
  longestCycles,
  meanWithout,
  pathRank,
  relativePath,
  summarise,
  windowsOf,
} from "../maths/event-study.ts";
import { type Cut, cutsSince } from "../maths/rate-cycles.ts";
import { hitRate, mean } from "../maths/statistics.ts";
import { type ArgSpec, type ArgsOf, choice, sinceDate } from "./args.ts";
import { defineTopic, familiesFrom } from "./define.ts";
import { BASIS_WORDS, chooseBasis } from "./levels.ts";
import type { FigureDraft, FigureFamily, Inputs, Params, View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

const HORIZONS = { "1m": 1, "3m": 3, "6m": 6, "12m": 12, "24m": 24 } as const;
const SAMPLES = {
  all: "All cuts",
  first: "First cut of a cycle",
  scheduled: "Scheduled meetings only",
} as const;
type Horizon = keyof typeof HORIZONS;
type Sample = keyof typeof SAMPLES;
const horizons = Object.keys(HORIZONS) as Horizon[];
const samples = Object.keys(SAMPLES) as Sample[];

const cycleArg: ArgSpec<string> = {
  describe: "which cuts to lead with: all, first, scheduled, or a cycle by the year of its first cut",
  example: "first",
  choices: samples,
  fallback: "all",
  parse: (raw) =>
    samples.find((name) => name === raw.toLowerCase()) ?? (/^(19|20)\d\d[a-z]?$/.test(raw) ? raw : null),
};
const ARGS = {
  cycle: cycleArg,
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
  since: sinceDate("cuts announced from this date on", "1990-01-01"),
};
const NEEDS = {
  levels: { dataset: "levels", required: true },
  decisions: { dataset: "policyDecisions", required: true },
} as const;

const SAMPLE_MEANS: Record<Sample, string> = {
  all: "every announced decrease of the Fed's target",
  first: "cuts whose previous target change was a rise (the first of the sample from 1990 counts as first)",
  scheduled: "cuts at scheduled meetings, from February 1994",
};
const rule = (p: Params) =>
  `Small minus large, cumulative ${BASIS_WORDS[p["basis"] === "price" ? "price" : "total"]}, over ${p["horizon"]} ` +
  (p["frequency"] === "monthly"
    ? "from the month-end of the announcement's month"
    : "from the close of the announcement day (the next trading day's if closed) to the last close on or before the same day") +
  ", percentage points; incomplete windows are left out";
const sampleName = (p: Params) => SAMPLES[p["sample"] as Sample];
const sampleMeans = (p: Params) => SAMPLE_MEANS[p["sample"] as Sample];

const both = familiesFrom<typeof NEEDS>()("levels", "decisions");
const ofSample = (unit: FigureFamily["unit"], what: string, definition: string) =>
  both(
    unit,
    (p) => `${sampleName(p)}, ${p["horizon"]}: ${what}`,
    (p) => `${definition} Sample: ${sampleMeans(p)}. ${rule(p)}.`,
  );
const ofBase = (unit: FigureFamily["unit"], what: string) =>
  familiesFrom<typeof NEEDS>()("levels")(
    unit,
    (p) => `Any month, ${p["horizon"]}: ${what}`,
    (p) =>
      `Base rate: every window that starts at a month-end since ${p["since"]}, cut or no cut. ${rule(p)}.`,
  );
const INTERVAL =
  "95 % interval of the mean by bootstrap over cycles: 5,000 draws, fixed seed, type-7 quantiles.";
const FIGURES = {
  "ratecut.{sample}.{horizon}.mean": ofSample("pp", "mean", "Arithmetic mean."),
  "ratecut.{sample}.{horizon}.median": ofSample("pp", "median", "Median."),
  "ratecut.{sample}.{horizon}.hit": ofSample("%", "small ahead", "Share of windows strictly above zero."),
  "ratecut.{sample}.{horizon}.ahead": ofSample(
    "count",
    "windows with small ahead",
    "Windows strictly above zero.",
  ),
  "ratecut.{sample}.{horizon}.n": ofSample("count", "complete windows", "Number of complete windows."),
  "ratecut.{sample}.{horizon}.dropped": ofSample(
    "count",
    "windows left out",
    "Windows incomplete or outside the data.",
  ),
  "ratecut.{sample}.{horizon}.ciLow": ofSample("pp", "95% range, low", INTERVAL),
  "ratecut.{sample}.{horizon}.ciHigh": ofSample("pp", "95% range, high", INTERVAL),
  "ratecut.{sample}.{horizon}.signTestP": ofSample(
    "p",
    "sign test",
    "Two-sided exact sign test over cycle means.",
  ),
  "ratecut.{sample}.{horizon}.leaveOneOutLow": ofSample(
    "pp",
    "lowest mean without one cycle",
    "One cycle at a time is left out.",
  ),
  "ratecut.{sample}.{horizon}.leaveOneOutHigh": ofSample(
    "pp",
    "highest mean without one cycle",
    "One cycle at a time is left out.",
  ),
  "ratecut.{sample}.{horizon}.exTwoLongest": ofSample(
    "pp",
    "mean without the two longest cycles",
    "Without the two cycles with most cuts.",
  ),
  "ratecut.base.{horizon}.mean": ofBase("pp", "mean"),
  "ratecut.base.{horizon}.hit": ofBase("%", "small ahead"),
  "ratecut.base.{horizon}.n": ofBase("count", "windows"),
  "ratecut.cycle.{cycle}.{horizon}.mean": both(
    "pp",
    (p) => `Cycle of ${p["cycle"]}, ${p["horizon"]}: mean over its cuts`,
    (p) => `Mean over the cuts from the first cut of ${p["cycle"]} to the next rise. ${rule(p)}.`,
  ),
  "ratecut.thisCycle.{horizon}.relative": both(
    "pp",
    (p) => `Latest cycle (${p["cycle"]}), ${p["horizon"]} after its first cut`,
    (p) => `From the first cut of the latest cycle. ${rule(p)}.`,
  ),
  "ratecut.thisCycle.rank": both(
    "rank",
    (p) => `Latest cycle (${p["cycle"]}): rank among cycles ${p["months"]} months after the first cut`,
    (p) => `1 is the highest relative return of ${p["of"]} cycles that far after their first cut.`,
  ),
  "ratecut.cycles": both(
    "count",
    () => "Cycles",
    () => "A cycle runs from a first cut to the next rise of the target.",
  ),
  "ratecut.cuts": both(
    "count",
    (p) => `Cuts announced since ${p["since"]}`,
    () => "Announced decreases of the Fed's target (range: its upper bound).",
  ),
};

function compute({ levels, decisions }: Inputs<typeof NEEDS>, args: Args) {
  const { basis, series } = chooseBasis(levels.data, args.basis);
  const windows = windowsOf(series);
  const cuts = cutsSince(decisions.data, args.since);
  const members: Record<Sample, readonly Cut[]> = {
    all: cuts,
    first: cuts.filter((cut) => cut.first),
    scheduled: cuts.filter((cut) => cut.scheduled),
  };
  const study = (sample: Sample, horizon: Horizon) => {
    const returns = eventReturns(windows, members[sample], HORIZONS[horizon]);
    const without = meanWithout(returns, new Set(longestCycles(returns, 2)));
    return {
      sample,
      horizon,
      summary: summarise(returns, members[sample].length),
      leaveOneOut: leaveOneCycleOut(returns),
      without,
    };
  };
  const starts = windows.monthEndStarts(args.since.slice(0, 7));
  const paths = members.first.flatMap(({ cycle, announced }) => {
    const start = windows.start(announced);
    return start ? [{ cycle, announced, path: relativePath(windows, start, 24) }] : [];
  });
  const latest = paths.at(-1);
  const lastCut = cuts.at(-1)?.announced ?? "";
  return {
    basis,
    frequency: series.frequency,
    asOf: series.levels.at(-1)?.date ?? "",
    cuts,
    cycles: [...new Set(cuts.map((cut) => cut.cycle))],
    studies: samples.flatMap((sample) => horizons.map((horizon) => study(sample, horizon))),
    base: horizons.map((horizon) => ({
      horizon,
      returns: starts.flatMap((start) => windows.over(start, HORIZONS[horizon])?.relative ?? []),
    })),
    paths,
    latest,
    running: !decisions.data.some((decision) => decision.announced > lastCut && decision.changeBp > 0),
    rank: latest
      ? pathRank(
          latest.path,
          paths.slice(0, -1).map(({ path }) => path),
        )
      : null,
  };
}
type Args = ArgsOf<typeof ARGS>;
type Result = ReturnType<typeof compute>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function sampleDrafts(
  result: Result,
  { sample, horizon, summary, leaveOneOut, without }: Result["studies"][number],
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
    exTwoLongest: without,
  };
  return Object.entries(values).map(([statistic, value]): Draft => {
    const family = `ratecut.{sample}.{horizon}.${statistic}` as Draft["family"];
    return { family, params, value, n, asOf: result.asOf };
  });
}

function drafts(result: Result, { since }: Args): readonly Draft[] {
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
        const n = result.cuts.filter((cut) => cut.cycle === cycle).length;
        const value = summary.byCycle.get(cycle) ?? none;
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

function latestDrafts({ latest, rank, asOf }: Result, common: Params): readonly Draft[] {
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
    ...horizons.map(
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

type Seen = View<Args, Result>;

/** True when the sample's 12-month interval stands clear of zero; null when there is no interval. */
function clearEdge({ value }: Seen, sample: Sample): boolean | null {
  const [low, high] = [value(`ratecut.${sample}.12m.ciLow`), value(`ratecut.${sample}.12m.ciHigh`)];
  return isAbsent(low) || isAbsent(high) ? null : low > 0 || high < 0;
}

function signsDiffer({ value }: Seen): boolean {
  const [all, first] = [value("ratecut.all.12m.mean"), value("ratecut.first.12m.mean")];
  return !isAbsent(all) && !isAbsent(first) && all > 0 !== first > 0;
}

function headline(view: Seen): string {
  const { args, result, value } = view;
  const sample = samples.find((name) => name === args.cycle) ?? "all";
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

const spread = (p: Seen) => `${BASIS_WORDS[p.result.basis]}, pp · ${p.pair.label}`;

function dots(view: Seen): ChartSpec {
  const { result, value, text } = view;
  const rows = samples.map((sample) => {
    const study = result.studies.find((each) => each.sample === sample && each.horizon === "12m");
    const [low, high] = [value(`ratecut.${sample}.12m.ciLow`), value(`ratecut.${sample}.12m.ciHigh`)];
    return {
      label: SAMPLES[sample],
      detail: `${text(`ratecut.${sample}.12m.n`)} cuts, ${study?.summary.byCycle.size ?? 0} cycles`,
      dots: [...(study?.summary.byCycle ?? [])].map(([label, mean12]) => ({ label, value: mean12 })),
      mean: value(`ratecut.${sample}.12m.mean`),
      interval: isAbsent(low) || isAbsent(high) ? null : ([low, high] as const),
    };
  });
  return {
    kind: "dots",
    id: "ratecut-cycles",
    title: signsDiffer(view)
      ? "First cuts and all cuts tell different stories"
      : "After Fed cuts, outcomes differ from cycle to cycle",
    subtitle: `Small minus large, 12 months after Fed cuts, ${spread(view)} · one dot a cycle`,
    unit: "pp",
    rows,
    alt: `Dot plot of relative returns 12 months after Fed cuts, one dot a cycle (${view.pair.label}). ${samples
      .map(
        (s) =>
          `${SAMPLES[s]}: mean {{ratecut.${s}.12m.mean}} pp over {{ratecut.${s}.12m.n}} cuts, 95% range {{ratecut.${s}.12m.ciLow}} to {{ratecut.${s}.12m.ciHigh}}.`,
      )
      .join(" ")} Any month: {{ratecut.base.12m.mean}} pp.`,
    footnote: `Dot: mean over a cycle's cuts, by the year of its first cut. Tick: mean over all cuts; line: 95% range by bootstrap over cycles. Any month: {{ratecut.base.12m.mean}} pp. ${PAST_PERFORMANCE}`,
  };
}

function paths(view: Seen): readonly ChartSpec[] {
  const { args, result } = view;
  const lead = result.paths.find(({ cycle }) => cycle === args.cycle) ?? result.latest;
  if (!lead || result.paths.length < 2) return [];
  const latest = lead.cycle === result.latest?.cycle;
  const name = latest && result.running ? "this cycle" : `the cycle of ${lead.cycle}`;
  const { rank } = result;
  const place =
    !latest || !rank
      ? "among the others"
      : rank.rank === 1
        ? "above all the others"
        : rank.rank === rank.of
          ? "below all the others"
          : "within the range of the others";
  return [
    {
      kind: "line",
      id: "ratecut-paths",
      axis: "months",
      xLabel: "Months after the first cut",
      title: `Small against large after first cuts: ${name} runs ${place}`,
      subtitle: `Small minus large since the first cut of each cycle, ${spread(view)}`,
      unit: "pp",
      series: [...result.paths]
        .sort((a, b) => Number(a === lead) - Number(b === lead))
        .map((each) => ({
          name: each.cycle,
          emphasis: each === lead ? ("primary" as const) : ("muted" as const),
          points: each.path,
        })),
      bands: [],
      marks: [],
      reference: 0,
      alt: `Line chart of small minus large month by month after the first cut of ${result.paths.length} cycles (${view.pair.label}), ${lead.cycle} emphasised. Twelve months after its first cut the latest cycle stood at {{ratecut.thisCycle.12m.relative}} pp; the mean of first cuts is {{ratecut.first.12m.mean}} pp.`,
      footnote: `First cuts: ${result.paths.map(({ announced }) => formatDate(announced)).join(", ")}. ${PAST_PERFORMANCE}`,
    },
  ];
}

const heading = ["", ...horizons];
const meansRow = (label: string, keys: string) => ({
  label,
  cells: horizons.map((h) => `ratecut.${keys}.${h}.mean`),
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
        ...samples.map((sample) =>
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
  notes: ({ result }) => [
    "Ahead at 12m: {{ratecut.all.12m.ahead}} of {{ratecut.all.12m.n}} cuts; {{ratecut.first.12m.ahead}} of {{ratecut.first.12m.n}} first cuts; any month {{ratecut.base.12m.hit}}",
    "All cuts, 12m, without the two longest cycles: {{ratecut.all.12m.exTwoLongest}}; leaving out any one: {{ratecut.all.12m.leaveOneOutLow}} to {{ratecut.all.12m.leaveOneOutHigh}}",
    ...(result.latest
      ? [
          `${result.running ? "This cycle" : `Latest cycle (${result.latest.cycle})`}, 12m after its first cut on ${formatDate(result.latest.announced)}: {{ratecut.thisCycle.12m.relative}}`,
        ]
      : []),
  ],
  charts: (view) => [dots(view), ...paths(view)],
  caveats: (view) => [
    `{{ratecut.cuts}} cuts are {{ratecut.cycles}} episodes; 95% range at 12m, {{ratecut.all.12m.ciLow}} to {{ratecut.all.12m.ciHigh}}${clearEdge(view, "all") === false ? ", includes zero" : ""}. First cuts: {{ratecut.first.12m.ciLow}} to {{ratecut.first.12m.ciHigh}}.`,
    "Incomplete windows are left out: {{ratecut.all.12m.dropped}} cuts at 12m, {{ratecut.all.24m.dropped}} at 24m. Cuts came with other news; this is no proof of cause.",
    PAST_PERFORMANCE,
  ],
});
