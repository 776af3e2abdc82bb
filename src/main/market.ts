import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AssistantDeps, createAssistant } from "../assistant.ts";
import { type Config, isPlatformConfigured } from "../config.ts";
import { openSample } from "../data/sample/sample.ts";
import type { MarketData } from "../market/port.ts";
import { checkText } from "../thesis/check.ts";
import { topicsOf } from "./house-view.ts";
import { version } from "./program.ts";
import { type Limits, liveMarket } from "./sources.ts";

/** The console's button is remembered here, so that the next start is live as well. */
export const choiceFile = (config: Config) => join(config.STATE_DIR, "data-mode");

export async function chosenMode(config: Config): Promise<"sample" | "live"> {
  if (config.SMALLCAPS_DATA !== undefined) return config.SMALLCAPS_DATA;
  if (config.DATA_FOLDER !== undefined || isPlatformConfigured(config)) return "live";
  const remembered = await readFile(choiceFile(config), "utf8").catch(() => "sample");
  return remembered.trim() === "live" ? "live" : "sample";
}

/** What an assistant may have besides its market: where it is typed, and what is posted by itself there. */
export type AssistantParts = Pick<
  AssistantDeps,
  | "typed"
  | "schedules"
  | "deliveryStatus"
  | "toldAlerts"
  | "receipts"
  | "narrator"
  | "narratives"
  | "router"
  | "proposer"
>;
export type FullAssistant = ReturnType<typeof createAssistant>;

/** @throws BriefingError `bad_config` where the firm's own claims are at fault */
export async function assistantOver(
  market: MarketData,
  defaultAsOf: "newest" | "today",
  config: Config,
  parts: AssistantParts = {},
) {
  return createAssistant({
    market,
    ...parts,
    checkText,
    topics: await topicsOf(config),
    today: () => new Date().toISOString().slice(0, 10),
    defaultAsOf,
    codeVersion: version,
    firm: { name: config.FIRM_NAME, disclaimer: config.FIRM_DISCLAIMER },
  });
}

export async function configuredAssistant(
  mode: "sample" | "live",
  config: Config,
  parts: AssistantParts = {},
  limits: Limits = {},
) {
  return mode === "sample"
    ? assistantOver(openSample(), "newest", config, parts)
    : assistantOver(await liveMarket(config, limits), "today", config, parts);
}
