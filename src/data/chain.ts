import { BriefingError } from "../briefing/errors.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { Fetched, MacroSource, MarketData, Progress, SourceCard } from "../market/port.ts";
import { mergeMacro } from "./macro.ts";

/** Sources in their order, and another order for some datasets. */
export interface ChainOptions {
  readonly order?: { readonly [K in DatasetName]?: readonly MarketData[] };
  /** Sources that could be asked if something were set. */
  readonly others?: readonly SourceCard[];
}

/**
 * Several sources as one. A dataset comes from the first source that provides it; where that one fails, from
 * the next, which then says so. A fault in the user's own files is thrown, never papered over. The macro dataset is
 * put together from all, series by series.
 */
export function chain(
  sources: readonly MarketData[],
  { order = {}, others = [] }: ChainOptions = {},
): MarketData {
  const [first] = sources;
  if (!first)
    throw new BriefingError("bad_config", "no data source is configured", "Set DATA_FOLDER, or load data.");
  if (sources.some((source) => source.mode !== first.mode)) {
    const problem = `sample and live data cannot be mixed (${sources.map((source) => source.mode).join(", ")})`;
    throw new BriefingError("bad_config", problem, "Configure sources of one mode only.");
  }
  const { mode } = first;
  const remedy = (dataset: DatasetName) => [...wanting(dataset, others), first.remedy(dataset)].join(" ");
  const providing = (dataset: DatasetName) =>
    (order[dataset] ?? sources).filter(({ provides }) => provides.has(dataset));
  const all = new Set(sources.flatMap((source) => [...source.provides]));
  const provides = new Set([...all].filter((dataset) => providing(dataset).length > 0));

  async function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    const failures: BriefingError[] = [];
    for (const source of linksFor(dataset, providing(dataset))) {
      const result = await source.fetch(dataset, progress).catch(unavailable);
      if (result instanceof BriefingError) failures.push(result);
      else return standIn(result, failures);
    }
    throw nothing(dataset, failures, remedy(dataset));
  }

  return {
    mode,
    provides,
    remedy,
    fetch,
    cards: async () => [
      ...(await Promise.all(sources.map((source) => source.cards?.() ?? []))).flat(),
      ...others,
    ],
    pull: async (progress) =>
      (await Promise.all(sources.map((source) => source.pull?.(progress) ?? []))).flat(),
  };
}

/** What to set so that a source that has the dataset can be asked. */
function wanting(dataset: DatasetName, others: readonly SourceCard[]): readonly string[] {
  return others
    .filter(({ provides }) => provides.includes(dataset))
    .map(({ provider, setting }) => `Set ${setting} so that ${provider} is asked.`);
}

/** Several sources of series are one link. */
function linksFor(
  dataset: DatasetName,
  sources: readonly MarketData[],
): readonly Pick<MarketData, "fetch">[] {
  if (dataset !== "macro" || sources.length < 2) return sources;
  return [
    mergeMacro(
      sources.map((source) => ("series" in source ? (source as MacroSource) : { ...source, series: null })),
    ),
  ];
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
