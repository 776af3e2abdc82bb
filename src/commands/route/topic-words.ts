import type { Asks } from "../../topics/asks.ts";

/** For topics of DESIGN's list that do not bring words of their own yet: used once they are registered. */
export const TOPIC_WORDS: Readonly<Record<string, Asks>> = {
  thesis: {
    words: [
      "thesis", "case for small cap", "small cap case", "investment case", "claim*", "ledger", "article", "argument for", "bull case",
      "bear case", "evidence for", "does story hold", "story hold", "case hold", "still stand", "case strengthen*", "case weaken*",
      "what would break case", "pros and con", "tailwind", "2026 bode", "narrative hold", "hold water", "hold up", "case stand",
    ],
    hints: ["story", "case", "verdict", "argument", "evidence", "holds", "true", "myth"],
  },
  premium: {
    words: [
      "size premium", "size effect", "size factor", "smb", "small minus big", "fama french", "fama", "small cap premium", "small firm effect",
      "january effect", "in january", "long run premium", "size anomaly", "factor premium", "long term premium", "small stock premium",
      "since 1926", "in long run", "over long run", "very long run", "other month", "small size effect", "banz",
    ],
    hints: ["premium", "january", "factor", "long run", "anomaly", "decade", "historically", "century"],
  },
  recovery: {
    words: [
      "recovery", "recoveries", "recession*", "trough", "after downturn", "nber", "rebound*", "bounce back", "bounce*", "economic upturn",
      "after crisis", "financial crisis", "after 2008", "great recession", "coming out of recession", "business cycle low", "after covid",
      "post crisis", "upswing", "after crash", "end of recession",
    ],
    hints: ["crisis", "recover*", "downturn", "slump", "covid", "2008", "2009"],
  },
  debt: {
    words: [
      "debt", "floating rate", "floating debt", "leverage*", "indebted*", "borrow*", "interest cover*", "zombie*", "refinanc*", "maturity wall",
      "variable rate", "fixed rate debt", "swap to fixed", "swapped", "interest expense", "balance sheet", "loan", "interest burden",
      "term loan", "credit facility", "interest bill", "gearing", "debt load", "owe",
    ],
    hints: ["interest", "solvency", "credit", "floating", "loans", "lender"],
  },
  coverage: {
    words: [
      "analyst coverage", "analyst*", "covered by analyst", "sell side", "coverage", "under researched", "underresearched", "researched",
      "uncovered", "followed by", "research coverage", "how many analyst", "neglected", "broker coverage", "orphan stock",
    ],
    hints: ["covered", "research", "estimates", "follow*"],
  },
  universe: {
    words: [
      "universe", "how many small cap", "number of small cap", "listed company", "listed companies", "share of world", "share of global",
      "how big is small cap market", "how many company", "how many companies", "world small cap", "global small cap", "market cap range",
      "definition of small cap", "what counts as small cap", "what is small cap", "size of market", "how small is small",
      "how many stock", "percent of listed", "index made up", "count as small", "called small cap", "breakpoint", "$2bn", "size band",
    ],
    hints: ["listed", "global", "world", "worldwide", "count"],
  },
  earnings: {
    words: [
      "earnings growth", "profit growth", "earnings revision", "revision*", "earnings trend", "eps growth", "revised up", "revised down",
      "upgrade*", "downgrade*", "revision breadth", "estimate change", "estimate rising", "estimate falling", "earnings momentum",
      "growth potential", "earnings grow*", "profit grow*", "estimates going up", "estimates going down", "eps estimate", "earnings estimate",
      "earnings forecast", "analysts raising", "analysts cutting estimates", "earnings outlook", "expected growth", "estimate revised",
    ],
    hints: ["earnings", "profit", "eps", "growth", "grow*", "breadth", "estimate"],
  },
  deals: {
    words: [
      "deal", "deals", "merger", "m&a", "mergers and acquisitions", "acquisition", "takeover", "take over", "buyout", "bid", "acquired",
      "taken private", "private equity", "takeout", "being bought", "tender offer", "deal activity", "deal count", "acquirer", "lbo",
      "take private", "deal volume", "acquire*", "merge*", "bought out",
    ],
    hints: ["target company", "activity", "bids"],
  },
  volatility: {
    words: [
      "volatil*", "riskier", "how risky", "risky", "beta", "standard deviation", "correlat*", "vol", "swing*", "diversif*", "realised vol",
      "realized vol", "choppy", "choppier", "bumpy", "riskiness", "variance", "bigger move", "move more than", "stable",
    ],
    hints: ["risk", "calm", "nervous", "drawdown", "volume"],
  },
  regime: {
    words: [
      "regime", "regime indicator", "phase of cycle", "economic phase", "cycle phase", "where are we in cycle", "business cycle", "expansion",
      "slowdown", "contraction", "economic cycle", "late cycle", "early cycle", "mid cycle", "macro regime", "leading indicator", "which phase",
      "what phase", "stage of cycle", "part of cycle", "macro backdrop",
    ],
    hints: ["economy", "phase", "macro", "cycle", "economic"],
  },
  risks: {
    words: [
      "risks", "trigger*", "what could go wrong", "what would break", "go wrong", "warning*", "red flag", "sahm", "cfnai", "high yield spread",
      "credit spread", "vix", "policy uncertainty", "yield curve", "hawkish", "jobless claims", "initial claims", "ism", "stress index",
      "financial condition", "geopolitical", "danger", "threat", "early warning", "alarm", "nearest trigger", "distance to", "fire*",
      "downside risk", "key risk", "main risk", "biggest risk", "uncertainty", "recession risk", "tail risk", "what to watch", "watch list",
      "curve inverted", "inverted curve", "unemployment", "payroll", "oil price",
    ],
    hints: ["risk", "warn", "worry", "worried", "recession", "spread", "afraid"],
  },
};
