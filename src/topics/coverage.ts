import type { BarChart, ChartSpec } from "../briefing/chart.ts";
import { BriefingError } from "../briefing/errors.ts";
import { absent, combine, type Value } from "../briefing/value.ts";
import type { Side } from "../market/datasets.ts";
import { LATER_REMEDY, laterEstimates } from "../market/estimates.ts";
import { type AnalystCoverage, analystCoverage } from "../maths/analysts.ts";
import { compared, staleSince } from "./compare.ts";
import { ASKS } from "./coverage-asks.ts";
import { BAND_NAMES, BANDS, FIGURES, NEEDS } from "./coverage-figures.ts";
import { defineTopic } from "./define.ts";
import { companiesOfSide, datesOf, differentDates, noMembers, olderDate, SIDES } from "./members.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { leftOut, NOT_ADVICE, withheldSince } from "./words.ts";

interface Followed extends AnalystCoverage {
  readonly asOf: string;
}

interface CoverageResult {
  /** The older of the two sides' dates. */
  readonly asOf: string;
  readonly small: Followed;
  readonly large: Followed;
  /** Why estimates are left out, where some came after the as-of date. */
  readonly later: string | null;
}

type Seen = View<object, CoverageResult>;

function compute({ constituents }: Inputs<typeof NEEDS>, _args: object, asked: string): CoverageResult {
  const measure = (side: Side): Followed => {
    const { asOf, rows } = companiesOfSide(constituents.data, side);
    return { asOf, ...analystCoverage(rows) };
  };
  const [small, large] = [measure("small"), measure("large")];
  const later = laterEstimates(constituents.data, asked);
  if (small.n + large.n === 0) {
    if (later !== null) throw new BriefingError("data_unavailable", `coverage: ${later}`, LATER_REMEDY);
    throw new BriefingError(
      "data_unavailable",
      "coverage: no member's number of analysts is reported",
      "fill analysts in constituents.csv: 0 where nobody follows a company, blank where it is not known",
    );
  }
  return { asOf: olderDate(small, large), small, large, later };
}

const STATISTICS = ["mean", "median", "noneShare", "fewShare", "meanOfFollowed"] as const;
const RATIOS = ["mean", "median", "meanOfFollowed"] as const;

type Draft = FigureDraft<keyof typeof FIGURES & string>;

function sideDrafts(side: Side, measured: Followed, otherwise: string): readonly Draft[] {
  const { n, members, followed, asOf } = measured;
  const base = { params: { side }, asOf: asOf || otherwise };
  const none = absent("not_reported", "no member's number of analysts is reported");
  return [
    ...STATISTICS.map(
      (statistic): Draft => ({
        ...base,
        family: `coverage.{side}.${statistic}`,
        value: measured[statistic],
        n: statistic === "meanOfFollowed" ? followed : n,
      }),
    ),
    ...BANDS.map(
      (band, at): Draft => ({
        family: "coverage.{side}.analysts.{band}",
        params: { side, band },
        asOf: base.asOf,
        value: measured.bands[at] ?? none,
        n,
      }),
    ),
    { ...base, family: "coverage.{side}.reportedShare", value: measured.reportedShare, n: members },
    {
      ...base,
      family: "coverage.{side}.members",
      value: members > 0 ? members : noMembers(side),
      reads: { constituents: ["companies"] },
    },
  ];
}

function drafts(result: CoverageResult): readonly Draft[] {
  const { small, large, asOf } = result;
  return [
    ...SIDES.flatMap((side) => sideDrafts(side, result[side], asOf)),
    ...RATIOS.map(
      (statistic): Draft => ({
        family: `coverage.ratio.${statistic}`,
        params: {},
        value: largeOverSmall(large[statistic], small[statistic]),
        asOf,
      }),
    ),
  ];
}

function largeOverSmall(large: Value, small: Value): Value {
  return combine(large, small, (l, s) =>
    s > 0 ? l / s : absent("not_meaningful", "the number of small-caps is zero, so there is no ratio to it"),
  );
}

