import type { Unit } from "../../briefing/figure.ts";
import { UNIT_LABELS } from "../../briefing/format.ts";
import { quotable } from "../../briefing/quotable.ts";

/** How a threshold may name its unit; others have none to name. */
const SUFFIXES: Partial<Readonly<Record<Unit, string>>> = {
  "%": "%",
  pp: "pp",
  x: "x",
  bp: "bp",
  months: "months",
  "USD bn": "bn",
};
const LARGEST = 1e12;

/** A threshold in a figure's unit, or what is wrong with it. A number alone is in the figure's unit. */
export function thresholdIn(given: unknown, unit: Unit): number | string {
  if (typeof given === "number")
    return Number.isFinite(given) && Math.abs(given) <= LARGEST ? given : `${given} is no threshold`;
  if (typeof given !== "string")
    return `${given === null ? "it is empty" : "it is no number"}: write one such as ${example(unit)}`;
  const plain = given.trim().replace(/^[\u2212\u2013]/, "-");
  const [, number, suffix = ""] = /^([+-]?\d{1,12}(?:\.\d{1,9})?)\s*([A-Za-z%$ ]*)$/.exec(plain) ?? [];
  if (number === undefined) return `"${quotable(given)}" is no number: write one such as ${example(unit)}`;
  if (suffix !== "" && suffix !== SUFFIXES[unit])
    return `"${quotable(given)}" is in ${suffix.trim()}, the figure in ${UNIT_LABELS[unit]}: write one such as ${example(unit)}`;
  return Number(number);
}

const example = (unit: Unit) => `${unit === "count" ? 10 : 1.5}${SUFFIXES[unit] ?? ""}`;
