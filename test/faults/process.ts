import { spawn } from "node:child_process";
import { once } from "node:events";

const ROOT = new URL("../..", import.meta.url).pathname;
const SKEWED_CLOCK = new URL("skewed-clock.js", import.meta.url).href;
const READY_MS = 60_000;

/** The program, as `npm start` runs it, in a process that can be killed. */
export interface Bot {
  readonly name: string;
  readonly log: () => string;
  readonly isRunning: () => boolean;
  /** kill -9; waits until it is gone. */
  kill(): Promise<void>;
  /** As an operator would; killed where it does not end. Its exit code; null: it had to be killed. */
  stop(): Promise<number | null>;
}

const STOP_MS = 40_000;

/**
 * Waits until it listens, which is its last word at the start.
 * @param clockOffMs how far its machine's clock is off
 * @throws Error with its log where it ends instead
 */
export async function startBot(
  name: string,
  environment: Readonly<Record<string, string>>,
  clockOffMs: number,
): Promise<Bot> {
  const skewed = clockOffMs === 0 ? [] : ["--import", SKEWED_CLOCK];
  const child = spawn(process.execPath, [...skewed, "src/launch.js", "src/main.ts", "serve"], {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      CONSOLE_PORT: "0",
      CLOCK_OFF_MS: String(clockOffMs),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const ended = once(child, "exit") as Promise<[number | null]>;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const kill = async () => {
    if (isRunning()) child.kill("SIGKILL");
    await ended;
  };

  await new Promise<void>((resolve, reject) => {
    let out = "";
    const fail = (why: string) => reject(new Error(`${name} ${why}: ${log.slice(-2_000)}`));
    const patience = setTimeout(() => {
      child.kill("SIGKILL");
      fail("did not come up");
    }, READY_MS);
    child.once("exit", (code, signal) => {
      clearTimeout(patience);
      fail(`ended with ${code ?? signal}`);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (!/^(Slack|Teams): /m.test(out)) return;
      clearTimeout(patience);
      resolve();
    });
  });
  return {
    name,
    log: () => log,
    isRunning,
    kill,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      const [code] = await ended;
      clearTimeout(late);
      return code;
    },
  };
}
