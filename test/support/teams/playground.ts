import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.ts";
import { waitFor } from "../slack/wait-for.ts";

const CLI = fileURLToPath(
  new URL("../../../node_modules/@microsoft/m365agentsplayground/cli.js", import.meta.url),
);
/** Long enough for one more answer, if there were one, to come. */
const QUIET_MS = 500;

export const PLAYGROUND_BOT = { id: "28:00000000-aaaa-bbbb-cccc-000000000001", name: "smallcaps" };
const person = (index: number, name: string) => ({
  id: `29:u${index}`,
  name,
  userPrincipleName: `u${index}@example.com`,
  aadObjectId: `00000000-0000-0000-0000-0000000000a${index}`,
  givenName: name,
  surname: "Example",
  email: `u${index}@example.com`,
});
const ME = person(0, "Dana");
export const CHATS = {
  personal: "a:personal1",
  group: "19:group1@thread.v2",
  /** The team's general channel has the team's id. */
  team: "19:general@thread.tacv2",
  channel: "19:markets@thread.tacv2",
} as const;
const CONFIG = {
  version: "0.1.1",
  tenantId: "11111111-1111-1111-1111-111111111111",
  bot: PLAYGROUND_BOT,
  currentUser: ME,
  // Exactly five, or it ends without a word.
  users: ["Lee", "Max", "Ned", "Oli", "Pam"].map((name, index) => person(index + 1, name)),
  personalChat: { id: CHATS.personal },
  groupChat: { id: CHATS.group, name: "Desk group" },
  team: {
    id: CHATS.team,
    name: "Trading Desk",
    aadGroupId: "22222222-2222-2222-2222-222222222222",
    channels: [{ id: CHATS.channel, name: "Markets" }],
  },
};

export type Json = Readonly<Record<string, unknown>>;
/** One thing that the bot did, as the client was told. */
export interface Frame {
  readonly action: string;
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  readonly card: Json | null;
  /** The whole, to look for words in. */
  readonly raw: string;
}
interface Reply {
  readonly status: number;
  readonly body: Json;
}

