import type { Figure } from "../../briefing/figure.ts";
import { besideFaults } from "./beside.ts";
import { namedBefore, sampleOf, samplesCarried } from "./carried.ts";
import { aspectsOf, kindOf } from "./figures.ts";
import { fitsBest, fitsBetter } from "./fits.ts";
import { meantAt, type Reach } from "./meant.ts";
import { rememberedOf } from "./memo.ts";
import { type MarkedAspect, type Mention, mentionsOf, reversedSpread } from "./mentions.ts";
import type { Rule } from "./rule.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { largeFirst, sideFaults } from "./side-faults.ts";
import { untoldIn } from "./told.ts";
import { NAMED_BY, NOT_SAID_OF } from "./words/named-by.ts";
import type { World } from "./world.ts";

/** Samples that nobody takes for the others' numbers unless it is said. */
const MUST_BE_SAID: Readonly<Record<string, string>> = {
  first: "first cuts",
  scheduled: "scheduled cuts",
  base: "any month (the base rate)",
};

/** A period holds until another is named; what is measured, only for the number beside it. */
const REACH: Readonly<Record<MarkedAspect, Reach>> = {
  period: "far",
  variant: "far",
  basis: "far",
  earnings: "far",
  sample: "near",
  statistic: "close",
  quantity: "close",
  weighing: "close",
  swaps: "near",
  phase: "near",
  era: "near",
  indicator: "near",
  group: "near",
  reading: "close",
};

/** The median of a valuation is a variant; of returns, a statistic. */
function applies(aspect: MarkedAspect, { key }: Figure): boolean {
  if (aspect === "variant") return /^valuation\.|^earnings\..*[gG]rowth/.test(key);
  if (aspect === "quantity") return !/^(?:deals|universe|coverage|risks|regime|calendar)\./.test(key);
  if (aspect === "statistic") return key.startsWith("ratecut.");
  return true;
}

/** The ends of a topic's horizons, which may be called so. */
const LIMITS: Readonly<Record<string, string>> = {
  "ratecut 1m": "shortest",
  "ratecut 24m": "longest",
  "performance 1d": "shortest",
  "performance 12m": "longest",
};

function mismatch(
  aspect: MarkedAspect,
  figure: Figure,
  meant: readonly Mention[],
  carried = false,
): string | null {
  const own = aspectsOf(figure)[aspect];
  const [nearest] = meant;
  if (own === undefined || nearest === undefined || !applies(aspect, figure)) return null;
  if (nearest.value === "*" || nearest.value === own) return null;
  if (aspect === "period" && nearest.value === LIMITS[`${figure.key.split(".")[0]} ${own}`]) return null;
  // "Median (profitable)" is what its label says.
  if (aspect === "variant" && own === "median" && meant.some(({ value }) => value === own)) return null;
  if (carried && meant.some(({ value }) => value === own)) return null;
  if (aspect === "period" && /y$/.test(own) && !/^another$|y$/.test(nearest.value)) return null;
  // The rank of this cycle is one among the others.
  if (aspect === "sample" && /thisCycle\.rank$/.test(figure.key) && nearest.value === "cycle") return null;
  return `${figure.key} where the words say ${nearest.value}`;
}

/** Words that a sentence needs whose slot is of a sample; they may stand in the one before, if that names no other. */
function unsaid({ key }: Figure, sentence: Sentence): string | null {
  const sample = sampleOf(key) ?? "";
  const needed = MUST_BE_SAID[sample];
  const own = mentionsOf(sentence.folded, "sample");
  const said = own.length > 0 ? own : samplesCarried(sentence);
  const alone = said.every(({ value }) => value === sample);
  if (needed !== undefined)
    return said.some(({ value }) => value === sample) && (own.length > 0 || alone)
      ? null
      : `${key} without the words “${needed}”`;
  const others =
    own.length === 0 && sample === "all" && said.length > 0 && !said.some(({ value }) => value === "all");
  return others ? `${key} where the sentences before speak of ${said[0]?.value}` : null;
}

