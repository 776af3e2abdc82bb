import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type AnchorStore, anchorText, createAnchoring, readAnchor } from "../../src/audit/anchor.ts";
import { objectStore } from "../../src/audit/anchor-object.ts";
import { newAuditKeys } from "./audit-world.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Call {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** An object store as far as anchors go: PUT, GET, If-None-Match, and locked objects. */
async function startObjects() {
  const objects = new Map<string, string>();
  const calls: Call[] = [];
  let failing = 0;
  const server = createServer(async (request, response) => {
    const { method, url = "", headers } = request;
    calls.push({ method, url, headers });
    let body = "";
    for await (const chunk of request) body += chunk;
    const end = (status: number, text = "") => response.writeHead(status).end(text);
    if (failing > 0) {
      failing -= 1;
      return end(503);
    }
    if (headers.authorization !== "Bearer very-secret") return end(403);
    if (method === "GET") return objects.has(url) ? end(200, objects.get(url)) : end(404);
    if (headers["if-none-match"] !== "*") return end(400);
    if (objects.has(url)) return end(412);
    objects.set(url, body);
    return end(201);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  closing.push(() => server.close());
  const prefix = `http://127.0.0.1:${(server.address() as AddressInfo).port}/audit`;
  const open = (token = "very-secret"): AnchorStore => objectStore({ prefix, token, fetch });
  const fail = (times: number) => {
    failing = times;
  };
  return { objects, calls, open, fail };
}

async function all(store: AnchorStore): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of store.read()) texts.push(text);
  return texts;
}

test("anchors are objects of their own, numbered, and read back in order", async () => {
  const { objects, open } = await startObjects();
  const [one, other] = [open(), open()];
  for (let i = 1; i <= 19; i += 1) await (i % 3 === 0 ? other : one).write(`anchor ${i}`);
  expect([...objects.keys()].slice(0, 2)).toEqual(["/audit/00000001.json", "/audit/00000002.json"]);
  expect(await all(open())).toEqual(Array.from({ length: 19 }, (_, i) => `anchor ${i + 1}`));
  await open().write("after a new start");
  expect(objects.get("/audit/00000020.json")).toBe("after a new start");
});

test("two that write at once take two numbers", async () => {
  const { objects, open } = await startObjects();
  await Promise.all(Array.from({ length: 6 }, (_, i) => open().write(`by ${i}`)));
  expect([...objects.values()].sort()).toEqual(["by 0", "by 1", "by 2", "by 3", "by 4", "by 5"]);
});

test("a store that refuses is named, without the token", async () => {
  const { open } = await startObjects();
  const fault = await open("wrong-secret")
    .write("x")
    .catch((error: unknown) => error);
  expect(fault).toMatchObject({
    message: expect.stringContaining("403"),
    hint: expect.stringContaining("AUDIT_ANCHOR_TOKEN"),
  });
  expect(JSON.stringify(fault)).not.toContain("wrong-secret");
});

test("every so many rows are anchored, the last ones at the stop; a store that failed gets the next", async () => {
  const { objects, open, fail } = await startObjects();
  const keys = newAuditKeys();
  const said: string[] = [];
  const now = () => new Date("2026-11-23T14:30:00Z");
  const anchoring = createAnchoring({
    stores: [open()],
    keys,
    now,
    say: (message) => void said.push(message),
    everyRows: 10,
  });
  const anchored = () => [...objects.values()].map((text) => readAnchor(text, keys)?.seq);
  for (let seq = 1; seq <= 10; seq += 1) anchoring.noted({ seq, hash: `h${seq}` });
  await expect.poll(anchored).toEqual([10]);
  fail(1);
  anchoring.noted({ seq: 11, hash: "h11" });
  await anchoring.flush();
  expect(said).toEqual([expect.stringContaining("503")]);
  anchoring.noted({ seq: 12, hash: "h12" });
  await anchoring.stop();
  expect(anchored()).toEqual([10, 12]);
  await anchoring.stop();
  expect(objects.size).toBe(2);
});

test("an anchor says what it was made for, and by whose key", () => {
  const keys = newAuditKeys();
  const text = anchorText(keys, { seq: 7, hash: "abc" }, "2026-11-23T14:30:00.000Z");
  expect(readAnchor(text, keys)).toMatchObject({ seq: 7, hash: "abc", kid: keys[0].id });
  for (const forged of [
    text.replace('"seq":7', '"seq":8'),
    text.replace("abc", "abd"),
    text.replace("14:30", "14:31"),
    text.slice(0, -1),
    "null",
    "",
  ])
    expect(readAnchor(forged, keys), forged).toBeNull();
  expect(readAnchor(text, newAuditKeys())).toBeNull();
});
