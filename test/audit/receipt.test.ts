import { createHash } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { madeFrom, recompute } from "../../src/assistant/recompute.ts";
import { createAssistant } from "../../src/assistant.ts";
import { prepare } from "../../src/audit/chain.ts";
import { createKeeper, type KeptHashes } from "../../src/audit/keep.ts";
import type { Recorder } from "../../src/audit/port.ts";
import { createReceipts } from "../../src/audit/receipt.ts";
import type { Asker, Briefing, Page } from "../../src/briefing/briefing.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/topics/index.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { faultOf } from "../storage/store-world.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";
import { newAuditKeys, newStorage, post, recorderOver } from "./audit-world.ts";

const VERSION = "test"; // of the briefings that folder-assistant.ts makes

let storage: Awaited<ReturnType<typeof newStorage>>;
let recorder: Recorder;
let onKept: (fields: KeptHashes) => Promise<void>;
let folder: string;
const sql = (text: string, values: unknown[] = []) => storage.database.pool.query(text, values);

beforeAll(async () => {
  storage = await newStorage();
  const keys = newAuditKeys();
  const kept = await recorderOver(storage.audit, keys);
  recorder = kept.recorder;
  onKept = (fields) =>
    kept.writer.write([
      prepare(keys, { kind: "briefing", at: "2026-11-23T14:30:00Z", fields: { ...fields } }),
    ]);
  folder = await folderOf(sampleDatasets());
}, 60_000);

const keep = (briefing: Briefing) =>
  createKeeper({ briefings: storage.briefings, madeFrom, codeVersion: VERSION, onKept })(briefing);

const receiptsBy = (codeVersion: string) =>
  createReceipts({ ...storage, codeVersion, recompute: (recipe) => recompute(recipe, topics) });

const linesOf = ({ sections }: Page, heading: string) =>
  sections.find((section) => section.heading === heading)?.lines ?? [];

async function verdictOf(id: string, version = VERSION): Promise<string> {
  return linesOf(await receiptsBy(version).receipt(id), "Made again").join("\n");
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const LINES = [
  "valuation",
  "valuation variant=median eps=-10%",
  "ratecut",
  "ratecut cycle=first basis=price",
  "performance",
  "performance window=6m",
];

test.each(LINES)("%s is made again from its stored inputs, to the same bytes", async (line) => {
  const briefing = await briefingOf(folder, line);
  await keep(briefing);
  const body = JSON.stringify(briefing);
  expect((await storage.briefings.get(briefing.id))?.body).toBe(body);
  expect(await verdictOf(briefing.id)).toBe(
    `Identical: made again from the inputs stored, all ${Buffer.byteLength(body)} bytes are the same (SHA-256 ${sha256(body)}).`,
  );
});

describe.skipIf(noMarketData)("on real data", () => {
  test.each([
    ["russell", "ratecut"],
    ["russell", "ratecut basis=price asof=2025-12-10"],
    ["russell", "performance asof=2020-03-31"],
    ["french", "performance"],
  ])("%s: %s", async (name, line) => {
    const briefing = await briefingOf(join(marketData, name), line);
    await keep(briefing);
    expect(await verdictOf(briefing.id)).toContain("Identical");
  });
});

test("the receipt says what was asked, of which data, and where it was posted", async () => {
  const briefing = await briefingOf(folder, "performance window=12m");
  await keep(briefing);
  const sent = await recorder.sending(post({ briefing, channel: "C7" }));
  await sent.sent("1732.77");
  await (await recorder.sending(post({ briefing, channel: "C8" }))).notSent("channel_not_found");
  await recorder.sending(post({ briefing, platform: "teams", workspace: "tenant", channel: "19:x" }));
  await recorder.sending(post({ briefing, private: true, user: "U-secret" }));
  const page = await receiptsBy(VERSION).receipt(briefing.id);
  expect(page).toMatchObject({ title: `Receipt ${briefing.id}`, pair: briefing.pair, asOf: briefing.asOf });
  expect(linesOf(page, "Briefing")[1]).toContain(`\`${briefing.command}\``);
  const levels = linesOf(page, "Inputs").find((line) => line.startsWith("performance/levels: "));
  expect(levels).toMatch(
    /Hand-made test market, to .*, retrieved 5 Jan 2026, licence test, .* SHA-256 [0-9a-f]{64}$/,
  );
  const posted = linesOf(page, "Posted");
  expect(posted).toHaveLength(4);
  expect(posted[0]).toMatch(/Teams tenant, channel 19:x, by schedule, outcome not recorded$/);
  expect(posted[1]).toMatch(/channel C8, by schedule, not sent: channel_not_found$/);
  expect(posted[2]).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: Slack T1, channel C7, by schedule, message 1732\.77$/,
  );
  expect(posted[3]).toBe("1 private answer");
  expect(JSON.stringify(page)).not.toContain("U-secret");
});

