import { afterAll, beforeAll, expect, it } from "vitest";
import { SECRET, startBoltApp } from "./bolt-app.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import { type RawClient, rawClient } from "./raw-client.ts";
import { waitFor } from "./wait-for.ts";

let slack: FaultServer;
let app: Awaited<ReturnType<typeof startBoltApp>>;
let raw: RawClient;

beforeAll(async () => {
  slack = await startFaultServer();
  app = await startBoltApp(slack.apiUrl, "xoxb-fake");
  raw = rawClient({ url: app.url, signingSecret: SECRET });
});
afterAll(async () => {
  await app?.close();
  await slack?.close();
});

it("what Slack signs is taken", async () => {
  expect(await raw.slash({ text: "x", response_url: slack.responseUrl("abc") })).toMatchObject({
    status: 200,
    text: "working",
  });
  await waitFor("the answer", () => slack.responses().some(({ args }) => args["id"] === "abc"));
  const mention = { type: "app_mention", user: "U1", text: "x", ts: "1.1", channel: "C1" };
  expect((await raw.event(mention)).status).toBe(200);
  await waitFor("the post", () => slack.messages.length === 1);
  const click = { actions: [{ type: "button", action_id: "go", block_id: "b" }] };
  expect((await raw.interaction({ ...click, response_url: slack.responseUrl() })).status).toBe(200);
  expect(await raw.challenge("c-1")).toMatchObject({ status: 200, text: expect.stringContaining("c-1") });
});

it.each(["forged", "stale", "unsigned", "no-timestamp"] as const)("%s is refused", async (manner) => {
  expect((await raw.slash({}, manner)).status).toBe(401);
  expect((await raw.event({ type: "app_mention" }, manner)).status).toBe(401);
  expect((await raw.interaction({}, manner)).status).toBe(401);
});

it("what was changed on the way is refused", async () => {
  expect((await raw.tampered()).status).toBe(401);
});

it("Bolt alone takes timestamps of the future", async () => {
  const future = await raw.slash({ response_url: slack.responseUrl() }, "future");
  expect(future.status).toBe(200);
});

it("5 MB and broken JSON do not get through, and the app lives on", async () => {
  const { status } = await raw.oversized();
  expect([0, 400, 401, 413]).toContain(status);
  expect((await raw.malformed()).status).toBeGreaterThanOrEqual(400);
  expect((await raw.challenge("alive")).status).toBe(200);
});
