import { fold } from "./normalise.ts";
import { numbersIn } from "./number-rules.ts";
import { SLOT } from "./sentence.ts";
import type { World } from "./world.ts";

/** Behind "that", and before the verb that gives the verdict: "the claim that … reads {{thesis.8.now}}". */
const QUOTED = new RegExp(
  `\\b(?:(?:on|of|about|for) (?:the )?(?:claim|statement|view|idea) that|that|whether|on|about) ([^${SLOT}]+)${SLOT}`,
  "gu",
);
const VERDICT_FOLLOWS =
  / (?=(?:(?:now|then|still|also) )?(?:reads?|has|had|have|is|was|stands?|stood|gets?|got|comes?|came|remains?|remained|receives?|received|carries|carried|scores?|scored|gives?|gave|went)\b)|(?=[:,]? ?$)/gu;
const NAMES_CLAIM = /\b(?:claims?|statements?|verdicts?|whether)\b/;
const CLAIM = /^thesis\.(\d+)\.(?:now|then|on\..*)$/;

/**
 * The words of a sentence with a claim's own statement blanked, each place kept: what a claim says is quoted, and
 * asserted by nobody. Only where the words are those of the claim whose verdict stands behind them, and nothing is
 * turned round.
 */
export function withoutQuotedClaims(folded: string, keys: readonly string[], world: World): string {
  if (!keys.some((key) => CLAIM.test(key))) return folded;
  return folded.replace(QUOTED, (all: string, body: string, at: number) => {
    const slot = folded.slice(0, at + all.length).split(SLOT).length - 2;
    if (!NAMES_CLAIM.test(folded.slice(0, at + 40)) || body.includes(",")) return all;
    const number = CLAIM.exec(keys[slot] ?? "")?.[1];
    const ends = [...body.matchAll(VERDICT_FOLLOWS)].map(({ index }) => index).reverse();
    const quote = ends
      .map((end) => body.slice(0, end))
      .find((each) => number && isClaims(each, number, world));
    return quote === undefined ? all : all.replace(quote, "-".repeat(quote.length));
  });
}

function isClaims(quote: string, number: string, world: World): boolean {
  const said = stemsOf(quote);
  if (said.length < 2 || numbersIn(quote).length > 0) return false;
  const fits = (each: string) => {
    const own = stemsOf(statementOf(each, world));
    const known = said.every((stem) => own.includes(stem));
    return known && sameOrder(said, own) ? new Set(said).size / new Set(own).size : 0;
  };
  const others = [...world.figures.keys()].flatMap((key) => /^thesis\.(\d+)\.now$/.exec(key)?.[1] ?? []);
  return fits(number) >= 0.6 && others.every((each) => fits(each) <= fits(number));
}

/** The side that stands first in the one stands first in the other. */
function sameOrder(said: readonly string[], own: readonly string[]): boolean {
  const sides = (stems: readonly string[]) => stems.filter((stem) => /^(?:small|larg)$/.test(stem)).join(" ");
  return sides(own).startsWith(sides(said));
}

const statementOf = (number: string, { figures }: World) =>
  fold(/\((.*)\)/.exec(figures.get(`thesis.${number}.now`)?.label ?? "")?.[1] ?? "");

const EMPTY =
  /^(?:the|an?|of|in|on|to|for|is|are|was|were|as|at|with|and|have|has|be|been|they|it|its|their|ones?|cap|caps|company|companies|than)$/;
function stemsOf(text: string): readonly string[] {
  return (text.match(/\p{L}+/gu) ?? [])
    .filter((word) => !EMPTY.test(word))
    .map((word) => word.replace(/^larger?$/, "larg").replace(/(?:ies|ing|ed|es|s|e|y|er)$/, ""));
}
