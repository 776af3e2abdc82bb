/** Text as a reader sees it: compatibility forms resolved, invisible characters gone, dashes and quotes plain. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, "")
    .replace(/[\u2010-\u2012]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/gu, " ")
    .trim();
}

const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = { ø: "o", ß: "ss", æ: "ae", đ: "d", ł: "l" };

/** Lower case without accents, so that "fívé" is found as "five". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øßæđł]/g, (letter) => WITHOUT_DECOMPOSITION[letter] ?? letter);
}
