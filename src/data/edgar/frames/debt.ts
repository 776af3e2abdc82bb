import { daysBetween } from "../../../maths/calendar.ts";
import { type CompanyFacts, newest } from "./earnings.ts";
import type { Fact } from "./frame.ts";
import { DEBT_TAGS, INTEREST_TAGS, OPERATING_INCOME_TAGS, PRETAX_TAGS } from "./tags.ts";
import { latestInstant } from "./trailing.ts";

/** USD; null where a company's reports do not say, which is not the same as none. */
export interface DebtAndCover {
  readonly totalDebt: number | null;
  /** Of the last twelve months. */
  readonly ebit: number | null;
  readonly interestExpense: number | null;
}

const SAME_DAY_RANGE = 10;

export function debtAndCover(facts: CompanyFacts, asOf: string): DebtAndCover {
  const interest = newest(facts, INTEREST_TAGS, asOf);
  const operating = newest(facts, OPERATING_INCOME_TAGS, asOf);
  const pretax = newest(facts, PRETAX_TAGS, asOf);
  const together =
    interest && pretax && Math.abs(daysBetween(interest.end, pretax.end)) <= SAME_DAY_RANGE
      ? pretax.value + interest.value
      : null;
  return {
    totalDebt: totalDebt(facts, asOf),
    ebit: operating?.value ?? together,
    interestExpense: interest && interest.value >= 0 ? interest.value : null,
  };
}

/**
 * All borrowings on the newest balance sheet: the combined tag, else long-term debt with its current part, and what is
 * borrowed short. `DebtCurrent` holds both the current part and short-term borrowings.
 */
function totalDebt(facts: CompanyFacts, asOf: string): number | null {
  const balances = new Map(
    DEBT_TAGS.flatMap((tag): [string, Fact][] => {
      const balance = latestInstant(facts.get(tag) ?? [], asOf);
      return balance && balance.value >= 0 ? [[tag, balance]] : [];
    }),
  );
  const newestDay = [...balances.values()]
    .map(({ end }) => end)
    .sort()
    .at(-1);
  const on = (tag: string) => {
    const balance = balances.get(tag);
    return balance && balance.end === newestDay ? balance.value : null;
  };
  const combined = on("DebtLongtermAndShorttermCombinedAmount");
  if (combined !== null) return combined;
  const [all, noncurrent, current] = [on("LongTermDebt"), on("LongTermDebtNoncurrent"), on("DebtCurrent")];
  if (noncurrent !== null && current !== null) return noncurrent + current;
  const short = on("ShortTermBorrowings") ?? 0;
  if (all !== null) return all + short;
  const maturing = on("LongTermDebtCurrent");
  if (noncurrent !== null) return noncurrent + (maturing ?? 0) + short;
  return current ?? (maturing === null ? on("ShortTermBorrowings") : maturing + short);
}
