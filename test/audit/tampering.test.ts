import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type AuditKeys, rowHash } from "../../src/audit/chain.ts";
import type { AuditRow } from "../../src/storage/port.ts";
import { newAuditKeys, newStorage, post, recorderOver, verified } from "./audit-world.ts";

const POSTS = 12;
const ROWS = 2 * POSTS;

/** What an attacker with the database does first. */
const UNGUARDED = "alter table smallcaps.audit disable trigger all";

let storage: Awaited<ReturnType<typeof newStorage>>;
let keys: AuditKeys;
let anchors: Awaited<ReturnType<typeof recorderOver>>["anchors"];
let anchorsFile: string;
let original: { rows: AuditRow[]; payloads: { hash: string; body: string }[]; anchors: string };

const sql = (text: string, values: unknown[] = []) => storage.database.pool.query(text, values);
const check = () => verified(storage.audit, keys, anchors);

beforeAll(async () => {
  storage = await newStorage();
  keys = newAuditKeys();
  const kept = await recorderOver(storage.audit, keys);
  anchors = kept.anchors;
  anchorsFile = join(kept.dir, "anchors.jsonl");
  for (let i = 0; i < POSTS; i += 1) {
    const recorded = await kept.recorder.sending(post({ user: `U${i}`, message: `{"text":"answer ${i}"}` }));
    if (i % 3 === 2) await recorded.notSent("channel_not_found");
    else await recorded.sent(`17325${i}.0001`);
    if (i % 4 === 3) await kept.flush();
  }
  await sql(UNGUARDED);
  const rows: AuditRow[] = [];
  for await (const row of storage.audit.rows()) rows.push(row);
  const payloads = await sql("select hash, body from smallcaps.audit_payloads");
  original = { rows, payloads: payloads.rows, anchors: await readFile(anchorsFile, "utf8") };
}, 60_000);

async function putBack(rows: readonly AuditRow[] = original.rows): Promise<void> {
  await sql("truncate smallcaps.audit, smallcaps.audit_payloads");
  await sql(
    "insert into smallcaps.audit (seq, prev, hash, record) select seq, prev, hash, record from json_populate_recordset(null::smallcaps.audit, $1)",
    [JSON.stringify(rows)],
  );
  await sql(
    "insert into smallcaps.audit_payloads (hash, body) select hash, body from json_populate_recordset(null::smallcaps.audit_payloads, $1)",
    [JSON.stringify(original.payloads)],
  );
  await writeFile(anchorsFile, original.anchors);
}

/** Numbered and linked anew from a row on, by somebody's own hash. */
function remade(
  rows: readonly AuditRow[],
  from: number,
  hash: (seq: number, prev: string | null, record: string) => string,
): readonly AuditRow[] {
  const made: AuditRow[] = [];
  for (const [i, { record, ...row }] of rows.entries()) {
    const seq = i + 1;
    const prev = made.at(-1)?.hash ?? null;
    made.push(seq < from ? { ...row, record } : { seq, prev, hash: hash(seq, prev, record), record });
  }
  return made;
}

const withKey = (seq: number, prev: string | null, record: string) => rowHash(keys[0], seq, prev, record);
const withoutKey = (seq: number, prev: string | null, record: string) =>
  createHash("sha256")
    .update(`row\n${seq}\n${prev ?? ""}\n${record}`)
    .digest("hex");
const rewritten = (row: AuditRow): AuditRow => ({
  ...row,
  record: row.record.replace(/"workspace":"T1"|"of":"[^"]+"/, '"workspace":"T2"'),
});

test("an untouched chain is intact, and every row but those after the last anchor is confirmed", async () => {
  await putBack();
  const report = await check();
  expect(report.found).toEqual([]);
  expect(report).toMatchObject({ intact: true, rows: ROWS, anchors: 3, anchoredTo: ROWS });
  // a request and a message for each post; the same notSent texts are fields, not payloads
  expect(report.payloads).toEqual({ matching: 2 * POSTS, expired: 0, deleted: 0 });
});

test("the trigger alone stops a mistake", async () => {
  await putBack();
  await sql("alter table smallcaps.audit enable trigger all");
  await expect(sql("delete from smallcaps.audit where seq = 3")).rejects.toThrow("never changed or deleted");
  await sql(UNGUARDED);
});

