import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../../src/data/folder/folder.ts";
import { writeFolder } from "../../../src/data/folder/write.ts";
import { type Datasets, MACRO_SERIES } from "../../../src/market/datasets.ts";
import { faultOf } from "../fault-of.ts";
import { folderWith, SOURCE } from "./temp-folder.ts";

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const positive = finite.filter((value) => value > 0);
const text = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((value) => value.trim() !== "" && !value.includes("\0"));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const listOf = <T extends object>(row: fc.Arbitrary<T>, order: keyof T, series: (row: T) => string) =>
  fc
    .uniqueArray(row, { minLength: 1, maxLength: 12, selector: (one) => `${one[order]} ${series(one)}` })
    .map((rows) =>
      rows.toSorted((a, b) => (String(a[order]) < String(b[order]) ? -1 : a[order] === b[order] ? 0 : 1)),
    );

/** Of any size, but no further apart than an index moves. */
const points = fc
  .tuple(
    listOf(fc.record({ date: day, value: fc.double({ min: 1, max: 1.4, noNaN: true }) }), "date", () => ""),
    fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
  )
  .map(([rows, scale]) => rows.map(({ date, value }) => ({ date, value: value * scale })));
const datasets: fc.Arbitrary<Partial<Datasets>> = fc.record({
  levels: fc.record(
    { small_total: points, large_total: points, small_price: points },
    { requiredKeys: ["small_total"] },
  ),
  macro: listOf(
    fc.record({
      date: day,
      series: fc.constantFrom(...MACRO_SERIES).filter((name) => name === "oil_wti" || name === "nfci"),
      value: finite,
      vintage: maybe(fc.constant("2150-01-01")),
    }),
    "date",
    (row) => row.series,
  ),
  deals: listOf(
    fc.record({ announced: day, target: text, acquirer: maybe(text), valueUsd: maybe(positive) }),
    "announced",
    (row) => `${row.target}\u0000${row.acquirer}`,
  ),
  policyDecisions: listOf(
    fc
      .record({
        announced: day,
        changeBp: finite.filter((value) => value !== 0),
        targetUpper: positive,
        scheduled: maybe(fc.boolean()),
      })
      .map((row) => ({ ...row, effective: row.announced })),
    "announced",
    () => "",
  ),
});

describe("writing a data folder", () => {
  it("round-trips exactly, whatever the values and the text", async () => {
    const dir = await folderWith({});
    let run = 0;
    await fc.assert(
      fc.asyncProperty(datasets, async (data) => {
        const target = join(dir, String(run++));
        await writeFolder(target, { ...SOURCE, sample: true }, data);
        const market = await openFolder(target);
        expect(market.mode).toBe("sample");
        expect(market.provides).toEqual(new Set(Object.keys(data)));
        for (const dataset of market.provides)
          expect((await market.fetch(dataset)).data).toEqual(data[dataset]);
      }),
      { numRuns: 60 },
    );
  });

  it("writes the columns of the contract; the optional one only where it holds something", async () => {
    const dir = await folderWith({});
    const row = { date: "2026-01-01", series: "cpi", value: 300, vintage: null } as const;
    await writeFolder(join(dir, "a"), SOURCE, { macro: [row] });
    await writeFolder(join(dir, "b"), SOURCE, { macro: [{ ...row, vintage: "2026-02-11" }] });
    expect(await readFile(join(dir, "a", "macro.csv"), "utf8")).toBe(
      "date,series,value\n2026-01-01,cpi,300\n",
    );
    expect(await readFile(join(dir, "b", "macro.csv"), "utf8")).toMatch(
      /^date,series,value,vintage\n.*,2026-02-11\n$/,
    );
  });

  it("refuses a folder that holds something, and a file, and leaves both alone", async () => {
    const dir = await folderWith({ "notes.txt": "mine" });
    const fault = await faultOf(writeFolder(dir, SOURCE, {}));
    expect(fault).toMatchObject({ code: "bad_input", message: `folder "${dir}" is not empty (notes.txt)` });
    expect((await faultOf(writeFolder(join(dir, "notes.txt"), SOURCE, {}))).message).toMatch(
      /is not a folder$/,
    );
    expect(await readFile(join(dir, "notes.txt"), "utf8")).toBe("mine");
  });

  it("takes an empty folder, and creates its parents", async () => {
    const dir = await folderWith({});
    await mkdir(join(dir, "empty"));
    for (const target of [join(dir, "empty"), join(dir, "deep", "er")]) {
      await writeFolder(target, SOURCE, { recessions: [{ peak: "2020-02", trough: "2020-04" }] });
      expect((await readdir(target)).toSorted()).toEqual(["recessions.csv", "source.json"]);
    }
  });

  it.runIf(process.platform === "linux")("says so where no folder can be made", async () => {
    const fault = await faultOf(writeFolder("/proc/smallcaps/sample", SOURCE, {}));
    expect(fault.code).toBe("bad_input");
    expect(fault.message).toMatch(/^folder "\/proc\/smallcaps\/sample" cannot be made \(ENOENT/);
  });

  it("writes all or nothing: data the reader would refuse leave no trace", async () => {
    const dir = await folderWith({});
    const bad = {
      recessions: [{ peak: "2020-02", trough: "2020-04" }],
      levels: { small_total: [{ date: "2026-01-30", value: 0 }] },
    };
    expect((await faultOf(writeFolder(join(dir, "out"), SOURCE, bad))).message).toMatch(/"0" is not above 0/);
    expect((await faultOf(writeFolder(join(dir, "out"), SOURCE, { deals: [] }))).message).toMatch(/no rows/);
    const meta = { ...SOURCE, retrievedAt: "yesterday" };
    expect((await faultOf(writeFolder(join(dir, "out"), meta, {}))).message).toMatch(/"retrievedAt"/);
    expect(await readdir(dir)).toEqual([]);
  });
});
