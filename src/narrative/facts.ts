import type { Briefing, Table } from "../briefing/briefing.ts";
import type { Figure, Unit } from "../briefing/figure.ts";
import { isAbsent } from "../briefing/value.ts";
import { wordsFor } from "./calling.ts";
import { compare, incomparable, type Kind, kindOf, SIGNED } from "./gate/figures.ts";
import { toldByDate } from "./gate/told.ts";

/** One figure as a model is told of it: what it is and which way it points, never what it is worth. */
export interface FigureFact {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly kind: Kind;
  /** What may stand beside it to say whose it is, of which sample and horizon. */
  readonly words: readonly string[];
  /** Of a figure with a sign. */
  readonly versusZero?: "above" | "below" | "littleChanged";
  /** Coarse, where its unit has one. */
  readonly band?: "low" | "middle" | "high";
}

/** What holds between two figures, as printed. */
export interface ComparisonFact {
  readonly subject: string;
  readonly direction: "above" | "below" | "littleChanged";
  readonly comparator: string;
}

const MOST_FIGURES = 60;

/** Edges of the coarse bands, by magnitude. */
const BANDS: Partial<Readonly<Record<Unit, readonly [number, number]>>> = {
  pp: [2, 6],
  "%": [10, 30],
  x: [12, 25],
  percentile: [33, 67],
  p: [0.05, 0.3],
};

/** Of two keys that differ in one of these parts alone, the first is set against the second. */
const COUNTERPARTS = [
  ["small", "large"],
  ["all", "first"],
  ["all", "base"],
  ["first", "base"],
] as const;

/** Horizons and periods for which there is no word but a number. */
const NO_WORD = /^recovery\.\w+\.(?:24|36)m\.|\.discrete12m\.[3-9]\./;

/** In no table, and worth a sentence. */
const FURTHER =
  /\.percentile20y\.|\.large\.lossShare|^performance\.(?:drawdown|volatility|beta|correlation)|^volatility\.history\.(?:percentile|aboveOne)|^premium\.rolling10y\.(?:latest|positiveShare)|^ratecut\.(?:all|first|base)\.12m\.(?:hit|n|median)$|^recovery\.(?:all|base)\.12m\.(?:ahead|hit|n)$/;

/**
 * The figures to write about: those of each topic's first table before those of later ones, then some of no table,
 * discrete years last, and with each what must not be left unsaid beside it. What only a date or a number would tell from
 * its neighbours is not offered: no sentence may say it.
 */
export function figureFacts(briefing: Briefing, counters: (key: string) => readonly string[]) {
  const byKey = new Map(briefing.figures.map((figure) => [figure.key, figure]));
  const topicOf = ({ rows }: Table) => rows[0]?.cells[0]?.split(".")[0];
  const firsts = [...Map.groupBy(briefing.tables, topicOf).values()].flatMap(([first]) => first ?? []);
  const tables = [...new Set([...firsts, ...briefing.tables])];
  const keys = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  const wanted = [...new Set(keys)].flatMap((key) => [key, ...counters(key)]);
  const others = briefing.figures.map(({ key }) => key);
  const further = briefing.tables.length === 0 ? others : others.filter((key) => FURTHER.test(key));
  const [years, rest] = [wanted.filter(isDiscrete), wanted.filter((key) => !isDiscrete(key))];
  return [...new Set([...rest, ...further, ...years])]
    .filter((key) => !toldByDate(key) && !NO_WORD.test(key))
    .map((key) => byKey.get(key))
    .filter((figure) => figure !== undefined)
    .filter(({ value }) => !isAbsent(value))
    .slice(0, MOST_FIGURES);
}

const isDiscrete = (key: string) => key.includes(".discrete12m.");

export function factOf(figure: Figure): FigureFact {
  const { key, label, unit, value } = figure;
  const kind = kindOf(figure);
  const words = wordsFor(figure);
  if (isAbsent(value)) return { key, label, unit, kind, words };
  const sign = compare(figure, "zero");
  const edges = BANDS[unit];
  const band = edges && (Math.abs(value) < edges[0] ? "low" : Math.abs(value) < edges[1] ? "middle" : "high");
  return {
    key,
    label,
    unit,
    kind,
    words,
    ...(SIGNED.includes(kind) && sign !== null ? { versusZero: directionOf(sign) } : {}),
    ...(band ? { band } : {}),
  };
}

/** What holds between figures that are each other's counterpart. */
export function comparisonFacts(figures: readonly Figure[]): readonly ComparisonFact[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  return figures.flatMap((subject) =>
    COUNTERPARTS.flatMap(([own, others]) => {
      const other = byKey.get(swapped(subject.key, own, others));
      if (other === undefined || incomparable(subject, other) !== null) return [];
      const sign = compare(subject, other);
      return sign === null
        ? []
        : [{ subject: subject.key, direction: directionOf(sign), comparator: other.key }];
    }),
  );
}

function swapped(key: string, from: string, to: string): string {
  const parts = key.split(".");
  return parts.includes(from) ? parts.map((part) => (part === from ? to : part)).join(".") : "";
}

function directionOf(sign: number): "above" | "below" | "littleChanged" {
  return sign === 0 ? "littleChanged" : sign > 0 ? "above" : "below";
}
