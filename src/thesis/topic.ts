import type { ArgSpec } from "../topics/args.ts";
import { NO_PAIR } from "../topics/compose.ts";
import { PERIODS } from "../topics/discrete.ts";
import type { FigureFamily, Topic } from "../topics/topic.ts";
import { CLAIMS } from "./claims.ts";
import { drillDown } from "./drill-down.ts";
import { evidence } from "./evidence.ts";
import { FIGURES as OWN } from "./evidence-figures.ts";
import { earlierOver, readingDays } from "./history.ts";
import { scoreHouse, VERDICTS_COUNTED } from "./house/scored.ts";
import { houseDrillDown, houseFamilies, withHouse } from "./house/show.ts";
import { type HouseView, NO_HOUSE } from "./house/view.ts";
import { glance, overview } from "./overview.ts";
import { COUNT_NAMES, PILLAR_NAMES, scoreboardOf } from "./scoreboard.ts";

/** By dataset: the topics' own needs are read from them. */
const NEEDS = {
  levels: { dataset: "levels", required: false, days: true },
  constituents: { dataset: "constituents", required: false },
  valuationHistory: { dataset: "valuationHistory", required: false },
  revisions: { dataset: "revisions", required: false },
  policyDecisions: { dataset: "policyDecisions", required: false },
  recessions: { dataset: "recessions", required: false },
  macro: { dataset: "macro", required: false, vintages: true },
  deals: { dataset: "deals", required: false },
  universe: { dataset: "universe", required: false },
  factors: { dataset: "factors", required: false },
} as const;

const IDS = CLAIMS.map(({ id }) => `${id}`);
/** A claim of the ledger goes by its number, one of the firm's own by its id. */
function claimArg({ claims }: HouseView): ArgSpec<number | string | null> {
  const own = claims.map(({ id }) => id);
  return {
    describe: `one claim of the ledger, by its number, with its figures${own.length > 0 ? "; or one of the firm's own, by its id" : ""}`,
    example: "14",
    choices: [...IDS, ...own],
    fallback: null,
    bare: true,
    parse: (raw) => (IDS.includes(raw) ? Number(raw) : (own.find((id) => id === raw.toLowerCase()) ?? null)),
  };
}

const family = (unit: FigureFamily["unit"], label: string, definition: string): FigureFamily => ({
  unit,
  label: () => label,
  definition: () => definition,
  from: Object.keys(NEEDS),
  describes: "closed",
});

const FIGURES: Readonly<Record<string, FigureFamily>> = {
  "thesis.{claim}.now": family("verdict", "A claim's verdict", "What its test says of the data at hand."),
  "thesis.{claim}.then": family(
    "verdict",
    "A claim's verdict when it was printed",
    "What its test says of the data known on 10 December 2025.",
  ),
  "thesis.{claim}.on.{date}": family(
    "verdict",
    "A claim's verdict at an earlier month-end",
    "What its test says of the data known on that day.",
  ),
  "thesis.{claim}.{when}.{figure}": family(
    "level",
    "A figure by which a claim was tested, now or then, with `thesis claim=`",
    "As its own topic has it, in its own unit.",
  ),
  ...Object.fromEntries(
    (["small", "large"] as const).map((side) => [
      `thesis.{claim}.discrete12m.{period}.${side}`,
      family(
        "%",
        `Of a claim about returns: a period of twelve months, ${side}`,
        "As topic performance has it.",
      ),
    ]),
  ),
  "thesis.{claim}.discrete12m.{period}.relative": family(
    "pp",
    "Of a claim about returns: a period of twelve months, small minus large",
    "As topic performance has it.",
  ),
  ...Object.fromEntries(
    COUNT_NAMES.map((name) => [
      `thesis.{pillar}.${name}`,
      family("count", `Claims of a pillar by verdict: ${name}`, "Each claim counts as one."),
    ]),
  ),
  "thesis.nearest.value": family(
    "level",
    "The trigger nearest to firing",
    "As topic risks has it, in its own unit.",
  ),
  "thesis.nearest.distance": family(
    "level",
    "Its room before it fires",
    "As topic risks has it, in its own unit.",
  ),
  ...OWN,
};

/** The case for small-caps, claim by claim, tested by the figures of these topics; and a firm's own claims beside. */
export function thesisOver(topics: readonly Topic[], house: HouseView = NO_HOUSE): Topic {
  const hasHouse = house.claims.length > 0;
  const earlier = earlierOver(topics, house);
  const answer: Topic["answer"] = (inputs, { claim }, pair, asOf) => {
    const board = scoreboardOf(topics, inputs, asOf, earlier);
    const scored = board.scored.find((each) => each.claim.id === claim);
    if (scored !== undefined) return drillDown(scored, board);
    const own = hasHouse ? scoreHouse(house, topics, inputs, asOf, earlier) : [];
    const one = own.find((each) => each.claim.id === claim);
    if (one !== undefined) return houseDrillDown(one, house, board);
    const all = overview(board, pair);
    return hasHouse ? withHouse(all, own, house, board) : all;
  };
  return {
    name: "thesis",
    title: "Thesis",
    summary: "The case for small-caps in 31 claims, each tested: what holds, what fails, what flipped since",
    args: { claim: claimArg(house) },
    assumptions: [],
    needs: NEEDS,
    severalPairs: true,
    isOfBefore: (key) => /^thesis\.(?:\d+|house\.[\w-]+)\.(?:then|on)\b/.test(key),
    figures: hasHouse ? { ...FIGURES, ...houseFamilies(family) } : FIGURES,
    examples: {
      claim: "14",
      when: "now",
      figure: "ratecut.first.12m.mean",
      period: "1",
      date: "2026-03-31",
      pillar: "policy",
      driver: "twoYear",
      spell: "easing",
      lead: "3m",
      variant: "aggIncl",
      count: "holds",
      part: "figure",
    },
    values: {
      claim: IDS,
      when: ["now", "then"],
      period: PERIODS,
      pillar: ["all", ...PILLAR_NAMES],
      ...(evidence.values ?? {}),
      ...(hasHouse ? { count: Object.keys(VERDICTS_COUNTED) } : {}),
    },
    *prepare(inputs, asOf) {
      for (const date of readingDays(asOf)) yield earlier.verdicts(inputs, date);
    },
    read: (inputs, args, asOf) => answer(inputs, args, NO_PAIR, asOf).figures,
    answer,
    argsFor: (key) => {
      const claim = /^thesis\.(\d+)\./.exec(key)?.[1] ?? /^thesis\.house\.([\w-]+)\./.exec(key)?.[1];
      return claim === undefined ? [] : [`claim=${claim}`];
    },
    inBrief: glance,
  };
}
