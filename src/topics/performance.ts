import type { ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { type Absent, absent, isAbsent, type Value } from "../briefing/value.ts";
import { addMonths, addMonthsToDate, monthOf } from "../maths/calendar.ts";
import {
  drawdown,
  monthEnds,
  monthlyReturns,
  type PairReturn,
  type PairSeries,
  returnOverDays,
  returnSince,
  trailingReturn,
} from "../maths/returns.ts";
import { coMovement } from "../maths/risk.ts";
import { rankOf } from "../maths/statistics.ts";
import { type ArgsOf, choice } from "./args.ts";
import { defineTopic, familiesFrom } from "./define.ts";
import { BASIS_WORDS, type Basis, chooseBasis, pairSeries } from "./levels.ts";
import type { FigureDraft, FigureFamily, Inputs, Params, View } from "./topic.ts";
import { PAST_PERFORMANCE } from "./words.ts";

const WINDOWS = {
  "1d": "the last day",
  "5d": "five days",
  mtd: "the month to date",
  qtd: "the quarter to date",
  ytd: "the year to date",
  "1m": "one month",
  "3m": "three months",
  "6m": "six months",
  "12m": "twelve months",
} as const;
type Window = keyof typeof WINDOWS;
const windowNames = Object.keys(WINDOWS) as Window[];
const SIDES = ["small", "large"] as const;
const READINGS = ["small", "large", "relative"] as const;

const ARGS = {
  window: choice("the window to lead with", windowNames, "12m"),
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
};
const NEEDS = {
  levels: { dataset: "levels", required: true },
  decisions: { dataset: "policyDecisions", required: false },
  recessions: { dataset: "recessions", required: false },
} as const;
type Args = ArgsOf<typeof ARGS>;

const basisWords = (p: Params) => BASIS_WORDS[p["basis"] as Basis];
const sideWords = (p: Params) => (p["reading"] === "relative" ? "small minus large" : `${p["reading"]}`);
const period = (p: Params) =>
  p["from"] ? `${formatDate(p["from"])} to ${formatDate(p["to"] ?? "")}` : "no window";
const levels = familiesFrom<typeof NEEDS>()("levels");
const returnFigures = (unit: FigureFamily["unit"] | "±%") =>
  levels(
    unit,
    (p) => `${WINDOWS[p["window"] as Window]}, ${sideWords(p)}, ${basisWords(p)}`,
    (p) =>
      `Cumulative ${basisWords(p)} of ${sideWords(p)}, ${period(p)}${p["reading"] === "relative" ? ", percentage points (arithmetic)" : ""}. Windows end at the last common date.`,
  );
const bestMonth = (unit: FigureFamily["unit"] | "±%", what: string) =>
  levels(
    unit,
    (p) =>
      `Best ${what} month of twelve${p["month"] ? ` (${formatMonth(p["month"])})` : ""}, ${basisWords(p)}`,
    (p) => `Highest monthly ${what} return of the last twelve complete months, ${basisWords(p)}.`,
  );
const bestRank = (what: string) =>
  levels(
    "rank",
    () => `Rank of the best ${what} month of twelve in the whole history`,
    (p) =>
      `1 is the highest monthly ${what} return since ${formatMonth(p["since"] ?? "")}, ${basisWords(p)}.`,
  );
const discrete = (unit: FigureFamily["unit"] | "±%") =>
  levels(
    unit,
    (p) => `12 months ${period(p)}, ${sideWords(p)}`,
    (p) => `Discrete 12-month period number ${p["period"]}, 1 being the latest; ${basisWords(p)}.`,
  );
const daily = (unit: FigureFamily["unit"], what: string, definition: string) =>
  levels(
    unit,
    (p) => `${what}${p["side"] ? `, ${p["side"]}` : ""}, 252 days, ${basisWords(p)}`,
    () =>
      `${definition} of simple daily returns over the last 252 trading days, at least 95 % of them there.`,
  );
const FIGURES = {
  "performance.{window}.small": returnFigures("±%"),
  "performance.{window}.large": returnFigures("±%"),
  "performance.{window}.relative": returnFigures("pp"),
  "performance.bestMonth12m.small": bestMonth("±%", "small"),
  "performance.bestMonth12m.relative": bestMonth("pp", "small minus large"),
  "performance.bestMonth12m.smallRank": bestRank("small"),
  "performance.bestMonth12m.relativeRank": bestRank("small minus large"),
  "performance.discrete12m.{period}.small": discrete("±%"),
  "performance.discrete12m.{period}.large": discrete("±%"),
  "performance.discrete12m.{period}.relative": discrete("pp"),
  "performance.drawdown.{side}.current": levels(
    "±%",
    (p) => `Below its high, ${p["side"]}, ${basisWords(p)}`,
    (p) => `Last level over the highest level since ${formatDate(p["since"] ?? "")}, minus one.`,
  ),
  "performance.drawdown.{side}.deepest": levels(
    "±%",
    (p) => `Deepest drawdown, ${p["side"]}, ${basisWords(p)}`,
    (p) => `Lowest level over the highest level before it, minus one, since ${formatDate(p["since"] ?? "")}.`,
  ),
  "performance.volatility252d.{side}": daily(
    "%",
    "Volatility",
    "Annualised standard deviation (ddof 1, times √252)",
  ),
  "performance.beta252d": daily("ratio", "Beta of small on large", "Least-squares slope"),
  "performance.correlation252d": daily("ratio", "Correlation", "Pearson correlation"),
};

/** The series a figure is read from, with its basis. */
interface Read {
  readonly basis: Basis;
  readonly series: PairSeries;
}

/** Days are counted on daily levels: the chosen basis if it is daily, else the price series. */
function dailyRead(inputs: Inputs<typeof NEEDS>, main: Read): Read {
  if (main.series.frequency === "daily") return main;
  const price = pairSeries(inputs.levels.data, "price");
  return price?.frequency === "daily" ? { basis: "price", series: price } : main;
}

function windowReturn(window: Window, main: Read, days: Read): { read: Read; value: PairReturn | Absent } {
  const toDate = (read: Read, months: number) => {
    const last = monthOf(read.series.levels.at(-1)?.date ?? "");
    const start = addMonths(last, -((Number(last.slice(5)) - 1) % months));
    return { read, value: returnSince(read.series, start) };
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

function compute(inputs: Inputs<typeof NEEDS>, args: Args) {
  const main: Read = chooseBasis(inputs.levels.data, args.basis);
  const days = dailyRead(inputs, main);
  const ends = monthEnds(main.series);
  const months = monthlyReturns(ends);
  const lastTwelve = months.filter(({ month }) => month > addMonths([...ends.keys()].at(-1) ?? "", -12));
  const best = (reading: "small" | "relative") =>
    lastTwelve.length < 12 ? null : lastTwelve.reduce((a, b) => (b[reading] > a[reading] ? b : a));
  return {
    main,
    days,
    asOf: main.series.levels.at(-1)?.date ?? "",
    daysAsOf: days.series.levels.at(-1)?.date ?? "",
    windows: windowNames.map((window) => ({ window, ...windowReturn(window, main, days) })),
    discrete: [1, 2, 3, 4, 5].map((number) => ({
      number,
      value: trailingReturn(main.series, 12, 12 * (number - 1)),
    })),
    months,
    bestSmall: best("small"),
    bestRelative: best("relative"),
    ends,
    risk: coMovement(days.series),
    cuts: isAbsent(inputs.decisions) ? [] : inputs.decisions.data.filter((decision) => decision.changeBp < 0),
    recessions: isAbsent(inputs.recessions) ? [] : inputs.recessions.data,
  };
}
type Result = ReturnType<typeof compute>;
type Draft = FigureDraft<keyof typeof FIGURES & string>;

function returnDrafts(
  family: (reading: (typeof READINGS)[number]) => Draft["family"],
  params: Params,
  value: PairReturn | Absent,
  asOf: string,
): readonly Draft[] {
  const span: Params = isAbsent(value) ? {} : { from: value.from, to: value.to };
  return READINGS.map((reading) => ({
    family: family(reading),
    params: { ...params, ...span, reading },
    value: isAbsent(value) ? value : value[reading],
    asOf,
  }));
}

function bestDrafts({ bestSmall, bestRelative, months, main, asOf }: Result): readonly Draft[] {
  const none = absent("too_few_points", "needs twelve complete months");
  const since = months[0]?.month ?? "";
  const draft = (best: Result["bestSmall"], reading: "small" | "relative"): Draft[] => {
    const params = { basis: main.basis, since, month: best?.month ?? "" };
    const rank = best
      ? rankOf(
          months.map((each) => each[reading]),
          best[reading],
        )
      : none;
    return [
      { family: `performance.bestMonth12m.${reading}`, params, value: best ? best[reading] : none, asOf },
      { family: `performance.bestMonth12m.${reading}Rank`, params, value: rank, n: months.length, asOf },
    ];
  };
  return [...draft(bestSmall, "small"), ...draft(bestRelative, "relative")];
}

function drafts(result: Result): readonly Draft[] {
  const { main, days, asOf, daysAsOf, risk } = result;
  const since = main.series.levels[0]?.date ?? "";
  return [
    ...result.windows.flatMap(({ window, read, value }) =>
      returnDrafts(
        (reading) => `performance.{window}.${reading}`,
        { window, basis: read.basis },
        value,
        read === main ? asOf : daysAsOf,
      ),
    ),
    ...bestDrafts(result),
    ...result.discrete.flatMap(({ number, value }) =>
      returnDrafts(
        (reading) => `performance.discrete12m.{period}.${reading}`,
        { period: `${number}`, basis: main.basis },
        value,
        asOf,
      ),
    ),
    ...SIDES.flatMap((side): Draft[] => {
      const { current, deepest } = drawdown(main.series.levels.map((level) => level[side]));
      const params = { side, since, basis: main.basis };
      const volatility: Value = side === "small" ? risk.smallVolatility : risk.largeVolatility;
      return [
        { family: "performance.drawdown.{side}.current", params, value: current, asOf },
        { family: "performance.drawdown.{side}.deepest", params, value: deepest, asOf },
        {
          family: "performance.volatility252d.{side}",
          params: { side, basis: days.basis },
          value: volatility,
          n: risk.n,
          asOf: daysAsOf,
        },
      ];
    }),
    {
      family: "performance.beta252d",
      params: { basis: days.basis },
      value: risk.beta,
      n: risk.n,
      asOf: daysAsOf,
    },
    {
      family: "performance.correlation252d",
      params: { basis: days.basis },
      value: risk.correlation,
      n: risk.n,
      asOf: daysAsOf,
    },
  ];
}

type Seen = View<Args, Result>;

/** A difference that prints as zero is no lead. */
function verb(value: Value): "led" | "lagged" | "moved with" | null {
  if (isAbsent(value)) return null;
  return Math.abs(value) < 0.05 ? "moved with" : value > 0 ? "led" : "lagged";
}

function headline({ args, value }: Seen): string {
  const read = (window: Window) => verb(value(`performance.${window}.relative`));
  const lead = read(args.window);
  if (lead === null) return `Small-caps against large-caps: no data for ${WINDOWS[args.window]}`;
  const others: readonly Window[] = (["12m", "6m", "3m", "1m", "ytd"] as const).filter(
    (window) => window !== args.window,
  );
  const contrary = others.find((window) => read(window) !== null && read(window) !== lead);
  const counter = contrary
    ? `over ${WINDOWS[contrary]} they ${read(contrary)}`
    : "the same over the other windows shown";
  return `Small-caps ${lead} large-caps over ${WINDOWS[args.window]}; ${counter}`;
}

/** Small over large, rebased to 100 at the first level. */
function relativeIndex(levels: PairSeries["levels"]): readonly (readonly [string, number])[] {
  const [first] = levels;
  if (!first) return [];
  return levels.map(({ date, small, large }) => [
    date,
    (100 * (small / large)) / (first.small / first.large),
  ]);
}

function relativeChart(view: Seen, name: "year" | "history"): readonly ChartSpec[] {
  const { result, pair } = view;
  const { basis, series } = name === "year" ? result.days : result.main;
  const last = series.levels.at(-1)?.date ?? "";
  const yearAgo = addMonthsToDate(last, -12);
  const shown =
    name === "year"
      ? series.levels.filter(({ date }) => monthOf(date) >= monthOf(yearAgo))
      : [...result.ends.values()];
  const points = relativeIndex(
    name === "year" && series.frequency === "daily" ? shown.filter(({ date }) => date >= yearAgo) : shown,
  );
  const [first, end] = [points[0], points.at(-1)];
  if (!first || !end || points.length < 3) return [];
  const word = end[1] > 100.05 ? "ahead of" : end[1] < 99.95 ? "behind" : "level with";
  const inside = (date: string) => date >= first[0] && date <= end[0];
  const chart: LineChart = {
    kind: "line",
    id: `performance-${name}`,
    axis: "date",
    title:
      name === "year"
        ? `Small-caps stand ${word} large-caps over twelve months`
        : `Small-caps stand ${word} large-caps since ${formatMonth(first[0])}, with long spells either way`,
    subtitle: `Small over large, ${BASIS_WORDS[basis]}, 100 = ${formatDate(first[0])} · ${pair.label}`,
    unit: "index",
    series: [{ name: "Small / large", emphasis: "primary", points }],
    bands: result.recessions
      .filter(({ peak, trough }) => `${trough}-28` >= first[0] && `${peak}-01` <= end[0])
      .map(({ peak, trough }) => ({ from: `${peak}-01`, to: `${trough}-28`, label: "NBER recession" })),
    marks:
      name === "year"
        ? result.cuts
            .filter(({ announced }) => inside(announced))
            .map(({ announced }) => ({ x: announced, label: "Fed cut" }))
        : [],
    reference: 100,
    alt: `Line chart of small over large, ${formatDate(first[0])} to ${formatDate(end[0])} (${pair.label}): it ends ${word} its start. Twelve months: small {{performance.12m.small}}, large {{performance.12m.large}}, difference {{performance.12m.relative}} pp.`,
    footnote: PAST_PERFORMANCE,
  };
  return [chart];
}

function discreteChart({ result, value, pair }: Seen): readonly ChartSpec[] {
  const periods = result.discrete.filter((period) => !isAbsent(period.value)).reverse();
  if (periods.length < 2) return [];
  const label = (each: Result["discrete"][number]) =>
    isAbsent(each.value) ? "" : `to ${formatMonth(each.value.to)}`;
  const bars = (side: "small" | "large") =>
    periods.map(({ number }) => value(`performance.discrete12m.${number}.${side}`));
  const ahead = periods.filter((each) => !isAbsent(each.value) && each.value.relative > 0).length;
  return [
    {
      kind: "bar",
      id: "performance-discrete",
      title: `Year by year: small-caps ahead in ${ahead} of the last ${periods.length} twelve-month periods`,
      subtitle: `Return of discrete 12-month periods, ${BASIS_WORDS[result.main.basis]}, %, USD · ${pair.label}`,
      unit: "%",
      groups: periods.map(label),
      series: [
        { name: "Small", emphasis: "primary", values: bars("small") },
        { name: "Large", emphasis: "secondary", values: bars("large") },
      ],
      alt: `Bar chart of ${periods.length} discrete 12-month periods (${pair.label}). ${periods
        .map(
          (each) =>
            `${label(each)}: small {{performance.discrete12m.${each.number}.small}}, large {{performance.discrete12m.${each.number}.large}}.`,
        )
        .join(" ")}`,
      footnote: PAST_PERFORMANCE,
    },
  ];
}

const cells = (key: string) => READINGS.map((reading) => `performance.${key}.${reading}`);

export const performance = defineTopic({
  name: "performance",
  summary: "Returns of small and large from a day to a year, best month, drawdown, five discrete years",
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `${BASIS_WORDS[result.main.basis]} to ${formatDate(result.asOf)}${result.days === result.main ? "" : `; days and to-date windows ${BASIS_WORDS[result.days.basis]} to ${formatDate(result.daysAsOf)}`} · USD`,
  tables: ({ result }) => [
    {
      title: "Return, %; difference in pp",
      columns: ["", "Small", "Large", "Difference"],
      rows: result.windows
        .filter(({ value }) => !isAbsent(value) || value.absent !== "unavailable")
        .map(({ window, read }) => ({
          label: `${WINDOWS[window][0]?.toUpperCase()}${WINDOWS[window].slice(1)}${read === result.main ? "" : ` (${read.basis})`}`,
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
  notes: ({ result }) => [
    ...(result.bestRelative && result.bestSmall
      ? [
          `Best month against large of the last twelve: ${formatMonth(result.bestRelative.month)}, {{performance.bestMonth12m.relative}} pp, rank {{performance.bestMonth12m.relativeRank}} of ${result.months.length} months; small's own best: ${formatMonth(result.bestSmall.month)}, {{performance.bestMonth12m.small}}`,
        ]
      : []),
    "Below their highs: small {{performance.drawdown.small.current}}, large {{performance.drawdown.large.current}}",
    ...(isAbsent(result.risk.beta)
      ? []
      : [
          "Volatility over 252 days: small {{performance.volatility252d.small}}, large {{performance.volatility252d.large}}; beta {{performance.beta252d}}, correlation {{performance.correlation252d}}",
        ]),
  ],
  charts: (view) => [
    ...relativeChart(view, "year"),
    ...relativeChart(view, "history"),
    ...discreteChart(view),
  ],
  caveats: () => [
    "The end date can decide the sign of a window: neighbouring windows are shown.",
    PAST_PERFORMANCE,
  ],
});
