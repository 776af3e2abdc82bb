import type { PostRecord } from "../../audit/port.ts";
import type {
  Answer,
  AskOptions,
  Briefing,
  ExportFormat,
  Page,
  PostedBriefing,
} from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import type { Exportable } from "../../briefing/exporter.ts";
import { NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { besideOf, type Question, refusedQuestion } from "../../briefing/question.ts";
import { apology, newErrorId } from "../conversation/apology.ts";
import { LaneFull, type Lanes } from "../conversation/lanes.ts";
import type { Threads } from "../conversation/threads.ts";
import { askerOf } from "./asker.ts";
import type { Calls } from "./calls.ts";
import type { TeamsDeps } from "./deps.ts";
import { isGone, TeamsCallFailed, teamsProblem } from "./faults.ts";
import { linkedFiles } from "./files.ts";
import type { Gate, Verdict } from "./gate.ts";
import type { Reference } from "./incoming.ts";
import type { TeamsMessage } from "./message.ts";
import { createPlacing } from "./placing.ts";
import type { Poster, Target } from "./post.ts";
import type { References } from "./references.ts";
import { renderFiles, renderLadder, renderNote, renderPage, renderProblem } from "./render.ts";
import { isScheduleLine, type ScheduleDesk } from "./schedules.ts";
import { showWorking } from "./working.ts";

/** One thing somebody asked, wherever they did. */
export interface Asked {
  readonly reference: Reference;
  /** With its thread. */
  readonly conversation: string;
  readonly user: string;
  /** As Teams shows it. */
  readonly name?: string;
  /** The asker in the directory (Entra object id); their account's id where Teams does not say. */
  readonly directoryId: string;
  readonly origin: PostRecord["origin"];
  /** The asker's own, as their client names it. */
  readonly zone: string | null;
  /** The channel is read by other teams or organisations. */
  readonly shared: boolean;
  /** The asker belongs to a tenant that is not served. */
  readonly outsider: boolean;
  readonly line: string;
  /** What was made of it, where it was asked in words. */
  readonly question?: Question;
  /** What a language model proposed of a pasted text, for the record. */
  readonly proposed?: object;
  /** What the pressed button stands under. */
  readonly posted?: PostedBriefing;
  /** Of the question, where it is a message. */
  readonly messageId?: string;
  /** Of a pressed button: the message that has it. */
  readonly cardId?: string;
}

export interface Replier {
  /** Answers; never rejects. */
  reply(asked: Asked): Promise<void>;
  /** Something that a briefing makes, said where the answer may stand; never rejects. */
  withBriefing(
    asked: Asked,
    make: (found: Exportable) => Promise<TeamsMessage>,
    options?: Pick<AskOptions, "forClient">,
  ): Promise<void>;
  /** A message that takes the place of the card that was pressed; never rejects. */
  inPlace(asked: Asked, make: (ask: Ask) => Promise<TeamsMessage>): Promise<void>;
  /** A word without figures, where the question stands; never rejects. */
  say(asked: Asked, message: TeamsMessage): Promise<void>;
  /** Why the asker is not answered, or null. */
  refusalFor(asked: Asked): Promise<TeamsMessage | null>;
  /** Answers a line for whoever asked. */
  askFor(asked: Asked): Ask;
  /** What went wrong, in words; a bug is logged under an id that they hold. */
  failureMessage(asked: Pick<Asked, "reference">, error: unknown): TeamsMessage;
}

export type Ask = (line: string, options?: AskOptions) => Promise<Answer>;

interface ReplierDeps extends TeamsDeps {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly poster: Poster;
  readonly references: References;
  readonly threads: Threads;
  readonly desk: ScheduleDesk;
}

/** An answer later than this says so itself. */
const LATE_MS = 10_000;
export function createReplier(deps: ReplierDeps): Replier {
  const { calls, gate, lanes, poster, references, threads, desk, log } = deps;
  const { here, say, refusalFor, put } = createPlacing(deps);

  const threadOf = ({ reference, conversation }: Asked) => ({
    team: reference.tenant,
    channel: reference.conversation,
    threadTs: conversation,
  });

  const askFor =
    (asked: Asked): Ask =>
    (line, options = {}) =>
      deps.assistant().answer(line, {
        ...options,
        ...(asked.posted === undefined ? {} : { posted: asked.posted }),
        from: askerOf(asked, gate, references),
      });

  async function pageMessage(asked: Asked, page: Page): Promise<TeamsMessage> {
    return isScheduleLine(asked.line) ? desk.card(asked, page) : renderPage(page);
  }

  async function filesMessage(asked: Asked, briefing: Briefing, format: ExportFormat): Promise<TeamsMessage> {
    return renderFiles(briefing, await linkedFiles(deps, asked.reference.tenant, { briefing }, format));
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
        await post(placed, asked, answer, aside, askedAt);
      }),
    );
  }

  async function post(target: Target, asked: Asked, answer: Answer, aside: boolean, askedAt: number) {
    if (answer.kind === "page") return poster.message(target, await pageMessage(asked, answer.page));
    const { briefing, exportAs } = answer;
    if (exportAs !== undefined)
      return poster.message(target, await filesMessage(asked, briefing, exportAs), briefing);
    // Before it shows: who follows up at once is understood.
    threads.remember(threadOf(asked), briefing.command);
    const late = () => lateness(askedAt);
    return poster.briefing(target, briefing, { private: aside, ...besideOf(answer), late });
  }

  async function reply(asked: Asked): Promise<void> {
    const askedAt = Date.now();
    const working = workingOn(asked);
    try {
      const judged = gate.judge(asked.reference, asked.shared);
      judged.catch(() => undefined);
      const previous = threads.recall(threadOf(asked));
      const narrate = { workspace: asked.reference.tenant, withinMs: NARRATE_WITHIN_MS.asked };
      const answering = askFor(asked)(asked.line, {
        ...(previous === null ? {} : { previous }),
        files: deps.exportUrl !== null,
        narrate,
      });
      answering.catch(() => undefined);
      const refusal = await refusalFor(asked);
      if (refusal) return await say(asked, refusal, await working.done());
      const answer = await answering;
      const told = withQuestion(asked, answer.question, answer.proposed);
      await deliver(told, answer, judged, askedAt, working.done).catch((error: unknown) =>
        plainly(told, answer, error),
      );
    } catch (error) {
      const told = withQuestion(asked, refusedQuestion(error));
      await say(told, failureMessage(asked, error), await working.done());
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

  async function withBriefing(
    asked: Asked,
    make: (found: Exportable) => Promise<TeamsMessage>,
    options: Pick<AskOptions, "forClient"> = {},
  ) {
    try {
      const refusal = await refusalFor(asked);
      if (refusal) return await say(asked, refusal);
      const judged = gate.judge(asked.reference, asked.shared);
      judged.catch(() => undefined);
      const answer = await askFor(asked)(asked.line, options);
      if (answer.kind !== "briefing") return await say(asked, renderPage(answer.page));
      const message = await make(answer);
      await put(asked, answer.private, judged, async (target) => {
        await lanes.run(`${target.to.tenant}/${target.to.conversation}`, () =>
          poster.message(target, message, answer.briefing),
        );
      });
    } catch (error) {
      await say(asked, failureMessage(asked, error));
    }
  }

  async function inPlace(asked: Asked, make: (ask: Ask) => Promise<TeamsMessage>) {
    try {
      const refusal = await refusalFor(asked);
      if (refusal) return await say(asked, refusal);
      const judged = gate.judge(asked.reference, asked.shared);
      judged.catch(() => undefined);
      const message = await make(askFor(asked));
      await put(asked, false, judged, async (target) => {
        const isThere = target.to === asked.reference && asked.cardId !== undefined;
        const placed = isThere ? { ...target, replaces: asked.cardId } : target;
        await lanes.run(`${target.to.tenant}/${target.to.conversation}`, () =>
          poster.message(placed, message),
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
    const id = newErrorId();
    log.error({ id, ...place(asked), err: error }, "a question failed");
    return renderProblem(apology(id));
  }

  return { reply, withBriefing, inPlace, say, refusalFor, askFor, failureMessage };
}

function lateness(askedAt: number): string | undefined {
  const waited = Date.now() - askedAt;
  return waited > LATE_MS ? `This answer comes ${Math.round(waited / 1_000)} s late.` : undefined;
}

/** Text alone: nothing in it that Teams could refuse. */
function plainestOf(answer: Answer): TeamsMessage {
  const rich =
    answer.kind === "page"
      ? renderPage(answer.page)
      : renderLadder(answer.briefing, { place: { kind: "none" }, private: true }).at(-1);
  return { text: rich?.text ?? "", card: null, overflow: [] };
}

function withQuestion(asked: Asked, question: Question | undefined, proposed?: object): Asked {
  return { ...asked, ...(question && { question }), ...(proposed && { proposed }) };
}
