import type { PostRecord, Recorder } from "../../audit/port.ts";
import type { Controls } from "../../delivery/port.ts";
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
      return recorder.sending({ platform: "slack", ...about, slot: null, message: textOf(message) });
    },
  };
}

function textOf({ text, blocks }: SlackMessage): string {
  return JSON.stringify(blocks.length > 0 ? { text, blocks } : { text });
}
