import { type Box, LAYERS, lineMark, type Mark, textMark } from "./marks.ts";
import { contains, overlaps } from "./place.ts";
import { COLOURS, lineHeight, TEXT } from "./theme.ts";
import { blockWidth, wrap } from "./wrap.ts";

export interface LabelledDot {
  readonly label: string;
  readonly value: number;
  readonly x: number;
}

interface Lane {
  /** The line the dots lie on. */
  readonly y: number;
  /** Px above and below it that belong to dots, mean and whiskers. */
  readonly clear: number;
  readonly bounds: Box;
}

interface Placed {
  readonly text: string;
  readonly box: Box;
  readonly dotX: number;
  /** Grows with the way from the dot: the nearest place is the best. */
  readonly cost: number;
  /** Room of the thin upright line to the dot that a label past the first tier needs. */
  readonly tie: Box | null;
}

const LINE = lineHeight(TEXT.label);
const TIER = LINE - 2;
/** Fractions of a label's width that it may stand aside of its dot; beyond half, a slanted line leads there. */
const ASIDE = [0, 0.25, -0.25, 0.46, -0.46, 0.75, -0.75, 1.1, -1.1];
const STILL_ABOVE = 0.5;

/** Puts each label in the nearest free place above or below its dot; what finds none is handed back. */
export function placeDotLabels(
  dots: readonly LabelledDot[],
  lane: Lane,
): { marks: Mark[]; unplaced: LabelledDot[] } {
  const placed: Placed[] = [];
  const unplaced: LabelledDot[] = [];
  for (const dot of dots.toSorted((a, b) => a.x - b.x)) {
    const free = candidates(dot, lane).find((candidate) => isFree(candidate, placed, lane.bounds));
    if (free === undefined) unplaced.push(dot);
    else placed.push(free);
  }
  return { marks: placed.flatMap((one) => labelMarks(one, lane)), unplaced };
}

function candidates(dot: LabelledDot, lane: Lane): Placed[] {
  const { lines, cut } = wrap(dot.label, lane.bounds.width / 3, TEXT.label, 1);
  const text = lines[0] ?? "";
  if (cut || text === "") return [];
  const width = blockWidth(lines, TEXT.label);
  const tiers = Math.max(0, Math.floor((lane.bounds.height / 2 - lane.clear) / TIER));
  return Array.from({ length: tiers }, (_, tier) => tier)
    .flatMap((tier) =>
      [-1, 1].flatMap((side) => {
        // A slanted line stays in the clear zone, so only the first tier may use one.
        const asides = ASIDE.filter((aside) => tier === 0 || Math.abs(aside) < STILL_ABOVE);
        return asides.map((aside) => candidate({ dot, text, width, lane }, tier, side, aside));
      }),
    )
    .sort((a, b) => a.cost - b.cost);
}

function candidate(
  { dot, text, width, lane }: { dot: LabelledDot; text: string; width: number; lane: Lane },
  tier: number,
  side: number,
  aside: number,
): Placed {
  const middle = lane.y + side * (lane.clear + TIER * (tier + 0.5));
  const box = { x: dot.x - width / 2 + aside * width, y: middle - TIER / 2, width, height: TIER };
  const ends = [lane.y + side * 10, middle - side * (TIER / 2 - 2)] as const;
  const tie = { x: dot.x - 1, y: Math.min(...ends), width: 2, height: Math.abs(ends[0] - ends[1]) };
  const cost = 3 * tier + 2 * Math.abs(aside) + (side === 1 ? 0.3 : 0);
  return { text, box, dotX: dot.x, cost, tie: tier === 0 ? null : tie };
}

function isFree(one: Placed, placed: readonly Placed[], bounds: Box): boolean {
  if (!contains(bounds, one.box)) return false;
  return placed.every(
    (other) =>
      !overlapsAside(one.box, other.box) &&
      !(one.tie !== null && overlaps(one.tie, other.box, 2)) &&
      !(other.tie !== null && overlaps(other.tie, one.box, 2)),
  );
}

/** Tiers touch by design; neighbours in one tier keep a space's width apart. */
function overlapsAside(a: Box, b: Box): boolean {
  return overlaps(a, { ...b, x: b.x - 8, width: b.width + 16 });
}

function labelMarks({ text, box, dotX, tie }: Placed, lane: Lane): Mark[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const label = textMark(text, middle.x, middle.y, TEXT.label, { align: "center", halo: true });
  const isAbove = middle.y < lane.y;
  const near = isAbove ? box.y + box.height : box.y;
  const isSlanted = dotX < box.x || dotX > box.x + box.width;
  if (tie === null && !isSlanted) return [label];
  const x = Math.min(Math.max(dotX, box.x + 6), box.x + box.width - 6);
  const stroke = { colour: COLOURS.axis, width: 1.4, layer: LAYERS.over };
  return [lineMark(dotX, lane.y, isSlanted ? x : dotX, near - (isAbove ? 2 : -2), stroke), label];
}
