import { formatDate, roundedForChart } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import type { RateCutStudy, Sample } from "../maths/rate-cut-study.ts";
import { sampleStart } from "../maths/rate-cycles.ts";
import type { PairSeries } from "../maths/returns.ts";
import type { WithoutCycle } from "../maths/without-cycle.ts";
import { closedFigures, presentFigures } from "./define.ts";
import { BASIS_WORDS, type Basis } from "./levels.ts";
import type { FigureFamily, Params, View } from "./topic.ts";
import { counted } from "./words.ts";

/** The study with what it was made on. */
export interface RatecutResult extends RateCutStudy {
  readonly basis: Basis;
  readonly frequency: PairSeries["frequency"];
  /** The first day on which both decisions and levels are known. */
  readonly begin: string;
  readonly asOf: string;
  /** To what day the decisions are known; of a table that does not say, its last one or the levels' last day. */
  readonly decidedTo: string;
  /** False where the table of decisions ends before the as-of date: a later one may be missing. */
  readonly allKnown: boolean;
  /** Without the cycle that was assumed away; null: none was. */
  readonly without: readonly WithoutCycle[] | null;
}

export const NEEDS = {
  levels: { dataset: "levels", required: true },
  decisions: { dataset: "policyDecisions", required: true },
} as const;

export const SAMPLES: Readonly<Record<Sample, string>> = {
  all: "All cuts",
  first: "First cut of a cycle",
  scheduled: "Scheduled meetings only",
};

/** From when on cuts count: the data may begin later than was asked for. */
export const sinceOf = ({ since }: { readonly since: string }, { begin }: Pick<RatecutResult, "begin">) =>
  begin > since ? begin : since;

const since = (p: Params) => p["since"] ?? "";
const from = (p: Params) => formatDate(since(p));
const SAMPLE_MEANS: Record<Sample, (p: Params) => string> = {
  all: (p) => `every decrease of the Fed's target announced since ${from(p)}`,
  first: (p) =>
    `cuts since ${from(p)} whose previous target change was a rise (the first of the sample from ${formatDate(sampleStart(since(p)))} counts as first)`,
  scheduled: (p) => `cuts at scheduled meetings since ${from(p)}, from February 1994 at the earliest`,
};
export const rule = (p: Params) =>
  `Small minus large, cumulative ${BASIS_WORDS[p["basis"] === "price" ? "price" : "total"]}, over ${p["horizon"]} ` +
  (p["frequency"] === "monthly"
    ? "from the month-end of the announcement's month"
    : "from the close of the announcement day (the next trading day's if closed) to the last close on or before the same day") +
  ", percentage points; incomplete windows are left out";
export const sampleName = (p: Params) => SAMPLES[p["sample"] as Sample];
export const sampleMeans = (p: Params) => SAMPLE_MEANS[p["sample"] as Sample](p);

export const both = closedFigures<typeof NEEDS>()("levels", "decisions");
const latest = presentFigures<typeof NEEDS>()(
  () => "where the latest cycle of cuts stands",
  "levels",
  "decisions",
);
const decided = closedFigures<typeof NEEDS>()("decisions");
const ofSample = (unit: FigureFamily["unit"], what: string, definition: string) =>
  both(
    unit,
    (p) => `${sampleName(p)}, ${p["horizon"]}: ${what}`,
    (p) => `${definition} Sample: ${sampleMeans(p)}. ${rule(p)}.`,
  );
const ofBase = (unit: FigureFamily["unit"], what: string) =>
  closedFigures<typeof NEEDS>()("levels")(
    unit,
    (p) => `Any month, ${p["horizon"]}: ${what}`,
    (p) => `Base rate: every window that starts at a month-end since ${from(p)}, cut or no cut. ${rule(p)}.`,
  );
export const INTERVAL =
  "95% interval of the mean by bootstrap over cycles: 5,000 draws, fixed seed, type-7 quantiles.";
