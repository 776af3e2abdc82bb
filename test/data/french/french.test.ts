import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { openFrench } from "../../../src/data/french/french.ts";
import { openQuarantine } from "../../../src/data/kept/quarantine.ts";
import { sha256 } from "../../../src/data/kept/shelf.ts";
import { topics } from "../../../src/topics/index.ts";
import { faultOf } from "../fault-of.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import {
  closedAddress,
  DAY_ROWS,
  daysCsv,
  daysZip,
  factorsCsv,
  factorsZip,
  ME_ROWS,
  meCsv,
  meZip,
  send,
  serve,
  temporaryFolder,
  zipOf,
} from "./library-server.ts";

const NOW = new Date("2026-01-15T08:00:00.000Z");
const DAY = 86_400_000;

/** An open library; `at` moves its clock. */
async function library(
  baseUrl: string,
  change: { at?: () => Date; cacheDir?: string; timeoutMs?: number } = {},
) {
  const cacheDir = change.cacheDir ?? (await temporaryFolder());
  const options = {
    baseUrl,
    dir: cacheDir,
    quarantineDir: join(await temporaryFolder(), "quarantine"),
    now: change.at ?? (() => NOW),
    timeoutMs: change.timeoutMs ?? 20_000,
    breakMs: 300,
  };
  return { options, cacheDir, market: openFrench(options) };
}

/** Both files of factors; `days` in place of the daily one. */
function factorFiles(
  days: Parameters<typeof serve>[0] = (_, response) => send(response, daysZip()),
): Parameters<typeof serve>[0] {
  return (request, response, count) => {
    if (request.url?.includes("_daily_")) days(request, response, count);
    else send(response, factorsZip());
  };
}

describe("a good answer", () => {
  it("gives levels with their provenance, and asks for the file by its published name", async () => {
    const zip = meZip();
    const { baseUrl, paths } = await serve((_, response) => send(response, zip));
    const { market } = await library(`${baseUrl}/?token=secret`);
    expect([market.mode, [...market.provides]]).toEqual(["live", ["levels", "factors"]]);
    expect(paths).toEqual([]);
    const { data, source } = await market.fetch("levels");
    expect(paths).toEqual(["/ftp/Portfolios_Formed_on_ME_CSV.zip?token=secret"]);
    expect(data.small_total?.at(-1)?.date).toBe("2025-12-31");
    expect(source).toEqual({
      provider: "Kenneth R. French Data Library",
      dataset: "size portfolios",
      asOf: "2025-12-31",
      retrievedAt: "2026-01-15T08:00:00.000Z",
      licence: "internal-use",
      contentHash: sha256(zip),
      pair: expect.objectContaining({ label: "Smallest 30 % / largest 30 % by NYSE size" }),
      responses: [
        {
          url: `${baseUrl}/Portfolios_Formed_on_ME_CSV.zip`,
          sha256: sha256(zip),
          retrievedAt: "2026-01-15T08:00:00.000Z",
          status: 200,
        },
      ],
    });
  });

  it("comes from a mirror that wants a user name", async () => {
    let authorization: string | undefined;
    const { baseUrl } = await serve((request, response) => {
      authorization = request.headers.authorization;
      send(response, meZip());
    });
    const { market } = await library(baseUrl.replace("//", "//user:p%40ss@"));
    await market.fetch("levels");
    expect(authorization).toBe(`Basic ${btoa("user:p@ss")}`);
  });

  it("gives factors from the other file", async () => {
    const { baseUrl, paths } = await serve(factorFiles());
    const { market } = await library(baseUrl);
    const { data, source } = await market.fetch("factors");
    expect([data.length, source.doubts, source.fallback]).toEqual([2, undefined, undefined]);
    const asked = ["/ftp/F-F_Research_Data_Factors_CSV.zip", "/ftp/F-F_Research_Data_Factors_daily_CSV.zip"];
    expect(paths.toSorted()).toEqual(asked);
    expect(source.responses?.map(({ url }) => new URL(url).pathname)).toEqual(asked);
  });

  it("is asked for once by callers at the same time, and kept for a day, in memory and on disk", async () => {
    const { baseUrl, paths } = await serve((_, response) => send(response, meZip()));
    const { market, cacheDir } = await library(baseUrl);
    const [first, second] = await Promise.all([market.fetch("levels"), market.fetch("levels")]);
    expect(second).toBe(first);
    await market.fetch("levels");
    const late = await library(baseUrl, { cacheDir, at: () => new Date(NOW.getTime() + DAY - 1) });
    expect(await late.market.fetch("levels")).toEqual(first);
    expect(paths.length).toBe(1);
    const later = await library(baseUrl, { cacheDir, at: () => new Date(NOW.getTime() + DAY) });
    expect((await later.market.fetch("levels")).source.retrievedAt).toBe("2026-01-16T08:00:00.000Z");
    expect(paths.length).toBe(2);
    expect((await readdir(cacheDir)).filter((file) => file !== "understood").length).toBe(2);
  });

  it("may come gzipped by a proxy, or after a redirect", async () => {
    const zipped = await serve((_, response) =>
      send(response, gzipSync(meZip()), { "content-encoding": "gzip" }),
    );
    expect((await (await library(zipped.baseUrl)).market.fetch("levels")).data.large_total?.length).toBe(4);
    const moved = await serve((request, response) => {
      if (request.url?.startsWith("/new/")) send(response, meZip());
      else response.writeHead(302, { location: "/new/home.zip" }).end();
    });
    expect((await (await library(moved.baseUrl)).market.fetch("levels")).data.large_total?.length).toBe(4);
  });

  it.each([
    ["status 500", (response: Parameters<typeof send>[0]) => response.writeHead(500).end("oops")],
    ["status 429", (response: Parameters<typeof send>[0]) => response.writeHead(429).end()],
    ["a reset connection", (response: Parameters<typeof send>[0]) => response.socket?.destroy()],
    ["a silence of two fifths of the time", () => undefined],
    ["half a file", (response: Parameters<typeof send>[0]) => send(response, meZip().subarray(0, 200))],
    ["an empty body", (response: Parameters<typeof send>[0]) => send(response, "")],
  ])("is waited for after %s", async (_, fault) => {
    const { baseUrl, paths } = await serve((_request, response, count) => {
      if (count === 1) fault(response);
      else send(response, meZip());
    });
    const { market } = await library(baseUrl, { timeoutMs: 8_000 });
    expect((await market.fetch("levels")).source.fallback).toBeUndefined();
    expect(paths.length).toBe(2);
  });
});

