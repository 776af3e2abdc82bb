import { BriefingError } from "../../briefing/errors.ts";
import type { Source } from "../../briefing/figure.ts";
import type { DatasetName } from "../../market/datasets.ts";
import type { Fetched, MarketData, Progress } from "../../market/port.ts";
import { PROVIDER, SourceFault, unavailable } from "./faults.ts";
import { type Copy, FILES, type FrenchDataset, type FrenchOptions, openLibrary } from "./library.ts";
import type { StoredMeta } from "./store.ts";

const DAY_MS = 86_400_000;

/** Ken French's data library over HTTP, kept on disk. Nothing is asked before the first fetch. */
export function openFrench(options: FrenchOptions): MarketData {
  const library = openLibrary(options);
  const memory: { [K in FrenchDataset]?: Copy<K> } = {};
  const running = new Map<DatasetName, Promise<Fetched>>();

  function remember<K extends FrenchDataset>(dataset: K, copy: Copy<K>): Fetched<K> {
    Object.assign(memory, { [dataset]: copy });
    return copy.fetched;
  }

  /** From memory or disk; null where that copy cannot be used. */
  async function recall<K extends FrenchDataset>(dataset: K, meta: StoredMeta): Promise<Fetched<K> | null> {
    const known: Copy<K> | undefined = memory[dataset];
    if (known && known.meta.sha256 === meta.sha256 && known.meta.retrievedAt === meta.retrievedAt)
      return known.fetched;
    const copy = await library.read(dataset, meta).catch((error: unknown) => {
      if (error instanceof SourceFault) return null;
      throw error;
    });
    return copy && remember(dataset, copy);
  }

  async function answer<K extends FrenchDataset>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    const meta = (await library.stored(dataset)) ?? memory[dataset]?.meta ?? null;
    const young = meta && isYoung(meta, options) ? await recall(dataset, meta) : null;
    if (young) return young;
    try {
      const cannotKeep = (error: Error) => progress?.(`French: could not keep a copy (${error.message})`);
      return remember(dataset, await library.refresh(dataset, cannotKeep, progress));
    } catch (fault) {
      if (!(fault instanceof SourceFault)) throw fault;
      const old = meta && (await recall(dataset, meta));
      if (!old) throw unavailable(FILES[dataset].label, fault);
      const since = `using the copy retrieved on ${meta.retrievedAt.slice(0, 10)}`;
      return {
        data: old.data,
        source: { ...old.source, fallback: `${PROVIDER}: ${fault.message}; ${since}` },
      };
    }
  }

  function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    if (!isFrench(dataset)) {
      const problem = `the ${PROVIDER} has no ${dataset}`;
      return Promise.reject(new BriefingError("data_unavailable", problem, remedy(dataset)));
    }
    const asked = running.get(dataset) ?? answer(dataset, progress).finally(() => running.delete(dataset));
    running.set(dataset, asked);
    return asked as Promise<Fetched<K>>;
  }

  return { mode: "live", provides: new Set<DatasetName>(["levels", "factors"]), remedy, fetch };
}

/** Downloads both files now, whatever is stored; they share one time limit. */
export async function pullFrench(options: FrenchOptions, progress: Progress): Promise<readonly Source[]> {
  const library = openLibrary(options);
  const cannotKeep = (cause: Error) => {
    const problem = `cannot write to ${JSON.stringify(options.cacheDir)}: ${cause.message}`;
    throw new BriefingError("bad_config", problem, "Point STATE_DIR at a folder that can be written.", {
      cause,
    });
  };
  const pull = async (dataset: FrenchDataset): Promise<Source> => {
    try {
      return (await library.refresh(dataset, cannotKeep, progress)).fetched.source;
    } catch (fault) {
      throw fault instanceof SourceFault ? unavailable(FILES[dataset].label, fault) : fault;
    }
  };
  const results = await Promise.allSettled([pull("levels"), pull("factors")]);
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

function isFrench(dataset: DatasetName): dataset is FrenchDataset {
  return dataset === "levels" || dataset === "factors";
}

function remedy(dataset: DatasetName): string {
  if (isFrench(dataset))
    return `Load the ${FILES[dataset].label} from the ${PROVIDER}: it needs a connection to FRENCH_BASE_URL.`;
  return `The ${PROVIDER} has levels and factors only: put ${dataset} into a DATA_FOLDER or set another source.`;
}

function isYoung({ retrievedAt }: StoredMeta, { now, maxAgeMs = DAY_MS }: FrenchOptions): boolean {
  const age = now().getTime() - Date.parse(retrievedAt);
  return age >= 0 && age < maxAgeMs;
}
