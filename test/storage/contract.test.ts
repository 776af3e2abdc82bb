import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { parseKeys } from "../../src/storage/keys.ts";
import type { Collection, DeliveryState, NewSubscription, Slot } from "../../src/storage/port.ts";
import { NEXT_STATES } from "../../src/storage/port.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { openWorld, startChild, WAYS, type World } from "./database-world.ts";
import { faultOf, newKeys, newKeyText } from "./store-world.ts";

const SECRET = "xoxb-very-secret-token";

describe.each(WAYS)("over %s", (way) => {
  const keyText = newKeyText();
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way, parseKeys(keyText));
  });

  const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    world.storage.database.pool.query(text, values).then(({ rows }) => rows as T[]);

  describe("documents", () => {
    test("come back as they were", async () => {
      const { store } = world.storage;
      const value = { text: "Größe 📈", list: [1, null, { deep: true }], none: null };
      await store.set("threads", "back", value);
      await store.set("channels", "back", 0);
      expect(await store.get("threads", "back")).toEqual(value);
      expect(await store.get("channels", "back")).toBe(0);
      await store.set("threads", "back", "new");
      expect(await store.get("threads", "back")).toBe("new");
      await store.delete("threads", "back");
      await store.delete("threads", "never there");
      expect(await store.get("threads", "back")).toBeUndefined();
      expect(await store.get("channels", "back")).toBe(0);
    });

    test("are changed in one step, whoever else changes them over another connection", async () => {
      const { storage, stateDir, url, keys } = world;
      const other = await openStorage({ url, stateDir, as: "guest", keys });
      const stores = [storage.store, other.store];
      const one = (held: unknown) => (typeof held === "number" ? held : 0) + 1;
      const counts = await Promise.all(
        Array.from({ length: 40 }, (_, at) => stores[at % 2]?.change("controls", "count", one)),
      );
      // Each saw what the one before it wrote.
      expect(counts.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
        Array.from({ length: 40 }, (_, at) => at + 1),
      );
      expect(await storage.store.get("controls", "count")).toBe(40);
      const firsts = await Promise.all(
        stores.map((store, at) => store.change("controls", "first", (held) => held ?? `store ${at}`)),
      );
      expect(firsts[0]).toBe(firsts[1]);
      const sealed = () => sql("select sealed, changed_at from smallcaps.documents where key = 'first'");
      const before = await sealed();
      await storage.store.change("controls", "first", (held) => held);
      expect(await sealed()).toEqual(before);
      await other.close();
    });

    test("any text is a key, and keys come sorted", async () => {
      const { store } = world.storage;
      const keys = [
        "../../etc/passwd",
        "a/b\\c",
        "",
        ".",
        "nul\0byte",
        "\uFFFF0",
        "x".repeat(2_000),
        "Ärger 📈",
        "'; --",
      ];
      await Promise.all(keys.map((key) => store.set("references", key, key)));
      for (const key of keys) expect(await store.get("references", key)).toBe(key);
      expect(await store.keys("references")).toEqual(keys.toSorted());
    });

    test("are as they were when they were given, and calls for one key take effect in order", async () => {
      const { store } = world.storage;
      const value = { i: -1 };
      const writing = store.set("threads", "order", value);
      value.i = -2;
      const seen: number[] = [];
      const work = Array.from({ length: 50 }, (_, i) => [
        store.get("threads", "order").then((found) => seen.push((found as { i: number }).i)),
        store.set("threads", "order", { i, padding: "x".repeat(5_000) }),
      ]);
      await Promise.all([writing, ...work.flat()]);
      expect(seen).toEqual(Array.from({ length: 50 }, (_, i) => i - 1));
      await expect(store.set("threads", "order", undefined)).rejects.toThrow(TypeError);
    });

    test("nothing of a value can be read in the database, nor the same value twice be recognised", async () => {
      const { store } = world.storage;
      await store.set("installations", "one", { token: SECRET });
      await store.set("installations", "two", { token: SECRET });
      const rows = await sql<{ sealed: string }>(
        "select sealed from smallcaps.documents where collection = 'installations'",
      );
      expect(rows).toHaveLength(2);
      for (const { sealed } of rows) {
        expect(sealed).not.toContain(SECRET);
        expect(sealed).not.toContain(Buffer.from(SECRET).toString("base64").slice(0, 16));
      }
      expect(new Set(rows.map(({ sealed }) => JSON.parse(sealed).data)).size).toBe(2);
    });

    test("one in the place of another, or changed, is found", async () => {
      const { store } = world.storage;
      await store.set("channels", "mine", 1);
      await store.set("channels", "theirs", 2);
      await sql(`update smallcaps.documents set sealed = (select sealed from smallcaps.documents where key = 'theirs' and collection = 'channels')
        where key = 'mine' and collection = 'channels'`);
      const fault = await faultOf(store.get("channels", "mine"));
      expect(fault).toMatchObject({
        code: "bad_config",
        hint: expect.stringContaining("allow that channel again"),
      });
      expect(fault.message).toContain('"mine" of channels');
      await sql(
        "update smallcaps.documents set sealed = '{}' where key = 'mine' and collection = 'channels'",
      );
      expect((await faultOf(store.get("channels", "mine"))).message).toContain("damaged");
      expect(await store.get("channels", "theirs")).toBe(2);
      await store.delete("channels", "mine");
    });
  });

  describe("subscriptions", () => {
    const wish = (channel: string): NewSubscription => ({
      platform: "slack",
      workspace: "T1",
      channel,
      topics: ["valuation", "ratecut"],
      at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
      days: ["mon", "thu"],
      when: "always",
      audience: "internal",
      owner: "U1",
    });

    test("are added, found, changed and removed", async () => {
      const { subscriptions } = world.storage;
      const added = await subscriptions.add(wish("C-life"));
      expect(added).toMatchObject({ ...wish("C-life"), state: "active", note: null });
      expect(added.id).toMatch(/^[a-z2-9]{6}$/);
      expect(new Date(added.createdAt).toISOString()).toBe(added.createdAt);
      expect(await subscriptions.get(added.id)).toEqual(added);
      const change = {
        at: { kind: "afterClose", minutes: 30, tz: "UTC" },
        days: "trading",
        state: "paused",
        note: "on leave",
      } as const;
      const changed = await subscriptions.change(added.id, change);
      expect(changed).toEqual({ ...added, ...change });
      expect(await subscriptions.change(added.id, { note: null })).toEqual({
        ...added,
        ...change,
        note: null,
      });
      expect(await subscriptions.change(added.id, {})).toEqual({ ...added, ...change, note: null });
      expect(await subscriptions.remove(added.id)).toBe(true);
      expect(await subscriptions.remove(added.id)).toBe(false);
      expect(await subscriptions.get(added.id)).toBeUndefined();
      expect(await subscriptions.change(added.id, { note: "x" })).toBeUndefined();
    });

    test("several a channel, listed in order of adding, filtered", async () => {
      const { subscriptions } = world.storage;
      const all = [];
      for (const channel of ["C-a", "C-b", "C-a"])
        all.push(await subscriptions.add({ ...wish(channel), workspace: "T-list" }));
      const [first, second, third] = all;
      await subscriptions.change(third!.id, { state: "deactivated", note: "channel_not_found" });
      const ids = async (filter: object) => (await subscriptions.list(filter)).map(({ id }) => id);
      expect(await ids({ workspace: "T-list" })).toEqual([first!.id, second!.id, third!.id]);
      expect(await ids({ workspace: "T-list", channel: "C-a" })).toEqual([first!.id, third!.id]);
      expect(await ids({ workspace: "T-list", state: "active" })).toEqual([first!.id, second!.id]);
      expect(await ids({ workspace: "T-list", platform: "teams" })).toEqual([]);
    });
  });

  const slot = (name: string, more: Partial<Slot> = {}): Slot => ({
    slot: `T1/${name}/2026-11-23`,
    subscription: name,
    workspace: "T1",
    platform: "slack",
    channel: "C1",
    session: "2026-11-23",
    scheduledAt: "2026-11-23T12:30:00.000Z",
    ...more,
  });

  describe("deliveries", () => {
    test("a slot is claimed once and moved on by whoever holds it", async () => {
      const { deliveries } = world.storage;
      const given = slot("once");
      const claim = await deliveries.claim(given);
      expect(claim?.delivery).toMatchObject({
        ...given,
        state: "claimed",
        attempts: 0,
        reason: null,
        messageId: null,
        postedAt: null,
      });
      expect(await deliveries.claim(given)).toBeNull();
      const posting = await deliveries.move(claim!, "posting", { briefingId: "b1" });
      expect(posting?.delivery).toMatchObject({ state: "posting", attempts: 1, briefingId: "b1" });
      expect(await deliveries.move(claim!, "posting")).toBeNull(); // it is not claimed any more
      const postedAt = "2026-11-23T12:30:01.250Z";
      const posted = await deliveries.move(posting!, "posted", { messageId: "17.5", postedAt });
      expect(posted?.delivery).toMatchObject({
        state: "posted",
        messageId: "17.5",
        postedAt,
        briefingId: "b1",
      });
      await expect(deliveries.move(posted!, "posting")).rejects.toThrow(RangeError);
      expect(await deliveries.get(given.slot)).toEqual(posted?.delivery);
      expect(await deliveries.get("none")).toBeUndefined();
    });

    test("a proven failure is tried again, and its attempts are counted", async () => {
      const { deliveries } = world.storage;
      let claim = await deliveries.claim(slot("retry"));
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        claim = await deliveries.move(claim!, "posting");
        expect(claim?.delivery.attempts).toBe(attempt);
        claim = await deliveries.move(claim!, "claimed", { reason: "503" });
      }
      claim = await deliveries.move(claim!, "failed", { reason: "gave up" });
      expect(claim?.delivery).toMatchObject({ state: "failed", attempts: 3, reason: "gave up" });
    });

    test("of two that go on with one claim, the first does", async () => {
      const { deliveries } = world.storage;
      const claim = await deliveries.claim(slot("twice"));
      const moved = await Promise.all([1, 2].map(() => deliveries.move(claim!, "claimed")));
      const [first] = moved.filter((each) => each !== null);
      expect(moved.filter((each) => each === null)).toHaveLength(1);
      const posting = await deliveries.move(first!, "posting");
      const back = await deliveries.move(posting!, "claimed");
      await deliveries.move(back!, "posting");
      expect(await deliveries.move(posting!, "claimed")).toBeNull(); // another one is posting now
    });

    test("states follow each other as the table says, whatever is asked for", async () => {
      const { deliveries } = world.storage;
      const states = Object.keys(NEXT_STATES) as DeliveryState[];
      const final = states.filter((state) => NEXT_STATES[state].length === 0);
      expect(final.sort()).toEqual(["failed", "missed", "posted", "reconciled"]);
      for (const to of states) {
        const claim = await deliveries.claim(slot(`state-${to}`));
        const moving = deliveries.move(claim!, to);
        if (["claimed", "posting", "failed", "missed"].includes(to))
          expect((await moving)?.delivery.state).toBe(to);
        else await expect(moving).rejects.toThrow(RangeError);
      }
    });

    test("one that was left is taken over once, and its old holder is told to stop", async () => {
      const { deliveries } = world.storage;
      const claim = await deliveries.claim(slot("left"));
      const posting = await deliveries.move(claim!, "posting");
      const states = ["posting"] as const;
      expect(await deliveries.takeOver({ olderThanMs: 60_000, limit: 10, states })).toEqual([]);
      await sql(
        "update smallcaps.deliveries set changed_at = now() - interval '61 seconds' where subscription = 'left'",
      );
      const takers = Array.from({ length: 5 }, () =>
        deliveries.takeOver({ olderThanMs: 60_000, limit: 10, states }),
      );
      const taken = (await Promise.all(takers)).flat();
      expect(taken.map(({ delivery }) => delivery.subscription)).toEqual(["left"]);
      expect(await deliveries.move(posting!, "posted")).toBeNull();
      expect(
        (await deliveries.move(taken[0]!, "unknown", { reason: "cannot be asked" }))?.delivery,
      ).toMatchObject({
        state: "unknown",
        reason: "cannot be asked",
      });
    });

    test("a slot that is due is on record, and goes to the first who takes it", async () => {
      const { deliveries } = world.storage;
      await deliveries.claim(slot("due0"));
      const slots = Array.from({ length: 1_200 }, (_, i) => slot(`due${i}`));
      const keys = slots.map((each) => each.slot);
      const recorded = (await Promise.all([1, 2, 3].map(() => deliveries.due(slots.toReversed())))).flatMap(
        (each) => [...each],
      );
      expect(recorded.sort()).toEqual(keys.slice(1).sort());
      expect(await deliveries.get(keys[1]!)).toMatchObject({ ...slots[1], state: "claimed", attempts: 0 });
      const takers = await Promise.all([1, 2, 3].map(() => deliveries.claim(slots[1]!)));
      const [taken, ...others] = takers.filter((each) => each !== null);
      expect(others).toEqual([]);
      expect(await deliveries.claim(slots[1]!)).toBeNull();
      expect(await deliveries.due([slots[1]!])).toEqual(new Set());
      expect((await deliveries.move(taken!, "posting"))?.delivery).toMatchObject({ attempts: 1 });
      const other = await deliveries.claim(slots[2]!);
      await deliveries.move(other!, "missed", { reason: "late" });
      expect(await deliveries.claim(slots[2]!)).toBeNull();
      expect(await deliveries.due([])).toEqual(new Set());
      await sql("delete from smallcaps.deliveries where subscription like 'due%'");
    });

    test("what nobody took is nobody's to take over, and is found once in a while", async () => {
      const { deliveries } = world.storage;
      await deliveries.due([slot("untaken1"), slot("untaken2")]);
      const taken = await deliveries.claim(slot("untaken2"));
      const left = { olderThanMs: 60_000, limit: 10 };
      expect(await deliveries.overdue(left)).toEqual([]);
      await sql(
        "update smallcaps.deliveries set changed_at = now() - interval '61 seconds' where subscription like 'untaken%'",
      );
      const found = (await Promise.all([1, 2].map(() => deliveries.overdue(left)))).flat();
      expect(found.map(({ subscription }) => subscription)).toEqual(["untaken1"]);
      expect(await deliveries.overdue(left)).toEqual([]);
      await sql(
        "update smallcaps.deliveries set changed_at = now() - interval '61 seconds' where subscription = 'untaken1'",
      );
      const over = await deliveries.takeOver({ ...left, states: ["claimed"] });
      expect(over.map(({ delivery }) => delivery.subscription)).toEqual(["untaken2"]);
      expect(await deliveries.move(taken!, "posting")).toBeNull();
      expect((await deliveries.claim(slot("untaken1")))?.delivery.subscription).toBe("untaken1");
      await sql("delete from smallcaps.deliveries where subscription like 'untaken%'");
    });

    test("missed slots are recorded, except those that somebody has", async () => {
      const { deliveries } = world.storage;
      await deliveries.claim(slot("m0"));
      const slots = Array.from({ length: 3_000 }, (_, i) => slot(`m${i}`, { workspace: "T-missed" }));
      expect(await deliveries.miss(slots, "asleep")).toBe(2_999);
      expect(await deliveries.miss(slots, "asleep")).toBe(0);
      expect(await deliveries.miss([], "asleep")).toBe(0);
      expect(await deliveries.get(slots[0]!.slot)).toMatchObject({ state: "claimed" });
      expect(await deliveries.get(slots[1]!.slot)).toMatchObject({ state: "missed", reason: "asleep" });
    });

    test("are listed latest first, filtered", async () => {
      const { deliveries } = world.storage;
      const at = (day: number) => ({ workspace: "T-list", scheduledAt: `2026-11-0${day}T12:00:00.000Z` });
      for (const day of [2, 1, 3]) await deliveries.claim(slot(`list${day}`, at(day)));
      const names = async (filter: object) =>
        (await deliveries.list({ workspace: "T-list", ...filter })).map(({ subscription }) => subscription);
      expect(await names({})).toEqual(["list3", "list2", "list1"]);
      expect(await names({ limit: 2 })).toEqual(["list3", "list2"]);
      expect(await names({ since: "2026-11-02T12:00:00.000Z" })).toEqual(["list3", "list2"]);
      expect(await names({ states: ["posted"] })).toEqual([]);
      expect(await names({ subscription: "list1", states: ["claimed"] })).toEqual(["list1"]);
    });

    test("are counted by state, from a time on", async () => {
      const { deliveries } = world.storage;
      const before = await deliveries.counts("2027-01-02T00:00:00.000Z");
      expect(Object.keys(before).sort()).toEqual(Object.keys(NEXT_STATES).sort());
      expect(new Set(Object.values(before))).toEqual(new Set([0]));
      const late = (day: number) => ({ scheduledAt: `2027-01-0${day}T12:00:00.000Z` });
      await deliveries.claim(slot("count1", late(1)));
      await deliveries.claim(slot("count2", late(2)));
      await deliveries.miss([slot("count3", late(3)), slot("count4", late(3))], "asleep");
      expect(await deliveries.counts("2027-01-02T00:00:00.000Z")).toEqual({
        ...before,
        claimed: 1,
        missed: 2,
      });
      expect((await deliveries.counts()).missed).toBeGreaterThanOrEqual(2);
      await sql("delete from smallcaps.deliveries where scheduled_at >= '2027-01-01'");
    });

    test("days and times do not depend on the machine's time zone", async () => {
      const { deliveries } = world.storage;
      const given = slot("zone", { session: "2026-03-08", scheduledAt: "2026-03-08T23:59:59.999Z" });
      expect((await deliveries.claim(given))?.delivery).toMatchObject(given);
    });

    test("of several processes that claim the same slots, each slot goes to one", async () => {
      const { stateDir, url } = world;
      const claim = Array.from({ length: 200 }, (_, i) => slot(`race${i}`));
      const order = { stateDir, url, key: keyText, as: "guest", claim };
      const children = [1, 2, 3].map(() => startChild(JSON.stringify(order)));
      for (const child of children) await child.line();
      for (const child of children) child.process.stdin?.write("go\n");
      const won = await Promise.all(
        children.map(async (child) => JSON.parse(await child.line()) as string[]),
      );
      for (const child of children) expect(await child.ended()).toMatchObject({ code: 0 });
      expect(won.flat().sort()).toEqual(claim.map((each) => each.slot).sort());
    });
  });

  describe("briefings", () => {
    const body = '{"b":1,  "a":[1.50]}\n';
    const briefing = (id: string) => ({
      id,
      topic: "valuation",
      command: "valuation variant=all",
      codeVersion: "0.1.0",
      asOf: "2026-11-20",
      body,
      inputs: [
        { name: "levels", hash: `h1-${way}`, body: "level bytes", reason: null },
        { name: "macro", hash: `h2-${id}`, body: null, reason: "FRED data are not stored" },
      ],
    });

    test("come back byte for byte with their inputs, and are never overwritten", async () => {
      const { briefings } = world.storage;
      await briefings.put(briefing("b1"));
      await briefings.put({ ...briefing("b1"), body: "another" });
      expect(await briefings.get("b1")).toEqual(briefing("b1"));
      expect(await briefings.get("none")).toBeUndefined();
      await briefings.put({ ...briefing("bare"), inputs: [] });
      expect((await briefings.get("bare"))?.inputs).toEqual([]);
    });

    test("share inputs, and may be put by many at once", async () => {
      const { briefings } = world.storage;
      const ids = Array.from({ length: 20 }, (_, i) => `same${i % 4}`);
      await Promise.all(ids.map((id) => briefings.put(briefing(id))));
      const rows = await sql("select hash from smallcaps.inputs where hash = $1", [`h1-${way}`]);
      expect(rows).toHaveLength(1);
      expect(await briefings.get("same3")).toEqual(briefing("same3"));
    });

    test("are forgotten with the inputs that nobody else needs; put anew, inputs are there again", async () => {
      const { briefings } = world.storage;
      const own = { name: "deals", hash: `own-${way}`, body: "deal bytes", reason: null };
      await briefings.put({ ...briefing("old"), inputs: [...briefing("old").inputs, own] });
      await briefings.put(briefing("young"));
      await sql("update smallcaps.briefings set stored_at = '2020-01-01' where id = 'old'");
      expect(await briefings.forgetBefore("2021-01-01T00:00:00.000Z", "retention")).toBe(1);
      expect(await briefings.forgetBefore("2021-01-01T00:00:00.000Z", "retention")).toBe(0);
      const old = await briefings.get("old");
      expect(old).toMatchObject({ body: null, command: "valuation variant=all" });
      expect(old?.inputs[0]?.body).toBe("level bytes"); // the young one's as well
      expect(old?.inputs[2]).toEqual({ ...own, body: null, reason: "retention" });
      await briefings.put({ ...briefing("newer"), inputs: [own] });
      expect((await briefings.get("old"))?.inputs[2]).toEqual(own);
    });
  });

  describe("audit", () => {
    const rowsOf = async (from: number) => {
      const rows = [];
      for await (const row of world.storage.audit.rows(from)) rows.push(row);
      return rows;
    };

    test("a chain without a gap, whoever appends, in this process and in others", async () => {
      const { storage, stateDir, url } = world;
      const start = (await storage.audit.head())?.seq ?? 0;
      const children = [1, 2].map(() =>
        startChild(JSON.stringify({ stateDir, url, key: keyText, as: "guest", append: 60 })),
      );
      for (const child of children) await child.line();
      for (const child of children) child.process.stdin?.write("go\n");
      const own = Array.from({ length: 700 }, (_, i) =>
        storage.audit.append((head) => ({
          hash: `own-${i}`,
          record: JSON.stringify({ after: head?.hash ?? null }),
        })),
      );
      const returned = await Promise.all(own);
      for (const child of children) expect(await child.ended()).toMatchObject({ code: 0 });
      const rows = await rowsOf(start + 1);
      expect(rows).toHaveLength(820);
      rows.forEach((row, i) => {
        expect(row.seq).toBe(start + 1 + i);
        if (i > 0) expect(row.prev).toBe(rows[i - 1]!.hash);
        expect(JSON.parse(row.record)).toEqual({ after: row.prev });
      });
      const mine = new Map(rows.map((row) => [row.hash, row]));
      for (const row of returned) expect(mine.get(row.hash)).toEqual(row);
      expect(await storage.audit.head()).toEqual({ seq: start + 820, hash: rows.at(-1)!.hash });
    });

    test("what is appended together stands one behind the other, or not at all", async () => {
      const { audit } = world.storage;
      const id = randomUUID();
      const make = (name: string) => () => ({ hash: `${id}${name}`, record: `"${name}"` });
      const cannot = () => {
        throw new Error("cannot");
      };
      const [one, none, other] = await Promise.allSettled([
        audit.appendAll([make("a"), make("b"), make("c")]),
        audit.appendAll([make("x"), cannot, make("z")]),
        audit.appendAll([make("d"), make("e")]),
      ]);
      expect(none).toMatchObject({ status: "rejected" });
      if (one.status === "rejected" || other.status === "rejected") throw new Error("rejected");
      const rows = [...one.value, ...other.value];
      expect(rows.map(({ record }) => record)).toEqual(["a", "b", "c", "d", "e"].map((each) => `"${each}"`));
      const [first] = rows;
      const stored = (await rowsOf(first!.seq)).map(({ seq, prev, hash, record }) => ({
        seq,
        prev,
        hash,
        record,
      }));
      expect(stored).toEqual(rows);
      rows.slice(1).forEach((row, i) => {
        expect(row).toMatchObject({ seq: first!.seq + i + 1, prev: rows[i]!.hash });
      });
    });

    test("one that cannot be made is not appended and leaves the others alone", async () => {
      const { audit } = world.storage;
      const id = randomUUID();
      const [one, two, three] = await Promise.allSettled([
        audit.append(() => ({ hash: `${id}1`, record: " exact  bytes\n" })),
        audit.append(() => {
          throw new Error("cannot");
        }),
        audit.append(() => ({ hash: `${id}3`, record: "{}" })),
      ]);
      expect(two).toMatchObject({
        status: "rejected",
        reason: expect.objectContaining({ message: "cannot" }),
      });
      if (one.status === "rejected" || three.status === "rejected") throw new Error("rejected");
      expect(three.value.seq).toBe(one.value.seq + 1);
      expect((await rowsOf(one.value.seq))[0]?.record).toBe(" exact  bytes\n");
    });

    test("payloads go and the chain stays; its rows cannot be changed by mistake", async () => {
      const { audit } = world.storage;
      const id = randomUUID();
      const payloads = [1, 2, 3].map((i) => ({ hash: `${id}${i}`, body: `payload ${i}` }));
      const row = await audit.append(() => ({ hash: id, record: "{}", payloads }));
      expect(await audit.payload(`${id}1`)).toBe("payload 1");
      expect(await audit.deletePayloads([`${id}1`, "none"])).toBe(1);
      expect(await audit.deletePayloads([])).toBe(0);
      expect(await audit.payload(`${id}1`)).toBeUndefined();
      await sql("update smallcaps.audit_payloads set stored_at = '2020-01-01' where hash = $1", [`${id}2`]);
      expect(await audit.deletePayloadsBefore("2021-01-01T00:00:00.000Z")).toBe(1);
      expect(await audit.payload(`${id}3`)).toBe("payload 3");
      expect((await rowsOf(row.seq))[0]).toEqual(row);
      for (const attempt of [
        "update smallcaps.audit set record = ''",
        "delete from smallcaps.audit",
        "truncate smallcaps.audit",
      ])
        await expect(sql(attempt)).rejects.toThrow("never changed");
    });
  });

  test("the cache keeps, replaces and sweeps", async () => {
    const { cache } = world.storage;
    await cache.set("a", "1", "2026-01-01T00:00:00.000Z");
    await cache.set("b", "2");
    expect(await cache.get("a")).toMatchObject({ body: "1", expiresAt: "2026-01-01T00:00:00.000Z" });
    await cache.set("a", "3", "2026-06-01T00:00:00.000Z");
    expect(await cache.get("a")).toMatchObject({ body: "3", expiresAt: "2026-06-01T00:00:00.000Z" });
    expect(await cache.sweep("2026-03-01T00:00:00.000Z")).toBe(0);
    expect(await cache.sweep("2026-07-01T00:00:00.000Z")).toBe(1);
    expect(await cache.get("a")).toBeUndefined();
    expect(await cache.get("b")).toMatchObject({ body: "2", expiresAt: null });
    await cache.delete("b");
    expect(await cache.get("b")).toBeUndefined();
  });

  test("idle connections that the server ends are replaced", async () => {
    const { pool } = world.storage.database;
    const three = () =>
      Promise.all(
        [1, 2, 3].map(() => sql<{ pid: number }>("select pg_backend_pid() as pid, pg_sleep(0.05)")),
      );
    const before = (await three()).flat().map(({ pid }) => pid);
    expect(new Set(before).size).toBe(3);
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'smallcaps' and pid <> pg_backend_pid()`);
    await expect.poll(() => pool.totalCount).toBe(1);
    const after = (await three()).flat().map(({ pid }) => pid);
    expect(after.filter((pid) => before.includes(pid)).length).toBeLessThanOrEqual(1);
  });
});

describe("keys", () => {
  const all: readonly (readonly [Collection, string])[] = [
    ["installations", "team:T1"],
    ["channels", "T1/C1"],
    ["threads", "T1/C1/1.2"],
    ["references", "19:abc"],
  ];

  test("rotation moves every document to the new key; afterwards the old one can go, before it cannot", async () => {
    const [old] = newKeys();
    const [current] = newKeys();
    const { storage, url, stateDir } = await openWorld("DATABASE_URL", [old]);
    for (const [collection, key] of all) await storage.store.set(collection, key, key);
    const open = (keys: Parameters<typeof openStorage>[0]["keys"]) =>
      openStorage({ url, stateDir, as: "bot", keys });
    const fault = await faultOf(open([current]));
    expect(fault.message).toContain(`key id ${old.id}`);
    expect(fault.hint).toContain("ENCRYPTION_KEY");
    const both = await open([current, old]);
    await both.store.set("channels", "T1/C1", "written meanwhile");
    expect(await both.store.rotate()).toEqual({ rewritten: 3, faults: [] });
    expect(await both.store.rotate()).toEqual({ rewritten: 0, faults: [] });
    await both.close();
    const later = await open([current]);
    for (const [collection, key] of all)
      expect(await later.store.get(collection, key)).toBe(key === "T1/C1" ? "written meanwhile" : key);
    await later.close();
    await expect(later.store.get("channels", "x")).rejects.toThrow("closed");
  });

  test("a document under a lost key is named by rotate() and by get(); the others work", async () => {
    const [lost] = newKeys();
    const [current] = newKeys();
    const { storage, url, stateDir } = await openWorld("DATABASE_URL", [lost]);
    await storage.store.set("channels", "lost", 1);
    await storage.database.pool.query("delete from smallcaps.documents where collection = 'key-check'");
    const later = await openStorage({ url, stateDir, as: "bot", keys: [current] });
    await later.store.set("channels", "fine", 2);
    const { rewritten, faults } = await later.store.rotate();
    expect(rewritten).toBe(0);
    expect(faults.map(({ message }) => message)).toEqual([
      `The document "lost" of channels in the database was encrypted with a key that is not at hand (key id ${lost.id}).`,
    ]);
    expect(await later.store.get("channels", "fine")).toBe(2);
    await later.close();
  });
});
