import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { memoryStore } from "../support/teams/rig.ts";
import { type FaultyPlatform, startSlack, startTeams } from "./platforms.ts";
import type { PlatformFault } from "./schedule.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A post by hand, as a process of that name sends it: the status; null where no answer came. */
type Post = (channel: string, slot: string, process?: string) => Promise<number | null>;

const IMPATIENT_MS = 300;
const answered = (request: Promise<Response>) =>
  request.then(
    ({ status }) => status,
    () => null,
  );

const slack: Post = (channel, slot, process = "bot-1") => {
  const { SLACK_API_URL, SLACK_BOT_TOKEN } = platform.environment(process);
  const metadata = { event_type: "smallcaps_delivery", event_payload: { slot } };
  return answered(
    fetch(`${SLACK_API_URL}/chat.postMessage`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${SLACK_BOT_TOKEN}` },
      body: JSON.stringify({ channel, text: "hello", metadata }),
      signal: AbortSignal.timeout(IMPATIENT_MS),
    }),
  );
};

const teams: Post = async (channel, slot, process = "bot-1") => {
  const { TEAMS_LOGIN_URL, TEAMS_SERVICE_HOSTS, MicrosoftAppPassword } = platform.environment(process);
  const login = await fetch(`${TEAMS_LOGIN_URL}/t/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({ client_secret: MicrosoftAppPassword ?? "" }),
  });
  const { access_token } = (await login.json()) as { access_token: string };
  return answered(
    fetch(`http://${TEAMS_SERVICE_HOSTS}/v3/conversations`, {
      method: "POST",
      headers: { authorization: `Bearer ${access_token}` },
      body: JSON.stringify({
        channelData: { channel: { id: channel } },
        activity: { type: "message", text: slot },
      }),
      signal: AbortSignal.timeout(IMPATIENT_MS),
    }),
  );
};

let platform: FaultyPlatform;

describe.each<[string, () => Promise<FaultyPlatform>, Post]>([
  ["slack", startSlack, slack],
  ["teams", startTeams, teams],
])("%s", (name, start, post) => {
  const opened = async () => {
    platform = await start();
    ends.push(platform.close);
    return platform.newChannel(memoryStore());
  };
  const there = () => platform.visible().map(({ channel }) => channel);

  test("keeps what became visible, with what tells it apart", async () => {
    const channel = await opened();
    expect(await post(channel, "a/b/c/d")).toBeLessThan(300);
    expect(platform.visible()).toEqual([
      { platform: name, channel, messageId: expect.any(String), slot: name === "slack" ? "a/b/c/d" : null },
    ]);
  });

  test.each<[PlatformFault, number | null, boolean]>([
    ["429 for a minute", 429, false],
    ["500", 500, false],
    ["503", 503, false],
    ["accepted, then 500", 500, true],
    ["accepted, then silence", null, true],
    ["accepted, then cut", null, true],
    ["cut before it was read", null, false],
  ])("%s: answers %s; visible: %s; and heals", async (fault, status, isThere) => {
    const channel = await opened();
    platform.fail(fault, 1, channel);
    expect(await post(channel, "first")).toBe(status);
    expect(there()).toEqual(isThere ? [channel] : []);
    platform.heal();
    expect(await post(channel, "second")).toBeLessThan(300);
    expect(there()).toHaveLength(isThere ? 2 : 1);
  });

  test("a channel that is gone stays so, and no other is", async () => {
    const channel = await opened();
    const other = await platform.newChannel(memoryStore());
    platform.fail("gone", 1, channel);
    platform.heal();
    await post(channel, "first");
    await post(other, "second");
    expect(there()).toEqual([other]);
  });

  test.each([true, false])("holds a post and says whose it is; arrived: %s", async (arrives) => {
    const channel = await opened();
    const process = `bot-${randomBytes(2).toString("hex")}`;
    const held = platform.hold(arrives, 5_000);
    const [status, whose] = await Promise.all([post(channel, "first", process), held]);
    expect([status, whose]).toEqual([null, process]);
    expect(there()).toEqual(arrives ? [channel] : []);
    expect(await platform.hold(arrives, 20)).toBeNull();
  });
});

test("Slack without the scope cannot be asked", async () => {
  const asked = async (historyScope: boolean) => {
    platform = await startSlack({ historyScope });
    ends.push(platform.close);
    const channel = await platform.newChannel(memoryStore());
    platform.heal();
    const { SLACK_API_URL } = platform.environment("bot-1");
    const response = await fetch(`${SLACK_API_URL}/conversations.history`, {
      method: "POST",
      body: new URLSearchParams({ channel }),
    });
    return (await response.json()) as unknown;
  };
  expect(await asked(false)).toMatchObject({ ok: false, error: "missing_scope" });
  expect(await asked(true)).toMatchObject({ ok: true, messages: [] });
});
