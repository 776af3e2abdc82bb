import {
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import {
  hangUp,
  htmlPage,
  invalidBlocks,
  invalidSlackFile,
  missingScope,
  ok,
  rateLimited,
  refusal,
  slow,
  status,
} from "./faults.ts";

const POST = "chat.postMessage";
const message = { channel: "C1", text: "hello" };

const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};
let slack: FaultServer;
let client: WebClient;

beforeEach(async () => {
  slack = await startFaultServer({ now: () => Date.UTC(2026, 0, 5, 14, 30) });
  client = clientThatWaits(30_000);
});
afterEach(async () => {
  expect(slack.unused()).toEqual([]);
  await slack.close();
});

const clientThatWaits = (timeout: number) =>
  new WebClient("xoxb-not-to-be-kept", {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: SILENT,
  });

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (reason: unknown) => reason,
  );
}
const post = () => failureOf(client.chat.postMessage(message));

describe("scripted faults, as the SDK sees them", () => {
  it("come in order, then it is yes again", async () => {
    slack.answer(POST, [rateLimited(7), status(503), ok({ warning: "as told" })]);
    const limited = await post();
    expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
    expect(limited).toMatchObject({ retryAfter: 7 });
    expect(await post()).toBeInstanceOf(WebAPIHTTPError);
    expect(await client.chat.postMessage(message)).toMatchObject({ ok: true, warning: "as told" });
    expect(await post()).toBeNull();
    expect(slack.callsOf(POST).map(({ answered }) => answered)).toEqual([
      "status 429",
      "status 503",
      "ok",
      "ok",
    ]);
    expect(slack.messages).toHaveLength(2);
  });

  it.each([
    ["before", hangUp("before"), 0],
    ["after", hangUp("after"), 0],
    ["after, the work done", hangUp("after", { done: true }), 1],
  ])("hangs up %s", async (_name, fault, posted) => {
    slack.answer(POST, [fault]);
    expect(await post()).toBeInstanceOf(WebAPIRequestError);
    expect(slack.messages).toHaveLength(posted);
    expect(slack.calls).toHaveLength(1);
  });

  it("fails after the work was done", async () => {
    slack.answer(POST, [status(500, { done: true })]);
    expect(await post()).toMatchObject({ statusCode: 500 });
    expect(slack.messages).toHaveLength(1);
  });

  it.each(["headers", "body"] as const)(
    "is slow with its %s: the client gives up, the work is done",
    async (what) => {
      client = clientThatWaits(300);
      slack.answer(POST, [slow(what, 60_000)]);
      expect(await post()).toBeInstanceOf(Error);
      expect(slack.messages).toHaveLength(1);
    },
  );

  it("answers a page with 200", async () => {
    slack.answer(POST, [htmlPage()]);
    expect(String(await post())).toContain("<!doctype html>");
  });

  it.each([
    refusal("not_in_channel"),
    refusal("channel_not_found"),
    refusal("token_revoked"),
    refusal("account_inactive"),
    refusal("msg_blocks_too_long"),
    refusal("is_archived"),
    refusal("restricted_action"),
    missingScope("files:write"),
    invalidBlocks(),
  ])("refuses: %o", async (fault) => {
    slack.answer(POST, [fault]);
    const failure = await post();
    expect(failure).toBeInstanceOf(WebAPIPlatformError);
    expect(failure).toMatchObject({ data: "fields" in fault ? fault.fields : {} });
  });

  it("goes on for as long as told", async () => {
    slack.always("auth.test", refusal("token_revoked"));
    for (const _ of "ab") expect(String(await failureOf(client.auth.test()))).toContain("token_revoked");
    slack.always("auth.test", null);
    expect(await client.auth.test()).toMatchObject({ ok: true, team_id: "T000000001" });
  });
});

