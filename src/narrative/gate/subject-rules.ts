import type { Figure } from "../../briefing/figure.ts";
import { aspectsOf, kindOf } from "./figures.ts";
import {
  type MarkedAspect,
  type Mention,
  meantAt,
  mentionsOf,
  type Reach,
  reversedSpread,
  type SideMention,
  sidesOf,
} from "./mentions.ts";
import type { Rule } from "./rule.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
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
};

/** The median of a valuation is a variant; of returns, a statistic. */
function applies(aspect: MarkedAspect, { key }: Figure): boolean {
  if (aspect === "variant") return key.startsWith("valuation.");
  if (aspect === "statistic") return key.startsWith("ratecut.");
  return true;
}

function mismatch(aspect: MarkedAspect, figure: Figure, meant: readonly Mention[]): string | null {
  const own = aspectsOf(figure)[aspect];
  const [nearest] = meant;
  if (own === undefined || nearest === undefined || !applies(aspect, figure)) return null;
  if (nearest.value === "*" || nearest.value === own) return null;
  if (aspect === "period" && /y$/.test(own) && nearest.value !== "another") return null;
  return `${figure.key} where the words say ${nearest.value}`;
}

/** Words that a sentence needs whose slot is of a sample. */
function unsaid({ key }: Figure, folded: string): string | null {
  const sample = /^ratecut\.(\w+)\./.exec(key)?.[1] ?? "";
  const needed = MUST_BE_SAID[sample];
  return needed !== undefined && !mentionsOf(folded, "sample").some(({ value }) => value === sample)
    ? `${key} without the words “${needed}”`
    : null;
}

function faults(aspects: readonly MarkedAspect[], sentence: Sentence, { figures }: World): readonly string[] {
  const { folded, slots, subject } = sentence;
  const inSlots = aspects.flatMap((aspect) => {
    const mentions = mentionsOf(folded, aspect);
    return slots.flatMap(({ key, at }) => {
      const figure = figures.get(key);
      return figure ? [mismatch(aspect, figure, meantAt(sentence, mentions, at, REACH[aspect]))] : [];
    });
  });
  const measured = subject === null ? undefined : figures.get(subject);
  const unshown =
    measured && !slots.some(({ key }) => key === subject)
      ? aspects.map((aspect) => {
          const mentions = mentionsOf(folded, aspect);
          const fits = mentions.some((each) => mismatch(aspect, measured, [each]) === null);
          return fits ? null : mismatch(aspect, measured, mentions);
        })
      : [];
  return [...inSlots, ...unshown].filter((fault) => fault !== null);
}

/** Sides that a number may be of: the nearest said, and the nearest that is the subject of its verb. */
function sidesMeant(sentence: Sentence, sides: readonly SideMention[], at: number): readonly SideMention[] {
  const clause = clauseAt(sentence, at);
  const mine = sides.some((each) => clauseAt(sentence, each.at) === clause);
  const contrast = sentence.clauses[clause]?.contrast === true;
  const subjects = sides.filter(({ role }) => role === "subject");
  const nearest = meantAt(sentence, sides, at, "near");
  const subject = mine
    ? nearest.filter(({ role }) => role === "subject")
    : meantAt(sentence, subjects, at, !contrast && nearest.length > 0 ? "far" : "near");
  return [...nearest.slice(0, 1), ...subject.slice(0, 1)];
}

function sideFaults(sentence: Sentence, world: World): readonly string[] {
  const sides = sidesOf(sentence.folded, world);
  return sentence.slots.flatMap(({ key, at }) => {
    const figure = world.figures.get(key);
    const side = figure && aspectsOf(figure).side;
    if (figure === undefined || side === undefined) return [];
    const own = sidesMeant(sentence, sides, at);
    return own.length > 0 && !own.some(({ value }) => value === side)
      ? [`${key} where the words speak of ${own[0]?.value}-caps`]
      : [];
  });
}

export const subjectRule: Rule = {
  code: "subject",
  refuses:
    "a number given to another subject: small for large, first cuts for all cuts, one variant, statistic or measure for another",
  sentence: (sentence, world) => {
    const { folded, slots } = sentence;
    const shown = slots.flatMap(({ key }) => world.figures.get(key) ?? []);
    const reversed = reversedSpread(folded);
    const spread = shown.some((figure) => kindOf(figure) === "relative" || kindOf(figure) === "gap");
    return [
      ...faults(["sample", "variant", "statistic", "quantity", "weighing"], sentence, world),
      ...sideFaults(sentence, world),
      ...shown.map((figure) => unsaid(figure, folded)).filter((each) => each !== null),
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
