import { createWriteStream } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { BriefingError } from "../briefing/errors.ts";
import type { AuditLog, AuditRow } from "../storage/port.ts";
import type { AnchorStore } from "./anchor.ts";
import { EXPORT_README } from "./export-readme.ts";

const PAYLOADS_AT_ONCE = 500;
const payloadsSchema = z.object({
  payloads: z.record(z.string(), z.object({ hash: z.string() })).default({}),
});

/**
 * For an auditor: `rows.jsonl`, `payloads.jsonl`, `anchors.jsonl` and a README that says how to check them without
 * smallcaps, into a new or empty folder.
 * @throws BriefingError `refused` where the folder holds something
 */
export async function exportAudit(
  audit: Pick<AuditLog, "rows" | "payloads">,
  stores: readonly AnchorStore[],
  dir: string,
): Promise<{ readonly rows: number; readonly payloads: number }> {
  await emptyFolder(dir);
  const counts = { rows: 0, payloads: 0 };
  await save(join(dir, "anchors.jsonl"), anchorLines(stores));
  await save(join(dir, "rows.jsonl"), async function* () {
    for await (const row of audit.rows()) {
      counts.rows += 1;
      yield row;
    }
  });
  await save(join(dir, "payloads.jsonl"), async function* () {
    for await (const each of payloadsOf(audit)) {
      counts.payloads += 1;
      yield each;
    }
  });
  await writeFile(join(dir, "README.md"), EXPORT_README, { mode: 0o600 });
  return counts;
}

async function emptyFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const [first] = await readdir(dir);
  if (first === undefined) return;
  throw new BriefingError(
    "refused",
    `${dir} is not empty: it holds ${first}.`,
    "Name a new folder for the export.",
  );
}

async function save(file: string, lines: () => AsyncIterable<unknown>): Promise<void> {
  const text = async function* () {
    for await (const line of lines()) yield `${typeof line === "string" ? line : JSON.stringify(line)}\n`;
  };
  await pipeline(Readable.from(text()), createWriteStream(file, { mode: 0o600, flags: "wx" }));
}

const anchorLines = (stores: readonly AnchorStore[]) =>
  async function* () {
    for (const { read } of stores) yield* read();
  };

/** Those still there; one that several rows name comes once for each batch. */
async function* payloadsOf(audit: Pick<AuditLog, "rows" | "payloads">) {
  let due = new Set<string>();
  const found = async function* () {
    for (const [hash, body] of await audit.payloads([...due])) yield { hash, body };
    due = new Set();
  };
  for await (const row of audit.rows()) {
    for (const hash of hashesIn(row)) due.add(hash);
    if (due.size >= PAYLOADS_AT_ONCE) yield* found();
  }
  yield* found();
}

function hashesIn({ record }: AuditRow): readonly string[] {
  try {
    return Object.values(payloadsSchema.parse(JSON.parse(record)).payloads).map(({ hash }) => hash);
  } catch {
    return []; // a row that was changed: the export shows it as it is
  }
}
