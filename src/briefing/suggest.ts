import { closest, distance } from "fastest-levenshtein";

/** The nearest known name, if it is near enough to have been meant; one or two characters are too few to tell. */
export function didYouMean(typed: string, known: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  if (wanted.length < 3 || known.length === 0) return null;
  const byLowerCase = new Map(known.map((name) => [name.toLowerCase(), name]));
  const names = [...byLowerCase.keys()];
  const nearest = closest(wanted, names);
  const isNear = distance(wanted, nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  const meant = isNear ? nearest : names.find((name) => name.startsWith(wanted));
  return byLowerCase.get(meant ?? "") ?? null;
}

/** 'did you mean "x"? ' or nothing. */
export function suggestion(typed: string, known: readonly string[]): string {
  const name = didYouMean(typed, known);
  return name === null ? "" : `did you mean "${name}"? `;
}

/** The same for a whole command, in `backticks`: surfaces make a link of it. */
export function commandSuggestion(
  typed: string,
  known: readonly string[],
  command: (name: string) => string = (name) => name,
): string {
  const name = didYouMean(typed, known);
  return name === null ? "" : `did you mean \`${command(name)}\`? `;
}
