import { setTimeout as sleep } from "node:timers/promises";
import { BriefingError } from "../../briefing/errors.ts";
import type { Source } from "../../briefing/figure.ts";
import { newestDate } from "../../market/as-of.ts";
import { type DatasetName, type Datasets, spelt } from "../../market/datasets.ts";
import type { HoldingsSource } from "../../market/holdings.ts";
import type { Fetched, Progress, Pulled } from "../../market/port.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { layoutFault, SourceFault } from "../http/fault.ts";
import { createPace } from "../http/pace.ts";
import type { KeptSource } from "../kept/kept-source.ts";
import { createMemory } from "../kept/memory.ts";
import { createObtain, type Wish } from "../kept/obtain.ts";
import type { LiveOptions } from "../kept/options.ts";
import { openQuarantine } from "../kept/quarantine.ts";
import { openShelf } from "../kept/shelf.ts";
import { type Built, buildConstituents, buildLevels, ownHoldings, SIDES } from "./build.ts";
import { buildDeals } from "./deals/build.ts";

import { parseFund } from "./fund.ts";
import { keepMade, type Made, recallMade } from "./made.ts";
import { hashOf, LICENCE, newest, PROVIDER, shownResponses, standsBehind } from "./provenance.ts";
import { createReader, type Reader } from "./reader.ts";
import { resourcesAt } from "./resources.ts";

export interface EdgarOptions extends LiveOptions {
  /** Who asks, with an e-mail address: the SEC refuses whoever does not say. */
  readonly userAgent: string;
  /** data.sec.gov; `baseUrl` is www.sec.gov. */
  readonly dataUrl: string;
  /** "CIK/series/class/index" of the funds that stand for the two sides. */
  readonly funds: { readonly small: string; readonly large: string };
  /** Holdings files of the user's, which come before the funds' filings. */
  readonly holdings?: HoldingsSource | undefined;
  /** Of both hosts together; the SEC allows ten. */
  readonly perSecond?: number;
  /** How long a question waits for what is being read for the first time; 45 seconds. */
  readonly patienceMs?: number;
}

const DATASETS = ["levels", "constituents", "deals"] as const;
type EdgarDataset = (typeof DATASETS)[number];
const LABELS: Readonly<Record<EdgarDataset, string>> = {
  levels: "monthly fund returns (N-PORT)",
  constituents: "fund holdings with trailing earnings",
  deals: "deals by form index",
};

/** A little under the SEC's ten, since requests bunch on their way. */
const PER_SECOND = 9;
const DAY_MS = 86_400_000;
const HINT =
  "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS) and EDGAR_USER_AGENT, or put the file into a DATA_FOLDER.";

/**
 * The SEC's public filings, kept on disk: levels from funds' monthly returns, members from funds' holdings with the
 * trailing earnings that their companies reported, deals from the indices of filings. No key, but a declared name.
 */
