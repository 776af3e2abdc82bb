import { isAdverb, isMark, SIDE, type Tokens } from "./tokens.ts";
import {
  BE,
  BELONGING,
  COUNTED,
  DEFINITIONS,
  DETERMINERS,
  HAPPENING,
  HAVE,
  LIMITING,
  MODAL,
  PREPOSITIONS,
  STOPS,
} from "./words/grammar.ts";

/** What a clause is about: who or what moves, or what is measured and counted of it. */
export type Topic = "market" | "measured";
export interface Head {
  readonly word: string;
  readonly topic: Topic;
}

/** Whether a verb, with what follows, says of its subject how it is counted, defined or limited, and no more. */
export function sayable(tokens: Tokens, at: number, head: Head): boolean {
  const token = tokens[at] ?? "";
  const next = pastAdverbs(tokens, at + 1);
  if (MODAL.has(token)) return sayable(tokens, next, head);
  if (BE.has(token)) return complement(tokens, next, head);
  return HAVE.has(token) ? possession(tokens, next, head) : verbFits(tokens, at, head);
}

function pastAdverbs(tokens: Tokens, at: number): number {
  let i = at;
  while (isAdverb(tokens[i] ?? "")) i++;
  return i;
}

/** What a market may be said to have: few, none, or something of its own. */
const OWN = /^(?:no|few|fewer|several|many|different|their|its|nothing|only|not|neither|little|own)$/;

function possession(tokens: Tokens, at: number, head: Head): boolean {
  const token = tokens[at] ?? "";
  if (token === "been") return complement(tokens, at + 1, head);
  if (token === "come") return true;
  if (token === "to") return sayable(tokens, at + 1, head);
  return COUNTED.has(token) || token === "looked" ? head.topic === "measured" : OWN.test(tokens[at] ?? "");
}

const NOTHING = /^(?:nothing|little|no|few|only|not|neither|something|what|how|whether)\b/;
/** "Scheduled cuts tell a milder story", "first cuts give another sign". */
const ANSWER =
  /^(?:a|an|another|the) (?:\p{L}+ ){0,2}(?:story|stories|picture|answer|reading|sign|mean|average|range|result)s?\b/u;
/** "Shares by count give every company the same weight". */
const WEIGHT = /\b(?:the same|equal|less|more|full|no) weight\b/;
const PLACED = /^(?:behind (?:it|them|this|the)|at|in|with|from|under|on|out|before|of)\b/;
const RULED =
  /\b(?:rules?|lines?|definitions?|conventions?|calendars?|methods?|schedules?|classifications?|sources?)\b/;
const TRADED = /^(?:rarely|seldom|infrequently|thinly)|\b(?:exchanges?|venues?)\b/;
const EPISODES = /^(?:cut|cuts|recovery|cycle)$/;

