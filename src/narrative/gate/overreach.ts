import { directionWords } from "./direction-words.ts";
import { compare, kindOf, SIGNED, shown } from "./figures.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

const SAME =
  /\b(?:(?:it|that) (?:was|is) the same|the same (?:holds|goes|follows|was true|is true|applies|over|after|in)|likewise|so too|similarly|and so (?:over|after|in)|,? ?as (?:did|do|does|after|over|in) |(?:kept|held) (?:that|this|it))\b/;
const UNIVERSAL =
  /\b(?:(?:every|each|all|any|both) (?:of the )?(?:(?:other|earlier|longer|shorter|discrete|of the|five) )*(?:windows?|periods?|horizons?|years)|the (?:longer|shorter|other) (?:windows|periods|horizons|years)|(?:each|every)(?: one)? (?:of (?:the|these|them) )?(?:\p{L}+ )?(?:troughs?|recover(?:y|ies)|cycles?|episodes?|cases?|rate cuts?))\b/u;

/** What is said of more windows than are shown, or of one "as of" another. */
export function overreach(sentence: Sentence, world: World): readonly string[] {
  const { folded, slots } = sentence;
  const own = slots.flatMap(({ key }) => world.figures.get(key) ?? []);
  const signs = new Set(
    own.filter((each) => SIGNED.includes(kindOf(each))).map((each) => compare(each, "zero")),
  );
  const said = directionWords(folded).some(({ family }) => family !== "compare" && family !== "flat");
  const same = SAME.exec(folded)?.[0];
  const universal = said ? UNIVERSAL.exec(folded)?.[0] : undefined;
  return [
    ...(same !== undefined && (said || slots.length > 0) && !(signs.size === 1 && own.length > 1)
      ? [`“${same.trim()}”: what is the same is not shown`]
      : []),
    ...(universal !== undefined && !holdsThroughout(universal, folded, slots.length, signs, world)
      ? [`“${universal}” is said of more than is shown`]
      : []),
  ];
}

/** "Each of the earlier discrete periods" is looked up; "both horizons" needs both. */
function holdsThroughout(
  phrase: string,
  folded: string,
  shownCount: number,
  signs: ReadonlySet<number | null>,
  { figures }: World,
): boolean {
  if (/^both/.test(phrase)) return shownCount >= 2 && signs.size === 1;
  if (!/discrete/.test(phrase)) return /\bwindows? (?:after|from)\b|\bof (?:the )?windows\b/.test(folded);
  const from = /earlier/.test(phrase) ? 2 : 1;
  const found = [1, 2, 3, 4, 5]
    .filter((age) => age >= from)
    .map((age) => figures.get(`performance.discrete12m.${age}.relative`));
  const all = new Set(found.map((each) => (each ? compare(each, "zero") : null)));
  const said = directionWords(folded)[0]?.polarity;
  return all.size === 1 && all.has(said ?? null);
}

const HISTORY =
  /\b(?:its|their) own (?:\p{L}+[ -])*(?:history|past|average|norms?|standards?)\b|\bpast (?:standards|norms|averages?)\b|\bhistorical (?:standards|norms|averages?)\b|\bthan (?:usual|normal|ever|before)\b/u;

/** A comparison with the past that no percentile backs. */
export function pastWithoutPercentile({ folded, slots }: Sentence, { figures }: World): readonly string[] {
  const found = HISTORY.exec(folded)?.[0];
  const backed = slots.some(({ key }) => figures.get(key)?.unit === "percentile");
  return found !== undefined && slots.length > 0 && !backed ? [`“${found}” without a percentile`] : [];
}

/** "The range lies above zero": both its ends. */
export function rangeBeyondZero({ folded, slots }: Sentence, { figures }: World): readonly string[] {
  const said = /\b(?:range|interval)\b.*\b(above|below) zero\b/.exec(folded)?.[1];
  const ends = slots.flatMap(({ key }) => (/\.ci(?:Low|High)$/.test(key) ? (figures.get(key) ?? []) : []));
  if (said === undefined || ends.length < 2) return [];
  const sign = said === "above" ? 1 : -1;
  return ends.every((each) => Math.sign(shown(each) ?? 0) === sign)
    ? []
    : [`the range does not lie ${said} zero`];
}
