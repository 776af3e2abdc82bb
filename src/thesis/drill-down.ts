import type { Table } from "../briefing/briefing.ts";
import { type Figure, makeFigure } from "../briefing/figure.ts";
import { formatDate, labelWithUnit } from "../briefing/format.ts";
import { absent } from "../briefing/value.ts";
import { daysBetween } from "../maths/calendar.ts";
import type { TopicAnswer } from "../topics/topic.ts";
import { NOT_ADVICE, PAST_PERFORMANCE } from "../topics/words.ts";
import { flipInWords, readingsTable } from "./changes.ts";
import type { Claim } from "./claims.ts";
import { decidedSince, THEN } from "./history.ts";
import { daysShown, testedOn } from "./overview.ts";
import { pairCaveat, pairsIn } from "./pairs.ts";
import { readingFigures, type Scoreboard, type Scored, verdictFigures } from "./scoreboard.ts";

const SUPPORT: Readonly<Record<Claim["supported"], string>> = {
  yes: "supports the sentence",
  no: "does not support the sentence",
  unchecked: "was not checked against the sentence",
};

/** One claim: its verdicts, the figures that decide them, what to mind, and what its footnote is worth. */
export function drillDown(scored: Scored, board: Scoreboard): TopicAnswer {
  const { claim, now, before } = scored;
  const days = daysShown(board);
  const shown = shownFigures(scored, board.asOf);
  const discrete = claim.kind === "outcome" ? discreteFigures(`thesis.${claim.id}`, board) : [];
  const tested = [...now.figures, ...(before?.figures ?? [])];
  const [pair] = pairsIn(tested);
  return {
    ...(pair === undefined ? {} : { pair }),
    figures: [
      ...verdictFigures(scored, board),
      ...readingFigures(scored, claim.kind === "opinion" ? [] : scored.readings, board),
      ...shown.figures,
      ...discrete,
    ],
    headline: `Claim ${claim.id}, ${now.verdict}: ${claim.finding ?? claim.statement}`,
    subtitle: `Claim ${claim.id} of 31 of an article of December 2025 · tested ${testedOn(board.asOf)}`,
    tables: [
      {
        title: "Verdict",
        columns: ["", ...days.map(({ heading }) => heading)],
        rows: [{ label: claim.short, cells: days.map(({ when }) => `thesis.${claim.id}.${when}`) }],
      },
      ...(shown.table === null ? [] : [shown.table]),
      ...readingsTable(scored, board),
      ...discreteTable(`thesis.${claim.id}`, discrete),
    ],
    notes: [
      `Test: ${now.note}`,
      ...endNote(now.figures, board.asOf),
      ...(before !== null && before.note !== now.note ? [`On ${formatDate(THEN)}: ${before.note}`] : []),
      ...flipNotes(scored),
      `Published: ${claim.published ?? "no figure"}`,
      claim.source === null && claim.supported === "unchecked"
        ? "No source of it was checked"
        : `Its source ${SUPPORT[claim.supported]}${claim.source === null ? "" : `: ${claim.source}`}`,
      ...claim.pitfalls.map((each) => `Mind: ${each}`),
    ],
    charts: [],
    caveats: [
      `The verdict is what a fixed test says of the data at hand, and nothing of what comes. ${NOT_ADVICE}`,
      PAST_PERFORMANCE,
      ...pairCaveat(tested, discrete),
    ],
  };
}

/** A month's figures may be known a month later; what is older than that is said. */
const RECENT_DAYS = 62;

/** The day of the question heads a column of figures that may end long before it. */
function endNote(figures: readonly Figure[], asOf: string): readonly string[] {
  const newest = figures
    .map((figure) => figure.asOf)
    .toSorted()
    .at(-1);
  return newest === undefined || daysBetween(newest, asOf) <= RECENT_DAYS
    ? []
    : [`The newest of its figures is as of ${formatDate(newest)}`];
}

