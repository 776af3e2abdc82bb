import { createHash } from "node:crypto";
import { type BulkheadPolicy, bulkhead } from "cockatiel";
import { BriefingError } from "../../briefing/errors.ts";
import type { Source, SourceResponse } from "../../briefing/figure.ts";
import { newestDate } from "../../market/as-of.ts";
import { type DatasetName, spelt } from "../../market/datasets.ts";
import type { Fetched, MarketData, Progress, Pulled, SourceCard } from "../../market/port.ts";
import { layoutFault, SourceFault } from "../http/fault.ts";
import { createMemory } from "./memory.ts";
import { createObtain, type Lacking, type ObtainDeps, type Obtained, type Wish } from "./obtain.ts";
import type { Recipe, Recipes, Resource } from "./recipe.ts";
import { newestOf } from "./responses.ts";
import { openUnderstood } from "./understood.ts";

export interface KeptOptions extends ObtainDeps {
  readonly provider: string;
  readonly licence: string;
  /** What to do where it cannot be had, in sentences. */
  readonly hint: string;
  readonly recipes: Recipes;
  readonly remedy: (dataset: DatasetName) => string;
  readonly card: Pick<SourceCard, "hosts" | "key" | "setting" | "terms" | "provides">;
  /** Named by the error of a pull that cannot write. */
  readonly folder: string;
}

/** A source as the chain takes it, with its state and a way to fill it. */
export type KeptSource = MarketData & Required<Pick<MarketData, "cards" | "pull">>;

interface Answered {
  readonly fetched: Fetched;
  readonly stamp: string;
  /** Milliseconds since 1970: until then nothing is asked. */
  readonly until: number;
}

const AT_ONCE = 4;
/** Answers are looked at anew after this, whatever their resources' ages. */
const MEMORY_MS = 86_400_000;

/**
 * A source of which copies are kept: answers from memory or disk while young, asks once for all who ask at the same
 * time, stands in with the last good copy where the source fails, and says so. Nothing is asked before the first fetch.
 */
