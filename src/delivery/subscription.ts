import { z } from "zod";
import { isZone } from "./zones.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** After the close no later than this, so that a run is over before the next session closes. */
export const MOST_MINUTES_AFTER_CLOSE = 720;

const tz = z.string().refine(isZone, { error: "is not an IANA time zone" });
const instant = z.iso.datetime({ offset: true });
/** Parts of a slot's key, which joins them with "/". */
const identifier = z.string().regex(/^[^\s/]{1,200}$/);

const scheduleShape = {
  topics: z.array(z.string().min(1)).min(1),
  at: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("time"), hhmm: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), tz }),
    z.object({
      kind: z.literal("afterClose"),
      minutes: z.int().min(0).max(MOST_MINUTES_AFTER_CLOSE),
      /** Changes what is shown, not when it runs. */
      tz,
    }),
  ]),
  /** "trading": days on which New York trades; the others: days where the channel is. */
  days: z.union([z.enum(["weekdays", "trading"]), z.array(z.enum(WEEKDAYS)).min(1)]),
  when: z.enum(["always", "changed"]),
  audience: z.enum(["internal", "institutional"]),
};

export const subscriptionSchema = z
  .object({
    id: identifier,
    platform: z.enum(["slack", "teams"]),
    workspace: identifier,
    channel: z.string().min(1),
    ...scheduleShape,
    owner: z.string().min(1),
    state: z.enum(["active", "paused", "deactivated"]),
    createdAt: instant,
    /** The newest pause; with `resumedAt` after it, one that is over. */
    pausedAt: instant.optional(),
    resumedAt: instant.optional(),
    note: z.string().optional(),
  })
  .readonly();

/** One briefing that a channel gets: what, when, for whom. */
export type Subscription = z.infer<typeof subscriptionSchema>;

const scheduleSchema = z.object(scheduleShape).readonly();

/** What of it a user says. */
export type Schedule = z.infer<typeof scheduleSchema>;
export type At = Schedule["at"];
export type Days = Schedule["days"];
