/** Control and format characters (overrides of the direction among them) but for the joiners of emoji and scripts. */
export const INVISIBLE = /(?!\n|\p{Join_Control})[\p{Cc}\p{Cf}]/gu;

/** Without invisible characters and lone surrogates; line breaks kept. */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE, "")
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanLines(text).replace(/\s+/gu, " ");
}

/** At most `limit` units, cut between characters and, where that loses little, between words, ending in "…". */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, Math.max(0, limit - 1))
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > limit * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Pieces of at most `limit` units that together hold all of the text, cut at line breaks, else spaces, else anywhere. */
export function pieces(text: string, limit: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit + 1);
    const at = [head.lastIndexOf("\n"), head.lastIndexOf(" ")].find((place) => place > limit / 2);
    const end = at ?? (/[\ud800-\udbff]$/.test(rest.slice(0, limit)) ? limit - 1 : limit);
    found.push(rest.slice(0, end));
    rest = rest.slice(at === undefined ? end : end + 1);
  }
  return rest === "" ? found : [...found, rest];
}

/** Lines packed into as few texts of at most `limit` as hold them all; a longer line is cut into several. */
export function packLines(lines: readonly string[], limit: number): readonly string[] {
  const texts: string[] = [];
  for (const piece of lines.flatMap((line) => pieces(line, limit))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= limit)
      texts[texts.length - 1] = `${last}\n${piece}`;
    else texts.push(piece);
  }
  return texts;
}
