import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueSlots, nextRuns, noticeKey, slotKey, slotsIn } from "../../../src/delivery/schedule/slots.ts";
import type { Subscription } from "../../../src/delivery/schedule/subscription.ts";
import { nyseCalendar } from "../../../src/delivery/schedule/trading-calendar.ts";
import { iso, ms, subscription } from "./build.ts";

const calendar = nyseCalendar();
const HOUR = 3_600_000;

/** "2026-11-24T07:30Z 2026-11-23 due" */
function told(subs: readonly Subscription[], from: string, to: string) {
  return dueSlots(subs, ms(from), ms(to), calendar).map(
    ({ run, status }) => `${iso(run.at)} ${run.session.date} ${status}`,
  );
}

/** The same without judging how late: as a process sees it that looks at every instant. */
function runs(sub: Subscription, from: string, to: string) {
  return dueSlots([sub], ms(from), ms(to), calendar, { onTimeMs: Infinity, graceMs: Infinity }).map(
    ({ run, status }) => `${iso(run.at)} ${run.session.date}${status === "due" ? "" : ` ${status}`}`,
  );
}

describe("Thanksgiving week 2026, by hand", () => {
  const WEEK = ["2026-11-22T00:00:00Z", "2026-12-01T00:00:00Z"] as const;

  it("trading days in London: none on Thursday, Wednesday's session on Friday", () => {
    expect(runs(subscription(), ...WEEK)).toEqual([
      "2026-11-23T07:30Z 2026-11-20",
      "2026-11-24T07:30Z 2026-11-23",
      "2026-11-25T07:30Z 2026-11-24",
      "2026-11-27T07:30Z 2026-11-25",
      "2026-11-30T07:30Z 2026-11-27",
    ]);
  });

  it("weekdays in London: Wednesday's session on Thursday, and nothing new on Friday", () => {
    expect(runs(subscription({ days: "weekdays" }), ...WEEK)).toEqual([
      "2026-11-23T07:30Z 2026-11-20",
      "2026-11-24T07:30Z 2026-11-23",
      "2026-11-25T07:30Z 2026-11-24",
      "2026-11-26T07:30Z 2026-11-25",
      "2026-11-27T07:30Z 2026-11-25 repeat",
      "2026-11-30T07:30Z 2026-11-27",
    ]);
  });

  it("30 minutes after the close: 13:30 New York on the half-day, none on the holiday", () => {
    const close = { kind: "afterClose", minutes: 30, tz: "America/New_York" } as const;
    expect(runs(subscription({ at: close }), ...WEEK)).toEqual([
      "2026-11-23T21:30Z 2026-11-23",
      "2026-11-24T21:30Z 2026-11-24",
      "2026-11-25T21:30Z 2026-11-25",
      "2026-11-27T18:30Z 2026-11-27",
      "2026-11-30T21:30Z 2026-11-30",
    ]);
    expect(runs(subscription({ at: close, days: ["thu", "fri"] }), ...WEEK)).toEqual([
      "2026-11-27T18:30Z 2026-11-27",
    ]);
  });

  it("chosen days, with a weekend: Friday's session once", () => {
    expect(runs(subscription({ days: ["sat", "sun", "mon"] }), ...WEEK)).toEqual([
      "2026-11-22T07:30Z 2026-11-20 repeat",
      "2026-11-23T07:30Z 2026-11-20 repeat",
      "2026-11-28T07:30Z 2026-11-27",
      "2026-11-29T07:30Z 2026-11-27 repeat",
      "2026-11-30T07:30Z 2026-11-27 repeat",
    ]);
  });

  it("in Tokyo the morning is New York's evening before", () => {
    const tokyo = { kind: "time", hhmm: "07:30", tz: "Asia/Tokyo" } as const;
    expect(runs(subscription({ at: tokyo }), ...WEEK)).toEqual([
      "2026-11-22T22:30Z 2026-11-20",
      "2026-11-23T22:30Z 2026-11-23",
      "2026-11-24T22:30Z 2026-11-24",
      "2026-11-26T22:30Z 2026-11-25",
      "2026-11-29T22:30Z 2026-11-27",
      "2026-11-30T22:30Z 2026-11-30",
    ]);
  });

  it("14:00 in New York comes after a half-day's close and before a full one's", () => {
    const two = { kind: "time", hhmm: "14:00", tz: "America/New_York" } as const;
    expect(runs(subscription({ at: two }), ...WEEK)).toEqual([
      "2026-11-23T19:00Z 2026-11-20",
      "2026-11-24T19:00Z 2026-11-23",
      "2026-11-25T19:00Z 2026-11-24",
      "2026-11-27T19:00Z 2026-11-27",
      "2026-11-30T19:00Z 2026-11-27 repeat",
    ]);
  });
});

