import { createHash } from "node:crypto";
import { BriefingError } from "../../briefing/errors.ts";
import type { Source, SourceResponse } from "../../briefing/figure.ts";
import { type Constituent, type DatasetName, type Side, spelt } from "../../market/datasets.ts";
import { estimatesSuffice, isEstimated } from "../../market/estimates.ts";
import type { Fetched, MarketData, Progress, Pulled } from "../../market/port.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { SourceFault } from "../http/fault.ts";
import { createPace } from "../http/pace.ts";
import { createObtain, type Lacking } from "../kept/obtain.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Resource } from "../kept/recipe.ts";
import { newestOf } from "../kept/responses.ts";
import { forwardOn, parseEstimates, type YearEstimate } from "./parse.ts";

export interface FmpOptions extends LiveOptions {
  /** The user's. */
  readonly apiKey: string;
  /** Whose members the estimates are for. */
  readonly base: MarketData;
}

const KEPT_MS = 7 * 86_400_000;
const PROVIDER = "Financial Modeling Prep";
const LICENCE = "internal-use";
const HINT =
  "Run `npm run admin -- pull` once a day: the free plan answers for 250 companies a day, and a pull goes on where the last one ended.";

/**
 * Analysts' estimates for another source's index members. A company costs a request, so that only a pull asks;
 * questions use what is kept, and nothing until half of each side's market value is covered.
 */
export function openFmp(options: FmpOptions): MarketData {
  const base = parseBase("FMP_BASE_URL", options.baseUrl);
  const { apiKey, now, base: members } = options;
  const { shelf, quarantine } = roomsOf(options);
  const client = createClient({
    ...options,
    ...limitsOf(options),
    pace: createPace(250, 60_000),
    secrets: [apiKey],
  });
  const obtaining = createObtain({ id: "fmp", called: "FMP", client, shelf, quarantine, now });
  let lastFault: string | null = null;
  let last: { readonly key: string; readonly fetched: Fetched<"constituents"> } | null = null;

  const estimatesOf = (symbol: string): Resource<readonly YearEstimate[]> => ({
    name: `estimates-${symbol.replace(/[^A-Z0-9]/g, "_")}`,
    label: `estimates of ${symbol}`,
    maxAgeMs: KEPT_MS,
    settled: true,
    request: {
      base,
      path: "stable/analyst-estimates",
      query: { symbol, period: "annual", page: "0", limit: "10" },
      secretQuery: { apikey: apiKey },
      kind: "json",
      maxBytes: 500_000,
    },
    parse: (bytes) => parseEstimates(bytes, symbol),
  });

  async function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    if (dataset !== "constituents")
      throw new BriefingError("data_unavailable", `${PROVIDER} has no ${spelt(dataset)}`, remedy(dataset));
    const fetched = await members.fetch("constituents", progress);
    const key = [await shelf.stamp(), fetched.source.contentHash, lastFault].join();
    if (last?.key === key) return last.fetched as unknown as Fetched<K>;
    const kept = await Promise.all(fetched.data.map(({ ticker }) => obtaining.recall(estimatesOf(ticker))));
    const data = fetched.data.map((member, at) => {
      const own = kept[at];
      if (!own) return member;
      // By the row's own date, from which its earnings are weighed: today's fiscal year may be the next one.
      return { ...member, ...forwardOn(own.part, member.asOf), estimatedOn: dayOf(own.response) };
    });
    refuseThin(data, lastFault);
    const responses = kept.flatMap((each) => (each ? [each.response] : []));
    const source = stoodIn(sourceOf(fetched.source, responses, data), responses);
    const answer: Fetched<"constituents"> = { data, source };
    last = { key, fetched: answer };
    return answer as unknown as Fetched<K>;
  }

  /** Says why estimates are used that are older than they should be. */
  function stoodIn(source: Source, responses: readonly SourceResponse[]): Source {
    const oldest = responses.map(({ retrievedAt }) => retrievedAt).sort()[0];
    if (lastFault === null || oldest === undefined) return source;
    if (now().getTime() - Date.parse(oldest) < KEPT_MS) return source;
    const since = `using estimates retrieved since ${oldest.slice(0, 10)}`;
    const fallback = [source.fallback ?? [], `${PROVIDER}: ${lastFault}; ${since}`].flat().join("; ");
    return { ...source, fallback };
  }

  /** Why it ended, where that is not one company's matter; what is left is asked for by the next pull. */
  async function askAll(symbols: readonly string[], progress: Progress): Promise<string | null> {
    const cannotKeep = (error: Error) => progress(`FMP: could not keep a copy (${error.message})`);
    let refused = 0;
    for (const [at, symbol] of symbols.entries()) {
      const got = await obtaining.obtain(estimatesOf(symbol), { anew: false, cannotKeep }).catch(ofOne);
      const reason = "part" in got ? (got.stale ?? null) : got.lacking;
      refused = reason === null ? 0 : refused + 1;
      if (refused === Math.min(symbols.length, IN_A_ROW)) return reason;
      if (at % 50 === 49) progress(`FMP: estimates of ${at + 1} of ${symbols.length} companies`);
    }
    return null;
  }

  async function pull(progress: Progress): Promise<readonly Pulled[]> {
    const pulled = { id: "fmp", dataset: "constituents" };
    try {
      const { data } = await members.fetch("constituents", progress);
      const symbols = [...new Set(data.map(({ ticker }) => ticker))];
      lastFault = await askAll(symbols, progress);
      return [{ ...pulled, source: (await fetch("constituents", progress)).source, fault: null }];
    } catch (error) {
      if (error instanceof BriefingError) return [{ ...pulled, source: null, fault: error }];
      if (!(error instanceof SourceFault)) throw error;
      lastFault = error.message;
      const fault = new BriefingError("data_unavailable", `${PROVIDER}: ${error.message}`, HINT, {
        cause: error,
      });
      return [{ ...pulled, source: null, fault }];
    }
  }

  return {
    mode: "live",
    provides: new Set<DatasetName>(["constituents"]),
    remedy,
    fetch,
    pull,
    cards: async () => {
      const kept = await shelf.all();
      return [
        {
          id: "fmp",
          provider: PROVIDER,
          licence: LICENCE,
          provides: [`constituents: estimates (of ${kept.length} companies so far)`],
          hosts: [base.host],
          key: "set",
          setting: "FMP_API_KEY",
          terms: "showing its data to others needs a display licence from Financial Modeling Prep",
          lastSuccess:
            kept
              .map(({ retrievedAt }) => retrievedAt)
              .sort()
              .at(-1) ?? null,
          lastFault,
        },
      ];
    },
  };
}

