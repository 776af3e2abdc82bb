import type { Installation } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Collection } from "../../../src/storage/port.ts";
import type { Documents } from "../../../src/storage/postgres/documents.ts";
import { markOf } from "../../support/slack/fault-server.ts";
import { type Fault, ok, rateLimited, refusal, status } from "../../support/slack/faults.ts";
import type { Json } from "../../support/slack/json.ts";
import { BOT_ID, BOT_USER_ID, TEAM_ID } from "../../support/slack/payloads.ts";
import { installationOf, RIG_TOKEN, type Rig, startRig } from "../../support/slack/rig.ts";
import { waitFor } from "../../support/slack/wait-for.ts";
import { newStore, type TestStore } from "../../support/store.ts";

const RENEW = "oauth.v2.access";
const POST = "chat.postMessage";
const CHANNEL = "C0ALPHA001";
const ORG = "E1";
/** In the forms that Slack gives to tokens that rotate. */
const OLD = "xoxe.xoxb-1-old-0123456789";
const OLD_REFRESH = "xoxe-1-old-refresh-0123456789";
const NEW = "xoxe.xoxb-1-new-0123456789";
const NEW_REFRESH = "xoxe-1-new-refresh-0123456789";
const ORG_TOKEN = "xoxb-org-0123456789";
const LIFE_S = 43_200;
/** Before a limit of 30 s is over; Slack itself waits for 3 s. */
const ACKNOWLEDGED_MS = 25_000;

const oauth = {
  clientId: "1.2",
  clientSecret: "client secret of the rig",
  stateSecret: "state secret of the rig",
  redirectUri: "http://127.0.0.1/slack/oauth_redirect",
};

let world: TestStore;
let store: Documents;
let rig: Rig;
beforeEach(async () => {
  world = await newStore();
  store = world.store;
});
afterEach(async () => {
  await rig.close();
  await world.close();
});

async function start(allowedTeams: readonly string[] = []): Promise<void> {
  rig = await startRig({ store, settings: { botToken: null, oauth, allowedTeams } });
}

const nowS = () => Math.floor(Date.now() / 1_000);
const bot = { token: OLD, scopes: ["chat:write"], id: BOT_ID, userId: BOT_USER_ID };

/** One that rotates, and has so long to live. */
const rotating = (seconds: number): Installation => ({
  ...installationOf(),
  bot: { ...bot, refreshToken: OLD_REFRESH, expiresAt: nowS() + seconds },
  authVersion: "v2",
});

const ofOrganisation = (id: string): Installation<"v2", true> => ({
  team: undefined,
  enterprise: { id, name: `Org ${id}` },
  user: { id: "U0ADMIN001", token: undefined, scopes: undefined },
  bot: { ...bot, token: ORG_TOKEN },
  isEnterpriseInstall: true,
  authVersion: "v2",
});

/** As `oauth.v2.access` answers. */
const granted = (fields: Json): Fault => ok({ ok: true, error: undefined, method: undefined, ...fields });
const renewed = granted({
  access_token: NEW,
  refresh_token: NEW_REFRESH,
  expires_in: LIFE_S,
  token_type: "bot",
});

const storedBot = async () =>
  (
    await rig.installations.fetchInstallation({
      teamId: TEAM_ID,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    })
  ).bot;
const marksOf = (method: string) => rig.slack.callsOf(method).map(({ mark }) => mark);

const sealedIn = (collection: Collection) => world.sealed(collection);

const ofOrg = (team: string, enterprise = ORG) => ({
  team_id: team,
  enterprise_id: enterprise,
  enterprise_name: `Org ${enterprise}`,
  is_enterprise_install: "true",
});

