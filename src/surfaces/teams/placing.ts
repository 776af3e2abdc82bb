import type { Calls } from "./calls.ts";
import type { TeamsDeps } from "./deps.ts";
import { isGone, TeamsCallFailed } from "./faults.ts";
import type { Gate, Verdict } from "./gate.ts";
import type { Reference } from "./incoming.ts";
import type { TeamsMessage } from "./message.ts";
import type { About, Poster, Target } from "./post.ts";
import type { References } from "./references.ts";
import { renderNote, renderProblem, SAMPLE_REFUSAL } from "./render.ts";
import type { Asked } from "./reply.ts";
import { createStop, STOPPED } from "./stop.ts";

/** Where an answer may stand, and who is not answered at all. */
export interface Placing {
  here(asked: Asked): Target;
  /** Why the asker is not answered, or null. */
  refusalFor(asked: Asked): Promise<TeamsMessage | null>;
  /** A word without figures, where the question stands; never rejects. */
  say(asked: Asked, message: TeamsMessage, replaces?: string): Promise<void>;
  /** Puts an answer where it may stand, with a word to the asker where that is elsewhere. */
  put(
    asked: Asked,
    isPrivate: boolean,
    judged: Promise<Verdict>,
    post: (target: Target, aside: boolean) => Promise<void>,
  ): Promise<void>;
}

interface PlacingDeps extends TeamsDeps {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly poster: Poster;
  readonly references: References;
}

export const GUEST_REFUSAL = {
  message: "I do not answer guests and members of other organisations.",
  hint: "A member can ask for you.",
};
const NOT_ALONE = {
  message: "This answer is for you alone, and I cannot write to you.",
  hint: "Add me as an app of your own (Apps, smallcaps, Add), and ask there.",
};

export function aboutOf({ directoryId, origin, line, reference, question, proposed }: Asked): About {
  return {
    user: directoryId,
    origin,
    command: line === "" ? null : line,
    private: reference.where === "personal",
    ...(question ? { question } : {}),
    ...(proposed ? { proposed } : {}),
  };
}

export function createPlacing(deps: PlacingDeps): Placing {
  const { calls, gate, poster, references, log } = deps;
  const isStopped = createStop(deps);

  const here = (asked: Asked): Target => ({
    to: asked.reference,
    conversation: asked.conversation,
    record: aboutOf(asked),
    ...(asked.messageId === undefined ? {} : { replyTo: asked.messageId }),
  });

  async function say(asked: Asked, message: TeamsMessage, replaces?: string): Promise<void> {
    const target = replaces === undefined ? here(asked) : { ...here(asked), replaces };
    await poster.message(target, message).catch((error: unknown) => {
      const { tenant, conversation } = asked.reference;
      const reason = error instanceof Error ? error.message : "unknown";
      log.warn({ tenant, conversation, reason }, "a word to the asker did not arrive");
    });
  }

  /** Where what is not for all goes: the chat with the asker. Null where there is none to be had. */
  async function aloneWith({ reference, user }: Asked): Promise<Reference | null> {
    const known = await references.personal(reference.tenant, user);
    if (known) return known;
    try {
      return await calls.openPersonal(reference, user);
    } catch (error) {
      if (isGone(error) || (error instanceof TeamsCallFailed && error.fault.kind === "refused")) return null;
      throw error;
    }
  }

  return {
    here,
    say,
    async refusalFor(asked) {
      if (await isStopped(asked.reference.tenant)) return renderProblem(STOPPED);
      if (deps.mode() === "sample") return renderProblem(SAMPLE_REFUSAL);
      const guest = asked.outsider || (await gate.isGuest(asked.reference, asked.user).catch(() => false));
      return guest ? renderProblem(GUEST_REFUSAL) : null;
    },
    async put(asked, isPrivate, judged, post) {
      const isPersonal = asked.reference.where === "personal";
      const verdict = isPersonal ? ({ kind: "public" } as const) : await judged;
      // The answer may have taken its time: the switch is looked at again.
      if (await isStopped(asked.reference.tenant)) return say(asked, renderProblem(STOPPED));
      if (verdict.kind === "declined") {
        const message = `I do not answer here: ${verdict.reason}.`;
        return say(asked, renderProblem({ message, hint: "Ask me in our personal chat." }));
      }
      if (isPersonal || (!isPrivate && verdict.kind === "public")) return post(here(asked), isPrivate);
      const alone = await aloneWith(asked);
      if (alone === null) return say(asked, renderProblem(NOT_ALONE));
      const record = { ...aboutOf(asked), private: true };
      await post({ to: alone, conversation: alone.conversation, record }, true);
      const why = verdict.kind === "private" ? ` (${verdict.reason})` : "";
      await say(asked, renderNote(`Your answer is in our personal chat${why}.`));
    },
  };
}
