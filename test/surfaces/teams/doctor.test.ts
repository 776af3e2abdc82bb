import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TeamsSettings } from "../../../src/surfaces/teams/deps.ts";
import { teamsDoctor } from "../../../src/surfaces/teams/doctor.ts";
import type { Known } from "../../../src/surfaces/teams/references.ts";
import { clientCredentials } from "../../../src/surfaces/teams/token.ts";
import { type Issuer, startIssuer } from "../../support/teams/issuer.ts";
import { APP_ID, BOT, TENANT } from "../../support/teams/rig.ts";

let issuer: Issuer;
beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.close());

interface Setting {
  readonly settings?: Partial<TeamsSettings>;
  readonly publicUrl?: string | null;
  readonly publicStatus?: number;
  readonly known?: readonly Known[] | null;
  readonly skewS?: number;
}

async function checks({
  publicUrl = null,
  publicStatus,
  known = [],
  skewS = 0,
  settings: own,
}: Setting = {}) {
  const settings: TeamsSettings = {
    app: { id: APP_ID, type: "SingleTenant", password: "hunter2-hunter2", tenant: TENANT },
    allowedTenants: [TENANT],
    allowedChannels: [],
    serviceHosts: [],
    openIdMetadataUrl: issuer.metadataUrl,
    tokenIssuer: issuer.url,
    loginUrl: issuer.url,
    proxy: null,
    fetch: async (input, init) => {
      if (!publicUrl || !String(input).startsWith(publicUrl)) return globalThis.fetch(input, init);
      if (publicStatus === undefined) throw new TypeError("fetch failed");
      return new Response("", { status: publicStatus });
    },
    firstWaitMs: 1,
    ...own,
  };
  const found = await teamsDoctor({
    settings,
    token: async () => (await clientCredentials(settings)).token,
    known,
    publicUrl,
    now: () => Date.now() + skewS * 1_000,
  });
  return Object.fromEntries(found.map((check) => [check.name, check]));
}

const channel = (name: string, active = true): Known => ({
  reference: {
    serviceUrl: "https://smba.trafficmanager.net/",
    tenant: TENANT,
    where: "channel",
    conversation: `19:${name}`,
    bot: BOT,
  },
  team: { id: "19:t", name: "Desk" },
  name,
  user: null,
  directoryId: null,
  shared: false,
  owner: null,
  active,
});

describe("doctor", () => {
  it("finds everything in order", async () => {
    const publicUrl = "https://smallcaps.example.com";
    const found = await checks({ publicUrl, publicStatus: 401, known: [channel("Markets")] });
    expect(Object.values(found).map(({ state }) => state)).toEqual(["ok", "ok", "ok", "ok", "ok", "ok"]);
    expect(found["Teams conversations"]?.detail).toContain("Desk, Markets");
  });

  it.each([
    ["AADSTS7000215", /value \(not its id\)/],
    ["AADSTS7000222", /expired/],
    ["AADSTS700016", /not known in that tenant/],
    ["AADSTS99999", /compare id, secret and tenant/],
  ])("names the remedy of a refused login: %s", async (code, remedy) => {
    issuer.refuseLogins({ status: 401, body: { error: "invalid_client", error_description: `${code}: no` } });
    const login = (await checks())["Teams login"];
    expect(login).toMatchObject({ state: "fault", detail: expect.stringContaining(code) });
    expect(login?.remedy).toMatch(remedy);
    expect(JSON.stringify(login)).not.toContain("hunter2-hunter2");
  });

  it("finds that nobody can be reached", async () => {
    const dead = "http://127.0.0.1:9";
    const found = await checks({ settings: { loginUrl: dead, openIdMetadataUrl: `${dead}/x` } });
    expect(found["Teams login"]?.state).toBe("fault");
    expect(found["Teams signing keys"]?.state).toBe("fault");
    expect(found["Clock"]?.state).toBe("warning");
  });

  it("finds a clock that is wrong, either way", async () => {
    expect((await checks({ skewS: 400 }))["Clock"]?.detail).toMatch(/\d+ s ahead of/);
    expect((await checks({ skewS: -400 }))["Clock"]).toMatchObject({ state: "fault" });
  });

  it.each([
    ["none", null, undefined, "warning"],
    ["one that is not https", "http://smallcaps.example.com", 401, "fault"],
    ["one that answers something else", "https://smallcaps.example.com", 404, "fault"],
    ["one that does not answer", "https://smallcaps.example.com", undefined, "fault"],
  ] as const)("judges the public address: %s", async (_, publicUrl, publicStatus, state) => {
    const found = await checks({ publicUrl, ...(publicStatus ? { publicStatus } : {}) });
    expect(found["Teams address"]?.state).toBe(state);
  });

  it("warns of channels that were lost, of every tenant served, and of nobody checked", async () => {
    const lost = await teamsStates({ known: [channel("Old", false)] });
    expect(lost).toContain("warning Teams conversations");
    expect(await teamsStates({ settings: { allowedTenants: [] } })).toContain("warning Teams app");
    expect(await teamsStates({ settings: { app: null } })).toContain("warning Teams");
  });

  async function teamsStates(setting: Setting): Promise<readonly string[]> {
    return Object.values(await checks(setting)).map(({ state, name }) => `${state} ${name}`);
  }
});
