/** An element, action or card of Adaptive Cards 1.5, as plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** What is posted. */
export interface TeamsMessage {
  /** Plain words for notifications, screen readers and clients without cards: never empty. */
  readonly text: string;
  /** Adaptive Card 1.5 as plain JSON; null: text alone. */
  readonly card: Json | null;
  /** What did not fit one message, to be sent after it in the same thread. */
  readonly overflow: readonly TeamsMessage[];
}

/**
 * Where the chart of a message is: a public URL, a data URI within the card, Teams' own chart (with an image for
 * clients that have none), or a table only.
 */
export type ChartPlace =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "data"; readonly uri: string }
  | { readonly kind: "native"; readonly image?: string }
  | { readonly kind: "none" };

/** What the buttons ask for; each carries the command line, so no state is kept. */
export const VERBS = {
  /** Where one number comes from. */
  explain: "explain",
  definitions: "definitions",
  /** "By cycle" and the like: what the card left out. */
  more: "more",
  /** "Data": every figure as text. */
  csv: "csv",
  client: "client",
  /** Runs a command as if it had been typed. */
  again: "again",
  feedback: "feedback",
  /** The same question as of today, in the card's place (Action.Execute). */
  refresh: "refresh",
  /** Runs a `schedule` command; the card of schedules is brought up to date in its place. */
  schedule: "schedule",
  /** The filled-in form of a new schedule. */
  newSchedule: "newSchedule",
} as const;
export type Verb = (typeof VERBS)[keyof typeof VERBS];
