import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atMost, type BenchRow, median } from "./row.ts";

const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;

/** Start to ready and idle memory of the program as `npm start` runs it, on sample data. */
export async function processBench(): Promise<readonly BenchRow[]> {
  const starts: number[] = [];
  const memories: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const { ready, memory } = await startOnce();
    starts.push(ready);
    memories.push(memory);
  }
  return [
    atMost("start to ready", median(starts), "ms", 2_000),
    atMost("idle memory before the first chart", median(memories), "MB", 250),
  ];
}

async function startOnce(): Promise<{ ready: number; memory: number }> {
  const started = performance.now();
  const env = {
    PATH: process.env["PATH"],
    CONSOLE_PORT: "0",
    STATE_DIR: mkdtempSync(join(tmpdir(), "smallcaps-bench-")),
  };
  const child = spawn(process.execPath, [MAIN, "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        const url = /http:\/\/[^\s]+/.exec(chunk.toString())?.[0];
        if (url) resolve(url);
      });
      child.once("exit", () => reject(new Error("the program ended before it was ready")));
    });
    const response = await fetch(`${address}/readyz`);
    if (!response.ok) throw new Error(`/readyz answered ${response.status}`);
    const ready = performance.now() - started;
    await sleep(1_000);
    return { ready, memory: residentMegabytes(child.pid ?? 0) };
  } finally {
    child.kill("SIGTERM");
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
