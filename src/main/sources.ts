import { join } from "node:path";
import type { LiveSources, SourceId } from "../config/live-sources.ts";
import type { Config } from "../config.ts";
import { openBls } from "../data/bls/bls.ts";
import { chain } from "../data/chain.ts";
import { openEdgar } from "../data/edgar/edgar.ts";
import { openFmp } from "../data/fmp/fmp.ts";
import { openFolder } from "../data/folder/folder.ts";
import { openFred } from "../data/fred/fred.ts";
import { FRED_NAMES } from "../data/fred/parse.ts";
import { openFrench, SIZE_PAIR } from "../data/french/french.ts";
import { openIShares } from "../data/ishares/ishares.ts";
import { membersOf } from "../data/ishares/members.ts";
import type { LiveOptions } from "../data/kept/options.ts";
import { openNyFed } from "../data/nyfed/nyfed.ts";
import { POLICY_COMPLETE_TO } from "../data/reference/policy-decisions.ts";
import { BUILT_IN_DECISIONS, openReference } from "../data/reference/reference.ts";
import { openTiingo } from "../data/tiingo/tiingo.ts";
import { openTreasury } from "../data/treasury/treasury.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { MarketData, OtherPair, SourceCard } from "../market/port.ts";
import { outbound } from "./outbound.ts";
import { version } from "./program.ts";

export const quarantineDir = ({ STATE_DIR }: Config) => join(STATE_DIR, "sources", "quarantine");

/** Where a source keeps its copies, and how it gets out. */
function liveOptions(config: Config, id: SourceId, baseUrl: string): LiveOptions {
  return {
    baseUrl,
    dir: join(config.STATE_DIR, "sources", id),
    quarantineDir: quarantineDir(config),
    now: () => new Date(),
    dispatcher: outbound(config).dispatcher,
    userAgent: `smallcaps/${version}`,
  };
}

/** How long a question waits for what takes longer than a question should, in milliseconds. */
export interface Limits {
  readonly patienceMs?: number;
}

/** One of the sources in use, which is opened once; null where it is not in use or lacks its key. */
type Opened = (id: SourceId) => MarketData | null;

/** How each source is opened; null where it lacks its key. */
const OPENERS: Readonly<
  Record<SourceId, (config: Config, opened: Opened, limits: Limits) => MarketData | null>
> = {
  tiingo: (config) => {
    const { TIINGO_API_KEY: apiKey, TIINGO_SMALL: small, TIINGO_LARGE: large } = config;
    if (apiKey === undefined) return null;
    return openTiingo({ ...liveOptions(config, "tiingo", config.TIINGO_BASE_URL), apiKey, small, large });
  },
  french: (config) => openFrench(liveOptions(config, "french", config.FRENCH_BASE_URL)),
  nyfed: (config) =>
    openNyFed(liveOptions(config, "nyfed", config.NYFED_BASE_URL), {
      decisions: BUILT_IN_DECISIONS.data,
      completeTo: POLICY_COMPLETE_TO,
      source: BUILT_IN_DECISIONS.source,
    }),
  treasury: (config) => openTreasury(liveOptions(config, "treasury", config.TREASURY_BASE_URL)),
  bls: (config) =>
    openBls({ ...liveOptions(config, "bls", config.BLS_BASE_URL), apiKey: config.BLS_API_KEY }),
  fred: (config) => {
    const { FRED_API_KEY: apiKey } = config;
    return apiKey === undefined
      ? null
      : openFred({ ...liveOptions(config, "fred", config.FRED_BASE_URL), apiKey });
  },
  fmp: (config, opened) => {
    const { FMP_API_KEY: apiKey, ISHARES_FOLDER: folder } = config;
    if (apiKey === undefined) return null;
    // EDGAR knows trailing earnings too, and reads the same holdings files.
    const base = opened("edgar") ?? (folder === undefined ? null : membersOf(openIShares(folder, today)));
    if (base === null) return null;
    return openFmp({ ...liveOptions(config, "fmp", config.FMP_BASE_URL), apiKey, base });
  },
  ishares: ({ ISHARES_FOLDER: folder }) => (folder === undefined ? null : openIShares(folder, today)),
  // After those with estimates.
  edgar: (config, _opened, limits) => {
    const { EDGAR_USER_AGENT: userAgent, EDGAR_DATA_URL: dataUrl, ISHARES_FOLDER: folder } = config;
    if (userAgent === undefined) return null;
    const funds = { small: config.EDGAR_SMALL_FUND, large: config.EDGAR_LARGE_FUND };
    const options = {
      ...liveOptions(config, "edgar", config.EDGAR_BASE_URL),
      ...limits,
      userAgent,
      dataUrl,
      funds,
    };
    return openEdgar(folder === undefined ? options : { ...options, holdings: openIShares(folder, today) });
  },
  reference: openReference,
};

