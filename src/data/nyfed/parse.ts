import { z } from "zod";
import type { Source } from "../../briefing/figure.ts";
import type { PolicyDecision } from "../../market/datasets.ts";
import { decisionsCompleteTo, FED_MEETINGS } from "../../market/fed-meetings.ts";
import { addDays, daysBetween } from "../../maths/calendar.ts";
import { readJson } from "../distrust/read-json.ts";
import { retold } from "../distrust/retold.ts";
import { refuseDisorder } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";
import { wasScheduled } from "./meetings.ts";

const rate = z.number().min(0).max(25);
const schema = z.object({
  refRates: z
    .array(
      z.object({
        effectiveDate: z.iso.date(),
        type: z.literal("EFFR"),
        percentRate: rate,
        targetRateFrom: rate,
        targetRateTo: rate,
      }),
    )
    .min(1, "no rates"),
});

/** The federal funds rate of a day and the range it is to lie in, percent. */
export interface RateDay {
  readonly date: string;
  readonly effective: number;
  readonly from: number;
  readonly to: number;
}

/** Further from its range than this, the rate is of another unit. */
const STRAY_PP = 1;

/** Oldest first. */
export function parseRates(bytes: Buffer, today: string): readonly RateDay[] {
  const days = readJson(bytes, schema)
    .refRates.map(
      ({ effectiveDate: date, percentRate: effective, targetRateFrom: from, targetRateTo: to }) => ({
        date,
        effective,
        from,
        to,
      }),
    )
    .reverse();
  refuseDisorder(
    "the effective rate",
    days.map(({ date, effective: value }) => ({ date, value })),
    today,
  );
  for (const { date, effective, from, to } of days) {
    if (from >= to) throw layoutFault(`the target range of ${date} is ${from} to ${to}`);
    if (effective < from - STRAY_PP || effective > to + STRAY_PP)
      throw layoutFault(
        `the effective rate of ${date} is ${effective}, far outside its range ${from} to ${to}`,
      );
  }
  return days;
}

export interface Known {
  /** In order, to `completeTo`. */
  readonly decisions: readonly PolicyDecision[];
  readonly completeTo: string;
  /** Where they are from; left out: not told apart from what is read. */
  readonly source?: Source;
}

/** An answer beside the one that was kept: a range that was set stays set. */
export function compareRanges(
  before: readonly RateDay[],
  after: readonly RateDay[],
  since: string,
): readonly string[] {
  const upper = (days: readonly RateDay[]) => days.map(({ date, to: value }) => ({ date, value }));
  return retold("the target range's upper bound", upper(before), upper(after), since, {
    revised: false,
    another: 0.2,
  });
}

/** Over a long weekend the rate is published for Friday and then for Tuesday. */
const LONGEST_GAP_DAYS = 4;

/**
 * The known decisions and those since, read from the target range, which moves on the day after an announcement.
 * @throws SourceFault where the range contradicts the known decisions, or a change cannot be dated
 */
export function decisionsFrom(days: readonly RateDay[], known: Known) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw layoutFault("no rates");
  const seen = changesIn(days);
  const overlap = known.decisions.filter(({ effective }) => effective > first.date && effective <= last.date);
  if (first.date > addDays(known.completeTo, 1))
    throw layoutFault(`the rates begin on ${first.date}, after what is known ends: changes may be missing`);
  refuseContradiction(
    overlap,
    seen.filter(({ announced }) => announced <= known.completeTo),
  );
  const newer = seen.filter(({ announced }) => announced > known.completeTo);
  const read = addDays(last.date, -1);
  const until = read > known.completeTo ? read : known.completeTo;
  const missing = `the target range is read to ${last.date}: a change announced after ${until}, between scheduled meetings, would be missing`;
  const readOff = newer.map(
    ({ announced, scheduled }) => [readFrom(announced, scheduled), announced] as const,
  );
  return {
    decisions: [...known.decisions, ...newer],
    completeTo: FED_MEETINGS.some((meeting) => meeting > until) ? decisionsCompleteTo(until) : until,
    doubts: [missing, ...readOff.map(([doubt]) => doubt).reverse()],
    doubtedFrom: { [missing]: addDays(until, 1), ...Object.fromEntries(readOff) },
  };
}

/** A decision a sentence: an earlier as-of date does not have the later ones. */
function readFrom(announced: string, scheduled: boolean | null): string {
  const unsure = scheduled === null ? "; whether at a scheduled meeting is not known" : "";
  return `the decision of ${announced} is read from the target range, as announced on the day before it moved${unsure}`;
}

function changesIn(days: readonly RateDay[]): readonly PolicyDecision[] {
  return days.flatMap(({ date, to }, at) => {
    const before = days[at - 1];
    if (!before || before.to === to) return [];
    if (daysBetween(before.date, date) > LONGEST_GAP_DAYS)
      throw layoutFault(`the range moved between ${before.date} and ${date}: days are missing`);
    const announced = addDays(date, -1);
    const changeBp = Math.round((to - before.to) * 100);
    return [{ announced, effective: date, changeBp, targetUpper: to, scheduled: wasScheduled(announced) }];
  });
}

function refuseContradiction(known: readonly PolicyDecision[], seen: readonly PolicyDecision[]): void {
  const say = ({ effective, targetUpper }: PolicyDecision) => `${targetUpper} % from ${effective}`;
  const missing = known.find((one) => !seen.some((other) => say(other) === say(one)));
  if (missing) throw layoutFault(`the target range does not show the known decision ${say(missing)}`);
  const surplus = seen.find((one) => !known.some((other) => say(other) === say(one)));
  if (surplus) throw layoutFault(`the target range shows a decision that is not known: ${say(surplus)}`);
}
