import { randomUUID } from "node:crypto";
import { link, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const OWNER_ONLY = 0o600;

/** After a crash at any moment the file holds the old text or the new, whole. */
export async function replacePrivately(file: string, text: string): Promise<void> {
  const draft = await draftOf(file, text);
  await rename(draft, file).catch((error: unknown) => dropAndThrow(draft, error));
  await syncFolder(dirname(file));
}

/** Creates the file whole; leaves one that is there, whoever was first. */
export async function createPrivately(file: string, text: string): Promise<void> {
  const draft = await draftOf(file, text);
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(file));
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

async function draftOf(file: string, text: string): Promise<string> {
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, text, { flush: true, flag: "wx", mode: OWNER_ONLY }).catch((error: unknown) =>
    dropAndThrow(draft, error),
  );
  return draft;
}

async function dropAndThrow(draft: string, error: unknown): Promise<never> {
  await rm(draft, { force: true });
  throw error;
}

/** The new name itself must survive a power cut; Windows has no such call for folders. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(dir, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
