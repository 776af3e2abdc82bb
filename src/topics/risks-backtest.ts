import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, type Value } from "../briefing/value.ts";
import { addDays, daysBetween } from "../maths/calendar.ts";
import {
  type ConditionStep,
  conditionSteps,
  firedSpells,
  type Spell,
  type Step,
} from "../maths/trigger-history.ts";
import { choice, sinceDate } from "./args.ts";
import { type HistoryInputs, historyOf, type TriggerHistory } from "./risks-history.ts";
import {
  CONDITION_NAMES,
  CONDITIONS,
  type ConditionName,
  readsOf,
  TRIGGER_NAMES,
  type TriggerName,
  triggerOf,
} from "./risks-table.ts";
import type { FigureDraft } from "./topic.ts";

const OFF = "off";
const EVER = "1800-01-01";
const OF = ["all", ...CONDITION_NAMES, ...TRIGGER_NAMES] as const;

export const BACKTEST_ARGS = {
  backtest: choice(
    "when each would have fired: all, one condition or one trigger, by what was known each day",
    OF,
    OFF,
  ),
  since: sinceDate("of a backtest: from when on (year, month or day)", EVER),
};

/** How one trigger would have run. */
export interface TriggerPast {
  readonly name: TriggerName;
  readonly history: TriggerHistory;
  /** The first day on which it was known. */
  readonly from: string;
  readonly spells: readonly Spell<Step>[];
  /** That which lasted when the time asked for began. */
  readonly before: Spell<Step> | null;
  /** Percent of the days on which it was known. */
  readonly fired: Value;
  readonly warned: Value;
  /** The newest print's day. */
  readonly asOf: string;
}

export interface ConditionPast {
  readonly name: ConditionName;
  /** The first day on which as many of its triggers were known as it takes. */
  readonly from: string;
  readonly steps: readonly ConditionStep[];
  readonly spells: readonly Spell<ConditionStep>[];
  readonly before: Spell<ConditionStep> | null;
  /** Percent of the days since. */
  readonly fired: Value;
}

export interface Backtest {
  readonly of: (typeof OF)[number];
  readonly since: string;
  readonly to: string;
  readonly triggers: readonly TriggerPast[];
  readonly conditions: readonly ConditionPast[];
}

/**
 * null: none was asked for.
 * @throws BriefingError `bad_command` for a date without a backtest, `data_unavailable` where the data hold nothing of
 * what was asked for
 */
export function backtestOf(
  args: { readonly backtest: (typeof OF)[number] | typeof OFF; readonly since: string },
  inputs: HistoryInputs,
): Backtest | null {
  const { backtest: of, since } = args;
  if (of === OFF) {
    if (since === EVER) return null;
    const message = `risks: since=${since} says from when on a backtest counts, and none is asked for`;
    throw new BriefingError("bad_command", message, `risks backtest=all since=${since}`);
  }
  if (since > inputs.asOf)
    throw new BriefingError(
      "bad_command",
      `risks: since=${since} is after the last day, ${inputs.asOf}`,
      "give an earlier date, such as since=2000",
    );
  const wanted = TRIGGER_NAMES.filter(
    (name) => of === "all" || of === name || of === triggerOf(name).condition,
  );
  const triggers = wanted.flatMap((name) => pastOf(name, inputs, since) ?? []);
  if (triggers.length === 0) throw nothing(of, wanted, since, inputs.asOf);
  const conditions = CONDITION_NAMES.filter((name) => of === "all" || of === name).flatMap(
    (name) => conditionPast(name, triggers, since, inputs.asOf) ?? [],
  );
  return { of, since, to: inputs.asOf, triggers, conditions };
}

function nothing(of: string, wanted: readonly TriggerName[], since: string, asOf: string): BriefingError {
  const span = since === EVER ? `by ${formatDate(asOf)}` : `from ${formatDate(since)} to ${formatDate(asOf)}`;
  return new BriefingError(
    "data_unavailable",
    `risks backtest=${of}: the data hold no print of it ${span}`,
    wanted.length === 1 && wanted[0]
      ? triggerOf(wanted[0]).remedy
      : "add the triggers' series to macro.csv; risks lists those that are missing",
  );
}

/** What began before is no firing of the time asked for, though its days since are counted. */
function spellsFrom<S>(all: readonly Spell<S>[], from: string) {
  return {
    spells: all.filter((spell) => spell.from >= from),
    before: all.find((spell) => spell.from < from && (spell.until === null || spell.until > from)) ?? null,
  };
}

function pastOf(name: TriggerName, inputs: HistoryInputs, since: string): TriggerPast | null {
  const history = historyOf(name, inputs);
  const begin = history?.steps.find(({ state }) => state !== null)?.date;
  if (history === null || begin === undefined) return null;
  const from = begin > since ? begin : since;
  const days = daysIn(history.steps, from, inputs.asOf);
  const knownDays = days.quiet + days.warning + days.fired;
  if (knownDays === 0) return null;
  return {
    name,
    history,
    from,
    ...spellsFrom(firedSpells(history.steps), from),
    fired: (100 * days.fired) / knownDays,
    warned: (100 * days.warning) / knownDays,
    asOf: history.prints.at(-1)?.date ?? inputs.asOf,
  };
}

