import { createHash } from "node:crypto";
import type { PostRecord, Recorded } from "../../audit/port.ts";
import type { Briefing } from "../../briefing/briefing.ts";
import type { FramedChart } from "../../briefing/chart.ts";
import { frameOf } from "../../briefing/frame.ts";
import { within } from "../../within.ts";
import { filledIn, standInFor } from "../conversation/stand-in.ts";
import type { AiWritten } from "./activity.ts";
import type { Calls, Once, Posted } from "./calls.ts";
import type { TeamsDeps } from "./deps.ts";
import { statusOf, TeamsCallFailed } from "./faults.ts";
import type { Reference } from "./incoming.ts";
import type { ChartPlace, Json, TeamsMessage } from "./message.ts";
import { type RenderOptions, renderLadder, toActivity } from "./render.ts";

/** Where a message goes. */
export interface Target {
  readonly to: Reference;
  /** With the thread where there is one; null: a new thread of the channel. */
  readonly conversation: string | null;
  /** The message that it answers. */
  readonly replyTo?: string;
  /** A note of ours whose place it takes. */
  readonly replaces?: string;
  /** Where that place cannot be had, it is not put anywhere else. */
  readonly inPlaceOnly?: boolean;
  /** For the record of everything posted; null: whoever posts it keeps the record. */
  readonly record: About | null;
  /** It must not be there twice. */
  readonly once?: Once;
}

export type About = Pick<PostRecord, "user" | "private" | "origin" | "command" | "question" | "proposed">;

export interface Manner extends Pick<RenderOptions, "private" | "ran" | "told" | "schedule"> {
  /** What the message says of its coming late. */
  readonly late?: () => string | undefined;
}

/** Posts; rejects with `TeamsCallFailed`. */
export interface Poster {
  /** @param briefing whose figures are in it, for the record */
  message(target: Target, message: TeamsMessage, briefing?: Briefing | null): Promise<Posted>;
  /** One briefing with its chart, by the richest rendering that Teams takes. */
  briefing(target: Target, briefing: Briefing, manner: Manner): Promise<Posted>;
  /** Where a chart of a briefing can be seen; the first one unless told. */
  place(briefing: Briefing, index?: number): Promise<ChartPlace>;
}

/** Of a picture inside a card; larger ones Teams does not show. */
const LARGEST_IMAGE_BYTES = 1_000_000;
const DRAWING_MS = 10_000;
/** What Teams says of a card that it does not like. */
const TOO_RICH = new Set([400, 413, 415]);

interface PosterDeps extends Pick<TeamsDeps, "drawer" | "chartUrl" | "log" | "recorder"> {
  readonly calls: Calls;
  readonly turn: () => Promise<void>;
}

export function createPoster({ drawer, chartUrl, log, recorder, calls, turn }: PosterDeps): Poster {
  const rungOf = createRungs();

  /** What leaves is told to the record before it leaves. */
  async function sendOne(target: Target, activity: Json, briefing: Briefing | null): Promise<Posted> {
    const { to, record } = target;
    const recorded = await (record &&
      recorder.sending({
        ...record,
        platform: "teams",
        workspace: to.tenant,
        channel: to.conversation,
        slot: null,
        briefing,
        get message() {
          return recordable(activity);
        },
      }));
    try {
      const posted = await put(target, activity);
      await recorded?.sent(posted.id || null);
      return posted;
    } catch (error) {
      await recorded?.notSent(...whyNot(error));
      throw error;
    }
  }

  async function put(target: Target, activity: Json): Promise<Posted> {
    const { to, conversation, replyTo, replaces, inPlaceOnly, once } = target;
    if (conversation === null) return calls.begin(to, activity, once);
    if (replaces !== undefined) {
      try {
        await calls.update(to, conversation, replaces, activity);
        return { id: replaces, conversation };
      } catch (error) {
        // A card that is too rich is so in any place; where the note cannot be replaced, the answer follows it.
        if (inPlaceOnly || statusOf(error) === null || TOO_RICH.has(statusOf(error) ?? 0)) throw error;
      }
    }
    return { id: await calls.send(to, conversation, activity, replyTo, once), conversation };
  }

  async function send(
    target: Target,
    message: TeamsMessage,
    briefing: Briefing | null = null,
  ): Promise<Posted> {
    const first = await sendOne(target, activityOf(message, briefing), briefing);
    const { to, replyTo, record, once } = target;
    const thread = {
      to,
      record,
      conversation: first.conversation,
      ...(replyTo === undefined ? {} : { replyTo }),
    };
    // What one message cannot hold follows in its thread, so that nothing is lost.
    for (const rest of message.overflow) {
      const sent = sendOne(thread, activityOf(rest), briefing);
      await (once === undefined ? sent : sent.catch(missing));
    }
    return first;
  }

  /** The message itself stands: what was to follow it does not make it one that failed. */
  const missing = (error: unknown) => log.error({ err: error }, "a part of a post did not follow it");

  async function dataUri(chart: FramedChart): Promise<string | null> {
    try {
      const image = await within(DRAWING_MS, drawer.draw(chart, "card"));
      if (image === null || image.png.byteLength > LARGEST_IMAGE_BYTES) return null;
      return dataUriOf(image.png);
    } catch (error) {
      log.error({ err: error, chart: chart.spec.id }, "a chart could not be drawn");
      return null;
    }
  }

  async function place(briefing: Briefing, index = 0): Promise<ChartPlace> {
    const spec = briefing.charts[index];
    if (!spec || briefing.dataMode === "sample") return { kind: "none" };
    const chart = { spec, frame: frameOf(briefing, spec) };
    if (chartUrl) return { kind: "url", url: chartUrl(chart) };
    const uri = await dataUri(chart);
    return uri === null ? { kind: "native" } : { kind: "data", uri };
  }

  return {
    place,
    message: send,
    async briefing(target, briefing, manner) {
      const best = await place(briefing);
      const rung = (step: number) => {
        const { late: lateness, ...said } = manner;
        const late = lateness?.();
        const options = { ...said, ...(late ? { late } : {}) };
        // A picture inside the card may be too much for a connector, where Teams' own chart is not.
        if (best.kind !== "data" || step === 0) return rungOf(briefing, { ...options, place: best }, step);
        return rungOf(briefing, { ...options, place: { kind: "native" } }, step - 1);
      };
      for (let step = 0; ; step += 1) {
        await turn();
        const message = rung(step);
        if (message === undefined) throw new Error("a ladder has at least one rung");
        try {
          return await send(target, message, briefing);
        } catch (error) {
          if (!TOO_RICH.has(statusOf(error) ?? 0) || rung(step + 1) === undefined) throw error;
          log.warn(
            { briefing: briefing.id, place: best.kind, step },
            "Teams refused the card: stepping down",
          );
        }
      }
    },
  };
}

