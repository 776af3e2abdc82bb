import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { monthEnd } from "../maths/calendar.ts";
import {
  type Premium,
  premiumOf,
  ROLLING_MONTHS,
  rollingPremium,
  type SizeMonth,
  twelveMonths,
} from "../maths/size-premium.ts";
import { hitRate } from "../maths/statistics.ts";
import { type ArgsOf, choice } from "./args.ts";
import { defineTopic } from "./define.ts";
import { PERIODS } from "./discrete.ts";
import { ASKS } from "./premium-asks.ts";
import { premiumCharts } from "./premium-charts.ts";
import {
  ERA_NAMES,
  ERAS,
  type Era,
  FIGURES,
  NEEDS,
  type PremiumResult,
  rowName,
  SEASONS,
  type Span,
  spanName,
} from "./premium-figures.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { PAST_PERFORMANCE } from "./words.ts";

const ARGS = { era: choice("the era to lead with", ERA_NAMES, "full") };

function compute({ factors, recessions }: Inputs<typeof NEEDS>, _: Args, asked: string): PremiumResult {
  const months: readonly SizeMonth[] = factors.data;
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) {
    throw new BriefingError(
      "data_unavailable",
      `premium: the size factor has no month that ended by ${formatDate(asked)}`,
      "choose a later as-of date, or add older months to factors.csv",
    );
  }
  const january = (isIt: boolean) => months.filter(({ month }) => month.endsWith("-01") === isIt);
  return {
    first,
    last,
    asOf: monthEnd(last),
    spans: new Map<Span, Premium>([
      ...ERA_NAMES.map((era) => [era, eraOf(months, era, first)] as const),
      ["january", premiumOf(january(true))],
      ["otherMonths", premiumOf(january(false))],
    ]),
    rolling: rollingPremium(months),
    discrete: [1, 2, 3, 4, 5].map((number) => ({
      period: `${number}`,
      value: twelveMonths(months, 12 * (number - 1)),
    })),
    recessions: isAbsent(recessions) ? [] : recessions.data,
  };
}

/** Data that begin after an era did are no sample of it. */
function eraOf(months: readonly SizeMonth[], era: Era, first: string): Premium {
  const from = ERAS[era];
  if (from === null || first <= from) return premiumOf(months.filter(({ month }) => month >= (from ?? "")));
  const late = absent("too_few_points", `the data begin in ${formatMonth(first)}, after this era`);
  return { meanAnnual: late, t: late, rangeLow: late, rangeHigh: late, n: 0 };
}

type Args = ArgsOf<typeof ARGS>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;
const STATISTICS = ["meanAnnual", "t", "n", "rangeLow", "rangeHigh"] as const;

function drafts({ spans, discrete, asOf, first, ...result }: PremiumResult): readonly Draft[] {
  return [
    ...[...spans].flatMap(([span, premium]) =>
      STATISTICS.map(
        (statistic): Draft => ({
          family: `premium.{span}.${statistic}`,
          params: { span, from: first },
          value: premium[statistic],
          n: premium.n,
          asOf,
        }),
      ),
    ),
    ...rollingDrafts(result.rolling, asOf),
    ...discrete.map(
      ({ period, value }): Draft => ({
        family: "premium.discrete12m.{period}.relative",
        params: value ? { period, from: value.from, to: value.to } : { period },
        value: value ? value.sum : absent("too_few_points", "the data do not reach back that far"),
        asOf,
      }),
    ),
  ];
}

/** A statistic of a closed sample is never overdue: it says its last month (DOMAIN 3.2). */
function lastTenYears({ rolling }: PremiumResult): string {
  const last = rolling.at(-1);
  return last === undefined
    ? ""
    : `, the latest, to ${formatMonth(last.month)}, {{premium.rolling10y.latest}}`;
}

function rollingDrafts(rolling: PremiumResult["rolling"], asOf: string): readonly Draft[] {
  const n = rolling.length;
  const none = absent("too_few_points", `needs ${ROLLING_MONTHS} months in a row`);
  const of = (name: "latest" | "lowest" | "highest", at: PremiumResult["rolling"][number] | undefined) => ({
    family: `premium.rolling10y.${name}` as const,
    params: { at: at?.month ?? "" },
    value: at?.value ?? none,
    n,
    asOf,
  });
  const sorted = rolling.toSorted((a, b) => a.value - b.value);
  const share: Value = n === 0 ? none : hitRate(rolling.map(({ value }) => value));
  return [
    of("latest", rolling.at(-1)),
    of("lowest", sorted[0]),
    of("highest", sorted.at(-1)),
    { family: "premium.rolling10y.positiveShare", params: {}, value: share, n, asOf },
    { family: "premium.rolling10y.n", params: {}, value: n, n, asOf },
  ];
}

