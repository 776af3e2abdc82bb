import type { Aspects } from "../figures.ts";

/** The words that say what a number is about, by aspect, with the value of it that they admit. */
export const MARKS: Readonly<Record<Exclude<keyof Aspects, "side">, readonly (readonly [RegExp, string])[]>> =
  {
    sample: [
      [
        /\b(?:all|every|all of the|each of the|any of the)[ -](?:(?:fed|rate|policy|policy rate|fed rate) )?(?:cuts?|easings?)\b/gu,
        "all",
      ],
      [/(?:\b(?:all|every) (?:the )?|\ue000 )recover(?:y|ies)\b/gu, "all"],
      [
        /(?<!\bits )(?<!\btheir )\bfirst[ -]cuts?\b(?! of (?:this|the (?:latest|current)))(?<!\b(?:this|the (?:latest|current)) cycle\b[^.;:]{0,120}\b(?:the|its) first cut)/gu,
        "first",
      ],
      [/\bscheduled\b/gu, "scheduled"],
      [
        /\b(?:rate|fed|policy|target) (?:rises?|hikes?|increases?)\b|\bhikes?\b|\btightenings?\b(?! (?:spells?|months?|periods?|phases?)\b)/gu,
        "rises",
      ],
      [
        /\b(?:any|ordinary|average|typical|every|all|random) months?\b|\bbase[ -]rates?\b|\bcut or no cut\b|\bunconditional(?:ly)?\b/gu,
        "base",
      ],
      [/\b(?:this|latest|current|present|running) (?:easing |rate |cutting )?cycle\b/gu, "thisCycle"],
      [/\b(?:earlier|previous|past|other|a single|each) cycles?\b/gu, "cycle"],
      [/\bcycles (?:measured|counted|covered)\b/gu, "*"],
    ],
    period: [
      [
        /\byear[ -]to[ -]date\b|\bso far this year\b|\bsince the (?:start|beginning) of the year\b|\bthis year\b/gu,
        "ytd",
      ],
      [/\bquarter[ -]to[ -]date\b|\bso far this quarter\b|\bthis quarter\b/gu, "qtd"],
      [/\bmonth[ -]to[ -]date\b|\bso far this month\b|\bthis month\b/gu, "mtd"],
      [
        /\b(?:twelve|12)[ -]months?\b|\bone[ -]year\b|(?<!\b(?:one|two|ten|twenty)[ -])(?<!\bthis )(?<!\bhalf[ -]a[ -])(?<!\bhalf[ -])(?<!\bof the )(?<!\b(?:same|like) (?:period|days|stretch) (?:of )?(?:a|the) )\byear\b(?![ -]to[ -]date)(?!-(?:earlier|before|ago)\b)(?!'s? (?:high|low))(?!(?<=\ba year|\b(?:from|than|on|against|versus) the year) (?:before|earlier|ago)\b)/gu,
        "12m",
      ],
      [/\btwo[ -]years?\b|\btwenty-four[ -]months?\b|\b24[ -]months?\b/gu, "24m"],
      [/\bten[ -]years?\b/gu, "10y"],
      [/\btwenty[ -]years?\b/gu, "20y"],
      [/\bsix[ -]months?\b|\bhalf[ -](?:a[ -])?year\b/gu, "6m"],
      [
        /\bthree[ -]months?\b|\b(?:over|in|for|after|within|past|last|latest|next|following) (?:the |a |the (?:last|past|latest|following) )?quarter\b(?![ -](?:to|of))|\bquarterly\b/gu,
        "3m",
      ],
      [
        /\bone[ -]month\b|\b(?:over|in|for|after|within|past|last|latest|following) (?:the |a |the (?:last|past|latest|following) )?month\b(?![ -](?:to|end))|\b(?:a|the) month (?:later|after|on)\b/gu,
        "1m",
      ],
      [/\bweek(?:ly)?\b|\bfive[ -]days?\b|\bfive[ -]sessions?\b/gu, "5d"],
      [
        /\b(?:over|in|on|for|past|last|latest|the) (?:the |a |the (?:last|past|latest) )?(?:day|session)\b|\bdaily (?:return|move)s?\b/gu,
        "1d",
      ],
      [
        /\b(?:eighteen|nine|two|(?<!twenty[ -])four|thirty-six)[ -]months?\b|\b(?:three|four|five|thirty)[ -]years?\b|\bdecades?\b/gu,
        "another",
      ],
      [
        /\b(?:shorter|longer|other|same|each|every|any) (?:window|horizon|period|span|stretch)s?\b(?! (?:of )?(?:a|the) year)/gu,
        "*",
      ],
      [/\bmiddle[ -]horizons?\b/gu, "6m"],
      [/\blongest[ -](?:horizon|window)s?\b/gu, "longest"],
      [/\bshortest[ -](?:horizon|window)s?\b/gu, "shortest"],
      [/\b(?:the |its )?longer (?:history|range)\b|\bof the longer\b(?! \p{L})/gu, "20y"],
      [/\b(?:the |its )?shorter (?:history|range)\b|\bof the shorter\b(?! \p{L})/gu, "10y"],
      [/\b(?:annual|annually|annuali[sz]ed|per annum|(?:a|per|each|every) annum)\b/gu, "another"],
      [/(?:points?|pp|\ue000) (?:a|per|each|every) month\b|\bmonthly\b/gu, "1m"],
      [/(?:points?|pp|\ue000) (?:a|per|each|every) (?:week|day|session|quarter)\b/gu, "another"],
    ],
    variant: [
      [
        /\b(?:without|excluding|leaving out|ex|minus|stripping out|setting aside|bar|excludes) (?:the )?(?:loss-? ?makers|loss-? ?making \p{L}+|unprofitable \p{L}+)|\b(?:loss-?makers|those|they) (?:are |is )?(?:left out|excluded|set aside|stripped out|removed|dropped|taken out|omitted)\b|\bwithout them\b/gu,
        "aggExLoss",
      ],
      [
        /\b(?:all companies|all members|(?:with|including|counting|keeping) (?:the )?loss-? ?makers|(?:losses|loss-?makers) (?:are )?(?:included|counted|kept)|(?:with|including|counting|keeping) them|(?:with|including|counting|keeping) (?:all|every) (?:compan(?:y|ies)|members?)|including losses|(?:all|every) compan(?:y|ies) (?:is |are )?(?:counted|included|in)|put(?:ting)? them back)\b/gu,
        "aggIncl",
      ],
      [/\b(?:at the |on the |in the |the |by )?median\b/gu, "median"],
      [
        /\bprofitable (?:companies|members|over|in the last|last|small|large|names|ones)\b|\bpositive trailing earnings\b/gu,
        "profitable",
      ],
    ],
    statistic: [
      [/\b(?:mean|average[ds]?|on average)\b/gu, "mean"],
      [/\bmedian\b/gu, "median"],
    ],
    quantity: [
      [/\bratio of [^,;.]{0,40}volatilit/gu, "ratio"],
      [/(?<!\bratio of [^,;.]{0,40})\bvolatil(?:ity|e)\b(?! (?:ratio|index))/gu, "volatility"],
      [/\b(?:volatility|a|the) ratio\b(?! of (?!\ue000))/gu, "ratio"],
      [/\bt[ -]statistics?\b/gu, "tStatistic"],
      [/\bbeta\b/gu, "beta"],
      [/\bcorrelat(?:ion|ed)\b/gu, "correlation"],
      [/\b(?:earnings )?yields?\b/gu, "yield"],
      [/\b(?:p\/e|pe ratio|price to earnings|price-earnings|multiples?)\b/gu, "multiple"],
      [/\b(?:drawdown|below (?:its|their) (?:highs?|peaks?))\b/gu, "drawdown"],
      [
        /\b(?<!\b(?:members|companies) )(?:covered(?! (?:small|large|members|companies))|coverage)\b/gu,
        "coverage",
      ],
      [/\bof (?:covered )?(?:small|large)-caps (?:are |were )?(?:loss-?makers|loss-making)\b/gu, "losses"],
      [
        /\blosses (?:at|of|in)\b(?! unprofitable)|\bloss-?making (?:small|large|companies|members)\b/gu,
        "losses",
      ],
      [
        /\bloss-? ?makers (?:are|were|make up|account for)\b(?! (?:left|excluded|set|stripped|removed|dropped|taken|omitted|included|counted|kept|treated|added|put|handled)\b)/gu,
        "losses",
      ],
      [
        /\b(?:profit-? ?makers|profitable (?:companies|members|names|ones)) (?:are|were|make up|account for)\b/gu,
        "profits",
      ],
      [
        /(?<!\b(?:on|in) (?:a |the )?(?:total|price) )(?<!\bcorrelation (?:of|between) [^,;.]{0,30})\breturn(?:s|ed|ing)?\b(?! basis)/gu,
        "return",
      ],
    ],
    basis: [
      [
        /\btotal[ -](?:returns?|basis)\b|\bdividends? (?:included|reinvested)\b|\b(?:with|including) dividends\b/gu,
        "total",
      ],
      [
        /\bprice[ -](?:returns?|basis|terms)\b|\b(?:on|in) price (?:alone|only)\b|\bprices? (?:alone|only)\b|\b(?:without|excluding) dividends\b/gu,
        "price",
      ],
    ],
    swaps: [
      [/\bbefore (?:any |the )?(?:swaps|hedges|hedging)\b/gu, "before"],
      [/\b(?:after|net of) (?:any |the )?(?:swaps|hedges|hedging|them)\b/gu, "after"],
      [/\bbefore them\b/gu, "before"],
    ],
    phase: [
      [/\brecover(?:y|ies)\b/gu, "recovery"],
      [/\bexpansions?\b/gu, "expansion"],
      [/\bslow-?downs?\b/gu, "slowdown"],
      [/\bcontractions?\b/gu, "contraction"],
      [/\beasing\b(?! cycles?\b)/gu, "easing"],
      [/\btightening\b(?! cycles?\b)/gu, "tightening"],
    ],
    era: [
      [
        /(?<!\b(?:outside|excluding|without|than|but|except) )\bjanuary\b(?! (?:is |are )?(?:left out|excluded|set aside|aside|omitted))/gu,
        "january",
      ],
      [
        /\b(?:all )?other months\b|\b(?:outside|excluding|without) january\b|\bjanuary (?:is |are )?(?:left out|excluded|set aside|aside|omitted)\b|\brest of the year\b/gu,
        "otherMonths",
      ],
      [/\b(?:full|whole|entire)[ -](?:sample|history|period)\b/gu, "full"],
    ],
    indicator: [
      [/\bsahm\b/gu, "sahm"],
      [/\b(?:national |economic )?activity\b|\bcfnai\b/gu, "activity"],
      [/\bhigh[ -]yield\b/gu, "highYield"],
      [/\bism\b|\bmanufacturing\b/gu, "ism"],
      [/\bclaims\b/gu, "claims"],
      [/\bcurve\b/gu, "curve"],
      [/\brise in the (?:policy )?target\b|\bpolicy target\b/gu, "policyRise"],
      [/\bfinancial conditions\b|\bnfci\b/gu, "conditions"],
      [/\bvix\b|\bvolatility index\b/gu, "vix"],
      [/\bpolicy uncertainty\b/gu, "policyUncertainty"],
      [/\bstress\b/gu, "stress"],
      [/\boil\b/gu, "oil"],
      [/\bpayrolls?\b/gu, "payrolls"],
      [/\bcpi\b/gu, "cpi"],
      [/\bfomc\b/gu, "fomc"],
      [/\breconstitution\b/gu, "reconstitution"],
      [/\binflation\b/gu, "inflation"],
      [/\bshort(?:er)?-dated (?:treasury )?yield\b/gu, "twoYear"],
      [/(?<!high[ -])(?<!dated )(?<!treasury )\byield\b/gu, "yield"],
      [/\bcredit\b/gu, "credit"],
      [/\brevisions\b/gu, "revisions"],
    ],
    group: [
      [
        /\ball claims\b|(?<!\bon [\p{L} ,\ue000]{1,40})\bof (?:the|these) claims\b|\ball (?:the )?groups\b/gu,
        "all",
      ],
      [
        /\b(?:on|of|in|for|about|under) (?:the )?(?:group of |claims (?:on|of|about) )?valuations?\b/gu,
        "valuation",
      ],
      [/\bpolicy\b/gu, "policy"],
      [/\bearnings and debt\b/gu, "earningsAndDebt"],
      [/\bdeals and (?:the )?cycle\b/gu, "dealsAndCycle"],
      [/\brisks?\b/gu, "risk"],
      [/\bdefinitions and (?:past )?returns\b|\bpast returns\b/gu, "ground"],
    ],
    reading: [
      [
        /\broom\b|\bdistance\b|\baway from\b|(?<!\b(?:room|distance)\b.*)\bbefore (?:it|they) (?:fires?|is reached)\b/gu,
        "distance",
      ],
      [
        /\b(?:stands?|stood|is|are|reads?|now) (?:now )?at\b|\b(?:level|reading) of\b|\bnow(?= \ue000)/gu,
        "value",
      ],
    ],
    earnings: [
      [/\bforward\b|\bexpected earnings\b|\bestimated earnings\b/gu, "forward"],
      [
        /\b(?<!positive )trailing\b(?! (?:earnings|profits) (?:were|was|are|is) positive)|\b(?:reported|realised|actual|past|historical) (?:earnings|profits)\b|\b(?:earnings|profits) (?:(?:that were|as|already|actually) )?(?:reported|realised|made|booked|of the (?:past|last))\b/gu,
        "trailing",
      ],
    ],
    weighing: [
      [
        /\bby (?:market )?(?:value|cap|capitali[sz]ation|weight)\b|\bof (?:the |its |their )?(?:market )?(?:value|cap|capitali[sz]ation|weight)\b|\b(?:small|large)[ -]caps? (?:market )?(?:value|cap|capitali[sz]ation)\b/gu,
        "Cap",
      ],
      [
        /\bby (?:count|number)\b|\bof (?:the )?(?:(?:small|large)[ -]cap )?(?:companies|members|names|number)\b/gu,
        "Count",
      ],
    ],
  };
