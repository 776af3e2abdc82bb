import { createServer, type Server } from "node:http";
import { inspect } from "node:util";
import { ExpressReceiver, type Installation, LogLevel } from "@slack/bolt";
import express from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BriefingError } from "../../../src/briefing/errors.ts";
import type { Documents } from "../../../src/storage/postgres/documents.ts";
import { createInstallations } from "../../../src/surfaces/slack/installations.ts";
import { oauthPages } from "../../../src/surfaces/slack/oauth-pages.ts";
import { newStore, type TestStore } from "../../support/store.ts";

const TOKEN = "xoxb-123-secret";
const REFRESH = "xoxe-1-refresh";

let world: TestStore;
let store: Documents;
beforeEach(async () => {
  world = await newStore();
  store = world.store;
});
afterEach(async () => {
  await world.close();
});

const user = (id: string) => ({ id, token: undefined, scopes: undefined });
const bot = {
  token: TOKEN,
  refreshToken: REFRESH,
  expiresAt: 1,
  scopes: ["commands"],
  id: "B1",
  userId: "U0",
};

function inTeam(id: string, changes: Partial<Installation<"v2", false>> = {}): Installation<"v2", false> {
  return {
    team: { id, name: `Team ${id}` },
    enterprise: undefined,
    user: user("U1"),
    bot,
    appId: "A1",
    tokenType: "bot",
    isEnterpriseInstall: false,
    authVersion: "v2",
    ...changes,
  };
}

function inOrganisation(id: string): Installation<"v2", true> {
  return {
    team: undefined,
    enterprise: { id, name: `Org ${id}` },
    user: user("U2"),
    bot,
    isEnterpriseInstall: true,
    authVersion: "v2",
  };
}

const ofTeam = (teamId: string, enterpriseId?: string) => ({
  teamId,
  enterpriseId,
  isEnterpriseInstall: false as const,
});
const ofOrganisation = (enterpriseId: string, teamId?: string) => ({
  teamId: teamId as undefined, // Slack does send both
  enterpriseId,
  isEnterpriseInstall: true as const,
});

async function faultOf(doing: Promise<unknown>): Promise<BriefingError> {
  const error = await doing.then(
    () => new Error("no fault"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BriefingError)) throw error;
  expect(inspect(error, { depth: 9 })).not.toMatch(/xox[a-z]-/);
  return error;
}

