import type { Briefing, Caveats, Table } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import type { Figure, Pair, Source, Unit } from "../briefing/figure.ts";
import type { Absent, Value } from "../briefing/value.ts";
import type { DatasetName, Datasets, MacroSeries } from "../market/datasets.ts";
import type { ArgsOf, ArgTable } from "./args.ts";
import type { Asks } from "./asks.ts";

/** What a topic asks of the market, as data: by which name, which dataset, and whether it can do without. */
export type Needs = Readonly<Record<string, Need>>;

interface Need {
  readonly dataset: DatasetName;
  readonly required: boolean;
  /** Of levels: days are counted as well, on the daily series where the main one is monthly. */
  readonly days?: boolean;
  /** Of macro series: every vintage that was public, not the last alone; the topic makes its own cut of them. */
  readonly vintages?: boolean;
  /** Of a dataset whose parts may be told apart: those that are read; left out: all. */
  readonly parts?: readonly string[];
}

export interface Input<K extends DatasetName> {
  /** Cut at the as-of date. */
  readonly data: Datasets[K];
  readonly source: Source;
}

/** Required needs are there; the others may be absent, with the reason. */
export type Inputs<N extends Needs> = {
  readonly [P in keyof N]: N[P] extends {
    readonly dataset: infer K extends DatasetName;
    readonly required: infer Q;
  }
    ? Q extends true
      ? Input<K>
      : Input<K> | Absent
    : never;
};

export type Params = Readonly<Record<string, string>>;

/** By parameter of a figure's key. */
export type KeyValues = Readonly<Record<string, readonly string[]>>;

/**
 * Figures that share a definition. The pattern is the key with its parameters in braces:
 * "ratecut.{sample}.{horizon}.mean"; `help` lists it. A draft's params fill it, and may say more.
 */
export interface FigureFamily<Need extends string = string> {
  readonly unit: Unit;
  /** The sign is part of the reading. */
  readonly signed?: boolean;
  /** What one of it is, where the unit does not say: of a level "percentage points". */
  readonly measuredIn?: (params: Params) => string;
  readonly label: (params: Params) => string;
  readonly definition: (params: Params) => string;
  /** The needs it is computed from, the main one first: its sources. */
  readonly from: readonly Need[];
  /** The present is withheld where the data are overdue; a closed sample never is (DOMAIN 3.2). */
  readonly describes: "present" | "closed";
  /** How a figure of the present is named where it is withheld. */
  readonly called?: (params: Params) => string;
}

export interface FigureDraft<F extends string = string> {
  readonly family: F;
  readonly params: Params;
  readonly value: Value;
  /** The date the value speaks of. */
  readonly asOf: string;
  /** The last date of the data at hand, where the value speaks of an earlier one: it decides when the next are due. */
  readonly newest?: string;
  /** Of the levels it was read from, where it was: they decide when the next are due. */
  readonly cadence?: "daily" | "monthly";
  /** Of macro data the series whose release calendar says when the next are due: the slowest of several. */
  readonly series?: MacroSeries;
  /**
   * By need, which parts of its dataset were read (of economic data the series): their sources alone are the figure's.
   * A need that is not named was read whole, one of which no part is named not at all.
   */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  readonly n?: number;
}

/** What the words, tables and charts of a topic see: results and finished figures, so that both agree. */
export interface View<A, R> {
  readonly args: A;
  readonly result: R;
  readonly pair: Pair;
  /** What the question is asked as of; the data may end earlier. */
  readonly asOf: string;
  /** Levels come a quarter's months at a time. */
  readonly quarterly: boolean;
  readonly figure: (key: string) => Figure;
  readonly value: (key: string) => Value;
  /** The figure as it prints. */
  readonly text: (key: string) => string;
}

/**
 * A topic: one question about small against large, answered from data. Pure throughout: no I/O, no clock.
 * Texts may hold `{{figure.key}}` slots, which are filled with the formatted figure; a sentence whose figure is
 * absent is left out.
 */
