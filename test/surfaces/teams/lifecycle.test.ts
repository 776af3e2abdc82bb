import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  BOT,
  CHANNEL,
  DANA,
  memoryStore,
  PERSONAL,
  startTeamsRig,
  TEAM,
  TENANT,
  type TeamsRig,
  wordsOf,
} from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.close());

const GENERAL = { id: TEAM.id, conversationType: "channel", tenantId: TENANT, isGroup: true };
const update = (eventType: string, more: object = {}, members: object = {}) =>
  rig.deliver(
    rig.activity({
      type: "conversationUpdate",
      conversation: GENERAL,
      channelData: { tenant: { id: TENANT }, team: TEAM, eventType, ...more },
      ...members,
    }),
  );
const install = (action: string, more: object = {}) =>
  rig.deliver(rig.activity({ type: "installationUpdate", action, ...more }));
const teamInstall = (action: string) =>
  install(action, { conversation: GENERAL, channelData: { tenant: { id: TENANT }, team: TEAM } });
const known = async () =>
  (await rig.app.references.all()).map(({ reference, name, team, active }) => ({
    conversation: reference.conversation,
    name,
    team: team?.name ?? null,
    active,
  }));

describe("an installation", () => {
  it("for one person is welcomed with what works now, and known", async () => {
    await install("add");
    expect(rig.connector.messages).toHaveLength(1);
    const words = wordsOf(rig.connector.messages[0] as never);
    expect(words).toMatch(/performance/);
    expect(words).toMatch(/help/);
    expect(words).toMatch(/Live: /);
    expect(await rig.app.references.personal(TENANT, DANA.id)).toMatchObject({
      conversation: PERSONAL,
      where: "personal",
      serviceUrl: rig.connector.url,
      bot: BOT,
    });
  });

  it("in a team is welcomed once, though Teams tells of it twice", async () => {
    await Promise.all([teamInstall("add"), update("teamMemberAdded", {}, { membersAdded: [BOT] })]);
    expect(rig.connector.messages).toHaveLength(1);
    expect(await known()).toEqual([{ conversation: TEAM.id, name: "", team: TEAM.name, active: true }]);
  });

  it("that is removed leaves nothing, and is welcomed anew", async () => {
    await teamInstall("add");
    await rig.deliver(rig.channel("help", "1"));
    expect(await known()).toHaveLength(2);
    await teamInstall("remove");
    expect(await known()).toEqual([]);
    await teamInstall("add");
    expect(rig.connector.messages).toHaveLength(3);
  });

  it("that is removed at once leaves nothing, however slow the store is", async () => {
    await rig.close();
    const store = memoryStore();
    const slow = <T>(work: () => Promise<T>) => new Promise((next) => setTimeout(next, 20)).then(work);
    rig = await startTeamsRig({
      store: {
        ...store,
        get: (...place) => slow(() => store.get(...place)),
        set: (...place) => slow(() => store.set(...place)),
      },
    });
    const authorization = await rig.bearer();
    for (const action of ["add", "remove"]) {
      await rig.post(rig.activity({ type: "installationUpdate", action }), { authorization });
    }
    await rig.app.stop();
    expect(await known()).toEqual([]);
  });

  it("for one person that is removed leaves nothing", async () => {
    await install("add");
    await install("remove");
    expect(await known()).toEqual([]);
  });

  it("that is upgraded is not welcomed again", async () => {
    await install("add-upgrade");
    expect(rig.connector.messages).toEqual([]);
  });

  it("whose welcome Teams refuses is no fault", async () => {
    rig.connector.failAlways(({ method }) => method === "POST", { status: 403 });
    expect((await install("add")).status).toBe(200);
  });
});

describe("a channel", () => {
  beforeEach(async () => {
    await rig.deliver(rig.channel("help", "1"));
  });
  const channel = { channel: { id: CHANNEL, name: "Markets" } };

  it("is known once it was spoken in, without its thread", async () => {
    expect(await known()).toEqual([{ conversation: CHANNEL, name: "", team: TEAM.name, active: true }]);
  });

  it("keeps its new name", async () => {
    await update("channelRenamed", { channel: { id: CHANNEL, name: "Small caps" } });
    expect(await known()).toMatchObject([{ name: "Small caps" }]);
    await update("teamRenamed", { team: { ...TEAM, name: "Desk" } });
    expect(await known()).toMatchObject([{ name: "Small caps", team: "Desk" }]);
  });

  it.each(["channelDeleted", "teamDeleted", "teamArchived"])("is forgotten on %s", async (event) => {
    await update(event, channel);
    expect(await known()).toEqual([]);
  });

  it.each(["channelCreated", "channelRestored", "teamUnarchived", "nosuch"])("stays on %s", async (event) => {
    expect((await update(event, channel)).status).toBe(200);
    expect(await known()).toHaveLength(1);
  });

  it("is asked about anew when somebody joins", async () => {
    const asked = () => rig.connector.calls.filter(({ path }) => path.endsWith("/pagedmembers")).length;
    const before = asked();
    await rig.deliver(rig.channel("help", "2"));
    expect(asked()).toBe(before);
    rig.connector.setMembers([{ id: "29:guest", userRole: "guest" }]);
    await update("teamMemberAdded", channel, {
      membersAdded: [{ id: "29:guest" }],
      conversation: { ...GENERAL, id: CHANNEL },
    });
    await rig.deliver(rig.channel("performance", "3"));
    expect(wordsOf(rig.connector.messages.at(-1) as never)).toContain("I do not answer here");
  });
});

describe("what else Teams tells", () => {
  it.each(["typing", "messageReaction", "messageDelete", "event", "handoff", "endOfConversation", "nosuch"])(
    "is taken without a word: %s",
    async (type) => {
      expect((await rig.deliver(rig.activity({ type, text: "help" }))).status).toBe(200);
      expect(rig.connector.calls).toEqual([]);
    },
  );
});
