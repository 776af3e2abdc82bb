import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Installation } from "@slack/bolt";
import express from "express";
import type { Recorder } from "../../../src/audit/port.ts";
import type { ChartDrawer } from "../../../src/briefing/chart.ts";
import type { Exporter } from "../../../src/briefing/exporter.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import type { Controls, Schedules } from "../../../src/delivery/port.ts";
import type { Store } from "../../../src/storage/port.ts";
import { createSlackApp } from "../../../src/surfaces/slack/app.ts";
import type { SlackDeps, SlackLog, SlackSettings } from "../../../src/surfaces/slack/deps.ts";
import { createInstallations } from "../../../src/surfaces/slack/installations.ts";
import type { Assistant } from "../../../src/surfaces/surface.ts";
import { topics } from "../../../src/topics/index.ts";
import { assistantOn, folderOf } from "../folder-assistant.ts";
import { STUB_DRAWER, STUB_EXPORTER } from "../stub-drawer.ts";
import { unwired } from "../unwired.ts";
import { startFaultServer } from "./fault-server.ts";
import { type Json, objectOf, stringOf } from "./json.ts";
import { BOT_ID, BOT_USER_ID, TEAM_ID } from "./payloads.ts";
import { rawClient } from "./raw-client.ts";

const SECRET = "signing secret of the rig";
export const RIG_TOKEN = "xoxb-rig-0123456789";
/** No note of work comes by itself, however slow the machine: tests of the note ask for it. */
const NEVER_MS = 3_600_000;

export interface RigOptions {
  readonly assistant?: Assistant;
  readonly settings?: Partial<SlackSettings>;
  readonly chartUrl?: SlackDeps["chartUrl"];
  /** In memory when left out. */
  readonly store?: Store;
  readonly schedules?: Schedules;
  readonly controls?: Controls;
  readonly recorder?: Recorder;
  /** Draws eight bytes when left out. */
  readonly drawer?: ChartDrawer;
  readonly exporter?: Exporter;
}

let shared: Promise<Assistant> | undefined;
const sampleAssistant = () => (shared ??= folderOf(sampleDatasets()).then(assistantOn));

const scheduling = async (schedules: Schedules) =>
  assistantOn(await folderOf(sampleDatasets()), () => schedules);

/** Slack's side of the program in this process, in front of a Slack that fails as told. */
export async function startRig(options: RigOptions = {}) {
  const slack = await startFaultServer();
  const lines: string[] = [];
  const write = (details: object, message: string) => void lines.push(`${message} ${textOf(details)}`);
  const log: SlackLog = { info: write, warn: write, error: write };
  const store = options.store ?? memoryStore();
  const installations = createInstallations(store, options.settings?.allowedTeams ?? []);
  const assistant =
    options.assistant ?? (await (options.schedules ? scheduling(options.schedules) : sampleAssistant()));
  const app = createSlackApp(
    {
      assistant: () => assistant,
      mode: () => "live",
      drawer: options.drawer ?? STUB_DRAWER,
      exporter: options.exporter ?? STUB_EXPORTER,
      store,
      log,
      chartUrl: options.chartUrl ?? null,
      topics,
      ...unwired,
      ...(options.controls ? { controls: options.controls } : {}),
      ...(options.recorder ? { recorder: options.recorder } : {}),
      schedules: () => options.schedules ?? null,
      settings: {
        botToken: RIG_TOKEN,
        signingSecret: SECRET,
        appToken: null,
        oauth: null,
        apiUrl: slack.apiUrl,
        authorizeUrl: null,
        allowedTeams: [],
        fetch: globalThis.fetch,
        workingAfterMs: NEVER_MS,
        ...options.settings,
      },
    },
    installations,
  );
  const server = createServer(app.router ? express().use(app.router) : express());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const raw = rawClient({ url: `${url}/slack/events`, signingSecret: SECRET });
  let asked = 0;
  const next = () => {
    asked += 1;
    return String(asked);
  };
  return {
    /** Without a path. */
    url,
    poster: app.poster,
    slack,
    store,
    installations,
    raw,
    log: () => lines.join("\n"),
    /** A slash command; answers go to `slack.responses()`. Resolves with the acknowledgement. */
    slash: (text: string, channel = "C0ALPHA001", fields: Readonly<Record<string, string>> = {}) =>
      raw.slash({
        text,
        channel_id: channel,
        trigger_id: `t${next()}`,
        response_url: slack.responseUrl("r"),
        ...fields,
      }),
    mention: (text: string, channel = "C0ALPHA001") => {
      const ts = `1700000000.${next().padStart(6, "0")}`;
      const words = `<@${BOT_USER_ID}> ${text}`;
      return raw.event({ type: "app_mention", user: "U0MEMBER01", channel, text: words, ts });
    },
    dm: (text: string, channel = "D0MEMBER01") => {
      const ts = `1700000000.${next().padStart(6, "0")}`;
      return raw.event({ type: "message", channel_type: "im", user: "U0MEMBER01", channel, text, ts });
    },
    /** A click on a button of ours. */
    press: (actionId: string, value: string, more: Json = {}) =>
      raw.interaction({
        trigger_id: `t${next()}`,
        channel: { id: "C0ALPHA001", name: "alpha" },
        container: { type: "message", channel_id: "C0ALPHA001" },
        response_url: slack.responseUrl("r"),
        actions: [{ type: "button", action_id: actionId, block_id: "b", value }],
        ...more,
      }),
    /** What the asker was told alone: at the response_url, and as ephemeral messages. */
    aside: () => [
      ...slack.responses().map(({ args }) => stringOf(args["text"])),
      ...slack.ephemerals.map(({ text }) => stringOf(text)),
    ],
    /** After everything under way is done. */
    settled: () => app.stop(),
    async close(): Promise<void> {
      await app.stop();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await slack.close();
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** As Slack's OAuth leaves it. */
export function installationOf(team = TEAM_ID): Installation {
  return {
    team: { id: team, name: "Desk" },
    enterprise: undefined,
    user: { id: "U0MEMBER01", token: undefined, scopes: undefined },
    bot: { token: RIG_TOKEN, scopes: ["chat:write"], id: BOT_ID, userId: BOT_USER_ID },
    tokenType: "bot",
    isEnterpriseInstall: false,
    appId: "A000000001",
  };
}

function memoryStore(): Store {
  const held = new Map<string, unknown>();
  return {
    get: async (collection, key) => held.get(`${collection} ${key}`),
    set: async (collection, key, value) => void held.set(`${collection} ${key}`, value),
    change: async (collection, key, to) => {
      const next = to(held.get(`${collection} ${key}`));
      held.set(`${collection} ${key}`, next);
      return next;
    },
    delete: async (collection, key) => void held.delete(`${collection} ${key}`),
    keys: async (collection) =>
      [...held.keys()]
        .filter((key) => key.startsWith(`${collection} `))
        .map((key) => key.slice(collection.length + 1))
        .sort(),
    close: async () => {},
  };
}

/** As a log would show it: errors with their causes and everything that hangs on them. */
function textOf(details: object): string {
  const seen = new Set<unknown>();
  return JSON.stringify(details, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return "seen";
    seen.add(value);
    if (!(value instanceof Error)) return value;
    return {
      ...objectOf(JSON.stringify(value)),
      ...value,
      message: value.message,
      stack: value.stack,
      cause: value.cause,
    };
  });
}
