import { abroad } from "./advice-abroad.ts";

/** What an adviser would be asked, in English. All over `folded` text: lower case, no punctuation, no apostrophes. */

const WHO =
  "(?:i|we|one|you|he|she|they|my \\w+|our \\w+|a client|clients|investors|people|someone|somebody|the (?:endowment|fund|trust|foundation|family office|board|committee|plan|desk|firm)|retirees|pensioners|a retiree|a pensioner|advisers|advisors)";
const TRADE =
  "(?:buy|buying|sell|selling|hold|holding|own|owning|invest|investing|add|adding|switch|switching|rotate|rotating|allocate|allocating|" +
  "overweight|underweight|trim|trimming|short|shorting|exit|exiting|go long|go short|go all in|get in|get into|get out|jump in|pile in|load up|" +
  "dump|accumulate|take profits?|take a position|take profit|stay invested|stay in|stay out|bail|bet|betting|hedge|hedging|tilt|tilting|" +
  "put (?:my|our|some|more|any|all|half|everything|money|\\d+)|move (?:my|our|some|more|money|into|out|everything|half)|" +
  "increase (?:my|our|exposure|the weight|allocation)|reduce (?:my|our|exposure|the weight|allocation)|be in|be buying|be selling|be invested|be holding|" +
  "be (?:long|short|overweight|underweight)|cut (?:my|our)|wait|avoid|ditch|keep (?:my|our|holding|buying)|purchase|unload|offload|snap up|trade|play|position|go for|park|stick with|double down|be a buyer|be a seller)";
const GAP = "(?:\\w+ ){0,6}?";
/** What is bought and sold here. */
const THING =
  "(?:it|them|this|that|these|those|small ?caps?|large ?caps?|smallcaps?|largecaps?|small companies|stocks?|shares|equities|the index|an? \\w+ fund|funds?|etfs?|russell\\w*|s&p\\w*|iwm|spy|the market|the dip|now|more|in)";