/** Verbs that say something only with certain words behind them; `further` is the next few words. */
const VERBS: readonly (readonly [verb: RegExp, fits: (further: string, head: Head) => boolean])[] = [
  [
    /^(?:say|tell|show|give|offer|prove|speak)s?$|^(?:gave|showed|said)$/,
    (further, { topic }) =>
      NOTHING.test(further) ||
      (topic === "measured" && (ANSWER.test(further) || WEIGHT.test(further) || /^that\b/.test(further))),
  ],
  [
    /^(?:come|came|comes|begin|begins|began|start|starts|started|end|ends|ended|run|runs|ran|stay|stays|stayed|remain|remains|stand|stands)$/,
    (further, { topic }) => topic === "measured" && PLACED.test(further),
  ],
  [
    /^follow(?:s|ed)?$/,
    (further, { word }) =>
      RULED.test(further) || (EPISODES.test(word) && DETERMINERS.has(/^\p{L}+/u.exec(further)?.[0] ?? "")),
  ],
  [
    /^change(?:s|d)?$/,
    (further, { topic }) =>
      topic === "measured" && /^(?:with|as|when|where|from|over|between)\b/.test(further),
  ],
  [/^marks?$/, (further) => /\b(?:cycles?|windows?|samples?|phases?|thresholds?)\b/.test(further)],
  [/^add(?:s|ed)?$/, (further, { topic }) => topic === "measured" && /^(?:to|nothing)\b/.test(further)],
  [
    /^move(?:s|d)?$/,
    (further, { topic }) =>
      topic === "measured" && /^(?:its|the|this|that|their) (?:mean|average|sum)\b/.test(further),
  ],
  [
    /^(?:lie|lies|sit|sits)$/,
    (further, { topic }) =>
      topic === "measured" &&
      (PLACED.test(further) || /^(?:close|near) (?:together|to each other)\b/.test(further)),
  ],
  [/^turns?$/, (further, { word }) => word === "gap" && /^(?:$|[,;:.])/.test(further)],
  [
    /^look(?:s|ed)?$/,
    (further, { topic }) => topic === "measured" && LIMITING.has(/^\p{L}+/u.exec(further)?.[0] ?? ""),
  ],
  [
    /^(?:fire|fires|fired|mean|means|meant|explain|explains|decide|decides|enter|enters|accompany|accompanies|accompanied)$/,
    (_further, { topic }) => topic === "measured",
  ],
  [/^trade[sd]?$/, (further, { topic }) => TRADED.test(further) || topic === "measured"],
];

function verbFits(tokens: Tokens, at: number, head: Head): boolean {
  const token = tokens[at] ?? "";
  const special = VERBS.find(([verb]) => verb.test(token));
  if (special) return special[1](tokens.slice(at + 1, at + 8).join(" "), head);
  if (HAPPENING.has(token)) return false;
  return head.topic === "measured" || BELONGING.has(token);
}

/** Where a market may stand: "before costs", "in the sample". */
const STANDING =
  /^(?:before|after|net of|without|of) |^(?:in|outside|part of|from|on) .*\b(?:samples?|counts?|ind(?:ex|ices)|data|universe|figures?|comparison|measures?|basis|definitions?|terms|exchanges?|sources?)\b/;
const SIZES = /^(?:small|short|long|wide|large|open)$/;

const PRONOUNS = /^(?:it|they|this|that|these|those)$/;
const THAT_OF = /^(?:that|those) of$/;

/** What stands behind "is". */
function complement(tokens: Tokens, at: number, head: Head): boolean {
  const token = tokens[at] ?? "";
  if (token === "" || isMark(token)) return true;
  if (PRONOUNS.test(head.word) && !HAPPENING.has(token)) return token !== SIDE;
  if (THAT_OF.test(`${token} ${tokens[at + 1]}`)) return head.topic === "measured";
  if (STOPS.has(token) && !/^(?:as|so)$/.test(token)) return false;
  if (COUNTED.has(token) || LIMITING.has(token)) return head.topic === "measured" || !SIZES.test(token);
  if (head.topic === "measured" && /ed$/.test(token) && !HAPPENING.has(token)) return true;
  return /^(?:as|so|too)$/.test(token) ? isKind(tokens[at + 1] ?? "") : placeOrNoun(tokens, at, head);
}

const isKind = (token: string) => COUNTED.has(token) || LIMITING.has(token);

function placeOrNoun(tokens: Tokens, at: number, head: Head): boolean {
  const token = tokens[at] ?? "";
  if (/^(?:near|close)$/.test(token)) return false;
  if (PREPOSITIONS.has(token))
    return head.topic === "measured" || STANDING.test(tokens.slice(at, at + 4).join(" "));
  if (DETERMINERS.has(token)) return tokens.slice(at, at + 7).some((each) => isDefinition(each, head));
  if (isAdverb(token)) return complement(tokens, at + 1, head);
  return tokens.slice(at, at + 3).some((each) => COUNTED.has(each) || DEFINITIONS.has(each));
}

/** A side is no "group of companies" of some kind. */
const isDefinition = (token: string, { word }: Head) =>
  DEFINITIONS.has(token) && !(word === SIDE && /^(?:companies|members)$/.test(token));
