import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { isAbsent } from "../../../src/briefing/value.ts";
import { type EdgarOptions, openEdgar } from "../../../src/data/edgar/edgar.ts";
import { openIShares } from "../../../src/data/ishares/ishares.ts";
import { cutAt, newestDate } from "../../../src/market/as-of.ts";
import type { Constituent } from "../../../src/market/datasets.ts";
import { topics } from "../../../src/topics/index.ts";
import { faultOf } from "../fault-of.ts";
import {
  AGENT,
  bodyOf,
  type Company,
  companies,
  company,
  formIndex,
  LARGE_FUND,
  type Market,
  monthReturn,
  NOW,
  nportXml,
  SMALL_FUND,
  serveEdgar,
  temporaryFolder,
} from "./world.ts";

const DAY = 86_400_000;
const MARKET: Market = { small: companies(40), large: companies(52).slice(40), others: [company(99)] };

/** EDGAR with invented filings, and the source that reads it; asked as fast as the machine can. */
async function world(change: Partial<EdgarOptions> = {}, market: Market = MARKET) {
  const server = await serveEdgar(market);
  const { dir, remove } = await temporaryFolder();
  onTestFinished(async () => {
    server.close();
    await remove();
  });
  const options: EdgarOptions = {
    baseUrl: server.baseUrl,
    dataUrl: server.baseUrl,
    dir: join(dir, "edgar"),
    quarantineDir: join(dir, "quarantine"),
    now: () => NOW,
    userAgent: AGENT,
    funds: { small: SMALL_FUND, large: LARGE_FUND },
    perSecond: 1_000,
    breakMs: 100,
    timeoutMs: 10_000,
    ...change,
  };
  return { ...server, options, dir, edgar: openEdgar(options) };
}

/** The four quarters that were reported by 30 September 2026: its second quarter is out, its third is not. */
const lastFour = ({ eps }: Company) => eps(2025, 3) + eps(2025, 4) + eps(2026, 1) + eps(2026, 2);
const of = (members: readonly Constituent[], { name }: Company) =>
  members.find((member) => member.name === name);

describe("members from fund holdings and reports", () => {
  it("have the trailing earnings of their last four quarters, and the fund's shares and prices", async () => {
    const { edgar, asked } = await world();
    const { data, source } = await edgar.fetch("constituents");
    expect(data).toHaveLength(52);
    for (const each of [...MARKET.small, ...MARKET.large]) {
      const member = of(data, each);
      expect(member?.epsTtm).toBeCloseTo(lastFour(each), 3);
      expect(member?.price).toBeCloseTo(each.price, 9);
      expect(member?.position).toEqual({
        shares: each.shares / 100,
        valueUsd: (each.shares / 100) * each.price,
      });
      expect(member).toMatchObject({ marketCap: null, asOf: "2026-09-30", totalDebt: each.shares * 3 });
    }
    expect(source).toMatchObject({
      provider: "SEC EDGAR",
      licence: "public-domain",
      asOf: "2026-09-30",
      pair: { label: "Fund tracking the Invented 2000 / fund tracking the Invented 500" },
    });
    expect(asked.every(({ agent }) => agent === AGENT)).toBe(true);
    // Tables for all companies, not files of each: as many for fifty as for thousands.
    expect(asked.length).toBeLessThan(260);
    expect(asked.some(({ path }) => path.includes("companyfacts"))).toBe(false);
  });

  it("answer `valuation` on trailing earnings in every variant, the fund named, never the index", async () => {
    const { edgar } = await world();
    const assistant = createAssistant({
      market: edgar,
      topics,
      today: () => "2026-12-02",
      defaultAsOf: "today",
      codeVersion: "test",
      firm: { name: "", disclaimer: "" },
    });
    const answer = await assistant.answer("valuation");
    if (answer.kind !== "briefing") throw new Error("no briefing");
    const { figures, headline, charts } = answer.briefing;
    const value = (key: string) => {
      const figure = figures.find((each) => each.key === key);
      if (!figure || isAbsent(figure.value)) throw new Error(`${key}: ${JSON.stringify(figure?.value)}`);
      return figure.value;
    };
    for (const side of ["small", "large"] as const) {
      const all = MARKET[side];
      const cap = (some: readonly Company[]) =>
        some.reduce((sum, { price, shares }) => sum + price * shares, 0);
      const earned = (some: readonly Company[]) =>
        some.reduce((sum, each) => sum + lastFour(each) * each.shares, 0);
      const winners = all.filter((each) => lastFour(each) > 0);
      expect(value(`valuation.${side}.aggIncl.pe`)).toBeCloseTo(cap(all) / earned(all), 2);
      expect(value(`valuation.${side}.aggExLoss.pe`)).toBeCloseTo(cap(winners) / earned(winners), 2);
      expect(value(`valuation.${side}.lossShareCount`)).toBeCloseTo(
        (100 * (all.length - winners.length)) / all.length,
        9,
      );
      expect(value(`valuation.${side}.coverage`)).toBe(100);
    }
    const pe = figures.find(({ key }) => key === "valuation.small.aggIncl.pe");
    expect(pe?.label).toContain("trailing");
    expect(pe?.definition).toContain("what the fund holds");
    expect(headline).toContain("trailing earnings");
    expect(JSON.stringify(charts)).toContain("Fund tracking the Invented 2000");
  });

  it("count and list what is not covered: not registered, contradicted, implausible, without reports", async () => {
    const [first, second, third, fourth, ...rest] = MARKET.small;
    if (!first || !second || !third || !fourth) throw new Error("too few");
    const strange = { ...company(500), name: "Unheard Of Holdings" };
    const market: Market = { ...MARKET, small: [strange, ...MARKET.small] };
    const { edgar, state } = await world({}, market);
    state.fault = (request, response) => {
      const path = request.url ?? "";
      if (path === "/files/company_tickers.json") {
        const known = [first, second, third, ...rest, ...MARKET.large];
        const register = known.map(({ cik, ticker, name }) => ({ cik_str: cik, ticker, title: name }));
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...register }));
        return true;
      }
      return false;
    };
    const { data, source } = await edgar.fetch("constituents");
    expect(of(data, strange)?.epsTtm).toBeNull();
    expect(of(data, fourth)?.epsTtm).toBeNull();
    const said = (source.doubts ?? []).join("\n");
    expect(said).toMatch(/2 of 41 stocks, [\d.]+% of their value: not in the register of tickers: /);
    expect(said).toContain(strange.name);
    expect(said).toContain(fourth.name);
  });
});

