import { PostFault } from "../../delivery/port.ts";
import { TeamsCallFailed } from "./faults.ts";

/** Calls that make something visible; of the others, not knowing how they went harms nobody. */
const POSTING = new Set(["begin", "send", "update"]);

/**
 * What a failed call means for a message that must not be there twice. Microsoft asks to repeat 412, 429, 502 and 504;
 * a gateway's 502 or 504 that stands here was repeated as it asks, and after the last one nobody knows.
 */
export function postFault(error: TeamsCallFailed): PostFault {
  const { call, fault } = error;
  const as = (...[kind, reason, more]: ConstructorParameters<typeof PostFault>) =>
    new PostFault(kind, reason, { ...more, cause: error });
  if (fault.kind === "unsent") return as("unreachable", `Teams could not be reached: ${fault.details}`);
  if (fault.kind === "unknown") {
    return POSTING.has(call)
      ? as("ambiguous", `Teams did not confirm it: ${fault.details}`)
      : as("unreachable", `Teams did not answer: ${fault.details}`);
  }
  const { status, code } = fault;
  const said = `${status} ${code}`.trim();
  if (status === 412 || status === 429) {
    return as("limited", `Teams limits how fast I may post: ${said}`, {
      retryAfterMs: fault.retryAfterMs ?? null,
    });
  }
  if (call === "login") {
    return status >= 500
      ? as("unreachable", `the sign-in did not answer: ${said}`)
      : as("refused", `the sign-in refused me: ${said}`);
  }
  if (status === 408) return as("ambiguous", `Teams did not confirm it: ${said}`);
  return as("refused", `Teams refused it: ${said}`, { gone: isLost(call, status) });
}

/** Blocked, removed, deleted. A message that is not there says nothing about its channel. */
function isLost(call: string, status: number): boolean {
  return status === 403 || (status === 404 && call !== "update");
}

/** `postFault` for whatever a call may reject with; what is no failed call is passed on. */
export function asPostFault(error: unknown): unknown {
  return error instanceof TeamsCallFailed ? postFault(error) : error;
}
