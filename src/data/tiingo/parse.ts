import { z } from "zod";
import type { Point } from "../../market/datasets.ts";
import { NYSE_FIRST_YEAR, nyseDays } from "../../maths/nyse-days.ts";
import { readJson } from "../distrust/read-json.ts";
import { few, refuseDisorder } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";

const price = z.number().positive();
const schema = z
  .array(
    z.object({
      date: z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00(\.000)?(Z|\+00:00)$/, "not a day"),
      close: price,
      adjClose: price,
      divCash: z.number().min(0),
      splitFactor: z.number().positive(),
    }),
  )
  .min(2, "no history");

/** A fund's days: dividends reinvested, and without them; both free of splits. */
export interface FundPrices {
  readonly ticker: string;
  readonly total: readonly Point[];
  readonly price: readonly Point[];
  readonly doubts: readonly string[];
}

/** No fund of hundreds of shares has moved so far in a day; a split that is not told of does. */
const LARGEST_MOVE = 0.25;
/** Adjusted prices have ten digits, closes have two decimals. */
const ROUNDING = 5e-4;
const BROKEN = 5e-3;
/** Of the trading days; more is no slip. */
const MISSING_SHARE = 0.01;

/** @throws SourceFault where adjusted prices do not follow from closes, dividends and splits */
export function parsePrices(bytes: Buffer, ticker: string, today: string): FundPrices {
  const rows = readJson(bytes, schema).map((row) => ({ ...row, date: row.date.slice(0, 10) }));
  const total = rows.map(({ date, adjClose: value }) => ({ date, value }));
  refuseDisorder(`${ticker}'s price`, total, today);
  const odd = rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before ? oddity(ticker, before, row) : [];
  });
  const doubts = [...absentDays(ticker, total), ...repeats(ticker, total), ...listed(odd)];
  return { ticker, total, price: withoutSplits(rows), doubts };
}

interface Row {
  readonly date: string;
  readonly close: number;
  readonly adjClose: number;
  readonly divCash: number;
  readonly splitFactor: number;
}

/** A day whose adjusted return is not that of its close, dividend and split. */
function oddity(ticker: string, before: Row, row: Row): readonly string[] {
  const { close, divCash, splitFactor, date } = row;
  const adjusted = row.adjClose / before.adjClose;
  if (Math.abs(adjusted - 1) > LARGEST_MOVE)
    throw layoutFault(
      `${ticker} moves by ${Math.round((adjusted - 1) * 100)} % on ${date}: a split that is not told of, or another unit`,
    );
  // A dividend lowers what came before by P / (P + D), P being the close of the ex-date.
  const expected = ((close * splitFactor) / before.close) * ((close + divCash) / close);
  const gap = Math.abs(adjusted / expected - 1);
  if (gap > BROKEN)
    throw layoutFault(
      `${ticker}'s adjusted price of ${date} does not follow from close, dividend and split: it is based anew in the middle`,
    );
  return gap > ROUNDING ? [date] : [];
}

function listed(odd: readonly string[]): readonly string[] {
  if (odd.length === 0) return [];
  return [`adjusted prices differ from closes and dividends by more than rounding on ${few(odd)}`];
}

function absentDays(ticker: string, points: readonly Point[]): readonly string[] {
  const [first, last] = [points[0]?.date ?? "", points.at(-1)?.date ?? ""];
  const traded = new Set(points.map(({ date }) => date));
  const expected = nyseDays(first, last);
  const absent = expected.filter((day) => !traded.has(day));
  if (absent.length > expected.length * MISSING_SHARE)
    throw layoutFault(`${ticker} lacks ${absent.length} of ${expected.length} trading days`);
  const open = new Set(expected);
  const surplus = points.filter(({ date }) => date >= `${NYSE_FIRST_YEAR}-01-01` && !open.has(date));
  return [
    ...(absent.length > 0 ? [`${ticker} has no price for trading days: ${few(absent)}`] : []),
    ...(surplus.length > 0
      ? [`${ticker} has prices for days without trading: ${few(surplus.map(({ date }) => date))}`]
      : []),
  ];
}

/** A price that stands still is one that was not read anew. */
const STANDSTILL_DAYS = 5;

function repeats(ticker: string, points: readonly Point[]): readonly string[] {
  const stuck = points.filter(
    ({ value }, at) =>
      at >= STANDSTILL_DAYS - 1 &&
      points.slice(at - STANDSTILL_DAYS + 1, at).every((before) => before.value === value),
  );
  const dates = stuck.map(({ date }) => date);
  return stuck.length > 0
    ? [`${ticker}'s price stands still for ${STANDSTILL_DAYS} days up to ${few(dates)}`]
    : [];
}

/** In today's shares: what came before a split is divided by it. */
function withoutSplits(rows: readonly Row[]): readonly Point[] {
  let later = 1;
  return rows
    .toReversed()
    .map(({ date, close, splitFactor }) => {
      const point = { date, value: close / later };
      later *= splitFactor;
      return point;
    })
    .toReversed();
}
