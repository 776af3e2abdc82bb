import type { Figure } from "../../briefing/figure.ts";
import { type DirectionFinding, declaredFindings, measured } from "./declared.ts";
import { directionWords } from "./direction-words.ts";
import { aspectsOf, compare, kindOf, SIGNED } from "./figures.ts";
import { rememberedOf } from "./memo.ts";
import { mentionsOf } from "./mentions.ts";
import { directionsIn, isPlain } from "./neutral-directions.ts";
import { overreach, pastWithoutPercentile, rangeBeyondZero } from "./overreach.ts";
import type { Rule } from "./rule.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { spokenFindings } from "./spoken-findings.ts";
import type { World } from "./world.ts";

const allFindings = rememberedOf((sentence: Sentence, world: World) => [
  ...declaredFindings(sentence, world),
  ...spokenFindings(sentence, world),
]);
const findings = (code: DirectionFinding["code"]) => (sentence: Sentence, world: World) => [
  ...new Set(
    allFindings(sentence, world)
      .filter((found) => found.code === code)
      .map(({ detail }) => detail),
  ),
];

/** "Has fired" of a trigger that has room, or "has not" of one that has none. */
function firedFaults({ folded, slots }: Sentence, { figures }: World): readonly string[] {
  const fired = /(?<!\bnone )\b(?:has|have|had|is|was|are|now|already) fired\b|\bfired at\b/.test(folded);
  const open = /\b(?:has|have|had) not (?:yet )?fired\b|\b(?:yet|still) to fire\b|\bquiet\b/.test(folded);
  if (!fired && !open) return [];
  return slots.flatMap(({ key }) => {
    const room = figures.get(key.replace(/^(risks\.\w+)\.value$/, "$1.distance"));
    if (room === undefined || !/^risks\.\w+\.distance$/.test(room.key)) return [];
    const left = compare(room, "zero");
    return (fired && left === 1) || (open && left === -1) ? [`${room.key} says that it is otherwise`] : [];
  });
}

const PHASES = ["recovery", "expansion", "slowdown", "contraction"] as const;
/** "The replica is in contraction", and not what followed on one. */
const IN_PHASE = new RegExp(
  `\\b(?:replica|it|phase|economy|cycle)\\b(?:(?! after\\b| months?\\b| returns?\\b)[^,;:.]){0,50}?\\b(?:in|as|is|into|of|for|called|named|says|shows|reads?)(?: (?:an?|its|the|phase|of|called|confirmed))* (${PHASES.join("|")})\\b|\\bbeen in (?:an? |the )?(${PHASES.join("|")})\\b`,
  "u",
);

/** The phase that a sentence says holds, where the briefing says another or none. */
function phaseFaults({ folded }: Sentence, { figures }: World): readonly string[] {
  const found = IN_PHASE.exec(folded);
  const phase = figures.get("regime.phase");
  if (found === null || phase === undefined) return [];
  const said = found[1] ?? found[2];
  const alone = /\b(?:last|latest) month\b/.test(folded) ? figures.get("regime.reading") : undefined;
  const holds = [phase, alone].some((each) => each && PHASES[Number(each.value) - 1] === said);
  return holds ? [] : [`“${said}” is not the phase that the briefing says`];
}

const TURNED =
  /\bthe other way(?: round| around)?\b|\b(?:the )?(?:order|sign|picture) (?:is |was )?revers(?:ed|es)\b/;

/** "The year before went the other way": the sentence before has the other sign. */
function turnFaults(sentence: Sentence, world: World): readonly string[] {
  if (!TURNED.test(sentence.folded) || sentence.before === null) return [];
  const [now, before] = [sentence, sentence.before].map((each) => signOf(each, world));
  return now !== null && now === before ? ["nothing turns: the sentence before has the same sign"] : [];
}

/** Of small against large, as far as a sentence declares it. */
function signOf(sentence: Sentence, world: World): number | null {
  const found = measured(sentence, world);
  if (found === null || typeof found === "string") return null;
  const large = found.against !== "zero" && aspectsOf(found.subject).side === "large";
  return large ? -found.sign : found.sign;
}

const RANGE_END = /\.(?:ci|range)(?:Low|High)$/;

