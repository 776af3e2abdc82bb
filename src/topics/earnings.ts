import { formatMonth } from "../briefing/format.ts";
import { absent, combine, isAbsent, type Value } from "../briefing/value.ts";
import type { Side } from "../market/datasets.ts";
import { GROWTH_VARIANTS } from "../maths/earnings.ts";
import { defineTopic } from "./define.ts";
import { ASKS } from "./earnings-asks.ts";
import { FIGURES, GROWTH_ROWS, NEEDS, SPAN_NAMES } from "./earnings-figures.ts";
import { computeEarnings, type EarningsResult, type EarningsView, endOf } from "./earnings-result.ts";
import { earningsCharts, earningsHeadline } from "./earnings-words.ts";
import { datesOf, differentDates, SIDES } from "./members.ts";
import type { FigureDraft, Inputs } from "./topic.ts";
import { leftOut, NOT_ADVICE } from "./words.ts";

type Draft = FigureDraft<keyof typeof FIGURES & string>;

/** The result with what each figure says where its dataset is missing. */
interface Result extends EarningsResult {
  readonly day: string;
  readonly lacking: { readonly [P in keyof typeof NEEDS]: Value | null };
}

function compute(inputs: Inputs<typeof NEEDS>, _args: object, asked: string): Result {
  const { revisions, constituents } = inputs;
  const lacking = {
    revisions: isAbsent(revisions) ? revisions : null,
    constituents: isAbsent(constituents) ? constituents : null,
  };
  return { ...computeEarnings(inputs, asked), day: asked, lacking };
}

const gap = (small: Value, large: Value) => combine(small, large, (s, l) => s - l);

function revisionDrafts({ revised, lastMonth, day, lacking }: Result): readonly Draft[] {
  const asOf = endOf(lastMonth, day);
  const or = (value: Value) => lacking.revisions ?? value;
  return [
    ...SIDES.flatMap((side): Draft[] => [
      ...SPAN_NAMES.flatMap((span): Draft[] => {
        const { breadth, unchanged, changed } = revised[side][span];
        const at = { params: { side, span }, asOf };
        return [
          { ...at, family: "earnings.{side}.breadth.{span}", value: or(breadth), n: changed },
          { ...at, family: "earnings.{side}.unchanged.{span}", value: or(unchanged) },
        ];
      }),
      {
        family: "earnings.{side}.breadthPercentile",
        params: { side, months: `${revised[side].percentile.n}` },
        asOf,
        value: or(revised[side].percentile.value),
        n: revised[side].percentile.n,
      },
    ]),
    ...SPAN_NAMES.map(
      (span): Draft => ({
        family: "earnings.breadthGap.{span}",
        params: { span },
        asOf,
        value: or(gap(revised.small[span].breadth, revised.large[span].breadth)),
      }),
    ),
  ];
}

function growthDrafts(result: Result): readonly Draft[] {
  const { small, large, lacking, later } = result;
  const whyNone = (value: Value) =>
    later !== null && isAbsent(value) && value.absent === "not_reported"
      ? absent("not_reported", later)
      : value;
  const or = (value: Value) => lacking.constituents ?? whyNone(value);
  // What was earned takes no estimates.
  const reads = { constituents: ["companies"] };
  const day = result.asOf || result.day;
  const bySide = (side: Side): readonly Draft[] => {
    const { growth, losing, covered, companies, realised, members, ...own } = result[side];
    const at = { params: { side }, asOf: own.asOf || day };
    const share: Value = members > 0 ? (100 * covered) / members : growth.aggIncl.value;
    return [
      ...GROWTH_VARIANTS.map(
        (variant): Draft => ({
          family: "earnings.{side}.growth.{variant}",
          params: { side, variant },
          asOf: at.asOf,
          value: or(growth[variant].value),
          n: growth[variant].n,
        }),
      ),
      { ...at, family: "earnings.{side}.losingShare", value: or(losing), n: covered },
      { ...at, family: "earnings.{side}.growthCoverage", value: or(share), n: members },
      { ...at, family: "earnings.{side}.companyBreadth3m", value: or(companies.value), n: companies.n },
      { ...at, reads, family: "earnings.{side}.realised5y", value: or(realised.value), n: realised.n },
    ];
  };
  return [
    ...SIDES.flatMap(bySide),
    ...GROWTH_VARIANTS.map(
      (variant): Draft => ({
        family: "earnings.growthGap.{variant}",
        params: { variant },
        asOf: day,
        value: or(gap(small.growth[variant].value, large.growth[variant].value)),
      }),
    ),
    {
      family: "earnings.realised5yGap",
      reads,
      params: {},
      asOf: day,
      value: or(gap(small.realised.value, large.realised.value)),
    },
  ];
}

const sides = (what: string, gapKey: string) => [...SIDES.map((side) => `earnings.${side}.${what}`), gapKey];

function subtitle({ result }: EarningsView): string {
  const revised = result.lastMonth === "" ? [] : [`Revisions to ${formatMonth(result.lastMonth)}`];
  const growth = result.asOf === "" ? [] : [`expected growth on ${datesOf(result)}`];
  return [...revised, ...growth, "earnings in USD"].join(" · ");
}

export const earnings = defineTopic({
  name: "earnings",
  title: "Earnings",
  summary: "Whether estimates of small and large are raised or cut, and what growth is expected of both",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { side: "small", span: "3m", variant: "median", months: "300" },
  values: { side: SIDES, span: SPAN_NAMES, variant: GROWTH_VARIANTS },
  compute,
  drafts: (result) => [...revisionDrafts(result), ...growthDrafts(result)],
  headline: earningsHeadline,
  subtitle,
  tables: ({ result }) => [
    {
      title: "Revisions and expected growth",
      columns: ["", "Small", "Large", "Gap, pp"],
      rows: [
        { label: "Raised less cut, 1 month", cells: sides("breadth.1m", "earnings.breadthGap.1m") },
        { label: "Raised less cut, 3 months", cells: sides("breadth.3m", "earnings.breadthGap.3m") },
        ...GROWTH_VARIANTS.map((variant) => ({
          label: `Growth, ${GROWTH_ROWS[variant].toLowerCase()}`,
          cells: sides(`growth.${variant}`, `earnings.growthGap.${variant}`),
        })),
        ...(SIDES.some((side) => result[side].realised.n > 0)
          ? [
              {
                label: "Reported growth a year, 5 years",
                cells: sides("realised5y", "earnings.realised5yGap"),
              },
            ]
          : []),
      ],
    },
  ],
  notes: () => [
    "Raised less cut over 3 months, against its own history: small {{earnings.small.breadthPercentile}}, large {{earnings.large.breadthPercentile}}",
    "Estimates left unchanged over three months: small {{earnings.small.unchanged.3m}}, large {{earnings.large.unchanged.3m}}",
    "Raised less cut over 3 months, counted by companies: small {{earnings.small.companyBreadth3m}}, large {{earnings.large.companyBreadth3m}}",
    "Companies that lost money over the last 12 months: small {{earnings.small.losingShare}}, large {{earnings.large.losingShare}}",
    "Reported and expected earnings known for {{earnings.small.growthCoverage}} of small-caps, {{earnings.large.growthCoverage}} of large-caps by count",
  ],
  charts: earningsCharts,
  caveats: ({ result }) => [
    `Estimates change, and what is expected may be in prices already. ${NOT_ADVICE}`,
    "Growth from a low base looks large, and in a sum shrinking losses count as growth: so sums, profitable companies and the median stand side by side.",
    ...(result.later === null ? [] : [leftOut(result.later)]),
    ...differentDates(result),
  ],
});