const today = () => new Date().toISOString().slice(0, 10);

type Unasked = Omit<SourceCard, "id" | "lastSuccess" | "lastFault" | "key">;

/** What is said of a source that cannot be asked for want of a setting. */
const UNASKED: Readonly<Partial<Record<SourceId, (config: Config) => Unasked>>> = {
  tiingo: () => ({
    provider: "Tiingo",
    licence: "internal-use",
    provides: ["levels: daily prices of two funds"],
    hosts: ["api.tiingo.com"],
    setting: "TIINGO_API_KEY",
    terms: null,
  }),
  edgar: () => ({
    provider: "SEC EDGAR",
    licence: "public-domain",
    provides: [
      "levels: two funds' monthly returns",
      "constituents: fund holdings with trailing earnings, debt and interest",
      "deals: takeovers by filings",
    ],
    hosts: ["www.sec.gov", "data.sec.gov"],
    setting: "EDGAR_USER_AGENT",
    terms: null,
  }),
  fmp: ({ FMP_API_KEY }) => ({
    provider: "Financial Modeling Prep",
    licence: "internal-use",
    provides: ["constituents: analysts' estimates and their number"],
    hosts: ["financialmodelingprep.com"],
    // Its estimates are of the members that another source names.
    setting: FMP_API_KEY === undefined ? "FMP_API_KEY" : "EDGAR_USER_AGENT or ISHARES_FOLDER",
    terms: null,
  }),
  ishares: () => ({
    provider: "iShares holdings files",
    licence: "internal-use",
    provides: ["constituents: members with their sectors, from files that you downloaded"],
    hosts: [],
    setting: "ISHARES_FOLDER",
    terms: null,
  }),
  fred: () => ({
    provider: "FRED, Federal Reserve Bank of St. Louis",
    licence: "FRED API terms, no storage",
    provides: FRED_NAMES.map((series) => `macro: ${series}`),
    hosts: ["api.stlouisfed.org"],
    setting: "FRED_API_KEY",
    terms: null,
  }),
};

/** Your own folder first for every dataset that it holds, then the live sources in the order that is set. */
export async function liveMarket(config: Config, limits: Limits = {}): Promise<MarketData> {
  const folder =
    config.DATA_FOLDER === undefined ? [] : [await openFolder(config.DATA_FOLDER, "the data folder")];
  const { own, ids } = wanted(config.LIVE_SOURCES);
  const opened = openedOnce(config, ids, limits);
  const pick = (names: readonly SourceId[]) => names.flatMap((id) => opened(id) ?? []);
  const order = Object.fromEntries(
    Object.entries(own).map(([dataset, names]) => [dataset, [...folder, ...pick(names)]]),
  ) as { [K in DatasetName]?: readonly MarketData[] };
  const others = ids.flatMap((id): readonly SourceCard[] => {
    const about = opened(id) === null ? UNASKED[id]?.(config) : undefined;
    return about ? [{ id, ...about, key: "missing", lastSuccess: null, lastFault: null }] : [];
  });
  const all = [...folder, ...pick(ids)];
  return chain(all, { order, others, pairs: sizePortfolios(opened("french"), order.levels ?? all) });
}

/** French's size portfolios are a pair of their own, `pair=french`, where another source's levels go before them. */
function sizePortfolios(
  french: MarketData | null,
  levels: readonly MarketData[],
): ReadonlyMap<string, OtherPair> {
  const leading = levels.find(({ provides }) => provides.has("levels"));
  return french === null || leading === french
    ? new Map()
    : new Map([["french", { label: SIZE_PAIR.label, market: french }]]);
}

/** A second reader of the same host would ask at twice its pace. */
function openedOnce(config: Config, ids: readonly SourceId[], limits: Limits): Opened {
  const known = new Map<SourceId, MarketData | null>();
  const opened: Opened = (id) => {
    if (!ids.includes(id)) return null;
    const source = known.has(id) ? (known.get(id) ?? null) : OPENERS[id](config, opened, limits);
    known.set(id, source);
    return source;
  };
  return opened;
}

function wanted({ all, own }: LiveSources) {
  const ids = all ?? DEFAULT_ORDER;
  const named = Object.values(own).flat();
  return { own, ids: [...new Set([...ids, ...named])] };
}

const DEFAULT_ORDER = Object.keys(OPENERS) as readonly SourceId[];
