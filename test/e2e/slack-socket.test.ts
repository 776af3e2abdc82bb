import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { newDatabase } from "../support/postgres.ts";
import { refusal, slow } from "../support/slack/faults.ts";
import { objectOf } from "../support/slack/json.ts";
import { BOT_USER_ID, eventBody, slashBody } from "../support/slack/payloads.ts";
import { type SocketServer, startSocketServer } from "../support/slack/socket-server.ts";
import { waitFor } from "../support/slack/wait-for.ts";

const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
const BOT_TOKEN = "xoxb-socket-1234567890-secret";
const APP_TOKEN = "xapp-1-A000000001-1234567890-secret";
const CHANNEL = "C0MARKETS1";
/** Long enough for a second answer, if there were one, to come. */
const QUIET_MS = 400;
/** Bolt's client waits 5 s before it connects again; the rest is for a busy machine. */
const PATIENCE_MS = 60_000;
vi.setConfig({ testTimeout: 3 * PATIENCE_MS });

let slack: SocketServer;
let program: ReturnType<typeof start>;

/** The program as `npm start` runs it, with Socket Mode's two tokens and no address of its own. */
function start(environment: Readonly<Record<string, string>>) {
  const env = {
    PATH: process.env["PATH"],
    STATE_DIR: mkdtempSync(join(tmpdir(), "smallcaps-state-")),
    CONSOLE_PORT: "0",
    PORT: "0",
    LOG_LEVEL: "debug",
    FRENCH_BASE_URL: "http://127.0.0.1:9",
    LIVE_SOURCES: "french,reference",
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: `${slack.url}/api`,
    ...environment,
  };
  const child = spawn(process.execPath, [MAIN, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    /** Both of its streams. */
    said: () => said,
    ended,
    end: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
}

async function startConnected(): Promise<void> {
  // Its own server would live on after SIGKILL.
  program = start({ DATA_FOLDER: await folderOf(sampleDatasets()), DATABASE_URL: await newDatabase() });
  await waitFor("the start", () => program.said().includes("Slack: Socket Mode"), PATIENCE_MS);
}

beforeEach(async () => {
  slack = await startSocketServer();
});
afterEach(async () => {
  await program.end("SIGKILL");
  await slack.close();
  expect(program.said()).not.toContain(BOT_TOKEN);
  expect(program.said()).not.toContain(APP_TOKEN);
});

let asked = 0;
function slash(text: string) {
  asked += 1;
  const fields = { text, trigger_id: `1.${asked}.none`, response_url: slack.responseUrl() };
  const form = new URLSearchParams(slashBody({ channel_id: CHANNEL, ...fields }));
  return slack.deliver("slash_commands", Object.fromEntries(form));
}

/** Waits until `count` messages are there and no more come. */
async function posted(count: number) {
  await waitFor(`${count} messages`, () => slack.messages.length >= count, PATIENCE_MS);
  await new Promise((done) => setTimeout(done, QUIET_MS));
  expect(slack.messages).toHaveLength(count);
  return slack.messages;
}

it("answers a command and a mention, each acknowledged and once, although Slack repeats itself", async () => {
  await startConnected();
  expect(await slash("performance")).toMatchObject({ payload: {} });
  const [answer] = await posted(1);
  expect(answer).toMatchObject({ channel: CHANNEL, threadTs: null });
  expect(answer?.blocks.length).toBeGreaterThan(2);
  expect(JSON.stringify(answer)).not.toContain("SAMPLE DATA");

  const ts = "1790000000.000100";
  const text = `<@${BOT_USER_ID}> valuation`;
  const mention = objectOf(
    eventBody({ type: "app_mention", channel: CHANNEL, user: "U0MEMBER01", text, ts, event_ts: ts }),
  );
  await slack.deliver("events_api", mention, { retry_attempt: 0, retry_reason: "" });
  await slack.deliver("events_api", mention, { retry_attempt: 1, retry_reason: "timeout" });
  const [, second] = await posted(2);
  expect(second).toMatchObject({ channel: CHANNEL, threadTs: ts });
  expect(second?.blocks.length).toBeGreaterThan(2);
  expect(slack.acknowledged).toHaveLength(3);
  const words = slack.responses().map(({ args }) => args["text"]);
  expect(words.filter((text) => text !== "Working on it…")).toEqual([]); // that, on a busy machine
});

it("connects again when Slack refreshes the connection, and answers there", async () => {
  await startConnected();
  await slack.refresh();
  await waitFor("another connection", () => slack.opened() === 2, PATIENCE_MS);
  expect(slack.callsOf("apps.connections.open").map(({ token }) => token)).toEqual([true, true]);
  await slash("performance");
  const [answer] = await posted(1);
  expect(answer?.blocks.length).toBeGreaterThan(2);
  expect(slack.open()).toBe(1);
});

it("finishes the answer under way when it is stopped, and leaves Slack", async () => {
  await startConnected();
  slack.always("conversations.info", slow("headers", 4_000));
  await slash("performance");
  expect(slack.messages).toHaveLength(0);
  expect(await program.end("SIGTERM")).toBe(0);
  expect(slack.messages).toHaveLength(1);
  await waitFor("the end of the connection", () => slack.open() === 0);
});

it("ends with the reason where Slack refuses the app token", async () => {
  slack.always("apps.connections.open", refusal("invalid_auth"));
  program = start({ PUBLIC_URL: "https://smallcaps.example" });
  expect(await program.ended).toBeGreaterThan(0);
  expect(program.said()).toContain("Slack refused Socket Mode: invalid_auth");
  expect(program.said()).not.toContain("bug in smallcaps");
});
