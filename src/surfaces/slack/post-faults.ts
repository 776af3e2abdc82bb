import { PostFault } from "../../delivery/port.ts";
import { SlackCallFailed } from "./client.ts";
import { NotServed, TokenUnavailable } from "./clients.ts";
import { TooFast } from "./pace.ts";

/** Slack's words for a channel or an installation that is no more. */
const GONE = new Set([
  "account_inactive",
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "team_not_found",
  "token_revoked",
]);
/** Slack documents of these that a part of the work may have been done. */
const MAYBE_DONE = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable"]);
const LIMITED = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Where Slack limits without saying how long. */
const UNSAID_WAIT_MS = 60_000;
const VISIBLE = new Set(["chat.postMessage", "chat.update"]);

/** What a failure means for a scheduled post; anything that is none of Slack's comes back as it was. */
export function postFaultOf(error: unknown): unknown {
  if (error instanceof TooFast)
    return new PostFault("limited", "Slack takes one message a second in a channel", {
      retryAfterMs: error.waitMs,
      cause: error,
    });
  if (error instanceof NotServed)
    return new PostFault("refused", error.message, { gone: true, cause: error });
  if (error instanceof TokenUnavailable) return new PostFault("unreachable", error.message, { cause: error });
  return error instanceof SlackCallFailed ? ofCall(error) : error;
}

function ofCall(error: SlackCallFailed): PostFault {
  const { fault, method, message } = error;
  const notDone = () =>
    new PostFault("unreachable", `Slack could not be reached (${message})`, { cause: error });
  const maybe = () => new PostFault("ambiguous", `Slack did not confirm it (${message})`, { cause: error });
  if (fault.kind === "unsent") return notDone();
  // Before the post, what is not known to be done is nothing that a channel shows.
  if (fault.kind === "unknown") return VISIBLE.has(method) ? maybe() : notDone();
  if (LIMITED.has(fault.error)) {
    const retryAfterMs = fault.retryAfterS === undefined ? UNSAID_WAIT_MS : fault.retryAfterS * 1_000;
    return new PostFault("limited", `Slack limits the rate (${method})`, { retryAfterMs, cause: error });
  }
  if (MAYBE_DONE.has(fault.error)) return VISIBLE.has(method) ? maybe() : notDone();
  return new PostFault("refused", `Slack refused it: ${message}`, {
    gone: GONE.has(fault.error),
    cause: error,
  });
}
