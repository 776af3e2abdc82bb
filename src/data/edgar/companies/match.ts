import type { Stock } from "../portfolio.ts";
import { alike, nameKey, sortedKey } from "./names.ts";
import { type Directory, type Listed, tickerKey } from "./tickers.ts";

/** A holding's company, or why none is named. */
export type Match =
  | { readonly cik: number; readonly ticker: string; readonly by: "ticker" | "name" }
  | { readonly reason: string };

/**
 * The company of a holding: by its ticker where the names do not contradict it (tickers are used again by others), else
 * by a name that one company alone has. In doubt none: what is not matched is not covered, what is matched wrongly is
 * a wrong number.
 */
export function matchHolding({ ticker, name, title }: Stock, { byTicker, byName }: Directory): Match {
  const listed = ticker === null ? undefined : byTicker.get(tickerKey(ticker));
  if (listed && (alike(listed.title, name) || alike(listed.title, title))) return matched(listed, "ticker");
  const named = [nameKey(name), nameKey(title), sortedKey(name)]
    .filter((key) => key !== "")
    .map((key) => byName.get(key));
  const found = named.find((each) => each !== undefined && each !== null);
  if (found) return matched(found, "name");
  if (named.includes(null)) return { reason: "several companies have this name" };
  return { reason: listed ? `its ticker now belongs to ${listed.title}` : "not in the register of tickers" };
}

const matched = ({ cik, ticker }: Listed, by: "ticker" | "name"): Match => ({ cik, ticker, by });
