import { type Figure, makeFigure, type Source } from "../../briefing/figure.ts";
import { formatDate, VERDICT_WORDS } from "../../briefing/format.ts";
import { absent, type Value } from "../../briefing/value.ts";
import type { Topic } from "../../topics/topic.ts";
import type { Market } from "../facts.ts";
import { type DatedVerdict, type Earlier, type Flip, flipsIn, readingDays, THEN } from "../history.ts";
import type { Verdict } from "../port.ts";
import { to } from "../scoreboard.ts";
import { inWords } from "./predicates.ts";
import { type HouseReading, readHouse } from "./tested.ts";
import type { HouseClaim, HouseView } from "./view.ts";

/** As of the question, with what was read of it on earlier days. */
export interface HouseScored extends HouseReading {
  /** On each reading day and at last now. */
  readonly readings: readonly DatedVerdict[];
  /** Oldest first. */
  readonly flips: readonly Flip[];
}

/** Every claim against what is known on a day and was on earlier ones, as the ledger's are. Pure. */
export function scoreHouse(
  house: HouseView,
  topics: readonly Topic[],
  market: Market,
  asOf: string,
  earlier: Earlier,
): readonly HouseScored[] {
  const days = readingDays(asOf).map((date) => ({ date, verdicts: earlier.verdicts(market, date) }));
  return readHouse(house, topics, market, asOf).map((now): HouseScored => {
    const before = days.flatMap(({ date, verdicts }) => {
      const verdict = verdicts.get(now.claim.id);
      return verdict === undefined ? [] : [{ date, verdict }];
    });
    const readings = [...before, { date: asOf, verdict: now.verdict }];
    return { ...now, readings, flips: flipsIn(readings) };
  });
}

export const VERDICTS_COUNTED = {
  holds: "holds",
  fails: "fails",
  untested: "cannot be tested",
} as const;
const COUNTS = Object.keys(VERDICTS_COUNTED) as readonly (keyof typeof VERDICTS_COUNTED)[];

export const countOf = (scored: readonly HouseScored[], name: keyof typeof VERDICTS_COUNTED): number =>
  scored.filter(({ verdict }) => verdict.verdict === VERDICTS_COUNTED[name]).length;

const codeOf = ({ verdict, note }: Verdict): Value => {
  const at = (VERDICT_WORDS as readonly string[]).indexOf(verdict);
  return at < 0 ? absent("unavailable", note) : at + 1;
};

export const houseKey = ({ id }: HouseClaim, what?: string): string =>
  ["thesis.house", id, ...(what === undefined ? [] : [what])].join(".");

/** How many of a firm's claims hold, fail and cannot be tested. */
export function houseCounts(
  scored: readonly HouseScored[],
  { title }: HouseView,
  asOf: string,
  sources: readonly Source[],
): readonly Figure[] {
  return COUNTS.map((name) =>
    makeFigure({
      key: `thesis.house.${name}`,
      label: `${title}: ${VERDICTS_COUNTED[name]}`,
      unit: "count",
      value: countOf(scored, name),
      asOf,
      definition: `The firm's own claims whose test says “${VERDICTS_COUNTED[name]}”, apart from those of the ledger.`,
      n: scored.length,
      sources,
    }),
  );
}

/** A claim's verdict, the figure that decided it and what it was held against. */
export function houseFigures(
  { claim, verdict, figure }: HouseScored,
  { title }: HouseView,
  asOf: string,
  everything: readonly Source[],
): readonly Figure[] {
  const { short, statement, unit, signed, predicate, thresholds } = claim;
  // What cannot be tested rests on nothing.
  const sources = figure?.sources ?? [];
  const common = { asOf: figure?.asOf ?? asOf, sources };
  return [
    makeFigure({
      ...common,
      key: houseKey(claim, "now"),
      label: `${title}, ${short}`,
      unit: "verdict",
      value: codeOf(verdict),
      definition: `${withStop(statement)} The firm's own claim. Test: ${claim.figure}: ${verdict.note}.`,
      n: verdict.figures.length,
    }),
    figure === null
      ? makeFigure({
          ...common,
          key: houseKey(claim, "figure"),
          label: claim.figure,
          unit,
          value: absent("unavailable", verdict.note),
          definition: `The figure ${claim.figure}, which the data at hand do not give.`,
        })
      : { ...figure, key: houseKey(claim, "figure") },
    ...thresholds.map((threshold, at) =>
      makeFigure({
        ...common,
        sources: sources.length > 0 ? sources : everything,
        key: houseKey(claim, `threshold${at + 1}`),
        label: `${title}, ${short}: threshold${thresholds.length > 1 ? `, ${at === 0 ? "lower" : "upper"}` : ""}`,
        unit,
        ...(signed ? { signed } : {}),
        value: threshold,
        definition: `Set by the firm: the claim holds where the figure is ${inWords(predicate, thresholds, unit, signed)}.`,
      }),
    ),
  ];
}

/** Under which key the verdict of a reading day stands. */
export const dayKey = (claim: HouseClaim, date: string, asOf: string): string =>
  houseKey(claim, date === asOf ? "now" : date === THEN ? "then" : `on.${date}`);

/** A claim's verdicts on earlier days, of which nothing later was read. */
export function earlierFigures(
  { claim }: HouseReading,
  readings: readonly DatedVerdict[],
  { title }: HouseView,
  asOf: string,
): readonly Figure[] {
  return readings
    .filter(({ date }) => date !== asOf)
    .map(({ date, verdict }) => {
      const own = verdict.figures.flatMap(({ sources }) => sources);
      return makeFigure({
        key: dayKey(claim, date, asOf),
        label: `${title}, ${claim.short} on ${formatDate(date)}`,
        unit: "verdict",
        value: codeOf(verdict),
        asOf: date,
        definition: `${withStop(claim.statement)} The firm's own claim. Test: ${claim.figure}: ${verdict.note}.`,
        n: verdict.figures.length,
        sources: own.map((source) => to(source, date)),
      });
    });
}

export const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What else to look at, under keys of the claim's own. */
export const besideFigures = ({ claim, beside }: HouseScored): readonly Figure[] =>
  beside.map((figure, at) => ({ ...figure, key: houseKey(claim, `beside${at + 1}`) }));
