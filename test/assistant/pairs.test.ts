import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { writeFolder } from "../../src/data/folder/write.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import type { Datasets } from "../../src/market/datasets.ts";
import { folderOf, META, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

/** Small: from 100 by a step each month, large at 100: a month's return in December 2025 is step/(100 + 358·step). */
const levels = (step: number): Datasets["levels"] => {
  const months = Array.from({ length: 360 }, (_, at) => 100 + step * at);
  return {
    small_total: monthlyLevels("1996-01", months),
    large_total: monthlyLevels(
      "1996-01",
      months.map(() => 100),
    ),
  };
};
const ONE = "Test Small / Test Large";
const OTHER = "Other Small / Other Large";
const NAMED = { ...META, name: "Another market", small: "Other Small", large: "Other Large" };

async function twoPairs(own: Partial<Datasets> = { levels: levels(2) }): Promise<string> {
  const { policyDecisions, recessions, macro, factors, constituents } = sampleDatasets();
  const known = { policyDecisions, recessions, macro, factors, constituents };
  const dir = await folderOf({ levels: levels(1), ...known });
  mkdirSync(join(dir, "pairs"));
  await writeFolder(join(dir, "pairs", "other"), NAMED, own);
  return dir;
}
const over = async (dir: string) =>
  createAssistant({
    market: await openFolder(dir),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
const answered = async (dir: string, line: string, previous?: string) =>
  (await over(dir)).answer(line, previous === undefined ? {} : { previous });
const briefingIn = async (dir: string, line: string, previous?: string): Promise<Briefing> => {
  const answer = await answered(dir, line, previous);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
};

describe("a folder with two pairs", () => {
  let dir: string;
  beforeAll(async () => {
    dir = await twoPairs();
  });

  it("answers about the one that is named, and about its own where none is", async () => {
    const [plain, other] = [
      await briefingIn(dir, "performance asof=2025-12-31"),
      await briefingIn(dir, "performance pair=OTHER asof=2025-12-31"),
    ];
    expect(numberOf(plain, "performance.1m.small")).toBeCloseTo(100 / 458, 9);
    expect(numberOf(other, "performance.1m.small")).toBeCloseTo(200 / 816, 9);
    expect([plain.pair, other.pair]).toEqual([ONE, OTHER]);
    expect(other.command).toBe("performance pair=other asof=2025-12-31");
    expect(other.headline).toContain(OTHER);
    for (const { subtitle } of other.charts) expect(subtitle).toContain(OTHER);
    expect(plain.id).not.toBe(other.id);
  });

  it.each(topics.map(({ name }) => name))("never blends the two: %s", async (name) => {
    const briefing = await briefingIn(dir, `${name} pair=other asof=2025-12-31`).catch(
      (error: unknown) => error,
    );
    if (!(briefing instanceof Object && "figures" in briefing)) {
      expect(briefing).toMatchObject({ code: "data_unavailable" });
      return;
    }
    const { figures, charts, headline } = briefing as Briefing;
    for (const { key, sources } of figures)
      for (const { pair } of sources) expect(pair === undefined ? "" : pair.label, key).not.toBe(ONE);
    expect(JSON.stringify([headline, charts.map(({ title, subtitle }) => [title, subtitle])])).not.toContain(
      ONE,
    );
  });

  it("takes facts of the whole market from above, and what is about a pair never", async () => {
    const cuts = await briefingIn(dir, "ratecut pair=other");
    expect(numberOf(cuts, "ratecut.cuts")).toBeGreaterThan(10);
    expect(cuts.pair).toBe(OTHER);
    for (const [topic, file] of [
      ["valuation", "constituents.csv"],
      ["debt", "constituents.csv"],
      ["premium", "factors.csv"],
    ])
      await expect(briefingIn(dir, `${topic} pair=other`)).rejects.toMatchObject({
        code: "data_unavailable",
        hint: expect.stringMatching(new RegExp(`${file}.*pairs/other`)),
      });
  });

  it("keeps the pair in whatever follows", async () => {
    expect((await briefingIn(dir, "and in 6 months", "performance pair=other")).command).toBe(
      "performance window=6m pair=other",
    );
    expect((await briefingIn(dir, "and pair=other", "performance window=6m")).command).toBe(
      "performance window=6m pair=other",
    );
    const words = await answered(dir, "how have small caps done pair=other");
    expect(words.kind === "briefing" && words.briefing.command).toBe("performance pair=other");
    const brief = await briefingIn(dir, "brief topics=performance,ratecut pair=other asof=2025-12-31");
    expect([brief.command, brief.pair]).toEqual([
      "brief topics=performance,ratecut pair=other asof=2025-12-31",
      OTHER,
    ]);
    const usual = await briefingIn(dir, "brief pair=other asof=2025-12-31");
    expect(usual.command).toMatch(/^brief topics=\S+ pair=other asof=2025-12-31$/);
    const explained = await answered(dir, "explain performance.1m.small pair=other");
    expect(explained.kind === "page" && JSON.stringify(explained.page)).toContain(
      "performance pair=other asof=2025-12-31",
    );
    const hypothetical = await briefingIn(dir, "whatif exclude=1999 pair=other");
    expect([hypothetical.hypothetical, hypothetical.pair]).toEqual([true, OTHER]);
    const thesis = await briefingIn(dir, "thesis 9 pair=other");
    expect(thesis.command).toBe("thesis claim=9 pair=other");
  });

  it("leads a bare command with the case for small-caps of the pair that is named", async () => {
    const assistant = await over(dir);
    const lead = async (line: string) => {
      const answer = await assistant.answer(line);
      if (answer.kind !== "page") throw new Error("a bare command answers with a page");
      const [first] = answer.page.sections;
      return [first?.heading, ...(first?.lines ?? [])].join("\n");
    };
    const [plain, other, again] = [await lead(""), await lead("pair=other"), await lead("")];
    expect(other).toMatch(/^The case\n/);
    expect(other).toContain(OTHER);
    expect(other).not.toContain(ONE);
    expect(other).toContain("`thesis pair=other`");
    expect(other).toContain("`thesis claim=14 pair=other`");
    expect(plain).toContain("`thesis claim=14`");
    expect(plain).toContain(ONE);
    expect(again).toBe(plain);
  });

  it("names the pairs in help, and where one is asked for that is none", async () => {
    const help = await answered(dir, "help");
    expect(JSON.stringify(help)).toContain(`pair=NAME: about another pair at hand: other (${OTHER})`);
    await expect(briefingIn(dir, "performance pair=othr")).rejects.toMatchObject({
      code: "bad_command",
      message: "pair=othr: there is no such pair at hand",
      hint: `did you mean "other"? leave pair= out, or give one of other (${OTHER})`,
    });
    await expect(briefingIn(dir, "performance pair=../x")).rejects.toMatchObject({ code: "bad_command" });
    await expect(briefingIn(dir, "performance pair=other pair=other")).rejects.toMatchObject({
      message: "pair= is given more than once",
    });
    await expect(briefingIn(dir, "schedule list pair=other")).rejects.toMatchObject({
      message: "schedule takes no pair=",
    });
    const alone = await folderOf({ levels: levels(1) });
    await expect(briefingIn(alone, "performance pair=other")).rejects.toMatchObject({
      hint: expect.stringContaining("pairs/ in the data folder"),
    });
    expect(JSON.stringify(await answered(alone, "help"))).not.toContain("pair=NAME");
  });

  it("is refused with the pair's name where that pair is at fault", async () => {
    const broken = await twoPairs();
    writeFileSync(join(broken, "pairs", "other", "source.json"), "{");
    await expect(openFolder(broken)).rejects.toMatchObject({
      code: "bad_input",
      message: expect.stringContaining("pairs/other: source.json"),
    });
    const spaced = await twoPairs();
    await writeFolder(join(spaced, "pairs", "An Other"), NAMED, { levels: levels(2) });
    await expect(openFolder(spaced)).rejects.toMatchObject({
      message: expect.stringContaining('"An Other" cannot be typed as pair='),
    });
  });
});
