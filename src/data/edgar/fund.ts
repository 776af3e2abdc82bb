import { BriefingError } from "../../briefing/errors.ts";
import type { Pair } from "../../briefing/figure.ts";

/** A fund that tracks an index, as EDGAR knows it. */
export interface Fund {
  readonly cik: string;
  readonly series: string;
  /** The class whose returns are read. */
  readonly classId: string;
  /** The index it tracks: "Russell 2000". */
  readonly tracks: string;
}

/** "1100663/S000004344/C000012074/Russell 2000". @throws BriefingError `bad_config` that names the setting */
export function parseFund(setting: string, text: string): Fund {
  const [, cik = "", series = "", classId = "", tracks = ""] =
    /^(\d{1,10})\/(S\d{9})\/(C\d{9})\/(.+)$/.exec(text.trim()) ?? [];
  if (tracks.trim() === "")
    throw new BriefingError(
      "bad_config",
      `${setting} "${text}" is no fund`,
      "write CIK/series/class/index, such as 1100663/S000004344/C000012074/Russell 2000",
    );
  return { cik, series, classId, tracks: tracks.trim() };
}

/** How a side is called: short, and in full. */
interface Called {
  readonly short: string;
  readonly full: string;
}

/** A fund is not the index that it tracks: its costs, its cash, its filing dates. */
export function filingFund({ tracks, series }: Fund): Called {
  return {
    short: `fund tracking the ${tracks}`,
    full: `a fund that tracks the ${tracks} (EDGAR series ${series}), by its filings; not the index itself`,
  };
}

export function ownFund(name: string): Called {
  return { short: `fund ${name}`, full: `${name}, a fund, by its holdings file; not the index itself` };
}

export function pairOf(small: Called, large: Called): Pair {
  const short = `${small.short} / ${large.short}`;
  return { label: short.charAt(0).toUpperCase() + short.slice(1), small: small.full, large: large.full };
}
