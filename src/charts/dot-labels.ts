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

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed {
  readonly text: string;
  readonly box: Box;
  /** Grows with the way from the dot: the nearest place is the best. */
  readonly cost: number;
  /** Points along the thin line to the dot; empty for a label right beside it. */
  readonly tie: readonly Point[];
}

const LINE = lineHeight(TEXT.label);
const TIER = LINE - 2;
/** Fractions of a label's width that it may stand aside of its dot. */
const ASIDE = [0, 0.25, -0.25, 0.46, -0.46, 0.75, -0.75, 1.25, -1.25, 1.8, -1.8, 2.4, -2.4];
const TIE_STEPS = 16;
const CROWD = 60;

/**
 * Puts each label in the nearest free place above or below its dot; what finds none is handed back.
 * First come, first served depends on the order: of three, the one that leaves the fewest out is taken.
 */
export function placeDotLabels(
  dots: readonly LabelledDot[],
  lane: Lane,
): { marks: Mark[]; unplaced: LabelledDot[] } {
  const rightwards = dots.toSorted((a, b) => a.x - b.x);
  const neighbours = (dot: LabelledDot) => dots.filter(({ x }) => Math.abs(x - dot.x) < CROWD).length;
  const orders = [
    rightwards,
    rightwards.toReversed(),
    rightwards.toSorted((a, b) => neighbours(b) - neighbours(a)),
  ];
  const best = orders
    .map((order) => placeInOrder(order, lane))
    .reduce((a, b) => (b.unplaced.length < a.unplaced.length ? b : a));
  return { marks: best.placed.flatMap(labelMarks), unplaced: best.unplaced };
}

function placeInOrder(
  order: readonly LabelledDot[],
  lane: Lane,
): { placed: Placed[]; unplaced: LabelledDot[] } {
  const placed: Placed[] = [];
  const unplaced: LabelledDot[] = [];
  for (const dot of order) {
    const free = candidates(dot, lane).find((candidate) => isFree(candidate, placed, lane.bounds));
    if (free === undefined) unplaced.push(dot);
    else placed.push(free);
  }
  return { placed, unplaced };
}

function candidates(dot: LabelledDot, lane: Lane): Placed[] {
  const { lines, cut } = wrap(dot.label, lane.bounds.width / 3, TEXT.label, 1);
  const text = lines[0] ?? "";
  if (cut || text === "") return [];
  const width = blockWidth(lines, TEXT.label);
  const tiers = Math.max(0, Math.floor((lane.bounds.height / 2 - lane.clear) / TIER));
  return Array.from({ length: tiers }, (_, tier) => tier)
    .flatMap((tier) =>
      [-1, 1].flatMap((side) =>
        ASIDE.map((aside) => candidate({ dot, text, width, lane }, tier, side, aside)),
      ),
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
  const isBeside = tier === 0 && Math.abs(aside) < 0.5;
  const end = {
    x: Math.min(Math.max(dot.x, box.x + 5), box.x + width - 5),
    y: middle - side * (TIER / 2 - 2),
  };
  const cost = 3 * tier + 2 * Math.abs(aside) + (side === 1 ? 0.3 : 0);
  return { text, box, cost, tie: isBeside ? [] : pointsBetween({ x: dot.x, y: lane.y }, end) };
}

function pointsBetween(from: Point, to: Point): Point[] {
  return Array.from({ length: TIE_STEPS + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / TIE_STEPS,
    y: from.y + ((to.y - from.y) * step) / TIE_STEPS,
  }));
}

function isFree(one: Placed, placed: readonly Placed[], bounds: Box): boolean {
  if (!contains(bounds, one.box)) return false;
  return placed.every(
    (other) =>
      !isTooNear(one.box, other.box) && !isCrossed(one.tie, other.box) && !isCrossed(other.tie, one.box),
  );
}

/** Tiers touch by design; neighbours in one tier keep a space's width apart. */
function isTooNear(a: Box, b: Box): boolean {
  return overlaps(a, { ...b, x: b.x - 8, width: b.width + 16 });
}

function isCrossed(tie: readonly Point[], box: Box): boolean {
  return tie.some(
    ({ x, y }) => x > box.x - 3 && x < box.x + box.width + 3 && y > box.y && y < box.y + box.height,
  );
}

function labelMarks({ text, box, tie }: Placed): Mark[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const label = textMark(text, middle.x, middle.y, TEXT.label, { align: "center", halo: true });
  const [from, to] = [tie[0], tie.at(-1)];
  if (from === undefined || to === undefined) return [label];
  return [
    lineMark(from.x, from.y, to.x, to.y, { colour: COLOURS.axis, width: 1.4, layer: LAYERS.over }),
    label,
  ];
}
