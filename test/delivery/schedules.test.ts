import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Asker, Page } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { parseSchedule } from "../../src/commands/schedule.ts";
import { createControls } from "../../src/delivery/controls.ts";
import type { Controls, Schedules } from "../../src/delivery/port.ts";
import type { Needed } from "../../src/delivery/schedule/freshness-gate.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import { createSchedules, type SchedulesDeps } from "../../src/delivery/schedules.ts";
import type { Slot } from "../../src/storage/port.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { faultOf, newKeys } from "../storage/store-world.ts";
import { newDatabase } from "../support/postgres.ts";

/** A Monday, with Thanksgiving on the Thursday after. */
const unacknowledged: SchedulesDeps["acknowledge"] = async () => {
  throw new Error("no alert here");
};

const NOW = "2026-11-23T12:00:00.000Z";
const TOPICS = ["valuation", "ratecut", "performance"];
const LEVELS: Needed = { name: "index levels", cadence: "monthly", lagDays: 10, newest: "2026-10-30" };

describe("schedules", () => {
  let storage: OpenStorage;
  let controls: Controls;
  let now = Date.parse(NOW);
  const tested: string[] = [];

  beforeAll(async () => {
    const url = await newDatabase();
    storage = await openStorage({ url, stateDir: "", as: "guest", keys: newKeys() });
    // Made three weeks before, whatever today is, one after the other.
    await storage.database.pool.query(`create function made() returns trigger language plpgsql as $$ begin
      new.created_at = timestamptz '2026-11-02' + (new.created_at - timestamptz '2026-01-01') / 1000;
      return new; end $$`);
    await storage.database.pool.query(
      "create trigger made before insert on smallcaps.subscriptions for each row execute function made()",
    );
    let clock = 0;
    controls = createControls(storage.store, () => (clock += 1_000));
  }, 60_000);
  afterAll(() => storage.close());

  function schedules(change: Partial<SchedulesDeps> = {}): Schedules {
    return createSchedules({
      subscriptions: storage.subscriptions,
      deliveries: storage.deliveries,
      controls,
      calendar: nyseCalendar(),
      now: async () => now,
      missing: () => null,
      freshness: async () => [LEVELS],
      adviseCadence: () => null,
      acknowledge: unacknowledged,
      baseline: async () => [],
      test: async (id) => void tested.push(id),
      ...change,
    });
  }

  function asker(change: Partial<Asker> = {}): Asker {
    return {
      platform: "slack",
      workspace: "T1",
      channel: `C-${randomUUID()}`,
      user: "U1",
      isMember: async () => true,
      refusal: async () => null,
      ...change,
    };
  }

  const say = (line: string, from: Asker, change: Partial<SchedulesDeps> = {}): Promise<Page> =>
    schedules(change).run(parseSchedule(line.split(" "), TOPICS), from);
  const wordsOf = (page: Page) =>
    [page.title, ...page.sections.flatMap(({ heading, lines }) => [heading, ...lines])].join("\n");
  const in_ = async ({ channel }: Asker) => storage.subscriptions.list({ channel });
  const LONDON = "add 07:30 tz=Europe/London topics=valuation,ratecut";

  async function addedTo(from: Asker, line = LONDON): Promise<string> {
    await say(line, from);
    return (await in_(from)).at(-1)!.id;
  }

  describe("add", () => {
    test("says the rule, the id, and the next three runs by the channel's clocks, over the holiday", async () => {
      const from = asker();
      const page = await say(LONDON, from);
      const [subscription, ...rest] = await in_(from);
      expect(rest).toEqual([]);
      expect(subscription).toMatchObject({
        platform: "slack",
        workspace: "T1",
        owner: "U1",
        topics: ["valuation", "ratecut"],
        state: "active",
      });
      const { id } = subscription!;
      expect(page).toEqual({
        title: `Schedule ${id} added`,
        sections: [
          {
            heading: "Every trading day 07:30 Europe/London: valuation, ratecut",
            lines: [
              "Next: Tue 24 Nov 2026 07:30 (GMT) for Monday's session",
              "Then: Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session",
              "Then: Fri 27 Nov 2026 07:30 (GMT) for Wednesday's session",
              "Last: none yet",
            ],
          },
          {
            heading: "Change it",
            lines: [`\`schedule test ${id}\` · \`schedule pause ${id}\` · \`schedule remove ${id}\``],
          },
        ],
      });
    });

    test("shows advice and that posting is stopped", async () => {
      const advice = { adviseCadence: () => "levels are monthly at hand: consider days=mon" };
      await controls.stopAll("wrong prices");
      const words = wordsOf(await say(LONDON, asker(), advice));
      await controls.stopAll(null);
      expect(words).toContain("consider days=mon");
      expect(words).toContain("Posting is stopped now by an operator: wrong prices");
    });

    test("is done although the data do not say how fresh they are", async () => {
      const from = asker();
      await say(LONDON, from, { freshness: () => Promise.reject(new Error("down")) });
      expect(await in_(from)).toHaveLength(1);
    });

    test("refused to those outside, in channels that may not, and for what the data cannot answer", async () => {
      const outside = asker({ isMember: async () => false });
      const outsider = await faultOf(say(LONDON, outside));
      expect(outsider).toMatchObject({ code: "refused" });
      expect(outsider.message).toContain("only members of this channel");
      const guests = asker({ refusal: async () => "this channel holds guests" });
      expect(await faultOf(say(LONDON, guests))).toMatchObject({
        code: "refused",
        message: "this channel holds guests",
      });
      const lacking = asker();
      const missing = (topic: string) =>
        topic === "ratecut"
          ? new BriefingError("data_unavailable", "ratecut needs levels", "add levels.csv")
          : null;
      expect(await faultOf(say(LONDON, lacking, { missing }))).toMatchObject({
        message: "ratecut needs levels",
        hint: "add levels.csv",
      });
      for (const from of [outside, guests, lacking]) expect(await in_(from)).toEqual([]);
    });

    test("names the one that is there already, however it is written", async () => {
      const from = asker();
      const id = await addedTo(from);
      for (const line of [
        LONDON,
        "add 07:30 tz=europe/london topics=ratecut,valuation when=changed",
        `${LONDON} days=trading audience=institutional`,
      ]) {
        const fault = await faultOf(say(line, from));
        expect(fault.message).toContain(`has that already, as ${id} (active): Every trading day`);
        expect(fault.hint).toContain(`schedule remove ${id}`);
      }
      await say("pause", from);
      expect((await faultOf(say(LONDON, from))).hint).toContain(`schedule resume ${id}`);
      await say(`${LONDON} days=weekdays`, from);
      await say("add 07:31 tz=Europe/London topics=valuation,ratecut", from);
      await say(LONDON, asker());
      expect(await in_(from)).toHaveLength(3);
    });

    test("after the close: the same whatever the zone that shows it", async () => {
      const from = asker();
      await say("add close+30m topics=valuation", from);
      expect((await faultOf(say("add close+30m tz=Asia/Tokyo topics=valuation", from))).message).toContain(
        "has that already",
      );
    });

    test("of twenty at once, the same is added once, and no more than ten fit", async () => {
      const one = asker();
      const same = await Promise.allSettled(Array.from({ length: 8 }, () => say(LONDON, one)));
      expect(same.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await in_(one)).toHaveLength(1);
      const full = asker();
      const lines = Array.from({ length: 20 }, (_, i) => `add 07:${i + 10} tz=UTC topics=valuation`);
      const results = await Promise.allSettled(lines.map((line) => say(line, full)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
      expect(await in_(full)).toHaveLength(10);
      const fault = await faultOf(say(LONDON, full));
      expect(fault.message).toContain("10 schedules, and 10 are the most");
    });
  });

  describe("pause, resume, remove", () => {
    test("without an id: the only one; times are kept", async () => {
      const from = asker();
      const id = await addedTo(from);
      const page = await say("pause", from);
      expect(page.title).toBe(`Schedule ${id} paused`);
      expect(wordsOf(page)).toContain("Paused: nothing is posted until it is resumed");
      expect(wordsOf(page)).toContain(`\`schedule resume ${id}\``);
      expect(await storage.subscriptions.get(id)).toMatchObject({
        state: "paused",
        pausedAt: NOW,
        resumedAt: null,
      });
      now += 3_600_000;
      expect((await say("pause", from)).title).toBe(`Schedule ${id} was paused already`);
      expect(await storage.subscriptions.get(id)).toMatchObject({ pausedAt: NOW });
      const after = await say("resume", from);
      expect(wordsOf(after)).toContain("Next: Tue 24 Nov 2026 07:30 (GMT)");
      expect(await storage.subscriptions.get(id)).toMatchObject({
        state: "active",
        pausedAt: NOW,
        resumedAt: "2026-11-23T13:00:00.000Z",
      });
      expect((await say("resume", from)).title).toBe(`Schedule ${id} is active`);
      now = Date.parse(NOW);
      const removed = await say(`remove ${id.toUpperCase()}`, from);
      expect(wordsOf(removed)).toContain("`schedule add 07:30 tz=Europe/London topics=valuation,ratecut`");
      expect(await in_(from)).toEqual([]);
    });

    test("one that was deactivated owes nothing of the time in between", async () => {
      const from = asker();
      const id = await addedTo(from);
      await storage.subscriptions.change(id, { state: "deactivated", note: "channel_not_found" });
      expect((await say("pause", from)).title).toBe(`Schedule ${id} was deactivated already`);
      expect(wordsOf(await say("list", from))).toContain(
        "Deactivated (channel_not_found): nothing is posted",
      );
      await say("resume", from);
      const { createdAt } = (await storage.subscriptions.get(id))!;
      expect(await storage.subscriptions.get(id)).toMatchObject({
        state: "active",
        note: null,
        pausedAt: createdAt,
        resumedAt: NOW,
      });
    });

    test("of several, the id is asked for; none is said; near ones are offered", async () => {
      const from = asker();
      expect(await faultOf(say("pause", from))).toMatchObject({
        message: "this channel has no schedule",
        hint: expect.stringContaining("schedule add"),
      });
      const one = await addedTo(from);
      const two = await addedTo(from, "add 08:00 tz=UTC topics=valuation");
      const fault = await faultOf(say("remove", from));
      expect(fault.message).toBe("this channel has 2 schedules: say which one");
      expect(fault.hint).toBe(`type one of \`schedule remove ${one}\`, \`schedule remove ${two}\``);
      const typed = `${one.slice(0, 5)}${one.endsWith("a") ? "b" : "a"}`;
      const near = await faultOf(say(`remove ${typed}`, from));
      expect(near.message).toBe(`there is no schedule "${typed}" in this channel`);
      expect(near.hint).toContain(`did you mean \`schedule remove ${one}\`?`);
      expect(await in_(from)).toHaveLength(2);
    });

    test("ids are of this channel and workspace, or one's own", async () => {
      const there = asker({ user: "U-theirs" });
      const id = await addedTo(there);
      for (const from of [
        asker(),
        asker({ ...there, workspace: "T2" }),
        asker({ ...there, platform: "teams" }),
      ])
        expect((await faultOf(say(`pause ${id}`, from))).message).toContain(`no schedule "${id}"`);
      await say(`pause ${id}`, asker({ user: "U-theirs", isMember: async () => false }));
      expect(await storage.subscriptions.get(id)).toMatchObject({ state: "paused" });
    });

    test("members and the owner may; the owner also from outside, and where the channel may have no more", async () => {
      const from = asker({ user: "U-owner" });
      const id = await addedTo(from);
      const outside = { ...from, user: "U2", isMember: async () => false };
      for (const action of ["pause", "resume", "remove", "test"]) {
        const fault = await faultOf(say(action, outside));
        expect(fault).toMatchObject({ code: "refused" });
        expect(fault.message).toContain(`can ${action} ${id}, and you are not among them`);
      }
      await say("pause", { ...from, user: "U2" });
      const shared = { ...from, isMember: async () => false, refusal: async () => "it is shared" };
      expect(await faultOf(say("resume", shared))).toMatchObject({
        code: "refused",
        message: "it is shared",
      });
      await say("remove", shared);
      expect(await in_(from)).toEqual([]);
    });
  });

  describe("changed, always", () => {
    test("set when it posts, say so, and what was so already", async () => {
      const from = asker();
      await say(LONDON, from);
      const [{ id } = { id: "" }] = await in_(from);
      const set = wordsOf(await say(`changed ${id}`, from));
      expect(set).toContain(`Schedule ${id} posts only when something changes from now on`);
      expect(set).toContain("only when something material changed");
      expect(await in_(from)).toMatchObject([{ id, when: "changed", state: "active" }]);
      expect(wordsOf(await say(`changed ${id}`, from))).toContain("only when something changes already");
      expect(wordsOf(await say(`always ${id}`, from))).toContain("posts every time from now on");
      expect(await in_(from)).toMatchObject([{ when: "always" }]);
    });

    test("only members and the owner may", async () => {
      const from = asker();
      await say(LONDON, from);
      const [{ id } = { id: "" }] = await in_(from);
      const stranger = { ...from, user: "U9", isMember: async () => false };
      await expect(say(`changed ${id}`, stranger)).rejects.toThrow(new RegExp(`change ${id}`));
      expect(await in_(from)).toMatchObject([{ when: "always" }]);
    });

    test("alerts tell of changes alone", async () => {
      const from = asker();
      await say("add alerts", from);
      const [{ id } = { id: "" }] = await in_(from);
      await expect(say(`always ${id}`, from)).rejects.toThrow(/is of alerts/);
    });
  });

  describe("test", () => {
    test("posts the newest now, and says how old the data are", async () => {
      const from = asker();
      await addedTo(from);
      const newest = await addedTo(from, "add 08:00 tz=UTC topics=valuation");
      const page = await say("test", from);
      expect(tested.at(-1)).toBe(newest);
      expect(page.title).toBe(`Test of ${newest}: posting now`);
      expect(wordsOf(page)).toContain("index levels: to 30 Oct 2026, 24 days old");
    });

    test("not while it is paused or posting is stopped, nor without data", async () => {
      const from = asker();
      const id = await addedTo(from);
      const before = tested.length;
      await controls.pause("T1", "moving house");
      expect((await faultOf(say("test", from))).message).toBe("posting is stopped: moving house");
      await controls.pause("T1", null);
      const missing = () => new BriefingError("data_unavailable", "no levels", "add levels.csv");
      expect((await faultOf(say("test", from, { missing }))).message).toBe("no levels");
      await say("pause", from);
      expect(await faultOf(say("test", from))).toMatchObject({
        message: `schedule ${id} is paused: nothing is posted by it`,
        hint: `\`schedule resume ${id}\` first`,
      });
      expect(tested).toHaveLength(before);
    });
  });

  describe("list", () => {
    const slotOf = (subscription: string, channel: string, day: string, slot?: string): Slot => ({
      slot: slot ?? `slack/T1/${subscription}/${day}`,
      subscription,
      workspace: "T1",
      platform: "slack",
      channel,
      session: day,
      scheduledAt: `${day}T21:30:00.000Z`,
    });

    test("none", async () => {
      const page = await say("list", asker());
      expect(page.title).toBe("No schedules in this channel");
      expect(wordsOf(page)).toContain("`help schedule`");
    });

    test("one's own, wherever they are, where nobody else reads it", async () => {
      const mine = asker({ user: "U-direct" });
      const id = await addedTo(mine);
      await addedTo(asker({ user: "U-other", channel: mine.channel }), LONDON.replace("07:30", "08:30"));
      const elsewhere = await addedTo(asker({ user: "U-direct" }));
      await storage.deliveries.miss([slotOf(id, mine.channel, "2026-11-18")], "the machine was off");
      const direct = asker({ user: "U-direct", direct: true });
      const page = await say("list", direct);
      expect(page.title).toBe("Your schedules");
      expect(page.sections.map(({ heading }) => heading.split(":")[0])).toEqual([
        `${id} in ${mine.channel}`,
        expect.stringMatching(`^${elsewhere} in C-`),
        "Not delivered in the last week",
      ]);
      expect(wordsOf(page)).toContain(`\`schedule pause ${id}\``);
      expect((await say("list", asker({ user: "U-nobody", direct: true }))).title).toBe(
        "You have no schedules",
      );
      expect((await say("list", { ...direct, direct: false })).title).toBe("No schedules in this channel");
    });

    test("how the last one went, and what did not arrive in the last week", async () => {
      const from = asker();
      const id = await addedTo(from);
      const { deliveries } = storage;
      const claim = await deliveries.claim(slotOf(id, from.channel, "2026-11-20"));
      const posting = await deliveries.move(claim!, "posting");
      await deliveries.move(posting!, "posted", { postedAt: "2026-11-20T21:31:10.000Z", messageId: "1.2" });
      await deliveries.miss([slotOf(id, from.channel, "2026-11-19")], "the machine was off");
      await deliveries.miss([slotOf(id, from.channel, "2026-11-12")], "long ago");
      // A notice beside the slots, later than all of them.
      await deliveries.miss([slotOf(id, from.channel, "2026-11-22", `slack/T1/${id}/test-1`)], "test");
      const words = wordsOf(await say("list", from));
      expect(words).toContain("The schedule of this channel");
      expect(words).toContain(`${id}: Every trading day 07:30 Europe/London: valuation, ratecut`);
      expect(words).toContain("Last: posted Fri 20 Nov 2026 21:31 (GMT)");
      expect(words).toContain("Not delivered in the last week");
      expect(words).toContain(`${id}: missed Thu 19 Nov 2026 21:30 (GMT): the machine was off`);
      expect(words).not.toContain("long ago");
      await say("remove", from);
      expect(wordsOf(await say("list", from))).toContain(`${id}: missed Thu 19 Nov 2026 21:30 (UTC)`);
    });

    test("anybody in the channel may see it; it names no other channel's", async () => {
      const from = asker();
      const id = await addedTo(from);
      const words = wordsOf(await say("list", { ...from, isMember: async () => false }));
      expect(words).toContain(id);
      expect(wordsOf(await say("list", asker()))).not.toContain(id);
    });

    test("for a home tab: by owner or channel, with what a row shows", async () => {
      const from = asker({ workspace: "T-home", user: "U-home" });
      const one = await addedTo(from);
      const two = await addedTo({ ...from, channel: "C-other" });
      await say("pause", from);
      const of = { platform: "slack", workspace: "T-home" } as const;
      const views = await schedules().list({ ...of, owner: "U-home" });
      expect(views.map(({ id, state }) => [id, state])).toEqual([
        [one, "paused"],
        [two, "active"],
      ]);
      expect(views[0]).toEqual({
        id: one,
        channel: from.channel,
        state: "paused",
        rule: "Every trading day 07:30 Europe/London: valuation, ratecut",
        next: [],
        last: null,
      });
      expect(views[1]?.next[0]).toBe("Tue 24 Nov 2026 07:30 (GMT) for Monday's session");
      expect((await schedules().list({ ...of, channel: "C-other" })).map(({ id }) => id)).toEqual([two]);
      expect(await schedules().list({ ...of, owner: "U-nobody" })).toEqual([]);
    });
  });
});
