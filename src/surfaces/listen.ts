import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { BriefingError } from "../briefing/errors.ts";

export interface Running {
  /** "http://127.0.0.1:3001" */
  readonly url: string;
  close(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Whose port it is, for faults: "console". */
  readonly owner: string;
  /** The variable that sets the port; HOST sets the host. */
  readonly portVariable: string;
  /** On closing, answers under way get this long. */
  readonly graceMs: number;
  readonly tune?: (server: Server) => void;
}

/** @throws BriefingError bad_config where the host or the port cannot be had */
export async function listen(handler: RequestListener, options: Listening): Promise<Running> {
  const server = createServer(handler);
  options.tune?.(server);
  await bind(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, close: () => close(server, options.graceMs) };
}

function bind(server: Server, options: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(bindError(error, options));
    server.once("error", refuse);
    server.listen({ port: options.port, host: options.host, exclusive: true }, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function bindError(cause: NodeJS.ErrnoException, { host, port, owner, portVariable }: Listening): Error {
  const refuse = (message: string, hint: string) => new BriefingError("bad_config", message, hint, { cause });
  const what = `The ${owner}'s port ${port} (${portVariable})`;
  switch (cause.code) {
    case "EADDRINUSE":
      return refuse(
        `${what} is already in use.`,
        `Set ${portVariable} to a free port, or stop the program that has it.`,
      );
    case "EACCES":
      return refuse(
        `${what} may not be opened by this user.`,
        `Set ${portVariable} to a free port above 1023.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return refuse(
        `HOST ${host} is not an address of this machine.`,
        "Set HOST to 127.0.0.1 behind a proxy on this machine, or to 0.0.0.0 for every address of it.",
      );
    default:
      return cause;
  }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearTimeout(cutOff);
}