const ENGLISH: readonly string[] = [
  // should I buy
  `(?:should|shall|ought|must|had better) ${WHO} ${GAP}${TRADE}\\b(?! (?:to|on|off|between|for|with)? ?(?:the |a |an )?(?:price|total|data|sample|live|real|window|topic|channel|schedule|command|argument|median|report|figures?|chart|first cuts|all cuts))`,
  `(?:can|could|do|would|may|might|dare) (?:i|we|my \\w+|our \\w+|a client|clients) ${GAP}(?:buy|sell|invest|short|bet|allocate|overweight|underweight|go long|rotate|tilt|load up|own|get rich|make money)\\b`,
  `${WHO} (?:should|ought to|must|need to|had better) ${GAP}${TRADE}`,
  `(?:is|was|would) (?:it|this|that|now) ${GAP}(?:time|wise|smart|sensible|prudent|safe|good|ok|okay|stupid|foolish|crazy|dumb|silly|mad|unwise|reckless|advisable|best|better|worth|worthwhile|worth it|too late|too early|a good idea|a bad idea) ${GAP}(?:to )?${TRADE}`,
  `(?:what|how|which|when|where) (?:should|shall|must) (?:i|we|my \\w+|our \\w+|investors|clients|one) ${GAP}(?:do|act|react|position|respond|be positioned|go|start|put|place|pick|choose|select|prefer|favou?r)\\b(?! (?:i|we) (?:read|use|type|ask|interpret|schedule|cite|quote|set|export))`,
  "(?:what|how) (?:would|do|will) you (?:do|play|trade|invest(?! so| this)|position|buy|sell|pick|hold|own)\\b(?! (?:with the data|this calculation))",
  // time to, worth
  `(?:good|right|bad|best|great|perfect|ideal|wise|smart|better|worst|wrong) (?:time|moment|point|idea|entry|level|price|place|way) ${GAP}(?:to |for |of )?${TRADE}`,
  `(?:time|moment|moves?|chance|opportunity|late|early) to ${TRADE}\\b`,
  "(?:worth|worthwhile) (?:buying|owning|investing|adding|holding|selling|a (?:buy|punt|position|bet|gamble|trade)|the risk|my|putting|the money)",
  "(?:good|bad|safe|great|decent|solid|sound|smart|better|best|worst|terrible|right|attractive|sensible) (?:\\w+ )?(?:buys?|investments?|bets?|purchase|trades?|entry points?|stocks? to|shares? to|funds? to|etfs? to|places? to)\\b",
  `(?:a|an|strong|screaming|outright|clear) (?:buy|sell|hold)\\b(?! (?:and|the|side|rating|ratings|recommendation|out))`,
  `\\b(?:its|it is|its not|it be) (?:\\w+ )?(?:wise|smart|sensible|prudent|safe|time|advisable|better|best|worth it|a good idea) to ${TRADE}`,
  "who should (?:own|buy|hold|invest)|if (?:you|i|we) had (?:\\w+ )?\\$?\\d|would you be a (?:buyer|seller)|(?:a )?(?:buyer|seller) (?:here|now|at these levels|of small)",
  "(?:smart|right|best|safe|prudent|wise|next) moves?\\b|in or out of (?:small|large|the market|stocks?|equities|it|them)|(?:mad|crazy|silly|foolish|stupid|wise|smart|right|wrong|better off) (?:to|not to) (?:buy|sell|hold|own|invest|add|wait|stay)|make sense to (?:buy|sell|trim|add|hold|own|invest|cut|hedge|reduce|increase)|makes sense to (?:buy|sell|trim|add|hold|own|invest|cut|hedge|reduce|increase)|your (?:opinion|take|view|call) on (?:buying|selling|owning|investing|holding|whether)|opinion on (?:buying|selling|owning|investing|holding)",
  "(?:what|which) (?:level|price|return|value) do you (?:expect|see|predict|forecast)|do you (?:think|expect|believe|reckon|see|suppose) (?:that )?(?:small ?caps?|large ?caps?|the (?:russell|s&p|index|market)|stocks?|they|it)(?: \\d+)? (?:will|can|could|might|are going to|going|to) (?:\\w+ )?(?:double|rise|fall|rally|outperform|beat|recover|go|crash|drop|gain|lose|win|catch|climb|reach|hit|underperform|lag)",
  "(?:buy|buying) (?:or|vs|versus|and) (?:sell|selling|hold|holding|wait|short)|hold or (?:sell|fold|buy)|sell or hold|long or short|get in or|stay or go",
  "entry points?|exit points?|price to (?:buy|sell)|when to (?:buy|sell|get in|get out|exit|enter|invest|take profits)|where to (?:invest|put my|put our)|how to (?:invest|trade|profit|make money|position|play)|what to (?:buy|sell|invest|do with my|own)|how (?:do|can|could) (?:i|we) (?:invest|profit|make money|benefit|trade|play|buy|get exposure|gain exposure|cash in|position)",
  // tell me to
  `^(?:so |please |ok |okay |hey |hi |and |but |just |now |then )*(?:buy|sell|short|dump) (?:${THING}|me\\b|my\\b|our\\b|some\\b|\\d+)`,
  `(?:whether|when|if) (?:to|i should|we should|they should|it is time to) ${TRADE}\\b`,
  "(?:buy|sell) (?:now|today|tomorrow|the dip)\\b|buy the dip|buy low|load up on|(?:buying|selling|investment) opportunit(?:y|ies)|is (?:it|this|that) an opportunity|an opportunity to (?:buy|invest|own|sell)",
  // recommend, advise
  "(?:do|would|can|could|will|please|dont|wont) (?:you |u )?(?:please )?(?:recommend|advise|suggest)\\b(?! a (?:command|topic|question|chart|window)|ed)",
  "(?:your|you|any|a|some|personal|investment|financial|stock|trading|an?|for) (?:recommendations?|advice|tips?|suggestions?|picks?|verdict on buying|top ideas?|best ideas?)\\b(?! of (?:the )?(?:window|command)|(?: on)? (?:about |on )?(?:how to|using|which command))",
  "what (?:do|would) you (?:recommend|advise|suggest)|what(?:s| is) your (?:recommendation|advice|view on buying|pick|favou?rite|conviction|call)|give (?:me|us) (?:\\w+ )?(?:advice|a tip|tips|a recommendation|your recommendation|your best|your top)|advise (?:me|us|my|our)|recommend (?:me|us|a|an|some|any|that|buying|selling|investing|for)\\b",
  "(?:top|best|hot|hottest|favou?rite|good|cheapest|most promising|promising|winning) (?:\\d+ |five |ten |three )?(?:us |american |small ?caps? |small |large ?caps? |value |growth )*(?:picks?|stocks?|shares|names|companies|funds?|etfs?|tickers?|ideas?|small ?caps)(?: to| for| now| right| today| this| in| you|$)",
  "(?:which|what|name|list|give me|find me|tell me|suggest|pick) (?:\\w+ ){0,2}(?:stocks?|shares|small ?caps?|companies|names|funds?|etfs?|tickers?) (?:\\w+ )?(?:to (?:buy|own|sell|watch|avoid|short|invest|pick)|should|would you|do you (?:like|prefer|recommend)|can i buy|i should|we should|will (?:go|rise|double|win|outperform|soar|do best|beat))",
  "stock picks?|stock tips?|hot tips?|pick (?:me )?(?:a|some|one|the best|\\w+) (?:stocks?|shares|funds?|etfs?|small ?caps?|winners?)|a stock pick",
  // suitability
  `(?:suitable|appropriate|right|good|safe|fit|ok|okay|too risky|too much|too little|enough|reasonable|sensible|prudent|wise|advisable|best) for (?:me|us|my|our|him|her|a (?:retiree|pensioner|client|cautious|conservative|young|widow|beginner|balanced)|retirees|pensioners|clients?|cautious|conservative|beginners|someone|somebody|an? \\w+ (?:investor|client|portfolio)|investors)\\b(?! (?:meeting|presentation|deck|slides?|report|newsletter|chart|copy|records?|files?))`,
  "(?:suit|fit|match) (?:me|us|my|our|a (?:retiree|cautious|client|conservative)|retirees|pensioners|clients?)\\b",
  "(?:my|our|his|her|their|a clients?|clients?|the clients?|retirement|moms?|dads?|mums?|wifes?|husbands?) (?:\\w+ )?(?:money|savings?|pension|retirement|401k|401 k|isa|ira|sipp|nest egg|inheritance|bonus|life savings|cash|holdings?|positions?)\\b",
  `(?:how much|what (?:share|percentage|percent|proportion|part|weight|allocation)|how many) (?:\\w+ ){0,4}(?:should|to|can i|can we|do i|do we|do you|would you|must) ${GAP}(?:invest|allocate|put|hold|own|buy|have in|be in|go in|go into|give)`,
  "(?:how much|what) (?:\\w+ )?(?:exposure|allocation|weight|weighting) (?:should|do i|do we|would you|is right|is best|is appropriate|to small|to have)",
  "(?:go|going|stay|move|moving|moved|turn|be|being|staying|remain|are you|are we) (?:more )?(?:overweight|underweight|all in|long|short)\\b(?! in (?:financials|health|tech|industrials|energy))",
  "(?:optimal|ideal|right|best|recommended|target|sensible|appropriate|model) (?:\\w+ )?(?:allocation|weight|weighting|portfolio|asset mix|exposure|position size|split)\\b(?! of the index)",
  "(?:in|into|from|out of|for|to|of) (?:my|our|his|her|their|a clients?|clients?|the clients?) (?:\\w+ )?(?:portfolios?|account|accounts|fund|funds|savings|retirement)\\b(?! (?:meeting|review|report))",
  "(?:build|construct|rebalance|manage|review|fix|diversify|improve|design|hedge|protect|invest) (?:me |us )?(?:a|my|our|the|his|her) (?:\\w+ )?(?:portfolio|allocation|money|savings)",
  "stop ?loss|take profit level|position siz(?:e|ing)",
  "(?:i|we) (?:have|got|inherited|own|bought|hold|want to (?:invest|buy|sell|put)|would like to (?:invest|buy|sell)|am thinking of (?:buying|selling|investing)|plan to (?:invest|buy|sell)|need to (?:invest|buy|sell)|am (?:buying|selling)) ?(?:in |into |about |some |a |an )*(?:\\$?\\d[\\w ]*(?:dollars|usd|k|pounds|euros|thousand|million|shares|to invest)|small ?caps?|shares|stocks?|money|iwm|a fund|an etf|\\$\\d+)",
  "(?:id|i would|we would) (?:like|want|love) to (?:invest|buy|sell|put|own|trade)|thinking (?:of|about) (?:buying|selling|investing|adding|moving|switching)|(?:convince|persuade|talk) me (?:to|into) (?:buy|invest|sell)|can i (?:afford|retire|make money|get rich|lose everything|double)|make me (?:rich|money)|get rich|guaranteed (?:return|profit)|safe (?:to invest|for my)|beat the market (?:with|by)",
  "would you (?:buy|sell|own|hold|invest|put|be in|be buying|touch|rather own|bet|go)|are you (?:buying|selling|long|short|bullish|bearish|invested)|do you (?:own|hold|like|prefer|favou?r|rate) (?:small|large|stocks?|shares|the russell|iwm|them|it\\b)",
  "(?:prefer|choose|pick|favou?r) (?:between )?(?:small ?caps?|large ?caps?) (?:or|over|and)|(?:small ?caps?|large ?caps?|iwm|spy) or (?:small ?caps?|large ?caps?|bonds|cash|gold|iwm|spy|tech) (?:for|to buy|now|as an investment|in my|which is the better)",
  "(?:personal|investment|financial|tax|trading) (?:advice|adviser|advisor|recommendation)\\b(?! (?:disclaimer|rules))",
  "what (?:do|would) (?:you|u) (?:think|say|reckon) (?:i|we|about buying|of buying|about investing|about selling)|am i (?:too late|better off|right to)|are we too late|did i miss|have i missed|missed the boat",
  "(?:my|our) (?:client|boss|wife|husband|mother|father|son|daughter|mum|dad|friend|neighbou?r|broker) (?:\\w+ ){0,3}(?:buy|sell|invest|put|own|hold)\\b",
  // price targets
  "(?:price|index|level) (?:targets?|objectives?|forecasts?|predictions?|projections?)|target (?:prices?|levels?)\\b(?! (?:of|for) the (?:fed|funds))|(?:year end|years end|12 month|twelve month|end of year|upside|2026|2027|2028) (?:price |index )?targets?\\b|targets? (?:for|on|of) (?:the )?(?:russell|s&p|small ?caps?|large ?caps?|index|spx|stocks?|market|iwm|year end)|fair (?:value|price) (?:of|for|is|should|wise)|(?:russell|s&p|index)(?: \\d+)? worth\\b",
  "(?:where|what level|how high|how low|how far|what price|at what (?:level|price)) (?:will|would|could|can|might|is|are|do you see|should) (?:\\w+ ){0,5}?(?:be|go|going|trade|get|end|rise|climb|fall|drop|reach|stand|close|finish|head|heading)\\b(?! (?:measured|calculated|computed|from|listed))",
  "how (?:much|high|far) (?:higher |lower |more |further )?(?:upside|will (?:small|large|the russell|the index|the market|the s&p|it|they|i|we)|can (?:small|large|it|they|i|we) (?:rise|gain|fall|lose|make|go|earn|expect))|how much (?:can|will|could|would) (?:i|we|my \\w+) (?:make|earn|lose|gain|get)",
  "how much (?:higher|lower|further|more) (?:can|could|will|would|might)|what would (?:an?|the|any) (?:\\w+ )?(?:investor|adviser|advisor|manager|trader) (?:do|buy|sell|hold)|conviction (?:ideas?|picks?|calls?|list)|(?:which|what) (?:shares|stocks?|funds?|etfs?) do (?:i|we) (?:want|need|get)|(?:stake|slice|chunk|share) in small ?caps|talk me (?:out of|into)|(?:is|are) (?:my|our) (?:\\w+ ){0,3}(?:funds?|holdings?|shares|stocks?|etfs?) (?:any )?(?:good|bad|ok|okay|safe)|sell at a (?:profit|loss)|add to (?:its|our|my|their|his|her) (?:\\w+ )?(?:position|holding|stake)|where(?:s| is| are) (?:\\w+ ){0,4}(?:headed|heading|going)\\b|how much (?:could|can|will|would|might|may) (?:small ?caps?|large ?caps?|the (?:russell|s&p|index|market)|iwm|spy|it|they|stocks?)(?: \\d+)? (?:fall|rise|drop|gain|lose|return|climb|go)|will (?:the )?(?:russell|s&p|iwm|spy|rut|index|small ?caps?)(?: \\d+)? (?:reach|hit|break|top|cross|go|get|fall|drop|climb|rise) (?:\\w+ )?\\$?\\d|where (?:do|would|could|can) you (?:see|expect|think|reckon) (?:\\w+ ){0,6}(?:in|by|at|next|going|trading|end|year)\\b|what (?:will|can|should|would|could) (?:\\w+ ){0,4}(?:return|be worth|reach|yield|make|deliver|gain) (?:\\w+ ){0,2}(?:next|this coming|over the next|in the next|in the coming|in 20\\d\\d|by|tomorrow|going forward)|what returns? (?:can|should|will|could|do) (?:i|we|investors|clients|you) expect|expected returns? (?:for|of|from|next)|(?:how much )?upside (?:is left|left|potential|from here|remain|remains|in small|for small|do you see|can)|(?:predict|forecast|project|call|guess|estimate) (?:the |a |me the |me |us |where |how )*(?:russell|index|market|small ?caps?|price|level|return|s&p|next years? return|year end)|(?:russell|small ?caps?|s&p|index|market|rut|spx)(?: 2000| 500| 1000)? (?:to|at|hit|reach|above|below|hits|reaching|will be at) \\$?\\d{4,}|(?:reach|hit|break|cross|top) \\$?\\d{4,}",
];

