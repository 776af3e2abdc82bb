import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { addMonths, isMonth } from "../maths/calendar.ts";
import {
  RECOVERY_HORIZON_NAMES,
  RECOVERY_HORIZONS,
  type RecoveryHorizon,
  type Start,
  studyRecoveries,
} from "../maths/recoveries.ts";
import { monthEnds } from "../maths/returns.ts";
import { hitRate, mean } from "../maths/statistics.ts";
import { type ArgSpec, type ArgsOf, choice } from "./args.ts";
import { defineTopic } from "./define.ts";
import { discreteDrafts, discretePeriods, discreteTable, PERIODS } from "./discrete.ts";
import { BASIS_WORDS, chooseBasis } from "./levels.ts";
import { ASKS } from "./recovery-asks.ts";
import { recoveryCharts } from "./recovery-charts.ts";
import { FIGURES, NEEDS, READINGS, type RecoveryResult } from "./recovery-figures.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

/** The one that the article speaks of; where the data have no such trough, the latest one measured. */
const SWEPT = "2009-06";
const troughArg: ArgSpec<string> = {
  describe: "the trough whose start months are swept, by year or month",
  example: "2009",
  choices: [],
  fallback: "auto",
  parse: (raw) => (/^\d{4}$/.test(raw) || isMonth(raw) ? raw : null),
};
const ARGS = {
  trough: troughArg,
  basis: choice("total or price return; total where the data have it", ["total", "price"], "auto"),
};
type Args = ArgsOf<typeof ARGS>;

function sweptTrough(asked: string, troughs: readonly string[], ends: ReadonlySet<string>): string | null {
  const found = troughs.findLast((trough) => trough.startsWith(asked));
  if (asked !== "auto") {
    if (found !== undefined) return found;
    throw new BriefingError(
      "bad_command",
      `trough=${asked}: the data know no recession that ended then`,
      `give ${troughs.join(", ") || "none: recessions.csv holds no trough up to the as-of date"}`,
    );
  }
  const measured = troughs.filter((trough) => ends.has(trough));
  return measured.find((trough) => trough === SWEPT) ?? measured.at(-1) ?? null;
}

