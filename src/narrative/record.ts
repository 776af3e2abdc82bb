import type { Briefing } from "../briefing/briefing.ts";
import type { NarrativeRecord } from "./port.ts";

const records = new WeakMap<Briefing, NarrativeRecord>();

/** Remembers, for as long as the briefing lives, what a model was asked about it. */
export function rememberRecord(briefing: Briefing, record: NarrativeRecord): void {
  records.set(briefing, record);
}

/** Null where no model was asked. */
export function recordOf(briefing: Briefing): NarrativeRecord | null {
  return records.get(briefing) ?? null;
}
