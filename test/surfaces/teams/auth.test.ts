import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Claims } from "../../support/teams/issuer.ts";
import { APP_ID, DANA, startTeamsRig, TENANT, type TeamsRig } from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined); // the SDK prints what it refuses
  rig = await startTeamsRig();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.close();
});

/** Not answered, not logged in, nobody called. */
async function expectRefused(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  await rig.app.stop();
  expect(rig.connector.calls).toEqual([]);
  expect(rig.issuer.logins).toEqual([]);
  expect(await rig.app.references.all()).toEqual([]);
}

describe("an activity with a token in order", () => {
  it("is answered, with the bot's own token", async () => {
    const response = await rig.deliver(rig.personal("help"));
    expect(response.status).toBe(200);
    expect(rig.connector.messages).toHaveLength(1);
    expect(rig.connector.messages[0]?.headers.authorization).toBe("Bearer bot-token-1");
    const [login] = rig.issuer.logins;
    expect(Object.fromEntries(login ?? [])).toMatchObject({
      grant_type: "client_credentials",
      client_id: APP_ID,
      scope: `${rig.issuer.url}/.default`,
    });
  });

  it("logs in once for many answers", async () => {
    await Promise.all([1, 2, 3].map((n) => rig.deliver(rig.personal("help", { id: `many-${n}` }))));
    expect(rig.connector.messages).toHaveLength(3);
    expect(rig.issuer.logins).toHaveLength(1);
  });

  it("is let in a few minutes after its token expired: clocks differ", async () => {
    expect((await rig.deliver(rig.personal("help"), { expiresIn: -200 })).status).toBe(200);
  });
});

describe("an activity that is not in order", () => {
  it.each<[string, Claims, number]>([
    ["another issuer", { iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" }, 401],
    ["another app as audience", { aud: "99999999-2222-3333-4444-555555555555" }, 401],
    ["a token expired for ten minutes", { expiresIn: -600 }, 401],
    ["a token of the future", { startsIn: 900, expiresIn: 3_600 }, 401],
    ["a key that Microsoft never had", { foreignKey: true }, 401],
    ["a key id that is unknown", { kid: "nobody's" }, 401],
    ["a token for another service address", { serviceurl: "https://smba.trafficmanager.net/amer/" }, 403],
  ])("is refused: %s", async (_, claims, status) => {
    await expectRefused(await rig.deliver(rig.personal("help"), claims), status);
  });

  it("is refused without a token, and unread", async () => {
    await expectRefused(await rig.post("not even JSON", {}), 401);
  });

  it.each(["Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "bearer null"])(
    "is refused with %j",
    async (authorization) => {
      await expectRefused(await rig.post(rig.personal("help"), { authorization }), 401);
    },
  );

  it("is refused with an unsigned token, and with one signed by a shared secret", async () => {
    const claims = { serviceurl: rig.connector.url };
    const unsigned = new UnsecuredJWT(claims)
      .setIssuer(rig.issuer.url)
      .setAudience(APP_ID)
      .setExpirationTime("1h")
      .encode();
    await expectRefused(await rig.post(rig.personal("help"), { authorization: `Bearer ${unsigned}` }), 401);
    await expectRefused(await rig.post(rig.personal("help"), { authorization: `Bearer ${unsigned}x` }), 401);
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "key-of-the-test" })
      .setIssuer(rig.issuer.url)
      .setAudience(APP_ID)
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode("a secret of thirty-two bytes or so"));
    await expectRefused(await rig.post(rig.personal("help"), { authorization: `Bearer ${symmetric}` }), 401);
  });

  it("is refused for another tenant, and for none", async () => {
    const other = "bbbbbbbb-1111-2222-3333-444444444444";
    const conversation = { id: "a:x", conversationType: "personal" };
    const of = (tenantId: string | undefined, data: string | undefined) =>
      rig.personal("help", {
        conversation: { ...conversation, ...(tenantId ? { tenantId } : {}) },
        channelData: data ? { tenant: { id: data } } : {},
      });
    await expectRefused(await rig.deliver(of(other, other)), 403);
    await expectRefused(await rig.deliver(of(TENANT, other)), 403);
    await expectRefused(await rig.deliver(of(undefined, undefined)), 403);
  });

  it("is refused from another channel than Teams", async () => {
    await expectRefused(await rig.deliver(rig.personal("help", { channelId: "emulator" })), 403);
  });

  it("makes no outgoing call to an address that is no connector, though its token names it", async () => {
    const serviceUrl = "https://attacker.example.com/";
    await expectRefused(
      await rig.deliver(rig.personal("help", { serviceUrl }), { serviceurl: serviceUrl }),
      403,
    );
  });

  it.each([
    ["an array", []],
    ["text", '"hello"'],
    ["no JSON", "{"],
    ["no sender", { type: "message", channelId: "msteams" }],
    ["a service address that is none", { serviceUrl: "javascript:alert(1)" }],
    ["a conversation that is text", { conversation: "a:1" }],
  ])("is bad: %s", async (_, body) => {
    const whole =
      typeof body === "object" && !Array.isArray(body) ? { ...rig.personal("help"), ...body } : body;
    const bad = "type" in Object(body) ? body : whole;
    await expectRefused(await rig.deliver(bad), 400);
  });

  it("is not taken in another form, by another method, or far too long", async () => {
    const authorization = await rig.bearer();
    const form = await fetch(rig.url, {
      method: "POST",
      body: "a=b",
      headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
    });
    await expectRefused(form, 415);
    await expectRefused(await fetch(rig.url, { headers: { authorization } }), 405);
    await expectRefused(await rig.deliver(rig.personal("x".repeat(600_000))), 413);
  });
});

describe("the keys", () => {
  it("are asked for again later where they cannot be had: the caller is to come back", async () => {
    await rig.close();
    const dead = "http://127.0.0.1:9/.well-known/openidconfiguration";
    rig = await startTeamsRig({ settings: { openIdMetadataUrl: dead } });
    await expectRefused(await rig.deliver(rig.personal("help")), 503);
  });
});

describe("a guest", () => {
  it("is told that nobody answers them, whatever they ask", async () => {
    rig.connector.setMembers([{ id: DANA.id, tenantId: TENANT, userRole: "guest" }]);
    await rig.deliver(rig.personal("performance"));
    expect(rig.connector.messages).toHaveLength(1);
    expect(JSON.stringify(rig.connector.messages[0]?.body)).toContain("I do not answer guests");
  });

  it("is known by their own tenant too", async () => {
    const from = { ...DANA, tenantId: "bbbbbbbb-1111-2222-3333-444444444444" };
    await rig.deliver(rig.channel("performance", "1", { from }));
    expect(rig.connector.messages).toHaveLength(1);
    expect(JSON.stringify(rig.connector.messages[0]?.body)).toContain("I do not answer guests");
  });
});
