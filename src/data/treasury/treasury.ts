import { type DatasetName, type MacroSeries, spelt } from "../../market/datasets.ts";
import type { MacroSource } from "../../market/port.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { createPace } from "../http/pace.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe, Resource } from "../kept/recipe.ts";
import { compareYears, joinYears, parseYields, YIELDS, type YieldYear } from "./parse.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const FIRST_YEAR = 1990;
/** A courtesy: the Treasury names no limit. */
const PER_SECOND = 8;

export interface TreasuryOptions extends LiveOptions {
  /** The first year asked for; 1990, when the series begin. */
  readonly firstYear?: number;
}

/** Par yields of the US Treasury, a file a year; past years are kept for three months. */
export function openTreasury(options: TreasuryOptions): KeptSource & MacroSource {
  const base = parseBase("TREASURY_BASE_URL", options.baseUrl);
  const { now, firstYear = FIRST_YEAR } = options;

  const yearFile = (year: number, thisYear: number): Resource<YieldYear> => {
    const past = year < thisYear;
    return {
      name: `yields-${year}`,
      label: `yields of ${year}`,
      maxAgeMs: past ? 90 * DAY_MS : 6 * HOUR_MS,
      settled: past,
      // In its first days a year has no file yet.
      mayLack: !past,
      request: {
        base,
        path: `resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/${year}/all`,
        query: {
          type: "daily_treasury_yield_curve",
          field_tdr_date_value: String(year),
          page: "",
          _format: "csv",
        },
        kind: "csv",
        maxBytes: 2_000_000,
      },
      parse: (bytes) => parseYields(bytes, String(year), now().toISOString().slice(0, 10)),
    };
  };

  const macro: Recipe<"macro", YieldYear> = {
    label: "par yields",
    resources: (today) => {
      const thisYear = Number(today.slice(0, 4));
      return Array.from({ length: thisYear - firstYear + 1 }, (_, at) => yearFile(firstYear + at, thisYear));
    },
    revised: compareYears,
    assemble: joinYears,
  };
  const source = openKept({
    id: "treasury",
    called: "Treasury",
    provider: "US Department of the Treasury",
    licence: "public-domain",
    hint: "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS), or put macro.csv into a DATA_FOLDER.",
    remedy,
    client: createClient({ ...options, ...limitsOf(options), pace: createPace(PER_SECOND) }),
    ...roomsOf(options),
    now,
    recipes: { macro },
    card: { hosts: [base.host], key: "none", terms: null, provides: YIELDS.map((each) => `macro: ${each}`) },
  });
  return { ...source, series: new Set<MacroSeries>(YIELDS) };
}

function remedy(dataset: DatasetName): string {
  if (dataset === "macro") return "Load the yields from the US Treasury: it needs TREASURY_BASE_URL.";
  return `The Treasury has yields only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