function compute({ levels, recessions }: Inputs<typeof NEEDS>, args: Args, asked: string): RecoveryResult {
  const { basis, series } = chooseBasis(levels.data, args.basis, asked);
  const troughs = [...new Set(recessions.data.map(({ trough }) => trough))].sort();
  const ends = monthEnds(series);
  const swept = sweptTrough(args.trough, troughs, new Set(ends.keys()));
  return {
    basis,
    asOf: series.levels.at(-1)?.date ?? "",
    first: [...ends.values()][0]?.date ?? "",
    discrete: discretePeriods(series),
    swept,
    ...studyRecoveries(series, troughs, swept),
  };
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;

function whyNone({ month }: Start, { first, asOf }: RecoveryResult, horizon: RecoveryHorizon): Value {
  const ends = addMonths(month, RECOVERY_HORIZONS[horizon]);
  if (first === "" || month < first.slice(0, 7))
    return absent("too_few_points", `the data hold no month-end of ${formatMonth(month)}`);
  return ends > asOf.slice(0, 7)
    ? absent("too_few_points", `the window ends only in ${formatMonth(ends)}`)
    : absent("too_few_points", `a month-end is missing in ${formatMonth(month)} or ${formatMonth(ends)}`);
}

function drafts(result: RecoveryResult): readonly Draft[] {
  const { basis, asOf, episodes, base, sweep, swept } = result;
  const at = { asOf };
  return [
    ...episodes.flatMap((episode) =>
      RECOVERY_HORIZON_NAMES.flatMap((horizon) =>
        READINGS.map((reading): Draft => {
          const window = episode.windows.get(horizon);
          return {
            family: `recovery.{trough}.{horizon}.${reading}`,
            params: { trough: episode.month, horizon, basis },
            value: window ? window[reading] : whyNone(episode, result, horizon),
            ...at,
          };
        }),
      ),
    ),
    ...RECOVERY_HORIZON_NAMES.flatMap((horizon): Draft[] => {
      const all = relatives(episodes, horizon);
      const any = base.get(horizon) ?? [];
      const params = { horizon, basis };
      const ofAll = { params, n: all.length, ...at };
      const ofBase = { params, n: any.length, ...at };
      return [
        { family: "recovery.all.{horizon}.mean", value: mean(all), ...ofAll },
        { family: "recovery.all.{horizon}.ahead", value: ahead(all), ...ofAll },
        { family: "recovery.all.{horizon}.n", value: all.length, ...ofAll },
        { family: "recovery.base.{horizon}.mean", value: mean(any), ...ofBase },
        { family: "recovery.base.{horizon}.hit", value: hitRate(any), ...ofBase },
        { family: "recovery.base.{horizon}.n", value: any.length, ...ofBase },
        ...(swept === null ? [] : sweepDrafts(result, sweep, swept, horizon)),
      ];
    }),
    ...discreteDrafts(
      (reading) => `recovery.discrete12m.{period}.${reading}` as const,
      result.discrete,
      basis,
      asOf,
    ),
  ];
}

function sweepDrafts(
  result: RecoveryResult,
  sweep: readonly Start[],
  trough: string,
  horizon: RecoveryHorizon,
): readonly Draft[] {
  const all = relatives(sweep, horizon);
  const params = { around: trough, horizon, basis: result.basis };
  const at = { params, asOf: result.asOf, n: all.length };
  return [
    ...sweep.map(
      (start): Draft => ({
        family: "recovery.sweep.{start}.{horizon}.relative",
        params: { ...params, start: start.month },
        value: start.windows.get(horizon)?.relative ?? whyNone(start, result, horizon),
        asOf: result.asOf,
      }),
    ),
    { family: "recovery.sweep.{horizon}.ahead", value: ahead(all), ...at },
    { family: "recovery.sweep.{horizon}.n", value: all.length, ...at },
  ];
}

function relatives(starts: readonly Start[], horizon: RecoveryHorizon): readonly number[] {
  return starts.flatMap(({ windows }) => windows.get(horizon)?.relative ?? []);
}

const ahead = (returns: readonly number[]) => returns.filter((value) => value > 0).length;

type Seen = View<Args, RecoveryResult>;

/** "after six of seven troughs over twelve months" */
function aheadIn({ value }: Seen, horizon: RecoveryHorizon): string | null {
  const [count, n] = [value(`recovery.all.${horizon}.ahead`), value(`recovery.all.${horizon}.n`)];
  if (isAbsent(count) || isAbsent(n) || n === 0) return null;
  if (n === 1) return count === 1 ? "after the one trough measured" : "not after the one trough measured";
  return `after ${count === n ? `all ${inWords(n)}` : `${inWords(count)} of ${inWords(n)}`} troughs`;
}

const SPANS: Readonly<Record<RecoveryHorizon, string>> = {
  "12m": "twelve months",
  "24m": "two years",
  "36m": "three years",
};

function headline(view: Seen): string {
  const [first, last] = [aheadIn(view, "12m"), aheadIn(view, "36m")];
  if (first === null) return "After recessions: no complete twelve months after a trough in the data";
  const later =
    last === null || last === first ? "" : `, ${last.replace(" troughs", "")} over ${SPANS["36m"]}`;
  const same = last === first ? ` and over ${SPANS["36m"]}` : "";
  return `Small-caps led ${first} over ${SPANS["12m"]}${same}${later}${sweepFinding(view)}`;
}

/** Whether the start month decides who led. */
function sweepFinding({ value, result }: Seen): string {
  if (result.swept === null) return "";
  const [count, n] = [value("recovery.sweep.36m.ahead"), value("recovery.sweep.36m.n")];
  if (isAbsent(count) || isAbsent(n) || count === 0 || count === n) return "";
  return `; around ${formatMonth(result.swept)} the start month decides`;
}

const relativeCells = (keys: string) => RECOVERY_HORIZON_NAMES.map((h) => `recovery.${keys}.${h}.relative`);

function sweepNote({ result, text }: Seen): readonly string[] {
  if (result.swept === null || result.sweep.every(({ windows }) => windows.get("36m") === null)) return [];
  const [from, to] = [result.sweep[0]?.month ?? "", result.swept];
  return [
    `Start months ${formatMonth(from)} to ${formatMonth(to)}, small ahead: over 36m ${text("recovery.sweep.36m.ahead")} of ${text("recovery.sweep.36m.n")}, over 24m ${text("recovery.sweep.24m.ahead")} of ${text("recovery.sweep.24m.n")}, over 12m ${text("recovery.sweep.12m.ahead")} of ${text("recovery.sweep.12m.n")}`,
  ];
}

/** Troughs that no window starts from, since the data begin later. */
function outside({ episodes }: RecoveryResult): readonly string[] {
  return episodes.filter(({ path }) => path.length === 0).map(({ month }) => formatMonth(month));
}

function measured({ episodes }: RecoveryResult): string {
  const count = episodes.filter(({ path }) => path.length > 0).length;
  if (count === 0) return "No trough lies in the data.";
  const words = inWords(count);
  const few =
    count === 1 ? "One recession allows" : `${words[0]?.toUpperCase()}${words.slice(1)} recessions allow`;
  return `${few} no conclusion, and neighbouring windows overlap.`;
}

/** None where no window is complete: "0 of 0" says nothing. */
function aheadNote({ value }: Seen): readonly string[] {
  const n = value("recovery.all.12m.n");
  if (n === 0) return [];
  const recoveries = n === 1 ? "recovery" : "recoveries";
  return [
    `Small ahead at 12m: {{recovery.all.12m.ahead}} of {{recovery.all.12m.n}} ${recoveries}; any month {{recovery.base.12m.hit}} of {{recovery.base.12m.n}} windows`,
  ];
}

export const recovery = defineTopic({
  name: "recovery",
  title: "Recoveries",
  summary:
    "Small against large after recessions: from each trough, from neighbouring months, and from any month",
  asks: ASKS,
  args: ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: {
    trough: "2009-06",
    around: "2009-06",
    horizon: "12m",
    start: "2008-09",
    period: "1",
    basis: "total",
  },
  values: { horizon: RECOVERY_HORIZON_NAMES, period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    `Small minus large, ${BASIS_WORDS[result.basis]}, pp, USD · from the month-end of each NBER trough · data to ${formatDate(result.asOf)}`,
  tables: ({ result }) => [
    {
      title: "Relative return after troughs, pp",
      columns: ["", ...RECOVERY_HORIZON_NAMES],
      rows: [
        ...result.episodes
          .filter(({ path }) => path.length > 0)
          .map(({ month }) => ({ label: formatMonth(month), cells: relativeCells(month) })),
        {
          label: "Mean of recoveries",
          cells: RECOVERY_HORIZON_NAMES.map((h) => `recovery.all.${h}.mean`),
        },
        {
          label: "Any month (base rate)",
          cells: RECOVERY_HORIZON_NAMES.map((h) => `recovery.base.${h}.mean`),
        },
      ],
    },
    ...(result.swept === null
      ? []
      : [
          {
            title: `By start month around the trough of ${formatMonth(result.swept)}, pp`,
            columns: ["", ...RECOVERY_HORIZON_NAMES],
            rows: result.sweep.map(({ month }) => ({
              label: formatMonth(month),
              cells: relativeCells(`sweep.${month}`),
            })),
          },
        ]),
    discreteTable("recovery", result.discrete, result.basis),
  ],
  notes: (view) => [
    ...aheadNote(view),
    "Mean at 12m {{recovery.all.12m.mean}} pp, at 36m {{recovery.all.36m.mean}} pp; any month {{recovery.base.12m.mean}} and {{recovery.base.36m.mean}} pp",
    ...sweepNote(view),
    ...(outside(view.result).length > 0
      ? [`Outside the data: the troughs of ${outside(view.result).join(", ")}`]
      : []),
  ],
  charts: recoveryCharts,
  caveats: ({ result }) => [
    `Troughs are dated by the NBER many months afterwards: nobody could start a window on the day. ${measured(result)}`,
    ...(result.swept === null
      ? []
      : ["The start month can decide the sign, so neighbouring ones are shown."]),
    PAST_PERFORMANCE,
  ],
});
