import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { drawdown, monthEnds } from "../maths/returns.ts";
import { coMovement, monthlyCoMovement, ratioHistory, volatilityRatio } from "../maths/risk.ts";
import { hitRate, midRankPercentile } from "../maths/statistics.ts";
import { type ArgsOf, choice } from "./args.ts";
import { defineTopic } from "./define.ts";
import { discreteDrafts, discretePeriods, discreteTable, PERIODS } from "./discrete.ts";
import { BASIS_WORDS, chooseBasis, dailyRead } from "./levels.ts";
import type { FigureDraft, Inputs, Params, View } from "./topic.ts";
import { ASKS } from "./volatility-asks.ts";
import { volatilityCharts } from "./volatility-charts.ts";
import {
  FIGURES,
  NEEDS,
  SIDES,
  SPAN_NAMES,
  SPAN_WORDS,
  SPANS,
  type Span,
  type VolatilityResult,
} from "./volatility-figures.ts";
import { capital, PAST_PERFORMANCE, withheldSince } from "./words.ts";

const ARGS = {
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
};
type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function compute({ levels, recessions }: Inputs<typeof NEEDS>, args: Args, asked: string): VolatilityResult {
  const main = chooseBasis(levels.data, args.basis, asked);
  const read = dailyRead(levels.data, main);
  const { series } = read;
  const over = (years: number) =>
    series.frequency === "daily" ? coMovement(series, 252 * years) : monthlyCoMovement(series, 12 * years);
  return {
    read,
    main,
    asOf: series.levels.at(-1)?.date ?? "",
    since: series.levels[0]?.date ?? "",
    spans: new Map(SPAN_NAMES.map((span) => [span, over(SPANS[span])])),
    history: ratioHistory(series),
    ends: [...monthEnds(series).values()],
    discrete: discretePeriods(main.series),
    recessions: isAbsent(recessions) ? [] : recessions.data,
  };
}

function drafts(result: VolatilityResult): readonly Draft[] {
  const { read, main, asOf, since, history } = result;
  const { frequency } = read.series;
  const common: Params = { basis: read.basis, frequency };
  const at = { asOf, cadence: frequency };
  const ratios = history.map(({ ratio }) => ratio);
  const none = absent("too_few_points", "needs a whole window before a month-end");
  const latest = ratios.at(-1);
  const lastEnd = history.at(-1)?.date ?? asOf;
  const ofHistory = { params: common, n: ratios.length, ...at, asOf: lastEnd, newest: asOf };
  return [
    ...[...result.spans].flatMap(([span, { n, ...measured }]): Draft[] => {
      const own = { params: { ...common, span }, n, ...at };
      return [
        { family: "volatility.{span}.small", value: measured.smallVolatility, ...own },
        { family: "volatility.{span}.large", value: measured.largeVolatility, ...own },
        { family: "volatility.{span}.ratio", value: volatilityRatio({ n, ...measured }), ...own },
        { family: "volatility.{span}.beta", value: measured.beta, ...own },
        { family: "volatility.{span}.correlation", value: measured.correlation, ...own },
      ];
    }),
    {
      family: "volatility.history.percentile",
      value: latest === undefined ? none : midRankPercentile(ratios, latest, 120),
      ...ofHistory,
    },
    {
      family: "volatility.history.aboveOne",
      value: latest === undefined ? none : hitRate(ratios.map((ratio) => ratio - 1)),
      ...ofHistory,
    },
    { family: "volatility.history.n", value: ratios.length, ...ofHistory },
    ...SIDES.flatMap((side): Draft[] => {
      const { current, deepest } = drawdown(read.series.levels.map((level) => level[side]));
      const own = { params: { ...common, side, since }, ...at };
      return [
        { family: "volatility.drawdown.{side}.current", value: current, ...own },
        { family: "volatility.drawdown.{side}.deepest", value: deepest, ...own },
      ];
    }),
    ...discreteDrafts(
      (reading) => `volatility.discrete12m.{period}.${reading}` as const,
      result.discrete,
      main.basis,
      main.series.levels.at(-1)?.date ?? "",
    ),
  ];
}

type Seen = View<Args, VolatilityResult>;

/** The two print alike: neither is the more volatile. */
function reading(value: Value): "more" | "less" | "as" | null {
  if (isAbsent(value)) return null;
  return Math.abs(value - 1) < 0.005 ? "as" : value > 1 ? "more" : "less";
}

