import type { Router } from "express";
import type { Recorder } from "../audit/port.ts";
import { isSlackConfigured, isTeamsConfigured } from "../config.ts";
import type { ChannelPoster, Controls, Schedules } from "../delivery/port.ts";
import type { Keyring } from "../storage/keys.ts";
import type { Store } from "../storage/port.ts";
import type { ChartLinks } from "../surfaces/ingress/chart-links.ts";

import type { Running } from "./serve.ts";
import { openStorage } from "./storage.ts";
import { noSchedules, unwiredControls, unwiredRecorder } from "./unwired.ts";

/** What a platform is made of besides what all surfaces share. */
export interface PlatformParts extends Running {
  readonly store: Store;
  /** Null where there is no address that others can reach. */
  readonly charts: ChartLinks | null;
  /** Null: nothing is posted without being asked. */
  readonly schedules: () => Schedules | null;
  readonly recorder: Recorder;
  readonly controls: Controls;
}

/** A platform before its first question. */
export interface Platform {
  /** To mount on the ingress; null where it needs none. */
  readonly router: Router | null;
  /** The start line. `ingress`: where the ingress listens, "" where nothing does. */
  readonly says: (ingress: string) => string;
  /** Posts without being asked. */
  readonly poster: ChannelPoster | null;
  readonly start: (ingress: string) => Promise<void>;
  /** Waits for answers under way. */
  readonly stop: () => Promise<void>;
}

/** Slack, Teams or both, over one store and one ingress. Each is loaded only when configured. */
export async function startPlatforms(
  shared: Running,
): Promise<{ says: readonly string[]; stop: () => Promise<void> }> {
  const { store, keys, close } = await openStorage(shared.config, shared.log);
  try {
    const parts: PlatformParts = {
      ...shared,
      store,
      charts: await chartLinks(shared, store, keys),
      schedules: noSchedules,
      recorder: unwiredRecorder,
      controls: unwiredControls,
    };
    const { says, stop } = await startOver(parts);
    return { says, stop: () => stop().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

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

async function listenFor(platforms: readonly Platform[], { config, charts, log }: PlatformParts) {
  const routers = platforms.flatMap(({ router }) => (router ? [router] : []));
  if (routers.length === 0 && charts === null) return null;
  const [{ createIngress }, { startIngress }] = await Promise.all([
    import("../surfaces/ingress/app.ts"),
    import("../surfaces/ingress/start.ts"),
  ]);
  const readiness = async () => ({ ready: true, reasons: [] });
  const ingress = createIngress({ routers, charts, log, readiness });
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
