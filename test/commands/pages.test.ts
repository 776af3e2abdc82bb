import { describe, expect, test } from "vitest";
import type { Briefing, Page } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import type { Source } from "../../src/briefing/figure.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { explainPage, helpPage, menuPage, topicHelpPage } from "../../src/commands/pages.ts";
import { sourcesPage, statusPage } from "../../src/commands/source-pages.ts";
import type { DatasetName } from "../../src/market/datasets.ts";
import type { MarketData } from "../../src/market/port.ts";
import { topics } from "../../src/topics/index.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const SOURCE: Source = {
  provider: "Test provider",
  dataset: "levels",
  asOf: "2026-10-30",
  retrievedAt: "2026-11-01",
  licence: "internal",
  contentHash: "ab".repeat(32),
  pair: { label: "Small / Large", small: "Small", large: "Large" },
};

function marketWith(mode: MarketData["mode"], ...provides: readonly DatasetName[]): MarketData {
  return {
    mode,
    provides: new Set(provides),
    remedy: (dataset) => `Add ${dataset}.`,
    fetch: () => Promise.reject(new Error("pages do not fetch")),
  };
}

const linesOf = (page: Page, heading: string) =>
  page.sections.find((section) => section.heading === heading)?.lines ?? [];
const textOf = (page: Page) => JSON.stringify(page);