describe("holdings files of the user's", () => {
  const HEADER =
    "Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date";

  async function folderWith(fund: string, held: readonly Company[]) {
    const { dir, remove } = await temporaryFolder();
    onTestFinished(remove);
    const total = held.reduce((sum, { price, shares }) => sum + price * shares, 0);
    const rows = held.map(({ ticker, name, price, shares }) => {
      const value = (price * shares).toFixed(2);
      const weight = ((100 * price * shares) / total).toFixed(2);
      return `"${ticker}","${name}","Energy","Equity","${value}","${weight}","${value}","${shares}","${price}","United States","NYSE","USD","1.00","USD","-"`;
    });
    const text = [
      fund,
      'Fund Holdings as of,"Oct 30, 2026"',
      'Inception Date,"May 22, 2000"',
      'Shares Outstanding,"1"',
      'Stock,"-"',
      'Bond,"-"',
      'Cash,"-"',
      'Other,"-"',
      "",
      HEADER,
      ...rows,
      "",
      "For your information.",
    ];
    await writeFile(join(dir, "IWM.csv"), `\ufeff${text.join("\n")}`);
    return dir;
  }

  it("come before the fund's filing, newer as they are; the other side stays a filing's", async () => {
    const folder = await folderWith("iShares Russell 2000 ETF", MARKET.small);
    const { edgar } = await world({ holdings: openIShares(folder, () => "2026-12-02") });
    const { data, source } = await edgar.fetch("constituents");
    const [first] = MARKET.small;
    if (!first) throw new Error("no company");
    const member = of(data, first);
    // By 30 October the second quarter is the newest that was reported, too.
    expect(member).toMatchObject({
      asOf: "2026-10-30",
      sector: "Energy",
      position: { shares: first.shares },
    });
    expect(member?.epsTtm).toBeCloseTo(lastFour(first), 3);
    expect(new Set(data.filter(({ index }) => index === "large").map(({ asOf }) => asOf))).toEqual(
      new Set(["2026-09-30"]),
    );
    expect(source.pair?.label).toBe("Fund iShares Russell 2000 ETF / fund tracking the Invented 500");
    expect(source.licence).toBe("internal-use");
    expect(source.provider).toMatch(/^SEC EDGAR and iShares/);
    // The file stands for itself, with the hash of its own bytes.
    const bytes = await readFile(join(folder, "IWM.csv"));
    const parts = Object.values(source.parts ?? {});
    expect(parts.map(({ provider, licence }) => [provider.replace(/ .*/, ""), licence])).toEqual([
      ["SEC", "public-domain"],
      ["iShares", "internal-use"],
    ]);
    expect(parts[1]?.contentHash).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(source.doubts?.join()).toContain("a fund's filing stands in: holdings: no file in ISHARES_FOLDER");
  });
});

