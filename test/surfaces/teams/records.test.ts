import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isMessage } from "../../support/teams/connector.ts";
import {
  CHANNEL,
  DANA,
  PERSONAL,
  startTeamsRig,
  TENANT,
  type TeamsRig,
  wordsOf,
} from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.close());

const last = () => rig.records.at(-1);

describe("the record of what is posted", () => {
  it("is begun before the message leaves, and ended with its id", async () => {
    await rig.deliver(rig.channel("performance", "42"));
    expect(rig.records).toHaveLength(1);
    expect(last()).toMatchObject({
      takenBefore: 0,
      platform: "teams",
      workspace: TENANT,
      channel: CHANNEL,
      user: DANA.aadObjectId,
      private: false,
      origin: "mention",
      command: "performance",
      slot: null,
      briefing: { topic: "performance" },
      outcome: { sent: expect.stringMatching(/^message-/) },
    });
  });

  it("holds what left, pictures by their hashes", async () => {
    await rig.deliver(rig.channel("performance", "42"));
    const recorded = JSON.parse(last()?.message ?? "") as Readonly<Record<string, unknown>>;
    expect(recorded["summary"]).toBe(rig.connector.messages[0]?.body["summary"]);
    expect(last()?.message).toMatch(/data:image\/png;base64;sha256=[0-9a-f]{64}/);
    expect(last()?.message).not.toContain("iVBOR");
  });

  it.each([
    ["a personal answer", () => rig.personal("ratecut"), { origin: "dm", private: true, channel: PERSONAL }],
    ["a page", () => rig.personal("help"), { origin: "dm", briefing: null }],
    ["a problem", () => rig.personal("nonsense"), { origin: "dm", briefing: null }],
    [
      "a button",
      () =>
        rig.channel("", "1", {
          text: "",
          entities: [],
          value: { smallcaps: { verb: "definitions", command: "ratecut" } },
        }),
      { origin: "button", command: "ratecut" },
    ],
    ["a welcome", () => rig.activity({ type: "installationUpdate", action: "add" }), { origin: "notice" }],
  ])("knows of %s", async (_, activity, expected) => {
    await rig.deliver(activity());
    expect(rig.records).toHaveLength(rig.connector.messages.length);
    expect(last()).toMatchObject({ ...expected, outcome: { sent: expect.any(String) } });
  });

  it("knows of a private answer to a question in a channel, and of the word about it", async () => {
    await rig.deliver(rig.channel("private performance", "42"));
    expect(rig.records).toMatchObject([
      { private: true, briefing: { topic: "performance" }, channel: `personal of ${DANA.id}` },
      { private: false, briefing: null, channel: CHANNEL },
    ]);
  });

  it("knows of cards that answer an invoke: a refreshed one, a search", async () => {
    const data = { smallcaps: { verb: "refresh", command: "performance" } };
    const value = { action: { type: "Action.Execute", verb: "refresh", data } };
    await rig.deliver(rig.activity({ type: "invoke", name: "adaptiveCard/action", value }));
    expect(last()).toMatchObject({
      origin: "button",
      briefing: { topic: "performance" },
      outcome: { sent: null },
    });
    await rig.deliver(rig.activity({ type: "invoke", name: "composeExtension/query", value: {} }));
    expect(last()).toMatchObject({ private: true, user: DANA.aadObjectId, outcome: { sent: null } });
  });

  it("says what was refused, and what may have arrived", async () => {
    rig.connector.fail(isMessage, { status: 413 });
    await rig.deliver(rig.personal("performance"));
    expect(rig.records.map(({ outcome }) => outcome)).toEqual([
      { notSent: expect.stringContaining("413"), maybe: false },
      { sent: expect.any(String) },
    ]);
    rig.records.length = 0;
    rig.connector.fail(isMessage, "hang-up");
    await rig.deliver(rig.personal("performance"));
    expect(rig.records[0]?.outcome).toMatchObject({ maybe: true });
  });

  it("of a scheduled post is kept by whoever posts it", async () => {
    await rig.deliver(rig.channel("help", "1"));
    const before = rig.records.length;
    const where = { slot: "s", workspace: TENANT, channel: CHANNEL, scheduledAt: "2026-11-20T07:30:00.000Z" };
    await rig.app.poster.post(where, { kind: "notice", text: "x" }, async () => {});
    expect(rig.records).toHaveLength(before);
  });
});

describe("the kill switch", () => {
  let reason: string | null;
  const stopped = async (tenant: string) => (tenant === TENANT ? reason : null);
  beforeEach(async () => {
    reason = "figures of 19 Nov are wrong: 4.7 should be 7.4";
    await rig.close();
    rig = await startTeamsRig({ controls: { stopped: (tenant) => stopped(tenant) } });
  });

  it.each([
    ["a question", () => rig.channel("performance")],
    ["a personal question", () => rig.personal("ratecut")],
    ["help", () => rig.personal("help")],
    ["a button", () => rig.personal("", { value: { smallcaps: { verb: "csv", command: "ratecut" } } })],
    ["an installation", () => rig.activity({ type: "installationUpdate", action: "add" })],
  ])("answers %s with a fixed line, without a figure", async (_, activity) => {
    await rig.deliver(activity());
    expect(rig.connector.messages).toHaveLength(1);
    const words = wordsOf(rig.connector.messages[0] as never);
    expect(words).toMatch(/I am switched off for now/);
    expect(words).not.toMatch(/\d/);
  });

  it("answers searches and refreshed cards so, too", async () => {
    const search = await rig.deliver(
      rig.activity({ type: "invoke", name: "composeExtension/query", value: {} }),
    );
    const data = { smallcaps: { verb: "refresh", command: "performance" } };
    const value = { action: { type: "Action.Execute", verb: "refresh", data } };
    const refresh = await rig.deliver(rig.activity({ type: "invoke", name: "adaptiveCard/action", value }));
    for (const response of [search, refresh]) {
      expect(JSON.stringify(await response.json())).toMatch(/I am switched off for now/);
    }
  });

  it("thrown while an answer is made holds that answer back", async () => {
    reason = null;
    const answers = [null, "now", "now"];
    await rig.close();
    rig = await startTeamsRig({ controls: { stopped: async () => answers.shift() ?? null } });
    await rig.deliver(rig.personal("performance"));
    expect(rig.connector.messages.map(wordsOf).join()).toMatch(/^I am switched off/);
    expect(rig.connector.messages).toHaveLength(1);
  });

  it("that cannot be read keeps nobody from an answer", async () => {
    await rig.close();
    rig = await startTeamsRig({ controls: { stopped: () => Promise.reject(new Error("no database")) } });
    await rig.deliver(rig.personal("performance"));
    expect(wordsOf(rig.connector.messages[0] as never)).toMatch(/small-caps/i);
  });
});
