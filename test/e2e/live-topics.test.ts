import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { readConfig } from "../../src/config.ts";
import { assistantOver } from "../../src/main/market.ts";
import { liveMarket } from "../../src/main/sources.ts";
import { topics } from "../../src/main/topics.ts";
import { cutAt } from "../../src/market/as-of.ts";
import { NOW } from "../data/edgar/world.ts";
import { readingOf, referenceDays } from "../support/live/answers.ts";
import {
  AGENT_ONLY,
  environmentOf,
  type Fault,
  KEYS,
  type LiveSource,
  type LiveWorld,
  openLiveWorld,
  runLive,
  stateFolder,
  TODAY,
} from "../support/live/world.ts";

/** Live mode against servers that stand for every source: what it answers, what it says is missing, what it survives. */
const EVERYTHING = { ...KEYS, ...AGENT_ONLY };
const DAY_MS = 86_400_000;
/** A whole pull keeps to nine requests a second. */
const PULLING_MS = 400_000;
const pulled = stateFolder();
let world: LiveWorld;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  world = await openLiveWorld();
  const { market } = await open(world, pulled.dir, EVERYTHING);
  const got = (await market.pull?.(() => {})) ?? [];
  expect(got.flatMap(({ id, fault }) => (fault ? [`${id}: ${fault.message}`] : []))).toEqual([]);
}, PULLING_MS);
afterAll(async () => {
  vi.useRealTimers();
  world.close();
  await pulled.remove();
});

async function open(at: LiveWorld, state: string, keys: Readonly<Record<string, string>>) {
  const config = readConfig(environmentOf(at, state, keys));
  const market = await liveMarket(config);
  return { market, assistant: await assistantOver(market, "today", config) };
}