describe("levels from a fund's filings", () => {
  it("chain the returns of twenty-nine filings since July 2019", async () => {
    const { edgar } = await world();
    const { data, source } = await edgar.fetch("levels");
    const returns = Array.from({ length: 87 }, (_, month) => monthReturn(0, month));
    expect(data.small_total).toHaveLength(88);
    // The first filing, of the quarter to September 2019, was made 59 days after its end.
    expect(data.small_total?.[0]).toEqual({ date: "2019-06-30", value: 100, filed: "2019-11-28" });
    expect(data.small_total?.at(-1)?.date).toBe("2026-09-30");
    const product = returns.reduce((level, value) => level * (1 + value / 100), 100);
    expect(data.small_total?.at(-1)?.value).toBeCloseTo(product, 6);
    expect(data.large_total).toHaveLength(88);
    expect(source.pair?.small).toContain("not the index itself");
  });

  it("and holdings are known from the day of their filing, not from the day that they speak of", async () => {
    const { edgar } = await world();
    const [levels, members] = [await edgar.fetch("levels"), await edgar.fetch("constituents")];
    // The quarter to 30 September 2026 was filed on 28 November, that to 30 June on 28 August.
    const newest = (asOf: string) => newestDate("levels", cutAt("levels", levels.data, asOf));
    expect([newest("2026-11-27"), newest("2026-11-28")]).toEqual(["2026-06-30", "2026-09-30"]);
    expect(newest("2026-08-27")).toBe("2026-03-31");
    expect(cutAt("constituents", members.data, "2026-11-27")).toEqual([]);
    expect(cutAt("constituents", members.data, "2026-11-28")).toHaveLength(52);
    const assistant = createAssistant({
      market: edgar,
      topics,
      today: () => "2026-12-02",
      defaultAsOf: "today",
      codeVersion: "test",
      firm: { name: "", disclaimer: "" },
    });
    await expect(assistant.answer("valuation asof=2026-11-27")).rejects.toThrow(
      "no index member is known by the as-of date, 27 Nov 2026",
    );
  });

  it("are not overdue before the next filing can be out, and are when it should be", async () => {
    const { edgar } = await world();
    const assistant = (today: string) =>
      createAssistant({
        market: edgar,
        topics,
        today: () => today,
        defaultAsOf: "today",
        codeVersion: "test",
        firm: { name: "", disclaimer: "" },
      });
    const yearTo = async (today: string) => {
      const answer = await assistant(today).answer("performance");
      if (answer.kind !== "briefing") throw new TypeError("no briefing");
      return answer.briefing.figures.find(({ key }) => key === "performance.12m.relative")?.value;
    };
    // Returns to 30 September 2026: those to 31 December come by 1 March 2027.
    expect(await yearTo("2027-02-28")).toEqual(expect.any(Number));
    expect(await yearTo("2027-03-20")).toMatchObject({ absent: "stale" });
    expect(await assistant("2027-02-28").freshness(["performance"])).toEqual([
      { name: "index levels", cadence: "once", lagDays: 160, newest: "2026-09-30" },
    ]);
  });

  it("begin after a filing that EDGAR does not have", async () => {
    const { edgar, state } = await world();
    state.fault = (request, response) => {
      const missing = /000175272420000005/.test(request.url ?? "");
      if (missing) response.writeHead(404).end();
      return missing;
    };
    const { data, source } = await edgar.fetch("levels");
    expect(data.small_total?.[0]?.date).toBe("2020-09-30");
    expect(data.large_total?.[0]?.date).toBe("2019-06-30");
    expect(source.doubts?.join()).toContain("no return for 2020-07, 2020-08, 2020-09");
  });
});

