import { createHmac, hkdfSync } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openAudit } from "../../src/main/audit.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newKeyText } from "../storage/store-world.ts";
import { ask, freshFolder, runProgram } from "../support/cli.ts";
import { briefingOf, folderOf, monthlyLevels } from "../support/folder-assistant.ts";
import { asAdmin, newDatabase } from "../support/postgres.ts";
import { post } from "./audit-world.ts";

let environment: Record<string, string>;
let url: string;
let key: string;
let briefingId: string;
const admin = (...args: readonly string[]) => runProgram(["admin", ...args], environment);

beforeAll(async () => {
  [url, key] = [await newDatabase(), newKeyText()];
  const STATE_DIR = freshFolder();
  environment = { STATE_DIR, DATABASE_URL: url, ENCRYPTION_KEY: key };
  const keys = parseKeys(key);
  const storage = await openStorage({ url, stateDir: STATE_DIR, as: "guest", keys });
  const audit = await openAudit(readConfig(environment), storage, keys, pino({ level: "silent" }));
  const levels = monthlyLevels(
    "2010-01",
    Array.from({ length: 150 }, (_, i) => 100 * 1.004 ** i),
  );
  const series = { small_total: levels, large_total: levels, small_price: levels, large_price: levels };
  const briefing = await briefingOf(await folderOf({ levels: series }), "performance");
  briefingId = briefing.id;
  const recorded = await audit.recorder.sending(post({ briefing, message: "Größe 📈" }));
  await recorded.sent("1732.9");
  await audit.recorder.sending(post({ message: "a help page" }));
  await audit.keepBriefing(briefing);
  await audit.stop();
  await storage.close();
}, 60_000);

test("audit verify: intact, exit 0; in words and as JSON", async () => {
  const words = await admin("audit", "verify");
  expect(words).toMatchObject({ code: 0, stderr: "" });
  expect(words.stdout).toBe(
    "Payloads: 5 match, 0 deleted for their age, 0 deleted otherwise.\nThe audit is intact: 4 rows, confirmed by 1 anchor.\n",
  );
  const { stdout } = await admin("audit", "verify", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ intact: true, rows: 4, anchoredTo: 4, list: [] });
}, 60_000);

/** The README's four steps, with nothing of ours. */
test("audit export can be checked by its own README alone, and goes into empty folders only", async () => {
  const dir = join(freshFolder(), "export");
  expect(await admin("audit", "export", dir)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("4 rows and 5 payloads"),
  });
  expect((await readdir(dir)).sort()).toEqual(["README.md", "anchors.jsonl", "payloads.jsonl", "rows.jsonl"]);
  const linesOf = async (name: string) =>
    (await readFile(join(dir, name), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
  const raw = Buffer.from(key, "base64");
  const kid = createHmac("sha256", raw).update("smallcaps key id").digest("hex").slice(0, 8);
  const secret = Buffer.from(hkdfSync("sha256", raw, "", "smallcaps audit", 32));
  const mac = (...parts: readonly (string | number)[]) =>
    createHmac("sha256", secret).update(parts.join("\n")).digest("hex");
  const [rows, payloads, anchors] = [
    await linesOf("rows.jsonl"),
    await linesOf("payloads.jsonl"),
    await linesOf("anchors.jsonl"),
  ];
  const bodies = new Map(payloads.map(({ hash, body }) => [hash, body]));
  let prev: string | null = null;
  for (const [i, row] of rows.entries()) {
    expect(row).toMatchObject({ seq: i + 1, prev, hash: mac("row", i + 1, prev ?? "", row["record"]!) });
    const record = JSON.parse(row["record"]!) as {
      kid: string;
      payloads?: Record<string, { hash: string; salt: string }>;
    };
    expect(record.kid).toBe(kid);
    for (const { hash, salt } of Object.values(record.payloads ?? {}))
      expect(mac("payload", salt, bodies.get(hash)!)).toBe(hash);
    prev = row["hash"]!;
  }
  expect(anchors).toEqual([expect.objectContaining({ seq: 4, hash: prev })]);
  expect(anchors[0]!["mac"]).toBe(mac("anchor", anchors[0]!["at"]!, 4, prev!));
  expect(await admin("audit", "export", dir)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is not empty"),
  });
}, 60_000);

test("the terminal gives the receipt; another version's briefing is said to be one", async () => {
  const { code, stdout } = await ask(["receipt", briefingId], environment);
  expect(code).toBe(0);
  expect(stdout).toContain("Slack T1, channel C1, by schedule, message 1732.9");
  expect(stdout).toContain(`Receipt ${briefingId}`);
  const none = await ask(["receipt", briefingId], { STATE_DIR: freshFolder() });
  expect(none).toMatchObject({ code: 3, stderr: expect.stringContaining("there is no database") });
}, 60_000);

test("usage", async () => {
  for (const args of [["audit"], ["audit", "export"], ["audit", "verify", "-x"]])
    expect(await admin(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("audit verify [--json]"),
    });
}, 60_000);

test("audit verify after tampering: exit 1, the row in words, the verdict last", async () => {
  await asAdmin(async (client) => {
    await client.query("drop trigger append_only on smallcaps.audit");
    await client.query("update smallcaps.audit set record = replace(record, 'T1', 'T2') where seq = 1");
  }, url);
  const { code, stdout } = await admin("audit", "verify");
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^row 1: it was changed/);
  expect(lines.at(-1)).toBe("The audit is NOT intact: 1 fault in 4 rows.");
}, 60_000);
