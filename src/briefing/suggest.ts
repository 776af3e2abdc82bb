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

/** What a part of a figure's key may be called by who does not know it. */
const CALLED: Readonly<Record<string, string>> = {
  difference: "relative",
  diff: "relative",
  excess: "relative",
  gap: "relative",
  spread: "relative",
  average: "mean",
  avg: "mean",
};

/**
 * The figure that was meant by a dotted key that is none, or those that differ from it in one part where it is not plain
 * which. Empty: none is near.
 */
export function nearKeys(typed: string, keys: readonly string[]): readonly string[] {
  const parts = typed.toLowerCase().split(".");
  const alike = keys.flatMap((key) => {
    const own = key.toLowerCase().split(".");
    const others = own.flatMap((part, at) => (part === parts[at] ? [] : [{ part, at }]));
    const [other] = others;
    return own.length === parts.length && others.length === 1 && other !== undefined
      ? [{ key, ...other }]
      : [];
  });
  const meant = alike.find(({ part, at }) => {
    const wanted = parts[at] ?? "";
    const rivals = alike.filter((each) => each.at === at).map((each) => each.part);
    return part === (rivals.includes(CALLED[wanted] ?? "") ? CALLED[wanted] : didYouMean(wanted, rivals));
  });
  if (meant !== undefined) return [meant.key];
  const near = alike.length > 0 ? null : didYouMean(typed, keys);
  return near === null ? alike.map(({ key }) => key) : [near];
}
