/** Words that say nothing by themselves, and those that some form of the grammar knows. */
const KNOWN = new Set(
  (
    "S L at by of on in to for from with than and or over during after following is are was were be been being have has had " +
    "it that this which who as not do does did they there x times beat beats beaten led lagged outperformed trailed ahead behind " +
    "rose fell gained returned month months year years past last rate rates cut cuts fed federal reserve trade trades trading " +
    "discount premium earnings forward cheaper average % more less points"
  ).split(" "),
);
/** Years are words here: no figure is of one. */
const NUMBER = /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?%?$/;
const MOST = 6;

/** Why a sentence is not tested: the words that no rule reads, or else their order. */
export function notUnderstood(clauses: readonly string[], isRate: boolean): string {
  if (isRate) return "it says more than the figures can test: a rate a year, or for each of something";
  const words = clauses.flatMap((clause) => clause.split(" "));
  const strange = [...new Set(words.filter((word) => !KNOWN.has(word) && !NUMBER.test(word)))];
  if (strange.length === 0)
    return "it says more, or puts it in another way, than the figures can test: its words are known, all of them together are not";
  const named = strange.slice(0, MOST).map((word) => word.replace(/^[SL]$/, ""));
  const others = strange.length > MOST ? ` and ${strange.length - MOST} more words` : "";
  return `it says more than the figures can test: ${named.join(", ")}${others}`;
}
