import { describe, expect, it } from "vitest";
import { openFolder } from "../../../src/data/folder/folder.ts";
import { DATASET_NAMES, TABLES } from "../../../src/data/folder/schema.ts";
import { faultOf } from "../fault-of.ts";
import { folderWith, source } from "./temp-folder.ts";

async function faultIn(file: string, contents: string | Uint8Array) {
  const market = await openFolder(await folderWith({ "source.json": source(), [file]: contents }));
  const dataset = DATASET_NAMES.find((name) => TABLES[name].file === file);
  if (!dataset) throw new Error(`no dataset reads ${file}`);
  return faultOf(market.fetch(dataset));
}

async function levelsOf(contents: string | Uint8Array) {
  const market = await openFolder(await folderWith({ "source.json": source(), "levels.csv": contents }));
  return (await market.fetch("levels")).data;
}

const HEAD = "date,series,value\n";
const GOOD = "2026-01-29,small_total,100\n";

describe("a file that is no CSV in UTF-8", () => {
  const utf16 = (order: "LE" | "BE") => {
    const bytes = Buffer.from(`\uFEFF${HEAD}${GOOD}`, "utf16le");
    return order === "LE" ? bytes : bytes.swap16();
  };
  it.each([
    ["UTF-16 LE", utf16("LE"), "levels.csv: is UTF-16 LE text, not UTF-8"],
    ["UTF-16 BE", utf16("BE"), "levels.csv: is UTF-16 BE text, not UTF-8"],
    [
      "a workbook",
      Buffer.from("PK\u0003\u0004rest"),
      "levels.csv: is a zip archive or an Excel workbook, not text",
    ],
    ["zero bytes", Buffer.from(`${HEAD}${GOOD}\0`), "levels.csv, line 3: is binary (a zero byte), not text"],
    [
      "Latin-1",
      Buffer.from(`${HEAD}${GOOD}caf\xe9`, "latin1"),
      "levels.csv, line 3: holds bytes that are not UTF-8",
    ],
    ["nothing", "", "levels.csv: is empty"],
    ["blank lines only", "\n\r\n", "levels.csv: is empty"],
    ["a header only", HEAD, "levels.csv: has a header but no rows"],
    [
      "semicolons",
      "date;series;value\n",
      /^levels\.csv, line 1: cells are separated by semicolons, not commas/,
    ],
    ["tabs", "date\tseries\tvalue\n", /^levels\.csv, line 1: cells are separated by tabs/],
    [
      "an open quotation mark",
      `${HEAD}${GOOD}2026-01-30,"small_total,1\n`,
      /^levels\.csv, line \d: quotation marks/,
    ],
  ])("is refused: %s", async (_, contents, message) => {
    const fault = await faultIn("levels.csv", contents);
    expect(fault.code).toBe("bad_input");
    expect(fault.message).toMatch(message);
    expect(fault.hint).not.toBe("");
  });
});

describe("a level that no broad index could have reached", () => {
  const days = (...values: readonly number[]) =>
    values.map((value, at) => `2026-01-${String(5 + at).padStart(2, "0")},small_total,${value}\n`).join("");

  it.each([
    ["the last line cut off", days(2345.67, 23), 3, "23", "from one close to the next"],
    ["a digit too many", days(100, 101, 1011, 102), 4, "1011", "from one close to the next"],
    ["re-based", days(2345.67, 1000), 3, "1000", "from one close to the next"],
    [
      "a month",
      "2026-01-31,small_total,100\n2026-02-28,small_total,200.1\n",
      3,
      "200.1",
      "x2 or /2 in a month",
    ],
    [
      "beside another series",
      "2026-01-31,small_total,100\n2026-01-31,large_total,5000\n2026-02-28,small_total,49.9\n",
      4,
      "49.9",
      "x2 or /2 in a month",
    ],
    [
      "a hole of a quarter",
      "2026-01-31,small_total,100\n2026-04-30,small_total,801\n",
      3,
      "801",
      "x8 or /8 in 3 months",
    ],
  ])("%s", async (_, rows, line, value, span) => {
    const fault = await faultIn("levels.csv", HEAD + rows);
    expect(fault.code).toBe("bad_input");
    expect(fault.message).toContain(`levels.csv, line ${line}, column "value": "${value}" follows `);
    expect(fault.message).toContain(span);
    expect(fault.hint).toMatch(/Correct .*leave its row out/);
  });

  it("is not the worst day, nor the best month, there was", async () => {
    await expect(levelsOf(HEAD + days(282.7, 224.84))).resolves.toBeDefined(); // 19 October 1987
    const may1933 = "1933-04-30,small_total,100\n1933-05-31,small_total,184.04\n";
    await expect(levelsOf(HEAD + may1933)).resolves.toBeDefined();
    const yearly = "2020-12-31,small_total,100\n2025-12-31,small_total,900\n";
    await expect(levelsOf(HEAD + yearly)).resolves.toBeDefined();
  });
});

