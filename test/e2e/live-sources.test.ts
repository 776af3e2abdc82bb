import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { nyseDays } from "../../src/maths/nyse-days.ts";
import { daysZip, factorsZip, meZip } from "../data/french/library-server.ts";

/** `ask` and `admin` in live mode, as a user runs them, against one real server that stands for every source. */
const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
const FRED_KEY = "0123456789abcdef0123456789abcdef";
const TIINGO_KEY = "tiingo-token-0123456789";
const TODAY = new Date().toISOString().slice(0, 10);
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const asked: string[] = [];
/** Paths that answer with an error for now. */
const down = new Set<string>();
let base = "";
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  answer(request, Buffer.concat(chunks).toString("utf8"), response);
});

function library(url: string): Buffer {
  if (url.includes("Portfolios")) return meZip();
  return url.includes("_daily_") ? daysZip() : factorsZip();
}

function answer({ url = "" }: IncomingMessage, body: string, response: ServerResponse): void {
  asked.push(url);
  const [, source = ""] = url.split("/");
  const send = (type: string, text: string | Buffer) =>
    void response.writeHead(200, { "content-type": type }).end(text);
  if (down.has(source)) response.writeHead(503).end("maintenance");
  else if (source === "french") send("application/zip", library(url));
  else if (source === "nyfed") send("application/json", rates());
  else if (source === "treasury") send("text/csv", yields(/csv\/(\d{4})/.exec(url)?.[1] ?? ""));
  else if (source === "bls") send("application/json", months(JSON.parse(body)));
  else if (source === "fred")
    send("application/json", observations(new URL(url, base).searchParams.get("series_id") ?? ""));
  else if (source === "tiingo") send("application/json", prices(url.includes("iwm") ? 0.5 : 0.3));
  else response.writeHead(404).end();
}

/** The range as it was, and a cut announced on the second day before yesterday that is not in the program's table. */
function rates(): string {
  const days = nyseDays("2025-01-02", YESTERDAY);
  const cut = days.at(-2) ?? "";
  const upper = (date: string) =>
    date >= cut
      ? 3.5
      : date >= "2025-12-11"
        ? 3.75
        : date >= "2025-10-30"
          ? 4
          : date >= "2025-09-18"
            ? 4.25
            : 4.5;
  const refRates = days.map((effectiveDate) => ({
    effectiveDate,
    type: "EFFR",
    percentRate: upper(effectiveDate) - 0.12,
    targetRateFrom: upper(effectiveDate) - 0.25,
    targetRateTo: upper(effectiveDate),
  }));
  return JSON.stringify({ refRates: refRates.reverse() });
}

function yields(year: string): string {
  const days = nyseDays(`${year}-01-01`, `${year}-12-31`).filter((day) => day <= YESTERDAY);
  const before2000 = year < "2000" ? [`${year}-06-01`] : days;
  const rows = before2000.map((day) => `${day.slice(5, 7)}/${day.slice(8)}/${year},3.9,3.8,4.1`);
  return ['Date,"3 Mo","2 Yr","10 Yr"', ...rows.reverse(), ""].join("\n");
}

function months({
  seriesid,
  startyear,
  endyear,
}: {
  seriesid: string[];
  startyear: string;
  endyear: string;
}): string {
  const last = new Date(Date.now() - 70 * 86_400_000).toISOString().slice(0, 7);
  const data = (value: string) => {
    const rows = [];
    for (let year = Number(endyear); year >= Number(startyear); year -= 1)
      for (let month = 12; month >= 1; month -= 1)
        if (`${year}-${String(month).padStart(2, "0")}` <= last)
          rows.push({ year: String(year), period: `M${String(month).padStart(2, "0")}`, value });
    return rows;
  };
  const series = seriesid.map((seriesID) => ({
    seriesID,
    data: data(seriesID.startsWith("LNS") ? "4.1" : "310.5"),
  }));
  return JSON.stringify({ status: "REQUEST_SUCCEEDED", message: [], Results: { series } });
}

function observations(id: string): string {
  const values: Record<string, string> = { DGS10: "4.1", UNRATE: "4.1", VIXCLS: "17.5" };
  const rows = id in values ? [{ date: YESTERDAY, value: values[id] }] : [];
  return JSON.stringify({ units: "lin", count: rows.length, offset: 0, observations: rows });
}