const BY_NAME: readonly MarkedAspect[] = ["phase", "era", "indicator", "swaps", "group"];
/** What is taken for granted where nothing is said. */
const UNMARKED: Partial<Readonly<Record<MarkedAspect, string>>> = {
  era: "full",
  swaps: "after",
  group: "all",
};

/** A figure whose name, among its neighbours, neither its sentence nor the one before says. */
function anonymous(figure: Figure, sentence: Sentence): readonly string[] {
  if (untoldIn(figure.key, sentence))
    return [`${figure.key} cannot be told from others without a date or a number`];
  const aspects = aspectsOf(figure);
  return BY_NAME.flatMap((aspect) => {
    const own = aspects[aspect];
    if (own === undefined || own === UNMARKED[aspect]) return [];
    const mine = mentionsOf(sentence.folded, aspect);
    const said =
      mine.length > 0 || sentence.before === null ? mine : mentionsOf(sentence.before.folded, aspect);
    return said.some(({ value }) => value === own) ? [] : [`${figure.key} without the words that name it`];
  });
}

/** Where a sentence shows one number alone: with several the words may be another one's. */
function otherwise({ key }: Figure, { folded, slots }: Sentence): string | null {
  if (slots.length > 1) return null;
  const word = NOT_SAID_OF.flatMap(([of, words]) => (of.test(key) ? (words.exec(folded) ?? []) : []))[0];
  return word === undefined ? null : `${key} where the words say “${word}”`;
}

const rowsByKey = new Map<string, readonly RegExp[]>();
const MOST_KEYS = 2_000;

/** The words that a figure of this key needs. */
function wordsFor(key: string): readonly RegExp[] {
  const known = rowsByKey.get(key);
  if (known !== undefined) return known;
  const rows = NAMED_BY.filter(([of]) => of.test(key)).map(([, words]) => words);
  if (rowsByKey.size >= MOST_KEYS) rowsByKey.clear();
  rowsByKey.set(key, rows);
  return rows;
}

/** Neither the words that such figures are known by nor those of its label, or those of something else. */
function unnamed(figure: Figure, sentence: Sentence, world: World): string | null {
  const { key } = figure;
  const named = wordsFor(key).every(
    (words) => words.test(sentence.folded) || namedBefore(sentence, key, words, wordsFor),
  );
  return named || (!namesAnother(key, sentence, world) && fitsBest(figure, sentence, world))
    ? null
    : `${key} in a sentence that does not name what it measures`;
}

function better(figure: Figure, sentence: Sentence, world: World): string | null {
  const other = fitsBetter(figure, sentence, world);
  return other === null ? null : `${figure.key} where the words name ${other}`;
}

/** What another figure of the briefing is known by, that the sentence does not show. */
function namesAnother(key: string, { folded, slots }: Sentence, world: World): boolean {
  return NAMED_BY.some(
    ([of, words]) =>
      !of.test(key) && words.test(folded) && !slots.some((slot) => of.test(slot.key)) && hasAny(of, world).is,
  );
}

/** Whether a briefing has a figure of such a key. */
const hasAny = rememberedOf((of: RegExp, { figures }: World): { is: boolean } => ({
  is: figures.keys().some((key) => of.test(key)),
}));

