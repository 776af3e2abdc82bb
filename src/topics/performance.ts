import { formatDate, formatMonth, formatNumber } from "../briefing/format.ts";
import { type Absent, type AbsentReason, absent, isAbsent, type Value } from "../briefing/value.ts";
import { addMonths, daysBetween, monthOf } from "../maths/calendar.ts";
import {
  drawdown,
  monthEnds,
  monthlyReturns,
  type PairReturn,
  returnOverDays,
  returnSince,
  trailingReturn,
} from "../maths/returns.ts";
import { coMovement } from "../maths/risk.ts";
import { rankOf } from "../maths/statistics.ts";
import { type ArgsOf, choice } from "./args.ts";
import { defineTopic } from "./define.ts";
import { PERIODS } from "./discrete.ts";
import { BASIS_WORDS, chooseBasis, dailyRead, type Read, smallAlone } from "./levels.ts";
import { ASKS } from "./performance-asks.ts";
import { performanceCharts } from "./performance-charts.ts";
import {
  FIGURES,
  type MonthReturn,
  NEEDS,
  type PerformanceResult,
  READINGS,
  SIDES,
  WINDOW_NAMES,
  WINDOWS,
  type Window,
} from "./performance-figures.ts";
import type { FigureDraft, Inputs, Params, View } from "./topic.ts";
import { capital, PAST_PERFORMANCE, withheldSince } from "./words.ts";

const ARGS = {
  window: choice("the window to lead with", WINDOW_NAMES, "12m"),
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
};
type Args = ArgsOf<typeof ARGS>;

function windowReturn(
  window: Window,
  main: Read,
  days: Read,
  asked: string,
): { read: Read; value: PairReturn | Absent } {
  // The month, quarter or year is that of the as-of date, not of the last close, which may lie before it.
  const toDate = (read: Read, months: number) => {
    const month = monthOf(asked);
    const start = addMonths(month, -((Number(month.slice(5)) - 1) % months));
    const last = read.series.levels.at(-1)?.date ?? "";
    const none = (which: string) => absent("too_few_points", `the data hold no close ${which}`);
    if (last < start) return { read, value: none(`since the start of ${formatMonth(start)}`) };
    const value = returnSince(read.series, start);
    const before = formatMonth(addMonths(start, -1));
    return { read, value: isAbsent(value) ? none(`at the end of ${before}`) : value };
  };
  const over = (months: number) => ({ read: main, value: trailingReturn(main.series, months) });
  const onDays = (count: number) => ({ read: days, value: returnOverDays(days.series, count) });
  const choices: Record<Window, () => { read: Read; value: PairReturn | Absent }> = {
    "1d": () => onDays(1),
    "5d": () => onDays(5),
    mtd: () => toDate(days, 1),
    qtd: () => toDate(days, 3),
    ytd: () => toDate(main, 12),
    "1m": () => over(1),
    "3m": () => over(3),
    "6m": () => over(6),
    "12m": () => over(12),
  };
  return choices[window]();
}

/** From a day to a year; a window that was asked for stands first. */
function ledBy(asked: Window): readonly Window[] {
  if (asked === ARGS.window.fallback) return WINDOW_NAMES;
  return [asked, ...WINDOW_NAMES.filter((window) => window !== asked)];
}

function compute(inputs: Inputs<typeof NEEDS>, args: Args, asked: string): PerformanceResult {
  const main: Read = chooseBasis(inputs.levels.data, args.basis, asked);
  const days = dailyRead(inputs.levels.data, main);
  const ends = monthEnds(main.series);
  const months = monthlyReturns(ends);
  const lastTwelve = months.filter(({ month }) => month > addMonths([...ends.keys()].at(-1) ?? "", -12));
  const best = (reading: "small" | "relative", of: readonly MonthReturn[]) =>
    of.length < 12 ? null : of.reduce((a, b) => (b[reading] > a[reading] ? b : a));
  const smallMonths = monthlyReturns(monthEnds(smallAlone(inputs.levels.data, main)));
  const ofTwelve = new Set(lastTwelve.map(({ month }) => month));
  return {
    main,
    days,
    asOf: main.series.levels.at(-1)?.date ?? "",
    daysAsOf: days.series.levels.at(-1)?.date ?? "",
    windows: ledBy(args.window).map((window) => ({ window, ...windowReturn(window, main, days, asked) })),
    discrete: [1, 2, 3, 4, 5].map((number) => ({
      number,
      value: trailingReturn(main.series, 12, 12 * (number - 1)),
    })),
    months,
    smallMonths,
    bestSmall: best(
      "small",
      smallMonths.filter(({ month }) => ofTwelve.has(month)),
    ),
    bestRelative: best("relative", lastTwelve),
    ends,
    risk: coMovement(days.series),
    cuts: isAbsent(inputs.decisions) ? [] : inputs.decisions.data.filter((decision) => decision.changeBp < 0),
    recessions: isAbsent(inputs.recessions) ? [] : inputs.recessions.data,
  };
}
type Draft = FigureDraft<keyof typeof FIGURES & string>;

