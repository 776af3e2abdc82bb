import type { Router } from "express";
import type { Receipts, Recorder } from "../audit/port.ts";
import { type Config, isSlackConfigured, isTeamsConfigured } from "../config.ts";
import { baselineInWords } from "../delivery/alert-words.ts";
import type { ChannelPoster, Controls, Schedules } from "../delivery/port.ts";
import { adviseCadence } from "../delivery/schedule/advice.ts";
import type { Keyring } from "../storage/keys.ts";
import type { Store } from "../storage/port.ts";
import type { ChartLinks } from "../surfaces/ingress/chart-links.ts";
import type { ExportLinks } from "../surfaces/ingress/export-links.ts";

import { countsOfTheWeek, measured, registerDeliveryMetrics } from "./metrics.ts";
import { storedWriting, type Writing } from "./narrative.ts";
import { createOperations, type Operations } from "./operations.ts";
import type { Running } from "./serve.ts";
import { openStorage } from "./storage.ts";

/** What a platform is made of besides what all surfaces share. */
export interface PlatformParts extends Running {
  readonly store: Store;
  /** Null where there is no address that others can reach. */
  readonly charts: ChartLinks | null;
  readonly exports: ExportLinks | null;
  readonly schedules: () => Schedules | null;
  /** Told of everything that is posted. */
  readonly recorder: Recorder;
  readonly controls: Controls;
  readonly readiness: Operations["readiness"];
}

/** A platform before its first question. */
export interface Platform {
  /** To mount on the ingress; null where it needs none. */
  readonly router: Router | null;
  /** Posts what nobody asked for. */
  readonly poster: ChannelPoster;
  /** The start line. `ingress`: where the ingress listens, "" where nothing does. */
  readonly says: (ingress: string) => string;
  readonly start: (ingress: string) => Promise<void>;
  /** Waits for answers under way. */
  readonly stop: () => Promise<void>;
}

export interface Platforms {
  readonly says: readonly string[];
  readonly operations: Operations;
  readonly receipts: Receipts;
  readonly writing: Writing;
  readonly recorder: Recorder;
  readonly stop: () => Promise<void>;
}

/** Slack, Teams or both, over one store and one ingress. Each is loaded only when configured. */
export async function startPlatforms(shared: Running): Promise<Platforms> {
  /** In the order of opening; closed the other way round. */
  const open: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of open.splice(0).reverse())
      await close().catch((error: unknown) => shared.log.error({ err: error }, "stopping"));
  };
  try {
    return { ...(await startOver(shared, open)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOver(shared: Running, open: (() => Promise<void>)[]): Promise<Omit<Platforms, "stop">> {
  const storage = await measuredStorage(shared, open);
  const { openAudit } = await import("./audit.ts");
  const audit = await openAudit(shared.config, storage, storage.keys, shared.log);
  open.push(audit.stop);
  const { prepareDelivery } = await import("./delivery.ts");
  const posters: ChannelPoster[] = [];
  const delivery = prepareDelivery(shared, { storage, audit, posters, controls: storage.controls });
  const operations = createOperations({
    storage,
    controls: storage.controls,
    missing: (topic) => shared.assistant().missing(topic),
    freshness: (topics) => shared.assistant().freshness(topics),
    adviseCadence,
    acknowledge: delivery.acknowledge,
    baseline: async (subscription) => baselineInWords(await delivery.baseline(subscription)),
    test: async (id) => void (await delivery.enqueueTest(id)),
    lastPlanned: delivery.lastPlanned,
  });
  const { controls, schedules, readiness } = operations;
  const writing = await storedWriting(shared.config, storage, shared.log);
  const platforms = await listen(
    {
      ...shared,
      store: storage.store,
      charts: await chartLinks(shared, storage.store, storage.keys),
      exports: await exportLinks(shared, storage.keys, controls),
      schedules: () => schedules,
      recorder: audit.recorder,
      controls,
      readiness,
    },
    open,
  );
  posters.push(...platforms.posters);
  delivery.begin();
  open.push(delivery.stop);
  return { says: platforms.says, operations, receipts: audit.receipts, writing, recorder: audit.recorder };
}

/** The database, with what its deliveries look like in the metrics. */
async function measuredStorage({ config, log }: Running, open: (() => Promise<void>)[]) {
  const storage = await openStorage(config, log);
  open.push(storage.close);
  const [{ register }, { createControls }, { queuedJobs }] = await Promise.all([
    import("prom-client"),
    import("../delivery/controls.ts"),
    import("./delivery.ts"),
  ]);
  const controls = createControls(storage.store, () => performance.now());
  const { posted } = registerDeliveryMetrics(register, {
    counts: () => countsOfTheWeek(storage.deliveries),
    queued: () => queuedJobs(storage),
    stopped: async () => (await controls.list()).all !== null,
  });
  return { ...storage, controls, deliveries: measured(storage.deliveries, posted) };
}

async function listen(parts: PlatformParts, open: (() => Promise<void>)[]) {
  const platforms = await configured(parts);
  const listening = await listenFor(platforms, parts);
  for (const { stop } of platforms) open.push(stop);
  if (listening) open.push(listening.close);
  for (const { start } of platforms) await start(listening?.url ?? "");
  return {
    says: platforms.map(({ says }) => says(listening?.url ?? "")),
    posters: platforms.map(({ poster }) => poster),
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

async function listenFor(
  platforms: readonly Platform[],
  { config, charts, exports, log, readiness }: PlatformParts,
) {
  const routers = platforms.flatMap(({ router }) => (router ? [router] : []));
  if (routers.length === 0 && charts === null) return null;
  const [{ createIngress }, { startIngress }] = await Promise.all([
    import("../surfaces/ingress/app.ts"),
    import("../surfaces/ingress/start.ts"),
  ]);
  const ingress = createIngress({ routers, charts, exports, log, readiness });
  return startIngress(ingress, { host: config.HOST, port: config.PORT });
}

/** Until the port is known: Teams on this machine puts the real address in its place. */
const LOCAL_URL = "http://localhost";

const publicUrlOf = ({ PUBLIC_URL, TEAMS_LOCAL }: Config) => PUBLIC_URL ?? (TEAMS_LOCAL ? LOCAL_URL : null);

/** Addresses for files, where there are addresses for charts. */
async function exportLinks(shared: Running, keys: Keyring, controls: Controls): Promise<ExportLinks | null> {
  const publicUrl = publicUrlOf(shared.config);
  if (publicUrl === null) return null;
  const [{ createExportLinks }, { deriveSecret }, { fetchedExport }] = await Promise.all([
    import("../surfaces/ingress/export-links.ts"),
    import("../storage/keys.ts"),
    import("./fetched-export.ts"),
  ]);
  return createExportLinks({
    secret: deriveSecret(keys, "export links"),
    publicUrl,
    make: (request) => fetchedExport(shared, controls, request),
  });
}

/** Addresses for charts, where there is a public address, or none but this machine is to read them. */
export async function chartLinks(
  { config, drawer, log }: Running,
  store: Store,
  keys: Keyring,
): Promise<ChartLinks | null> {
  const publicUrl = publicUrlOf(config);
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
