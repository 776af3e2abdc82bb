import type { Point } from "../../market/datasets.ts";
import { median } from "../../maths/statistics.ts";
import { layoutFault } from "../http/fault.ts";
import { few } from "./series.ts";

/** How a series' past may change. */
export interface Habit {
  /** By rule, or never: then a change is a doubt and not a note. */
  readonly revised: boolean;
  /** Where half of the values are further apart than this, in the series' unit, it is another series. */
  readonly another: number;
}

/**
 * What a new answer says of the past that an earlier one, retrieved on the day `since`, told otherwise, in sentences.
 * What lies before the new answer begins is no longer asked for.
 * @throws SourceFault where it is another series
 */
export function retold(
  name: string,
  before: readonly Point[],
  after: readonly Point[],
  since: string,
  { revised, another }: Habit,
): readonly string[] {
  const now = new Map(after.map(({ date, value }) => [date, value]));
  const both = before.flatMap(({ date, value: then }) => {
    const value = now.get(date);
    return value === undefined ? [] : [{ date, then, value }];
  });
  const middle = median(both.map(({ then, value }) => Math.abs(value - then)));
  if (typeof middle === "number" && middle > another)
    throw layoutFault(
      `${name}: half of the values differ by more than ${another} from the answer retrieved on ${since}: it is another series`,
    );
  const moved = both.filter(({ then, value }) => then !== value);
  const lost = before.filter(({ date }) => date >= (after[0]?.date ?? "") && !now.has(date));
  const changes = few(moved.map(({ date, then, value }) => `${date} was ${then}, is ${value}`));
  const how = revised ? "was revised since" : "is never revised, and is told otherwise than in";
  return [
    ...(moved.length === 0 ? [] : [`${name} ${how} the answer retrieved on ${since}: ${changes}`]),
    ...(lost.length === 0
      ? []
      : [
          `${name} no longer has values of the answer retrieved on ${since}: ${few(lost.map(({ date }) => date))}`,
        ]),
  ];
}
