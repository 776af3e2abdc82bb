import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Call {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A message as it stands in its conversation. */
export interface Taken extends Call {
  readonly id: string;
}

/** What a call is answered with instead of yes. */
export type Fault =
  | {
      readonly status: number;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** It is carried out all the same. */
      readonly done?: boolean;
    }
  /** The connection is cut after the call was read; `done`: after it was carried out. */
  | "hang-up"
  | "done, then hang-up"
  /** No answer ever comes. */
  | "hang"
  | "done, then hang";

export interface TeamsMember {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}

/** Stands for the Bot Connector: notes every call, and fails as told. */
export interface Connector {
  readonly url: string;
  readonly calls: readonly Call[];
  /** Messages that were taken, in order; typing left out. */
  readonly messages: readonly Taken[];
  /** The next calls that fit fail, one fault each; "always" until told otherwise. */
  fail(fits: (call: Call) => boolean, ...faults: readonly Fault[]): void;
  failAlways(fits: (call: Call) => boolean, fault: Fault): void;
  heal(): void;
  /** Who is in every conversation. */
  setMembers(members: readonly TeamsMember[]): void;
  close(): Promise<void>;
}

export const isMessage = ({ method, body }: Call) =>
  (method === "POST" || method === "PUT") &&
  ((body["activity"] as { type?: unknown } | undefined)?.type ?? body["type"]) === "message";

export async function startConnector(): Promise<Connector> {
  const calls: Call[] = [];
  const messages: Taken[] = [];
  let planned: { fits: (call: Call) => boolean; faults: Fault[]; always: boolean }[] = [];
  let members: readonly TeamsMember[] = [];
  let count = 0;

  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    calls.push(call);
    const fault = nextFault(call);
    if (isDone(fault)) {
      count += 1;
      if (isMessage(call)) messages.push({ ...call, id: `message-${count}` });
    }
    if (typeof fault === "object") refuse(response, fault);
    else if (fault?.endsWith("hang-up")) request.socket.destroy();
    else if (fault === undefined) send(response, call.method === "GET" ? 200 : 201, answerTo(call));
  });

  function nextFault(call: Call): Fault | undefined {
    const plan = planned.find(({ fits, faults }) => faults.length > 0 && fits(call));
    return plan?.always ? plan.faults[0] : plan?.faults.shift();
  }

  function answerTo({ method, path, body }: Call): unknown {
    if (path.endsWith("/pagedmembers")) return { members };
    if (method !== "POST" || path !== "/v3/conversations") return { id: `message-${count}` };
    const channel = (body["channelData"] as { channel?: { id: string } } | undefined)?.channel?.id;
    if (channel) return { id: `${channel};messageid=${count}`, activityId: `message-${count}` };
    const [member] = (body["members"] ?? []) as { id: string }[];
    return { id: `personal of ${member?.id}` };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  return {
    url,
    calls,
    messages,
    fail: (fits, ...faults) => void planned.push({ fits, faults: [...faults], always: false }),
    failAlways: (fits, fault) => void planned.push({ fits, faults: [fault], always: true }),
    heal: () => {
      planned = [];
    },
    setMembers: (given) => {
      members = given;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isDone(fault: Fault | undefined): boolean {
  if (typeof fault === "string") return fault.startsWith("done");
  return fault === undefined || fault.done === true;
}

async function callOf(request: IncomingMessage): Promise<Call> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const { method = "GET", headers, url = "" } = request;
  const body = text === "" ? {} : (JSON.parse(text) as Call["body"]);
  return { method, path: decodeURIComponent(url.split("?")[0] ?? ""), headers, body };
}

function refuse(response: ServerResponse, fault: Exclude<Fault, string>): void {
  for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
  send(response, fault.status, { error: { code: fault.code ?? "Refused", message: "as the test wants it" } });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
