/** What the Bot Connector, or the way to it, said instead of yes. */
export type TeamsFault =
  /** Refused, with the HTTP status and the connector's own code: 403 "MessageWritesBlocked". Nothing was done. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly code: string;
      /** How long it asks to wait, where it does. */
      readonly retryAfterMs?: number;
    }
  /** Nothing is known of whether it was done: a 5xx, a cut connection, a time-out. */
  | { readonly kind: "unknown"; readonly details: string }
  /** The request never reached the connector, or was held back here. Nothing was done. */
  | { readonly kind: "unsent"; readonly details: string };

export class TeamsCallFailed extends Error {
  override readonly name = "TeamsCallFailed";
  readonly call: string;
  readonly fault: TeamsFault;

  constructor(call: string, fault: TeamsFault, cause?: unknown) {
    super(
      `${call}: ${fault.kind === "refused" ? `${fault.status} ${fault.code}`.trim() : fault.details}`,
      cause === undefined ? {} : { cause },
    );
    this.call = call;
    this.fault = fault;
  }
}

/** The refusal's HTTP status, or null for anything else. */
export function statusOf(error: unknown): number | null {
  return error instanceof TeamsCallFailed && error.fault.kind === "refused" ? error.fault.status : null;
}

/** The bot was removed there or may not write there: no waiting mends it. */
export function isGone(error: unknown): boolean {
  const status = statusOf(error);
  return status === 403 || status === 404;
}

interface Problem {
  readonly message: string;
  readonly hint: string;
}

const POSTING = new Set(["send", "update", "begin"]);

/** What the asker is told of a call that failed. */
export function teamsProblem({ call, fault }: TeamsCallFailed): Problem {
  if (fault.kind === "refused" && (fault.status === 429 || fault.status === 412)) {
    return {
      message: "Teams limits how fast I may post, for longer than I can wait.",
      hint: "Ask again in a few minutes.",
    };
  }
  if (fault.kind === "unknown" && POSTING.has(call)) {
    return {
      message: "Teams did not confirm that the answer was posted.",
      hint: "Look whether it stands here; if not, ask again.",
    };
  }
  return {
    message: fault.kind === "refused" ? "Teams did not take the answer." : "Teams did not answer me.",
    hint: "Ask again in a minute; if it happens again, tell whoever installed the app.",
  };
}
