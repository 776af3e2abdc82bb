import type { Figure, Source } from "../briefing/figure.ts";
import { makeFigure } from "../briefing/figure.ts";
import { VERDICT_WORDS } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import type { Topic } from "../topics/topic.ts";
import { CLAIMS, type Claim, PILLARS, type Pillar } from "./claims.ts";
import { factsOn, type Market, marketAt, risksOf } from "./facts.ts";
import type { Read, Verdict, VerdictName } from "./port.ts";
import { verdictOf } from "./verdicts.ts";

/** When the article was written. */
export const THEN = "2025-12-10";

/** One claim, then (null: the question is of an earlier day) and now. */
export interface Scored {
  readonly claim: Claim;
  readonly now: Verdict;
  readonly before: Verdict | null;
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
  /** The pairs that the data are about, where they are several. */
  readonly pairs: readonly string[];
}

/** Every claim against what is known now, and against what was known when the article was written. Pure. */
export function scoreboardOf(topics: readonly Topic[], market: Market, asOf: string): Scoreboard {
  const facts = factsOn(topics, market, asOf);
  const earlier = asOf > THEN ? factsOn(topics, marketAt(market, THEN), THEN) : asOf === THEN ? facts : null;
  const sources = Object.values(market).flatMap((input) => (isAbsent(input) ? [] : [input.source]));
  const evidence = facts.topics.get("thesis");
  return {
    asOf,
    scored: CLAIMS.map((claim) => ({
      claim,
      now: verdictOf(claim.id, claim.needs, facts),
      before: earlier && verdictOf(claim.id, claim.needs, earlier),
    })),
    risks: risksOf(topics, market, asOf),
    own: evidence === undefined || typeof evidence === "string" ? [] : evidence.figures,
    performance: facts.topics.get("performance") ?? "",
    sources,
    pairs: [...new Set(sources.flatMap(({ pair }) => pair?.label ?? []))],
  };
}

/** Whether a verdict is one that the data decided. */
export const isDecided = (verdict: Verdict | null): verdict is Verdict =>
  verdict !== null && verdict.verdict !== "cannot be tested" && verdict.verdict !== "opinion";

/** Claims whose verdict was decided then and is another now. */
export const flipsOf = ({ scored }: Scoreboard): readonly Scored[] =>
  scored.filter(({ now, before }) => isDecided(now) && isDecided(before) && now.verdict !== before.verdict);

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

const sourcesOf = (figures: readonly Figure[], board: Scoreboard): readonly Source[] => {
  const own = distinct(figures.flatMap(({ sources }) => sources));
  return own.length > 0 ? own : board.sources;
};

const newest = (figures: readonly Figure[], asOf: string): string =>
  figures.reduce((latest, each) => (each.asOf > latest && each.asOf <= asOf ? each.asOf : latest), "") ||
  asOf;

/** A claim's two verdicts as figures: the code of a word, or why it cannot be tested. */
export function verdictFigures({ claim, now, before }: Scored, board: Scoreboard): readonly Figure[] {
  const of = (when: "now" | "then", verdict: Verdict | null): Figure =>
    makeFigure({
      key: `thesis.${claim.id}.${when}`,
      label: `Claim ${claim.id}, ${when === "now" ? "now" : "when it was printed"}: ${claim.statement}`,
      unit: "verdict",
      value:
        verdict === null
          ? absent("not_meaningful", "the question is of a day before the claim")
          : codeOf(verdict),
      asOf: when === "now" ? newest(now.figures, board.asOf) : THEN < board.asOf ? THEN : board.asOf,
      definition: `${claim.statement}. Test: ${verdict?.note ?? "none, it was not printed yet"}.`,
      n: verdict?.figures.length ?? 0,
      sources: sourcesOf(verdict?.figures ?? [], board),
    });
  return [of("then", before), of("now", now)];
}

export const COUNTED = {
  holds: "holds",
  fails: "fails",
  depends: "depends on definition",
  untested: "cannot be tested",
  opinion: "opinion",
} as const satisfies Record<string, VerdictName>;
export const COUNT_NAMES = Object.keys(COUNTED) as readonly (keyof typeof COUNTED)[];

export const PILLAR_NAMES = Object.keys(PILLARS) as readonly Pillar[];

/** How many claims of a pillar hold, fail, …; of all of them as "all". */
export function countFigures(board: Scoreboard): readonly Figure[] {
  const of = (pillar: Pillar | "all", scored: readonly Scored[]) =>
    COUNT_NAMES.map((name) =>
      makeFigure({
        key: `thesis.${pillar}.${name}`,
        label: `${pillar === "all" ? "All claims" : PILLARS[pillar]}: ${COUNTED[name]}`,
        unit: "count",
        value: countOf(scored, COUNTED[name]),
        asOf: board.asOf,
        definition: `Claims of the ledger whose test says “${COUNTED[name]}”, each counted as one: what weighs how much is a matter of opinion.`,
        n: scored.length,
        sources: board.sources,
      }),
    );
  return [
    ...PILLAR_NAMES.flatMap((pillar) => of(pillar, ofPillar(board.scored, pillar))),
    ...of("all", board.scored),
  ];
}

/** The trigger nearest to firing of those that have not: its value and room, as figures of the thesis. */
export function nearestTrigger({ risks }: Scoreboard): readonly Figure[] {
  if (typeof risks === "string") return [];
  const valueAt = (key: string) => {
    const value = risks.figures.find((each) => each.key === key)?.value;
    return value === undefined || isAbsent(value) ? null : value;
  };
  const names = risks.figures.flatMap(({ key }) => /^risks\.(\w+)\.position$/.exec(key)?.[1] ?? []);
  const open = names.flatMap((name) => {
    const [at, state, room] = ["position", "state", "distance"].map((each) =>
      valueAt(`risks.${name}.${each}`),
    );
    return at == null || state == null || state >= 2 || room == null ? [] : [{ name, at }];
  });
  const [first] = open.toSorted((a, b) => b.at - a.at);
  if (first === undefined) return [];
  return ["value", "distance"].flatMap((each) => {
    const figure = risks.figures.find(({ key }) => key === `risks.${first.name}.${each}`);
    return figure === undefined ? [] : [{ ...figure, key: `thesis.nearest.${each}` }];
  });
}
