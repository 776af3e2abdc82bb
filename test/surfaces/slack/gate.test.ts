import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../src/storage/port.ts";
import { createGate } from "../../../src/surfaces/slack/gate.ts";
import { type FaultServer, startFaultServer } from "../../support/slack/fault-server.ts";
import { missingScope, refusal, status } from "../../support/slack/faults.ts";

const PLACE = { team: "T1", channel: "C1" };
const TEN_MINUTES_MS = 10 * 60_000;

let slack: FaultServer;
let time = 0;
beforeEach(async () => {
  slack = await startFaultServer();
  time = 0;
});
afterEach(() => slack.close());

function rig() {
  const held = new Map<string, unknown>();
  const store: Store = {
    get: async (_collection, key) => held.get(key),
    set: async (_collection, key, value) => void held.set(key, value),
    change: () => Promise.reject(new Error("the gate changes nothing")),
    delete: async (_collection, key) => void held.delete(key),
    keys: async () => [...held.keys()],
    close: async () => {},
  };
  const gate = createGate(store, () => time);
  const client = new WebClient("xoxb-gate", {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return { gate, judge: () => gate.judge(client, PLACE), client, held };
}

describe("where an answer may stand for all to see", () => {
  it("in an internal channel it is a member of; asked once for those who come together, anew after ten minutes", async () => {
    const { judge } = rig();
    expect(await Promise.all([judge(), judge()])).toEqual([{ kind: "public" }, { kind: "public" }]);
    await judge();
    expect(slack.callsOf("conversations.info")).toHaveLength(1);
    time += TEN_MINUTES_MS + 1;
    await judge();
    expect(slack.callsOf("conversations.info")).toHaveLength(2);
  });

  it.each([
    [{ is_ext_shared: true }, "declined", /another organisation/],
    [{ is_pending_ext_shared: true }, "declined", /another organisation/],
    [{ is_member: false }, "private", /not a member/],
  ])("not where %j", async (patch, kind, reason) => {
    slack.setChannel("C1", patch);
    expect(await rig().judge()).toMatchObject({ kind, reason: expect.stringMatching(reason) });
  });

  it.each(["is_restricted", "is_ultra_restricted", "is_stranger"])("not where a member %s", async (mark) => {
    slack.setMembers("C1", ["U1", "U2"]);
    slack.setUser("U2", { [mark]: true });
    expect(await rig().judge()).toEqual({ kind: "declined", reason: expect.stringMatching(/holds guests/) });
  });

  it("a guest on the third page of a large channel counts", async () => {
    slack.setMembers(
      "C1",
      Array.from({ length: 2_500 }, (_, index) => `U${index}`),
    );
    slack.setUser("U2400", { is_restricted: true });
    expect(await rig().judge()).toMatchObject({ kind: "declined" });
  });

  it("what cannot be checked is not public, and is checked again", async () => {
    const { judge } = rig();
    slack.answer("conversations.members", [missingScope("channels:read")]);
    expect(await judge()).toEqual({ kind: "private", reason: expect.stringMatching(/cannot check/) });
    time += TEN_MINUTES_MS + 1;
    slack.answer("conversations.info", [refusal("channel_not_found"), status(500)]);
    expect(await judge()).toMatchObject({ kind: "private" });
    time += TEN_MINUTES_MS + 1;
    await expect(judge()).rejects.toThrow();
    expect(await judge()).toEqual({ kind: "public" });
  });

  it("an admin allows a channel and takes it back; both count at once", async () => {
    slack.setChannel("C1", { is_ext_shared: true });
    const { gate, judge, held } = rig();
    expect(await judge()).toMatchObject({ kind: "declined" });
    await gate.allow(PLACE, "U0ADMIN");
    expect([await judge(), ...held.values()]).toEqual([{ kind: "public" }, { allowedBy: "U0ADMIN" }]);
    await gate.disallow(PLACE);
    expect(await judge()).toMatchObject({ kind: "declined" });
  });

  it("forgets a channel, and a workspace", async () => {
    const { gate, judge } = rig();
    for (const forget of [() => gate.forget(PLACE), () => gate.forgetWorkspace("T1")]) {
      await judge();
      slack.setChannel("C1", { is_ext_shared: true });
      expect(await judge()).toEqual({ kind: "public" });
      forget();
      expect(await judge()).toMatchObject({ kind: "declined" });
      slack.setChannel("C1", { is_ext_shared: false });
      gate.forget(PLACE);
    }
  });
});
