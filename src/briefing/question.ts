import { BriefingError } from "./errors.ts";

/** A question in words, and what was made of it. */
export interface Question {
  /** As it was asked. */
  readonly asked: string;
  /** The command that it was taken for, a line of the grammar; null: none. */
  readonly ran: string | null;
  /** Who chose the command. */
  readonly by: "rules" | "model";
  /** What the question limits and the command cannot: "24m", a window that there is not. */
  readonly unused: readonly string[];
  readonly refused: "advice" | "name" | null;
  /** What a language model was asked and answered, for the record. */
  readonly routing?: object;
}

/** "Ran: valuation variant=aggExLoss": what stands in every answer to a question in words. */
export function ranLine({ ran, by, unused }: Pick<Question, "ran" | "by" | "unused">): string {
  const chosen = by === "model" ? " (chosen by a language model)" : "";
  const left = unused.length === 0 ? "" : `; not part of it: ${unused.map(inWords).join(", ")}`;
  return `Ran: ${ran ?? "nothing"}${chosen}${left}`;
}

/** "60m" as "5 years". */
function inWords(limit: string): string {
  const [, count = "", unit] = /^(\d+(?:\.\d+)?)([dm])$/.exec(limit) ?? [];
  const n = Number(count);
  if (unit === undefined) return limit;
  if (unit === "d") return `${count} days`;
  return n % 12 === 0 ? `${n / 12} years` : `${count} months`;
}

/** An alert that was told where somebody asks. */
export interface ToldAlert {
  /** "Alert of Mon 23 Nov 2026 09:10 (GMT): VIX has fired, by the print of 20 Nov 2026" */
  readonly told: string;
  /** Who acknowledged it; null: nobody yet; left out: not known. */
  readonly by?: Seen | null;
}

interface Seen {
  /** The platform's id of the user. */
  readonly user: string;
  /** Where the platform tells it. */
  readonly name: string | null;
  readonly when: string;
}

/** What an answer says beside its briefing, which is the same wherever it is asked for. */
export interface Beside {
  /** What a question in words was taken for. */
  readonly ran?: string;
  readonly told?: readonly ToldAlert[];
}

/** For renderers. */
export function besideOf({
  question,
  told = [],
}: {
  readonly question?: Question;
  readonly told?: readonly ToldAlert[];
}): Beside {
  return {
    ...(question === undefined ? {} : { ran: ranLine(question) }),
    ...(told.length === 0 ? {} : { told }),
  };
}

/** The same as lines. @param nobody what somebody is called of whom the platform tells no name; left out: the id */
export const besideLines = ({ ran, told = [] }: Beside, nobody?: string): readonly string[] => [
  ...(ran === undefined ? [] : [ran]),
  ...told.map((alert) => toldLine(alert, ({ name, user }) => name ?? nobody ?? user)),
];

export function toldLine({ told, by }: ToldAlert, called: (by: Seen) => string): string {
  if (by === undefined) return told;
  return `${told} · ${by === null ? "not acknowledged yet" : `acknowledged by ${called(by)}, ${by.when}`}`;
}

/** The one answer to a request for personal advice, a price target or a single company, in any language. */
export class Refusal extends BriefingError {
  readonly question: Question;

  constructor(question: Question) {
    super(
      "refused",
      "smallcaps gives no personal advice, no price targets and nothing on single companies",
      "It computes figures of US small-caps as a group against large-caps: type `help` for what there is. For a decision, ask a licensed adviser.",
    );
    this.question = question;
  }
}

/** Of an error: the question that was refused; undefined: none was. */
export function refusedQuestion(error: unknown): Question | undefined {
  return error instanceof Refusal ? error.question : undefined;
}

/** A command as a language model may choose it. */
export interface CommandChoice {
  readonly command: string;
  readonly describe: string;
  /** By name; `values`: null where they cannot be listed. */
  readonly args: Readonly<
    Record<
      string,
      { readonly describe: string; readonly values: readonly string[] | null; readonly example: string }
    >
  >;
}

/** What it chose; arguments by name, null where it gave none. */
export interface ChosenCommand {
  readonly command: string;
  readonly arguments: Readonly<Record<string, string | null>>;
}
