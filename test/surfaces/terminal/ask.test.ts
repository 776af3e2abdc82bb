import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { writeFolder } from "../../../src/data/folder/write.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { ask, freshFolder, type Ran, runProgram } from "../../support/cli.ts";
import { figureValue, META, monthlyLevels } from "../../support/folder-assistant.ts";

/** The command line's contract, against the program itself. */

const months = Array.from({ length: 72 }, (_, index) => index);
const levels = {
  small_total: monthlyLevels(
    "2020-01",
    months.map((index) => 100 + index + 5 * Math.sin(index)),
  ),
  large_total: monthlyLevels(
    "2020-01",
    months.map((index) => 100 + 1.1 * index),
  ),
};
/** Levels from 31 Jan 2020 to 31 Dec 2025, without constituents. */
let folder = "";
/** The same, under a name that a shell would take apart. */
let quoted = "";
beforeAll(async () => {
  folder = freshFolder();
  const { policyDecisions } = sampleDatasets();
  await writeFolder(folder, META, { levels, policyDecisions });
  quoted = join(freshFolder(), "the firm's $data");
  await writeFolder(quoted, META, { levels, policyDecisions });
});

/** Concurrent tests wait for each other's programs. */
const TIMEOUT = 300_000;
const jsonOf = ({ stdout }: Ran): Briefing => JSON.parse(stdout) as Briefing;

function expectClean({ stdout, stderr }: Ran): void {
  expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+|node:internal|\/src\/|This is a bug/);
  expect(stderr).not.toMatch(/[^\n\P{Cc}]/u);
}

describe.concurrent("an answer", () => {
  test(
    "is the same for a command line in one argument or in several",
    async () => {
      const [one, several] = await Promise.all([
        ask(["ratecut cycle=first basis=total", "--data", folder]),
        ask(["ratecut", "--data", folder, "cycle=first", "basis=total"]),
      ]);
      expect(one).toEqual({ code: 0, stdout: several.stdout, stderr: "" });
      expect(one.stdout).toContain("Test Small / Test Large");
      expect(one.stdout).not.toContain("SAMPLE");
    },
    TIMEOUT,
  );

  test(
    "is recomputed by the command that explain gives, as a shell reads it",
    async () => {
      const key = "performance.6m.relative";
      const [before, explained] = await Promise.all([
        ask(["performance", "window=6m", "--data", quoted, "--as-of", "2025-11-30", "--json"]),
        ask(["explain", key, "window=6m", "--data", quoted, "--as-of", "2025-11-30"]),
      ]);
      const [, command = ""] = /Recompute it\n {2}(.+)\n/.exec(explained.stdout) ?? [];
      expect(command).toMatch(/^npm run --silent ask -- performance window=6m asof=2025-11-30 --data '/);
      const words = execFileSync("sh", ["-c", `printf '%s\\n' ${command}`], { encoding: "utf8" });
      const [, , , , , ...argv] = words.trimEnd().split("\n");
      const again = jsonOf(await ask([...argv, "--json"]));
      expect(again.id).toBe(jsonOf(before).id);
      expect(figureValue(again, key)).toBe(figureValue(jsonOf(before), key));
    },
    TIMEOUT,
  );

  test(
    "with --json is one document: unrounded figures, charts in words, mode, pair, caveats",
    async () => {
      const ran = await ask(["performance", "private", "--data", folder, "--json"]);
      expect([ran.code, ran.stderr]).toEqual([0, ""]);
      const briefing = jsonOf(ran);
      expect(briefing).toMatchObject({
        dataMode: "live",
        pair: "Test Small / Test Large",
        asOf: "2025-12-31",
      });
      const [from, to] = [levels.small_total.at(-13)?.value ?? 0, levels.small_total.at(-1)?.value ?? 0];
      expect(figureValue(briefing, "performance.12m.small")).toBeCloseTo((to / from - 1) * 100, 9);
      expect(briefing.charts.length).toBeGreaterThan(0);
      for (const { alt } of briefing.charts) expect(alt).toMatch(/Test Small \/ Test Large/);
      expect(briefing.caveats.length).toBeGreaterThan(0);
    },
    TIMEOUT,
  );

  test(
    "knows what was known by the end of the as-of date, and no more; asof= is the same",
    async () => {
      const [day, before, typed] = await Promise.all([
        ask(["performance", "--data", folder, "--json", "--as-of", "2025-06-30"]),
        ask(["performance", "--data", folder, "--json", "--as-of", "2025-06-29"]),
        ask(["performance asof=2025-06-30", "--data", folder, "--json"]),
      ]);
      const asOf = (ran: Ran) => jsonOf(ran).figures.find(({ key }) => key === "performance.12m.small")?.asOf;
      expect([asOf(day), asOf(before)]).toEqual(["2025-06-30", "2025-05-31"]);
      expect(typed.stdout).toBe(day.stdout);
    },
    TIMEOUT,
  );

  test(
    "with --png has one picture of 2400 x 1350 a chart, whole",
    async () => {
      const dir = join(freshFolder(), "new", "pictures");
      const ran = await ask(["ratecut", "--data", folder, "--json", "--png", dir]);
      expect(ran.code).toBe(0);
      const files = jsonOf(ran).charts.map(({ id }) => `${id}.png`);
      expect(readdirSync(dir).sort()).toEqual([...files].sort());
      for (const file of files) {
        const png = readFileSync(join(dir, file));
        expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1350]);
        expect(png.subarray(-8, -4).toString()).toBe("IEND");
        expect(ran.stderr).toContain(`chart: ${join(dir, file)}\n`);
      }
      expectClean(ran);
    },
    TIMEOUT,
  );

  test(
    "arrives even where its pictures cannot be written",
    async () => {
      const file = join(freshFolder(), "file");
      writeFileSync(file, "");
      const ran = await ask(["ratecut", "--data", folder, "--png", join(file, "below")]);
      expect(ran.code).toBe(2);
      expect(ran.stdout).toContain("⚠");
      expect(ran.stderr).toContain(join(file, "below"));
      expectClean(ran);
    },
    TIMEOUT,
  );

  test(
    "without data of the user's own is from the sample, and says so first",
    async () => {
      const STATE_DIR = freshFolder();
      const [text, json, menu] = await Promise.all([
        ask(["RATECUT", "cycle", "=", "first"], { STATE_DIR }),
        ask(["whatif eps=−10%", "--json"], { STATE_DIR }),
        ask([], { STATE_DIR }),
      ]);
      expect([text.code, json.code, menu.code]).toEqual([0, 0, 0]);
      expect(text.stdout).toMatch(/^SAMPLE DATA: After the first cut/);
      expect(jsonOf(json)).toMatchObject({ dataMode: "sample", hypothetical: true });
      expect(jsonOf(json).headline).toMatch(/^SAMPLE DATA/);
      expect(menu.stdout).toContain("SAMPLE DATA");
      expect(readdirSync(STATE_DIR)).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    "before the data begin has absent figures or says what is missing, and never crashes",
    async () => {
      const [early, earliest] = await Promise.all([
        ask(["performance", "--data", folder, "--json", "--as-of", "2020-02-29"]),
        ask(["performance", "--data", folder, "--as-of", "1950-01-01"]),
      ]);
      expect(early.code).toBe(0);
      expect(figureValue(jsonOf(early), "performance.12m.small")).toMatchObject({ absent: "too_few_points" });
      expect([earliest.code, earliest.stdout]).toEqual([3, ""]);
      expectClean(earliest);
    },
    TIMEOUT,
  );

  test(
    "does not need a state folder that can be written",
    async () => {
      const STATE_DIR = join(freshFolder(), "file");
      writeFileSync(STATE_DIR, "");
      expect((await ask(["help"], { STATE_DIR })).code).toBe(0);
      expect((await ask(["ratecut"], { STATE_DIR: join(STATE_DIR, "below") })).stdout).toMatch(
        /^SAMPLE DATA/,
      );
    },
    TIMEOUT,
  );
});

