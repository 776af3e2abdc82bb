import type { ChartSpec } from "./chart.ts";
import type { Figure, Source } from "./figure.ts";

/** "sample" is synthetic and never leaves the user's machine; the two never mix. */
export type DataMode = "sample" | "live";

/** A briefing without a caveat does not compile. */
export type Caveats = readonly [string, ...string[]];

/** Cells name figures, so a table cannot hold a number that cannot be explained. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** One answer, in named slots. It is also the JSON document that `--json` prints. */
export interface Briefing {
  /** SHA-256 (first 16 hex digits) of inputs, definitions and code version: same inputs, same bytes. */
  readonly id: string;
  /** The command line in its canonical form; typing it again gives this briefing. */
  readonly command: string;
  readonly topic: string;
  readonly dataMode: DataMode;
  /** "Russell 2000 / S&P 500" */
  readonly pair: string;
  /** Each side in full, as the source describes it. */
  readonly pairDetail: { readonly small: string; readonly large: string };
  readonly asOf: string;
  /** The finding in words, with the pair; no return figure. */
  readonly headline: string;
  /** What was measured: definition, basis, date, currency. */
  readonly subtitle: string;
  /** Computed under an assumption the user made; private, and labelled so. */
  readonly hypothetical: boolean;
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
  /** Sentences with their figures filled in. */
  readonly notes: readonly string[];
  readonly charts: readonly ChartSpec[];
  readonly caveats: Caveats;
  readonly sources: readonly Source[];
}

/** An answer that is no briefing: help, explain, sources. */
export interface Page {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly string[];
  }[];
}

export type Answer =
  | { readonly kind: "briefing"; readonly private: boolean; readonly briefing: Briefing }
  | { readonly kind: "page"; readonly private: boolean; readonly page: Page };
