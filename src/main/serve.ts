import { writeFile } from "node:fs/promises";
import { type Logger, pino } from "pino";
import type { Receipts, Recorder } from "../audit/port.ts";
import type { DataMode } from "../briefing/briefing.ts";
import type { ChartDrawer } from "../briefing/chart.ts";
import type { Exporter } from "../briefing/exporter.ts";
import { createChartDrawer } from "../charts/drawer.ts";
import { type Config, isPlatformConfigured, readConfig } from "../config.ts";
import { createExporter } from "../exports/exporter.ts";
import { makeFolder } from "../folders.ts";

import {
  type AssistantParts,
  choiceFile,
  chosenMode,
  configuredAssistant,
  type FullAssistant,
} from "./market.ts";
import { localWriting, type Writing } from "./narrative.ts";
import type { Operations } from "./operations.ts";
import { startPlatforms } from "./platforms.ts";
import { out, version } from "./program.ts";
import { loadPublicData } from "./pull.ts";
import { recordRefusal } from "./refusals.ts";
import type { Limits } from "./sources.ts";

/** What surfaces share: one market at a time, one drawer, one log. */
export interface Running {
  readonly config: Config;
  readonly log: Logger;
  readonly drawer: ChartDrawer;
  readonly exporter: Exporter;
  readonly assistant: () => FullAssistant;
  readonly mode: () => DataMode;
}

/**
 * Who asks in a chat waits for a few seconds, not for a first reading of filings: that goes on by itself, and the
 * answer says how far it is.
 */
const CHAT: Limits = { patienceMs: 7_000 };

export async function serve(): Promise<number> {
  const config = readConfig();
  const log = pino(
    {
      level: config.LOG_LEVEL,
      redact: { paths: ["*.token", "*.password", "*.secret"], censor: "[redacted]" },
    },
    pino.destination(2),
  );
  let mode = await chosenMode(config);
  let operations: Operations | null = null;
  let receipts: Receipts | null = null;
  let writing: Writing | null = await localWriting(config, log);
  const parts: AssistantParts = {
    receipts: () => receipts,
    schedules: () => operations?.schedules ?? null,
    narrator: () => writing?.narrator ?? null,
    router: () => writing?.router ?? null,
    proposer: () => writing?.proposer ?? null,
    narratives: () => writing?.desk ?? null,
    deliveryStatus: async (from) => operations?.status(from) ?? null,
    toldAlerts: async (from) => operations?.toldAlerts(from) ?? [],
  };
  let assistant = await configuredAssistant(mode, config, parts, CHAT);
  const drawer = createChartDrawer();
  const shared: Running = {
    config,
    log,
    drawer,
    exporter: createExporter(drawer, config.FIRM_LOGO ?? null),
    assistant: () => assistant,
    mode: () => mode,
  };
  const loadRealData = async (progress: (message: string) => void) => {
    await loadPublicData(config, progress);
    await makeFolder(config.STATE_DIR);
    await writeFile(choiceFile(config), "live\n");
    assistant = await configuredAssistant("live", config, parts, CHAT);
    mode = "live";
  };
  const ingress = isPlatformConfigured(config) ? await startPlatforms(shared) : null;
  operations = ingress?.operations ?? null;
  receipts = ingress?.receipts ?? null;
  writing = ingress?.writing ?? writing;
  const loading = config.SMALLCAPS_DATA === "sample" ? null : loadRealData;
  const page = await startConsolePage(shared, loading, operations, ingress?.recorder ?? null);
  // Before anybody is told that it runs, so that whoever reads it may stop it.
  stopOnSignals(log, [() => page.close(), ...(ingress ? [ingress.stop] : []), () => shared.drawer.close()]);
  const data = mode === "sample" ? "SAMPLE DATA (synthetic)" : "live data";
  out(`smallcaps ${version} on ${data}: open ${page.url}\n`);
  for (const line of ingress?.says ?? []) out(`${line}\n`);
  // A library's forgotten promise (a socket that cannot reconnect) must not take the other surfaces down.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was rejected unseen"));
  return 0;
}

export async function startConsolePage(
  { config, log, drawer, exporter, assistant, mode }: Running,
  loadRealData: ((progress: (message: string) => void) => Promise<void>) | null,
  operations: Operations | null,
  recorder: Recorder | null,
) {
  const { startConsole } = await import("../surfaces/web/start.ts");
  const prometheus = await import("prom-client");
  prometheus.collectDefaultMetrics();
  return startConsole(
    {
      assistant,
      drawer,
      exporter,
      mode,
      menu: async () => {
        const answer = await assistant().answer("");
        if (answer.kind !== "page") throw new TypeError("a bare command answers with the menu");
        return answer.page;
      },
      loadRealData,
      firm: { name: config.FIRM_NAME, disclaimer: config.FIRM_DISCLAIMER },
      log,
      refused: async (question) => {
        log.info({ refused: question.refused }, "a question was refused");
        if (recorder !== null) await recordRefusal(recorder, "console", question);
      },
      readiness: operations?.readiness ?? (async () => ({ ready: true, reasons: [] })),
      ...(operations ? { deliveries: operations.deliveries } : {}),
      metrics: () => prometheus.register.metrics(),
      version,
    },
    { port: config.CONSOLE_PORT },
  );
}

/** Lets answers under way finish; a second signal ends at once. */
export function stopOnSignals(log: Logger, steps: readonly (() => Promise<unknown>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const step of steps) await step().catch((error: unknown) => log.error({ err: error }, "stopping"));
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}
