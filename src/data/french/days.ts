import type { FactorMonth } from "../../market/datasets.ts";
import { daysBetween, isDate, monthOf } from "../../maths/calendar.ts";
import { median } from "../../maths/statistics.ts";
import { few } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";
import { decimal, firstBlock, percentFault } from "./parse.ts";

/** Returns of one day, decimals; `market` with the risk-free rate. */
export interface FactorDay {
  readonly date: string;
  readonly market: number;
  readonly smb: number;
}

/** The longest time without a price since 1926 is the bank holiday of March 1933: 3 to 15 March. */
const LONGEST_GAP_DAYS = 14;

/** The factors by day: what the months are made of, nearly. @throws SourceFault */
export function parseFactorDays(text: string, today: string): readonly FactorDay[] {
  const names = ["Mkt-RF", "SMB", "RF"];
  const days = firstBlock(text, names, "day").map(({ stamp, cells }): FactorDay => {
    const date = `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6)}`;
    if (!isDate(date)) throw layoutFault(`${stamp} is no day`);
    for (const [at, percent] of cells.entries()) {
      const problem = percentFault(percent);
      if (problem) throw layoutFault(`column "${names[at]}", day ${date}: "${percent}" ${problem}`);
    }
    const [market = "", smb = "", rf = ""] = cells;
    return { date, market: decimal(market) + decimal(rf), smb: decimal(smb) };
  });
  for (const [at, { date }] of days.entries()) {
    const before = days[at - 1]?.date ?? date;
    if (at > 0 && before >= date)
      throw layoutFault(`day ${date} stands after ${before}: repeated or out of order`);
    if (daysBetween(before, date) > LONGEST_GAP_DAYS)
      throw layoutFault(`no day between ${before} and ${date}: a part is missing`);
  }
  const last = days.at(-1)?.date ?? "";
  if (last > today) throw layoutFault(`day ${last} is after today (${today})`);
  return days;
}

/**
 * How far the market of a month may stand from its days, compounded. Each day's market is the sum of two numbers
 * rounded to 0.01 %, so that n days may be off by n times that, as may the month; dividends and delistings are
 * booked otherwise in days than in months: another 0.2 %. All of it grows with the return that it compounds to.
 * Measured in 35 months between 1926 and 2018, most of them stormy, of different vintages: up to 0.25 % apart, and
 * 0.43 % in August 1932, when the market rose by 37 % (0.64 % allowed).
 */
const allowedOfMarket = (days: number, month: number) =>
  (0.0001 * (days + 1) + 0.002) * (1 + Math.abs(month));

/**
 * The sorts behind SMB drift apart within a month that is rebalanced monthly, and not in days: up to 0.6 % since
 * 1963 in eight months measured, up to 7 % in 1933. So it is looked at roughly, and since July 1963 only: another
 * column, sign or unit shows.
 */
const allowedOfSmb = (month: number) => 0.015 + 0.1 * Math.abs(month);
const FIRST_STEADY_MONTH = "1963-07";

/** Months that their own days contradict, in sentences. */
export function compareDays(months: readonly FactorMonth[], days: readonly FactorDay[]): readonly string[] {
  const own = Map.groupBy(days, ({ date }) => monthOf(date));
  const both = months.flatMap((each) => {
    const within = own.get(each.month);
    if (within === undefined) return [];
    const { month } = each;
    const market = { month, days: compounded(within.map((day) => day.market)), told: each.mktRf + each.rf };
    const smb = { month, days: compounded(within.map((day) => day.smb)), told: each.smb };
    return [
      {
        market: { ...market, allowed: allowedOfMarket(within.length, market.told) },
        smb: { ...smb, allowed: allowedOfSmb(smb.told) },
      },
    ];
  });
  return [
    ...contradicted(
      "the market (Mkt-RF + RF)",
      both.map(({ market }) => market),
    ),
    ...contradicted(
      "SMB",
      both.flatMap(({ smb }) => (smb.month >= FIRST_STEADY_MONTH ? [smb] : [])),
    ),
  ];
}

interface Pair {
  readonly month: string;
  readonly days: number;
  readonly told: number;
  readonly allowed: number;
}

function contradicted(name: string, pairs: readonly Pair[]): readonly string[] {
  const apart = (pair: Pair) => Math.abs(pair.days - pair.told);
  const odd = pairs.filter((pair) => apart(pair) > pair.allowed);
  if (odd.length === 0) return [];
  if (odd.length > pairs.length / 2) {
    const middle = median(pairs.map(apart));
    const far = typeof middle === "number" ? percent(middle) : "";
    return [
      `${name} of the days, compounded, is another series than that of the months: half of them are ${far} apart or more`,
    ];
  }
  const told = odd.map(
    (pair) => `${pair.month} by days ${percent(pair.days)}, by the month ${percent(pair.told)}`,
  );
  return [`${name} of the days, compounded, is not that of the month: ${few(told)}`];
}

const compounded = (returns: readonly number[]) => returns.reduce((value, each) => value * (1 + each), 1) - 1;
const percent = (value: number) => `${(100 * value).toFixed(2)} %`;
