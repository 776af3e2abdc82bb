import { anyOf, oneOf, type Rule, wordRule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";

/** Outside slots, before compatibility forms are resolved: "①" and "⅔" are numbers already. */
const outsideSlots = (raw: string) => raw.replace(/\{\{[A-Za-z0-9.-]*\}\}/g, " ");

const CJK_NUMERALS = /[〇零一二三四五六七八九十百千万萬億亿兆壹贰貳叁參肆伍陆陸柒捌玖拾佰仟両两半]/gu;
const ROMAN =
  /(?<![\p{L}&/.'-])(?!I(?![IVXLCDM]))(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}&/'])/gu;
const SMALL_ROMAN = /(?<!\p{L})(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi|xx|xxi)(?!\p{L})/gu;

function digitsIn({ raw, plain }: Sentence): readonly string[] {
  const texts = [outsideSlots(raw), plain];
  const found = texts.flatMap((text) => [
    ...(text.match(/\p{N}+/gu) ?? []),
    ...(text.match(CJK_NUMERALS) ?? []),
  ]);
  const roman = [...(plain.match(ROMAN) ?? []), ...(plain.match(SMALL_ROMAN) ?? [])];
  return [...new Set([...found, ...roman])].filter((each) => each !== "").map((each) => `“${each}”`);
}

export const digitsRule: Rule = {
  code: "digits",
  refuses: "a digit or numeral of any script outside a slot: full-width, circled, Roman, Chinese",
  sentence: digitsIn,
};

const ONES = "one|two|three|four|five|six|seven|eight|nine";
const TEENS =
  "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety";
const BIG = "hundred|thousand|million|billion|trillion|dozen|couple|myriad";
const ORDINALS =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|thousandth|millionth";
const CARDINALS = `${ONES}|${TEENS}|${BIG}`;
const PLURAL = `(?:${CARDINALS})s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties`;
const FOLD = `(?:${ONES}|${TEENS}|hundred|thousand)folds?`;
const GERMAN =
  "eins|zwei|zwo|drei|vier|funf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwoelf|hundert|tausend|million(?:en)?|milliarden?|dutzend|\\p{L}*(?:zehn|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend)|erste[rns]?|zweite[rns]?|dritte[rns]?";
const FRENCH =
  "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingts?|trente|quarante|cinquante|soixante|mille|milliards?|douzaine|premiere?s?|deuxieme|troisieme";
const SPANISH =
  "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|veinte|veinti\\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|cientos|mil|millon|millones|docena|primer[oa]?|segund[oa]|tercer[oa]?";
const ITALIAN =
  "uno|tre|quattro|cinque|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|venti\\p{L}*|trenta\\p{L}*|quaranta\\p{L}*|cinquanta\\p{L}*|sessanta\\p{L}*|settanta\\p{L}*|ottanta\\p{L}*|novanta\\p{L}*|cento|milione|milioni|miliard[oi]|dozzina";
const PORTUGUESE =
  "dois|duas|quatro|oito|dez|onze|doze|quinze|dezesseis|dezasseis|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|cem|milhao|milhoes|duzia";
const DUTCH =
  "twee|drie|vijf|zes|zeven|negen|tien|twaalf|dertien|veertien|vijftien|\\p{L}*(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend)|miljoen|miljard";
/** Sets and spans of so many. */
const SETS =
  "trio|quartet|quintet|sextet|septet|octet|threesome|foursome|twosome|duo|twain|triad|dyad|deuce|zilch|nada|cipher|unity|biennium|triennium|biennial|triennial|semester|trimester|moiety|tithe|fortnightly|lustrum";
const NORDIC_AND_SLAVIC =
  "tva|fyra|sju|atta|nio|tio|elva|tolv|tjugo|trettio|hundra|tusen|seks|syv|otte|tyve|halvdel|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|dziesiec|tysiac|polowa|yksi|kaksi|kolme|nelja|viisi|kuusi|kymmenen|sata|tuhat|iki|dort|alti|yedi|sekiz|dokuz|yirmi|yuz|moja|mbili|tatu|kumi|satu|dua|tiga|empat|lima|sepuluh";
const ROMANISED = "ichi|ni-ju|juu|hyaku|shi-ju|bai|wan-yi|er-shi|dva|tri|pyat|desyat|ithnan|khamsa|ashara";

/** The names of samples, which are labels. */
const LABELS =
  /first[- ]+cuts?(?![\p{L}])|(?<=\b(?:its|the) )first(?= cut)|\bfirst(?= (?:published|released|reported|printed|announced|estimated|recorded)\b)/gu;
/** "Large ones", "the ratio of the two": pronouns of what was named. */
const PRONOUNS =
  /\b(?:small|smaller|large|larger|big|bigger|other|profitable|unprofitable) ones\b|\b(?:of|between) the two(?= (?:sides|groups|is|are|was|were|stands?|stood)\b|[.,;:]|$)/gu;
/** Zero as the mark that a sign is of; as a value it is a number. */
export const ZERO_AS_A_MARK =
  /\b(?:above|below|near|towards?|includ(?:es?|ing)|exclud(?:es?|ing)|straddles?|spans?|contains?|crosses|crossing|around|from|than|against|of|side of|to|takes? in|took in|taking in|inside)[ -]+zero\b|\bzero(?= (?:is|lies|falls|sits|stands) (?:inside|within|in) (?:the|its|their|both|either|each)\b)/gu;

const numberWords = [
  anyOf(`(?:${CARDINALS})(?:(?:[ -]+and)?[ -]+(?:${CARDINALS}|${ORDINALS}))*|${ORDINALS}|${PLURAL}|${FOLD}`),
  anyOf(`(?:${ORDINALS})(?:s|ly)|zero|zeros|zeroes|nil|nought|naught|noughties|aught|umpteen|handful`),
  ...[GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, NORDIC_AND_SLAVIC, ROMANISED, SETS].map(anyOf),
];
const split = anyOf(`${CARDINALS}|${ORDINALS}`);

const anyNumber = oneOf(numberWords);

/** "f-ive" and "t.wo": a word in pieces is the word it makes. */
function inPieces(folded: string): readonly string[] {
  const pieces = folded.match(/\p{L}+(?:[-.'·]\p{L}+)+/gu) ?? [];
  return pieces.filter((piece) => {
    const joined = piece.replace(/[^\p{L}]/gu, "");
    return joined.match(split)?.[0] === joined;
  });
}

/** Labels, pronouns and marks that are written like numbers, in words that are none. */
export const withoutMarks = (folded: string): string =>
  folded.replace(LABELS, "label cuts").replace(PRONOUNS, "they").replace(ZERO_AS_A_MARK, "mark");

export function numbersIn(folded: string): readonly string[] {
  const text = withoutMarks(folded);
  const found = anyNumber.test(text) ? numberWords.flatMap((pattern) => text.match(pattern) ?? []) : [];
  return [...new Set([...found, ...inPieces(text)])];
}

export const numberRule: Rule = {
  code: "number",
  refuses:
    "a number in words, cardinal or ordinal, in English, German, French, Spanish, Italian, Portuguese or Dutch; “first cuts” and “zero” as a mark are allowed",
  sentence: ({ folded }) => numbersIn(folded).map((each) => `“${each}”`),
};

const vague = wordRule(
  "quantity",
  "fractions and vague quantities: half, double, twice, most, majority, record, nearly",
  [
    anyOf("half|halves|halved|halving|double|doubles|doubled|doubling|triple|tripled|triples|treble|trebled"),
    anyOf(
      "quadrupl(?:e|ed|es)|quintupl(?:e|ed|es)|twice|thrice|twofold|manifold|multi-?fold|tenths|hundredths",
    ),
    anyOf("(?:a|one|three|each|every|the|per)[ -]+quarters?[ -]+(?:of|more|less)|three-quarters|quarters of"),
    anyOf(
      "most(?! recent)|mostly(?! floating)|majority|minority|bulk of|lion's share|almost all|nearly all|virtually all|half of",
    ),
    anyOf(
      "more often than not|as often as not|(?<!\\b(?:vendors?|providers?|sources?|data|files?|tables?|feeds?|calendars?|lists?|not|to) )records?(?!(?<=\\bthe record) (?:after|rests?|covers?|holds|spans?|runs|behind|since|here)\\b)|near-?record|all-?time|unprecedented|many times|several times|order of magnitude",
    ),
    anyOf("single-?digits?|double-?digits?|triple-?digits?|digits?|decimals?|decades|centur(?:y|ies)"),
    anyOf(
      "preponderance|plethora|slew|raft of|host of|scads|smidgen|whisker|sliver|chunk|swathe|droves|oodles|bulk|multiple times|fraction|fractions",
    ),
    anyOf("quartiles?|quintiles?|deciles?|terciles?|tertiles?|percentage of"),
    anyOf("halfte|doppelt|verdoppelt|moitie|mitad|doble|meta|meta de|meta da|meta do|metade|dobro|doppio"),
    anyOf("helft|dubbel|verdubbeld|demi|medio|plupart|mayoria|maggioranza|maioria|mehrheit|meerderheid"),
    /(?<=\p{L} )(?<!more than )(?<!\bat )once(?: (?:for|per|in|each|every)\b|(?= ?(?:[.,;:]|$)))/gu,
    /\b(?:at least|at most|no (?:more|less|fewer) than|(?<!\badds? )up to|nearly|almost|close to|just (?:over|under|above|below)|well (?:over|above|below)|as (?:much|many|high|low|little) as) (?:the |an? )?\ue000/gu,
  ],
);

/** "Under the {{x}} of large-caps" is a comparison, judged as one. */
const OF_ANOTHER = /^\ue000 (?:of|for) /u;
/** "Over {{x}}" is "more than"; over so many windows it is not. */
const OVER = /\b(?:over|under) (?:the |an? )?$/u;

export const quantityRule: Rule = {
  ...vague,
  sentence: (sentence, world) => [
    ...(vague.sentence?.(sentence, world) ?? []),
    ...sentence.slots
      .filter(
        ({ key, at }) =>
          world.figures.get(key)?.unit !== "count" &&
          OVER.test(sentence.folded.slice(0, at)) &&
          !OF_ANOTHER.test(sentence.folded.slice(at)),
      )
      .map(({ key }) => `“over” or “under” before ${key}`),
  ],
};
