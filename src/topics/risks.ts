import type { Table } from "../briefing/briefing.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, isAbsent, mapValue, type Value } from "../briefing/value.ts";
import { cutAt } from "../market/as-of.ts";
import type { PolicyDecision } from "../market/datasets.ts";
import { overdue } from "../market/freshness.ts";
import { trailingReturn } from "../maths/returns.ts";
import { conditionState, positionOf, roomTo, runTrigger, TRIGGER_STATES } from "../maths/trigger.ts";
import type { ArgsOf } from "./args.ts";
import { defineTopic } from "./define.ts";
import { discreteDrafts, discretePeriods, discreteTable, PERIODS } from "./discrete.ts";
import { chooseBasis, pairSeries, type Read } from "./levels.ts";
import { ASKS } from "./risks-asks.ts";
import { BACKTEST_ARGS, backtestDrafts, backtestOf } from "./risks-backtest.ts";
import { backtestCharts } from "./risks-backtest-chart.ts";
import { BACKTEST_CAVEATS, backtestNotes, backtestSubtitle, backtestTables } from "./risks-backtest-words.ts";
import { carriedCaveats, carriedNow } from "./risks-carried.ts";
import { risksCharts } from "./risks-charts.ts";
import {
  type ConditionReading,
  FIGURES,
  NEEDS,
  type RisksResult,
  type TriggerReading,
  thresholdsOf,
} from "./risks-figures.ts";
import {
  CONDITION_NAMES,
  CONDITIONS,
  readsOf,
  TRIGGER_NAMES,
  type TriggerName,
  triggerOf,
  usesDecisions,
} from "./risks-table.ts";
import { headline, isTooShort, stateNotes } from "./risks-words.ts";
import type { FigureDraft, Inputs } from "./topic.ts";
import { inWords, NOT_ADVICE, PAST_PERFORMANCE } from "./words.ts";

type Given = Inputs<typeof NEEDS>;

function compute(given: Given, args: ArgsOf<typeof BACKTEST_ARGS>, asked: string): RisksResult {
  const { macro, decisions } = given;
  const inputs = { ...given, macro: { ...macro, data: cutAt("macro", macro.data, asked) } };
  const triggers = TRIGGER_NAMES.map((name) => readingOf(name, inputs, asked));
  const { levels } = inputs;
  const read = isAbsent(levels) ? null : readOf(levels.data, asked);
  return {
    triggers,
    conditions: CONDITION_NAMES.map((name) => {
      const own = triggers.filter((each) => triggerOf(each.name).condition === name);
      const known = own.filter(({ isKnown }) => isKnown);
      const states = known.map(({ run }) => run.state);
      const open = own.filter((each) => !each.isKnown && canFire(each)).length;
      return {
        name,
        state: conditionState(states, CONDITIONS[name].needed, open),
        fired: states.filter((state) => state === "fired").length,
        known: known.filter(canFire).length,
        open,
        of: own.filter(canFire).length,
        reads: readsOf(own.filter(({ made }) => made !== "")),
        newest: known.reduce<TriggerReading | null>((a, b) => (a === null || b.asOf > a.asOf ? b : a), null),
      };
    }),
    asOf: asked,
    outcome:
      read === null
        ? null
        : { read, value: trailingReturn(read.series, 3), discrete: discretePeriods(read.series) },
    backtest: backtestOf(args, {
      macro: macro.data,
      decisions: isAbsent(decisions) ? [] : decisions.data,
      decidedTo: isAbsent(decisions) ? undefined : decisions.source.completeTo,
      asOf: asked,
    }),
  };
}

/** Those that only warn never fire a condition. */
const canFire = ({ name }: TriggerReading) => triggerOf(name).rule.fire !== null;

function readOf(levels: Exclude<Given["levels"], { absent: unknown }>["data"], asked: string): Read | null {
  const basis = (["total", "price"] as const).find((each) => pairSeries(levels, each) !== null);
  return basis === undefined ? null : chooseBasis(levels, basis, asked);
}

