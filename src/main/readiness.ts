import { BriefingError } from "../briefing/errors.ts";
import { inTime, TooLate } from "./in-time.ts";

export interface Readiness {
  readonly ready: boolean;
  /** In words, without secrets. */
  readonly reasons: readonly string[];
}

export interface ReadinessDeps {
  /** Asks the database something small. */
  readonly database: () => Promise<unknown>;
  /** How long ago some process looked at the schedules, in milliseconds; null: none ever did. */
  readonly lastPlanned: () => Promise<number | null>;
  /** Milliseconds of a clock that only runs forward. */
  readonly now: () => number;
}

const DATABASE_MS = 1_000;
/** It looks each minute; after a jump of the clock it waits a minute on purpose. */
const PLANNED_MS = 5 * 60_000;

/** Whether this process can do its work: answers need no database, what is posted by itself does. Always within a second. */
export function createReadiness({ database, lastPlanned, now }: ReadinessDeps): () => Promise<Readiness> {
  const started = now();
  const look = async () => {
    await database();
    return plannerFault(await lastPlanned(), now() - started);
  };
  return async () => {
    const reason = await inTime(DATABASE_MS, look()).catch(databaseFault);
    return { ready: reason === null, reasons: reason === null ? [] : [reason] };
  };
}

function databaseFault(error: unknown): string {
  if (error instanceof TooLate) return `the database gives ${error.message}`;
  return error instanceof BriefingError ? error.message : "the database cannot be asked";
}

/** A process that has just started looks soon. */
function plannerFault(ageMs: number | null, runningMs: number): string | null {
  if (runningMs <= PLANNED_MS || (ageMs !== null && ageMs <= PLANNED_MS)) return null;
  return ageMs === null
    ? "the schedules have not been looked at yet"
    : `the schedules were last looked at ${Math.round(ageMs / 1_000)} s ago`;
}
