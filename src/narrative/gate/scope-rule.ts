import { isPlain } from "./neutral-directions.ts";
import { anyOf, type Rule } from "./rule.ts";

/** Things that no figure of any topic measures, so that no number can be said of them. */
const BEYOND = [
  anyOf(
    "mid-?caps?|micro-?caps?|mega-?caps?|nano-?caps?|growth (?:stocks?|shares|companies|style)|value (?:stocks?|shares|companies|style)|(?:small|large)-?caps? (?:value|growth) (?:stocks|shares|led|beat|lagged|is|was|has)|tech|technology|biotechs?|banks?|banking|financials|healthcare|utilities|industrials|energy|real estate|software|semiconductors?|sectors?|quality stocks|hedge funds?|private equity|etfs?|funds?|active managers?",
  ),
  anyOf(
    "bonds?|treasuries|gilts?|gold|silver|oil|copper|cash|deposits|commodit(?:y|ies)|crypto\\p{L}*|property|housing|credit|spreads?|currenc(?:y|ies)|futures|options|derivatives",
  ),
  anyOf(
    "emerging|international|global|europe|european|asia|asian|japan|japanese|china|chinese|uk|britain|british|german|germany|france|french|india|indian|canada|canadian|countries|foreign|overseas|abroad|other (?:\\p{L}+ )?(?:markets|countries|indices|regions|economies|asset classes)|developed markets|peers|the market(?! cap| value)|the wider market|broader market|stock markets?|wall street|benchmarks?",
  ),
  anyOf(
    "inflation|gdp|economy|economic|economies|recessions?|unemployment|employment|jobs|consumers?|consumer sentiment|sentiment|tariffs?|elections?|politics|war|trade war|productivity|mergers?|takeovers?|deals?|flows?|inflows?|outflows?|liquidity",
  ),
  anyOf(
    "book value|price[ -]to[ -]book|book|sales|revenues?|margins?|profit margins?|cash ?flows?|ebitda|dividend yields?|cycles?|rate cuts?|easing|policy rates?|dividend growth|buybacks?|leverage|debts?|balance sheets?|roe|return on equity|earnings growth|profit growth|growth",
  ),
  anyOf(
    "after (?:costs|fees|tax|taxes|inflation)|net of (?:costs|fees|tax|taxes)|risk-?adjusted|alpha|sharpe|sortino|real terms|inflation-adjusted|standard deviations?|sigmas?|statistically|t-?stat(?:istic)?s?|odds|chances? (?:of|that)|probability (?:that|of (?:an?|small|large|being))",
  ),
];

/** Other words for what the figures of a topic are about. */
const ALSO: Readonly<Record<string, string>> = {
  deals: "deals mergers takeover",
  universe: "global world countries revenues",
  earnings: "earnings growth profit growth",
  debt: "debts",
  recovery: "recessions cycles",
  regime: "economic economy cycles bank",
  risks: "economic economy unemployment recessions downturn spreads",
  premium: "t-statistics",
};

/** Where nothing is measured, a caveat may name what the figures leave out. */
const PLAIN: Readonly<Record<string, string>> = {
  ratecut: "easing cycles",
  valuation: "the market",
  regime: "banks",
};
const ANY_PLAIN =
  "sectors funds standard deviations recessions liquidity currencies benchmarks book value sales revenues leverage countries margins taxes";

export const scopeRule: Rule = {
  code: "scope",
  refuses: "other assets, regions, sectors, measures and adjustments that no figure of the briefing is about",
  sentence: (sentence, { labels, topics }) => {
    const named = sentence.folded.replace(/\bhawkish central bank\b/gu, "hawkish fed");
    const folded = isPlain(sentence) ? named.replace(/\b(?:level|low) of the market\b/gu, "-") : named;
    const also = (topic: string) =>
      `${ALSO[topic] ?? ""} ${isPlain(sentence) ? `${ANY_PLAIN} ${PLAIN[topic] ?? ""}` : ""}`;
    const own = topics.map(also).join(" ");
    const found = BEYOND.flatMap((pattern) => folded.match(pattern) ?? []);
    return [...new Set(found)]
      .filter((each) => !labels.includes(each) && !own.includes(each))
      .map((each) => `“${each}”`);
  },
};
