import type { Unit } from "../briefing/figure.ts";
import { formatNumber } from "../briefing/format.ts";

/** Values to px along one axis. */
export interface Scale {
  readonly isLog: boolean;
  readonly px: (value: number) => number;
  readonly ticks: readonly number[];
  readonly tickDecimals: number;
}

interface ScaleRequest {
  readonly values: readonly number[];
  /** Px of the smallest and largest end of the axis (reversed for a vertical one). */
  readonly from: number;
  readonly to: number;
  /** Px kept free of data at each end, for labels. */
  readonly padFrom?: number;
  readonly padTo?: number;
  readonly minTickGap: number;
  /** The length that decides how many ticks there are, where the true one depends on the ticks' own labels. */
  readonly tickLength?: number;
  readonly allowLog?: boolean;
  /** Ends the axis on ticks where no padding is asked for. */
  readonly snap?: boolean;
}

/** Past this ratio of largest to smallest, a linear axis would press the small values together. */
const LOG_RATIO = 20;
/** Below this, values print as zero, which has no logarithm. */
const LOG_LEAST = 0.1;
/** Differences below this share are not told apart by any format. */
const PRINTED = 1e-6;

export function makeScale(request: ScaleRequest): Scale {
  const { values, from, to, padFrom = 0, padTo = 0 } = request;
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const isLog = request.allowLog === true && least >= LOG_LEAST && most / least >= LOG_RATIO;
  const drawn = isLog ? Math.log10 : (value: number) => value;
  const [low, high] = widen(values.length === 0 ? 0 : drawn(least), values.length === 0 ? 1 : drawn(most));
  const length = Math.abs(to - from);
  const perPx = (high - low) / Math.max(1, length - padFrom - padTo);
  let min = low - padFrom * perPx;
  let max = high + padTo * perPx;
  const maxTicks = Math.max(2, Math.floor((request.tickLength ?? length) / request.minTickGap));
  const step = niceStep((max - min) / maxTicks);
  if (request.snap === true && !isLog) {
    if (padFrom === 0) min = Math.floor(min / step + 1e-9) * step;
    if (padTo === 0) max = Math.ceil(max / step - 1e-9) * step;
  }
  const ticks = isLog ? logTicks(min, max, maxTicks) : multiples(step, min, max);
  const px = (value: number) => from + ((drawn(value) - min) / (max - min)) * (to - from);
  return { isLog, px, ticks, tickDecimals: isLog ? 0 : decimalsOf(step) };
}

/** An axis needs a length: values that are equal, or would be in print, get one around them. */
function widen(low: number, high: number): [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(size, 1) * PRINTED) return [low, high];
  const half = size < PRINTED ? 1 : size * 0.1;
  return [low - half, high + half];
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `rough`; 2.5 only where it adds no decimal. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const factor = factors.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The multiples of `step` within [min, max]. */
export function multiples(step: number, min: number, max: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const decimals = decimalsOf(step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(Math.min(decimals, 100))),
  );
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 12; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 12;
}

/** 1, 2, 5 a decade; powers of ten alone where those would crowd. */
function logTicks(min: number, max: number, maxTicks: number): number[] {
  for (const [factors, every] of [
    [[1, 2, 5], 1],
    [[1, 3], 1],
    [[1], 1],
    [[1], 2],
    [[1], 4],
  ] as const) {
    const ticks: number[] = [];
    for (let power = Math.floor(min); power <= Math.ceil(max); power += 1) {
      if (power % every !== 0) continue;
      ticks.push(
        ...factors
          .map((factor) => factor * 10 ** power)
          .filter((tick) => isWithin(Math.log10(tick), min, max)),
      );
    }
    if (ticks.length <= maxTicks) return ticks;
  }
  return [];
}

const isWithin = (value: number, min: number, max: number): boolean =>
  value >= min - 1e-9 && value <= max + 1e-9;

/** Units whose sign is always part of the reading, and what stands behind the number. */
const TICK_SIGNED: ReadonlySet<Unit> = new Set(["pp"]);
const TICK_SUFFIX: Partial<Record<Unit, string>> = { "%": "%", x: "x" };

export function formatTick(value: number, unit: Unit, scale: Scale): string {
  const decimals = scale.isLog ? Math.max(0, -Math.floor(Math.log10(value))) : scale.tickDecimals;
  const sign = TICK_SIGNED.has(unit) ? "always" : "negative";
  return formatNumber(value, decimals, sign) + (TICK_SUFFIX[unit] ?? "");
}
