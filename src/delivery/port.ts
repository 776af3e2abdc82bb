import type { Asker, Briefing, Page } from "../briefing/briefing.ts";
import type { Platform } from "../storage/port.ts";
import type { ScheduleCommand } from "./schedule/subscription.ts";

/** Which message: its slot key travels with it where the platform can carry one. */
export interface PostedFor {
  readonly slot: string;
  readonly workspace: string;
  readonly channel: string;
  /** ISO 8601 UTC: the message cannot be older. */
  readonly scheduledAt: string;
}

export type Posting =
  | {
      readonly kind: "briefing";
      readonly briefing: Briefing;
      /** What changed since the last one, how late it is, which data are late: lines under the headline. */
      readonly lead: readonly string[];
      /** "Next: Mon 23 Nov 07:30 London, for Friday's session": last. */
      readonly foot: readonly string[];
      /** Of an alert. */
      readonly alert?: AlertState;
    }
  /** One line: a delay, nothing new, why there is no briefing. */
  | { readonly kind: "notice"; readonly text: string };

/** Whether somebody has said that an alert was seen. */
export interface AlertState {
  /** `schedule acknowledge <id>-<token>` names it. */
  readonly token: string;
  readonly by: Acknowledged | null;
}

export interface Acknowledged {
  /** The platform's id of the user. */
  readonly user: string;
  /** Where the platform tells it. */
  readonly name: string | null;
  /** In words, by the clocks of the schedule's zone. */
  readonly when: string;
}

/** One platform's way of posting without being asked. Rejects with `PostFault`; anything else is a bug. */
export interface ChannelPoster {
  readonly platform: Platform;
  /**
   * Posts one message. `onSending` is awaited right before the request that may make it visible leaves (not before
   * uploads); where it rejects, nothing is sent and the rejection is passed on. Waits out no limit by itself.
   */
  post(
    where: PostedFor,
    posting: Posting,
    onSending: () => Promise<void>,
  ): Promise<{ readonly messageId: string }>;
  /** Looks at the platform whether a slot's message stands there; `cannotAsk`: no such way, or no right to it. */
  find(where: PostedFor): Promise<{ readonly messageId: string } | "absent" | "cannotAsk">;
  /** Puts `posting` in the place of a message, and says `what` was wrong in its thread. */
  correct(where: PostedFor, messageId: string, posting: Posting, what: string): Promise<void>;
  /** Puts `posting` in the place of a message, and says nothing of it. */
  replace(where: PostedFor, messageId: string, posting: Posting): Promise<void>;
  /** Tells one person, in a direct message. */
  tell(workspace: string, user: string, text: string): Promise<void>;
}

/**
 * refused: the platform said no, and will again. limited: it asks to wait. unreachable: the request never left.
 * In all three nothing was posted. ambiguous: it may have been.
 */
export type PostFaultKind = "refused" | "limited" | "unreachable" | "ambiguous";

export class PostFault extends Error {
  override readonly name = "PostFault";
  readonly kind: PostFaultKind;
  /** The channel or the installation is no more: nothing will be posted until the bot is added again. */
  readonly gone: boolean;
  /** Of `limited`: how long the platform asks to wait; else null. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: PostFaultKind,
    reason: string,
    {
      gone = false,
      retryAfterMs = null,
      cause,
    }: { gone?: boolean; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.kind = kind;
    this.gone = gone;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The use case behind `schedule …`. Rejects with `BriefingError`. */
export interface Schedules {
  /** Carries out what somebody typed in a channel, and says what holds now. */
  run(command: ScheduleCommand, asker: Asker): Promise<Page>;
  /** For a home tab or a card: those of a channel, or of an owner, oldest first. */
  list(of: {
    platform: Platform;
    workspace: string;
    channel?: string;
    owner?: string;
  }): Promise<readonly ScheduleView[]>;
}

export interface ScheduleView {
  readonly id: string;
  readonly channel: string;
  readonly state: "active" | "paused" | "deactivated";
  /** "Every trading day 07:30 Europe/London: valuation, ratecut" */
  readonly rule: string;
  /** The next three, in local time; empty while paused. */
  readonly next: readonly string[];
  /** How the last one went: "posted Fri 20 Nov 07:30"; null: none yet. */
  readonly last: string | null;
}

/** What operators set; read before every post, by every process. */
export interface Controls {
  /** Why nothing may be posted to a workspace now: the kill switch or its pause; null: it may. At most a second old. */
  stopped(workspace: string): Promise<string | null>;
  /** The kill switch. Null switches posting on again. */
  stopAll(reason: string | null): Promise<void>;
  /** One workspace's pause; null ends it. */
  pause(workspace: string, reason: string | null): Promise<void>;
  /** For status: the kill switch's reason, and those of paused workspaces. */
  list(): Promise<{ readonly all: string | null; readonly workspaces: Readonly<Record<string, string>> }>;
}
