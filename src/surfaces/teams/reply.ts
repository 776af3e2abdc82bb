import { randomBytes } from "node:crypto";
import type { Answer, Briefing } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import { LaneFull, type Lanes } from "../conversation/lanes.ts";
import type { Threads } from "../conversation/threads.ts";
import type { Calls } from "./calls.ts";
import type { TeamsDeps } from "./deps.ts";
import { isGone, TeamsCallFailed, teamsProblem } from "./faults.ts";
import type { Gate, Verdict } from "./gate.ts";
import type { Reference } from "./incoming.ts";
import type { TeamsMessage } from "./message.ts";
import type { Poster, Target } from "./post.ts";
import type { References } from "./references.ts";
import {
  renderApology,
  renderLadder,
  renderNote,
  renderPage,
  renderProblem,
  SAMPLE_REFUSAL,
} from "./render.ts";
import { showWorking } from "./working.ts";

/** One thing somebody asked, wherever they did. */
export interface Asked {
  readonly reference: Reference;
  /** With its thread. */
  readonly conversation: string;
  readonly user: string;
  /** The channel is read by other teams or organisations. */
  readonly shared: boolean;
  /** The asker belongs to a tenant that is not served. */
  readonly outsider: boolean;
  readonly line: string;
  /** Of the question, where it is a message. */
  readonly messageId?: string;
}

export interface Replier {
  /** Answers; never rejects. */
  reply(asked: Asked): Promise<void>;
  /** Something that a briefing makes, said where the answer may stand; never rejects. */
  withBriefing(asked: Asked, make: (briefing: Briefing) => Promise<TeamsMessage>): Promise<void>;
  /** A word without figures, where the question stands; never rejects. */
  say(asked: Asked, message: TeamsMessage): Promise<void>;
  /** Why the asker is not answered, or null. */
  refusalFor(asked: Asked): Promise<TeamsMessage | null>;
  /** What went wrong, in words; a bug is logged under an id that they hold. */
  failureMessage(asked: Pick<Asked, "reference">, error: unknown): TeamsMessage;
}

interface ReplierDeps extends TeamsDeps {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly poster: Poster;
  readonly references: References;
  readonly threads: Threads;
}

/** An answer later than this says so itself. */
const LATE_MS = 10_000;
export const GUEST_REFUSAL = {
  message: "I do not answer guests and members of other organisations.",
  hint: "A member can ask for you.",
};
const NOT_ALONE = {
  message: "This answer is for you alone, and I cannot write to you.",
  hint: "Add me as an app of your own (Apps, smallcaps, Add), and ask there.",
};

