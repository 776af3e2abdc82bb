import type { Figure } from "../../briefing/figure.ts";
import { roundedForChart } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";

/**
 * What a figure's value says.
 * relative: small minus large; return: of one side; gap: small over large, minus one; share: how often small was
 * ahead; change: of a count, against a year before; balance: a signed score or share that is no return; difference:
 * small minus large of anything but returns; below: distance from a high; place: a rank or percentile; count; level: anything else.
 */
export type Kind =
  | "relative"
  | "return"
  | "gap"
  | "share"
  | "below"
  | "place"
  | "count"
  | "change"
  | "balance"
  | "difference"
  | "level";

/** Signed by nature, though no return. */
const BALANCES =
  /^earnings\.(?:small|large)\.|^regime\.level$|^regime\.\w+\.score$|^risks\.\w+\.(?:value|distance)$|^thesis\.beta\.\w+\.(?:latest|lowest|highest)$/;

export function kindOf({ key, unit, signed }: Figure): Kind {
  if (/^valuation\.(?:discount|whatIf)\..*/.test(key) && signed) return "gap";
  if (/\.(?:hit|ahead|positiveShare|aboveOne)$/.test(key)) return "share";
  if (/drawdown/i.test(key)) return "below";
  if (/^earnings\.\w+Gap\./.test(key)) return "difference";
  if (/^deals\.\w+\.change$|^regime\.change3m$|^risks\.oil\.value$/.test(key)) return "change";
  if (BALANCES.test(key) && unit !== "percentile" && unit !== "count") return "balance";
  if (unit === "pp" || /^premium\..*\.(?:meanAnnual|latest|lowest|highest)$/.test(key)) return "relative";
  if (unit === "rank" || unit === "percentile") return "place";
  if (unit === "count" || unit === "months") return "count";
  return signed ? "return" : "level";
}

/** Which sign the value has by itself. */
export const SIGNED: readonly Kind[] = [
  "relative",
  "return",
  "gap",
  "below",
  "change",
  "balance",
  "difference",
];

/** What a key is about; undefined: the key does not say. */
export interface Aspects {
  readonly side?: "small" | "large";
  readonly sample?: string;
  readonly period?: string;
  readonly variant?: string;
  readonly statistic?: string;
  readonly quantity?: string;
  readonly basis?: string;
  readonly earnings?: string;
  readonly weighing?: string;
  /** Floating debt before or after swaps. */
  readonly swaps?: string;
  /** Phase of the cycle after which a return is measured, or of the Fed's policy in which it is. */
  readonly phase?: string;
  readonly era?: string;
  /** Which trigger, component or event. */
  readonly indicator?: string;
  /** Of which group of claims a verdict is counted. */
  readonly group?: string;
  /** How far a trigger is from firing, against where it stands. */
  readonly reading?: string;
}

const find = (key: string, pattern: RegExp) => pattern.exec(key)?.[1];

const QUANTITIES: readonly (readonly [RegExp, string])[] = [
  [/\.pe$/, "multiple"],
  [/^volatility\.\w+\.ratio$/, "ratio"],
  [/^volatility\.\w+\.(?:small|large)$/, "volatility"],
  [/^earnings\..*\.growth\.|^earnings\.growthGap/, "growth"],
  [/^earnings\..*\.breadth\.|^earnings\.breadthGap/, "breadth"],
  [/^premium\..*\.t$/, "tStatistic"],
  [/^premium\..*\.meanAnnual$/, "return"],
  [/interestCover/, "cover"],
  [/floatingShareOfDebt/, "floatingDebt"],
  [/earningsYield$/, "yield"],
  [/^performance\.volatility/, "volatility"],
  [/beta/, "beta"],
  [/correlation/, "correlation"],
  [/drawdown/, "drawdown"],
  [/lossShare/, "losses"],
  [/coverage$/, "coverage"],
  [/^performance\.[^.]+\.(?:small|large|relative)$|discrete12m/, "return"],
];

function quantityOf(key: string): string | undefined {
  return QUANTITIES.find(([pattern]) => pattern.test(key))?.[1];
}

const BY_COUNT = /^Share (?:by count|of (?:companies|members))\b/;
const BY_CAP = /^(?:Share by market cap|Market cap of)\b/;

function weighingOf({ key, definition }: Figure): string | undefined {
  if (BY_COUNT.test(definition)) return "Count";
  if (BY_CAP.test(definition)) return "Cap";
  if (/\.coverage$/.test(key)) return "Cap";
  if (key.startsWith("universe."))
    return /\.count$/.test(key) ? "Count" : /\.value$/.test(key) ? "Cap" : undefined;
  return find(key, /lossShare(Count|Cap)$/);
}

