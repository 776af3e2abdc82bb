import { randomBytes } from "node:crypto";
import { type Context, RespondError, type RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Answer, Briefing, Page } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import { NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { LaneFull, type Lanes } from "../conversation/lanes.ts";
import type { Threads } from "../conversation/threads.ts";
import { askerOf } from "./asker.ts";
import { callSlack, isAmbiguous, loopTurn, refusalOf, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { Gate, Place } from "./gate.ts";
import type { Installations } from "./installations.ts";
import type { SlackMessage } from "./message.ts";
import type { Poster, Target, Watch } from "./post.ts";
import { isGone, slackProblem } from "./problems.ts";
import { PostingStopped, recording } from "./record.ts";
import { renderApology, renderLadder, renderNote, renderPage, renderProblem } from "./render.ts";
import { withScheduleButton } from "./render-schedule.ts";

/** One thing somebody asked, wherever they did. */
export interface Asked extends Place {
  readonly user: string;
  /** The organisation's id where the app is installed for all of it; else the team's own counts. */
  readonly organisation?: string;
  readonly line: string;
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

export interface Replier {
  /** Answers; never rejects. */
  reply(client: WebClient, asked: Asked): Promise<void>;
  /** Says something to the asker alone; never rejects. */
  whisper(client: WebClient, asked: Asked, message: SlackMessage): Promise<void>;
  /** Whether the asker may be answered at all; tells one who may not. @throws SlackCallFailed */
  admits(client: WebClient, asked: Asked): Promise<boolean>;
  /** Why the asker is not answered; null: they are. @throws SlackCallFailed */
  refusal(client: WebClient, asked: Asked): Promise<Problem | null>;
  /** The answer to what was asked, as it is given in a conversation. @throws BriefingError */
  answerOf(client: WebClient, asked: Asked): Promise<Answer>;
  /** Keeps the record of what goes to the asker. */
  watch(asked: Asked, about: { channel?: string; private: boolean; briefing: Briefing | null }): Watch;
  /** What went wrong, in words for the asker; the log is told too. */
  problemOf(asked: Asked, error: unknown): SlackMessage;
  /** Tells the asker what went wrong, and the log; never rejects. */
  fail(client: WebClient, asked: Asked, error: unknown): Promise<void>;
}

type Problem = Parameters<typeof renderProblem>[0];

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
const opened = z.object({ channel: z.object({ id: z.string() }) });

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

  const dropped = (asked: Asked, error: unknown) =>
    log.warn(
      { team: asked.team, channel: asked.channel, reason: reasonOf(error) },
      "a word to the asker did not arrive",
    );

  async function whisper(client: WebClient, asked: Asked, message: SlackMessage): Promise<void> {
    if (asked.origin !== "dm") return aside(client, asked, message);
    await poster
      .message(client, hereOf(asked), watch(asked, { private: true, briefing: null }), message)
      .catch((error: unknown) => dropped(asked, error));
  }

  function watch(asked: Asked, about: { channel?: string; private: boolean; briefing: Briefing | null }) {
    const { team: workspace, channel, user, origin, line } = asked;
    const command = about.briefing?.command ?? (line === "" ? null : line);
    return recording(deps, { workspace, channel, user, origin, command, ...about });
  }

  /** To the asker alone, by the first way that is not refused; what may have arrived is not said again. */
  async function aside(
    client: WebClient,
    asked: Asked,
    message: SlackMessage,
    briefing: Briefing | null = null,
  ): Promise<void> {
    for (const way of waysAside(client, asked, watch(asked, { private: true, briefing }))) {
      try {
        return await way(message);
      } catch (error) {
        dropped(asked, error);
        if (!wasRefused(error)) return;
      }
    }
  }

  function waysAside(
    client: WebClient,
    asked: Asked,
    watching: Watch,
  ): readonly ((message: SlackMessage) => Promise<void>)[] {
    const { respond, channel, user, threadTs } = asked;
    const responding = async ({ text, blocks }: SlackMessage) => {
      await loopTurn();
      await respond?.({
        response_type: "ephemeral",
        replace_original: false,
        text,
        ...(blocks.length > 0 ? { blocks: [...blocks] as never } : {}),
      });
      return null;
    };
    const ephemeral = async ({ text, blocks }: SlackMessage) => {
      await callSlack(client, "chat.postEphemeral", {
        channel,
        user,
        text,
        ...(blocks.length > 0 ? { blocks: JSON.stringify(blocks) } : {}),
        ...(threadTs ? { thread_ts: threadTs } : {}),
      });
      return null;
    };
    const direct = async (message: SlackMessage) => {
      await poster.message(client, await directMessage(client, asked), watching, message);
    };
    return [
      ...(respond ? [watched(watching, responding)] : []),
      watched(watching, ephemeral),
      ...(asked.origin === "dm" ? [] : [direct]),
    ];
  }

  async function directMessage(client: WebClient, asked: Asked): Promise<Target> {
    const { channel } = opened.parse(await callSlack(client, "conversations.open", { users: asked.user }));
    return { team: asked.team, channel: channel.id };
  }

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
    answer: Extract<Answer, { kind: "briefing" }>,
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
    const ts = await lanes.run(going.target.channel, () =>
      poster.briefing(client, going.target, watching, briefing, { private: isPrivate, ...back, late }),
    );
    const { team, channel, threadTs = ts } = going.target;
    threads.remember({ team, channel, threadTs }, briefing.command);
    if (asked.origin === "dm") threads.remember({ team, channel, threadTs: DIRECT }, briefing.command);
    if (going.note) await whisper(client, asked, renderNote(going.note));
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
    const narrate = { workspace: asked.team, withinMs: NARRATE_WITHIN_MS.asked };
    return deps.assistant().answer(asked.line, { ...(previous === null ? {} : { previous }), from, narrate });
  }

  async function refusal(client: WebClient, asked: Asked): Promise<Problem | null> {
    if (deps.mode() === "sample") return SAMPLE_REFUSAL;
    if ((await deps.controls.stopped(asked.team)) !== null) return STOPPED;
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
      if (await admits(client, asked))
        await deliver(client, asked, await answerOf(client, asked), Date.now());
    } catch (error) {
      await fail(client, asked, error);
    } finally {
      clearTimeout(slow);
    }
  }

  async function fail(client: WebClient, asked: Asked, error: unknown): Promise<void> {
    if (isGone(error)) deps.onGone(asked);
    await whisper(client, asked, problemOf(asked, error));
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
    const id = `E-${randomBytes(4).toString("hex")}`;
    log.error({ id, team: asked.team, err: error }, "a question failed");
    return renderApology(id);
  }

  return { reply, whisper, admits, refusal, answerOf, watch, problemOf, fail };
}

function hereOf({ team, channel, threadTs }: Asked): Target {
  return { team, channel, ...(threadTs ? { threadTs } : {}) };
}

/** A way of its own to the asker, with its record. */
function watched(watching: Watch, way: (message: SlackMessage) => Promise<null>) {
  return async (message: SlackMessage): Promise<void> => {
    const record = await watching.sending(message);
    try {
      await record.sent(await way(message));
    } catch (error) {
      await record.notSent(reasonOf(error), !wasRefused(error));
      throw error;
    }
  };
}

function wasRefused(error: unknown): boolean {
  if (error instanceof RespondError) return error.statusCode < 500;
  return error instanceof SlackCallFailed && !isAmbiguous(error);
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
