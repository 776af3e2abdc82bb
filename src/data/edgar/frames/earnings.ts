import { daysBetween } from "../../../maths/calendar.ts";
import type { Fact } from "./frame.ts";
import { EPS_TAGS, NET_INCOME_TAGS, SHARE_TAGS } from "./tags.ts";
import { type Trailing, trailing } from "./trailing.ts";

/** All facts of one company, by tag. */
export type CompanyFacts = ReadonlyMap<string, readonly Fact[]>;

/** Earnings per share of the last twelve months, USD. */
export interface Earnings {
  readonly eps: number;
  /** "implied": net income over the latest weighted diluted shares. */
  readonly by: "reported" | "implied";
  readonly start: string;
  readonly end: string;
  /** The filings it was read from. */
  readonly accessions: readonly string[];
}

/** Why a company's earnings are not used. */
export interface NoEarnings {
  readonly reason: string;
}

/** Windows that end this close together are one. */
const SAME_END_DAYS = 10;
/** A split, or as much new stock, since the fiscal year: its per-share figures are not today's. */
const REBASED = 1.4;
/** Reported and implied differ by dilution and preferred dividends, not by more than this. */
const TOLERANCE = { share: 0.5, usd: 0.1 };

/**
 * Trailing earnings per share: the sum of what was reported per share, checked against net income over shares, which
 * stands in where the share count was re-based. Two that contradict each other (a unit slip) are not used.
 */
export function trailingEarnings(facts: CompanyFacts, asOf: string): Earnings | NoEarnings {
  const reported = newest(facts, EPS_TAGS, asOf);
  const income = newest(facts, NET_INCOME_TAGS, asOf);
  const implied = income && impliedBy(facts, income, asOf);
  if (!reported && !implied) return { reason: missingReason(facts) };
  if (!reported || !implied) return reported ? asReported(reported) : (implied as Earnings);
  const lead = daysBetween(reported.end, implied.end);
  if (lead > SAME_END_DAYS) return implied;
  if (lead < -SAME_END_DAYS) return asReported(reported);
  if (rebased(facts, reported, asOf)) return implied;
  const apart = Math.abs(reported.value - implied.eps);
  const size = Math.max(Math.abs(reported.value), Math.abs(implied.eps));
  if (apart <= Math.max(TOLERANCE.share * size, TOLERANCE.usd)) return asReported(reported);
  const [one, other] = [reported.value, implied.eps].map((value) => value.toPrecision(3));
  return {
    reason: `earnings per share (${one}) and net income over shares (${other}) contradict each other`,
  };
}

function missingReason(facts: CompanyFacts): string {
  const any = [...EPS_TAGS, ...NET_INCOME_TAGS].some((tag) => (facts.get(tag)?.length ?? 0) > 0);
  return any
    ? "its reports do not add up to the last twelve months"
    : "files no US GAAP earnings (none, or by share class only)";
}

function asReported({ value, start, end, plus, minus }: Trailing): Earnings {
  return { eps: value, by: "reported", start, end, accessions: accessions([...plus, ...minus]) };
}

function accessions(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.map(({ accession }) => accession))];
}

/** Of several tags for the same thing the one that reaches furthest; the earlier tag where they reach as far. */
export function newest(facts: CompanyFacts, tags: readonly string[], asOf: string): Trailing | null {
  return tags
    .map((tag) => trailing(facts.get(tag) ?? [], asOf))
    .reduce(
      (best, one) => (one && (!best || daysBetween(best.end, one.end) > SAME_END_DAYS) ? one : best),
      null,
    );
}

function impliedBy(facts: CompanyFacts, income: Trailing, asOf: string): Earnings | null {
  const shares = sharesAt(facts, income.end, asOf);
  if (!shares) return null;
  const { start, end, plus, minus } = income;
  return {
    eps: income.value / shares.value,
    by: "implied",
    start,
    end,
    accessions: accessions([...plus, ...minus, shares]),
  };
}

/** The weighted shares of the period, a quarter rather than a year, that ends on a day. */
function sharesAt(facts: CompanyFacts, end: string, asOf: string): Fact | null {
  for (const tag of SHARE_TAGS) {
    const there = (facts.get(tag) ?? [])
      .filter(
        (fact) => fact.end <= asOf && Math.abs(daysBetween(fact.end, end)) <= SAME_END_DAYS && fact.value > 0,
      )
      .sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? 1 : -1))[0];
    if (there) return there;
  }
  return null;
}

/** Whether the shares of the newest period are far from those of any other that the sum was made of. */
function rebased(facts: CompanyFacts, { plus, minus, end }: Trailing, asOf: string): boolean {
  const now = sharesAt(facts, end, asOf);
  if (!now) return false;
  return [...plus, ...minus].some((flow) => {
    const then = SHARE_TAGS.flatMap((tag) => facts.get(tag) ?? []).find(
      (fact) => fact.start === flow.start && fact.end === flow.end && fact.value > 0,
    );
    if (!then) return false;
    const change = now.value / then.value;
    return change > REBASED || change < 1 / REBASED;
  });
}
