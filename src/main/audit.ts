import { createSecretKey } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import { madeFrom, recompute } from "../assistant/recompute.ts";
import type { AnchorStore } from "../audit/anchor.ts";
import { type AuditKey, type AuditKeys, prepare } from "../audit/chain.ts";
import type { KeptHashes } from "../audit/keep.ts";
import type { Receipts, Recorder } from "../audit/port.ts";
import type { Briefing } from "../briefing/briefing.ts";
import type { Config } from "../config.ts";
import { makeFolder } from "../folders.ts";
import { recordOf } from "../narrative/record.ts";
import { deriveSecret, type EncryptionKey, type Keyring } from "../storage/keys.ts";
import type { Storage } from "../storage/port.ts";
import { within } from "../within.ts";
import { topicsOf } from "./house-view.ts";
import { outbound } from "./outbound.ts";
import { version } from "./program.ts";

/** How long a stop waits for briefings that are being stored. */
const KEEPING_MS = 5_000;

/** What the bot keeps of everything it posts. */
export interface OpenAudit {
  readonly recorder: Recorder;
  /** Stores a briefing with its inputs, once. Rejects with `BriefingError` where the database cannot be had. */
  readonly keepBriefing: (briefing: Briefing) => Promise<void>;
  readonly receipts: Receipts;
  /** Records that wait for the database. */
  readonly waiting: () => number;
  /** Appends what waits, as far as the database can be had, and anchors the last row. */
  readonly stop: () => Promise<void>;
}

export async function openAudit(
  config: Config,
  storage: Pick<Storage, "audit" | "briefings" | "deliveries">,
  keyring: Keyring,
  log: Logger,
): Promise<OpenAudit> {
  const [
    { openAside },
    { createAnchoring },
    { createWriter },
    { createBeside },
    { createRecorder },
    { createRetention },
    { createKeeper },
  ] = await Promise.all([
    import("../audit/aside.ts"),
    import("../audit/anchor.ts"),
    import("../audit/writer.ts"),
    import("../audit/beside.ts"),
    import("../audit/recorder.ts"),
    import("../audit/retention.ts"),
    import("../audit/keep.ts"),
  ]);
  await makeFolder(config.STATE_DIR, { mode: 0o700 });
  const keys = auditKeys(keyring);
  const { audit, briefings } = storage;
  const now = () => new Date();
  const say = (message: string) => log.error({ reason: message }, "audit");
  const aside = await openAside(config.STATE_DIR, keys, say);
  const anchoring = createAnchoring({ stores: await anchorStores(config), keys, now, say });
  const writer = await createWriter({ log: audit, keys, aside, onAppended: anchoring.noted, say });
  const beside = createBeside({ writer, say });
  const onKept = (fields: KeptHashes) =>
    writer.write([prepare(keys, { kind: "briefing", at: now().toISOString(), fields: { ...fields } })]);
  const keepBriefing = createKeeper({ briefings, madeFrom, codeVersion: version, onKept });
  const keeping = new Set<Promise<void>>();
  const keep = (briefing: Briefing) => {
    const kept = keepBriefing(briefing)
      .catch((error: unknown) =>
        say(`briefing ${briefing.id} could not be kept: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => keeping.delete(kept));
    keeping.add(kept);
    return kept;
  };
  const retention = createRetention({
    audit,
    briefings,
    writer,
    keys,
    days: config.RETENTION_DAYS,
    now,
    say,
  });
  retention.start();
  return {
    recorder: createRecorder({ keys, writer, beside, keep, narrativeOf: recordOf, now, say }),
    keepBriefing,
    receipts: await receiptsOver(storage, config),
    waiting: writer.waiting,
    stop: async () => {
      retention.stop();
      await beside.stop();
      await within(KEEPING_MS, Promise.all(keeping));
      await writer.stop();
      await anchoring.stop();
    },
  };
}

export async function receiptsOver(
  { audit, briefings, deliveries }: Pick<Storage, "audit" | "briefings" | "deliveries">,
  config: Pick<Config, "HOUSE_VIEW">,
): Promise<Receipts> {
  const { createReceipts } = await import("../audit/receipt.ts");
  const topics = await topicsOf(config);
  return createReceipts({
    audit,
    briefings,
    deliveries,
    recompute: (recipe) => recompute(recipe, topics),
    codeVersion: version,
  });
}

/** A key for the audit from each encryption key, under the same id. */
export function auditKeys([current, ...earlier]: Keyring): AuditKeys {
  const derived = (key: EncryptionKey): AuditKey => ({
    id: key.id,
    secret: createSecretKey(deriveSecret([key], "audit")),
  });
  return [derived(current), ...earlier.map(derived)];
}

/** A file always, an object store where one is named. */
export async function anchorStores(config: Config): Promise<readonly AnchorStore[]> {
  const { anchorFile } = await import("../audit/anchor-file.ts");
  const file = anchorFile(config.AUDIT_ANCHOR_FILE ?? join(config.STATE_DIR, "audit-anchors.jsonl"));
  if (config.AUDIT_ANCHOR_URL === undefined) return [file];
  const { objectStore } = await import("../audit/anchor-object.ts");
  const objects = objectStore({
    prefix: config.AUDIT_ANCHOR_URL,
    token: config.AUDIT_ANCHOR_TOKEN ?? null,
    fetch: outbound(config).fetch,
  });
  return [file, objects];
}
