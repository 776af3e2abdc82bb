import type { Server } from "node:http";
import type { Express } from "express";
import { listen, type Running } from "../listen.ts";
import { CLOSING_GRACE_MS, HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS } from "./limits.ts";

/**
 * Serves the ingress on HOST:PORT. Port 0 picks a free one.
 * @throws BriefingError bad_config where the host or the port cannot be had
 */
export function startIngress(
  app: Express,
  options: { readonly host: string; readonly port: number },
): Promise<Running> {
  const { host, port } = options;
  return listen(app, { host, port, owner: "ingress", portVariable: "PORT", graceMs: CLOSING_GRACE_MS, tune });
}

function tune(server: Server): void {
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
}