test("somebody in a channel is told of posts in the own workspace alone", async () => {
  const briefing = await briefingOf(folder, "performance window=3m");
  await keep(briefing);
  await recorder.sending(post({ briefing, workspace: "T-mine", channel: "C-mine" }));
  await recorder.sending(post({ briefing, workspace: "T-other", channel: "C-other" }));
  const assistant = createAssistant({
    market: await openFolder(folder),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: VERSION,
    firm: { name: "", disclaimer: "" },
    receipts: () => receiptsBy(VERSION),
  });
  const from: Asker = {
    platform: "slack",
    workspace: "T-mine",
    channel: "C-mine",
    user: "U1",
    isMember: async () => true,
    refusal: async () => null,
  };
  const answer = await assistant.answer(`receipt ${briefing.id} private`, { from });
  if (answer.kind !== "page") throw new Error("a receipt is a page");
  expect(answer.private).toBe(true);
  expect(linesOf(answer.page, "Posted")).toEqual([expect.stringContaining("C-mine")]);
});

test("one briefing to a thousand channels is stored once", async () => {
  const briefing = await briefingOf(folder, "ratecut since=2001");
  let puts = 0;
  const briefings = {
    put: (stored: Parameters<typeof storage.briefings.put>[0]) => {
      puts += 1;
      return storage.briefings.put(stored);
    },
  };
  const keeper = createKeeper({ briefings, madeFrom, codeVersion: VERSION, onKept });
  await Promise.all(Array.from({ length: 1_000 }, () => keeper(briefing)));
  expect(puts).toBe(1);
  expect(await verdictOf(briefing.id)).toContain("Identical");
});

test("an input that was changed is found; so is one that was changed with its hash: by the audit", async () => {
  const briefing = await briefingOf(
    await folderOf(sampleDatasets(), { name: "To be changed" }),
    "performance",
  );
  await keep(briefing);
  expect(await verdictOf(briefing.id)).toContain("Identical");
  const stored = await storage.briefings.get(briefing.id);
  const { hash, body } = stored!.inputs.find(({ name }) => name === "performance/levels")!;
  // the oldest level: no figure is read from it
  const changed = body!.replace(/"value":(\d+)/, (_, digits: string) => `"value":${Number(digits) + 1}`);
  expect(changed).not.toBe(body);
  await sql("update smallcaps.inputs set body = $2 where hash = $1", [hash, changed]);
  expect(await verdictOf(briefing.id)).toContain("CHANGED SINCE: performance/levels");
  await sql("insert into smallcaps.inputs (hash, body) values ($1, $2)", [sha256(changed), changed]);
  await sql("update smallcaps.briefing_inputs set hash = $2 where hash = $1", [hash, sha256(changed)]);
  expect(await verdictOf(briefing.id)).toContain("not those whose hashes the audit recorded");
});