describe("deals from the indices", () => {
  const filings = (year: number, quarter: number) =>
    formIndex([
      {
        form: "DEFM14A",
        company: `Target ${year} ${quarter}`,
        cik: year * 10 + quarter,
        filed: `${year}-${String(quarter * 3).padStart(2, "0")}-15`,
        accession: `0001140361-${String(year).slice(2)}-00000${quarter}`,
      },
    ]);

  it("are read since 2001, of each index the deals are kept, and closed quarters are not asked for again", async () => {
    const later = { now: NOW };
    const { edgar, asked, options } = await world({ now: () => later.now }, { ...MARKET, index: filings });
    // Some hundred megabytes are not for a question to read.
    expect((await faultOf(edgar.fetch("deals"))).message).toContain(
      "104 of 104 indices of filings are not at hand",
    );
    expect(asked).toEqual([]);
    await edgar.pull(() => {});
    const { data, source } = await edgar.fetch("deals");
    expect(data).toHaveLength(26 * 4);
    expect(data[0]).toEqual({
      announced: "2001-03-15",
      target: "Target 2001 1",
      acquirer: null,
      valueUsd: null,
    });
    expect(source.completeTo).toBe("2026-12-01");
    const before = asked.length;
    later.now = new Date(NOW.getTime() + 2 * DAY);
    await openEdgar(options).fetch("deals");
    expect(asked.slice(before).map(({ path }) => path)).toEqual([
      "/Archives/edgar/full-index/2026/QTR4/form.idx",
    ]);
  });
});

