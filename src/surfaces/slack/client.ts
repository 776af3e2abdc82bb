import { setTimeout as sleep } from "node:timers/promises";
import {
  type WebAPICallResult,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from "@slack/web-api";
import { createTurns } from "../conversation/turns.ts";

/** What Slack, or the way to it, said instead of yes. */
export type SlackFault =
  /** Slack refused, by name: "invalid_blocks", "not_in_channel". Nothing was done. */
  | {
      readonly kind: "refused";
      readonly error: string;
      readonly details: string;
      /** Of `ratelimited`: how long Slack asks to wait. */
      readonly retryAfterS?: number;
    }
  /** Nothing is known of whether it was done: a 5xx, a cut connection, a time-out. */
  | { readonly kind: "unknown"; readonly details: string }
  /** The request never reached Slack. Nothing was done. */
  | { readonly kind: "unsent"; readonly details: string };

export class SlackCallFailed extends Error {
  override readonly name = "SlackCallFailed";
  readonly method: string;
  readonly fault: SlackFault;

  constructor(method: string, fault: SlackFault, cause: unknown) {
    super(`${method}: ${fault.kind === "refused" ? fault.error : fault.details}`, { cause });
    this.method = method;
    this.fault = fault;
  }
}

export const LONGEST_WAIT_S = 120;
const MOST_WAITS = 5;
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);

type Args = Record<string, unknown>;

/**
 * The turns of this process's event loop: each call to Slack, and each computation, waits for its own. A rush then
 * sends no more than is answered meanwhile, over few connections, and acknowledgements never wait for a burst.
 */
export const loopTurn = createTurns();

/**
 * Calls a method, waiting as long as Slack asks when it limits the rate: a call that was limited was not carried
 * out, and a function of arguments is asked anew then; where it rejects, nothing is sent. Anything else is told apart and thrown as `SlackCallFailed`;
 * nothing ambiguous is sent again here.
 */
export async function callSlack(
  client: WebClient,
  method: string,
  args: Args | (() => Args | Promise<Args>),
  longestWaitS = LONGEST_WAIT_S,
): Promise<WebAPICallResult> {
  for (let waits = 0; ; waits += 1) {
    await loopTurn();
    const given = typeof args === "function" ? await args() : args;
    try {
      return await client.apiCall(method, given);
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError && waits < MOST_WAITS && error.retryAfter <= longestWaitS) {
        await sleep(error.retryAfter * 1_000 + Math.random() * 250);
        continue;
      }
      throw new SlackCallFailed(method, faultOf(error), error);
    }
  }
}

function faultOf(error: unknown): SlackFault {
  // A page instead of JSON (a proxy, an outage) comes as an "error" that is no name: nothing is known then.
  if (error instanceof WebAPIPlatformError && /^[a-z0-9_]{1,80}$/.test(error.data.error)) {
    const messages = error.data.response_metadata?.messages ?? [];
    return { kind: "refused", error: error.data.error, details: messages.join("; ") };
  }
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterS = error.retryAfter;
    return { kind: "refused", error: "ratelimited", details: `asked to wait ${retryAfterS} s`, retryAfterS };
  }
  if (error instanceof WebAPIRequestError && NEVER_SENT.has(codeOf(error.original))) {
    return { kind: "unsent", details: codeOf(error.original) };
  }
  return { kind: "unknown", details: error instanceof Error ? error.name : "no answer" };
}

/** fetch hides the system's error code one or two causes deep. */
function codeOf(error: unknown): string {
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 4;
    current = current.cause, depth += 1
  ) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return "";
}

/** True where it may have been done all the same. */
export function isAmbiguous(error: unknown): boolean {
  return error instanceof SlackCallFailed && error.fault.kind === "unknown";
}

/** The refusal's name, or null for anything else. */
export function refusalOf(error: unknown): string | null {
  return error instanceof SlackCallFailed && error.fault.kind === "refused" ? error.fault.error : null;
}
