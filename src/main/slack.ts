import type { FramedChart } from "../briefing/chart.ts";
import type { Config } from "../config.ts";
import type { Keyring } from "../storage/keys.ts";
import type { Store } from "../storage/port.ts";
import type { ChartLinks } from "../surfaces/ingress/chart-links.ts";
import type { SlackSettings } from "../surfaces/slack/deps.ts";

import { outbound } from "./market.ts";
import type { Running } from "./serve.ts";
import { openStorage } from "./storage.ts";

/** Slack, over HTTP on the ingress or over Socket Mode. Loaded only when configured. */
export async function startPlatforms(shared: Running): Promise<{ says: string; stop: () => Promise<void> }> {
  const storage = await openStorage(shared.config, shared.log);
  try {
    const { says, stop } = await startSlack(shared, storage.store, storage.keys);
    return { says, stop: () => stop().finally(storage.close) };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

export async function startSlack(shared: Running, store: Store, keys: Keyring) {
  const { config, log } = shared;
  const [{ createSlackApp }, { createInstallations }, { createIngress }, { startIngress }] =
    await Promise.all([
      import("../surfaces/slack/app.ts"),
      import("../surfaces/slack/installations.ts"),
      import("../surfaces/ingress/app.ts"),
      import("../surfaces/ingress/start.ts"),
    ]);
  const charts = await chartLinks(shared, keys);
  const chartUrl = charts && ((chart: FramedChart) => charts.linkFor(chart, "slide").url);
  const slack = createSlackApp(
    { ...shared, store, settings: slackSettings(config), chartUrl },
    createInstallations(store, config.SLACK_ALLOWED_TEAMS),
  );
  const readiness = async () => ({ ready: true, reasons: [] });
  const faces = slack.router !== null || charts !== null;
  const ingress =
    faces && createIngress({ routers: slack.router ? [slack.router] : [], charts, log, readiness });
  const listening = ingress ? await startIngress(ingress, { host: config.HOST, port: config.PORT }) : null;
  try {
    await slack.start();
  } catch (error) {
    await listening?.close();
    throw error;
  }
  return {
    says: slack.router && listening ? `Slack: ${listening.url}/slack/events` : "Slack: Socket Mode",
    stop: async () => {
      await listening?.close();
      await slack.stop();
    },
  };
}

/** Public addresses for charts, where there is a public address. */
export async function chartLinks({ config, drawer }: Running, keys: Keyring): Promise<ChartLinks | null> {
  if (config.PUBLIC_URL === undefined) return null;
  const { createChartLinks } = await import("../surfaces/ingress/chart-links.ts");
  const { deriveSecret } = await import("../storage/keys.ts");
  return createChartLinks({
    drawer,
    secret: deriveSecret(keys, "chart links"),
    publicUrl: config.PUBLIC_URL,
  });
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
