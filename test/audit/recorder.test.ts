import { appendFile, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { link, payloadHash, prepare } from "../../src/audit/chain.ts";
import { createRetention } from "../../src/audit/retention.ts";
import type { AuditLog } from "../../src/storage/port.ts";
import { LOCKS } from "../../src/storage/postgres/schema.ts";
import { lastingDir } from "../storage/store-world.ts";
import { asAdmin } from "../support/postgres.ts";
import { removeDir } from "../support/remove-dir.ts";
import {
  bringBack,
  newAuditKeys,
  newStorage,
  post,
  recorderOver,
  recordsOf,
  takeAway,
  verified,
} from "./audit-world.ts";

const asideFiles = async (dir: string) =>
  (await readdir(dir)).filter((name) => name.startsWith("audit-aside"));

test("a row stands before the message leaves, one after; who asked and what left are payloads", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, flush, anchors } = await recorderOver(storage.audit, keys);
  const recorded = await recorder.sending(
    post({ user: "U777", command: "valuation private", private: true, message: "the very answer" }),
  );
  const [before, ...none] = await recordsOf(storage.audit);
  expect(none).toEqual([]);
  expect(before).toMatchObject({
    kind: "sending",
    platform: "slack",
    workspace: "T1",
    channel: "C1",
    private: true,
  });
  expect(JSON.stringify(before)).not.toMatch(/U777|valuation|the very answer/);
  const { request, message } = before!["payloads"] as Record<string, { hash: string; salt: string }>;
  expect(await storage.audit.payload(request!.hash)).toBe('{"user":"U777","command":"valuation private"}');
  expect(await storage.audit.payload(message!.hash)).toBe("the very answer");
  expect(message!.hash).toBe(payloadHash(keys[0], message!.salt, "the very answer"));
  await recorded.sent("1732.1");
  await recorded.notSent("later", true);
  expect((await recordsOf(storage.audit)).slice(1)).toMatchObject([
    { kind: "sent", of: before!["id"], message: "1732.1" },
    { kind: "notSent", of: before!["id"], reason: "later", maybe: true },
  ]);
  await flush();
  expect(await verified(storage.audit, keys, anchors)).toMatchObject({
    intact: true,
    rows: 3,
    anchoredTo: 3,
  });
});

test("what a model proposed of a pasted text is a payload of its own, and can be deleted", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder } = await recorderOver(storage.audit, keys);
  await recorder.sending(post({ proposed: { model: "as-served", output: "the very proposal" } }));
  const [row] = await recordsOf(storage.audit);
  expect(JSON.stringify(row)).not.toContain("the very proposal");
  const { proposed } = row!["payloads"] as Record<string, { hash: string }>;
  expect(await storage.audit.payload(proposed!.hash)).toBe(
    '{"model":"as-served","output":"the very proposal"}',
  );
});

test("one message to many channels of a day is stored once, private ones each by themselves", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder } = await recorderOver(storage.audit, keys);
  for (const channel of ["C1", "C2", "C3"]) await recorder.sending(post({ channel }));
  await recorder.sending(post({ private: true }));
  const { rows } = await storage.database.pool.query(
    "select body, count(*)::int as times from smallcaps.audit_payloads group by 1",
  );
  expect(rows.find(({ body }) => body === post().message)).toMatchObject({ times: 2 });
});

