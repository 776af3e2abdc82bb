import { expect } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { Figure } from "../../src/briefing/figure.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import type { Topic } from "../../src/topics/topic.ts";

/** What every briefing of a topic keeps to, whatever it was asked over. */
export function expectSound(briefing: Briefing, topics: readonly Topic[]): void {
  const json = JSON.stringify(briefing);
  expect(JSON.parse(json)).toEqual(briefing); // no NaN, Infinity or undefined: JSON would lose them
  const ours = json.replaceAll(JSON.stringify(briefing.pairDetail.large).slice(1, -1), "");
  expect(/.{0,60}(NaN|Infinity|undefined|\{\{[a-z]|\[object).{0,60}/.exec(ours)?.[0]).toBeUndefined();
  expectFigures(briefing, topics);
  expectWords(briefing);
  expectCharts(briefing);
}

/** A parameter is one part of a key; `{figure}` is another figure's whole key. */
const listed = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replaceAll(".", "\\.")
      .replace("{figure}", "[A-Za-z0-9.-]+")
      .replace(/\{\w+\}/g, "[A-Za-z0-9-]+")}$`,
  );

function expectFigures({ figures, tables, topic, pair }: Briefing, topics: readonly Topic[]): void {
  const asked = topics.find(({ name }) => name === topic);
  const patterns = Object.keys(asked?.figures ?? {}).map(listed);
  const keys = new Set(figures.map(({ key }) => key));
  expect(keys.size).toBe(figures.length);
  for (const figure of figures) {
    const { key } = figure;
    expect(
      patterns.some((pattern) => pattern.test(key)),
      `${key} is listed by help`,
    ).toBe(true);
    expectFigure(figure);
    // A topic that asks several questions says of which pairs they are.
    const pairs = figure.sources.flatMap((source) => source.pair?.label ?? []);
    if (asked?.severalPairs !== true) expect(pairs.every((label) => label === pair)).toBe(true);
  }
  for (const row of tables.flatMap((table) => table.rows))
    for (const cell of row.cells) expect(keys).toContain(cell);
  for (const table of tables)
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length - 1);
}

function expectFigure({ key, value, sources, definition, asOf }: Figure): void {
  expect(
    sources.length > 0 || (isAbsent(value) && value.absent === "unavailable"),
    `${key} has a source`,
  ).toBe(true);
  expect(definition.length, `${key} has a definition`).toBeGreaterThan(10);
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  if (!isAbsent(value)) expect(value, key).toBeTypeOf("number");
}

const RETURN_FIGURE = /[+\u2212-]\d|\d(\.\d+)?\s?(%|pp|x)/;

/** How an absent figure prints: a sentence must not hold it. */
const ABSENT_WORD = /\bnot reported\b|\bn\/m\b|\bn\/a\b|\bwithheld\b|\btoo few\b(?! for a range)/;

/** One thing is not "1 things". */
const WRONG_NUMBER = /(?<![\d.,-])1 (first )?(cuts|cycles|episodes|months|members)\b|\bone episodes\b/;

function expectWords(briefing: Briefing): void {
  const { headline, subtitle, caveats, pair, notes, charts, tables } = briefing;
  const ours = (text: string) => text.replaceAll(pair, "");
  for (const text of [...notes, ...caveats, ...charts.flatMap(({ alt, footnote }) => [alt, footnote])]) {
    expect(ours(text)).not.toMatch(ABSENT_WORD);
    expect(ours(text).trim()).toBe(ours(text).trim().replace(/ {2,}/g, " "));
  }
  const labels = tables.flatMap(({ rows }) => rows.map(({ label }) => label));
  const details = charts.flatMap((chart) =>
    chart.kind === "dots" ? chart.rows.map((row) => row.detail) : [],
  );
  for (const text of [headline, ...notes, ...caveats, ...labels, ...details])
    expect(ours(text)).not.toMatch(WRONG_NUMBER);
  expectSameness(briefing);
  expect(headline).toContain(pair);
  expect(headline.replace(pair, "")).not.toMatch(RETURN_FIGURE);
  expect(ours(headline).length).toBeLessThan(220);
  expect(subtitle.length).toBeGreaterThan(5);
  expect(caveats.every((caveat) => caveat.length > 5)).toBe(true);
  expect(notes.every((note) => note.trim() === note && note !== "")).toBe(true);
}

/** "The same over the other windows" is said only where every window that has a value agrees. */
function expectSameness({ headline, figures, topic }: Briefing): void {
  if (topic !== "performance") return;
  const verbs = figures.flatMap(({ key, value }) =>
    /^performance\.\w+\.relative$/.test(key) && !key.includes("bestMonth") && !isAbsent(value)
      ? [Math.abs(value) < 0.05 ? 0 : Math.sign(value)]
      : [],
  );
  if (headline.includes("the same over")) {
    expect(verbs.length).toBeGreaterThan(1);
    expect(new Set(verbs).size).toBe(1);
  }
  if (headline.includes("no other window")) expect(new Set(verbs).size).toBe(1);
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
