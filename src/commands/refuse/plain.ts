/** Letters of other alphabets that look like Latin ones: in a word of both they stand for those. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [..."аaеeоoрpсcуyхxіiѕsјjԁdһhкkвbнhтtмmαaοoρpεeιiνvκkυuτtηn"].reduce<[string, string][]>(
    (pairs, letter, at, all) => {
      if (at % 2 === 0) pairs.push([letter, all[at + 1] ?? ""]);
      return pairs;
    },
    [],
  ),
);
const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const INVISIBLE = /\p{Cf}|\u034f|[\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\ufe00-\ufe0f]/gu;

/** As somebody reads it: without what does not show, with wide and fancy letters as plain ones, on one line. */
export function asRead(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/[\p{L}\p{M}]+/gu, (word) =>
      LATIN.test(word) && OTHER.test(word)
        ? [...word].map((letter) => LOOK_ALIKES[letter.toLowerCase()] ?? letter).join("")
        : word,
    )
    .replace(/[\u2018\u2019\u02bc\u00b4\u0060\u2032]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** For matching: lower case, accents gone from Latin letters, marks and punctuation as spaces; letters spelt out are joined. */
export function folded(text: string): string {
  return asRead(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, "")
    .normalize("NFC")
    .replace(/[ıİ]/g, "i")
    .replace(/[øö]/g, "o")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .replace(/ё/g, "е")
    .replace(/\p{Script=Arabic}+/gu, (word) => word.replace(/\p{Mn}/gu, "").replace(/[أإآ]/g, "ا"))
    .replace(/'(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}$%&]+/gu, " ")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/gu, (spelt) => spelt.replaceAll(" ", ""))
    .trim();
}
