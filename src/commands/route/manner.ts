import { tokensOf } from "./tokens.ts";

/** What a question is like, whatever it is about; over words as `tokensOf` gives them. */

const said = (pattern: RegExp) => (tokens: readonly string[]) => pattern.test(tokens.join(" "));

/** Small against large is what everything here is about. */
export const speaksOfSize = said(
  /\b(?:small|smaller|smallest|smallcap|smallies|russell|size|r2k|rty|iwm|little company|tiny|big|larger?|largecap|mega|s&p|sp500|spx|market|index|indice|equity|stock)\b/,
);

/** To what was spoken of before. */
export const refersBack = said(/\b(?:they|them|their|it|those|these|both|one)\b/);

/** Other markets and assets, and parts of this one: figures of all US small-caps are no answer to them. */
export const isAbroad = said(
  new RegExp(
    `\\b(?:${tokensOf(
      "bitcoin crypto cryptocurrency ethereum gold silver copper europe european eurozone japan japanese china chinese india indian " +
        "uk british britain ftse german germany dax french canada canadian brazil brazilian australia australian korea korean asia asian " +
        "nikkei topix stoxx emerging africa mexico turkey russia russian frontier biotech bank banks tech technology semiconductor " +
        "energy healthcare pharma utility reit industrials consumer midcap microcap weather football recipe joke poem song house housing " +
        "mortgage cheese car cars holiday hotel flight pizza movie film lunch dinner coffee",
    ).join(
      "|",
    )}|mid cap|micro cap|real estate|growth stock|value stock|health care|private credit|nano cap)\\b(?! cut)`,
  ),
);

export const isForecast = said(
  /\b(?:will|going to|gonna|shall|forecast|predict\w*|outlook|prospect|tomorrow|next (?:year|month|quarter|week|decade)|coming (?:year|month|quarter|week)|future)\b/,
);
/** What only looks like one of the questions answered here: hikes are not cuts, a list of companies is no index. */
export const isAnotherMatter = said(
  /\b(?:(?:fed|fomc|rate|interest) (?:\w+ ){0,3}(?:hike\w*|hiking|raise|raised|raising|tighten\w*|increase[sd]?)|(?:hike\w*|hiking|raise|raised|raising|increase[sd]?|rise) (?:in |of |interest |fed |policy )*rate|rate rise|rising (?:\w+ )?rate|rate (?:are |were )?rising|^(?:hike\w*|hiking|tightening)|hiking|rate hike\w*|tightening cycle|which small (?:cap|company|stock)s? (?:\w+ )?(?:beat|outperform\w*|did|gain\w*|rose|fell|win|won|lag\w*|return\w*))\b/,
);

/** Of a recession alone: not of how anything did after one. */
export const isOfRecession = (tokens: readonly string[]) =>
  said(/\brecession\b/)(tokens) &&
  !speaksOfSize(tokens) &&
  !refersBack(tokens) &&
  !said(
    /\b(?:after|follow\w*|from|since|out of|past|during|return\w*|perform\w*|recover\w*|trough|did|done|led|lag\w*|beat\w*|how do)\b/,
  )(tokens);

/** What the Fed is going to do, which nobody here knows. */
export const isAboutPolicy = said(
  /\bwill (?:\w+ )?(?:fed|fomc|powell|federal reserve) (?:\w+ )?(?:cut|raise|hike|ease|hold|lower|pause)|when (?:will|is|doe) (?:\w+ ){0,3}(?:fed|fomc|next) (?:\w+ )?cut|(?:odd|probability|chance|likelihood) of (?:a )?(?:\w+ )?(?:cut|hike)|next (?:rate )?(?:cut|hike)\b/,
);
export const isWhy = said(/^(?:\w+ ){0,2}(?:why|how come|what (?:caused|drove|explain)|reason)\b/);
/** Somebody tells of themselves; they do not ask. */
export const isWish = said(/\b(?:i|we) (?:hate|love|lost|own|bought|sold)\b/);

/** What something means, not what it is worth. */
export const isDefinition = said(
  /\b(?:define|defined|definition of|definitions of|what definition|meaning of|mean(?:t)? by|what doe? .*\bmean$|how (?:is|are|do|doe|did) .*\b(?:calculat\w+|comput\w+|defin\w+|measur\w+|worked out|derived|constructed|built)|how do you (?:calculat\w+|comput\w+|measure|work out)|methodology|formula|explain (?:what|how)|what .* stand for|argument|option|parameter)\b|what doe .* mean\b/,
);