/** A trigger's prints, state and whether all of it may be said. */
function readingOf(name: TriggerName, { macro, decisions }: Given, asked: string): TriggerReading {
  const { rule, measure } = triggerOf(name);
  const known = isAbsent(decisions) ? null : decisions;
  const found = measure({ macro: macro.data, decisions: known?.data ?? [], asOf: asked });
  const last = found?.prints.at(-1);
  const run = runTrigger(rule, found?.prints ?? []);
  if (!found || !last) return unread(name, macro.data, asked, run);
  const { series, from, against } = found;
  const made = against ? `${found.made}, ${targetOf(against)}` : found.made;
  const base = {
    name,
    n: found.prints.length,
    made,
    carried: carriedNow(found),
    series,
    from,
    run,
    ...(against ? { against } : {}),
  };
  const decidedTo = usesDecisions(name) ? known?.source.completeTo : undefined;
  if (decidedTo !== undefined && decidedTo < asked) {
    const value = absent("stale", `Fed decisions are known to ${formatDate(decidedTo)} only`);
    return { ...base, value, asOf: last.date, isKnown: false };
  }
  const late =
    found.series !== null && overdue("macro", { date: last.date, series: found.series }, asked) !== null;
  return { ...base, value: last.value, asOf: last.date, isKnown: !late };
}

/** Nothing to read it from: its series are missing, or too short for one print. */
function unread(
  name: TriggerName,
  macro: Given["macro"]["data"],
  asOf: string,
  run: TriggerReading["run"],
): TriggerReading {
  const { remedy, takes, series } = triggerOf(name);
  const from = takes === undefined ? [] : series.filter((each) => macro.some((row) => row.series === each));
  const value =
    from.length === 0
      ? absent("unavailable", remedy)
      : absent("too_few_points", `the data hold too little of it: one print takes ${takes}`);
  return { name, value, asOf, n: 0, made: "", carried: [], series: null, from, run, isKnown: false };
}

const targetOf = ({ announced, targetUpper }: PolicyDecision) =>
  `${targetUpper.toFixed(2)}% since ${formatDate(announced)}`;

/** A decision that came after the day of the print stands in the row of decisions and not in this one. */
function laterTarget(triggers: readonly TriggerReading[]): readonly string[] {
  const decided = triggers.find(({ name }) => name === "policyRise");
  return triggers.flatMap(({ name, against, asOf, isKnown }) =>
    against && isKnown && decided && decided.n > 0 && decided.asOf > asOf
      ? [
          `${triggerOf(name).name}: the print of ${formatDate(asOf)} stands against the target of that day, ${targetOf(against)}; the decision of ${formatDate(decided.asOf)} came after it.`,
        ]
      : [],
  );
}

type Draft = FigureDraft<string>;

function drafts({ triggers, conditions, outcome, asOf, backtest }: RisksResult): readonly Draft[] {
  if (backtest !== null) return backtestDrafts(backtest);
  return [
    ...triggers.flatMap(triggerDrafts),
    ...conditions.flatMap((reading) => conditionDrafts(reading, asOf)),
    ...(outcome === null
      ? []
      : [
          {
            family: "risks.outcome.3m.relative",
            params: { basis: outcome.read.basis },
            value: isAbsent(outcome.value) ? outcome.value : outcome.value.relative,
            asOf: outcome.read.series.levels.at(-1)?.date ?? asOf,
            cadence: outcome.read.series.frequency,
          },
          ...discreteDrafts<string>(
            (reading) => `risks.discrete12m.{period}.${reading}`,
            outcome.discrete,
            outcome.read.basis,
            outcome.read.series.levels.at(-1)?.date ?? asOf,
          ),
        ]),
  ];
}

function triggerDrafts(reading: TriggerReading): readonly Draft[] {
  const { name, value, run, asOf, n, series, from } = reading;
  const made = isTooShort(reading) ? "Too little of it in the data" : reading.made;
  const { rule, scale } = triggerOf(name);
  const { fire, direction, prints } = rule;
  const reads = { macro: from };
  const at = { params: { made }, asOf, n, reads, ...(series ? { series } : { series: "vix" as const }) };
  const atOnce = absent("not_meaningful", "it fires at once, at any rise: there is no distance");
  const distance = mapValue(value, (present) => {
    if (fire === null) return absent("not_meaningful", "it warns only, and never fires");
    if (prints === 1) return atOnce;
    return roomTo(fire, present, direction);
  });
  return [
    { family: `risks.${name}.value`, value, ...at },
    { family: `risks.${name}.distance`, value: distance, ...at },
    {
      family: `risks.${name}.state`,
      value: mapValue(value, () => TRIGGER_STATES.indexOf(run.state)),
      ...at,
    },
    {
      family: `risks.${name}.position`,
      value: mapValue(value, (present) => (prints === 1 ? atOnce : positionOf(rule, present, scale))),
      ...at,
    },
  ];
}