describe("a token that rotates", () => {
  it("is renewed before it expires, used at once, and kept encrypted", async () => {
    await start();
    await rig.installations.storeInstallation(rotating(60));
    rig.slack.answer(RENEW, [renewed]);
    expect((await rig.slash("ratecut")).status).toBe(200);
    await rig.settled();

    expect(rig.slack.callsOf(RENEW).map(({ args }) => args)).toMatchObject([
      { grant_type: "refresh_token", refresh_token: OLD_REFRESH, client_id: oauth.clientId },
    ]);
    expect(marksOf(POST)).toEqual([markOf(NEW)]);
    expect(marksOf("conversations.info")).toEqual([markOf(NEW)]);
    expect(rig.slack.messages).toHaveLength(1);
    const held = await storedBot();
    expect(held).toMatchObject({ token: NEW, refreshToken: NEW_REFRESH, id: BOT_ID, userId: BOT_USER_ID });
    expect(Math.abs((held?.expiresAt ?? 0) - nowS() - LIFE_S)).toBeLessThan(30);
    const files = await sealedIn("installations");
    expect(files).toHaveLength(1);
    // Whole tokens: sealed documents are random text, in which a shorter mark comes up by chance.
    for (const token of [OLD, OLD_REFRESH, NEW, NEW_REFRESH]) expect(files.join()).not.toContain(token);

    await rig.slash("valuation");
    await rig.settled();
    expect(rig.slack.callsOf(RENEW)).toHaveLength(1);
    expect(marksOf(POST)).toEqual([markOf(NEW), markOf(NEW)]);
    expect(rig.log()).not.toMatch(/xox[a-z]-/);
  });

  it("is left alone while it has hours to live", async () => {
    await start();
    await rig.installations.storeInstallation(rotating(3 * 3_600));
    await rig.slash("ratecut");
    await rig.settled();
    expect(rig.slack.callsOf(RENEW)).toEqual([]);
    expect(marksOf(POST)).toEqual([markOf(OLD)]);
  });

  it.each<[string, Fault]>([
    ["refused", refusal("invalid_refresh_token")],
    ["answered by a failing server", status(500)],
    ["limited", rateLimited(30)],
  ])(
    "whose renewal is %s still answers: acknowledged in time, and logged without a token",
    async (_what, fault) => {
      await start();
      await rig.installations.storeInstallation(rotating(60));
      rig.slack.always(RENEW, fault);
      const { status: acknowledged, ms } = await rig.slash("ratecut");
      expect(acknowledged).toBe(200);
      expect(ms).toBeLessThan(ACKNOWLEDGED_MS);
      await rig.settled();
      expect(rig.slack.callsOf(RENEW)).toHaveLength(1);
      expect(marksOf(POST)).toEqual([markOf(OLD)]);
      expect(await storedBot()).toMatchObject({ token: OLD, refreshToken: OLD_REFRESH });
      expect(rig.log()).toMatch(/oauth\.v2\.access.*token rotation/);
      expect(rig.log()).not.toMatch(/xox[a-z]-|client secret/);
    },
  );

  it("that expired and cannot be renewed: the command is acknowledged and the asker told, nothing is purged", async () => {
    await start();
    await rig.installations.storeInstallation(rotating(-60));
    rig.slack.always(RENEW, refusal("invalid_refresh_token"));
    for (const method of ["users.list", "conversations.info", "conversations.members", POST]) {
      rig.slack.always(method, refusal("token_expired"));
    }
    expect((await rig.slash("ratecut")).status).toBe(200);
    await rig.settled();
    expect(rig.aside()).not.toEqual([]);
    expect(await storedBot()).toMatchObject({ token: OLD, refreshToken: OLD_REFRESH });
    expect(rig.log()).toMatch(/invalid_refresh_token/);
    expect(rig.log() + rig.aside().join()).not.toMatch(/xox[a-z]-|client secret/);
  });

  it("that two questions renew at once: whichever Slack refuses does not undo the other", async () => {
    await start();
    await rig.installations.storeInstallation(rotating(60));
    rig.slack.answer(RENEW, [renewed]);
    rig.slack.always(RENEW, refusal("invalid_refresh_token"));
    await Promise.all([rig.slash("ratecut"), rig.slash("valuation")]);
    await rig.settled();
    expect(await storedBot()).toMatchObject({ token: NEW, refreshToken: NEW_REFRESH });
    expect(rig.slack.messages).toHaveLength(2);
  });
});