/** Somebody, in a question that is about doing something. */
const SOMEBODY =
  /\b(?:i|im|id|ill|we|were|wed|well|me|us|my|our|you|your|youre|one|client|clients|mum|mom|dad|wife|husband|boss|mad|crazy|silly|foolish|stupid|sane)\b/u;
/** What is done, and to what: "hold the posts" is no trade, "hold them" may be. */
const DEED =
  /\b(?:buy|buying|sell|selling|hold|holding|own|owning|invest|investing|allocate|allocating|trim|trimming|hedge|hedging|dump|dumping|short|shorting|bet|betting|overweight|underweight|rotate|switch|get|getting|move|moving|stay|staying|pile|piling) (?:in |into |out |out of |on |to |of |between |from |more |less |some |any |the |our |my |your |these |those |all |much |up |us |american ){0,4}(?:small ?caps?|smallcaps?|large ?caps?|small and large|small or large|small companies|stocks?|shares|equities|russell|s&p|iwm|etfs?|funds?|exposure|positions?|market|rally|holdings?|them|it|now|before|after)\b(?! (?:data|figures?|returns?|chart|charts|numbers?|table|level|levels|tracks?|history|series|report|post|posts|briefing))/u;

const SHORT_ENGLISH = new RegExp(`\\b(?:${ENGLISH.join("|")})`, "u");

