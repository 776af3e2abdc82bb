import { formatDate } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { backtestHeadline } from "./risks-backtest-words.ts";
import { isOnePrintShort, type RisksResult, type TriggerReading, thresholdsOf } from "./risks-figures.ts";
import { CONDITIONS, triggerOf } from "./risks-table.ts";
import type { View } from "./topic.ts";
import { inWords, lowerFirst } from "./words.ts";

export const isTooShort = ({ value }: TriggerReading) => isAbsent(value) && value.absent === "too_few_points";

export type Seen = View<unknown, RisksResult>;

export function headline({ result, value }: Seen): string {
  const { conditions, backtest } = result;
  if (backtest !== null) return backtestHeadline(backtest);
  const told = conditions.filter(({ state }) => state !== null);
  if (told.length === 0) return `What would break the case: ${ofTriggers(result)}`;
  const fired = told.filter(({ state }) => state === "fired");
  const names = fired.map(({ name }) => CONDITIONS[name].name);
  const untold = conditions.filter(({ state }) => state === null).map(({ name }) => CONDITIONS[name].name);
  const open = untold.length === 0 ? "" : `; not known from these data: ${lower(untold)}`;
  const near = nearest(result, value);
  const next =
    near === null
      ? ""
      : `; nearest: ${lowerFirst(triggerOf(near.name).name)}${isShort(near, value) ? ", one print from firing" : ""}`;
  if (fired.length > 0)
    return `What would break the case: ${lower(names)} ${names.length === 1 ? "has" : "have"} fired${next}${open}`;
  return `What would break the case: ${noneOf(told.length)} fired${next}${open}`;
}

function noneOf(told: number): string {
  if (told === 1) return "the one condition known has not";
  return told === 2 ? "neither of two conditions known has" : `none of ${inWords(told)} conditions has`;
}

/** Where no condition can be told: what the triggers say that are known. */
function ofTriggers({ triggers }: RisksResult): string {
  const known = triggers.filter(({ isKnown }) => isKnown);
  const fired = known.filter(({ run }) => run.state === "fired").length;
  if (known.length === 0) return "no trigger is known";
  const told =
    known.length === 1
      ? `the one known trigger has ${fired === 1 ? "" : "not "}fired`
      : `${fired === 0 ? "none" : inWords(fired)} of the ${inWords(known.length)} known triggers ${fired > 1 ? "have" : "has"} fired`;
  return `${told}; too few to tell any condition`;
}

const lower = (names: readonly string[]) => names.map(lowerFirst).join(" and ");

/** Of the triggers known and not fired the one that stands nearest to firing; those that only warn are none. */
function nearest({ triggers }: RisksResult, value: Seen["value"]): TriggerReading | null {
  const open = triggers.filter(
    ({ name, isKnown, run }) =>
      isKnown &&
      run.state !== "fired" &&
      triggerOf(name).rule.fire !== null &&
      triggerOf(name).rule.prints === 2,
  );
  const place = ({ name }: TriggerReading) => {
    const at = value(`risks.${name}.position`);
    return isAbsent(at) ? Number.NEGATIVE_INFINITY : at;
  };
  return open.reduce<TriggerReading | null>((a, b) => (a === null || place(b) > place(a) ? b : a), null);
}

const isShort = ({ name }: TriggerReading, value: Seen["value"]) =>
  isOnePrintShort(name, value(`risks.${name}.distance`));

/** "Nearest to firing: …", or that the first of the two prints is there. */
function nearestNote(near: TriggerReading, value: Seen["value"]): string {
  const { name } = triggerOf(near.name);
  const said = `{{risks.${near.name}.value}} (${thresholdsOf(triggerOf(near.name))})`;
  return isShort(near, value)
    ? `Beyond its threshold: ${name} at ${said}; one more such print fires it`
    : `Nearest to firing: ${name} at ${said}`;
}

export function stateNotes({ result, value }: Seen): readonly string[] {
  const at = (reading: TriggerReading) => triggerOf(reading.name).name;
  const said = (wanted: "fired" | "warning") =>
    result.triggers
      .filter((reading) => reading.isKnown && reading.run.state === wanted)
      .map((reading) => `${at(reading)} since the print of ${formatDate(reading.run.since)}`);
  const near = nearest(result, value);
  const unread = result.triggers.filter(({ made }) => made === "");
  const missing = unread.filter((reading) => !isTooShort(reading)).map(at);
  const short = unread.filter(isTooShort);
  return [
    ...(said("fired").length > 0 ? [`Fired: ${said("fired").join(", ")}`] : []),
    ...(said("warning").length > 0 ? [`Warning: ${said("warning").join(", ")}`] : []),
    ...(near ? [nearestNote(near, value)] : []),
    ...(result.outcome
      ? ["Apart from the triggers: small minus large over three months {{risks.outcome.3m.relative}} pp"]
      : []),
    ...(missing.length > 0 ? [`Not in the data: ${missing.join(", ")}`] : []),
    ...short.map(
      (reading) =>
        `Too little in the data: ${at(reading)} (one print takes ${triggerOf(reading.name).takes})`,
    ),
  ];
}
