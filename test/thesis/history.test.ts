import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { formatFigure } from "../../src/briefing/format.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import type { Datasets } from "../../src/market/datasets.ts";
import type { MarketData } from "../../src/market/port.ts";
import { readingDays } from "../../src/thesis/history.ts";
import { thesisOver } from "../../src/thesis/topic.ts";
import { topics as registered } from "../../src/topics/index.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { folderOf, numberOf } from "../support/folder-assistant.ts";

/** With a memory of its own: nothing that another question read is known to it. */
const over = (market: MarketData) =>
  createAssistant({
    market,
    topics: [thesisOver(registered), ...topics.slice(1)],
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });

async function asked(assistant: ReturnType<typeof over>, line: string): Promise<Briefing> {
  const answer = await assistant.answer(line);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
}

const said = ({ figures }: Briefing, key: string) => {
  const figure = figures.find((each) => each.key === key);
  return figure === undefined ? "no figure" : formatFigure(figure);
};

const rowsOf = (briefing: Briefing, title: string) =>
  (briefing.tables.find((table) => table.title === title)?.rows ?? []).map(({ label, cells }) => [
    label,
    ...cells.map((key) => said(briefing, key)),
  ]);

/** Estimates of small-caps raised and cut, by month from November 2025 on. */
const revisions = (months: readonly (readonly [up: number, down: number])[]): Datasets["revisions"] =>
  months.map(([up, down], at) => ({
    month: new Date(Date.UTC(2025, 10 + at, 1)).toISOString().slice(0, 7),
    index: "small",
    up,
    down,
    unchanged: 0,
  }));

// Claim 28 holds where breadth is above zero over one month and over three, fails where neither is.
const UP_DOWN_UP = revisions([
  [10, 0], // Nov 2025: three months of the index are not in the data yet
  [10, 0],
  [10, 0], // Jan 2026: (30 − 0) / 30, holds; so it does in February
  [10, 0],
  [0, 100], // Mar: (0 − 100) / 100, and over three months (20 − 100) / 120: fails
  [1, 0], // Apr: 1, and (11 − 100) / 111: the definition decides; May: 1, and (2 − 100) / 102
  [1, 0],
  [1, 0], // Jun: 1 and 1: holds
]);

