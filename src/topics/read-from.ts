import type { Source } from "../briefing/figure.ts";
import type { DatasetName, Datasets, MacroSeries } from "../market/datasets.ts";
import { earlier } from "./inputs.ts";
import { lastPeriodEnd } from "./macro-months.ts";
import type { Input } from "./topic.ts";

/**
 * The sources of what a figure read: of a dataset that was put together from several, those of its parts alone.
 * Economic series end where their own data end.
 * @param parts by name, of economic data the series; left out: all of them. None: nothing was read.
 */
export function readFrom(
  dataset: DatasetName,
  { data, source }: Input<DatasetName>,
  parts: readonly string[] | undefined,
): readonly Source[] {
  if (parts?.length === 0) return [];
  const endingWith = (of: Source, series: readonly string[] | undefined): Source =>
    dataset === "macro" && series !== undefined
      ? { ...of, asOf: lastEnd(data as Datasets["macro"], series as readonly MacroSeries[]) ?? of.asOf }
      : endingBy(of, source);
  const { parts: known } = source;
  if (known === undefined) return [endingWith(source, parts)];
  const names = Object.keys(known);
  const named = (parts ?? names).filter((name) => names.includes(name));
  // A source that tells other parts apart than those asked for was read whole.
  const read = named.length > 0 || dataset === "macro" ? named : names;
  return joined(
    read.flatMap((name) => {
      const own = known[name];
      return own === undefined ? [] : partsOf(own).map((each) => endingWith(each, [name]));
    }),
  );
}

const lastEnd = (rows: Datasets["macro"], series: readonly MacroSeries[]): string | undefined =>
  series
    .flatMap((each) => lastPeriodEnd(rows, each) ?? [])
    .sort()
    .at(-1);

/** The sources that a dataset was put together from, each answer once; a dataset of one source is that source. */
export const partsOf = (source: Source): readonly Source[] =>
  source.parts === undefined
    ? [source]
    : joined(
        Object.values(source.parts)
          .flatMap(partsOf)
          .map((part) => endingBy(part, source)),
      );

/** A part was not cut at the question's date, the whole was. */
function endingBy(part: Source, { asOf, completeTo }: Source): Source {
  return {
    ...part,
    asOf: earlier(part.asOf, asOf),
    ...(part.completeTo === undefined || completeTo === undefined
      ? {}
      : { completeTo: earlier(part.completeTo, completeTo) }),
  };
}

/** One answer that held several of the parts is one source, to the newest of their ends. */
function joined(sources: readonly Source[]): readonly Source[] {
  const byContent = Map.groupBy(sources, ({ provider, dataset, contentHash }) =>
    JSON.stringify([provider, dataset, contentHash]),
  );
  return [...byContent.values()].map((same) => {
    const newest = same.reduce((a, b) => (b.asOf > a.asOf ? b : a));
    const doubts = [...new Set(same.flatMap((each) => each.doubts ?? []))];
    const fallbacks = [...new Set(same.flatMap((each) => each.fallback ?? []))];
    return {
      ...newest,
      ...(fallbacks.length === 0 ? {} : { fallback: fallbacks.join("; ") }),
      ...(doubts.length === 0 ? {} : { doubts }),
    };
  });
}
