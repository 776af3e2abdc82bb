import { isAbsent, type Value } from "./value.ts";

/**
 * How a value is measured: "pp" percentage points, "%" percent, "x" a multiple, "p" a probability 0..1, "number" a
 * count that need not be whole (a mean of counts), "USD bn" billions of US dollars, "bp" basis points, "level" a
 * reading of an indicator in its own unit, which the label names, "verdict" a code of VERDICT_WORDS, "phase" one of
 * PHASE_WORDS.
 */
export type Unit =
  | "pp"
  | "%"
  | "x"
  | "count"
  | "number"
  | "months"
  | "rank"
  | "ratio"
  | "index"
  | "p"
  | "percentile"
  | "USD bn"
  | "bp"
  | "level"
  | "verdict"
  | "phase";

/** The two sides a market comparison is about, e.g. "Russell 2000 / S&P 500". A proxy is named as one. */
export interface Pair {
  /** Short, for titles: "Russell 2000 / S&P 500". */
  readonly label: string;
  /** In full, as the source describes each side. */
  readonly small: string;
  readonly large: string;
}

/** One answer of a source, as it came. */
export interface SourceResponse {
  /** Without user, password, key. */
  readonly url: string;
  /** Of the bytes. */
  readonly sha256: string;
  /** ISO date-time. */
  readonly retrievedAt: string;
  /** HTTP. */
  readonly status: number;
}

/** Where numbers came from. Dates are ISO; `retrievedAt` may be a date or a date-time. */
export interface Source {
  readonly provider: string;
  readonly dataset: string;
  readonly asOf: string;
  readonly retrievedAt: string;
  readonly licence: string;
  /** SHA-256 of the bytes the dataset was read from: what makes a briefing reproducible. */
  readonly contentHash: string;
  /** Of the two sides, where the dataset is about them. */
  readonly pair?: Pair;
  /** A table of events: none is missing up to this date, later ones may be. */
  readonly completeTo?: string;
  /** Of a schedule: the last day that it lists, which lies ahead. */
  readonly listsTo?: string;
  /** Typed into the program from what its publisher printed: `retrievedAt` is the day on which the two were compared. */
  readonly typedIn?: true;
  /** Its months come three at a time, sixty days after the quarter: fund filings. */
  readonly quarterly?: true;
  /** Set when an earlier choice in the chain failed and this source stood in, or an old copy was used. */
  readonly fallback?: string;
  /** What was asked for over the network, and what came: the newest, where they are many. */
  readonly responses?: readonly SourceResponse[];
  /** How many there are, where these are not all. */
  readonly responseCount?: number;
  /** What is odd about the data, though not so much as to refuse them, each in a sentence. */
  readonly doubts?: readonly string[];
  /** Of those that are about something known only since: the day, by the sentence. An earlier as-of does not have it. */
  readonly doubtedFrom?: Readonly<Record<string, string>>;
  /** Of a dataset put together from several sources: where each of its parts came from, economic series by their names. */
  readonly parts?: Readonly<Record<string, Source>>;
}

/** One number that can be explained. Absent values carry their reason in `value`. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** True where the sign is part of the reading (returns, gaps): it prints "+1.2%". */
  readonly signed?: boolean;
  /** What one of it is, where the unit does not say: of a level "percentage points". */
  readonly measuredIn?: string;
  readonly value: Value;
  readonly asOf: string;
  readonly definition: string;
  /** Observations behind the value. */
  readonly n?: number;
  readonly sources: readonly Source[];
}

/**
 * Builds a figure or throws: a number without as-of date, definition or source must not exist.
 * An `unavailable` figure may lack sources, since its note says what is missing.
 */
export function makeFigure(figure: Figure): Figure {
  const { key, value } = figure;
  if (!/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$/.test(key))
    throw new TypeError(`figure key "${key}" is malformed`);
  if (!isAbsent(value) && !Number.isFinite(value))
    throw new TypeError(`figure ${key}: ${value} is not finite`);
  if (isAbsent(value) && value.note === "") throw new TypeError(`figure ${key} is absent without a reason`);
  if (figure.label === "" || figure.definition === "")
    throw new TypeError(`figure ${key} has no label or definition`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(figure.asOf)) throw new TypeError(`figure ${key}: as-of "${figure.asOf}"`);
  const mayLackSources = isAbsent(value) && value.absent === "unavailable";
  if (figure.sources.length === 0 && !mayLackSources) throw new TypeError(`figure ${key} has no source`);
  for (const source of figure.sources) checkSource(key, source);
  return figure;
}

function checkSource(key: string, { provider, dataset, asOf, retrievedAt, licence }: Source): void {
  const blank = Object.entries({ provider, dataset, asOf, retrievedAt, licence }).find(
    ([, text]) => text === "",
  );
  if (blank) throw new TypeError(`figure ${key}: a source without ${blank[0]}`);
}

/** "valuation.small.aggIncl.pe", "ratecut.all.12m.mean": topic, then what of it. */
export const FIGURE_KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$/;
