import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { parseKeys } from "../../../src/storage/keys.ts";
import { newKeyText } from "../../storage/store-world.ts";
import { folderOf } from "../../support/folder-assistant.ts";
import { newDatabase } from "../../support/postgres.ts";
import { waitFor } from "../../support/slack/wait-for.ts";
import { newStore } from "../../support/store.ts";
import { type Connector, startConnector } from "../../support/teams/connector.ts";
import { type Issuer, startIssuer } from "../../support/teams/issuer.ts";
import { APP_ID, BOT, DANA, PERSONAL, TENANT, wordsOf } from "../../support/teams/rig.ts";

/** The program as `npm start` runs it, between a sign-in and a connector of our own. */
const MAIN = new URL("../../../src/main.ts", import.meta.url).pathname;

let issuer: Issuer;
let connector: Connector;
let folder: string;
const ends: (() => Promise<unknown> | unknown)[] = [];
beforeEach(async () => {
  [issuer, connector, folder] = await Promise.all([
    startIssuer(),
    startConnector(),
    folderOf(sampleDatasets()),
  ]);
  ends.push(issuer.close, connector.close);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function start(environment: Readonly<Record<string, string>>) {
  const state = mkdtempSync(join(tmpdir(), "smallcaps-teams-"));
  const env = { PATH: process.env["PATH"], STATE_DIR: state, PORT: "0", CONSOLE_PORT: "0", ...environment };
  const child = spawn(process.execPath, [MAIN, "serve"], { env, cwd: state });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  ends.push(stop);
  const line = (name: string) =>
    waitFor(
      `the start line of ${name}: ${said.err}`,
      () => new RegExp(`^${name}: (http\\S+)`, "m").exec(said.out)?.[1],
    );
  return { said, ended, stop, line };
}

const teams = () => ({
  MicrosoftAppId: APP_ID.toUpperCase(),
  MicrosoftAppPassword: "hunter2-hunter2",
  MicrosoftAppTenantId: TENANT,
  TEAMS_OPENID_METADATA_URL: issuer.metadataUrl,
  TEAMS_TOKEN_ISSUER: issuer.url,
  TEAMS_LOGIN_URL: issuer.url,
  TEAMS_SERVICE_HOSTS: new URL(connector.url).host,
  DATA_FOLDER: folder,
  LIVE_SOURCES: "french,reference",
});

async function ask(url: string, text: string, more: Readonly<Record<string, unknown>> = {}) {
  const serviceurl = String(more["serviceUrl"] ?? connector.url);
  const activity = {
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: connector.url,
    from: DANA,
    recipient: BOT,
    conversation: { id: PERSONAL, conversationType: "personal", tenantId: TENANT },
    text,
    ...more,
  };
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: await issuer.bearer({ aud: APP_ID, serviceurl }),
    },
    body: JSON.stringify(activity),
  });
}

/** An address at which nobody listens: the proxy alone leads from it to where somebody does. */
const beyond = (url: string) => url.replace("127.0.0.1", "127.0.0.77");

