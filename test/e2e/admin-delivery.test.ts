import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseKeys } from "../../src/storage/keys.ts";
import type { NewSubscription, Slot } from "../../src/storage/port.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { newKeyText } from "../storage/store-world.ts";
import { freshFolder, runProgram } from "../support/cli.ts";
import { newDatabase } from "../support/postgres.ts";

const KEY = newKeyText();
const WISH: NewSubscription = {
  platform: "slack",
  workspace: "T0AAA11",
  channel: "C1",
  topics: ["valuation"],
  at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
  days: "trading",
  when: "always",
  audience: "internal",
  owner: "U1",
};

/** The program beside a process that has the database open: this one. */
describe("admin, of deliveries", () => {
  let storage: OpenStorage;
  let env: Readonly<Record<string, string>>;
  let id: string;
  let posted: Slot;
  let missed: Slot;

  beforeAll(async () => {
    const url = await newDatabase();
    env = { STATE_DIR: freshFolder(), ENCRYPTION_KEY: KEY, DATABASE_URL: url };
    storage = await openStorage({ url, stateDir: "", as: "guest", keys: parseKeys(KEY) });
    id = (await storage.subscriptions.add(WISH)).id;
    const now = await storage.deliveries.now();
    const slotOf = (daysAgo: number): Slot => {
      const at = new Date(now - daysAgo * 86_400_000).toISOString();
      const session = at.slice(0, 10);
      const { platform, workspace, channel } = WISH;
      const slot = `slack/${workspace}/${id}/${session}`;
      return { slot, subscription: id, workspace, platform, channel, session, scheduledAt: at };
    };
    [posted, missed] = [slotOf(1), slotOf(3)];
    const claim = await storage.deliveries.claim(posted);
    const posting = await storage.deliveries.move(claim!, "posting");
    const postedAt = new Date(Date.parse(posted.scheduledAt) + 2_000).toISOString();
    await storage.deliveries.move(posting!, "posted", { messageId: "17.5", postedAt });
    await storage.deliveries.miss([missed, slotOf(30)], "the machine was off");
  }, 60_000);
  afterAll(() => storage.close());

  const admin = (...args: string[]) => runProgram(["admin", ...args], env);

  test("deliveries: the contract's JSON with all of them, and a table of the week", async () => {
    const { code, stdout } = await admin("deliveries", "--json");
    expect(code).toBe(0);
    const rows = JSON.parse(stdout) as object[];
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      slot: posted.slot,
      platform: "slack",
      channel: "C1",
      state: "posted",
      messageId: "17.5",
      postedAt: new Date(Date.parse(posted.scheduledAt) + 2_000).toISOString(),
    });
    expect(rows[1]).toEqual({
      slot: missed.slot,
      platform: "slack",
      channel: "C1",
      state: "missed",
      reason: "the machine was off",
    });
    const table = await admin("deliveries");
    expect(table.code).toBe(0);
    const lines = table.stdout.split("\n").map((line) => line.trim().split(/ {2,}/));
    const row = lines.find((cells) => cells.includes(posted.slot))!;
    expect(row.slice(0, 5)).toEqual([
      posted.scheduledAt.slice(11, 16),
      new Date(Date.parse(posted.scheduledAt) + 2_000).toISOString().slice(11, 19),
      "posted",
      "slack C1",
      posted.slot,
    ]);
    expect(table.stdout.indexOf(posted.slot)).toBeLessThan(table.stdout.indexOf(missed.slot));
    expect(table.stdout.match(/slack\/T0AAA11/g)).toHaveLength(2);
    const more = await admin("deliveries", "--since", "2020-01-01");
    expect(more.stdout.match(/slack\/T0AAA11/g)).toHaveLength(3);
  }, 60_000);

  test("schedules, as JSON and as text", async () => {
    const { code, stdout } = await admin("schedules", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        id,
        platform: "slack",
        workspace: "T0AAA11",
        channel: "C1",
        owner: "U1",
        state: "active",
        rule: "Every trading day 07:30 Europe/London: valuation",
        command: "schedule add 07:30 tz=Europe/London topics=valuation",
        next: expect.arrayContaining([expect.stringMatching(/T0[67]:30:00.000Z$/)]),
      },
    ]);
    expect((await admin("schedules")).stdout).toContain(`${id} · slack T0AAA11 C1 · active`);
  }, 60_000);

  test("stop and go, pause and resume, seen by whoever has the database open", async () => {
    const documents = async () =>
      Object.fromEntries(
        await Promise.all(
          (await storage.store.keys("controls")).map(async (key) => [
            key,
            await storage.store.get("controls", key),
          ]),
        ),
      );
    expect(await admin("stop", "wrong", "prices")).toMatchObject({
      code: 0,
      stdout: "Posting is stopped everywhere: wrong prices\n",
    });
    expect(await admin("pause", "T0AAA11", "moving house")).toMatchObject({
      code: 0,
      stdout: "Posting to T0AAA11 is paused: moving house\n",
    });
    expect(await documents()).toEqual({
      stop: { reason: "wrong prices" },
      "pause/T0AAA11": { reason: "moving house" },
    });
    expect((await admin("test", id)).stderr).toContain("posting is stopped: wrong prices");
    const go = await admin("go");
    expect(go).toMatchObject({ code: 0 });
    expect(go.stdout).toBe(
      "Posting goes on. It was stopped: wrong prices\nStill paused: T0AAA11: moving house\n",
    );
    expect((await admin("resume", "T0AAA11")).stdout).toBe(
      "Posting to T0AAA11 goes on. It was paused: moving house\n",
    );
    expect(await documents()).toEqual({});
    expect((await admin("go")).stdout).toBe("Posting was not stopped.\n");
  }, 90_000);

  const BAD: readonly (readonly [readonly string[], string])[] = [
    [["deliveries", "--jsn"], "usage: npm run --silent admin -- deliveries"],
    [["deliveries", "--since", "yesterday"], '"yesterday" is not a date'],
    [["schedules", "--since", "2026-01-01"], "--since is not taken"],
    [["stop"], "a reason is missing"],
    [["stop", "x".repeat(301)], "301 characters, more than 300"],
    [["go", "now"], '"now" is not taken'],
    [["pause"], "a workspace is missing"],
    [["pause", "T0AAA11"], "a reason is missing"],
    [["pause", "T0AAA1", "why"], 'did you mean "T0AAA11"?'],
    [["pause", "our workspace", "why"], '"our workspace" is not a workspace of this bot'],
    [["resume", "T0AAA11"], 'posting to "T0AAA11" is not paused'],
    [["test"], "give one subscription"],
    [["test", "zzzzzz"], 'there is no subscription "zzzzzz"'],
    [["correct"], "a slot is missing"],
    [["correct", "slack/T0AAA11/x/2026-01-01", "why"], 'there is no slot "slack/T0AAA11/x/2026-01-01"'],
    [["correct", "slack/T0AAA11/x/2026-01-01"], "what was wrong is missing"],
    [["delivries"], '"delivries" is not a command'],
  ];
  test("bad input: the value, the remedy, exit code 2, no stack", async () => {
    const runs = await Promise.all(BAD.map(async ([args, words]) => ({ words, ...(await admin(...args)) })));
    for (const { words, code, stdout, stderr } of runs) {
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(words);
      expect(stderr).not.toContain("    at ");
    }
  }, 90_000);

  test("a correction of what was never posted is refused by its state", async () => {
    const { code, stderr } = await admin("correct", missed.slot, "wrong level");
    expect(code).toBe(2);
    expect(stderr).toContain(`${missed.slot} is missed: there is no message to correct`);
  }, 60_000);

  test("doctor looks at the database, the schedules and what did not arrive", async () => {
    await storage.subscriptions.change(id, { state: "deactivated", note: "channel_not_found" });
    await storage.store.set("controls", "stop", { reason: "wrong prices" });
    const { stdout } = await admin("doctor");
    await storage.store.delete("controls", "stop");
    await storage.subscriptions.change(id, { state: "active", note: null });
    expect(stdout).toMatch(
      /ok {7}Database: PostgreSQL 1\d.* at 127\.0\.0\.1:\d+, tables up to 00\d-\w+, \d+ MB/,
    );
    expect(stdout).toContain("warning  Posting: stopped everywhere: wrong prices");
    expect(stdout).toContain(
      `warning  Schedules: 0 active, 0 paused, 1 deactivated: ${id} in slack C1 (channel_not_found)`,
    );
    expect(stdout).toContain("warning  Deliveries of the last week: 1 posted, 1 missed");
    expect(stdout).not.toContain(new URL(env["DATABASE_URL"]!).password);
  }, 60_000);

  test("doctor says that the database does not answer; without one it looks at none", async () => {
    const down = { ...env, DATABASE_URL: "postgres://me:s3cret-pw@127.0.0.1:9/db" };
    const { code, stdout } = await runProgram(["admin", "doctor"], down);
    expect(code).toBe(1);
    expect(stdout).toContain("FAULT    Database: PostgreSQL at 127.0.0.1:9 does not answer");
    expect(stdout).not.toContain("s3cret-pw");
    const none = await runProgram(["admin", "doctor"], { STATE_DIR: freshFolder() });
    expect(none.stdout).not.toContain("Database");
  }, 60_000);

  test("ask status: all channels from the database; without one none, and none is made", async () => {
    const stored = await runProgram(["ask", "status"], { ...env, SMALLCAPS_DATA: "sample" });
    expect(stored.code).toBe(0);
    expect(stored.stdout).toContain("1 posted, 1 missed");
    expect(stored.stdout).toContain("the machine was off");
    const folder = freshFolder();
    const none = await runProgram(["ask", "status"], { STATE_DIR: folder });
    expect(none.code).toBe(0);
    expect(none.stdout).toContain("none: nothing is posted from here by itself");
    expect(readdirSync(folder)).toEqual([]);
    const DATABASE_URL = "postgres://me:s3cret-pw@127.0.0.1:9/db";
    const down = await runProgram(["ask", "status"], { ...env, DATABASE_URL, SMALLCAPS_DATA: "sample" });
    expect(down.code).toBe(0);
    expect(down.stdout).toContain("not known: PostgreSQL at 127.0.0.1:9 does not answer");
  }, 60_000);
});