test("while the database is away nothing waits long, rejects or is lost; back, all stands in order", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, writer, dir, anchors, flush } = await recorderOver(storage.audit, keys);
  await recorder.sending(post({ channel: "before" }));
  await takeAway(storage.url);
  const first = await recorder.sending(post({ channel: "away1" }));
  await first.sent("m1");
  await recorder.sending(post({ channel: "away2" }));
  expect(writer.waiting()).toBe(3);
  const [file] = await asideFiles(dir);
  expect((await stat(join(dir, file!))).mode & 0o777).toBe(0o600);
  expect((await readFile(join(dir, file!), "utf8")).trimEnd().split("\n")).toHaveLength(3);
  await bringBack(storage.url);
  await expect.poll(() => writer.waiting(), { timeout: 10_000 }).toBe(0);
  await recorder.sending(post({ channel: "after" }));
  expect((await recordsOf(storage.audit)).map(({ kind, channel }) => channel ?? kind)).toEqual([
    "before",
    "away1",
    "sent",
    "away2",
    "after",
  ]);
  await expect.poll(() => asideFiles(dir)).toEqual([]); // removed a moment after nothing waits any more
  await flush();
  expect(await verified(storage.audit, keys, anchors)).toMatchObject({ intact: true, rows: 5 });
});

test("what waited when the process died is appended at the next start; torn and foreign lines are refused", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const died = await recorderOver(storage.audit, keys, { retryMs: 3_600_000 });
  await takeAway(storage.url);
  await died.recorder.sending(post({ channel: "one" }));
  await died.recorder.sending(post({ channel: "two" }));
  const [file] = await asideFiles(died.dir);
  const path = join(died.dir, file!);
  const [line = ""] = (await readFile(path, "utf8")).split("\n");
  await appendFile(path, `${line.replace(/\d(?=[^\d]*$)/, "x")}\n${line.slice(0, 90)}`);
  await bringBack(storage.url);
  const next = await recorderOver(storage.audit, keys, { dir: died.dir });
  expect(next.writer.waiting()).toBe(0);
  expect((await recordsOf(storage.audit)).map(({ channel }) => channel)).toEqual(["one", "two"]);
  expect(await asideFiles(died.dir)).toEqual([`${file}.refused`]);
  expect(next.said).toEqual([expect.stringContaining("2 lines")]);
  expect((await verified(storage.audit, keys)).found.map(({ row }) => row)).toEqual([null]);
});

test("a record that was put aside too late, since it was appended after all, stands there once", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, writer } = await recorderOver(storage.audit, keys, { waitMs: 100 });
  await asAdmin(async (holder) => {
    await holder.query("begin");
    // a row under way is kept from its commit, its turn having come
    await holder.query("lock table smallcaps.audit_payloads in access exclusive mode");
    await recorder.sending(post({ channel: "slow" }));
    expect(writer.waiting()).toBe(1);
    await holder.query("rollback");
  }, storage.url);
  await expect.poll(() => writer.waiting(), { timeout: 10_000 }).toBe(0);
  expect((await recordsOf(storage.audit)).map(({ channel }) => channel)).toEqual(["slow"]);
});

test("a record whose turn did not come in time goes by way of the file, once", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, writer } = await recorderOver(storage.audit, keys, { waitMs: 100 });
  await asAdmin(async (holder) => {
    await holder.query("begin");
    await holder.query(`select pg_advisory_xact_lock(${LOCKS.audit})`);
    await Promise.all(["a", "b", "c"].map((channel) => recorder.sending(post({ channel }))));
    expect(writer.waiting()).toBe(3);
    await holder.query("rollback");
  }, storage.url);
  await expect.poll(() => writer.waiting(), { timeout: 10_000 }).toBe(0);
  expect((await recordsOf(storage.audit)).map(({ channel }) => channel).sort()).toEqual(["a", "b", "c"]);
});

test("the answer to an append that got lost: the record is found in the chain, not appended again", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  let isLost = true;
  const losing: AuditLog = {
    ...storage.audit,
    appendAll: async (makes) => {
      const rows = await storage.audit.appendAll(makes);
      if (isLost) throw new Error("Connection terminated unexpectedly");
      return rows;
    },
  };
  const { recorder, writer } = await recorderOver(losing, keys);
  await recorder.sending(post({ channel: "lost" }));
  expect(writer.waiting()).toBe(1);
  isLost = false;
  await expect.poll(() => writer.waiting(), { timeout: 10_000 }).toBe(0);
  expect((await recordsOf(storage.audit)).map(({ channel }) => channel)).toEqual(["lost"]);
});

