import type { ChosenCommand, CommandChoice } from "../briefing/question.ts";
import type { ChoiceRecord, Drafted, Prompt } from "./port.ts";

/** Takes a question in words for one of our commands. It never answers, and the narrative's prompt never sees it. */
export interface QuestionRouter {
  /** Settles when `signal` aborts at the latest, and never rejects: what goes wrong costs the choice alone. */
  choose(
    question: string,
    choices: readonly CommandChoice[],
    options: { readonly workspace: string; readonly signal: AbortSignal },
  ): Promise<Routed>;
}

export interface Routed {
  /** Null: none of the commands, or no answer. */
  readonly choice: ChosenCommand | null;
  /** What was asked of the model and what came of it, for the audit; null: it was not asked. */
  readonly record: ChoiceRecord | null;
}

/** A language model that is made to choose, at some address. */
export interface Chooser {
  readonly model: string;
  /** The output is JSON of the shape `{choice: {command, arguments}}`, of one of the choices. @throws DraftFault */
  choose(prompt: Prompt, choices: readonly CommandChoice[], signal: AbortSignal): Promise<Drafted>;
}
