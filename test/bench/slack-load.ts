import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { FORM, slashBody } from "../support/slack/payloads.ts";
import { signatureOf } from "../support/slack/raw-client.ts";

/** Signed slash commands from a process of its own: at a steady rate whatever comes back, or as fast as they are taken. */
export interface Load {
  readonly url: string;
  readonly secret: string;
  readonly commands: readonly Readonly<Record<string, string>>[];
  /** Commands a second; null: each connection sends the next when the last was acknowledged. */
  readonly rate: number | null;
  readonly connections: number;
}
export interface Acknowledged {
  readonly status: number;
  readonly ms: number;
}
export interface LoadResult {
  readonly acknowledged: readonly Acknowledged[];
  readonly ms: number;
}

function send(load: Load, agent: Agent, fields: Readonly<Record<string, string>>): Promise<Acknowledged> {
  const body = slashBody(fields);
  const timestamp = Math.floor(Date.now() / 1_000);
  const started = performance.now();
  const headers = {
    "content-type": FORM,
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": signatureOf(load.secret, timestamp, body),
  };
  return new Promise((done) => {
    const finish = (status: number) => done({ status, ms: performance.now() - started });
    const sent = request(load.url, { method: "POST", headers, agent }, (response) => {
      response.resume().on("end", () => finish(response.statusCode ?? 0));
    });
    sent.on("error", () => finish(0));
    sent.end(body);
  });
}

async function steady(load: Load, agent: Agent, rate: number): Promise<readonly Acknowledged[]> {
  const started = performance.now();
  const under: Promise<Acknowledged>[] = [];
  for (const [index, fields] of load.commands.entries()) {
    const wait = started + (index * 1_000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    under.push(send(load, agent, fields));
  }
  return Promise.all(under);
}

async function flatOut(load: Load, agent: Agent): Promise<readonly Acknowledged[]> {
  const left = [...load.commands];
  const acknowledged: Acknowledged[] = [];
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) acknowledged.push(await send(load, agent, next));
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  return acknowledged;
}

process.on("message", async (load: Load) => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const started = performance.now();
  const acknowledged = await (load.rate === null ? flatOut(load, agent) : steady(load, agent, load.rate));
  agent.destroy();
  const result: LoadResult = { acknowledged, ms: performance.now() - started };
  process.send?.(result);
});
process.on("disconnect", () => process.exit(0));
