import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import type { Levels, MacroSeries } from "../market/datasets.ts";
import { freshUntil } from "../market/freshness.ts";
import { monthEnd } from "../maths/calendar.ts";
import {
  expandingScores,
  PHASES,
  type Phase,
  type RegimeMonth,
  regimeOf,
  returnsByPhase,
  spell,
} from "../maths/regime.ts";
import { monthEnds, monthlyReturns } from "../maths/returns.ts";
import { hitRate, mean } from "../maths/statistics.ts";
import { defineTopic } from "./define.ts";
import { discreteDrafts, discretePeriods, discreteTable, PERIODS } from "./discrete.ts";
import { BASIS_WORDS, chooseBasis, pairSeries } from "./levels.ts";
import { ASKS } from "./regime-asks.ts";
import { regimeCharts } from "./regime-charts.ts";
import { FIGURES, NEEDS, type RegimeResult } from "./regime-figures.ts";
import {
  filledCaveats,
  INPUT_NAMES,
  INPUTS,
  present,
  type RegimeInput,
  regimeInputs,
} from "./regime-inputs.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { capital, inWords, lowerFirst, NOT_ADVICE, PAST_PERFORMANCE, withheldSince } from "./words.ts";

/** Fewer say nothing of a cycle; without activity there is none. */
const LEAST_INPUTS = 3;
const MONTHS_SHOWN = 13;

function compute(
  { macro, levels, revisions, recessions }: Inputs<typeof NEEDS>,
  _: unknown,
  asked: string,
): RegimeResult {
  if (macro.data.length === 0) {
    throw new BriefingError(
      "data_unavailable",
      `regime: no economic series was published by ${formatDate(asked)}`,
      "choose a later as-of date, or add older rows to macro.csv",
    );
  }
  const inputs = regimeInputs(macro.data, isAbsent(revisions) ? [] : revisions.data, asked);
  const there = present(inputs);
  const scores = new Map(there.map(({ name, values }) => [name, expandingScores(values)] as const));
  const enough = there.length >= LEAST_INPUTS && scores.has("activity");
  const months = enough ? regimeOf([...scores.values()]) : [];
  const last = months.at(-1);
  return {
    inputs,
    scores,
    months,
    reason: enough
      ? absent("too_few_points", "the inputs share no six months in a row with a score")
      : absent(
          "unavailable",
          `needs activity and ${LEAST_INPUTS - 1} other inputs with 120 months each: ${reasons(inputs)}`,
        ),
    asOf: last ? monthEnd(last.month) : macro.source.asOf,
    slowest: slowestOf(there, last?.month),
    recessions: isAbsent(recessions) ? [] : recessions.data,
    returns: isAbsent(levels) ? null : returnsOf(levels.data, months, asked),
  };
}

/** What small did against large after each phase; null where the data hold no pair by then. */
function returnsOf(levels: Levels, months: readonly RegimeMonth[], asked: string): RegimeResult["returns"] {
  const basis = (["total", "price"] as const).find((each) => pairSeries(levels, each) !== null);
  if (basis === undefined) return null;
  const { series } = chooseBasis(levels, basis, asked);
  const monthly = monthlyReturns(monthEnds(series));
  return {
    basis,
    byPhase: returnsByPhase(months, new Map(monthly.map(({ month, relative }) => [month, relative]))),
    discrete: discretePeriods(series),
    asOf: series.levels.at(-1)?.date ?? "",
  };
}

function reasons(inputs: RegimeResult["inputs"]): string {
  return [...inputs.values()].flatMap((input) => (isAbsent(input) ? [input.note] : [])).join("; ");
}