export function createReplier(deps: ReplierDeps): Replier {
  const { calls, gate, lanes, poster, references, threads, log } = deps;

  const here = ({ reference, conversation, messageId }: Asked): Target => ({
    to: reference,
    conversation,
    ...(messageId === undefined ? {} : { replyTo: messageId }),
  });
  const threadOf = ({ reference, conversation }: Asked) => ({
    team: reference.tenant,
    channel: reference.conversation,
    threadTs: conversation,
  });

  async function say(asked: Asked, message: TeamsMessage, replaces?: string): Promise<void> {
    const target = replaces === undefined ? here(asked) : { ...here(asked), replaces };
    await poster.message(target, message).catch((error: unknown) => {
      log.warn({ ...place(asked), reason: reasonOf(error) }, "a word to the asker did not arrive");
    });
  }

  async function refusalFor(asked: Asked): Promise<TeamsMessage | null> {
    if (deps.mode() === "sample") return renderProblem(SAMPLE_REFUSAL);
    const guest = asked.outsider || (await gate.isGuest(asked.reference, asked.user).catch(() => false));
    return guest ? renderProblem(GUEST_REFUSAL) : null;
  }

  /** Where what is not for all goes: the chat with the asker. Null where there is none to be had. */
  async function aloneWith(asked: Asked): Promise<Reference | null> {
    const { reference, user } = asked;
    const known = await references.personal(reference.tenant, user);
    if (known) return known;
    try {
      return await calls.openPersonal(reference, user);
    } catch (error) {
      if (isGone(error) || (error instanceof TeamsCallFailed && error.fault.kind === "refused")) return null;
      throw error;
    }
  }

  /** Puts an answer where it may stand, with a word to the asker where that is elsewhere. */
  async function put(
    asked: Asked,
    isPrivate: boolean,
    judged: Promise<Verdict>,
    post: (target: Target, aside: boolean) => Promise<void>,
  ): Promise<void> {
    const verdict = asked.reference.where === "personal" ? ({ kind: "public" } as const) : await judged;
    if (verdict.kind === "declined") {
      const message = `I do not answer here: ${verdict.reason}.`;
      return say(asked, renderProblem({ message, hint: "Ask me in our personal chat." }));
    }
    if (asked.reference.where === "personal" || (!isPrivate && verdict.kind === "public")) {
      return post(here(asked), isPrivate);
    }
    const alone = await aloneWith(asked);
    if (alone === null) return say(asked, renderProblem(NOT_ALONE));
    await post({ to: alone, conversation: alone.conversation }, true);
    const why = verdict.kind === "private" ? ` (${verdict.reason})` : "";
    await say(asked, renderNote(`Your answer is in our personal chat${why}.`));
  }

  async function deliver(
    asked: Asked,
    answer: Answer,
    judged: Promise<Verdict>,
    askedAt: number,
    note: () => Promise<string | undefined>,
  ): Promise<void> {
    await put(asked, answer.private, judged, (target, aside) =>
      lanes.run(`${target.to.tenant}/${target.to.conversation}`, async () => {
        const replaces = target.to === asked.reference ? await note() : undefined;
        const placed = replaces === undefined ? target : { ...target, replaces };
        if (answer.kind === "page") {
          await poster.message(placed, renderPage(answer.page));
          return;
        }
        const late = () => {
          const waited = Date.now() - askedAt;
          return waited > LATE_MS ? `This answer comes ${Math.round(waited / 1_000)} s late.` : undefined;
        };
        await poster.briefing(placed, answer.briefing, { private: aside, late });
        threads.remember(threadOf(asked), answer.briefing.command);
      }),
    );
  }

  async function reply(asked: Asked): Promise<void> {
    const askedAt = Date.now();
    const working = workingOn(asked);
    try {
      const judged = gate.judge(asked.reference, asked.shared);
      judged.catch(() => undefined);
      const previous = threads.recall(threadOf(asked));
      const answering = deps.assistant().answer(asked.line, previous === null ? {} : { previous });
      answering.catch(() => undefined);
      const refusal = await refusalFor(asked);
      if (refusal) return await say(asked, refusal, await working.done());
      const answer = await answering;
      await deliver(asked, answer, judged, askedAt, working.done).catch((error: unknown) =>
        plainly(asked, answer, error),
      );
    } catch (error) {
      await say(asked, failureMessage(asked, error), await working.done());
    } finally {
      void working.done();
    }
  }

  /** What Teams does not take, or does not confirm, comes as text alone where that is for the asker alone. */
  async function plainly(asked: Asked, answer: Answer, error: unknown): Promise<void> {
    if (!(error instanceof TeamsCallFailed) || isGone(error)) throw error;
    report(asked, error);
    const { message, hint } = teamsProblem(error);
    if (asked.reference.where !== "personal") return say(asked, renderProblem({ message, hint }));
    const plain = plainestOf(answer);
    await say(asked, { ...plain, text: `${message} ${hint} Here it is as text:\n\n${plain.text}` });
  }

  function workingOn(asked: Asked) {
    const { reference, conversation } = asked;
    const typing = async () => {
      await calls.send(reference, conversation, { type: "typing" }).catch(() => undefined);
    };
    const note = async () => {
      const posted = await poster
        .message(here(asked), renderNote("Working on it…"))
        .catch(() => ({ id: "" }));
      return posted.id === "" ? undefined : posted.id;
    };
    return showWorking(reference.where === "channel" ? null : typing, note, deps.settings.workingAfterMs);
  }

  async function withBriefing(asked: Asked, make: (briefing: Briefing) => Promise<TeamsMessage>) {
    try {
      const refusal = await refusalFor(asked);
      if (refusal) return await say(asked, refusal);
      const judged = gate.judge(asked.reference, asked.shared);
      judged.catch(() => undefined);
      const answer = await deps.assistant().answer(asked.line);
      if (answer.kind !== "briefing") return await say(asked, renderPage(answer.page));
      const message = await make(answer.briefing);
      await put(asked, answer.private, judged, async (target) => {
        await lanes.run(`${target.to.tenant}/${target.to.conversation}`, () =>
          poster.message(target, message),
        );
      });
    } catch (error) {
      await say(asked, failureMessage(asked, error));
    }
  }

  const place = ({ reference }: Pick<Asked, "reference">) => ({
    tenant: reference.tenant,
    conversation: reference.conversation,
  });

  function report(asked: Pick<Asked, "reference">, error: TeamsCallFailed): void {
    log.warn({ ...place(asked), reason: error.message }, "Teams did not take the answer");
  }

  function failureMessage(asked: Pick<Asked, "reference">, error: unknown): TeamsMessage {
    if (error instanceof BriefingError) return renderProblem(error);
    if (error instanceof LaneFull) {
      return renderProblem({
        message: "Too many answers are waiting for this conversation.",
        hint: "Ask again in a minute.",
      });
    }
    if (error instanceof TeamsCallFailed) {
      report(asked, error);
      return renderProblem(teamsProblem(error));
    }
    const id = `E-${randomBytes(4).toString("hex")}`;
    log.error({ id, ...place(asked), err: error }, "a question failed");
    return renderApology(id);
  }

  return { reply, withBriefing, say, refusalFor, failureMessage };
}

/** Text alone: nothing in it that Teams could refuse. */
function plainestOf(answer: Answer): TeamsMessage {
  const rich =
    answer.kind === "page"
      ? renderPage(answer.page)
      : renderLadder(answer.briefing, { place: { kind: "none" }, private: true }).at(-1);
  return { text: rich?.text ?? "", card: null, overflow: [] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
