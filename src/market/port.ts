import type { DataMode } from "../briefing/briefing.ts";
import type { Source } from "../briefing/figure.ts";
import type { DatasetName, Datasets } from "./datasets.ts";

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
  fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>>;
}

/** Told about long work in words a person reads: "French: size portfolios, 412 kB". */
export type Progress = (message: string) => void;