/** Of one company alone: outside the plan, or unknown. */
const OF_ONE: readonly (number | null)[] = [402, 403, 404];

/** Of so many one after another it is the plan's, the key's or the server's matter. */
const IN_A_ROW = 20;

function ofOne(error: unknown): Lacking {
  if (!(error instanceof SourceFault) || !OF_ONE.includes(error.status)) throw error;
  return { lacking: error.message };
}

const dayOf = ({ retrievedAt }: SourceResponse) => retrievedAt.slice(0, 10);

/** @throws BriefingError `data_unavailable` that counts, where too little is covered */
function refuseThin(data: readonly Constituent[], lastFault: string | null): void {
  for (const side of ["small", "large"] as const satisfies readonly Side[]) {
    const own = data.filter(({ index }) => index === side);
    const covered = own.filter(isEstimated);
    if (own.length > 0 && estimatesSuffice(own)) continue;
    const kept = `of ${covered.length} of ${own.length} companies on the ${side} side, less than half of its market value`;
    const problem =
      lastFault === null
        ? `${PROVIDER} has estimates kept ${kept}`
        : `${PROVIDER}: ${lastFault}; estimates are kept ${kept}`;
    throw new BriefingError("data_unavailable", problem, HINT);
  }
}

function sourceOf(own: Source, responses: readonly SourceResponse[], data: readonly Constituent[]): Source {
  const covered = data.filter(isEstimated).length;
  const hashes = responses.map(({ sha256 }) => sha256);
  const retrieved = responses.map(({ retrievedAt }) => retrievedAt).sort();
  const doubt = `estimates cover ${covered} of ${data.length} members, retrieved ${between(responses.map(dayOf).sort(), data)}`;
  const estimates: Source = {
    provider: PROVIDER,
    dataset: "analysts' estimates",
    asOf: own.asOf,
    retrievedAt: retrieved.at(-1) ?? "",
    licence: LICENCE,
    contentHash: createHash("sha256").update(hashes.join("\n")).digest("hex"),
    doubts: [doubt],
    ...newestOf(responses),
  };
  return {
    ...own,
    provider: `${own.provider}; ${PROVIDER}`,
    licence: [...new Set([own.licence, LICENCE])].join(", "),
    contentHash: createHash("sha256")
      .update([own.contentHash, ...hashes].join("\n"))
      .digest("hex"),
    retrievedAt: [own.retrievedAt, ...retrieved].sort().at(-1) ?? "",
    ...newestOf([...(own.responses ?? []), ...responses]),
    doubts: [doubt, ...(own.doubts ?? [])],
    // It counts the members of both sides: before the later file's day it would tell of that file.
    doubtedFrom: { ...own.doubtedFrom, [doubt]: data.map(({ asOf }) => asOf).reduce(later, "") },
    parts: { companies: own, estimates },
  };
}

/** "from 2026-08-20 to 2026-08-22, after the holdings' date 2026-06-30": what was expected on that date nobody kept. */
function between(days: readonly string[], data: readonly Constituent[]): string {
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  const held = data.map(({ asOf }) => asOf).sort()[0] ?? "";
  const later = last > held ? `, after the holdings' date ${held}` : "";
  return `${first === last ? `on ${first}` : `from ${first} to ${last}`}${later}`;
}

const later = (one: string, other: string) => (one > other ? one : other);

function remedy(dataset: DatasetName): string {
  if (dataset === "constituents") return "Load estimates from Financial Modeling Prep: it needs FMP_API_KEY.";
  return `Put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
