import type { Mention } from "./mentions.ts";
import { clauseAt, type Sentence, SLOT } from "./sentence.ts";

/**
 * How far words carry: over everything; up to a clause that stands against what was said; or only within what was
 * said before in the same breath.
 */
export type Reach = "far" | "near" | "close";

/**
 * What may be meant at a place, nearest first; empty: nothing says. In its own clause the nearest before it, else the
 * nearest after; else the last said before, as far as words carry; else the next.
 */
export function meantAt<M extends Mention>(
  sentence: Sentence,
  all: readonly M[],
  at: number,
  reach: Reach,
): readonly M[] {
  const behind = boundTo(sentence, all, at);
  const mentions =
    reach === "far" ? all : all.filter((each) => each === behind || !isAnothers(sentence, each, at));
  const nearest = nearestOf(sentence, mentions, at, reach);
  return behind === undefined ? nearest : [behind, ...nearest.filter((each) => each !== behind)];
}

function nearestOf<M extends Mention>(
  sentence: Sentence,
  mentions: readonly M[],
  at: number,
  reach: Reach,
): readonly M[] {
  const { clauses } = sentence;
  const own = clauseAt(sentence, at);
  const inClause = (index: number) => mentions.filter((each) => clauseAt(sentence, each.at) === index);
  const mine = inClause(own);
  const before = mine.filter((each) => each.at < at);
  if (before.length > 0) return [...before].reverse();
  if (mine.length > 0) return mine.slice(0, 1);
  const carries = (index: number) => {
    const { contrast, joined } = clauses[index] ?? { contrast: false, joined: false };
    return reach === "far" || !(contrast || (joined && reach === "close"));
  };
  for (let index = own; index > 0 && carries(index); index--) {
    const said = inClause(index - 1);
    if (said.length > 0) return [...said].reverse();
  }
  if (reach === "close") return [];
  const stop = clauses.findIndex((each, i) => i > own && (each.contrast || each.joined));
  const end = stop === -1 ? Number.POSITIVE_INFINITY : (clauses[stop]?.from ?? 0);
  return mentions.filter((each) => each.at > at && (each.at < end || reach === "far")).slice(0, 1);
}

const LINK =
  /^ (?:percentage points? |points? )?(?:that )?(?:(?:is|are|was|were) )?(?:(?:measured|found|seen|made|counted|earned|returned|obtained|reached|followed) )?(?:(?:of|for|in|after|among|at|on|from|by) )?(?:(?:the|all|those|that|of|its|their) )*$/u;

/** "{{x}} of any month": said of the number right before it, and of no other. */
export function boundTo<M extends Mention>(
  { folded }: Sentence,
  mentions: readonly M[],
  at: number,
): M | undefined {
  return mentions.find(
    (each) =>
      each.at > at &&
      LINK.test(folded.slice(at + SLOT.length, each.at)) &&
      !AHEAD.test(folded.slice(each.end)),
  );
}

/** "Its level of {{x}}" is said of what comes. */
const AHEAD = /^ (?:the )?\ue000/u;

const COMES = /^ (?:(?:of|is|at|was) )?(?:the )?\ue000/u;

/** "{{a}} and {{b}} of small-caps": one phrase. */
const LISTED = /^(?:,| and| or| to| of| of the| against| versus| vs) $/u;

/** What stands before the other of two that are compared. */
export const COMPARED =
  /\b(?:above|below|ahead of|behind|under|over|than|against|versus|exceed\p{L}*|beat\p{L}*|trail\p{L}*|lag(?:ged|ging|s)?|outpac\p{L}*|outperform\p{L}*) (?:(?:the|that|a|of) )*$/u;

/** "…, below the {{b}} of any month": nothing of that is said of the number before it. */
function isAnothers({ slots, folded }: Sentence, mention: Mention, at: number): boolean {
  if (mention.at > at && COMES.test(folded.slice(mention.end))) return true;
  return slots.some((slot, i) => {
    if (slot.at <= at || slot.at >= mention.at) return false;
    const before = slots[i - 1]?.at ?? 0;
    const listed = LISTED.test(folded.slice(before + SLOT.length, slot.at));
    const bound = LINK.test(folded.slice(slot.at + SLOT.length, mention.at));
    return COMPARED.test(folded.slice(0, slot.at)) || (bound && !listed);
  });
}
