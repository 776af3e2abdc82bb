import type { Table } from "../briefing/briefing.ts";
import { formatDate } from "../briefing/format.ts";
import type { Spell } from "../maths/trigger-history.ts";
import { type Backtest, type ConditionPast, membersOf, type TriggerPast } from "./risks-backtest.ts";
import { nameOf } from "./risks-backtest-figures.ts";
import { thresholdsOf } from "./risks-figures.ts";
import type { Basis } from "./risks-history.ts";
import { CONDITIONS, type ConditionName, triggerOf } from "./risks-table.ts";
import { inWords, lowerFirst } from "./words.ts";

/** More make no table that anyone reads; the figures hold all of them. */
const SPELLS_SHOWN = 12;

const times = (count: number) =>
  count === 0 ? "never" : count === 1 ? "once" : count === 2 ? "twice" : `${inWords(count)} times`;

/** "10 Feb 2008 to 3 Mar 2010" */
function span({ from, until, after }: Spell<unknown>): string {
  if (until === null) return `since ${formatDate(from)}`;
  return `${formatDate(from)} until ${formatDate(until)}${after === "unknown" ? ", then not known" : ""}`;
}

export function backtestHeadline({ of, conditions, triggers }: Backtest): string {
  const [only] = triggers;
  if (conditions.length === 0 && of !== "all" && only && only.name === of) {
    return `Backtest of a trigger: ${lowerFirst(nameOf(only.name))} ${only.spells.length === 0 ? "would not have fired" : `would have fired ${times(only.spells.length)}`} since ${formatDate(only.from)}`;
  }
  if (conditions.length === 0)
    return `Backtest of what would break the case: too few triggers in the data to tell any condition`;
  const told = conditions.map(({ name, spells }) => `${lowerFirst(nameOf(name))} ${times(spells.length)}`);
  return `Backtest of what would break the case, by the triggers at hand: ${told.join(", ")}`;
}

export function backtestSubtitle({ triggers, conditions, to, of }: Backtest): string {
  const from = [...triggers, ...conditions].map((each) => each.from).sort()[0] ?? to;
  return `What each day from ${formatDate(from)} to ${formatDate(to)} would have shown, by what was published by then${of === "all" ? "" : ` · ${of}`}`;
}

const BASIS: Readonly<Record<Basis, string>> = {
  market: "",
  vintages: " (vintages)",
  mixed: " (vintages in part)",
  revised: " (revised data)",
};

export function backtestTables(backtest: Backtest): readonly Table[] {
  const { of, conditions, triggers } = backtest;
  const [only] = triggers;
  if (only && only.name === of) return [countTable(triggers), ...spellTable(only)];
  return [
    ...(conditions.length === 0 ? [] : [conditionTable(conditions)]),
    countTable(triggers),
    ...conditions.flatMap((each) => conditionSpells(each)),
  ];
}

function conditionTable(conditions: readonly ConditionPast[]): Table {
  return {
    title: "Conditions: times fired, and days fired in percent of all",
    columns: ["", "Times", "Days"],
    rows: conditions.map(({ name, from }) => ({
      label: `${nameOf(name)}, from ${formatDate(from)}`,
      cells: [`risks.backtest.${name}.fires`, `risks.backtest.${name}.firedShare`],
    })),
  };
}

function countTable(triggers: readonly TriggerPast[]): Table {
  return {
    title: "Triggers: times fired; days fired and warned in percent of the days known",
    columns: ["", "Times", "Fired", "Warned"],
    rows: triggers.map(({ name, spells, history }) => {
      const last = spells.at(-1);
      const fired = last ? `: last ${span(last)}` : triggerOf(name).rule.fire === null ? ": warns only" : "";
      return {
        label: `${nameOf(name)}${BASIS[history.basis]}${fired}`,
        cells: ["fires", "firedShare", "warnedShare"].map((each) => `risks.backtest.${name}.${each}`),
      };
    }),
  };
}

