import type { Constituent } from "./datasets.ts";

/**
 * One row a company: share classes that are listed apart (GOOGL and GOOG) report one EBIT, one debt and one number of
 * analysts. It is the row of the largest line; what that does not say is taken from the next.
 */
export function companiesOf(rows: readonly Constituent[]): readonly Constituent[] {
  return linesByCompany(rows).map((lines) => {
    const [main, ...others] = lines.toSorted((a, b) => worthOf(b) - worthOf(a));
    if (main === undefined) throw new TypeError("a company without a line");
    return others.reduce(filledFrom, main);
  });
}

/**
 * Tickers of lines that hold the whole company's market cap once more, beside another share class: their shares (given,
 * or market cap over price) are the same number. They are members as the data have them; a reader is to know.
 */
export function repeatedLines(rows: readonly Constituent[]): readonly string[] {
  return linesByCompany(rows).flatMap((lines) =>
    lines
      .filter((line, at) => lines.slice(0, at).some((before) => areSame(sharesOf(before), sharesOf(line))))
      .map(({ ticker }) => ticker),
  );
}

const worthOf = ({ position, marketCap }: Constituent) => position?.valueUsd ?? marketCap ?? 0;

/** What is reported of a company, not of one of its share classes. */
const REPORTED = [
  "sector",
  "country",
  "analysts",
  "totalDebt",
  "floatingDebt",
  "swappedToFixed",
  "ebit",
  "interestExpense",
  "usRevenueShare",
] as const;

function filledFrom(row: Constituent, other: Constituent): Constituent {
  const missing = REPORTED.filter((field) => row[field] === null && other[field] !== null);
  return missing.length === 0
    ? row
    : { ...row, ...Object.fromEntries(missing.map((field) => [field, other[field]])) };
}

/** Prices are printed to the cent, market caps rounded; shares of two classes never come so near. */
const SAME = 0.001;

const areSame = (one: number | null, other: number | null) =>
  one !== null && other !== null && Math.abs(one - other) <= SAME * Math.abs(one);

/** A fund's position is in each line's own shares. */
function sharesOf({ position, shares, marketCap, price }: Constituent): number | null {
  if (position !== undefined) return null;
  return shares ?? (marketCap === null || price === null ? null : marketCap / price);
}

/** By the source's own name for the company, else by names that are equal and tickers that differ in a class. */
function linesByCompany(rows: readonly Constituent[]): readonly (readonly Constituent[])[] {
  if (!rows.some((row) => row.company !== undefined || isCalledAClass(row))) return rows.map((row) => [row]);
  const companies: Constituent[][] = [];
  const byId = new Map<string, Constituent[]>();
  const byName = new Map<string, Constituent[][]>();
  for (const row of rows) {
    const name = nameOf(row);
    const named = byName.get(name) ?? [];
    const found =
      (row.company === undefined ? undefined : byId.get(row.company)) ??
      named.find((lines) => lines.some((line) => areClasses(line, row)));
    const lines = found ?? [];
    lines.push(row);
    if (found === undefined) {
      companies.push(lines);
      byName.set(name, [...named, lines]);
    }
    if (row.company !== undefined) byId.set(row.company, lines);
  }
  return companies;
}

const CLASS = /\b(?:class|cl|series|ser)\.? [a-z]\b/i;

const isCalledAClass = ({ name, ticker }: Constituent) => CLASS.test(name) || /[.\-/ ][A-Z]$/i.test(ticker);

/** "ALPHABET INC CLASS C" and "Alphabet Inc. (Class A)" are one name. */
const nameOf = ({ name }: Constituent) =>
  name
    .toUpperCase()
    .replace(CLASS, " ")
    .replace(/[^A-Z0-9]/g, "");

/**
 * Without a number of the company one of the lines must be called a class, by its name or its ticker (two banks may
 * have one name: FBP and FBNC), and the tickers differ in their last letter, or by one.
 */
function areClasses(one: Constituent, other: Constituent): boolean {
  if (one.company !== undefined && other.company !== undefined) return one.company === other.company;
  if (nameOf(one) === "" || (!isCalledAClass(one) && !isCalledAClass(other))) return false;
  const [a, b] = [one.ticker, other.ticker].map((ticker) => ticker.toUpperCase().replace(/[^A-Z0-9]/g, ""));
  if (a === undefined || b === undefined || a === b) return false;
  const same = [...a].findIndex((letter, at) => letter !== b[at]);
  const shared = same === -1 ? a.length : same;
  return shared > 0 && a.length - shared <= 1 && b.length - shared <= 1;
}
