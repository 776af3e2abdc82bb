import { describe, expect, it } from "vitest";
import { BriefingError } from "../../../src/briefing/errors.ts";
import { openSample } from "../../../src/data/sample/sample.ts";
import { wordingFault } from "../../../src/main/house-view.ts";
import type { Market } from "../../../src/thesis/facts.ts";
import { knownFigures } from "../../../src/thesis/house/known-figures.ts";
import { LARGEST_FILE, readHouseView } from "../../../src/thesis/house/read.ts";
import { topics } from "../../../src/topics/index.ts";

const sample = openSample();
const market: Market = Object.fromEntries(
  await Promise.all([...sample.provides].map(async (name) => [name, await sample.fetch(name)] as const)),
);
const known = knownFigures(topics, market, "2026-10-30");
const read = (text: string) => readHouseView(text, "house.yaml", known, wordingFault);
const faultsOf = (text: string): readonly string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof BriefingError) || error.code !== "bad_config") throw error;
    expect(error.hint.length).toBeGreaterThan(10);
    return error.message.split("\n");
  }
};

const CLAIM = {
  id: "cheap",
  statement: "Small-caps trade below large-caps",
  figure: "valuation.discount.aggExLoss",
  predicate: "below",
  threshold: "-10%",
};
/** One claim, its fields from line 2 on in the order above. */
const claim = (fields: Readonly<Record<string, string | null>> = {}) =>
  `claims:\n${Object.entries({ ...CLAIM, ...fields })
    .filter(([, value]) => value !== null)
    .map(([name, value], at) => `${at === 0 ? "  - " : "    "}${name}: ${value}`)
    .join("\n")}\n`;

