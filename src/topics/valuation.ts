import type { ChartSpec } from "../briefing/chart.ts";
import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, combine, isAbsent, mapValue, type Value } from "../briefing/value.ts";
import type { Constituent, Side } from "../market/datasets.ts";
import { monthOf } from "../maths/calendar.ts";
import { commonBasis, coveredSide, type EarningsBasis } from "../maths/covered.ts";
import { gapHistory, percentileOfGap } from "../maths/gap-history.ts";
import { lossShares, multiplesOf, VARIANTS, type Variant } from "../maths/multiples.ts";
import { percentChange } from "../maths/returns.ts";
import { type ArgsOf, choice, percentChangeArg } from "./args.ts";
import { defineTopic, familiesFrom } from "./define.ts";
import type { FigureDraft, Inputs, Params, View } from "./topic.ts";
import { NOT_ADVICE } from "./words.ts";

const ARGS = {
  variant: choice("the definition to lead with; all are always shown", ["all", ...VARIANTS], "all"),
  eps: percentChangeArg("what if small-cap earnings changed by this much", "-10%"),
};
const NEEDS = {
  constituents: { dataset: "constituents", required: true },
  history: { dataset: "valuationHistory", required: false },
} as const;

const SIDES = ["small", "large"] as const;
const ROWS: Record<Variant, string> = {
  aggIncl: "All companies",
  aggExLoss: "Without loss-makers",
  median: "Median (profitable)",
  profitable: "Profitable last 12m",
};
const VARIANT_MEANS: Record<Variant, string> = {
  aggIncl: "sum of market caps over sum of earnings, losses included (cap-weighted harmonic mean)",
  aggExLoss: "sum of market caps over sum of earnings, loss-makers left out of both sums",
  median: "median of price over earnings per share, members with positive earnings only",
  profitable:
    "sum of market caps over sum of earnings, members with positive trailing twelve-month earnings only",
};
const EARNINGS: Record<EarningsBasis, string> = {
  forward:
    "Earnings expected over the next 12 months: w·FY1 + (1−w)·FY2, w = days to the end of FY1 / 365, clipped to 0..1",
  trailing:
    "Earnings reported over the last 12 months, since the data hold no forward estimates for both sides",
};
const basisOf = (p: Params) => (p["basis"] === "trailing" ? "trailing" : "forward");
const row = (p: Params) => ROWS[p["variant"] as Variant].toLowerCase();
const means = (p: Params) =>
  `P/E, ${basisOf(p)}: ${VARIANT_MEANS[p["variant"] as Variant]}. ${EARNINGS[basisOf(p)]}; a member's earnings are EPS × shares.`;

const families = familiesFrom<typeof NEEDS>();
const today = families("constituents");
const ranked = families("constituents", "history");
const percentile = (years: number) =>
  ranked(
    "percentile",
    (p) => `Gap ${row(p)}: percentile of ${years} years`,
    (p) =>
      `Mid-rank of today's gap among the monthly gaps of the last ${years} years, at least 120 months. ${means(p)}`,
  );
