import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Briefing } from "../../briefing/briefing.ts";
import type { FramedChart } from "../../briefing/chart.ts";
import { frameOf } from "../../briefing/frame.ts";
import { callSlack, isAmbiguous, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { ChartPlace, SlackMessage } from "./message.ts";
import { type RenderOptions, renderLadder } from "./render.ts";
import { createRendered, type Written, writtenOf } from "./rendered.ts";
import type { Uploads } from "./upload.ts";

export interface Target {
  readonly team: string;
  readonly channel: string;
  readonly threadTs?: string;
}

export interface Poster {
  /** Posts one message with its chart, by the best means that works; the message's timestamp. */
  briefing(client: WebClient, target: Target, briefing: Briefing, manner: Manner): Promise<string>;
  /** Posts one message that shows the chart as a picture where that can be had, else without. */
  withChart(
    client: WebClient,
    target: Target,
    chart: FramedChart | null,
    render: (place: PicturePlace | null) => SlackMessage,
  ): Promise<string>;
  message(client: WebClient, target: Target, message: SlackMessage): Promise<string>;
}

export interface Manner {
  readonly private: boolean;
  /** What the message says of its coming late: asked anew whenever Slack made it wait. */
  readonly late?: () => string | undefined;
  /** Where "Post to channel" posts a private answer. */
  readonly channel?: string;
}

type PicturePlace = Extract<ChartPlace, { kind: "file" | "url" }>;

/** Slack shares an uploaded file some time after it said ok: the post is tried again until the file is usable. */
const FILE_WAITS_MS = [300, 600, 1_200, 2_400, 4_000];
const TOO_RICH = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"]);
const posted = z.object({ ts: z.string() });

/** `json`: its blocks, where they were written before. */
type Sendable = SlackMessage & { readonly json?: string };

export function createPoster(deps: SlackDeps, uploads: Uploads): Poster {
  const rendered = createRendered();

  async function send(client: WebClient, target: Target, message: () => Sendable): Promise<string> {
    const { channel, threadTs } = target;
    const result = await callSlack(client, "chat.postMessage", () => {
      const { text, blocks, json = JSON.stringify(blocks) } = message();
      return {
        channel,
        text,
        ...(blocks.length > 0 ? { blocks: json } : {}),
        ...(threadTs ? { thread_ts: threadTs } : {}),
        unfurl_links: false,
        unfurl_media: false,
      };
    });
    return posted.parse(result).ts;
  }

  /** Waits for the file while Slack says that it is not there yet. */
  async function sendWithFile(client: WebClient, target: Target, message: () => Sendable) {
    for (const wait of FILE_WAITS_MS) {
      try {
        return await send(client, target, message);
      } catch (error) {
        if (!isFileNotReady(error)) throw error;
        await sleep(wait);
      }
    }
    return send(client, target, message);
  }

  async function* places(client: WebClient, team: string, chart: FramedChart): AsyncGenerator<ChartPlace> {
    const fileId = await uploads.fileFor(client, team, chart);
    if (fileId !== null) yield { kind: "file", fileId };
    if (deps.chartUrl) yield { kind: "url", url: deps.chartUrl(chart) };
    yield { kind: "native" };
  }

  /**
   * Tries one place of the chart after the other until a message is taken. A file that no message shows is deleted;
   * where nobody knows whether one does, it stays.
   */
  async function placed(
    client: WebClient,
    team: string,
    chart: FramedChart | null,
    post: (place: ChartPlace) => Promise<Sent | null>,
  ): Promise<Sent> {
    if (chart) {
      for await (const place of places(client, team, chart)) {
        const sent =
          place.kind === "file" ? await postFile(client, team, chart, () => post(place)) : await post(place);
        if (sent) return sent;
      }
    }
    const sent = await post({ kind: "none" });
    if (sent) return sent;
    throw new Error("no rendering of the answer was taken");
  }

  async function postFile(
    client: WebClient,
    team: string,
    chart: FramedChart,
    post: () => Promise<Sent | null>,
  ): Promise<Sent | null> {
    let shown = false;
    try {
      const sent = await post();
      shown = sent?.showsChart === true;
      return sent;
    } catch (error) {
      shown = isAmbiguous(error);
      throw error;
    } finally {
      uploads.release(client, team, chart, shown);
    }
  }

  async function briefing(
    client: WebClient,
    target: Target,
    answer: Briefing,
    manner: Manner,
  ): Promise<string> {
    const [spec] = answer.charts;
    const chart = spec ? { spec, frame: frameOf(answer, spec) } : null;
    const optionsAt = (place: ChartPlace): RenderOptions => {
      const late = manner.late?.();
      const { private: isPrivate, channel } = manner;
      return { place, private: isPrivate, ...(channel ? { channel } : {}), ...(late ? { late } : {}) };
    };
    const { ts, overflow } = await placed(client, target.team, chart, (place) =>
      climbDown(client, target, answer, () => optionsAt(place)),
    );
    // What one message cannot hold follows in its thread, so that nothing is lost.
    for (const rest of overflow)
      await send(client, { ...target, threadTs: target.threadTs ?? ts }, () => rest);
    return ts;
  }

  /** From the richest rendering with this chart to the plainest; null when the chart itself is not taken. */
  async function climbDown(
    client: WebClient,
    target: Target,
    answer: Briefing,
    options: () => RenderOptions,
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
      const ts = await takenOrWhyNot(sendWithFile(client, target, message), answer, place);
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

  async function withChart(
    client: WebClient,
    target: Target,
    chart: FramedChart | null,
    render: (place: PicturePlace | null) => SlackMessage,
  ): Promise<string> {
    const { ts } = await placed(client, target.team, chart, async (place) => {
      const picture = place.kind === "file" || place.kind === "url" ? place : null;
      try {
        const sent = await sendWithFile(client, target, () => render(picture));
        return { ts: sent, overflow: [], showsChart: picture !== null };
      } catch (error) {
        if (picture && isTooRich(error)) return null;
        throw error;
      }
    });
    return ts;
  }

  return { briefing, withChart, message: (client, target, message) => send(client, target, () => message) };
}

interface Sent {
  readonly ts: string;
  readonly overflow: readonly SlackMessage[];
  readonly showsChart: boolean;
}

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
