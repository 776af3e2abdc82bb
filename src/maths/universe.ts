import { absent, type Value } from "../briefing/value.ts";
import { sum } from "./statistics.ts";

/** Companies and market cap of one size in one region, as one provider counts them; null is not reported. */
export interface SizeCount {
  readonly region: string;
  readonly size: string;
  readonly companies: number | null;
  readonly marketCap: number | null;
}

export type Measure = "companies" | "marketCap";

/** What is small, and of what: providers and micro-caps move the answer, so all are shown. */
export const SHARES = ["smallOfAll", "smallAndMicroOfAll", "smallWithoutMicro"] as const;
export type Share = (typeof SHARES)[number];

type Kind = "small" | "micro" | "other";

interface Parts {
  readonly numerator: readonly Kind[];
  readonly leftOut: readonly Kind[];
}
const PARTS: Readonly<Record<Share, Parts>> = {
  smallOfAll: { numerator: ["small"], leftOut: [] },
  smallAndMicroOfAll: { numerator: ["small", "micro"], leftOut: [] },
  smallWithoutMicro: { numerator: ["small"], leftOut: ["micro"] },
};

export interface Shared {
  /** Percent. */
  readonly value: Value;
  readonly regions: number;
  /** Regions that lack a number of a size that others have: left out whole. */
  readonly leftOut: readonly string[];
}

const isTotal = (name: string) => /^(all|total|world|global|acwi)\b/i.test(name.trim());
const isUs = (region: string) => /^(us|usa|u\.s\.(a\.)?|united states( of america)?)$/i.test(region.trim());

function kindOf(size: string): Kind {
  if (/^micro/i.test(size.trim())) return "micro";
  return /^small/i.test(size.trim()) ? "small" : "other";
}

/** Regions that add up to the world: the world itself where the provider gives it, else every region. */
function worldOf(rows: readonly SizeCount[]): ReadonlyMap<string, readonly SizeCount[]> {
  const whole = rows.filter(({ region }) => isTotal(region));
  return Map.groupBy(whole.length > 0 ? whole : rows, ({ region }) => region);
}

/** A region's numerator and denominator; null where a number that either needs is missing. */
function partsOf(
  rows: readonly SizeCount[],
  sizes: readonly string[],
  measure: Measure,
  { numerator, leftOut }: Parts,
): { readonly part: number; readonly whole: number } | null {
  const read = (size: string) => rows.find((row) => row.size === size)?.[measure] ?? null;
  const added = (is: (kind: Kind) => boolean) => addedUp(sizes.filter((size) => is(kindOf(size))).map(read));
  const total = rows.find(({ size }) => isTotal(size));
  const part = added((kind) => numerator.includes(kind));
  const whole =
    total === undefined
      ? added((kind) => !leftOut.includes(kind))
      : difference(
          total[measure],
          added((kind) => leftOut.includes(kind)),
        );
  return part === null || whole === null ? null : { part, whole };
}

function difference(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part;
}

function addedUp(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : sum(values.map((value) => value ?? 0));
}

/**
 * Small-caps' share of the listed companies of the world, or of their market cap, in percent. Sizes are read by how
 * they begin ("small", "micro"); a region's row of all sizes, where there is one, is its total.
 */
export function shareOfWorld(rows: readonly SizeCount[], measure: Measure, share: Share): Shared {
  const parts = PARTS[share];
  const regions = [...worldOf(rows)];
  const named = new Set(regions.flatMap(([, own]) => own.map(({ size }) => size)));
  const sizes = [...named].filter((size) => !isTotal(size));
  const kinds = new Set(sizes.map(kindOf));
  const lacking = parts.numerator.find((kind) => !kinds.has(kind));
  if (lacking !== undefined) return none(`the data count no ${lacking}-caps`);
  if (sizes.length === named.size && !kinds.has("other"))
    return none("the data count no companies of other sizes");
  const counted = regions.map(([region, own]) => ({ region, shares: partsOf(own, sizes, measure, parts) }));
  const leftOut = counted.flatMap(({ region, shares }) => (shares === null ? [region] : []));
  const kept = counted.flatMap(({ shares }) => (shares === null ? [] : [shares]));
  const whole = sum(kept.map((each) => each.whole));
  if (whole <= 0) return none("no region has a number of every size", leftOut);
  return { value: (100 * sum(kept.map(({ part }) => part))) / whole, regions: kept.length, leftOut };
}

/** The United States' share of the world's small-caps, in percent. */
export function usShareOfSmall(rows: readonly SizeCount[], measure: Measure): Shared {
  const small = rows.filter(({ size }) => kindOf(size) === "small");
  const us = small.filter(({ region }) => isUs(region));
  if (us.length === 0) return none("the data have no row of small-caps of the US");
  const world = [...worldOf(small).values()].flat();
  const leftOut = [...world, ...us].filter((row) => row[measure] === null).map(({ region }) => region);
  const [own, total] = [us, world].map((rows) => addedUp(rows.map((row) => row[measure])));
  if (own == null || total == null || total <= 0)
    return none(`small-caps are not counted for ${[...new Set(leftOut)].join(", ") || "any region"}`);
  return {
    value: (100 * own) / total,
    regions: new Set(world.map(({ region }) => region)).size,
    leftOut: [],
  };
}

function none(note: string, leftOut: readonly string[] = []): Shared {
  return { value: absent("not_reported", note), regions: 0, leftOut };
}
