import { isDate } from "../../../maths/calendar.ts";
import { layoutFault } from "../../http/fault.ts";
import { childOf, type Element, readElements, textOf } from "../xml.ts";

/** One row of a filing's schedule of investments. CUSIP and ISIN are licensed and are not kept. */
export interface Investment {
  readonly name: string;
  readonly title: string;
  readonly ticker: string | null;
  /** 0 where it is not stated. */
  readonly balance: number;
  /** NS number of shares, PA principal amount, NC number of contracts, or another. */
  readonly units: string;
  readonly valueUsd: number;
  /** Percent of net assets. */
  readonly percent: number;
  readonly payoff: string | null;
  /** EC common stock, EP preferred, STIV short-term vehicle, DBT debt, D… derivatives, or in words. */
  readonly category: string;
  readonly country: string | null;
}

/** A fund's public quarterly filing (form N-PORT-P). Money in USD. */
export interface Filing {
  readonly seriesId: string;
  readonly seriesName: string;
  readonly registrant: string;
  /** The day the filing speaks of (repPdDate); repPdEnd is the end of the fiscal year. */
  readonly asOf: string;
  readonly netAssets: number;
  readonly totalAssets: number;
  /** Total returns of each class over the three months to `asOf`, oldest first, percent; null: not reported. */
  readonly returns: ReadonlyMap<string, readonly (number | null)[]>;
  readonly investments: readonly Investment[];
}

const WANTED = new Set(["genInfo", "fundInfo", "invstOrSec"]);

/** @throws SourceFault where it is no N-PORT filing, is cut short, or lacks what is read here */
export function parseFiling(xml: string): Filing {
  const investments: Investment[] = [];
  let general: Element | undefined;
  let fund: Element | undefined;
  readElements(xml, WANTED, (element) => {
    if (element.name === "invstOrSec") investments.push(investment(element, investments.length + 1));
    else if (element.name === "genInfo") general = element;
    else fund = element;
  });
  if (!general || !fund) throw layoutFault("is no N-PORT filing: genInfo or fundInfo is missing");
  const asOf = required(general, "repPdDate");
  if (!isDate(asOf)) throw layoutFault(`repPdDate "${asOf}" is not a date`);
  return {
    seriesId: required(general, "seriesId"),
    seriesName: required(general, "seriesName"),
    registrant: required(general, "regName"),
    asOf,
    netAssets: numberIn(fund, "netAssets"),
    totalAssets: numberIn(fund, "totAssets"),
    returns: returnsOf(fund),
    investments,
  };
}

function required(element: Element, name: string): string {
  const text = textOf(element, name);
  if (text === null) throw layoutFault(`${element.name} has no ${name}`);
  return text;
}

function numberIn(element: Element, name: string): number {
  return toNumber(required(element, name), `${element.name} ${name}`);
}

/** "-.05" occurs, thousands separators do not. */
function toNumber(text: string, what: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text))
    throw layoutFault(`${what} "${text.slice(0, 40)}" is not a number`);
  return Number(text);
}

function returnsOf(fund: Element): Filing["returns"] {
  const info = childOf(fund, "returnInfo");
  const rows = (info && childOf(info, "monthlyTotReturns"))?.children ?? [];
  return new Map(
    rows.map(({ attributes }) => [
      attributes["classId"] ?? "",
      [1, 2, 3].map((month) => {
        const text = attributes[`rtn${month}`]?.trim() ?? "N/A";
        return text === "N/A" || text === "" ? null : toNumber(text, `rtn${month}`);
      }),
    ]),
  );
}

function investment(element: Element, row: number): Investment {
  const where = (name: string) => `row ${row}, ${name}`;
  const number = (name: string) => toNumber(textOf(element, name) ?? "", where(name));
  const identifiers = childOf(element, "identifiers")?.children ?? [];
  const ticker = identifiers.find(({ name }) => name === "ticker")?.attributes["value"]?.trim();
  const conditional = childOf(element, "assetConditional")?.attributes;
  const title = textOf(element, "title");
  return {
    name: textOf(element, "name") ?? title ?? "",
    title: title ?? textOf(element, "name") ?? "",
    ticker: ticker && ticker !== "N/A" ? ticker : null,
    balance: textOf(element, "balance") === null ? 0 : number("balance"),
    units: textOf(element, "units") ?? "other",
    valueUsd: number("valUSD"),
    percent: number("pctVal"),
    payoff: textOf(element, "payoffProfile"),
    category:
      textOf(element, "assetCat") ?? conditional?.["desc"] ?? conditional?.["assetCat"] ?? "not stated",
    country: textOf(element, "invCountry"),
  };
}
