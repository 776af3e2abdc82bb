import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fakeWorkspace } from "./fake-workspace.ts";
import type { Fault } from "./faults.ts";
import { argumentsOf, type Json, objectOf, stringOf } from "./json.ts";

/** One request, in the order of arrival. */
export interface FaultCall {
  /** A Web API method, "upload" (the bytes), or "response_url". */
  readonly method: string;
  /** Objects and lists parsed; the token is never kept. Empty where the connection was cut before reading. */
  readonly args: Json;
  /** Whether a token came with it. */
  readonly token: boolean;
  /** `markOf` the token, to tell tokens apart; empty without one. */
  readonly mark: string;
  /** Milliseconds since the server started. */
  readonly at: number;
  /** "ok", the name of Slack's refusal, or the kind of the fault. */
  readonly answered: string;
}

interface Asked {
  readonly method: string;
  readonly id: string;
}
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly named: string;
}

const OK: Fault = { kind: "ok", fields: {} };
const JSON_HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "x-oauth-scopes": "commands,chat:write,files:write,channels:read,groups:read,users:read",
};

export type FaultServer = Awaited<ReturnType<typeof startFaultServer>>;

/** A Slack Web API of our own on a free port, which fails as told and otherwise says yes. */
export async function startFaultServer({ now = Date.now }: { readonly now?: () => number } = {}) {
  const started = performance.now();
  const scripts = new Map<string, Fault[]>();
  const lasting = new Map<string, Fault>();
  const calls: FaultCall[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let base = "";
  const workspace = fakeWorkspace(() => base, now);

  function later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }

  /** What an unfaulted request gets. */
  function work({ method, id }: Asked, args: Json, bytes: Buffer): Answer {
    if (method === "upload") {
      const taken = workspace.receive(id, bytes);
      return { status: taken ? 200 : 404, headers: {}, body: taken ? "OK" : "file_not_found", named: "ok" };
    }
    if (method === "response_url") return { status: 200, headers: {}, body: "ok", named: "ok" };
    return json(workspace.answer(method, args));
  }

  function respond(asked: Asked, fault: Fault, args: Json, bytes: Buffer): Answer {
    if (fault.kind === "refusal") return refused(asked, { error: fault.error, ...fault.fields });
    if (fault.kind === "status") {
      if (fault.done) work(asked, args, bytes);
      return { ...fault, named: `status ${fault.status}` };
    }
    const answer = work(asked, args, bytes);
    if (fault.kind === "slow") return { ...answer, named: `slow ${fault.what}` };
    const plain = fault.kind !== "ok" || Object.keys(fault.fields).length === 0;
    return plain ? answer : json({ ...objectOf(answer.body), ...fault.fields });
  }

  function write(response: ServerResponse, { status, headers, body }: Answer, fault: Fault): void {
    const halves = fault.kind === "slow" && fault.what === "body";
    const whole = () => {
      response.writeHead(status, { ...headers }).end(body);
    };
    if (halves) {
      response.writeHead(status, { ...headers }).write(body.slice(0, 1));
      later(fault.ms, () => response.end(body.slice(1)));
    } else if (fault.kind === "slow") later(fault.ms, whole);
    else whole();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = askedOf(request.url ?? "/");
    const fault = scripts.get(asked.method)?.shift() ?? lasting.get(asked.method) ?? OK;
    const at = performance.now() - started;
    const heard = /^Bearer\s+(\S+)/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const keep = (args: Json, token: string, answered: string) =>
      calls.push({ method: asked.method, args, token: token !== "", mark: markOf(token), at, answered });
    if (fault.kind === "hang-up" && fault.when === "before") {
      keep({}, heard, "hang-up before");
      request.socket.destroy();
      return;
    }
    const bytes = await bytesOf(request);
    const { token, ...args } = argumentsIn(asked, bytes, request.headers["content-type"] ?? "");
    const withToken = heard || stringOf(token);
    if (fault.kind === "hang-up" || fault.kind === "silence") {
      keep(args, withToken, fault.kind === "silence" ? "silence" : "hang-up after");
      return leave(request, fault, () => work(asked, args, bytes));
    }
    const answer = respond(asked, fault, args, bytes);
    keep(args, withToken, answer.named);
    write(response, answer, fault);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: base,
    /** With a slash at the end, for `slackApiUrl`. */
    apiUrl: `${base}/api/`,
    /** An address for a command's or a click's `response_url`. */
    responseUrl: (id = "1") => `${base}/response/${id}`,
    ...workspace,
    /** Done as if asked for, by nobody. */
    perform: (method: string, args: Json) => workspace.answer(method, args),
    calls: calls as readonly FaultCall[],
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** What was sent to response_urls and taken. */
    responses: () => calls.filter((call) => call.method === "response_url" && call.answered === "ok"),
    /** Plays these out in order for the next requests of the method; then it says yes again. */
    answer(method: string, faults: readonly Fault[]): void {
      scripts.set(method, [...(scripts.get(method) ?? []), ...faults]);
    },
    /** From now on, whenever nothing is scripted; null: yes again. */
    always(method: string, fault: Fault | null): void {
      if (fault) lasting.set(method, fault);
      else lasting.delete(method);
    },
    /** Says yes to everything again. */
    heal(): void {
      scripts.clear();
      lasting.clear();
    },
    /** Methods whose scripted answers nobody came for: a test ends with this empty. */
    unused: () => [...scripts].filter(([, left]) => left.length > 0).map(([method]) => method),
    async close(): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Without an answer. */
function leave(
  request: IncomingMessage,
  fault: Fault & { kind: "hang-up" | "silence" },
  work: () => void,
): void {
  if (fault.done) work();
  if (fault.kind === "hang-up") request.socket.destroy();
}

/** A short hash: equal for equal tokens, and no token. */
export function markOf(token: string): string {
  return token === "" ? "" : createHash("sha256").update(token).digest("hex").slice(0, 12);
}

function askedOf(url: string): Asked {
  const [, place = "", ...rest] = new URL(url, "http://slack.test").pathname.split("/");
  const tail = rest.join("/");
  if (place === "api") return { method: tail, id: "" };
  return { method: place === "response" ? "response_url" : place, id: tail };
}

function argumentsIn({ method, id }: Asked, bytes: Buffer, type: string): Json {
  if (method === "upload") return { id, bytes: bytes.length };
  const args = argumentsOf(bytes.toString("utf8"), type);
  return id ? { id, ...args } : args;
}

/** The body; of a form with a file, as the SDK uploads, the file alone. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return whole;
  const form = await new Response(whole, { headers: { "content-type": type } }).formData();
  const file = [...form.values()].find((value) => typeof value !== "string");
  return file ? Buffer.from(await file.arrayBuffer()) : whole;
}

/** A response_url and an upload address refuse by their status. */
function refused({ id }: Asked, why: Json): Answer {
  const answer = json({ ok: false, ...why });
  return id === "" ? answer : { ...answer, status: 404 };
}

function json(said: Json): Answer {
  const named = said["ok"] === true ? "ok" : stringOf(said["error"]);
  return { status: 200, headers: JSON_HEADERS, body: JSON.stringify(said), named };
}