/** Which day a series speaks of, and how often it speaks: each window is as fresh as its own series. */
type Speaks = Pick<Draft, "asOf" | "cadence">;
const speaks = ({ series }: Read): Speaks => ({
  asOf: series.levels.at(-1)?.date ?? "",
  cadence: series.frequency,
});

function returnDrafts(
  family: (reading: (typeof READINGS)[number]) => Draft["family"],
  params: Params,
  value: PairReturn | Absent,
  read: Speaks,
): readonly Draft[] {
  const span: Params = isAbsent(value) ? {} : { from: value.from, to: value.to };
  return READINGS.map((reading) => ({
    family: family(reading),
    params: { ...params, ...span },
    value: isAbsent(value) ? value : value[reading],
    ...read,
  }));
}

function bestDrafts(result: PerformanceResult): readonly Draft[] {
  const { bestSmall, bestRelative, main } = result;
  const none = absent("too_few_points", "needs twelve complete months");
  const at = speaks(main);
  const draft = (best: PerformanceResult["bestSmall"], reading: "small" | "relative"): Draft[] => {
    const months = reading === "small" ? result.smallMonths : result.months;
    const params = { basis: main.basis, since: months[0]?.month ?? "", month: best?.month ?? "" };
    const rank = best
      ? rankOf(
          months.map((each) => each[reading]),
          best[reading],
        )
      : none;
    return [
      { family: `performance.bestMonth12m.${reading}`, params, value: best ? best[reading] : none, ...at },
      { family: `performance.bestMonth12m.${reading}Rank`, params, value: rank, n: months.length, ...at },
    ];
  };
  return [...draft(bestSmall, "small"), ...draft(bestRelative, "relative")];
}

function drafts(result: PerformanceResult): readonly Draft[] {
  const { main, days, risk } = result;
  const [onMain, onDays] = [speaks(main), speaks(days)];
  const since = main.series.levels[0]?.date ?? "";
  return [
    ...result.windows.flatMap(({ window, read, value }) =>
      returnDrafts(
        (reading) => `performance.{window}.${reading}`,
        { window, basis: read.basis },
        value,
        speaks(read),
      ),
    ),
    ...bestDrafts(result),
    ...result.discrete.flatMap(({ number, value }) =>
      returnDrafts(
        (reading) => `performance.discrete12m.{period}.${reading}`,
        { period: `${number}`, basis: main.basis },
        value,
        onMain,
      ),
    ),
    ...SIDES.flatMap((side): Draft[] => {
      const { current, deepest } = drawdown(main.series.levels.map((level) => level[side]));
      const params = { side, since, basis: main.basis };
      const volatility: Value = side === "small" ? risk.smallVolatility : risk.largeVolatility;
      return [
        { family: "performance.drawdown.{side}.current", params, value: current, ...onMain },
        { family: "performance.drawdown.{side}.deepest", params, value: deepest, ...onMain },
        {
          family: "performance.volatility252d.{side}",
          params: { side, basis: days.basis },
          value: volatility,
          n: risk.n,
          ...onDays,
        },
      ];
    }),
    {
      family: "performance.beta252d",
      params: { basis: days.basis },
      value: risk.beta,
      n: risk.n,
      ...onDays,
    },
    {
      family: "performance.correlation252d",
      params: { basis: days.basis },
      value: risk.correlation,
      n: risk.n,
      ...onDays,
    },
  ];
}

type Seen = View<Args, PerformanceResult>;

/** A difference that prints as zero is no lead. */
function verb(value: Value): "led" | "lagged" | "moved with" | null {
  if (isAbsent(value)) return null;
  return Math.abs(value) < 0.05 ? "moved with" : value > 0 ? "led" : "lagged";
}

/** The windows that have a value, the longest first, each with its verb. */
function verbs({ result, value }: Seen) {
  return result.windows
    .flatMap(({ window, value: span }) => {
      const said = verb(value(`performance.${window}.relative`));
      return said === null || isAbsent(span)
        ? []
        : [{ window, said, span, days: daysBetween(span.from, span.to) }];
    })
    .sort((a, b) => b.days - a.days);
}

/** Too few points has several causes, which the figure's own note tells apart. */
const MISSING: Partial<Record<AbsentReason, (dataEnd: string, note: string) => string>> = {
  stale: withheldSince,
  too_few_points: (_, note) => note,
  unavailable: () => "the data are monthly",
};

