import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { freshFolder, runProgram } from "../support/cli.ts";

const dir = freshFolder();
const briefing = join(dir, "briefing.json");

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const check = (...options: readonly string[]) => runProgram(["narrate-check", ...options]);

/** Values of the sample market: small 18.7x, large 21.9x without loss-makers; gap −14.8%; loss-makers 40.1%. */
const SENTENCES = [
  {
    text: "Without loss-makers, small-caps trade below large-caps by {{valuation.discount.aggExLoss}}.",
    figures: ["valuation.discount.aggExLoss"],
    claimType: "comparison",
    subject: "valuation.discount.aggExLoss",
    direction: "below",
    comparator: "zero",
  },
  {
    text: "Loss-makers are {{valuation.small.lossShareCount}} of small-caps.",
    figures: ["valuation.small.lossShareCount"],
    claimType: "level",
    subject: null,
    direction: null,
    comparator: null,
  },
];

describe("narrate-check", () => {
  beforeAll(async () => {
    const { stdout } = await runProgram(["ask", "valuation", "--json"]);
    file("briefing.json", stdout);
  });

  it("prints the text of an accepted draft, the figures filled in", async () => {
    const draft = file("good.json", { sentences: SENTENCES });
    const { code, stdout } = await check("--briefing", briefing, "--draft", draft, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      accepted: true,
      reasons: [],
      text: "Without loss-makers, small-caps trade below large-caps by 14.8%. Loss-makers are 40.1% of small-caps.",
    });
    const inWords = await check("--briefing", briefing, "--draft", draft);
    expect(inWords.stdout).toMatch(/^accepted\nWithout loss-makers/);
  });

  it("names the sentence of each reason, and exits 0 all the same", async () => {
    const [gap, losses] = SENTENCES;
    const wrong = { ...gap, text: gap?.text.replace("below", "above") };
    const draft = file("bad.json", { sentences: [losses, wrong] });
    const { code, stdout } = await check("--briefing", briefing, "--draft", draft, "--json");
    expect(code).toBe(0);
    const verdict = JSON.parse(stdout);
    expect(verdict).toMatchObject({ accepted: false, reasons: [{ code: "direction", sentence: 1 }] });
    expect(verdict).not.toHaveProperty("text");
    const inWords = await check("--briefing", briefing, "--draft", draft);
    expect(inWords.stdout).toContain("sentence 1: direction: ");
  });

  it("does not accept what breaks the schema, and exits 0", async () => {
    const draft = file("shape.json", { sentences: [{ text: "Small-caps." }] });
    const { code, stdout } = await check("--briefing", briefing, "--draft", draft, "--json");
    expect(code).toBe(0);
    const { accepted, reasons } = JSON.parse(stdout);
    expect(accepted).toBe(false);
    expect(reasons[0]).toMatchObject({ code: "schema", sentence: 0 });
  });

  it.each([
    ["no options", [], "--briefing is missing"],
    ["no draft", ["--briefing", briefing], "--draft is missing"],
    ["an option it does not know", ["--brifing", "x"], "--brifing"],
    [
      "a missing file",
      ["--briefing", "nowhere.json", "--draft", briefing],
      "nowhere.json: there is no such file",
    ],
    ["a folder", ["--briefing", dir, "--draft", briefing], dir],
    ["no JSON", ["--briefing", file("no.json", "{"), "--draft", briefing], "is no JSON"],
    [
      "no briefing",
      ["--briefing", file("other.json", { pair: 3 }), "--draft", briefing],
      "is no briefing: pair",
    ],
  ])("exits 2 on %s, naming it and what to do", async (_what, options, named) => {
    const { code, stdout, stderr } = await check(...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(named);
    expect(stderr.trim().split("\n").length).toBeGreaterThan(1);
  });
});
