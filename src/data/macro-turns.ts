import { MACRO_SERIES, type MacroSeries } from "../market/datasets.ts";
import type { MacroSource } from "../market/port.ts";

/** Asked of a second source although a first has them: where both have a series, they are compared. */
const COMPARED: readonly MacroSeries[] = ["treasury_10y", "unemployment_rate"];

/** One question to one source of series. */
export interface Turn {
  readonly source: MacroSource;
  /** For the series alone of which it tells when each value was published. */
  readonly dated: boolean;
}

/** Who is asked, in turn: before all others (save the user's files) who tells when each value was published. */
export function turnsOf(sources: readonly MacroSource[]): readonly Turn[] {
  const inOrder = sources.map((source): Turn => ({ source, dated: false }));
  const telling = sources.filter(({ dated, only }) => dated !== undefined && only !== undefined);
  return [
    ...inOrder.filter(({ source }) => source.series === null),
    ...telling.map((source): Turn => ({ source, dated: true })),
    ...inOrder.filter(({ source }) => source.series !== null),
  ];
}

/** What is asked for: what is missing, and what is compared. `early`: what was had before its source's turn, from whom. */
export function wishOf(
  { source, dated }: Turn,
  missing: ReadonlySet<MacroSeries>,
  early: ReadonlyMap<MacroSeries, MacroSource>,
): readonly MacroSeries[] {
  const own = [...(source.series ?? MACRO_SERIES)];
  if (dated) return own.filter((series) => missing.has(series) && source.dated?.has(series));
  const toCompare = (series: MacroSeries) => COMPARED.includes(series) && early.get(series) !== source;
  // Whose turn was taken from it is asked to compare alone; any other only along with what is missing.
  const isDue = (series: MacroSeries) => missing.has(series) || (early.has(series) && toCompare(series));
  return own.some(isDue) ? own.filter((series) => missing.has(series) || toCompare(series)) : [];
}
