import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAssistant } from "../../src/assistant.ts";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { isAbsent, type Value } from "../../src/briefing/value.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { writeFolder } from "../../src/data/folder/write.ts";
import type { Schedules } from "../../src/delivery/port.ts";
import type { Constituent, Datasets, Point, Side } from "../../src/market/datasets.ts";
import { checkText } from "../../src/thesis/check.ts";
import { topics as registered } from "../../src/topics/index.ts";
import type { Topic } from "../../src/topics/topic.ts";

export const META = {
  name: "Hand-made test market",
  small: "Test Small (made by hand)",
  large: "Test Large (made by hand)",
  licence: "test",
  retrievedAt: "2026-01-05",
} as const;

/**
 * The real path of `ask --data`: a folder on disk, read strictly, answered by the real assistant. `topics`: those of
 * the registry where none are given; the program has the thesis beside them.
 */
export async function assistantOn(
  dir: string,
  schedules?: () => Schedules | null,
  topics: readonly Topic[] = registered,
) {
  return createAssistant({
    ...(schedules ? { schedules } : {}),
    market: await openFolder(dir),
    topics,
    checkText,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
}

export async function folderOf(
  datasets: Partial<Datasets>,
  named: Partial<Record<keyof typeof META, string>> = {},
): Promise<string> {
  const dir = join(mkdtempSync(join(tmpdir(), "smallcaps-market-")), "folder");
  await writeFolder(dir, { ...META, ...named }, datasets);
  return dir;
}

/** One briefing from a folder; fails where the answer is something else. */
export async function briefingOf(
  dir: string,
  line: string,
  topics: readonly Topic[] = registered,
): Promise<Briefing> {
  const answer = await (await assistantOn(dir, undefined, topics)).answer(line);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
}

export function figureValue(briefing: Briefing, key: string): Value {
  const figure = briefing.figures.find((each) => each.key === key);
  if (!figure) throw new Error(`no figure ${key}`);
  return figure.value;
}

export function numberOf(briefing: Briefing, key: string): number {
  const value = figureValue(briefing, key);
  if (isAbsent(value)) throw new Error(`${key} is absent: ${value.note}`);
  return value;
}

const BLANK: Omit<Constituent, "asOf" | "index" | "ticker" | "name"> = {
  sector: null,
  country: null,
  price: null,
  shares: null,
  marketCap: null,
  epsTtm: null,
  epsFy1: null,
  epsFy2: null,
  fy1End: null,
  epsFy1ThreeMonthsAgo: null,
  analysts: null,
  totalDebt: null,
  floatingDebt: null,
  swappedToFixed: null,
  ebit: null,
  interestExpense: null,
  usRevenueShare: null,
};

/** A member with what is given and blanks elsewhere; as of 31 Dec 2025. */
export function member(index: Side, ticker: string, given: Partial<Constituent>): Constituent {
  return { ...BLANK, asOf: "2025-12-31", index, ticker, name: `Company ${ticker}`, ...given };
}

/** Month-end levels from `start` ("2020-01") on, by calendar arithmetic of its own. */
export function monthlyLevels(start: string, values: readonly number[]): readonly Point[] {
  const year = Number(start.slice(0, 4));
  const month = Number(start.slice(5, 7));
  return values.map((value, index) => ({
    date: new Date(Date.UTC(year, month + index, 0)).toISOString().slice(0, 10),
    value,
  }));
}
