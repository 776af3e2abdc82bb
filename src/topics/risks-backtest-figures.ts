import { formatDate } from "../briefing/format.ts";
import { closedFigures } from "./define.ts";
import {
  CONDITION_NAMES,
  CONDITIONS,
  type ConditionName,
  TRIGGER_NAMES,
  type TriggerName,
  triggerOf,
} from "./risks-table.ts";
import type { FigureFamily, Params } from "./topic.ts";
import { capital } from "./words.ts";

type Need = "macro" | "decisions" | "levels";
type Family = FigureFamily<Need>;
const closed = closedFigures<{
  readonly macro: { readonly dataset: "macro"; readonly required: true };
  readonly decisions: { readonly dataset: "policyDecisions"; readonly required: false };
  readonly levels: { readonly dataset: "levels"; readonly required: false };
}>()("macro", "decisions");

const isCondition = (name: string): name is ConditionName => CONDITION_NAMES.some((each) => each === name);

/** "Sahm rule", "US downturn" */
export const nameOf = (name: ConditionName | TriggerName): string =>
  isCondition(name) ? CONDITIONS[name].name : triggerOf(name).name;

const said = (p: Params) => nameOf((p["of"] ?? "sahm") as ConditionName | TriggerName);
const KNOWN = "By what was known on each day: a print counts from its publication.";
const since = (p: Params) => (p["from"] ? ` From ${formatDate(p["from"])}.` : "");
const made = (p: Params) => (p["made"] ? ` ${capital(p["made"])}.` : "");

const about = (unit: "count" | "%", label: string, words: string): Family =>
  closed(
    unit,
    (p) => `${said(p)}: ${label}${p["fired"] ? ` from ${formatDate(p["fired"])}` : ""}`,
    (p) => `${words} ${KNOWN}${since(p)}${made(p)}`,
  );

function inUnitOf(name: TriggerName, family: Family): Family {
  const { measuredIn } = triggerOf(name);
  return measuredIn === undefined ? family : { ...family, measuredIn: () => measuredIn };
}

/** Of a backtest: it describes days that are over. */
export const BACKTEST_FIGURES: Readonly<Record<string, Family>> = {
  "risks.backtest.{of}.fires": about(
    "count",
    "times fired",
    "Spells of days on which it had fired, one that was under way at the start included; where the data gave out in between, the spell ends.",
  ),
  "risks.backtest.{of}.firedShare": about(
    "%",
    "share of days fired",
    "Days on which it had fired, of the days on which it could be told of a trigger, of all days of a condition.",
  ),
  "risks.backtest.{of}.warnedShare": about(
    "%",
    "share of days with a warning",
    "Days on which it warned without having fired, of the days on which it was known.",
  ),
  "risks.backtest.{of}.{fired}.days": about(
    "count",
    "days fired",
    "Calendar days from the day on which it would have fired to the last on which it had.",
  ),
  ...Object.fromEntries(
    TRIGGER_NAMES.map((name) => [
      `risks.backtest.${name}.{fired}.value`,
      inUnitOf(
        name,
        closed(
          triggerOf(name).unit,
          (p) => `${triggerOf(name).name}: the print that fired it on ${formatDate(p["fired"] ?? "")}`,
          (p) => `The newest print that was public on that day.${made(p)} ${KNOWN}`,
        ),
      ),
    ]),
  ),
};
