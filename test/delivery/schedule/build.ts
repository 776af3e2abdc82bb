import type { Subscription } from "../../../src/delivery/schedule/subscription.ts";

/** A subscription at 07:30 London on trading days, with what a test is about changed. */
export function subscription(change: Partial<Subscription> = {}): Subscription {
  return {
    id: "s1",
    platform: "slack",
    workspace: "T1",
    channel: "C1",
    topics: ["valuation", "ratecut"],
    at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
    days: "trading",
    when: "always",
    audience: "internal",
    owner: "U1",
    state: "active",
    note: null,
    pausedAt: null,
    resumedAt: null,
    createdAt: "2000-02-01T00:00:00Z",
    ...change,
  };
}

export const ms = (iso: string) => Date.parse(iso);
export const iso = (instant: number) => new Date(instant).toISOString().replace(":00.000Z", "Z");
