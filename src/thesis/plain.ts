const DIGITS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
};
const NUMBER_WORD = new RegExp(`\\b(?:${Object.keys(DIGITS).join("|")})\\b`, "g");
const SMALL =
  /\b(?:(?:us|american) )?(?:small(?:er)?[- ]?cap(?:s|itali[sz]ations?)?(?: (?:companies|company|stocks|shares))?|small(?:er)? (?:companies|stocks|firms)|russell 2000(?: index)?)\b/g;
const LARGE =
  /\b(?:(?:us|american) )?(?:(?:large|larger|mega)[- ]?cap(?:s|itali[sz]ations?)?(?: (?:companies|company|stocks|shares))?|(?:large|larger|big|bigger) (?:companies|stocks|firms|ones)|s&p 500(?: index)?)\b/g;

/** The names of indices in a sentence (lower case). */
export const indicesIn = (folded: string): readonly string[] => [
  ...new Set(folded.match(/\brussell \d+\b|\bs&p \d+\b/g) ?? []),
];

/**
 * A sentence (lower case) for grammars that read all of it: "S" and "L" for the two sides, numbers in digits, no
 * articles, nothing but what may carry meaning.
 */
export function plain(folded: string): string {
  return folded
    .replace(/^(?:<[!@][^>]*>[ ,:]*|@\w+[ ,:]+)+/, "")
    .replace(/^["“'](.*)["”']$/, "$1")
    .replace(/[.!]["')\]”]*$/, "")
    .replace(/\bu\.s\.?(?= )/g, "us")
    .replace(/n't\b/g, " not")
    .replace(NUMBER_WORD, (word) => DIGITS[word] ?? word)
    .replace(SMALL, "S")
    .replace(LARGE, "L")
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/ ?\b(?:per ?cent|pct)\b/g, "%")
    .replace(/(\d) %/g, "$1%")
    .replace(/(\d)[- ](?=(?:day|week|month|year)s?\b)/g, "$1 ")
    .replace(/'s\b/g, "")
    .replace(/[,;:]|[–—]/g, " ")
    .replace(/(?<![&\w-])(?:the|a|an|also|its|their)\b(?!\.)/g, " ")
    .replace(/^\s*(?:and|but|while|whereas)\b/, " ")
    .replace(/\bsome (?=\d)/g, "about ")
    .replace(/\s+/g, " ")
    .trim();
}

/** "A year" is a rate, "a" alone is not: said before articles go. */
export const isRate = (folded: string): boolean =>
  /\d ?(?:%|per ?cent|pct|pp|ppts?|points|percentage points|bps?|basis points) (?:an?|per|each|every) (?:year|month|quarter|week|day|cut)\b|\bannuali[sz]ed\b|\bper (?:annum|year)\b|\bp\.a\b|\bannually\b|\byearly\b/.test(
    folded,
  );
