import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEAL_FORMS, dealsOf } from "../../../src/data/edgar/deals/events.ts";
import { type IndexRow, parseIndex } from "../../../src/data/edgar/deals/index-file.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import { formIndex } from "./world.ts";

const row = (form: string, company: string, cik: number, filed: string, number: number): IndexRow => ({
  form,
  company,
  cik,
  filed,
  accession: `0001140361-26-${String(number).padStart(6, "0")}`,
});
const parse = (text: string) => parseIndex(Buffer.from(text, "latin1"), DEAL_FORMS);

describe("an index of filings", () => {
  const rows = [
    row("DEFM14A", "Some  Company with  Blanks, Inc.", 7, "2026-01-05", 1),
    row("SC 13E3", "Société Générale Invented", 8, "2026-01-06", 2),
  ];

  it("is read by its header's columns, names with blanks and all; amendments are other forms", () => {
    const amended = row("SC TO-T/A", "Bidder Corp", 9, "2026-01-07", 3);
    expect(parse(formIndex([...rows, amended]))).toEqual(rows);
    const wider = formIndex(rows).replace(/^(Form Type {3}|DEFM14A {5}|SC 13E3 {5})/gm, "$1        ");
    expect(parse(wider)).toEqual(rows);
    expect(parse(formIndex(rows).replaceAll("\n", "\r\n"))).toEqual(rows);
  });

  it("is refused where it is another file, or a deal's row is cut", () => {
    expect(() => parse("<html>")).toThrow(/header is missing/);
    expect(() => parse(formIndex(rows).slice(0, -40))).toThrow(/cut or moved/);
    expect(() => parse(formIndex(rows).replace("2026-01-05", "2026-13-05"))).toThrow(/no day/);
    expect(() => parse(formIndex(rows).replace("Form Type ", "Type      "))).toThrow(/header|columns/);
  });

  it.skipIf(noMarketData)(
    "is read from the real daily index by company, whose header is broken over two lines",
    () => {
      const bytes = readFileSync(join(marketData, "raw/api/edgar-index/company.20221003.CUT.idx"));
      expect(parseIndex(bytes, DEAL_FORMS)).toEqual([
        {
          form: "DEFM14A",
          company: "VMWARE, INC.",
          cik: 1_124_610,
          filed: "2022-10-03",
          accession: "0001140361-22-035833",
        },
      ]);
      // grep -c ' 4  ' and the like: 74 ownership reports, 11 of form D
      expect(parseIndex(bytes, new Set(["4"]))).toHaveLength(74);
      expect(parseIndex(bytes, new Set(["D"]))).toHaveLength(11);
    },
  );
});

describe("deals", () => {
  it("are one for each target in 180 days, dated by the first filing", () => {
    const { deals } = dealsOf([
      row("DEFM14A", "Target Inc", 1, "2026-03-01", 2),
      row("PREM14A", "Target Inc", 1, "2026-01-02", 1),
      row("SC 13E3", "Target Inc", 1, "2026-07-01", 3), // 180 days on
      row("PREM14A", "Target Inc", 1, "2026-07-02", 4), // 181
    ]);
    expect(deals.map(({ announced }) => announced)).toEqual(["2026-01-02", "2026-07-02"]);
  });

  it("count an offer once, though the index lists it for bidder and target: the target answers it", () => {
    const { deals, ambiguous } = dealsOf([
      row("SC TO-T", "Big Pharma Inc", 10, "2026-01-05", 1),
      row("SC TO-T", "Small Biotech Inc", 900, "2026-01-05", 1),
      row("SC TO-T", "Swift Merger Sub Inc", 901, "2026-01-05", 1),
      row("SC 14D9", "Small Biotech Inc", 900, "2026-01-12", 2),
    ]);
    expect(deals).toEqual([
      { announced: "2026-01-05", target: "Small Biotech Inc", acquirer: "Big Pharma Inc", valueUsd: null },
    ]);
    expect(ambiguous).toBe(0);
  });

  it("keep two offers of one bidder apart", () => {
    const offer = (target: string, cik: number, filed: string, number: number) => [
      row("SC TO-T", "Big Pharma Inc", 10, filed, number),
      row("SC TO-T", target, cik, filed, number),
      row("SC 14D9", target, cik, filed, number + 1),
    ];
    const { deals } = dealsOf([
      ...offer("One Inc", 1, "2026-01-05", 1),
      ...offer("Two Inc", 2, "2026-02-05", 3),
    ]);
    expect(deals.map(({ target }) => target)).toEqual(["One Inc", "Two Inc"]);
  });

  it("say where the index does not tell the target", () => {
    const { deals, ambiguous } = dealsOf([
      row("SC TO-T", "One Inc", 1, "2026-01-05", 1),
      row("SC TO-T", "Two Inc", 2, "2026-01-05", 1),
    ]);
    expect([deals.map(({ target }) => target), ambiguous]).toEqual([["One Inc or Two Inc"], 1]);
  });

  it("leave blank-cheque companies, amendments and other forms out", () => {
    const { deals, blankCheque } = dealsOf([
      row("DEFM14A", "Golden Path Acquisition Corp", 1, "2026-01-05", 1),
      row("DEFM14A", "Hopeful Growth Corp. IV", 2, "2026-01-05", 2),
      row("DEFM14A/A", "Target Inc", 3, "2026-01-05", 3),
      row("DEFA14A", "Target Inc", 3, "2026-01-05", 4),
      row("DEFM14C", "Real Target Inc", 4, "2026-01-06", 5),
    ]);
    expect([deals.map(({ target }) => target), blankCheque]).toEqual([["Real Target Inc"], 2]);
  });
});