function conditionDrafts(reading: ConditionReading, asOf: string): readonly Draft[] {
  const { name, state, fired, known, open, newest, reads } = reading;
  const at = {
    reads,
    params: { condition: name },
    asOf: newest?.series ? newest.asOf : asOf,
    series: newest?.series ?? ("vix" as const),
    n: known,
  };
  const none: Value = absent(
    "unavailable",
    `it takes ${CONDITIONS[name].needed === 1 ? "one fired trigger" : "two fired triggers"}: ${fired === 0 ? "none" : inWords(fired)} of those known ${fired > 1 ? "have" : "has"}, and ${inWords(open)} not known could`,
  );
  return [
    {
      family: "risks.condition.{condition}.state",
      value: state === null ? none : TRIGGER_STATES.indexOf(state),
      ...at,
    },
    { family: "risks.condition.{condition}.fired", value: fired, ...at },
    { family: "risks.condition.{condition}.known", value: known, ...at },
  ];
}

function byCondition({ triggers }: RisksResult): readonly TriggerReading[] {
  return CONDITION_NAMES.flatMap((name) =>
    triggers.filter((each) => triggerOf(each.name).condition === name && each.made !== ""),
  );
}

function presentTables(result: RisksResult): readonly Table[] {
  return [
    ...(byCondition(result).length === 0
      ? []
      : [
          {
            title:
              "Triggers: latest print, and room before it fires, in the unit of its thresholds (sd: standard deviations)",
            columns: ["", "Now", "Room"],
            rows: byCondition(result).map(({ name, run, isKnown }) => ({
              label: `${triggerOf(name).name}${isKnown ? `: ${run.state}` : ""} (${thresholdsOf(triggerOf(name), true)})`,
              cells: [`risks.${name}.value`, `risks.${name}.distance`],
            })),
          },
        ]),
    {
      title: "Conditions: triggers fired and known",
      columns: ["", "Fired", "Known"],
      rows: result.conditions.map(({ name, state, of }) => ({
        label: `${CONDITIONS[name].name}: ${state ?? "not known"} (${CONDITIONS[name].needed === 1 ? `any one of ${inWords(of)} fires it` : `any two of ${inWords(of)} fire it`})`,
        cells: [`risks.condition.${name}.fired`, `risks.condition.${name}.known`],
      })),
    },
    ...(result.outcome ? [discreteTable("risks", result.outcome.discrete, result.outcome.read.basis)] : []),
  ];
}

export const risks = defineTopic({
  name: "risks",
  title: "Risks",
  summary:
    "What would break the case: how far each trigger is from firing, for a downturn, a hawkish Fed, uncertainty",
  asks: ASKS,
  args: BACKTEST_ARGS,
  needs: NEEDS,
  figures: FIGURES,
  examples: { condition: "downturn", period: "1", basis: "total", of: "downturn", fired: "2008-03-10" },
  argsFor: (key) => {
    const [, of] = /^risks\.backtest\.(\w+)\./i.exec(key) ?? [];
    return of === undefined ? [] : [`backtest=${of}`];
  },
  isOfBefore: (key) => /^risks\.backtest\.\w+\.\d{4}-\d\d-\d\d\./.test(key),
  values: { condition: CONDITION_NAMES, of: [...CONDITION_NAMES, ...TRIGGER_NAMES], period: PERIODS },
  compute,
  drafts,
  headline,
  subtitle: ({ result }) =>
    result.backtest !== null
      ? backtestSubtitle(result.backtest)
      : `${result.triggers.filter(({ isKnown }) => isKnown).length} of ${result.triggers.length} triggers known · last prints published by ${formatDate(result.asOf)}`,
  tables: ({ result }) =>
    result.backtest === null ? presentTables(result) : backtestTables(result.backtest),
  notes: (view) => (view.result.backtest === null ? stateNotes(view) : backtestNotes(view.result.backtest)),
  charts: (view) =>
    view.result.backtest === null ? risksCharts(view) : backtestCharts(view.result.backtest, view),
  caveats: ({ result }) =>
    result.backtest !== null
      ? [
          ...BACKTEST_CAVEATS,
          ...carriedCaveats(result.backtest.triggers.map(({ history }) => history)),
          NOT_ADVICE,
        ]
      : [
          `A print is a published value. A trigger warns on one print and fires on two in a row (a rise in the target at once); a warning ends on one print well back inside its threshold, a firing on two in a row, so one that has fired may stand short of it. Past prints are as revised, not as first published. A fired condition says nothing certain of returns. ${NOT_ADVICE}`,
          ...carriedCaveats(result.triggers.filter(({ isKnown }) => isKnown)),
          ...laterTarget(result.triggers),
          ...(result.outcome ? [PAST_PERFORMANCE] : []),
        ],
});
