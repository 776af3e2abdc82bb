import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { PostRecord, Recorder } from "../../../src/audit/port.ts";
import type { ChartDrawer } from "../../../src/briefing/chart.ts";
import type { Exporter } from "../../../src/briefing/exporter.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import type { Controls, Schedules } from "../../../src/delivery/port.ts";
import type { Collection, Store } from "../../../src/storage/port.ts";
import type { Assistant } from "../../../src/surfaces/surface.ts";
import { createTeamsApp } from "../../../src/surfaces/teams/app.ts";
import type { TeamsDeps, TeamsSettings } from "../../../src/surfaces/teams/deps.ts";
import { topics } from "../../../src/topics/index.ts";
import { assistantOn, folderOf } from "../folder-assistant.ts";
import { STUB_DRAWER, STUB_EXPORTER } from "../stub-drawer.ts";
import { type Call, startConnector } from "./connector.ts";
import { type Claims, startIssuer } from "./issuer.ts";

export const APP_ID = "11111111-2222-3333-4444-555555555555";
export const TENANT = "aaaaaaaa-1111-2222-3333-444444444444";
export const BOT = { id: `28:${APP_ID}`, name: "smallcaps" };
export const DANA = { id: "29:dana", name: "Dana", aadObjectId: "00000000-0000-0000-0000-0000000000aa" };
export const CHANNEL = "19:markets@thread.tacv2";
export const TEAM = { id: "19:general@thread.tacv2", name: "Trading Desk" };
export const PERSONAL = "a:personal-dana";
const SECRET = "client secret of the rig";
/** No note of work comes by itself, however slow the machine: tests of the note ask for it. */
const NEVER_MS = 3_600_000;

export interface RigOptions {
  readonly assistant?: Assistant;
  readonly settings?: Partial<TeamsSettings>;
  readonly mode?: "sample" | "live";
  readonly drawer?: ChartDrawer;
  readonly exporter?: Exporter;
  readonly exportUrl?: TeamsDeps["exportUrl"];
  readonly chartUrl?: TeamsDeps["chartUrl"];
  readonly store?: Store;
  readonly schedules?: Schedules;
  readonly controls?: Partial<Controls>;
}

/** What the recorder was told, and how many messages the connector had taken by then. */
export interface Recording extends PostRecord {
  readonly takenBefore: number;
  outcome?: { readonly sent: string | null } | { readonly notSent: string; readonly maybe: boolean };
}

type Json = Readonly<Record<string, unknown>>;

let shared: Promise<Assistant> | undefined;
const sampleAssistant = () => (shared ??= folderOf(sampleDatasets()).then(assistantOn));