describe("the days of the factors", () => {
  const changed = (from: string, to: string) => daysCsv(DAY_ROWS.map((row) => row.replace(from, to)));

  it.each<[string, string, readonly string[]]>([
    ["agree within their rounding", changed("1.87", "1.90"), []],
    [
      // 1.0111 x 1.0248 = 1.0362
      "contradict the market of a month",
      changed("1.87", "2.37"),
      [
        "the market (Mkt-RF + RF) of the days, compounded, is not that of the month: 2025-11 by days 3.62 %, by the month 3.11 %",
      ],
    ],
    [
      // 0.9872 x 1.0028 = 0.99; 1.5 and a tenth of 2.55 would be allowed: 1.755
      "are rough on SMB: within two points they say nothing",
      changed("1.87,   -1.28", "1.87,    0.28"),
      [],
    ],
    [
      "show an SMB of another sign",
      changed("   -1.28", "    1.28").replace("1.87,   -1.28", "1.87,    1.28"),
      ["SMB of the days, compounded, is not that of the month: 2025-11 by days 2.58 %, by the month -2.55 %"],
    ],
    [
      "say nothing of a month that the other file lacks",
      daysCsv([...DAY_ROWS, "20251222, 0.00, 0.00, 0.00, 0.00", "20260102, 9.00, 9.00, 9.00, 0.01"]),
      [],
    ],
    [
      "that are of something else are told once, not month by month",
      daysCsv(DAY_ROWS.map((row) => row.replace(/,\s+(1.00|1.87|0.00),/, ",   9.00,"))),
      [
        expect.stringMatching(
          /^the market .* of the days, compounded, is another series .* half of them are \d+\.\d\d % apart or more$/,
        ) as string,
      ],
    ],
  ])("%s", async (_, text, doubts) => {
    const { baseUrl } = await serve(factorFiles((_request, response) => send(response, daysZip(text))));
    const { market } = await library(baseUrl);
    const { data, source } = await market.fetch("factors");
    expect(data[0]).toEqual({ month: "2025-11", mktRf: 0.0289, smb: -0.0255, hml: -0.0005, rf: 0.0022 });
    expect(source.doubts ?? []).toEqual(doubts);
  });

  it.each<[string, Parameters<typeof serve>[0], RegExp]>([
    ["missing", (_, response) => response.writeHead(404).end(), /status 404/],
    ["refused", (_, response) => response.writeHead(403).end(), /status 403/],
    ["unreachable", (request) => request.socket.destroy(), /could not be reached/],
    ["silent", () => undefined, /did not answer within 1 s/],
    [
      "another file",
      (_, response) => send(response, factorsZip()),
      /holds no F-F_Research_Data_Factors_daily\.csv/,
    ],
    [
      "monthly",
      (_, response) => send(response, daysZip(daysCsv(["202511, 1, 1, 1, 1"]))),
      /does not start with a day but "202511"/,
    ],
    [
      "out of order",
      (_, response) => send(response, daysZip(daysCsv(DAY_ROWS.toReversed()))),
      /20251201|2025-12-01 stands after 2025-12-12/,
    ],
    [
      "without a part",
      (_, response) => send(response, daysZip(daysCsv(["20251103,1,1,1,1", "20251130,1,1,1,1"]))),
      /no day between 2025-11-03 and 2025-11-30/,
    ],
    [
      "of no day",
      (_, response) => send(response, daysZip(daysCsv(["20251131,1,1,1,1"]))),
      /20251131 is no day/,
    ],
    [
      "with a sentinel",
      (_, response) => send(response, daysZip(changed("1.87", "-99.99"))),
      /"-99\.99" means missing/,
    ],
    [
      "ahead of today",
      (_, response) => send(response, daysZip(daysCsv(["20260116,1,1,1,1"]))),
      /2026-01-16 is after today/,
    ],
    [
      "without a column",
      (_, response) => send(response, daysZip(daysCsv().replace("SMB", "SMX"))),
      /column "SMB" is missing/,
    ],
  ])("that are %s cost no month and no other file, and it is said", async (_, days, reason) => {
    const { baseUrl } = await serve((request, response, count) =>
      request.url?.includes("Portfolios")
        ? send(response, meZip())
        : factorFiles(days)(request, response, count),
    );
    const { market } = await library(baseUrl, { timeoutMs: 1_000 });
    const { data, source } = await market.fetch("factors");
    expect([data.length, source.fallback]).toEqual([2, undefined]);
    expect(source.doubts?.join()).toMatch(/^three factors by day, which the months are checked against: /);
    expect(source.doubts?.join()).toMatch(reason);
    expect((await market.fetch("levels")).source.fallback).toBeUndefined();
  });

  it("reach the figures of `premium`", async () => {
    const months = Array.from(
      { length: 30 },
      (_, at) => `${2023 + Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`,
    );
    const rows = months.map((month) => `${month}, 1.00, 0.50, 0.10, 0.20`);
    // Of March 2024 the days say 2.20 percent and the month 1.20.
    const days = months.map(
      (month) => `${month}03, ${month === "202403" ? "2.00" : "1.00"}, 0.50, 0.10, 0.20`,
    );
    const filled = days.flatMap((day) => [
      day,
      `${day.slice(0, 6)}15, 0.00, 0.00, 0.00, 0.00`,
      `${day.slice(0, 6)}27, 0.00, 0.00, 0.00, 0.00`,
    ]);
    const { baseUrl } = await serve((request, response) =>
      send(
        response,
        request.url?.includes("_daily_") ? daysZip(daysCsv(filled)) : factorsZip(factorsCsv(rows)),
      ),
    );
    const { market } = await library(baseUrl);
    const assistant = createAssistant({
      market,
      topics,
      today: () => "2026-01-15",
      defaultAsOf: "today",
      codeVersion: "test",
      firm: { name: "", disclaimer: "" },
    });
    const answer = await assistant.answer("premium");
    if (answer.kind !== "briefing") throw new TypeError("no briefing");
    expect(answer.briefing.caveats.join(" ")).toContain("2024-03 by days 2.20 %, by the month 1.20 %");
    const figure = answer.briefing.figures.find(({ key }) => key === "premium.full.meanAnnual");
    expect(JSON.stringify(figure?.sources)).toContain("2024-03 by days 2.20 %, by the month 1.20 %");
  });
});

