import { isPlain } from "./neutral-directions.ts";
import { anyOf, type Rule } from "./rule.ts";

const MONTHS = anyOf(
  "january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec",
);
const CAPITAL_MONTHS = /(?<!^)(?<![.] )\b(?:May|March|Mar)\b|\b(?:March|May)(?= (?:of|the|to|was|saw|last))/g;
const WEEKDAYS = anyOf("mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?");
const ABROAD = anyOf(
  "januar|februar|marz|maerz|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|junho|julho|setembro|outubro|dezembro|januari|februari|maart|mei|augustus",
);
const RELATIVE = [
  anyOf("yesterday|tomorrow|tonight|today|today's|overnight|nowadays|fortnight"),
  /(?<!\bthe )(?<!\bits )\b(?:last|next|previous|this coming) (?:year|quarter|month|week|session|decade|summer|winter|spring|autumn|fall)\b/gu,
  /\b(?:first|second|third|fourth|final|opening|closing) (?:quarter|half|week)\b/gu,
  /\bq[ -]?[ivx]+\b|\b(?:summer|winter|autumn|springtime|christmas|easter|thanksgiving|new year's?|halloween)\b/gu,
  /\b(?:financial crisis|great recession|pandemic|covid|dot-?com|black (?:monday|friday)|liberation day|eighties|nineties)\b/gu,
];

export const dateRule: Rule = {
  code: "date",
  refuses: "dates: months, weekdays, quarters, “last year”, “today”, named episodes",
  sentence: (sentence, { labels, figures }) => {
    const { folded, plain, slots } = sentence;
    const months = slots.some(({ key }) => /\blast month\b/.test(figures.get(key)?.label ?? ""));
    const named = isPlain(sentence) && labels.includes("january");
    const era = named || slots.some(({ key }) => /^premium\.(?:january|otherMonths)\./.test(key));
    const eras = era ? folded.replace(/\bjanuary\b/g, "-") : folded;
    const text = months ? eras.replace(/\blast month\b/g, "-") : eras;
    const found = [MONTHS, WEEKDAYS, ABROAD, ...RELATIVE].flatMap((each) => text.match(each) ?? []);
    return [...new Set([...found, ...(plain.match(CAPITAL_MONTHS) ?? [])])].map((each) => `“${each}”`);
  },
};
