import { type DatasetName, type MacroSeries, spelt } from "../../market/datasets.ts";
import type { MacroSource } from "../../market/port.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { createPace } from "../http/pace.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe, Resource } from "../kept/recipe.ts";
import { BLS_NAMES, BLS_SERIES, compareWindows, joinWindows, parseWindow, type Window } from "./parse.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Where windows begin, so that they are the same from one day to the next. */
const FIRST_YEAR = 1980;

export interface BlsOptions extends LiveOptions {
  /** The user's registration key: 500 requests a day of 20 years; without one 25 of 10. */
  readonly apiKey?: string | undefined;
  /** 1980. */
  readonly firstYear?: number;
}

/** The Bureau of Labor Statistics: unemployment and consumer prices, both in one request a window of years. */
export function openBls(options: BlsOptions): KeptSource & MacroSource {
  const base = parseBase("BLS_BASE_URL", options.baseUrl);
  const { now, apiKey, firstYear = FIRST_YEAR } = options;
  const [version, years] = apiKey === undefined ? ["v1", 10] : ["v2", 20];

  const windowOf = (from: number, thisYear: number): Resource<Window> => {
    const to = Math.min(from + years - 1, thisYear);
    const past = to < thisYear;
    const asked = { seriesid: Object.values(BLS_SERIES), startyear: String(from), endyear: String(to) };
    return {
      name: `window-${from}-${years}`,
      label: `${from} to ${to}`,
      // Seasonal factors of the last five years are revised each February.
      maxAgeMs: past ? 30 * DAY_MS : 6 * HOUR_MS,
      settled: past,
      // In January the Bureau may have nothing of the year yet.
      mayLack: from === thisYear,
      request: {
        base,
        path: `publicAPI/${version}/timeseries/data/`,
        json: apiKey === undefined ? asked : { ...asked, registrationkey: apiKey },
        fragment: `${asked.seriesid.join(",")} ${from}-${to}`,
        kind: "json",
        maxBytes: 5_000_000,
      },
      parse: parseWindow,
    };
  };

  const macro: Recipe<"macro", Window> = {
    label: "unemployment and consumer prices",
    resources: (today) => {
      const thisYear = Number(today.slice(0, 4));
      const count = Math.ceil((thisYear - firstYear + 1) / years);
      return Array.from({ length: count }, (_, at) => windowOf(firstYear + at * years, thisYear));
    },
    revised: compareWindows,
    assemble: joinWindows,
  };
  const source = openKept({
    id: "bls",
    called: "BLS",
    provider: "US Bureau of Labor Statistics",
    licence: "public-domain",
    hint:
      "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS), set BLS_API_KEY if the daily limit is reached, or put " +
      "macro.csv into a DATA_FOLDER.",
    remedy,
    client: createClient({
      ...options,
      ...limitsOf(options),
      pace: createPace(4),
      secrets: apiKey === undefined ? [] : [apiKey],
    }),
    ...roomsOf(options),
    now,
    recipes: { macro },
    card: {
      hosts: [base.host],
      key: apiKey === undefined ? "none" : "set",
      setting: "BLS_API_KEY",
      terms: null,
      provides: BLS_NAMES.map((each) => `macro: ${each}`),
    },
  });
  return { ...source, series: new Set<MacroSeries>(BLS_NAMES) };
}

function remedy(dataset: DatasetName): string {
  if (dataset === "macro") return "Load unemployment and prices from the BLS: it needs BLS_BASE_URL.";
  return `The BLS has unemployment and prices only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