describe("a bad answer", () => {
  const page = "<!DOCTYPE html><title>Sign in</title>";
  const zip = meZip();
  it.each<[string, Parameters<typeof serve>[0], RegExp, number]>([
    ["status 404", (_, response) => response.writeHead(404).end(), /answered with status 404/, 1],
    ["status 503", (_, response) => response.writeHead(503).end(), /answered with status 503/, 3],
    [
      "a login page",
      (_, response) => send(response, page, { "content-type": "text/html" }),
      /a web page instead of a zip/,
      1,
    ],
    ["a login page called a zip", (_, response) => send(response, page), /a web page instead of a zip/, 1],
    ["JSON", (_, response) => send(response, "{}"), /something else instead of a zip/, 1],
    [
      "half a zip",
      (_, response) => send(response, zip.subarray(0, zip.length - 30)),
      /cut short or damaged/,
      3,
    ],
    [
      "fewer bytes than promised",
      (_, response) => {
        response
          .writeHead(200, { "content-length": String(zip.length) })
          .write(zip.subarray(0, 100), () => response.destroy());
      },
      /broke off after 100 bytes/,
      3,
    ],
    [
      "a reset connection",
      (request) => request.socket.destroy(),
      /could not be reached \(UND_ERR_SOCKET\)|ECONNRESET/,
      3,
    ],
    [
      "a body too large",
      (_, response) => send(response, Buffer.alloc(10_000_001, "PK")),
      /more than 10000 kB/,
      1,
    ],
    [
      "a zip without the CSV",
      (_, response) => send(response, zipOf("other.csv", "x")),
      /holds no Portfolios_Formed_on_ME.csv/,
      1,
    ],
    [
      "a drifted header",
      (_, response) => send(response, meZip(meCsv().replaceAll("Hi 30", "Top 30"))),
      /column "Hi 30" is missing/,
      1,
    ],
  ])("is refused: %s", async (_, handler, message, requests) => {
    const { baseUrl, paths } = await serve(handler);
    const { market, cacheDir } = await library(`${baseUrl}?token=secret`);
    const fault = await faultOf(market.fetch("levels"));
    expect(fault.code).toBe("data_unavailable");
    expect(fault.message).toMatch(/^Kenneth R\. French Data Library, size portfolios: /);
    expect(fault.message).toMatch(message);
    expect(fault.message + fault.hint).not.toMatch(/secret/);
    expect(fault.hint).toMatch(/FRENCH_BASE_URL/);
    expect(paths.length).toBe(requests);
    expect(await readdir(cacheDir)).toEqual([]);
  });

  it.each([
    ["says nothing", () => undefined],
    [
      "stops in the middle",
      (response: Parameters<typeof send>[0]) => response.writeHead(200).write(zip.subarray(0, 50)),
    ],
    [
      "trickles",
      (response: Parameters<typeof send>[0]) => {
        const timer = setInterval(() => response.write("PK"), 20);
        response.on("close", () => clearInterval(timer));
      },
    ],
  ])("is given up within the time limit when the server %s", async (_, behave) => {
    const { baseUrl } = await serve((_request, response) => void behave(response));
    const { market } = await library(baseUrl, { timeoutMs: 500 });
    // The words of the limit for all attempts together, not of a single one's.
    expect((await faultOf(market.fetch("levels"))).message).toMatch(/did not answer within 0\.5 s/);
  });

  it("is not asked for again at once; later it is", async () => {
    let broken = true;
    const { baseUrl, paths } = await serve((request, response) => {
      if (broken) request.socket.destroy();
      else send(response, meZip());
    });
    const { market } = await library(baseUrl);
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    await faultOf(market.fetch("levels"));
    const asked = paths.length;
    expect((await faultOf(market.fetch("factors"))).message).toMatch(
      /three factors: not asked again so soon after: http/,
    );
    expect(paths.length).toBe(asked);
    broken = false;
    vi.setSystemTime(Date.now() + 301);
    expect((await market.fetch("levels")).source.asOf).toBe("2025-12-31");
  });

  it("of a host at which nobody listens names the address without its secrets", async () => {
    const address = await closedAddress();
    const { market } = await library(`http://user:pass@${address}/ftp?key=secret`);
    const { message } = await faultOf(market.fetch("levels"));
    const url = `http://${address}/ftp/Portfolios_Formed_on_ME_CSV.zip`;
    expect(message).toBe(
      `Kenneth R. French Data Library, size portfolios: ${url} could not be reached (ECONNREFUSED)`,
    );
  });

  it("cannot come from an address that is none", async () => {
    expect(() =>
      openFrench({ baseUrl: "ftp/here?key=secret", dir: "x", quarantineDir: "y", now: () => NOW }),
    ).toThrow('FRENCH_BASE_URL "ftp/here" is not a web address');
  });
});

