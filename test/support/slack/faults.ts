import type { Json } from "./json.ts";
import { badBlocks } from "./said.ts";

interface Effect {
  /** The work is done all the same; only the answer is lost. */
  readonly done?: boolean;
}

/** One scripted answer of the fault server. */
export type Fault =
  | { readonly kind: "ok"; readonly fields: Json }
  | { readonly kind: "refusal"; readonly error: string; readonly fields: Json }
  | ({
      readonly kind: "status";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    } & Effect)
  | ({ readonly kind: "hang-up"; readonly when: "before" | "after" } & Effect)
  | ({ readonly kind: "silence" } & Effect)
  | { readonly kind: "slow"; readonly what: "headers" | "body"; readonly ms: number };

const HTML = "<!doctype html><title>Slack</title><h1>We'll be back soon</h1>";
const html = { "content-type": "text/html; charset=utf-8" };

/** The plain answer, with fields of one's own over it. */
export const ok = (fields: Json = {}): Fault => ({ kind: "ok", fields });

/** 200 with `ok: false`, as Slack refuses nearly everything. */
export const refusal = (error: string, fields: Json = {}): Fault => ({ kind: "refusal", error, fields });

export const missingScope = (needed: string, provided = "chat:write,commands"): Fault =>
  refusal("missing_scope", { needed, provided });

/** `invalid_blocks` with Slack's words for what is wrong and where. */
export const invalidBlocks = (
  reason = "must be more than 0 characters [json-pointer:/blocks/0/text]",
): Fault => refusal("invalid_blocks", badBlocks(reason));

/** What a block with a file just uploaded gets until Slack has digested the file, `times` over. */
export const invalidSlackFile = (times = 1, pointer = "/blocks/1/slack_file"): Fault[] =>
  Array.from({ length: times }, () => invalidBlocks(`invalid slack file [json-pointer:${pointer}]`));

export const rateLimited = (seconds: number): Fault => ({
  kind: "status",
  status: 429,
  headers: { "retry-after": String(seconds), "content-type": "application/json" },
  body: '{"ok":false,"error":"ratelimited"}',
});

/** A failing server; with `done`, one that failed after it did what was asked. */
export const status = (code: number, effect: Effect = {}): Fault => ({
  kind: "status",
  status: code,
  headers: html,
  body: HTML,
  ...effect,
});

/** 200 with a page instead of JSON, as proxies and captive portals answer. */
export const htmlPage = (): Fault => status(200);

/** The connection is cut, before the request is read or after. */
export const hangUp = (when: "before" | "after", effect: Effect = {}): Fault => ({
  kind: "hang-up",
  when,
  ...effect,
});

/** No answer ever comes. */
export const silence = (effect: Effect = {}): Fault => ({ kind: "silence", ...effect });

/** The work is done at once; its answer, or the second half of the answer, comes after `ms`. */
export const slow = (what: "headers" | "body", ms: number): Fault => ({ kind: "slow", what, ms });
