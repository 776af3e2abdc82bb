import { mentionsOf } from "./mentions.ts";
import type { Sentence } from "./sentence.ts";

/** Figures that only a date or a number tells from their neighbours: no draft may say it, so none is offered. */
const BY_DATE =
  /^recovery\.(?:sweep\.)?\d{4}-\d\d\.|^ratecut\.cycle\.\d{4}\.|^regime\.month\.|^premium\.since\d{4}\.|^risks\.twoYear\.|^volatility\.[35]y\.|^debt\.\w+\.cover\.|^coverage\.\w+\.analysts\.|^universe\.\w+\.size\./;

/** Words that tell some of them after all. */
const TOLD: readonly (readonly [of: RegExp, words: RegExp])[] = [
  [
    /^recovery\.(?:sweep\.)?\d{4}-\d\d\./,
    /\b(?:the|this|that|one) (?:single )?(?:trough|recovery|start month|start) (?:shown|measured|named|in question)\b/,
  ],
  [/\.cover\.below0$/, /\bloss\b/],
  [/^risks\.twoYear\./, /\bshort(?:er)?-dated (?:treasury )?yield\b/],
  [/^volatility\.[35]y\./, /\blong(?:er|est)? (?:spans?|windows?|horizons?|periods?|stretch(?:es)?)\b/],
];

/** Whether a figure is told from others by a date alone. */
export const toldByDate = (key: string): boolean => BY_DATE.test(key);

/** Code writes the day of a trough behind the sentence: one day a sentence. */
const DAY = /^recovery\.(?:sweep\.)?\d{4}-\d\d\./;
const WINDOW = /^volatility\.(\w+)\./;

/** The same in a sentence, whose words may tell it; a window that is the only one in it needs no name, and bears none. */
export function untoldIn(key: string, { folded, slots }: Sentence): boolean {
  const day = DAY.exec(key)?.[0];
  if (day !== undefined && slots.some((slot) => !slot.key.startsWith(day))) return true;
  if (!BY_DATE.test(key) || TOLD.some(([of, words]) => of.test(key) && words.test(folded))) return false;
  const window = WINDOW.exec(key)?.[1];
  if (window === undefined || mentionsOf(folded, "period").length > 0) return true;
  return slots.some((slot) => (WINDOW.exec(slot.key)?.[1] ?? window) !== window);
}