describe("the stored copy", () => {
  /** Stores a good copy, then opens the library two days later before a server that does `next`. */
  async function twoDaysLater(next: Parameters<typeof serve>[0]) {
    const good = await serve((_, response) => send(response, meZip()));
    const { market, cacheDir } = await library(good.baseUrl);
    const first = await market.fetch("levels");
    const server = await serve(next);
    const reopened = await library(server.baseUrl, { cacheDir, at: () => new Date(NOW.getTime() + 2 * DAY) });
    return { ...reopened, first };
  }

  it.each<[string, Parameters<typeof serve>[0], RegExp]>([
    ["is down", (request) => request.socket.destroy(), /could not be reached/],
    ["answers with an error", (_, response) => response.writeHead(404).end(), /status 404/],
    ["has changed its layout", (_, response) => send(response, meZip("changed")), /no header line/],
  ])("stands in, and says so, when the server %s", async (_, next, reason) => {
    const { market, first } = await twoDaysLater(next);
    const { data, source } = await market.fetch("levels");
    expect(data).toEqual(first.data);
    expect(source.retrievedAt).toBe("2026-01-15T08:00:00.000Z");
    expect(source.fallback).toMatch(reason);
    expect(source.fallback).toMatch(/; using the copy retrieved on 2026-01-15$/);
  });

  it("stands in where a new file is another series, which is set aside", async () => {
    const other = ME_ROWS.map((row) => row.replace("10.00", "11.00").replace("-50.00", "-48.50"));
    const { market, first, options } = await twoDaysLater((_, response) =>
      send(response, meZip(meCsv(other))),
    );
    const { data, source } = await market.fetch("levels");
    expect(data).toEqual(first.data);
    // Lo 30 differs by 1.0, 1.5 and 0.0 points: in the median by 1.0.
    expect(source.fallback).toMatch(
      /Lo 30: half of the months differ by 1\.0 percentage points or more from the file retrieved on 2026-01-15: .*using the copy/,
    );
    const [refused] = await openQuarantine(options.quarantineDir).list();
    expect(refused).toMatchObject({ source: "french", reason: expect.stringMatching(/another series/) });
  });

  it("is what a new file is compared with: a month rewritten, or lost, is doubted", async () => {
    const rows = ME_ROWS.slice(1).map((row) => row.replace("0.07", "0.67"));
    const { market, first } = await twoDaysLater((_, response) => send(response, meZip(meCsv(rows))));
    expect(first.source.doubts).toBeUndefined();
    const { source } = await market.fetch("levels");
    expect(source.doubts).toEqual([
      "Lo 30 was rewritten since the file retrieved on 2026-01-15: 2025-12 was 0.07 %, is 0.67 %",
      "Lo 30 no longer has months of the file retrieved on 2026-01-15: 2025-10",
      "Hi 30 no longer has months of the file retrieved on 2026-01-15: 2025-10",
    ]);
  });

  it("a few basis points away from a new file is no doubt", async () => {
    const rows = ME_ROWS.map((row) => row.replace("10.00", "10.04"));
    const { market } = await twoDaysLater((_, response) => send(response, meZip(meCsv(rows))));
    const { data, source } = await market.fetch("levels");
    expect([source.doubts, source.fallback]).toEqual([undefined, undefined]);
    expect(data.small_total?.[1]?.value).toBeCloseTo(110.04, 9);
  });

  it("is ignored when its bytes have changed or it cannot be understood", async () => {
    const { cacheDir, market } = await twoDaysLater((_, response) => response.writeHead(404).end());
    const files = await readdir(cacheDir);
    const path = (ending: string) => join(cacheDir, files.find((file) => file.endsWith(ending)) ?? "");
    await writeFile(path(".body"), meZip(meCsv().replace("10.00", "11.00")));
    expect((await faultOf(market.fetch("levels"))).message).toMatch(/status 404/);
    await writeFile(path(".json"), '{"url": ');
    expect((await faultOf(market.fetch("levels"))).message).toMatch(/status 404/);
  });

  it("from the future, by a clock that was wrong, is not taken for young", async () => {
    const { baseUrl, paths } = await serve((_, response) => send(response, meZip()));
    const { market, cacheDir } = await library(baseUrl, { at: () => new Date(NOW.getTime() + DAY) });
    await market.fetch("levels");
    await (await library(baseUrl, { cacheDir })).market.fetch("levels");
    expect(paths.length).toBe(2);
  });

  it("is replaced by a pull, which says how far it is, and open readers see the new one", async () => {
    let text = meCsv();
    const { baseUrl } = await serve((request, response) =>
      send(response, request.url?.includes("Portfolios") ? meZip(text) : factorsZip()),
    );
    let at = NOW;
    const { market, options, cacheDir } = await library(baseUrl, { at: () => at });
    const before = await market.fetch("levels");
    at = new Date(NOW.getTime() + 120_000);
    text = meCsv().replace("10.00", "11.00");
    const messages: string[] = [];
    const pulled = await openFrench(options).pull((message) => messages.push(message));
    expect(pulled.map(({ source }) => source?.dataset)).toEqual(["size portfolios", "three factors"]);
    expect(messages.toSorted()).toEqual([
      "French: size portfolios, 1 kB downloaded",
      "French: three factors by day, which the months are checked against, 1 kB downloaded",
      "French: three factors, 1 kB downloaded",
    ]);
    const after = await market.fetch("levels");
    expect([before.data.small_total?.[1]?.value, after.data.small_total?.[1]?.value]).toEqual([
      expect.closeTo(110, 9),
      expect.closeTo(111, 9),
    ]);
    expect((await readdir(cacheDir)).filter((file) => file !== "understood").length).toBe(4);
  });

  it("that cannot be written does not keep an answer from being given; a pull says it", async () => {
    const { baseUrl, paths } = await serve((request, response) =>
      send(response, request.url?.includes("Portfolios") ? meZip() : factorsZip()),
    );
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const { market, options } = await library(baseUrl, { cacheDir: join(file, "cache") });
    const messages: string[] = [];
    const { source } = await market.fetch("levels", (message) => messages.push(message));
    expect(source.asOf).toBe("2025-12-31");
    expect(messages.at(-1)).toMatch(/could not keep a copy/);
    await market.fetch("levels");
    expect(paths.length).toBe(1);
    const [levels] = await openFrench(options).pull(() => undefined);
    expect(levels?.fault).toMatchObject({
      code: "bad_config",
      message: expect.stringMatching(/cannot write to/),
    });
  });
});