/** Words about signs and intervals that are true or false by the figures. */
function signFaults({ folded, slots }: Sentence, { figures }: World): readonly string[] {
  const shown = slots.flatMap(({ key }) => figures.get(key) ?? []);
  const ends = shown.filter(({ key }) => RANGE_END.test(key)).map((each) => compare(each, "zero"));
  const range = ends.length === 2 ? ends[0] === ends[1] && ends[0] !== 0 : null;
  const unclear = /\b(?:neither|not|no|nor)\b[^,;:.]*\bclear of zero\b/.test(folded);
  const includes =
    unclear ||
    /\b(?:includes?|including|contains?|spans?|straddles?|crosses|takes? in|took in|taking in) zero\b|\bzero (?:is|lies|falls|sits|stands) (?:inside|within|in)\b/.test(
      folded,
    );
  const excludes =
    (!unclear && /\bclear of zero\b/.test(folded)) ||
    /\b(?:excludes?|excluding) zero\b|\b(?:does not|do not|not) (?:include|contain|span|straddle) zero\b/.test(
      folded,
    );
  const interval = intervalOf(
    [...figures.keys()],
    folded,
    slots.map(({ key }) => key),
  ).map((key) => figures.get(key));
  const edge = interval.flatMap((each) => (each ? [compare(each, "zero")] : []));
  const clear = edge.length === 2 && edge[0] === edge[1] && edge[0] !== 0;
  return [
    ...(includes && !excludes && range === true ? ["the range does not include zero"] : []),
    ...(excludes && range === false ? ["the range includes zero"] : []),
    ...(/\bno clear (?:\S+ )?(?:edge|lead|advantage|difference|winner|premium|gap)\b/.test(folded) && clear
      ? ["“no clear edge”: the range does not include zero"]
      : []),
  ];
}

/** The interval that "no clear edge" rests on: of the sample and horizon shown, else of all cuts at twelve months. */
function intervalOf(keys: readonly string[], folded: string, shown: readonly string[]): readonly string[] {
  const era = shown.map((key) => /^premium\.\w+(?=\.(?:meanAnnual|t|n|range))/.exec(key)?.[0]).find(Boolean);
  if (keys.includes("premium.full.rangeLow"))
    return [`${era ?? "premium.full"}.rangeLow`, `${era ?? "premium.full"}.rangeHigh`];
  const shownStem = shown.map((key) => /^ratecut\.(?:all|first|scheduled)\.\w+/.exec(key)?.[0]).find(Boolean);
  const sample = /\bfirst[ -]cuts?\b/.test(folded) ? "first" : "all";
  const stem = shownStem ?? `ratecut.${sample}.12m`;
  return [`${stem}.ciLow`, `${stem}.ciHigh`].filter((key) => keys.includes(key));
}

/** "Which cuts you count decides the sign" needs two figures with different signs, in the draft or of what it names. */
const DECIDES =
  /\b(?:decides?|settles?|determines?|changes?|flips?|turns?|reverses?|gives?) (?:the sign|a different sign|which side)\b|\b(?:opposite|different) signs?\b|\bdisagree in sign\b|\b(?:gap|sign) turns\b(?! into)/;
/** What may decide, with the figures that then differ: told by their first sign word. */
const DECIDING: readonly (readonly [said: RegExp, figures: RegExp])[] = [
  [
    /\b(?:definition|treatment|measure|variant|loss|losses|loss-makers|they|them)\b/,
    /^valuation\.discount\.\w+$/,
  ],
  [/\b(?:cuts?|samples?)\b/, /^ratecut\.(?:all|first|scheduled)\.12m\.mean$/],
  [/\b(?:windows?|horizons?|dates?|periods?)\b/, /^performance\.\w+\.relative$/],
];

function undecided(sentences: readonly Sentence[], world: World) {
  const { figures } = world;
  const declared = new Set(sentences.map((each) => signOf(each, world)));
  if (declared.has(1) && declared.has(-1)) return [];
  const bothSigns = (some: readonly Figure[]) => {
    const signs = some.filter((each) => SIGNED.includes(kindOf(each))).map((each) => compare(each, "zero"));
    return signs.includes(1) && signs.includes(-1);
  };
  const shown = sentences.flatMap(({ slots }) => slots.flatMap(({ key }) => figures.get(key) ?? []));
  return sentences
    .filter(
      ({ folded }) => DECIDES.test(folded) && !/\b(?:can|may|might) (?:decide|change|flip)\b/.test(folded),
    )
    .filter((sentence) => {
      const named = DECIDING.filter(([said]) => isPlain(sentence) && said.test(sentence.folded));
      const families = named.map(([, keys]) => [...figures.values()].filter(({ key }) => keys.test(key)));
      return ![shown, ...families].some(bothSigns);
    })
    .map(({ index }) => ({ sentence: index, detail: "no two figures of the draft have different signs" }));
}

/** "Shinier than": a comparative that no list knows cannot be checked. */
const COMPARATIVE =
  /\b(?!(?:other|rather|whether|either|neither|later|earlier|larger|smaller|further|number|longer|shorter)\b)\p{L}{2,}er than\b/gu;

/** Of dates and samples, where nothing is measured. */
const OF_TIME =
  /\b(?:older|newer|younger|thinner|coarser|finer|slower|rarer|noisier|simpler|harder|easier) than\b/gu;

