import { parse } from "csv-parse/sync";
import type { Side } from "../../market/datasets.ts";
import type { Aside, FundHoldings, Holding } from "../../market/holdings.ts";
import { isDate } from "../../maths/calendar.ts";
import { few } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";

export type HoldingsFile = Omit<FundHoldings, "source">;

/** Whose fund is which side; the first of a side is preferred. */
const FUNDS: readonly { readonly side: Side; readonly name: RegExp }[] = [
  { side: "small", name: /Russell 2000 ETF/i },
  { side: "small", name: /S&P Small-?Cap/i },
  { side: "large", name: /S&P 500 ETF/i },
  { side: "large", name: /Russell 1000 ETF/i },
];

export const preferenceOf = (fund: string) => FUNDS.findIndex(({ name }) => name.test(fund));

/** Weights are printed with two decimals. */
const WEIGHT_ROUNDING = 0.0101;
/** A thousand of them rounded add up to a little more or less. */
const WEIGHT_SUM = { least: 98.5, most: 101.5 };

/**
 * A holdings file as iShares publishes it, in either layout. Null where the fund is neither side's.
 * @throws SourceFault where the file is of another layout, cut short, or contradicts itself
 */
export function parseHoldings(bytes: Buffer): HoldingsFile | null {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const fund = (lines[0] ?? "").replace(/^["\s]+|["\s,]+$/g, "");
  const found = FUNDS[preferenceOf(fund)];
  if (!found) return null;
  const start = lines.findIndex((line) => /^"?Ticker"?,"?Name"?,/.test(line));
  if (start === -1) throw layoutFault("no line begins with Ticker,Name: the layout has changed");
  const end = lines.findIndex((line, at) => at > start && !/[^\s\u00a0",]/.test(line));
  if (end === -1) throw layoutFault("the list of holdings does not end: the file is cut short");
  const rows = rowsOf(lines.slice(start, end).join("\n"));
  refuseContradictions(rows);
  const kinds = rows.map((row) => ({ row, kind: kindOf(row) }));
  const holdings = kinds.filter(({ kind }) => kind === null).map(({ row }) => holdingOf(row));
  if (holdings.length === 0) throw layoutFault("no row is a company's shares");
  const doubts = doubtsAbout(holdings);
  return { side: found.side, fund, asOf: dateOf(lines), holdings, aside: asideOf(kinds), doubts };
}

interface Row {
  readonly ticker: string;
  readonly name: string;
  readonly sector: string;
  readonly type: string;
  readonly assetClass: string;
  readonly value: number;
  readonly weight: number | null;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly location: string;
  readonly exchange: string;
  readonly currency: string;
}

function rowsOf(text: string): readonly Row[] {
  const [names = [], ...cells] = cellsOf(text);
  const place = (...wanted: readonly string[]) => {
    const at = names.findIndex((name) => wanted.includes(name));
    if (at === -1) throw layoutFault(`the layout has changed: no column "${wanted.join('" or "')}"`);
    return at;
  };
  const at = {
    ticker: place("Ticker"),
    name: place("Name"),
    sector: place("Sector"),
    assetClass: place("Asset Class"),
    value: place("Market Value"),
    weight: place("Weight (%)", "Market Weight"),
    quantity: place("Quantity"),
    price: place("Price"),
    location: place("Location"),
    exchange: place("Exchange"),
    currency: place("Currency"),
  };
  const type = names.indexOf("Type");
  return cells.map((row) => {
    const cell = (column: keyof typeof at) => row[at[column]] ?? "";
    const number = (column: keyof typeof at) => numberOf(cell(column), `${column} of ${cell("name")}`);
    return {
      ticker: cell("ticker"),
      name: cell("name"),
      sector: cell("sector"),
      type: type === -1 ? "EQUITY" : (row[type] ?? ""),
      assetClass: cell("assetClass"),
      value: number("value") ?? 0,
      weight: number("weight"),
      quantity: number("quantity"),
      price: number("price"),
      location: cell("location"),
      exchange: cell("exchange"),
      currency: cell("currency"),
    };
  });
}

function cellsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { trim: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "no CSV";
    throw layoutFault(`the layout has changed: ${reason.slice(0, 120)}`);
  }
}

/** "1,532,594,919.50"; "-" and blank are not said. */
function numberOf(cell: string, what: string): number | null {
  if (cell === "" || cell === "-") return null;
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(cell))
    throw layoutFault(`${what}: "${cell.slice(0, 30)}" is not a number`);
  return Number(cell.replaceAll(",", ""));
}

