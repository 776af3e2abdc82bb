import { type Figure, makeFigure, type Source } from "../../briefing/figure.ts";
import { VERDICT_WORDS } from "../../briefing/format.ts";
import { absent, type Value } from "../../briefing/value.ts";
import type { Topic } from "../../topics/topic.ts";
import { byAll, figureOf, figuresOf } from "../decide.ts";
import { evidence } from "../evidence.ts";
import { type Market, marketAt, readTopic } from "../facts.ts";
import type { Verdict } from "../port.ts";
import { holds, inWords } from "./predicates.ts";
import type { HouseClaim, HouseView } from "./view.ts";

/** A firm's claim, tested. */
export interface HouseScored {
  readonly claim: HouseClaim;
  readonly verdict: Verdict;
  /** What decided, as it stands in its topic, absent or not; null: the data at hand have no such figure. */
  readonly figure: Figure | null;
  /** The opposite case, or what else to look at. */
  readonly beside: readonly Figure[];
}

/** Every claim against what is known on a day, by the tests that the ledger's claims are put to. Pure. */
export function scoreHouse(
  { claims }: HouseView,
  topics: readonly Topic[],
  market: Market,
  asOf: string,
): readonly HouseScored[] {
  const reads = new Map<string, ReturnType<typeof readTopic>>();
  const known = marketAt(market, asOf);
  const readOf = (name: string) => {
    const kept = reads.get(name);
    if (kept !== undefined) return kept;
    const topic = [...topics, evidence].find((each) => each.name === name);
    const read =
      topic === undefined
        ? `there is no topic ${name}`
        : readTopic(topic, looksBack(topic) ? market : known, asOf);
    reads.set(name, read);
    return read;
  };
  return claims.map((claim) => {
    const { figure: key, predicate, thresholds, unit, signed } = claim;
    const read = readOf(key.split(".")[0] ?? "");
    const verdict = byAll(read, [key], {
      holds: (value) => holds(predicate, thresholds, value),
      note: `it holds where the figure is ${inWords(predicate, thresholds, unit, signed)}`,
      missing: `the data at hand hold no ${key}`,
    });
    return { claim, verdict, figure: figureOf(read, key) ?? null, beside: figuresOf(read, besideOf(key)) };
  });
}

/** It reads what was published on earlier days too. */
const looksBack = ({ needs }: Topic) => Object.values(needs).some(({ vintages }) => vintages === true);

/** A favourable figure travels with its counter-figure: all cuts with first cuts, a discount with loss shares. */
function besideOf(key: string): readonly string[] {
  const cuts = /^ratecut\.(all|first|scheduled)\.(.+)$/.exec(key);
  if (cuts !== null) return [`ratecut.${cuts[1] === "first" ? "all" : "first"}.${cuts[2]}`];
  if (/^valuation\.(discount|percentile\d+y)\./.test(key))
    return ["valuation.small.lossShareCount", "valuation.large.lossShareCount"];
  return [];
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
  const sources = figure === null || figure.sources.length === 0 ? everything : figure.sources;
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

export const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What else to look at, under keys of the claim's own. */
export const besideFigures = ({ claim, beside }: HouseScored): readonly Figure[] =>
  beside.map((figure, at) => ({ ...figure, key: houseKey(claim, `beside${at + 1}`) }));
