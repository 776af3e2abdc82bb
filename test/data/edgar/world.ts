import { mkdtemp } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { removeDir } from "../../support/remove-dir.ts";

/** Invented filings in EDGAR's formats, of any size, served over loopback. */

export const SMALL_FUND = "9100663/S900004344/C900012074/Invented 2000";
export const LARGE_FUND = "9100663/S900004310/C900012040/Invented 500";
export const AGENT = "Example Wealth LLP data@example.com";
/** After the filings of 30 September came out. */
export const NOW = new Date("2026-12-02T12:00:00Z");

export interface Company {
  readonly cik: number;
  readonly ticker: string;
  readonly name: string;
  readonly shares: number;
  readonly price: number;
  /** Earnings per share of a calendar quarter (1..4), USD. */
  readonly eps: (year: number, quarter: number) => number;
}

/** A quarter of them lose money; earnings grow by a cent a quarter. */
export function company(index: number): Company {
  const base = index % 4 === 0 ? -0.5 : 0.2 + (index % 10) / 10;
  return {
    cik: 100_000 + index,
    ticker: `T${index}`,
    name: `Invented ${word(index)} Company ${index}`,
    shares: 1_000_000 * (10 + (index % 50)),
    price: 10 + (index % 90),
    eps: (year, quarter) => base + ((year - 2020) * 4 + quarter) / 100,
  };
}

const WORDS = ["Amber", "Birch", "Cedar", "Dune", "Elm", "Fjord", "Grove", "Heath"];
const word = (index: number) => WORDS[index % WORDS.length];

export const companies = (count: number) => Array.from({ length: count }, (_, index) => company(index + 1));

export interface Row {
  readonly name: string;
  readonly ticker?: string;
  readonly balance: number;
  readonly valueUsd: number;
  readonly category?: string;
  readonly units?: string;
  readonly percent?: number;
}

