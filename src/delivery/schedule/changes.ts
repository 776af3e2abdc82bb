import type { Briefing } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";
import { hasTurned, isComparison, isNoNews, movement } from "./material.ts";

export interface Change {
  readonly key: string;
  /** "P/E gap without loss-makers fell from −19.0% to −21.4%" */
  readonly text: string;
}

export interface Comparison {
  readonly material: boolean;
  /**
   * First verdicts that flipped, then what came or went, then what turned from ahead to behind, then small against large before either alone, the
   * largest first, measured in thresholds.
   */
  readonly changes: readonly Change[];
  /** One line that can open a briefing, or be all of it. */
  readonly summary: string;
  /** The same as at most three lines. */
  readonly lines: readonly string[];
}

/** What changed from one briefing to the next of the same command. */
export function compareBriefings(before: Briefing, after: Briefing): Comparison {
  const obstacle = incomparable(before, after);
  if (obstacle !== null) return { material: true, changes: [], summary: obstacle, lines: [obstacle] };
  const previous = new Map(before.figures.map((figure) => [figure.key, figure]));
  const current = new Set(after.figures.map(({ key }) => key));
  const moved = after.figures.flatMap((figure) => changeOf(previous.get(figure.key), figure));
  const gone = before.figures.filter(({ key, value }) => !current.has(key) && !isAbsent(value)).map(dropped);
  const told = [...moved, ...gone].filter(({ key }) => !isNoNews(key));
  const changes = [...differentFinding(before, after), ...bundled(told)]
    .sort((a, b) => b.rank - a.rank || b.size - a.size)
    .map(({ key, text }): Change => ({ key, text }));
  return { material: changes.length > 0, changes, ...inWords(changes, before) };
}

function incomparable(before: Briefing, after: Briefing): string | null {
  const since = `the briefing of ${formatDate(before.asOf)}`;
  if (before.dataMode !== after.dataMode)
    return `Not comparable with ${since}: that was on ${before.dataMode} data`;
  if (before.pair !== after.pair) return `Not comparable with ${since}: that was about ${before.pair}`;
  if (questionOf(before) !== questionOf(after))
    return `Not comparable with ${since}: that answered "${questionOf(before)}"`;
  return null;
}

const questionOf = ({ command }: Briefing) => command.replace(/ asof=\S+/, "");

/** Words a reader goes by: that no figure moved far does not make them the same. */
function differentFinding(before: Briefing, after: Briefing): readonly Sized[] {
  if (before.headline === after.headline) return [];
  const finding = before.headline.replace(` · ${before.pair}`, "");
  return [{ key: "headline", text: `The finding is another one: it was "${finding}"`, rank: 4, size: 0 }];
}

interface Sized extends Change {
  readonly rank: number;
  readonly size: number;
  /** What is said of many figures at once: "are new". */
  readonly ofMany?: string;
}

/** A verdict that became another goes before anything. */
const FLIPPED = { rank: 5 };
/** Came or went, before any movement. */
const CAME_OR_WENT = { rank: 3, size: Number.POSITIVE_INFINITY };

function changeOf(before: Figure | undefined, after: Figure): readonly Sized[] {
  const { key, label } = after;
  const now = formatFigure(after);
  const other = (text: string, ofMany: string): readonly Sized[] => [
    { key, text: `${label} ${text}`, ofMany, ...CAME_OR_WENT },
  ];
  if (before?.unit === "verdict" && after.unit === "verdict") return verdictOf(before, after);
  if (before === undefined) return isAbsent(after.value) ? [] : other(`is new: ${now}`, "are new");
  if (isAbsent(after.value)) {
    const gone = `not available any more: ${after.value.note}`;
    return isAbsent(before.value) ? [] : other(`is ${gone}`, `are ${gone}`);
  }
  if (isAbsent(before.value)) return other(`is available again: ${now}`, "are available again");
  if (before.unit !== after.unit || undated(before.definition) !== undated(after.definition))
    return other(`is measured differently now: ${now}`, "are measured differently now");
  return movementOf(before, before.value, after, after.value);
}

/** What a test says: its words name what it found, and are others as soon as that is. */
function verdictOf(before: Figure, after: Figure): readonly Sized[] {
  const { key, label, value } = after;
  const [then, now] = [formatFigure(before), formatFigure(after)];
  if (then === now) return [];
  if (isAbsent(before.value)) return [{ key, text: `${label} is now tested: ${now}`, ...FLIPPED, size: 1 }];
  const text = isAbsent(value)
    ? `${label} cannot be tested any more: ${value.note}`
    : `${label} flipped from ${then} to ${now}`;
  return [{ key, text, ...FLIPPED, size: isAbsent(value) ? 1 : 2 }];
}

function movementOf(before: Figure, from: number, after: Figure, to: number): readonly Sized[] {
  const { key, label, unit } = after;
  const [then, now] = [formatFigure(before), formatFigure(after)];
  const size = movement(key, unit, from, to);
  if (then === now || size < 1) return [];
  const rank = isComparison(key) ? (hasTurned(before, after) ? 2 : 1) : 0;
  // A label that names its window moves on with it: two quantities, of which neither rose nor fell.
  if (before.label !== label)
    return [{ key, text: `${label} is ${now}; ${before.label} was ${then}`, rank, size }];
  const points = unit === "pp" ? " pp" : "";
  return [
    { key, text: `${label} ${to > from ? "rose" : "fell"} from ${then} to ${now}${points}`, rank, size },
  ];
}

/** A definition names the dates it was applied to; those move on every day. */
const undated = (definition: string) =>
  definition.replace(/(\d{1,2} )?[A-Z][a-z]{2} \d{4}|\d{4}-\d{2}(-\d{2})?|\d+/g, "…");

function dropped({ key, label }: Figure): Sized {
  const text = `${label} is not given any more`;
  return { key, text, ofMany: "are not given any more", ...CAME_OR_WENT };
}

const MANY = 3;
const topicOf = (key: string) => key.split(".")[0] ?? key;

/** A topic that comes, goes or is withheld is one change, not one for each of its figures. */
function bundled(changes: readonly Sized[]): Sized[] {
  const groups = Map.groupBy(changes, ({ key, ofMany }) =>
    ofMany === undefined ? key : `${topicOf(key)} ${ofMany}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.ofMany === undefined || group.length <= MANY) return group;
    const topic = topicOf(first.key);
    return [{ ...first, key: topic, text: `${group.length} figures of ${topic} ${first.ofMany}` }];
  });
}

const MOST_TOLD = 3;

function inWords(changes: readonly Change[], { asOf }: Briefing): Pick<Comparison, "summary" | "lines"> {
  const since = `since the briefing of ${formatDate(asOf)}`;
  if (changes.length === 0) {
    const nothing = `Nothing material changed ${since}`;
    return { summary: nothing, lines: [nothing] };
  }
  const told = changes.slice(0, MOST_TOLD).map(({ text }) => text);
  const left = changes.length - told.length;
  const more = left > 0 ? `; and ${left} more` : "";
  const lines = told.map((text, i) => (i === 0 ? `Changed ${since}: ${text}` : capital(text)));
  return {
    summary: `Changed ${since}: ${told.join("; ")}${more}`,
    lines: lines.map((line, i) => (i === lines.length - 1 ? line + more : line)),
  };
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
