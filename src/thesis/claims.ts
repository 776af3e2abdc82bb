/** One claim of an article of December 2025 that argues for US small-caps, in our own words. */
export interface Claim {
  /** Its number in the ledger. */
  readonly id: number;
  readonly statement: string;
  /** The figure as it was printed; null: none was. */
  readonly published: string | null;
  /** Whom the footnote cites, and what of it is known; null: not checked. */
  readonly source: string | null;
  readonly pitfalls: readonly string[];
  /** What its test needs. */
  readonly needs: string;
  /** Which sentences make it: every pattern of one of the lists is found (lower case). */
  readonly said: readonly (readonly RegExp[])[];
}

const SMALL = /\bsmall(?:er)?[- ]?(?:caps?|cap\w*|companies|stocks|firms)\b|\brussell 2000\b/;
const LARGE = /\b(?:large|mega|big)[- ]?(?:caps?|cap\w*|companies|stocks)\b|\bs&p 500\b/;
const CUTS =
  /\b(?:rate|fed|federal reserve|interest[- ]rate|policy|first|all|the) (?:rate )?cuts?\b|\bcut(?:s|ting)? (?:in )?(?:interest )?rates\b|\beas(?:ing|ed)\b/;
const BEAT = /\b(?:beat\w*|outperform\w*|outpac\w*|led|ahead|better|lag\w*|trail\w*|underperform\w*)\b/;

