import { existsSync } from "node:fs";
import { join } from "node:path";
import { createAssistant } from "../../../src/assistant.ts";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { openFolder } from "../../../src/data/folder/folder.ts";
import { openSample } from "../../../src/data/sample/sample.ts";
import type { MarketData } from "../../../src/market/port.ts";
import { topics } from "../../../src/topics/index.ts";
import { marketData } from "../../data/shared-market-data.ts";
import type { Case, Topic } from "./corpus.ts";

const COMMANDS: Readonly<Record<Topic, string>> = {
  valuation: "valuation",
  ratecut: "ratecut",
  performance: "performance",
  whatif: "whatif eps=-10%",
};
/** Real data beside the repository; absent elsewhere, where the cases on it are skipped. */
const REAL_FOLDER = join(marketData, "russell");
export const noRealFolder = !existsSync(REAL_FOLDER);

const made = new Map<string, Promise<Briefing>>();

/** What the case's draft is checked against, as JSON gives it back. */
export function briefingOf({ topic, real }: Pick<Case, "topic" | "real">): Promise<Briefing> {
  const name = `${topic} ${real ?? false}`;
  const briefing =
    made.get(name) ?? make(topic, real ? () => openFolder(REAL_FOLDER) : async () => openSample());
  made.set(name, briefing);
  return briefing;
}

async function make(topic: Topic, open: () => Promise<MarketData>): Promise<Briefing> {
  const assistant = createAssistant({
    market: await open(),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
  const answer = await assistant.answer(COMMANDS[topic]);
  if (answer.kind !== "briefing") throw new TypeError(`${COMMANDS[topic]} gave no briefing`);
  return JSON.parse(JSON.stringify(answer.briefing)) as Briefing;
}