function conditionPast(
  name: ConditionName,
  triggers: readonly TriggerPast[],
  since: string,
  asOf: string,
): ConditionPast | null {
  const { needed } = CONDITIONS[name];
  const members = membersOf(name).map((member) => ({
    steps: triggers.find((each) => each.name === member)?.history.steps ?? [],
    canFire: triggerOf(member).rule.fire !== null,
  }));
  const steps = conditionSteps(members, needed);
  const begin = beginOf(members, needed);
  if (begin === null || begin > asOf) return null;
  const from = begin > since ? begin : since;
  const all = daysBetween(from, addDays(asOf, 1));
  return {
    name,
    from,
    steps,
    ...spellsFrom(firedSpells(steps), from),
    fired: all > 0 ? (100 * daysIn(steps, from, asOf).fired) / all : absent("too_few_points", "no day of it"),
  };
}

export const membersOf = (condition: ConditionName): readonly TriggerName[] =>
  TRIGGER_NAMES.filter((name) => triggerOf(name).condition === condition);

/** The day on which as many of the triggers that can fire had been known as it takes. */
function beginOf(
  members: readonly { readonly steps: readonly Step[]; readonly canFire: boolean }[],
  needed: number,
): string | null {
  const begins = members
    .filter(({ canFire }) => canFire)
    .flatMap(({ steps }) => steps.find(({ state }) => state !== null)?.date ?? [])
    .sort();
  return begins[needed - 1] ?? null;
}

/** Days in each state, from one day to another, both counted. */
function daysIn(
  steps: readonly { readonly date: string; readonly state: Step["state"] }[],
  from: string,
  to: string,
): { quiet: number; warning: number; fired: number } {
  const days = { quiet: 0, warning: 0, fired: 0 };
  for (const [at, { date, state }] of steps.entries()) {
    const end = steps[at + 1]?.date ?? addDays(to, 1);
    const begin = date > from ? date : from;
    if (state !== null && end > begin) days[state] += daysBetween(begin, end);
  }
  return days;
}

type Draft = FigureDraft<string>;

/** Days from the day on which it fired to the last one before it had not. */
export function daysOf(
  { from, until }: { readonly from: string; readonly until: string | null },
  to: string,
) {
  return daysBetween(from, until ?? addDays(to, 1));
}

export function backtestDrafts({ triggers, conditions, to }: Backtest): readonly Draft[] {
  return [
    ...conditions.flatMap(({ name, spells, fired, from }) => {
      const reads = readsOf(triggers.filter((each) => triggerOf(each.name).condition === name).map(madeFrom));
      return [
        ...counts(name, { from }, to, spells.length, fired),
        ...spells.map((spell) => lengthOf(name, spell, to)),
      ].map((draft): Draft => ({ ...draft, reads }));
    }),
    ...triggers.flatMap((trigger) =>
      ofTrigger(trigger, to).map((draft): Draft => ({ ...draft, reads: readsOf([madeFrom(trigger)]) })),
    ),
  ];
}

const madeFrom = ({ name, history }: TriggerPast) => ({ name, from: history.from });

function ofTrigger(
  { name, spells, fired, warned, history, from, asOf }: TriggerPast,
  to: string,
): readonly Draft[] {
  return [
    ...counts(name, { from, made: history.made }, asOf, spells.length, fired),
    {
      family: "risks.backtest.{of}.warnedShare",
      params: { of: name, from, made: history.made },
      value: warned,
      asOf,
    },
    ...spells.flatMap((spell): readonly Draft[] => {
      const { print } = spell.first;
      const value: Value = print?.value ?? absent("unavailable", "its print is not at hand");
      return [
        { ...lengthOf(name, spell, to), params: { of: name, fired: spell.from, made: history.made } },
        {
          family: `risks.backtest.${name}.{fired}.value`,
          params: { fired: spell.from, made: history.made },
          value,
          asOf: print?.date ?? spell.from,
        },
      ];
    }),
  ];
}

function counts(
  of: string,
  more: Readonly<Record<string, string>>,
  asOf: string,
  fires: number,
  share: Value,
): readonly Draft[] {
  const params = { of, ...more };
  return [
    { family: "risks.backtest.{of}.fires", params, value: fires, asOf },
    { family: "risks.backtest.{of}.firedShare", params, value: share, asOf },
  ];
}

function lengthOf(of: string, spell: Spell<unknown>, to: string): Draft {
  const last = spell.until === null ? to : addDays(spell.until, -1);
  return {
    family: "risks.backtest.{of}.{fired}.days",
    params: { of, fired: spell.from },
    value: daysOf(spell, to),
    asOf: last,
  };
}
