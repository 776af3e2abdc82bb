const LONGEST = 15_000;

/**
 * The command line that checks a message. The full stop at its end keeps "private" and "asof=" there words of the
 * message: they are nobody's wish.
 */
export function checkLine(text: string): string {
  return `check ${text.slice(0, LONGEST).toWellFormed()} .`;
}