export interface TopicDefinition<
  A extends ArgTable,
  N extends Needs,
  F extends Readonly<Record<string, FigureFamily<keyof N & string>>>,
  R,
> {
  readonly name: string;
  /** What it is about, at the head of its part of a briefing of several topics: "Rate cuts". */
  readonly title: string;
  /** One line for help: what it answers. */
  readonly summary: string;
  readonly args: A;
  readonly needs: N;
  readonly figures: F;
  /** One value a parameter: `help` shows each figure's label with them. */
  readonly examples?: Params;
  /** What may stand for a parameter in a key, where that does not depend on the data: `help` lists it. */
  readonly values?: KeyValues;
  /** @throws BriefingError `data_unavailable` when the inputs cannot answer at all. */
  readonly compute: (inputs: Inputs<N>, args: ArgsOf<A>, asOf: string) => R;
  readonly drafts: (result: R, args: ArgsOf<A>) => readonly FigureDraft<keyof F & string>[];
  /** The finding in words; no return figure. */
  readonly headline: (view: View<ArgsOf<A>, R>) => string;
  /** What was measured: definition, basis, span, currency. */
  readonly subtitle: (view: View<ArgsOf<A>, R>) => string;
  readonly tables: (view: View<ArgsOf<A>, R>) => readonly Table[];
  readonly notes: (view: View<ArgsOf<A>, R>) => readonly string[];
  readonly charts: (view: View<ArgsOf<A>, R>) => readonly ChartSpec[];
  readonly caveats: (view: View<ArgsOf<A>, R>) => Caveats;
  /** Arguments that assume something: when one is given the answer is hypothetical and private. */
  readonly assumptions?: readonly (keyof A & string)[];
  /** In which words people ask for it. */
  readonly asks?: Asks;
  readonly isOfBefore?: Topic["isOfBefore"];
  readonly argsFor?: Topic["argsFor"];
}

/** A topic's answer before it is dressed with sources, pair and id. */
export interface TopicAnswer {
  /** What it is about, where that is not the pair of the topic's first input. */
  readonly pair?: Pair;
  readonly figures: readonly Figure[];
  readonly headline: string;
  readonly subtitle: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  readonly charts: readonly ChartSpec[];
  readonly caveats: Caveats;
}

/** A topic with its types closed over, as the registry holds it. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly args: ArgTable;
  readonly assumptions: readonly string[];
  readonly asks?: Asks;
  readonly needs: Needs;
  /** It asks several questions, each of one pair, and says of which. */
  readonly severalPairs?: true;
  readonly figures: Readonly<Record<string, FigureFamily>>;
  readonly examples?: Params;
  readonly values?: KeyValues;
  /** The figures of `answer` alone, for whom its words and charts are none: asked for many days, they cost. */
  readonly read: (
    inputs: Readonly<Record<string, Input<DatasetName> | Absent>>,
    args: Readonly<Record<string, unknown>>,
    asOf: string,
  ) => readonly Figure[];
  /**
   * What an answer takes long over, a part at a time, so that whoever waits for something else is served between the
   * parts. It may be left out: `answer` does what was not done.
   */
  readonly prepare?: (
    inputs: Readonly<Record<string, Input<DatasetName> | Absent>>,
    asOf: string,
  ) => Iterable<unknown>;
  /** Figures of earlier days, beside those of today: the sources of an answer end where today's do. */
  readonly isOfBefore?: (key: string) => boolean;
  /** With which arguments it holds a figure (by its key) that it lacks without. */
  readonly argsFor?: (key: string) => readonly string[];
  /** Its part of a briefing of several topics, where that is less than the whole. */
  readonly inBrief?: (whole: Briefing) => Briefing;
  /** `inputs` holds every need, required ones never absent; `args` come from `args[…].parse` or `fallback`. */
  readonly answer: (
    inputs: Readonly<Record<string, Input<DatasetName> | Absent>>,
    args: Readonly<Record<string, unknown>>,
    pair: Pair,
    asOf: string,
  ) => TopicAnswer;
}
