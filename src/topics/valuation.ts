import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, combine, isAbsent, mapValue, type Value } from "../briefing/value.ts";
import { repeatedLines } from "../market/companies.ts";
import type { Side } from "../market/datasets.ts";
import { LATER_REMEDY, laterEstimates } from "../market/estimates.ts";
import { monthOf } from "../maths/calendar.ts";
import { commonBasis, coveredSide } from "../maths/covered.ts";
import { percentileOfGap } from "../maths/gap-history.ts";
import { lossShares, multiplesOf, VARIANTS, type Variant } from "../maths/multiples.ts";
import { percentChange } from "../maths/returns.ts";
import { type ArgsOf, choice, percentChangeArg } from "./args.ts";
import { defineTopic } from "./define.ts";
import { datesOf, differentDates, membersOf, noMembers, olderDate, SIDES } from "./members.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { ASKS } from "./valuation-asks.ts";
import { valuationCharts } from "./valuation-charts.ts";
import { FIGURES, NEEDS, ROWS, upToYears, type ValuationResult } from "./valuation-figures.ts";
import { readings, valuationHeadline } from "./valuation-headline.ts";
import { HYPOTHETICAL, leftOut, NOT_ADVICE } from "./words.ts";

const ARGS = {
  variant: choice("the definition to lead with; all are always shown", ["all", ...VARIANTS], "all"),
  eps: percentChangeArg("what if small-cap earnings changed by this much", "-10%"),
};

function compute(
  { constituents, history }: Inputs<typeof NEEDS>,
  _args: object,
  asked: string,
): ValuationResult {
  if (constituents.data.length === 0)
    throw new BriefingError(
      "data_unavailable",
      `valuation: no index member is known by the as-of date, ${formatDate(asked)}`,
      "choose a later as-of date, or add older rows to constituents.csv",
    );
  const small = membersOf(constituents.data, "small");
  const large = membersOf(constituents.data, "large");
  const basis = commonBasis(small.rows, large.rows);
  const later = laterEstimates(constituents.data, asked);
  if (basis === null) {
    if (later !== null) throw new BriefingError("data_unavailable", `valuation: ${later}`, LATER_REMEDY);
    throw new BriefingError(
      "data_unavailable",
      "valuation: no member has a price, a market cap and earnings (forward or trailing) on both sides",
      "fill price, market_cap and either eps_fy1, eps_fy2 and fy1_end, or eps_ttm, in constituents.csv",
    );
  }
  const measure = ({ rows, asOf }: typeof small) => {
    const side = coveredSide(rows, basis);
    return { ...side, asOf, multiples: multiplesOf(side.members), losses: lossShares(side.members) };
  };
  const held = [...small.rows, ...large.rows].some(({ position }) => position !== undefined);
  return {
    basis,
    weights: held ? "positions" : "caps",
    asOf: olderDate(small, large),
    later,
    repeated: [small, large].flatMap(({ rows }) => repeatedLines(rows)),
    small: measure(small),
    large: measure(large),
    history: isAbsent(history)
      ? history
      : basis === "trailing"
        ? absent(
            "unavailable",
            "the history is of forward P/E, today's gap of trailing: the two are not mixed",
          )
        : history.data,
  };
}
type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function percentileDraft(result: ValuationResult, variant: Variant, gap: Value, years: 10 | 20): Draft {
  const { basis, weights, asOf, history } = result;
  const family = `valuation.percentile${years}y.{variant}` as const;
  const params = { variant, basis, weights };
  if (isAbsent(history) || isAbsent(gap))
    return { family, params, value: isAbsent(history) ? history : gap, asOf };
  const { value, n } = percentileOfGap(history, variant, gap, monthOf(asOf), years);
  return { family, params: { ...params, months: `${n}` }, value, n, asOf };
}

function drafts(result: ValuationResult, { eps }: Args): readonly Draft[] {
  const { basis, weights, asOf } = result;
  const bySide = SIDES.flatMap((side): Draft[] => {
    const { multiples, losses, coverage, members, ...own } = result[side];
    const base = { params: { side, basis, weights }, asOf: own.asOf || asOf, n: members.length };
    const countOf = (count: number): Value => (own.listed > 0 ? count : noMembers(side));
    return [
      ...VARIANTS.flatMap((variant): Draft[] => {
        const { pe, earningsYield, n } = multiples[variant];
        const at = { ...base, params: { side, basis, weights, variant }, n };
        return [
          { ...at, family: "valuation.{side}.{variant}.pe", value: pe },
          { ...at, family: "valuation.{side}.{variant}.earningsYield", value: earningsYield },
        ];
      }),
      { ...base, family: "valuation.{side}.lossShareCount", value: losses.byCount },
      { ...base, family: "valuation.{side}.lossShareCap", value: losses.byCap },
      { ...base, family: "valuation.{side}.coverage", value: coverage, n: own.listed },
      { ...base, family: "valuation.{side}.covered", value: countOf(members.length), n: own.listed },
      { ...base, family: "valuation.{side}.members", value: countOf(own.listed), n: own.listed },
    ];
  });
  const byVariant = VARIANTS.flatMap((variant): Draft[] => {
    const params = { variant, basis, weights };
    const small = result.small.multiples[variant].pe;
    const gap = combine(small, result.large.multiples[variant].pe, (s, l) => percentChange(l, s));
    const gaps: Draft[] = [
      { family: "valuation.discount.{variant}", params, value: gap, asOf },
      percentileDraft(result, variant, gap, 10),
      percentileDraft(result, variant, gap, 20),
    ];
    if (eps === null) return gaps;
    const whatIf = mapValue(small, (pe) => pe / (1 + eps / 100));
    const whatIfGap = combine(whatIf, result.large.multiples[variant].pe, (s, l) => percentChange(l, s));
    return [
      ...gaps,
      { family: "valuation.whatIf.{variant}.pe", params, value: whatIf, asOf },
      { family: "valuation.whatIf.{variant}.discount", params, value: whatIfGap, asOf },
      { family: "valuation.whatIf.{variant}.breakEven", params, value: gap, asOf },
    ];
  });
  const assumed: Draft[] =
    eps === null ? [] : [{ family: "valuation.whatIf.eps", params: {}, value: eps, asOf }];
  const all: readonly Draft[] = [
    ...bySide,
    ...byVariant,
    ...assumed,
    { family: "valuation.basis", params: { basis }, value: basis === "forward" ? 12 : -12, asOf },
  ];
  return all.map((draft) =>
    basis === "trailing" || WITHOUT_ESTIMATES.test(draft.family)
      ? { ...draft, reads: { constituents: ["companies"] } }
      : draft,
  );
}

