import { readdirSync, readFileSync } from "node:fs";
import { createEmulator } from "emulate";
import type { Json } from "./json.ts";

/**
 * `emulate` 0.12.2 offers no way to its store, its events or its answers. Its Slack plugin is one mutable object of
 * one module, though: from `register` come the store, the event dispatcher, and the function that answers requests.
 */
export type Row = Json & { readonly id: number };
export interface Table {
  insert(row: Json): Row;
  all(): Row[];
  findOneBy(field: string, value: string): Row | undefined;
  update(id: number, patch: Json): Row | undefined;
  delete(id: number): boolean;
}
export type TableName =
  | "teams"
  | "users"
  | "channels"
  | "messages"
  | "ephemeralMessages"
  | "files"
  | "views"
  | "viewTriggers"
  | "tokens";
export type Tables = Readonly<Record<TableName, Table>>;

export type Answering = (request: Request) => Promise<Response>;

interface Dispatcher {
  dispatch(event: string, action: string | undefined, payload: unknown): Promise<void>;
}
interface Plugin {
  register(
    app: { fetch: Answering },
    store: object,
    webhooks: Dispatcher,
    baseUrl: string,
    tokens: object,
  ): void;
}
interface SlackModule {
  readonly slackPlugin: Plugin;
  readonly getSlackStore: (store: object) => Tables;
}

export interface Registered {
  readonly tables: Tables;
  /** The emulator's own answers, past whatever stands before them. */
  readonly plain: Answering;
  intercept(answering: Answering): void;
  onEvent(listener: (envelope: Json) => void): void;
}

export interface OpenEmulator extends Registered {
  readonly url: string;
  reset(): void;
  close(): Promise<void>;
}

const byUrl = new Map<string, Registered>();
let patched: Promise<void> | undefined;

/** On a free port of the loopback. */
export async function openEmulator(seed: Json): Promise<OpenEmulator> {
  patched ??= patchOnce();
  await patched;
  const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack: seed } });
  const registered = byUrl.get(emulator.url);
  if (!registered) throw new Error(`emulate did not register its Slack plugin for ${emulator.url}`);
  return {
    ...registered,
    url: emulator.url,
    reset: () => emulator.reset(),
    close: async () => {
      byUrl.delete(emulator.url);
      await emulator.close();
    },
  };
}

async function patchOnce(): Promise<void> {
  const { slackPlugin, getSlackStore } = await slackModule();
  const register = slackPlugin.register;
  slackPlugin.register = (app, store, webhooks, baseUrl, tokens) => {
    const plain = app.fetch;
    let answering = plain;
    let listener: (envelope: Json) => void = () => {};
    app.fetch = (request) => answering(request);
    webhooks.dispatch = async (_event, _action, payload) => listener(payload as Json);
    register.call(slackPlugin, app, store, webhooks, baseUrl, tokens);
    byUrl.set(baseUrl, {
      tables: getSlackStore(store),
      plain,
      intercept: (chosen) => {
        answering = chosen;
      },
      onEvent: (chosen) => {
        listener = chosen;
      },
    });
  };
}

/** The chunk of the bundle with the Slack plugin; its name carries a hash. */
async function slackModule(): Promise<SlackModule> {
  const folder = new URL(".", import.meta.resolve("emulate"));
  const chunk = readdirSync(folder).find(
    (name) =>
      /^dist-.*\.js$/.test(name) && readFileSync(new URL(name, folder), "utf8").includes("\n  slackPlugin\n"),
  );
  if (!chunk) throw new Error(`no Slack plugin in ${folder.href}: is emulate still 0.12.2?`);
  return (await import(/* @vite-ignore */ new URL(chunk, folder).href)) as SlackModule;
}