describe("clocks that change", () => {
  it("07:30 in London stays 07:30, whatever UTC and New York do", () => {
    expect(runs(subscription(), "2026-10-22T12:00:00Z", "2026-11-03T00:00:00Z")).toEqual([
      "2026-10-23T06:30Z 2026-10-22",
      "2026-10-26T07:30Z 2026-10-23",
      "2026-10-27T07:30Z 2026-10-26",
      "2026-10-28T07:30Z 2026-10-27",
      "2026-10-29T07:30Z 2026-10-28",
      "2026-10-30T07:30Z 2026-10-29",
      "2026-11-02T07:30Z 2026-10-30",
    ]);
  });

  it("a time in the gap runs right after it, one in the overlap once", () => {
    const night = { kind: "time", hhmm: "01:30", tz: "Europe/London" } as const;
    const sundays = subscription({ at: night, days: ["sun"] });
    expect(runs(sundays, "2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z")).toEqual([
      "2027-03-28T01:00Z 2027-03-25",
    ]);
    expect(runs(sundays, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toEqual([
      "2026-10-25T00:30Z 2026-10-23",
    ]);
  });

  it("a leap day is a day", () => {
    expect(runs(subscription(), "2028-02-28T12:00:00Z", "2028-03-01T12:00:00Z")).toEqual([
      "2028-02-29T07:30Z 2028-02-28",
      "2028-03-01T07:30Z 2028-02-29",
    ]);
  });
});

describe("late or missed", () => {
  it.each([
    ["2026-11-24T07:30:00Z", "due"],
    ["2026-11-24T07:35:00Z", "due"],
    ["2026-11-24T07:35:01Z", "late"],
    ["2026-11-24T13:30:00Z", "late"],
    ["2026-11-24T13:30:01Z", "missed"],
  ])("seen at %s it is %s", (to, status) => {
    expect(told([subscription()], "2026-11-24T00:00:00Z", to)).toEqual([
      `2026-11-24T07:30Z 2026-11-23 ${status}`,
    ]);
  });

  it("a machine that slept from Monday to Wednesday records Tuesday's and posts Wednesday's late", () => {
    expect(told([subscription()], "2026-11-23T20:00:00Z", "2026-11-25T10:00:00Z")).toEqual([
      "2026-11-24T07:30Z 2026-11-23 missed",
      "2026-11-25T07:30Z 2026-11-24 late",
    ]);
  });

  it("owes nothing at an instant twice, or when the clock was set back", () => {
    const at = "2026-11-24T07:30:00Z";
    expect(told([subscription()], "2026-11-24T07:29:59Z", at)).toHaveLength(1);
    expect(told([subscription()], at, "2026-11-24T07:31:00Z")).toEqual([]);
    expect(told([subscription()], at, "2026-11-24T07:00:00Z")).toEqual([]);
  });
});

describe("what is owed", () => {
  const WEEK = ["2026-11-16T00:00:00Z", "2026-11-21T00:00:00Z"] as const;
  const days = (change: Partial<Subscription>) =>
    runs(subscription(change), ...WEEK).map((line) => Number(line.slice(8, 10)));

  it.each<[string, Partial<Subscription>, readonly number[]]>([
    ["from its creation on", { createdAt: "2026-11-18T07:30:00Z" }, [18, 19, 20]],
    ["not before", { createdAt: "2026-11-18T07:30:00.001Z" }, [19, 20]],
    ["until it is paused", { state: "paused", pausedAt: "2026-11-18T07:30:00Z" }, [16, 17]],
    ["nothing while paused since ever", { state: "paused" }, []],
    [
      "nothing of a pause that is over",
      { pausedAt: "2026-11-17T00:00:00Z", resumedAt: "2026-11-19T07:30:00Z" },
      [16, 19, 20],
    ],
    [
      "until paused again",
      { state: "paused", resumedAt: "2026-11-10T00:00:00Z", pausedAt: "2026-11-19T00:00:00Z" },
      [16, 17, 18],
    ],
    ["nothing when deactivated", { state: "deactivated" }, []],
  ])("%s", (_, change, expected) => {
    expect(days(change)).toEqual(expected);
  });

  it("is no repeat where the run before it was not owed", () => {
    const created = { days: "weekdays", createdAt: "2026-11-26T12:00:00Z" } as const;
    expect(runs(subscription(created), "2026-11-26T00:00:00Z", "2026-11-28T00:00:00Z")).toEqual([
      "2026-11-27T07:30Z 2026-11-25",
    ]);
  });
});

describe("keys", () => {
  it("name platform, workspace, subscription and session", () => {
    const [slot] = dueSlots(
      [subscription()],
      ms("2026-11-24T00:00:00Z"),
      ms("2026-11-24T08:00:00Z"),
      calendar,
    );
    expect(slot?.key).toBe("slack/T1/s1/2026-11-23");
    expect(slotKey(subscription(), slot!.run.session)).toBe(slot?.key);
    expect(noticeKey(slot!)).toBe("slack/T1/s1/2026-11-23/nothing-new/2026-11-24");
  });

  it("of a repeat is that of the run before it; its notice has one of its own", () => {
    const slots = dueSlots(
      [subscription({ days: "weekdays" })],
      ms("2026-11-26T00:00:00Z"),
      ms("2026-11-28T00:00:00Z"),
      calendar,
    );
    expect(slots.map(({ key }) => key)).toEqual(["slack/T1/s1/2026-11-25", "slack/T1/s1/2026-11-25"]);
    expect(new Set(slots.map(noticeKey)).size).toBe(2);
  });
});

describe("the next runs", () => {
  it("are those that will be due, repeats said", () => {
    const next = nextRuns(subscription({ days: "weekdays" }), ms("2026-11-25T07:30:00Z"), 3, calendar);
    expect(next.map(({ at, repeat }) => `${iso(at)} ${repeat}`)).toEqual([
      "2026-11-26T07:30Z false",
      "2026-11-27T07:30Z true",
      "2026-11-30T07:30Z false",
    ]);
  });

  it("are found where they are rare, and none while paused", () => {
    const close = { kind: "afterClose", minutes: 0, tz: "America/New_York" } as const;
    const thursdays = subscription({ at: close, days: ["thu"] });
    const next = nextRuns(thursdays, ms("2026-11-20T00:00:00Z"), 3, calendar);
    expect(next.map(({ date }) => date)).toEqual(["2026-12-03", "2026-12-10", "2026-12-17"]);
    const paused = { state: "paused", pausedAt: "2026-11-01T00:00:00Z" } as const;
    expect(nextRuns(subscription(paused), ms("2026-11-20T00:00:00Z"), 3, calendar)).toEqual([]);
  });
});

describe("for any subscriptions and any cut of the time", () => {
  const zones = [
    "Europe/London",
    "America/New_York",
    "Asia/Tokyo",
    "Pacific/Apia",
    "Pacific/Honolulu",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
  ];
  const start = ms("2010-01-01T00:00:00Z");
  const end = ms("2030-01-01T00:00:00Z");
  const anyInstant = fc.integer({ min: start / 60_000, max: end / 60_000 }).map((minute) => minute * 60_000);
  const tz = fc.constantFrom(...zones);
  const anyAt = fc.oneof(
    fc.record({
      kind: fc.constant("time" as const),
      hhmm: fc.integer({ min: 0, max: 1_439 }).map((at) => new Date(at * 60_000).toISOString().slice(11, 16)),
      tz,
    }),
    fc.record({ kind: fc.constant("afterClose" as const), minutes: fc.integer({ min: 0, max: 720 }), tz }),
  );
  const anyDays = fc.oneof(
    fc.constantFrom("weekdays" as const, "trading" as const),
    fc.uniqueArray(
      fc.constantFrom(
        "mon" as const,
        "tue" as const,
        "wed" as const,
        "fri" as const,
        "sat" as const,
        "sun" as const,
      ),
      { minLength: 1 },
    ),
  );
  const anySubscriptions = fc
    .array(
      fc.record({ at: anyAt, days: anyDays, created: anyInstant, paused: anyInstant, resumed: anyInstant }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((all) =>
      all.map(({ at, days, created, paused, resumed }, index) =>
        subscription({
          id: `s${index}`,
          at,
          days,
          createdAt: new Date(Math.min(created, paused) - 4 * 365 * 24 * HOUR).toISOString(),
          pausedAt: new Date(paused).toISOString(),
          resumedAt: new Date(resumed).toISOString(),
        }),
      ),
    );
  const OPEN_ENDED = { onTimeMs: Infinity, graceMs: Infinity };
  const named = ({ key, run, status }: { key: string; run: { at: number }; status: string }) =>
    `${run.at} ${key} ${status}`;

  it("no slot is doubled, none is lost, all are in order", () => {
    let found = 0;
    fc.assert(
      fc.property(
        anySubscriptions,
        anyInstant,
        fc.array(fc.integer({ min: 1, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 8 }),
        (subs, from, steps) => {
          const whole = dueSlots(
            subs,
            from,
            from + steps.reduce((a, b) => a + b) * 60_000,
            calendar,
            OPEN_ENDED,
          );
          const cut = [];
          let at = from;
          for (const step of steps) {
            cut.push(...dueSlots(subs, at, at + step * 60_000, calendar, OPEN_ENDED));
            at += step * 60_000;
          }
          expect(cut.map(named)).toEqual(whole.map(named));
          const posted = whole.filter(({ status }) => status !== "repeat").map(({ key }) => key);
          expect(new Set(posted).size).toBe(posted.length);
          expect(whole.map(({ run }) => run.at)).toEqual(
            whole.map(({ run }) => run.at).sort((a, b) => a - b),
          );
          found += whole.length;
        },
      ),
      { numRuns: 300, seed: 20_261_123 },
    );
    expect(found).toBeGreaterThan(5_000);
  });

  it("every slot is about the newest session that has closed, and every repeat follows its original", () => {
    fc.assert(
      fc.property(anySubscriptions, anyInstant, (subs, from) => {
        const to = from + 60 * 24 * HOUR;
        const slots = dueSlots(subs, from, to, calendar, OPEN_ENDED);
        const seen = new Set(
          dueSlots(subs, from - 10 * 24 * HOUR, from, calendar, OPEN_ENDED).map(({ key }) => key),
        );
        for (const { key, run, status } of slots) {
          expect(run.session.closesAt).toBeLessThanOrEqual(run.at);
          for (let ahead = 1; ahead <= 6; ahead += 1) {
            const day = new Date(ms(run.session.date) + ahead * 24 * HOUR).toISOString().slice(0, 10);
            expect(calendar.sessionOn(day)?.closesAt ?? Infinity).toBeGreaterThan(run.at);
          }
          expect(seen.has(key)).toBe(status === "repeat");
          seen.add(key);
        }
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });

  it("the next runs are the slots that then come", () => {
    fc.assert(
      fc.property(anySubscriptions, anyInstant, ([sub], now) => {
        const next = nextRuns(sub!, now, 3, calendar);
        if (next.length === 0) return;
        const slots = dueSlots([sub!], now, next.at(-1)!.at, calendar, OPEN_ENDED);
        expect(next.map(({ at, repeat }) => [at, repeat])).toEqual(
          slots.map(({ run, status }) => [run.at, status === "repeat"]),
        );
      }),
      { numRuns: 200, seed: 20_261_123 },
    );
  });

  it("the generator gives what the list holds", () => {
    const subs = [subscription(), subscription({ id: "s2", days: ["mon"] })];
    const window = [ms("2026-01-01T00:00:00Z"), ms("2026-03-01T00:00:00Z")] as const;
    expect([...slotsIn(subs, ...window, calendar)].map(named).sort()).toEqual(
      dueSlots(subs, ...window, calendar)
        .map(named)
        .sort(),
    );
  });
});
