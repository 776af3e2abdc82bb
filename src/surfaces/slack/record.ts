import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { PostRecord, Recorder } from "../../audit/port.ts";
import type { Controls } from "../../delivery/port.ts";
import { callSlack, isAmbiguous } from "./client.ts";
import type { SlackMessage } from "./message.ts";
import type { Watch } from "./post.ts";

/** What is known of a message before it is written. */
export type About = Omit<PostRecord, "platform" | "message" | "slot">;

/** Posting was stopped while the answer was being made. */
export class PostingStopped extends Error {
  override readonly name = "PostingStopped";
}

export interface RecordDeps {
  readonly recorder: Recorder;
  readonly controls: Controls;
}

/** Where that cannot be read people are answered all the same: text always arrives. */
export const isStopped = (controls: Controls, workspace: string): Promise<boolean> =>
  controls.stopped(workspace).then(
    (reason) => reason !== null,
    () => false,
  );

/**
 * Records every message before it leaves, and what became of it. One with figures leaves only while posting is not
 * stopped. @throws PostingStopped from `sending`
 */
export function recording({ recorder, controls }: RecordDeps, about: About): Watch {
  return {
    sending: async (message) => {
      if (about.briefing !== null && (await isStopped(controls, about.workspace))) throw new PostingStopped();
      return recorder.sending({
        platform: "slack",
        ...about,
        slot: null,
        get message() {
          return textOf(message);
        },
      });
    },
  };
}

/** Posts a message of no figures that nobody asked for, with its record. */
export async function announced(
  deps: RecordDeps,
  client: WebClient,
  { workspace, channel, user }: Pick<About, "workspace" | "channel" | "user">,
  message: SlackMessage,
): Promise<void> {
  const about = {
    workspace,
    channel,
    user,
    private: user !== null,
    origin: "notice",
    command: null,
  } as const;
  const record = await recording(deps, { ...about, briefing: null }).sending(message);
  const { text, blocks } = message;
  const blocksToo = blocks.length > 0 ? { blocks: JSON.stringify(blocks) } : {};
  try {
    const said = await callSlack(client, "chat.postMessage", { channel, text, ...blocksToo });
    await record.sent(posted.safeParse(said).data?.ts ?? null);
  } catch (error) {
    await record.notSent(error instanceof Error ? error.message : "unknown", isAmbiguous(error));
    throw error;
  }
}

const posted = z.object({ ts: z.string() });

/** A message that many channels share is written out once. */
const written = new WeakMap<SlackMessage, string>();

function textOf(message: SlackMessage): string {
  const { text, blocks } = message;
  const json = written.get(message) ?? JSON.stringify(blocks.length > 0 ? { text, blocks } : { text });
  written.set(message, json);
  return json;
}