describe("a header or a row of the wrong shape", () => {
  it.each([
    [
      "date,value\n2026-01-30,1\n",
      'levels.csv, line 1, column "series": is missing; the header has "date", "value"',
    ],
    ["date,series,value,value\n", 'levels.csv, line 1, column "value": stands in the header twice'],
    [`${HEAD}${GOOD}2026-01-30,small_total\n`, "levels.csv, line 3: has 2 cells, the header has 3"],
    [`${HEAD}${GOOD}2026-01-30,small_total,1,234.5\n`, "levels.csv, line 3: has 4 cells, the header has 3"],
    [`${HEAD}${GOOD}\n\n2026-01-30,small_total\n`, "levels.csv, line 5: has 2 cells, the header has 3"],
  ])("%j", async (contents, message) => {
    expect((await faultIn("levels.csv", contents)).message).toBe(message);
  });

  it("names a column that is spelt in another case", async () => {
    const fault = await faultIn("levels.csv", "Date,series,value\n2026-01-30,small_total,1\n");
    expect(fault.hint).toBe('Rename the column "Date" to "date".');
  });

  it("needs every column of the contract but the bracketed ones", async () => {
    for (const { file, columns } of Object.values(TABLES)) {
      const names = columns.split(",");
      const required = names.filter((name) => !name.startsWith("["));
      for (const lacking of required) {
        const header = required.filter((name) => name !== lacking);
        expect((await faultIn(file, `${header}\n${header.map(() => "x")}\n`)).message).toMatch(
          `${file}, line 1, column "${lacking}": is missing`,
        );
      }
    }
  });
});

