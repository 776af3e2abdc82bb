import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { BriefingError } from "../../briefing/errors.ts";
import { createConsole } from "./app.ts";
import type { ConsoleDeps } from "./deps.ts";
import { CLOSING_GRACE_MS } from "./limits.ts";

export interface RunningConsole {
  /** "http://127.0.0.1:3001" */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the console on the loopback, never elsewhere. Port 0 picks a free one.
 * @throws BriefingError bad_config where the port cannot be had
 */
export async function startConsole(
  deps: ConsoleDeps,
  options: { readonly port: number },
): Promise<RunningConsole> {
  const server = createServer(createConsole(deps));
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(portError(error, port));
    server.once("error", refuse);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const reason = error.code === "EADDRINUSE" ? "is already in use" : "may not be opened by this user";
  const hint = `Set CONSOLE_PORT to a free port${error.code === "EADDRINUSE" ? ", or stop the program that has it" : " above 1023"}.`;
  return new BriefingError("bad_config", `The console's port ${port} (CONSOLE_PORT) ${reason}.`, hint, {
    cause: error,
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cutOff = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
  server.closeIdleConnections();
  await closed;
  clearTimeout(cutOff);
}
