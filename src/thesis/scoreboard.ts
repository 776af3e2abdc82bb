import type { Figure, Source } from "../briefing/figure.ts";
import { makeFigure } from "../briefing/figure.ts";
import { formatDate, VERDICT_WORDS } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { hashOf } from "../topics/compose.ts";
import { partsOf } from "../topics/read-from.ts";
import { TRIGGER_NAMES, type TriggerName } from "../topics/risks-table.ts";
import type { Topic } from "../topics/topic.ts";
import { CLAIMS, type Claim, PILLARS, type Pillar } from "./claims.ts";
import { factsOn, type Market, risksOf } from "./facts.ts";
import { type DatedVerdict, type Earlier, type Flip, flipsIn, readingDays, THEN } from "./history.ts";
import type { Read, Verdict, VerdictName } from "./port.ts";
import { verdictOf } from "./verdicts.ts";

/** One claim, then (null: the question is of an earlier day) and now. */
export interface Scored {
  readonly claim: Claim;
  readonly now: Verdict;
  readonly before: Verdict | null;
  /** On each reading day and at last now. */
  readonly readings: readonly DatedVerdict[];
  /** Oldest first. */
  readonly flips: readonly Flip[];
}

export interface Scoreboard {
  readonly scored: readonly Scored[];
  readonly asOf: string;
  readonly risks: Read | string;
  /** Figures of the ledger's own, and of past performance. */
  readonly own: readonly Figure[];
  readonly performance: Read | string;
  /** Of everything at hand: what a count of verdicts is from. */
  readonly sources: readonly Source[];
}

/** Every claim against what is known now, what was known when the article was written, and between. Pure. */
export function scoreboardOf(
  topics: readonly Topic[],
  market: Market,
  asOf: string,
  earlier: Earlier,
): Scoreboard {
  const facts = factsOn(topics, market, asOf, earlier.past);
  const days = readingDays(asOf).map((date) => ({ date, verdicts: earlier.verdicts(market, date) }));
  const sources = Object.values(market).flatMap((input) => (isAbsent(input) ? [] : partsOf(input.source)));
  const evidence = facts.topics.get("thesis");
  const scored = CLAIMS.map((claim): Scored => {
    const now = verdictOf(claim.id, claim.needs, facts);
    const before = days.flatMap(({ date, verdicts }) => {
      const verdict = verdicts.get(claim.id);
      return verdict === undefined ? [] : [{ date, verdict }];
    });
    const readings = [...before, { date: asOf, verdict: now }];
    const then = readings.find(({ date }) => date === THEN)?.verdict ?? null;
    return { claim, now, before: then, readings, flips: flipsIn(readings) };
  });
  return {
    asOf,
    scored,
    risks: risksOf(topics, market, asOf),
    own: evidence === undefined || typeof evidence === "string" ? [] : evidence.figures,
    performance: facts.topics.get("performance") ?? "",
    sources,
  };
}

export const countOf = (scored: readonly Scored[], verdict: VerdictName): number =>
  scored.filter(({ now }) => now.verdict === verdict).length;

export const ofPillar = (scored: readonly Scored[], pillar: Pillar): readonly Scored[] =>
  scored.filter(({ claim }) => claim.pillar === pillar);

const codeOf = ({ verdict, note }: Verdict): Value => {
  const at = (VERDICT_WORDS as readonly string[]).indexOf(verdict);
  return at < 0 ? absent("unavailable", note) : at + 1;
};

const distinct = (sources: readonly Source[]): readonly Source[] => [
  ...new Map(
    sources.map((each) => [JSON.stringify([each.dataset, each.contentHash, each.asOf]), each]),
  ).values(),
];

/** An opinion rests on no data: that it is one stands in the ledger. */
const LEDGER: Source = {
  provider: "smallcaps, its ledger of claims",
  dataset: "claims of an article of December 2025",
  asOf: THEN,
  retrievedAt: THEN,
  licence: "part of the program",
  contentHash: hashOf(CLAIMS),
  typedIn: true,
};

/** Of the readings that a verdict rests on; what cannot be tested rests on none. */
const sourcesOf = ({ verdict, figures }: Verdict): readonly Source[] =>
  verdict === "opinion" ? [LEDGER] : distinct(figures.flatMap(({ sources }) => sources));

const newest = (figures: readonly Figure[], asOf: string): string =>
  figures.reduce((latest, each) => (each.asOf > latest && each.asOf <= asOf ? each.asOf : latest), "") ||
  asOf;

/** As the figure of a day is keyed: "now", "then" (when the claim was printed), or "on" another day. */
type When = "now" | "then" | "on";

const inWords = (when: When, date: string) =>
  when === "now" ? "" : when === "then" ? " when it was printed" : ` on ${formatDate(date)}`;

