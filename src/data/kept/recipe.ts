import type { Pair, Source } from "../../briefing/figure.ts";
import type { DatasetName, Datasets } from "../../market/datasets.ts";
import type { Request } from "../http/client.ts";

/** One answer of a source, kept under its name. */
export interface Resource<Part> {
  /** A file name's: letters, digits, "-", "_", ".". */
  readonly name: string;
  /** "yields of 2024" */
  readonly label: string;
  readonly request: Omit<Request, "progress">;
  /** A copy younger than this is used without asking. */
  readonly maxAgeMs: number;
  /** Kept as soon as it came and not asked for again by a pull while young: a pull goes on from here. */
  readonly settled?: boolean;
  /** Status 404 says that there is nothing under it, which is remembered for as long as an answer would serve. */
  readonly mayBeUnused?: boolean;
  /** Of a dataset whose parts are told apart: which of them it is, of economic data the series. */
  readonly part?: string;
  /** Where it cannot be had, the dataset does without. */
  readonly mayLack?: boolean;
  /** Throws `SourceFault` where the answer is not what it used to be. */
  parse(bytes: Buffer): Part;
}

export interface Assembled<K extends DatasetName> {
  readonly data: Datasets[K];
  readonly doubts?: readonly string[];
  /** See `Source`. */
  readonly doubtedFrom?: Readonly<Record<string, string>>;
  readonly completeTo?: string;
}

/** How a dataset is made from a source's answers. Days are ISO. */
export interface Recipe<K extends DatasetName, Part = unknown> {
  readonly label: string;
  readonly pair?: Pair;
  /** Parts that are no answers: what comes with the program. */
  readonly beside?: Readonly<Record<string, Source>>;
  resources(today: string): readonly Resource<Part>[];
  /**
   * What a fresh part says of the past that the kept one (retrieved on the day `since`) said otherwise, in sentences.
   * Throws `SourceFault` where it cannot be the same thing.
   */
  revised?(before: Part, after: Part, since: string): readonly string[];
  /** Throws `SourceFault` where the parts do not fit together. */
  assemble(parts: readonly Part[], today: string): Assembled<K>;
}

export type Recipes = { readonly [K in DatasetName]?: Recipe<K> };
