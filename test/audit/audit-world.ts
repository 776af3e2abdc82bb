import { join } from "node:path";
import { type AnchorStore, createAnchoring } from "../../src/audit/anchor.ts";
import { anchorFile } from "../../src/audit/anchor-file.ts";
import { openAside } from "../../src/audit/aside.ts";
import { type Beside, createBeside } from "../../src/audit/beside.ts";
import type { AuditKeys } from "../../src/audit/chain.ts";
import type { PostRecord, Recorder } from "../../src/audit/port.ts";
import { createRecorder } from "../../src/audit/recorder.ts";
import { type AuditFault, type AuditReport, verifyAudit } from "../../src/audit/verify.ts";
import { createWriter, type Writer } from "../../src/audit/writer.ts";
import { auditKeys } from "../../src/main/audit.ts";
import type { AuditLog } from "../../src/storage/port.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { atTheEnd, lastingDir, newKeys } from "../storage/store-world.ts";
import { asAdmin, newDatabase } from "../support/postgres.ts";

export const newAuditKeys = () => auditKeys(newKeys());

/** An empty database of the run's server, for all tests of a file. */
export async function newStorage(): Promise<OpenStorage & { readonly url: string }> {
  const url = await newDatabase();
  const storage = await openStorage({ url, stateDir: "", as: "guest", keys: newKeys() });
  atTheEnd(() => storage.close());
  return { ...storage, url };
}

export interface Kept {
  readonly recorder: Recorder;
  readonly writer: Writer;
  readonly beside: Beside;
  readonly anchors: AnchorStore;
  readonly flush: () => Promise<void>;
  readonly said: readonly string[];
  readonly dir: string;
}

/** The audit as the bot has it, over a log. */
export async function recorderOver(
  log: AuditLog,
  keys: AuditKeys,
  {
    dir,
    waitMs = 2_000,
    retryMs = 50,
    most = 1_000,
  }: { dir?: string; waitMs?: number; retryMs?: number; most?: number } = {},
): Promise<Kept> {
  const place = dir ?? (await lastingDir());
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  const now = () => new Date();
  const anchors = anchorFile(join(place, "anchors.jsonl"));
  const anchoring = createAnchoring({ stores: [anchors], keys, now, say });
  const aside = await openAside(place, keys, say);
  const writer = await createWriter({ log, keys, aside, onAppended: anchoring.noted, say, waitMs, retryMs });
  const beside = createBeside({ writer, say, most, waitMs: 60_000 });
  const recorder = createRecorder({ keys, writer, beside, keep: async () => {}, now, say });
  return { recorder, writer, beside, anchors, flush: anchoring.flush, said, dir: place };
}

/** Of what nobody asked for: its rows stand when the promises resolve. */
export const post = (given: Partial<PostRecord> = {}): PostRecord => ({
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  user: "U1",
  private: false,
  origin: "schedule",
  command: "ratecut",
  slot: null,
  briefing: null,
  message: '{"text":"no clear difference"}',
  ...given,
});

export async function verified(
  audit: AuditLog,
  keys: AuditKeys,
  ...stores: readonly AnchorStore[]
): Promise<AuditReport & { readonly found: readonly AuditFault[] }> {
  const found: AuditFault[] = [];
  const report = await verifyAudit({ audit, keys, stores, onFault: (fault) => void found.push(fault) });
  return { ...report, found };
}

export async function recordsOf(audit: AuditLog): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  for await (const { record } of audit.rows()) records.push(JSON.parse(record) as Record<string, unknown>);
  return records;
}

/** Nobody gets in, and whoever is in is put out. */
export async function takeAway(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin(async (client) => {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
}

export const bringBack = (url: string) =>
  asAdmin((client) =>
    client.query(`alter database ${new URL(url).pathname.slice(1)} allow_connections true`),
  );
