import { after, type Beside, before, PAIRED, upTo } from "./beside-slot.ts";
import { twinOf } from "./figures.ts";

/** "Companies whose debt floats are {{x}} of small-caps": a share of debt is no share of companies. */
const debtAsCompanies: Beside = ({ key }, slot, sentence) =>
  /floatingShareOfDebt/.test(key) &&
  /^ of (?:the )?(?:small|large)(?:er)?[ -](?:caps?|companies|firms)(?! (?:debt|borrowing))/.test(
    after(sentence, slot),
  ) &&
  !sentence.slots.some(({ key: other, at }) => at < slot.at && other === twinOf(key))
    ? `${key} is a share of debt, not of companies`
    : null;

/** Cover that is thin is not cover that fails. */
const thinAsShort: Beside = ({ key }, _slot, { folded }) =>
  /thinCoverShare/.test(key) &&
  /\b(?:profits?|income)\b.*\b(?:short of|not|less than|below|fails? to)\b|\b(?:not|fails? to|cannot) (?:\p{L}+ )?cover\b/u.test(
    folded,
  )
    ? `${key} counts cover that is thin, and not only what falls short`
    : null;

const LEFT_OUT =
  /\bmicro-?caps? (?:are |is )?(?:left out|excluded|set aside)\b|\b(?:without|excluding|leaving out) micro/;
const microLeftOut: Beside = ({ key }, _slot, { folded, slots }) =>
  /^universe\.smallAndMicro/.test(key) &&
  LEFT_OUT.test(folded) &&
  !slots.some((other) => other.key.startsWith("universe.smallWithoutMicro"))
    ? `${key} counts micro-caps too`
    : null;

/** "Countries other than the US": the rest of what the figure measures. */
const ELSEWHERE =
  /\b(?:other than|outside(?: of)?|excluding|except(?: for)?|without|beyond) (?:the )?(?:us|united states)\b|\bnon-us\b|\brest of the world\b/;
const theRest: Beside = ({ key }, _slot, { folded }) =>
  /usOfSmall|usRevenueShare/.test(key) && ELSEWHERE.test(folded)
    ? `${key} is of the US, not of the rest`
    : null;

const CONDITION = /\b(?:downturn|hawkish|(?<!policy )uncertainty)\b/gu;

/** "For a downturn {{hawkish.fired}} of {{hawkish.known}}", or the known of the fired. */
const otherCondition: Beside = ({ key }, slot, sentence) => {
  const [, own, what] = /^risks\.condition\.(\w+)\.(fired|known)$/.exec(key) ?? [];
  if (own === undefined) return null;
  const behind = after(sentence, slot);
  const next = sentence.slots.find(({ at }) => at > slot.at);
  if (PAIRED.test(behind) && what === "known") return `${key} is the whole, not the part`;
  if (PAIRED.test(behind)) return next?.key === `risks.condition.${own}.known` ? null : `${key} is of others`;
  const within = /^[^\ue000,;:.]*/u.exec(behind)?.[0] ?? "";
  const [first] = within.match(CONDITION) ?? [];
  const said = first ?? before(sentence, slot).match(CONDITION)?.at(-1) ?? behind.match(CONDITION)?.[0];
  return said === undefined || said === own ? null : `${key} where the words say ${said}`;
};

const NOT_FIRED = /\b(?:quiet|silent|not|yet|open|missing|unknown|left|unfired|calm|clear)\b/;

/** "{{x}} of {{condition.known}}": of the known, none but the fired; "in {{n}} of {{ahead}}" is the whole before the part. */
const wholeBefore: Beside = ({ key }, slot, sentence) => {
  if (!PAIRED.test(after(sentence, slot))) return null;
  const whole = sentence.slots.find(({ at }) => at > slot.at)?.key ?? "";
  const behind = /^ of (?:the |its )?\ue000([^,;:\ue000]*)/u.exec(after(sentence, slot))?.[1] ?? "";
  if (/\.fired$/.test(key) && NOT_FIRED.test(behind)) return `${key} counts what has fired`;
  const known =
    /^risks\.condition\.\w+\.known$/.test(whole) && !/^risks\.condition\.\w+\.(?:fired|known)$/.test(key);
  return known || (/\.n$/.test(key) && /\.ahead$/.test(whole)) ? `${key} is no part of ${whole}` : null;
};

/** "Were completed": the counts are of what was announced; "by value": of how many. */
const DONE =
  /\b(?:were|are|was|been|got|being) (?:completed|closed|concluded|finali[sz]ed|agreed|approved)\b|\bcompleted (?:takeovers|deals|acquisitions)\b/;
const ofAnnouncements: Beside = ({ key }, slot, sentence) => {
  if (!/^deals\.(?:ttm|ytd|history|year)\./.test(key)) return null;
  if (DONE.test(sentence.folded)) return `${key} counts what was announced`;
  return /\b(?:by|in) value\b/.test(upTo(sentence, slot)) ? `${key} is by number, not by value` : null;
};

/** "Fell to {{previous}} from {{count}}": the years the wrong way round. */
const yearsTurned: Beside = ({ key }, slot, sentence) => {
  const other = key.replace(/\.(count|previous)$/, (_, end) => (end === "count" ? ".previous" : ".count"));
  if (other === key || !sentence.slots.some((each) => each.key === other)) return null;
  const said = / (from|to) (?:the )?$/.exec(before(sentence, slot))?.[1];
  const wrong = key.endsWith(".count") ? "from" : "to";
  return said === wrong ? `“${said}” before ${key}` : null;
};

