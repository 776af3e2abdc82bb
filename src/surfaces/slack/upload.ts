import { createHash } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { ChartDrawer, FramedChart } from "../../briefing/chart.ts";
import { callSlack, refusalOf } from "./client.ts";

export interface Uploads {
  /**
   * The id of a private file that holds the chart, or null where this workspace cannot take one now.
   * The same chart is uploaded once a workspace while it is remembered.
   */
  fileFor(client: WebClient, team: string, chart: FramedChart): Promise<string | null>;
  /** Whoever asked for a file says at the end whether a message shows it; one that none shows is deleted. */
  release(client: WebClient, team: string, chart: FramedChart, shown: boolean): void;
}

interface Kept {
  readonly until: number;
  readonly file: Promise<string | null>;
  /** Answers that are being posted with it. */
  users: number;
  shown: boolean;
}

interface UploadLog {
  warn(details: object, message: string): void;
}

const KEPT = 500;
const KEPT_MS = 15 * 60_000;
const NO_SCOPE_MS = 60 * 60_000;
/** The text does not wait longer for its picture where Slack limits uploads. */
const LONGEST_WAIT_S = 10;
const ticket = z.object({ upload_url: z.string(), file_id: z.string() });

export function createUploads(drawer: ChartDrawer, fetch: typeof globalThis.fetch, log: UploadLog): Uploads {
  const kept = new Map<string, Kept>();
  const withoutScope = new Map<string, number>();
  const digests = new WeakMap<FramedChart["spec"], string>();
  const keyOf = (team: string, { spec, frame }: FramedChart) => {
    const digest = digests.get(spec) ?? createHash("sha256").update(JSON.stringify(spec)).digest("hex");
    digests.set(spec, digest);
    return `${team} ${digest} ${JSON.stringify(frame)}`;
  };

  async function attempt(client: WebClient, team: string, chart: FramedChart): Promise<string | null> {
    try {
      const { png, alt } = await drawer.draw(chart, "slide");
      return await uploadPrivately(client, fetch, {
        bytes: png,
        filename: `${chart.spec.id}.png`,
        title: chart.spec.title,
        alt,
      });
    } catch (error) {
      if (refusalOf(error) === "missing_scope") withoutScope.set(team, Date.now() + NO_SCOPE_MS);
      log.warn(
        { team, chart: chart.spec.id, reason: error instanceof Error ? error.message : "unknown" },
        "the chart could not be uploaded",
      );
      return null;
    }
  }

  return {
    release: (client, team, chart, shown) => {
      const key = keyOf(team, chart);
      const held = kept.get(key);
      if (!held) return;
      held.users -= 1;
      held.shown ||= shown;
      if (held.shown || held.users > 0) return;
      kept.delete(key);
      void deleteUnseen(client, held.file);
    },
    fileFor: async (client, team, chart) => {
      if ((withoutScope.get(team) ?? 0) > Date.now()) return null;
      const key = keyOf(team, chart);
      const known = kept.get(key);
      if (known && known.until > Date.now()) {
        known.users += 1;
        return known.file;
      }
      const file = attempt(client, team, chart);
      kept.set(key, { until: Date.now() + KEPT_MS, file, users: 1, shown: false });
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      const id = await file;
      if (id === null) kept.delete(key);
      return id;
    },
  };
}

interface Upload {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly title: string;
  readonly alt?: string;
  /** Shared there at once; left out, the file stays with the bot until a block shows it. */
  readonly channel?: string;
  readonly threadTs?: string;
}

/** The three steps of Slack's upload; the id of the file. @throws SlackCallFailed, or Error for the bytes' step. */
export async function uploadPrivately(
  client: WebClient,
  fetch: typeof globalThis.fetch,
  upload: Upload,
): Promise<string> {
  const { bytes, filename, title, alt, channel, threadTs } = upload;
  const { upload_url, file_id } = ticket.parse(
    await callSlack(
      client,
      "files.getUploadURLExternal",
      {
        filename,
        length: bytes.byteLength,
        ...(alt ? { alt_txt: alt.slice(0, 1000) } : {}),
      },
      LONGEST_WAIT_S,
    ),
  );
  const sent = await fetch(upload_url, {
    method: "POST",
    body: Buffer.from(bytes),
    headers: { "content-type": "application/octet-stream" },
    signal: AbortSignal.timeout(20_000),
  });
  await sent.body?.cancel();
  if (!sent.ok) throw new Error(`the upload address answered ${sent.status}`);
  await callSlack(
    client,
    "files.completeUploadExternal",
    {
      files: JSON.stringify([{ id: file_id, title }]),
      ...(channel ? { channel_id: channel } : {}),
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
    LONGEST_WAIT_S,
  );
  return file_id;
}

/** A private file that no message shows would stay with the bot for ever. */
async function deleteUnseen(client: WebClient, file: Promise<string | null>): Promise<void> {
  const id = await file;
  if (id !== null) await callSlack(client, "files.delete", { file: id }).catch(() => undefined);
}