export function openKept(options: KeptOptions): KeptSource {
  const { id, provider, recipes, shelf, now } = options;
  const provides = new Set(Object.keys(recipes) as DatasetName[]);
  const obtaining = createObtain(options);
  const understood = shelf && openUnderstood(options.folder);
  const answers = shelf && createMemory<Answered>(MEMORY_MS);
  const running = new Map<string, Promise<Fetched>>();
  const lanes = bulkhead(AT_ONCE, Number.POSITIVE_INFINITY);
  let lastFault: string | null = null;
  let lastSuccess: string | null = null;

  async function make<K extends DatasetName>(dataset: K, recipe: Recipe<K>, wish: Wish): Promise<Fetched<K>> {
    const today = now().toISOString().slice(0, 10);
    const resources = recipe.resources(today);
    const got = await inLanes(lanes, resources, (resource) =>
      obtaining.obtain(resource, { ...wish, compare: recipe.revised !== undefined }),
    );
    const { pairs, lacking } = sorted(resources, got);
    try {
      const made = assembled(options, dataset, recipe, pairs, today);
      const fetched = withDoubts(made, [...lacking, ...(await revisions(recipe, pairs))]);
      for (const { resource, got } of pairs)
        if (got.fresh) await obtaining.keep(resource, got.fresh).catch(wish.cannotKeep);
      lastFault = fetched.source.fallback ?? null;
      if (!fetched.source.fallback) lastSuccess = now().toISOString();
      return fetched;
    } catch (fault) {
      if (!(fault instanceof SourceFault)) throw fault;
      return before(dataset, recipe, pairs, fault, today);
    }
  }

  /** Vintages that disagree: what came just now beside what is still kept. */
  async function revisions<K extends DatasetName>(recipe: Recipe<K>, pairs: readonly Pair[]) {
    const fresh = recipe.revised ? pairs.filter(({ got }) => got.fresh) : [];
    const kept = await Promise.all(fresh.map(({ resource }) => obtaining.recall(resource)));
    return fresh.flatMap(({ got }, at) => {
      const old = kept[at];
      return old ? (recipe.revised?.(old.part, got.part, old.response.retrievedAt.slice(0, 10)) ?? []) : [];
    });
  }

  /** The parts are each understood but do not fit together: back to what is kept. */
  async function before<K extends DatasetName>(
    dataset: K,
    recipe: Recipe<K>,
    pairs: readonly Pair[],
    fault: SourceFault,
    today: string,
  ): Promise<Fetched<K>> {
    for (const { resource, got } of pairs)
      if (got.fresh) await obtaining.setAside(resource, withBody(fault, got.fresh.bytes));
    const anyFresh = pairs.some(({ got }) => got.fresh);
    obtaining.forget(pairs.filter(({ got }) => got.fresh).map(({ resource }) => resource));
    const old = anyFresh ? await Promise.all(pairs.map(({ resource }) => obtaining.recall(resource))) : [];
    const usable = pairs.flatMap(({ resource }, at) =>
      old[at] ? [{ resource, got: { ...old[at], stale: fault.message } }] : [],
    );
    if (usable.length === 0 || usable.length < pairs.length) throw fault;
    return assembled(options, dataset, recipe, usable, today);
  }

  async function answer<K extends DatasetName>(dataset: K, recipe: Recipe<K>, wish: Wish) {
    const ready = wish.anew ? null : await atHand(dataset);
    if (ready) return ready;
    try {
      const fetched = await make(dataset, recipe, wish);
      await remember(dataset, recipe, fetched);
      return fetched;
    } catch (fault) {
      if (!(fault instanceof SourceFault)) throw fault;
      lastFault = fault.message;
      throw unavailable(options, recipe.label, fault);
    }
  }

  /** From memory, or as another process left it. */
  async function atHand<K extends DatasetName>(dataset: K): Promise<Fetched<K> | null> {
    if (!shelf) return null;
    const stamp = await shelf.stamp();
    const known = answers?.get(dataset);
    if (known && known.stamp === stamp && now().getTime() < known.until) return known.fetched as Fetched<K>;
    const left = await understood?.read(dataset, stamp);
    if (
      !left ||
      now().getTime() >= left.until ||
      Date.parse(left.fetched.source.retrievedAt) > now().getTime()
    )
      return null;
    answers?.set(dataset, { ...left, stamp });
    return left.fetched as Fetched<K>;
  }

  async function remember<K extends DatasetName>(dataset: K, recipe: Recipe<K>, fetched: Fetched<K>) {
    if (fetched.source.fallback !== undefined || !shelf) return;
    const at = now().getTime();
    const youngest = Math.min(...recipe.resources(isoDay(at)).map(({ maxAgeMs }) => maxAgeMs));
    const until = Date.parse(fetched.source.retrievedAt) + youngest;
    await understood?.prepare().catch(() => {});
    const stamp = await shelf.stamp();
    answers?.set(dataset, { fetched, stamp, until });
    // Without it the next process reads the copies themselves.
    await understood?.write(dataset, stamp, { fetched, until }).catch(() => {});
  }

  function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    const recipe = recipes[dataset] as Recipe<K> | undefined;
    if (!recipe) {
      const problem = `the ${provider} has no ${spelt(dataset)}`;
      return Promise.reject(new BriefingError("data_unavailable", problem, options.remedy(dataset)));
    }
    const cannotKeep = (error: Error) =>
      progress?.(`${options.called}: could not keep a copy (${error.message})`);
    const asked =
      running.get(dataset) ??
      answer(dataset, recipe, { anew: false, progress, cannotKeep }).finally(() => running.delete(dataset));
    running.set(dataset, asked as Promise<Fetched>);
    return asked as Promise<Fetched<K>>;
  }

  async function pullOne<K extends DatasetName>(dataset: K, progress: Progress): Promise<Pulled> {
    const recipe = recipes[dataset] as Recipe<K>;
    const cannotKeep = (cause: Error) => {
      const problem = `cannot write to ${JSON.stringify(options.folder)}: ${cause.message}`;
      throw new BriefingError("bad_config", problem, "Point STATE_DIR at a folder that can be written.", {
        cause,
      });
    };
    try {
      const { source } = await answer(dataset, recipe, { anew: true, progress, cannotKeep });
      return { id, dataset, source, fault: null };
    } catch (fault) {
      if (!(fault instanceof BriefingError)) throw fault;
      return { id, dataset, source: null, fault };
    }
  }

  return {
    mode: "live",
    provides,
    remedy: options.remedy,
    fetch,
    pull: (progress) => Promise.all([...provides].map((dataset) => pullOne(dataset, progress))),
    cards: async () => {
      const kept = (await shelf?.all()) ?? [];
      const newest = [...kept.map(({ retrievedAt }) => retrievedAt), lastSuccess ?? ""].sort().at(-1);
      const { licence, card } = options;
      return [{ id, provider, licence, ...card, lastSuccess: newest || null, lastFault }];
    },
  };
}

