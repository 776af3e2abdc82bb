import type {
  Constituent,
  Deal,
  RevisionMonth,
  Side,
  UniverseRow,
  ValuationMonth,
} from "../../market/datasets.ts";
import { date, month, number, oneOf, orNull, text } from "./cells.ts";
import { CellFault } from "./faults.ts";
import { asRows, defineTable } from "./table.ts";

const side = oneOf<Side>(["small", "large"]);
const positive = number({
  above: 0,
  hint: "Correct the value; where it is not reported, leave the cell blank.",
});
const amount = number({ min: 0, hint: "Correct the value; where it is not reported, leave the cell blank." });
const count = number({ min: 0, whole: true, hint: "A count is a whole number, 0 or more." });

export const constituents = defineTable<
  Omit<Constituent, "position" | "filed" | "company" | "estimatedOn">,
  readonly Constituent[]
>({
  file: "constituents.csv",
  columns: {
    asOf: { name: "as_of", kind: date },
    index: { name: "index", kind: side },
    ticker: { name: "ticker", kind: text },
    name: { name: "name", kind: text },
    sector: { name: "sector", kind: orNull(text) },
    country: { name: "country", kind: orNull(text) },
    price: { name: "price", kind: orNull(positive) },
    shares: { name: "shares", kind: orNull(positive) },
    marketCap: { name: "market_cap", kind: orNull(positive) },
    epsTtm: { name: "eps_ttm", kind: orNull(number()) },
    epsFy1: { name: "eps_fy1", kind: orNull(number()) },
    epsFy2: { name: "eps_fy2", kind: orNull(number()) },
    fy1End: { name: "fy1_end", kind: orNull(date) },
    epsFy1ThreeMonthsAgo: { name: "eps_fy1_3m_ago", kind: orNull(number()) },
    analysts: { name: "analysts", kind: orNull(count) },
    totalDebt: { name: "total_debt", kind: orNull(amount) },
    floatingDebt: { name: "floating_debt", kind: orNull(amount) },
    swappedToFixed: { name: "swapped_to_fixed", kind: orNull(amount) },
    ebit: { name: "ebit", kind: orNull(number()) },
    interestExpense: { name: "interest_expense", kind: orNull(amount) },
    usRevenueShare: {
      name: "us_revenue_share",
      kind: orNull(number({ min: 0, max: 1, hint: "A share is a decimal: 0.85 is 85 %." })),
    },
  },
  order: "asOf",
  series: ["index", "ticker"],
  check: ({ totalDebt, floatingDebt, swappedToFixed }) => {
    if (totalDebt !== null && floatingDebt !== null && floatingDebt > totalDebt)
      throw new CellFault(
        `"${floatingDebt}" is more than total_debt ${totalDebt}`,
        "Correct one.",
        "floating_debt",
      );
    if (floatingDebt !== null && swappedToFixed !== null && swappedToFixed > floatingDebt) {
      const problem = `"${swappedToFixed}" is more than floating_debt ${floatingDebt}`;
      throw new CellFault(problem, "Correct one.", "swapped_to_fixed");
    }
  },
  ...asRows,
});

export const valuationHistory = defineTable<ValuationMonth, readonly ValuationMonth[]>({
  file: "valuation-history.csv",
  columns: {
    month: { name: "month", kind: month },
    index: { name: "index", kind: side },
    variant: { name: "variant", kind: text },
    forwardPe: {
      name: "forward_pe",
      kind: number({ above: 0, hint: "Leave a month out whose P/E is not meaningful or not reported." }),
    },
  },
  order: "month",
  series: ["index", "variant"],
  ...asRows,
});

export const revisions = defineTable<RevisionMonth, readonly RevisionMonth[]>({
  file: "revisions.csv",
  columns: {
    month: { name: "month", kind: month },
    index: { name: "index", kind: side },
    up: { name: "up", kind: count },
    down: { name: "down", kind: count },
    unchanged: { name: "unchanged", kind: count },
  },
  order: "month",
  series: ["index"],
  ...asRows,
});

export const deals = defineTable<Deal, readonly Deal[]>({
  file: "deals.csv",
  columns: {
    announced: { name: "announced", kind: date },
    target: { name: "target", kind: text },
    acquirer: { name: "acquirer", kind: orNull(text) },
    valueUsd: { name: "value_usd", kind: orNull(positive) },
  },
  order: "announced",
  apart: ["target", "acquirer"],
  ...asRows,
});

export const universe = defineTable<UniverseRow, readonly UniverseRow[]>({
  file: "universe.csv",
  columns: {
    asOf: { name: "as_of", kind: date },
    region: { name: "region", kind: text },
    size: { name: "size", kind: text },
    companies: { name: "companies", kind: orNull(count) },
    marketCap: { name: "market_cap", kind: orNull(amount) },
  },
  order: "asOf",
  series: ["region", "size"],
  ...asRows,
});
