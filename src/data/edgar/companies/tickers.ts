import { z } from "zod";
import { layoutFault } from "../../http/fault.ts";
import { nameKey, sortedKey } from "./names.ts";

/** One listed security of the SEC's list of tickers. */
export interface Listed {
  readonly cik: number;
  readonly ticker: string;
  readonly title: string;
}

const schema = z.record(
  z.string(),
  z.object({ cik_str: z.int().positive(), ticker: z.string().min(1), title: z.string() }),
);

/** @throws SourceFault where it is not the list as it used to be */
export function parseTickers(body: string): readonly Listed[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw layoutFault("is not JSON, or is cut short");
  }
  const result = schema.safeParse(json);
  if (!result.success) throw layoutFault("is not the list of tickers as it used to be");
  const listed = Object.values(result.data).map(({ cik_str: cik, ticker, title }) => ({
    cik,
    ticker,
    title,
  }));
  if (listed.length === 0) throw layoutFault("lists no company");
  return listed;
}

/** "BRK.B", "BRK/B" and "BRK B" are the register's "BRK-B". */
export const tickerKey = (ticker: string) => ticker.trim().toUpperCase().replace(/[./ ]/g, "-");

/** The register by ticker and by name. A name that two companies share leads to neither. */
export interface Directory {
  readonly byTicker: ReadonlyMap<string, Listed>;
  readonly byName: ReadonlyMap<string, Listed | null>;
}

export function directoryOf(listed: readonly Listed[]): Directory {
  const byTicker = new Map<string, Listed>();
  const byName = new Map<string, Listed | null>();
  for (const each of listed) {
    for (const key of tickerKeys(each.ticker)) if (!byTicker.has(key)) byTicker.set(key, each);
    for (const key of new Set([nameKey(each.title), sortedKey(each.title)])) addName(byName, key, each);
  }
  return { byTicker, byName };
}

/** Without the dash, too: some funds write "BRKB". The register begins with the largest companies, which come first. */
function tickerKeys(ticker: string): ReadonlySet<string> {
  const key = tickerKey(ticker);
  return new Set([key, key.replaceAll("-", "")]);
}

function addName(byName: Map<string, Listed | null>, key: string, listed: Listed): void {
  if (key === "") return;
  const known = byName.get(key);
  if (known === undefined) byName.set(key, listed);
  else if (known?.cik !== listed.cik) byName.set(key, null);
}