/** A briefing, or why there is none. */
async function asked(assistant: Awaited<ReturnType<typeof assistantOver>>, line: string) {
  try {
    const answer = await assistant.answer(line);
    if (answer.kind !== "briefing") throw new TypeError(`${line} answered with a page`);
    return answer.briefing;
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
}

/** What was pulled, for one question. */
function copyOfPulled(parts: readonly LiveSource[]) {
  const state = stateFolder();
  for (const part of parts)
    cpSync(join(pulled.dir, "sources", part), join(state.dir, "sources", part), {
      recursive: true,
      preserveTimestamps: true,
    });
  return state;
}

/** By command: what an answer's pair is, or what is said to be missing and what to do. */
type Expected = Readonly<Record<string, string | readonly [missing: RegExp, remedy: RegExp]>>;

const LIBRARY = "Smallest 30 % / largest 30 % by NYSE size";
const FUNDS = "Fund tracking the Russell 2000 (IWM) / fund tracking the S&P 500 (SPY)";
const FILED = "Fund tracking the Invented 2000 / fund tracking the Invented 500";
const NO_PAIR = "the whole market";
const OF_LEVELS = (pair: string): Expected => ({
  thesis: pair,
  ratecut: pair,
  performance: pair,
  recovery: pair,
  volatility: pair,
  regime: pair,
  risks: pair,
  brief: pair,
  premium: "Fama-French small / big",
  calendar: NO_PAIR,
});
const members = [/needs .*constituents/, /Set EDGAR_USER_AGENT so that SEC EDGAR is asked/] as const;
const MEMBERS_ALONE: Expected = {
  debt: [/no company's sector is reported/, /ISHARES_FOLDER so that .*sectors/],
  universe: [/no companies are counted by size/, /universe\.csv/],
};
const SETUPS: readonly (readonly [
  name: string,
  keys: Readonly<Record<string, string>>,
  copies: readonly LiveSource[],
  Expected,
])[] = [
  [
    "without any key",
    {},
    [],
    {
      ...OF_LEVELS(LIBRARY),
      valuation: members,
      "whatif eps=-10%": members,
      debt: members,
      coverage: [/needs constituents/, /Set FMP_API_KEY so that Financial Modeling Prep is asked \(analysts/],
      earnings: members,
      universe: members,
      deals: [/needs deals/, /Set EDGAR_USER_AGENT/],
    },
  ],
  [
    "with the SEC's filings",
    AGENT_ONLY,
    ["edgar"],
    {
      ...OF_LEVELS(LIBRARY),
      ...MEMBERS_ALONE,
      valuation: FILED,
      "whatif eps=-10%": FILED,
      coverage: [/no member's number of analysts/, /Set FMP_API_KEY so that .* \(analysts' estimates/],
      earnings: [/no revisions .* expected earnings/, /Set FMP_API_KEY/],
      deals: NO_PAIR,
    },
  ],
  [
    "with every key",
    EVERYTHING,
    ["edgar", "fmp"],
    {
      ...OF_LEVELS(FUNDS),
      ...MEMBERS_ALONE,
      valuation: FILED,
      "whatif eps=-10%": FILED,
      coverage: FILED,
      earnings: FILED,
      deals: NO_PAIR,
    },
  ],
];

describe.each(SETUPS)("live data %s", (_, keys, copies, expected) => {
  const state = copies.length > 0 ? null : stateFolder();
  afterAll(() => state?.remove());

  it("answer every topic that they allow, and say of the others what is missing and what to set", async () => {
    const { dir, remove } = state ?? copyOfPulled(copies);
    const { assistant } = await open(world, dir, keys);
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(topics.map(({ name }) => name)));
    for (const [line, wanted] of Object.entries(expected)) {
      const got = await asked(assistant, line);
      if (typeof wanted === "string") expect(briefingFaults(got, wanted), line).toEqual([]);
      else {
        expect(got, line).toBeInstanceOf(BriefingError);
        const { code, message, hint } = got as BriefingError;
        expect([line, code, message, hint]).toEqual([
          line,
          "data_unavailable",
          expect.stringMatching(wanted[0]),
          expect.stringMatching(wanted[1]),
        ]);
      }
    }
    remove?.();
  });
});

/** What is wrong with an answer; nothing. */
function briefingFaults(got: Briefing | BriefingError, pair: string): readonly string[] {
  if (got instanceof BriefingError) return [`${got.message}; ${got.hint}`];
  const { dataMode, headline, figures, sources } = got;
  return [
    ...(got.pair === pair ? [] : [`about ${got.pair}`]),
    ...(dataMode === "live" && !/SAMPLE/.test(headline + JSON.stringify(sources)) ? [] : ["sample data"]),
    ...(figures.some(({ value }) => !isAbsent(value)) ? [] : ["no figure has a value"]),
    ...figures.flatMap(({ key, value }) => (isAbsent(value) && value.note.length < 10 ? [key] : [])),
    ...sources.flatMap(({ provider, contentHash }) =>
      /^[0-9a-f+]{64,}$/.test(contentHash) ? [] : [provider],
    ),
  ];
}

describe("the program itself", () => {
  it("ends with 0 where it answers, 3 where data are missing, and prints one document", async () => {
    const state = copyOfPulled(["edgar"]);
    const [thesis, coverage] = await Promise.all(
      ["thesis", "coverage"].map((line) => runLive(world, ["ask", line, "--json"], state.dir, AGENT_ONLY)),
    );
    expect([thesis?.code, coverage?.code]).toEqual([0, 3]);
    const { figures, dataMode } = JSON.parse(thesis?.stdout ?? "");
    expect(dataMode).toBe("live");
    // Of 31 claims some hold, some fail: the program tested them on what the sources sent.
    const read = (key: string) => figures.find((each: { key: string }) => each.key === key)?.value;
    const counts = ["holds", "fails", "depends", "untested", "opinion"].map((each) =>
      read(`thesis.all.${each}`),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(31);
    expect([coverage?.stdout, coverage?.stderr]).toEqual(["", expect.stringMatching(/Set FMP_API_KEY/)]);
    await state.remove();
  });
});

describe("values as they were published", () => {
  it("decide a backtest where FRED's key is set, and change nothing of today", async () => {
    const state = stateFolder();
    const { assistant, market } = await open(world, state.dir, { FRED_API_KEY: KEYS.FRED_API_KEY });
    const labels = async (line: string) => {
      const got = await asked(assistant, line);
      if (got instanceof BriefingError) throw got;
      return got.tables.flatMap(({ rows }) => rows.map(({ label }) => label)).join("; ");
    };
    expect(await labels("risks backtest=sahm")).toMatch(/^Sahm rule \(vintages\)/);
    // Of an index whose whole history is made anew with each print it is said that there are none.
    expect(await labels("risks backtest=activity")).toMatch(/\(CFNAI\) \(revised data\)/);
    const { data } = await market.fetch("macro");
    const own = data.filter(({ series }) => series === "industrial_production");
    expect(own.length).toBeGreaterThan(10_000);
    expect(own.every(({ vintage }) => vintage !== null)).toBe(true);
    const today = cutAt("macro", own, TODAY).map(({ date, value }) => [date, value]);
    const published = referenceDays("industrial_production", TODAY);
    expect(today).toEqual(published.map((day) => [day, readingOf("industrial_production", day)]));
    await state.remove();
  });
});

const end = (response: Parameters<Fault>[0], status: number, body = "", headers: object = {}): true => {
  response.writeHead(status, { ...headers }).end(body);
  return true;
};

/** What a server may do instead of answering, and what is then said of it. */
const FAULTS: readonly (readonly [string, Fault, RegExp])[] = [
  ["a connection that breaks", (response) => response.destroy() !== null, /could not be reached|broke/],
  [
    "half a body",
    (response, { body, type }) => {
      response.writeHead(200, {
        "content-type": type,
        "content-length": String(Buffer.byteLength(body) + 9),
      });
      response.write(Buffer.from(body).subarray(0, 10), () => response.destroy());
      return true;
    },
    /broke|cut|whole/,
  ],
  [
    "bytes that are called gzip and are none",
    (response, { type }) =>
      end(response, 200, "not gzip", { "content-type": type, "content-encoding": "gzip" }),
    /broke|gzip|whole|not be read|incorrect header/i,
  ],
  ["status 401", (response) => end(response, 401), /status 401/],
  ["status 403", (response) => end(response, 403), /status 403/],
  ["status 404", (response) => end(response, 404), /status 404/],
  ["status 429", (response) => end(response, 429), /status 429/],
  [
    "status 429 with Retry-After",
    (response) => end(response, 429, "", { "retry-after": "900" }),
    /status 429|not asked again so soon/,
  ],
  ["status 500", (response) => end(response, 500), /status 500/],
  [
    "a web page with status 200",
    (response) => end(response, 200, "<!doctype html><title>Sorry</title>", { "content-type": "text/html" }),
    /a web page instead of/,
  ],
  [
    "a throttling page with status 200",
    (response) =>
      end(response, 200, "<html>Request Rate Threshold Exceeded</html>", { "content-type": "text/html" }),
    /asked too often/,
  ],
  [
    "another content type",
    (response) => end(response, 200, "GIF89a", { "content-type": "image/gif" }),
    /image\/gif instead of/,
  ],
  [
    "another layout",
    (response, { type }) => end(response, 200, "a,b\n1,2\n", { "content-type": type }),
    /layout|whole|not JSON|instead of|damaged|cut/,
  ],
  [
    "a body that is too large",
    (response, { type }) => end(response, 200, "", { "content-type": type, "content-length": "900000000" }),
    /more than \d+ kB/,
  ],
  [
    "redirects without end",
    (response) => end(response, 302, "", { location: "./again" }),
    /redirects more than/,
  ],
];

/** What to ask so that a source is asked, and who answers where it has never answered; null: nobody. */
const ASKED: readonly (readonly [LiveSource, line: string, firstDay: "answered" | "missing"])[] = [
  ["french", "premium", "missing"],
  ["nyfed", "ratecut", "answered"],
  ["treasury", "risks", "answered"],
  ["bls", "risks", "answered"],
  ["fred", "risks", "answered"],
  ["tiingo", "performance", "answered"],
  ["edgar", "valuation", "missing"],
];

/** FRED's answers are kept nowhere. */
const KEEPING: readonly LiveSource[] = ["french", "nyfed", "treasury", "bls", "tiingo", "edgar", "fmp"];

/** Where copies stand in, which is the same whatever happened: some of the faults. */
const WITH_COPIES = /breaks|404|Retry-After|web page|layout/;
const CASES = FAULTS.flatMap(([name, fault, said]) => [
  [name, "on the first day", 0, fault, said] as const,
  ...(WITH_COPIES.test(name) ? [[name, "after two good days", 2, fault, said] as const] : []),
]);

describe("every source in its turn", () => {
  it.each(CASES)("with %s is survived with an answer that says so, %s", async (_, __, days, fault, said) => {
    vi.setSystemTime(NOW.getTime() + days * DAY_MS);
    const outcomes = await Promise.all(
      ASKED.map(async ([source, line, firstDay]) => {
        const own = await openLiveWorld();
        own.faults.set(source, fault);
        const state = copyOfPulled(KEEPING.filter((each) => days > 0 || each !== source));
        const { assistant } = await open(own, state.dir, EVERYTHING);
        const got = await asked(assistant, line);
        own.close();
        await state.remove();
        return [source, honest(got, days > 0 ? "answered" : firstDay, said)];
      }),
    );
    vi.setSystemTime(NOW);
    expect(outcomes).toEqual(ASKED.map(([source]) => [source, "honest"]));
  });
});

/** Estimates are asked for by a pull alone, of one company after another, and kept for a week. */
describe("analysts' estimates", () => {
  const PULLED = { ...EVERYTHING, LIVE_SOURCES: "fmp,edgar" };
  const AGES = [
    ["that were never had", null],
    ["that are nine days old", 9],
  ] as const;
  describe.each(AGES)("%s", (_, days) => {
    it.each(FAULTS)("survive %s with an answer that says so", async (_name, fault, said) => {
      const own = await openLiveWorld();
      own.faults.set("fmp", fault);
      const state = copyOfPulled(days === null ? ["edgar"] : ["edgar", "fmp"]);
      if (days !== null) agedBy(join(state.dir, "sources", "fmp"), days);
      const { market, assistant } = await open(own, state.dir, PULLED);
      const [got] = ((await market.pull?.(() => {})) ?? []).filter(({ id }) => id === "fmp");
      const answer = await asked(assistant, "coverage");
      const told = JSON.stringify([got?.fault?.message, await market.cards?.()]);
      expect(honest(answer, days === null ? "missing" : "answered", said)).toBe("honest");
      expect(told).toMatch(said);
      const times = own.asked.filter((each) => each.startsWith("fmp ")).length;
      // Neither a request for each company of a host that refuses all, nor none.
      expect(times).toBeGreaterThan(0);
      expect(times).toBeLessThan(52 * 3);
      own.close();
      await state.remove();
    });
  });
});

/** As if the copies had been retrieved so many days earlier. */
function agedBy(dir: string, days: number): void {
  for (const file of readdirSync(dir).filter((each) => each.endsWith(".json"))) {
    const told = JSON.parse(readFileSync(join(dir, file), "utf8"));
    const retrievedAt = new Date(Date.parse(told.retrievedAt) - days * DAY_MS).toISOString();
    writeFileSync(join(dir, file), JSON.stringify({ ...told, retrievedAt }));
  }
}

function honest(got: Briefing | BriefingError, wanted: "answered" | "missing", said: RegExp): string {
  const text = JSON.stringify(got instanceof BriefingError ? [got.message, got.hint, got.stack] : got);
  const secret = Object.values(KEYS).find((key) => text.includes(key));
  if (secret !== undefined) return `tells ${secret}`;
  if (got instanceof BriefingError)
    return wanted === "missing" && got.code === "data_unavailable" && said.test(got.message)
      ? "honest"
      : `${got.code}: ${got.message}`;
  if (wanted === "missing") return `answered: ${got.headline}`;
  const told = [...got.caveats, ...got.sources.flatMap(({ fallback, doubts }) => [fallback, doubts])].join(
    " ",
  );
  if (got.dataMode !== "live") return "sample";
  return said.test(told) ? "honest" : `does not say it: ${told.slice(0, 600)}`;
}
