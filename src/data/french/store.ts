import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "../../folders.ts";

const metaSchema = z.object({
  url: z.string(),
  retrievedAt: z.iso.datetime(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is known of a stored zip; `sha256` is of its bytes. */
export type StoredMeta = z.infer<typeof metaSchema>;

export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

// The zip's name holds its hash and the json is renamed into place last, so the pair always fits together.
const zipName = (name: string, hash: string) => `${name}.${hash.slice(0, 16)}.zip`;

/** Null where there is no copy, or none that can be understood. */
export async function readMeta(dir: string, name: string): Promise<StoredMeta | null> {
  try {
    return metaSchema.parse(JSON.parse(await readFile(join(dir, `${name}.json`), "utf8")));
  } catch {
    return null;
  }
}

/** Null where the bytes are gone or are not the ones that were stored. */
export async function readBytes(dir: string, name: string, meta: StoredMeta): Promise<Buffer | null> {
  const bytes = await readFile(join(dir, zipName(name, meta.sha256))).catch(() => null);
  return bytes && sha256(bytes) === meta.sha256 ? bytes : null;
}

export async function storeCopy(dir: string, name: string, bytes: Buffer, meta: StoredMeta): Promise<void> {
  await makeFolder(dir);
  const zip = zipName(name, meta.sha256);
  await replaceFile(dir, zip, bytes);
  await replaceFile(dir, `${name}.json`, `${JSON.stringify(meta, null, 2)}\n`);
  const old = (await readdir(dir)).filter(
    (file) => file.startsWith(`${name}.`) && file.endsWith(".zip") && file !== zip,
  );
  await Promise.all(old.map((file) => rm(join(dir, file), { force: true })));
}

async function replaceFile(dir: string, name: string, contents: Buffer | string): Promise<void> {
  const draft = join(dir, `${name}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, contents, { flush: true });
    await rename(draft, join(dir, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