function dateOf(lines: readonly string[]): string {
  const line = lines.find((each) => /holdings as of/i.test(each)) ?? "";
  const [, name = "", day = "", year = ""] = /([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})/.exec(line) ?? [];
  const month = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(name) / 3 + 1;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (name === "" || !isDate(date)) throw layoutFault('no date after "Fund Holdings as of"');
  return date;
}

/** Why a row is no company's shares; null where it is. A company may have the ticker CASH. */
function kindOf({ assetClass, type, value, exchange, ticker }: Row): string | null {
  if (/futures/i.test(assetClass)) return "future";
  if (/cash|money market/i.test(assetClass)) return "cash";
  if (!/^equity$/i.test(assetClass)) return "other";
  if (!/^equity$/i.test(type)) return type.toLowerCase();
  if (/no market|non-nms/i.test(exchange) || ticker === "-") return "unlisted";
  return value > 0 ? null : "without value";
}

function asideOf(kinds: readonly { readonly row: Row; readonly kind: string | null }[]): readonly Aside[] {
  const byKind = Map.groupBy(
    kinds.filter(({ kind }) => kind !== null),
    ({ kind }) => kind ?? "",
  );
  return [...byKind].map(([kind, own]) => ({
    kind,
    count: own.length,
    value: own.reduce((sum, { row }) => sum + row.value, 0),
  }));
}

function holdingOf(row: Row): Holding {
  return {
    ticker: row.ticker,
    name: row.name,
    isin: null,
    sector: row.sector === "-" ? null : row.sector,
    country: row.location === "-" ? null : row.location,
    price: row.price,
    quantity: row.quantity,
    value: row.value,
    weight: row.weight,
  };
}

/** The file says each position in three ways: they have to agree. */
function refuseContradictions(rows: readonly Row[]): void {
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const weights = rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  if (weights < WEIGHT_SUM.least || weights > WEIGHT_SUM.most)
    throw layoutFault(`the weights add up to ${weights.toFixed(2)} %, not to 100: rows are missing`);
  for (const { name, value, weight, quantity, price, currency, assetClass } of rows) {
    if (currency !== "USD") throw layoutFault(`${name} is in ${currency.slice(0, 10)}, not in USD`);
    const share = (value / total) * 100;
    if (weight !== null && Math.abs(share - weight) > WEIGHT_ROUNDING)
      throw layoutFault(
        `${name} has a weight of ${weight} %, but ${share.toFixed(2)} % of the value: a unit has changed, or rows are missing`,
      );
    if (!/^equity$/i.test(assetClass) || value === 0 || price === null || quantity === null) continue;
    // The price is rounded to cents.
    if (Math.abs(price * quantity - value) > 0.0051 * Math.abs(quantity) + 1)
      throw layoutFault(`${name}: ${quantity} shares at ${price} are not ${value}: a unit has changed`);
  }
}

function doubtsAbout(holdings: readonly Holding[]): readonly string[] {
  const byTicker = Map.groupBy(holdings, ({ ticker }) => ticker ?? "");
  const twice = [...byTicker].filter(([, own]) => own.length > 1).map(([ticker]) => ticker);
  return twice.length === 0 ? [] : [`one ticker stands for several rows: ${few(twice)}`];
}
