import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../../briefing/errors.ts";
import { type DatasetName, type Side, spelt } from "../../market/datasets.ts";
import type { FundHoldings, HoldingsSource } from "../../market/holdings.ts";
import type { MarketData } from "../../market/port.ts";
import { SourceFault } from "../http/fault.ts";
import { parseHoldings, preferenceOf } from "./parse.ts";

/** Whole files have some hundred kilobytes. */
const MAX_FILE_BYTES = 20_000_000;
const PROVIDER = "iShares by BlackRock, downloaded by the user";
const HINT =
  "Download the fund's holdings again (Detailed Holdings and Analytics, CSV), unchanged, into ISHARES_FOLDER.";

interface Read {
  readonly file: string;
  readonly found: FundHoldings | null;
  readonly fault: string | null;
}

/** Holdings files that the user downloaded: each side's preferred fund, its newest file. Nothing leaves the machine. */
export function openIShares(dir: string, today: () => string): HoldingsSource & MarketData {
  const known = new Map<string, { readonly stamp: string; readonly read: Read }>();

  async function readOne(file: string): Promise<Read> {
    const { mtime, size, ino } = await stat(join(dir, file));
    const stamp = `${ino} ${mtime.getTime()} ${size}`;
    const kept = known.get(file);
    if (kept?.stamp === stamp) return kept.read;
    const read = await understand(dir, file, mtime, size, today());
    known.set(file, { stamp, read });
    return read;
  }

  async function readAll(): Promise<readonly Read[]> {
    const files = await readdir(dir).catch((cause: Error) => {
      const problem = `ISHARES_FOLDER ${JSON.stringify(dir)} cannot be read`;
      throw new BriefingError("bad_config", problem, "Name a folder with holdings files.", { cause });
    });
    return Promise.all(files.filter((file) => /\.csv$/i.test(file)).map(readOne));
  }

  return {
    mode: "live",
    provides: new Set<never>(),
    remedy,
    fetch: (dataset) =>
      Promise.reject(
        new BriefingError("data_unavailable", `holdings files have no ${spelt(dataset)}`, remedy(dataset)),
      ),
    holdings: async (side: Side) => {
      const read = await readAll();
      const own = read.flatMap(({ found }) => (found?.side === side ? [found] : []));
      const [best] = own.sort(
        (a, b) => preferenceOf(a.fund) - preferenceOf(b.fund) || (a.asOf < b.asOf ? 1 : -1),
      );
      if (best) return best;
      const faults = read.flatMap(({ file, fault }) => (fault === null ? [] : [`${file}: ${fault}`]));
      const problem = faults.join("; ") || `no file in ISHARES_FOLDER is of a fund of the ${side} side`;
      throw new BriefingError("data_unavailable", `holdings: ${problem}`, HINT);
    },
    cards: async () => {
      const read = await readAll();
      const faults = read.flatMap(({ file, fault }) => (fault === null ? [] : [`${file}: ${fault}`]));
      const retrieved = read.flatMap(({ found }) => (found ? [found.source.retrievedAt] : []));
      return [
        {
          id: "ishares",
          provider: PROVIDER,
          licence: "internal-use",
          provides: read.flatMap(({ found }) => (found ? [describe(found)] : [])),
          hosts: [],
          key: "none",
          terms: "for personal use by the terms of iShares' site; ask before showing holdings to clients",
          lastSuccess: retrieved.sort().at(-1) ?? null,
          lastFault: faults.join("; ") || null,
        },
      ];
    },
  };
}

/** "holdings: iShares Russell 2000 ETF, 5 May 2026, 1,924 companies" */
function describe({ fund, asOf, holdings, aside }: FundHoldings): string {
  const left = aside.map(({ kind, count }) => `${count} ${kind}`).join(", ");
  return `holdings of ${fund} (${asOf}: ${holdings.length} companies; aside: ${left || "nothing"})`;
}

async function understand(
  dir: string,
  file: string,
  mtime: Date,
  size: number,
  today: string,
): Promise<Read> {
  if (size > MAX_FILE_BYTES) return { file, found: null, fault: `is ${size} bytes long: refused` };
  const bytes = await readFile(join(dir, file));
  try {
    const parsed = parseHoldings(bytes);
    if (parsed === null) return { file, found: null, fault: null };
    if (parsed.asOf > today) return { file, found: null, fault: `is dated ${parsed.asOf}, after today` };
    const source = {
      provider: PROVIDER,
      dataset: `holdings of ${parsed.fund}`,
      asOf: parsed.asOf,
      retrievedAt: mtime.toISOString(),
      licence: "internal-use",
      contentHash: createHash("sha256").update(bytes).digest("hex"),
      ...(parsed.doubts.length === 0 ? {} : { doubts: parsed.doubts }),
    };
    return { file, found: { ...parsed, source }, fault: null };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { file, found: null, fault: error.message };
  }
}

function remedy(dataset: DatasetName): string {
  return `Put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
