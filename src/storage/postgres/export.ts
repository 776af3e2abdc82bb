import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvLine } from "../../briefing/csv.ts";
import { guarded } from "../guarded.ts";
import type { Delivery, Storage } from "../port.ts";

const COLUMNS = [
  "slot",
  "subscription",
  "workspace",
  "platform",
  "channel",
  "session",
  "scheduledAt",
  "state",
  "attempts",
  "reason",
  "messageId",
  "postedAt",
  "briefingId",
  "changedAt",
] as const satisfies readonly (keyof Delivery)[];

/**
 * For people and their tools, not to be read back: `deliveries.csv`, `deliveries.json`, `audit.jsonl` (a line a row:
 * `{seq, prev, hash, record}`, the record as the text that was hashed). Files of these names in `dir` are replaced.
 * @returns the files
 */
export async function exportTables(
  { deliveries, audit }: Pick<Storage, "deliveries" | "audit">,
  dir: string,
) {
  const found = await deliveries.list();
  const files = {
    "deliveries.csv": csvOf(found),
    "deliveries.json": [`${JSON.stringify(found, null, 2)}\n`],
    "audit.jsonl": linesOf(audit.rows()),
  };
  await guarded(dir, () => mkdir(dir, { recursive: true, mode: 0o700 }));
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, name);
    await guarded(file, () => pipeline(Readable.from(text), createWriteStream(file, { mode: 0o600 })));
  }
  return Object.keys(files).map((name) => join(dir, name));
}

function* csvOf(deliveries: readonly Delivery[]): Iterable<string> {
  yield `${csvLine(COLUMNS)}\r\n`;
  for (const each of deliveries) yield `${csvLine(COLUMNS.map((column) => each[column] ?? ""))}\r\n`;
}

async function* linesOf<T>(rows: AsyncIterable<T>): AsyncIterable<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
