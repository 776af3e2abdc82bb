import type { Figure } from "../../briefing/figure.ts";
import type { Direction } from "../port.ts";
import { aspectsOf, compare, incomparable, kindOf, SIGNED } from "./figures.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/** Findings about directions, by the rule that they belong to. */
export interface DirectionFinding {
  readonly code: "direction" | "measure" | "comparator" | "swap";
  readonly detail: string;
}

export const POLARITY: Readonly<Record<Direction, -1 | 0 | 1>> = {
  above: 1,
  below: -1,
  rose: 1,
  fell: -1,
  beat: 1,
  lagged: -1,
  littleChanged: 0,
};

/** What a sentence says it measures, where it can be measured. */
export interface Measured {
  readonly subject: Figure;
  readonly against: Figure | "zero";
  /** Sign of subject minus comparator as they print. */
  readonly sign: number;
}

/** The comparator in force: a signed figure is by itself measured against zero. */
export function measured({ subject, comparator }: Sentence, { figures }: World): Measured | string | null {
  const figure = subject === null ? undefined : figures.get(subject);
  if (figure === undefined) return null;
  if (comparator !== null && comparator !== "zero") {
    const other = figures.get(comparator);
    if (other === undefined) return null;
    const why = incomparable(figure, other);
    if (why !== null) return why;
    const sign = compare(figure, other);
    return sign === null ? null : { subject: figure, against: other, sign };
  }
  const kind = kindOf(figure);
  if (!SIGNED.includes(kind) && kind !== "share")
    return comparator === "zero"
      ? `${figure.key} is in ${figure.unit}, whose values are never below zero: zero says nothing`
      : `${figure.key} has a direction and nothing it is measured against`;
  const sign = compare(figure, "zero");
  return sign === null ? null : { subject: figure, against: "zero", sign };
}

function unsuited(direction: Direction, found: Measured): string | null {
  if (direction === "rose" || direction === "fell") return noChange(found);
  return direction === "beat" || direction === "lagged" ? noRace(found) : null;
}

/** A count against that of the period before, which tells whether it rose. */
export const isSincePrevious = (subject: string | null, comparator: string | null): boolean =>
  subject?.endsWith(".count") === true && comparator === subject.replace(/\.count$/, ".previous");

function noChange({ subject, against }: Measured): string | null {
  const kind = kindOf(subject);
  if (against !== "zero" && isSincePrevious(subject.key, against.key)) return null;
  if (kind !== "return" && kind !== "change") return `${subject.key} measures no rise or fall`;
  return against === "zero" ? null : `a rise or fall is measured against zero, not ${against.key}`;
}

function noRace({ subject, against }: Measured): string | null {
  const kind = kindOf(subject);
  if (kind === "relative" || kind === "share") return null;
  const sides =
    against !== "zero" && kind === "return" && aspectsOf(subject).side !== aspectsOf(against).side;
  return sides ? null : `${subject.key} does not measure one side against the other`;
}

/** The declared direction against the figures it names. */
export function declaredFindings(sentence: Sentence, world: World): readonly DirectionFinding[] {
  const { direction, subject } = sentence;
  if (direction === null) {
    return sentence.comparator !== null &&
      sentence.comparator !== "zero" &&
      typeof measured(sentence, world) === "string"
      ? [{ code: "comparator", detail: `${measured(sentence, world)}` }]
      : [];
  }
  if (subject === null) return [{ code: "direction", detail: `“${direction}” is said of no figure` }];
  const found = measured(sentence, world);
  if (found === null) return [];
  if (typeof found === "string") return [{ code: "comparator", detail: found }];
  const unfit = unsuited(direction, found);
  const holds = found.sign === POLARITY[direction];
  return [
    ...(unfit === null ? [] : [{ code: "measure" as const, detail: unfit }]),
    ...(holds ? [] : [{ code: "direction" as const, detail: `${direction}: ${reading(found)}` }]),
  ];
}

export function reading({ subject, against, sign }: Measured): string {
  const other = against === "zero" ? "zero" : against.key;
  const words = sign === 0 ? "prints the same as" : sign > 0 ? "is above" : "is below";
  return `${subject.key} ${words} ${other}`;
}
