import type { ServerResponse } from "node:http";
import {
  ExpressReceiver,
  type Installation,
  type InstallationStore,
  type Receiver,
  SocketModeReceiver,
} from "@slack/bolt";
import express, { type RequestHandler, type Router } from "express";
import type { SlackDeps } from "./deps.ts";
import { boltLogger } from "./log.ts";
import { oauthPages } from "./oauth-pages.ts";

export const SLACK_PATHS = {
  events: "/slack/events",
  install: "/slack/install",
  redirect: "/slack/oauth_redirect",
} as const;

const CLOCK_TOLERANCE_S = 300;
const BODY_LIMIT = 1_000_000;
/** Longer than an acknowledgement may take: the answer to a renewal holds the only refresh token that is left. */
const INSTALLER_TIMEOUT_MS = 15_000;

export interface Transport {
  readonly receiver: Receiver;
  /** To mount on the ingress; null in Socket Mode. */
  readonly router: Router | null;
  /** Renews tokens that expire; null where nobody installs here. */
  readonly installer: NonNullable<ExpressReceiver["installer"]> | null;
}

/** Socket Mode where an app token is set, else HTTP on the ingress. */
export function createTransport(
  deps: SlackDeps,
  installations: InstallationStore,
  scopes: readonly string[],
  onInstalled: (installation: Installation) => void,
): Transport {
  const { settings, log } = deps;
  const logger = boltLogger(log);
  const installing =
    settings.oauth && settings.botToken === null
      ? {
          clientId: settings.oauth.clientId,
          clientSecret: settings.oauth.clientSecret,
          stateSecret: settings.oauth.stateSecret,
          redirectUri: settings.oauth.redirectUri,
          scopes: [...scopes],
          installationStore: installations,
          installerOptions: {
            installPath: SLACK_PATHS.install,
            redirectUriPath: SLACK_PATHS.redirect,
            directInstall: true,
            callbackOptions: {
              ...oauthPages,
              success: (
                installation: Installation,
                options: unknown,
                request: unknown,
                response: ServerResponse,
              ) => {
                oauthPages.success(installation, options, request, response);
                onInstalled(installation);
              },
            },
            // A token is renewed before the acknowledgement: Bolt's own retries, of half an hour, would miss it.
            clientOptions: {
              slackApiUrl: settings.apiUrl,
              fetch: settings.fetch,
              timeout: INSTALLER_TIMEOUT_MS,
              retryConfig: { retries: 0 },
              rejectRateLimitedCalls: true,
            },
            ...(settings.authorizeUrl ? { authorizationUrl: settings.authorizeUrl } : {}),
          },
        }
      : {};
  if (settings.appToken !== null) {
    const receiver = new SocketModeReceiver({
      appToken: settings.appToken,
      logger,
      installerOptions: { clientOptions: { slackApiUrl: settings.apiUrl, fetch: settings.fetch } },
    });
    return { receiver, router: null, installer: null };
  }
  const router = express.Router();
  router.use(SLACK_PATHS.events, refuseFutureTimestamps);
  const receiver = new ExpressReceiver({
    signingSecret: settings.signingSecret ?? "",
    endpoints: SLACK_PATHS.events,
    router,
    logger,
    bodyLimit: BODY_LIMIT,
    ...installing,
  });
  return { receiver, router, installer: receiver.installer ?? null };
}

/** Bolt refuses stale timestamps but takes future ones, which would stay valid for a replay later. */
const refuseFutureTimestamps: RequestHandler = (request, response, next) => {
  const timestamp = Number(request.headers["x-slack-request-timestamp"]);
  if (Number.isFinite(timestamp) && timestamp <= Date.now() / 1_000 + CLOCK_TOLERANCE_S) next();
  else response.status(401).end();
};
