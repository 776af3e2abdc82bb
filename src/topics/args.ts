import { isDate, isMonth } from "../maths/calendar.ts";

/** One `name=value` argument: how it reads, what it may be, what it is when left out. */
export interface ArgSpec<T> {
  readonly describe: string;
  /** For the usage line: "first", "2000", "-10%". */
  readonly example: string;
  /** The values there are, where they can be listed: for "did you mean". */
  readonly choices: readonly string[];
  /** Of a number: from where to where, in words. */
  readonly limits?: string;
  readonly fallback: T;
  /** Its value may stand alone: `thesis 14`. */
  readonly bare?: true;
  /** null: not a value of this argument. */
  readonly parse: (raw: string) => T | null;
}

export type ArgTable = Readonly<Record<string, ArgSpec<unknown>>>;
export type ArgsOf<A extends ArgTable> = {
  readonly [P in keyof A]: A[P] extends ArgSpec<infer T> ? T : never;
};

/** One of a list; letter case does not matter. The fallback may be a value that cannot be typed ("auto"). */
export function choice<const C extends readonly string[], const D extends string>(
  describe: string,
  choices: C,
  fallback: D,
): ArgSpec<C[number] | D> {
  const parse = (raw: string) => choices.find((option) => option.toLowerCase() === raw.toLowerCase()) ?? null;
  const example = choices.find((option) => option !== fallback) ?? fallback;
  return { describe, example, choices, fallback, parse };
}

/** A year, month or day from which to count: "2000", "2000-03", "2000-03-15"; the value is an ISO date. */
export function sinceDate(describe: string, fallback: string): ArgSpec<string> {
  const parse = (raw: string): string | null => {
    const full = /^\d{4}$/.test(raw) ? `${raw}-01-01` : isMonth(raw) ? `${raw}-01` : raw;
    return isDate(full) ? full : null;
  };
  return { describe, example: "2000", choices: [], fallback, parse };
}

/** What earnings are assumed to do, in percent. As reported, the large companies' fell by 92 % from 2007 to 2009. */
const EARNINGS = { least: -95, most: 1_000 } as const;

/**
 * A change of earnings: "-10%", "+5", "−2.5 %". With neither sign nor unit it may be meant as a level, and is refused, as
 * a rate without its unit is. The value is in percent; null when left out.
 */
export function percentChangeArg(describe: string, example: string): ArgSpec<number | null> {
  const parse = (raw: string): number | null => {
    const match = /^([+-]\d{1,4}(?:\.\d{1,4})?(?=\s*%?$)|\d{1,4}(?:\.\d{1,4})?(?=\s*%$))/.exec(
      raw.replace(/[\u2212\u2013\u2014]/g, "-"),
    );
    return between(EARNINGS, match ? Number(match[1]) : Number.NaN);
  };
  return { describe, example, choices: [], fallback: null, limits: "from −95% to +1,000%", parse };
}

/**
 * What rates are assumed to do, in basis points. In no twelve months from 1990 to 2025 did the Fed's target move by more
 * than 475 either way (2001, 2022-23); around 1980 it moved by some 1,000, from levels at which it could fall.
 */
const RATES = { least: -500, most: 1_000 } as const;

/** A rise or fall of interest rates: "+100bp", "-50 bps", "1pp". In basis points; null when left out. */
export function basisPointsArg(describe: string, example: string): ArgSpec<number | null> {
  const parse = (raw: string): number | null => {
    const plain = raw.replace(/[\u2212\u2013\u2014]/g, "-").toLowerCase();
    const [, number, unit] = /^([+-]?\d{1,4}(?:\.\d{1,4})?)\s*(bps?|pp)$/.exec(plain) ?? [];
    return number === undefined ? null : between(RATES, Number(number) * (unit === "pp" ? 100 : 1));
  };
  const limits = "from −500bp to +1,000bp (1% is 100bp)";
  return { describe, example, choices: [], fallback: null, limits, parse };
}

function between({ least, most }: { readonly least: number; readonly most: number }, value: number) {
  return value >= least && value <= most ? value : null;
}
