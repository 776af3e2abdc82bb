import type { NarratorLog } from "./narrator.ts";
import { type ChoiceRecord, type Drafted, DraftFault, type Prompt } from "./port.ts";
import { untilAborted } from "./shared.ts";
import type { Spending } from "./spending.ts";

export interface ChoosingDeps {
  /** Whether a workspace wants a language model at all. */
  readonly isOn: (workspace: string) => Promise<boolean>;
  readonly spending: Spending;
  readonly log: NarratorLog;
}

/** Something that a model is to choose. */
export interface Choosing<Choice> {
  /** As it is configured. */
  readonly model: string;
  readonly promptVersion: string;
  readonly prompt: Prompt;
  /** @throws DraftFault */
  readonly ask: (signal: AbortSignal) => Promise<Drafted>;
  /** Null: none of the choices; undefined: what no choice is. */
  readonly read: (output: string) => Choice | null | undefined;
  /** For the log. */
  readonly missed: string;
}

export interface Chosen<Choice> {
  /** Null: none of the choices, or no answer. */
  readonly choice: Choice | null;
  /** Null: the model was not asked. */
  readonly record: ChoiceRecord | null;
}

interface Within {
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/**
 * One request, without a second try: whoever asked is waiting. Settles when `signal` aborts at the latest, and never
 * rejects: what goes wrong costs the choice alone.
 */
export async function choose<Choice>(
  deps: ChoosingDeps,
  choosing: Choosing<Choice>,
  within: Within,
): Promise<Chosen<Choice>> {
  let isSent = false;
  const sending: Choosing<Choice> = {
    ...choosing,
    ask: (signal) => {
      isSent = true;
      return choosing.ask(signal);
    },
  };
  try {
    return await untilAborted(asked(deps, sending, within), within.signal);
  } catch (error) {
    deps.log.warn({ workspace: within.workspace, err: error }, choosing.missed);
    const late = { ...emptyRecord(choosing), fault: "no choice within the deadline" };
    return { choice: null, record: isSent ? late : null };
  }
}

const emptyRecord = ({ model, promptVersion, prompt }: Choosing<unknown>): ChoiceRecord => ({
  model,
  promptVersion,
  prompt,
  output: null,
  fault: null,
});

async function asked<Choice>(
  { isOn, spending, log }: ChoosingDeps,
  choosing: Choosing<Choice>,
  { workspace, signal }: Within,
): Promise<Chosen<Choice>> {
  if (!(await isOn(workspace)) || !(await spending.allows(workspace))) return { choice: null, record: null };
  const { ask, read, missed } = choosing;
  const record = (more: Partial<ChoiceRecord>): ChoiceRecord => ({ ...emptyRecord(choosing), ...more });
  try {
    const { output, model, usage } = await untilAborted(ask(signal), signal);
    await spending.book(workspace, usage).catch(() => undefined);
    const choice = read(output);
    const fault = choice === undefined ? "the answer is none of the choices" : null;
    return { choice: choice ?? null, record: record({ model, output, fault }) };
  } catch (error) {
    if (error instanceof DraftFault) await spending.book(workspace, error.usage).catch(() => undefined);
    const fault = signal.aborted ? "no choice within the deadline" : faultOf(error);
    log.warn({ workspace, fault }, missed);
    return { choice: null, record: record({ fault }) };
  }
}

const faultOf = (error: unknown) =>
  error instanceof DraftFault ? error.message : "an error inside smallcaps";

/** Of what somebody wrote no more than what shows, on one line. */
export function plainLine(text: string, longest: number): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cf}\p{Co}]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longest);
}

/** Undefined: not JSON. */
export function jsonIn(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
