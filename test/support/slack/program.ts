import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = new URL("../../../src/main.ts", import.meta.url).pathname;

export interface RunningProgram {
  /** Where the platform's events go. */
  readonly eventsUrl: string;
  readonly ingressUrl: string;
  readonly log: () => string;
  readonly process: ChildProcess;
  /** Ends it as an operator would; its exit code. */
  stop(): Promise<number | null>;
}

/** The program as `npm start` runs it, with the documented environment and nothing else. */
export async function startProgram(
  environment: Readonly<Record<string, string>>,
  platform: "Slack" | "Teams" = "Slack",
): Promise<RunningProgram> {
  const env = {
    PATH: process.env["PATH"],
    STATE_DIR: mkdtempSync(join(tmpdir(), "smallcaps-state-")),
    CONSOLE_PORT: "0",
    PORT: "0",
    ...environment,
  };
  const child = spawn(process.execPath, [MAIN, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  let out = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const eventsUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const found = new RegExp(`${platform}: (http\\S+)`).exec(out)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${log}`)));
  });
  return {
    eventsUrl,
    ingressUrl: new URL(eventsUrl).origin,
    log: () => log,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}
