import { expect, test } from "vitest";
import type { AuditLog } from "../../src/storage/port.ts";
import { LOCKS } from "../../src/storage/postgres/schema.ts";
import { asAdmin } from "../support/postgres.ts";
import {
  bringBack,
  type Kept,
  newAuditKeys,
  newStorage,
  post,
  recorderOver,
  recordsOf,
  takeAway,
  verified,
} from "./audit-world.ts";

const answer = (channel: string) => post({ origin: "slash", channel, message: `{"text":"to ${channel}"}` });

/** One answer, from its row to what became of it. */
async function answered({ recorder }: Kept, channel: string): Promise<void> {
  const recorded = await recorder.sending(answer(channel));
  if (channel.endsWith("7")) await recorded.notSent("channel_not_found");
  else await recorded.sent(`m-${channel}`);
}

/** Per channel: where its rows stand, and that the later one names the earlier. */
async function standing(audit: AuditLog, channels: readonly string[]): Promise<void> {
  const records = await recordsOf(audit);
  expect(records).toHaveLength(channels.length * 2);
  const sendings = new Map(
    records.filter(({ kind }) => kind === "sending").map((each) => [each["channel"], each]),
  );
  for (const channel of channels) {
    const sending = sendings.get(channel);
    const outcome = records.find(({ of }) => of === sending?.["id"]);
    expect(outcome?.["kind"]).toBe(channel.endsWith("7") ? "notSent" : "sent");
    expect(records.indexOf(outcome!)).toBeGreaterThan(records.indexOf(sending!));
  }
}

const channels = (count: number) => Array.from({ length: count }, (_, i) => `C${i}`);

/** While nobody else can append. */
const locked = (url: string, task: () => Promise<void>) =>
  asAdmin(async (holder) => {
    await holder.query("begin");
    await holder.query(`select pg_advisory_xact_lock(${LOCKS.audit})`);
    await task();
    await holder.query("rollback");
  }, url);

test("an answer does not wait for its rows: they follow, with bodies that verify", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys, { waitMs: 60_000 });
  await locked(storage.url, async () => {
    await answered(kept, "C1"); // would not come back
    expect(await recordsOf(storage.audit)).toEqual([]);
  });
  await expect.poll(() => recordsOf(storage.audit)).toHaveLength(2);
  await standing(storage.audit, ["C1"]);
  const [sending] = await recordsOf(storage.audit);
  const { message } = sending!["payloads"] as Record<string, { hash: string }>;
  expect(await storage.audit.payload(message!.hash)).toBe('{"text":"to C1"}');
});

test("what nobody asked for is in the record before it leaves", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const { recorder } = await recorderOver(storage.audit, keys);
  for (const origin of ["schedule", "correction", "notice", "workflow"] as const) {
    await recorder.sending(post({ origin }));
    expect((await recordsOf(storage.audit)).at(-1)).toMatchObject({ kind: "sending", origin });
  }
});

test("five hundred answers at once, in few transactions: every row is there, in order, and verifies", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys);
  await Promise.all(channels(500).map((channel) => answered(kept, channel)));
  await kept.beside.flush();
  await kept.flush();
  await standing(storage.audit, channels(500));
  const { rows } = await storage.database.pool.query(
    "select count(distinct stored_at)::int as transactions from smallcaps.audit",
  );
  expect(rows[0].transactions).toBeLessThan(80);
  expect(await verified(storage.audit, keys, kept.anchors)).toMatchObject({
    intact: true,
    rows: 1_000,
    anchoredTo: 1_000,
  });
}, 30_000);

test("stopped in the middle, nothing is lost; what comes later still is written, and waited for", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys);
  const asked = channels(60).map((channel) => answered(kept, channel));
  await Promise.all(asked.slice(0, 20));
  await Promise.all([...asked, kept.beside.stop()]);
  await standing(storage.audit, channels(60));
  await answered(kept, "C60");
  await standing(storage.audit, channels(61));
  await kept.flush();
  expect(await verified(storage.audit, keys, kept.anchors)).toMatchObject({ intact: true, rows: 122 });
});

test("while the database is away answers leave, and their rows are put aside; back, all stand in order", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys);
  await answered(kept, "C0");
  await kept.beside.flush();
  await takeAway(storage.url);
  await Promise.all(
    channels(300)
      .slice(1)
      .map((channel) => answered(kept, channel)),
  );
  await kept.beside.flush();
  expect(kept.writer.waiting()).toBe(598);
  await bringBack(storage.url);
  await expect.poll(() => kept.writer.waiting(), { timeout: 10_000 }).toBe(0);
  await kept.flush();
  await standing(storage.audit, channels(300));
  expect(await verified(storage.audit, keys, kept.anchors)).toMatchObject({ intact: true, rows: 600 });
}, 30_000);

test("with too many waiting, the next one waits for room", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys, { most: 4, waitMs: 60_000 });
  let isIn = false;
  let last: Promise<unknown> | undefined;
  await locked(storage.url, async () => {
    for (const channel of ["C1", "C2"]) await answered(kept, channel);
    last = kept.recorder.sending(answer("C3")).then(() => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 400)); // past the gathering
    expect(isIn).toBe(false);
  });
  await last;
  await kept.beside.flush();
  expect((await recordsOf(storage.audit)).map(({ channel, kind }) => channel ?? kind)).toEqual([
    "C1",
    "sent",
    "C2",
    "sent",
    "C3",
  ]);
});

test("a record that cannot be made is told of, and leaves the others alone", async () => {
  const [storage, keys] = [await newStorage(), newAuditKeys()];
  const kept = await recorderOver(storage.audit, keys);
  await answered(kept, "C1");
  const broken = answer("C2");
  Object.defineProperty(broken, "message", {
    get: () => {
      throw new Error("no text");
    },
  });
  await kept.recorder.sending(broken);
  await answered(kept, "C3");
  await kept.beside.flush();
  await standing(storage.audit, ["C1", "C3"]);
  expect(kept.said).toEqual([expect.stringContaining("no text")]);
});
