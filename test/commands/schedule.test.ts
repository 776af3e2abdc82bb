import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { parseLine } from "../../src/commands/grammar.ts";
import { helpPage, scheduleHelpPage } from "../../src/commands/pages.ts";
import { topics } from "../../src/topics/index.ts";

const parse = (line: string) => parseLine(line, topics, "2026-11-23");

function faultOf(line: string): BriefingError {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
  throw new Error(`"${line}" was understood`);
}

const added = (change: object) => ({
  kind: "schedule",
  action: "add",
  schedule: {
    topics: ["valuation", "ratecut"],
    at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
    days: "trading",
    when: "always",
    audience: "internal",
    ...change,
  },
});
const CLOSE = { at: { kind: "afterClose", minutes: 30, tz: "America/New_York" } };
const alerts = (at: object, change: object = {}) =>
  added({
    topics: ["risks"],
    at: { kind: "flip", tz: "America/New_York", quiet: null, warnings: false, ...at },
    when: "changed",
    ...change,
  });

describe("alerts", () => {
  it.each([
    [
      "schedule add alerts 07:30",
      'schedule add alerts has no argument "07:30"',
      "usage: schedule add alerts",
    ],
    ["schedule add alerts quiet=22:00-07:00", "tz= is missing", "tz=Europe/London"],
    ["schedule add alerts quiet=22-7 tz=Europe/London", '"22-7" is no span of hours', "quiet=22:00-07:00"],
    ["schedule add alerts quiet=24:00-07:00 tz=Europe/London", "is no span of hours", "quiet="],
    ["schedule add alerts quiet=07:00-7:00 tz=Europe/London", "quiet all day", "leave quiet= out"],
    ["schedule add alerts on=warning", '"warning" is not a value of on=', 'did you mean "warnings"?'],
    ["schedule add alerts quiets=22:00-07:00", 'no argument "quiets"', 'did you mean "quiet"?'],
    [
      "schedule add alrts",
      '"alrts" is not a time of day',
      "did you mean `schedule add alerts`? usage: schedule add",
    ],
    ["schedule alert", 'schedule cannot "alert"', "did you mean `schedule add alerts`? it takes"],
    ["schedule alerts on=warnings", 'schedule cannot "alerts"', "did you mean `schedule add alerts`?"],
    ["schedule add alerts tz=UTC tz=UTC", "tz= is given more than once", "usage:"],
    ["schedule add alerts audience=retail", "retail audiences are not served", "internal or institutional"],
  ])("%s", (line, message, hint) => {
    const fault = faultOf(line);
    expect(fault.message).toContain(message);
    expect(fault.hint).toContain(hint);
  });
});