describe("installations", () => {
  test("are kept whole, encrypted, and come back after a token refresh with its new tokens", async () => {
    const installations = createInstallations(store, []);
    await installations.storeInstallation(inTeam("T1"));
    const held = await installations.fetchInstallation(ofTeam("T1"));
    expect(held).toEqual(JSON.parse(JSON.stringify(inTeam("T1"))));
    const refreshed = inTeam("T1", { bot: { ...bot, token: "xoxb-new", refreshToken: "xoxe-new" } });
    await installations.storeInstallation(refreshed);
    expect((await installations.fetchInstallation(ofTeam("T1"))).bot?.token).toBe("xoxb-new");
    // With what random base64 cannot hold: a hyphen, a space.
    for (const sealed of await world.sealed("installations")) expect(sealed).not.toMatch(/xox[a-z]-|Team T1/);
  });

  test("of an organisation serve its workspaces; one of a workspace alone does not", async () => {
    const installations = createInstallations(store, []);
    await installations.storeInstallation(inOrganisation("E1"));
    await installations.storeInstallation(inTeam("T9", { enterprise: { id: "E9" } }));
    expect((await installations.fetchInstallation(ofOrganisation("E1", "T5"))).enterprise?.id).toBe("E1");
    expect((await installations.fetchInstallation(ofTeam("T9", "E9"))).team?.id).toBe("T9");
    expect((await faultOf(installations.fetchInstallation(ofTeam("T5", "E1")))).message).toContain("T5");
    expect((await faultOf(installations.fetchInstallation(ofOrganisation("E9", "T9")))).message).toContain(
      "E9",
    );
  });

  test("that are missing are named with what to do", async () => {
    const fault = await faultOf(createInstallations(store, []).fetchInstallation(ofTeam("T404")));
    expect(fault).toMatchObject({
      code: "bad_config",
      message: "smallcaps is not installed in the Slack workspace T404.",
      hint: expect.stringContaining("/slack/install"),
    });
    const none = { teamId: undefined, enterpriseId: undefined, isEnterpriseInstall: true } as never;
    expect((await faultOf(createInstallations(store, []).fetchInstallation(none))).code).toBe("bad_config");
  });

  test("that are not whole are named without their content", async () => {
    await store.set("installations", "team:T1", { bot });
    const fault = await faultOf(createInstallations(store, []).fetchInstallation(ofTeam("T1")));
    expect(fault.message).toContain("team:T1");
  });

  test("can be deleted", async () => {
    const installations = createInstallations(store, []);
    await installations.storeInstallation(inTeam("T1"));
    await installations.storeInstallation(inOrganisation("E1"));
    await installations.deleteInstallation(ofTeam("T1"));
    await installations.deleteInstallation(ofTeam("T1"));
    expect(await store.keys("installations")).toEqual(["enterprise:E1"]);
  });

  test("are listed without tokens, with who installed them", async () => {
    await createInstallations(store, []).storeInstallation(inTeam("T2", { user: user("U7") }));
    await createInstallations(store, []).storeInstallation(inOrganisation("E1"));
    const list = await createInstallations(store, ["E1"]).listInstallations();
    expect(list).toEqual([
      { id: "E1", isOrganisation: true, name: "Org E1", installedBy: "U2", isAllowed: true },
      { id: "T2", isOrganisation: false, name: "Team T2", installedBy: "U7", isAllowed: false },
    ]);
  });

  test("purging takes all that is kept of a workspace, and nothing of another one", async () => {
    const installations = createInstallations(store, []);
    for (const team of ["T1", "T11"]) {
      await installations.storeInstallation(inTeam(team));
      await store.set("channels", `${team}/C1`, { allowedBy: "U1" });
      await store.set("threads", `${team}/C1/1.2`, "ratecut");
    }
    await installations.storeInstallation(inOrganisation("E1"));
    await store.set("references", "T1/teams", "of Microsoft Teams");
    await installations.purge("T1");
    await installations.purge("E1");
    expect(await store.keys("installations")).toEqual(["team:T11"]);
    expect(await store.keys("channels")).toEqual(["T11/C1"]);
    expect(await store.keys("threads")).toEqual(["T11/C1/1.2"]);
    expect(await store.keys("references")).toEqual(["T1/teams"]);
  });
});

describe("SLACK_ALLOWED_TEAMS", () => {
  test("refuses others when they install, and keeps nothing of them", async () => {
    const installations = createInstallations(store, ["T1", "E1"]);
    const fault = await faultOf(installations.storeInstallation(inTeam("T2")));
    expect(fault).toMatchObject({ code: "refused", message: expect.stringContaining("workspace T2") });
    expect(fault.hint).toContain("SLACK_ALLOWED_TEAMS");
    expect((await faultOf(installations.storeInstallation(inOrganisation("E2")))).message).toContain("E2");
    expect(await store.keys("installations")).toEqual([]);
  });

  test("refuses a workspace that was taken off the list", async () => {
    await createInstallations(store, []).storeInstallation(inTeam("T1"));
    const fault = await faultOf(createInstallations(store, ["T2"]).fetchInstallation(ofTeam("T1")));
    expect(fault).toMatchObject({ code: "refused", message: expect.stringContaining("T1") });
  });

  test("an organisation on it includes its workspaces; what a query claims does not count", async () => {
    const installations = createInstallations(store, ["E1"]);
    await installations.storeInstallation(inTeam("T1", { enterprise: { id: "E1" } }));
    expect((await installations.fetchInstallation(ofTeam("T1"))).team?.id).toBe("T1");
    await createInstallations(store, []).storeInstallation(inTeam("T2"));
    expect((await faultOf(installations.fetchInstallation(ofTeam("T2", "E1")))).code).toBe("refused");
  });
});

