import { z } from "zod";
import { readJson } from "../distrust/read-json.ts";
import { layoutFault } from "../http/fault.ts";

const schema = z.array(
  z.object({
    symbol: z.string(),
    date: z.iso.date(),
    epsAvg: z.number(),
    numAnalystsEps: z.int().min(0).max(500),
  }),
);

/** What analysts expect of a fiscal year; null: nothing. */
export interface YearEstimate {
  readonly end: string;
  readonly eps: number | null;
  readonly analysts: number;
}

/** No company earns so much a share, or loses it: cents, or thousands. */
const LARGEST_EPS = 20_000;

/** Fiscal years, the earliest first. A zero stands for a missing value. */
export function parseEstimates(bytes: Buffer, symbol: string): readonly YearEstimate[] {
  const rows = readJson(bytes, schema);
  const stranger = rows.find((row) => row.symbol.toUpperCase() !== symbol.toUpperCase());
  if (stranger) throw layoutFault(`asked for ${symbol}, got ${stranger.symbol.slice(0, 12)}`);
  const years = rows
    .map(({ date: end, epsAvg, numAnalystsEps: analysts }) => ({
      end,
      eps: epsAvg === 0 ? null : epsAvg,
      analysts,
    }))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  for (const [at, { end, eps }] of years.entries()) {
    if (years[at - 1]?.end === end) throw layoutFault(`${symbol} has the fiscal year to ${end} twice`);
    if (eps !== null && Math.abs(eps) > LARGEST_EPS)
      throw layoutFault(
        `${symbol} is expected to earn ${eps} a share in the year to ${end}: its unit has changed`,
      );
  }
  return years;
}

export interface Forward {
  readonly epsFy1: number | null;
  readonly epsFy2: number | null;
  readonly fy1End: string | null;
  readonly analysts: number | null;
}

/** The first fiscal year that ends after a day, and the one after it (DOMAIN 2a: FY1 and FY2). */
export function forwardOn(years: readonly YearEstimate[], day: string): Forward {
  const [fy1, fy2] = years.filter(({ end }) => end > day);
  return {
    epsFy1: fy1?.eps ?? null,
    epsFy2: fy2?.eps ?? null,
    fy1End: fy1?.end ?? null,
    analysts: fy1?.analysts ?? null,
  };
}
