import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderLadder } from "../../../src/surfaces/teams/render.ts";
import { lineOf, zoneOfClient, zonesOffered } from "../../../src/surfaces/teams/schedule-form.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { memorySchedules } from "../../support/schedules.ts";
import {
  CHANNEL,
  DANA,
  PERSONAL,
  startTeamsRig,
  TENANT,
  type TeamsRig,
  wordsOf,
} from "../../support/teams/rig.ts";

type Json = Readonly<Record<string, unknown>>;
let rig: TeamsRig;
let use: ReturnType<typeof memorySchedules>;
const MEMBER = { id: DANA.id, aadObjectId: DANA.aadObjectId, tenantId: TENANT };
beforeEach(async () => {
  use = memorySchedules();
  rig = await startTeamsRig({ schedules: use.schedules });
  rig.connector.setMembers([MEMBER]);
});
afterEach(() => rig.close());

const ADD = "schedule add 07:30 tz=Europe/London topics=ratecut,performance";
const say = (text: string, more: Json = {}) => rig.deliver(rig.channel(text, "42", more));
const last = () => {
  const message = rig.connector.messages.at(-1);
  if (!message) throw new Error("nothing was said");
  return message;
};
const words = () => wordsOf(last());
const json = () => JSON.stringify(last().body);

function parts(value: unknown): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  const within = Object.values(value).flatMap(parts);
  return Array.isArray(value) ? within : [value as Json, ...within];
}
const buttons = () => parts(last().body).filter(({ type }) => String(type).startsWith("Action."));
const input = (field: string) => parts(last().body).find(({ id }) => id === `smallcapsSchedule-${field}`);

/** Presses a button of the last card, with what was filled in beside it. */
async function press(title: string, fields: Readonly<Record<string, string>> = {}, more: Json = {}) {
  const action = buttons().find((each) => each["title"] === title);
  if (!action) throw new Error(`no "${title}" among ${buttons().map((each) => each["title"])}`);
  const filled = Object.entries(fields).map(([field, value]) => [`smallcapsSchedule-${field}`, value]);
  const value = { ...(action["data"] as object), ...Object.fromEntries(filled) };
  await rig.deliver(rig.channel("", "42", { text: "", entities: [], value, replyToId: "the-card", ...more }));
}
const FORM = {
  topics: "ratecut,performance",
  time: "07:30",
  zone: "Europe/London",
  days: "trading",
  when: "always",
  audience: "internal",
};

