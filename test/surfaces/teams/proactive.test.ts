import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reference } from "../../../src/surfaces/teams/incoming.ts";
import { renderNote } from "../../../src/surfaces/teams/render.ts";
import { isMessage } from "../../support/teams/connector.ts";
import {
  BOT,
  CHANNEL,
  DANA,
  PERSONAL,
  startTeamsRig,
  TEAM,
  TENANT,
  type TeamsRig,
  wordsOf,
} from "../../support/teams/rig.ts";

let rig: TeamsRig;
let channel: Reference;
beforeEach(async () => {
  rig = await startTeamsRig();
  const added = { type: "installationUpdate", action: "add" };
  await rig.deliver(rig.activity(added)); // Dana's own chat, where she is told things
  await rig.deliver(
    rig.activity({
      ...added,
      conversation: { id: CHANNEL, conversationType: "channel", tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, team: TEAM, channel: { id: CHANNEL, name: "Markets" } },
    }),
  );
  const found = (await rig.app.references.all()).find(({ reference }) => reference.where === "channel");
  if (!found) throw new Error("the channel is not known");
  channel = found.reference;
});
afterEach(() => rig.close());

const begun = () =>
  rig.connector.calls.filter(({ path, method }) => method === "POST" && path === "/v3/conversations");
const post = (words = "Good morning") => rig.app.postToChannel(channel, renderNote(words));
const isBegin = ({ path }: { path: string }) => path === "/v3/conversations";

describe("a post that nobody asked for", () => {
  it("begins a thread of its own, and gives the message's id", async () => {
    const outcome = await post();
    expect(outcome).toMatchObject({ state: "posted", messageId: expect.stringMatching(/^message-/) });
    expect(begun()).toHaveLength(1);
    expect(begun()[0]?.body).toMatchObject({
      isGroup: true,
      bot: BOT,
      tenantId: TENANT,
      channelData: { channel: { id: CHANNEL } },
      activity: { type: "message" },
    });
  });

  it("to a thread's reference begins a thread all the same", async () => {
    await rig.app.postToChannel({ ...channel, conversation: `${CHANNEL};messageid=5` }, renderNote("x"));
    expect(begun()[0]?.body).toMatchObject({ channelData: { channel: { id: CHANNEL } } });
  });

  it("to a chat is a message in it", async () => {
    const chat = { ...channel, where: "groupChat", conversation: "19:chat@thread.v2" } as const;
    expect(await rig.app.postToChannel(chat, renderNote("x"))).toMatchObject({ state: "posted" });
    expect(rig.connector.calls.at(-1)?.path).toBe("/v3/conversations/19:chat@thread.v2/activities");
  });

  it.each([412, 429, 502, 504])("waits and tries again after HTTP %i", async (status) => {
    rig.connector.fail(isBegin, { status, headers: { "retry-after": "0" } }, { status });
    expect(await post()).toMatchObject({ state: "posted" });
    expect(begun()).toHaveLength(3);
  });

  it("gives up after five times, and says that nothing was posted", async () => {
    rig.connector.failAlways(isBegin, { status: 429 });
    expect(await post()).toMatchObject({ state: "failed", gone: false });
    expect(begun()).toHaveLength(5);
  });

  it("does not wait longer than a minute", async () => {
    rig.connector.fail(isBegin, { status: 429, headers: { "retry-after": "3600" } });
    expect(await post()).toMatchObject({ state: "failed", gone: false });
    expect(begun()).toHaveLength(1);
  });

  it.each(["hang-up" as const, { status: 500 }, { status: 503 }])(
    "whose end is not known is said to be so, and not sent again: %j",
    async (fault) => {
      rig.connector.fail(isBegin, fault);
      expect(await post()).toMatchObject({ state: "unknown" });
      expect(begun()).toHaveLength(1);
    },
  );

  it("to a machine that is not there was not sent", async () => {
    const nowhere = { ...channel, serviceUrl: "http://127.0.0.1:9/" };
    expect(await rig.app.postToChannel(nowhere, renderNote("x"))).toMatchObject({
      state: "failed",
      gone: false,
    });
    const foreign = { ...channel, serviceUrl: "https://attacker.example.com/" };
    expect(await rig.app.postToChannel(foreign, renderNote("x"))).toMatchObject({
      state: "failed",
      gone: false,
    });
  });

  it.each([
    [403, "MessageWritesBlocked"],
    [404, "ConversationNotFound"],
  ])(
    "that is refused for good (%i) ends it there, and whoever added the bot is told once",
    async (status, code) => {
      rig.connector.failAlways(isBegin, { status, code });
      const before = rig.connector.messages.length;
      expect(await post()).toMatchObject({ state: "failed", gone: true });
      expect(await post()).toMatchObject({ state: "failed", gone: true });
      expect(begun()).toHaveLength(1);
      const told = rig.connector.messages.slice(before);
      expect(told).toHaveLength(1);
      expect(told[0]?.path).toBe(`/v3/conversations/${PERSONAL}/activities`);
      expect(wordsOf(told[0] as never)).toContain("Trading Desk, Markets");
      expect(await rig.app.references.find(channel)).toMatchObject({ active: false, owner: DANA.id });
    },
  );

  it("works again once somebody speaks there", async () => {
    rig.connector.fail(isBegin, { status: 403 });
    await post();
    await rig.deliver(rig.channel("help", "1"));
    expect(await post()).toMatchObject({ state: "posted" });
  });

  it("of several at once loses none", async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => post(`number ${n}`)));
    expect(outcomes.every(({ state }) => state === "posted")).toBe(true);
    expect(rig.connector.calls.filter(isMessage).length).toBeGreaterThanOrEqual(20);
  });
});