describe("an installation for a whole organisation", () => {
  it("by OAuth is stored under the organisation's id, and its installer welcomed", async () => {
    await start([ORG]);
    rig.slack.answer(RENEW, [
      granted({
        access_token: ORG_TOKEN,
        token_type: "bot",
        scope: "commands,chat:write",
        bot_user_id: BOT_USER_ID,
        app_id: "A1",
        team: null,
        enterprise: { id: ORG, name: "Harbour Group" },
        is_enterprise_install: true,
        authed_user: { id: "U0ADMIN001" },
      }),
    ]);
    const begun = await fetch(`${rig.url}/slack/install`, { redirect: "manual" });
    const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
    const query = new URLSearchParams({ code: "c", state });
    const ended = await fetch(`${rig.url}/slack/oauth_redirect?${query}`, { headers: { cookie } });
    expect(ended.status).toBe(200);
    expect(await ended.text()).toContain("It is ready in Harbour Group");
    await rig.settled();
    expect(await rig.installations.listInstallations()).toEqual([
      { id: ORG, isOrganisation: true, name: "Harbour Group", installedBy: "U0ADMIN001", isAllowed: true },
    ]);
    expect(await store.keys("installations")).toEqual([`enterprise:${ORG}`]);
    expect(rig.slack.messages.map(({ channel }) => channel)).toEqual(["D0ADMIN001"]);

    expect((await rig.slash("ratecut", CHANNEL, ofOrg("T1"))).status).toBe(200);
    await rig.settled();
    expect(new Set(marksOf(POST))).toEqual(new Set([markOf(ORG_TOKEN)]));
    expect(rig.slack.messages.at(-1)?.channel).toBe(CHANNEL);
    expect(rig.log()).not.toMatch(/xox[a-z]-/);
  });

  it("answers each workspace with the organisation's token, and says which workspace it means", async () => {
    await start();
    await rig.installations.storeInstallation(ofOrganisation(ORG));
    for (const team of ["T1", "T2"]) {
      expect((await rig.slash("ratecut", CHANNEL, ofOrg(team))).status).toBe(200);
      await rig.settled();
    }
    expect(marksOf(POST)).toEqual([markOf(ORG_TOKEN), markOf(ORG_TOKEN)]);
    expect(rig.slack.callsOf("users.list").map(({ args }) => args["team_id"])).toEqual(["T1", "T2"]);
  });

  it("is purged when the organisation removes the app; another workspace is not", async () => {
    await start();
    await rig.installations.storeInstallation(ofOrganisation(ORG));
    await rig.installations.storeInstallation(installationOf());
    const authorizations = [
      { enterprise_id: ORG, team_id: "T1", user_id: BOT_USER_ID, is_bot: true, is_enterprise_install: true },
    ];
    const envelope = { team_id: "T1", enterprise_id: ORG, authorizations };
    expect((await rig.raw.event({ type: "app_uninstalled" }, "valid", envelope)).status).toBe(200);
    await waitFor("the purge", async () => (await store.keys("installations")).length === 1);
    expect(await store.keys("installations")).toEqual([`team:${TEAM_ID}`]);
    expect((await rig.slash("ratecut", CHANNEL, ofOrg("T1"))).status).toBe(200);
    await rig.settled();
    expect(rig.slack.calls).toEqual([]);
  });

  it("on SLACK_ALLOWED_TEAMS by its id alone lets its workspaces in and keeps others out", async () => {
    await start([ORG]);
    await rig.installations.storeInstallation(ofOrganisation(ORG));
    const ofItsOwn = { ...installationOf("T2"), enterprise: { id: ORG } };
    await rig.installations.storeInstallation(ofItsOwn);
    await expect(rig.installations.storeInstallation(ofOrganisation("E9"))).rejects.toThrow("E9");
    // Installed before the list was made.
    await store.set("installations", "enterprise:E9", ofOrganisation("E9"));
    await store.set("installations", "team:T9", installationOf("T9"));

    await rig.slash("ratecut", CHANNEL, ofOrg("T1"));
    await rig.settled();
    await rig.slash("ratecut", CHANNEL, { team_id: "T2", enterprise_id: ORG });
    await rig.settled();
    expect(marksOf(POST)).toEqual([markOf(ORG_TOKEN), markOf(RIG_TOKEN)]);
    const before = rig.slack.calls.length;
    expect((await rig.slash("ratecut", CHANNEL, ofOrg("T9", "E9"))).status).toBe(200);
    expect((await rig.slash("ratecut", CHANNEL, { team_id: "T9" })).status).toBe(200);
    await rig.settled();
    // Nothing is called with a token; the asker alone is told, at the command's own address.
    const after = rig.slack.calls
      .slice(before)
      .map(({ method, token, args }) => [method, token, args["text"]]);
    const told = ["response_url", false, expect.stringMatching(/does not serve your workspace/)];
    expect(after).toEqual([told, told]);
    expect(rig.log()).toContain("not among those that this installation serves");
    expect(rig.log()).not.toMatch(/xox[a-z]-/);
  });
});
