import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Messages from a process of its own that is the Bot Connector, too: a turn lasts until its answer is there. */
export interface TurnLoad {
  readonly url: string;
  readonly text: string;
  readonly turns: number;
  /** At once; each in a personal chat of its own. */
  readonly chats: number;
}
export interface TurnResult {
  /** From the message to its answer, ms; one a turn that was answered. */
  readonly ms: readonly number[];
  /** Messages beyond one a turn. */
  readonly extra: number;
}

const GIVE_UP_MS = 20_000;
const agent = new Agent({ keepAlive: true });
const waiting = new Map<string, () => void>();
let extra = 0;
let asked = 0;

const connector = createServer(async (call, answer) => {
  let body = "";
  for await (const chunk of call) body += String(chunk);
  const chat = decodeURIComponent(/\/v3\/conversations\/([^/]+)\//.exec(call.url ?? "")?.[1] ?? "");
  const members = [{ id: `29:${chat}`, tenantId: "t", userRole: "user" }];
  const said = call.method === "GET" ? { members } : { id: "answer" };
  answer.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(said));
  if (call.method === "GET" || (JSON.parse(body) as { type?: string }).type !== "message") return;
  const arrived = waiting.get(chat);
  if (arrived) arrived();
  else extra += 1;
});

function activity(chat: string, text: string) {
  asked += 1;
  return JSON.stringify({
    type: "message",
    id: `bench-${process.pid}-${asked}`,
    channelId: "msteams",
    serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}`,
    from: { id: `29:${chat}`, name: "Dana" },
    recipient: { id: "28:bench", name: "smallcaps" },
    conversation: { id: chat, conversationType: "personal", tenantId: "t" },
    channelData: { tenant: { id: "t" } },
    text,
    textFormat: "plain",
  });
}

/** Its time in ms; null: no answer came. */
function turn(url: string, chat: string, text: string): Promise<number | null> {
  const body = activity(chat, text);
  const started = performance.now();
  return new Promise((done) => {
    const finish = (ms: number | null) => {
      clearTimeout(patience);
      waiting.delete(chat);
      done(ms);
    };
    const patience = setTimeout(() => finish(null), GIVE_UP_MS);
    waiting.set(chat, () => finish(performance.now() - started));
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", headers, agent }, (response) => {
      response.resume();
      if (response.statusCode !== 200 && response.statusCode !== 202) finish(null);
    });
    sent.on("error", () => finish(null));
    sent.end(body);
  });
}

async function run({ url, text, turns, chats }: TurnLoad): Promise<TurnResult> {
  extra = 0;
  let left = turns;
  const ms: number[] = [];
  const chat = async (index: number) => {
    for (; left > 0; ) {
      left -= 1;
      const took = await turn(url, `a:bench-${index}`, text);
      if (took !== null) ms.push(took);
    }
  };
  await Promise.all(Array.from({ length: chats }, (_, index) => chat(index)));
  await new Promise((later) => setTimeout(later, 200)); // for what should not come
  return { ms, extra };
}

process.on("message", async (load: TurnLoad) => process.send?.(await run(load)));
process.on("disconnect", () => process.exit(0));
connector.listen(0, "127.0.0.1", () => process.send?.("ready"));
