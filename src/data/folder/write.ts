import { randomUUID } from "node:crypto";
import { readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { BriefingError } from "../../briefing/errors.ts";
import { makeFolder } from "../../folders.ts";
import type { DatasetName, Datasets } from "../../market/datasets.ts";
import { readCsv } from "./csv.ts";
import { quote } from "./faults.ts";
import { DATASET_NAMES, TABLES } from "./schema.ts";
import { parseSourceFile, SOURCE_FILE, type SourceFile } from "./source-file.ts";

/**
 * Writes a canonical data folder: all of it, or nothing. Everything written is read back first, so that no
 * folder leaves here which `openFolder` would refuse.
 */
export async function writeFolder(dir: string, meta: SourceFile, datasets: Partial<Datasets>): Promise<void> {
  const target = resolve(dir);
  await refuseOccupied(target);
  const draft = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  await makeDraft(draft, target);
  try {
    const source = `${JSON.stringify(meta, null, 2)}\n`;
    parseSourceFile(source);
    await writeFile(join(draft, SOURCE_FILE), source);
    for (const dataset of DATASET_NAMES) await writeTable(draft, dataset, datasets[dataset]);
    await rmdir(target).catch(() => undefined);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function makeDraft(draft: string, target: string): Promise<void> {
  try {
    await makeFolder(draft);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(",")[0] ?? "") : String(cause);
    throw new BriefingError(
      "bad_input",
      `folder ${quote(target)} cannot be made (${reason})`,
      "Name a new folder in one that you may write to.",
      { cause },
    );
  }
}

async function refuseOccupied(target: string): Promise<void> {
  const files = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new BriefingError("bad_input", `${quote(target)} is not a folder`, "Name a new folder.", {
      cause: error,
    });
  });
  if (files.length === 0) return;
  const problem = `folder ${quote(target)} is not empty (${files.slice(0, 3).join(", ")})`;
  throw new BriefingError("bad_input", problem, "Name a new folder, or empty this one.");
}

async function writeTable<K extends DatasetName>(dir: string, dataset: K, data: Datasets[K] | undefined) {
  if (data === undefined) return;
  const { file, read, write } = TABLES[dataset];
  const bytes = Buffer.from(write(data));
  read(readCsv(file, bytes));
  await writeFile(join(dir, file), bytes);
}