export function flipNotes({ flips, readings }: Pick<Scored, "flips" | "readings">): readonly string[] {
  const first = readings[0]?.date;
  if (readings.length < 2 || first === undefined) return [];
  const flipped = flips.map(flipInWords).toReversed();
  if (flipped.length > 0) return [`Flipped: ${flipped.join("; ")}`];
  const since = decidedSince(readings);
  if (since === null) return [];
  return since === first
    ? [`It has not flipped since ${formatDate(first)}`]
    : [`Tested without a break since ${formatDate(since)}; it has not flipped`];
}

/** Of one key and several dates: each has its date in key and label. */
function named(figures: readonly Figure[]): (verdict: readonly Figure[]) => readonly Figure[] {
  const dates = Map.groupBy(figures, ({ key }) => key);
  const isSeveral = (key: string) => new Set(dates.get(key)?.map(({ asOf }) => asOf)).size > 1;
  return (verdict) =>
    verdict.map((each) =>
      isSeveral(each.key)
        ? { ...each, key: `${each.key}.${each.asOf}`, label: `${each.label}, to ${formatDate(each.asOf)}` }
        : each,
    );
}

/** The figures that decided, then beside now, each under a key of its own. */
function shownFigures(
  { claim, now, before }: Scored,
  asOf: string,
): { readonly figures: readonly Figure[]; readonly table: Table | null } {
  const name = hasDouble(now.figures) ? named(now.figures) : (figures: readonly Figure[]) => figures;
  const [today, earlier] = [name(now.figures), name(before?.figures ?? [])];
  const known = new Map([...earlier, ...today].map((each) => [each.key, each]));
  if (known.size === 0) return { figures: [], table: null };
  const days = daysShown({ asOf });
  const own = (when: "now" | "then", key: string) =>
    `thesis.${claim.id}.${when}.${key.replace(/^thesis\./, "")}`;
  const of = (when: "now" | "then", figures: readonly Figure[], like: Figure): Figure => {
    const figure = figures.find(({ key }) => key === like.key);
    if (figure !== undefined) return { ...figure, key: own(when, like.key) };
    return makeFigure({
      ...like,
      key: own(when, like.key),
      value: absent("unavailable", `${like.label}: not among the data of that day`),
      asOf: when === "now" || asOf < THEN ? asOf : THEN,
      sources: [],
    });
  };
  const rows = [...known.values()];
  return {
    figures: rows.flatMap((like) => days.map(({ when }) => of(when, when === "now" ? today : earlier, like))),
    table: {
      title: "Figures that it was tested by",
      columns: ["", ...days.map(({ heading }) => heading)],
      rows: rows.map((like) => ({
        label: labelWithUnit(like),
        cells: days.map(({ when }) => own(when, like.key)),
      })),
    },
  };
}

const hasDouble = (figures: readonly Figure[]) =>
  new Set(figures.map(({ key }) => key)).size < figures.length;

const READINGS = ["small", "large", "relative"] as const;

/** Five discrete twelve-month periods stand beside any past performance; `under`: the claim's key (DOMAIN 3.3). */
export function discreteFigures(under: string, { performance }: Scoreboard): readonly Figure[] {
  if (typeof performance === "string") return [];
  return performance.figures
    .filter(({ key }) => /^performance\.discrete12m\./.test(key))
    .map((figure) => ({ ...figure, key: figure.key.replace(/^performance/, under) }));
}

/** Total or price return: past performance says which. */
const basisIn = ([first]: readonly Figure[]): readonly string[] =>
  /\b(?:total|price) return\b/.exec(first?.definition ?? "") ?? [];

export function discreteTable(under: string, figures: readonly Figure[]): readonly Table[] {
  if (figures.length === 0) return [];
  return [
    {
      title: ["Discrete 12-month periods", ...basisIn(figures)].join(", "),
      columns: ["", "Small", "Large", "Difference, pp"],
      rows: [1, 2, 3, 4, 5].map((period) => ({
        label: (
          figures.find(({ key }) => key === `${under}.discrete12m.${period}.small`)?.label ??
          `Period ${period}`
        ).replace(/, small$/, ""),
        cells: READINGS.map((reading) => `${under}.discrete12m.${period}.${reading}`),
      })),
    },
  ];
}