/** Cycles with a complete twelve-month window. */
export function cyclesMeasured({ studies }: RatecutResult, sample: Sample): number {
  const study = studies.find((each) => each.sample === sample && each.horizon === "12m");
  return study?.summary.byCycle.size ?? 0;
}

/** What the last cycle may be called: this one only while no rise has ended it and every decision is known. */
export function nameOfLatest({ latest: path, running, allKnown }: RatecutResult): string {
  if (!allKnown) return `Latest known cycle (${path?.cycle})`;
  return running ? "This cycle" : `Latest cycle (${path?.cycle})`;
}

/** Every figure of the topic: unit, label, definition (DOMAIN 2b). */
export const FIGURES = {
  "ratecut.{sample}.{horizon}.mean": ofSample("pp", "mean", "Arithmetic mean."),
  "ratecut.{sample}.{horizon}.median": ofSample("pp", "median", "Median."),
  "ratecut.{sample}.{horizon}.hit": ofSample("%", "small ahead", "Share of windows strictly above zero."),
  "ratecut.{sample}.{horizon}.ahead": ofSample(
    "count",
    "windows with small ahead",
    "Windows strictly above zero.",
  ),
  "ratecut.{sample}.{horizon}.n": ofSample("count", "complete windows", "Number of complete windows."),
  "ratecut.{sample}.{horizon}.cycles": ofSample("count", "cycles measured", "Cycles with a complete window."),
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
    "mean without the two cycles with most cuts",
    "Without the two cycles that have most complete windows at this horizon.",
  ),
  "ratecut.base.{horizon}.mean": ofBase("pp", "mean"),
  "ratecut.base.{horizon}.hit": ofBase("%", "small ahead"),
  "ratecut.base.{horizon}.n": ofBase("count", "windows"),
  "ratecut.cycle.{cycle}.{horizon}.mean": both(
    "pp",
    (p) => `Cycle of ${p["cycle"]}, ${p["horizon"]}: mean over its cuts`,
    (p) =>
      p["truncated"]
        ? `Mean over the cuts of the cycle of ${p["cycle"]}, of which only its cuts since ${from(p)} count. ${rule(p)}.`
        : `Mean over the cuts from the first cut of ${p["cycle"]} to the next rise; cuts since ${from(p)}. ${rule(p)}.`,
  ),
  "ratecut.thisCycle.{horizon}.relative": latest(
    "pp",
    (p) => `${p["called"]}, ${p["horizon"]} after its first cut`,
    (p) => `From the first cut of the latest cycle, cuts since ${from(p)}. ${rule(p)}.`,
  ),
  "ratecut.thisCycle.rank": latest(
    "rank",
    (p) => `${p["called"]}: rank among cycles ${counted(Number(p["months"]), "month")} after the first cut`,
    (p) =>
      `1 is the highest relative return of ${p["of"]} cycles that far after their first cut; cuts since ${from(p)}.`,
  ),
  "ratecut.cycles": decided(
    "count",
    () => "Cycles",
    (p) => `A cycle runs from a first cut to the next rise of the target; cycles with cuts since ${from(p)}.`,
  ),
  "ratecut.cuts": decided(
    "count",
    (p) => `Cuts announced since ${from(p)}`,
    (p) => `Decreases of the Fed's target (range: its upper bound) announced since ${from(p)}.`,
  ),
};

/** ", just includes zero": said where an end of a 95% range prints as zero, so that its side cannot be seen. */
export function zeroIn({ value }: Pick<View<unknown, unknown>, "value">, of: string): string | null {
  const [low, high] = [value(`${of}.ciLow`), value(`${of}.ciHigh`)];
  if (isAbsent(low) || isAbsent(high)) return null;
  if (![low, high].some((end) => roundedForChart(end, "pp") === 0)) return null;
  return `, just ${low <= 0 && high >= 0 ? "includes" : "excludes"} zero`;
}
