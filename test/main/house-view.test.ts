import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshFolder, runProgram } from "../support/cli.ts";

const TIMEOUT = 120_000;
const fileOf = (text: string) => {
  const path = join(freshFolder(), "house.yaml");
  writeFileSync(path, text);
  return path;
};
const GOOD = `claims:
  - id: thin-cover
    statement: The median small-cap earns less than three times its interest
    figure: debt.small.interestCoverMedian
    predicate: below
    threshold: 3x
`;

describe("a firm's own claims, in the program", () => {
  test(
    "stand in the thesis",
    async () => {
      const ran = await runProgram(["ask", "thesis thin-cover"], { HOUSE_VIEW: fileOf(GOOD) });
      expect(ran.code).toBe(0);
      expect(ran.stdout).toMatch(/House view, holds: The median small-cap earns/);
    },
    TIMEOUT,
  );

  test(
    "stop the start where they are at fault, with file, line and field",
    async () => {
      const path = fileOf(GOOD.replace("Median", "Medial"));
      const ran = await runProgram(["serve"], {
        HOUSE_VIEW: path,
        SMALLCAPS_DATA: "sample",
        CONSOLE_PORT: "0",
      });
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe("");
      expect(ran.stderr).toContain(
        `${path}, line 4, figure: "debt.small.interestCoverMedial" is not a figure of any topic; did you mean "debt.small.interestCoverMedian"?`,
      );
      const advice = fileOf(GOOD.replace(/statement: .*/, "statement: Everybody should buy small-caps now"));
      const advised = await runProgram(["ask", "thesis"], { HOUSE_VIEW: advice, SMALLCAPS_DATA: "sample" });
      expect([advised.code, advised.stdout]).toEqual([2, ""]);
      expect(advised.stderr).toMatch(
        /line 3, statement: it reads as advice, a forecast or praise \(“buy”, “should”\): say how a figure stands/,
      );
      const missing = await runProgram(["ask", "debt"], { HOUSE_VIEW: "no-such-file.yaml" });
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain('HOUSE_VIEW: the file "no-such-file.yaml" cannot be read');
    },
    TIMEOUT,
  );

  test(
    "are told by doctor, which lists every fault of theirs and of what else is set",
    async () => {
      const good = await runProgram(["admin", "doctor"], {
        HOUSE_VIEW: fileOf(GOOD),
        SMALLCAPS_DATA: "sample",
      });
      expect(good.stdout).toMatch(/House view.*1 of the firm's own claims/);
      expect(good.stdout).not.toContain("FAULT");
      const bad = await runProgram(["admin", "doctor"], {
        HOUSE_VIEW: fileOf(GOOD.replace("3x", "3bp").replace("below", "bellow")),
        SMALLCAPS_DATA: "sample",
        DATA_FOLDER: "/no/such/folder",
        CONSOLE_PORT: "99999",
        LOG_LEVEL: "loud",
        FIRM_LOGO: "/no/such/logo.svg",
        SLACK_BOT_TOKEN: "xoxb-1",
      });
      expect(bad.code).toBe(1);
      for (const fault of [
        /^FAULT .*Configuration: CONSOLE_PORT: "99999" is not valid/m,
        /^FAULT .*Configuration: LOG_LEVEL: "loud" is not valid/m,
        /^FAULT .*Configuration: FIRM_LOGO: .*there is no such file/m,
        /^FAULT .*Configuration: SMALLCAPS_DATA=sample and DATA_FOLDER are both set/m,
        /^FAULT .*Configuration: SLACK_BOT_TOKEN is set, but SLACK_SIGNING_SECRET is not/m,
        /^FAULT .*House view: .*line 5, predicate: "bellow" is no predicate/m,
        /^warning .*All else: data, database and platforms were not looked at/m,
      ])
        expect(bad.stdout).toMatch(fault);
    },
    TIMEOUT,
  );
});
