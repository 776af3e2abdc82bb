import type { Beside } from "./beside-slot.ts";
import { clauseAt, type Sentence, SLOT, type Slot } from "./sentence.ts";

const VERDICTS: readonly (readonly [RegExp, string])[] = [
  [/\bholds?\b|\bheld\b/g, "holds"],
  [/\bfail(?:s|ed)?\b/g, "fails"],
  [/\bdepends?\b/g, "depends"],
  [/\bcannot be tested\b|\buntest(?:ed|able)\b/g, "untested"],
  [/\bopinions?\b/g, "opinion"],
];
const PRINTED = /\bprint(?:ed|ing)\b|\bthen\b|\bat the time\b|\boriginally\b|\bback then\b|\bfirst read\b/;

/** "From {{earlier}} to {{later}}": the only way to tell the days apart. */
function inDateOrder({ slots, folded }: Sentence, key: string): boolean {
  const i = slots.findIndex((slot) => slot.key === key);
  const days = slots.slice(Math.max(0, i - 1), i + 2).filter((slot) => slot.key.includes(".on."));
  const [from, to, ...more] = days;
  if (from === undefined || to === undefined || more.length > 0 || from.key >= to.key) return false;
  return /\bfrom $/.test(folded.slice(0, from.at)) && folded.slice(from.at + SLOT.length, to.at) === " to ";
}

const otherDay: Beside = ({ key }, slot, sentence) => {
  if (/^thesis\.\d+\.on\./.test(key))
    return inDateOrder(sentence, key) ? null : `${key} without the words “from … to …”`;
  if (!/^thesis\.\d+\.(?:now|then)$/.test(key)) return null;
  const ahead = sentence.slots.findLast(({ at }) => at < slot.at);
  const others = ahead !== undefined && !ahead.key.startsWith(key.replace(/\w+$/, ""));
  if (others && !/\b(?:claim|whether|that)\b/.test(sentence.plain.slice(ahead.at, slot.at)))
    return `${key} is the verdict of another claim`;
  const own = sentence.clauses[clauseAt(sentence, slot.at)];
  const printed = PRINTED.test(own ? sentence.folded.slice(own.from, own.to) : sentence.folded);
  return printed === key.endsWith(".then") ? null : `${key} is the verdict of another day`;
};

/** "The number that fail, {{x}}": the words before it, and no others. */
const COUNTED_BEFORE =
  /\b(?:number|count) (?:of (?:all |the )?claims )?(?:that|which) \p{L}+(?: (?:on|by) (?:the |a |their )?\p{L}+)?(?:,| is| was) $|\bmore claims (?:hold|fail|depend|cannot be tested), $/u;

const OF_VERDICTS = /^thesis\.\w+\.(holds|fails|depends|untested|opinion)$/;

/** "More fail than hold: {{fails}} against {{holds}}": each in its turn. */
const verdictAt = (said: readonly { name: string }[], counts: Sentence["slots"], slot: Slot) =>
  said[counts.indexOf(slot)]?.name;

/** "On policy {{fails}} hold": another verdict than the words behind it. */
const saysVerdict = (sentence: Sentence | null) =>
  sentence !== null && VERDICTS.some(([said]) => sentence.folded.search(said) !== -1);

const otherVerdict: Beside = ({ key }, slot, { folded, slots, before }) => {
  const verdict = OF_VERDICTS.exec(key)?.[1];
  if (verdict === undefined) return null;
  const next = slots.find(({ at }) => at > slot.at)?.at ?? folded.length;
  const found = VERDICTS.flatMap(([said, name]) =>
    [...folded.matchAll(said)].map(({ index }) => ({ index, name })),
  ).sort((a, b) => a.index - b.index);
  const counts = slots.filter((each) => OF_VERDICTS.test(each.key));
  if (found.length === counts.length && found.every(({ index }) => index < (counts[0]?.at ?? 0)))
    return verdictAt(found, counts, slot) === verdict
      ? null
      : `${key} where the words say “${verdictAt(found, counts, slot)}”`;
  if (found.length === 0 && !saysVerdict(before)) return `${key} without its verdict`;
  const said =
    (COUNTED_BEFORE.test(folded.slice(0, slot.at))
      ? found.findLast(({ index }) => index < slot.at)
      : undefined) ??
    found.find(({ index }) => index > slot.at && index < next) ??
    found.findLast(({ index }) => index < slot.at);
  return said === undefined || said.name === verdict ? null : `${key} where the words say “${said.name}”`;
};

/** What a verdict, or a count of verdicts, is not. */
export const OF_CLAIMS: readonly Beside[] = [otherDay, otherVerdict];