export function openEdgar(options: EdgarOptions): KeptSource {
  const { now, holdings, perSecond = PER_SECOND, patienceMs = 45_000 } = options;
  const www = parseBase("EDGAR_BASE_URL", options.baseUrl);
  const data = parseBase("EDGAR_DATA_URL", options.dataUrl);
  const funds = {
    small: parseFund("EDGAR_SMALL_FUND", options.funds.small),
    large: parseFund("EDGAR_LARGE_FUND", options.funds.large),
  };
  const shelf = openShelf(options.dir);
  const client = createClient({
    ...options,
    pace: createPace(1, 1_000 / perSecond),
    timeoutMs: options.timeoutMs ?? 60_000,
    breakMs: options.breakMs ?? 60_000,
  });
  const quarantine = openQuarantine(options.quarantineDir);
  const obtaining = createObtain({ id: "edgar", called: "EDGAR", client, shelf, quarantine, now });
  const provides = new Set<DatasetName>(DATASETS);
  const answers = createMemory<Made & { readonly of: string; readonly stamp: string }>(DAY_MS);
  const running = new Map<EdgarDataset, Running>();
  let lastFault: string | null = null;

  async function build(dataset: EdgarDataset, of: string, reader: Reader, wish: Wish): Promise<Fetched> {
    const today = now().toISOString().slice(0, 10);
    const deps = { resources: resourcesAt(www, data), funds, today };
    const built: Built<Datasets[EdgarDataset]> = await {
      levels: () => buildLevels(deps, reader),
      constituents: () => buildConstituents(deps, reader, holdings ?? null),
      deals: () => buildDeals({ client, shelf, www, now, pulling: wish.anew }, reader),
    }[dataset]();
    const fetched = sourced(dataset, built, reader);
    if (reader.stale.length === 0) {
      await keepMade(shelf, dataset, of, fetched, now()).catch(wish.cannotKeep);
      lastFault = null;
    }
    return fetched;
  }

  /** One at a time for each dataset; it goes on although who asked no longer waits. */
  function start(dataset: EdgarDataset, of: string, wish: Wish): Running {
    const known = running.get(dataset);
    if (known) return known;
    const reader = createReader(obtaining, wish);
    const result = build(dataset, of, reader, wish).finally(() => running.delete(dataset));
    result.catch(() => {});
    const begun = { reader, result };
    running.set(dataset, begun);
    return begun;
  }

  /** What was made before, from memory or disk. */
  async function before(dataset: EdgarDataset, of: string): Promise<Made | null> {
    const stamp = await shelf.stamp();
    const known = answers.get(dataset);
    if (known && known.of === of && known.stamp === stamp) return known;
    const made = await recallMade(shelf, dataset, of).catch(() => null);
    if (made) answers.set(dataset, { ...made, of, stamp });
    return made;
  }

  const isYoung = ({ madeAt }: Made) => {
    const age = now().getTime() - madeAt;
    return age >= 0 && age < DAY_MS;
  };

  async function answer(dataset: EdgarDataset, wish: Wish, patient: boolean): Promise<Fetched> {
    const of = await madeOf(dataset, options, holdings);
    const made = await before(dataset, of);
    if (made && !wish.anew && isYoung(made)) return made.fetched;
    try {
      const { result, reader } = start(dataset, of, wish);
      return await (patient ? result : inTime(result, reader, patienceMs));
    } catch (fault) {
      if (!(fault instanceof SourceFault)) throw fault;
      lastFault = fault.message;
      if (made) return standIn(made, fault);
      throw unavailable(dataset, fault);
    }
  }

  const remedy = (dataset: DatasetName) => {
    if (!isOurs(dataset)) return `${PROVIDER} has no ${spelt(dataset)}: put it into a DATA_FOLDER.`;
    return `${PROVIDER} has ${LABELS[dataset]}: it needs a connection to ${www.host} and ${data.host}.`;
  };

  function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    if (!isOurs(dataset))
      return Promise.reject(
        new BriefingError("data_unavailable", `${PROVIDER} has no ${spelt(dataset)}`, remedy(dataset)),
      );
    const cannotKeep = (error: Error) => progress?.(`EDGAR: could not keep a copy (${error.message})`);
    return answer(dataset, { anew: false, progress, cannotKeep }, false) as unknown as Promise<Fetched<K>>;
  }

  async function pullOne(dataset: EdgarDataset, progress: Progress): Promise<Pulled> {
    const cannotKeep = (cause: Error) => {
      const problem = `cannot write to ${JSON.stringify(options.dir)}: ${cause.message}`;
      throw new BriefingError("bad_config", problem, "Point STATE_DIR at a folder that can be written.", {
        cause,
      });
    };
    try {
      const { source } = await answer(dataset, { anew: true, progress, cannotKeep }, true);
      return { id: "edgar", dataset, source, fault: null };
    } catch (fault) {
      if (!(fault instanceof BriefingError)) throw fault;
      return { id: "edgar", dataset, source: null, fault };
    }
  }

  return {
    mode: "live",
    provides,
    remedy,
    fetch,
    pull: async (progress) => {
      const pulled: Pulled[] = [];
      for (const dataset of DATASETS) pulled.push(await pullOne(dataset, progress));
      return pulled;
    },
    cards: async () => [
      {
        id: "edgar",
        provider: PROVIDER,
        licence: LICENCE,
        provides: DATASETS.map((dataset) => `${dataset}: ${LABELS[dataset]}`),
        hosts: [...new Set([www.host, data.host])],
        key: "set",
        setting: "EDGAR_USER_AGENT",
        terms: null,
        lastSuccess: newest(await shelf.all()) || null,
        lastFault,
      },
    ],
  };
}