/** Whether a question asks for advice, a recommendation, a suitability or a price target. `text`: folded. */
export function asksForAdvice(text: string): boolean {
  const blank = text.replace(INNOCENT, " ");
  return (
    SHORT_ENGLISH.test(blank) ||
    SQUEEZED.test(blank.replaceAll(" ", "")) ||
    (SOMEBODY.test(blank) && DEED.test(blank)) ||
    abroad().some((pattern) => pattern.test(text))
  );
}

/** Whatever spaces were put where. */
const SQUEEZED =
  /(?:should|shall|must)(?:i|we)(?:buy|sell|invest|own|short)|pricetarget|targetprice|buyorsell/;

/** Words of advice in what is none. */
const INNOCENT =
  /\b(?:buy ?backs?|buy ?outs?|sell ?offs?|sell side|buy side|buy and hold(?: return| period)?|long run|short run|long term|short term|holding compan(?:y|ies)|insider (?:buying|selling)|buy(?:ing)? (?:or|and) selling pressure|net (?:buying|selling)|invest(?:ing|ed)? (?:so much |some |more |the )?(?:time|effort)|recommend(?:ed)? (?:as|for) (?:a |the )?(?:default|setting|window|variant|report)|recommended (?:window|variant|default|setting)|fed (?:funds )?target|target rate|target range|inflation target|short interest|short rates?|hold rates|fed (?:held|holds|hold)|how much debt|all in all|stop losing)\b/gu;
