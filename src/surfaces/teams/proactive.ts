import type { Briefing } from "../../briefing/briefing.ts";
import type { TeamsDeps } from "./deps.ts";
import { isGone, TeamsCallFailed } from "./faults.ts";
import type { Reference } from "./incoming.ts";
import type { TeamsMessage } from "./message.ts";
import type { Poster, Target } from "./post.ts";
import type { References } from "./references.ts";
import { renderProblem } from "./render.ts";

/** How posting without being asked went. Never a guess: what may stand there is not said to have failed. */
export type Outcome =
  | { readonly state: "posted"; readonly messageId: string }
  /** Teams did not confirm it: look before sending it again. */
  | { readonly state: "unknown"; readonly reason: string }
  /** Nothing was posted. `gone`: nothing will be, until the bot is added there again. */
  | { readonly state: "failed"; readonly reason: string; readonly gone: boolean };

export interface Proactive {
  /** A new thread in a channel, a message in a chat. Never rejects. */
  postToChannel(reference: Reference, message: TeamsMessage): Promise<Outcome>;
  /** The same for a briefing, by the richest rendering that Teams takes. */
  postBriefing(reference: Reference, briefing: Briefing): Promise<Outcome>;
}

interface ProactiveDeps extends Pick<TeamsDeps, "log" | "mode"> {
  readonly poster: Poster;
  readonly references: References;
}

export function createProactive({ poster, references, log, mode }: ProactiveDeps): Proactive {
  const target = (to: Reference): Target => ({
    to,
    conversation: to.where === "channel" ? null : to.conversation,
  });

  async function post(to: Reference, send: () => Promise<{ readonly id: string }>): Promise<Outcome> {
    if (mode() === "sample") {
      return { state: "failed", reason: "sample data are never sent to Teams", gone: false };
    }
    const known = await references.find(to);
    if (known?.active === false) {
      return { state: "failed", reason: "the bot may no longer write there", gone: true };
    }
    try {
      return { state: "posted", messageId: (await send()).id };
    } catch (error) {
      if (!(error instanceof TeamsCallFailed)) throw error;
      const { message: reason } = error;
      log.warn({ tenant: to.tenant, conversation: to.conversation, reason }, "a post did not go out");
      if (error.fault.kind === "unknown") return { state: "unknown", reason };
      const gone = isGone(error);
      if (gone) await deactivate(to, reason);
      return { state: "failed", reason, gone };
    }
  }

  /** Nothing more is tried there; whoever added the bot is told, once. */
  async function deactivate(to: Reference, reason: string): Promise<void> {
    const known = await references.deactivate(to);
    if (!known?.owner) return;
    const owner = await references.personal(to.tenant, known.owner);
    if (!owner) return;
    const where = [known.team?.name, known.name].filter(Boolean).join(", ") || "a conversation";
    const message = renderProblem({
      message: `I can no longer post in ${where}: Teams refuses it (${reason}).`,
      hint: "Add me there again to have briefings there.",
    });
    await poster.message({ to: owner, conversation: owner.conversation }, message).catch((error: unknown) => {
      log.warn({ tenant: to.tenant, err: error }, "the owner of a lost channel could not be told");
    });
  }

  async function neverRejecting(outcome: Promise<Outcome>): Promise<Outcome> {
    return outcome.catch((error: unknown) => {
      log.error({ err: error }, "a post failed");
      return { state: "unknown", reason: "an error of the program; the log has it" } as const;
    });
  }

  return {
    postToChannel: (to, message) => neverRejecting(post(to, () => poster.message(target(to), message))),
    postBriefing: (to, briefing) =>
      neverRejecting(post(to, () => poster.briefing(target(to), briefing, { private: false }))),
  };
}
