import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What happens to a channel's next post. limited: 429. down: 503, not posted. lost: posted, then 500.
 * tardy: 500, and posted a moment later. hang: posted, and no answer ever. gone: 404. slow: posted after a moment.
 */
export type Fault = "limited" | "down" | "lost" | "hang" | "gone" | "slow" | "tardy";

export interface PostedMessage {
  readonly id: string;
  readonly slot: string;
  readonly channel: string;
  readonly text: string;
  readonly corrections: readonly string[];
}

/** Stands for a platform: an HTTP server that keeps what is posted, and fails as told. */
export interface PlatformServer {
  readonly url: string;
  readonly messages: PostedMessage[];
  readonly told: { readonly user: string; readonly text: string }[];
  /** Called for each post that arrives, before it is answered. */
  onPost: (channel: string) => void;
  fail(channel: string, ...faults: Fault[]): void;
  close(): Promise<void>;
}

type Sent = Partial<Record<"slot" | "channel" | "text" | "user" | "id" | "what", string>>;

export async function startPlatformServer(): Promise<PlatformServer> {
  const faults = new Map<string, Fault[]>();
  const messages: PostedMessage[] = [];
  const told: PlatformServer["told"] = [];
  let next = 1;
  const answer = (response: ServerResponse, status: number, body: object = {}) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

  /** Before it stands in the channel: answered already, if so. */
  async function delayed(fault: Fault | undefined, response: ServerResponse): Promise<void> {
    if (fault === "tardy") answer(response, 500);
    if (fault === "tardy" || fault === "slow") await sleep(fault === "tardy" ? 200 : 50);
  }

  async function post(body: Sent, response: ServerResponse) {
    const { channel = "", slot = "", text = "" } = body;
    platform.onPost(channel);
    const fault = faults.get(channel)?.shift();
    if (fault === "limited") return answer(response, 429);
    if (fault === "down") return answer(response, 503);
    if (fault === "gone") return answer(response, 404);
    await delayed(fault, response);
    const message = { id: `m${next++}`, slot, channel, text, corrections: [] };
    messages.push(message);
    if (fault === "lost") return answer(response, 500);
    if (fault === "hang" || fault === "tardy") return;
    answer(response, 200, { id: message.id });
  }

  function correct({ id, text = "", what = "" }: Sent, response: ServerResponse) {
    const index = messages.findIndex((message) => message.id === id);
    const old = messages[index];
    if (old === undefined) return answer(response, 404);
    messages[index] = { ...old, text, corrections: [...old.corrections, what] };
    answer(response, 200);
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/find") {
      const found = messages.find(({ slot }) => slot === url.searchParams.get("slot"));
      return answer(response, 200, { id: found?.id ?? null });
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
    if (url.pathname === "/post") return post(body, response);
    if (url.pathname === "/correct") return correct(body, response);
    told.push({ user: body.user ?? "", text: body.text ?? "" });
    answer(response, 200);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const platform: PlatformServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    told,
    onPost: () => {},
    fail: (channel, ...more) => void faults.set(channel, [...(faults.get(channel) ?? []), ...more]),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return platform;
}
