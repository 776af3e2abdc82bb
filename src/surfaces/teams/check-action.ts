import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { within } from "../../within.ts";
import { checkLine } from "../conversation/check-line.ts";
import type { InvokeAnswer } from "./actions.ts";
import type { TeamsDeps } from "./deps.ts";
import type { TeamsMessage } from "./message.ts";
import { GUEST_REFUSAL } from "./placing.ts";
import { recordable } from "./post.ts";
import { renderPage, renderProblem, SAMPLE_REFUSAL } from "./render.ts";
import type { Asked } from "./reply.ts";
import { createStop, STOPPED } from "./stop.ts";
import { withoutMarkup } from "./typed.ts";

/** "Check this text", in the menu of a message: what the invoke names. */
export const CHECK_COMMAND = "checkText";
const TITLE = "Check this text";
/** Teams gives an invoke up after some ten seconds. */
const CHECK_MS = 8_000;
const SLOW = { message: "The check took too long.", hint: "Ask me again: check, and the text behind it." };

const chosen = z.object({
  commandId: z.literal(CHECK_COMMAND),
  messagePayload: z.object({ body: z.object({ content: z.string().nullish() }).nullish() }),
});

type CheckDeps = Pick<TeamsDeps, "assistant" | "mode" | "log" | "recorder" | "controls">;

interface Told {
  readonly message: TeamsMessage;
  /** What a language model proposed, for the record. */
  readonly proposed?: object;
}

/** The claims of a message, tested, in a dialog that its reader alone sees. Never rejects. */
export function createCheckAction(deps: CheckDeps) {
  const isStopped = createStop(deps);

  async function answerTo(asked: Asked, line: string): Promise<Told> {
    const workspace = asked.reference.tenant;
    if (asked.outsider) return { message: renderProblem(GUEST_REFUSAL) };
    if (await isStopped(workspace)) return { message: renderProblem(STOPPED) };
    if (deps.mode() === "sample") return { message: renderProblem(SAMPLE_REFUSAL) };
    const narrate = { workspace, withinMs: CHECK_MS };
    const answer = await within(CHECK_MS, deps.assistant().answer(line, { narrate }));
    if (answer?.kind !== "page") return { message: renderProblem(SLOW) };
    return { message: renderPage(answer.page), ...(answer.proposed && { proposed: answer.proposed }) };
  }

  return async function check(asked: Asked, value: unknown): Promise<InvokeAnswer> {
    const read = chosen.safeParse(value).data;
    if (read === undefined) return { status: 400 };
    const line = checkLine(withoutMarkup(read.messagePayload.body?.content ?? ""));
    const { message, proposed } = await answerTo(asked, line).catch((error: unknown): Told => {
      if (error instanceof BriefingError) return { message: renderProblem(error) };
      deps.log.error({ err: error }, "a check failed");
      const hint = "The log says what.";
      return { message: renderProblem({ message: "Something went wrong inside smallcaps.", hint }) };
    });
    const body = dialog(message);
    const record = await deps.recorder.sending({
      platform: "teams",
      workspace: asked.reference.tenant,
      channel: asked.reference.conversation,
      user: asked.directoryId,
      private: true,
      origin: "slash",
      command: line,
      ...(proposed && { proposed }),
      slot: null,
      briefing: null,
      message: recordable(body),
    });
    await record.sent(null);
    return { status: 200, body };
  };
}

function dialog({ card, text }: TeamsMessage) {
  const content = card ?? {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text, wrap: true }],
  };
  const shown = { contentType: "application/vnd.microsoft.card.adaptive", content };
  return {
    task: { type: "continue", value: { title: TITLE, width: "large", height: "large", card: shown } },
  };
}
