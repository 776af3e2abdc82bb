import { fold } from "./normalise.ts";
import { anyOf, type Rule } from "./rule.ts";
import type { World } from "./world.ts";

/** Capitalised words that are no company. */
const KNOWN = new Set(
  "i smb us usa america american united states fed federal reserve open market committee treasury nber small large mid caps cap small-cap small-caps large-cap large-caps mid-cap mid-caps median p/e pe eps ebit ntm ttm fomc english past first all any scheduled standard volatility".split(
    " ",
  ),
);
const COMPANIES = anyOf(
  "apple|nvidia|tesla|microsoft|amazon|alphabet|google|meta platforms|facebook|netflix|berkshire|broadcom|palantir|gamestop|amc|super micro|supermicro|micron|intel|amd|jpmorgan|goldman|morgan stanley|blackrock|vanguard|fidelity|exxon|chevron|walmart|costco|pfizer|moderna|eli lilly|boeing|ford|gm|visa|mastercard|coinbase|robinhood|microstrategy|carvana|ishares|iwm|spy|qqq|alvarium|factset|bloomberg|lseg|refinitiv|morningstar|msci",
);
const SUFFIX =
  /\b[A-Z][\p{L}&'-]+,? (?:Inc|Corp|Corporation|Co|Ltd|LLC|LP|PLC|plc|AG|SA|NV|SE|Holdings|Group|Bancorp|Therapeutics|Pharmaceuticals|Technologies|Bank|Energy)\b/gu;
const TICKER =
  /\$\s?\p{L}{1,5}\b|(?<![\p{L}&/.-])[A-Z]{2,5}(?:\.[A-Z])?(?![\p{L}&/])|\b(?:NYSE|NASDAQ|AMEX|LSE): ?\p{L}+/gu;
const ROMAN = /^[IVXLCDM]+$/;

/** A word with a capital letter that begins no sentence. */
const CAPITALISED = /(?<=[\p{L}\p{N},;:'")\ue000&/\u2013\u2014-] ?["'(]?)(?<![\p{L}-])\p{Lu}[\p{L}&'/-]*/gu;

const bare = (word: string) => fold(word).replace(/'s?$/, "");
const isKnown = (word: string, { names, labels }: World) => {
  const plain = bare(word);
  return (
    KNOWN.has(plain) ||
    (plain.length > 2 && new RegExp(`\\b${plain.replace(/[^a-z/-]/g, "")}\\b`).test(labels)) ||
    [...names.small, ...names.large].includes(plain)
  );
};
const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[a-z]*)$/;

export const nameRule: Rule = {
  code: "name",
  refuses: "single names and tickers: companies, funds, people; cashtags",
  sentence: ({ plain, folded }, world) => {
    const tickers = (plain.match(TICKER) ?? []).filter((each) => !ROMAN.test(each) && !isKnown(each, world));
    const capitals = (plain.match(CAPITALISED) ?? []).filter(
      (each) => !isKnown(each, world) && !MONTH_OR_DAY.test(bare(each)) && !ROMAN.test(each),
    );
    const found = [
      ...tickers,
      ...capitals,
      ...(plain.match(SUFFIX) ?? []),
      ...(folded.match(COMPANIES) ?? []),
    ];
    return [...new Set(found)].map((each) => `“${each}”`);
  },
};
