import type { Figure } from "../../briefing/figure.ts";
import { formatFigure, formatMonth, formatValue } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";
import { kindOf } from "./figures.ts";

const BY =
  /\bby (?:(?:about|around|roughly|approximately|only|just|an?|the|its|mean|median|average|typical|on|of)\s+)*$/i;

/** Whether a slot that follows these words stands behind "by", where it prints its magnitude: "lagged by 3.5". */
export function afterBy(before: string): boolean {
  return BY.test(before);
}

/** Words of direction behind a slot, with what small-caps, or a count, are set against. */
const BESIDE_LARGE =
  /^ ?(?:(?:percentage )?points? |pp )?(?:below|above|behind|ahead of) (?:that of |those of )?large-caps\b/i;
const BESIDE_ANY = /^ (?:below|above)\b/i;

/** "Trade {{x}} below large-caps": the words say the sign, which is checked; a second would undo it. */
function saysSign(figure: Figure, behind: string): boolean {
  const kind = kindOf(figure);
  if (kind === "change") return BESIDE_ANY.test(behind);
  return /^(?:relative|gap|difference)$/.test(kind) && BESIDE_LARGE.test(behind);
}

const SLOTS = /\{\{([^{}]*)\}\}/g;
const NO_VALUE = { absent: "unavailable", note: "not in the briefing" } as const;
const SAYS_POINTS = /\b(?:pp|ppts?|points?)\b/i;

const TROUGH = /^recovery\.(\d{4}-\d\d)\./;
const START = /^recovery\.sweep\.(\d{4}-\d\d)\./;

/** Which trough, or start month, the sentence's figures are of: a draft cannot write a date, so code does. */
function dayOf(keys: readonly string[]): string {
  const of = (pattern: RegExp) => keys.map((key) => pattern.exec(key)?.[1]).find((day) => day !== undefined);
  const [trough, start] = [of(TROUGH), of(START)];
  if (trough !== undefined) return ` (trough of ${formatMonth(trough)})`;
  return start === undefined ? "" : ` (from ${formatMonth(start)})`;
}

/**
 * The sentence as a reader reads it. Percentage points print their unit ("pp") where the words behind do not say it.
 * Null: it cannot be filled, since a figure is not there.
 */
export function fillSentence(text: string, figures: ReadonlyMap<string, Figure>): string | null {
  const keys = [...text.matchAll(SLOTS)].map(([, key = ""]) => key);
  if (keys.some((key) => isAbsent(figures.get(key)?.value ?? NO_VALUE))) return null;
  const filled = text.replace(SLOTS, (slot, key: string, at: number) => {
    const figure = figures.get(key);
    if (figure === undefined) return slot;
    const spoken = afterBy(text.slice(0, at)) || saysSign(figure, text.slice(at + slot.length));
    const printed = spoken ? magnitudeOf(figure) : formatFigure(figure);
    const unsaid = figure.unit === "pp" && !SAYS_POINTS.test(text.slice(at).replace(/\{\{[^{}]*\}\}/g, ""));
    return unsaid ? `${printed} pp` : printed;
  });
  return filled.replace(/(?=[.!?]?$)/, dayOf(keys));
}

function magnitudeOf({ value, unit, signed }: Figure): string {
  const printed = formatValue(isAbsent(value) ? value : Math.abs(value), unit, signed === true);
  return printed.replace(/^\+/, "");
}