function unknownComparatives(sentence: Sentence): readonly string[] {
  const known = directionWords(sentence.folded);
  const folded = isPlain(sentence) ? sentence.folded.replace(OF_TIME, "-") : sentence.folded;
  return [...folded.matchAll(COMPARATIVE)]
    .filter(({ index }) => !known.some(({ at }) => at === index))
    .map(([found]) => `“${found}” cannot be checked`);
}

export const directionRule: Rule = {
  code: "direction",
  refuses:
    "a direction that the figures do not have as they print, ties other than “little changed”, comparatives without a declared direction",
  sentence: (sentence, world) => [
    ...findings("direction")(sentence, world),
    ...signFaults(sentence, world),
    ...firedFaults(sentence, world),
    ...phaseFaults(sentence, world),
    ...turnFaults(sentence, world),
    ...rangeBeyondZero(sentence, world),
    ...overreach(sentence, world),
    ...unknownComparatives(sentence),
  ],
  draft: undecided,
};

export const comparatorRule: Rule = {
  code: "comparator",
  refuses:
    "a comparison with nothing, with zero where zero says nothing, or of figures that differ in more than one thing",
  sentence: (sentence, world) => [
    ...findings("comparator")(sentence, world),
    ...pastWithoutPercentile(sentence, world),
  ],
};

export const measureRule: Rule = {
  code: "measure",
  refuses:
    "a level that rose, a multiple that beat, a relative return called a gain: words of another kind of measure",
  sentence: (sentence, world) => [
    ...findings("measure")(sentence, world),
    ...relativeAsReturn(sentence, world),
  ],
};

const RETURNED = /\b(?:return(?:s|ed|ing)?|gain(?:s|ed)?|earned|made) (?:of )?$/u;

function relativeAsReturn(
  { folded, slots, claimType, direction }: Sentence,
  { figures }: World,
): readonly string[] {
  const level =
    claimType === "level" && (direction === "rose" || direction === "fell")
      ? ["a level does not rise or fall: that is a claim of change"]
      : [];
  const returned = slots.flatMap(({ key, at }) => {
    const figure = figures.get(key);
    const wrong = figure && kindOf(figure) === "relative" && RETURNED.test(folded.slice(0, at));
    return wrong && !/\b(?:relative|excess) returns? (?:of )?$/.test(folded.slice(0, at))
      ? [`${key} is small minus large, not a return`]
      : [];
  });
  return [...level, ...returned];
}

/** "…and after first cuts as well": what is said of cuts of which the sentence has no figure. */
function samplesWithoutFigure(sentence: Sentence, { figures }: World): readonly string[] {
  const { folded, slots, subject, comparator } = sentence;
  if (directionWords(folded).length === 0) return [];
  const keys = [...slots.map(({ key }) => key), subject, comparator].filter((key) => key !== null);
  const samples = keys.flatMap((key) => figures.get(key) ?? []).map((figure) => aspectsOf(figure).sample);
  const said = new Set(mentionsOf(folded, "sample").map(({ value }) => value));
  const measured = samples.some((each) => each !== undefined);
  return [...said]
    .filter(
      (value) =>
        measured && !samples.includes(value) && !(value === "cycle" && samples.includes("thisCycle")),
    )
    .map((value) => `something is said of “${value}”, of which the sentence has no figure`);
}

export const swapRule: Rule = {
  code: "swap",
  refuses: "the wrong side, or the wrong cuts, before a word of direction",
  sentence: (sentence, world) => [
    ...findings("swap")(sentence, world),
    ...samplesWithoutFigure(sentence, world),
  ],
};

const NEGATORS =
  /\b(?:not|never|no longer|nor|neither|hardly|scarcely|barely|rarely|seldom|cannot|can't|failed to|fails? to|failing to|far from|anything but|rather than|instead of|if|unless|no|nothing|without)\b|(?:^|(?<=[,;:] ))had\b|n't\b/gu;
/** "Without loss-makers" and "no clear edge" deny no direction. */
const HARMLESS =
  /\bwithout (?:the )?(?:loss-? ?makers|loss-? ?making|unprofitable|dividends|them|those|estimates)\b|\bno clear\b|\b(?:that|which|who) (?:do|does|did) not (?:earn|cover|report|publish|pay|have)\b|\bnot only of\b/gu;

export const negationRule: Rule = {
  code: "negation",
  refuses:
    "a word of direction that is denied, doubted or made conditional: a gate does not do double negatives",
  sentence: (sentence, world) => {
    const text = sentence.folded.replace(HARMLESS, (found) => "-".repeat(found.length));
    const negators = [...text.matchAll(NEGATORS)];
    return directionsIn(sentence, world).flatMap(({ word, at, end }) => {
      const own = clauseAt(sentence, at);
      const near = negators.find(
        ({ 0: found, index }) =>
          (clauseAt(sentence, index) === own && index < at) ||
          (index >= end && index - end <= 1 && /^(?:not|never)$/.test(found)),
      );
      return near ? [`“${near[0]} … ${word}”`] : [];
    });
  },
};