/** Undefined where no language model wrote any of it. */
function writtenBy(briefing: Briefing | null): AiWritten | undefined {
  return briefing?.narrative ? { sources: briefing.sources } : undefined;
}

const activities = new WeakMap<TeamsMessage, Json>();

/** A message that many conversations share is one activity. */
function activityOf(message: TeamsMessage, briefing: Briefing | null = null): Json {
  const written = writtenBy(briefing);
  if (written !== undefined) return toActivity(message, written);
  const activity = activities.get(message) ?? toActivity(message);
  activities.set(message, activity);
  return activity;
}

const recorded = new WeakMap<Json, string>();

/** As JSON, pictures by their hashes. An activity that many conversations share is written out once. */
export function recordable(activity: Json): string {
  const text = recorded.get(activity) ?? withoutPictures(activity);
  recorded.set(activity, text);
  return text;
}

function withoutPictures(activity: Json): string {
  const whole = JSON.stringify(activity);
  if (!whole.includes('"data:image/')) return whole;
  return JSON.stringify(activity, (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("data:image/")
      ? `${value.split(",")[0]};sha256=${createHash("sha256").update(value).digest("hex")}`
      : value,
  );
}

/** The reason, and whether it may have arrived nevertheless. */
function whyNot(error: unknown): Parameters<Recorded["notSent"]> {
  if (!(error instanceof TeamsCallFailed)) return ["an error of the program", true];
  return [error.message, error.fault.kind === "unknown"];
}

const MOST_LADDERS = 8;

interface Ladder {
  readonly picture: string | undefined;
  readonly rungs: readonly TeamsMessage[];
}

/** The same briefing goes to many conversations: it is rendered once for those who see it alike, whosever schedule it is. */
function createRungs(): (
  briefing: Briefing,
  options: RenderOptions,
  step: number,
) => TeamsMessage | undefined {
  const kept = new WeakMap<Briefing, Map<string, Ladder>>();
  const shared = (briefing: Briefing, options: RenderOptions) => {
    const known = kept.get(briefing) ?? new Map<string, Ladder>();
    kept.set(briefing, known);
    const { place, ...rest } = options;
    const key = JSON.stringify([place.kind, rest]);
    const picture = pictureOf(place); // too long to be part of a key
    const last = known.get(key);
    if (last !== undefined && last.picture === picture) return last.rungs;
    const rungs = renderLadder(briefing, options);
    known.set(key, { picture, rungs });
    const [oldest] = known.keys();
    if (known.size > MOST_LADDERS && oldest !== undefined) known.delete(oldest);
    return rungs;
  };
  return (briefing, options, step) => {
    const { schedule } = options;
    if (schedule?.id == null) return shared(briefing, options)[step];
    const { id } = schedule;
    return filledIn(
      shared(briefing, { ...options, schedule: { ...schedule, id: standInFor(id) } })[step],
      id,
    );
  };
}

function pictureOf(place: ChartPlace): string | undefined {
  if (place.kind === "url") return place.url;
  if (place.kind === "data") return place.uri;
  return place.kind === "native" ? place.image : undefined;
}

/** A chart that was drawn before comes back as the same picture. */
const written = new WeakMap<Uint8Array, string>();

function dataUriOf(png: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = png;
  const uri =
    written.get(png) ??
    `data:image/png;base64,${Buffer.from(buffer, byteOffset, byteLength).toString("base64")}`;
  written.set(png, uri);
  return uri;
}
