import { BriefingError } from "../briefing/errors.ts";
import { absent, combine } from "../briefing/value.ts";
import type { Side } from "../market/datasets.ts";
import { leverageOf } from "../maths/leverage.ts";
import { rateShock } from "../maths/rate-shock.ts";
import { type ArgsOf, basisPointsArg } from "./args.ts";
import { ASKS } from "./debt-asks.ts";
import { debtCharts } from "./debt-charts.ts";
import { BANDS, FIGURES, NEEDS, type Reading } from "./debt-figures.ts";
import { type DebtResult, debtHeadline, type Indebted } from "./debt-headline.ts";
import {
  TIMES,
  WHAT_IF_FIGURES,
  WHAT_IF_NOTES,
  whatIfChart,
  whatIfDrafts,
  whatIfHeadline,
  whatIfTables,
} from "./debt-what-if.ts";
import { defineTopic } from "./define.ts";
import { companiesOfSide, datesOf, differentDates, olderDate, SIDES } from "./members.ts";
import type { FigureDraft, Inputs } from "./topic.ts";
import { HYPOTHETICAL, NOT_ADVICE } from "./words.ts";

const ARGS = {
  rates: basisPointsArg("what if interest rates changed by this much, on floating debt", "+100bp"),
};
const ALL_FIGURES = { ...FIGURES, ...WHAT_IF_FIGURES };

function compute({ constituents }: Inputs<typeof NEEDS>, { rates }: ArgsOf<typeof ARGS>): DebtResult {
  const measure = (side: Side): Indebted => {
    const { asOf, rows } = companiesOfSide(constituents.data, side);
    return { asOf, ...leverageOf(rows) };
  };
  const [small, large] = [measure("small"), measure("large")];
  if (![small, large].some((each) => each.floatingShareOfDebtBeforeSwaps.n + each.interestCover.n > 0)) {
    const unknown = small.sectorUnknown + large.sectorUnknown;
    const all = unknown + small.nonFinancials + large.nonFinancials + small.financials + large.financials;
    throw new BriefingError(
      "data_unavailable",
      unknown === all
        ? "debt: no company's sector is reported, so that financials cannot be told apart and left out"
        : "debt: no company outside financials reports its floating debt or its interest cover",
      "fill sector and total_debt, floating_debt, swapped_to_fixed, ebit, interest_expense in constituents.csv",
    );
  }
  const shock = (side: Side, bp: number) => rateShock(companiesOfSide(constituents.data, side).rows, bp);
  const assumed =
    rates === null
      ? null
      : { bp: rates, shocks: { small: shock("small", rates), large: shock("large", rates) } };
  return { asOf: olderDate(small, large), small, large, assumed };
}

const READINGS: readonly Reading[] = [
  "companiesMostlyFloating",
  "companiesMostlyFloatingBeforeSwaps",
  "companiesMostlyFloatingOfAll",
  "floatingShareOfDebt",
  "floatingShareOfDebtBeforeSwaps",
  "interestCover",
  "interestCoverMedian",
  "thinCoverShare",
  "zombieShare",
  "debtExplained",
];
const COUNTS = ["nonFinancials", "financials", "sectorUnknown"] as const;
const RATIOS = ["companiesMostlyFloating", "floatingShareOfDebt"] as const;

type Draft = FigureDraft<keyof typeof ALL_FIGURES & string>;

function sideDrafts(side: Side, measured: Indebted, otherwise: string): readonly Draft[] {
  const asOf = measured.asOf || otherwise;
  const base = { params: { side }, asOf };
  return [
    ...READINGS.map(
      (reading): Draft => ({ ...base, family: `debt.{side}.${reading}`, ...measured[reading] }),
    ),
    ...BANDS.map(
      (band, at): Draft => ({
        family: "debt.{side}.cover.{band}",
        params: { side, band },
        asOf,
        value: measured.coverBands[at] ?? absent("not_reported", "no company reports it"),
        n: measured.interestCover.n,
      }),
    ),
    ...COUNTS.map((count): Draft => ({ ...base, family: `debt.{side}.${count}`, value: measured[count] })),
  ];
}

