import quickselect from "quickselect";
import { type Absent, absent } from "../briefing/value.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** mulberry32 (Tommy Ettinger, public domain): small, seeded, good enough to resample with. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DRAWS = 5_000;
const SEED = 1990;

/**
 * 95 % percentile interval of the pooled mean by resampling whole clusters (cycles) with replacement:
 * events of one cycle overlap in time and are not independent. 5,000 draws, fixed seed, type-7 quantiles.
 */
export function clusterInterval(clusters: readonly (readonly number[])[]): Interval | Absent {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  if (filled.length < 3) {
    return absent("too_few_points", `needs at least 3 cycles to resample, has ${filled.length}`);
  }
  const means = resampledMeans(filled);
  const low = quantileOfUnsorted(means, 0.025);
  const high = quantileOfUnsorted(means, 0.975);
  return { low, high };
}

/** Type-7 quantile of more than one value without sorting them all; their order is changed. `p` below 1. */
function quantileOfUnsorted(values: number[], p: number): number {
  const position = (values.length - 1) * p;
  const below = Math.floor(position);
  quickselect(values, below);
  const low = values[below] ?? Number.NaN;
  let high = Number.POSITIVE_INFINITY;
  for (let at = below + 1; at < values.length; at += 1) high = Math.min(high, values[at] ?? high);
  return low + (high - low) * (position - below);
}

function resampledMeans(clusters: readonly (readonly number[])[]): number[] {
  const sums = Float64Array.from(clusters, (cluster) => cluster.reduce((total, value) => total + value, 0));
  const sizes = Float64Array.from(clusters, (cluster) => cluster.length);
  const picks = picksAmong(clusters.length);
  const means: number[] = [];
  for (let draw = 0, at = 0; draw < DRAWS; draw += 1) {
    let total = 0;
    let count = 0;
    for (let pick = 0; pick < clusters.length; pick += 1, at += 1) {
      const cluster = picks[at] ?? 0;
      total += sums[cluster] ?? 0;
      count += sizes[cluster] ?? 0;
    }
    means.push(total / count);
  }
  return means;
}

/** Which clusters each draw takes: the seed is fixed, so they depend on the number of clusters alone. */
const picksByCount = new Map<number, Uint16Array>();

function picksAmong(count: number): Uint16Array {
  const known = picksByCount.get(count);
  if (known) return known;
  const random = seededRandom(SEED);
  const picks = Uint16Array.from({ length: DRAWS * count }, () => Math.floor(random() * count));
  picksByCount.set(count, picks);
  return picks;
}
