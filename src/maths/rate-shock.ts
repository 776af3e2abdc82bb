import { absent, type Value } from "../briefing/value.ts";
import { shareWhere } from "./distribution.ts";
import { type Borrower, outsideFinancials, swappedOf } from "./leverage.ts";
import { median, sum } from "./statistics.ts";

/** A company that pays interest: money in one currency, a year; `floating` is principal after pay-fixed swaps. */
interface Payer {
  readonly ebit: number;
  readonly interest: number;
  readonly floating: number;
}

/** How well companies cover their interest: shares in percent of companies, cover as EBIT over interest. */
export interface CoverReadings {
  readonly belowOne: Value;
  readonly belowOneAndHalf: Value;
  readonly medianCover: Value;
}

/** The same companies with interest rates as they are and changed by a number of basis points. */
export interface RateShock {
  /** Companies measured. */
  readonly n: number;
  readonly now: CoverReadings;
  readonly assumed: CoverReadings;
  /** Change of the interest of all together, in percent of their EBIT. */
  readonly ofEbit: Value;
  /** The same in percent of the interest that they pay. */
  readonly ofInterest: Value;
  /** Above this rise, in basis points, at least half of the companies have cover below 1.5. */
  readonly breakEvenHalf: Value;
  /** Above this rise, in basis points, at least twice as many as today have cover below 1. */
  readonly breakEvenDouble: Value;
}

/** A rise beyond what rates have done in living memory is looked for no further. */
export const FARTHEST_BP = 2_000;

/**
 * Interest cover if rates changed by `bp` basis points at once and for a full year on all floating principal, net of
 * pay-fixed swaps: interest + bp/10,000 × floating, at least zero; EBIT, debt and everything fixed as they are. Over
 * companies outside financials that report EBIT, pay interest and report what of their debt floats and is swapped.
 */
export function rateShock(members: readonly Borrower[], bp: number): RateShock {
  const payers = outsideFinancials(members).flatMap(payerOf);
  const shocked = payers.map((payer) => ({ ...payer, interest: interestAt(payer, bp) }));
  const [ebit, before, after] = [
    sum(payers.map((payer) => payer.ebit)),
    sum(payers.map(({ interest }) => interest)),
    sum(shocked.map(({ interest }) => interest)),
  ];
  const below = payers.filter(isBelow(1)).length;
  const half = Math.ceil(payers.length / 2);
  return {
    n: payers.length,
    now: coverReadings(payers),
    assumed: coverReadings(shocked),
    ofEbit:
      payers.length === 0
        ? NOBODY
        : ebit > 0
          ? (100 * (after - before)) / ebit
          : absent("not_meaningful", "the EBIT of these companies together is not above zero"),
    ofInterest: payers.length === 0 ? NOBODY : (100 * (after - before)) / before,
    breakEvenHalf: riseUntil(payers, 1.5, half, "half of the companies have cover below 1.5 as it is"),
    breakEvenDouble:
      below === 0 && payers.length > 0
        ? absent("not_meaningful", "no company has cover below 1 today: there is nothing to double")
        : riseUntil(payers, 1, 2 * below, "over half of the companies have cover below 1 as it is"),
  };
}

const NOBODY = absent(
  "not_reported",
  "no company outside financials reports EBIT, an interest expense, floating debt and swaps",
);

function payerOf(member: Borrower): readonly Payer[] {
  const { ebit, interestExpense: interest } = member;
  const floating = floatingOf(member);
  return ebit === null || interest === null || interest === 0 || floating === null
    ? []
    : [{ ebit, interest, floating }];
}

function floatingOf(member: Borrower): number | null {
  if (member.totalDebt === 0) return 0;
  const swapped = swappedOf(member);
  return member.floatingDebt === null || swapped === null ? null : member.floatingDebt - swapped;
}

/** Whoever had more floating debt than interest to fall would not be paid for it. */
const interestAt = ({ interest, floating }: Payer, bp: number) =>
  Math.max(0, interest + (bp / 10_000) * floating);

/** Without a division, since a fall of rates may leave no interest: a profit covers that, a loss does not. */
const isBelow =
  (cover: number) =>
  ({ ebit, interest }: Payer) =>
    ebit < cover * interest;

function coverReadings(payers: readonly Payer[]): CoverReadings {
  const share = (cover: number) => shareWhere(payers, isBelow(cover), NOBODY.note);
  const middle = median(payers.map(coverOf));
  return {
    belowOne: share(1),
    belowOneAndHalf: share(1.5),
    medianCover:
      payers.length === 0
        ? NOBODY
        : typeof middle === "number" && !Number.isFinite(middle)
          ? absent("not_meaningful", "the median company would pay no interest")
          : middle,
  };
}

function coverOf({ ebit, interest }: Payer): number {
  if (interest > 0) return ebit / interest;
  return ebit < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The rise above which at least `count` companies are below a cover: each has one of its own, in closed form. */
function riseUntil(payers: readonly Payer[], cover: number, count: number, already: string): Value {
  if (payers.length === 0) return NOBODY;
  if (count > payers.length) return absent("not_meaningful", already);
  const rises = payers.map((payer) => {
    if (isBelow(cover)(payer)) return Number.NEGATIVE_INFINITY;
    if (payer.floating <= 0) return Number.POSITIVE_INFINITY;
    return (10_000 * (payer.ebit / cover - payer.interest)) / payer.floating;
  });
  const rise = Float64Array.from(rises).sort()[count - 1] ?? Number.POSITIVE_INFINITY;
  if (rise === Number.NEGATIVE_INFINITY) return absent("not_meaningful", already);
  return rise <= FARTHEST_BP
    ? rise
    : absent("not_meaningful", `no rise up to ${FARTHEST_BP} basis points does it`);
}