/** Teams' side of the program in this process, between a sign-in and a connector of our own. */
export async function startTeamsRig(options: RigOptions = {}) {
  const [issuer, connector] = await Promise.all([startIssuer(), startConnector()]);
  const lines: string[] = [];
  const write = (details: object, message: string) =>
    void lines.push(`${message} ${JSON.stringify(details, (_, v) => (v instanceof Error ? v.stack : v))}`);
  const { schedules = null } = options;
  const assistant =
    options.assistant ??
    (schedules === null
      ? await sampleAssistant()
      : await assistantOn(await folderOf(sampleDatasets()), () => schedules));
  const records: Recording[] = [];
  const recorder: Recorder = {
    sending: async (post) => {
      const record: Recording = { ...post, takenBefore: connector.messages.length };
      records.push(record);
      return {
        sent: async (id) => {
          record.outcome = { sent: id };
        },
        notSent: async (reason, maybe = false) => {
          record.outcome = { notSent: reason, maybe };
        },
      };
    },
    found: async () => {},
  };
  const controls: Controls = {
    stopped: async () => null,
    stopAll: async () => {},
    pause: async () => {},
    list: async () => ({ all: null, workspaces: {} }),
    ...options.controls,
  };
  const settings: TeamsSettings = {
    app: { id: APP_ID, type: "SingleTenant", password: SECRET, tenant: TENANT },
    allowedTenants: [TENANT],
    allowedChannels: [],
    serviceHosts: [new URL(connector.url).host],
    openIdMetadataUrl: issuer.metadataUrl,
    tokenIssuer: issuer.url,
    loginUrl: issuer.url,
    proxy: null,
    fetch: globalThis.fetch,
    firstWaitMs: 5,
    workingAfterMs: NEVER_MS,
    ...options.settings,
  };
  const app = createTeamsApp({
    assistant: () => assistant,
    mode: () => options.mode ?? "live",
    drawer: options.drawer ?? STUB_DRAWER,
    exporter: options.exporter ?? STUB_EXPORTER,
    exportUrl: options.exportUrl ?? null,
    store: options.store ?? memoryStore(),
    schedules: () => schedules,
    recorder,
    controls,
    log: { info: write, warn: write, error: write },
    chartUrl: options.chartUrl ?? null,
    topics: topics.map(({ name, summary }) => ({ command: name, what: summary })),
    settings,
  });
  const server = createServer(express().use(app.router));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  let count = 0;

  const activity = (more: Json): Json => {
    count += 1;
    return {
      type: "message",
      id: `incoming-${count}`,
      channelId: "msteams",
      serviceUrl: connector.url,
      from: DANA,
      recipient: BOT,
      conversation: { id: PERSONAL, conversationType: "personal", tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      textFormat: "plain",
      ...more,
    };
  };

  async function post(body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return fetch(url, {
      method: "POST",
      body: text,
      headers: { "content-type": "application/json", ...headers },
    });
  }
  const bearer = (claims: Claims = {}) =>
    issuer.bearer({ aud: APP_ID, serviceurl: connector.url, ...claims });

  return {
    app,
    issuer,
    connector,
    log: lines,
    records,
    url,
    post,
    bearer,
    /** In the personal chat. */
    personal: (text: string, more: Json = {}) => activity({ text, ...more }),
    /** In a channel, with the bot mentioned before it; `thread`: the id of its first message. */
    channel: (text: string, thread = "1700000000001", more: Json = {}) =>
      activity({
        text: `<at>smallcaps</at> ${text}`,
        entities: [{ type: "mention", mentioned: BOT, text: "<at>smallcaps</at>" }],
        conversation: {
          id: `${CHANNEL};messageid=${thread}`,
          conversationType: "channel",
          tenantId: TENANT,
          isGroup: true,
        },
        channelData: { tenant: { id: TENANT }, team: TEAM, channel: { id: CHANNEL } },
        ...more,
      }),
    activity,
    /** As the Bot Connector delivers it; waits until all that it set off is done. */
    async deliver(body: unknown, claims: Claims = {}): Promise<Response> {
      const response = await post(body, { authorization: await bearer(claims) });
      await app.stop();
      return response;
    },
    close: async () => {
      await app.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([issuer.close(), connector.close()]);
    },
  };
}

export type TeamsRig = Awaited<ReturnType<typeof startTeamsRig>>;

/** The words of a message as it went over the wire: summary or text, and every text of the card. */
export function wordsOf({ body }: Call): string {
  const activity = (body["activity"] as Json | undefined) ?? body;
  return textsOf(activity).join("\n");
}

const SHOWN = ["text", "summary", "title", "altText"];

function textsOf(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === "string" ? (SHOWN.includes(key) ? [value] : []) : textsOf(value),
  );
}

export function memoryStore(): Store {
  const documents = new Map<string, unknown>();
  const keyOf = (collection: Collection, key: string) => `${collection} ${key}`;
  return {
    get: async (collection, key) => documents.get(keyOf(collection, key)),
    set: async (collection, key, value) =>
      void documents.set(keyOf(collection, key), JSON.parse(JSON.stringify(value))),
    change: async (collection, key, to) => {
      const next = to(documents.get(keyOf(collection, key)));
      documents.set(keyOf(collection, key), JSON.parse(JSON.stringify(next)));
      return next;
    },
    delete: async (collection, key) => void documents.delete(keyOf(collection, key)),
    keys: async (collection) =>
      [...documents.keys()]
        .filter((key) => key.startsWith(`${collection} `))
        .map((key) => key.slice(collection.length + 1))
        .sort(),
    close: async () => {},
  };
}
