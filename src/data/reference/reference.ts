import { createHash } from "node:crypto";
import { BriefingError } from "../../briefing/errors.ts";
import type { Source } from "../../briefing/figure.ts";
import { newestDate } from "../../market/as-of.ts";
import { type CalendarEvent, type DatasetName, type Datasets, spelt } from "../../market/datasets.ts";
import type { Fetched, MarketData, SourceCard } from "../../market/port.ts";
import { MEETINGS } from "./meetings.ts";
import { POLICY_COMPLETE_TO, POLICY_DECISIONS } from "./policy-decisions.ts";
import { RECESSIONS } from "./recessions.ts";
import { RELEASES } from "./releases.ts";

/** Who printed it, what it is called, and the day on which the two were compared. */
type Printed = Pick<Source, "provider" | "dataset" | "completeTo"> & { readonly comparedOn: string };

function typedFrom<K extends DatasetName>(
  name: K,
  data: Datasets[K],
  { comparedOn, completeTo, ...printed }: Printed,
): Source {
  const end = newestDate(name, data) ?? comparedOn;
  return {
    ...printed,
    asOf: end,
    retrievedAt: comparedOn,
    licence: "public-domain",
    contentHash: createHash("sha256").update(JSON.stringify(data)).digest("hex"),
    ...(completeTo === undefined ? {} : { completeTo }),
    ...(name === "calendar" ? { listsTo: end } : {}),
    typedIn: true,
  };
}

/** Schedules by the kind of their events: each publisher printed its own, on its own day. */
const SCHEDULES: Readonly<Record<string, Printed>> = {
  FOMC: {
    provider: "Federal Reserve",
    dataset: "meetings of the Federal Open Market Committee (tentative)",
    comparedOn: "2025-09-05",
  },
  CPI: {
    provider: "US Bureau of Labor Statistics",
    dataset: "schedule of releases, consumer prices",
    comparedOn: "2026-09-20",
  },
  Payrolls: {
    provider: "US Bureau of Labor Statistics",
    dataset: "schedule of releases, employment",
    comparedOn: "2026-09-20",
  },
  "Russell reconstitution": {
    provider: "FTSE Russell",
    dataset: "reconstitution of its US indexes",
    comparedOn: "2026-11-23",
  },
};

const byDate = (a: CalendarEvent, b: CalendarEvent) => (a.date < b.date ? -1 : Number(a.date > b.date));

function datesAhead(): Fetched<"calendar"> {
  const data = [...MEETINGS, ...RELEASES].toSorted(byDate);
  const parts = Object.fromEntries(
    Object.entries(SCHEDULES).map(([event, printed]) => [
      event,
      typedFrom(
        "calendar",
        data.filter((each) => each.event === event),
        printed,
      ),
    ]),
  );
  const whole = {
    provider: [...new Set(Object.values(parts).map(({ provider }) => provider))].join(", "),
    dataset: "schedules of meetings, releases and reconstitutions (tentative)",
    comparedOn: Object.values(parts).reduce(
      (oldest, { retrievedAt }) => (retrievedAt < oldest ? retrievedAt : oldest),
      "9999",
    ),
  };
  return { data, source: { ...typedFrom("calendar", data, whole), parts } };
}

/** Every change of the Fed's target since 1988. */
export const BUILT_IN_DECISIONS: Fetched<"policyDecisions"> = {
  data: POLICY_DECISIONS,
  source: typedFrom("policyDecisions", POLICY_DECISIONS, {
    provider: "Board of Governors of the Federal Reserve System",
    dataset: "FOMC target rate changes",
    comparedOn: "2026-08-21",
    completeTo: POLICY_COMPLETE_TO,
  }),
};

const TABLES: { readonly [K in DatasetName]?: Fetched<K> } = {
  policyDecisions: BUILT_IN_DECISIONS,
  recessions: {
    data: RECESSIONS,
    source: typedFrom("recessions", RECESSIONS, {
      provider: "National Bureau of Economic Research",
      dataset: "US business cycle peaks and troughs",
      comparedOn: "2026-08-21",
    }),
  },
  calendar: datesAhead(),
};

/** Public facts that come with the program: the Fed's decisions, the NBER's recessions, and dates ahead. */
export function openReference(): MarketData {
  const remedy = (dataset: DatasetName) =>
    `Put ${spelt(dataset)} into a DATA_FOLDER, or set a source that has it.`;

  async function fetch<K extends DatasetName>(dataset: K): Promise<Fetched<K>> {
    const table = TABLES[dataset];
    if (table) return table;
    const problem = `the built-in tables have no ${spelt(dataset)}`;
    throw new BriefingError("data_unavailable", problem, remedy(dataset));
  }

  const provides = new Set(Object.keys(TABLES) as DatasetName[]);
  const card: SourceCard = {
    id: "reference",
    provider: "built-in tables (Federal Reserve, NBER, published schedules)",
    licence: "public-domain",
    provides: [...provides],
    hosts: [],
    key: "none",
    terms: null,
    lastSuccess: `${BUILT_IN_DECISIONS.source.retrievedAt}T00:00:00.000Z`,
    lastFault: null,
  };
  return { mode: "live", provides, remedy, fetch, cards: async () => [card] };
}
