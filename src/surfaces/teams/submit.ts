import { z } from "zod";
import { FIGURE_KEY } from "../../briefing/figure.ts";
import { type Json, VERBS, type Verb } from "./message.ts";
import { FIELDS, type FormValues, inputOf } from "./schedule-form.ts";

/** What a button was about: enough to find the briefing that was posted, or to make it again. */
export interface Submit {
  readonly verb: Verb;
  /** Canonical, with its date: it gives the same briefing tomorrow. Of "refresh" without one: as of today. */
  readonly command: string;
  /** The id of the briefing: what is asked about it is answered of what was posted. None in cards of earlier versions. */
  readonly briefing?: string;
  /** Of "explain": the figure's key. */
  readonly figure?: string;
  /** Of "feedback". */
  readonly verdict?: "good" | "bad";
  /** Of "newSchedule": what was filled in. */
  readonly form?: FormValues;
}

/** The id of the menu of figures: its choice arrives beside the button's data. */
export const FIGURE_INPUT = "smallcapsFigure";

const LONGEST = 600;

const carried = z.strictObject({
  verb: z.enum(Object.values(VERBS) as [Verb, ...Verb[]]),
  command: z
    .string()
    .max(LONGEST)
    .regex(/^(?!\s)[^\p{Cc}]*$/u),
  briefing: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  figure: z.string().max(LONGEST).regex(FIGURE_KEY).optional(),
  verdict: z.enum(["good", "bad"]).optional(),
});
const filledIn = z.object(
  Object.fromEntries(FIELDS.map((field) => [inputOf(field), z.string().max(LONGEST).optional()])),
);
/** Teams and other clients add fields of their own beside ours. */
const submitted = z.object({
  smallcaps: carried,
  [FIGURE_INPUT]: z.string().max(LONGEST).regex(FIGURE_KEY).optional(),
  ...filledIn.shape,
});
/** `data` of Action.Execute arrives under `action` of an invoke. */
const executed = z.object({ action: z.object({ data: submitted }) });

/** Reads `activity.value` of an Action.Submit, or of an Action.Execute's invoke; null for what no card of ours sent. */
export function readSubmit(value: unknown): Submit | null {
  const read = submitted.safeParse(value);
  if (read.success) return submitOf(read.data);
  const invoked = executed.safeParse(value);
  return invoked.success ? submitOf(invoked.data.action.data) : null;
}

function submitOf(data: z.infer<typeof submitted>): Submit | null {
  const { verb, command, briefing, verdict } = data.smallcaps;
  const figure = data.smallcaps.figure ?? data[FIGURE_INPUT];
  if (verb === VERBS.explain && figure === undefined) return null;
  if (verb === VERBS.feedback && verdict === undefined) return null;
  return {
    verb,
    command,
    ...(briefing === undefined ? {} : { briefing }),
    ...(verb === VERBS.explain && figure !== undefined ? { figure } : {}),
    ...(verdict === undefined ? {} : { verdict }),
    ...(verb === VERBS.newSchedule ? { form: formOf(data) } : {}),
  };
}

function formOf(data: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = data[inputOf(field)];
      return typeof value === "string" ? [[field, value]] : [];
    }),
  );
}

/** For `data` of an action. */
export function carry(submit: Submit): Json {
  return { smallcaps: submit };
}
