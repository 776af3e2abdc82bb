import { BriefingError } from "../briefing/errors.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { Fetched, MarketData, Progress } from "../market/port.ts";

/**
 * Several sources as one. A dataset comes from the first source that provides it; where that one fails, from
 * the next, which then says so. A fault in the user's own files is thrown, never papered over.
 */
export function chain(sources: readonly MarketData[]): MarketData {
  const [first] = sources;
  if (!first)
    throw new BriefingError("bad_config", "no data source is configured", "Set DATA_FOLDER, or load data.");
  if (sources.some((source) => source.mode !== first.mode)) {
    const problem = `sample and live data cannot be mixed (${sources.map((source) => source.mode).join(", ")})`;
    throw new BriefingError("bad_config", problem, "Configure sources of one mode only.");
  }
  const { mode, remedy } = first;
  const provides = new Set(sources.flatMap((source) => [...source.provides]));

  async function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    const failures: BriefingError[] = [];
    for (const source of sources.filter((one) => one.provides.has(dataset))) {
      const result = await source.fetch(dataset, progress).catch(unavailable);
      if (result instanceof BriefingError) failures.push(result);
      else return standIn(result, failures);
    }
    throw nothing(dataset, failures, remedy(dataset));
  }

  return { mode, provides, remedy, fetch };
}

/** Passes on what the next source may answer instead; any other fault goes to the person who asked. */
function unavailable(error: unknown): BriefingError {
  if (error instanceof BriefingError && error.code === "data_unavailable") return error;
  throw error;
}

function standIn<K extends DatasetName>(fetched: Fetched<K>, failures: readonly BriefingError[]): Fetched<K> {
  if (failures.length === 0) return fetched;
  const own = fetched.source.fallback === undefined ? [] : [fetched.source.fallback];
  const fallback = [...failures.map(inShort), ...own].join("; ");
  return { ...fetched, source: { ...fetched.source, fallback } };
}

function inShort({ message }: BriefingError): string {
  return message.length > 200 ? `${message.slice(0, 197)}...` : message;
}

function nothing(dataset: DatasetName, failures: readonly BriefingError[], remedy: string): BriefingError {
  const [only, ...more] = failures;
  if (only && more.length === 0) return only;
  const reasons = only ? failures.map(inShort).join("; ") : "no source has it";
  return new BriefingError("data_unavailable", `${dataset}: ${reasons}`, remedy, { cause: only });
}
