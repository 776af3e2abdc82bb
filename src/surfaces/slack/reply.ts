import type { Context, RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Answer, ExportFormat, Page, PostedBriefing } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import { NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { besideOf, type Question, refusedQuestion } from "../../briefing/question.ts";
import { apology, newErrorId } from "../conversation/apology.ts";
import { LaneFull, type Lanes } from "../conversation/lanes.ts";
import type { Threads } from "../conversation/threads.ts";
import { askerOf } from "./asker.ts";
import { callSlack, refusalOf, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { sendFiles } from "./files.ts";
import type { Gate, Place } from "./gate.ts";
import type { Installations } from "./installations.ts";
import type { SlackMessage } from "./message.ts";
import type { Poster, Target } from "./post.ts";
import { isGone, slackProblem } from "./problems.ts";
import { isStopped, PostingStopped } from "./record.ts";
import { renderLadder, renderNote, renderPage, renderProblem } from "./render.ts";
import { withScheduleButton } from "./render-schedule.ts";
import { createWhisperer, hereOf, reasonOf, type Whisperer } from "./whisper.ts";

/** One thing somebody asked, wherever they did. */
export interface Asked extends Place {
  readonly user: string;
  /** The organisation's id where the app is installed for all of it; else the team's own counts. */
  readonly organisation?: string;
  readonly line: string;
  /** What was made of it, where it was asked in words. */
  readonly question?: Question;
  /** What a language model proposed of a pasted text, for the record. */
  readonly proposed?: object;
  /** What the pressed button stands under. */
  readonly posted?: PostedBriefing;
  /** Where the question stands: what is public there, and how a word to the asker alone is said. */
  readonly origin: "slash" | "mention" | "dm" | "button";
  readonly threadTs?: string;
  /** Of the question, where it is a message. */
  readonly messageTs?: string;
  readonly respond?: RespondFn;
}

/** Of a request, what Bolt learnt of it. */
export function organisationOf({
  isEnterpriseInstall,
  enterpriseId,
}: Pick<Context, "isEnterpriseInstall" | "enterpriseId">): Pick<Asked, "organisation"> {
  return isEnterpriseInstall && enterpriseId ? { organisation: enterpriseId } : {};
}

export interface Replier extends Pick<Whisperer, "whisper" | "watch"> {
  /** Answers; never rejects. */
  reply(client: WebClient, asked: Asked): Promise<void>;
  /** Whether the asker may be answered at all; tells one who may not. @throws SlackCallFailed */
  admits(client: WebClient, asked: Asked): Promise<boolean>;
  /** Why the asker is not answered; null: they are. @throws SlackCallFailed */
  refusal(client: WebClient, asked: Asked): Promise<Problem | null>;
  /** The answer to what was asked, as it is given in a conversation. @throws BriefingError */
  answerOf(client: WebClient, asked: Asked): Promise<Answer>;
  /** What went wrong, in words for the asker; the log is told too. */
  problemOf(asked: Asked, error: unknown): SlackMessage;
  /** Tells the asker what went wrong, and the log; never rejects. */
  fail(client: WebClient, asked: Asked, error: unknown): Promise<void>;
}

type Problem = Parameters<typeof renderProblem>[0];
type BriefingAnswer = Extract<Answer, { kind: "briefing" }>;

interface ReplierDeps extends SlackDeps {
  readonly installations: Installations;
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly poster: Poster;
  readonly threads: Threads;
  /** The app was removed there. */
  readonly onGone: (where: Pick<Asked, "team" | "organisation">) => void;
}

/** A question that takes longer than this is told that it is being worked on, unless settings say otherwise. */
const SLOW_MS = 2_500;
/** An answer that is posted so long after it was ready says so itself. */
const LATE_MS = 10_000;
/** Stands for the thread in a direct message, where people just go on. */
const DIRECT = "direct";

const SAMPLE_REFUSAL: Problem = {
  message: "This installation runs on sample data, which are never sent to Slack.",
  hint: "Load real data: set SMALLCAPS_DATA=live, or DATA_FOLDER to a data folder of yours, and start again.",
};

/** Why it was stopped is the operators' to say: their words might hold figures. */
const STOPPED: Problem = {
  message: "Posting is switched off at the moment.",
  hint: "Whoever runs smallcaps can say why, and switches it on again.",
};

const GUEST_REFUSAL: Problem = {
  message: "I do not answer guests of this workspace.",
  hint: "A member can ask for you.",
};

export function createReplier(deps: ReplierDeps): Replier {
  const { gate, lanes, poster, threads, log } = deps;
  const { whisper, aside, directMessage, watch } = createWhisperer(deps);

  /** Where the briefing goes, and what the asker is told beside it; null when it goes nowhere. */
  async function destination(
    client: WebClient,
    asked: Asked,
    isPrivate: boolean,
  ): Promise<{ target: Target; note: string | null } | null> {
    const here = hereOf(asked);
    if (asked.origin === "dm") return { target: here, note: null };
    const verdict = await gate.judge(client, asked);
    if (verdict.kind === "declined") {
      await whisper(
        client,
        asked,
        renderProblem({
          message: `I do not answer in this channel: ${verdict.reason}.`,
          hint: "Ask me in a direct message.",
        }),
      );
      return null;
    }
    if (!isPrivate && verdict.kind === "public") return { target: here, note: null };
    const why = verdict.kind === "private" ? ` (${verdict.reason})` : "";
    return {
      target: await directMessage(client, asked),
      note: `Your answer is in our direct message${why}.`,
    };
  }

  /** What Slack does not take for all to see, or does not confirm, the asker gets alone: the text always arrives. */
  async function deliver(client: WebClient, asked: Asked, answer: Answer, readyAt: number): Promise<void> {
    try {
      if (answer.kind === "page") await whisperOrThread(client, asked, pageFor(asked, answer.page));
      else if (answer.exportAs !== undefined) await deliverFiles(client, asked, answer, answer.exportAs);
      else await deliverBriefing(client, asked, answer, readyAt);
    } catch (error) {
      if (!(error instanceof SlackCallFailed) || isGone(error)) throw error;
      report(asked, error);
      const { message, hint } = slackProblem(error);
      await aside(
        client,
        asked,
        withNote(`${message} ${hint} Here it is for you alone:`, plainestOf(answer)),
        answer.kind === "briefing" ? answer.briefing : null,
      );
    }
  }

  async function deliverBriefing(
    client: WebClient,
    asked: Asked,
    answer: BriefingAnswer,
    readyAt: number,
  ): Promise<void> {
    const { briefing } = answer;
    const going = await destination(client, asked, answer.private);
    if (!going) return;
    const late = () => {
      const waited = Date.now() - readyAt;
      return waited > LATE_MS
        ? `This answer comes ${Math.round(waited / 1_000)} s late: Slack limited how fast I may post.`
        : undefined;
    };
    const isPrivate = answer.private || going.note !== null;
    const back = isPrivate && asked.origin !== "dm" ? { channel: asked.channel } : {};
    const watching = watch(asked, { channel: going.target.channel, private: isPrivate, briefing });
    const remember = (threadTs: string) => threads.remember({ ...going.target, threadTs }, briefing.command);
    // Before it shows, where the thread is known: who follows up at once is understood.
    if (going.target.threadTs !== undefined) remember(going.target.threadTs);
    if (asked.origin === "dm") remember(DIRECT);
    const ts = await lanes.run(going.target.channel, () =>
      poster.briefing(client, going.target, watching, briefing, {
        private: isPrivate,
        ...back,
        ...besideOf(answer),
        late,
      }),
    );
    if (going.target.threadTs === undefined) remember(ts);
    if (going.note) await whisper(client, asked, renderNote(going.note));
  }

  /** To the asker alone: figures leave the platform with them. */
  async function deliverFiles(
    client: WebClient,
    asked: Asked,
    { briefing }: BriefingAnswer,
    format: ExportFormat,
  ): Promise<void> {
    const going = await destination(client, asked, true);
    if (!going) return;
    const files = await deps.exporter.files({ briefing }, format);
    const { target } = going;
    const watching = watch(asked, { channel: target.channel, private: true, briefing });
    await lanes.run(target.channel, () =>
      sendFiles(deps, client, target, watching, briefing.headline, files),
    );
    const named = files.map(({ name }) => name).join(", ");
    if (going.note) await whisper(client, asked, renderNote(`In our direct message: ${named}.`));
  }

  /** Help and the like: to the asker alone in a channel, in the thread where they were mentioned. */
  async function whisperOrThread(client: WebClient, asked: Asked, message: SlackMessage): Promise<void> {
    if (asked.origin === "mention" && (await gate.judge(client, asked)).kind === "public") {
      const watching = watch(asked, { private: false, briefing: null });
      await lanes.run(asked.channel, () => poster.message(client, hereOf(asked), watching, message));
    } else await whisper(client, asked, message);
  }

  /** "New schedule" stands under what is said of a channel's schedules. */
  function pageFor(asked: Asked, page: Page): SlackMessage {
    const isOffered =
      /^\W*schedule\b/i.test(asked.line) && asked.origin !== "dm" && deps.schedules() !== null;
    return isOffered ? withScheduleButton(renderPage(page), asked.channel) : renderPage(page);
  }

  async function answerOf(client: WebClient, asked: Asked): Promise<Answer> {
    const threadTs = asked.threadTs ?? (asked.origin === "dm" ? DIRECT : null);
    const previous = threadTs === null ? null : threads.recall({ ...asked, threadTs });
    const from = askerOf(client, gate, deps.installations, asked);
    return deps.assistant().answer(asked.line, {
      ...(previous === null ? {} : { previous }),
      ...(asked.posted === undefined ? {} : { posted: asked.posted }),
      from,
      files: true,
      narrate: { workspace: asked.team, withinMs: NARRATE_WITHIN_MS.asked },
    });
  }

  async function refusal(client: WebClient, asked: Asked): Promise<Problem | null> {
    if (deps.mode() === "sample") return SAMPLE_REFUSAL;
    if (await isStopped(deps.controls, asked.team)) return STOPPED;
    const isGuest = await gate.isGuest(client, asked.team, asked.user).catch(() => false);
    return isGuest ? GUEST_REFUSAL : null;
  }

  async function admits(client: WebClient, asked: Asked): Promise<boolean> {
    const problem = await refusal(client, asked);
    if (problem !== null) await whisper(client, asked, renderProblem(problem));
    return problem === null;
  }

  /** A direct message shows it as a status, so that the answer stays the one message. */
  async function sayWorking(client: WebClient, asked: Asked): Promise<void> {
    if (asked.origin !== "dm") return aside(client, asked, renderNote("Working on it…"));
    await callSlack(client, "assistant.threads.setStatus", {
      channel_id: asked.channel,
      thread_ts: asked.threadTs ?? asked.messageTs,
      status: "is working on it…",
    }).catch(() => undefined);
  }

  async function reply(client: WebClient, asked: Asked): Promise<void> {
    const slow = setTimeout(() => void sayWorking(client, asked), deps.settings.workingAfterMs ?? SLOW_MS);
    try {
      if (await admits(client, asked)) {
        const answer = await answerOf(client, asked);
        await deliver(client, withQuestion(asked, answer.question, answer.proposed), answer, Date.now());
      }
    } catch (error) {
      await fail(client, asked, error);
    } finally {
      clearTimeout(slow);
    }
  }

  async function fail(client: WebClient, asked: Asked, error: unknown): Promise<void> {
    if (isGone(error)) deps.onGone(asked);
    await whisper(client, withQuestion(asked, refusedQuestion(error)), problemOf(asked, error));
  }

  function report(asked: Asked, error: SlackCallFailed): void {
    log.warn(
      { team: asked.team, channel: asked.channel, reason: reasonOf(error), refusal: refusalOf(error) },
      "Slack did not take the answer",
    );
  }

  /** What the asker is told when it went wrong; a bug is logged under an id that they see. */
  function problemOf(asked: Asked, error: unknown): SlackMessage {
    if (error instanceof BriefingError) return renderProblem(error);
    if (error instanceof PostingStopped) return renderProblem(STOPPED);
    if (error instanceof LaneFull) {
      return renderProblem({
        message: "Too many answers are waiting for this channel.",
        hint: "Ask again in a minute.",
      });
    }
    if (error instanceof SlackCallFailed) {
      report(asked, error);
      return renderProblem(slackProblem(error));
    }
    const id = newErrorId();
    log.error({ id, team: asked.team, err: error }, "a question failed");
    return renderProblem(apology(id));
  }

  return { reply, whisper, admits, refusal, answerOf, watch, problemOf, fail };
}

/** Text alone: nothing in it that Slack could refuse. */
function plainestOf(answer: Answer): SlackMessage {
  if (answer.kind === "page") return renderPage(answer.page);
  const ladder = renderLadder(answer.briefing, { place: { kind: "none" }, private: true });
  return ladder.at(-1) ?? renderNote(answer.briefing.headline);
}

function withNote(note: string, { text, blocks }: SlackMessage): SlackMessage {
  const said = renderNote(note);
  return { text: `${said.text}\n\n${text}`, blocks: blocks.length > 0 ? [...said.blocks, ...blocks] : [] };
}

function withQuestion(asked: Asked, question: Question | undefined, proposed?: object): Asked {
  return { ...asked, ...(question && { question }), ...(proposed && { proposed }) };
}