describe("schedule, typed", () => {
  it("shows what the channel gets, the next runs, and a button for all that can be typed", async () => {
    await say(ADD);
    expect(words()).toMatch(/Schedule s00001 added/);
    await say("schedule");
    expect(words()).toMatch(/Every trading day 07:30 Europe\/London: ratecut, performance/);
    // Of Friday noon: Saturday's and Sunday's clocks show no session, so Monday's run is for Friday.
    expect(words()).toMatch(/Next: Mon 23 Nov 2026 07:30 \(GMT\) for Friday's session/);
    expect(words().match(/Then: /g)).toHaveLength(2);
    const titles = buttons().map(({ title }) => title);
    for (const title of ["Pause", "Test", "Remove", "New schedule"]) expect(titles).toContain(title);
  });

  it("belongs to the channel without its thread, and to whom the directory knows", async () => {
    await say(ADD);
    expect(use.kept).toMatchObject([
      { platform: "teams", workspace: TENANT, channel: CHANNEL, owner: DANA.aadObjectId },
    ]);
  });

  it("is for members, as Teams says now", async () => {
    await say("help");
    rig.connector.setMembers([{ ...MEMBER, id: "29:lee", aadObjectId: "lee" }]);
    await say(ADD);
    expect(words()).toMatch(/Only members of this channel/);
    expect(use.kept).toEqual([]);
  });

  it("in a personal chat is refused, and shows one's own schedules", async () => {
    await rig.deliver(rig.personal(ADD));
    expect(words()).toMatch(/schedules belong to a channel or a group chat/i);
    await say(ADD);
    await rig.deliver(rig.personal("schedule"));
    expect(last().path).toContain(PERSONAL);
    expect(words()).toMatch(/Your schedules, in all channels/);
    expect(words()).toMatch(/Every trading day 07:30/);
    expect(buttons().map(({ title }) => title)).not.toContain("New schedule");
  });

  it.each([
    ["guests read", async () => rig.connector.setMembers([MEMBER, { id: "29:g", userRole: "guest" }]), {}],
    [
      "is shared",
      async () => {},
      { channelData: { tenant: { id: TENANT }, channel: { id: CHANNEL, type: "shared" } } },
    ],
  ])("in a channel that %s adds nothing", async (_, arrange, more) => {
    await arrange();
    await say(ADD, more);
    expect(use.kept).toEqual([]);
    expect(words()).toMatch(/guests|shared/i);
  });

  it("twice within a second is carried out twice: no answer of another's stands in for it", async () => {
    await Promise.all([say(ADD), say(ADD)]);
    expect(use.kept).toHaveLength(2);
  });
});

describe("its buttons", () => {
  it.each([
    ["Pause", "paused"],
    ["Resume", "active"],
  ])("%s: done, and the card brought up to date in its place", async (title, state) => {
    await say(ADD);
    await say("schedule");
    if (title === "Resume") await press("Pause");
    await press(title);
    expect(use.kept).toMatchObject([{ state }]);
    expect(last()).toMatchObject({ method: "PUT" });
    expect(last().path).toMatch(/;messageid=42\/activities\/the-card$/);
    expect(buttons().map((each) => each["title"])).toContain(state === "paused" ? "Resume" : "Pause");
  });

  it("Test and Remove", async () => {
    await say(ADD);
    await say("schedule");
    await press("Test");
    expect(use.tested).toEqual(["s00001"]);
    await press("Remove it");
    expect(use.kept).toEqual([]);
  });

  it("say what went wrong in the card", async () => {
    await say(ADD);
    await say("schedule");
    use.kept.length = 0;
    await press("Pause");
    expect(words()).toMatch(/There is no schedule "s00001"/);
    expect(last().method).toBe("PUT");
  });

  it("do nothing for who is no member", async () => {
    await say(ADD);
    await say("schedule");
    const stranger = { id: "29:lee", name: "Lee", aadObjectId: "lee" };
    await press("Pause", {}, { from: stranger });
    expect(use.kept).toMatchObject([{ state: "active" }]);
    expect(words()).toMatch(/Only members of this channel/);
  });

  it("that are forged run nothing else", async () => {
    const value = { smallcaps: { verb: "schedule", command: "performance" } };
    await rig.deliver(rig.channel("", "42", { text: "", entities: [], value }));
    expect(words()).toMatch(/not one of mine/);
    const added = { smallcaps: { verb: "schedule", command: ADD } };
    await rig.deliver(rig.channel("", "42", { text: "", entities: [], value: added }));
    expect(use.kept).toEqual([]);
  });

  it("Pause under a briefing answers in the thread", async () => {
    await say(ADD);
    const value = { smallcaps: { verb: "again", command: "schedule pause s00001" } };
    await rig.deliver(rig.channel("", "42", { text: "", entities: [], value, replyToId: "the-briefing" }));
    expect(last().method).toBe("POST");
    expect(use.kept).toMatchObject([{ state: "paused" }]);
  });
});

it("“Only when something changes” stands under a briefing with Pause, and answers in the thread", async () => {
  await say(ADD);
  const briefing = { ...EXAMPLE_BRIEFINGS.ratecut, dataMode: "live" as const };
  const [message] = renderLadder(briefing, {
    place: { kind: "none" },
    private: false,
    schedule: { id: "s00001", lead: [], foot: [] },
  });
  const menu = parts(message?.card).find(({ title }) => title === "Schedule");
  const actions = parts(menu?.["card"]).filter(({ type }) => type === "Action.Submit");
  expect(actions.map(({ title }) => title)).toEqual(["Only when something changes", "Pause"]);
  const value = actions[0]?.["data"];
  await rig.deliver(rig.channel("", "42", { text: "", entities: [], value, replyToId: "the-briefing" }));
  expect(last().method).toBe("POST");
  expect(use.kept).toMatchObject([{ when: "changed", state: "active" }]);
});

describe("the form", () => {
  it("makes the schedule that the line would have made, and shows its next runs", async () => {
    await say("schedule");
    await press("Add schedule", FORM);
    expect(use.kept).toMatchObject([
      {
        topics: ["ratecut", "performance"],
        at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
        days: "trading",
        when: "always",
        audience: "internal",
      },
    ]);
    expect(last()).toMatchObject({ method: "PUT" });
    expect(words()).toMatch(/Schedule s00001 added/);
    expect(words()).toMatch(/Next: Mon 23 Nov 2026 07:30/);
  });

  it("takes what the client leaves out as not given", async () => {
    await say("schedule");
    await press("Add schedule", { topics: "ratecut", time: "18:00", otherZone: "Asia/Kathmandu" });
    expect(use.kept).toMatchObject([{ at: { hhmm: "18:00", tz: "Asia/Kathmandu" }, days: "trading" }]);
  });

  it.each([
    ["topics", { ...FORM, topics: "" }, /topics= is missing/i],
    ["zone", { ...FORM, zone: "" }, /tz= is missing/i],
    ["otherZone", { ...FORM, otherZone: "Atlantis" }, /not a time zone/],
    ["time", { ...FORM, time: "" }, /time is missing/i],
    ["time", { ...FORM, time: "25:99" }, /not a time of day/],
    ["days", { ...FORM, days: "someday" }, /not a day/],
    ["when", { ...FORM, when: "sometimes" }, /not a value of when=/],
    ["audience", { ...FORM, audience: "retail" }, /retail audiences are not served/i],
  ])(
    "says what is wrong under the field (%s), and keeps what was filled in",
    async (field, values, message) => {
      await say("schedule");
      await press("Add schedule", values);
      expect(use.kept).toEqual([]);
      expect(words()).toMatch(message);
      const { body } = parts(last().body).find(({ type }) => type === "AdaptiveCard") as { body: Json[] };
      const at = body.findIndex(({ id }) => id === `smallcapsSchedule-${field}`);
      expect(String(body[at + 1]?.["text"])).toMatch(message);
      for (const [name, value] of Object.entries(FORM)) {
        if (name !== field) expect(input(name)).toMatchObject({ value });
      }
      // Put right in the card that came back, it is added.
      await press("Add schedule", FORM);
      expect(use.kept).toHaveLength(1);
    },
  );

  it("says above it what no field is to blame for", async () => {
    await say("schedule");
    rig.connector.setMembers([{ id: "29:lee" }]);
    await press("Add schedule", FORM);
    expect(use.kept).toEqual([]);
    expect(words()).toMatch(/Only members/);
    expect(input("zone")).toMatchObject({ value: "Europe/London" });
  });

  it("has the asker's own zone chosen, be it offered or not", async () => {
    await say("schedule", { localTimezone: "Asia/Kathmandu" });
    expect(input("zone")).toMatchObject({ value: "Asia/Kathmandu", style: "filtered" });
    await say("schedule", { localTimezone: "Mars/Olympus" });
    expect(input("zone")).not.toHaveProperty("value");
  });

  it("of alerts makes what the line would have made", async () => {
    await say("schedule", { localTimezone: "Europe/London" });
    expect(input("alertsZone")).toMatchObject({ value: "Europe/London" });
    await press("Add alerts", {
      ...FORM,
      on: "warnings",
      quiet: "22:00 - 07:00",
      alertsZone: "Europe/London",
      alertsAudience: "institutional",
    });
    expect(use.kept).toMatchObject([
      {
        topics: ["risks"],
        at: { kind: "flip", tz: "Europe/London", quiet: { from: "22:00", to: "07:00" }, warnings: true },
        audience: "institutional",
      },
    ]);
    expect(words()).toMatch(/Schedule s00001 added/);
  });

  it("of alerts needs nothing filled in", async () => {
    await say("schedule");
    await press("Add alerts", { on: "fired", alertsAudience: "internal" });
    expect(use.kept).toMatchObject([{ at: { kind: "flip", quiet: null, warnings: false } }]);
  });

  it.each([
    ["quiet", { quiet: "22-7", alertsZone: "Europe/London" }, /no span of hours/],
    ["quiet", { quiet: "07:00-07:00", alertsZone: "Europe/London" }, /quiet all day/],
    ["alertsZone", { quiet: "22:00-07:00" }, /tz= is missing/i],
    ["alertsOtherZone", { quiet: "22:00-07:00", alertsOtherZone: "Atlantis" }, /not a time zone/],
    ["alertsAudience", { alertsAudience: "retail" }, /retail audiences are not served/i],
  ])(
    "of alerts says what is wrong under the field (%s), and keeps the rest",
    async (field, values, message) => {
      await say("schedule");
      const all = { on: "warnings", ...values };
      await press("Add alerts", all);
      expect(use.kept).toEqual([]);
      expect(words()).toMatch(/New alerts: not added yet/);
      const { body } = parts(last().body).find(({ type }) => type === "AdaptiveCard") as { body: Json[] };
      const at = body.findIndex(({ id }) => id === `smallcapsSchedule-${field}`);
      expect(String(body[at + 1]?.["text"])).toMatch(message);
      expect(input("on")).toMatchObject({ value: "warnings" });
      await press("Add alerts", { on: "fired" });
      expect(use.kept).toHaveLength(1);
    },
  );

  it("has each field once in a card, whichever forms stand in it", async () => {
    await say("schedule");
    const ids = parts(last().body).flatMap(({ id, type }) => (String(type).startsWith("Input.") ? [id] : []));
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });

  it("fits one message with ten schedules beside it", async () => {
    for (let n = 0; n < 10; n += 1) await say(ADD);
    const before = rig.connector.messages.length;
    await say("schedule");
    expect(rig.connector.messages).toHaveLength(before + 1);
    expect(json().length).toBeLessThan(40_000);
  });
});

describe("a filled-in form as a line", () => {
  it("has one word for each field, whatever is typed into it", () => {
    const values = { ...FORM, otherZone: "New York topics=all\nschedule remove x" };
    expect(lineOf(values)).toBe(
      "schedule add 07:30 topics=ratecut,performance tz=New_York_topics=allschedule_remove_x days=trading when=always audience=internal",
    );
    expect(lineOf({})).toBe("schedule add");
    expect(lineOf({ ...FORM, quiet: "22:00-07:00\naudience=retail" }, "alerts")).toBe(
      "schedule add alerts quiet=22:00-07:00audience=retail",
    );
    expect(lineOf({}, "alerts")).toBe("schedule add alerts");
  });

  it("offers zones that exist, each once", () => {
    const zones = zonesOffered(null);
    expect(new Set(zones).size).toBe(zones.length);
    for (const zone of zones) expect(zoneOfClient(zone) ?? zone).toBe(zone);
    for (const zone of zones.filter((each) => each !== "UTC")) expect(zoneOfClient(zone)).toBe(zone);
    for (const no of [null, "", "Etc/GMT+1", "GMT+2", "x".repeat(100), "../etc"])
      expect(zoneOfClient(no)).toBeNull();
  });
});

describe("without schedules in this installation", () => {
  it("says so", async () => {
    await rig.close();
    rig = await startTeamsRig();
    await say("schedule");
    expect(words()).toMatch(/schedules belong to a channel/i);
  });
});
