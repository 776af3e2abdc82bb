import type { Figure } from "../../briefing/figure.ts";
import { type Sentence, SLOT, type Slot } from "./sentence.ts";

/** Words beside a number that are another number's. Each answers with what is wrong, in words. */
export type Beside = (figure: Figure, slot: Slot, sentence: Sentence) => string | null;

export const after = ({ folded }: Sentence, { at }: Slot): string => folded.slice(at + SLOT.length);
export const before = ({ folded }: Sentence, { at }: Slot): string => folded.slice(0, at);

/** The words between the number before and a number. */
export function upTo({ slots, folded }: Sentence, slot: Slot): string {
  const from = slots.findLast(({ at }) => at < slot.at);
  return folded.slice(from === undefined ? 0 : from.at + SLOT.length, slot.at);
}

/** "{{x}} of {{y}}". */
export const PAIRED = /^ of (?:the )?\ue000/u;
