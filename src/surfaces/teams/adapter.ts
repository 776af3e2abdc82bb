import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
} from "botbuilder";
import type { TeamsIdentity, TeamsSettings } from "./deps.ts";
import { TeamsCallFailed } from "./faults.ts";
import type { Activity } from "./incoming.ts";
import { createServiceHosts } from "./service-hosts.ts";
import { clientCredentials, keptToken } from "./token.ts";

/**
 * The SDK's part, and all of it: who is calling, and the proof of who we are. Calls themselves are plain HTTP
 * (calls.ts): the SDK repeats calls that may have been carried out, and hides how long it was asked to wait.
 */
export interface TeamsAdapter {
  /**
   * Lets an activity in whose token, tenant and service address are in order.
   * @throws NotAdmitted otherwise: nothing was done, nobody was called
   */
  admit(activity: Activity, authorization: string | undefined): Promise<void>;
  /**
   * For outgoing calls; null where nobody asks for one.
   * @throws TeamsCallFailed
   */
  token(): Promise<string | null>;
}

/** An HTTP status for the caller, a reason for the log. */
export class NotAdmitted extends Error {
  override readonly name = "NotAdmitted";
  readonly status: 401 | 403 | 503;

  constructor(status: 401 | 403 | 503, reason: string, cause?: unknown) {
    super(reason, cause === undefined ? {} : { cause });
    this.status = status;
  }
}

/** What the SDK allows for clocks that differ. */
const CLOCK_TOLERANCE_S = 300;
const KEYS_WAIT_MS = 8_000;

export function createAdapter(settings: TeamsSettings): TeamsAdapter {
  const hosts = createServiceHosts(settings.serviceHosts, settings.app === null);
  const { app } = settings;
  const sdk = app === null ? null : verifier(app, settings);
  return {
    async admit(activity, authorization) {
      if (app !== null && sdk !== null) {
        assertClaims(claimsOf(authorization), activity, app, settings);
        await assertSigned(sdk, activity, authorization ?? "");
      }
      if (!hosts.allows(activity.serviceUrl)) {
        throw new NotAdmitted(403, `${activity.serviceUrl} is no connector of Teams`);
      }
    },
    token: app === null ? async () => null : keptToken(grants(app, settings)),
  };
}

function verifier(app: TeamsIdentity, settings: TeamsSettings): ConfigurationBotFrameworkAuthentication {
  const proxy = settings.proxy === null ? null : new URL(settings.proxy);
  const login = proxy?.username ? `${proxy.username}:${proxy.password}@` : "";
  return new ConfigurationBotFrameworkAuthentication(
    {
      CallerId: "urn:botframework:azure",
      ToBotFromChannelTokenIssuer: settings.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: settings.openIdMetadataUrl,
      ToChannelFromBotLoginUrl: settings.loginUrl,
      ToChannelFromBotOAuthScope: settings.tokenIssuer,
    },
    {
      isValidAppId: async (id: string) => id.toLowerCase() === app.id,
      isAuthenticationDisabled: async () => false,
      createCredentials: () => Promise.reject(new Error("the SDK makes no calls here")),
    },
    undefined,
    undefined,
    // The SDK puts "http://" and ":" around these two itself.
    proxy === null
      ? {}
      : {
          proxySettings: {
            host: `${login}${proxy.hostname}`,
            port: Number(proxy.port || (proxy.protocol === "https:" ? 443 : 80)),
          },
        },
  );
}

type Claims = Readonly<Record<string, unknown>>;

/** Read before anything is verified, to refuse early; what they claim counts only once the signature is checked. */
function claimsOf(authorization: string | undefined): Claims {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization ?? "") ?? [];
  if (payload === undefined) throw new NotAdmitted(401, "there is no bearer token");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (typeof claims === "object" && claims !== null) return claims as Claims;
  } catch {
    // Told below.
  }
  throw new NotAdmitted(401, "the token is not readable");
}

/** Stricter than the SDK, which also takes tokens of emulators and other bots, and activities without an address. */
function assertClaims(claims: Claims, activity: Activity, app: TeamsIdentity, settings: TeamsSettings): void {
  const seconds = Date.now() / 1_000;
  const { iss, aud, exp, nbf, serviceurl } = claims;
  if (iss !== settings.tokenIssuer) throw new NotAdmitted(401, "the token is of another issuer");
  if (typeof aud !== "string" || aud.toLowerCase() !== app.id)
    throw new NotAdmitted(401, "the token is for another app");
  if (typeof exp !== "number" || exp + CLOCK_TOLERANCE_S < seconds) {
    throw new NotAdmitted(401, "the token has expired");
  }
  if (typeof nbf === "number" && nbf - CLOCK_TOLERANCE_S > seconds) {
    throw new NotAdmitted(401, "the token is not valid yet: compare the clocks");
  }
  if (serviceurl !== activity.serviceUrl) {
    throw new NotAdmitted(403, "the token is for another service address");
  }
  if (activity.channelId !== "msteams") throw new NotAdmitted(403, "the activity is not of Teams");
}

async function assertSigned(
  sdk: ConfigurationBotFrameworkAuthentication,
  activity: Activity,
  authorization: string,
): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new NotAdmitted(503, "the signing keys could not be had in time")),
    KEYS_WAIT_MS,
  );
  try {
    const asked = sdk.authenticateRequest(activity as never, authorization);
    asked.catch(() => undefined);
    await Promise.race([asked, late.promise]);
  } catch (error) {
    if (error instanceof NotAdmitted) throw error;
    if (isRefusal(error)) throw new NotAdmitted(401, "the token's signature is not in order", error);
    throw new NotAdmitted(503, "the signing keys could not be had", error);
  } finally {
    clearTimeout(timer);
  }
}

/** The token is at fault, not the way to the keys. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("statusCode" in error) return error.statusCode === 401;
  return ["JsonWebTokenError", "NotBeforeError", "TokenExpiredError"].includes(error.name);
}

function grants(app: TeamsIdentity, settings: TeamsSettings) {
  if (app.type !== "UserAssignedMSI") return () => clientCredentials(settings);
  // The managed identity is at an address of the machine itself: there is no proxy to mind.
  const options: ConfigurationServiceClientCredentialFactoryOptions = {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.tenant === null ? {} : { MicrosoftAppTenantId: app.tenant }),
  };
  const factory = new ConfigurationServiceClientCredentialFactory(options);
  return async () => {
    try {
      const credentials = await factory.createCredentials(
        app.id,
        settings.tokenIssuer,
        settings.loginUrl,
        true,
      );
      const token = await (credentials as unknown as { getToken(): Promise<string> }).getToken();
      return { token, expires: Date.now() + MANAGED_TOKEN_LIFE_MS };
    } catch (error) {
      throw new TeamsCallFailed(
        "login",
        { kind: "unsent", details: "the managed identity gave no token" },
        error,
      );
    }
  };
}

/** The SDK keeps the token itself and renews it in time: it is asked often. */
const MANAGED_TOKEN_LIFE_MS = 6 * 60_000;
