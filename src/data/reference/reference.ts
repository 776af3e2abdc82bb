import { createHash } from "node:crypto";
import { BriefingError } from "../../briefing/errors.ts";
import { newestDate } from "../../market/as-of.ts";
import type { DatasetName, Datasets } from "../../market/datasets.ts";
import type { Fetched, MarketData, SourceCard } from "../../market/port.ts";
import { MEETINGS } from "./meetings.ts";
import { POLICY_COMPLETE_TO, POLICY_DECISIONS } from "./policy-decisions.ts";
import { RECESSIONS } from "./recessions.ts";
import { RELEASES } from "./releases.ts";

/** The day the tables of the past were compared with their publishers. */
const COMPARED_ON = "2026-08-21";

interface Table<K extends DatasetName> {
  readonly data: Datasets[K];
  readonly provider: string;
  readonly dataset: string;
  readonly completeTo?: string;
  /** Where it was compared on another day. */
  readonly comparedOn?: string;
}

const TABLES: { readonly [K in DatasetName]?: Table<K> } = {
  policyDecisions: {
    data: POLICY_DECISIONS,
    provider: "Board of Governors of the Federal Reserve System",
    dataset: "FOMC target rate changes",
    completeTo: POLICY_COMPLETE_TO,
  },
  recessions: {
    data: RECESSIONS,
    provider: "National Bureau of Economic Research",
    dataset: "US business cycle peaks and troughs",
  },
  calendar: {
    data: [...MEETINGS, ...RELEASES].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
    provider: "Federal Reserve, Bureau of Labor Statistics, FTSE Russell",
    dataset: "schedules of meetings, releases and reconstitutions (tentative)",
    comparedOn: "2026-11-23",
  },
};

/** Public facts that come with the program: the Fed's decisions, the NBER's recessions, and dates ahead. */
export function openReference(): MarketData {
  const remedy = (dataset: DatasetName) => `Put ${dataset} into a DATA_FOLDER, or set a source that has it.`;

  async function fetch<K extends DatasetName>(dataset: K): Promise<Fetched<K>> {
    const table = TABLES[dataset];
    if (!table) {
      const problem = `the built-in tables have no ${dataset}`;
      throw new BriefingError("data_unavailable", problem, remedy(dataset));
    }
    const { data, completeTo, comparedOn = COMPARED_ON, ...named } = table;
    const source = {
      ...named,
      asOf: newestDate(dataset, data) ?? comparedOn,
      retrievedAt: comparedOn,
      licence: "public-domain",
      contentHash: createHash("sha256").update(JSON.stringify(data)).digest("hex"),
      ...(completeTo === undefined ? {} : { completeTo }),
    };
    return { data, source };
  }

  const card: SourceCard = {
    id: "reference",
    provider: "built-in tables (Federal Reserve, NBER, published schedules)",
    licence: "public-domain",
    provides: ["policyDecisions", "recessions", "calendar"],
    hosts: [],
    key: "none",
    terms: null,
    lastSuccess: `${COMPARED_ON}T00:00:00.000Z`,
    lastFault: null,
  };
  const provides = new Set<DatasetName>(["policyDecisions", "recessions", "calendar"]);
  return { mode: "live", provides, remedy, fetch, cards: async () => [card] };
}
