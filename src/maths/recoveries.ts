import { addMonths } from "./calendar.ts";
import { monthEnds, type PairLevel, type PairReturn, type PairSeries, pairReturn } from "./returns.ts";

export const RECOVERY_HORIZONS = { "12m": 12, "24m": 24, "36m": 36 } as const;
export type RecoveryHorizon = keyof typeof RECOVERY_HORIZONS;
export const RECOVERY_HORIZON_NAMES = Object.keys(RECOVERY_HORIZONS) as readonly RecoveryHorizon[];
const LONGEST = 36;
/** A sweep begins so many months before the trough: of the one of June 2009 in September 2008. */
export const SWEEP_MONTHS = 9;

type Windows = ReadonlyMap<RecoveryHorizon, PairReturn | null>;

/** A window each horizon from one month-end; null while the data do not hold both of its ends. */
export interface Start {
  readonly month: string;
  readonly windows: Windows;
}

export interface Episode extends Start {
  /** Small minus large, month by month since the trough, percentage points; empty where the data begin later. */
  readonly path: readonly (readonly [month: number, relative: number])[];
}

export interface RecoveryStudy {
  readonly episodes: readonly Episode[];
  /** Relative returns of every window of the data, recovery or none. */
  readonly base: ReadonlyMap<RecoveryHorizon, readonly number[]>;
  /** The months from nine before a trough to the trough. */
  readonly sweep: readonly Start[];
}

type Ends = ReadonlyMap<string, PairLevel>;

function windowFrom(ends: Ends, month: string, months: number): PairReturn | null {
  const [start, end] = [ends.get(month), ends.get(addMonths(month, months))];
  return start && end ? pairReturn(start, end) : null;
}

function startAt(ends: Ends, month: string): Start {
  const windows = RECOVERY_HORIZON_NAMES.map(
    (name) => [name, windowFrom(ends, month, RECOVERY_HORIZONS[name])] as const,
  );
  return { month, windows: new Map(windows) };
}

function pathFrom(ends: Ends, month: string): Episode["path"] {
  if (!ends.has(month)) return [];
  const path: (readonly [number, number])[] = [[0, 0]];
  for (let ahead = 1; ahead <= LONGEST; ahead += 1) {
    const window = windowFrom(ends, month, ahead);
    if (window === null) break;
    path.push([ahead, window.relative]);
  }
  return path;
}

/**
 * DOMAIN 2c: windows of 12, 24 and 36 months from the month-end of each trough's month, to month-ends.
 * @param troughs months "YYYY-MM" in order
 * @param swept the trough whose neighbouring start months are measured; null: none
 */
export function studyRecoveries(
  series: PairSeries,
  troughs: readonly string[],
  swept: string | null,
): RecoveryStudy {
  const ends = monthEnds(series);
  const base = RECOVERY_HORIZON_NAMES.map(
    (name) =>
      [
        name,
        [...ends.keys()].flatMap((month) => windowFrom(ends, month, RECOVERY_HORIZONS[name])?.relative ?? []),
      ] as const,
  );
  const starts = Array.from({ length: SWEEP_MONTHS + 1 }, (_, at) => at - SWEEP_MONTHS);
  return {
    episodes: troughs.map((month) => ({ ...startAt(ends, month), path: pathFrom(ends, month) })),
    base: new Map(base),
    sweep: swept === null ? [] : starts.map((offset) => startAt(ends, addMonths(swept, offset))),
  };
}