type Seen = View<Args, PremiumResult>;

/** What a t statistic of two or more, or less, allows to say; null: there is none. */
function verdict({ value }: Pick<Seen, "value">, span: Span): "positive" | "negative" | "unclear" | null {
  const t = value(`premium.${span}.t`);
  if (isAbsent(t)) return null;
  return t >= 2 ? "positive" : t <= -2 ? "negative" : "unclear";
}

const FINDINGS = {
  positive: "Small beat big clearly",
  negative: "Small lagged big clearly",
  unclear: "No clear size premium",
} as const;

const since = (span: Span, { first }: PremiumResult) => formatMonth(ERAS[span as Era] ?? first);

function headline(view: Seen): string {
  const { args, result } = view;
  const lead = verdict(view, args.era);
  if (lead === null) return `The size premium: too few months since ${since(args.era, result)} to say`;
  const eras = ERA_NAMES.filter((era) => era !== args.era && verdict(view, era) !== null);
  const contrary = eras.find((era) => verdict(view, era) !== lead);
  const finding = `${FINDINGS[lead]} since ${since(args.era, result)}`;
  const january =
    verdict(view, "january") === "positive" && verdict(view, "otherMonths") !== "positive"
      ? "; January alone stands clear of zero"
      : "";
  if (contrary === undefined)
    return `${finding}${eras.length > 0 ? ", and the same in the other eras shown" : ""}${january}`;
  const other = verdict(view, contrary) ?? "unclear";
  return `${finding}; ${FINDINGS[other].toLowerCase()} since ${since(contrary, result)}${january}`;
}

export const premium = defineTopic({
  name: "premium",
  title: "Size premium",
  summary:
    "Whether small beat big in the long run: by era with t statistics, in January, over rolling decades",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: { span: "since1963", period: "1" },
  values: { span: [...ERA_NAMES, ...SEASONS], period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `SMB, small minus big, total return, % a year, USD · ${formatMonth(result.first)} to ${formatMonth(result.last)}, monthly`,
  tables: ({ args, result }) => [
    {
      title: "Small minus big, % a year",
      columns: ["", "Mean", "t", "Months"],
      rows: [args.era, ...ERA_NAMES.filter((era) => era !== args.era), ...SEASONS].map((span) => ({
        label: span === "full" ? `Full sample, since ${since(span, result)}` : rowName(span),
        cells: ["meanAnnual", "t", "n"].map((statistic) => `premium.${span}.${statistic}`),
      })),
    },
    {
      title: "Discrete 12-month periods, sum of twelve months, pp",
      columns: ["", "Small minus big"],
      rows: result.discrete.map(({ period, value }) => ({
        label: value ? `${formatMonth(value.from)} to ${formatMonth(value.to)}` : `Period ${period}`,
        cells: [`premium.discrete12m.${period}.relative`],
      })),
    },
  ],
  notes: ({ args, result }) => [
    `${spanName(args.era)}: mean {{premium.${args.era}.meanAnnual}} a year, range {{premium.${args.era}.rangeLow}} to {{premium.${args.era}.rangeHigh}} (two standard errors either way), t {{premium.${args.era}.t}}`,
    "January months, mean of one month times twelve: {{premium.january.meanAnnual}} (t {{premium.january.t}}), of which a January adds a twelfth; all other months, likewise: {{premium.otherMonths.meanAnnual}} (t {{premium.otherMonths.t}})",
    `Rolling ten years above zero: {{premium.rolling10y.positiveShare}} of {{premium.rolling10y.n}} windows; from {{premium.rolling10y.lowest}} to {{premium.rolling10y.highest}} a year${lastTenYears(result)}`,
  ],
  charts: premiumCharts,
  caveats: ({ result }) => [
    `The sample decides: ${result.spans.get("full")?.n === 1 ? "one month" : "{{premium.full.n}} months"} in all, and a t (the mean over its standard error) below 2 is no proof of a premium. A portfolio that is long small and short big cannot be held at these returns.`,
    PAST_PERFORMANCE,
  ],
});
