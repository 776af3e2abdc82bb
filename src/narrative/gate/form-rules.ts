import { isPlain } from "./neutral-directions.ts";
import { anyOf, type Rule, wordRule } from "./rule.ts";

const quoted = (found: readonly string[]) =>
  [...new Set(found)].map((each) => `“${each}” (U+${each.codePointAt(0)?.toString(16).padStart(4, "0")})`);

export const scriptRule: Rule = {
  code: "script",
  refuses:
    "letters of other scripts and look-alikes, marks, unassigned characters, words spelt out in letters",
  sentence: ({ plain, raw }) => {
    const letters = plain.match(/(?![A-Za-zÀ-ÖØ-öø-ÿ])\p{L}/gu) ?? [];
    const marks = plain.match(/[\p{M}\p{Cs}\p{Cn}\ufffd]|(?!\ue000)\p{Co}/gu) ?? [];
    const hidden = raw.match(/[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu) ?? [];
    const spelt = plain.match(/(?<![\p{L}.])\p{L}(?:[ .·-]\p{L}){2,}(?!\p{L})/gu) ?? [];
    return [...quoted([...letters, ...marks, ...hidden]), ...spelt.map((each) => `“${each}” is spelt out`)];
  },
};

export const linkRule: Rule = wordRule("link", "addresses, e-mail and mentions", [
  /\b(?:https?|ftp|file|mailto|javascript|data|slack|tel):[^ ]*/gu,
  /\bwww\b[^ ]*|\b[a-z0-9-]+\s?(?:\.|\[\.\]|\(dot\)| dot )\s?(?:com|net|org|io|ai|co|uk|eu|de|app|dev|info|biz|xyz|link|finance|money)\b/gu,
  /@[^ ]*|\b(?:everyone|here)@|<!?(?:here|channel|everyone)\b|\b(?:at|@) (?:channel|everyone)\b/gu,
  /\/\/[^ ]+/gu,
]);

export const markupRule: Rule = {
  code: "markup",
  refuses: "markup: brackets, asterisks, back-ticks, entities, line breaks within a sentence",
  sentence: ({ plain, raw }) => [
    ...[...new Set(plain.match(/[<>[\]*_`~#|\\^]|&[a-z]+;/giu) ?? [])].map((each) => `“${each}”`),
    ...(/[\n\r\u2028\u2029\v\f]/.test(raw.trim()) ? ["a line break"] : []),
  ],
};

/** Letters, marks, digits, money, markup and braces have rules of their own. */
const PLAIN_PUNCTUATION = /[ .,;:'"()/&\u2013\u2014\ue000-]/u;
const ELSEWHERE = /[\p{L}\p{M}\p{N}\p{Sc}\p{C}<>[\]*_`~#|\\^{}@%\u2044]/u;

export const symbolRule: Rule = {
  code: "symbol",
  refuses:
    "signs that say something without words: arrows, plus and minus, emoji, question and exclamation marks",
  sentence: ({ plain }) => {
    const odd = [...plain].filter((char) => !PLAIN_PUNCTUATION.test(char) && !ELSEWHERE.test(char));
    const signs = plain.match(/(?<![\p{L}\p{N}])[-\u2013](?=\ue000)/gu) ?? [];
    return quoted([...odd, ...signs.filter((each) => each !== "")]);
  },
};

const MONEY = anyOf(
  "dollars?|usd|us\\$|euros?|eur|pounds?|sterling|gbp|yen|jpy|yuan|renminbi|cny|rmb|francs?|chf|rupees?|inr|cents?|pence|bucks|won|krw|roubles?|rubles?|pesos?|reais|kronor|kroner|krona|bitcoin|btc|cad|aud",
);

/** Of what a line is drawn in, where no number stands. */
const IN_DOLLARS = /\b(?:fixed|set|drawn|stated|measured|expressed|reported) in dollars\b/gu;

export const currencyRule: Rule = {
  code: "currency",
  refuses: "currency signs and words: no figure is an amount of money",
  sentence: (sentence) => {
    const { plain, folded } = sentence;
    const text = isPlain(sentence) ? folded.replace(IN_DOLLARS, "-") : folded;
    return [...new Set([...(plain.match(/\p{Sc}/gu) ?? []), ...(text.match(MONEY) ?? [])])].map(
      (each) => `“${each}”`,
    );
  },
};
