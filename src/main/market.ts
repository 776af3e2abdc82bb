import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dispatcher, EnvHttpProxyAgent, type RequestInfo, fetch as undiciFetch } from "undici";
import { type AssistantDeps, createAssistant } from "../assistant.ts";
import { type Config, isPlatformConfigured } from "../config.ts";
import { chain } from "../data/chain.ts";
import { openEdgar } from "../data/edgar/edgar.ts";
import { openFolder } from "../data/folder/folder.ts";
import { openFrench } from "../data/french/french.ts";
import type { LiveOptions } from "../data/kept/options.ts";
import { openReference } from "../data/reference/reference.ts";
import { openSample } from "../data/sample/sample.ts";
import type { MarketData } from "../market/port.ts";
import { topics } from "../topics/index.ts";

import { version } from "./program.ts";

/** Where a source keeps its copies, and how it gets out. */
export function liveOptions(config: Config, id: string, baseUrl: string): LiveOptions {
  const { dispatcher } = outbound(config);
  const kept = join(config.STATE_DIR, "sources");
  return {
    baseUrl,
    dir: join(kept, id),
    quarantineDir: join(kept, "quarantine"),
    now: () => new Date(),
    dispatcher,
  };
}

export function edgarOf(config: Config) {
  return openEdgar({
    ...liveOptions(config, "edgar", config.EDGAR_BASE_URL),
    dataUrl: config.EDGAR_DATA_URL,
    userAgent: config.EDGAR_USER_AGENT,
    funds: { small: config.EDGAR_SMALL_FUND, large: config.EDGAR_LARGE_FUND },
  });
}

/** Your own folder first for every dataset that it holds, then the public sources. */
export async function liveMarket(config: Config): Promise<MarketData> {
  const own =
    config.DATA_FOLDER === undefined ? [] : [await openFolder(config.DATA_FOLDER, "the data folder")];
  const french = openFrench(liveOptions(config, "french", config.FRENCH_BASE_URL));
  return chain([...own, french, edgarOf(config), openReference()]);
}

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
  "typed" | "schedules" | "deliveryStatus" | "receipts" | "narrator" | "narratives"
>;
export type FullAssistant = ReturnType<typeof createAssistant>;

export function assistantOver(
  market: MarketData,
  defaultAsOf: "newest" | "today",
  config: Config,
  parts: AssistantParts = {},
) {
  return createAssistant({
    market,
    ...parts,
    topics,
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
) {
  return mode === "sample"
    ? assistantOver(openSample(), "newest", config, parts)
    : assistantOver(await liveMarket(config), "today", config, parts);
}

/** The way out: through the proxy where one is set. */
export function outbound({ HTTPS_PROXY: proxy, NO_PROXY: noProxy }: Config): {
  fetch: typeof globalThis.fetch;
  dispatcher?: Dispatcher;
} {
  if (proxy === undefined) return { fetch: globalThis.fetch };
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: proxy,
    httpsProxy: proxy,
    ...(noProxy ? { noProxy } : {}),
  });
  const throughProxy = (input: unknown, init: object = {}) =>
    undiciFetch(input as RequestInfo, { ...init, dispatcher });
  return { fetch: throughProxy as unknown as typeof globalThis.fetch, dispatcher };
}
