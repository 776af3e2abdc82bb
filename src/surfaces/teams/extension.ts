import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { within } from "../../within.ts";
import type { InvokeAnswer } from "./actions.ts";
import type { Offer, TeamsDeps } from "./deps.ts";
import type { Json, TeamsMessage } from "./message.ts";
import { GUEST_REFUSAL } from "./placing.ts";
import { recordable } from "./post.ts";
import { renderLadder, renderPage, SAMPLE_REFUSAL } from "./render.ts";
import type { Asked } from "./reply.ts";
import { createStop, STOPPED } from "./stop.ts";

const query = z.object({
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(20)
    .nullish(),
});
const INITIAL = "initialRun";
const LONGEST_QUERY = 200;
const MOST_RESULTS = 8;
/** Teams gives a search up after some five seconds. */
const SEARCH_MS = 4_000;

type ExtensionDeps = Pick<TeamsDeps, "assistant" | "mode" | "topics" | "log" | "recorder" | "controls">;
type Found = { readonly line: string; readonly title: string; readonly text: string };

/**
 * Search topics from the message box, insert a card. The card is answered when it is listed, so what is inserted is
 * what was shown; it has no buttons' thread, so a private answer is never listed.
 */
export function createExtension(deps: ExtensionDeps) {
  const isStopped = createStop(deps);

  async function entry({ line, title, text }: Found): Promise<unknown | null> {
    try {
      const answer = await within(SEARCH_MS, deps.assistant().answer(line));
      if (answer === null || answer.private) return null;
      const message =
        answer.kind === "page"
          ? renderPage(answer.page)
          : (renderLadder(answer.briefing, { place: { kind: "none" }, private: false })[0] ?? null);
      const heading = answer.kind === "page" ? title : answer.briefing.headline;
      return message?.card ? attachment(message, heading, text) : null;
    } catch (error) {
      if (!(error instanceof BriefingError)) deps.log.error({ err: error, line }, "a search failed");
      return null;
    }
  }

  /** For the asker alone, until they insert one. */
  async function recorded({ reference, directoryId }: Asked, typed: string, body: Json): Promise<void> {
    const record = await deps.recorder.sending({
      platform: "teams",
      workspace: reference.tenant,
      channel: reference.conversation,
      user: directoryId,
      private: true,
      origin: "slash",
      command: typed === "" ? null : typed,
      slot: null,
      briefing: null,
      get message() {
        return recordable(body);
      },
    });
    await record.sent(null);
  }

  return async function search(asked: Asked, value: unknown): Promise<InvokeAnswer> {
    if (asked.outsider) return said(`${GUEST_REFUSAL.message} ${GUEST_REFUSAL.hint}`);
    if (await isStopped(asked.reference.tenant)) return said(`${STOPPED.message} ${STOPPED.hint}`);
    if (deps.mode() === "sample") return said(`${SAMPLE_REFUSAL.message} ${SAMPLE_REFUSAL.hint}`);
    const parameters = query.safeParse(value).data?.parameters ?? [];
    const typed = parameters
      .filter(({ name }) => name !== INITIAL)
      .map(({ value: text }) => (typeof text === "string" ? text : ""))
      .join(" ")
      .trim()
      .slice(0, LONGEST_QUERY);
    const entries = (await Promise.all(matches(typed, deps.topics).map(entry))).filter(
      (found) => found !== null,
    );
    if (entries.length === 0) {
      return said(
        `Nothing found for this search. Try ${deps.topics.map(({ command }) => command).join(", ")}.`,
      );
    }
    const body = { composeExtension: { type: "result", attachmentLayout: "list", attachments: entries } };
    await recorded(asked, typed, body);
    return { status: 200, body };
  };
}

/** A whole command first; else the topics whose name or purpose holds every word. */
function matches(typed: string, topics: readonly Offer[]): readonly Found[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = topics
    .filter(({ command, what }) => words.every((word) => `${command} ${what}`.toLowerCase().includes(word)))
    .map(({ command, what }) => ({ line: command, title: command, text: what }));
  const isCommand = topics.some(({ command }) => command === words[0]) && words.length > 1;
  const whole = isCommand ? [{ line: typed, title: typed, text: "This question" }] : [];
  return [...whole, ...fitting].slice(0, MOST_RESULTS);
}

function attachment({ card }: TeamsMessage, title: string, text: string): unknown {
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: card,
    preview: { contentType: "application/vnd.microsoft.card.thumbnail", content: { title, text } },
  };
}

function said(text: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: "message", text } } };
}
