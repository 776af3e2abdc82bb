import type { Briefing } from "../../briefing/briefing.ts";
import type { Figure, Unit } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";

export interface Change {
  readonly key: string;
  /** "P/E gap without loss-makers fell from −19.0% to −21.4%" */
  readonly text: string;
}

export interface Comparison {
  readonly material: boolean;
  /** The largest first, measured in thresholds. */
  readonly changes: readonly Change[];
  /** One line that can open a briefing, or be all of it. */
  readonly summary: string;
}

/**
 * How far a figure must move to be worth telling, in its own unit: beyond the noise of an ordinary day.
 * Counts and index levels are judged against their size.
 */
const MATERIAL: Readonly<Record<Unit, (before: number) => number>> = {
  pp: () => 1,
  "%": () => 1,
  x: () => 0.3,
  count: (before) => Math.max(1, Math.abs(before) * 0.02),
  months: () => 1,
  rank: () => 1,
  ratio: () => 0.05,
  index: (before) => Math.abs(before) * 0.01,
  p: () => 0.05,
  percentile: () => 5,
};
/** Differences of decimals: 5.1 − 4.1 is a shade less than 1. */
const ROUNDING = 1e-9;

/** What changed from one briefing to the next of the same command. */
export function compareBriefings(before: Briefing, after: Briefing): Comparison {
  const obstacle = incomparable(before, after);
  if (obstacle !== null) return { material: true, changes: [], summary: obstacle };
  const previous = new Map(before.figures.map((figure) => [figure.key, figure]));
  const current = new Set(after.figures.map(({ key }) => key));
  const moved = after.figures.flatMap((figure) => changeOf(previous.get(figure.key), figure));
  const gone = before.figures.filter(({ key, value }) => !current.has(key) && !isAbsent(value)).map(dropped);
  const changes = [...moved, ...gone]
    .sort((a, b) => b.size - a.size)
    .map(({ key, text }): Change => ({ key, text }));
  return { material: changes.length > 0, changes, summary: summarise(changes, before) };
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

interface Sized extends Change {
  readonly size: number;
}

function changeOf(before: Figure | undefined, after: Figure): readonly Sized[] {
  const now = formatFigure(after);
  const told = (text: string, size = Infinity): readonly Sized[] => [
    { key: after.key, text: `${after.label} ${text}`, size },
  ];
  if (before === undefined) return isAbsent(after.value) ? [] : told(`is new: ${now}`);
  if (isAbsent(after.value))
    return isAbsent(before.value) ? [] : told(`is not available any more: ${after.value.note}`);
  if (isAbsent(before.value)) return told(`is available again: ${now}`);
  if (before.unit !== after.unit || undated(before.definition) !== undated(after.definition))
    return told(`is measured differently now: ${now}`);
  const then = formatFigure(before);
  const size = Math.abs(after.value - before.value) / MATERIAL[after.unit](before.value);
  if (then === now || size < 1 - ROUNDING) return [];
  // A label that names its window moves on with it: two quantities, of which neither rose nor fell.
  if (before.label !== after.label) return told(`is ${now}; ${before.label} was ${then}`, size);
  return told(
    `${after.value > before.value ? "rose" : "fell"} from ${then} to ${now}${after.unit === "pp" ? " pp" : ""}`,
    size,
  );
}

/** A definition names the dates it was applied to; those move on every day. */
const undated = (definition: string) =>
  definition.replace(/(\d{1,2} )?[A-Z][a-z]{2} \d{4}|\d{4}-\d{2}(-\d{2})?|\d+/g, "…");

function dropped({ key, label }: Figure): Sized {
  return { key, text: `${label} is not given any more`, size: Infinity };
}

const MOST_TOLD = 3;

function summarise(changes: readonly Change[], { asOf }: Briefing): string {
  const since = `since the briefing of ${formatDate(asOf)}`;
  if (changes.length === 0) return `Nothing material changed ${since}`;
  const told = changes.slice(0, MOST_TOLD).map(({ text }) => text);
  const more = changes.length - told.length;
  return `Changed ${since}: ${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
