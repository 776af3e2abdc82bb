import { argumentsIn } from "./arguments.ts";
import type { Candidate } from "./catalogue.ts";
import { hasFillersOnly } from "./fillers.ts";
import { matchAt, spelt, stemOf, tokensOf } from "./tokens.ts";

/** Words of everyday sentences about small-caps that limit nothing. */
const EVERYDAY = new Set(
  tokensOf(
    "smaller one index indices indexes russell 2000 big bigger s&p 500 r2k r2000 rty iwm spx mega happen happened happening many much " +
      "who good well badly history historical historically between beat win help say says said tell outperform outperformance " +
      "underperform once average up down right left far below above peak mean means effect earlier will trading trade traded " +
      "ratio name names v own more less came come coming attractive lately recently now currently current today these following " +
      "fare fared started version study sample hit true policy whether moment take takes firm firms got ground little guy guys " +
      "react easier matter minus impact stand stands morning pull table stretched held usually record statistic statistics " +
      "often monetary evidence hi hello hey thanks thank sir please kindly honestly quickly briefly really actually exactly " +
      "maybe still yet already ever so far here because while into onto up my am being most very quite too also per fed " +
      "federal reserve powell fomc rate rates market markets equity equities share shares us american america united states " +
      "price prices sure think know want need like interested curious wonder wondering explain give put another other others " +
      "both all any some either them themselves each it its itself way case sense time times level levels side sides overall " +
      "general generally basically usa dear bro mate guys folks team client clients desk committee meeting call deck slide " +
      "compare comparing comparison difference differ different between across around roughly about approximately almost " +
      "group bunch lot lots bit kind sort type amount percentage percent share proportion fraction number total count " +
      "outpace outpacing outpaced catch catching keep keeping keeps hold holding after before when then than first second " +
      "small cap caps smallcap large largecap mid stocks stock company companies business businesses world",
  ),
);

/** Said bare: "over the last year" and "last twelve months" are what is answered. */
const BARE_LAST = "(?<!\\b(?:over|in|for|of|past) )\\b(?:last|previous)";

interface LeftOut {
  readonly said: RegExp;
  /** Null: as it was said. */
  readonly words: string | null;
  /** Of command lines. */
  readonly of: RegExp;
}

/** What every answer leaves out or measures otherwise, though the words belong to a topic. */
const LEFT_OUT: readonly LeftOut[] = [
  { said: /\b(?:best|strongest) (?:day|week|quarter|year|decade)\b/, words: null, of: /^(?!premium)/ },
  { said: /\b(?:worst|weakest) (?:day|week|month|quarter|year|decade)\b/, words: null, of: /^(?!premium)/ },
  { said: /\b(?:best|strongest) month\b/, words: null, of: /^(?!premium|performance)/ },
  {
    said: /\b(?:best|strongest) month\b.*\b(?:ever|history|all time|since|on record)\b/,
    words: "best month of all (the best of the last twelve is shown)",
    of: /^performance/,
  },
  { said: /\btrailing (?=pe\b|price|multiple|earning|valuation)/, words: "trailing", of: /^valuation/ },
  {
    said: /\b(?:during|in|through) (?:\w+ )?(?:recession|downturn)\b/,
    words: "during recessions (measured from their troughs on)",
    of: /^recovery/,
  },
  {
    said: /\b(?:before|ahead of) (?:\w+ )?recession\b|\brecession (?:\w+ )?(?:come|coming|near|loom\w*|likely|hit|begin|start)/,
    words: "before recessions (measured from their troughs on)",
    of: /^recovery/,
  },
  {
    said: /\b(?:recession|downturn)\b/,
    words: "whether a recession comes (nothing here is a forecast)",
    of: /^risks/,
  },
  {
    said: /\b(?:recession|downturn)\b/,
    words: "whether it is a recession (the NBER dates those, months later)",
    of: /^regime/,
  },
  {
    said: new RegExp(`${BARE_LAST} year\\b`),
    words: "last year by the calendar (these are the twelve months to the end of the data)",
    of: /\bwindow=12m\b/,
  },
  {
    said: new RegExp(`${BARE_LAST} quarter\\b`),
    words: "last quarter by the calendar (these are the three months to the end of the data)",
    of: /\bwindow=3m\b/,
  },
  {
    said: new RegExp(`${BARE_LAST} month\\b`),
    words: "last month by the calendar (this is the month to the end of the data)",
    of: /\bwindow=1m\b/,
  },
];

/** Phrases that an answer leaves out, in words for its reader. */
export function leftOut(tokens: readonly string[], line: string): readonly string[] {
  return LEFT_OUT.flatMap(({ said, words, of }) => {
    const found = said.exec(tokens.join(" "))?.[0];
    return found === undefined || !of.test(line) ? [] : [words ?? found];
  });
}

const MARK = /^(?:[+-]?\d+(?:\.\d+)?%?|[a-z])$/;

/** Of a question that runs topics the words that neither their own words nor their arguments took in. */
export function notUnderstood(
  tokens: readonly string[],
  line: string,
  candidates: readonly Candidate[],
): readonly string[] {
  const [first = "", second = ""] = line.split(" ");
  const names = first === "brief" ? second.replace("topics=", "").split(",") : [first];
  const asked = candidates.filter(({ topic }) => topic !== null && names.includes(topic.name));
  if (asked.length === 0) return [];
  const unread = asked.map((each) => unreadBy(each, tokens, line));
  return tokens.filter((_, at) => unread.every((places) => places.has(at)));
}

function unreadBy({ topic, asks, words, hints }: Candidate, tokens: readonly string[], line: string) {
  if (topic === null) return new Set<number>();
  const used = new Set(argumentsIn(tokens, topic, asks).used);
  for (const phrase of [...words, ...hints])
    for (const at of tokens.keys()) {
      const length = matchAt(tokens, at, phrase)?.length ?? 0;
      for (let offset = 0; offset < length; offset += 1) used.add(at + offset);
    }
  const isRead = (token: string) =>
    EVERYDAY.has(token) || MARK.test(token) || line.includes(token) || hasFillersOnly([token], topic);
  return new Set([...tokens.keys()].filter((at) => !used.has(at) && !isRead(tokens[at] ?? "")));
}

/** A compared word as the question has it: "euro" as "euros". */
export function asWritten(token: string, text: string): string {
  const words = spelt(text).match(/[\p{L}\p{N}&]+/gu) ?? [];
  return words.find((word) => stemOf(word) === token) ?? token;
}