/** A firm's way out: notes every host that is asked for. */
async function startProxy() {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "");
    hosts.push(url.host);
    url.hostname = "127.0.0.1";
    const upstream = httpRequest(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(upstream);
  });
  server.on("connect", (request, client, head) => {
    hosts.push(request.url ?? "");
    const upstream = connect(Number(request.url?.split(":")[1]), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const each of [upstream, client]) each.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { hosts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe("the program with Teams configured", () => {
  it("stands beside Slack on one ingress, and goes out through the proxy alone", async () => {
    const proxy = await startProxy();
    const program = start({
      ...teams(),
      TEAMS_OPENID_METADATA_URL: beyond(issuer.metadataUrl),
      TEAMS_LOGIN_URL: beyond(issuer.url),
      TEAMS_SERVICE_HOSTS: new URL(beyond(connector.url)).host,
      SLACK_BOT_TOKEN: "xoxb-0123456789",
      SLACK_SIGNING_SECRET: "signing",
      SLACK_API_URL: "http://127.0.0.1:9/api",
      HTTPS_PROXY: proxy.url,
    });
    const url = await program.line("Teams");
    expect(new URL(url).pathname).toBe("/api/messages");
    expect(new URL(await program.line("Slack")).origin).toBe(new URL(url).origin);
    const serviceUrl = beyond(connector.url);
    expect((await ask(url, "help", { serviceUrl })).status).toBe(200);
    await waitFor("the answer", () => connector.messages.length === 1);
    expect(wordsOf(connector.messages[0] as never)).toContain("Topics");
    const reached = new Set(proxy.hosts);
    for (const each of [beyond(issuer.metadataUrl), beyond(connector.url)]) {
      expect(reached).toContain(new URL(each).host);
    }
    expect(await program.stop()).toBe(0);
    expect(program.said.err + program.said.out).not.toContain("hunter2");
  });

  it("knows its conversations after a restart, and keeps them encrypted", async () => {
    const state = mkdtempSync(join(tmpdir(), "smallcaps-teams-"));
    const keyText = newKeyText();
    const url = await newDatabase();
    const lasting = { STATE_DIR: state, DATABASE_URL: url, ENCRYPTION_KEY: keyText };
    const first = start({ ...teams(), ...lasting });
    await ask(await first.line("Teams"), "help");
    await waitFor("the answer", () => connector.messages.length === 1);
    expect(await first.stop()).toBe(0);
    const kept = await newStore(parseKeys(keyText), url);
    const stored = await kept.sealed("references");
    await kept.close();
    expect(stored).toHaveLength(1);
    expect(stored[0]).not.toContain(connector.url);

    const second = start({ ...teams(), ...lasting });
    const conversation = {
      id: "19:x@thread.tacv2;messageid=1",
      conversationType: "channel",
      tenantId: TENANT,
    };
    const entities = [{ type: "mention", mentioned: BOT }];
    await ask(await second.line("Teams"), "performance private", { id: "2", conversation, entities });
    // Beside the channel's own lines: where it went, and on a slow machine that it takes a while.
    const personal = () =>
      connector.messages.filter(({ path }) => path === `/v3/conversations/${PERSONAL}/activities`);
    await waitFor("the private answer", () => personal().length === 2);
  });

  it("says every fault of its settings and ends with 2", async () => {
    const program = start({ MicrosoftAppPassword: "hunter2-hunter2", TEAMS_LOCAL: "1", HOST: "0.0.0.0" });
    expect(await program.ended).toBe(2);
    expect(program.said.err).toMatch(/MicrosoftAppPassword[\s\S]*HOST=0\.0\.0\.0/);
    expect(program.said.err).not.toContain("hunter2");
  });

  it("without an app id answers this machine alone", async () => {
    const program = start({ TEAMS_LOCAL: "1", DATA_FOLDER: folder, LIVE_SOURCES: "french,reference" });
    const url = await program.line("Teams");
    const local = { headers: { "content-type": "application/json" }, method: "POST" };
    const foreign = {
      type: "message",
      id: "2",
      channelId: "msteams",
      serviceUrl: "https://attacker.example.com/",
    };
    const rest = { from: DANA, recipient: BOT, conversation: { id: PERSONAL }, text: "help" };
    const refused = await fetch(url, { ...local, body: JSON.stringify({ ...foreign, ...rest }) });
    expect(refused.status).toBe(403);
    const taken = await fetch(url, {
      ...local,
      body: JSON.stringify({ ...foreign, ...rest, serviceUrl: connector.url }),
    });
    expect(taken.status).toBe(200);
    await waitFor("the answer", () => connector.messages.length === 1);
    expect(connector.messages[0]?.headers.authorization).toBeUndefined();
    await ask(url, "performance", { id: "3" });
    await waitFor("the answer with its chart", () => connector.messages.length === 2);
    const picture = /"(http:\/\/[^"]+\.png)"/.exec(JSON.stringify(connector.messages[1]?.body))?.[1] ?? "";
    const image = await fetch(picture);
    expect(image.headers.get("content-type")).toBe("image/png");
    expect(await program.stop()).toBe(0);
  });
});