/** Two readings of the same question, which may disagree. */
function headline(view: Seen): string {
  const stale = staleSince(view, ["coverage.small.mean", "coverage.large.mean"]);
  if (stale !== null) return `Analysts of small-caps and large-caps: ${withheldSince(stale)}`;
  const [mean, none] = ["mean", "noneShare"].map((each) =>
    compared(view, `coverage.small.${each}`, `coverage.large.${each}`),
  );
  if (!mean || !none) return "Analysts of small-caps and large-caps: one side reports none to compare";
  const followed = { more: "more", less: "fewer", level: "as many" }[mean];
  const opening = `Small-caps have ${followed} analysts a company ${mean === "level" ? "as" : "than"} large-caps`;
  return none === "level"
    ? opening
    : `${opening}, and ${none === "more" ? "more" : "fewer"} of them have none`;
}

function charts(view: Seen): readonly ChartSpec[] {
  const { result, pair, value } = view;
  if (compared(view, "coverage.small.mean", "coverage.large.mean") === null) return [];
  const chart: BarChart = {
    kind: "bar",
    id: "coverage-analysts",
    asOf: result.asOf,
    title: headline(view),
    subtitle: `Share of companies by number of analysts, % · ${pair.label} · ${datesOf(result)}`,
    unit: "%",
    groups: BANDS.map((band) => BAND_NAMES[band]),
    series: [
      { name: "Small", emphasis: "primary", values: bandValues("small") },
      { name: "Large", emphasis: "secondary", values: bandValues("large") },
    ],
    alt: `Bar chart of the share of companies by number of analysts (${pair.label}). ${BANDS.map(
      (band) =>
        `${BAND_NAMES[band]}: small {{coverage.small.analysts.${band}}}, large {{coverage.large.analysts.${band}}}.`,
    ).join(
      " ",
    )} Mean: small {{coverage.small.mean}}, large {{coverage.large.mean}}. Median: small {{coverage.small.median}}, large {{coverage.large.median}}.`,
    footnote:
      "Analysts a company, mean: {{coverage.small.mean}} small, {{coverage.large.mean}} large. Median: {{coverage.small.median}} / {{coverage.large.median}}. Number reported for {{coverage.small.reportedShare}} / {{coverage.large.reportedShare}} of companies.",
  };
  return [chart];

  function bandValues(side: Side) {
    return BANDS.map((band) => value(`coverage.${side}.analysts.${band}`));
  }
}

const ROWS = {
  mean: "Analysts a company, mean",
  median: "Analysts a company, median",
  meanOfFollowed: "Mean of followed companies",
  noneShare: "Without an analyst",
  fewShare: "Two analysts or fewer",
} as const;

export const coverage = defineTopic({
  name: "coverage",
  title: "Analyst coverage",
  summary: "How many analysts follow the companies of small and large, and how many companies none",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { side: "small", band: "1to2" },
  values: { side: SIDES, band: BANDS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) => `Analysts with an estimate, companies with none counted · ${datesOf(result)}`,
  tables: () => [
    {
      title: "Analysts a company",
      columns: ["", "Small", "Large"],
      rows: Object.entries(ROWS).map(([statistic, label]) => ({
        label,
        cells: SIDES.map((side) => `coverage.${side}.${statistic}`),
      })),
    },
  ],
  notes: () => [
    "Analysts per large-cap for each one per small-cap: {{coverage.ratio.mean}} by the mean, {{coverage.ratio.median}} by the median, {{coverage.ratio.meanOfFollowed}} by the mean of followed companies",
    ...SIDES.map(
      (side) =>
        `Number of analysts reported for {{coverage.${side}.reportedShare}} of {{coverage.${side}.members}} ${side}-caps`,
    ),
  ],
  charts,
  caveats: ({ result }) => [
    `Sources count analysts differently: who has an estimate, who has a rating, since when. Fewer analysts do not mean mispriced shares. ${NOT_ADVICE}`,
    ...(result.later === null ? [] : [leftOut(result.later)]),
    ...differentDates(result),
  ],
});
