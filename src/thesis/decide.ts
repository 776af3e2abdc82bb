import type { Figure } from "../briefing/figure.ts";
import { formatDate, formatNumber } from "../briefing/format.ts";
import { printedNumber } from "../briefing/rounding.ts";
import { isAbsent } from "../briefing/value.ts";
import type { Facts, Read, Verdict } from "./port.ts";

export const VARIANTS = ["aggIncl", "aggExLoss", "median", "profitable"] as const;

export const untested = (note: string, figures: readonly Figure[] = []): Verdict => ({
  verdict: "cannot be tested",
  figures,
  note,
});

/** Whether a verdict is one that the data decided. */
export const isDecided = (verdict: Verdict | null): verdict is Verdict =>
  verdict !== null && verdict.verdict !== "cannot be tested" && verdict.verdict !== "opinion";

export function figureOf(read: Read | string | undefined, key: string): Figure | undefined {
  return read === undefined || typeof read === "string"
    ? undefined
    : read.figures.find((each) => each.key === key);
}

/** A topic's figures, or why there are none. */
export const readOf = ({ topics }: Facts, name: string): Read | string =>
  topics.get(name) ?? `${name} cannot be answered from the data at hand`;

/** The value of a figure that is there. */
export function numberIn(figure: Figure | undefined): number | null {
  return figure === undefined || isAbsent(figure.value) ? null : figure.value;
}

export const present = (figures: readonly (Figure | undefined)[]): readonly Figure[] =>
  figures.filter((each): each is Figure => numberIn(each) !== null);

/** Those of a topic, by their keys, that are there. */
export const figuresOf = (read: Read | string, keys: readonly string[]): readonly Figure[] =>
  present(keys.map((key) => figureOf(read, key)));

/** As `figuresOf`, with those that are withheld as overdue: they decide nothing, and are named. */
const shownOf = (read: Read | string, keys: readonly string[]): readonly Figure[] =>
  keys.flatMap((key) => {
    const figure = figureOf(read, key);
    const isThere = figure !== undefined && (!isAbsent(figure.value) || figure.value.absent === "stale");
    return isThere ? [figure] : [];
  });

/** Why figures are not there: the topic's own reason, the first absent one's, or what is said. */
export function whyNot(read: Read | string, keys: readonly string[], otherwise: string): string {
  if (typeof read === "string") return read;
  const notes = keys.map((key) => {
    const value = figureOf(read, key)?.value;
    return value !== undefined && isAbsent(value) ? value.note : "";
  });
  return notes.find((note) => note !== "") ?? otherwise;
}

interface Condition {
  readonly holds: (value: number) => boolean;
  readonly note: string;
  /** Shown beside those that decide. */
  readonly beside?: readonly string[];
  /** What to say where a figure is there without a reason. */
  readonly missing?: string;
}

const MOST_DECIMALS = 8;

/** Figures that would be decided otherwise by what they print, with decimals enough to follow the verdict. */
export function unrounded(figures: readonly Figure[], holds: (value: number) => boolean): string {
  const told = figures.flatMap((figure) => {
    const [value, printed] = [numberIn(figure), printedNumber(figure)];
    // A printed "$800m" is of another unit than its value in billions.
    if (value === null || printed === null || Math.abs(printed - value) >= 1) return [];
    if (holds(printed) === holds(value)) return [];
    const places = Array.from({ length: MOST_DECIMALS }, (_, at) => at + 1);
    const enough = places.find((each) => holds(Number(value.toFixed(each))) === holds(value));
    const shown = formatNumber(value, enough ?? MOST_DECIMALS, figure.unit === "pp" ? "always" : "negative");
    return [`${figure.label}, as of ${formatDate(figure.asOf)}: ${shown}`];
  });
  return told.length === 0 ? "" : `; with more decimals: ${told.join("; ")}`;
}

/**
 * Every figure there meets the condition, none does, or the definition decides. Of several, where some are missing,
 * those that are there decide only if they disagree.
 */
export function byAll(read: Read | string, keys: readonly string[], condition: Condition): Verdict {
  const { holds, beside = [], missing = "the figure is not in the data at hand" } = condition;
  const deciding = figuresOf(read, keys);
  const note = `${condition.note}${unrounded(deciding, holds)}`;
  const figures = shownOf(read, [...keys, ...beside]);
  const met = deciding.filter((each) => holds(numberIn(each) ?? Number.NaN)).length;
  if (met > 0 && met < deciding.length) return { verdict: "depends on definition", figures, note };
  if (deciding.length < keys.length) {
    const absent = keys.filter((key) => !deciding.some((each) => each.key === key));
    return untested(whyNot(read, absent, missing), figures);
  }
  return { verdict: met > 0 ? "holds" : "fails", figures, note };
}

/** As `byAll`, of the figures that are there, one at least: windows that are not over yet decide nothing. */
export function byThose(read: Read | string, keys: readonly string[], condition: Condition): Verdict {
  const there = figuresOf(read, keys).map(({ key }) => key);
  return byAll(read, there.length > 0 ? there : keys, condition);
}

export const near = (printed: number, within: number) => (value: number) =>
  Math.abs(value - printed) <= within + 1e-9;
