import { END_DATE, tradingDays } from "./days.ts";
import { cycleDrift, stressOn } from "./downturns.ts";
import { autoregression, makeRandom, type Random } from "./random.ts";

/** One trading day before rounding: price levels and the volatility (annual, decimal) behind them. */
export interface MarketDay {
  readonly date: string;
  readonly small: number;
  readonly large: number;
  readonly volatility: number;
}

const YEAR = 252;
/**
 * Log price growth a year. With dividends large comes out ahead by the difference in variance, which leaves
 * the mean monthly difference near zero: the sample does not favour either side.
 */
const GROWTH = { small: 0.072, large: 0.075 };
const BASE = { date: "1984-12-31", small: 100, large: 160 };
const BETA = 1.06;
const RELATIVE_VOLATILITY = 0.098;

/** A normal mixed with a wider one now and then: unit variance, fat tails. */
function shock(random: Random): number {
  return random.normal() * (random.chance(0.05) ? 2.2 : 0.893);
}

/** Shifts log returns so that they grow at exactly `growth` a year over the whole path. */
function centred(returns: readonly number[], growth: number): readonly number[] {
  const shift = growth / YEAR - returns.reduce((total, value) => total + value, 0) / returns.length;
  return returns.map((value) => value + shift);
}

/**
 * Picked from a few thousand: relative returns after cuts near zero on average and below it after first cuts,
 * mixed recoveries, an unremarkable last year. The tests hold it to that.
 */
const SEED = "path 3097";

/** Daily prices from 1984-12-31 (the base, which is not published) to the end. */
export function makePath(): readonly MarketDay[] {
  const random = makeRandom(SEED);
  const quiet = autoregression(random, 0.985, 0.3);
  const steps = tradingDays("1985-01-01", END_DATE).map((date) => {
    const volatility = 0.13 * Math.exp(quiet()) * (1 + 1.3 * stressOn(date));
    const drift = cycleDrift(date);
    const large = drift.large / 21 + (volatility / Math.sqrt(YEAR)) * shock(random);
    const own = (RELATIVE_VOLATILITY * Math.sqrt(volatility / 0.14)) / Math.sqrt(YEAR);
    return { date, volatility, large, small: BETA * large + drift.relative / 21 + own * shock(random) };
  });
  const small = centred(
    steps.map((step) => step.small),
    GROWTH.small,
  );
  const large = centred(
    steps.map((step) => step.large),
    GROWTH.large,
  );
  let day: MarketDay = { ...BASE, volatility: 0.14 };
  const path = [day];
  for (const [index, { date, volatility }] of steps.entries()) {
    day = {
      date,
      volatility,
      small: day.small * Math.exp(small[index] ?? 0),
      large: day.large * Math.exp(large[index] ?? 0),
    };
    path.push(day);
  }
  return path;
}

/** The last trading day of every month, the base included. */
export function monthEnds(path: readonly MarketDay[]): readonly MarketDay[] {
  return path.filter((day, index) => path[index + 1]?.date.slice(0, 7) !== day.date.slice(0, 7));
}
