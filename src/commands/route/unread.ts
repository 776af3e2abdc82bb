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

/** What every answer leaves out or measures otherwise, though the words belong to a topic. */
const LEFT_OUT: readonly (readonly [RegExp, string, (name: string) => boolean])[] = [
  [
    /\b(?:best|worst|strongest|weakest) (?:day|week|month|quarter|year|decade)\b/,
    "",
    (name) => name !== "premium",
  ],
  [/\btrailing (?=pe\b|price|multiple|earning|valuation)/, "trailing", (name) => name === "valuation"],
  [
    /\b(?:during|in|through) (?:\w+ )?(?:recession|downturn)\b/,
    "during recessions (measured from their troughs on)",
    (name) => name === "recovery",
  ],
];

/** Phrases that an answer leaves out, in words for its reader. */
export function leftOut(tokens: readonly string[], line: string): readonly string[] {
  const [name = ""] = line.split(" ");
  return LEFT_OUT.flatMap(([pattern, words, concerns]) => {
    const said = pattern.exec(tokens.join(" "))?.[0];
    return said === undefined || !concerns(name) ? [] : [words || said];
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