function faults(aspects: readonly MarkedAspect[], sentence: Sentence, { figures }: World): readonly string[] {
  const { folded, slots, subject } = sentence;
  const shown = slots.flatMap(({ key }) => figures.get(key) ?? []);
  const inSlots = aspects.flatMap((aspect) => {
    if (!shown.some((figure) => aspectsOf(figure)[aspect] !== undefined)) return [];
    const mentions = mentionsOf(folded, aspect);
    return slots.flatMap(({ key, at }) => {
      const figure = figures.get(key);
      if (figure === undefined || inTurn(figure, aspect, mentions, sentence)) return [];
      const meant = meantAt(sentence, mentions, at, REACH[aspect]);
      if (aspect === "swaps" && slots.some((other) => other.at > at && other.at < (meant[0]?.at ?? 0)))
        return [];
      const carried = meant[0] !== undefined && clauseAt(sentence, meant[0].at) !== clauseAt(sentence, at);
      return [mismatch(aspect, figure, meant, carried)];
    });
  });
  const measured = subject === null ? undefined : figures.get(subject);
  const unshown =
    measured && !slots.some(({ key }) => key === subject) && !isThatOfBefore(measured, sentence)
      ? aspects.map((aspect) => {
          const mentions = mentionsOf(folded, aspect);
          const fits = mentions.some((each) => mismatch(aspect, measured, [each]) === null);
          return fits ? null : mismatch(aspect, measured, mentions);
        })
      : [];
  return [...inSlots, ...unshown].filter((fault) => fault !== null);
}

/** "That mean is above …": of the one number of the sentence before, which says whose it is. */
const isThatOfBefore = ({ key }: Figure, { folded, before }: Sentence): boolean =>
  /^(?:that|this) (?:mean|median|average|share|lead|gap|lag|figure|number|reading|count|rate) (?:is|was|stands|stood|lies|lay) /.test(
    folded,
  ) &&
  before?.slots.length === 1 &&
  before.slots[0]?.key === key;

/** "All cuts and first cuts …: {{all}} against {{first}}" (or each basis behind its number): as many names as numbers, and each in its turn. */
function inTurn(
  figure: Figure,
  aspect: MarkedAspect,
  mentions: readonly Mention[],
  { slots }: Sentence,
): boolean {
  if (slots.length < 2 || mentions.length !== slots.length) return false;
  if (new Set(mentions.map(({ value }) => value)).size < mentions.length) return false;
  const first = slots[0]?.at ?? 0;
  const ahead = mentions.every(({ at }) => at < first);
  const behind = mentions.every(
    ({ at }, i) => at > (slots[i]?.at ?? 0) && at < (slots[i + 1]?.at ?? Number.POSITIVE_INFINITY),
  );
  if (!ahead && !(behind && (aspect === "basis" || aspect === "swaps"))) return false;
  const place = slots.findIndex(({ key }) => key === figure.key);
  return mentions[place]?.value === aspectsOf(figure)[aspect];
}

export const subjectRule: Rule = {
  code: "subject",
  refuses:
    "a number given to another subject: small for large, first cuts for all cuts, one variant, statistic or measure for another",
  sentence: (sentence, world) => {
    const { folded, slots } = sentence;
    const shown = slots.flatMap(({ key }) => world.figures.get(key) ?? []);
    const reversed = reversedSpread(folded);
    const spread = shown.some((figure) => /^(?:relative|gap|difference)$/.test(kindOf(figure)));
    return [
      ...faults(
        ["sample", "variant", "statistic", "quantity", "weighing", "swaps", "phase", "era"],
        sentence,
        world,
      ),
      ...faults(["indicator", "group", "reading"], sentence, world),
      ...shown.flatMap((figure) => anonymous(figure, sentence)),
      ...sideFaults(sentence, world),
      ...besideFaults(sentence, world),
      ...shown
        .flatMap((figure) => [
          unsaid(figure, sentence),
          unnamed(figure, sentence, world),
          better(figure, sentence, world),
          otherwise(figure, sentence),
        ])
        .filter((each) => each !== null),
      ...(spread ? largeFirst(sentence, world) : []),
      ...(reversed !== null && spread ? [`“${reversed}”: the figure is small minus large`] : []),
    ];
  },
};

export const periodRule: Rule = {
  code: "period",
  refuses: "period words that are not the figure's horizon",
  sentence: (sentence, world) => faults(["period"], sentence, world),
};

export const basisRule: Rule = {
  code: "basis",
  refuses: "price return called total return, forward earnings called trailing, or the reverse",
  sentence: (sentence, world) => faults(["basis", "earnings"], sentence, world),
};
