import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Recorded } from "../../audit/port.ts";
import type { Briefing } from "../../briefing/briefing.ts";
import { frameOf } from "../../briefing/frame.ts";
import type { Beside } from "../../briefing/question.ts";
import { createChartPlaces, type Sent } from "./chart-places.ts";
import { callSlack, isAmbiguous, LONGEST_WAIT_S, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { ChartPlace, SlackMessage } from "./message.ts";
import { type RenderOptions, renderLadder } from "./render.ts";
import { createRendered, type Written, writtenOf } from "./rendered.ts";
import type { Uploads } from "./upload.ts";

export interface Target {
  readonly team: string;
  readonly channel: string;
  readonly threadTs?: string;
  /** A message that it takes the place of. */
  readonly replaces?: string;
  /** Slot key of a scheduled post: travels with the message, so that it can be looked up. */
  readonly slot?: string;
  /** A reply that the channel sees too. */
  readonly broadcast?: boolean;
}

/** Told of each request that may make a message visible, and of what became of it. */
export interface Watch {
  /** Awaited right before the request leaves; where it rejects, nothing is sent. */
  sending(message: SlackMessage): Promise<Recorded>;
}

export interface Poster {
  /** Posts one message with its chart, by the best means that works; the message's timestamp. */
  briefing(
    client: WebClient,
    target: Target,
    watch: Watch,
    briefing: Briefing,
    manner: Manner,
  ): Promise<string>;
  message(
    client: WebClient,
    target: Target,
    watch: Watch,
    message: SlackMessage,
    longestWaitS?: number,
  ): Promise<string>;
}

export interface Manner extends Beside {
  readonly private: boolean;
  /** What the message says of its coming late: asked anew whenever Slack made it wait. */
  readonly late?: () => string | undefined;
  /** Where "Post to channel" posts a private answer. */
  readonly channel?: string;
  /** Of a scheduled post. */
  readonly scheduled?: RenderOptions["scheduled"];
  /** Of the message itself; what follows in its thread is waited for. */
  readonly longestWaitS?: number;
}

/** Slack shares an uploaded file some time after it said ok: the post is tried again until the file is usable. */
const FILE_WAITS_MS = [300, 600, 1_200, 2_400, 4_000];
const TOO_RICH = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"]);
const posted = z.object({ ts: z.string() });
const NO_TIMESTAMP = { kind: "unknown", details: "an answer without a timestamp" } as const;

/** Marks a scheduled post at Slack. */
export const DELIVERY_EVENT = "smallcaps_delivery";

/** `json`: its blocks, where they were written before. */
type Sendable = SlackMessage & { readonly json?: string };

export function createPoster(deps: SlackDeps, uploads: Uploads): Poster {
  const rendered = createRendered();
  const places = createChartPlaces(deps, uploads);

  async function send(
    client: WebClient,
    target: Target,
    watch: Watch,
    message: () => Sendable,
    longestWaitS: number = LONGEST_WAIT_S,
  ): Promise<string> {
    const method = target.replaces === undefined ? "chat.postMessage" : "chat.update";
    let record: Recorded | null = null;
    try {
      const leaving = async () => {
        await record?.notSent("Slack limits the rate: sent again later");
        record = null;
        const current = message();
        record = await watch.sending(current);
        return argumentsFor(target, current);
      };
      const taken = posted.safeParse(await callSlack(client, method, leaving, longestWaitS));
      if (!taken.success) throw new SlackCallFailed(method, NO_TIMESTAMP, taken.error);
      await (record as Recorded | null)?.sent(taken.data.ts);
      return taken.data.ts;
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      await (record as Recorded | null)?.notSent(reason, isAmbiguous(error));
      throw error;
    }
  }

  /** Waits for the file while Slack says that it is not there yet. */
  async function sendWithFile(...sending: Parameters<typeof send>) {
    for (const wait of FILE_WAITS_MS) {
      try {
        return await send(...sending);
      } catch (error) {
        if (!isFileNotReady(error)) throw error;
        await sleep(wait);
      }
    }
    return send(...sending);
  }

  async function briefing(
    client: WebClient,
    target: Target,
    watch: Watch,
    answer: Briefing,
    manner: Manner,
  ): Promise<string> {
    const [spec] = answer.charts;
    const chart = spec ? { spec, frame: frameOf(answer, spec) } : null;
    const optionsAt = (place: ChartPlace): RenderOptions => {
      const late = manner.late?.();
      const { private: isPrivate, channel, ran, told, scheduled } = manner;
      return {
        place,
        private: isPrivate,
        ...(channel ? { channel } : {}),
        ...(late ? { late } : {}),
        ...(ran ? { ran } : {}),
        ...(told ? { told } : {}),
        ...(scheduled ? { scheduled } : {}),
      };
    };
    const { ts, overflow } = await places.first(client, target.team, chart, (place) =>
      climbDown(
        answer,
        () => optionsAt(place),
        (message) => sendWithFile(client, target, watch, message, manner.longestWaitS),
      ),
    );
    const { team, channel, threadTs = ts } = target;
    await follow(client, { team, channel, threadTs }, watch, overflow, manner.scheduled !== undefined);
    return ts;
  }

  /**
   * What one message cannot hold follows in its thread, so that nothing is lost. Of a scheduled post the message
   * itself decides whether it arrived.
   */
  async function follow(
    client: WebClient,
    thread: Target,
    watch: Watch,
    overflow: readonly SlackMessage[],
    isScheduled: boolean,
  ): Promise<void> {
    const own = isScheduled ? UNWATCHED : watch;
    try {
      for (const rest of overflow) await send(client, thread, own, () => rest);
    } catch (error) {
      if (!isScheduled) throw error;
      const reason = error instanceof Error ? error.message : "unknown";
      deps.log.error(
        { team: thread.team, channel: thread.channel, reason },
        "the rest of a briefing is missing",
      );
    }
  }

  /** From the richest rendering with this chart to the plainest; null when the chart itself is not taken. */
  async function climbDown(
    answer: Briefing,
    options: () => RenderOptions,
    post: (message: () => Sendable) => Promise<string>,
  ): Promise<Sent | null> {
    const { place } = options();
    // Only a refusal is worth the making of all rungs.
    let rungs = 1;
    for (let step = 0; step < rungs; step += 1) {
      const tried: { message: Written | null } = { message: null };
      const message = () => {
        const rung = step > 0 ? renderLadder(answer, options())[step] : undefined;
        tried.message = rung ? writtenOf(rung) : rendered(answer, options());
        return tried.message;
      };
      const ts = await takenOrWhyNot(post(message), answer, place);
      const { message: sent } = tried;
      if (typeof ts === "string" && sent)
        return { ts, overflow: sent.overflow, showsChart: showsImage(sent) };
      if (typeof ts !== "string" && ts.withoutPicture && place.kind !== "none") return null;
      rungs = renderLadder(answer, options()).length;
    }
    return null;
  }

  async function takenOrWhyNot(
    sending: Promise<string>,
    answer: Briefing,
    place: ChartPlace,
  ): Promise<string | { readonly withoutPicture: boolean }> {
    try {
      return await sending;
    } catch (error) {
      if (!isTooRich(error)) throw error;
      const reason = error instanceof SlackCallFailed ? `${error.message} ${error.fault.details}` : "";
      deps.log.warn(
        { briefing: answer.id, place: place.kind, reason },
        "Slack refused the blocks: stepping down",
      );
      return { withoutPicture: isPictureRefused(error) };
    }
  }

  return {
    briefing,
    message: (client, target, watch, message, longestWaitS) =>
      send(client, target, watch, () => message, longestWaitS),
  };
}

/** An update always names its blocks: those that it does not name stay as they were. */
function argumentsFor(target: Target, { text, blocks, json = JSON.stringify(blocks) }: Sendable) {
  const { channel, threadTs, replaces, slot, broadcast } = target;
  return {
    channel,
    text,
    ...(blocks.length > 0 || replaces !== undefined ? { blocks: json } : {}),
    ...(slot === undefined
      ? {}
      : { metadata: JSON.stringify({ event_type: DELIVERY_EVENT, event_payload: { slot } }) }),
    ...(replaces === undefined
      ? {
          ...(threadTs ? { thread_ts: threadTs } : {}),
          ...(broadcast ? { reply_broadcast: true } : {}),
          unfurl_links: false,
          unfurl_media: false,
        }
      : { ts: replaces }),
  };
}

/** Nobody keeps a record of it. */
export const UNWATCHED: Watch = { sending: async () => ({ sent: async () => {}, notSent: async () => {} }) };

const showsImage = ({ blocks }: SlackMessage) => blocks.some(({ type }) => type === "image");

function isTooRich(error: unknown): boolean {
  return (
    error instanceof SlackCallFailed && error.fault.kind === "refused" && TOO_RICH.has(error.fault.error)
  );
}

function saysOf(error: unknown, words: RegExp): boolean {
  return isTooRich(error) && error instanceof SlackCallFailed && words.test(error.fault.details);
}

const isFileNotReady = (error: unknown) => saysOf(error, /slack[ _]file/i);
const isPictureRefused = (error: unknown) => saysOf(error, /slack[ _]file|image/i);
