import { WebAPIPlatformError, WebClient } from "@slack/web-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { SECRET, startBoltApp } from "./bolt-app.ts";
import { type SlackWorkspace, startSlackWorkspace } from "./emulator.ts";
import { eventBody, FORM, JSON_TYPE, slashBody } from "./payloads.ts";
import { waitFor } from "./wait-for.ts";
import { BOT_TOKEN, CHANNELS, directMessageOf, PEOPLE } from "./workspace-seed.ts";

const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64"); // biome-ignore format: one value

let slack: SlackWorkspace;
let app: Awaited<ReturnType<typeof startBoltApp>>;
let bot: WebClient;

beforeAll(async () => {
  const subscribedTo = ["message.im", "member_joined_channel"];
  slack = await startSlackWorkspace({ signingSecret: SECRET, mostAtOnce: 2, subscribedTo });
  app = await startBoltApp(slack.apiUrl, slack.botToken);
  slack.connect(app.url);
  bot = clientWith(BOT_TOKEN);
});
afterAll(async () => {
  await app?.close();
  await slack?.close();
});
beforeEach(() => {
  slack.reset();
  app.heard.length = 0;
});

function clientWith(token: string): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof WebAPIPlatformError ? error.data.error : String(error);
}

describe("what the workspace sends to the app", () => {
  it("a slash command, acknowledged and answered at its response_url", async () => {
    const asked = await slack.slash({ text: "valuation" });
    expect(asked).toMatchObject({ status: 200, text: "working" });
    expect(await waitFor("the answer", () => slack.responsesTo(asked.responseId)[0])).toMatchObject({
      body: { text: "done valuation" },
      taken: true,
    });
  });

  it("a response_url serves five times", async () => {
    await slack.slash({ text: "much" });
    await waitFor("six answers", () => slack.responses.length === 6);
    expect(slack.responses.map(({ taken }) => taken)).toEqual([true, true, true, true, true, false]);
    await waitFor("the refusal", () => app.heard.includes("respond 404"));
  });

  it("a command whose trigger opens a view", async () => {
    await slack.slash({ text: "modal", user: PEOPLE.colleague });
    await waitFor("the view", () => slack.views(PEOPLE.colleague).some(({ type }) => type === "modal"));
  });

  it("a mention, answered in its thread under the bot's name", async () => {
    const { ts, status } = await slack.mention({ text: "valuation" });
    expect(status).toBe(200);
    const [said] = await waitFor("the answer", () => {
      const posted = slack.messages(CHANNELS.markets);
      return posted.length > 0 && posted;
    });
    expect(said).toMatchObject({ threadTs: ts, text: `hello <@${PEOPLE.member}>`, edited: false });
    expect(slack.conversation(CHANNELS.markets).map(({ user }) => user)).toEqual([
      PEOPLE.member,
      "U0BOT00001",
    ]);
  });

  it("a mention that also comes as a message, and a second delivery of it", async () => {
    const { eventId } = await slack.mention({ text: "x", alsoAsMessage: true });
    const retry = { num: 1, reason: "http_timeout" };
    expect((await slack.mention({ text: "x", eventId, retry })).eventId).toBe(eventId);
    await waitFor("all three", () => app.heard.length === 3);
    await waitFor("both answers", () => slack.messages().length === 2);
    expect(app.heard.toSorted()).toEqual(["mention 0", "mention 1", "message.channel"]);
  });

  it("a direct message, whose answer comes back to the app as the bot's own and is left alone", async () => {
    await slack.dm({ text: "hello" });
    await waitFor("the answer", () => slack.messages(directMessageOf(PEOPLE.member)).length === 1);
    await slack.settled();
    expect(app.heard).toEqual(["message.im"]);
  });

  it("a click, an opened home and an invitation", async () => {
    expect(
      (await slack.interact({ actions: [{ type: "button", action_id: "go", block_id: "b" }] })).status,
    ).toBe(200);
    await waitFor("the replacement", () => slack.responses[0]?.body["replace_original"] === true);
    await slack.homeOpened(PEOPLE.guest);
    await waitFor("the home", () => slack.views(PEOPLE.guest)[0]?.blocks.length === 1);
    await slack.joined(CHANNELS.lobby);
    await waitFor("the invitation", () => app.heard.includes(`joined ${CHANNELS.lobby}`));
    await bot.chat.postMessage({ channel: CHANNELS.lobby, text: "here" });
  });

  it("a forged, a stale and a retried request", async () => {
    const body = slashBody({ text: "x" });
    expect((await slack.signed(app.url, body, FORM, { secret: "another" })).status).toBe(401);
    const stale = Math.floor(Date.now() / 1_000) - 360;
    expect((await slack.signed(app.url, body, FORM, { timestamp: stale })).status).toBe(401);
    const mention = eventBody({
      type: "app_mention",
      user: "U1",
      text: "x",
      ts: "1.1",
      channel: CHANNELS.markets,
    });
    const headers = { "x-slack-retry-num": "2", "x-slack-retry-reason": "http_error" };
    expect((await slack.signed(app.url, mention, JSON_TYPE, { headers })).status).toBe(200);
    await waitFor("the retry", () => app.heard.includes("mention 2"));
    await waitFor("its answer", () => slack.messages().length === 1);
  });
});