describe("what the library does not have", () => {
  it("is unavailable, with a remedy", async () => {
    const { market } = await library("http://127.0.0.1:1");
    const fault = await faultOf(market.fetch("macro"));
    expect(fault).toMatchObject({ code: "data_unavailable", message: expect.stringMatching(/has no macro/) });
    expect(market.remedy("levels")).toMatch(/FRENCH_BASE_URL/);
  });
});

describe.skipIf(noMarketData)("the real files of ../shared/market-data over HTTP", () => {
  it("give levels and factors", async () => {
    const raw = join(marketData, "raw/french");
    const portfolios = zipOf(
      "Portfolios_Formed_on_ME.CSV",
      await readFile(join(raw, "Portfolios_Formed_on_ME.CSV"), "utf8"),
    );
    const factors = await readFile(join(raw, "F-F_Research_Data_Factors_CSV.zip"));
    const { baseUrl } = await serve((request, response) =>
      send(response, request.url?.includes("Portfolios") ? portfolios : factors),
    );
    const { market } = await library(baseUrl, { at: () => new Date("2026-03-01T00:00:00Z") });
    const messages: string[] = [];
    const [levels, months] = await Promise.all([
      market.fetch("levels", (message) => messages.push(message)),
      market.fetch("factors"),
    ]);
    expect([levels.source.asOf, months.source.asOf]).toEqual(["2024-12-31", "2026-02-28"]);
    expect(months.data.length).toBe(1196);
    expect(messages[0]).toMatch(/^French: size portfolios, \d+ kB of \d+ kB$/);
    expect(messages.at(-1)).toMatch(/^French: size portfolios, \d+ kB downloaded$/);
  });
});
