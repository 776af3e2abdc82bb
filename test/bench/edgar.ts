import { type ChildProcess, spawn } from "node:child_process";
import { atMost, type BenchRow } from "./row.ts";

const FILES = { server: "edgar-server.ts", pull: "edgar-pull.ts" } as const;

interface Took {
  readonly members: number;
  readonly coldMs: number;
  readonly megabytes: number;
  readonly memoryMs: number;
  readonly storeMs: number;
}

/** A full market of 2,500 companies from a local EDGAR, within its requests a second. */
export async function edgarBench(): Promise<readonly BenchRow[]> {
  const server = start("server");
  try {
    const took = JSON.parse(await firstLine(start("pull", await firstLine(server)))) as Took;
    if (took.members !== 2_500) throw new Error(`${took.members} members came instead of 2,500`);
    return [
      atMost("EDGAR: 2,500 companies read cold", took.coldMs / 1_000, "s", 60),
      atMost("EDGAR: memory after reading them", took.megabytes, "MB", 400),
      atMost("EDGAR: read again from memory", took.memoryMs, "ms", 1),
      atMost("EDGAR: read again from the store", took.storeMs, "ms", 30),
    ];
  } finally {
    server.kill();
  }
}

function start(name: keyof typeof FILES, ...args: readonly string[]): ChildProcess {
  const path = new URL(FILES[name], import.meta.url).pathname;
  return spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"));
  }
  throw new Error("it ended without a word");
}
