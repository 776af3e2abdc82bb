import type { ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate } from "../briefing/format.ts";
import { monthOf } from "../maths/calendar.ts";
import type { Print } from "../maths/trigger.ts";
import type { Spell } from "../maths/trigger-history.ts";
import type { Backtest, ConditionPast, TriggerPast } from "./risks-backtest.ts";
import { nameOf } from "./risks-backtest-figures.ts";
import { thresholdsOf } from "./risks-figures.ts";
import { CONDITIONS, triggerOf } from "./risks-table.ts";
import type { View } from "./topic.ts";

type Seen = View<unknown, unknown>;

/** Of one trigger its prints, of one condition how many had fired, of all of them how much of the time each had. */
export function backtestCharts(backtest: Backtest, view: Seen): readonly ChartSpec[] {
  const { of, triggers, conditions } = backtest;
  const [trigger, condition] = [triggers[0], conditions[0]];
  if (of === "all") return [shares(backtest, view)];
  if (trigger && trigger.name === of) return prints(trigger, backtest, view);
  return condition ? counts(condition, backtest, view) : [];
}

function bandsOf(spells: readonly Spell<unknown>[], to: string, from: string): LineChart["bands"] {
  return spells.map((spell) => ({
    from: spell.from > from ? spell.from : from,
    to: spell.until ?? to,
    label: "Had fired",
  }));
}

const farther = (direction: "above" | "below", one: Print, other: Print) =>
  direction === "above" ? one.value > other.value : one.value < other.value;

/** A month's print farthest on the way to firing: days and weeks make no picture. */
function byMonth(values: readonly Print[], direction: "above" | "below"): readonly Print[] {
  const months = new Map<string, Print>();
  for (const print of values) {
    const best = months.get(monthOf(print.date));
    if (best === undefined || farther(direction, print, best)) months.set(monthOf(print.date), print);
  }
  return [...months.values()];
}

function prints(past: TriggerPast, { to }: Backtest, { pair }: Seen): readonly ChartSpec[] {
  const { name, history, spells, from } = past;
  const { rule, unit } = triggerOf(name);
  const drawn = byMonth(history.prints, rule.direction).filter(({ date }) => monthOf(date) >= monthOf(from));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last || drawn.length < 12) return [];
  return [
    {
      kind: "line",
      id: "risks-backtest",
      axis: "date",
      title: `When a trigger would have fired: ${nameOf(name)}`,
      subtitle: `Each month's print farthest on the way to firing; ${thresholdsOf(triggerOf(name))} · ${pair.label}`,
      unit,
      series: [
        {
          name: "Print",
          emphasis: "primary",
          points: drawn.map(({ date, value }) => [date, value] as const),
        },
      ],
      bands: bandsOf(spells, to, first.date),
      marks: [],
      reference: rule.fire ?? rule.warn,
      asOf: last.date,
      alt: `Line chart of ${nameOf(name)} from ${formatDate(first.date)} to ${formatDate(last.date)}, the days shaded on which it would have fired. Times fired: {{risks.backtest.${name}.fires}}. Share of days: {{risks.backtest.${name}.firedShare}}.`,
      footnote:
        `Shaded: the days on which it had fired, by what was published by then. ${history.basis === "revised" || history.basis === "mixed" ? "Values as revised since: a look-ahead." : ""} The thresholds were chosen with this history in view.`.replace(
          "  ",
          " ",
        ),
    },
  ];
}

function counts(past: ConditionPast, { to, triggers }: Backtest, { pair }: Seen): readonly ChartSpec[] {
  const { name, steps, spells, from } = past;
  const most = new Map<string, number>();
  let standing = 0;
  for (const month of monthsFrom(from, to)) {
    const own = steps.filter(({ date }) => monthOf(date) === month).map(({ fired }) => fired.length);
    most.set(month, Math.max(standing, ...own));
    standing = own.at(-1) ?? standing;
  }
  if (most.size < 12) return [];
  return [
    {
      kind: "line",
      id: "risks-backtest",
      axis: "date",
      title: `When a condition would have fired: ${nameOf(name)}`,
      subtitle: `Triggers that had fired, the most in each month; ${CONDITIONS[name].needed === 1 ? "one fires" : "two fire"} the condition · ${pair.label}`,
      unit: "count",
      series: [
        {
          name: "Fired",
          emphasis: "primary",
          points: [...most].map(([month, count]) => [`${month}-01`, count] as const),
        },
      ],
      bands: bandsOf(spells, to, from),
      marks: [],
      reference: CONDITIONS[name].needed,
      asOf: to,
      alt: `Line chart of how many triggers of ${nameOf(name)} had fired, by month, from ${formatDate(from)} to ${formatDate(to)}. Times the condition fired: {{risks.backtest.${name}.fires}}. Share of days: {{risks.backtest.${name}.firedShare}}.`,
      footnote: `Of the triggers at hand: ${triggers.map((each) => nameOf(each.name)).join(", ")}. By what was published by each day. The thresholds were chosen with this history in view.`,
    },
  ];
}

function monthsFrom(from: string, to: string): readonly string[] {
  const months: string[] = [];
  let [year, month] = from.split("-").map(Number) as [number, number];
  for (;;) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    if (text > monthOf(to)) return months;
    months.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function shares({ triggers: all, to }: Backtest, { value, pair }: Seen): ChartSpec {
  const triggers = all.filter(({ name }) => triggerOf(name).rule.fire !== null);
  const others = all.filter((each) => !triggers.includes(each)).map(({ name }) => nameOf(name));
  const only = others.length === 0 ? "" : ` Left out, for it warns only: ${others.join("; ")}.`;
  return {
    kind: "bar",
    id: "risks-backtest",
    title: "How much of the time each trigger would have fired",
    subtitle: `Days fired, % of the days on which it was known, to ${formatDate(to)} · ${pair.label}`,
    unit: "%",
    groups: triggers.map(({ name }) => nameOf(name)),
    lying: { heading: "Known from", ends: triggers.map(({ from }) => formatDate(from)) },
    series: [
      {
        name: "Days fired",
        emphasis: "primary",
        values: triggers.map(({ name }) => value(`risks.backtest.${name}.firedShare`)),
      },
    ],
    asOf: to,
    alt: `Bar chart of the share of days on which each trigger would have fired, to ${formatDate(to)}. ${triggers.map(({ name, from }) => `${nameOf(name)}, known from ${formatDate(from)}: {{risks.backtest.${name}.firedShare}}, times: {{risks.backtest.${name}.fires}}.`).join(" ")}`,
    footnote: `By what was published by each day. The thresholds were chosen with this history in view.${only}`,
  };
}