interface Running {
  readonly reader: Reader;
  readonly result: Promise<Fetched>;
}

const isOurs = (dataset: DatasetName): dataset is EdgarDataset =>
  (DATASETS as readonly DatasetName[]).includes(dataset);

/** What a dataset is made of besides EDGAR's answers. */
async function madeOf(
  dataset: EdgarDataset,
  { funds }: EdgarOptions,
  holdings: HoldingsSource | undefined,
): Promise<string> {
  if (dataset === "deals") return "";
  const named = `${funds.small} ${funds.large}`;
  if (dataset === "levels" || !holdings) return named;
  const own = await Promise.all(
    SIDES.map(async (side) => {
      const held = await ownHoldings(holdings, side);
      return held instanceof BriefingError ? "" : held.source.contentHash;
    }),
  );
  return [named, ...own].join(" ");
}

function sourced(dataset: EdgarDataset, built: Built<Datasets[EdgarDataset]>, reader: Reader): Fetched {
  const asOf = newestDate(dataset, built.data);
  if (asOf === null) throw layoutFault("what was read reports nothing");
  const { doubts, pair, completeTo } = built;
  const [stale] = reader.stale;
  const source: Source = {
    ...standsBehind(reader.own),
    dataset: LABELS[dataset],
    asOf,
    retrievedAt: newest(reader.responses),
    contentHash: hashOf(reader.responses),
    ...(pair ? { pair } : {}),
    ...(completeTo === undefined ? {} : { completeTo }),
    ...(dataset === "levels" ? { quarterly: true as const } : {}),
    ...(stale === undefined ? {} : { fallback: `${PROVIDER}: ${stale}` }),
    ...(doubts.length > 0 ? { doubts } : {}),
    responses: shownResponses(reader.responses),
  };
  return { data: built.data, source: { ...source, ...ownFiles(source, reader) } };
}

/** Files of the user's stand for themselves, each with its own bytes. */
function ownFiles(whole: Source, { own, responses }: Reader): Pick<Source, "parts"> {
  if (own.length === 0) return {};
  const filed = { ...whole, ...standsBehind([]) };
  const files = own.map((file, at): [string, Source] => [`file ${at + 1}`, file]);
  return responses.length === 0
    ? { parts: Object.fromEntries(files) }
    : { parts: { filings: filed, ...Object.fromEntries(files) } };
}

async function inTime(result: Promise<Fetched>, reader: Reader, patienceMs: number): Promise<Fetched> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, null, { signal: waiting.signal }).catch(() => null);
  try {
    const first = await Promise.race([result, late]);
    if (first !== null) return first;
    throw new SourceFault(`is still being read (${reader.at()}); ask again in a minute`, { transient: true });
  } finally {
    waiting.abort();
  }
}

function standIn({ fetched, madeAt }: Made, fault: SourceFault): Fetched {
  const since = `using what was read on ${new Date(madeAt).toISOString().slice(0, 10)}`;
  return {
    ...fetched,
    source: { ...fetched.source, fallback: `${PROVIDER}: ${fault.message}; ${since}` },
  };
}

function unavailable(dataset: EdgarDataset, fault: SourceFault): BriefingError {
  return new BriefingError("data_unavailable", `${PROVIDER}, ${LABELS[dataset]}: ${fault.message}`, HINT, {
    cause: fault,
  });
}
