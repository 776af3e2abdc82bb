import { absent, type Value } from "../briefing/value.ts";
import { sharesByBand, shareWhere } from "./distribution.ts";
import { median, sum } from "./statistics.ts";

/** What a company's debt is measured from; money in one currency, null is not reported. */
export interface Borrower {
  readonly sector: string | null;
  readonly totalDebt: number | null;
  /** Principal that resets within twelve months. */
  readonly floatingDebt: number | null;
  /** Of which pay-fixed swaps. */
  readonly swappedToFixed: number | null;
  readonly ebit: number | null;
  readonly interestExpense: number | null;
}

/** Lower edges of the bands of interest cover. */
export const COVER_EDGES = [0, 1, 1.5, 3, 6] as const;

/** A value with the companies it is over. */
export interface Measured {
  readonly value: Value;
  readonly n: number;
}

export interface Leverage {
  readonly floatingShareOfDebt: Measured;
  readonly floatingShareOfDebtBeforeSwaps: Measured;
  readonly companiesMostlyFloating: Measured;
  readonly companiesMostlyFloatingBeforeSwaps: Measured;
  readonly companiesMostlyFloatingOfAll: Measured;
  readonly interestCover: Measured;
  readonly interestCoverMedian: Measured;
  readonly thinCoverShare: Measured;
  readonly zombieShare: Measured;
  readonly debtExplained: Measured;
  /** Shares of companies by band of interest cover, percent; one more than `COVER_EDGES`. */
  readonly coverBands: readonly Value[];
  readonly nonFinancials: number;
  readonly financials: number;
  readonly sectorUnknown: number;
}

/** Banks, insurers and the like: debt is their raw material. GICS "Financials" and other vendors' names for it. */
const FINANCIAL = /^(financ|bank|insur|capital markets|diversified financ)/i;

/** A company whose sector is not reported might be a bank: it is none of these. */
export function outsideFinancials<Member extends Pick<Borrower, "sector">>(
  members: readonly Member[],
): readonly Member[] {
  return members.filter(({ sector }) => sector !== null && !FINANCIAL.test(sector));
}

/** One company's floating principal beside its whole debt. */
interface Loan {
  readonly total: number;
  readonly floating: number;
}

/**
 * Debt and interest cover of the companies outside financials (DOMAIN 2d); those whose sector is not reported are
 * left out and counted. Cells that are blank are not reported, and never 0: a floating part
 * whose swaps are blank counts before swaps only, unless it is 0 itself.
 */
export function leverageOf(members: readonly Borrower[]): Leverage {
  const known = members.filter(({ sector }) => sector !== null);
  const companies = outsideFinancials(members);
  const net = companies.flatMap(netLoan);
  const gross = companies.flatMap(grossLoan);
  const debtFree = companies.filter(({ totalDebt }) => totalDebt === 0).length;
  const covers = companies.flatMap(coverOf);
  const debt = sum(companies.map(({ totalDebt }) => totalDebt ?? 0));
  const mostly = net.filter(mostlyFloating).length;
  const each = covers.map(({ ebit, interest }) => ebit / interest);
  const below = (edge: number) => shareWhere(each, (cover) => cover < edge, NO_COVER);
  const n = each.length;
  return {
    floatingShareOfDebt: { value: floatingShare(net, NO_NET), n: net.length },
    floatingShareOfDebtBeforeSwaps: { value: floatingShare(gross, NO_GROSS), n: gross.length },
    companiesMostlyFloating: { value: shareWhere(net, mostlyFloating, NO_NET), n: net.length },
    companiesMostlyFloatingBeforeSwaps: {
      value: shareWhere(gross, mostlyFloating, NO_GROSS),
      n: gross.length,
    },
    companiesMostlyFloatingOfAll: {
      value: net.length === 0 ? reportedNone(NO_NET) : (100 * mostly) / (net.length + debtFree),
      n: net.length + debtFree,
    },
    interestCover: {
      value:
        n === 0
          ? reportedNone(NO_COVER)
          : sum(covers.map(({ ebit }) => ebit)) / sum(covers.map(({ interest }) => interest)),
      n,
    },
    interestCoverMedian: { value: n === 0 ? reportedNone(NO_COVER) : median(each), n },
    thinCoverShare: { value: below(1.5), n },
    zombieShare: { value: below(1), n },
    debtExplained: {
      value:
        debt > 0
          ? (100 * sum(net.map(({ total }) => total))) / debt
          : reportedNone("no company outside financials reports any debt"),
      n: companies.length,
    },
    coverBands: sharesByBand(each, COVER_EDGES),
    nonFinancials: companies.length,
    financials: known.length - companies.length,
    sectorUnknown: members.length - known.length,
  };
}

const NO_NET = "no company outside financials reports total debt with its floating part and swaps";
const NO_GROSS = "no company outside financials reports total debt with its floating part";
const NO_COVER = "no company outside financials reports EBIT with an interest expense";

const reportedNone = (note: string) => absent("not_reported", note);
const mostlyFloating = ({ total, floating }: Loan) => floating / total > 0.5;

function grossLoan({ totalDebt, floatingDebt }: Borrower): readonly Loan[] {
  if (totalDebt === null || totalDebt === 0 || floatingDebt === null) return [];
  return [{ total: totalDebt, floating: floatingDebt }];
}

/** What pay-fixed swaps take off the floating principal: of none nothing; null is not reported. */
export const swappedOf = ({ floatingDebt, swappedToFixed }: Borrower): number | null =>
  floatingDebt === 0 ? 0 : swappedToFixed;

function netLoan(member: Borrower): readonly Loan[] {
  const swapped = swappedOf(member);
  return swapped === null
    ? []
    : grossLoan(member).map(({ total, floating }) => ({ total, floating: floating - swapped }));
}

function floatingShare(loans: readonly Loan[], nobody: string): Value {
  const total = sum(loans.map((loan) => loan.total));
  return total > 0 ? (100 * sum(loans.map(({ floating }) => floating))) / total : reportedNone(nobody);
}

function coverOf({ ebit, interestExpense }: Borrower) {
  return ebit === null || interestExpense === null || interestExpense === 0
    ? []
    : [{ ebit, interest: interestExpense }];
}
