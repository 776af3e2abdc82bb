import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FRED_NAMES, FRED_SERIES } from "../../../src/data/fred/parse.ts";
import {
  AGENT,
  bodyOf,
  companies,
  formIndex,
  LARGE_FUND,
  type Market,
  NOW,
  SMALL_FUND,
} from "../../data/edgar/world.ts";
import { removeDir } from "../remove-dir.ts";
import * as answers from "./answers.ts";

/** Every live source on one server of this machine, and the program in a process of its own that asks it. */
export const TODAY = NOW.toISOString().slice(0, 10);
export const KEYS = {
  FRED_API_KEY: "0123456789abcdef0123456789abcdef",
  TIINGO_API_KEY: "tiingo-token-0123456789",
  FMP_API_KEY: "fmp-key-0123456789",
};
/** Without a key; EDGAR wants to know who asks. */
export const AGENT_ONLY = { EDGAR_USER_AGENT: AGENT };
const SOURCES = ["french", "nyfed", "treasury", "bls", "fred", "tiingo", "fmp", "edgar"] as const;
export type LiveSource = (typeof SOURCES)[number];

const MARKET: Market = {
  small: companies(40),
  large: companies(52).slice(40),
  index: (year, quarter) =>
    formIndex(
      Array.from({ length: 3 }, (_, at) => ({
        form: "DEFM14A",
        company: `Invented Target ${year} ${quarter} ${at}`,
        cik: 500_000 + year * 100 + quarter * 10 + at,
        filed: `${year}-${String(quarter * 3 - 1).padStart(2, "0")}-1${at}`,
        accession: `0000950170-${String(year).slice(2)}-${String(quarter * 100_000 + at).padStart(6, "0")}`,
      })),
    ),
};

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}
const json = (body: string): Answer => ({ type: "application/json", body });

const BY_SOURCE: Readonly<Record<LiveSource, (url: URL, posted: string) => Answer | null>> = {
  french: ({ pathname }) => ({
    type: "application/zip",
    body: pathname.includes("Portfolios")
      ? answers.sizePortfolios(TODAY)
      : pathname.includes("_daily_")
        ? answers.factorDays(TODAY)
        : answers.threeFactors(TODAY),
  }),
  nyfed: ({ searchParams }) => json(answers.targetRange(TODAY, searchParams.get("startDate") ?? "")),
  treasury: ({ pathname }) => ({
    type: "text/csv",
    body: answers.yields(TODAY, /csv\/(\d{4})/.exec(pathname)?.[1] ?? ""),
  }),
  bls: (_, posted) => json(answers.bureauWindow(TODAY, JSON.parse(posted))),
  fred: ({ searchParams }) => {
    const series = FRED_NAMES.find((name) => FRED_SERIES[name] === searchParams.get("series_id"));
    if (series === undefined) return null;
    const observations = searchParams.has("realtime_start")
      ? answers.versionsOf(series, TODAY)
      : answers
          .referenceDays(series, TODAY)
          .map((date) => ({ date, value: String(answers.readingOf(series, date)) }));
    const head = { units: "lin", output_type: 1, count: observations.length, offset: 0 };
    return json(JSON.stringify({ ...head, observations }));
  },
  tiingo: ({ pathname }) => json(answers.fundPrices(TODAY, pathname.includes("/iwm/") ? 1 : 2)),
  fmp: ({ searchParams }) => json(answers.estimates(searchParams.get("symbol") ?? "", TODAY)),
  edgar: (url) => {
    const body = bodyOf(MARKET, url);
    if (body === null) return null;
    const type = url.pathname.endsWith(".json")
      ? "application/json"
      : url.pathname.endsWith(".idx")
        ? "text/plain"
        : "text/xml";
    return { type, body };
  },
};

/** Answers in a source's place; `answer` is what it would have said. True: it did. */
export type Fault = (response: ServerResponse, answer: Answer) => boolean;

export interface LiveWorld {
  readonly baseUrl: string;
  /** "french /Portfolios…": what was asked. */
  readonly asked: string[];
  /** By source. */
  readonly faults: Map<LiveSource, Fault>;
  /** By how much the program's clock is off, in milliseconds: the world's day begins when it is opened. */
  readonly clockOffMs: number;
  close(): void;
}

const known = new Map<string, Answer | null>();

export async function openLiveWorld(): Promise<LiveWorld> {
  const asked: string[] = [];
  const faults = new Map<LiveSource, Fault>();
  const server = createServer(async (request, response) => {
    const posted = await bodyText(request);
    const [, source = "", ...rest] = (request.url ?? "").split("/");
    const url = new URL(`/${rest.join("/")}`, "http://x");
    asked.push(`${source} ${url.pathname}${url.search}`);
    const key = `${request.url} ${posted}`;
    if (!known.has(key)) known.set(key, BY_SOURCE[source as LiveSource]?.(url, posted) ?? null);
    const answer = known.get(key) ?? null;
    if (faults.get(source as LiveSource)?.(response, answer ?? json("{}"))) return;
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": answer.type }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {
    baseUrl,
    asked,
    faults,
    clockOffMs: NOW.getTime() - (performance.timeOrigin + performance.now()),
    close,
  };
}

async function bodyText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = new URL("../../../src/main.ts", import.meta.url).pathname;
const CLOCK = new URL("../../faults/skewed-clock.js", import.meta.url).href;

/** Where a program keeps what it got. */
export function stateFolder() {
  const dir = mkdtempSync(join(tmpdir(), "smallcaps-live-"));
  return { dir, remove: () => removeDir(dir) };
}

/** What the program is told: where the sources are, and what keys it has. */
export function environmentOf(
  { baseUrl }: LiveWorld,
  state: string,
  keys: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const bases = SOURCES.map((source) => [`${source.toUpperCase()}_BASE_URL`, `${baseUrl}/${source}`]);
  return {
    SMALLCAPS_DATA: "live",
    STATE_DIR: state,
    EDGAR_DATA_URL: `${baseUrl}/edgar`,
    EDGAR_SMALL_FUND: SMALL_FUND,
    EDGAR_LARGE_FUND: LARGE_FUND,
    ...Object.fromEntries(bases),
    ...keys,
  };
}

/** The program, on the world's day. */
export function runLive(
  world: LiveWorld,
  words: readonly string[],
  state: string,
  keys: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = {
    PATH: process.env["PATH"],
    CLOCK_OFF_MS: String(Math.round(world.clockOffMs)),
    ...environmentOf(world, state, keys),
  };
  const child = spawn(process.execPath, ["--import", CLOCK, MAIN, ...words], {
    env,
    cwd: state,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}