export const CLAIMS: readonly Claim[] = [
  {
    id: 1,
    statement: "A small-cap is worth between 250 million and 2 billion dollars",
    published: "$250m to $2bn",
    source: null,
    pitfalls: ["Members of the small index may be worth far more than the band"],
    needs: "the market caps of the small index's members (constituents.csv)",
    said: [[SMALL, /\b250\s?(?:m|mn|million)\b/, /\b2\s?(?:bn|billion)\b/]],
  },
  {
    id: 2,
    statement: "Members of the large-cap index are worth more than 10 billion dollars",
    published: "over $10bn",
    source: null,
    pitfalls: ["One smaller member falsifies it"],
    needs: "the market caps of the large index's members (constituents.csv)",
    said: [[LARGE, /\b10\s?(?:bn|billion)\b/]],
  },
  {
    id: 3,
    statement: "Small-caps have the stronger growth potential",
    published: null,
    source: null,
    pitfalls: ["Base effects", "Survivorship"],
    needs: "expected and five-year realised earnings growth of both sides",
    said: [
      [
        SMALL,
        /\bgrowth (?:potential|prospects|runway)\b|\bgrow (?:faster|more quickly)\b|\b(?:stronger|faster|higher|greater) (?:earnings )?growth\b/,
      ],
    ],
  },
  {
    id: 4,
    statement: "Small-caps are more volatile than large-caps",
    published: null,
    source: null,
    pitfalls: ["One window of one index is one reading"],
    needs: "volatility over one, three and five years",
    said: [
      [
        SMALL,
        /\b(?:more|less|greater|higher|lower) volatil\w+\b|\bvolatil\w+ (?:than|is higher|is lower)\b|\bno more volatile\b/,
      ],
    ],
  },
  {
    id: 5,
    statement: "85 % of the world's listed companies are small-caps",
    published: "85 %",
    source: null,
    pitfalls: ["Provider and micro-caps move it"],
    needs: "counts of listed companies by size, of one provider (universe.csv)",
    said: [
      [SMALL, /\b85\s?(?:%|per ?cent)/],
      [SMALL, /\b(?:world|global)\w*\b.*\blisted\b|\blisted\b.*\b(?:world|globally)\b/],
    ],
  },
  {
    id: 6,
    statement: "65 % of the world's small-cap index is US",
    published: "65 %",
    source: null,
    pitfalls: ["Weight and count are two answers; the sentence does not say which"],
    needs: "regions by weight and by count (universe.csv)",
    said: [
      [SMALL, /\b65\s?(?:%|per ?cent)/],
      [SMALL, /\b(?:world|global)\b.*\bindex\b.*\b(?:us|american|united states)\b/],
    ],
  },
  {
    id: 7,
    statement: "One analyst follows a small-cap where four follow a large-cap",
    published: "1 to 4",
    source: "The cited paper is about international small-caps; US figures are nearer 3.2 to 3.4",
    pitfalls: [
      "The cited paper is about international small-caps",
      "Companies that nobody follows must count as none",
    ],
    needs: "analysts per company of both sides (constituents.csv)",
    said: [[/\banalysts?\b/, /\b(?:small|large)[- ]?cap/]],
  },
  {
    id: 8,
    statement: "Small companies beat large ones over the long run",
    published: null,
    source: "Fama and French, 1993",
    pitfalls: ["The original t was 1.7", "The era decides"],
    needs: "the size factor by era (factors.csv)",
    said: [
      [SMALL, BEAT, /\blong[- ](?:run|term)\b|\bover (?:the )?(?:decades|very long)\b|\bhistorically\b/],
      [/\bsize premium\b|\bsmall[- ]firm effect\b|\bfama\b/],
    ],
  },
  {
    id: 9,
    statement: "The size premium has been inconsistent since",
    published: null,
    source: null,
    pitfalls: ["The start date decides"],
    needs: "rolling ten-year size factors (factors.csv)",
    said: [
      [
        /\b(?:size premium|small[- ]?cap (?:premium|outperformance)|premium)\b/,
        /\b(?:inconsistent|patchy|uneven|come and gone|faded|disappeared|weaker)\b/,
      ],
    ],
  },
  {
    id: 10,
    statement: "Small-caps are sensitive to rates and to the cycle",
    published: null,
    source: null,
    pitfalls: ["Contested in the literature", "The sign of the sensitivity may flip between windows"],
    needs: "rolling betas on yields, credit spreads and activity (macro.csv)",
    said: [[SMALL, /\b(?:sensitiv\w+|geared|exposed)\b/, /\b(?:rates?|cycle|cyclical|economy|economic)\b/]],
  },
  {
    id: 11,
    statement: "Easier money is a tailwind for small-caps",
    published: null,
    source: null,
    pitfalls: ["Easing tends to come with bad news"],
    needs: "the size factor in easing against tightening spells (factors.csv, policy-decisions.csv)",
    said: [
      [
        /\b(?:tailwind|boost|support\w*|benefit\w*|help\w*)\b/,
        /\b(?:lower rates|rate cuts?|easing|easier (?:money|policy)|looser (?:money|policy)|monetary policy|falling rates)\b/,
      ],
    ],
  },
  {
    id: 12,
    statement: "41 % of small-cap companies rely on floating-rate debt",
    published: "41 %",
    source: "Published figures (30 to 38 %) are shares of debt, not of companies",
    pitfalls: ["A share of debt is not a share of companies"],
    needs: "floating and total debt of the members (constituents.csv), topic debt",
    said: [[SMALL, /\bfloating\b|\bvariable[- ]rate\b/]],
  },
  {
    id: 13,
    statement: "19 % of large-caps' debt or companies float",
    published: "19 %",
    source: "Others print 6 to 9 %",
    pitfalls: ["A share of debt is not a share of companies"],
    needs: "floating and total debt of the members (constituents.csv), topic debt",
    said: [[LARGE, /\bfloating\b|\bvariable[- ]rate\b/]],
  },
  {
    id: 14,
    statement:
      "Since 1990 small-caps have on average beaten large-caps 1, 3, 6, 12 and 24 months after Fed cuts",
    published: null,
    source: null,
    pitfalls: [
      "The sample is about seven episodes",
      "All cuts and first cuts of a cycle can disagree in sign",
    ],
    needs: "index levels and policy decisions, topic ratecut",
    said: [[SMALL, BEAT, CUTS, /\b(?:after|following|once|when|in the wake of)\b/]],
  },
  {
    id: 15,
    statement: "The third cut of 2025 came on 10 December",
    published: "10 December 2025",
    source: null,
    pitfalls: ["Announced is not effective: the new rate applied a day later"],
    needs: "policy decisions (policy-decisions.csv)",
    said: [
      [/\bthird\b.*\b(?:cut|reduction)\b/, /\b(?:2025|this year|december)\b/],
      [/\bthree (?:rate )?(?:cuts|times)\b/, /\b(?:2025|fed)\b/],
    ],
  },
  {
    id: 16,
    statement: "Small-caps beat large-caps by 5 % over six months",
    published: "5 %",
    source: null,
    pitfalls: ["The end date decides, so neighbouring month-ends are shown"],
    needs: "index levels to the end of December 2025, topic performance",
    said: [],
  },
  {
    id: 17,
    statement: "August 2025, with 7.1 %, was a near-record month for small-caps",
    published: "7.1 %",
    source: null,
    pitfalls: ["The return is absolute, not relative to large-caps"],
    needs: "index levels to November 2025, topic performance",
    said: [[/\baugust\b/, /\b(?:record|7\.1)\b/]],
  },
  {
    id: 18,
    statement: "August 2025 was the strongest month against large-caps in twelve",
    published: null,
    source: null,
    pitfalls: ["Twelve months to the month of writing; another window has another best month"],
    needs: "index levels to November 2025, topic performance",
    said: [
      [
        /\b(?:strongest|best|largest|biggest)\b.*\bmonth\b/,
        /\b(?:year|twelve|12|relative|against|versus|large)\b/,
      ],
    ],
  },
  {
    id: 19,
    statement: "Small-caps beat large-caps in recoveries",
    published: null,
    source: null,
    pitfalls: ["Troughs are dated months later: look-ahead"],
    needs: "NBER troughs and index levels (recessions.csv), topic recovery",
    said: [
      [
        SMALL,
        /\brecover(?:y|ies)\b|\bafter recessions?\b|\bcoming out of (?:a )?recessions?\b|\bearly[- ]cycle\b/,
        new RegExp(`${BEAT.source}|\\b(?:well|best|strong\\w*|thrive\\w*)\\b`),
      ],
    ],
  },
  {
    id: 20,
    statement: "Small-cap valuations mirror consumer sentiment",
    published: null,
    source: "No source is given",
    pitfalls: ["Levels that trend correlate; changes decide"],
    needs: "relative valuation history and consumer sentiment (valuation-history.csv, macro.csv)",
    said: [[/\b(?:consumer )?(?:sentiment|confidence)\b/, /\b(?:valuations?|small[- ]?caps?|multiples?)\b/]],
  },
  {
    id: 21,
    statement: "Small-caps earn mostly at home",
    published: null,
    source: null,
    pitfalls: ["It is true of large-caps too"],
    needs: "the members' US share of revenue (constituents.csv)",
    said: [[/\bdomestic\w*\b|\bat home\b|\bus revenues?\b/, SMALL]],
  },
  {
    id: 22,
    statement: "Small-caps are a barometer of the economy",
    published: null,
    source: null,
    pitfalls: ["To move with the economy is not to lead it"],
    needs: "lead and lag against activity (macro.csv)",
    said: [[/\b(?:barometer|bellwether|gauge|leading indicator|canary)\b/]],
  },
  {
    id: 23,
    statement: "Small-caps beat large-caps for three years after the crisis of 2008",
    published: null,
    source: null,
    pitfalls: ["The start date decides"],
    needs: "returns from each month-end of September 2008 to June 2009",
    said: [[/\b(?:2008|2009|financial crisis|gfc)\b/, new RegExp(`${SMALL.source}|${BEAT.source}`)]],
  },
  {
    id: 24,
    statement: "A bank's regime indicator turned to recovery in September 2025",
    published: "September 2025",
    source: "The cited page is about another subject",
    pitfalls: ["The indicator is proprietary: a replica says what a replica says"],
    needs: "the macro series of the replica (macro.csv), topic regime",
    said: [[/\b(?:regime|cycle) indicator\b|\bindicator\b.*\b(?:turned|moved|shifted)\b.*\brecovery\b/]],
  },
  {
    id: 25,
    statement: "Small-caps have traded at a discount for quite some time",
    published: null,
    source: "The cited page says that small-caps historically traded at a premium",
    pitfalls: [
      "The cited page says that small-caps historically traded at a premium",
      "The variant decides the sign",
    ],
    needs: "24 months of relative forward P/E (valuation-history.csv)",
    said: [
      [
        SMALL,
        /\bdiscount\b|\bcheaper\b|\bundervalued\b/,
        /\b(?:for (?:quite )?(?:some time|years|a while|a long time)|long been|persistent\w*|extended period|since 20\d\d|two years)\b/,
      ],
    ],
  },
  {
    id: 26,
    statement: "Small-caps trade on 19 times forward earnings, large-caps on 23",
    published: "19x against 23x",
    source: "The cited page prints other indices",
    pitfalls: ["The cited page prints other indices", "The variant decides"],
    needs: "estimates of the members (constituents.csv), topic valuation",
    said: [
      [/\b19(?:\.0)?\s?(?:x|times)\b/, /\b23(?:\.0)?\s?(?:x|times)\b/],
      [
        SMALL,
        /\b19(?:\.0)?\s?(?:x|times)\b.*\b23(?:\.0)?\b|\b19(?:\.0)? (?:and|against|versus|v|vs|to) 23(?:\.0)?\s?(?:x|times)\b/,
      ],
    ],
  },
  {
    id: 27,
    statement: "The P/E is price over annual earnings",
    published: null,
    source: null,
    pitfalls: [
      "A forward P/E is price over the earnings expected for the next twelve months, not over a year's reported ones",
    ],
    needs: "nothing: it is a matter of wording",
    said: [
      [/\b(?:p\/e|price[- ](?:to[- ])?earnings)\b/, /\b(?:annual|yearly|a year's|last year's) earnings\b/],
    ],
  },
  {
    id: 28,
    statement: "Small-cap earnings are being revised upward",
    published: null,
    source: null,
    pitfalls: ["It may be priced in"],
    needs: "revisions up and down (revisions.csv), topic earnings",
    said: [[/\b(?:earnings|estimates?|profit)\b/, /\b(?:revis\w+|upgrad\w+|downgrad\w+)\b/]],
  },
  {
    id: 29,
    statement: "Deals are on pace for the record of 1996",
    published: "1996",
    source: null,
    pitfalls: ["Counts from filings begin in 2001, so 1996 cannot be reached"],
    needs: "deals (deals.csv), topic deals",
    said: [
      [
        /\b(?:deals?|m&a|mergers?|takeovers?|acquisitions?)\b/,
        /\b(?:record|1996|pace|pick\w* up|rising|surg\w+|rebound\w*|accelerat\w+)\b/,
      ],
    ],
  },
  {
    id: 30,
    statement: "Quality small-caps diversify a portfolio of mega-caps",
    published: null,
    source: null,
    pitfalls: ["A correlation under 0.9 is not a low one", "Correlations rise when markets fall"],
    needs: "252 days of daily levels, topic performance",
    said: [[/\bdiversif\w+\b/, /\b(?:small[- ]?caps?|mega[- ]?caps?|large[- ]?caps?)\b/]],
  },
  {
    id: 31,
    statement: "The case for small-caps has strengthened",
    published: null,
    source: null,
    pitfalls: ["What weighs how much is a matter of opinion"],
    needs: "the ledger's own count of verdicts",
    said: [
      [
        /\bcase for\b.*\bstrength\w+\b|\bcase (?:has )?strength\w+\b|\bbodes? well\b|\bstars? (?:are )?align\w*\b/,
      ],
    ],
  },
];