/** The verdict on a claim as of a day, as a figure: the code of a word, or why it cannot be tested. */
function verdictFigure(claim: Claim, { date, verdict }: DatedVerdict, when: When): Figure {
  return makeFigure({
    key: `thesis.${claim.id}.${when === "on" ? `on.${date}` : when}`,
    label: `Claim ${claim.id}${inWords(when, date)} (${claim.statement})`,
    unit: "verdict",
    value: codeOf(verdict),
    asOf: when === "now" ? newest(verdict.figures, date) : date,
    definition: `${claim.statement}. Test: ${verdict.note}.`,
    n: verdict.figures.length,
    sources: sourcesOf(verdict).map((source) => to(source, date)),
  });
}

/** Nothing later than a day was read for that day. */
export const to = (source: Source, date: string): Source =>
  source.asOf > date ? { ...source, asOf: date } : source;

/** Under which key the verdict of a reading day stands. */
export const verdictKey = ({ id }: Claim, date: string, { asOf }: Scoreboard): string =>
  `thesis.${id}.${date === asOf ? "now" : date === THEN ? "then" : `on.${date}`}`;

/** A claim's two verdicts as figures. */
export function verdictFigures({ claim, now, before }: Scored, board: Scoreboard): readonly Figure[] {
  const { asOf } = board;
  const notYet: Verdict = { verdict: "cannot be tested", figures: [], note: "none, it was not printed yet" };
  const then = verdictFigure(
    claim,
    { date: before === null ? asOf : THEN, verdict: before ?? notYet },
    "then",
  );
  const isEarlier = absent("not_meaningful", "the question is of a day before the claim");
  return [
    before === null ? { ...then, value: isEarlier, sources: [LEDGER] } : then,
    verdictFigure(claim, { date: asOf, verdict: now }, "now"),
  ];
}

/** Verdicts of other days than those two, as figures. */
export const readingFigures = (
  { claim }: Scored,
  readings: readonly DatedVerdict[],
  board: Scoreboard,
): readonly Figure[] =>
  readings
    .filter(({ date }) => date !== board.asOf && date !== THEN)
    .map((each) => verdictFigure(claim, each, "on"));

export const COUNTED = {
  holds: "holds",
  fails: "fails",
  depends: "depends on definition",
  untested: "cannot be tested",
  opinion: "opinion",
} as const satisfies Record<string, VerdictName>;
export const COUNT_NAMES = Object.keys(COUNTED) as readonly (keyof typeof COUNTED)[];

export const PILLAR_NAMES = Object.keys(PILLARS) as readonly Pillar[];

/** A count opens to what it counts. */
function whichOf(scored: readonly Scored[], verdict: VerdictName): string {
  const ids = scored.filter(({ now }) => now.verdict === verdict).map(({ claim }) => claim.id);
  const all = scored.map(({ claim }) => claim.id).join(", ");
  return `Here: ${ids.length === 0 ? "none" : `claims ${ids.join(", ")}`}, out of ${all}.`;
}

/** How many claims of a pillar hold, fail, …; of all of them as "all". */
export function countFigures(board: Scoreboard): readonly Figure[] {
  const of = (pillar: Pillar | "all", scored: readonly Scored[]) => {
    const read = distinct(scored.flatMap(({ now }) => sourcesOf(now)));
    const sources = read.length > 0 ? read : board.sources;
    return COUNT_NAMES.map((name) =>
      makeFigure({
        key: `thesis.${pillar}.${name}`,
        label: `${pillar === "all" ? "All claims" : PILLARS[pillar]}: ${COUNTED[name]}`,
        unit: "count",
        value: countOf(scored, COUNTED[name]),
        asOf: board.asOf,
        definition: `Claims of the ledger whose test says “${COUNTED[name]}”, each counted as one: what weighs how much is a matter of opinion. ${whichOf(scored, COUNTED[name])}`,
        n: scored.length,
        sources,
      }),
    );
  };
  return [
    ...PILLAR_NAMES.flatMap((pillar) => of(pillar, ofPillar(board.scored, pillar))),
    ...of("all", board.scored),
  ];
}

/** The trigger nearest to firing of those that have not: its value and room, as figures of the thesis. */
export interface NearestTrigger {
  readonly name: TriggerName;
  readonly figures: readonly Figure[];
}

export function nearestTrigger({ risks }: Scoreboard): NearestTrigger | null {
  if (typeof risks === "string") return null;
  const valueAt = (key: string) => {
    const value = risks.figures.find((each) => each.key === key)?.value;
    return value === undefined || isAbsent(value) ? null : value;
  };
  const open = TRIGGER_NAMES.flatMap((name) => {
    const [at, state, room] = ["position", "state", "distance"].map((each) =>
      valueAt(`risks.${name}.${each}`),
    );
    return at == null || state == null || state >= 2 || room == null ? [] : [{ name, at }];
  });
  const [first] = open.toSorted((a, b) => b.at - a.at);
  if (first === undefined) return null;
  const figures = ["value", "distance"].flatMap((each) => {
    const figure = risks.figures.find(({ key }) => key === `risks.${first.name}.${each}`);
    return figure === undefined ? [] : [{ ...figure, key: `thesis.nearest.${each}` }];
  });
  return { name: first.name, figures };
}
