import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "../../folders.ts";
import { replaceFile, sha256 } from "./shelf.ts";

const schema = z.object({
  source: z.string(),
  name: z.string(),
  url: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  /** Of the refused body; null where the source's terms forbid keeping it. */
  sha256: z.string().nullable(),
  bytes: z.number(),
});

/** An answer that was refused, and why. */
export type Refused = z.infer<typeof schema>;

/** Answers that were refused, for the owner to look at: the newest of each kind. */
export interface Quarantine {
  put(refused: Omit<Refused, "sha256" | "bytes">, body: Uint8Array | null): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Refused[]>;
}

const MOST = 40;
const MOST_BYTES = 5_000_000;

export function openQuarantine(dir: string): Quarantine {
  return {
    put: async (refused, body) => {
      await makeFolder(dir);
      const bytes = body === null ? null : Buffer.from(body.subarray(0, MOST_BYTES));
      const entry = { ...refused, sha256: bytes && sha256(bytes), bytes: body?.length ?? 0 };
      // One entry a source and body of its: the same fault each hour is one fault.
      const name = `${refused.source}-${refused.name}`;
      if (bytes) await replaceFile(dir, `${name}.body`, bytes);
      await replaceFile(dir, `${name}.json`, `${JSON.stringify(entry, null, 2)}\n`);
      for (const { source, name: old } of (await list(dir)).slice(MOST))
        await Promise.all(
          ["body", "json"].map((end) => rm(join(dir, `${source}-${old}.${end}`), { force: true })),
        );
    },
    list: () => list(dir),
  };
}

async function list(dir: string): Promise<readonly Refused[]> {
  const files = (await readdir(dir).catch(() => [])).filter((file) => file.endsWith(".json"));
  const entries = await Promise.all(
    files.map(async (file) => {
      try {
        return schema.parse(JSON.parse(await readFile(join(dir, file), "utf8")));
      } catch {
        return null;
      }
    }),
  );
  return entries.filter((entry) => entry !== null).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
