import type { Point } from "../../../market/datasets.ts";
import { addMonths, monthEnd, monthOf } from "../../../maths/calendar.ts";
import { median } from "../../../maths/statistics.ts";
import { layoutFault } from "../../http/fault.ts";
import type { Filing } from "./parse.ts";

/** A filing as listed: later ones stand over earlier ones of the same months. */
export interface ListedReturns {
  readonly accession: string;
  readonly filed: string;
  readonly filing: Pick<Filing, "asOf" | "returns" | "seriesName">;
}

export interface ReturnChain {
  /** Month-end levels, 100 before the first month; the newest unbroken run. */
  readonly levels: readonly Point[];
  /** Months between the first and the last reported for which no filing gives a return. */
  readonly gaps: readonly string[];
  /** Filings left out, and why. */
  readonly refused: readonly string[];
}

/** A month's return, percent, as last filed; public since it was first filed. */
interface Told {
  readonly value: number;
  readonly filed: string;
}

/** Percent in a month that no index fund has seen; -100 stands for "missing" in samples. */
const IMPOSSIBLE = 60;
/** Three months in a row under this, in a fund whose months are typically above 1 %, are decimals. */
const DECIMALS = 0.15;

/**
 * Monthly total returns of one class, chained. A month without a return breaks the chain: what came before it is
 * left out, not bridged. @throws SourceFault where no filing reports the class
 */
export function chainReturns(filings: readonly ListedReturns[], classId: string): ReturnChain {
  const refused: string[] = [];
  const months = new Map<string, Told>();
  const typical = typicalMonth(filings, classId);
  for (const { accession, filed, filing } of inFilingOrder(filings)) {
    const returns = filing.returns.get(classId) ?? [];
    const fault = faultOf(returns, typical);
    if (fault !== null) {
      refused.push(`${accession} (${filing.asOf}): ${fault}`);
      continue;
    }
    returns.forEach((value, index) => {
      const month = addMonths(monthOf(filing.asOf), index - 2);
      if (value !== null) months.set(month, { value, filed: months.get(month)?.filed ?? filed });
    });
  }
  const sorted = [...months.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined)
    throw layoutFault(`no filing reports monthly returns of class ${classId}${listed(refused)}`);
  const gaps = monthsBetween(first, last).filter((month) => !months.has(month));
  const start = gaps.length > 0 ? addMonths(gaps.at(-1) ?? first, 1) : first;
  return { levels: chained(monthsBetween(start, last), months), gaps, refused };
}

const listed = (refused: readonly string[]) => (refused.length > 0 ? `; refused: ${refused.join("; ")}` : "");

function inFilingOrder(filings: readonly ListedReturns[]): readonly ListedReturns[] {
  const key = ({ filed, accession }: ListedReturns) => `${filed} ${accession}`;
  return [...filings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function typicalMonth(filings: readonly ListedReturns[], classId: string): number {
  const sizes = filings.flatMap(({ filing }) =>
    (filing.returns.get(classId) ?? []).flatMap((value) => (value === null ? [] : [Math.abs(value)])),
  );
  const middle = median(sizes);
  return typeof middle === "number" ? middle : 0;
}

function faultOf(returns: readonly (number | null)[], typical: number): string | null {
  const known = returns.filter((value) => value !== null);
  const wild = known.find((value) => Math.abs(value) > IMPOSSIBLE);
  if (wild !== undefined) return `a return of ${wild} % in a month is impossible for an index fund`;
  if (known.length === 3 && typical > 1 && known.every((value) => Math.abs(value) < DECIMALS))
    return `its returns (${known.join(", ")}) are decimals where others are percent`;
  return null;
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

function chained(months: readonly string[], returns: ReadonlyMap<string, Told>): readonly Point[] {
  let value = 100;
  const [first] = months;
  const filed = (month: string) => returns.get(month)?.filed ?? "";
  const before =
    first === undefined ? [] : [{ date: monthEnd(addMonths(first, -1)), value, filed: filed(first) }];
  return [
    ...before,
    ...months.map((month) => {
      value *= 1 + (returns.get(month)?.value ?? Number.NaN) / 100;
      return { date: monthEnd(month), value, filed: filed(month) };
    }),
  ];
}
