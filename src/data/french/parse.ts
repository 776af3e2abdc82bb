import type { FactorMonth, Levels, Point } from "../../market/datasets.ts";
import { addMonths, monthEnd } from "../../maths/calendar.ts";
import { layoutFault } from "../http/fault.ts";

interface Row {
  /** As it stands there: "202512", "20251231". */
  readonly stamp: string;
  readonly cells: readonly string[];
}
interface MonthRow extends Row {
  readonly month: string;
}

/** Cells of one column from its first reported month on. */
type Column = readonly { readonly month: string; readonly percent: string }[];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const VALUE_WEIGHTED_MONTHLY = /^(average\s+)?value[\s-]*weight(ed)?\s+returns\s*-+\s*monthly/i;
// A preamble may end in a sentence on annual returns, so only what looks like a block's title counts as one.
const TITLE = /--|^(average\s+)?(equal|value)[\s-]*weight|^(number of|average|sum of|annual)\b/i;

/** `small_total` = value-weighted `Lo 30`, `large_total` = `Hi 30`, from 100 at the month-end before. */
export function parseSizeLevels(text: string, today: string): Levels {
  const rows = firstMonthlyBlock(text, ["Lo 30", "Hi 30"], today);
  return { small_total: cumulate(column(rows, 0, "Lo 30")), large_total: cumulate(column(rows, 1, "Hi 30")) };
}

/** The three factors and the risk-free rate as decimals. */
export function parseFactors(text: string, today: string): readonly FactorMonth[] {
  const names = ["Mkt-RF", "SMB", "HML", "RF"];
  const rows = firstMonthlyBlock(text, names, today);
  const columns = names.map((name, at) => column(rows, at, name));
  const start = columns
    .map((cells) => cells[0]?.month ?? "")
    .reduce((last, month) => (month > last ? month : last));
  const [mktRf = [], smb = [], hml = [], rf = []] = columns.map((cells) =>
    cells.filter(({ month }) => month >= start),
  );
  return mktRf.map(({ month, percent }, at) => ({
    month,
    mktRf: decimal(percent),
    smb: decimal(smb[at]?.percent ?? ""),
    hml: decimal(hml[at]?.percent ?? ""),
    rf: decimal(rf[at]?.percent ?? ""),
  }));
}

/**
 * The months of the file's first block. The file also holds equal-weighted, annual, count and size blocks under the
 * same header; the first is value-weighted monthly, with a title or without.
 */
function firstMonthlyBlock(text: string, wanted: readonly string[], today: string): MonthRow[] {
  const rows = firstBlock(text, wanted, "month").map((row) => ({
    ...row,
    month: `${row.stamp.slice(0, 4)}-${row.stamp.slice(4)}`,
  }));
  refuseGaps(rows, today);
  return rows;
}

const STAMPS = {
  month: { pattern: /^\d{4}(0[1-9]|1[0-2])$/, block: "monthly" },
  day: { pattern: /^\d{8}$/, block: "daily" },
} as const;

/** The rows of the file's first block, cut to the wanted columns. @throws SourceFault */
export function firstBlock(text: string, wanted: readonly string[], of: keyof typeof STAMPS): Row[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const headers = lines.flatMap((line, at) => (/^,.*[a-z]/i.test(line) ? [at] : []));
  const [header] = headers;
  if (header === undefined) throw layoutFault("the file has no header line: its layout has changed");
  if (of === "month") refuseOtherBlock(lines, headers);
  const names = (lines[header] ?? "").split(",").map((name) => name.trim());
  const places = wanted.map((name) => placeOf(name, names));
  const end = lines.findIndex((line, at) => at > header && line === "");
  const block = lines.slice(header + 1, end === -1 ? undefined : end);
  if (block.length === 0) throw layoutFault(`the ${STAMPS[of].block} block is empty`);
  return block.map((line, at) => readRow(line, of, header + at + 2, names.length, places));
}