const latest = <S>(spells: readonly Spell<S>[]) => spells.slice(-SPELLS_SHOWN).reverse();

function titleOf(what: string, count: number): string {
  return count > SPELLS_SHOWN
    ? `${what}: the latest ${inWords(SPELLS_SHOWN)} of ${count} times fired, latest first`
    : `${what}: every time fired, latest first`;
}

function conditionSpells({ name, spells }: ConditionPast): readonly Table[] {
  if (spells.length === 0) return [];
  return [
    {
      title: titleOf(nameOf(name), spells.length),
      columns: ["", "Days fired"],
      rows: latest(spells).map((spell) => ({
        label: `${span({ ...spell, after: null })}, begun by ${firedAtFirst(name, spell.first.fired)}`,
        cells: [`risks.backtest.${name}.${spell.from}.days`],
      })),
    },
  ];
}

function firedAtFirst(condition: ConditionName, fired: readonly number[]): string {
  const members = membersOf(condition);
  return fired.flatMap((at) => (members[at] ? lowerFirst(nameOf(members[at])) : [])).join(" and ");
}

function spellTable({ name, spells }: TriggerPast): readonly Table[] {
  if (spells.length === 0) return [];
  return [
    {
      title: titleOf(nameOf(name), spells.length),
      columns: ["", "Print", "Days fired"],
      rows: latest(spells).map((spell) => ({
        label: span(spell),
        cells: [`risks.backtest.${name}.${spell.from}.value`, `risks.backtest.${name}.${spell.from}.days`],
      })),
    },
  ];
}

export function backtestNotes({ of, triggers, conditions }: Backtest): readonly string[] {
  const [only] = triggers;
  const rule =
    only && only.name === of ? [`${nameOf(only.name)}: ${thresholdsOf(triggerOf(only.name))}`] : [];
  const missing = conditions.flatMap(({ name }) => {
    const unknown = membersOf(name).filter(
      (each) => triggerOf(each).rule.fire !== null && !triggers.some((known) => known.name === each),
    );
    return unknown.length === 0
      ? []
      : [
          `${nameOf(name)} without ${unknown.map((each) => lowerFirst(nameOf(each))).join(", ")}, which the data do not hold: with them it could have fired ${CONDITIONS[name].needed === 1 ? "at other times too" : "at other times, and sooner"}`,
        ];
  });
  return [...rule, ...fromBefore([...conditions, ...triggers]), ...missing, ...lookAhead(triggers)];
}

/** What had fired already when the time asked for began. */
function fromBefore(pasts: readonly (ConditionPast | TriggerPast)[]): readonly string[] {
  const lasting = pasts.flatMap(({ name, before }) =>
    before === null ? [] : [`${lowerFirst(nameOf(name))} (${span(before)})`],
  );
  return lasting.length === 0
    ? []
    : [
        `Fired before the time asked for and still then, so in the share of days, not in the times: ${lasting.join("; ")}`,
      ];
}

/** Which of them rest on values that nobody had at the time. */
function lookAhead(triggers: readonly TriggerPast[]): readonly string[] {
  const named = (wanted: Basis) =>
    triggers.filter(({ history }) => history.basis === wanted).map(({ name }) => lowerFirst(nameOf(name)));
  const [revised, mixed] = [named("revised"), named("mixed")];
  return [
    ...(revised.length > 0
      ? [
          `Revised data, a look-ahead: ${revised.join(", ")}; vintages in macro.csv would show what was printed then`,
        ]
      : []),
    ...(mixed.length > 0 ? [`Vintages for part of the values only: ${mixed.join(", ")}`] : []),
  ];
}

export const BACKTEST_CAVEATS = [
  "Every print counts from its publication, and one that was overdue on a day counts as not known. The thresholds themselves were chosen by people who knew this history, so a backtest flatters them.",
  "A fired condition says nothing certain of returns.",
] as const;