const FIGURES = {
  "valuation.{side}.{variant}.pe": today("x", (p) => `${p["side"]}, ${basisOf(p)} P/E, ${row(p)}`, means),
  "valuation.{side}.{variant}.earningsYield": today(
    "%",
    (p) => `${p["side"]}, ${basisOf(p)} earnings yield, ${row(p)}`,
    (p) => `Inverse of the P/E in percent; meaningful where earnings are negative, too. ${means(p)}`,
  ),
  "valuation.discount.{variant}": today(
    "±%",
    (p) => `Gap of small to large, ${basisOf(p)} P/E, ${row(p)}`,
    (p) => `P/E of small over P/E of large, minus one; below zero is a discount. ${means(p)}`,
  ),
  "valuation.{side}.lossShareCount": today(
    "%",
    (p) => `${p["side"]}, loss-makers by count`,
    (p) => `Members with EPS below zero, of covered members. ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.{side}.lossShareCap": today(
    "%",
    (p) => `${p["side"]}, loss-makers by market cap`,
    (p) => `Market cap of members with EPS below zero, of covered market cap. ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.{side}.coverage": today(
    "%",
    (p) => `${p["side"]}, covered share of market cap`,
    (p) =>
      `Market cap of members with price, market cap and all earnings fields, of the total. ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.percentile10y.{variant}": percentile(10),
  "valuation.percentile20y.{variant}": percentile(20),
  "valuation.basis": today(
    "months",
    (p) => (basisOf(p) === "forward" ? "Basis: forward, next 12 months" : "Basis: trailing, last 12 months"),
    (p) => `12: the next twelve months (forward); −12: the last twelve (trailing). ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.whatIf.eps": today(
    "±%",
    () => "Hypothetical change of small-cap earnings",
    () =>
      "Assumption: each small-cap member's earnings times (1 + this), losses too; prices and large-caps unchanged.",
  ),
  "valuation.whatIf.{variant}.pe": today(
    "x",
    (p) => `Hypothetical: small, ${basisOf(p)} P/E, ${row(p)}`,
    (p) => `P/E over (1 + assumed change of earnings). ${means(p)}`,
  ),
  "valuation.whatIf.{variant}.discount": today(
    "±%",
    (p) => `Hypothetical: gap of small to large, ${row(p)}`,
    (p) => `P/E of small after the assumed change over P/E of large, minus one. ${means(p)}`,
  ),
  "valuation.whatIf.{variant}.breakEven": today(
    "±%",
    (p) => `Hypothetical: change of small-cap earnings that closes the gap, ${row(p)}`,
    (p) =>
      `Break-even: P/E of small over P/E of large, minus one, as a change of small-cap earnings. ${means(p)}`,
  ),
};

function sideOf(rows: readonly Constituent[], side: Side) {
  const ofSide = rows.filter((member) => member.index === side);
  const asOf = ofSide.reduce((latest, member) => (member.asOf > latest ? member.asOf : latest), "");
  return { asOf, rows: ofSide.filter((member) => member.asOf === asOf) };
}