describe("tampering by SQL is found, row by row, in words", () => {
  const found = async () => (await check()).found;

  test("a changed record", async () => {
    await putBack();
    await sql("update smallcaps.audit set record = replace(record, '\"T1\"', '\"T2\"') where seq = 5");
    expect(await found()).toEqual([{ row: 5, what: expect.stringContaining("was changed") }]);
  });

  test("a deleted row in the middle, and one that closed the gap", async () => {
    await putBack();
    await sql("delete from smallcaps.audit where seq = 8");
    expect((await found())[0]).toEqual({
      row: 9,
      what: expect.stringContaining("row 8 is missing before it"),
    });
    await sql("update smallcaps.audit set seq = -seq where seq > 8");
    await sql("update smallcaps.audit set seq = -seq - 1 where seq < 0");
    const closed = await found();
    expect(closed[0]).toMatchObject({ row: 8, what: expect.stringContaining("does not follow row 7") });
    expect(closed.length).toBeGreaterThan(ROWS - 8);
  });

  test("the last rows deleted: by the anchor", async () => {
    await putBack();
    await sql(`delete from smallcaps.audit where seq > ${ROWS - 3}`);
    expect(await found()).toEqual([
      { row: null, what: expect.stringContaining(`rows ${ROWS - 2} to ${ROWS} are deleted`) },
    ]);
  });

  test("all rows deleted: by the anchor", async () => {
    await putBack();
    await sql("truncate smallcaps.audit");
    expect(await found()).toEqual([
      { row: null, what: expect.stringContaining("the chain ends with row 0") },
    ]);
  });

  test("rows that changed places", async () => {
    await putBack();
    await sql("update smallcaps.audit set seq = 99 where seq = 6");
    await sql("update smallcaps.audit set seq = 6 where seq = 7");
    await sql("update smallcaps.audit set seq = 7 where seq = 99");
    expect((await found()).map(({ row }) => row)).toEqual(expect.arrayContaining([6, 7, 8]));
  });

  test("a row put in front, behind, and in between", async () => {
    await putBack();
    const record = original.rows[3]!.record;
    await sql("insert into smallcaps.audit (seq, prev, hash, record) values (0, null, 'f0', $1)", [record]);
    expect((await found())[0]).toMatchObject({ row: 0, what: expect.stringContaining("put in") });
    await putBack();
    const head = original.rows.at(-1)!.hash;
    await sql("insert into smallcaps.audit (seq, prev, hash, record) values ($1, $2, 'f1', $3)", [
      ROWS + 1,
      head,
      record,
    ]);
    expect(await found()).toEqual([{ row: ROWS + 1, what: expect.stringContaining("without the key") }]);
    await putBack(
      remade([...original.rows.slice(0, 4), original.rows[1]!, ...original.rows.slice(4)], 5, withoutKey),
    );
    expect((await found())[0]).toMatchObject({ row: 5 });
  });

  test("the chain made anew without the key, and with it", async () => {
    const changed = original.rows.map((row) => (row.seq === 7 ? rewritten(row) : row));
    await putBack(remade(changed, 7, withoutKey));
    const keyless = await found();
    expect(keyless.filter(({ what }) => what.includes("without the key"))).toHaveLength(ROWS - 6);
    await putBack(remade(changed, 7, withKey));
    expect(await found()).toEqual(
      [8, 16, 24].map((row) => ({ row, what: expect.stringContaining("made anew up to here") })),
    );
  });

  test("a payload's body changed; one that is gone is no fault", async () => {
    await putBack();
    await sql(`update smallcaps.audit_payloads set body = replace(body, 'answer 4', 'answer 5')`);
    expect(await found()).toEqual([{ row: 9, what: expect.stringContaining("its message was changed") }]);
    await putBack();
    await storage.audit.deletePayloads([original.payloads[0]!.hash]);
    const report = await check();
    expect(report).toMatchObject({
      intact: true,
      payloads: { matching: 2 * POSTS - 1, expired: 0, deleted: 1 },
    });
  });

  test("anchors forged, or gone altogether", async () => {
    await putBack();
    await writeFile(anchorsFile, original.anchors.replace(/"seq":8,/, '"seq":9,'));
    expect(await found()).toEqual([{ row: null, what: expect.stringContaining("anchor 1") }]);
    await writeFile(anchorsFile, "");
    expect(await found()).toEqual([{ row: null, what: expect.stringContaining("no anchor") }]);
  });

  test("another installation's key reads nothing, and says which key is missing", async () => {
    await putBack();
    const report = await verified(storage.audit, newAuditKeys(), anchors);
    expect(report.found.filter(({ row }) => row !== null)).toHaveLength(ROWS);
    expect(report.found.at(-1)?.what ?? "").toContain("no anchor");
    expect(report.found[3]).toMatchObject({ what: expect.stringContaining(keys[0].id) });
  });
});

