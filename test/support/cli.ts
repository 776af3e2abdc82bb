import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { removeDir } from "./remove-dir.ts";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const AT_ONCE = 2;
const room = mkdtempSync(join(tmpdir(), "smallcaps-cli-"));
afterAll(() => removeDir(room));

/** A fresh folder that goes with the test file. */
export function freshFolder(): string {
  return mkdtempSync(join(room, "folder-"));
}

const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * The real program in a process of its own, away from any `.env`, with only the environment given. It is ended
 * after 100 s, with `code` null. At most two run at once.
 */
export function runProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return inTurn(
    () =>
      new Promise((done, fail) => {
        const child = spawn(process.execPath, [MAIN, ...args], {
          cwd: room,
          env: {
            PATH: process.env["PATH"],
            STATE_DIR: join(room, "state"),
            NODE_COMPILE_CACHE: join(room, "compiled"),
            ...environment,
          },
          stdio: ["ignore", "pipe", "pipe"],
          timeout: 100_000,
          killSignal: "SIGKILL",
        });
        let [stdout, stderr] = ["", ""];
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          stdout += text;
        });
        child.stderr.setEncoding("utf8").on("data", (text: string) => {
          stderr += text;
        });
        child.on("error", fail);
        child.on("close", (code) => done({ code, stdout, stderr }));
      }),
  );
}

export const ask = (args: readonly string[], environment?: Readonly<Record<string, string>>) =>
  runProgram(["ask", ...args], environment);
