import { type DatasetName, spelt } from "../../market/datasets.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { layoutFault } from "../http/fault.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe, Resource } from "../kept/recipe.ts";
import { type FundPrices, parsePrices } from "./parse.ts";

export interface TiingoOptions extends LiveOptions {
  /** The user's token. */
  readonly apiKey: string;
  /** Tickers of the funds that stand for the two sides. */
  readonly small: string;
  readonly large: string;
}

const HOUR_MS = 3_600_000;

/** What is known of the funds that are likely to be chosen. */
const TRACKED: Readonly<Record<string, string>> = {
  IWM: "the Russell 2000",
  VTWO: "the Russell 2000",
  IJR: "the S&P SmallCap 600",
  SPY: "the S&P 500",
  IVV: "the S&P 500",
  VOO: "the S&P 500",
  IWB: "the Russell 1000",
};

/** "Fund tracking the Russell 2000 (IWM)": a fund is never called the index. */
function called(ticker: string): string {
  const index = TRACKED[ticker];
  return index === undefined ? `Fund ${ticker}` : `Fund tracking ${index} (${ticker})`;
}

/**
 * Two funds' daily prices as levels. A dividend or split re-bases all that came before it, so each answer is the
 * whole history and replaces the one before.
 */
export function openTiingo(options: TiingoOptions): KeptSource {
  const base = parseBase("TIINGO_BASE_URL", options.baseUrl);
  const { now, apiKey, small, large } = options;
  const history = (ticker: string): Resource<FundPrices> => ({
    name: `prices-${ticker}`,
    label: `prices of ${ticker}`,
    maxAgeMs: 3 * HOUR_MS,
    request: {
      base,
      path: `tiingo/daily/${encodeURIComponent(ticker.toLowerCase())}/prices`,
      // Without dates only the newest row comes.
      query: { startDate: "1990-01-01", format: "json" },
      headers: { authorization: `Token ${apiKey}` },
      kind: "json",
      maxBytes: 20_000_000,
    },
    parse: (bytes) => parsePrices(bytes, ticker, now().toISOString().slice(0, 10)),
  });
  const levels: Recipe<"levels", FundPrices> = {
    label: `daily prices of ${small} and ${large}`,
    pair: {
      label: `${called(small)} / ${called(large).replace(/^F/, "f")}`,
      small: `${called(small)}: prices of the fund, dividends reinvested where total, not the index`,
      large: `${called(large)}: prices of the fund, dividends reinvested where total, not the index`,
    },
    resources: () => [history(small), history(large)],
    assemble: ([one, other]) => {
      if (!one || !other) throw layoutFault("one of the two funds is missing");
      return {
        data: {
          small_total: one.total,
          large_total: other.total,
          small_price: one.price,
          large_price: other.price,
        },
        doubts: [...one.doubts, ...other.doubts],
      };
    },
  };
  return openKept({
    id: "tiingo",
    called: "Tiingo",
    provider: "Tiingo",
    licence: "internal-use",
    hint: "Check TIINGO_API_KEY, TIINGO_SMALL, TIINGO_LARGE and the network, or put levels.csv into a DATA_FOLDER.",
    remedy,
    client: createClient({ ...options, ...limitsOf(options), secrets: [apiKey] }),
    ...roomsOf(options),
    now,
    recipes: { levels },
    card: {
      hosts: [base.host],
      key: "set",
      setting: "TIINGO_API_KEY",
      terms: "showing its data to others needs a redistribution licence from Tiingo",
      provides: ["levels"],
    },
  });
}

function remedy(dataset: DatasetName): string {
  if (dataset === "levels") return "Load fund prices from Tiingo: it needs TIINGO_API_KEY.";
  return `Tiingo has levels only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
