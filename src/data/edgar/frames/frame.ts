import { z } from "zod";
import { isDate } from "../../../maths/calendar.ts";
import { layoutFault } from "../../http/fault.ts";

/** One company's value for one period. Frames carry no filing date: they are not point-in-time. */
export interface Fact {
  readonly cik: number;
  /** Null: an instant, such as a balance. */
  readonly start: string | null;
  readonly end: string;
  readonly value: number;
  /** The number of the filing it was last reported in. */
  readonly accession: string;
}

/** One tag for one period of all companies. */
export interface Frame {
  readonly tag: string;
  readonly period: string;
  readonly size: number;
  /** Null where the company has none. */
  of(cik: number): Fact | null;
}

const date = z.string().refine(isDate, "is no date");
const rawFact = z.object({
  accn: z.string().regex(/^\d{10}-\d{2}-\d{6}$/),
  cik: z.int().positive(),
  start: date.optional(),
  end: date,
  val: z.number(),
});
type RawFact = z.infer<typeof rawFact>;
const schema = z.object({
  tag: z.string(),
  ccp: z.string(),
  pts: z.int().nonnegative(),
  data: z.array(z.unknown()),
});

/** @throws SourceFault where the body is not the frame that was asked for, or is cut short */
export function parseFrame(body: string, asked: { readonly tag: string; readonly period: string }): Frame {
  const { tag, ccp, pts, data } = checked(body);
  if (tag !== asked.tag || ccp !== asked.period)
    throw layoutFault(`is ${tag} of ${ccp}, not ${asked.tag} of ${asked.period}`);
  if (data.length !== pts) throw layoutFault(`holds ${data.length} of its ${pts} facts`);
  const backwards = data.find(({ start, end }) => start !== undefined && start > end);
  if (backwards) throw layoutFault(`has a period from ${backwards.start} to ${backwards.end}`);
  return packed(tag, ccp, data);
}

/** In columns by CIK, so that a market's two hundred frames take tens of megabytes and not hundreds. */
function packed(tag: string, period: string, data: readonly RawFact[]): Frame {
  const sorted = data.toSorted((a, b) => a.cik - b.cik);
  const dates = new Dates();
  const ciks = Int32Array.from(sorted, ({ cik }) => cik);
  const starts = Int16Array.from(sorted, ({ start }) => (start === undefined ? -1 : dates.number(start)));
  const ends = Int16Array.from(sorted, ({ end }) => dates.number(end));
  const values = Float64Array.from(sorted, ({ val }) => val);
  const agents = Float64Array.from(sorted, ({ accn }) => Number(accn.slice(0, 10)));
  const numbers = Uint32Array.from(sorted, ({ accn }) => Number(accn.slice(11, 13) + accn.slice(14)));
  return {
    tag,
    period,
    size: ciks.length,
    of: (cik) => {
      const row = rowOf(ciks, cik);
      if (row < 0) return null;
      const [start = -1, end = -1] = [starts[row], ends[row]];
      return {
        cik,
        start: start < 0 ? null : dates.text(start),
        end: dates.text(end),
        value: values[row] ?? Number.NaN,
        accession: accession(agents[row] ?? 0, numbers[row] ?? 0),
      };
    },
  };
}

/** By halves; -1: none. */
function rowOf(ciks: Int32Array, cik: number): number {
  let [low, high] = [0, ciks.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ciks[middle] ?? 0;
    if (found === cik) return middle;
    if (found < cik) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Few days occur in a frame, each many times. */
class Dates {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(number: number): string {
    return this.#texts[number] ?? "";
  }
}

function accession(agent: number, number: number): string {
  const digits = String(number).padStart(8, "0");
  return `${String(agent).padStart(10, "0")}-${digits.slice(0, 2)}-${digits.slice(2)}`;
}

interface Checked {
  readonly tag: string;
  readonly ccp: string;
  readonly pts: number;
  readonly data: readonly RawFact[];
}

/** Thousands of facts are looked at where they are; only one at fault is described. */
function checked(body: string): Checked {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw layoutFault("is not JSON, or is cut short");
  }
  const result = schema.safeParse(json);
  if (!result.success) throw drift(result.error, []);
  const { data } = result.data;
  const at = data.findIndex((row) => !isFact(row));
  if (at >= 0) throw drift(rawFact.safeParse(data[at]).error, ["data", at]);
  return { ...result.data, data: data as readonly RawFact[] };
}

function drift(error: z.ZodError | undefined, path: readonly PropertyKey[]) {
  const issue = error?.issues[0];
  const where = [...path, ...(issue?.path ?? [])].join(".");
  return layoutFault(`is not a frame as it used to be: ${where} ${issue?.message}`);
}

const isFact = (row: unknown) => rawFact.safeParse(row).success;
