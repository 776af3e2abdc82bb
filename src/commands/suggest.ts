import { closest, distance } from "fastest-levenshtein";

/** The nearest known name, if it is near enough to have been meant. */
export function didYouMean(typed: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const byLowerCase = new Map(known.map((name) => [name.toLowerCase(), name]));
  const nearest = closest(typed.toLowerCase(), [...byLowerCase.keys()]);
  const near = distance(typed.toLowerCase(), nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  const begun =
    typed.length >= 3
      ? [...byLowerCase.keys()].find((name) => name.startsWith(typed.toLowerCase()))
      : undefined;
  return byLowerCase.get(near ? nearest : (begun ?? "")) ?? null;
}

/** 'did you mean "x"? ' or nothing. */
export function suggestion(typed: string, known: readonly string[]): string {
  const name = didYouMean(typed, known);
  return name === null ? "" : `did you mean "${name}"? `;
}
