import { fold, normalise } from "./normalise.ts";
import { anyOf, oneOf, type Rule, wordRule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

const ADVICE_ABROAD = [
  "kaufen|kauft|kaufe|verkaufen|verkauft|halten sie|empfehlen|empfehlung|anleger sollten|ubergewichten|untergewichten|kaufempfehlung|kursziel|einsteigen",
  "acheter|achetez|achete|vendre|vendez|recommand\\p{L}*|investisseurs devraient|surponderer|sous-ponderer|objectif de cours",
  "comprar|compre|compren|vender|venda|vendan|recomend\\p{L}*|inversores deberian|sobreponderar|infraponderar|precio objetivo|preco-alvo",
  "comprare|compra|comprate|vendere|vendete|raccomand\\p{L}*|consigli\\p{L}*|acquistare|sovrappesare|prezzo obiettivo",
  "kopen|koop|verkopen|verkoop|aanbevel\\p{L}*|aanraden|overwegen|onderwegen|koersdoel|beleggers moeten",
];
const ADVICE_IN_OTHER_SCRIPTS =
  /(?:买入|買入|卖出|賣出|购买|購買|推荐|推薦|建议|建議|買う|買い|売り|売る|推奨|매수|매도|추천|покуп|купи|прода[вйт]|рекоменд|اشتر|شراء|بيع|توصي|קנו|מכרו|αγορ[αά]|πουλ|खरीद|बेच|ซื้อ|ขาย)/u;

const adviceWords = [
  anyOf(
    "buy|buys|buying|bought|buyers?|sell|sells|selling|sold|sell-?off|sellers?|accumulate|own more|owning|shorting|go long|go short|going long",
  ),
  anyOf(
    "overweight\\p{L}*|underweight\\p{L}*|equal-?weight position|position size|allocat\\p{L}+|reallocat\\p{L}+|tilt|tilts|tilting|rotat(?:e|es|ing|ion)|rebalanc\\p{L}+|exposure",
  ),
  anyOf(
    "recommend\\p{L}*|advis(?:e|es|ed|ing|able)|suggest(?:s|ed|ing)? (?:adding|owning|holding|that investors)|suitab\\p{L}+|unsuitab\\p{L}+|appropriate for|right for|fit for (?:clients|investors|you|your)|belongs? in|deserves? a place|place in (?:a|every|any|your|the) portfolio",
  ),
  anyOf(
    "should(?! be (?:stated|quoted|named) (?:beside|with|alongside|clearly|too|as well))|ought to|must|need to|worth (?:owning|buying|adding|holding|considering|a look)|consider(?:ing)? (?:adding|owning|holding|a position|small)|time to (?:act|enter|add|get|exit|move|step)|act now|now is|entry points?|exit points?|take profits?|lock in|stop-?loss",
  ),
  anyOf(
    "price targets?|target prices?|targets? of|fair value|intrinsic value|your (?:portfolio|clients?|money|savings|pension|retirement|risk)|you|investors (?:can|may|might|should|would|are advised|who)|clients (?:can|should|may|would)|add to(?! (?:the|a) (?:latest|period|count|sum|number|total))|adding to|hold on|stay invested|get in|get out|jump in|load up|place to be|paid to wait|pays? to|paid off|pays off|own small|own large|holding (?:small|large)|paid (?:after|in|over)|do not miss|don't miss|missing out",
  ),
  ...ADVICE_ABROAD.map(anyOf),
];

const anyAdvice = oneOf(adviceWords);

export const adviceRule: Rule = {
  code: "advice",
  refuses: "advice, recommendations, suitability, price targets, in the languages of the list",
  sentence: adviceIn,
};

type Words = Pick<Sentence, "folded" | "plain">;

function adviceIn({ folded, plain }: Words): readonly string[] {
  const found = [
    ...(anyAdvice.test(folded) ? adviceWords.flatMap((pattern) => folded.match(pattern) ?? []) : []),
    ...(ADVICE_IN_OTHER_SCRIPTS.exec(plain.toLowerCase()) ?? []),
  ];
  return [...new Set(found)].map((each) => `“${each}”`);
}

/** What of a statement that no model wrote is advice, a forecast or sales talk: each in quotes. */
export function toldAsAdvice(statement: string): readonly string[] {
  const plain = normalise(statement);
  const folded = fold(plain);
  const forecasts = forecastsIn(folded.replace(NO_FORECAST, "-")).map((each) => `“${each}”`);
  const talk = [...folded.matchAll(SALES_TALK)].map(([found]) => `“${found}”`);
  return [...new Set([...adviceIn({ folded, plain }), ...forecasts, ...talk])];
}

export const causeRule = wordRule("cause", "causes: no figure of the briefing measures one", [
  anyOf(
    "(?:paid|payment|compensation|compensat(?:es|ed)|reward) (?:(?:to|of) \\p{L}+ )?for|for (?:bearing|holding|taking)|risk of holding",
  ),
  anyOf(
    "because|due to|owing to|thanks to|as a result|result(?:s|ed|ing)? from|resulting in|resulted in|consequently|thereby|since (?:the fed|rates|investors|lower|higher|easier|tighter)",
  ),
  anyOf(
    "caus(?:e|es|ed|ing)(?! (?:and|or) effect)|drives?|drove|driven|driving|drivers?|fuel(?:s|l?ed|l?ing)?|power(?:s|ed|ing) (?:by|the)|helped|helps|helping|boost\\p{L}*|lift(?:s|ed|ing)?|support(?:s|ed|ing|ive)?|underpin\\p{L}*|spurr?(?:ed|s|ing)?|spark\\p{L}*|trigger\\p{L}*|propell?\\p{L}*|buoy\\p{L}*",
  ),
  anyOf(
    "led to|leads to|leading to|brought about|contribut\\p{L}+|attributable|attributed|explain(?:s|ed) (?:why|by|the)|explained|on the back of|in response to|in reaction to|responded|reacted|benefit(?:s|t?ed|t?ing)?|hurt|hurts|weigh(?:s|ed) on|drag(?:s|ged)? (?:on|down)|pushed|pushes|pulled|prompted|made (?:small|large)|makes (?:small|large)|tailwinds?|headwinds?|stem(?:s|med)? from|suggests?|signals?|impl(?:y|ies) that|indicates?|points? to|returns? follow(?:s|ed)?|rewards?|means (?:little|small|large|more|less|higher|lower)|so that|on account of|at the hands of",
  ),
  anyOf(
    "weil|wegen|aufgrund|dank|parce que|grace a|en raison de|porque|debido a|gracias a|perche|grazie a|a causa di|omdat|dankzij|vanwege|por causa",
  ),
]);
const NO_CAUSE =
  /\b(?:averages?|means?|sums?|totals?|aggregates?) (?:(?:is|are|may be|can be) )?(?:easily |often )?(?:pulled|pushed)(?: (?:up|down))? by\b|\b(?:say|says|prove|proves|show|shows|imply|implies) (?:nothing|little) (?:about|of) (?:a )?caus(?:es?|ation)\b|\bno (?:proof|evidence|sign) of (?:a )?caus(?:e|ation)\b|\bnot (?:a )?cause\b|\bfalse signals?\b|\b(?:not|cannot|can't|too (?:few|short|small|thin) to) support\b/gu;

/** A trigger of the risks is a thing, and the purpose of a definition is no cause. */
function withoutLabels({ folded, claimType, slots }: Sentence, { labels }: World): string {
  const explained = slots.some(({ key }) => key.endsWith(".debtExplained"))
    ? folded.replace(/\bexplained by\b/gu, "-")
    : folded;
  const text = labels.includes("trigger") ? explained.replace(TRIGGERS, "-") : explained;
  return (claimType === "definition" || claimType === "caveat") && slots.length === 0
    ? text.replace(/\bso that\b/gu, "-")
    : text;
}
const TRIGGERS =
  /(?:^|(?:\b(?:the|a|an|each|every|these|those|any|no|known|fired|missing|of|other|both|its|such|several|few|many|some|all|and)|\ue000) )triggers?(?! (?:a|an|the|small|large|higher|lower|more|less)\b)/gu;

/** "No proof of cause" is a caveat. */
export const causesRule: Rule = {
  ...causeRule,
  sentence: (sentence, world) =>
    causeRule.sentence?.(
      { ...sentence, folded: withoutLabels(sentence, world).replace(NO_CAUSE, "-") },
      world,
    ) ?? [],
};

const HEDGES = anyOf("could|might|may|would");
const FORECASTS = [
  anyOf(
    "will|won't|shall|going to|gonna|about to|set to|set for|expected to|expects?|expecting|poised|likely|unlikely|probable|probably|bound to|due for|on course|on track|on pace|head(?:s|ed|ing) (?:for|to|toward|towards|higher|lower)|in store|(?:more|still|yet) to come|lies ahead|lie ahead|ahead of us|look(?:s|ing)? ahead|looks? set|ready to",
  ),
  anyOf(
    "forecast(?:s|ed|ing)?|predict\\p{L}*|project(?:s|ed|ing|ions?)|anticipat\\p{L}*|outlook|prospects?|foresee\\p{L}*|bode(?:s|d)?|promis(?:e|es|ed|ing)|next (?:leg|move|move up|stage|phase)|coming (?:year|years|months?|weeks?|quarters?)|in the (?:coming|future|years ahead|months ahead)|upcoming|eventually|soon|sooner or later|before long|continue(?:s)? to|keep(?:s)? (?:beating|leading|rising|falling|lagging|outperforming|going)|catch up|catch-up|mean-?revert\\p{L}*|revert(?:s|ed|ing)?|re-?rat(?:e|es|ing)",
  ),
  anyOf(
    "wird|werden|wurde steigen|va (?:monter|baisser|battre)|vont|subira|subiran|bajara|saliranno|salira|zal|zullen|devraient|vai subir",
  ),
];
const NO_FORECAST =
  /\bfuture (?:results|returns|performance)\b|\b(?:no|not an?) (?:reliable )?(?:guide|guarantee|indicator|indication) (?:to|of) the future\b|\banalysts expect(?:ed)?\b|\b(?:forecast|projected) (?:earnings|profits|eps)\b|\bno (?:assurance|guarantee|promise)\b[^,;:.]*\bwill\b/gu;

const forecastsIn = (text: string) => FORECASTS.flatMap((pattern) => text.match(pattern) ?? []);

const assumed = (slots: Sentence["slots"]) => slots.some(({ key }) => key.includes(".whatIf."));

export const forecastRule: Rule = {
  code: "forecast",
  refuses: "forecasts: will, set to, expected to, likely; in a caveat “may” is allowed",
  sentence: ({ folded, claimType, slots }) => {
    // A loss-maker is one by what analysts expect; an assumption has its conditional.
    const text = (assumed(slots) ? folded.replace(/\b(?:would|could)\b/gu, "-") : folded)
      .replace(/\bexpected to (?:lose money|make a loss|report losses|be loss-making)\b(?! and to\b)/gu, "-")
      .replace(NO_FORECAST, "-");
    const hedges =
      claimType === "caveat" || (claimType === "definition" && slots.length === 0)
        ? []
        : (text.match(HEDGES) ?? []);
    const found = forecastsIn(text);
    const future = text.match(/\bfuture\b/gu) ?? [];
    return [...new Set([...found, ...hedges, ...future])].map((each) => `“${each}”`);
  },
};

const SALES_TALK = anyOf(
  "opportunit(?:y|ies)|cheap|cheaply|cheaper|cheapest|expensive|inexpensive|bargains?|attractive\\p{L}*|unattractive|compelling|appealing|undervalued|overvalued|mispriced|value trap|sweet spot|no-?brainer|must-?have|unloved|overlooked|neglected|hidden gems?|gems?|winners?|losers?|superstars?",
);

export const wordingRule = wordRule(
  "wording",
  "colour and sales talk: opportunity, cheap, attractive, soar, strong; the wording is what, when, definition, limit",
  [
    SALES_TALK,
    anyOf(
      "soar\\p{L}*|skyrocket\\p{L}*|plung\\p{L}*|plummet\\p{L}*|crash\\p{L}*|collaps\\p{L}*|surg(?:e|es|ed|ing)|rocket\\p{L}*|explo(?:de|ded|sive)|crush\\p{L}*|smash\\p{L}*|trounc\\p{L}*|hammer\\p{L}*|thrash\\p{L}*|massive\\p{L}*|huge\\p{L}*|dramatic\\p{L}*|spectacular\\p{L}*|staggering|whopping|tremendous|enormous",
    ),
    anyOf(
      "strong|stronger|strongly|robust|stellar|impressive\\p{L}*|remarkabl[ey]|(?<!shares )outstanding|excellent|superb|fantastic|great|excit\\p{L}*|encourag\\p{L}*|healthy|resilient|bright|brighter|rosy|bullish|bearish|upbeat|optimistic|pessimistic|gloomy|terrible|awful|dismal|disappointing|worrying|alarming|safe|safer|safest|safety|risk-?free|upside(?! down)|downside|momentum|favou?rable|unfavou?rable|good news|bad news|bode well|thesis|case (?:for|strengthened)|barometer|suffer\\p{L}*|cost investors|rewarded|punished|pain|painful|conviction",
    ),
    anyOf(
      "tempting|enticing|alluring|irresistible|juicy|tasty|delicious|mouth-?watering|ripe|stunning|dazzling|brilliant|glorious|grim|bleak|brutal|ugly|frightening|scary|terrific|wonderful|amazing|incredible|astonishing|hefty|whopping|paltry|meagre|meager|stark|eye-?(?:catching|watering)|jaw-?dropping|darlings?|champions?|heroes|stars?|laurels|triumph\\p{L}*|victor\\p{L}*|carnage|bloodbath|rout|debacle|disaster|nightmare|misery|gloom|doom|boom|bust|bubble|mania|frenzy|euphoria|panic|fear|greed|dreams?|hopes?|treasure|jackpot|windfall|bonanza|goldmine|giveaway|steal|snip",
    ),
    anyOf(
      "(?<!how )good|bad|fine|nice|solid|decent|poor|healthy|interestingly|unsurprisingly|surprisingly|notably|importantly|crucially|fortunately|unfortunately|sadly|luckily|happily|significant\\p{L}*|substantial\\p{L}*|considerabl[ey]|comfortabl[ey]|handsomely|easily|sharply|steeply|vastly|hugely|massively|wildly|far (?:above|below|ahead|behind|higher|lower)|much (?:higher|lower|better|worse|more|less)|well (?:ahead|behind|above|below)|by far|slightly|modestly|marginally",
    ),
  ],
);

const certaintyRuleWords = wordRule(
  "certainty",
  "certainty and generality that no sample gives: proves, guarantees, always, consistently, clearly",
  [
    anyOf(
      "prov(?:e|es|ed|en|ing)|proofs?|guarante\\p{L}*|certain|certainly|certainty|surely|sure|definite\\p{L}*|undoubted\\p{L}*|undeniabl[ey]|unquestionabl[ey]|without (?:a |any )?doubt|no doubt|beyond doubt|inevitabl[ey]|conclusive\\p{L}*|confirm(?:s|ed|ing)?|demonstrat\\p{L}*|establish(?:es|ed)|unambiguous\\p{L}*|obvious\\p{L}*|clear|clearly|indisputabl[ey]|irrefutabl[ey]|never fails?|evidence(?= enough)|real|genuine\\p{L}*|meaningful\\p{L}*",
    ),
    anyOf(
      "always|never|every time|(?:in |nearly )?every (?:case|episode|cycle|window|instance)|(?:in |across )?all (?:cases|episodes|cycles|windows|instances)|by all measures|without fail|without exception|invariably|consistent|consistently|reliable|reliably|systematic\\p{L}*|typically|usually|normally|generally|tend(?:s|ed|ency)?(?: to)?|historically|traditionally|persistent\\p{L}*|permanent\\p{L}*|for quite some time|as a rule|by nature|inherently|structurally|time and again|again and again",
    ),
  ],
);
const HUMBLE =
  /\b(?:nothing|little) certain\b|\bneither shows a clear (?=difference|edge)|\bno meaningful\b|\bconfirmed (?=late|only|after|when|once)|\bnever (?=fires?\b|counts?\b|counted\b)|\ball windows (?=end|start|begin|share|are)|\bno (?:proof|guarantee|clear|certainty)\b|\bnot (?:a )?(?:reliable|guaranteed?|proof|conclusive|clear|certain)\b|\bnot prove\b|\bnothing is certain\b|\bclear of zero\b|\btoo (?:few|short|small)\b[^.]*?\bto be (?:certain|sure|conclusive)\b/gu;

/** "The confirmed phase is {{regime.phase}}": what its label says. */
const withoutConfirmed = ({ folded, slots }: Sentence): string =>
  folded.replace(/\bconfirmed phase\b/g, (found, at: number) =>
    slots.find((slot) => slot.at > at)?.key === "regime.phase" ? "-".repeat(found.length) : found,
  );

/** "No proof", "not a reliable indicator", "no clear edge" are caveats. */
export const certaintyRule: Rule = {
  ...certaintyRuleWords,
  sentence: (sentence, world) =>
    certaintyRuleWords.sentence?.(
      { ...sentence, folded: withoutConfirmed(sentence).replace(HUMBLE, "-") },
      world,
    ) ?? [],
};

export const injectionRule = wordRule(
  "injection",
  "instructions to a model or talk about itself, from whatever text it was fed",
  [
    anyOf(
      "ignor(?:e|ing) (?:all|any|the|these|those|previous|prior|above|earlier|your|instructions)|disregard\\p{L}*|override\\p{L}*|system prompts?|prompts?|instructions?|instructed|developer (?:message|mode)|jailbreak\\p{L}*|as an ai|language model|i am|i'm|i cannot|as requested|as instructed|per your request|you are (?:now|an?)|pretend|role-?play|api keys?|passwords?|credentials?|tokens?|assistant|chatbot|openai|chatgpt|gpt|claude|gemini|llm",
    ),
    anyOf(
      "click|visit|subscribe|sign up|call us|contact us|download|install|follow us|join us|whatsapp|telegram|sponsored|advertisement|brought to you",
    ),
    /\b(?:system|assistant|user|developer|human)\s?:/gu,
  ],
);

export const languageRule = wordRule(
  "language",
  "other languages than English: their directions cannot be checked",
  [
    anyOf(
      "und|nicht|ist|sind|nach|wurden|durch|gegenuber|nebenwerte|kleine|grosse|aktien|der|das|dem|ein|eine|liegen|lagen|haben|mit|fur|von den|zwischen",
    ),
    anyOf(
      "les|des|est|sont|dans|avec|une|mais|petites|grandes|apres|sur les|ont|actions? americaines|entre les",
    ),
    anyOf("los|las|una|unas|por|mas|pero|empresas|pequenas|acciones|despues|fueron|del|para|estan|son mas"),
    anyOf("che|della|delle|degli|sono|piu|gli|dopo|azioni|piccole|societa|nel|nella|rispetto|hanno"),
    anyOf("het|een|niet|zijn|naar|aandelen|kleine|grote|waren|werden|tegenover|hebben|voor"),
    anyOf("nao|sao|uma|mais|pequenas|acoes|depois|foram|dos|das|entre as|estao|pelas"),
  ],
);
