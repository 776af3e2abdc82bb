import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly startsIn?: number;
  readonly serviceurl?: string;
  /** Signs with a key that the keys' list does not hold. */
  readonly foreignKey?: boolean;
  readonly kid?: string;
}

/** Stands for Microsoft's sign-in: its metadata, its keys, the tokens that it signs, and the bot's own login. */
export interface Issuer {
  readonly url: string;
  readonly metadataUrl: string;
  /** "Bearer …" as the Bot Connector sends it. */
  bearer(claims: Claims & { readonly aud: string; readonly serviceurl: string }): Promise<string>;
  /** Forms that bots posted to log in. */
  readonly logins: readonly URLSearchParams[];
  /** What logins are answered with from now on; null: a token. */
  refuseLogins(answer: { readonly status: number; readonly body: unknown } | null): void;
  close(): Promise<void>;
}

const KID = "key-of-the-test";

export async function startIssuer(): Promise<Issuer> {
  const own = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const foreign = await generateKeyPair("RS256", { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(own.publicKey)), kid: KID, alg: "RS256", endorsements: ["msteams"] };
  const logins: URLSearchParams[] = [];
  let refusal: { readonly status: number; readonly body: unknown } | null = null;

  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/.well-known/openidconfiguration") {
      return send(200, {
        issuer: url,
        jwks_uri: `http://${request.headers.host}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (request.url === "/keys") return send(200, { keys: [jwk] });
    if (request.url?.endsWith("/oauth2/v2.0/token")) {
      let form = "";
      for await (const chunk of request) form += String(chunk);
      logins.push(new URLSearchParams(form));
      if (refusal) return send(refusal.status, refusal.body);
      return send(200, {
        token_type: "Bearer",
        expires_in: 3_600,
        access_token: `bot-token-${logins.length}`,
      });
    }
    return send(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    metadataUrl: `${url}/.well-known/openidconfiguration`,
    async bearer(claims) {
      const now = Math.floor(Date.now() / 1_000);
      const token = await new SignJWT({ serviceurl: claims.serviceurl })
        .setProtectedHeader({ alg: "RS256", kid: claims.kid ?? KID })
        .setIssuer(claims.iss ?? url)
        .setAudience(claims.aud)
        .setNotBefore(now + (claims.startsIn ?? -60))
        .setExpirationTime(now + (claims.expiresIn ?? 3_600))
        .sign(claims.foreignKey ? foreign.privateKey : own.privateKey);
      return `Bearer ${token}`;
    },
    logins,
    refuseLogins: (answer) => {
      refusal = answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
