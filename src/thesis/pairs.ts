import type { Figure, Pair } from "../briefing/figure.ts";
import type { Scored } from "./scoreboard.ts";

/** The pairs that figures are about, the first one's first; facts of the whole market have none. */
export const pairsIn = (figures: readonly Figure[]): readonly Pair[] => [
  ...new Map(
    figures
      .flatMap(({ sources }) => sources.flatMap(({ pair }) => pair ?? []))
      .map((pair) => [pair.label, pair]),
  ).values(),
];

const labels = (pairs: readonly Pair[]) => pairs.map(({ label }) => label).join(" and ");

/** Of several claims under one pair's name: which of them are tested on data about another. */
export function otherPairs(scored: readonly Scored[], { label }: Pair): readonly string[] {
  const claims = scored.flatMap(({ claim, now, before }) =>
    pairsIn([...now.figures, ...(before?.figures ?? [])]).map((pair) => ({ id: claim.id, pair: pair.label })),
  );
  return [...Map.groupBy(claims, ({ pair }) => pair)].flatMap(([pair, of]) =>
    pair === label
      ? []
      : [
          `Tested on data about another pair, ${pair}: ${of.length === 1 ? "claim" : "claims"} ${of.map(({ id }) => id).join(", ")}.`,
        ],
  );
}

/** Of one claim: where its test is on several pairs, and where the periods beside it are about another. */
export function pairCaveat(tested: readonly Figure[], periods: readonly Figure[]): readonly string[] {
  const own = pairsIn(tested);
  const others = pairsIn(periods).filter(({ label }) => own.every((each) => each.label !== label));
  return [
    ...(own.length > 1 ? [`It is tested on data about several pairs: ${labels(own)}.`] : []),
    ...(own.length > 0 && others.length > 0
      ? [
          `It is tested on data about ${labels(own)}; the discrete 12-month periods are about ${labels(others)}.`,
        ]
      : []),
  ];
}
