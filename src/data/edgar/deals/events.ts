import type { Deal } from "../../../market/datasets.ts";
import { daysBetween } from "../../../maths/calendar.ts";
import type { IndexRow } from "./index-file.ts";

/** Merger proxies and information statements, tender offers and their targets' answers, going private. */
export const DEAL_FORMS: ReadonlySet<string> = new Set([
  "DEFM14A",
  "PREM14A",
  "DEFM14C",
  "SC TO-T",
  "SC 14D9",
  "SC 13E3",
]);

export interface Deals {
  readonly deals: readonly Deal[];
  /** Filings left out: blank-cheque companies that merge with what they were made to find. */
  readonly blankCheque: number;
  /** Deals whose target is one of several companies that the index does not tell apart. */
  readonly ambiguous: number;
}

/** Filings about one target within so many days are one deal. */
const ONE_DEAL_DAYS = 180;
/** Names of blank-cheque companies, and of the shells that buyers bid through: the index has no better mark. */
const SHELL =
  /\b(ACQUISITIONS?|ACQUIRER|ACQUIRECO|BLANK CHECK|SPAC|MERGER|MERGERSUB|BIDCO|PURCHASER)\b|\bCORP(ORATION)?\.? (I{1,3}|IV|VI{0,3}|IX|X)$/i;

interface Party {
  readonly cik: number;
  readonly name: string;
}
interface Filing {
  readonly filed: string;
  readonly parties: readonly Party[];
}

/**
 * One deal for each target in 180 days, dated by the first filing. The index lists a filing once for each company named
 * in it and does not say which is the target: a filing with one company names it; another's is the company that such a
 * filing names within 180 days; where none does, the deal is counted once and carries all their names.
 */
export function dealsOf(rows: readonly IndexRow[]): Deals {
  const filings = filingsOf(rows.filter(({ form }) => DEAL_FORMS.has(form)));
  const real = filings.filter(({ parties }) => parties.length > 0);
  const known = targetDays(real);
  const events: { readonly ciks: ReadonlySet<number>; readonly deal: Deal }[] = [];
  const last = new Map<number, (typeof events)[number]>();
  for (const filing of real) {
    const targets = targetsOf(filing, known);
    const same = targets
      .map(({ cik }) => last.get(cik))
      .find((event) => event && daysBetween(event.deal.announced, filing.filed) <= ONE_DEAL_DAYS);
    if (same) continue;
    const event = { ciks: new Set(targets.map(({ cik }) => cik)), deal: dealOf(filing, targets) };
    events.push(event);
    for (const { cik } of targets) last.set(cik, event);
  }
  return {
    deals: events.map(({ deal }) => deal),
    blankCheque: filings.length - real.length,
    ambiguous: events.filter(({ ciks }) => ciks.size > 1).length,
  };
}

/** Each filing once, with its companies less the shells, in the order of days. */
function filingsOf(rows: readonly IndexRow[]): readonly Filing[] {
  const byNumber = new Map<string, { filed: string; parties: Map<number, string> }>();
  for (const { accession, filed, cik, company } of rows) {
    const filing = byNumber.get(accession) ?? { filed, parties: new Map<number, string>() };
    if (!SHELL.test(company)) filing.parties.set(cik, company);
    byNumber.set(accession, filing);
  }
  return [...byNumber]
    .sort(([a, one], [b, other]) => (`${one.filed}${a}` < `${other.filed}${b}` ? -1 : 1))
    .map(([, { filed, parties }]) => ({
      filed,
      parties: [...parties].map(([cik, name]) => ({ cik, name })),
    }));
}

/** The days on which filings with one company alone named it. */
function targetDays(filings: readonly Filing[]): ReadonlyMap<number, readonly string[]> {
  const days = new Map<number, string[]>();
  for (const { filed, parties } of filings) {
    const [only, more] = parties;
    if (only && !more) days.set(only.cik, [...(days.get(only.cik) ?? []), filed]);
  }
  return days;
}

function targetsOf(
  { filed, parties }: Filing,
  known: ReadonlyMap<number, readonly string[]>,
): readonly Party[] {
  if (parties.length === 1) return parties;
  const named = parties.filter(({ cik }) =>
    known.get(cik)?.some((day) => Math.abs(daysBetween(day, filed)) <= ONE_DEAL_DAYS),
  );
  return named.length === 1 ? named : parties;
}

function dealOf({ filed, parties }: Filing, targets: readonly Party[]): Deal {
  const buyers = parties.filter((party) => !targets.includes(party)).map(({ name }) => name);
  return {
    announced: filed,
    target: targets.map(({ name }) => name).join(" or "),
    acquirer: buyers.length > 0 ? buyers.join(", ") : null,
    valueUsd: null,
  };
}