/** Microsoft's own local Teams client, without its browser, in front of a bot at `endpoint`. */
export async function startPlayground(endpoint: string) {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "smallcaps-playground-"));
  const config = join(home, "playground.yml");
  writeFileSync(config, JSON.stringify(CONFIG)); // JSON is YAML
  const child = spawn(process.execPath, [CLI, "-p", String(port), "-e", endpoint, "-c", "msteams", "--dt"], {
    cwd: home,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_LOGFILE: join(home, "playground.log"),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
  const url = `http://localhost:${port}`;
  const up = () =>
    fetch(`${url}/_debug/ping`).then(
      ({ ok }) => ok,
      () => child.exitCode !== null,
    );
  await waitFor("the Playground", up);
  if (child.exitCode !== null) throw new Error(`the Playground ended with ${child.exitCode}: ${said}`);

  const frames: Frame[] = [];
  const socket = new WebSocket(`${url.replace("http", "ws")}/_ws_conversation/v1/conversations/stream`);
  socket.onmessage = ({ data }) => void frames.push(frameOf(String(data)));
  await new Promise((open) => {
    socket.onopen = open;
  });

  async function post(path: string, body: unknown): Promise<Reply> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : { text } };
  }

  /** What the bot put into a conversation, in order, as it stands now: a note of work is none until its answer is there. */
  const messages = (conversation: string): readonly Frame[] =>
    frames
      .filter(({ action, conversation: where }) => action === "createMessage" && where === conversation)
      .map((frame) => frames.findLast(({ id, card }) => id === frame.id && card !== null) ?? frame)
      .filter(({ raw }) => !raw.includes("Working on it"));

  return {
    url,
    messages,
    post,
    /** The first message, wherever it is, whose whole text `fits`. */
    find: (fits: (raw: string) => boolean) => frames.find(({ raw }) => fits(raw)),
    log: () => said,
    /** As a person types it; `mention` puts the bot's name first. Resolves with the conversation it went to. */
    async say(conversation: string, text: string, mention = false): Promise<string> {
      const name = `<at>${PLAYGROUND_BOT.name}</at>`;
      const { body } = await post(
        `/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`,
        {
          text: mention ? `${name} ${text}` : text,
          textFormat: "plain",
          from: { id: ME.id },
          mentions: mention ? [{ mentioned: { id: PLAYGROUND_BOT.id }, text: name }] : [],
        },
      );
      return typeof body["postConversationId"] === "string" ? body["postConversationId"] : conversation;
    },
    install: (conversation: string) =>
      post(`/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {}),
    /** Presses an Action.Submit. */
    submit: ({ conversation, id }: Frame, value: Json) =>
      post("/_conversation/v1/submit", {
        conversation: { id: conversation },
        from: { id: ME.id },
        replyToId: id,
        value,
      }),
    /** Presses an Action.Execute; resolves with what the bot answered, the card among it. */
    execute: ({ conversation, id }: Frame, { verb, data }: Json) =>
      post("/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        conversation: { id: conversation },
        from: { id: ME.id },
        replyToId: id,
        value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
      }),
    /** Searches from the message box. */
    search: (conversation: string, text: string) =>
      post("/_conversation/v1/invoke", {
        name: "composeExtension/query",
        conversation: { id: conversation },
        from: { id: ME.id },
        value: { commandId: "topics", parameters: [{ name: "topic", value: text }] },
      }),
    /** An activity of one of the client's own kinds ("uninstall", "channelRenamed"), with `changes` over it. */
    async event(conversation: string, type: string | null, changes: Json = {}): Promise<void> {
      const asked = `conversationId=${encodeURIComponent(conversation)}${type === null ? "" : `&type=${type}`}`;
      const template = await fetch(`${url}/_internal/v1/customActivities/template?${asked}`);
      if (!template.ok) throw new Error(`no template ${type}: ${await template.text()}`);
      await post("/_internal/v1/customActivities", { ...((await template.json()) as Json), ...changes });
    },
    /** What the bot says in a conversation because of what `act` did: exactly `count` messages, and no more. */
    async said(conversation: string, act: () => Promise<unknown>, count = 1): Promise<readonly Frame[]> {
      const before = messages(conversation).length;
      await act();
      await waitFor(
        `${count} messages in ${conversation}`,
        () => messages(conversation).length >= before + count,
      );
      await sleep(QUIET_MS);
      const after = messages(conversation).slice(before);
      if (after.length !== count) throw new Error(`${after.length} messages instead of ${count}`);
      return after;
    },
    /** The same for an answer that may take several messages: all of them, once they say what `isWhole` looks for and no more come. */
    async told(
      conversation: string,
      act: () => Promise<unknown>,
      isWhole: (words: string) => boolean = () => true,
    ): Promise<readonly Frame[]> {
      const before = messages(conversation).length;
      await act();
      await waitFor("an answer", () => {
        const told = messages(conversation).slice(before);
        return told.length > 0 && isWhole(told.map(({ raw }) => raw).join("\n"));
      });
      for (let count = 0; count !== messages(conversation).length; await sleep(QUIET_MS))
        count = messages(conversation).length;
      return messages(conversation).slice(before);
    },
    /** All frames there are, after a while without any. */
    async quiet(): Promise<number> {
      for (let count = -1; count !== frames.length; await sleep(QUIET_MS)) count = frames.length;
      return frames.length;
    },
    async stop(): Promise<void> {
      socket.close();
      await new Promise((ended) => {
        child.once("exit", ended);
        child.kill("SIGTERM");
      });
    },
  };
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

function frameOf(text: string): Frame {
  const { action, actionConversationId, message = {} } = JSON.parse(text);
  const [card = null] = (message.attachments ?? []).map(({ content }: { content: Json }) => content);
  return {
    action: String(action),
    conversation: String(actionConversationId),
    id: String(message.messageId),
    text: typeof message.text === "string" ? message.text : "",
    card,
    raw: text,
  };
}

/** Every object in a card, however deep: elements, actions, inputs. */
export function partsOf(value: unknown): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  const within = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? within : [value as Json, ...within];
}

/** The button with this title. @throws Error that lists those there are. */
export function button({ card }: Frame, title: string): Json {
  const actions = partsOf(card).filter(({ type }) => String(type).startsWith("Action."));
  const found = actions.find((action) => action["title"] === title);
  if (!found) throw new Error(`no "${title}" among ${actions.map((each) => each["title"]).join(", ")}`);
  return found;
}
