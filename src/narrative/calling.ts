import type { Figure } from "../briefing/figure.ts";
import { aspectsOf, kindOf } from "./gate/figures.ts";

const PERIODS: Readonly<Record<string, string>> = {
  "1d": "over a day",
  "5d": "over a week",
  "1m": "over a month",
  "3m": "over a quarter",
  "6m": "over the middle horizon",
  "12m": "over a year",
  "24m": "over the longest horizon",
  mtd: "in the month to date",
  qtd: "in the quarter to date",
  ytd: "in the year to date",
  "10y": "of its shorter history",
  "20y": "of its longer history",
};
const SAMPLES: Readonly<Record<string, string>> = {
  first: "after first cuts",
  scheduled: "after scheduled cuts",
  base: "in any month",
};
const VARIANTS: Readonly<Record<string, string>> = {
  aggIncl: "with all companies",
  aggExLoss: "without loss-makers",
  median: "at the median",
  profitable: "for profitable companies",
};
const STATISTICS: Readonly<Record<string, string>> = { mean: "on average", median: "at the median" };
const ERAS: Readonly<Record<string, string>> = {
  full: "in the full sample",
  january: "in January",
  otherMonths: "in all other months",
};
const AGES = ["in the latest discrete year", "in the discrete year before the latest"];

/**
 * The words by which a number may be told from its neighbours, each as it may stand in a sentence: whose it is, of
 * which sample, over which horizon, by which definition. A reader of the sentence needs them, and the gate knows them.
 */
export function wordsFor(figure: Figure): readonly string[] {
  const { sample, period, variant, swaps, phase, era, statistic, basis } = aspectsOf(figure);
  const age = Number(/discrete12m\.(\d)/.exec(figure.key)?.[1] ?? 0);
  const all = figure.key.startsWith("recovery.") ? "after all recoveries" : "after all cuts";
  return [
    whose(figure),
    sample === "all" ? all : SAMPLES[sample ?? ""],
    age > 0 ? AGES[age - 1] : PERIODS[period ?? ""],
    VARIANTS[variant ?? ""],
    STATISTICS[statistic ?? ""],
    swaps && `${swaps} swaps`,
    phase && `in months after ${phase}`,
    ERAS[era ?? ""],
    basis && `on ${basis} return`,
  ].filter((words) => words !== undefined);
}

function whose(figure: Figure): string | undefined {
  const { side } = aspectsOf(figure);
  if (side !== undefined) return `${side}-caps`;
  return ["relative", "gap"].includes(kindOf(figure)) ? "small-caps against large-caps" : undefined;
}
