import type { Delivery, DeliveryState } from "../../storage/port.ts";
import { momentInWords } from "./describe.ts";

const WORDS: Readonly<Record<DeliveryState, string>> = {
  claimed: "under way",
  posting: "being posted",
  posted: "posted",
  reconciled: "posted, found afterwards,",
  unknown: "unknown whether it arrived,",
  failed: "failed",
  missed: "missed",
};

/** How a delivery went, by the clocks of a zone: "posted Fri 20 Nov 2026 07:30 (GMT)", "missed …: the machine was off" */
export function outcomeInWords(delivery: Delivery, tz: string): string {
  const { state, scheduledAt, postedAt, reason } = delivery;
  const because = reason === null ? "" : `: ${reason}`;
  return `${WORDS[state]} ${momentInWords(Date.parse(postedAt ?? scheduledAt), tz)}${because}`;
}

/** Of a schedule's own slot, or of an alert; not of a notice or a test post beside it. */
export function isBriefing({ slot, platform, workspace, subscription, session }: Delivery): boolean {
  const own = `${platform}/${workspace}/${subscription}`;
  return slot === `${own}/${session}` || slot.startsWith(`${own}/alert-`);
}

/** What did not arrive as it should have, or may not have. */
export const UNDELIVERED: readonly DeliveryState[] = ["missed", "failed", "unknown"];