describe("impossible values name file, line, column and value", () => {
  const constituent = (change: Readonly<Record<string, string>>) => {
    const row: Record<string, string> = {
      as_of: "2026-01-30",
      index: "small",
      ticker: "AAA",
      name: "Alpha",
      ...change,
    };
    const names = TABLES.constituents.columns.split(",");
    return `${names}\n${names.map((name) => row[name] ?? "")}\n`;
  };
  const levels = (date: string, series: string, value: string) =>
    `${HEAD}${GOOD}${date},${series},${value}\n`;
  const decisions = (row: string) => `announced,effective,change_bp,target_upper,scheduled\n${row}\n`;
  const factors = (row: string) => `month,mkt_rf,smb,hml,rf\n${row}\n`;
  const macro = (row: string) => `date,series,value,vintage\n${row}\n`;

  it.each([
    ["levels.csv", levels("2026-01-30", "small_total", "0"), 3, "value", '"0" is not above 0'],
    ["levels.csv", levels("2026-01-30", "small_total", "-5"), 3, "value", '"-5" is not above 0'],
    ["levels.csv", levels("2026-01-30", "small_total", ""), 3, "value", "is blank"],
    ["levels.csv", levels("2026-01-30", "small_total", "abc"), 3, "value", '"abc" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", '"1,234.5"'), 3, "value", '"1,234.5" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", "NaN"), 3, "value", '"NaN" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", "Infinity"), 3, "value", '"Infinity" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", "1e999"), 3, "value", '"1e999" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", "0x10"), 3, "value", '"0x10" is not a number'],
    ["levels.csv", levels("2026-01-30", "small_total", "5%"), 3, "value", '"5%" is not a number'],
    ["levels.csv", levels("2026-01-30", "mid_total", "5"), 3, "series", '"mid_total" is not a known name'],
    [
      "levels.csv",
      levels("2026-01-30", "constructor", "5"),
      3,
      "series",
      '"constructor" is not a known name',
    ],
    ["levels.csv", levels("2025-02-30", "large_total", "5"), 3, "date", '"2025-02-30" is not a date'],
    ["levels.csv", levels("1900-02-29", "large_total", "5"), 3, "date", '"1900-02-29" is not a date'],
    ["levels.csv", levels("2025-13-01", "large_total", "5"), 3, "date", '"2025-13-01" is not a date'],
    ["levels.csv", levels("1/30/2026", "large_total", "5"), 3, "date", '"1/30/2026" is not a date'],
    ["levels.csv", levels("0026-01-30", "large_total", "5"), 3, "date", '"0026-01-30" is not a date'],
    [
      "levels.csv",
      levels("2026-01-29", "small_total", "5"),
      3,
      "date",
      /for "small_total" stands on line 2 already/,
    ],
    [
      "levels.csv",
      levels("2026-01-28", "small_total", "5"),
      3,
      "date",
      '"2026-01-28" stands after "2026-01-29" on line 2',
    ],
    [
      "policy-decisions.csv",
      decisions("2025-12-10,2025-12-11,-25,3.75,True"),
      2,
      "scheduled",
      /neither true nor false/,
    ],
    [
      "policy-decisions.csv",
      decisions("2025-12-10,2025-12-09,-25,3.75,"),
      2,
      "effective",
      /before the announcement/,
    ],
    [
      "policy-decisions.csv",
      decisions("2025-12-10,2025-12-11,0,3.75,"),
      2,
      "change_bp",
      '"0" is not a change',
    ],
    [
      "recessions.csv",
      "peak,trough\n2020-02,2019-04\n",
      2,
      "trough",
      '"2019-04" is not after the peak 2020-02',
    ],
    ["recessions.csv", "peak,trough\n2020-02,2020-13\n", 2, "trough", '"2020-13" is not a month'],
    [
      "recessions.csv",
      "peak,trough\n2001-03,2001-11\n2001-06,2002-01\n",
      3,
      "peak",
      /before the last trough 2001-11/,
    ],
    ["factors.csv", factors("2026-01,0.01,-99.99,0,0"), 2, "smb", '"-99.99" is not above -1'],
    ["factors.csv", factors("2026-01,2.89,0.01,0,0"), 2, "mkt_rf", '"2.89" is not below 1'],
    ["factors.csv", factors("2026-01-31,0.01,0.01,0,0"), 2, "month", '"2026-01-31" is not a month'],
    ["macro.csv", macro("2026-01-01,gdp,1,"), 2, "series", '"gdp" is not a known name'],
    ["macro.csv", macro("2026-01-01,vix,0,"), 2, "value", '"0" is impossible for vix'],
    ["macro.csv", macro("2026-01-01,cpi,300,2025-12-01"), 2, "vintage", /before the period it is about/],
    [
      "macro.csv",
      macro("2026-01-01,cpi,300,2026-03-01\n2026-01-01,cpi,301,2026-03-01"),
      3,
      "date",
      /"cpi 2026-03-01" stands on line 2 already/,
    ],
    [
      "calendar.csv",
      "date,event\n2026-03-18,FOMC\n2026-03-18,FOMC\n",
      3,
      "date",
      /for "FOMC" stands on line 2 already/,
    ],
    ["calendar.csv", "date,event\n2026-03-18,FOMC\n2026-03-11,CPI\n", 3, "date", /stands after/],
    ["constituents.csv", constituent({ price: "-1" }), 2, "price", '"-1" is not above 0'],
    ["constituents.csv", constituent({ market_cap: "-1e9" }), 2, "market_cap", '"-1e9" is not above 0'],
    ["constituents.csv", constituent({ shares: "0" }), 2, "shares", '"0" is not above 0'],
    ["constituents.csv", constituent({ analysts: "1.5" }), 2, "analysts", '"1.5" is not a whole number'],
    ["constituents.csv", constituent({ us_revenue_share: "85" }), 2, "us_revenue_share", '"85" is above 1'],
    ["constituents.csv", constituent({ index: "Small" }), 2, "index", '"Small" is not a known name'],
    ["constituents.csv", constituent({ ticker: "" }), 2, "ticker", "is blank"],
    ["constituents.csv", constituent({ fy1_end: "Dec-26" }), 2, "fy1_end", '"Dec-26" is not a date'],
    ["constituents.csv", constituent({ eps_ttm: "#N/A" }), 2, "eps_ttm", '"#N/A" is not a number'],
    [
      "constituents.csv",
      constituent({ total_debt: "5", floating_debt: "6" }),
      2,
      "floating_debt",
      /more than total_debt 5/,
    ],
    [
      "constituents.csv",
      constituent({ floating_debt: "6", swapped_to_fixed: "7" }),
      2,
      "swapped_to_fixed",
      /more than/,
    ],
    [
      "valuation-history.csv",
      "month,index,variant,forward_pe\n2026-01,small,median,0\n",
      2,
      "forward_pe",
      /not above 0/,
    ],
    ["revisions.csv", "month,index,up,down,unchanged\n2026-01,small,-1,0,0\n", 2, "up", '"-1" is below 0'],
    [
      "deals.csv",
      "announced,target,acquirer,value_usd\n2026-01-05,T,,0\n",
      2,
      "value_usd",
      '"0" is not above 0',
    ],
    [
      "universe.csv",
      "as_of,region,size,companies,market_cap\n2026-01-05,US,small,x,\n",
      2,
      "companies",
      /not a number/,
    ],
  ])("%s %j", async (file, contents, line, column, problem) => {
    const fault = await faultIn(file, contents);
    expect(fault.code).toBe("bad_input");
    const head = `${file}, line ${line}, column "${column}": `;
    expect(fault.message.slice(0, head.length)).toBe(head);
    expect(fault.message.slice(head.length)).toMatch(problem);
    expect(fault.hint).not.toBe("");
  });

  it("cuts a long value and shows no control characters", async () => {
    const { message } = await faultIn(
      "levels.csv",
      levels("2026-01-30", `"bell\u0007${"x".repeat(500)}"`, "5"),
    );
    expect(message).toMatch(/"bell\uFFFDx+\.\.\." is not a known name$/);
    expect(message.length).toBeLessThan(120);
  });
});

