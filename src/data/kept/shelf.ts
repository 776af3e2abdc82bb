import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SourceResponse } from "../../briefing/figure.ts";
import { makeFolder } from "../../folders.ts";

const responseSchema = z.object({
  // In the order of fresh ones: a briefing's id is a hash of its text.
  url: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  retrievedAt: z.iso.datetime(),
  status: z.number().default(200),
});

/** A body with its provenance. */
export interface Copy {
  readonly bytes: Buffer;
  readonly response: SourceResponse;
}

/** One source's kept copies: plain files, so that a terminal has them without a database. */
export interface Shelf {
  /** Changes when any copy does. */
  stamp(): Promise<string>;
  /** Null where there is no copy, or none that can be understood. */
  response(name: string): Promise<SourceResponse | null>;
  /** Null where the bytes are gone or are not the ones that were kept. */
  read(name: string): Promise<Copy | null>;
  /** Replaces the copy in one step. */
  keep(name: string, copy: Copy): Promise<void>;
  /** The provenance of every copy; not of what the source did not have. */
  all(): Promise<readonly SourceResponse[]>;
}

export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

export function openShelf(dir: string): Shelf {
  return {
    stamp: () =>
      stat(dir, { bigint: true }).then(
        ({ ino, mtimeNs }) => `${ino} ${mtimeNs}`,
        () => "",
      ),
    response: (name) => readResponse(dir, name),
    read: async (name) => {
      const response = await readResponse(dir, name);
      if (response === null) return null;
      const bytes = await readFile(join(dir, bodyName(name, response.sha256))).catch(() => null);
      return bytes && sha256(bytes) === response.sha256 ? { bytes, response } : null;
    },
    keep: (name, copy) => keep(dir, name, copy),
    all: async () => {
      const files = await readdir(dir).catch(() => []);
      const names = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
      const responses = await Promise.all(names.map((name) => readResponse(dir, name)));
      return responses.filter((response) => response?.status === 200) as readonly SourceResponse[];
    },
  };
}

// The body's name holds its hash and the json is renamed into place last, so the pair always fits together.
const bodyName = (name: string, hash: string) => `${name}.${hash.slice(0, 16)}.body`;

async function readResponse(dir: string, name: string): Promise<SourceResponse | null> {
  try {
    return responseSchema.parse(JSON.parse(await readFile(join(dir, `${name}.json`), "utf8")));
  } catch {
    return null;
  }
}

async function keep(dir: string, name: string, { bytes, response }: Copy): Promise<void> {
  await makeFolder(dir);
  const body = bodyName(name, response.sha256);
  await replaceFile(dir, body, bytes);
  await replaceFile(dir, `${name}.json`, `${JSON.stringify(response, null, 2)}\n`);
  const old = (await readdir(dir)).filter(
    (file) => file.startsWith(`${name}.`) && file.endsWith(".body") && file !== body,
  );
  await Promise.all(old.map((file) => rm(join(dir, file), { force: true })));
}

export async function replaceFile(dir: string, name: string, contents: Buffer | string): Promise<void> {
  const draft = join(dir, `${name}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, contents, { flush: true });
    await rename(draft, join(dir, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
