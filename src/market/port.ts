import type { DataMode } from "../briefing/briefing.ts";
import type { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import type { DatasetName, Datasets, MacroSeries } from "./datasets.ts";

/** A dataset with its provenance. `source.asOf` is the newest date in `data`. */
export interface Fetched<K extends DatasetName = DatasetName> {
  readonly data: Datasets[K];
  readonly source: Source;
}

/**
 * Port: one market, of one mode. `fetch` returns everything the source has (the as-of cut is made by
 * `cutAt`) and rejects only with `BriefingError`: `data_unavailable` where it does not hold the dataset or
 * the source failed, `bad_input` where what it holds is at fault.
 */
export interface MarketData {
  readonly mode: DataMode;
  readonly provides: ReadonlySet<DatasetName>;
  /** How to supply a dataset that is missing here, as a sentence. */
  readonly remedy: (dataset: DatasetName) => string;
  /** What to set so that a source is asked that has the dataset, or more of it, each in a sentence. */
  readonly wanting?: (dataset: DatasetName) => readonly string[];
  fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>>;
  /** Other pairs at hand beside its own, by the name that is typed: each holds what is about its pair, at least. */
  readonly pairs?: ReadonlyMap<string, OtherPair>;
  /** The sources behind it, each with its state; asks none of them. */
  readonly cards?: () => Promise<readonly SourceCard[]>;
  /** Gets what is not at hand anew, and keeps it; a pull that was broken off goes on where it stood. */
  readonly pull?: (progress: Progress) => Promise<readonly Pulled[]>;
}

/** Another pair: what it is about, and where its numbers are. */
export interface OtherPair {
  readonly label: string;
  readonly market: MarketData;
}

/** A source of some of the macro series. */
export interface MacroSource extends MarketData {
  /** Null: those of the user's folder, known when it is read. */
  readonly series: ReadonlySet<MacroSeries> | null;
  /** Of these it tells when each value was published. */
  readonly dated?: ReadonlySet<MacroSeries>;
  /** The same source, asked for these series only: where each costs a request. */
  readonly only?: (wanted: ReadonlySet<MacroSeries>) => MarketData;
}

/** One source: what it is, and how it stands. */
export interface SourceCard {
  /** As the setting that orders sources names it: "treasury". */
  readonly id: string;
  readonly provider: string;
  readonly licence: string;
  /** Datasets, or series of one: "levels", "macro: treasury_2y". */
  readonly provides: readonly string[];
  /** Host names asked; none: nothing leaves the machine. */
  readonly hosts: readonly string[];
  /** "set", "missing" (with the setting's name in `setting`), or "none": it needs no key. */
  readonly key: "set" | "missing" | "none";
  readonly setting?: string;
  /** What its terms ask of who shows its data to others; null: nothing. */
  readonly terms: string | null;
  /** ISO date-time of the newest answer that was understood; null: none yet. */
  readonly lastSuccess: string | null;
  /** Why the last question failed; null: it did not, or none was asked since the start. */
  readonly lastFault: string | null;
}

/** What a pull did for one dataset of one source. */
export interface Pulled {
  readonly id: string;
  readonly dataset: string;
  /** Null: it was not to be had, see `fault`. */
  readonly source: Source | null;
  readonly fault: BriefingError | null;
}

/** Told about long work in words a person reads: "French: size portfolios, 412 kB". */
export type Progress = (message: string) => void;
