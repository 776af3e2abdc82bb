import type { Table } from "../briefing/briefing.ts";
import type { Figure } from "../briefing/figure.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { addMonths, monthOf } from "../maths/calendar.ts";
import { isDecided } from "./decide.ts";
import { decidedSince, type Flip, readingDays, THEN } from "./history.ts";
import { readingFigures, type Scoreboard, type Scored, verdictKey } from "./scoreboard.ts";

interface Flipped extends Flip {
  readonly scored: Scored;
}

/** Every flip of the board, the latest first. */
export const flipsOf = ({ scored }: Scoreboard): readonly Flipped[] =>
  scored
    .flatMap((each) => each.flips.map((flip) => ({ ...flip, scored: each })))
    .toSorted((a, b) => (a.to.date < b.to.date ? 1 : a.to.date > b.to.date ? -1 : 0));

/** The month in which a verdict changed: it was read at the ends of months, and is known no closer. */
export function monthOfFlip({ from, to }: Flip): string {
  const isWithin = addMonths(monthOf(from.date), 1) >= monthOf(to.date);
  return isWithin ? formatMonth(to.date) : `between ${formatDate(from.date)} and ${formatDate(to.date)}`;
}

/** "Mar 2026, from holds to fails" */
export const flipInWords = (flip: Flip): string =>
  `${monthOfFlip(flip)}, from ${flip.from.verdict.verdict} to ${flip.to.verdict.verdict}`;

export const CHANGES = "What changed, and when";

/** Each flip with both verdicts, as figures; none: there was no flip. */
export function changesTable(board: Scoreboard): readonly Table[] {
  const flips = flipsOf(board);
  if (flips.length === 0) return [];
  return [
    {
      title: CHANGES,
      columns: ["", "Was", "Became"],
      rows: flips.map((flip) => {
        const { claim } = flip.scored;
        return {
          label: `${monthOfFlip(flip)} · ${claim.id}. ${claim.short}`,
          cells: [flip.from, flip.to].map(({ date }) => verdictKey(claim, date, board)),
        };
      }),
    },
  ];
}

/** The verdicts between which there was a flip, under keys of their own. */
export const changeFigures = (board: Scoreboard): readonly Figure[] =>
  board.scored.flatMap((each) => {
    const days = new Set(each.flips.flatMap(({ from, to }) => [from.date, to.date]));
    return readingFigures(
      each,
      each.readings.filter(({ date }) => days.has(date)),
      board,
    );
  });

/** What flipped since the claims were printed, and before; what no flip was found in. */
export function flipNotes(board: Scoreboard): readonly string[] {
  const [first] = readingDays(board.asOf);
  const flips = flipsOf(board);
  const since = flips.filter(({ to }) => to.date > THEN);
  const told = (each: Flipped) => `claim ${each.scored.claim.id} (${flipInWords(each)})`;
  const printed =
    board.asOf < THEN
      ? `As of a day before the claims were printed (${formatDate(THEN)})`
      : since.length > 0
        ? `Flipped since ${formatDate(THEN)}: ${since.map(told).join("; ")}`
        : noneFlipped(board);
  const before = flips.filter(({ to }) => to.date <= THEN);
  const earlier = before.length === 0 ? [] : [`Flipped in the months before: ${before.map(told).join("; ")}`];
  const span =
    first === undefined
      ? []
      : [
          `Verdicts were read at each month-end from ${formatDate(first)} on, over the data as they stand now`,
        ];
  return [printed, ...earlier, ...span];
}

const noneFlipped = ({ scored }: Scoreboard): string =>
  scored.some(({ before }) => isDecided(before))
    ? `No verdict that could be computed on ${formatDate(THEN)} has changed since`
    : `No verdict could be computed on ${formatDate(THEN)} from the data at hand`;

/** What the data decide now and did not then, and the other way round. */
export function testableNotes({ scored, asOf }: Scoreboard): readonly string[] {
  if (asOf <= THEN) return [];
  const since = scored.flatMap(({ claim, now, before, readings }) =>
    isDecided(now) && !isDecided(before)
      ? [`claim ${claim.id} (since ${formatMonth(decidedSince(readings) ?? asOf)}; now: ${now.verdict})`]
      : [],
  );
  const lost = scored.filter(({ now, before }) => !isDecided(now) && isDecided(before));
  return [
    ...(since.length > 0 ? [`Now tested, by data that came since: ${since.join("; ")}`] : []),
    ...(lost.length > 0
      ? [
          `Could be tested then, and cannot now: ${lost.length === 1 ? "claim" : "claims"} ${lost.map(({ claim }) => claim.id).join(", ")}`,
        ]
      : []),
  ];
}

/** A claim's verdict on each reading day, the latest first. */
export function readingsTable({ claim, readings }: Scored, board: Scoreboard): readonly Table[] {
  if (claim.kind === "opinion") return [];
  return [
    {
      title: "Month by month",
      columns: ["", "Verdict"],
      rows: readings.toReversed().map(({ date }) => ({
        label: formatDate(date),
        cells: [verdictKey(claim, date, board)],
      })),
    },
  ];
}
