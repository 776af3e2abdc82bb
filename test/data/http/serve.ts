import { mkdtemp } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { removeDir } from "../../support/remove-dir.ts";

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Handler = (asked: Asked, response: ServerResponse, count: number) => void;

/** A real server on 127.0.0.1 for one test; `asked` lists what was asked, with bodies. */
export async function serve(
  handler: Handler,
): Promise<{ readonly baseUrl: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = "", method = "", headers } = request;
    const one = { url, method, headers, body: Buffer.concat(chunks).toString("utf8") };
    asked.push(one);
    handler(one, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-source-"));
  onTestFinished(() => removeDir(dir));
  return dir;
}

export function send(
  response: ServerResponse,
  body: Buffer | string,
  type: string,
  headers: object = {},
): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(200, { "content-type": type, "content-length": length, ...headers }).end(body);
}

/** What every source is opened with; `at` moves its clock. */
export async function liveOptions(
  baseUrl: string,
  now: () => Date,
  change: { dir?: string; timeoutMs?: number } = {},
) {
  const root = await temporaryFolder();
  return {
    baseUrl,
    dir: change.dir ?? join(root, "copies"),
    quarantineDir: join(root, "quarantine"),
    now,
    timeoutMs: change.timeoutMs ?? 20_000,
    breakMs: 300,
  };
}
