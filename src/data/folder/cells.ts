import { isDate as exists, isMonth as isMonthOfAnyYear } from "../../maths/calendar.ts";
import { CellFault, quote } from "./faults.ts";

/** What a cell may hold: reading what was written gives the same value back. `parse` throws `CellFault`. */
export interface Kind<T> {
  readonly parse: (text: string) => T;
  format(value: T): string;
  /** A blank cell means "not reported", so it is a value too. */
  readonly blankIsNull: boolean;
}

interface Range {
  readonly above?: number;
  readonly below?: number;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Added to the message of a value out of range. */
  readonly hint?: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const YEARS = /^(?:1[89]|20|21)/;

function strict<T>(parse: (text: string) => T, format: (value: T) => string): Kind<T> {
  return { parse, format, blankIsNull: false };
}

function parseNumber(text: string): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value + 0; // turns -0 into 0
  const hint = text.includes(",")
    ? "Write 1234.5: a decimal point, no thousands separators."
    : "Write plain decimals such as -0.25 or 1e6; leave a cell blank where nothing is reported.";
  throw new CellFault(`${quote(text)} is not a number`, hint);
}

function outOfRange(value: number, range: Range): string | undefined {
  if (range.above !== undefined && value <= range.above) return `is not above ${range.above}`;
  if (range.below !== undefined && value >= range.below) return `is not below ${range.below}`;
  if (range.min !== undefined && value < range.min) return `is below ${range.min}`;
  if (range.max !== undefined && value > range.max) return `is above ${range.max}`;
  if (range.whole && !Number.isSafeInteger(value)) return "is not a whole number";
  return undefined;
}

export function number(range: Range = {}): Kind<number> {
  const parse = (text: string): number => {
    const value = parseNumber(text);
    const problem = outOfRange(value, range);
    if (problem === undefined) return value;
    throw new CellFault(
      `${quote(text)} ${problem}`,
      range.hint ?? "Correct the value, or leave the row out.",
    );
  };
  return strict(parse, (value) => String(value));
}

const isMonth = (text: string) => YEARS.test(text) && isMonthOfAnyYear(text);
export const isDate = (text: string) => YEARS.test(text) && exists(text);

export const date: Kind<string> = strict(
  (text) => {
    if (isDate(text)) return text;
    throw new CellFault(
      `${quote(text)} is not a date`,
      "Write dates that exist as YYYY-MM-DD (years 1800 to 2199).",
    );
  },
  (value) => value,
);

export const month: Kind<string> = strict(
  (text) => {
    if (isMonth(text)) return text;
    throw new CellFault(`${quote(text)} is not a month`, "Write months as YYYY-MM (years 1800 to 2199).");
  },
  (value) => value,
);

export const text: Kind<string> = strict(
  (value) => value,
  (value) => value,
);

export const bool: Kind<boolean> = strict((value) => {
  if (value === "true" || value === "false") return value === "true";
  throw new CellFault(`${quote(value)} is neither true nor false`, "Write true or false in lower case.");
}, String);

export function oneOf<const T extends string>(names: readonly T[]): Kind<T> {
  const known = new Map<string, T>(names.map((name) => [name, name]));
  const parse = (value: string): T => {
    const name = known.get(value);
    if (name !== undefined) return name;
    throw new CellFault(`${quote(value)} is not a known name`, `Use one of: ${names.join(", ")}.`);
  };
  return strict(parse, (value) => value);
}

export function orNull<T>(kind: Kind<T>): Kind<T | null> {
  return {
    parse: (value) => (value === "" ? null : kind.parse(value)),
    format: (value) => (value === null ? "" : kind.format(value)),
    blankIsNull: true,
  };
}
