import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../../folders.ts";
import type { DatasetName } from "../../market/datasets.ts";
import type { Fetched } from "../../market/port.ts";
import { replaceFile } from "./shelf.ts";

/** A dataset, and until when it is used without asking: milliseconds since 1970. */
interface Ready {
  readonly fetched: Fetched;
  readonly until: number;
}

/** Datasets as they were read from their copies, so that the next process need not read them again. */
export interface Understood {
  /** Null where there is none that was made of these copies by this code. */
  read(dataset: DatasetName, stamp: string): Promise<Ready | null>;
  /** Makes room, so that writing does not change the shelf's stamp. */
  prepare(): Promise<void>;
  write(dataset: DatasetName, stamp: string, ready: Ready): Promise<void>;
}

export function openUnderstood(shelfDir: string): Understood {
  const dir = join(shelfDir, "understood");
  return {
    prepare: () => makeFolder(dir),
    read: async (dataset, stamp) => {
      const text = await readFile(join(dir, `${dataset}.txt`), "utf8").catch(() => "");
      const [key, hash, body = ""] = text.split("\n", 3);
      if (body === "" || key !== (await keyOf(stamp)) || hash !== sha256(body)) return null;
      return JSON.parse(body) as Ready;
    },
    write: async (dataset, stamp, ready) => {
      const body = JSON.stringify(ready);
      await replaceFile(dir, `${dataset}.txt`, [await keyOf(stamp), sha256(body), body].join("\n"));
    },
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const keyOf = async (stamp: string) => `${await code()} ${stamp}`;

/** Other code might read other numbers from the same copies. */
const READERS = ["data", "market", "maths"].map((room) =>
  fileURLToPath(new URL(`../../${room}`, import.meta.url)),
);
let known: Promise<string> | null = null;
function code(): Promise<string> {
  known ??= Promise.all(READERS.map(filesOf)).then((files) => sha256(files.flat().sort().join("\n")));
  return known;
}

async function filesOf(room: string): Promise<readonly string[]> {
  const entries = await readdir(room, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
}
