import { absent, isAbsent } from "../briefing/value.ts";
import type { MacroSeries } from "../market/datasets.ts";
import { addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import { gapHistory } from "../maths/gap-history.ts";
import { premiumBySpell } from "../maths/policy-spells.ts";
import type { MonthSeries } from "../maths/regime.ts";
import { monthEnds, monthlyReturns } from "../maths/returns.ts";
import { leadOf, monthlyChange, monthlyGrowth, type RollingBeta, rollingBeta } from "../maths/sensitivity.ts";
import { correlation } from "../maths/statistics.ts";
import { defineTopic } from "../topics/define.ts";
import { type Basis, chooseBasis } from "../topics/levels.ts";
import { monthMeans } from "../topics/macro-months.ts";
import type { FigureDraft, Inputs } from "../topics/topic.ts";
import {
  DISCOUNT_MONTHS,
  DRIVER_NAMES,
  type Driver,
  type EvidenceResult,
  FIGURES,
  LEADS,
  NEEDS,
  VARIANTS,
} from "./evidence-figures.ts";

type Given = Inputs<typeof NEEDS>;
type Series = (name: MacroSeries) => MonthSeries;

const NO_MONTHS: MonthSeries = new Map();

/** Small minus large by month, percentage points. */
function relativeReturns({ levels }: Given, asOf: string): { basis: Basis; months: MonthSeries } {
  const hasSides = (basis: Basis) =>
    !isAbsent(levels) &&
    [levels.data[`small_${basis}`], levels.data[`large_${basis}`]].every((side) => (side?.length ?? 0) > 0);
  if (isAbsent(levels) || !(hasSides("total") || hasSides("price")))
    return { basis: "total", months: NO_MONTHS };
  const { basis, series } = chooseBasis(levels.data, hasSides("total") ? "total" : "price", asOf);
  const returns = monthlyReturns(monthEnds(series));
  return { basis, months: new Map(returns.map(({ month, relative }) => [month, relative])) };
}

interface Source {
  readonly of: MacroSeries | null;
  readonly made: string;
  readonly changes: MonthSeries;
}

/** The first that the data hold. */
function driven(of: Series): Readonly<Record<Driver, Source>> {
  const first = (...sources: readonly Source[]): Source =>
    sources.find(({ changes }) => changes.size > 0) ?? { of: null, made: "", changes: NO_MONTHS };
  const change = (name: MacroSeries, what: string): Source => ({
    of: name,
    made: `change of ${what} (means of months, percentage points)`,
    changes: monthlyChange(of(name)),
  });
  return {
    twoYear: change("treasury_2y", "the two-year Treasury yield"),
    credit: first(
      change("baa_spread", "the Baa spread"),
      change("high_yield_spread", "the high-yield spread"),
    ),
    activity: first(
      {
        of: "industrial_production",
        made: "growth of industrial production against the month before (%)",
        changes: monthlyGrowth(of("industrial_production")),
      },
      { of: "cfnai", made: "the Chicago Fed's national activity index", changes: of("cfnai") },
    ),
  };
}

function compute(given: Given, _args: unknown, asOf: string): EvidenceResult {
  const { macro, factors, decisions, history } = given;
  const rows = isAbsent(macro) ? [] : macro.data;
  const of: Series = (name) => monthMeans(rows, name, asOf);
  const { basis, months } = relativeReturns(given, asOf);
  const drivers = driven(of);
  const sentiment = of("consumer_sentiment");
  const multiples = isAbsent(history) ? [] : history.data;
  const betas = Object.fromEntries(
    DRIVER_NAMES.map((name) => [name, rollingBeta(months, drivers[name].changes)]),
  ) as Record<Driver, RollingBeta>;
  const size = isAbsent(factors) ? [] : factors.data;
  const lastOf = (series: MonthSeries) => [...series.keys()].at(-1);
  const dated = (month: string | undefined) => (month === undefined ? asOf : monthEnd(month));
  return {
    basis,
    has: {
      returns: !(isAbsent(given.levels) && isAbsent(macro)),
      spells: !(isAbsent(factors) && isAbsent(decisions)),
      multiples: !isAbsent(history),
    },
    asOf: {
      levels: dated(lastOf(months)),
      factors: dated(size.at(-1)?.month),
      macro: dated(lastOf(drivers.activity.changes)),
      history: dated(multiples.at(-1)?.month),
    },
    betas,
    made: drivers,
    spells: premiumBySpell(size, isAbsent(decisions) ? [] : decisions.data),
    leads: LEADS.map((lead) => ({ months: lead, ...leadOf(months, drivers.activity.changes, lead) })),
    sentiment: VARIANTS.map((variant) => mirror(variant, relativeMultiples(multiples, variant), sentiment)),
    discounted: VARIANTS.map((variant) => ({
      variant,
      months: monthsBelow(relativeMultiples(multiples, variant)),
    })),
  };
}

const relativeMultiples = (rows: Parameters<typeof gapHistory>[0], variant: string): MonthSeries =>
  new Map(gapHistory(rows, variant).map(({ month, gap }) => [month, 1 + gap / 100]));

function mirror(variant: string, multiples: MonthSeries, sentiment: MonthSeries) {
  const of = (one: MonthSeries, other: MonthSeries) => {
    const months = [...one.keys()].filter((month) => other.has(month));
    const values = (series: MonthSeries) => months.map((month) => series.get(month) ?? 0);
    return { n: months.length, value: correlation(values(one), values(other)) };
  };
  const changes = of(monthlyChange(multiples), monthlyChange(sentiment));
  return { variant, changes: changes.value, levels: of(multiples, sentiment).value, n: changes.n };
}

function monthsBelow(multiples: MonthSeries) {
  const last = [...multiples.keys()].at(-1) ?? "";
  const window =
    last === "" ? [] : Array.from({ length: DISCOUNT_MONTHS }, (_, back) => addMonths(last, -back));
  const values = window.flatMap((month) => multiples.get(month) ?? []);
  return values.length < DISCOUNT_MONTHS || monthOf(last) === ""
    ? absent(
        "too_few_points",
        `needs ${DISCOUNT_MONTHS} months in a row of this definition, has ${values.length}`,
      )
    : values.filter((value) => value < 1).length;
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;

/** Of datasets that are at hand: a figure has a source. */
function drafts(result: EvidenceResult): readonly Draft[] {
  const { returns, spells, multiples } = result.has;
  return [
    ...(returns ? returnDrafts(result) : []),
    ...(spells ? spellDrafts(result) : []),
    ...(multiples ? multipleDrafts(result) : []),
  ];
}

function spellDrafts({ spells, asOf }: EvidenceResult): readonly Draft[] {
  const spell = (name: "easing" | "tightening"): readonly Draft[] => [
    {
      family: "thesis.{spell}.meanAnnual",
      params: { spell: name },
      value: spells[name].meanAnnual,
      n: spells[name].n,
      asOf: asOf.factors,
    },
    { family: "thesis.{spell}.n", params: { spell: name }, value: spells[name].n, asOf: asOf.factors },
  ];
  const all = { n: spells.easing.n + spells.tightening.n, asOf: asOf.factors, params: {} };
  return [
    { family: "thesis.easing.gap", value: spells.gap, ...all },
    { family: "thesis.easing.t", value: spells.t, ...all },
    ...spell("easing"),
    ...spell("tightening"),
  ];
}

function returnDrafts({ basis, asOf, betas, made, leads }: EvidenceResult): readonly Draft[] {
  return [
    ...DRIVER_NAMES.flatMap((driver): Draft[] => {
      const { flips, latest, to, n } = betas[driver];
      const { of: series } = made[driver];
      const at = {
        params: { driver, basis, made: made[driver].made },
        n,
        asOf: to === null ? asOf.levels : monthEnd(to),
        reads: readsOf(made[driver]),
      };
      // Made of months, whatever the levels are: it is as old as its last month that has both.
      const due = { cadence: "monthly", ...(series === null ? {} : { series }) } as const;
      return [
        { family: "thesis.beta.{driver}.flips", value: flips, ...at },
        { family: "thesis.beta.{driver}.latest", value: latest, ...at, ...due },
        { family: "thesis.beta.{driver}.n", value: n, ...at },
      ];
    }),
    ...leads.flatMap(({ months, correlation: r, t, n }): Draft[] => {
      const at = {
        params: { lead: `${months}m`, basis, made: made.activity.made },
        n,
        asOf: asOf.levels,
        reads: readsOf(made.activity),
      };
      return [
        { family: "thesis.lead.{lead}.correlation", value: r, ...at },
        { family: "thesis.lead.{lead}.t", value: t, ...at },
      ];
    }),
  ];
}

const readsOf = ({ of }: Pick<Source, "of">) => ({ macro: of === null ? [] : [of] });

function multipleDrafts({ asOf, sentiment, discounted }: EvidenceResult): readonly Draft[] {
  return [
    ...sentiment.flatMap(({ variant, changes, levels, n }): Draft[] => {
      const at = { params: { variant }, n, asOf: asOf.history, reads: { macro: ["consumer_sentiment"] } };
      return [
        { family: "thesis.sentiment.{variant}.changes", value: changes, ...at },
        { family: "thesis.sentiment.{variant}.levels", value: levels, ...at },
      ];
    }),
    ...discounted.map(
      ({ variant, months }): Draft => ({
        family: "thesis.discounted.{variant}.months",
        params: { variant },
        value: months,
        asOf: asOf.history,
      }),
    ),
  ];
}

/** Figures that claims need and no topic has; never asked for by itself. */
export const evidence = defineTopic({
  name: "thesis",
  title: "Evidence",
  summary: "What claims need and no topic computes",
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { driver: "twoYear", spell: "easing", lead: "3m", variant: "aggIncl" },
  values: {
    driver: DRIVER_NAMES,
    spell: ["easing", "tightening"],
    lead: LEADS.map((months) => `${months}m`),
    variant: VARIANTS,
  },
  compute,
  drafts,
  headline: () => "Evidence",
  subtitle: () => "Evidence",
  tables: () => [],
  notes: () => [],
  charts: () => [],
  caveats: () => ["Not advice."],
});
