import type { Router } from "express";
import { isSlackConfigured, isTeamsConfigured } from "../config.ts";
import type { Keyring } from "../storage/keys.ts";
import type { Store } from "../storage/port.ts";
import type { ChartLinks } from "../surfaces/ingress/chart-links.ts";

import { withDeliveryCommands } from "./delivery-commands.ts";
import { countsOfTheWeek, measured, registerDeliveryMetrics } from "./metrics.ts";
import { createOperations, type Operations } from "./operations.ts";
import type { Running } from "./serve.ts";
import { openStorage } from "./storage.ts";

/** What a platform is made of besides what all surfaces share. */
export interface PlatformParts extends Running {
  readonly store: Store;
  /** Null where there is no address that others can reach. */
  readonly charts: ChartLinks | null;
  readonly operations: Operations;
}

/** A platform before its first question. */
export interface Platform {
  /** To mount on the ingress; null where it needs none. */
  readonly router: Router | null;
  /** The start line. `ingress`: where the ingress listens, "" where nothing does. */
  readonly says: (ingress: string) => string;
  readonly start: (ingress: string) => Promise<void>;
  /** Waits for answers under way. */
  readonly stop: () => Promise<void>;
}

/** Slack, Teams or both, over one store and one ingress. Each is loaded only when configured. */
export async function startPlatforms(
  shared: Running,
): Promise<{ says: readonly string[]; stop: () => Promise<void>; operations: Operations }> {
  const opened = await openStorage(shared.config, shared.log);
  const { store, keys, close } = opened;
  try {
    const { posted } = registerDeliveryMetrics(await metricsRegistry(), {
      counts: () => countsOfTheWeek(opened.deliveries),
      queued: async () => null,
      stopped: async () => (await operations.controls.list()).all !== null,
    });
    const storage = { ...opened, deliveries: measured(opened.deliveries, posted) };
    const operations = createOperations({
      storage,
      missing: (topic) => shared.assistant().missing(topic),
      freshness: async () => [],
      adviseCadence: () => null,
      test: (id) => withDeliveryCommands(storage, (commands) => commands.test(id)),
      lastPlanned: () => undefined,
    });
    const charts = await chartLinks(shared, store, keys);
    const { says, stop } = await startOver({ ...shared, store, charts, operations });
    return { says, operations, stop: () => stop().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

const metricsRegistry = async () => (await import("prom-client")).register;

async function startOver(parts: PlatformParts) {
  const platforms = await configured(parts);
  const listening = await listenFor(platforms, parts);
  try {
    for (const { start } of platforms) await start(listening?.url ?? "");
  } catch (error) {
    await listening?.close();
    throw error;
  }
  return {
    says: platforms.map(({ says }) => says(listening?.url ?? "")),
    stop: async () => {
      await listening?.close();
      await Promise.all(platforms.map(({ stop }) => stop()));
    },
  };
}

async function configured(parts: PlatformParts): Promise<readonly Platform[]> {
  const { config } = parts;
  return Promise.all([
    ...(isSlackConfigured(config)
      ? [import("./slack.ts").then(({ slackPlatform }) => slackPlatform(parts))]
      : []),
    ...(isTeamsConfigured(config)
      ? [import("./teams.ts").then(({ teamsPlatform }) => teamsPlatform(parts))]
      : []),
  ]);
}

async function listenFor(platforms: readonly Platform[], { config, charts, log, operations }: PlatformParts) {
  const routers = platforms.flatMap(({ router }) => (router ? [router] : []));
  if (routers.length === 0 && charts === null) return null;
  const [{ createIngress }, { startIngress }] = await Promise.all([
    import("../surfaces/ingress/app.ts"),
    import("../surfaces/ingress/start.ts"),
  ]);
  const ingress = createIngress({ routers, charts, log, readiness: operations.readiness });
  return startIngress(ingress, { host: config.HOST, port: config.PORT });
}

/** Until the port is known: Teams on this machine puts the real address in its place. */
const LOCAL_URL = "http://localhost";

/** Addresses for charts, where there is a public address, or none but this machine is to read them. */
export async function chartLinks(
  { config, drawer, log }: Running,
  store: Store,
  keys: Keyring,
): Promise<ChartLinks | null> {
  const publicUrl = config.PUBLIC_URL ?? (config.TEAMS_LOCAL ? LOCAL_URL : null);
  if (publicUrl === null) return null;
  const { openChartLinks } = await import("../surfaces/ingress/chart-links.ts");
  const { deriveSecret } = await import("../storage/keys.ts");
  return openChartLinks({
    drawer,
    store,
    log,
    secret: deriveSecret(keys, "chart links"),
    publicUrl,
  });
}
