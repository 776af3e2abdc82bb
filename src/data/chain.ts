import { BriefingError } from "../briefing/errors.ts";
import { type DatasetName, spelt } from "../market/datasets.ts";
import type { Fetched, MacroSource, MarketData, OtherPair, Progress, SourceCard } from "../market/port.ts";
import { mergeMacro } from "./macro.ts";

/** Sources in their order, and another order for some datasets. */
export interface ChainOptions {
  readonly order?: { readonly [K in DatasetName]?: readonly MarketData[] };
  /** Sources that could be asked if something were set. */
  readonly others?: readonly SourceCard[];
  /** Pairs beside the market's own; a source's own of the same name goes before. */
  readonly pairs?: ReadonlyMap<string, OtherPair>;
}

/**
 * Several sources as one. A dataset comes from the first source that provides it; where that one fails, from
 * the next, which then says so. A fault in the user's own files is thrown, never papered over. The macro dataset is
 * put together from all, series by series.
 */
export function chain(
  sources: readonly MarketData[],
  { order = {}, others = [], pairs: beside = new Map() }: ChainOptions = {},
): MarketData {
  const [first] = sources;
  if (!first)
    throw new BriefingError("bad_config", "no data source is configured", "Set DATA_FOLDER, or load data.");
  if (sources.some((source) => source.mode !== first.mode)) {
    const problem = `sample and live data cannot be mixed (${sources.map((source) => source.mode).join(", ")})`;
    throw new BriefingError("bad_config", problem, "Configure sources of one mode only.");
  }
  const { mode } = first;
  const wanting = (dataset: DatasetName) => toSet(dataset, others);
  const remedy = (dataset: DatasetName) => [...wanting(dataset), first.remedy(dataset)].join(" ");
  const providing = (dataset: DatasetName) =>
    (order[dataset] ?? sources).filter(({ provides }) => provides.has(dataset));
  const all = new Set(sources.flatMap((source) => [...source.provides]));
  const provides = new Set([...all].filter((dataset) => providing(dataset).length > 0));

  const macro = linksOfMacro(providing("macro"));

  async function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    const failures: BriefingError[] = [];
    for (const source of dataset === "macro" ? macro : providing(dataset)) {
      const result = await source.fetch(dataset, progress).catch(unavailable);
      if (result instanceof BriefingError) failures.push(result);
      else return standIn(result, failures);
    }
    throw nothing(dataset, failures, remedy(dataset));
  }

  const pairs = new Map([...beside, ...sources.flatMap((source) => [...(source.pairs ?? [])])]);
  return {
    mode,
    provides,
    ...(pairs.size > 0 ? { pairs } : {}),
    remedy,
    wanting,
    fetch,
    cards: async () => [
      ...(await Promise.all(sources.map((source) => source.cards?.() ?? []))).flat(),
      ...others,
    ],
    pull: async (progress) =>
      (await Promise.all(sources.map((source) => source.pull?.(progress) ?? []))).flat(),
  };
}

/** What to set so that a source that has the dataset, or more of it, can be asked; and what it has of it. */
function toSet(dataset: DatasetName, others: readonly SourceCard[]): readonly string[] {
  return others.flatMap(({ provider, setting, provides }) => {
    const own = provides.filter((each) => each === dataset || each.startsWith(`${dataset}: `));
    if (own.length === 0) return [];
    const parts = own.flatMap((each) => (each === dataset ? [] : [each.slice(dataset.length + 2)]));
    return [
      `Set ${setting} so that ${provider} is asked${parts.length > 0 ? ` (${parts.join(", ")})` : ""}.`,
    ];
  });
}

/** Several sources of series are one link. */
function linksOfMacro(sources: readonly MarketData[]): readonly Pick<MarketData, "fetch">[] {
  if (sources.length < 2) return sources;
  const ofSeries = (source: MarketData): MacroSource =>
    "series" in source ? (source as MacroSource) : { ...source, series: null };
  return [mergeMacro(sources.map(ofSeries))];
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
  return new BriefingError("data_unavailable", `${spelt(dataset)}: ${reasons}`, remedy, { cause: only });
}