function refuseOtherBlock(lines: readonly string[], [first = 0, ...others]: readonly number[]): void {
  const titleOf = (header: number) => lines.slice(0, header).findLast((line) => line !== "") ?? "";
  const title = titleOf(first);
  if (TITLE.test(title) && !VALUE_WEIGHTED_MONTHLY.test(title))
    throw layoutFault(`no value-weighted monthly block in the first place, but "${title.slice(0, 60)}"`);
  if (others.some((header) => VALUE_WEIGHTED_MONTHLY.test(titleOf(header))))
    throw layoutFault("the value-weighted monthly block is no longer the first: the layout has changed");
}

function placeOf(name: string, names: readonly string[]): number {
  const found = names.filter((one) => one === name).length;
  if (found === 1) return names.indexOf(name);
  const problem = found === 0 ? "is missing" : "stands there twice";
  throw layoutFault(
    `the layout has changed: column "${name}" ${problem} in the header "${names.join(",").slice(0, 80)}"`,
  );
}

function readRow(
  line: string,
  of: keyof typeof STAMPS,
  number: number,
  width: number,
  places: readonly number[],
): Row {
  const [stamp = "", ...rest] = line.split(",").map((cell) => cell.trim());
  const { pattern, block } = STAMPS[of];
  if (!pattern.test(stamp))
    throw layoutFault(
      `line ${number} of the ${block} block does not start with a ${of} but "${stamp.slice(0, 20)}"`,
    );
  if (rest.length + 1 !== width)
    throw layoutFault(`line ${number} has ${rest.length + 1} cells, the header has ${width}`);
  return { stamp, cells: places.map((place) => rest[place - 1] ?? "") };
}

function refuseGaps(rows: readonly MonthRow[], today: string): void {
  for (const [at, { month }] of rows.entries()) {
    const before = rows[at - 1]?.month;
    if (before !== undefined && month !== addMonths(before, 1))
      throw layoutFault(
        `month ${month} stands after ${before}: a month is missing, repeated or out of order`,
      );
  }
  const last = rows.at(-1)?.month ?? "";
  if (monthEnd(last) > today)
    throw layoutFault(`month ${last} is not over on ${today}: a date in the future`);
}

/** Drops the leading months marked missing (-99.99, -999); a gap further on is refused. */
function column(rows: readonly MonthRow[], at: number, name: string): Column {
  const cells = rows.map(({ month, cells }) => ({ month, percent: cells[at] ?? "" }));
  const start = cells.findIndex(({ percent }) => !isMissing(percent));
  if (start === -1) throw layoutFault(`column "${name}" reports no month`);
  const used = cells.slice(start);
  for (const { month, percent } of used) {
    const problem = percentFault(percent);
    if (problem) throw layoutFault(`column "${name}", month ${month}: "${percent}" ${problem}`);
  }
  if (used.length >= 60 && name !== "RF" && used.every(({ percent }) => Math.abs(Number(percent)) < 1))
    throw layoutFault(`column "${name}" seems to hold decimals, no longer percent`);
  return used;
}

const isMissing = (percent: string) => Number(percent) === -99.99 || Number(percent) === -999;

/** What is wrong with a return in percent; nothing. */
export function percentFault(percent: string): string | undefined {
  if (!NUMBER.test(percent)) return "is not a number";
  if (isMissing(percent)) return "means missing";
  return Number(percent) <= -100 ? "is a loss of everything" : undefined;
}

/** Shifts the decimal point in the text: 2.89 becomes 0.0289 exactly as it would be typed. */
export const decimal = (percent: string) => Number(`${percent}e-2`) + 0;

function cumulate(returns: Column): readonly Point[] {
  const points: Point[] = [{ date: monthEnd(addMonths(returns[0]?.month ?? "", -1)), value: 100 }];
  let value = 100;
  for (const { month, percent } of returns) {
    value *= 1 + decimal(percent);
    points.push({ date: monthEnd(month), value });
  }
  return points;
}
