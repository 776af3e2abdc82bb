import { createHmac } from "node:crypto";
import { type IncomingHttpHeaders, request } from "node:http";
import type { Json } from "./json.ts";
import { eventBody, FORM, interactionBody, JSON_TYPE, slashBody } from "./payloads.ts";

/** What the app answered. `status` 0: it closed the connection without an answer. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  readonly ms: number;
}

export interface Signing {
  /** Seconds since 1970; now when left out. */
  readonly timestamp?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a request comes: as Slack sends it, or as it must be refused. */
export type Manner = "valid" | "forged" | "stale" | "future" | "unsigned" | "no-timestamp";

const SIX_MINUTES_S = 360;
const FIVE_MB = 5 * 1024 * 1024;

/** The `v0` signature of https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** A POST that also survives a server which answers and hangs up before it has read the whole body. */
export function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  const started = performance.now();
  return new Promise((done) => {
    const finish = (status: number, text: string, received: IncomingHttpHeaders) =>
      done({ status, text, headers: received, ms: performance.now() - started });
    const sent = request(url, { method: "POST", headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      const end = () =>
        finish(response.statusCode ?? 0, Buffer.concat(parts).toString("utf8"), response.headers);
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", end).on("error", end);
    });
    sent.on("error", () => finish(0, "", {}));
    sent.setTimeout(60_000, () => sent.destroy());
    sent.end(body);
  });
}

export function postSigned(
  url: string,
  body: string,
  contentType: string,
  signing: Signing & { readonly secret: string },
): Promise<Reply> {
  const timestamp = signing.timestamp ?? Math.floor(Date.now() / 1_000);
  return post(url, body, {
    "content-type": contentType,
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": signatureOf(signing.secret, timestamp, body),
    ...signing.headers,
  });
}

export interface RawClient {
  slash(fields?: Readonly<Record<string, string>>, manner?: Manner): Promise<Reply>;
  event(event: Json, manner?: Manner, envelope?: Json): Promise<Reply>;
  interaction(payload?: Json, manner?: Manner): Promise<Reply>;
  /** Slack's first request to a new address. */
  challenge(challenge: string, manner?: Manner): Promise<Reply>;
  /** Well signed, 5 MB of JSON. */
  oversized(): Promise<Reply>;
  /** Well signed, and not JSON though it says so. */
  malformed(body?: string): Promise<Reply>;
  /** Signed, then changed on the way. */
  tampered(): Promise<Reply>;
}

/** Requests to any app that listens as Bolt does, at one address for everything. */
export function rawClient({
  url,
  signingSecret,
}: {
  readonly url: string;
  readonly signingSecret: string;
}): RawClient {
  const send = (body: string, type: string, manner: Manner = "valid") => {
    if (manner === "unsigned") return post(url, body, { "content-type": type });
    const timestamp = Math.floor(Date.now() / 1_000) + shiftOf(manner);
    const secret = manner === "forged" ? `${signingSecret}, not` : signingSecret;
    if (manner === "no-timestamp") {
      return post(url, body, {
        "content-type": type,
        "x-slack-signature": signatureOf(secret, timestamp, body),
      });
    }
    return postSigned(url, body, type, { secret, timestamp });
  };
  return {
    slash: (fields = {}, manner) => send(slashBody(fields), FORM, manner),
    event: (event, manner, envelope) => send(eventBody(event, envelope), JSON_TYPE, manner),
    interaction: (payload = {}, manner) => send(interactionBody(payload), FORM, manner),
    challenge: (challenge, manner) =>
      send(JSON.stringify({ type: "url_verification", token: "x", challenge }), JSON_TYPE, manner),
    oversized: () => send(eventBody({ type: "message", text: "x".repeat(FIVE_MB) }), JSON_TYPE),
    malformed: (body = '{"type":"event_callback","event":') => send(body, JSON_TYPE),
    tampered: () => {
      const timestamp = Math.floor(Date.now() / 1_000);
      return post(url, slashBody({ text: "channel allow" }), {
        "content-type": FORM,
        "x-slack-request-timestamp": String(timestamp),
        "x-slack-signature": signatureOf(signingSecret, timestamp, slashBody({ text: "help" })),
      });
    },
  };
}

function shiftOf(manner: Manner): number {
  if (manner === "stale") return -SIX_MINUTES_S;
  return manner === "future" ? SIX_MINUTES_S : 0;
}
