import {
  type Case,
  caveat,
  change,
  comparison,
  DATA,
  type Data,
  definition,
  hostile,
  level,
  rank,
  TOPICS,
} from "../corpus.ts";

const TYPES = { L: level, H: change, R: rank, C: comparison, V: caveat, D: definition } as const;

const NAMES = Object.keys(DATA) as Data[];

/**
 * Drafts in plain text: paragraphs, of which the first line is "[real or a name of DATA] topic [: codes]", and each other one
 * "<type> text @ subject direction comparator"; L level, H change, R rank, C comparison, V caveat, D definition.
 */
export function draftsOf(text: string): readonly Case[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => {
      const [first = "", ...lines] = paragraph.split("\n");
      const [head = "", codes = ""] = first.split(": ");
      const words = head.split(" ");
      const topic = TOPICS.find((name) => name === words.at(-1));
      if (topic === undefined || lines.length === 0) throw new TypeError(`no draft: ${paragraph}`);
      const data = words[0] === "real" ? true : NAMES.find((name) => name === words[0]);
      const said = lines.map((line) => {
        const [, type = "", sentence = "", measure = ""] = /^([LHRCVD]) (.*) @ ([^@]*)$/s.exec(line) ?? [];
        const say = TYPES[type as keyof typeof TYPES];
        if (say === undefined) throw new TypeError(`no sentence: ${line}`);
        return say(sentence, measure);
      });
      const named = lines[0]?.slice(2, 60) ?? "";
      return { ...hostile(topic, codes, named, ...said), ...(data === undefined ? {} : { real: data }) };
    });
}
