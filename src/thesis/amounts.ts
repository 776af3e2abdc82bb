/** A number as written, with how a figure is held against it. */
export interface Amount {
  readonly value: number;
  /** Decimals as written, in percent or percentage points where it was written in basis points. */
  readonly decimals: number;
  readonly bound: "more than" | "less than" | "at least" | "at most" | "nearly" | null;
  /** "About", "some", "close to". */
  readonly isRough: boolean;
  /** As it is written: percentage points are no percent. */
  readonly unit: "%" | "pp" | "bp" | "x";
}

const UP_TO = "up to|at most|no more than";
const BOUNDS =
  "more than|over|above|exceeding|less than|under|below|at least|about|around|roughly|nearly|almost|approximately|close to|circa|" +
  UP_TO;
/** An amount with the words that belong to it. */
export const AMOUNT = new RegExp(
  `(?:\\b(?:by|of) )?(?:\\b(${BOUNDS}) )?(?<![\\w.+-])(\\d+(?:\\.\\d+)?) ?(%|percentage points?\\b|points\\b|pp\\b|ppts?\\b|basis points\\b|bps?\\b|x(?![\\w])|times\\b)`,
  "g",
);

const BOUND_OF: Readonly<Record<string, Amount["bound"]>> = {
  "more than": "more than",
  over: "more than",
  above: "more than",
  exceeding: "more than",
  "less than": "less than",
  under: "less than",
  below: "less than",
  "at least": "at least",
  "up to": "at most",
  "at most": "at most",
  "no more than": "at most",
  nearly: "nearly",
  almost: "nearly",
};

export function amountOf(bound: string | undefined, digits: string, unit: string): Amount {
  const decimals = digits.split(".")[1]?.length ?? 0;
  const isBasis = /^b/.test(unit);
  const written = isBasis ? "bp" : unit === "%" ? "%" : /^p/.test(unit) ? "pp" : "x";
  return {
    value: isBasis ? Number(digits) / 100 : Number(digits),
    decimals: isBasis ? decimals + 2 : decimals,
    bound: bound === undefined ? null : (BOUND_OF[bound] ?? null),
    isRough: bound !== undefined && BOUND_OF[bound] === undefined,
    unit: written,
  };
}

/** Figures are shown with one decimal: nothing finer is compared. */
const FIGURE_DECIMALS = 1;
const roundTo = (value: number, decimals: number) => Math.round((value + 1e-9) * 10 ** decimals);

/** Whether a figure is what was written, in the coarser precision of the two. */
export function meets(figure: number, said: Amount): boolean {
  const decimals = Math.min(said.decimals, FIGURE_DECIMALS);
  const shown = roundTo(figure, FIGURE_DECIMALS) / 10 ** FIGURE_DECIMALS;
  switch (said.bound) {
    case "more than":
      return shown > said.value;
    case "less than":
      return shown < said.value;
    case "at least":
      return shown >= said.value;
    case "at most":
      return shown <= said.value;
    case "nearly":
      return shown <= said.value && isClose(figure, said.value, decimals, 1);
    case null:
      return isClose(figure, said.value, decimals, said.isRough ? 1 : 0);
  }
}

const isClose = (figure: number, said: number, decimals: number, slack: number) =>
  Math.abs(roundTo(figure, decimals) - roundTo(said, decimals)) <= slack;

/** "14.6 pp", "1460 bp", "at least 8%", as it was written. */
export function amountInWords({ value, decimals, bound, isRough, unit }: Amount): string {
  const shown = unit === "bp" ? (value * 100).toFixed(Math.max(0, decimals - 2)) : value.toFixed(decimals);
  const before = bound === null ? (isRough ? "about " : "") : `${bound} `;
  return `${before}${shown}${unit === "x" || unit === "%" ? unit : ` ${unit}`}`;
}