describe("what is kept", () => {
  it("answers without asking for a day, from memory and from disk; then asks for what may have changed", async () => {
    const clock = { now: NOW };
    const { edgar, asked, options } = await world({ now: () => clock.now });
    const first = await edgar.fetch("constituents");
    const before = asked.length;
    expect(await edgar.fetch("constituents")).toBe(await edgar.fetch("constituents"));
    expect((await openEdgar(options).fetch("constituents")).data).toEqual(first.data);
    expect(asked).toHaveLength(before);
    clock.now = new Date(NOW.getTime() + 1.5 * DAY);
    await openEdgar(options).fetch("constituents");
    const again = asked.slice(before).map(({ path }) => path);
    expect(again.some((path) => path.includes("browse-edgar"))).toBe(true);
    expect(again.some((path) => path.includes("primary_doc.xml"))).toBe(false);
    expect(again.some((path) => path.includes("EarningsPerShareDiluted/USD-per-shares/CY2024Q3"))).toBe(
      false,
    );
    expect(again.some((path) => path.includes("EarningsPerShareDiluted/USD-per-shares/CY2026Q2"))).toBe(true);
  });

  it("lets a pull that was broken off go on where it stood", async () => {
    const { edgar, asked, state, options } = await world();
    state.fault = (_, response, count) => {
      if (count > 100)
        response
          .writeHead(403, { "content-type": "text/html" })
          .end("<html>Request Rate Threshold Exceeded</html>");
      return count > 100;
    };
    const [levels, members] = await edgar.pull(() => {});
    expect(levels?.fault).toBeNull();
    expect(members?.fault?.message).toContain("asked too often");
    state.fault = () => false;
    const had = new Set(asked.slice(0, 100).map(({ path }) => path));
    const before = asked.length;
    const pulled = await openEdgar(options).pull(() => {});
    expect(pulled.find(({ dataset }) => dataset === "constituents")?.fault).toBeNull();
    const twice = asked.slice(before).filter(({ path }) => had.has(path));
    expect(twice).toEqual([]);
  });

  it("says which tables there are not: they are asked for again when one might have come", async () => {
    const clock = { now: NOW };
    const { edgar, asked, options } = await world({ now: () => clock.now });
    const tables = () => asked.flatMap(({ path }) => (path.includes("/frames/") ? [path] : []));
    const first = await edgar.fetch("constituents");
    const all = tables();
    const unused = all.filter((path) => bodyOf(MARKET, new URL(path, "http://x")) === null);
    expect(unused.length).toBeGreaterThan(100);

    clock.now = new Date(NOW.getTime() + DAY / 24);
    const [, pulled] = await openEdgar(options).pull(() => {});
    expect([pulled?.fault, tables().length]).toEqual([null, all.length]);
    const again = await openEdgar(options).fetch("constituents");
    expect([again.data, again.source.contentHash]).toEqual([first.data, first.source.contentHash]);

    // A day and a half on, those of periods that companies may still report on; after a month, all.
    clock.now = new Date(NOW.getTime() + 1.5 * DAY);
    await openEdgar(options).pull(() => {});
    const second = tables().slice(all.length);
    expect(second.some((path) => path.includes("/EarningsPerShareBasic/USD-per-shares/CY2026Q2"))).toBe(true);
    expect(second.some((path) => path.includes("/EarningsPerShareBasic/USD-per-shares/CY2024Q3"))).toBe(
      false,
    );
    clock.now = new Date(NOW.getTime() + 32 * DAY);
    await openEdgar(options).pull(() => {});
    expect(
      tables()
        .slice(all.length + second.length)
        .toSorted(),
    ).toEqual(all.toSorted());
  });

  it("does not hold that there are no tables at all", async () => {
    const { edgar, asked, state, options } = await world();
    const tables = () => asked.filter(({ path }) => path.includes("/frames/")).length;
    state.fault = (request, response) => {
      const isTable = request.url?.includes("/frames/") ?? false;
      if (isTable) response.writeHead(404).end();
      return isTable;
    };
    await edgar.pull(() => {});
    const before = tables();
    state.fault = () => false;
    await openEdgar(options).pull(() => {});
    expect(tables()).toBe(2 * before);
  });

  it("stands in where EDGAR fails, and says so with its age", async () => {
    const clock = { now: NOW };
    const { edgar, state, options } = await world({ now: () => clock.now });
    await edgar.fetch("constituents");
    clock.now = new Date(NOW.getTime() + 3 * DAY);
    state.fault = (_, response) => {
      response.writeHead(500).end();
      return true;
    };
    const { data, source } = await openEdgar(options).fetch("constituents");
    expect(data).toHaveLength(52);
    expect(source.fallback).toMatch(/status 500.*2026-12-02/s);
  });

  it("is asked for once by a thousand at once", async () => {
    const { edgar, asked } = await world();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => edgar.fetch("levels")));
    expect(new Set(answers).size).toBe(1);
    expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
  });

  it("goes on being read when who asked no longer waits", async () => {
    const { edgar, state, asked } = await world({ patienceMs: 200 });
    const held: (() => void)[] = [];
    state.fault = (request, response) => {
      if (!request.url?.includes("company_tickers") || held.length > 0) return false;
      held.push(() => {
        state.fault = () => false;
        response.writeHead(503).end();
      });
      return true;
    };
    const fault = await faultOf(edgar.fetch("constituents"));
    expect([fault.code, fault.message]).toEqual([
      "data_unavailable",
      expect.stringContaining("still being read"),
    ]);
    held[0]?.();
    await expect.poll(() => asked.filter(({ path }) => path.includes("frames")).length).toBeGreaterThan(190);
    await expect.poll(async () => (await edgar.fetch("constituents")).data.length).toBe(52);
  });
});

describe("what the SEC allows", () => {
  it("requests are paced over both hosts", async () => {
    const { edgar, asked } = await world({ perSecond: 15 });
    await edgar.fetch("levels");
    const times = asked.map(({ at }) => at).sort((a, b) => a - b);
    expect(times).toHaveLength(60);
    // Fifty-eight waits of a fifteenth of a second; the first takes its time to arrive.
    expect((times.at(-1) ?? 0) - (times[1] ?? 0)).toBeGreaterThan((58 / 15) * 900);
  });
});

type Answer = Parameters<typeof serveEdgar>[1];

