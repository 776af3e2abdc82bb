import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClient, type Request } from "../../../src/data/http/client.ts";
import { SourceFault } from "../../../src/data/http/fault.ts";
import { createPace } from "../../../src/data/http/pace.ts";
import { type Handler, send, serve } from "./serve.ts";

const NOW = () => new Date("2026-03-20T08:00:00.000Z");
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;

async function client(handler: Handler, change: Partial<Parameters<typeof createClient>[0]> = {}) {
  const server = await serve(handler);
  const ask = createClient({ now: NOW, timeoutMs: 20_000, breakMs: 300, ...change });
  const request = (more: Partial<Request> = {}): Request => ({
    base: new URL(server.baseUrl),
    path: "a/b",
    kind: "json",
    maxBytes: 1_000_000,
    ...more,
  });
  return { ...server, ask, request };
}

async function refusal(asked: Promise<unknown>): Promise<SourceFault> {
  const error = await asked.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (error instanceof SourceFault) return error;
  throw error;
}

describe("the client", () => {
  it("gives the bytes with where they came from, and shows the public part of what was asked", async () => {
    const { ask, request, asked, baseUrl } = await client((_, response) =>
      send(response, '{"a":1}', "application/json"),
    );
    const { bytes, response } = await ask(
      request({ query: { id: "x y" }, secretQuery: { key: "hidden-key" }, fragment: "body" }),
    );
    expect(bytes.toString()).toBe('{"a":1}');
    // sha256sum of {"a":1}
    expect(response).toEqual({
      url: `${baseUrl}/a/b?id=x+y#body`,
      sha256: "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
      retrievedAt: "2026-03-20T08:00:00.000Z",
      status: 200,
    });
    expect(asked[0]?.url).toBe("/a/b?id=x+y&key=hidden-key");
  });

  it("waits as long as it is asked to, by seconds, before it asks again", async () => {
    const times: number[] = [];
    const { ask, request } = await client((_, response, count) => {
      times.push(performance.now());
      if (count === 1) response.writeHead(429, { "retry-after": "1" }).end();
      else send(response, "{}", "application/json");
    });
    await ask(request());
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("or by a date; a wish beyond its time limit ends the question, and the host is left alone", async () => {
    const { ask, request, asked } = await client(
      (_, response) =>
        void response
          .writeHead(503, {
            date: "Fri, 20 Mar 2026 08:00:00 GMT",
            "retry-after": "Fri, 20 Mar 2026 08:10:00 GMT",
          })
          .end(),
    );
    expect((await refusal(ask(request()))).restMs).toBe(600_000);
    expect((await refusal(ask(request()))).message).toMatch(/^not asked again so soon after: .*status 503/);
    expect(asked.length).toBe(1);
  });

  it("keeps its credentials from hosts that it is sent on to", async () => {
    const other = await serve((_, response) => send(response, "{}", "application/json"));
    const { ask, request } = await client(
      (_, response) => void response.writeHead(302, { location: `${other.baseUrl}/c` }).end(),
    );
    await ask(request({ headers: { authorization: "Token very-secret" } }));
    expect(other.asked.length).toBe(1);
    expect(other.asked[0]?.headers.authorization).toBeUndefined();
    const posted = await refusal(ask(request({ json: { key: "very-secret" } })));
    expect(posted.message).toMatch(/redirects what is posted to another host/);
    expect(other.asked.length).toBe(1);
  });

  it.each<[string, string, string, RegExp, boolean]>([
    [
      "a note on limits",
      '{"Note":"Our standard call frequency is 5 a minute."}',
      "application/json",
      /a message instead of data: "Our standard call frequency/,
      true,
    ],
    [
      "an error",
      '{"Error Message":"Invalid API KEY."}',
      "application/json",
      /a message instead of data: "Invalid API KEY/,
      false,
    ],
    [
      "the SEC's page for who does not say who asks",
      "<html><h1>Your Request Originates from an Undeclared Automated Tool</h1></html>",
      "text/html",
      /wants to know who asks/,
      false,
    ],
    [
      "the SEC's page for who asks too often",
      "<html>Request Rate Threshold Exceeded</html>",
      "text/html",
      /asked too often/,
      true,
    ],
  ])("takes %s for what it is, although its status is 200", async (_, body, type, message, transient) => {
    const { ask, request } = await client((_asked, response) => send(response, body, type));
    const fault = await refusal(ask(request()));
    expect(fault.message).toMatch(message);
    expect(fault.transient).toBe(transient);
  });

  it("blots out secrets that a server sends back, encoded or not", async () => {
    const { ask, request } = await client(
      (_, response) =>
        void response.writeHead(400).end('{"error_message":"api_key=a+b/c&x=a%2Bb%2Fc is bad"}'),
    );
    const { message } = await refusal(ask(request({ secretQuery: { api_key: "a+b/c" } })));
    expect(message).toMatch(/status 400: api_key=\[secret\]&x=\[secret\] is bad/);
  });

  it.skipIf(noOpenssl)("never asks an unencrypted address that an encrypted one sends it to", async () => {
    const dir = mkdtempSync(join(tmpdir(), "smallcaps-tls-"));
    const [key, cert] = [join(dir, "key.pem"), join(dir, "cert.pem")];
    const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...names],
      { stdio: "ignore" },
    );
    const plain = await serve((_, response) => send(response, "{}", "application/json"));
    const secure = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.writeHead(302, { location: `${plain.baseUrl}/x` }).end(),
    );
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void secure.close());
    const dispatcher = new Agent({ connect: { ca: readFileSync(cert, "utf8") } });
    onTestFinished(() => dispatcher.close());
    const ask = createClient({ now: NOW, timeoutMs: 20_000, breakMs: 300, dispatcher });
    const base = new URL(`https://127.0.0.1:${(secure.address() as AddressInfo).port}`);
    const fault = await refusal(ask({ base, path: "a", kind: "json", maxBytes: 1_000 }));
    expect(fault.message).toMatch(/redirects to an unencrypted address/);
    expect(plain.asked).toEqual([]);
  });

  it("keeps to so many requests in a span over all who share a pace", async () => {
    const pace = createPace(5, 400);
    const times: number[] = [];
    const turn = async () => {
      await pace();
      times.push(performance.now());
    };
    await Promise.all(Array.from({ length: 12 }, turn));
    // Any six of them take longer than the span (timers may fire a millisecond early).
    for (let at = 0; at + 5 < times.length; at += 1)
      expect((times[at + 5] ?? 0) - (times[at] ?? 0)).toBeGreaterThanOrEqual(398);
  });
});
