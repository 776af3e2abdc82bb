import type { FramedChart } from "../briefing/chart.ts";
import type { Config } from "../config.ts";
import type { SlackSettings } from "../surfaces/slack/deps.ts";
import { outbound } from "./outbound.ts";
import type { Platform, PlatformParts } from "./platforms.ts";
import { topics } from "./topics.ts";

/** Slack, over HTTP on the ingress or over Socket Mode. */
export async function slackPlatform(parts: PlatformParts): Promise<Platform> {
  const { config, charts, store } = parts;
  const [{ createSlackApp }, { createInstallations }] = await Promise.all([
    import("../surfaces/slack/app.ts"),
    import("../surfaces/slack/installations.ts"),
  ]);
  const chartUrl = charts && ((chart: FramedChart) => charts.linkFor(chart, "slide").url);
  const { router, poster, start, stop } = createSlackApp(
    { ...parts, topics, settings: slackSettings(config), chartUrl },
    createInstallations(store, config.SLACK_ALLOWED_TEAMS),
  );
  return {
    router,
    poster,
    says: (ingress) => (router ? `Slack: ${ingress}/slack/events` : "Slack: Socket Mode"),
    start: () => start(),
    stop,
  };
}

export function slackSettings(config: Config): SlackSettings {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    PUBLIC_URL,
  } = config;
  return {
    botToken: config.SLACK_BOT_TOKEN ?? null,
    signingSecret: config.SLACK_SIGNING_SECRET ?? null,
    appToken: config.SLACK_APP_TOKEN ?? null,
    oauth:
      clientId && clientSecret && stateSecret && PUBLIC_URL
        ? { clientId, clientSecret, stateSecret, redirectUri: `${PUBLIC_URL}/slack/oauth_redirect` }
        : null,
    apiUrl: `${config.SLACK_API_URL}/`,
    authorizeUrl: config.SLACK_AUTHORIZE_URL ?? null,
    allowedTeams: config.SLACK_ALLOWED_TEAMS,
    fetch: outbound(config).fetch,
  };
}