function drafts(result: DebtResult): readonly Draft[] {
  const { small, large, asOf, assumed } = result;
  const none = absent("not_meaningful", "the share of large-caps is zero, so there is no ratio to it");
  return [
    ...SIDES.flatMap((side) => sideDrafts(side, result[side], asOf)),
    ...RATIOS.map(
      (reading): Draft => ({
        family: "debt.ratio.{reading}",
        params: { reading },
        asOf,
        value: combine(small[reading].value, large[reading].value, (s, l) => (l > 0 ? s / l : none)),
      }),
    ),
    ...(assumed === null ? [] : whatIfDrafts(assumed, (side) => result[side].asOf || asOf)),
  ];
}

const ROWS: readonly (readonly [label: string, reading: Reading])[] = [
  ["Mostly floating, of companies with debt", "companiesMostlyFloating"],
  ["Mostly floating, before swaps", "companiesMostlyFloatingBeforeSwaps"],
  ["Mostly floating, debt-free counted", "companiesMostlyFloatingOfAll"],
  ["Floating share of debt", "floatingShareOfDebt"],
  ["Floating share, before swaps", "floatingShareOfDebtBeforeSwaps"],
  ["Interest cover, in sum", "interestCover"],
  ["Interest cover, median", "interestCoverMedian"],
  ["Companies with cover below 1.5x", "thinCoverShare"],
  ["Companies with cover below 1x", "zombieShare"],
];

export const debt = defineTopic({
  name: "debt",
  title: "Debt",
  summary: "How much of the debt of small and large resets with interest rates, and how well they cover it",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: ALL_FIGURES,
  examples: { side: "small", band: "0to1", reading: "companiesMostlyFloating", when: "assumed" },
  values: { side: SIDES, band: BANDS, reading: RATIOS, when: TIMES },
  compute,
  drafts,
  assumptions: ["rates"],
  headline: (view) =>
    view.result.assumed === null ? debtHeadline(view) : whatIfHeadline(view, view.result.assumed.bp),
  subtitle: ({ result }) =>
    `Debt whose rate resets within 12 months, less what swaps fix; operating profit (EBIT) over interest · financials left out · ${datesOf(result)} · USD`,
  tables: ({ result }) => [
    {
      title: "Floating-rate debt and interest cover",
      columns: ["", "Small", "Large"],
      rows: ROWS.map(([label, reading]) => ({
        label,
        cells: SIDES.map((side) => `debt.${side}.${reading}`),
      })),
    },
    ...(result.assumed === null ? [] : whatIfTables()),
  ],
  notes: ({ result }) => [
    "Small-caps against large-caps: {{debt.ratio.companiesMostlyFloating}} times by companies, {{debt.ratio.floatingShareOfDebt}} times by amount of debt",
    ...SIDES.filter((side) => result[side].nonFinancials > 0).map(
      (side) =>
        `Floating part and swaps are reported for {{debt.${side}.debtExplained}} of the debt of ${side}-caps; companies outside financials: {{debt.${side}.nonFinancials}}`,
    ),
    ...(result.assumed === null ? [] : WHAT_IF_NOTES),
  ],
  charts: (view) =>
    view.result.assumed === null ? debtCharts(view) : whatIfChart(view, view.result.assumed.bp),
  caveats: ({ result }) => [
    `Shares of companies and shares of debt answer different questions, so both are shown. ${NOT_ADVICE}`,
    ...(result.assumed === null
      ? []
      : [
          HYPOTHETICAL,
          "The cover under the assumption is of companies that report their floating debt and swaps as well: fewer than above.",
        ]),
    "Debt, swaps and EBIT are those of the last reports, months older than the list of members. Loans that reset after more than 12 months, leases and hedges by caps or collars are not counted.",
    ...SIDES.filter((side) => result[side].sectorUnknown > 0).map(
      (side) =>
        `Companies of the ${side} side left out because no sector is reported for them: {{debt.${side}.sectorUnknown}}.`,
    ),
    ...differentDates(result),
  ],
});
