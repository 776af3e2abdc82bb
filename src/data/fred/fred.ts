import {
  type DatasetName,
  type MacroObservation,
  type MacroSeries,
  type Point,
  spelt,
} from "../../market/datasets.ts";
import type { MacroSource } from "../../market/port.ts";
import { parseBase } from "../http/address.ts";
import { createClient, type Request } from "../http/client.ts";
import { createPace } from "../http/pace.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf } from "../kept/options.ts";
import { openQuarantine } from "../kept/quarantine.ts";
import type { Recipe, Resource } from "../kept/recipe.ts";
import { FRED_NAMES, FRED_SERIES, parseObservations } from "./parse.ts";
import { DATED, EVERY_VERSION, parseVersions, type Version, withVersions } from "./vintages.ts";

export interface FredOptions extends LiveOptions {
  /** The user's: 32 characters. */
  readonly apiKey: string;
}

const MINUTE_MS = 60_000;

/** One series: as it stands, or as it was published. */
type Part = { readonly series: MacroSeries } & (
  | { readonly points: readonly Point[] }
  | { readonly versions: readonly Version[] }
);

/**
 * FRED with the user's key. Its terms of 2024 forbid to "store, cache, or archive": nothing is written, nothing is
 * remembered after the question is answered, and receipts keep hashes only.
 */
export function openFred(options: FredOptions): KeptSource & MacroSource {
  const base = parseBase("FRED_BASE_URL", options.baseUrl);
  const { now, apiKey } = options;
  const client = createClient({
    ...options,
    ...limitsOf(options),
    // 120 a minute, with room for another program under the same key.
    pace: createPace(100, MINUTE_MS),
    secrets: [apiKey],
  });

  const asked = (series: MacroSeries, query: Readonly<Record<string, string>> = {}): Request => ({
    base,
    path: "fred/series/observations",
    query: {
      series_id: FRED_SERIES[series] ?? series,
      file_type: "json",
      observation_start: "1980-01-01",
      ...query,
    },
    secretQuery: { api_key: apiKey },
    kind: "json",
    maxBytes: 10_000_000,
  });
  const resource = (series: MacroSeries): Resource<Part> => ({
    name: FRED_SERIES[series] ?? series,
    label: FRED_SERIES[series] ?? series,
    part: series,
    maxAgeMs: 0,
    mayLack: true,
    request: asked(series),
    parse: (bytes) => ({
      series,
      points: parseObservations(bytes, series, now().toISOString().slice(0, 10)),
    }),
  });
  const versions = (series: MacroSeries): Resource<Part> => ({
    ...resource(series),
    name: `${FRED_SERIES[series]}-versions`,
    label: `${FRED_SERIES[series]} as it was published (values count by the release calendar instead)`,
    request: asked(series, EVERY_VERSION),
    parse: (bytes) => ({ series, versions: parseVersions(bytes, series) }),
  });

  const opened = (wanted: readonly MacroSeries[]): KeptSource => {
    const macro: Recipe<"macro", Part> = {
      label: "economic series",
      resources: () => [
        ...wanted.map(resource),
        ...wanted.filter((series) => DATED.includes(series)).map(versions),
      ],
      assemble: (parts) => ({ data: observationsOf(parts) }),
    };
    return openKept({
      id: "fred",
      called: "FRED",
      provider: "FRED, Federal Reserve Bank of St. Louis",
      licence: "FRED API terms, no storage",
      hint: "Check FRED_API_KEY and the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS).",
      remedy,
      client,
      shelf: null,
      // The reason alone, never the body.
      quarantine: openQuarantine(options.quarantineDir),
      folder: "",
      now,
      recipes: { macro },
      card: {
        hosts: [base.host],
        key: "set",
        setting: "FRED_API_KEY",
        terms:
          "may not be stored, so receipts keep hashes only; several series belong to others (VIX, sentiment, spreads): ask them before showing values",
        provides: wanted.map((each) => `macro: ${each}`),
      },
    });
  };

  const opener = new Map<string, KeptSource>();
  const all = opened(FRED_NAMES);
  return {
    ...all,
    series: new Set(FRED_NAMES),
    dated: new Set(DATED),
    // One for each set of series, so that those who ask for the same at the same time share the requests.
    only: (wanted) => {
      const names = FRED_NAMES.filter((name) => wanted.has(name));
      const key = names.join(",");
      const known = opener.get(key) ?? opened(names);
      opener.set(key, known);
      return known;
    },
    // There is nothing to keep.
    pull: async () => [],
  };
}

function observationsOf(parts: readonly Part[]): MacroObservation[] {
  const told = new Map(parts.flatMap((part) => ("versions" in part ? [[part.series, part.versions]] : [])));
  const data = parts.flatMap((part) =>
    "points" in part ? withVersions(part.series, part.points, told.get(part.series) ?? []) : [],
  );
  return data.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function remedy(dataset: DatasetName): string {
  if (dataset === "macro") return "Load economic series from FRED: it needs FRED_API_KEY.";
  return `FRED has economic series only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
