import { existsSync } from "node:fs";
import { join } from "node:path";
import { createAssistant } from "../../../src/assistant.ts";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import type { Figure } from "../../../src/briefing/figure.ts";
import { openFolder } from "../../../src/data/folder/folder.ts";
import { openSample } from "../../../src/data/sample/sample.ts";
import { topics } from "../../../src/main/topics.ts";
import type { MarketData } from "../../../src/market/port.ts";
import { marketData } from "../../data/shared-market-data.ts";
import { type Case, DATA, type Topic } from "./corpus.ts";

/** Where the command is not the topic. */
const COMMANDS: Partial<Readonly<Record<Topic, string>>> = {
  whatif: "whatif eps=-10%",
  overdue: "performance",
  performancePrice: "performance basis=price",
  ratecutPrice: "ratecut basis=price",
  undisplayed: "valuation",
};
/** Real data beside the repository; absent elsewhere, where the cases on it are skipped. */
const REAL_FOLDER = join(marketData, "russell");
export const noRealFolder = !existsSync(REAL_FOLDER);

const SAMPLE = { folder: "sample", day: "" } as const;
const made = new Map<string, Promise<Briefing>>();

/** What the case's draft is checked against, as JSON gives it back. */
export function briefingOf({ topic, real }: Pick<Case, "topic" | "real">): Promise<Briefing> {
  const name = `${topic} ${real ?? false}`;
  const { folder, day } = real === true ? { folder: "russell", day: "" } : real ? DATA[real] : SAMPLE;
  const open = () =>
    folder === "sample" ? Promise.resolve(openSample()) : openFolder(join(marketData, folder));
  const briefing = made.get(name) ?? make(topic, open, day);
  made.set(name, briefing);
  return briefing;
}

async function make(topic: Topic, open: () => Promise<MarketData>, day: string): Promise<Briefing> {
  const assistant = createAssistant({
    market: await open(),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
  const command = `${COMMANDS[topic] ?? topic}${day === "" ? "" : ` asof=${day}`}`;
  const answer = await assistant.answer(command);
  if (answer.kind !== "briefing") throw new TypeError(`${command} gave no briefing`);
  return altered(topic, JSON.parse(JSON.stringify(answer.briefing)) as Briefing);
}

function altered(topic: Topic, briefing: Briefing): Briefing {
  const figures = briefing.figures.map((figure): Figure => {
    if (topic === "overdue" && /\.(?:small|large|relative)$/.test(figure.key))
      return { ...figure, value: { absent: "stale", note: "withheld: the data end too early" } };
    if (topic === "undisplayed")
      return {
        ...figure,
        sources: figure.sources.map((each) => ({ ...each, licence: "Research only, no display" })),
      };
    return figure;
  });
  return { ...briefing, figures };
}