describe.concurrent("a fault", () => {
  const refusals: readonly (readonly [name: string, args: () => string[], code: number, says: string[]])[] = [
    ["an unknown command", () => ["valuaton"], 2, ['"valuaton"', 'did you mean "valuation"?']],
    [
      "an unknown argument",
      () => ["ratecut", "cicle=first", "--json"],
      2,
      ['"cicle"', 'did you mean "cycle"?'],
    ],
    ["a bad value", () => ["valuation eps=-100%"], 2, ['"-100%"', "usage: valuation"]],
    ["an unknown option", () => ["ratecut", "--frob"], 2, ["--frob", "usage: "]],
    ["control characters", () => ["ratecut \u001b[31m\u202e"], 2, ['"[31m" stands alone', "usage: ratecut"]],
    ["a very long line", () => ["x".repeat(3_000)], 2, ["3000 characters"]],
    ["no date", () => ["ratecut", "--as-of", "2025-13-01"], 2, ['"2025-13-01"', "YYYY-MM-DD"]],
    ["a date ahead", () => ["ratecut", "--as-of", "2999-01-01"], 2, ["2999-01-01", "earlier date"]],
    [
      "a topic without its data",
      () => ["valuation", "--data", folder],
      3,
      ["constituents", "Add constituents.csv", folder],
    ],
    [
      "a folder that is missing",
      () => ["ratecut", "--data", join(folder, "none")],
      2,
      [join(folder, "none"), "does not exist"],
    ],
    ["a folder that is empty", () => ["ratecut", "--data", freshFolder()], 2, ["is empty"]],
    ["a folder that is a file", () => ["ratecut", "--data", join(folder, "levels.csv")], 2, ["is a file"]],
    ["a folder without source.json", () => ["ratecut", "--data", withoutSource()], 2, ["source.json"]],
    [
      "an unknown figure",
      () => ["explain", "ratecut.all.12m.meen", "--data", folder],
      2,
      ['did you mean "explain ratecut.all.12m.mean"?'],
    ],
  ];

  function withoutSource(): string {
    const dir = join(freshFolder(), "bare");
    mkdirSync(dir);
    writeFileSync(join(dir, "levels.csv"), "date,series,value\n");
    return dir;
  }

  test.each(refusals)(
    "of %s is named with its remedy, on stderr alone",
    async (_name, args, code, says) => {
      const ran = await ask(args());
      expect([ran.code, ran.stdout]).toEqual([code, ""]);
      for (const part of says) expect(ran.stderr).toContain(part);
      expect(ran.stderr.trim().split("\n").length).toBeGreaterThan(1);
      expectClean(ran);
    },
    TIMEOUT,
  );

  test(
    "in the configuration is listed with the others, before anything is answered",
    async () => {
      const ran = await ask(["ratecut"], { CONSOLE_PORT: "x", LOG_LEVEL: "loud" });
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toMatch(/^CONSOLE_PORT: "x".*\nLOG_LEVEL: "loud"/);
      expectClean(ran);
    },
    TIMEOUT,
  );
});

test(
  "generated files are current",
  async () => {
    expect(await runProgram(["generate", "--check"])).toEqual({ code: 0, stdout: "", stderr: "" });
  },
  TIMEOUT,
);
