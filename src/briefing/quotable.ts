/** Printable, on one line, and at most 60 characters: what a message may quote back. */
export function quotable(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return clean.length > 60 ? `${clean.slice(0, 59).toWellFormed()}…` : clean;
}
