import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import type { Datasets } from "../../src/market/datasets.ts";
import { topics } from "../../src/topics/index.ts";
import { briefingOf, folderOf, member, monthlyLevels } from "../support/folder-assistant.ts";

/** Markets that topics must survive: answered, or refused with a remedy, but never wrong and never a crash. */
const LARGE = member("large", "L", {
  price: 50,
  marketCap: 5e10,
  epsFy1: 2,
  epsFy2: 3,
  fy1End: "2026-06-30",
  epsTtm: 2,
});
const CUTS = (dates: readonly string[]) =>
  dates.map((announced) => ({
    announced,
    effective: announced,
    changeBp: -25,
    targetUpper: 4,
    scheduled: true,
  }));
const RISING = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => 100 + step * index);
const levels = (months: number, start: string) => ({
  small_total: monthlyLevels(start, RISING(months, 1)),
  large_total: monthlyLevels(start, RISING(months, 2)),
});

const MARKETS: Readonly<Record<string, () => Partial<Datasets>>> = {
  "the whole sample market": () => sampleDatasets(),
  "thirty years of months": () => ({
    levels: levels(372, "1995-01"),
    policyDecisions: CUTS([
      "1996-01-31",
      "1998-09-29",
      "2001-01-03",
      "2007-09-18",
      "2019-07-31",
      "2024-09-18",
    ]),
    recessions: [{ peak: "2001-03", trough: "2001-11" }],
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 1,
        epsFy2: 1,
        fy1End: "2026-06-30",
        epsTtm: 1,
      }),
      LARGE,
    ],
  }),
  "three months": () => ({ levels: levels(3, "2025-10"), policyDecisions: CUTS(["2025-10-29"]) }),
  "one level": () => ({ levels: levels(1, "2025-12"), policyDecisions: CUTS(["2025-12-10"]) }),
  "one side only": () => ({
    levels: { small_total: monthlyLevels("2020-01", RISING(60, 1)) },
    policyDecisions: CUTS(["2021-01-03"]),
  }),
  "no cut ever": () => ({ levels: levels(60, "2020-01"), policyDecisions: CUTS(["1960-01-01"]) }),
  "a flat market": () => ({
    levels: {
      small_total: monthlyLevels("2020-01", RISING(60, 0)),
      large_total: monthlyLevels("2020-01", RISING(60, 0)),
    },
    policyDecisions: CUTS(["2021-01-03"]),
  }),
  "daily levels with a hole": () => ({
    levels: dailyWithHole(),
    policyDecisions: CUTS(["2023-05-10", "2023-09-20", "2024-03-20"]),
  }),
  "one member": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 1,
        epsFy2: 1,
        fy1End: "2026-06-30",
        epsTtm: 1,
      }),
    ],
  }),
  "all loss-makers": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: -1,
        epsFy2: -1,
        fy1End: "2026-06-30",
        epsTtm: -1,
      }),
      LARGE,
    ],
  }),
  "zero earnings": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 0,
        epsFy2: 0,
        fy1End: "2026-06-30",
        epsTtm: 0,
      }),
      LARGE,
    ],
  }),
  "blank columns": () => ({
    constituents: [member("small", "S", { price: 10 }), member("large", "L", { marketCap: 1e9 })],
  }),
};

function dailyWithHole(): Datasets["levels"] {
  const days = Array.from({ length: 900 }, (_, index) =>
    new Date(Date.UTC(2022, 0, 3) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const open = days.filter(
    (date) => ![0, 6].includes(new Date(date).getUTCDay()) && !(date >= "2023-09-01" && date < "2023-11-15"),
  );
  const walk = (seed: number) =>
    open.map((date, index) => ({ date, value: 100 + 10 * Math.sin(index / (seed * 7)) + index / 50 }));
  return { small_price: walk(2), large_price: walk(3) };
}

const LINES = topics.flatMap((topic) => [
  topic.name,
  ...Object.entries(topic.args).flatMap(([name, spec]) =>
    (spec.choices.length > 0 ? spec.choices : [spec.example]).map(
      (value) => `${topic.name} ${name}=${value}`,
    ),
  ),
]);

describe.each(Object.keys(MARKETS))("every topic over %s", (name) => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderOf(MARKETS[name]?.() ?? {});
  });

  it.each(LINES)("%s", async (line) => {
    const first = await answerOrRefusal(folder, line);
    if (first instanceof BriefingError) {
      expect(["data_unavailable", "bad_command"]).toContain(first.code);
      expect(first.hint.length).toBeGreaterThan(10);
      return;
    }
    expect(await answerOrRefusal(folder, line)).toEqual(first);
    expectSound(first);
  });
});

async function answerOrRefusal(folder: string, line: string): Promise<Briefing | BriefingError> {
  return briefingOf(folder, line).catch((error: unknown) => {
    if (error instanceof BriefingError) return error;
    throw error;
  });
}

function expectSound(briefing: Briefing): void {
  const json = JSON.stringify(briefing);
  expect(JSON.parse(json)).toEqual(briefing); // no NaN, Infinity or undefined: JSON would lose them
  expect(/.{0,60}(NaN|Infinity|undefined|\{\{[a-z]|\[object).{0,60}/.exec(json)?.[0]).toBeUndefined();
  expectFigures(briefing);
  expectWords(briefing);
  expectCharts(briefing);
}

function expectFigures({ figures, tables, topic, pair }: Briefing): void {
  const patterns = Object.keys(topics.find(({ name }) => name === topic)?.figures ?? {}).map(
    (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[A-Za-z0-9-]+")}$`),
  );
  const keys = new Set(figures.map(({ key }) => key));
  expect(keys.size).toBe(figures.length);
  for (const { key, value, sources, definition, asOf } of figures) {
    expect(
      patterns.some((pattern) => pattern.test(key)),
      `${key} is listed by help`,
    ).toBe(true);
    expect(
      sources.length > 0 || (isAbsent(value) && value.absent === "unavailable"),
      `${key} has a source`,
    ).toBe(true);
    expect(definition.length, `${key} has a definition`).toBeGreaterThan(10);
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    if (!isAbsent(value)) expect(value, key).toBeTypeOf("number");
    for (const source of sources) expect(source.pair === undefined || source.pair.label === pair).toBe(true);
  }
  for (const row of tables.flatMap((table) => table.rows))
    for (const cell of row.cells) expect(keys).toContain(cell);
  for (const table of tables)
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length - 1);
}

const RETURN_FIGURE = /[+\u2212-]\d|\d(\.\d+)?\s?(%|pp|x)/;

function expectWords({ headline, subtitle, caveats, pair, notes }: Briefing): void {
  expect(headline).toContain(pair);
  expect(headline.replace(pair, "")).not.toMatch(RETURN_FIGURE);
  expect(headline.length).toBeLessThan(250);
  expect(subtitle.length).toBeGreaterThan(5);
  expect(caveats.every((caveat) => caveat.length > 5)).toBe(true);
  expect(notes.every((note) => note.trim() === note && note !== "")).toBe(true);
}

function expectCharts({ charts, pair }: Briefing): void {
  for (const chart of charts) {
    expect(chart.title).not.toMatch(RETURN_FIGURE);
    expect(chart.subtitle).toContain(pair);
    expect(chart.alt.length).toBeGreaterThan(40);
    expect(chart.footnote).not.toBe("");
  }
  expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
}