describe("what changed, and when", () => {
  it("is told by the month in which a verdict became another", async () => {
    const assistant = over(await openFolder(await folderOf({ revisions: UP_DOWN_UP })));
    const whole = await asked(assistant, "thesis asof=2026-07-10");
    expect(rowsOf(whole, "What changed, and when")).toEqual([
      ["Jun 2026 · 28. Earnings revised upward", "depends on definition", "holds"],
      ["Apr 2026 · 28. Earnings revised upward", "fails", "depends on definition"],
      ["Mar 2026 · 28. Earnings revised upward", "holds", "fails"],
    ]);
    expect(whole.notes[0]).toBe(
      "Flipped since 10 Dec 2025: claim 28 (Jun 2026, from depends on definition to holds); claim 28 (Apr 2026, from fails to depends on definition); claim 28 (Mar 2026, from holds to fails)",
    );
    expect(said(whole, "thesis.28.on.2026-02-28")).toBe("holds");
    expect(said(whole, "thesis.28.on.2026-03-31")).toBe("fails");

    const one = await asked(assistant, "thesis claim=28 asof=2026-07-10");
    expect(rowsOf(one, "Month by month").slice(0, 5)).toEqual([
      ["10 Jul 2026", "holds"],
      ["30 Jun 2026", "holds"],
      ["31 May 2026", "depends on definition"],
      ["30 Apr 2026", "depends on definition"],
      ["31 Mar 2026", "fails"],
    ]);
    for (const { key, asOf, sources, n } of one.figures.filter((each) => each.key.includes(".on."))) {
      expect(key).toBe(`thesis.28.on.${asOf}`);
      // What rests on no figure rests on no source.
      expect(sources.length > 0, key).toBe(n !== 0);
      for (const source of sources) expect(source.asOf <= asOf, key).toBe(true);
    }
  });

  it("is no flip where a claim could not be tested before", async () => {
    // Three months of revisions from November 2025 on: until the end of January there was no test, on 10 December none.
    const assistant = over(await openFolder(await folderOf({ revisions: UP_DOWN_UP })));
    const whole = await asked(assistant, "thesis asof=2026-03-20");
    expect(rowsOf(whole, "What changed, and when")).toEqual([]);
    expect(whole.notes[0]).toBe("No verdict could be computed on 10 Dec 2025 from the data at hand");
    expect(whole.notes).toContain(
      "Now tested, by data that came since: claim 28 (since Jan 2026; now: holds)",
    );
    const one = await asked(assistant, "thesis claim=28 asof=2026-03-20");
    expect(one.notes).toContain("Tested without a break since 31 Jan 2026; it has not flipped");
  });

  it("is nothing where a verdict could not be had in between", async () => {
    const withHole = UP_DOWN_UP.filter(({ month }) => month !== "2026-03" && month !== "2026-04");
    const assistant = over(await openFolder(await folderOf({ revisions: withHole })));
    const whole = await asked(assistant, "thesis asof=2026-03-20");
    expect(rowsOf(whole, "What changed, and when")).toEqual([]);
    expect(whole.notes[0]).toBe("No verdict could be computed on 10 Dec 2025 from the data at hand");
  });

  it("is read from what was published by then, where the data say so", async () => {
    const { levels, macro } = sampleDatasets();
    const production = macro.filter(({ series }) => series === "industrial_production");
    const later = (date: string, days: number) =>
      new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    // Each month is published 45 days after it began, and again 200 days later as another number.
    const published = production.map((row) => ({ ...row, vintage: later(row.date, 45) }));
    const again = production.map((row, at) => ({
      ...row,
      vintage: later(row.date, 245),
      value: row.value * (1 + 0.01 * Math.sin(at)),
    }));
    const folder = await folderOf({ levels, macro: published.flatMap((row, at) => [row, again[at] ?? row]) });
    const market = await openFolder(folder);
    const now = await asked(over(market), "thesis claim=10 asof=2026-10-30");
    const asked2025 = await asked(over(market), "thesis claim=10 asof=2025-12-10");
    const value = (briefing: Briefing, when: string) =>
      numberOf(briefing, `thesis.10.${when}.beta.activity.flips`);
    expect(value(now, "then")).toBe(value(asked2025, "now"));
    expect(value(now, "then")).not.toBe(value(now, "now"));
    // Without the second numbers, which nobody knew in December 2025 of the last months, it was another figure.
    const first = await openFolder(await folderOf({ levels, macro: published }));
    expect(value(await asked(over(first), "thesis claim=10 asof=2025-12-10"), "now")).not.toBe(
      value(now, "then"),
    );
  });

  it("is read on the last twelve month-ends, on those since the claims were printed, and on that day", () => {
    expect(readingDays("2026-02-14")).toEqual([
      ...["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31"],
      ...["2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-10", "2025-12-31"],
      "2026-01-31",
    ]);
    expect(readingDays("2025-12-10").at(-1)).toBe("2025-11-30");
    expect(readingDays("2027-04-30").slice(0, 2)).toEqual(["2025-12-10", "2025-12-31"]);
    // Two years of months, and the day of printing.
    expect(readingDays("2035-01-31")).toHaveLength(25);
  });
});

describe.skipIf(noMarketData)("over real data", () => {
  const russell = () => openFolder(join(marketData, "russell"));

  it("an earlier verdict is the one that a question of that day is answered with", async () => {
    const [late, early] = [over(await russell()), over(await russell())];
    for (const id of [4, 16, 22, 30]) {
      const whole = await asked(late, `thesis claim=${id} asof=2009-08-14`);
      for (const date of ["2008-08-31", "2009-01-31", "2009-06-30"]) {
        const then = await asked(early, `thesis claim=${id} asof=${date}`);
        expect(said(whole, `thesis.${id}.on.${date}`), `${id} ${date}`).toBe(said(then, `thesis.${id}.now`));
      }
    }
  });

  it("is the same whatever was asked before", async () => {
    const market = await russell();
    const lines = ["thesis asof=2026-07-31", "thesis asof=2026-03-13", "thesis claim=30 asof=2026-06-30"];
    const [forth, back] = [over(market), over(market)];
    const first = [];
    for (const line of lines) first.push(await asked(forth, line));
    const second = [];
    for (const line of lines.toReversed()) second.unshift(await asked(back, line));
    expect(second).toEqual(first);
  });
});
