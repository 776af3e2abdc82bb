import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { AnchorStore } from "./anchor.ts";

/** Anchors as lines of a file, added at its end. */
export function anchorFile(file: string): AnchorStore {
  return {
    where: file,
    write: async (text) => {
      const handle = await open(file, "a", 0o600);
      try {
        await handle.appendFile(`${text}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    read: async function* () {
      const handle = await open(file, "r").catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      });
      if (handle === null) return;
      await handle.close();
      for await (const line of createInterface({ input: createReadStream(file) })) {
        if (line !== "") yield line;
      }
    },
  };
}
