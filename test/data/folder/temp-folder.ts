import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { removeDir } from "../../support/remove-dir.ts";

export const SOURCE = {
  name: "Test index provider",
  small: "Small 2000 (total return)",
  large: "Large 500, total return",
  licence: "internal-use",
  retrievedAt: "2026-01-31",
};

/** A folder on disk that lives as long as the test; `files` maps names to contents. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-folder-"));
  onTestFinished(() => removeDir(dir));
  for (const [name, contents] of Object.entries(files)) await writeFile(join(dir, name), contents);
  return dir;
}

export const source = (change: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ ...SOURCE, ...change });
