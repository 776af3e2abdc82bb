import { CLAIM_TYPES, type ClaimType, DIRECTIONS, type DraftSentence } from "../../../src/narrative/port.ts";

/**
 * What a case is checked against: a briefing of the sample market, or of the real data folder where it is there.
 * "overdue" is performance whose returns are withheld, "undisplayed" valuation under a licence that forbids display.
 */
export const TOPICS = [
  "valuation",
  "ratecut",
  "performance",
  "performancePrice",
  "ratecutPrice",
  "whatif",
  "overdue",
  "undisplayed",
  "brief",
  "debt",
  "coverage",
  "earnings",
  "universe",
  "deals",
  "calendar",
  "premium",
  "recovery",
  "volatility",
  "regime",
  "risks",
  "thesis",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Data and days other than the sample market's newest: other signs, other phases, overdue series. */
export const DATA = {
  french: { folder: "french", day: "" },
  old: { folder: "russell", day: "2012-06-29" },
  dec: { folder: "russell", day: "2025-12-10" },
  y21: { folder: "russell", day: "2021-06-30" },
  y09: { folder: "russell", day: "2009-03-31" },
  s24: { folder: "sample", day: "2024-06-28" },
  r19: { folder: "russell", day: "2019-08-30" },
  s23: { folder: "sample", day: "2023-03-31" },
  m26: { folder: "russell", day: "2026-03-31" },
  r16: { folder: "russell", day: "2016-11-30" },
  n24: { folder: "russell", day: "2024-12-31" },
  s25: { folder: "sample", day: "2025-12-10" },
  z22: { folder: "russell", day: "2022-09-30" },
} as const;
export type Data = keyof typeof DATA;

/** A draft written by hand with what the gate has to say of it. */
export interface Case {
  readonly name: string;
  readonly topic: Topic;
  /** True: on the real Russell folder, a name: on those data as of that day; skipped where they are not there. */
  readonly real?: true | Data;
  readonly draft: unknown;
  /** Every reason there is, each code with its sentence; none: a good draft. */
  readonly reasons: readonly (readonly [code: string, sentence: number | null])[];
}

/** A sentence before its keys are completed: they are those of the topic, without its name. */
export interface Said {
  readonly text: string;
  readonly claimType: ClaimType;
  /** "subject direction comparator", "-" for none. */
  readonly measure: string;
  /** Where they are not the slots. */
  readonly figures?: readonly string[];
}

const SLOT = /\{\{([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)\}\}/g;
const PREFIXED = /^(?:valuation|ratecut|performance)\./;

const PREFIX: Partial<Readonly<Record<Topic, string>>> = {
  whatif: "valuation",
  overdue: "performance",
  performancePrice: "performance",
  ratecutPrice: "ratecut",
  undisplayed: "valuation",
};

function keyOf(topic: Topic, key: string): string {
  return PREFIXED.test(key) && topic !== "thesis" ? key : `${PREFIX[topic] ?? topic}.${key}`;
}

function sentenceOf(topic: Topic, { text, claimType, measure, figures }: Said): DraftSentence {
  const full = text.replace(SLOT, (_slot, key: string) => `{{${keyOf(topic, key)}}}`);
  const [subject = "-", direction = "-", comparator = "-"] = measure.split(" ");
  const key = (name: string) => (name === "-" ? null : name === "zero" ? "zero" : keyOf(topic, name));
  return {
    text: full,
    figures: (figures ?? [...text.matchAll(SLOT)].map(([, name = ""]) => name)).map((name) =>
      keyOf(topic, name),
    ),
    claimType,
    subject: key(subject),
    direction: DIRECTIONS.find((name) => name === direction) ?? null,
    comparator: key(comparator),
  };
}

type Say = (text: string, measure?: string, figures?: readonly string[]) => Said;

/** level("…{{key}}…", "subject direction comparator") and so on, one for each type of claim. */
export const { level, change, rank, comparison, caveat, definition } = Object.fromEntries(
  CLAIM_TYPES.map((claimType): [ClaimType, Say] => [
    claimType,
    (text, measure = "-", figures) => ({ text, claimType, measure, ...(figures ? { figures } : {}) }),
  ]),
) as Readonly<Record<ClaimType, Say>>;

export function good(topic: Topic, name: string, ...said: readonly Said[]): Case {
  return { name, topic, draft: { sentences: said.map((each) => sentenceOf(topic, each)) }, reasons: [] };
}

/** `codes`: "number", or "number@1" for the second sentence, "length@-" for the whole draft; more by spaces. */
export function hostile(topic: Topic, codes: string, name: string, ...said: readonly Said[]): Case {
  return { ...good(topic, name, ...said), reasons: reasonsOf(codes) };
}

/** A draft that is no draft. */
export function malformed(codes: string, name: string, draft: unknown): Case {
  return { name, topic: "valuation", draft, reasons: reasonsOf(codes) };
}

export function onRealData(each: Case): Case {
  return { ...each, real: true };
}

function reasonsOf(codes: string): Case["reasons"] {
  if (codes === "") return [];
  return codes.split(" ").map((each) => {
    const [code = "", sentence = "0"] = each.split("@");
    return [code, sentence === "-" ? null : Number(sentence)];
  });
}
