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
  /** When the planner last looked at the schedules, in milliseconds of `now`; null: not yet; undefined: there is none. */
  readonly lastPlanned: () => number | null | undefined;
  readonly now: () => number;
}

const DATABASE_MS = 1_000;
/** It looks each minute; after a jump of the clock it waits a minute on purpose. */
const PLANNED_MS = 5 * 60_000;

/** Whether this process can do its work: answers need no database, what is posted by itself does. Always within a second. */
export function createReadiness(deps: ReadinessDeps): () => Promise<Readiness> {
  const started = deps.now();
  return async () => {
    const reasons = [await databaseFault(deps), plannerFault(deps, started)].filter(
      (reason) => reason !== null,
    );
    return { ready: reasons.length === 0, reasons };
  };
}

async function databaseFault({ database }: ReadinessDeps): Promise<string | null> {
  try {
    await inTime(DATABASE_MS, database());
    return null;
  } catch (error) {
    if (error instanceof TooLate) return `the database gives ${error.message}`;
    return error instanceof BriefingError ? error.message : "the database cannot be asked";
  }
}

function plannerFault({ lastPlanned, now }: ReadinessDeps, started: number): string | null {
  const last = lastPlanned();
  if (last === undefined) return null;
  const seconds = Math.round((now() - (last ?? started)) / 1_000);
  if (seconds * 1_000 <= PLANNED_MS) return null;
  return last === null
    ? `the schedules have not been looked at since the start, ${seconds} s ago`
    : `the schedules were last looked at ${seconds} s ago`;
}
