import { spawn } from "node:child_process";
import { once } from "node:events";

const ROOT = new URL("../..", import.meta.url).pathname;
const SKEWED_CLOCK = new URL("skewed-clock.js", import.meta.url).href;
/** To end what hangs, however busy the machine. */
const READY_MS = 300_000;
const STOP_MS = 120_000;

/** The program, as `npm start` runs it, in a process that can be killed. */
export interface Bot {
  readonly name: string;
  readonly pid: number;
  /** It listens, which is its last word at the start; or it was killed. Rejects with its log where it ends instead. */
  readonly ready: Promise<void>;
  readonly log: () => string;
  /** How it ended, where it did so by itself; null: it runs, or was ended. */
  readonly died: () => string | null;
  readonly isRunning: () => boolean;
  /** kill -9; waits until it is gone. */
  kill(): Promise<void>;
  /** As an operator would; its exit code. Null: it had to be killed. */
  stop(): Promise<number | null>;
}

/** @param clockOffMs how far its machine's clock is off */
export function startBot(
  name: string,
  environment: Readonly<Record<string, string>>,
  clockOffMs: number,
): Bot {
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
  const said = { out: "", log: "" };
  const ended = once(child, "exit");
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  let wasEnded = false;
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (isRunning()) {
      wasEnded = true;
      child.kill(signal);
    }
    await ended;
  };
  const died = () =>
    isRunning() || wasEnded
      ? null
      : `${name} ended with ${child.exitCode ?? child.signalCode}: ${tail(said.log)}`;

  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => {}); // for who does not wait
  const patience = setTimeout(() => {
    reject(new Error(`${name} did not come up: ${tail(said.log)}`));
    void end("SIGKILL");
  }, READY_MS);
  child.stderr.on("data", (chunk: Buffer) => (said.log += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString();
    if (/^(Slack|Teams): /m.test(said.out)) resolve();
  });
  child.once("close", () => {
    const why = died();
    if (why === null) resolve();
    else reject(new Error(why));
  });
  void ready.finally(() => clearTimeout(patience)).catch(() => {});

  return {
    name,
    pid: child.pid ?? 0,
    ready,
    log: () => said.log,
    died,
    isRunning,
    kill: () => end("SIGKILL"),
    async stop() {
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await end("SIGTERM");
      clearTimeout(late);
      return child.exitCode;
    },
  };
}

const LOG_SHOWN = 3_000;
const tail = (log: string) => log.slice(-LOG_SHOWN);
