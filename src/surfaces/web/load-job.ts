import type { Request, Response } from "express";
import type { ConsoleLog, LoadRealData } from "./deps.ts";
import { KEEP_ALIVE_MS } from "./limits.ts";
import { type Problem, problemOf } from "./problem.ts";

export type LoadState =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly message: string }
  | { readonly phase: "done" }
  | ({ readonly phase: "failed" } & Pick<Problem, "message" | "hint">);

export interface LoadJob {
  state(): LoadState;
  /** Starts unless running or done: a second click joins the first. */
  start(): void;
  /** Sends the state and its changes as Server-Sent Events until the job has ended. */
  stream(request: Request, response: Response): void;
}

export function createLoadJob(load: LoadRealData, log: ConsoleLog): LoadJob {
  let state: LoadState = { phase: "idle" };
  const listeners = new Set<() => void>();

  function become(next: LoadState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  async function run(): Promise<void> {
    become({ phase: "running", message: "Starting the download" });
    try {
      await load((message) => {
        if (state.phase === "running") become({ phase: "running", message });
      });
      log.info({}, "real data loaded");
      become({ phase: "done" });
    } catch (error) {
      const { message, hint } = problemOf(error, log, "loading real data");
      log.info({ reason: message }, "real data not loaded");
      become({ phase: "failed", message, hint });
    }
  }

  function stream(request: Request, response: Response): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const keepAlive = setInterval(() => response.write(": still here\n\n"), KEEP_ALIVE_MS);
    const stop = () => {
      clearInterval(keepAlive);
      listeners.delete(send);
    };
    const send = () => {
      response.write(`data: ${JSON.stringify(state)}\n\n`);
      if (state.phase === "running") return;
      stop();
      response.end();
    };
    request.on("close", stop);
    listeners.add(send);
    send();
  }

  return {
    state: () => state,
    start: () => {
      if (state.phase === "idle" || state.phase === "failed") void run();
    },
    stream,
  };
}