describe("the menu", () => {
  test("lists what works with the data at hand, and the rest with its remedy", () => {
    const page = menuPage(topics, marketWith("live", "levels", "policyDecisions"), [SOURCE]);
    expect(linesOf(page, "Works now").join("\n")).toMatch(/`ratecut`: .*\n`performance`: /);
    expect(linesOf(page, "Works now").join()).not.toContain("valuation");
    expect(linesOf(page, "Needs more data")).toContain("valuation, debt, coverage: Add constituents.");
    expect(textOf(page)).not.toContain("whatif eps");
  });

  test("offers the what-if where its topic works, and every topic once somewhere", () => {
    const page = menuPage(topics, marketWith("live", "constituents"), []);
    expect(linesOf(page, "Also").join()).toContain("`whatif eps=-10%`");
    const listed = [...linesOf(page, "Works now"), ...linesOf(page, "Needs more data")];
    expect(listed.flatMap((line) => line.split(":")[0]?.replaceAll("`", "").split(", ")).sort()).toEqual(
      topics.map(({ name }) => name).sort(),
    );
  });

  test("says once how a dataset is supplied, and that one of two is enough", () => {
    const lines = linesOf(menuPage(topics, marketWith("live"), []), "Needs more data");
    const told = lines.join("\n").match(/Add constituents\./g);
    expect(told).toHaveLength(1);
    expect(lines).toContain("universe: Add universe. Or: constituents, as for valuation.");
    // Both are needed there, and one is not enough.
    expect(lines.find((line) => line.startsWith("ratecut"))).toBe(
      "ratecut: Add levels. Add policyDecisions.",
    );
  });

  test("has no empty heading where everything or nothing works", () => {
    const all = topics.flatMap(({ needs }) => Object.values(needs).map(({ dataset }) => dataset));
    const headings = (page: Page) => page.sections.map(({ heading }) => heading);
    expect(headings(menuPage(topics, marketWith("live", ...all), [SOURCE]))).toEqual([
      "Data",
      "Works now",
      "Also",
    ]);
    const nothing = menuPage(topics, marketWith("live"), []);
    expect(headings(nothing)).toEqual(["Data", "Needs more data", "Also"]);
    expect(linesOf(nothing, "Data")).toEqual(["Live: no market data at hand"]);
  });

  test("says once whose data they are, to when, and whether they are real", () => {
    const menu = (mode: MarketData["mode"], source: Source) =>
      linesOf(menuPage(topics, marketWith(mode, "levels"), [source]), "Data");
    expect(menu("live", SOURCE)).toEqual(["Live: Small / Large, Test provider, to Oct 2026"]);
    expect(menu("live", { ...SOURCE, provider: "Small / Large" })).toEqual([
      "Live: Small / Large, to Oct 2026",
    ]);
    expect(menu("sample", SOURCE)[0]).toMatch(/^SAMPLE DATA \(/);
  });
});

test("the menu says which sources have not answered yet", () => {
  const menu = (data: readonly Source[]) =>
    linesOf(
      menuPage(topics, marketWith("live", "levels"), data, { asking: ["levels", "constituents"] }),
      "Data",
    );
  expect(menu([])).toEqual(["Live: asking for levels, constituents …"]);
  expect(menu([SOURCE]).at(-1)).toBe("Live: asking for levels, constituents …");
});

describe("help", () => {
  test("names every topic, every command and what may follow any", () => {
    const text = textOf(helpPage(topics));
    for (const { name, summary } of topics)
      expect([text.includes(name), text.includes(summary)]).toEqual([true, true]);
    expect(text).toContain("on floating debt, from −500bp to +1,000bp (1% is 100bp); hypothetical, private");
    for (const word of ["explain <", "whatif eps=", "`sources`", "private:", "asof="])
      expect(text).toContain(word);
  });

  test.each(topics)("of $name lists arguments with their choices, data and figures", (topic) => {
    const page = topicHelpPage(topic);
    const args = linesOf(page, "Arguments").join("\n");
    for (const [name, { choices, describe: words, limits = "" }] of Object.entries(topic.args)) {
      expect(args).toContain(`${name}=${name === "claim" ? "1 to 31" : choices.join(" | ")}`);
      expect(args).toContain(words);
      expect(args).toContain(limits);
    }
    const figures = linesOf(page, "Figures, each with its unit and what one of them is called");
    expect(figures.map((line) => line.split(": ")[0])).toEqual(Object.keys(topic.figures));
    for (const line of figures) {
      expect(line).toMatch(/: \S.* \([a-z0-9, ]+\)$/);
      expect(line).not.toMatch(/undefined|NaN|no window/);
    }
    expect(linesOf(page, "Data it needs")).toHaveLength(Object.keys(topic.needs).length);
  });

  test("writes data in words, and says which are optional", () => {
    const lines = topics.flatMap((topic) => linesOf(topicHelpPage(topic), "Data it needs"));
    expect(lines).toContain("policy-decisions");
    expect(lines.some((line) => line.endsWith(" (if there)"))).toBe(true);
  });
});

describe("sources", () => {
  test("gives provenance, stand-ins and problems, one line a dataset", () => {
    const page = sourcesPage(marketWith("live"), [
      { ...SOURCE, fallback: "stands in for X" },
      { dataset: "policyDecisions", problem: "timed out; try later" },
    ]);
    expect(page.sections).toEqual([
      {
        heading: "Live data",
        lines: [
          "levels: Test provider, to 30 Oct 2026, retrieved 1 Nov 2026, licence internal, stands in for X, content abababababab",
          "policy-decisions: timed out; try later",
        ],
      },
    ]);
    expect(sourcesPage(marketWith("sample"), []).sections[0]?.heading).toMatch(/^SAMPLE DATA/);
  });

  test("gives each source's state, and what is doubtful", () => {
    const card = {
      id: "tiingo",
      provider: "Tiingo",
      licence: "internal-use",
      provides: ["levels"],
      hosts: ["api.tiingo.com"],
      key: "set" as const,
      setting: "TIINGO_API_KEY",
      terms: "ask first",
      lastSuccess: "2026-11-01T07:00:00.000Z",
      lastFault: "status 503",
    };
    const unset = {
      ...card,
      key: "missing" as const,
      hosts: [],
      terms: null,
      lastSuccess: null,
      lastFault: null,
    };
    const page = sourcesPage(
      marketWith("live"),
      [{ ...SOURCE, doubts: ["a day is missing"] }],
      [card, unset],
    );
    expect(page.sections.slice(1)).toEqual([
      {
        heading: "Each source",
        lines: [
          "tiingo (Tiingo): levels; licence internal-use; api.tiingo.com; last success 1 Nov 2026 07:00 UTC; last fault: status 503; terms: ask first",
          "tiingo (Tiingo): levels; licence internal-use; nothing leaves this machine; not asked: TIINGO_API_KEY is not set",
        ],
      },
      { heading: "Doubts about the data", lines: ["levels: a day is missing"] },
    ]);
    const { sections } = statusPage(marketWith("live"), [{ ...SOURCE, doubts: ["a day is missing"] }], null);
    expect(sections[0]?.lines).toEqual(["1 of 1 datasets at hand answer", "levels: a day is missing"]);
  });

  test("says which of the datasets that are there are overdue", () => {
    const late = { ...SOURCE, overdue: ["vix: the data end on 1 Oct 2026"] };
    const failed = { dataset: "policyDecisions", problem: "down; wait" };
    const { sections } = statusPage(marketWith("live"), [SOURCE, late, failed], null);
    expect(sections[0]?.lines).toEqual([
      "2 of 3 datasets at hand answer, 1 of them with data overdue",
      "levels: overdue, vix: the data end on 1 Oct 2026",
      "policy-decisions: down; wait",
    ]);
  });

  test("has a line for each publisher of a dataset, however many series that one gave", () => {
    const part = (provider: string, asOf: string, contentHash: string) => ({
      ...SOURCE,
      provider,
      asOf,
      contentHash,
      dataset: `series of ${provider}`,
    });
    const parts = {
      vix: part("FRED", "2026-11-20", "aa"),
      sahm: part("FRED", "2026-10-31", "bb"),
      cpi: part("BLS", "2026-10-31", "cc"),
    };
    const { sections } = sourcesPage(marketWith("live"), [{ ...SOURCE, asOf: "2026-11-20", parts }]);
    expect(sections[0]?.lines.map((line) => line.replace(/, retrieved.*licence [^,]+/, ""))).toEqual([
      "series of FRED: FRED, to 20 Nov 2026, 2 series, each with its own answer",
      "series of BLS: BLS, to 31 Oct 2026, content cc",
    ]);
  });
});

describe("explain", () => {
  const { ratecut, absences } = EXAMPLE_BRIEFINGS;

  test("gives the unrounded value, date, count, definition, sources, caveats and the command again", () => {
    const page = explainPage(ratecut, "ratecut.all.12m.mean");
    expect(page.title).toBe("All cuts, 12m, mean: +5.2 pp");
    expect(linesOf(page, "ratecut.all.12m.mean")).toEqual([
      "Value: 5.2239 pp",
      "As of 31 Oct 2026",
      "Observations: 54",
    ]);
    expect(linesOf(page, "Definition")[0]).toMatch(/^Total return of small minus large/);
    const [figure] = ratecut.figures;
    const level = figure && {
      ...figure,
      unit: "level" as const,
      value: 0.07,
      measuredIn: "percentage points",
    };
    const one = explainPage({ ...ratecut, figures: level ? [level] : [] }, level?.key ?? "");
    expect(linesOf(one, level?.key ?? "")[0]).toBe("Value: 0.07 percentage points");
    expect(linesOf(page, "Sources")).toHaveLength(2);
    expect(linesOf(page, "Other readings")).toContain(
      "First cut of a cycle, 12m, mean: −3.1 pp (ratecut.first.12m.mean)",
    );
    expect(linesOf(page, "Caveats")).toEqual(ratecut.caveats);
    expect(linesOf(page, "Recompute it")).toEqual(["`ratecut cycle=all basis=total asof=2026-10-31`"]);
  });

  test("begins with a capital letter, and prints a minus as a minus", () => {
    const [figure] = ratecut.figures;
    const fallen = figure && { ...figure, label: "one month, small minus large", value: -3.125 };
    const page = explainPage({ ...ratecut, figures: fallen ? [fallen] : [] }, figure?.key ?? "");
    expect(page.title).toBe("One month, small minus large: \u22123.1 pp");
    expect(linesOf(page, figure?.key ?? "")[0]).toBe("Value: \u22123.125 pp");
  });

  test("gives the answers that the number was read from, and what is doubtful about them", () => {
    const response = {
      url: "https://host/path",
      sha256: "cd".repeat(32),
      retrievedAt: "2026-11-01T07:00:00.000Z",
      status: 200,
    };
    const source = { ...SOURCE, responses: [response], responseCount: 37, doubts: ["a day is missing"] };
    const figures = ratecut.figures.map((figure) => ({ ...figure, sources: [source] }));
    const page = explainPage({ ...ratecut, figures }, "ratecut.all.12m.mean");
    expect(linesOf(page, "Answers they were read from")).toEqual([
      `https://host/path: status 200, at 2026-11-01T07:00:00.000Z, SHA-256 ${"cd".repeat(32)}`,
      "and 36 older ones, which the hash above covers",
    ]);
    expect(linesOf(page, "Doubts about the data")).toEqual(["a day is missing"]);
  });

  test("says what it is about, as of when and on which data", () => {
    expect(explainPage(ratecut, "ratecut.cycles")).toMatchObject({
      title: "Cycles: 7",
      pair: ratecut.pair,
      asOf: ratecut.asOf,
      dataMode: "live",
    });
    const { sample } = EXAMPLE_BRIEFINGS;
    expect(explainPage(sample, "performance.1d.small")).toMatchObject({
      title: "SAMPLE DATA: Small, 1d: −0.9%",
      dataMode: "sample",
    });
  });

  test("names the assumption of a hypothetical briefing first, and only there", () => {
    const whatIf: Briefing = { ...ratecut, command: "valuation eps=-10%", hypothetical: true };
    expect(explainPage(whatIf, "ratecut.cycles").sections[0]).toEqual({
      heading: "Hypothetical",
      lines: ["Computed under an assumption of yours: eps=-10%. It is no forecast."],
    });
    expect(linesOf(explainPage(ratecut, "ratecut.cycles"), "Hypothetical")).toEqual([]);
  });

  test("gives the day to which a table of events is known", () => {
    const source: Source = { ...SOURCE, completeTo: "2026-08-20" };
    const figures = ratecut.figures.map((figure) => ({ ...figure, sources: [source] }));
    expect(linesOf(explainPage({ ...ratecut, figures }, "ratecut.cycles"), "Sources")[0]).toContain(
      "levels, known to 20 Aug 2026, retrieved",
    );
  });

  test("is typed as its reader types commands", () => {
    const page = explainPage(ratecut, "ratecut.cycles", (command) => `ask ${command}`);
    expect(linesOf(page, "Recompute it")).toEqual(["`ask ratecut cycle=all basis=total asof=2026-10-31`"]);
  });

  test("does not add a second as-of date", () => {
    const dated: Briefing = { ...ratecut, command: "ratecut asof=2026-11-01" };
    expect(linesOf(explainPage(dated, "ratecut.cycles"), "Recompute it")).toEqual([
      "`ratecut asof=2026-11-01`",
    ]);
  });

  test("finds a key in any letter case, and prints a count without a unit", () => {
    const page = explainPage(ratecut, "RATECUT.CYCLES");
    expect(linesOf(page, "ratecut.cycles")).toContain("Value: 7");
  });

  test.each(absences.figures.filter(({ value }) => isAbsent(value)))(
    "says why $key has no value",
    ({ key, value }) => {
      if (!isAbsent(value)) throw new TypeError("filtered above");
      const [line] = linesOf(explainPage(absences, key), key);
      expect(line).toBe(`No value (${value.absent.replaceAll("_", " ")}): ${value.note}`);
      expect(line?.split(":")[0]).not.toContain("_");
    },
  );

  test("of a figure without a source has no empty heading", () => {
    const page = explainPage(absences, "valuation.percentile20y.aggExLoss");
    expect(page.sections.filter(({ lines }) => lines.length === 0)).toEqual([]);
  });

  test("of an unknown figure names the near miss, or what there is, and quotes little", () => {
    const refused = (key: string) => {
      try {
        explainPage(ratecut, key);
      } catch (error) {
        if (error instanceof BriefingError && error.code === "bad_command") return error;
      }
      throw new Error(`${key} was explained`);
    };
    expect(refused("ratecut.all.12m.meen").hint).toContain("did you mean `explain ratecut.all.12m.mean`?");
    expect(refused("ratecut.something.else.entirely.new").hint).toMatch(
      /^figures here: ratecut\.all\.6m\.mean, /,
    );
    expect(refused(`ratecut.${"x".repeat(900)}`).message.length).toBeLessThan(120);
  });
});
