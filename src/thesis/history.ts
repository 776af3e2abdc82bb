import { createMemo } from "../briefing/memo.ts";
import { isAbsent } from "../briefing/value.ts";
import { addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import type { Topic } from "../topics/topic.ts";
import { CLAIMS } from "./claims.ts";
import { isDecided } from "./decide.ts";
import { type AnInput, factsOn, type Market, type Past, pastRead } from "./facts.ts";
import { readHouse } from "./house/tested.ts";
import type { HouseView } from "./house/view.ts";
import type { Verdict } from "./port.ts";
import { verdictOf } from "./verdicts.ts";

/** When the article was written. */
export const THEN = "2025-12-10";

/** A claim's verdict as of a day (ISO date). */
export interface DatedVerdict {
  readonly date: string;
  readonly verdict: Verdict;
}

/** From one decided verdict to another, between the two days on which they were read. */
export interface Flip {
  readonly from: DatedVerdict;
  readonly to: DatedVerdict;
}

/** The verdicts that would have been given on an earlier day, by claim: the ledger's by number, a firm's own by id. */
export type Verdicts = ReadonlyMap<number | string, Verdict>;

/** What is kept between questions: readings of one day over one set of data. */
export interface Earlier {
  readonly verdicts: (market: Market, date: string) => Verdicts;
  readonly past: Past;
}

/** A scoreboard reads two dozen days, and two or three sets of data may be in use at a time. */
const KEPT = 100;

/** Readings of earlier days over these topics; what was read from the same data is not read twice. */
export function earlierOver(topics: readonly Topic[], house: HouseView): Earlier {
  const keptVerdicts = createMemo<Verdicts>(KEPT);
  const keptReads = createMemo<ReturnType<Past>>(KEPT);
  const past: Past = (topic, market, date) =>
    keptReads(`${topic.name} ${identityAt(market, date)}`, () => pastRead(topic, market, date));
  const verdicts = (market: Market, date: string) =>
    keptVerdicts(identityAt(market, date), () => {
      const facts = factsOn(topics, market, date, past);
      return new Map<number | string, Verdict>([
        ...CLAIMS.map(({ id, needs }) => [id, verdictOf(id, needs, facts)] as const),
        ...readHouse(house, topics, market, date, facts.topics).map(
          ({ claim, verdict }) => [claim.id, verdict] as const,
        ),
      ]);
    });
  return { verdicts, past };
}

/** What of the data a reading of that day depends on. */
function identityAt(market: Market, date: string): string {
  return JSON.stringify([date, Object.entries(market).map(([name, input]) => partAt(name, input, date))]);
}

function partAt(name: string, input: AnInput, date: string): readonly unknown[] {
  if (isAbsent(input)) return [name, input.note];
  // Up to which day the question itself was cut decides nothing of an earlier day.
  const { asOf: _cut, completeTo = "", ...source } = input.source;
  return [name, source, completeTo < date ? completeTo : date];
}

const LEAST_MONTHS = 12;
const MOST_MONTHS = 24;

/**
 * The days on which verdicts are read for what changed: the last twelve month-ends before `asOf`, those since the
 * claims were printed (of these no more than 24 months), and the day of printing. ISO dates, in order.
 */
export function readingDays(asOf: string): readonly string[] {
  const ends = Array.from({ length: MOST_MONTHS }, (_, back) =>
    monthEnd(addMonths(monthOf(asOf), -1 - back)),
  );
  const kept = ends.filter((end, back) => back < LEAST_MONTHS || end > THEN);
  return [...new Set([...kept, THEN])].filter((day) => day < asOf).toSorted();
}

/** Where a decided verdict became another decided one, oldest first; what cannot be tested in between is no verdict. */
export function flipsIn(readings: readonly DatedVerdict[]): readonly Flip[] {
  const decided = readings.filter(({ verdict }) => isDecided(verdict));
  return decided.flatMap((to, at) => {
    const from = decided[at - 1];
    return from === undefined || from.verdict.verdict === to.verdict.verdict ? [] : [{ from, to }];
  });
}

/** The first of the readings from which on a claim has been decided without a break; null: it is not now. */
export function decidedSince(readings: readonly DatedVerdict[]): string | null {
  const last = readings.findLastIndex(({ verdict }) => !isDecided(verdict));
  return readings[last + 1]?.date ?? null;
}