test("without a disk, records wait in memory, and it is said", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, writer, dir, said } = await recorderOver(storage.audit, keys);
  await removeDir(dir);
  await takeAway(storage.url);
  await recorder.sending(post({ channel: "kept" }));
  expect(said.join("\n")).toContain("in memory alone");
  await bringBack(storage.url);
  await expect.poll(() => writer.waiting(), { timeout: 10_000 }).toBe(0);
  expect(await recordsOf(storage.audit)).toMatchObject([{ channel: "kept" }]);
});

test("two processes write one chain", async () => {
  const [storage, keys, dir] = [await newStorage(), newAuditKeys(), await lastingDir()];
  const [one, other] = [
    await recorderOver(storage.audit, keys, { dir }),
    await recorderOver(storage.audit, keys, { dir }),
  ];
  await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      const recorded = await (i % 2 ? one : other).recorder.sending(post({ channel: `C${i}` }));
      await recorded.sent(`m${i}`);
    }),
  );
  await Promise.all([one.flush(), other.flush()]);
  expect(await verified(storage.audit, keys, one.anchors)).toMatchObject({
    intact: true,
    rows: 80,
    anchoredTo: 80,
  });
});

test("a new key: earlier rows and anchors verify as long as the earlier key is kept", async () => {
  const storage = await newStorage();
  const [old, fresh] = [newAuditKeys(), newAuditKeys()];
  const before = await recorderOver(storage.audit, old);
  await before.recorder.sending(post());
  await before.flush();
  const after = await recorderOver(storage.audit, [fresh[0], ...old], { dir: before.dir });
  await after.recorder.sending(post());
  await after.flush();
  expect(await verified(storage.audit, [fresh[0], ...old], after.anchors)).toMatchObject({
    intact: true,
    rows: 2,
    anchoredTo: 2,
  });
  const dropped = await verified(storage.audit, fresh, after.anchors);
  expect(dropped.found).toEqual([
    { row: null, what: expect.stringContaining("anchor 1") },
    { row: 1, what: expect.stringContaining(`key ${old[0].id}`) },
  ]);
});

test("retention deletes what is old, says so in the chain, and the chain verifies", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder, writer, flush, anchors } = await recorderOver(storage.audit, keys);
  const eightYearsAgo = new Date(Date.now() - 8 * 365.25 * 86_400_000).toISOString();
  const old = prepare(keys, {
    kind: "sending",
    at: eightYearsAgo,
    fields: {},
    payloads: { message: { body: post().message } },
  });
  await storage.audit.append((head) => link(keys, old, head));
  await storage.database.pool.query("update smallcaps.audit_payloads set stored_at = $1", [eightYearsAgo]);
  await recorder.sending(post());
  const { audit, briefings } = storage;
  const deps = { audit, briefings, writer, keys, now: () => new Date(), say: () => {} };
  await createRetention({ ...deps, days: 0 }).run();
  expect((await verified(audit, keys)).payloads).toEqual({ matching: 3, expired: 0, deleted: 0 });
  const { run } = createRetention({ ...deps, days: 2_557 });
  await run();
  await run();
  const records = await recordsOf(audit);
  expect(records).toHaveLength(3);
  expect(records[2]).toMatchObject({
    kind: "retention",
    days: 2_557,
    deletedPayloads: 1,
    deletedBriefings: 0,
  });
  await flush();
  expect(await verified(audit, keys, anchors)).toMatchObject({
    intact: true,
    payloads: { matching: 2, expired: 1, deleted: 0 },
  });
});

test("rows of a process that died before it anchored them are anchored by the next one", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const died = await recorderOver(storage.audit, keys);
  await died.recorder.sending(post());
  await died.recorder.sending(post());
  const next = await recorderOver(storage.audit, keys);
  await next.flush();
  expect(await verified(storage.audit, keys, next.anchors)).toMatchObject({ intact: true, anchoredTo: 2 });
});
