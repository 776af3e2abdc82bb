import type { Json } from "./json.ts";

/** One method of the fake Web API: its arguments, its answer. */
export type Method = (args: Json) => Json;

export const yes = (more: Json = {}): Json => ({ ok: true, ...more });
export const no = (error: string, more: Json = {}): Json => ({ ok: false, error, ...more });

/** `invalid_blocks` as Slack words it, with the place in the blocks. */
export const badBlocks = (reason: string) => ({
  errors: [reason],
  response_metadata: { messages: [`[ERROR] ${reason}`] },
});
