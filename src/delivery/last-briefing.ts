import type { Briefing } from "../briefing/briefing.ts";
import type { StoredBriefing } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import { TEST } from "./jobs.ts";

/** What a subscription's channel read last, tests aside, as corrected; null: nothing yet, or it was deleted. */
export async function lastBriefing(
  deps: Pick<DeliveryDeps, "deliveries" | "briefings" | "store">,
  subscription: string,
): Promise<Briefing | null> {
  const last = await deps.deliveries.lastShown(subscription, TEST);
  return last?.briefingId ? shown(deps, last.slot, last.briefingId) : null;
}

/** The briefing that stands in a slot's message now. */
export async function shown(
  { briefings, store }: Pick<DeliveryDeps, "briefings" | "store">,
  slot: string,
  posted: string,
): Promise<Briefing | null> {
  const corrected = await store.get("controls", correctedKey(slot));
  const stored = await briefings.get(idIn(corrected) ?? posted);
  return stored === undefined ? null : bodyOf(stored);
}

/** What many channels read last is parsed once for those that ask together. */
const parsed = new WeakMap<StoredBriefing, Briefing>();

function bodyOf(stored: StoredBriefing): Briefing | null {
  if (stored.body === null || stored.body === "") return null;
  const briefing = parsed.get(stored) ?? (JSON.parse(stored.body) as Briefing);
  parsed.set(stored, briefing);
  return briefing;
}

/** Which briefing took the place of a slot's. */
export const correctedKey = (slot: string) => `corrected/${slot}`;

function idIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("briefing" in value)) return null;
  return typeof value.briefing === "string" ? value.briefing : null;
}