describe("schedule", () => {
  it.each<[string, object]>([
    ["schedule", { kind: "schedule", action: "list" }],
    ["schedule list", { kind: "schedule", action: "list" }],
    ["SCHEDULE Help", { kind: "schedule", action: "help" }],
    ["help schedule", { kind: "schedule", action: "help" }],
    ["schedule pause", { kind: "schedule", action: "pause", id: null }],
    ["schedule changed abc123", { kind: "schedule", action: "changed", id: "abc123" }],
    ["schedule always", { kind: "schedule", action: "always", id: null }],
    ["schedule resume abc-1", { kind: "schedule", action: "resume", id: "abc-1" }],
    ["schedule remove #7", { kind: "schedule", action: "remove", id: "7" }],
    ["schedule test id=7", { kind: "schedule", action: "test", id: "7" }],
    ["schedule add 07:30 tz=Europe/London topics=valuation,ratecut", added({})],
    ["schedule add topics=valuation, ratecut tz = europe/london 7:30", added({})],
    ["schedule add at=07:30 tz=Europe/London topics=valuation,ratecut,valuation", added({})],
    [
      "schedule add 07:30 tz=Europe/London topics=valuation,ratecut days=mon, thu when=changed audience=institutional",
      added({ days: ["mon", "thu"], when: "changed", audience: "institutional" }),
    ],
    ["schedule add close+30m tz=America/New_York topics=valuation,ratecut", added(CLOSE)],
    ["schedule add close + 30 m topics=valuation,ratecut", added(CLOSE)],
    ["schedule add close+30 topics=valuation,ratecut", added(CLOSE)],
    ["schedule add after-close=30 topics=valuation,ratecut", added(CLOSE)],
    ["schedule add 30 minutes after the close topics=valuation,ratecut", added(CLOSE)],
    ["schedule add topics=valuation,ratecut 30m after close", added(CLOSE)],
    ["schedule add alerts", alerts({})],
    [
      "schedule add Alerts quiet=22:00-7:00 tz=europe/london on=warnings audience=institutional",
      alerts(
        { tz: "Europe/London", quiet: { from: "22:00", to: "07:00" }, warnings: true },
        { audience: "institutional" },
      ),
    ],
  ])("%s", (line, command) => {
    expect(parse(line).command).toEqual(command);
    expect(parse(`${line} private`)).toMatchObject({ private: true, command });
  });

  it.each([
    ["shedule list", /not a command/, "did you mean `schedule`?"],
    ["schedule lsit", /schedule cannot "lsit"/, "it takes list, add"],
    ["schedule resme 3", /schedule cannot "resme"/, "did you mean `schedule resume`?"],
    ["schedule 07:30 tz=UTC", /schedule cannot "07:30"/, "`schedule add` begins a new one"],
    ["schedule list all", /takes no argument, "all" was given/, "type: schedule list"],
    ["schedule pause a b", /"b" is one too many/, "schedule list shows the ids"],
    ["schedule pause a=b", /"a=b" is not the id/, "schedule list shows the ids"],
    ["schedule add", /the time is missing/, "HH:MM"],
    ["schedule add 0 7 * * 1-5 topics=valuation", /not written as cron/, "schedule add HH:MM"],
    ['schedule add "30 7 * * *" tz=UTC', /not written as cron/, "schedule add HH:MM"],
    ["schedule add */5 tz=UTC", /not written as cron/, "schedule add HH:MM"],
    ["schedule add 30 7 * * mon-fri", /not written as cron/, "schedule add HH:MM"],
    ["schedule add 07:30 08:00 tz=UTC", /"08:00" is a second time/, "usage: schedule add"],
    ["schedule add 07:30 tz=UTC tz=UTC", /tz= is given more than once/, "usage: schedule add"],
    ["schedule add 07:30 tz=New York topics=valuation", /"York" stands alone/, "tz=America/New_York"],
    ["schedule add 07:30 Europe/London", /"Europe\/London" stands alone/, 'did you mean "tz=Europe/London"?'],
    ["schedule add 07:30 timezone=UTC", /no argument "timezone"/, 'did you mean "tz"?'],
    ["schedule add 07:30 topcs=valuation", /no argument "topcs"/, 'did you mean "topics"?'],
    ["schedule add 07:30 __proto__=x", /no argument "__proto__"/, "usage: schedule add"],
    ["schedule add 07:30 constructor=x", /no argument "constructor"/, "usage: schedule add"],
    ["schedule add 07:30 tz=Londn topics=valuation", /"Londn"/, 'did you mean "Europe/London"?'],
    ["schedule list asof=2026-01-02", /takes no asof=/, "leave asof= out"],
  ])("%s is refused", (line, message, hint) => {
    const fault = faultOf(line);
    expect(fault.code).toBe("bad_command");
    expect(fault.message).toMatch(message);
    expect(fault.hint).toContain(hint);
  });

  it("refuses retail as a matter of compliance", () => {
    expect(faultOf("schedule add 07:30 tz=UTC topics=valuation audience=retail").code).toBe("refused");
  });

  it("is understood or refused in print, whatever follows it", () => {
    const words =
      "list add pause close+30m close+ 07:30 tz= tz=UTC Europe/London topics= valuation , days= mon - * when= audience= = after the close 30 m".split(
        " ",
      );
    const part = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 8 }));
    let understood = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), fc.constantFrom(" ", ""), (parts, joint) => {
        try {
          if (parse(`schedule ${parts.join(joint)}`).command.kind === "schedule") understood += 1;
        } catch (error) {
          if (!(error instanceof BriefingError)) throw error;
          expect(error.message + error.hint).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          expect(error.message.length).toBeLessThan(200);
        }
      }),
      { numRuns: 3_000, seed: 20_261_123 },
    );
    expect(understood).toBeGreaterThan(100);
  });

  it("has a page of help, which the general one points to", () => {
    const text = JSON.stringify(scheduleHelpPage(topics));
    for (const word of [
      "schedule add",
      "close+30m",
      "tz=",
      "days=",
      "when=",
      "audience=",
      "`schedule test",
      "`schedule pause",
    ])
      expect(text).toContain(word);
    for (const { name } of topics) expect(text).toContain(name);
    expect(JSON.stringify(helpPage(topics))).toContain("`help schedule`");
  });
});
