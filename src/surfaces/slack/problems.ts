import { SlackCallFailed } from "./client.ts";

interface Problem {
  readonly message: string;
  readonly hint: string;
}

const REFUSALS: Readonly<Record<string, Problem>> = {
  not_in_channel: {
    message: "I am not a member of that channel.",
    hint: "Invite me with /invite, or ask in a direct message.",
  },
  channel_not_found: {
    message: "I cannot see that channel.",
    hint: "Invite me with /invite, or ask in a direct message.",
  },
  is_archived: { message: "That channel is archived.", hint: "Ask in another channel." },
  restricted_action: {
    message: "This channel's settings do not let me post.",
    hint: "Ask in a direct message, or ask an admin.",
  },
  missing_scope: {
    message: "The app lacks a permission that this needs.",
    hint: "An admin can reinstall it with the manifest's scopes; doctor names what is missing.",
  },
  ratelimited: {
    message: "Slack limits how fast I may post, for longer than I can wait.",
    hint: "Ask again in a few minutes.",
  },
};

/** What the asker is told of a call that failed. */
export function slackProblem({ method, fault }: SlackCallFailed): Problem {
  const known = fault.kind === "refused" ? REFUSALS[fault.error] : undefined;
  if (known) return known;
  if (fault.kind === "unknown" && method === "chat.postMessage") {
    return {
      message: "Slack did not confirm that the answer was posted.",
      hint: "Look whether it stands in the channel; if not, ask again.",
    };
  }
  return {
    message: fault.kind === "refused" ? "Slack did not take the answer." : "Slack did not answer me.",
    hint: "Ask again in a minute; if it happens again, tell whoever installed the app.",
  };
}

/** Slack's words for a token that will never work again. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof SlackCallFailed &&
    error.fault.kind === "refused" &&
    ["token_revoked", "account_inactive"].includes(error.fault.error)
  );
}