describe("an answer that cannot be used", () => {
  const html = "<html><body><h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>";
  const cases: readonly [string, NonNullable<Answer>, RegExp][] = [
    [
      "403 Undeclared Automated Tool",
      (_, r) => !!r.writeHead(403, { "content-type": "text/html" }).end(html),
      /Undeclared Automated Tool/,
    ],
    [
      "the same with status 200",
      (_, r) => !!r.writeHead(200, { "content-type": "text/html" }).end(html),
      /Undeclared Automated Tool/,
    ],
    [
      "Request Rate Threshold Exceeded with status 200",
      (_, r) =>
        !!r
          .writeHead(200, { "content-type": "text/html" })
          .end("<html>Request Rate Threshold Exceeded</html>"),
      /asked too often/,
    ],
    ["401", (_, r) => !!r.writeHead(401).end(), /status 401/],
    ["429 with Retry-After", (_, r) => !!r.writeHead(429, { "retry-after": "3600" }).end(), /429/],
    ["500", (_, r) => !!r.writeHead(500).end(), /status 500/],
    [
      "a web page",
      (_, r) => !!r.writeHead(200, { "content-type": "text/html" }).end("<html>Hello</html>"),
      /web page/,
    ],
    ["a picture", (_, r) => !!r.writeHead(200, { "content-type": "image/png" }).end("PNG"), /image\/png/],
    ["nothing", (_, r) => !!r.writeHead(200, { "content-type": "text/xml" }).end(), /nothing/],
    [
      "a redirect to nowhere",
      (_, r) => !!r.writeHead(302, { location: "ftp://example.com/x" }).end(),
      /no web address/,
    ],
    [
      "another layout",
      (_, r) =>
        !!r.writeHead(200, { "content-type": "text/xml" }).end("<feed><entry><content/></entry></feed>"),
      /without a number/,
    ],
    [
      "a cut body",
      (_, r) => {
        r.writeHead(200, { "content-type": "text/xml", "content-length": "5000" }).write("<feed>");
        r.destroy();
        return true;
      },
      /broke off|could not be reached/,
    ],
    ["a hanging server", () => true, /did not answer/],
    [
      "a huge body",
      (_, r) =>
        !!r.writeHead(200, { "content-type": "text/xml", "content-length": "900000000" }).write("<feed>"),
      /more than/,
    ],
  ];

  it.each(cases)("is refused with its reason: %s", async (_, fault, why) => {
    const { edgar, state } = await world({ timeoutMs: 2_000, breakMs: 50 });
    state.fault = fault;
    const refused = await faultOf(edgar.fetch("constituents"));
    expect(refused.code).toBe("data_unavailable");
    expect(refused.message).toMatch(why);
    expect((await edgar.cards())[0]?.lastFault).toMatch(why);
  });

  it("goes to the quarantine where it came whole, and the filing before it is read", async () => {
    const { edgar, state, options } = await world();
    state.fault = (request, response) => {
      const newest = /primary_doc/.test(request.url ?? "") && /000175272420000029/.test(request.url ?? "");
      if (newest)
        response
          .writeHead(200, { "content-type": "text/xml" })
          .end(
            "<edgarSubmission><formData><genInfo><repPdDate>soon</repPdDate></genInfo><fundInfo/></formData></edgarSubmission>",
          );
      return newest;
    };
    const { data, source } = await edgar.fetch("constituents");
    const days = new Map(data.map(({ index, asOf }) => [index, asOf]));
    expect(days).toEqual(
      new Map([
        ["small", "2026-06-30"],
        ["large", "2026-09-30"],
      ]),
    );
    expect(source.doubts?.join()).toContain("a newer filing (0001752724-20-000029) was refused");
    expect(await readdir(options.quarantineDir)).toContain(
      "edgar-nport-S900004344-0001752724-20-000029.body",
    );
  });

  it("of another series of the same trust is refused", async () => {
    const { edgar, state } = await world();
    state.fault = (request, response) => {
      const filing = /primary_doc/.test(request.url ?? "");
      const body = nportXml({
        series: "S900009999",
        classId: "C900012074",
        asOf: "2026-09-30",
        returns: [1, 2, 3],
        rows: [],
        netAssets: 5,
      });
      if (filing) response.writeHead(200, { "content-type": "text/xml" }).end(body);
      return filing;
    };
    expect((await faultOf(edgar.fetch("levels"))).message).toContain("is of series S900009999");
    expect((await faultOf(edgar.fetch("constituents"))).message).toContain("is of series S900009999");
  });

  it("of one table is told, not left out: earnings without it would be other earnings", async () => {
    const { edgar, state } = await world();
    state.fault = (request, response) => {
      const hit = /EarningsPerShareDiluted\/USD-per-shares\/CY2026Q1\.json/.test(request.url ?? "");
      if (hit)
        response
          .writeHead(200, { "content-type": "application/json" })
          .end('{"tag":"EarningsPerShareDiluted"}');
      return hit;
    };
    const fault = await faultOf(edgar.fetch("constituents"));
    expect(fault.message).toContain("not a frame as it used to be");
  });
});
