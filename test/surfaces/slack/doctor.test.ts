import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackDoctor } from "../../../src/surfaces/slack/doctor.ts";
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from "../../../src/surfaces/slack/scopes.ts";
import { type FaultServer, startFaultServer } from "../../support/slack/fault-server.ts";
import { hangUp, ok, refusal, status } from "../../support/slack/faults.ts";

const TOKEN = "xoxb-doctor-0123456789";
const ALL = [...Object.keys(BOT_SCOPES), ...Object.keys(OPTIONAL_BOT_SCOPES)];
const MEMBER = {
  channels: [
    { name: "markets", is_member: true },
    { name: "lobby", is_member: false },
  ],
};

let slack: FaultServer;
beforeEach(async () => {
  slack = await startFaultServer();
  slack.always("conversations.list", ok({ ok: true, ...MEMBER }));
});
afterEach(() => slack.close());

interface Setting {
  readonly scopes?: readonly string[];
  readonly skewS?: number;
  readonly publicUrl?: string;
  readonly publicStatus?: number;
}

/** Slack's answers with other scopes or another clock; the public address answers as told. */
function fetchAs({ scopes = ALL, publicUrl, publicStatus }: Setting): typeof globalThis.fetch {
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (publicUrl && url.startsWith(publicUrl)) {
      if (publicStatus === undefined) throw new TypeError("fetch failed");
      return new Response("", { status: publicStatus });
    }
    const response = await globalThis.fetch(input, init);
    const headers = new Headers(response.headers);
    headers.set("x-oauth-scopes", scopes.join(","));
    return new Response(await response.text(), { status: response.status, headers });
  };
}

async function checks(setting: Setting = {}) {
  const fetch = fetchAs(setting);
  const client = new WebClient(TOKEN, {
    slackApiUrl: slack.apiUrl,
    fetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const found = await slackDoctor({
    client,
    apiUrl: slack.apiUrl,
    fetch,
    publicUrl: setting.publicUrl ?? null,
    now: () => Date.now() + (setting.skewS ?? 0) * 1_000,
  });
  expect(JSON.stringify(found)).not.toContain(TOKEN);
  return new Map(found.map((check) => [check.name, { state: check.state, text: JSON.stringify(check) }]));
}

const matching = (state: string, text: RegExp) => ({ state, text: expect.stringMatching(text) });

describe("doctor on Slack", () => {
  it("finds nothing wrong where nothing is", async () => {
    const found = await checks();
    expect([...found.values()].map(({ state }) => state)).toEqual(["ok", "ok", "ok", "ok"]);
    expect(found.get("Slack channels")).toEqual(matching("ok", /#markets/));
  });

  it.each(["invalid_auth", "not_authed", "token_revoked", "account_inactive"])(
    "a token: %s",
    async (error) => {
      slack.answer("auth.test", [refusal(error)]);
      const found = await checks();
      expect(found.get("Slack token")).toEqual(
        matching("fault", new RegExp(`${error}.*(SLACK_BOT_TOKEN|reinstall)`)),
      );
      expect(found.has("Slack channels")).toBe(false);
    },
  );

  it.each([status(503), hangUp("after")])("Slack out of reach: %j", async (fault) => {
    slack.answer("auth.test", [fault]);
    expect((await checks()).get("Slack token")).toEqual(
      matching("fault", /could not be reached.*HTTPS_PROXY/),
    );
  });

  it("names the scopes that are missing, and what they are for", async () => {
    const found = await checks({ scopes: ALL.filter((scope) => scope !== "files:write") });
    expect(found.get("Slack scopes")).toEqual(matching("fault", /files:write \(to put charts/));
  });

  it("optional scopes may be missing", async () => {
    const found = await checks({ scopes: Object.keys(BOT_SCOPES) });
    expect(found.get("Slack scopes")).toEqual(
      matching("ok", /without optional ones: channels:history \(to look a scheduled post up/),
    );
  });

  it("a member of no channel", async () => {
    slack.always("conversations.list", ok({ ok: true, channels: [{ name: "lobby", is_member: false }] }));
    expect((await checks()).get("Slack channels")).toEqual(matching("warning", /none.*\/invite/));
  });

  it("channels that cannot be listed", async () => {
    slack.always("conversations.list", refusal("missing_scope"));
    expect((await checks()).get("Slack channels")).toEqual(
      matching("warning", /missing_scope.*channels:read/),
    );
  });

  it.each([
    [400, /ahead of/],
    [-400, /behind/],
  ])("a clock that is %i s off", async (skewS, words) => {
    expect((await checks({ skewS })).get("Clock")).toEqual(matching("fault", words));
  });

  it("a public address that leads here, elsewhere, nowhere", async () => {
    const publicUrl = "https://smallcaps.example.com";
    const state = async (setting: Setting) => (await checks({ publicUrl, ...setting })).get("PUBLIC_URL");
    expect(await state({ publicStatus: 200 })).toEqual(matching("ok", /leads here/));
    expect(await state({ publicStatus: 404 })).toEqual(matching("fault", /answered 404/));
    expect(await state({})).toEqual(matching("fault", /does not answer/));
  });
});