const FINDINGS = {
  more: "more volatile than",
  less: "less volatile than",
  as: "as volatile as",
} as const;

function headline(view: Seen): string {
  const { value, figure } = view;
  const known = SPAN_NAMES.flatMap((span) => {
    const said = reading(value(`volatility.${span}.ratio`));
    return said === null ? [] : [{ span, said }];
  });
  const [first, ...others] = known;
  if (!first) {
    const { value: missing, asOf } = figure("volatility.1y.ratio");
    const stale = isAbsent(missing) && missing.absent === "stale";
    return `Volatility of small-caps against large-caps: ${stale ? withheldSince(asOf) : "too little history for a ratio"}`;
  }
  const alike = known.filter(({ said }) => said === first.said).map(({ span }) => SPAN_WORDS[span]);
  const contrary = others.find(({ said }) => said !== first.said);
  const finding = `Small-caps ${FINDINGS[first.said]} large-caps over ${listed(alike)}`;
  if (contrary) return `${finding}; ${FINDINGS[contrary.said]} them over ${SPAN_WORDS[contrary.span]}`;
  return `${finding}${deeperFall(view)}`;
}

/** What volatility does not say. */
function deeperFall({ value }: Seen): string {
  const [small, large] = [
    value("volatility.drawdown.small.deepest"),
    value("volatility.drawdown.large.deepest"),
  ];
  if (isAbsent(small) || isAbsent(large) || Math.abs(small - large) < 0.05) return "";
  return small < large ? "; they had the deeper fall too" : "; large-caps had the deeper fall";
}

/** Total return was asked for, and days have prices only. */
function onPrice(asked: Args["basis"], { main, read }: VolatilityResult): readonly string[] {
  if (asked === "auto" || read.basis === asked) return [];
  return [
    `Asked for ${BASIS_WORDS[asked]}: the data have it ${main.series.frequency} only, so all but the discrete periods is ${read.series.frequency} ${BASIS_WORDS[read.basis]}`,
  ];
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const READINGS = ["small", "large", "ratio", "beta", "correlation"] as const;
const cells = (span: Span) => READINGS.map((each) => `volatility.${span}.${each}`);

export const volatility = defineTopic({
  name: "volatility",
  title: "Volatility",
  summary:
    "How much more small moves than large: volatility ratio over 1, 3 and 5 years, beta, correlation, drawdowns",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: { span: "1y", side: "small", period: "1", basis: "total", frequency: "daily" },
  isOfBefore: (key) => key.startsWith("volatility.history."),
  values: { span: SPAN_NAMES, side: SIDES, period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `${capital(result.read.series.frequency)} ${BASIS_WORDS[result.read.basis]} to ${formatDate(result.asOf)} · annualised, %, USD`,
  tables: ({ result }) => [
    {
      title: "Volatility, % a year; ratio, beta and correlation of small to large",
      columns: ["", "Small", "Large", "Ratio", "Beta", "Correlation"],
      rows: SPAN_NAMES.map((span) => ({
        label: capital(SPAN_WORDS[span]),
        cells: cells(span),
      })),
    },
    {
      title: `Against the high since ${formatMonth(result.since)}, ${BASIS_WORDS[result.read.basis]}`,
      columns: ["", "Now", "Deepest"],
      rows: SIDES.map((side) => ({
        label: side === "small" ? "Small" : "Large",
        cells: [`volatility.drawdown.${side}.current`, `volatility.drawdown.${side}.deepest`],
      })),
    },
    discreteTable("volatility", result.discrete, result.main.basis),
  ],
  notes: ({ args, result }) => [
    ...onPrice(args.basis, result),
    "Small-caps were the more volatile at {{volatility.history.aboveOne}} of {{volatility.history.n}} month-ends; the last month-end's ratio is at the {{volatility.history.percentile}} of its history",
    `Now against their highs, ${result.read.series.frequency} ${BASIS_WORDS[result.read.basis]}: small {{volatility.drawdown.small.current}}, large {{volatility.drawdown.large.current}}; deepest: small {{volatility.drawdown.small.deepest}}, large {{volatility.drawdown.large.deepest}}`,
  ],
  charts: volatilityCharts,
  caveats: () => [
    "Volatility counts rises as well as falls, is not the risk of loss, and changes with the span measured, so three are shown.",
    PAST_PERFORMANCE,
  ],
});