describe("what is kept", () => {
  it("the calls, without the token", async () => {
    const blocks = [{ type: "divider" as const }];
    await client.chat.postMessage({ ...message, blocks });
    expect(slack.calls).toMatchObject([{ method: POST, token: true, args: { ...message, blocks } }]);
    expect(JSON.stringify(slack.calls)).not.toContain("not-to-be-kept");
  });

  it("messages, for history and replies, with metadata when asked for", async () => {
    const metadata = { event_type: "slot", event_payload: { key: "2026-01-05" } };
    const first = await client.chat.postMessage({ ...message, metadata });
    const second = await client.chat.postMessage({ ...message, thread_ts: first.ts ?? "" });
    expect([first.ts, second.ts]).toEqual(["1767623400.000000", "1767623400.000100"]);
    const history = await client.conversations.history({ channel: "C1", include_all_metadata: true });
    expect(history.messages).toMatchObject([{ ts: first.ts, metadata, bot_id: "B0BOT00001" }]);
    const replies = await client.conversations.replies({ channel: "C1", ts: first.ts ?? "" });
    expect(replies.messages?.map(({ ts }) => ts)).toEqual([first.ts, second.ts]);
    expect(replies.messages?.[0]).not.toHaveProperty("metadata");
    await client.chat.update({ ...message, ts: first.ts ?? "", text: "better" });
    expect(slack.messages[0]).toMatchObject({ text: "better", edited: true, metadata });
  });

  it("people and channels as set", async () => {
    slack.setChannel("C1", { is_ext_shared: true });
    slack.setMembers("C1", ["U1", "U2"]);
    slack.setUser("U2", { is_restricted: true });
    expect((await client.conversations.info({ channel: "C1" })).channel).toMatchObject({
      is_ext_shared: true,
    });
    expect((await client.conversations.members({ channel: "C1" })).members).toEqual(["U1", "U2"]);
    expect((await client.users.list({})).members).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id: "U2", is_restricted: true })]),
    );
    expect((await client.conversations.open({ users: "U2" })).channel?.id).toBe("D2");
    await client.views.publish({ user_id: "U1", view: { type: "home", blocks: [] } });
    await client.chat.postEphemeral({ ...message, user: "U1" });
    expect(slack.views).toMatchObject([{ type: "home", user: "U1" }]);
    expect(slack.ephemerals).toMatchObject([{ text: "hello", user: "U1" }]);
  });
});

describe("uploads", () => {
  const file = { filename: "chart.png", file: Buffer.from("bytes of a chart"), alt_text: "a chart" };
  const show = (id: string) =>
    client.chat.postMessage({
      ...message,
      blocks: [{ type: "image", alt_text: "a chart", slack_file: { id } }],
    });

  it("give the bytes back, and a block may show the file", async () => {
    await client.filesUploadV2(file);
    expect(slack.files()).toMatchObject([
      { name: "chart.png", alt: "a chart", bytes: file.file, completed: true, sharedIn: null },
    ]);
    expect((await show(slack.files()[0]?.id ?? "")).ok).toBe(true);
    expect(String(await failureOf(show("F404")))).toContain("invalid_blocks");
  });

  it.each(["files.getUploadURLExternal", "upload", "files.completeUploadExternal"])(
    "fail at %s alone",
    async (step) => {
      slack.answer(step, [status(500)]);
      expect(await failureOf(client.filesUploadV2(file))).toBeInstanceOf(Error);
      expect(slack.calls.at(-1)).toMatchObject({ method: step, answered: "status 500" });
      expect(slack.files().some(({ completed }) => completed)).toBe(false);
    },
  );

  it("are not digested at once", async () => {
    await client.filesUploadV2(file);
    slack.answer(POST, invalidSlackFile(2));
    const id = slack.files()[0]?.id ?? "";
    for (const _ of "ab") {
      expect(await failureOf(show(id))).toMatchObject({
        data: { errors: [expect.stringContaining("invalid slack file")] },
      });
    }
    expect((await show(id)).ok).toBe(true);
  });
});

it("a response_url fails as told", async () => {
  slack.answer("response_url", [refusal("used_url"), status(500)]);
  const respond = async () =>
    (
      await fetch(slack.responseUrl("r1"), {
        method: "POST",
        body: '{"text":"x"}',
        headers: { "content-type": "application/json" },
      })
    ).status;
  expect([await respond(), await respond(), await respond()]).toEqual([404, 500, 200]);
  expect(slack.responses()).toMatchObject([{ args: { id: "r1", text: "x" } }]);
});