describe("the pages at the end of an installation", () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function page(show: (response: Parameters<typeof oauthPages.success>[3]) => void) {
    server = createServer((_request, response) => show(response)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const reply = await fetch(`http://127.0.0.1:${port}/`);
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  }
  const failed = (error: Error) => page((response) => oauthPages.failure(error, {}, {}, response));

  test("welcome, with names escaped and no token", async () => {
    const installation = inTeam("T1", { team: { id: "T1", name: "<script>alert(1)</script>" } });
    const { status, headers, text } = await page((response) =>
      oauthPages.success(installation as Installation, {}, {}, response),
    );
    expect(status).toBe(200);
    expect(text).toContain("&lt;script&gt;");
    expect(text).toContain('href="slack://app?team=T1&amp;id=A1"');
    expect(text).not.toMatch(/<script|xox[a-z]-/);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test("a refusal says why, other faults say nothing of their cause", async () => {
    const refused = await failed(new BriefingError("refused", "The workspace T2 is not served.", "Ask."));
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("The workspace T2 is not served. Ask.");
    const bug = await failed(new TypeError(`no property of ${TOKEN}`));
    expect(bug.status).toBe(500);
    expect(bug.text).not.toMatch(/xox[a-z]-|TypeError/);
    const stale = await failed(Object.assign(new Error("x"), { code: "slack_oauth_invalid_state" }));
    expect(stale.status).toBe(400);
    expect(stale.text).toContain('href="/slack/install"');
    const declined = Object.assign(new Error("x"), { code: "slack_oauth_installer_authorization_error" });
    expect((await failed(declined)).text).toContain("not allowed in Slack");
  });
});

describe("an installation through Bolt, Slack being a local server", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function serve(handler: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer(handler).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  }

  async function install(allowedTeams: readonly string[]) {
    const logged: string[] = [];
    const keep = (...parts: unknown[]) => void logged.push(inspect(parts, { depth: 9 }));
    const slack = await serve((incoming, response) => {
      const granted = {
        ok: true,
        access_token: TOKEN,
        token_type: "bot",
        scope: "commands",
        bot_user_id: "U0",
        app_id: "A1",
        team: { id: "T1", name: "Harbour" },
        enterprise: null,
        is_enterprise_install: false,
        authed_user: { id: "U7" },
      };
      response.setHeader("Content-Type", "application/json");
      response.end(
        JSON.stringify(incoming.url?.endsWith("auth.test") ? { ok: true, bot_id: "B1" } : granted),
      );
    });
    const installations = createInstallations(store, allowedTeams);
    const router = express.Router();
    new ExpressReceiver({
      signingSecret: "s",
      clientId: "1.2",
      clientSecret: "client-secret",
      stateSecret: "state-secret-of-some-length",
      scopes: ["commands"],
      installationStore: installations,
      router,
      logger: {
        debug: keep,
        info: keep,
        warn: keep,
        error: keep,
        setLevel: () => {},
        setName: () => {},
        getLevel: () => LogLevel.DEBUG,
      },
      installerOptions: {
        directInstall: true,
        callbackOptions: oauthPages,
        clientOptions: { slackApiUrl: `${slack}/api/`, retryConfig: { retries: 0 } },
      },
    });
    const url = await serve(express().use(router));
    const begun = await fetch(`${url}/slack/install`, { redirect: "manual" });
    const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
    const ended = await fetch(`${url}/slack/oauth_redirect?code=c&state=${encodeURIComponent(state)}`, {
      headers: { cookie },
    });
    return { installations, status: ended.status, text: await ended.text(), logged: logged.join("\n") };
  }

  test("is stored, and whoever did it is known", async () => {
    const { installations, status, text, logged } = await install(["T1"]);
    expect(status).toBe(200);
    expect(text).toContain("It is ready in Harbour");
    expect(await installations.listInstallations()).toMatchObject([{ id: "T1", installedBy: "U7" }]);
    expect((await installations.fetchInstallation(ofTeam("T1"))).bot).toMatchObject({
      token: TOKEN,
      id: "B1",
    });
    expect(text + logged).not.toContain(TOKEN);
  });

  test("of a workspace that is not served ends with a page that says so, and nothing stored", async () => {
    const { installations, status, text, logged } = await install(["T2"]);
    expect(status).toBe(403);
    expect(text).toContain("The Slack workspace T1 is not among those");
    expect(await installations.listInstallations()).toEqual([]);
    expect(text + logged).not.toContain(TOKEN);
  });
});
