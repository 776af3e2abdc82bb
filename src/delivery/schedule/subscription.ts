import type { Subscription } from "../../storage/port.ts";

export type { Subscription, Weekday } from "../../storage/port.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** After the close no later than this, so that a run is over before the next session closes. */
export const MOST_MINUTES_AFTER_CLOSE = 720;

/** What of a subscription a user says. */
export type Schedule = Pick<Subscription, "topics" | "at" | "days" | "when" | "audience">;
export type At = Schedule["at"];
export type Days = Schedule["days"];

/** `schedule …` as data; who carries it out knows the channel and its subscriptions. */
export type ScheduleCommand = { readonly kind: "schedule" } & (
  | { readonly action: "list" | "help" }
  | { readonly action: "add"; readonly schedule: Schedule }
  /** `changed`, `always`: when it posts from now on. Null: the id was left out. `test` then means the newest, the others the only one of the channel. */
  | {
      readonly action: "pause" | "resume" | "remove" | "test" | Subscription["when"];
      readonly id: string | null;
    }
  /** Of alerts: "<id>-<token>" names one, "<id>" or null means the newest that nobody acknowledged. */
  | { readonly action: "acknowledge"; readonly id: string | null }
);
