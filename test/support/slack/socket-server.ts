import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { startFaultServer } from "./fault-server.ts";
import { ok } from "./faults.ts";
import { type Json, objectOf, stringOf } from "./json.ts";
import { APP_ID } from "./payloads.ts";
import { waitFor } from "./wait-for.ts";

const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const;
/** What RFC 6455 has both sides append to the key. */
const KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const NORMAL_CLOSURE = Buffer.from([0x03, 0xe8]);

interface Frame {
  readonly opcode: number;
  readonly data: Buffer;
  /** How many bytes it took. */
  readonly length: number;
}

export type SocketServer = Awaited<ReturnType<typeof startSocketServer>>;

/** The fault server's Slack, which hands out what happens over Socket Mode instead of HTTP. */
export async function startSocketServer() {
  const slack = await startFaultServer();
  const links = new Set<Duplex>();
  const acknowledged: Json[] = [];
  let opened = 0;
  let sent = 0;

  const server = createServer((_, response) => response.writeHead(426).end());
  server.on("upgrade", (request, socket) => {
    const key = `${request.headers["sec-websocket-key"]}${KEY_SUFFIX}`;
    const accept = createHash("sha1").update(key).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    opened += 1;
    links.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => links.delete(socket));
    listen(socket, (message) => acknowledged.push(message));
    say(socket, { type: "hello", num_connections: links.size, connection_info: { app_id: APP_ID } });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  slack.always("apps.connections.open", ok({ ok: true, url: `ws://127.0.0.1:${port}/link/?ticket=t` }));

  const link = () => waitFor("a connection of the app", () => [...links].at(-1));
  return {
    ...slack,
    /** Connections there ever were. */
    opened: () => opened,
    /** Those there are now. */
    open: () => links.size,
    /** Every message of the app, in order. */
    acknowledged: acknowledged as readonly Json[],
    /** Hands one envelope over and waits for its acknowledgement. */
    async deliver(type: "slash_commands" | "events_api", payload: Json, more: Json = {}): Promise<Json> {
      sent += 1;
      const id = `envelope-${sent}`;
      const accepts = type === "slash_commands";
      say(await link(), { envelope_id: id, type, payload, accepts_response_payload: accepts, ...more });
      const answer = () => acknowledged.find(({ envelope_id }) => stringOf(envelope_id) === id);
      return waitFor(`the acknowledgement of ${id}`, answer);
    },
    /** As Slack does every few hours: says that it is about to close, and closes. */
    async refresh(): Promise<void> {
      const socket = await link();
      links.delete(socket);
      say(socket, { type: "disconnect", reason: "refresh_requested", debug_info: { host: "applink" } });
      write(socket, OPCODE.close, NORMAL_CLOSURE);
    },
    async close(): Promise<void> {
      for (const socket of links) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
      await slack.close();
    },
  };
}

/** Answers pings and the closing; hands each text message on. */
function listen(socket: Duplex, heard: (message: Json) => void): void {
  let waiting = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = frameIn(waiting); frame; frame = frameIn(waiting)) {
      waiting = waiting.subarray(frame.length);
      if (frame.opcode === OPCODE.text) heard(objectOf(frame.data.toString("utf8")));
      if (frame.opcode === OPCODE.ping) write(socket, OPCODE.pong, frame.data);
      if (frame.opcode === OPCODE.close) {
        write(socket, OPCODE.close, frame.data);
        socket.end();
      }
    }
  });
}

/** The first whole frame of a client, unmasked; null until it has arrived. */
function frameIn(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  if (short === 127) throw new RangeError("an app's messages are short");
  const maskAt = short === 126 ? 4 : 2;
  if (bytes.length < maskAt + 4) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  const dataAt = maskAt + 4;
  if (bytes.length < dataAt + size) return null;
  const mask = bytes.subarray(maskAt, dataAt);
  const data = Buffer.from(bytes.subarray(dataAt, dataAt + size));
  for (const [index, byte] of data.entries()) data[index] = byte ^ mask.readUInt8(index % 4);
  return { opcode: bytes.readUInt8(0) & 0x0f, data, length: dataAt + size };
}

function say(socket: Duplex, message: Json): void {
  write(socket, OPCODE.text, Buffer.from(JSON.stringify(message)));
}

/** One whole frame, unmasked, as a server's are. */
function write(socket: Duplex, opcode: number, data: Buffer): void {
  if (!socket.writable) return;
  const size = data.length < 126 ? [data.length] : [126, data.length >> 8, data.length & 0xff];
  socket.write(Buffer.concat([Buffer.from([0x80 | opcode, ...size]), data]));
}
