import type { Figure } from "../../briefing/figure.ts";
import { aspectsOf } from "./figures.ts";
import { remembered } from "./memo.ts";
import { fold } from "./normalise.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/**
 * Whether words say what a figure measures: they share something with its label, and fit no other figure's better.
 * Whose it is, over which window and of which sample is judged elsewhere (`mentions.ts`), so those words do not count.
 */
export function fitsBest(figure: Figure, sentence: Sentence, world: World): boolean {
  const said = withoutOthers(figure, sentence, world);
  const own = nearness(figure, said);
  const isBetter = (other: Figure) => {
    const its = nearness(other, said);
    if (its.matched < own.matched || its.share < own.share) return false;
    return its.matched > own.matched || its.share > own.share || contentOf(other).id === contentOf(figure).id;
  };
  return own.matched > 0 && !othersOf(figure, world).some(isBetter);
}

/** The key that the words name in full, of a figure in the same unit of which the sentence shows none; null: none. */
export function fitsBetter(figure: Figure, sentence: Sentence, world: World): string | null {
  const said = withoutOthers(figure, sentence, world);
  const own = nearness(figure, said);
  const shown = shownIn(sentence, world).map((each) => contentOf(each).id);
  const isBetter = ({ stems, id }: Content) =>
    stems.length > Math.max(1, own.matched) &&
    own.share < 1 &&
    !shown.includes(id) &&
    stems.every((stem) => said.has(stem));
  return labelsIn(figure.unit, world).find(isBetter)?.key ?? null;
}

const labels = new WeakMap<World, ReadonlyMap<string, readonly Content[]>>();

/** What figures of a unit are called, each once. */
function labelsIn(unit: string, world: World): readonly Content[] {
  const known =
    labels.get(world) ??
    Map.groupBy(
      new Map(
        [...world.figures.values()].map((each) => [`${each.unit} ${contentOf(each).id}`, contentOf(each)]),
      ).values(),
      ({ unit: own }) => own,
    );
  labels.set(world, known);
  return known.get(unit) ?? [];
}

const wordsSaid = remembered((plain: string) => new Set(stemsOf(fold(plain))));
const saidIn = ({ plain }: Sentence): ReadonlySet<string> => wordsSaid(plain);
const shownIn = ({ slots }: Sentence, { figures }: World) =>
  slots.flatMap(({ key }) => figures.get(key) ?? []);
const othersOf = (figure: Figure, { figures }: World) =>
  [...figures.values()].filter((other) => other !== figure && !sameButAspects(other, figure));

/** The words of a sentence without those that name another of its figures, and not this one. */
function withoutOthers(figure: Figure, sentence: Sentence, world: World): ReadonlySet<string> {
  const mine = contentOf(figure).stems;
  const others = shownIn(sentence, world).filter((each) => each !== figure);
  const theirs = new Set(
    others.flatMap((each) => contentOf(each).stems).filter((stem) => !mine.includes(stem)),
  );
  return new Set([...saidIn(sentence)].filter((stem) => !theirs.has(stem)));
}

interface Content {
  readonly key: string;
  readonly unit: string;
  readonly stems: readonly string[];
  readonly id: string;
  readonly aspects: string;
}
const contents = new WeakMap<Figure, Content>();

function contentOf(figure: Figure): Content {
  const made = contents.get(figure) ?? makeContent(figure);
  contents.set(figure, made);
  return made;
}

function makeContent(figure: Figure): Content {
  const { key, label, unit, signed } = figure;
  const unitWords = unit === "count" ? "number" : unit === "%" && signed !== true ? "share" : "";
  const stems = [...new Set(stemsOf(`${fold(label)} ${unitWords}`))].sort();
  return { key, unit, stems, id: stems.join(" "), aspects: JSON.stringify(aspectsOf(figure)) };
}

function nearness(figure: Figure, said: ReadonlySet<string>) {
  const { stems } = contentOf(figure);
  const matched = stems.filter((stem) => said.has(stem)).length;
  return { matched, share: stems.length === 0 ? 0 : matched / stems.length };
}

/** Another side, window or sample of the same thing. */
function sameButAspects(a: Figure, b: Figure): boolean {
  const [left, right] = [contentOf(a), contentOf(b)];
  return left.id === right.id && left.aspects !== right.aspects;
}

/** Words of sides, windows, samples and definitions, and those that any label has. */
const NO_CONTENT = new Set(
  `a an the of in on at by to for from with without and or is are its it that this their which whose over under than as
small large cap caps small-cap small-caps large-cap large-caps minus mean average market value all any first cut cuts cycle cycles day week
month months quarter quarters year years date last latest twelve three ten twenty five total price return returns own
before after one two big profitable below above low high jan feb mar apr may jun jul aug sep oct nov dec not was were be
has have they them each other`.split(/\s+/),
);
const ALSO: Readonly<Record<string, string>> = { count: "number", left: "leave", counted: "number" };

function stemsOf(folded: string): readonly string[] {
  return (folded.match(/[a-z][a-z/-]+/g) ?? [])
    .filter((word) => !NO_CONTENT.has(word))
    .map((word) => stemOf(ALSO[word] ?? word));
}

const stemOf = (word: string) =>
  word.length < 5 ? word : word.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s|e|ly)$/, "");