const seqs = fc.integer({ min: 1, max: ROWS });
const mutations = fc.oneof(
  fc.record({ kind: fc.constant("flip"), seq: seqs, at: fc.nat(), by: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ kind: fc.constantFrom("hash", "prev", "delete", "tail", "repeat"), seq: seqs }),
  fc.record({ kind: fc.constant("swap"), seq: seqs, other: seqs }),
  fc.record({ kind: fc.constantFrom("remadeWithKey", "remadeWithoutKey", "cutOutWithKey"), seq: seqs }),
  fc.record({ kind: fc.constant("payload"), index: fc.nat(), at: fc.nat() }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

/** @returns false where nothing is different afterwards */
async function mutate(mutation: Mutation): Promise<boolean> {
  if (mutation.kind === "payload") {
    const { index, at } = mutation as { index: number; at: number };
    const { hash, body } = original.payloads[index % original.payloads.length]!;
    const place = at % body.length;
    const changed = `${body.slice(0, place)}~${body.slice(place + 1)}`;
    await putBack();
    await sql("update smallcaps.audit_payloads set body = $2 where hash = $1", [hash, changed]);
    return changed !== body;
  }
  const { kind, seq } = mutation as { kind: string; seq: number };
  const rows = original.rows;
  const target = rows[seq - 1]!;
  const replaced = (row: AuditRow) => rows.map((each) => (each.seq === seq ? row : each));
  const outcomes: Readonly<Record<string, () => readonly AuditRow[]>> = {
    flip: () => {
      const { at, by } = mutation as { at: number; by: number };
      const place = at % target.record.length;
      const letter = String.fromCharCode(32 + ((target.record.charCodeAt(place) - 32 + by) % 95));
      return replaced({
        ...target,
        record: target.record.slice(0, place) + letter + target.record.slice(place + 1),
      });
    },
    hash: () =>
      replaced({ ...target, hash: `${target.hash.slice(0, -1)}${target.hash.endsWith("0") ? "1" : "0"}` }),
    prev: () => replaced({ ...target, prev: target.prev === null ? target.hash : null }),
    delete: () => rows.filter((each) => each.seq !== seq),
    tail: () => rows.filter((each) => each.seq < seq),
    repeat: () => replaced({ ...target, record: rows[seq % ROWS]!.record }),
    swap: () => {
      const { other } = mutation as { other: number };
      const [a, b] = [target, rows[other - 1]!];
      return rows.map((row) => (row === a ? { ...b, seq: a.seq } : row === b ? { ...a, seq: b.seq } : row));
    },
    remadeWithKey: () => remade(replaced(rewritten(target)), seq, withKey),
    remadeWithoutKey: () => remade(replaced(rewritten(target)), seq, withoutKey),
    cutOutWithKey: () =>
      remade(
        rows.filter((each) => each.seq !== seq),
        seq,
        withKey,
      ),
  };
  const changed = outcomes[kind]!();
  await putBack(changed);
  return JSON.stringify(changed) !== JSON.stringify(rows);
}

test("of random tamperings, every single one is found", async () => {
  let effective = 0;
  await fc.assert(
    fc.asyncProperty(mutations, async (mutation) => {
      const isDifferent = await mutate(mutation);
      effective += isDifferent ? 1 : 0;
      expect((await check()).intact).toBe(!isDifferent);
    }),
    { numRuns: 200 },
  );
  expect(effective).toBeGreaterThan(150);
}, 120_000);
