import type { Receipts } from "../audit/port.ts";
import type { Briefing, PostedBriefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { datedCommand } from "../briefing/readings.ts";
import { type BriefCommand, parseLine, type TopicCommand } from "../commands/grammar.ts";
import type { Topic } from "../topics/topic.ts";
import type { Dated } from "./make.ts";

interface PostedDeps {
  readonly topics: readonly Topic[];
  readonly today: () => string;
  readonly receipts?: () => Receipts | null;
}

export type Maker = (asked: TopicCommand | BriefCommand, date: Dated) => Promise<Briefing>;

/** As the data make it now where that is what was posted; else as it was kept. Never another in its place. */
export async function asPosted(
  { topics, today, receipts }: PostedDeps,
  { id, command: line }: PostedBriefing,
  make: Maker,
): Promise<Briefing> {
  const now = (await madeNow(line, topics, today(), make)).find((each) => each.id === id);
  if (now) return now;
  const kept = (await receipts?.()?.posted(id).catch(nullWhenUnusable)) ?? null;
  if (kept !== null && datedCommand(kept) === line) return kept;
  throw new BriefingError(
    "data_unavailable",
    "the data have changed since this was posted, and what was posted cannot be had",
    `for the figures of today ask again: ${line.replace(/ asof=\S+$/, "")}`,
  );
}

/** Asked for without a date, or with it; none where the line or the data do not make one any more. */
async function madeNow(line: string, topics: readonly Topic[], today: string, make: Maker) {
  try {
    const { command, asOf: given } = parseLine(line, topics, today);
    if (command.kind !== "topic" && command.kind !== "brief") return [];
    return [await make(command, { given, said: null }), await make(command, { given, said: given })];
  } catch (error) {
    return nullWhenUnusable(error) ?? [];
  }
}

function nullWhenUnusable(error: unknown): null {
  if (error instanceof BriefingError) return null;
  throw error;
}
