/** A change of a policy rate's target; the market's decisions have this shape. */
export interface RateChange {
  readonly announced: string;
  readonly changeBp: number;
  readonly scheduled: boolean | null;
}

/** One announced cut, and the cycle it belongs to (the year of that cycle's first cut in the sample). */
export interface Cut {
  readonly announced: string;
  readonly changeBp: number;
  readonly cycle: string;
  readonly first: boolean;
  /** At a scheduled meeting, from February 1994 on, when the Fed began to announce its decisions. */
  readonly scheduled: boolean;
}

const SAMPLE_START = "1990-01-01";

/** From where cycles are counted: the first cut after it counts as a first cut. */
export function sampleStart(since: string): string {
  return since < SAMPLE_START ? since : SAMPLE_START;
}
const ANNOUNCED_MEETINGS_START = "1994-02-01";

/**
 * Cuts from `since`, grouped into cycles: a cycle runs from a first cut to the next rise. A cut is a first
 * cut if the previous change was a rise; the first of the sample from 1990 counts as first as well.
 */
export function cutsSince(decisions: readonly RateChange[], since: string): readonly Cut[] {
  const start = sampleStart(since);
  const cuts: Cut[] = [];
  let previousRose = false;
  let cycle: string | null = null;
  for (const { announced, changeBp, scheduled } of decisions) {
    if (changeBp >= 0) previousRose = previousRose || changeBp > 0;
    else if (announced >= start) {
      const first: boolean = previousRose || cycle === null;
      if (first || cycle === null) cycle = cycleName(announced, cuts);
      previousRose = false;
      cuts.push({
        announced,
        changeBp,
        cycle,
        first,
        scheduled: scheduled === true && announced >= ANNOUNCED_MEETINGS_START,
      });
    } else previousRose = false;
  }
  return cuts.filter((cut) => cut.announced >= since);
}

/** The year of the first cut; should two cycles start in one year, the second is "1998b". */
function cycleName(announced: string, cuts: readonly Cut[]): string {
  const year = announced.slice(0, 4);
  const earlier = new Set(cuts.filter((cut) => cut.cycle.startsWith(year)).map((cut) => cut.cycle)).size;
  return earlier === 0 ? year : year + String.fromCharCode(97 + earlier);
}