export interface FundFiling {
  readonly series: string;
  readonly classId: string;
  readonly asOf: string;
  readonly returns: readonly (number | string)[];
  readonly rows: readonly Row[];
  readonly netAssets?: number;
  readonly name?: string;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function nportXml({ series, classId, asOf, returns, rows, netAssets, name }: FundFiling): string {
  const net = netAssets ?? rows.reduce((sum, { valueUsd }) => sum + valueUsd, 0);
  const [one, two, three] = returns;
  const holdings = rows.map(
    (
      row,
    ) => `<invstOrSec><name>${escaped(row.name)}</name><lei>N/A</lei><title>${escaped(row.name)}</title><cusip>000000000</cusip>
<identifiers>${row.ticker ? `<ticker value="${row.ticker}"/>` : '<isin value="US0000000000"/>'}</identifiers>
<balance>${row.balance}</balance><units>${row.units ?? "NS"}</units><curCd>USD</curCd><valUSD>${row.valueUsd}</valUSD>
<pctVal>${row.percent ?? (100 * row.valueUsd) / net}</pctVal><payoffProfile>${row.category === "DE" ? "N/A" : "Long"}</payoffProfile>
<assetCat>${row.category ?? "EC"}</assetCat><issuerCat>CORP</issuerCat><invCountry>US</invCountry></invstOrSec>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><edgarSubmission xmlns="http://www.sec.gov/edgar/nport" xmlns:ncom="http://www.sec.gov/edgar/nportcommon">
<headerData><submissionType>NPORT-P</submissionType></headerData><formData><genInfo><regName>Invented Trust</regName>
<seriesName>${escaped(name ?? "Invented Fund")}</seriesName><seriesId>${series}</seriesId><repPdEnd>2027-03-31</repPdEnd><repPdDate>${asOf}</repPdDate></genInfo>
<fundInfo><totAssets>${net * 1.001}</totAssets><totLiabs>${net * 0.001}</totLiabs><netAssets>${net}</netAssets>
<returnInfo><monthlyTotReturns><monthlyTotReturn classId="${classId}" rtn1="${one}" rtn2="${two}" rtn3="${three}"/></monthlyTotReturns></returnInfo></fundInfo>
<invstOrSecs>${holdings.join("\n")}</invstOrSecs></formData></edgarSubmission>`;
}

export function listingAtom(filings: readonly { accession: string; filed: string; form?: string }[]): string {
  const entries = filings.map(
    ({ accession, filed, form = "NPORT-P" }) =>
      `<entry><category label="form type" scheme="https://www.sec.gov/" term="${form}"/><content type="text/xml">
<accession-number>${accession}</accession-number><filing-date>${filed}</filing-date><filing-type>${form}</filing-type></content></entry>`,
  );
  return `<?xml version="1.0" encoding="ISO-8859-1" ?><feed xmlns="http://www.w3.org/2005/Atom"><title>filings</title><company-info><cik>0009100663</cik></company-info>${entries.join("\n")}</feed>`;
}

/** The quarter-ends from September 2019 to September 2026. */
export const QUARTER_ENDS = Array.from({ length: 29 }, (_, index) => {
  const month = 2019 * 12 + 8 + index * 3;
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
});
export const accessionOf = (side: number, index: number) =>
  `0001752724-${String(20 + side)}-${String(index + 1).padStart(6, "0")}`;
/** Percent, of a side's n-th month from July 2019. */
export const monthReturn = (side: number, month: number) =>
  Number((((month * 37 + side * 11) % 97) / 12 - 3.6).toFixed(4));

export interface Fact {
  readonly cik: number;
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn?: string;
}

export function frameJson(
  tag: string,
  period: string,
  unit: string,
  facts: readonly Fact[],
  pts = facts.length,
) {
  const data = facts.map(({ accn = "0000950170-26-000001", ...fact }) => ({
    accn,
    entityName: `Filer\u00a0${fact.cik}`,
    loc: "US-DE",
    ...fact,
  }));
  return JSON.stringify({
    taxonomy: "us-gaap",
    tag,
    ccp: period,
    uom: unit,
    label: tag,
    description: "",
    pts,
    data,
  });
}

const QUARTER_DAYS = [
  ["01-01", "03-31"],
  ["04-01", "06-30"],
  ["07-01", "09-30"],
  ["10-01", "12-31"],
] as const;

type Value = (company: Company, year: number, quarter: number) => number;
const FLOWS: Readonly<Record<string, Value>> = {
  EarningsPerShareDiluted: ({ eps }, year, quarter) => eps(year, quarter),
  NetIncomeLoss: ({ eps, shares }, year, quarter) => eps(year, quarter) * shares,
  OperatingIncomeLoss: ({ eps, shares }, year, quarter) => eps(year, quarter) * shares * 1.4,
  InterestExpense: ({ shares }) => shares * 0.05,
};
const SHARES = "WeightedAverageNumberOfDilutedSharesOutstanding";

/** Of a tag: what flows, what is an average over the period, or nothing. `every`: as if all tags were in use. */
function flowOf(tag: string, every: boolean): { value: Value; adds: boolean } | null {
  const known = FLOWS[tag];
  if (known) return { value: known, adds: true };
  if (tag === SHARES || (every && tag.startsWith("Weighted")))
    return { value: ({ shares }) => shares, adds: false };
  if (!every) return null;
  const like = tag.includes("PerShare")
    ? "EarningsPerShareDiluted"
    : /Net|Profit/.test(tag)
      ? "NetIncomeLoss"
      : "InterestExpense";
  return flowOf(like, false);
}

function balances(all: readonly Company[], tag: string, period: string, end: string): string {
  const facts = all.map(({ cik, shares }) => ({ cik, end, val: shares * 3 }));
  return frameJson(tag, period, "USD", facts);
}

function periodOf(period: string) {
  const [, yearText, quarterText, instant] = /^CY(\d{4})(?:Q([1-4]))?(I)?$/.exec(period) ?? [];
  const [year, quarter] = [Number(yearText), quarterText ? Number(quarterText) : null];
  const [from, to] = QUARTER_DAYS[(quarter ?? 0) - 1] ?? ["01-01", "12-31"];
  return { year, quarter, instant, span: { start: `${year}-${from}`, end: `${year}-${to}` } };
}

/** Calendar-year companies, which report no fourth quarter. Null: nobody uses the tag, or the period has none yet. */
export function frameOf(all: readonly Company[], tag: string, period: string, every = false): string | null {
  const { year, quarter, instant, span } = periodOf(period);
  if (span.end > "2026-09-30" || (quarter === 4 && !instant)) return null;
  if (instant) return tag === "LongTermDebt" || every ? balances(all, tag, period, span.end) : null;
  const flow = flowOf(tag, every);
  if (!flow) return null;
  const quarters = quarter === null && flow.adds ? [1, 2, 3, 4] : [quarter ?? 4];
  const facts = all.map((each) => {
    const val = quarters.reduce((sum, q) => sum + flow.value(each, year, q), 0);
    return { cik: each.cik, ...span, val: Number(val.toFixed(4)) };
  });
  return frameJson(tag, period, tag.includes("PerShare") ? "USD-per-shares" : "USD", facts);
}

export const tickersJson = (all: readonly { cik: number; ticker: string; name: string }[]) =>
  JSON.stringify(
    Object.fromEntries(
      all.map(({ cik, ticker, name }, at) => [at, { cik_str: cik, ticker, title: name.toUpperCase() }]),
    ),
  );

export function formIndex(
  rows: readonly { form: string; company: string; cik: number; filed: string; accession: string }[],
): string {
  const pad = (text: string, width: number) => text.padEnd(width);
  return [
    "Description:           Master Index of EDGAR Dissemination Feed by Form Type",
    "Last Data Received:    September 30, 2026",
    "Comments:              webmaster@sec.gov",
    " ",
    `${pad("Form Type", 12)}${pad("Company Name", 62)}${pad("CIK", 12)}${pad("Date Filed", 12)}File Name`,
    "-".repeat(141),
    ...rows.map(
      ({ form, company: name, cik, filed, accession }) =>
        `${pad(form, 12)}${pad(name, 62)}${pad(String(cik), 12)}${pad(filed, 12)}edgar/data/${cik}/${accession}.txt`,
    ),
    "",
  ].join("\n");
}

export interface Market {
  readonly small: readonly Company[];
  readonly large: readonly Company[];
  /** What only the register and the frames know. */
  readonly others?: readonly Company[];
  readonly index?: (year: number, quarter: number) => string;
  /** As if all tags were in use: more to read than there is. */
  readonly everyTag?: true;
}

export const rowsOf = (all: readonly Company[]): readonly Row[] =>
  all.map(({ name, price, shares }) => ({ name, balance: shares / 100, valueUsd: (shares / 100) * price }));

export const CASH: Row = { name: "Invented Cash Fund", balance: 1000, valueUsd: 1000, category: "STIV" };
export const FUTURE: Row = {
  name: "Invented Index Future",
  balance: 3,
  valueUsd: -500,
  category: "DE",
  units: "NC",
};

const PATHS: readonly [RegExp, (market: Market, match: RegExpExecArray, url: URL) => string | null][] = [
  [
    /^\/cgi-bin\/browse-edgar$/,
    (_, __, url) => listingOf(url.searchParams.get("CIK") === "S900004344" ? 0 : 1),
  ],
  [
    /\/Archives\/edgar\/data\/9100663\/0001752724(2[01])(\d{6})\/primary_doc\.xml$/,
    (market, [, side, at]) => filingOf(market, Number(side) - 20, Number(at) - 1),
  ],
  [/^\/files\/company_tickers\.json$/, (market) => tickersJson(everyone(market))],
  [
    /\/api\/xbrl\/frames\/us-gaap\/(\w+)\/[\w-]+\/(\w+)\.json$/,
    (market, [, tag = "", period = ""]) => frameOf(everyone(market), tag, period, market.everyTag),
  ],
  [
    /\/full-index\/(\d{4})\/QTR([1-4])\/form\.idx$/,
    ({ index }, [, year, quarter]) => index?.(Number(year), Number(quarter)) ?? null,
  ],
];

const everyone = ({ small, large, others = [] }: Market) => [...large, ...small, ...others];

function listingOf(side: number): string {
  const filings = QUARTER_ENDS.map((end, at) => ({
    accession: accessionOf(side, at),
    filed: laterThan(end),
  }));
  return listingAtom(filings.reverse());
}

function filingOf({ small, large }: Market, side: number, at: number): string {
  const [, series = "", classId = "", tracks = ""] = (side === 0 ? SMALL_FUND : LARGE_FUND).split("/");
  return nportXml({
    series,
    classId,
    name: `${tracks} Fund`,
    asOf: QUARTER_ENDS[at] ?? "",
    returns: [0, 1, 2].map((month) => monthReturn(side, at * 3 + month)),
    rows: [...rowsOf(side === 0 ? small : large), CASH, FUTURE],
  });
}

/** What EDGAR has at an address; null: nothing. */
export function bodyOf(market: Market, url: URL): string | null {
  for (const [path, body] of PATHS) {
    const match = path.exec(url.pathname);
    if (match) return body(market, match, url);
  }
  return null;
}

const laterThan = (end: string) => new Date(Date.parse(end) + 59 * 86_400_000).toISOString().slice(0, 10);

type Fault = (request: IncomingMessage, response: ServerResponse, count: number) => boolean;

/** EDGAR on 127.0.0.1. `state.fault` may answer instead; `asked` holds paths and times in ms. */
export async function serveEdgar(market: Market, fault: Fault = () => false) {
  const asked: { readonly path: string; readonly at: number; readonly agent: string }[] = [];
  const bodies = new Map<string, Buffer | null>();
  const state = { fault };
  const kept = (url: URL) => {
    const known = bodies.get(url.href);
    if (known !== undefined) return known;
    const body = bodyOf(market, url);
    const packed = body === null ? null : gzipSync(body, { level: 1 });
    bodies.set(url.href, packed);
    return packed;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x");
    asked.push({
      path: request.url ?? "",
      at: performance.now(),
      agent: request.headers["user-agent"] ?? "",
    });
    if (state.fault(request, response, asked.length)) return;
    const body = kept(url);
    if (body) response.writeHead(200, { "content-type": typeOf(url), "content-encoding": "gzip" }).end(body);
    else
      response
        .writeHead(404, { "content-type": "application/xml" })
        .end("<Error><Code>NoSuchKey</Code></Error>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { baseUrl, asked, state, close };
}

function typeOf({ pathname }: URL): string {
  if (pathname.endsWith(".json")) return "application/json";
  return pathname.endsWith(".idx") ? "text/plain" : "text/xml";
}

export async function temporaryFolder() {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-edgar-"));
  return { dir, remove: () => removeDir(dir) };
}