const aspects = new WeakMap<Figure, Aspects>();

/** From the key and, for the basis, from the label. */
export function aspectsOf(figure: Figure): Aspects {
  const known = aspects.get(figure) ?? readAspects(figure);
  aspects.set(figure, known);
  return known;
}

function readAspects(figure: Figure): Aspects {
  const { key, label, definition } = figure;
  const found: Record<string, string | undefined> = {
    side:
      find(key, /\.(small|large)(?:\.|$|Rank)/) ?? find(key, /^universe\.(small)(?:OfAll|AndMicro|Without)/),
    sample: find(key, /^(?:ratecut|recovery)\.(all|first|scheduled|base|thisCycle|cycle)\./),
    period:
      (/^volatility\.1y\.|^deals\.ttm\./.test(key) ? "12m" : undefined) ??
      find(key, /\.(\d+[dmy]|[mqy]td)(?:\.|$)/) ??
      find(key, /discrete(12m)/) ??
      find(key, /percentile(\d+y)/),
    variant: find(key, /\.(aggIncl|aggExLoss|median|profitable)(?:\.|$)/),
    statistic: key.startsWith("ratecut.") ? find(key, /\.(mean|median)$/) : undefined,
    quantity: quantityOf(key),
    basis: find(label, /\b(price|total) return/) ?? find(definition, /\b(price|total) return/),
    earnings: find(label, /\b(forward|trailing)\b/),
    weighing: weighingOf(figure),
    swaps: /[fF]loating/.test(key) ? (key.endsWith("BeforeSwaps") ? "before" : "after") : undefined,
    phase:
      find(key, /^regime\.after\.(\w+)\./) ?? find(key, /^thesis\.(easing|tightening)\.(?:meanAnnual|n)$/),
    era: find(key, /^premium\.(full|january|otherMonths)\./),
    indicator:
      find(key, /^risks\.(\w+)\.(?:value|distance|state|position)$/) ??
      find(key, /^calendar\.(\w+)\./) ??
      find(key, /^regime\.(\w+)\.score$/),
    group: find(key, /^thesis\.([a-zA-Z]+)\.(?:holds|fails|depends|untested|opinion)$/),
    reading: find(key, /^risks\.\w+\.(value|distance)$/),
  };
  if (!/^valuation\.|^earnings\./.test(key)) delete found["variant"];
  return found as Aspects;
}

/** The value as it prints, so that what reads as equal is equal. Null: absent. */
export function shown({ value, unit }: Figure): number | null {
  if (isAbsent(value)) return null;
  if (unit === "percentile") return Math.min(99, Math.max(1, Math.round(value)));
  return roundedForChart(value, unit) || 0;
}

/** -1, 0 or 1 as the two print; null where they cannot be set against each other. */
export function compare(left: Figure, right: Figure | "zero"): number | null {
  const a = shown(left);
  const b = right === "zero" ? 0 : shown(right);
  if (a === null || b === null) return null;
  return Math.sign(a - b);
}

/** The same of the other side. */
export const twinOf = (key: string): string =>
  key.replace(/\.(small|large)(?=\.|$|Rank)/, (_all, side) => (side === "small" ? ".large" : ".small"));

/** Why two figures may not be set against each other; null: they may. */
export function incomparable(left: Figure, right: Figure): string | null {
  if (left.key === right.key) return `${left.key} is set against itself`;
  if (left.unit !== right.unit) return `${left.key} is in ${left.unit}, ${right.key} in ${right.unit}`;
  if (left.key.split(".")[0] !== right.key.split(".")[0])
    return `${left.key} and ${right.key} are of different topics`;
  if (kindOf(left) !== kindOf(right)) return `${left.key} and ${right.key} measure different things`;
  const [a, b] = [aspectsOf(left), aspectsOf(right)];
  if (a.side !== b.side && a.side && b.side && twinOf(left.key) !== right.key)
    return `${left.key} and ${right.key} are of two sides and differ in more`;
  const names = [
    "side",
    "sample",
    "period",
    "variant",
    "statistic",
    "quantity",
    "basis",
    "earnings",
  ] as const;
  const differ = names.filter(
    (name) => a[name] !== undefined && b[name] !== undefined && a[name] !== b[name],
  );
  return differ.length > 1
    ? `${left.key} and ${right.key} differ in ${differ.join(" and ")}: one thing at a time`
    : null;
}
