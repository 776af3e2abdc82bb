import type { Briefing } from "../briefing/briefing.ts";
import { isAbsent } from "../briefing/value.ts";
import type { Watched } from "../delivery/flips.ts";
import { TRIGGER_STATES } from "../maths/trigger.ts";
import { thresholdsOf } from "../topics/risks-figures.ts";
import { CONDITION_NAMES, CONDITIONS, TRIGGER_NAMES, triggerOf } from "../topics/risks-table.ts";

/** What `risks` says of each trigger, then of each condition. */
export function watchedIn({ figures }: Pick<Briefing, "figures">): readonly Watched[] {
  const read = (key: string) => {
    const figure = figures.find((each) => each.key === `risks.${key}.state`);
    const value = figure?.value;
    const state = value === undefined || isAbsent(value) ? null : (TRIGGER_STATES[value] ?? null);
    return { state, asOf: figure?.asOf ?? "" };
  };
  return [
    ...TRIGGER_NAMES.map((key) => {
      const trigger = triggerOf(key);
      const { name, condition } = trigger;
      return { key, name, condition, isCondition: false, rule: thresholdsOf(trigger), ...read(key) };
    }),
    ...CONDITION_NAMES.map((condition) => {
      const { name, needed } = CONDITIONS[condition];
      const rule = needed === 1 ? "one trigger fires it" : "two triggers fire it";
      const key = `condition.${condition}`;
      return { key, name, condition, isCondition: true, rule, ...read(key) };
    }),
  ];
}
