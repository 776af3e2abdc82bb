import { listen, type Running } from "../listen.ts";
import { createConsole } from "./app.ts";
import type { ConsoleDeps } from "./deps.ts";
import { CLOSING_GRACE_MS } from "./limits.ts";

export type RunningConsole = Running;

/**
 * Serves the console on the loopback, never elsewhere. Port 0 picks a free one.
 * @throws BriefingError bad_config where the port cannot be had
 */
export function startConsole(deps: ConsoleDeps, options: { readonly port: number }): Promise<RunningConsole> {
  return listen(createConsole(deps), {
    host: "127.0.0.1",
    port: options.port,
    owner: "console",
    portVariable: "CONSOLE_PORT",
    graceMs: CLOSING_GRACE_MS,
  });
}