describe("what changes no value is accepted", () => {
  const expected = { small_total: [{ date: "2026-01-29", value: 100 }] };
  it.each([
    ["a byte-order mark", `\uFEFF${HEAD}${GOOD}`],
    ["CRLF line ends", (HEAD + GOOD).replaceAll("\n", "\r\n")],
    ["mixed line ends", HEAD.replace("\n", "\r\n") + GOOD],
    ["no final line end", (HEAD + GOOD).trimEnd()],
    ["blanks around commas", "date , series, value\n2026-01-29 , small_total , 100\n"],
    ["quoted cells", '"date","series","value"\n"2026-01-29","small_total","100"\n'],
    ["unknown columns, also nameless ones", "note,value,series,date,,\nx,100,small_total,2026-01-29,,\n"],
    ["an exponent", `${HEAD}2026-01-29,small_total,+1.0e2\n`],
  ])("%s", async (_, contents) => {
    expect(await levelsOf(contents)).toEqual(expected);
  });

  it("series one after the other, or row by row", async () => {
    const small = ["2026-01-29,small_total,10", "2026-01-30,small_total,12"];
    const large = ["2026-01-29,large_total,3", "2026-01-30,large_total,4"];
    const apart = await levelsOf(HEAD + [...small, ...large].join("\n"));
    expect(await levelsOf(HEAD + [small[0], large[0], small[1], large[1]].join("\n"))).toEqual(apart);
  });

  it("macro series one after the other come out in date order", async () => {
    const rows = ["2026-01-01,cpi,300", "2026-02-01,cpi,301", "2026-01-15,vix,20"];
    const market = await openFolder(
      await folderWith({ "source.json": source(), "macro.csv": ["date,series,value", ...rows].join("\n") }),
    );
    const { data, source: from } = await market.fetch("macro");
    expect(data.map((row) => row.date)).toEqual(["2026-01-01", "2026-01-15", "2026-02-01"]);
    expect(from.asOf).toBe("2026-02-01");
  });

  it("negative oil, negative yields, loss-making companies", async () => {
    const rows = ["2020-04-20,oil_wti,-36.98", "2020-04-20,treasury_3m,-0.05"];
    const market = await openFolder(
      await folderWith({ "source.json": source(), "macro.csv": ["date,series,value", ...rows].join("\n") }),
    );
    expect((await market.fetch("macro")).data.map((row) => row.value)).toEqual([-36.98, -0.05]);
  });
});