/** By whose next release the replica's next month is due: the last of them. */
function slowestOf(inputs: readonly RegimeInput[], month: string | undefined): MacroSeries {
  const due = (series: MacroSeries) =>
    freshUntil("macro", { date: monthEnd(month ?? "0001-01"), series }) ?? "";
  const series = inputs.flatMap((input) => input.series ?? []);
  return series.reduce((slow, each) => (due(each) > due(slow) ? each : slow), series[0] ?? "cpi");
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;
const codeOf = (phase: Phase) => PHASES.indexOf(phase) + 1;

function drafts(result: RegimeResult): readonly Draft[] {
  const { inputs, scores, months, reason, asOf, slowest } = result;
  const there = present(inputs);
  const params = { used: there.map(({ made }) => made).join("; ") };
  const reads = readsOf(there);
  const at = { params, asOf, series: slowest, n: months.length, reads };
  const last = months.at(-1);
  const of = (read: (month: RegimeMonth) => Value): Value => (last ? read(last) : reason);
  return [
    { family: "regime.phase", value: of(({ phase }) => codeOf(phase)), ...at },
    { family: "regime.reading", value: of(({ reading }) => codeOf(reading)), ...at },
    { family: "regime.monthsInPhase", value: of(() => spell(months)?.months ?? 0), ...at },
    { family: "regime.level", value: of(({ level }) => level), ...at },
    { family: "regime.change3m", value: of(({ change }) => change), ...at },
    { family: "regime.inputs", value: there.length, ...at },
    ...INPUT_NAMES.map((input): Draft => {
      const found = inputs.get(input);
      const score = scores.get(input)?.get(last?.month ?? "");
      const none = found && isAbsent(found) ? found : absent("too_few_points", "no score in that month");
      return {
        family: "regime.{input}.score",
        params: { input, made: found && !isAbsent(found) ? capital(found.made) : "" },
        value: score ?? none,
        asOf,
        series: slowest,
        reads: readsOf(there.filter(({ name }) => name === input)),
      };
    }),
    ...months.slice(-MONTHS_SHOWN).flatMap(({ month, phase, level }): Draft[] => {
      const own = { params: { ...params, month }, asOf: monthEnd(month), reads };
      return [
        { family: "regime.month.{month}.phase", value: codeOf(phase), ...own },
        { family: "regime.month.{month}.level", value: level, ...own },
      ];
    }),
    ...returnDrafts(result),
  ];
}

/** Which economic series the inputs were read from, and whether estimate revisions. */
function readsOf(inputs: readonly RegimeInput[]) {
  return {
    macro: inputs.flatMap(({ series }) => series ?? []),
    ...(inputs.some(({ name }) => name === "revisions") ? {} : { revisions: [] }),
  };
}

function returnDrafts({ returns, inputs }: RegimeResult): readonly Draft[] {
  if (returns === null) return [];
  const { basis, byPhase, discrete, asOf } = returns;
  const reads = readsOf(present(inputs));
  return [
    ...[...byPhase].flatMap(([phase, values]): Draft[] => {
      const own = { params: { phase, basis }, n: values.length, asOf, reads };
      return [
        { family: "regime.after.{phase}.mean", value: mean(values), ...own },
        { family: "regime.after.{phase}.hit", value: hitRate(values), ...own },
        { family: "regime.after.{phase}.n", value: values.length, ...own },
      ];
    }),
    ...discreteDrafts((reading) => `regime.discrete12m.{period}.${reading}` as const, discrete, basis, asOf),
  ];
}

type Seen = View<unknown, RegimeResult>;

function headline({ result, value }: Seen): string {
  const { months, inputs, asOf } = result;
  const last = months.at(-1);
  if (!last) return "The regime by our replica: too few of its inputs in the data to say";
  if (isAbsent(value("regime.phase"))) return `The regime by our replica: ${withheldSince(asOf)}`;
  const since = spell(months)?.since ?? last.month;
  const unconfirmed = last.reading === last.phase ? "" : `; the last month alone says ${last.reading}`;
  const missing = INPUT_NAMES.length - present(inputs).length;
  return `The regime by our replica: ${last.phase} since ${formatMonth(since)}${unconfirmed}; ${missing === 0 ? "no input missing" : `${inWords(missing)} of ${inWords(INPUT_NAMES.length)} inputs missing`}`;
}

/** "Contraction, confirmed in Mar 2026, after slowdown" */
function history({ result, value }: Seen): readonly string[] {
  const { months } = result;
  if (isAbsent(value("regime.phase"))) return [];
  const turns = months.filter(({ phase }, at) => at > 0 && months[at - 1]?.phase !== phase).slice(-4);
  const said = turns.map(({ month, phase }) => `${phase} in ${formatMonth(month)}`);
  return said.length > 0 ? [`Latest turns, as confirmed: ${said.join(", ")}`] : [];
}

export const regime = defineTopic({
  name: "regime",
  title: "Regime",
  summary: "Where the economy stands in its cycle, by a transparent replica with its inputs listed",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: {
    input: "activity",
    month: "2025-09",
    phase: "recovery",
    period: "1",
    basis: "total",
    made: "Consumer prices against a year before",
  },
  isOfBefore: (key) => key.startsWith("regime.month."),
  values: { input: INPUT_NAMES, phase: PHASES, period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `Replica of ${inWords(present(result.inputs).length)} inputs, standard deviations from their means so far · data to ${formatDate(result.asOf)}`,
  tables: ({ result, value }) => [
    {
      title: "Replica, level in standard deviations",
      columns: ["", "Months in phase", "Level", "3-month change"],
      rows: [
        {
          label: phaseLabel(value("regime.phase"), result),
          cells: ["monthsInPhase", "level", "change3m"].map((each) => `regime.${each}`),
        },
      ],
    },
    {
      title: "Inputs, score in standard deviations",
      columns: ["", "Score"],
      rows: INPUT_NAMES.map((input) => ({ label: INPUTS[input], cells: [`regime.${input}.score`] })),
    },
    ...(result.months.length === 0
      ? []
      : [
          {
            title: "The replica by month, phases as confirmed",
            columns: ["", "Level"],
            rows: result.months
              .slice(-MONTHS_SHOWN)
              .reverse()
              .map(({ month, phase }) => ({
                label: `${formatMonth(month)}: ${phase}`,
                cells: [`regime.month.${month}.level`],
              })),
          },
        ]),
    ...(result.returns === null
      ? []
      : [
          {
            title: `Small minus large in a month, by the phase two months before it, ${BASIS_WORDS[result.returns.basis]}, pp`,
            columns: ["", "Mean", "Small ahead", "Months"],
            rows: PHASES.map((phase) => ({
              label: capital(phase),
              cells: ["mean", "hit", "n"].map((each) => `regime.after.${phase}.${each}`),
            })),
          },
          discreteTable("regime", result.returns.discrete, result.returns.basis),
        ]),
  ],
  notes: (view) => [
    ...history(view),
    ...present(view.result.inputs).map(
      ({ name, made }) => `${INPUTS[name]}: ${made}; score {{regime.${name}.score}}`,
    ),
    ...missingNote(view),
  ],
  charts: regimeCharts,
  caveats: ({ result }) => [
    "Our replica is made by public definitions and is not the indicator of any bank: other inputs or weights give other phases. It uses data as revised, and turns are confirmed two months late.",
    `A phase of the economy says nothing certain of small-caps. ${NOT_ADVICE}`,
    ...filledCaveats(present(result.inputs)),
    ...(result.returns === null ? [] : [PAST_PERFORMANCE]),
  ],
});

function phaseLabel(phase: Value, { months }: RegimeResult): string {
  const last = months.at(-1);
  return isAbsent(phase) || !last ? "Latest month" : `${capital(last.phase)}, ${formatMonth(last.month)}`;
}

function missingNote({ result }: Seen): readonly string[] {
  const missing = INPUT_NAMES.filter((name) => isAbsent(result.inputs.get(name)));
  return missing.length === 0
    ? []
    : [`Inputs missing from the data: ${missing.map((name) => lowerFirst(INPUTS[name])).join(", ")}`];
}
