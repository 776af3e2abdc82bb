import { randomBytes } from "node:crypto";
import type { ExportFile } from "../../briefing/exporter.ts";

/** Files that an answer points to, made when they are fetched; the longest unused go first. */
export interface FileShelf {
  /** An address that nobody can guess. */
  put(make: () => Promise<ExportFile>): string;
  /** Null for an id that was never put, or was dropped since. */
  make(id: string): Promise<ExportFile> | null;
}

export function createFileShelf(capacity: number): FileShelf {
  const kept = new Map<string, () => Promise<ExportFile>>();
  return {
    put(make) {
      const id = randomBytes(16).toString("hex");
      kept.set(id, make);
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break;
        kept.delete(oldest);
      }
      return id;
    },
    make: (id) => kept.get(id)?.() ?? null,
  };
}