describe("what the workspace answers", () => {
  it("refuses tokens it does not know, missing scopes and unknown methods", async () => {
    expect(await refusalOf(clientWith("xoxb-nope").auth.test())).toBe("invalid_auth");
    expect(await refusalOf(bot.conversations.history({ channel: CHANNELS.markets }))).toBe("missing_scope");
    expect(await refusalOf(bot.apiCall("chat.startStream", {}))).toBe("unknown_method");
    expect(slack.calls.map(({ method, error }) => [method, error])).toEqual([
      ["conversations.history", "missing_scope"],
      ["chat.startStream", "unknown_method"],
    ]);
    expect(JSON.stringify(slack.calls)).not.toContain("xoxb");
  });

  it("marks guests, strangers, admins and shared channels", async () => {
    const isShared = async (channel: string) =>
      (await bot.conversations.info({ channel })).channel?.is_ext_shared;
    expect(await isShared(CHANNELS.partners)).toBe(true);
    expect(await isShared(CHANNELS.markets)).toBe(false);
    slack.setChannel(CHANNELS.markets, { is_ext_shared: true });
    expect(await isShared(CHANNELS.markets)).toBe(true);
    expect((await bot.users.info({ user: PEOPLE.guest })).user).toMatchObject({ is_restricted: true });
    expect((await bot.users.info({ user: PEOPLE.admin })).user).toMatchObject({ is_admin: true });
    expect((await bot.users.info({ user: PEOPLE.member })).user).toMatchObject({ is_admin: false });
    expect((await bot.users.info({ user: PEOPLE.stranger })).user).toMatchObject({ is_stranger: true });
  });

  it("answers members and people in pages", async () => {
    const members: string[] = [];
    const people: string[] = [];
    let pages = 0;
    for await (const page of bot.paginate("conversations.members", {
      channel: CHANNELS.clients,
      limit: 1_000,
    })) {
      members.push(...z.object({ members: z.array(z.string()) }).parse(page).members);
      pages += 1;
    }
    for await (const page of bot.paginate("users.list", { limit: 1_000 })) {
      people.push(
        ...z
          .object({ members: z.array(z.object({ id: z.string() })) })
          .parse(page)
          .members.map(({ id }) => id),
      );
    }
    expect(pages).toBe(2);
    expect(members).toContain(PEOPLE.guest);
    expect(people).toEqual(expect.arrayContaining(Object.values(PEOPLE)));
  });

  it("keeps the bot out of channels it was not invited to", async () => {
    const post = (channel: string) => refusalOf(bot.chat.postMessage({ channel, text: "x" }));
    expect(await post(CHANNELS.lobby)).toBe("not_in_channel");
    expect(await post(CHANNELS.boardroom)).toBe("channel_not_found");
    expect(await refusalOf(bot.conversations.info({ channel: CHANNELS.boardroom }))).toBe(
      "channel_not_found",
    );
    expect(await post(CHANNELS.secret)).toContain("null");
  });

  it("keeps messages, whispers and files with their bytes", async () => {
    const blocks = [{ type: "divider" }];
    const metadata = { event_type: "slot", event_payload: { key: "k" } };
    await bot.chat.postMessage({ channel: CHANNELS.markets, text: "briefing", blocks, metadata });
    await bot.chat.postEphemeral({ channel: CHANNELS.markets, user: PEOPLE.member, text: "psst" });
    await bot.filesUploadV2({ file: PIXEL, filename: "chart.png", alt_text: "a chart" });
    const [posted] = slack.messages(CHANNELS.markets);
    expect(posted).toMatchObject({ text: "briefing", blocks, metadata, threadTs: null, files: [] });
    expect(slack.ephemerals(PEOPLE.member)).toMatchObject([{ text: "psst", channel: CHANNELS.markets }]);
    expect(slack.files()).toMatchObject([{ name: "chart.png", alt: "a chart", channels: [], bytes: PIXEL }]);
  });

  it("gives metadata back only when asked for, where the scope is there", async () => {
    const scopes = ["chat:write", "channels:history", "chat:write.public"];
    const other = await startSlackWorkspace({ signingSecret: SECRET, scopes });
    try {
      const client = new WebClient(BOT_TOKEN, { slackApiUrl: other.apiUrl });
      const channel = CHANNELS.lobby;
      const metadata = { event_type: "slot", event_payload: { key: "k" } };
      const { ts = "" } = await client.chat.postMessage({ channel, text: "public", metadata });
      const ask = async (more: object) => (await client.conversations.history({ channel, ...more })).messages;
      expect(await ask({ include_all_metadata: true })).toMatchObject([{ metadata, bot_id: "B0BOT00001" }]);
      expect((await ask({}))?.[0]).not.toHaveProperty("metadata");
      expect(await ask({ oldest: ts })).toEqual([]);
      expect(await ask({ oldest: ts, inclusive: true })).toHaveLength(1);
      expect(slack.messages()).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

it("waitFor says what it waited for", async () => {
  await expect(waitFor("a sign", () => false, 20)).rejects.toThrow("waited 20 ms in vain for a sign");
});
