import { createHash } from "node:crypto";
import type { Source } from "../../briefing/figure.ts";
import { newestDate } from "../../market/as-of.ts";
import { type DatasetName, type Datasets, spelt } from "../../market/datasets.ts";
import { ABOUT_THE_PAIR } from "../../market/pairs.ts";
import type { Fetched, MarketData } from "../../market/port.ts";
import { makeCalendar } from "./calendar.ts";
import { makeConstituents } from "./constituents.ts";
import { END_DATE } from "./days.ts";
import { makeDeals } from "./deals.ts";
import { makeRecessions } from "./downturns.ts";
import { makeFactors } from "./factors.ts";
import { makeLevels } from "./levels.ts";
import { makeMacro } from "./macro.ts";
import { makePath } from "./path.ts";
import { makePolicyDecisions } from "./policy.ts";
import { makeRevisions } from "./revisions.ts";
import { makeUniverse } from "./universe.ts";
import { makeValuationHistory } from "./valuation-history.ts";

/** What `source.json` of a folder written from the sample says. */
export const sampleMeta = {
  name: "Synthetic sample market (seeded, not real)",
  small: "Sampleton Small 2000",
  large: "Sampleton Large 500",
  licence: "synthetic",
  retrievedAt: END_DATE,
  sample: true,
} as const;

type Generators = { readonly [K in DatasetName]: () => Datasets[K] };

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | null = null;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

/** Each dataset is generated when first asked for, and then kept. */
function generators(): Generators {
  const path = once(makePath);
  const policyDecisions = once(makePolicyDecisions);
  return {
    levels: once(() => makeLevels(path())),
    policyDecisions,
    recessions: once(makeRecessions),
    factors: once(() => makeFactors(path(), policyDecisions())),
    macro: once(() => makeMacro(path(), policyDecisions())),
    calendar: once(makeCalendar),
    constituents: once(makeConstituents),
    valuationHistory: once(() => makeValuationHistory(path())),
    revisions: once(makeRevisions),
    deals: once(makeDeals),
    universe: once(makeUniverse),
  };
}

/** Every dataset of the sample, for writing them to a folder. */
export function sampleDatasets(): Datasets {
  const make = generators();
  return {
    levels: make.levels(),
    policyDecisions: make.policyDecisions(),
    recessions: make.recessions(),
    factors: make.factors(),
    macro: make.macro(),
    calendar: make.calendar(),
    constituents: make.constituents(),
    valuationHistory: make.valuationHistory(),
    revisions: make.revisions(),
    deals: make.deals(),
    universe: make.universe(),
  };
}

function sourceOf<K extends DatasetName>(dataset: K, data: Datasets[K]): Source {
  const { name, small, large, licence, retrievedAt } = sampleMeta;
  const newest = newestDate(dataset, data) ?? END_DATE;
  // The sample's factors are made from its two sides, so they are about them as well.
  const isPaired = ABOUT_THE_PAIR.has(dataset) || dataset === "factors";
  return {
    provider: name,
    dataset: spelt(dataset),
    // The calendar lists days ahead; they were known at the end date.
    asOf: dataset === "calendar" ? END_DATE : newest,
    ...(dataset === "calendar" ? { listsTo: newest } : {}),
    retrievedAt,
    licence,
    // The generators build every record with its fields in one order, so this JSON is canonical.
    contentHash: createHash("sha256").update(JSON.stringify(data)).digest("hex"),
    ...(isPaired ? { pair: { label: `${small} / ${large}`, small, large } } : {}),
  };
}

/** The sample market: synthetic, seeded, complete, offline. It is a market to look at, not one to learn from. */
export function openSample(): MarketData {
  const make = generators();
  const sources = new Map<DatasetName, Source>();
  return {
    mode: "sample",
    provides: new Set(Object.keys(make) as DatasetName[]),
    remedy: () => "The sample market holds every dataset; set DATA_FOLDER to bring your own.",
    async fetch<K extends DatasetName>(dataset: K): Promise<Fetched<K>> {
      const data = make[dataset]();
      const source = sources.get(dataset) ?? sourceOf(dataset, data);
      sources.set(dataset, source);
      return { data, source };
    },
  };
}