function prices(drift: number): string {
  const days = nyseDays("2023-01-03", YESTERDAY);
  return JSON.stringify(
    days.map((day, at) => {
      const close = Math.round(10_000 * (1 + (drift * at) / days.length + Math.sin(at / 9) / 50)) / 100;
      return { date: `${day}T00:00:00.000Z`, close, adjClose: close, divCash: 0, splitFactor: 1 };
    }),
  );
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function run(words: readonly string[], state: string, keys: Readonly<Record<string, string>> = {}) {
  const env = {
    PATH: process.env["PATH"],
    SMALLCAPS_DATA: "live",
    STATE_DIR: state,
    FRENCH_BASE_URL: `${base}/french`,
    NYFED_BASE_URL: `${base}/nyfed`,
    TREASURY_BASE_URL: `${base}/treasury`,
    BLS_BASE_URL: `${base}/bls`,
    FRED_BASE_URL: `${base}/fred`,
    TIINGO_BASE_URL: `${base}/tiingo`,
    ...keys,
  };
  const child = spawn(process.execPath, [MAIN, ...words], {
    env,
    cwd: state,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, stdout, stderr })),
  );
}
const stateDir = () => mkdtempSync(join(tmpdir(), "smallcaps-sources-"));

describe("live data of several sources", () => {
  it("are pulled, go on where a pull broke off, are shown with their state, and explain each figure", async () => {
    const state = stateDir();
    down.add("bls");
    const broken = await run(["admin", "pull"], state);
    expect([broken.code, broken.stdout]).toEqual([3, expect.stringMatching(/treasury: macro to .*\n/)]);
    expect(broken.stderr).toMatch(/bls: macro not loaded: .*status 503/);
    expect(broken.stderr).toMatch(/Treasury: yields of 1990, 1 kB downloaded/);
    down.clear();
    asked.length = 0;
    const whole = await run(["admin", "pull"], state);
    expect(whole.code).toBe(0);
    // Of the Treasury's years only this one is asked for again, or none within the minute.
    expect(asked.filter((url) => url.startsWith("/treasury")).length).toBeLessThan(2);
    expect(asked.filter((url) => url.startsWith("/bls")).length).toBeGreaterThan(3);

    const shown = JSON.parse((await run(["admin", "sources", "--json"], state)).stdout);
    const card = (id: string) => shown.cards.find((each: { id: string }) => each.id === id);
    expect(card("treasury")).toMatchObject({ key: "none", licence: "public-domain", lastFault: null });
    expect(card("treasury").lastSuccess.slice(0, 10)).toBe(TODAY);
    expect(card("tiingo")).toMatchObject({ key: "missing", setting: "TIINGO_API_KEY" });
    expect(shown.refused).toEqual([]);

    const ratecut = JSON.parse((await run(["ask", "ratecut", "--json"], state)).stdout);
    const decisions = ratecut.sources.find((each: { dataset: string }) =>
      each.dataset.includes("target range"),
    );
    expect(decisions.responses).toEqual([
      {
        url: expect.stringMatching(/\/nyfed\/api\/rates\/unsecured\/effr\/search\.json\?startDate=/),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        retrievedAt: expect.stringMatching(/Z$/),
        status: 200,
      },
    ]);
    expect(ratecut.caveats.join()).toMatch(
      /read from the target range, as announced on the day before it moved/,
    );
    const explained = await run(["ask", "explain ratecut.all.12m.n"], state);
    expect(explained.stdout.replace(/\s+/g, "")).toContain(decisions.responses[0].sha256);
    expect(explained.stdout.replace(/\s+/g, "")).toContain("/french/Portfolios_Formed_on_ME_CSV.zip");
  });

  it("of the user's vendors come first, keep their keys to themselves, and FRED's are kept nowhere", async () => {
    const state = stateDir();
    const keys = { FRED_API_KEY: FRED_KEY, TIINGO_API_KEY: TIINGO_KEY };
    const performance = await run(["ask", "performance", "--json"], state, keys);
    expect(performance.code).toBe(0);
    const briefing = JSON.parse(performance.stdout);
    expect(briefing.pair).toBe("Fund tracking the Russell 2000 (IWM) / fund tracking the S&P 500 (SPY)");
    const sources = await run(["admin", "sources"], state, keys);
    expect(sources.stderr).not.toMatch(/bug/);
    expect(sources.stdout).toMatch(/tiingo \(Tiingo\): levels; .*last success/s);
    expect(sources.stdout).toMatch(/no\s+storage/);
    const doctor = await run(["admin", "doctor"], state, keys);
    expect(doctor.stdout).toMatch(/redistribution\s+licence\s+from\s+Tiingo/);
    const printed = [performance, sources, doctor].flatMap(({ stdout, stderr }) => [stdout, stderr]).join();
    for (const secret of [FRED_KEY, TIINGO_KEY]) expect(printed).not.toContain(secret);
    const files = readdirSync(state, { recursive: true, encoding: "utf8", withFileTypes: true }).filter(
      (file) => file.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), "latin1");
      for (const secret of [FRED_KEY, TIINGO_KEY, "VIXCLS"]) expect(text, file.name).not.toContain(secret);
    }
    expect(files.map(({ parentPath }) => parentPath).join()).not.toMatch(/fred/);
  });

  it("stand beside each figure: of the series that it read, and of no other", async () => {
    const state = stateDir();
    const asking = async (line: string, keys = {}) => {
      const { stdout } = await run(["ask", line, "--json"], state, keys);
      expect(stdout).not.toContain(FRED_KEY);
      return JSON.parse(stdout) as Pick<Briefing, "figures" | "sources">;
    };
    const readBy = ({ figures }: Pick<Briefing, "figures">, key: string) =>
      figures
        .find((each) => each.key === key)
        ?.sources.map(({ provider, contentHash, retrievedAt, responses = [] }) => {
          // Of one answer the source's hash is the answer's.
          if (responses.length === 1) expect(responses[0]?.sha256).toBe(contentHash);
          const hosts = responses.map(({ url }) => /^http:..[^/]+.(\w+)/.exec(url)?.[1]);
          const series = responses.flatMap(({ url }) => /series_id=(\w+)/.exec(url)?.[1] ?? []);
          return [provider, retrievedAt.slice(0, 10), ...new Set([...hosts, ...series])];
        });
    const bls = ["US Bureau of Labor Statistics", TODAY, "bls"];
    const treasury = ["US Department of the Treasury", TODAY, "treasury"];
    const fed = [
      ["Board of Governors of the Federal Reserve System", "2026-08-21"],
      ["Federal Reserve", TODAY, "nyfed"],
    ];
    const risks = await asking("risks");
    expect(readBy(risks, "risks.sahm.value")).toEqual([bls]);
    expect(readBy(risks, "risks.curve.value")).toEqual([treasury]);
    expect(readBy(risks, "risks.twoYear.value")).toEqual([treasury, ...fed]);
    expect(readBy(risks, "risks.policyRise.value")).toEqual(fed);
    expect(readBy(risks, "risks.condition.downturn.known")).toEqual([bls, treasury]);
    expect(readBy(risks, "risks.condition.hawkish.known")).toEqual([treasury, ...fed]);
    expect(readBy(risks, "risks.vix.value")).toEqual([]);
    const vix = ["FRED, Federal Reserve Bank of St. Louis", TODAY, "fred", "VIXCLS"];
    const withKey = await asking("risks", { FRED_API_KEY: FRED_KEY });
    expect(readBy(withKey, "risks.vix.value")).toEqual([vix]);
    expect(readBy(withKey, "risks.condition.uncertainty.known")).toEqual([vix]);
    const { sources } = await asking("risks backtest=vix", { FRED_API_KEY: FRED_KEY });
    expect(sources.map(({ provider }) => provider)).toEqual([vix[0]]);
  });

  it("stand on what comes with the program where the New York Fed is down, and say so; status names it", async () => {
    const state = stateDir();
    down.add("nyfed");
    const { stdout, code } = await run(["ask", "ratecut", "--json"], state);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).caveats.join()).toMatch(/Federal Reserve, .*status 503/);
    expect((await run(["ask", "status"], state)).stdout).toMatch(/status\s+503/);
    down.clear();
  });
});