test("a number changed in the stored briefing is found, by the audit and without it", async () => {
  const [recorded, unrecorded] = [
    await briefingOf(folder, "ratecut since=2002"),
    await briefingOf(folder, "ratecut since=2003"),
  ];
  await keep(recorded);
  const silently = { briefings: storage.briefings, madeFrom, codeVersion: VERSION, onKept: async () => {} };
  await createKeeper(silently)(unrecorded);
  await sql(`update smallcaps.briefings set body = replace(body, '"count"', '"months"') where id = any($1)`, [
    [recorded.id, unrecorded.id],
  ]);
  expect(await verdictOf(recorded.id)).toContain("not those whose hashes the audit recorded");
  expect(await verdictOf(unrecorded.id)).toContain("NOT IDENTICAL");
});

test("made by another version: identical where it still is, and said where it is not", async () => {
  const briefing = await briefingOf(folder, "ratecut since=2004");
  await keep(briefing);
  expect(await verdictOf(briefing.id, "9.9.9")).toContain("Identical");
  const newWords = createReceipts({
    ...storage,
    codeVersion: "9.9.9",
    recompute: (recipe) => ({ ...recompute(recipe, topics), subtitle: "in new words" }),
  });
  expect(linesOf(await newWords.receipt(briefing.id), "Made again")).toEqual([
    "Not identical: it was made by smallcaps test, and 9.9.9 makes another of the same inputs. Run test to make it again.",
  ]);
});

test("data whose licence forbids it are not stored, nor the briefing that shows them: hashes alone", async () => {
  const dir = await folderOf(sampleDatasets(), {
    licence: "internal, no storage",
    name: "Forbidding source",
  });
  const briefing = await briefingOf(dir, "performance");
  await keep(briefing);
  const stored = await storage.briefings.get(briefing.id);
  expect(stored?.body).toBeNull();
  expect(stored?.inputs.every(({ body }) => body === null)).toBe(true);
  expect(stored?.inputs.find(({ name }) => name === "briefing")?.hash).toBe(sha256(JSON.stringify(briefing)));
  expect(await verdictOf(briefing.id)).toMatch(
    /^Not made again: .*performance\/levels.*"internal, no storage"\) forbids storing/,
  );
});

test("after its deletion a receipt says so", async () => {
  const other = await newStorage();
  const briefing = await briefingOf(folder, "performance");
  await createKeeper({ briefings: other.briefings, madeFrom, codeVersion: VERSION, onKept })(briefing);
  await other.briefings.forgetBefore("2100-01-01T00:00:00.000Z", "deleted after 2557 days (RETENTION_DAYS)");
  const receipts = createReceipts({
    ...other,
    codeVersion: VERSION,
    recompute: (each) => recompute(each, topics),
  });
  const page = await receipts.receipt(briefing.id);
  expect(linesOf(page, "Made again")[0]).toContain("deleted after 2557 days");
  expect(linesOf(page, "Inputs")[0]).toMatch(
    /: not stored: deleted after 2557 days .* SHA-256 [0-9a-f]{64}$/,
  );
});

test("a briefing that another process made is kept without its inputs, and its receipt says so", async () => {
  const briefing = JSON.parse(JSON.stringify(await briefingOf(folder, "ratecut since=2006"))) as Briefing;
  await keep(briefing);
  expect(await verdictOf(briefing.id)).toMatch(/^Not made again: unknown not stored \(the process/);
});

test("an id that was never posted, and a place where nothing is kept", async () => {
  expect(await faultOf(receiptsBy(VERSION).receipt("0123456789abcdef"))).toMatchObject({
    code: "data_unavailable",
    message: "no briefing 0123456789abcdef was posted from here",
  });
  const recorded = post({ briefing: await briefingOf(folder, "ratecut since=2005") });
  await recorder.sending(recorded);
  const page = await receiptsBy(VERSION).receipt(recorded.briefing!.id);
  expect(linesOf(page, "Made again")[0]).toContain("its inputs were not kept");
  expect(linesOf(page, "Posted")).toHaveLength(1);
});
