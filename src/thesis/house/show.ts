import type { Table } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatDate } from "../../briefing/format.ts";
import type { FigureFamily, TopicAnswer } from "../../topics/topic.ts";
import { counted, NOT_ADVICE, PAST_PERFORMANCE } from "../../topics/words.ts";
import { flipInWords } from "../changes.ts";
import { discreteFigures, discreteTable, flipNotes } from "../drill-down.ts";
import { THEN } from "../history.ts";
import { daysShown } from "../overview.ts";
import { pairCaveat, pairsIn } from "../pairs.ts";
import type { Scoreboard } from "../scoreboard.ts";
import { inWords } from "./predicates.ts";
import {
  besideFigures,
  countOf,
  dayKey,
  earlierFigures,
  type HouseScored,
  houseCounts,
  houseFigures,
  houseKey,
  withStop,
} from "./scored.ts";
import type { HouseView } from "./view.ts";

/** What help says of the figures of a firm's claims. */
export const houseFamilies = (
  family: (unit: FigureFamily["unit"], label: string, definition: string) => FigureFamily,
): Readonly<Record<string, FigureFamily>> => ({
  "thesis.house.{count}": family("count", "The firm's own claims by verdict", "Each claim counts as one."),
  "thesis.house.{claim}.now": family(
    "verdict",
    "The verdict on a claim of the firm's own",
    "What its test says of the data at hand.",
  ),
  "thesis.house.{claim}.then": family(
    "verdict",
    "The verdict on a claim of the firm's own on 10 December 2025",
    "What its test says of the data known on that day.",
  ),
  "thesis.house.{claim}.on.{date}": family(
    "verdict",
    "The verdict on a claim of the firm's own at an earlier month-end",
    "What its test says of the data known on that day.",
  ),
  "thesis.house.{claim}.{part}": family(
    "level",
    "The figure that decides a claim of the firm's own, its threshold, and what stands beside",
    "In the figure's own unit.",
  ),
});

/** The firm's claims under a heading of their own, after those of the ledger and counted apart. */
export function withHouse(
  answer: TopicAnswer,
  scored: readonly HouseScored[],
  house: HouseView,
  board: Scoreboard,
): TopicAnswer {
  const [first, ...others] = answer.caveats;
  const days = daysShown(board);
  const table: Table = {
    title: house.title,
    columns: ["", ...days.map(({ heading }) => heading), "Figure"],
    rows: scored.map(({ claim }) => ({
      label: claim.short === claim.id ? claim.id : `${claim.id}: ${claim.short}`,
      cells: [...days.map(({ when }) => houseKey(claim, when)), houseKey(claim, "figure")],
    })),
  };
  return {
    ...answer,
    figures: [
      ...answer.figures,
      ...houseCounts(scored, house, board.asOf, board.sources),
      ...scored.flatMap((each) => [
        ...houseFigures(each, house, board.asOf, board.sources),
        ...earlierFigures(each, toldOf(each), house, board.asOf),
      ]),
    ],
    tables: [...answer.tables, table],
    notes: [...answer.notes, countNote(scored, house), ...changeNote(scored, house)],
    caveats: [
      first,
      ...others,
      `${house.title}: claims of the firm's own, none of the article's, and not counted with them.`,
    ],
  };
}

function countNote(scored: readonly HouseScored[], { title }: HouseView): string {
  const [hold, fail, not] = [countOf(scored, "holds"), countOf(scored, "fails"), countOf(scored, "untested")];
  return `${title}, ${counted(scored.length, "claim")} of the firm's own: ${hold} ${hold === 1 ? "holds" : "hold"}, ${fail} ${fail === 1 ? "fails" : "fail"}, ${not} cannot be tested; one with its figures: \`thesis claim=${scored[0]?.claim.id}\``;
}

/** The readings of the day of printing, and of those between which there was a flip. */
const toldOf = ({ readings, flips }: HouseScored) =>
  readings.filter(
    ({ date }) => date === THEN || flips.some(({ from, to }) => from.date === date || to.date === date),
  );

/** What flipped, and when; claims of the firm's own have no day of printing. */
function changeNote(scored: readonly HouseScored[], { title }: HouseView): readonly string[] {
  const flipped = scored.flatMap(({ claim, flips }) =>
    flips.map((flip) => `${claim.short} (${flipInWords(flip)})`).toReversed(),
  );
  return flipped.length === 0 ? [] : [`${title}, claims of the firm's own: flipped: ${flipped.join("; ")}`];
}

/** Their topics' figures are past performance. */
const OF_RETURNS = new Set(["performance", "ratecut", "recovery", "premium", "thesis"]);

/** One of the firm's claims: its verdict, the figure that decides it, its as-of date and source. */
export function houseDrillDown(one: HouseScored, house: HouseView, board: Scoreboard): TopicAnswer {
  const { claim, verdict, figure } = one;
  const own = houseFigures(one, house, board.asOf, board.sources);
  const beside = besideFigures(one);
  const discrete = OF_RETURNS.has(claim.figure.split(".")[0] ?? "")
    ? discreteFigures(houseKey(claim), board)
    : [];
  const row = (each: Figure, label = each.label) => ({ label, cells: [each.key] });
  const [now, decided, ...thresholds] = own;
  const [pair] = pairsIn(verdict.figures);
  return {
    ...(pair === undefined ? {} : { pair }),
    figures: [...own, ...earlierFigures(one, one.readings, house, board.asOf), ...beside, ...discrete],
    headline: `${house.title}, ${verdict.verdict}: ${claim.statement}`,
    subtitle: `A claim of the firm's own · tested as of ${formatDate(board.asOf)}`,
    tables: [
      {
        title: house.title,
        columns: ["", "Now"],
        rows: [
          ...(now === undefined ? [] : [row(now, claim.short)]),
          ...(decided === undefined ? [] : [row(decided)]),
          ...thresholds.map((each, at) =>
            row(each, thresholds.length > 1 ? `Threshold, ${at === 0 ? "lower" : "upper"}` : "Threshold"),
          ),
          ...beside.map((each) => row(each, `Beside it: ${each.label}`)),
        ],
      },
      {
        title: "Month by month",
        columns: ["", "Verdict"],
        rows: one.readings.toReversed().map(({ date }) => ({
          label: formatDate(date),
          cells: [dayKey(claim, date, board.asOf)],
        })),
      },
      ...discreteTable(houseKey(claim), discrete),
    ],
    notes: [
      withStop(claim.statement),
      `Test: \`${claim.figure}\` is ${inWords(claim.predicate, claim.thresholds, claim.unit, claim.signed)}`,
      ...(verdict.verdict === "cannot be tested" ? [`Why not: ${verdict.note}`] : []),
      ...flipNotes(one),
      ...(figure === null
        ? []
        : [
            `Figure as of ${formatDate(figure.asOf)}, from ${[...new Set(figure.sources.map(({ provider, dataset }) => `${provider} (${dataset})`))].join(", ")}${figure.sources[0]?.pair ? `, about ${figure.sources[0].pair.label}` : ""}`,
          ]),
    ],
    charts: [],
    caveats: [
      `The verdict is what a fixed test says of the data at hand, and nothing of what comes; the claim and its threshold are the firm's own. ${NOT_ADVICE}`,
      PAST_PERFORMANCE,
      ...pairCaveat(verdict.figures, discrete),
    ],
  };
}
