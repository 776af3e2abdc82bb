import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What goes out goes through the firm's proxy and trusts the firm's own certificate authority. */
const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
const servers: Server[] = [];
const tunnels: string[] = [];
let proxy = "";
let library = "";
let authority = "";

const months = Array.from({ length: 60 }, (_, at) =>
  new Date(Date.UTC(2020, at, 1)).toISOString().slice(0, 7).replace("-", ""),
);
const portfolios = [
  ",<= 0,Lo 30,Med 40,Hi 30,Lo 20,Qnt 2,Qnt 3,Qnt 4,Hi 20,Lo 10,Dec 2,Dec 3,Dec 4,Dec 5,Dec 6,Dec 7,Dec 8,Dec 9,Hi 10",
  ...months.map((month, at) => `${month},-99.99${`,${((at % 9) - 3.5).toFixed(2)}`.repeat(18)}`),
  "",
  "  Equal Weight Returns -- Monthly",
  "",
  "Copyright 2025 Eugene F. Fama and Kenneth R. French",
].join("\r\n");
const zip = Buffer.from(zipSync({ "Portfolios_Formed_on_ME.CSV": Buffer.from(portfolios) }));

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  if (noOpenssl) return;
  const dir = mkdtempSync(join(tmpdir(), "smallcaps-ca-"));
  authority = join(dir, "cert.pem");
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-keyout",
      join(dir, "key.pem"),
      "-out",
      authority,
      ...subject,
    ],
    { stdio: "ignore" },
  );
  const secure = createSecureServer(
    { key: readFileSync(join(dir, "key.pem")), cert: readFileSync(authority) },
    (_, response) => void response.end(zip),
  );
  library = `https://localhost:${await listening(secure as unknown as Server)}`;
  const tunnel = createServer();
  tunnel.on("connect", (request, client, head) => {
    tunnels.push(request.url ?? "");
    const upstream = connect(Number(request.url?.split(":")[1]), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  proxy = `http://127.0.0.1:${await listening(tunnel)}`;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

function ask(environment: Readonly<Record<string, string>>) {
  const state = mkdtempSync(join(tmpdir(), "smallcaps-proxy-"));
  const env = {
    PATH: process.env["PATH"],
    SMALLCAPS_DATA: "live",
    FRENCH_BASE_URL: library,
    LIVE_SOURCES: "french,reference",
    STATE_DIR: state,
    ...environment,
  };
  const child = spawn(process.execPath, [MAIN, "ask", "performance", "--as-of", "2024-12-31", "--json"], {
    env,
    cwd: state,
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, out, err })),
  );
}

describe.skipIf(noOpenssl)("behind a firm's proxy (needs openssl, to make a certificate)", () => {
  it("reaches the source through HTTPS_PROXY, trusting NODE_EXTRA_CA_CERTS", async () => {
    const { code, out, err } = await ask({ HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: authority });
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(JSON.parse(out).dataMode).toBe("live");
    expect(tunnels).toContain(new URL(library).host);
  });

  it("goes direct for hosts in NO_PROXY", async () => {
    tunnels.length = 0;
    const { code } = await ask({ HTTPS_PROXY: proxy, NO_PROXY: "localhost", NODE_EXTRA_CA_CERTS: authority });
    expect(code).toBe(0);
    expect(tunnels).toEqual([]);
  });

  it("refuses a certificate that nobody vouches for, with the remedy", async () => {
    const { code, err } = await ask({});
    expect(code).toBe(3);
    expect(err).toMatch(/NODE_EXTRA_CA_CERTS|certificate/i);
  });
});
