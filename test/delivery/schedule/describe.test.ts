import { describe, expect, it } from "vitest";
import {
  delayNotice,
  describeRule,
  describeSubscription,
  nextInWords,
  nothingNew,
} from "../../../src/delivery/schedule/describe.ts";
import { nyseCalendar } from "../../../src/delivery/schedule/trading-calendar.ts";
import { ms, subscription } from "./build.ts";

const calendar = nyseCalendar();
function nextOf(change: Parameters<typeof subscription>[0], now: string): readonly string[] {
  const { next } = describeSubscription(subscription(change), ms(now), calendar);
  for (const _ of ["computed", "remembered"])
    expect(nextInWords(subscription(change), ms(now), calendar)).toBe(next[0] ?? null);
  return next;
}

describe("a subscription in words", () => {
  it("says its rule and its next three runs in local time", () => {
    expect(describeSubscription(subscription(), ms("2026-11-23T12:00:00Z"), calendar)).toEqual({
      rule: "Every trading day 07:30 Europe/London: valuation, ratecut",
      next: [
        "Tue 24 Nov 2026 07:30 (GMT) for Monday's session",
        "Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session",
        "Fri 27 Nov 2026 07:30 (GMT) for Wednesday's session",
      ],
      text:
        "Every trading day 07:30 Europe/London: valuation, ratecut. Next: Tue 24 Nov 2026 07:30 (GMT) for Monday's session; " +
        "Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session; Fri 27 Nov 2026 07:30 (GMT) for Wednesday's session.",
    });
  });

  it("says of the same rule what is next at each moment", () => {
    const next = (now: string) => nextInWords(subscription(), ms(now), calendar);
    expect(next("2026-11-23T12:00:00Z")).toBe("Tue 24 Nov 2026 07:30 (GMT) for Monday's session");
    expect(next("2026-11-24T07:30:00Z")).toBe("Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session");
    expect(nextInWords(subscription({ state: "paused" }), ms("2026-11-23T12:00:00Z"), calendar)).toBeNull();
  });

  it("says where the market was closed, half open, or the clocks skip the time", () => {
    expect(nextOf({ days: "weekdays" }, "2026-11-26T12:00:00Z").slice(0, 2)).toEqual([
      "Fri 27 Nov 2026 07:30 (GMT): market closed on Thursday (Thanksgiving Day), nothing new since Wednesday's session",
      "Mon 30 Nov 2026 07:30 (GMT) for Friday's session (a half-day, closed at 13:00 New York)",
    ]);
    expect(nextOf({ days: ["sat", "sun"] }, "2026-12-05T12:00:00Z")[0]).toBe(
      "Sun 6 Dec 2026 07:30 (GMT): market closed on Saturday and Sunday, nothing new since Friday's session",
    );
    const night = { kind: "time", hhmm: "02:30", tz: "America/New_York" } as const;
    expect(nextOf({ at: night, days: ["sun"] }, "2027-03-10T12:00:00Z")[0]).toBe(
      "Sun 14 Mar 2027 03:00 (EDT; the clocks skip 02:30) for Friday's session",
    );
  });

  it("shows the zone's own abbreviation, or its offset", () => {
    const at = (tz: string) => ({ at: { kind: "time", hhmm: "08:00", tz } as const });
    const shown = (tz: string, now: string) => /\(([^)]+)\)/.exec(nextOf(at(tz), now)[0] ?? "")?.[1];
    expect(shown("Europe/London", "2026-07-06T12:00:00Z")).toBe("BST");
    expect(shown("America/New_York", "2026-07-06T13:00:00Z")).toBe("EDT");
    expect(shown("Europe/Berlin", "2026-11-23T12:00:00Z")).toBe("CET");
    expect(shown("Asia/Tokyo", "2026-11-23T12:00:00Z")).toBe("GMT+9");
  });

  it.each([
    [
      { days: "weekdays", when: "changed" },
      "Every weekday 07:30 Europe/London: valuation, ratecut; only when something material changed",
    ],
    [
      { days: ["mon", "wed", "thu"] },
      "Mondays, Wednesdays and Thursdays 07:30 Europe/London: valuation, ratecut",
    ],
    [
      { days: ["mon"], audience: "institutional" },
      "Mondays 07:30 Europe/London: valuation, ratecut; for an institutional audience",
    ],
    [
      { days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
      "Every day 07:30 Europe/London: valuation, ratecut",
    ],
    [
      { at: { kind: "afterClose", minutes: 30, tz: "UTC" } },
      "Every trading day, 30 minutes after New York closes: valuation, ratecut",
    ],
    [
      { at: { kind: "afterClose", minutes: 0, tz: "UTC" } },
      "Every trading day, when New York closes: valuation, ratecut",
    ],
  ] as const)("%o", (change, words) => {
    expect(describeRule(subscription(change as Parameters<typeof subscription>[0]))).toBe(words);
  });

  it("says why nothing comes", () => {
    const text = (change: Parameters<typeof subscription>[0]) =>
      describeSubscription(subscription(change), ms("2026-11-23T12:00:00Z"), calendar).text;
    expect(text({ state: "paused", pausedAt: "2026-11-01T00:00:00Z" })).toMatch(
      /\. Paused: nothing is posted until it is resumed\.$/,
    );
    expect(text({ state: "deactivated", note: "the channel is gone" })).toMatch(
      /Deactivated \(the channel is gone\): nothing is posted\.$/,
    );
  });
});

describe("notices", () => {
  it("say what is waited for, until when", () => {
    expect(
      delayNotice(
        ["index levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)"],
        ms("2026-11-24T09:30:00Z"),
        "Europe/London",
      ),
    ).toBe(
      "This briefing waits until 09:30 (GMT) at most: index levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)",
    );
  });

  it("say that there is nothing new, without a closure where there was none", () => {
    const friday = calendar.sessionOn("2026-11-27")!;
    const words = (at: string) => nothingNew({ at: ms(at), session: friday }, calendar);
    expect(words("2026-11-30T19:00:00Z")).toBe(
      "market closed on Saturday and Sunday, nothing new since Friday's session",
    );
    expect(words("2026-11-27T20:00:00Z")).toBe("nothing new since Friday's session");
  });
});