/** What came, and in words what did not. */
function sorted(resources: readonly Resource<unknown>[], got: readonly (Obtained<unknown> | Lacking)[]) {
  const each = resources.flatMap((resource, at) => (got[at] ? [{ resource, got: got[at] }] : []));
  const pairs = each.flatMap(({ resource, got }): Pair[] => ("part" in got ? [{ resource, got }] : []));
  const lacking = each.flatMap(({ resource, got }) =>
    "lacking" in got ? [`${resource.label}: ${got.lacking}`] : [],
  );
  if (pairs.length === 0) throw new SourceFault(lacking[0] ?? "nothing to ask for", { transient: false });
  return { pairs, lacking };
}

function withDoubts<K extends DatasetName>(
  { data, source }: Fetched<K>,
  more: readonly string[],
): Fetched<K> {
  if (more.length === 0) return { data, source };
  return { data, source: { ...source, doubts: [...(source.doubts ?? []), ...more] } };
}

interface Pair<Part = unknown> {
  readonly resource: Resource<Part>;
  readonly got: Obtained<Part>;
}

function assembled<K extends DatasetName>(
  { provider, licence }: KeptOptions,
  dataset: K,
  recipe: Recipe<K>,
  pairs: readonly Pair[],
  today: string,
): Fetched<K> {
  const {
    data,
    doubts = [],
    doubtedFrom,
    completeTo,
  } = recipe.assemble(
    pairs.map(({ got }) => got.part),
    today,
  );
  const asOf = newestDate(dataset, data);
  if (asOf === null) throw layoutFault("the answer reports nothing");
  const made = (from: readonly Pair[]): Source => {
    const responses = from.map(({ got }) => got.response);
    const fallback = fallbackOf(provider, from);
    return {
      provider,
      dataset: recipe.label,
      asOf,
      retrievedAt:
        responses
          .map(({ retrievedAt }) => retrievedAt)
          .sort()
          .at(-1) ?? "",
      licence,
      contentHash: hashOf(responses),
      ...(recipe.pair ? { pair: recipe.pair } : {}),
      ...(completeTo === undefined ? {} : { completeTo }),
      ...(fallback === null ? {} : { fallback }),
      ...(doubts.length === 0 ? {} : { doubts }),
      ...(doubtedFrom === undefined ? {} : { doubtedFrom }),
      ...newestOf(responses),
    };
  };
  const parts = Map.groupBy(
    pairs.filter(({ resource }) => resource.part !== undefined),
    ({ resource }) => resource.part ?? "",
  );
  const source: Source = {
    ...made(pairs),
    ...(parts.size === 0
      ? {}
      : {
          parts: {
            ...recipe.beside,
            ...Object.fromEntries(
              [...parts].map(([name, own]) => [
                name,
                recipe.beside ? { ...made(own), dataset: name } : made(own),
              ]),
            ),
          },
        }),
  };
  return { data, source };
}

/** Of one answer its own hash, of several that of their hashes. */
function hashOf(responses: readonly SourceResponse[]): string {
  const [only] = responses;
  if (only && responses.length === 1) return only.sha256;
  return createHash("sha256")
    .update(responses.map(({ sha256 }) => sha256).join("\n"))
    .digest("hex");
}

function fallbackOf(provider: string, pairs: readonly Pair[]): string | null {
  const stale = pairs.filter(({ got }) => got.stale !== undefined);
  const [first] = stale;
  if (!first) return null;
  const dates = stale.map(({ got }) => got.response.retrievedAt.slice(0, 10)).sort();
  const more = stale.length > 1 ? ` (and ${stale.length - 1} more)` : "";
  return `${provider}: ${first.got.stale}${more}; using the copy retrieved on ${dates[0]}`;
}

async function inLanes<T, R>(lanes: BulkheadPolicy, items: readonly T[], work: (item: T) => Promise<R>) {
  const results = await Promise.allSettled(items.map((item) => lanes.execute(() => work(item))));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

function withBody(fault: SourceFault, body: Uint8Array): SourceFault {
  return new SourceFault(fault.message, { transient: fault.transient, cause: fault, body });
}

function unavailable({ provider, hint }: KeptOptions, what: string, fault: SourceFault): BriefingError {
  return new BriefingError("data_unavailable", `${provider}, ${what}: ${fault.message}`, hint, {
    cause: fault,
  });
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
