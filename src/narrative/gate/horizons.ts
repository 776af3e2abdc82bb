import type { Figure } from "../../briefing/figure.ts";
import { aspectsOf } from "./figures.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/** How labels spell the lengths of windows. */
const SPELT: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  twenty: 20,
  "twenty-four": 24,
};
const PHRASE =
  /(?<![\p{L}\p{N}-]|\p{L} and )(one|two|three|five|six|ten|twelve|twenty(?:[- ]four)?)[- ](days?|months?|years?)(?![\p{L}\p{N}])/gu;
const OF_TWELVE =
  /(?<=\b(?:of|in) (?:the )?(?:last|past|latest) )twelve(?=[ ]?(?:[,.;:)]|$|brought|was|is|ranks))/gu;

const OF_EARNINGS = /\b(?:next|last|past|coming) twelve[- ]months?\b/gu;

/** The cheap look first. */
const NUMBERED = /\b(?:one|two|three|five|six|ten|twelve|twenty)\b/;

/** "12m", "2 years", "five days": months count as months, years as twelve of them. */
function lengthOf(count: number, unit: string): string {
  if (unit.startsWith("d")) return `${count}d`;
  return `${unit.startsWith("y") ? count * 12 : count}m`;
}

function ownLengths(figure: Figure): readonly string[] {
  const { period } = aspectsOf(figure);
  const texts = [period ?? "", figure.label];
  const digits = texts.flatMap((text) => [...text.matchAll(/(\d+) ?(d|m|y|days|months|years)\b/g)]);
  const found = digits.map(([, count, unit = ""]) => lengthOf(Number(count), unit));
  return found;
}

/**
 * The words with the horizons blanked that are label words: those of the figures shown, or, where a limit or a
 * definition shows none, of any figure of the briefing. Whether they stand beside the right number, the rule of periods
 * says.
 */
export function withoutHorizons({ folded, slots, subject, claimType }: Sentence, { figures }: World): string {
  if (!NUMBERED.test(folded)) return folded;
  const keys = [...slots.map(({ key }) => key), ...(subject === null ? [] : [subject])];
  const general = keys.length === 0 && (claimType === "caveat" || claimType === "definition");
  const about = general ? [...figures.values()] : keys.flatMap((key) => figures.get(key) ?? []);
  const licensed = new Set(about.flatMap(ownLengths));
  const blank = (found: string, count: string, unit: string) =>
    licensed.has(lengthOf(SPELT[count.replace(" ", "-")] ?? 0, unit)) ? "-".repeat(found.length) : found;
  // Forward and trailing earnings are of twelve months by definition.
  const earnings = about.some(({ key }) => key.startsWith("valuation."));
  const text = (earnings ? folded.replace(OF_EARNINGS, "------") : folded).replace(PHRASE, blank);
  return about.some(({ key }) => key.includes("bestMonth12m")) ? text.replace(OF_TWELVE, "------") : text;
}
