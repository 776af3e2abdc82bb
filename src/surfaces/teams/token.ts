import { z } from "zod";
import type { TeamsSettings } from "./deps.ts";
import { TeamsCallFailed } from "./faults.ts";

const SOON_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;
const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

export interface Grant {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * The bot's token by client credentials (OAuth 2.0). The SDK's own way out, MSAL as it configures it, knows no proxy.
 * @throws TeamsCallFailed with the login's own code ("invalid_client AADSTS7000215"), never the secret
 */
export async function clientCredentials(
  settings: TeamsSettings,
  now: () => number = Date.now,
): Promise<Grant> {
  const { app, loginUrl, tokenIssuer, fetch } = settings;
  if (app?.password == null) throw new TypeError("a bot without a secret has no client credentials");
  const tenant = app.tenant ?? sharedTenant(tokenIssuer);
  const asked = now();
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${loginUrl}/${tenant}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: app.id,
        client_secret: app.password,
        scope: `${tokenIssuer}/.default`,
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    body = await response.json().catch(() => null);
  } catch (error) {
    throw new TeamsCallFailed("login", { kind: "unsent", details: "the login could not be reached" }, error);
  }
  const grant = response.ok ? granted.safeParse(body) : null;
  if (grant?.success)
    return { token: grant.data.access_token, expires: asked + grant.data.expires_in * 1_000 };
  const { error = "no token", error_description = "" } = refused.safeParse(body).data ?? {};
  const code = [error.slice(0, 80), /AADSTS\d+/.exec(error_description)?.[0] ?? ""].join(" ").trim();
  throw new TeamsCallFailed("login", { kind: "refused", status: response.status, code });
}

/** Where bots without a tenant of their own get their tokens. */
function sharedTenant(tokenIssuer: string): string {
  return tokenIssuer.endsWith(".us") ? "MicrosoftServices.onmicrosoft.us" : "botframework.com";
}

/** One token for all calls, renewed before it expires; callers that come together share the asking. */
export function keptToken(ask: () => Promise<Grant>, now: () => number = Date.now): () => Promise<string> {
  let kept: Grant | null = null;
  let asking: Promise<Grant> | null = null;
  return async () => {
    if (kept !== null && kept.expires - SOON_MS > now()) return kept.token;
    asking ??= ask().finally(() => {
      asking = null;
    });
    kept = await asking;
    return kept.token;
  };
}