/** "{{dropped}} windows are complete and {{n}} are left out". */
const COMPLETE = /^ (?:windows? )?(?:are |is |were |was )?(?:complete|measured|counted|whole)\b/;
const INCOMPLETE =
  /^ (?:windows? )?(?:are |is |were |was )?(?:left out|dropped|incomplete|excluded|set aside)\b/;
const windowsExchanged: Beside = ({ key }, slot, sentence) => {
  const wrong = key.endsWith(".dropped") ? COMPLETE : /\.\d+m\.n$/.test(key) ? INCOMPLETE : null;
  return wrong?.test(after(sentence, slot)) ? `${key} is of the other windows` : null;
};

/** "{{known}} triggers have fired". */
const knownAsFired: Beside = ({ key }, slot, sentence) =>
  /^risks\.condition\.\w+\.known$/.test(key) &&
  !sentence.slots.some((each) => each.key === key.replace(/known$/, "fired")) &&
  /^ (?:\p{L}+ )?(?:triggers? )?(?:have |has |had )?(?:already )?fired\b/u.test(after(sentence, slot))
    ? `${key} counts what is known, not what has fired`
    : null;

/** "The median of history, {{count}}, is above …": the other number's name stands before it. */
const namedAsMedian: Beside = ({ key }, slot, sentence) => {
  const other = sentence.slots.find((each) => /\.median$/.test(each.key) && each !== slot);
  if (!/^deals\.\w+\.count$/.test(key) || other === undefined) return null;
  const said = /(?:^|[,;:] |\band )(?:the |a )?(?:[\p{L}-]+ )?median [^,;:\ue000]*, $/u;
  return said.test(before(sentence, slot)) && !/\bmedian\b/.test(upTo(sentence, other))
    ? `${key} is no median`
    : null;
};

/** "Now stand {{deepest}} below their high": a fall of the past. */
const deepestNow: Beside = ({ key }, slot, sentence) => {
  if (!/drawdown\.\w+\.deepest$/.test(key)) return null;
  if (/\b(?:now|currently?|today|at present|latest|still)\b/.test(upTo(sentence, slot)))
    return `${key} is of the past`;
  const named = /\b(?:deepest|largest|biggest|worst|maximum|lowest|greatest)\b/;
  return named.test(sentence.folded) || named.test(sentence.before?.folded ?? "")
    ? null
    : `${key} without the word “deepest”`;
};

/** "Ahead in {{ahead}} of {{n}} recoveries", where the windows are start months around one. */
const startsAsRecoveries: Beside = ({ key }, slot, sentence) =>
  /^recovery\.sweep\.\w+\.n$/.test(key) &&
  /^ (?:of (?:the |all )?)?(?:recover|trough|cycle)/.test(after(sentence, slot))
    ? `${key} counts start months around one trough`
    : null;

/** "In months of contraction": the returns are those of the months after it. */
const DURING =
  /\b(?:in|during|of|throughout|within) (?:an? |the )?(?:months? of )?(?:an? |the )?(?:recovery|expansion|slowdown|contraction)s?\b/;
const duringPhase: Beside = ({ key }, slot, sentence) =>
  /^regime\.after\./.test(key) &&
  DURING.test(upTo(sentence, slot)) &&
  !/\bafter\b|\bfollow/.test(upTo(sentence, slot))
    ? `${key} is of the months after`
    : null;

/** "The mean yearly return": the means are of months. */
const yearlyOfMonths: Beside = ({ key }, _slot, { folded }) => {
  const said = /\b(?:yearly|annual(?:ly|i[sz]ed)?|an? year|per year|quarterly|weekly|daily)\b/.exec(
    folded,
  )?.[0];
  return said !== undefined && /^regime\.after\.\w+\.mean/.test(key)
    ? `${key} is of months, not “${said}”`
    : null;
};

/** "Room of {{x}} before a recession begins": it is the trigger that has room. */
const roomBefore: Beside = ({ key }, slot, sentence) => {
  if (!/^risks\.\w+\.distance$/.test(key)) return null;
  const said = /^[^,;:\ue000]*?\bbefore (?:an?|any|the next|the) (?!trigger|threshold|rule|line|mark)/u.exec(
    after(sentence, slot),
  );
  return said === null ? null : `${key} is the room of a trigger`;
};

/** "Beta of large-caps on small-caps": it is that of small on large. */
const turnedBeta: Beside = ({ key }, _slot, { folded }) =>
  /\.beta/.test(key) && /\blarge[\p{L}-]* (?:on|against|to|over) (?:the )?small/u.test(folded)
    ? `${key} is of small on large`
    : null;

/** What figures of one topic are not. */
export const OF_TOPICS: readonly Beside[] = [
  debtAsCompanies,
  thinAsShort,
  microLeftOut,
  theRest,
  otherCondition,
  wholeBefore,
  ofAnnouncements,
  yearsTurned,
  windowsExchanged,
  knownAsFired,
  namedAsMedian,
  deepestNow,
  startsAsRecoveries,
  duringPhase,
  yearlyOfMonths,
  roomBefore,
  turnedBeta,
];