function headline(view: Seen): string {
  const { args, value } = view;
  const over = WINDOWS[args.window];
  const windows = verbs(view);
  const lead = windows.find(({ window }) => window === args.window);
  if (!lead) {
    const missing = value(`performance.${args.window}.relative`);
    const { asOf } = view.figure(`performance.${args.window}.relative`);
    const why = isAbsent(missing) ? MISSING[missing.absent]?.(asOf, missing.note) : undefined;
    return `Small-caps against large-caps over ${over}: ${why ?? "no data"}`;
  }
  // Of monthly data the month to date is the last month: the same span is no second opinion.
  const others = windows.filter(({ span }) => span.from !== lead.span.from || span.to !== lead.span.to);
  const contrary = others.find(({ said }) => said !== lead.said);
  const counter = contrary
    ? `over ${WINDOWS[contrary.window]} they ${contrary.said}${contrary.said === "moved with" ? " them" : ""}`
    : others.length > 0
      ? "the same over the other windows shown"
      : "no other window to compare";
  return `Small-caps ${lead.said} large-caps over ${over}; ${counter}`;
}

/** Total return was asked for, and days have prices only. */
function onPrice(asked: Args["basis"], { main, days }: PerformanceResult): readonly string[] {
  if (asked === "auto" || days.basis === asked) return [];
  return [
    `Asked for ${BASIS_WORDS[asked]}: the data have it ${main.series.frequency} only, so days, month and quarter to date, volatility, beta and correlation are ${BASIS_WORDS[days.basis]}`,
  ];
}

/** The window that was asked for, with its dates: what the table does not say. */
function leadNote(asked: Window, { windows }: PerformanceResult): readonly string[] {
  const value = windows.find(({ window }) => window === asked)?.value;
  if (asked === ARGS.window.fallback || value === undefined || isAbsent(value)) return [];
  const over = capital(WINDOWS[asked]);
  return [
    `${over}, ${formatDate(value.from)} to ${formatDate(value.to)}: small {{performance.${asked}.small}}, large {{performance.${asked}.large}}, difference {{performance.${asked}.relative}} pp`,
  ];
}

const cells = (key: string) => READINGS.map((reading) => `performance.${key}.${reading}`);

export const performance = defineTopic({
  name: "performance",
  title: "Performance",
  summary: "Returns of small and large from a day to a year, best month, drawdown, five discrete years",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: { window: "6m", side: "small", period: "1", basis: "total" },
  values: { window: WINDOW_NAMES, side: SIDES, period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `${capital(BASIS_WORDS[result.main.basis])} to ${formatDate(result.asOf)}${result.days === result.main ? "" : `; days, month and quarter to date: ${BASIS_WORDS[result.days.basis]} to ${formatDate(result.daysAsOf)}`} · USD`,
  tables: ({ result }) => [
    {
      title: "Return, %; difference in pp",
      columns: ["", "Small", "Large", "Difference"],
      rows: result.windows
        .filter(({ value }) => !isAbsent(value) || value.absent !== "unavailable")
        .map(({ window, read }) => ({
          label: `${capital(WINDOWS[window])}${read === result.main ? "" : ` (${read.basis})`}`,
          cells: cells(window),
        })),
    },
    {
      title: `Discrete 12-month periods, ${BASIS_WORDS[result.main.basis]}`,
      columns: ["", "Small", "Large", "Difference"],
      rows: result.discrete.map(({ number, value }) => ({
        label: isAbsent(value)
          ? `Period ${number}`
          : `${formatMonth(value.from)} to ${formatMonth(value.to)}`,
        cells: cells(`discrete12m.${number}`),
      })),
    },
  ],
  notes: ({ args, result }) => [
    ...leadNote(args.window, result),
    ...(result.bestRelative && result.bestSmall
      ? [
          `Best month against large of the last twelve: ${formatMonth(result.bestRelative.month)}, {{performance.bestMonth12m.relative}} pp, number {{performance.bestMonth12m.relativeRank}} of ${formatNumber(result.months.length, 0)} months, best first; small-caps' own best: ${formatMonth(result.bestSmall.month)}, {{performance.bestMonth12m.small}}`,
        ]
      : []),
    ...onPrice(args.basis, result),
    `Now against their highs, ${result.main.series.frequency} ${BASIS_WORDS[result.main.basis]}: small {{performance.drawdown.small.current}}, large {{performance.drawdown.large.current}}`,
    "Volatility over a year of 252 trading days: small {{performance.volatility252d.small}}, large {{performance.volatility252d.large}}",
    "Over the same days, small against large: beta {{performance.beta252d}}, correlation {{performance.correlation252d}}",
  ],
  charts: performanceCharts,
  caveats: (view) =>
    verbs(view).length > 1
      ? ["The end date can decide the sign of a window, so several are shown.", PAST_PERFORMANCE]
      : [PAST_PERFORMANCE],
});