const WITHOUT_ESTIMATES = /\.members$/;

type Seen = View<Args, ValuationResult>;

/** What is said of both sides, or of the one that has members; none: nothing is said. */
function bySides({ result }: Seen, say: (side: Side) => string): readonly (readonly string[])[] {
  const sides = SIDES.filter((side) => result[side].members.length > 0);
  return sides.length > 0 ? [sides.map(say)] : [];
}

export const valuation = defineTopic({
  name: "valuation",
  title: "Valuation",
  summary: "Price to earnings of small and large, every definition side by side",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: { side: "small", variant: "aggExLoss", basis: "forward" },
  values: { side: SIDES, variant: VARIANTS },
  compute,
  drafts,
  assumptions: ["eps"],
  headline: valuationHeadline,
  subtitle: ({ result }) =>
    `${result.basis === "forward" ? "Forward P/E, next 12 months" : "Trailing P/E, last 12 months"} · close ${datesOf(result)} · USD`,
  tables: ({ args }) => [
    {
      title: "P/E by definition",
      columns: ["", "Small", "Large", "Gap"],
      rows: VARIANTS.map((v) => ({
        label: ROWS[v],
        cells: [`valuation.small.${v}.pe`, `valuation.large.${v}.pe`, `valuation.discount.${v}`],
      })),
    },
    ...(args.eps === null
      ? []
      : [
          {
            title: "Hypothetical: small-cap earnings changed",
            columns: ["", "Small", "Gap", "Break-even"],
            rows: VARIANTS.map((v) => ({
              label: ROWS[v],
              cells: ["pe", "discount", "breakEven"].map((what) => `valuation.whatIf.${v}.${what}`),
            })),
          },
        ]),
  ],
  notes: (view) => [
    ...bySides(
      view,
      (side) =>
        `{{valuation.${side}.lossShareCount}} of ${side}-caps ({{valuation.${side}.lossShareCap}} by value)`,
    ).map((sides) => `Loss-makers: ${sides.join(" v ")}`),
    `Gap without loss-makers: {{valuation.percentile20y.aggExLoss}} of ${upToYears(view.figure("valuation.percentile20y.aggExLoss").n, 20)}`,
    ...bySides(
      view,
      (side) =>
        `{{valuation.${side}.coverage}} of ${side}-caps by value ({{valuation.${side}.covered}} of {{valuation.${side}.members}})`,
    ).map(
      (sides) =>
        `Covered by ${view.result.basis === "forward" ? "estimates" : "reported earnings"}: ${sides.join(", ")}`,
    ),
    ...SIDES.flatMap((side) => {
      const pe = view.value(`valuation.${side}.aggIncl.pe`);
      return isAbsent(pe) && pe.absent === "not_meaningful"
        ? [
            `Aggregate earnings of ${side}-caps are not positive: earnings yield {{valuation.${side}.aggIncl.earningsYield}}`,
          ]
        : [];
    }),
    ...(view.args.eps === null
      ? []
      : ["Assumption: small-cap earnings {{valuation.whatIf.eps}}, prices and large-caps unchanged"]),
  ],
  charts: valuationCharts,
  caveats: (view) => [
    `${readings(view).size > 0 ? "The definition of the P/E can decide the sign, so all four are shown. " : ""}${view.result.basis === "forward" ? "Estimates change." : "Trailing earnings look back: no forward estimates for both sides in the data."} ${NOT_ADVICE}`,
    ...(view.args.eps === null ? [] : [HYPOTHETICAL]),
    ...(view.result.later === null ? [] : [leftOut(view.result.later)]),
    ...differentDates(view.result),
    ...repeated(view.result.repeated),
  ],
});

const MOST_NAMED = 5;

/** A file may give each share class the market cap of all: the company then weighs more than it is worth. */
function repeated(tickers: readonly string[]): readonly string[] {
  if (tickers.length === 0) return [];
  const more = tickers.length > MOST_NAMED ? ` and ${tickers.length - MOST_NAMED} more` : "";
  return [
    `The data give some share classes the market cap of the whole company, so that it weighs more than once: ${tickers.slice(0, MOST_NAMED).join(", ")}${more}.`,
  ];
}
