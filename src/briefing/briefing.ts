import type { ChartSpec } from "./chart.ts";
import type { Figure, Source } from "./figure.ts";
import type { Narrative } from "./narrative.ts";
import type { Question, ToldAlert } from "./question.ts";

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

/** Who answers: in every message. Both may be empty. */
export interface Firm {
  readonly name: string;
  readonly disclaimer: string;
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
  /** Prose drafted by a model and let through by the gate; outside the id. */
  readonly narrative?: Narrative;
  readonly caveats: Caveats;
  readonly sources: readonly Source[];
  readonly firm: Firm;
}

/** An answer that is no briefing: help, explain, sources. */
export interface Page {
  readonly title: string;
  /** Where the page speaks of one briefing: what it is about, as of when, on which data. */
  readonly pair?: string;
  readonly asOf?: string;
  readonly dataMode?: DataMode;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly string[];
  }[];
}

interface Answered {
  /** For the asker alone. */
  readonly private: boolean;
  readonly dataMode: DataMode;
  /** Where it was asked in words. */
  readonly question?: Question;
  /** What a language model was asked and proposed of a pasted text, for the record. */
  readonly proposed?: object;
}

/** A briefing's charts, its figures as a table of text, or both in a workbook. */
export const EXPORT_FORMATS = ["png", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type Answer =
  | (Answered & {
      readonly kind: "briefing";
      readonly briefing: Briefing;
      /** Of the risks: which alerts were told where it is asked, and who acknowledged them. */
      readonly told?: readonly ToldAlert[];
      /** Wanted as a file, by somebody who can be given one. */
      readonly exportAs?: ExportFormat;
      /** For a copy for clients: the briefing whose discrete 12-month periods stand beside past performance. */
      readonly periods?: Briefing;
    })
  | (Answered & { readonly kind: "page"; readonly page: Page });

/** A briefing that somebody reads: what a button under it is about. */
export interface PostedBriefing {
  readonly id: string;
  /** With its date, as `datedCommand` gives it. */
  readonly command: string;
}

/** What may come with a question. */
export interface AskOptions {
  /** The answer is about this briefing as it was posted, whatever the data say by now; refused where it cannot be had. */
  readonly posted?: PostedBriefing;
  /** ISO date, inclusive; an `asof=` in the command line must be the same. */
  readonly asOf?: string;
  /** Told what takes long, in words. */
  readonly progress?: (message: string) => void;
  /** Whether files can be given where it is asked. */
  readonly files?: boolean;
  /** It is for a copy for clients: with what belongs beside past performance. */
  readonly forClient?: boolean;
  /** The command that a conversation is about: "and since 2000?" is then asked of it. */
  readonly previous?: string;
  /** Where it was asked; not in a terminal or on the console page. */
  readonly from?: Asker;
  /** A summary is wanted as well where the workspace has them on; it is waited for so long, and no longer. */
  readonly narrate?: { readonly workspace: string; readonly withinMs: number };
}

/** Somebody in a channel of a chat platform. */
export interface Asker {
  readonly platform: "slack" | "teams";
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  /** As others read it, where the platform says. */
  readonly name?: string;
  /** True in a conversation of the user and the bot alone, which can have no schedules. */
  readonly direct?: boolean;
  /** Whether the user is a member of the channel, as the platform says now. */
  isMember(): Promise<boolean>;
  /** Whether the user administers the workspace; left out where the platform cannot say. */
  isAdmin?(): Promise<boolean>;
  /** Why the channel may have no scheduled briefings (guests, another organisation, a direct message); null: it may. */
  refusal(): Promise<string | null>;
}