describe("a house view", () => {
  it("is read with its title, in the figure's unit, with or without the unit's name", () => {
    const text = `title: Our view
${claim()}  - { id: b, statement: "Between", short: B, figure: valuation.small.median.pe, predicate: between, threshold: [15, 20x] }
  - { id: c, statement: More, figure: performance.6m.relative, predicate: atLeast, threshold: −1.5 pp }
`;
    expect(read(text)).toEqual({
      title: "Our view",
      claims: [
        {
          id: "cheap",
          statement: "Small-caps trade below large-caps",
          short: "cheap",
          figure: "valuation.discount.aggExLoss",
          unit: "%",
          signed: true,
          predicate: "below",
          thresholds: [-10],
        },
        {
          id: "b",
          statement: "Between",
          short: "B",
          figure: "valuation.small.median.pe",
          unit: "x",
          signed: false,
          predicate: "between",
          thresholds: [15, 20],
        },
        {
          id: "c",
          statement: "More",
          short: "c",
          figure: "performance.6m.relative",
          unit: "pp",
          signed: false,
          predicate: "atLeast",
          thresholds: [-1.5],
        },
      ],
    });
  });

  it("may name a figure of any topic, and cycles and recessions that only the user's data have", () => {
    for (const { name } of topics.filter((topic) => Object.keys(topic.figures).length > 0)) {
      const sampled = [...Object.keys(topics.find((each) => each.name === name)?.figures ?? {})];
      expect(sampled.length, name).toBeGreaterThan(0);
    }
    for (const figure of [
      "ratecut.cycle.2001.12m.mean",
      "recovery.2009-06.12m.relative",
      "thesis.easing.t",
      "risks.vix.value",
      "debt.small.floatingShareOfDebt",
      "premium.since1963.t",
      "coverage.ratio.mean",
    ])
      expect(faultsOf(claim({ figure, threshold: "1" })), figure).toEqual([]);
  });

  it.each<readonly [string, string, RegExp]>([
    [
      "an unknown figure",
      claim({ figure: "valuation.discount.aggExLos" }),
      /^house\.yaml, line 4, figure: "valuation\.discount\.aggExLos" is not a figure of any topic; did you mean "valuation\.discount\.aggExLoss"\?$/,
    ],
    [
      "a figure by another name",
      claim({ figure: "performance.12m.difference" }),
      /line 4, figure: "performance\.12m\.difference" is not a figure of any topic; did you mean "performance\.12m\.relative"\?$/,
    ],
    [
      "a figure with one part that is none",
      claim({ figure: "performance.12m.alpha" }),
      /"performance\.12m\.alpha" is not a figure of any topic; there are performance\.12m\.small, performance\.12m\.large, performance\.12m\.relative$/,
    ],
    [
      "a figure of no topic",
      claim({ figure: "weather.rain" }),
      /line 4, figure: "weather\.rain" is not a figure/,
    ],
    ["a topic alone", claim({ figure: "valuation" }), /line 4, figure: "valuation" is not a figure/],
    [
      "a hypothetical figure",
      claim({ figure: "valuation.whatIf.eps" }),
      /line 4, figure: .* is not a figure/,
    ],
    ["a sample that is none", claim({ figure: "ratecut.base.12m.ciLow", threshold: "1" }), /line 4, figure/],
    [
      "an unknown predicate",
      claim({ predicate: "bellow" }),
      /^house\.yaml, line 5, predicate: "bellow" is no predicate; did you mean "below"\? there are above, atLeast, below, atMost, between$/,
    ],
    [
      "a threshold in another unit",
      claim({ threshold: "-10bp" }),
      /^house\.yaml, line 6, threshold: "-10bp" is in bp, the figure in %: write one such as 1\.5%$/,
    ],
    [
      "a threshold of a multiple in percent",
      claim({ figure: "valuation.small.median.pe", threshold: "15%" }),
      /line 6, threshold: "15%" is in %, the figure in multiple \(x\): write one such as 1\.5x/,
    ],
    [
      "a threshold that is no number",
      claim({ threshold: "cheap" }),
      /line 6, threshold: "cheap" is no number/,
    ],
    ["a threshold that is true", claim({ threshold: "true" }), /line 6, threshold: it is no number/],
    ["an endless threshold", claim({ threshold: ".inf" }), /line 6, threshold: Infinity is no threshold/],
    ["no threshold", claim({ threshold: "" }), /line 6, threshold: it is empty/],
    [
      "one threshold for two",
      claim({ predicate: "between", threshold: "5" }),
      /line 6, threshold: between takes two numbers/,
    ],
    ["two thresholds for one", claim({ threshold: "[1, 2]" }), /line 6, threshold: below takes one number/],
    [
      "thresholds the wrong way round",
      claim({ predicate: "between", threshold: "[2, 1]" }),
      /line 6, threshold: 2 is not below 1/,
    ],
    ["a map for a threshold", claim({ threshold: "{ low: 1 }" }), /line 6, threshold: it is no number/],
    [
      "a missing field",
      claim({ predicate: null }),
      /^house\.yaml, line 2, predicate: it is missing; a claim has id, statement, figure, predicate, threshold$/,
    ],
    [
      "a field that is none",
      claim({ treshold: "5" }),
      /line 7, treshold: there is no such field; did you mean "threshold"\?/,
    ],
    [
      "a name on top that is none",
      `clams: []\n${claim()}`,
      /^house\.yaml, line 1, clams: there is no such field; did you mean "claims"\?/,
    ],
    [
      "a statement that is a number",
      claim({ statement: "42" }),
      /line 3, statement: it is the number 42, not a text: put it in quotes/,
    ],
    ["a statement that is a list", claim({ statement: "[a]" }), /line 3, statement: it is no text/],
    ["an empty statement", claim({ statement: '""' }), /line 3, statement: it is empty/],
    [
      "a long statement",
      claim({ statement: "x".repeat(201) }),
      /line 3, statement: it has 201 characters, more than 200/,
    ],
    ["a statement of two lines", claim({ statement: '"a\\nb"' }), /line 3, statement: it holds a line break/],
    [
      "a statement that turns the text round",
      claim({ statement: '"a \\u202e b"' }),
      /line 3, statement: .*does not show/,
    ],
    ["an id of capitals", claim({ id: "Cheap" }), /line 2, id: "Cheap" is no id/],
    [
      "an id that is a number of the ledger",
      claim({ id: "14" }),
      /line 2, id: it is the number 14, not a text/,
    ],
    ["an id that begins with a digit", claim({ id: '"14"' }), /line 2, id: "14" is no id/],
    [
      "two claims with one id",
      `${claim()}${claim().replace("claims:\n", "")}`,
      /^house\.yaml, line 7, id: "cheap" stands twice/,
    ],
    [
      "a field twice",
      `${claim()}    id: other\n`,
      /^house\.yaml, line 7: this is no YAML that is read here: .*unique/,
    ],
    ["no claims", "title: Ours\n", /line 1, claims: it is a list of one claim or more/],
    ["an empty list", "claims: []\n", /line 1, claims: it is a list/],
    ["claims that are a text", "claims: many\n", /line 1, claims: it is a list/],
    ["a claim that is a text", "claims:\n  - cheap\n", /line 2, claims: a claim has the fields/],
    ["a list", "- a\n- b\n", /line 1: the file holds a list of claims/],
    ["nothing", "", /line 1: the file holds a list of claims/],
    ["a text", "just words", /line 1: the file holds a list of claims/],
    ["two documents", `${claim()}---\n${claim()}`, /line 7: this is no YAML that is read here/],
    ["broken YAML", "claims:\n  - id: [a\n", /^house\.yaml, line 3: this is no YAML that is read here/],
    ["a tab", "claims:\n\t- id: a\n", /line 2: this is no YAML/],
    [
      "an alias",
      claim({ id: "&x cheap", statement: "*x" }),
      /line 2: the anchor &x is not read: take it away/,
    ],
    ["a tag", claim({ statement: "!!binary aGVsbG8=" }), /line 3: (this is no YAML|the tag)/],
    [
      "too many claims",
      `claims:\n${Array.from({ length: 51 }, (_, at) => `  - { id: c${at}, statement: s, figure: valuation.discount.median, predicate: below, threshold: 1 }`).join("\n")}\n`,
      /line 2, claims: there are 51, more than 50/,
    ],
    [
      "a huge file",
      `# ${"x".repeat(LARGEST_FILE)}\n${claim()}`,
      /line 1: it has \d+ characters, more than 100000/,
    ],
  ])("with %s is refused with line and field", (_what, text, said) => {
    expect(faultsOf(text).join("\n")).toMatch(new RegExp(said.source, "m"));
  });

  it("of aliases that multiply is refused before they are followed", () => {
    const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`).join("\n")}\nclaims: *a9\n`;
    expect(faultsOf(bomb)[0]).toMatch(/line 1: the anchor &a0 is not read/);
  });

  it("that is nested without end is refused", () => {
    expect(faultsOf(`claims: ${"[".repeat(40_000)}`).length).toBeGreaterThan(0);
    expect(faultsOf(`claims: ${"[".repeat(20_000)}${"]".repeat(20_000)}`).length).toBeGreaterThan(0);
  });

  it("tells every fault at once, in the order of the lines", () => {
    const faults = faultsOf(
      claim({ id: "Bad Id", figure: "debt.small.zombieShar", predicate: "over", threshold: "x" }),
    );
    expect(faults.map((fault) => /line (\d+), (\w+)/.exec(fault)?.slice(1).join(" "))).toEqual([
      "2 id",
      "4 figure",
      "5 predicate",
    ]);
  });
});
