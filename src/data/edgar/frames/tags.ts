import { addMonths, addMonthsToDate, monthOf } from "../../../maths/calendar.ts";

/** First choice first: companies choose among tags for the same thing. */
export const EPS_TAGS = [
  "EarningsPerShareDiluted",
  "EarningsPerShareBasicAndDiluted",
  "EarningsPerShareBasic",
];
export const NET_INCOME_TAGS = [
  "NetIncomeLossAvailableToCommonStockholdersBasic",
  "NetIncomeLoss",
  "ProfitLoss",
];
export const SHARE_TAGS = [
  "WeightedAverageNumberOfDilutedSharesOutstanding",
  "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  "WeightedAverageNumberOfSharesOutstandingBasic",
];
export const INTEREST_TAGS = ["InterestExpense", "InterestExpenseNonoperating", "InterestExpenseDebt"];
export const OPERATING_INCOME_TAGS = ["OperatingIncomeLoss"];
export const PRETAX_TAGS = [
  "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
];
export const DEBT_TAGS = [
  "DebtLongtermAndShorttermCombinedAmount",
  "LongTermDebt",
  "LongTermDebtNoncurrent",
  "LongTermDebtCurrent",
  "DebtCurrent",
  "ShortTermBorrowings",
];

/** One request: a tag for one period of all companies. */
export interface FrameRequest {
  readonly tag: string;
  /** As in the address: "USD", "USD-per-shares", "shares". */
  readonly unit: string;
  /** "CY2025", "CY2025Q3", "CY2025Q3I". */
  readonly period: string;
}

/** The first month of the oldest fiscal year that trailing sums may need, months back. */
const MONTHS_BACK = 28;
const BALANCE_QUARTERS = 3;

/** Every frame that earnings, debt and interest as of a day are read from, earnings first. */
export function framesFor(asOf: string): readonly FrameRequest[] {
  const quarters = quartersUpTo(asOf);
  const year = Number(asOf.slice(0, 4));
  const years = [year - 2, year - 1, ...(Number(asOf.slice(5, 7)) > 6 ? [year] : [])].map(
    (each) => `CY${each}`,
  );
  const flows = [...years, ...quarters];
  const balances = quarters.slice(-BALANCE_QUARTERS).map((quarter) => `${quarter}I`);
  const requests = (tags: readonly string[], unit: string, periods: readonly string[]) =>
    tags.flatMap((tag) => periods.map((period): FrameRequest => ({ tag, unit, period })));
  return [
    ...requests(EPS_TAGS, "USD-per-shares", flows),
    ...requests(NET_INCOME_TAGS, "USD", flows),
    ...requests(SHARE_TAGS, "shares", flows),
    ...requests([...OPERATING_INCOME_TAGS, ...PRETAX_TAGS, ...INTEREST_TAGS], "USD", flows),
    ...requests(DEBT_TAGS, "USD", balances),
  ];
}

/** The quarters that begin within the span, by calendar, oldest first. */
function quartersUpTo(asOf: string): readonly string[] {
  const quarters = new Set<string>();
  const first = monthOf(addMonthsToDate(asOf, -MONTHS_BACK));
  for (let month = first; month < monthOf(asOf); month = addMonths(month, 1))
    quarters.add(`CY${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`);
  return [...quarters];
}