function compute({ constituents, history }: Inputs<typeof NEEDS>) {
  const small = sideOf(constituents.data, "small");
  const large = sideOf(constituents.data, "large");
  const basis = commonBasis(small.rows, large.rows);
  if (basis === null) {
    throw new BriefingError(
      "data_unavailable",
      "valuation: no member has a price, a market cap and earnings (forward or trailing) on both sides",
      "fill price, market_cap and either eps_fy1, eps_fy2 and fy1_end, or eps_ttm, in constituents.csv",
    );
  }
  const measure = ({ rows, asOf }: typeof small) => {
    const { members, coverage } = coveredSide(rows, basis);
    return {
      asOf,
      listed: rows.length,
      members,
      coverage,
      multiples: multiplesOf(members),
      losses: lossShares(members),
    };
  };
  return {
    basis,
    asOf: [small.asOf, large.asOf].filter((date) => date !== "").sort()[0] ?? "",
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
type Result = ReturnType<typeof compute>;
type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function percentileDraft(result: Result, variant: Variant, gap: Value, years: 10 | 20): Draft {
  const { basis, asOf, history } = result;
  const value = isAbsent(history)
    ? history
    : mapValue(gap, (present) => percentileOfGap(history, variant, present, monthOf(asOf), years));
  return { family: `valuation.percentile${years}y.{variant}`, params: { variant, basis }, value, asOf };
}

function drafts(result: Result, { eps }: Args): readonly Draft[] {
  const { basis, asOf } = result;
  const bySide = SIDES.flatMap((side): Draft[] => {
    const { multiples, losses, coverage, members, ...own } = result[side];
    const base = { params: { side, basis }, asOf: own.asOf || asOf, n: members.length };
    return [
      ...VARIANTS.flatMap((variant): Draft[] => {
        const { pe, earningsYield, n } = multiples[variant];
        const at = { ...base, params: { side, basis, variant }, n };
        return [
          { ...at, family: "valuation.{side}.{variant}.pe", value: pe },
          { ...at, family: "valuation.{side}.{variant}.earningsYield", value: earningsYield },
        ];
      }),
      { ...base, family: "valuation.{side}.lossShareCount", value: losses.byCount },
      { ...base, family: "valuation.{side}.lossShareCap", value: losses.byCap },
      { ...base, family: "valuation.{side}.coverage", value: coverage, n: own.listed },
    ];
  });
  const byVariant = VARIANTS.flatMap((variant): Draft[] => {
    const params = { variant, basis };
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
  return [
    ...bySide,
    ...byVariant,
    ...assumed,
    { family: "valuation.basis", params: { basis }, value: basis === "forward" ? 12 : -12, asOf },
  ];
}

type Reading = "below" | "above" | "level with" | "unclear against";

/** A gap that rounds to nothing is neither a discount nor a premium. */
function reading(gap: Value): Reading {
  if (isAbsent(gap)) return "unclear against";
  return Math.abs(gap) < 0.05 ? "level with" : gap < 0 ? "below" : "above";
}

const LEAD_WORDS: Record<Variant, string> = {
  aggIncl: "with loss-makers in",
  aggExLoss: "without loss-makers",
  median: "at the median",
  profitable: "among the profitable",
};

function headline({ args, result, value }: View<Args, Result>): string {
  const gapKey =
    args.eps === null
      ? (v: Variant) => `valuation.discount.${v}`
      : (v: Variant) => `valuation.whatIf.${v}.discount`;
  const read = (variant: Variant) => reading(value(gapKey(variant)));
  const readings = new Set(VARIANTS.map(read));
  const basis = result.basis === "trailing" ? " on trailing earnings" : "";
  const opening = args.eps === null ? "Small-caps trade" : "Hypothetical: small-caps would trade";
  const agree = readings.size === 1 ? "on every definition" : "the definition decides";
  if (args.variant !== "all") {
    return `${opening} ${read(args.variant)} large-caps ${LEAD_WORDS[args.variant]}${basis}; ${agree === "the definition decides" ? agree : "every definition agrees"}`;
  }
  if (readings.size === 1) return `${opening} ${read("aggIncl")} large-caps${basis} on every definition`;
  const [without, within] = [read("aggExLoss"), read("aggIncl")];
  if (isAbsent(value(gapKey("aggIncl"))) && !isAbsent(value(gapKey("aggExLoss")))) {
    return `${opening} ${without} large-caps${basis} without loss-makers; with them the P/E means nothing`;
  }
  if (without !== within)
    return `${opening} ${without} large-caps${basis} without loss-makers, ${within} with them`;
  return `${opening} ${within} large-caps${basis} in aggregate; at the median and among the profitable it differs`;
}

function dumbbell(view: View<Args, Result>): ChartSpec {
  const { args, result, pair, value, text } = view;
  const hypothetical = args.eps !== null;
  const smallKey = (v: Variant) => (hypothetical ? `valuation.whatIf.${v}.pe` : `valuation.small.${v}.pe`);
  const gapKey = (v: Variant) =>
    hypothetical ? `valuation.whatIf.${v}.discount` : `valuation.discount.${v}`;
  const [within, without] = [reading(value(gapKey("aggIncl"))), reading(value(gapKey("aggExLoss")))];
  const losses = within === "above" && without === "below" && !hypothetical;
  return {
    kind: "dumbbell",
    id: "valuation-dumbbell",
    title: losses ? "Loss-makers turn a discount into a premium" : headline(view),
    subtitle: `${basisOf({ basis: result.basis }) === "forward" ? "Forward" : "Trailing"} P/E (x), four definitions · ${pair.label} · ${formatDate(result.asOf)}`,
    unit: "x",
    left: "Small",
    right: "Large",
    rows: VARIANTS.map((variant) => ({
      label: ROWS[variant],
      left: value(smallKey(variant)),
      right: value(`valuation.large.${variant}.pe`),
      gap: text(gapKey(variant)),
    })),
    alt: `Dumbbell chart of P/E, small against large (${pair.label}). ${VARIANTS.map(
      (v) => `${ROWS[v]}: {{${smallKey(v)}}} against {{valuation.large.${v}.pe}}, gap {{${gapKey(v)}}}.`,
    ).join(" ")}`,
    footnote:
      "Loss-makers, by count (by value): {{valuation.small.lossShareCount}} ({{valuation.small.lossShareCap}}) of small, {{valuation.large.lossShareCount}} ({{valuation.large.lossShareCap}}) of large. Covered: {{valuation.small.coverage}} / {{valuation.large.coverage}} of value.",
  };
}

function historyChart({ args, result, pair }: View<Args, Result>): readonly ChartSpec[] {
  if (isAbsent(result.history) || args.eps !== null) return [];
  const lead: Variant = args.variant === "all" ? "aggExLoss" : args.variant;
  const counter: Variant = lead === "aggIncl" ? "aggExLoss" : "aggIncl";
  const history = result.history;
  const line = (variant: Variant) =>
    gapHistory(history, variant).map(({ month, gap }): [string, number] => [`${month}-01`, gap]);
  if (line(lead).length < 24) return [];
  const series = [
    { name: ROWS[lead], emphasis: "primary" as const, points: line(lead) },
    { name: ROWS[counter], emphasis: "secondary" as const, points: line(counter) },
  ].filter(({ points }) => points.length > 0);
  return [
    {
      kind: "line",
      id: "valuation-gap-history",
      axis: "date",
      title: "The gap against its own history, with and without loss-makers",
      subtitle: `Forward P/E of small over large, minus one (%), monthly · ${pair.label}`,
      unit: "%",
      series,
      bands: [],
      marks: [],
      reference: 0,
      alt: `Line chart of the monthly gap in forward P/E, small over large (${pair.label}). Today: ${ROWS[lead].toLowerCase()} {{valuation.discount.${lead}}}, {{valuation.percentile20y.${lead}}} of 20 years; ${ROWS[counter].toLowerCase()} {{valuation.discount.${counter}}}.`,
      footnote: "Below zero is a discount. The same definition on both sides and through time.",
    },
  ];
}

export const valuation = defineTopic({
  name: "valuation",
  summary: "Price to earnings of small and large, every definition side by side",
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  compute,
  drafts,
  assumptions: ["eps"],
  headline,
  subtitle: ({ result }) =>
    `${result.basis === "forward" ? "Forward P/E, next 12 months" : "Trailing P/E, last 12 months"} · close ${formatDate(result.asOf)} · USD`,
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
  notes: ({ args, result, value }) => [
    "Loss-makers: {{valuation.small.lossShareCount}} of small-caps ({{valuation.small.lossShareCap}} by value) v {{valuation.large.lossShareCount}} ({{valuation.large.lossShareCap}}) of large-caps",
    ...(isAbsent(value("valuation.percentile20y.aggExLoss"))
      ? []
      : ["Gap without loss-makers: {{valuation.percentile20y.aggExLoss}} of 20 years"]),
    `Covered by ${result.basis === "forward" ? "estimates" : "reported earnings"}: {{valuation.small.coverage}} / {{valuation.large.coverage}} of value`,
    ...(isAbsent(value("valuation.small.aggIncl.pe"))
      ? [
          "Aggregate earnings of small-caps are not positive: earnings yield {{valuation.small.aggIncl.earningsYield}}",
        ]
      : []),
    ...(isAbsent(value("valuation.large.aggIncl.pe"))
      ? [
          "Aggregate earnings of large-caps are not positive: earnings yield {{valuation.large.aggIncl.earningsYield}}",
        ]
      : []),
    ...(args.eps === null
      ? []
      : ["Assumption: small-cap earnings {{valuation.whatIf.eps}}, prices and large-caps unchanged"]),
  ],
  charts: (view) => [dumbbell(view), ...historyChart(view)],
  caveats: ({ args, result }) => [
    `The definition can decide the sign, so all four are shown. ${result.basis === "forward" ? "Estimates change." : "Trailing earnings look back: no forward estimates for both sides in the data."} ${NOT_ADVICE}`,
    ...(args.eps === null
      ? []
      : ["Hypothetical: an assumption of yours, not a forecast; not to be passed on."]),
    ...(result.small.asOf !== result.large.asOf && result.small.asOf && result.large.asOf
      ? [
          `The sides are of different dates: small ${formatDate(result.small.asOf)}, large ${formatDate(result.large.asOf)}.`,
        ]
      : []),
  ],
});
