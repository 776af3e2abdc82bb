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
    statement: Everybody should buy small-caps now
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
      expect(ran.stdout).toMatch(/House view, holds: Everybody should buy/);
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
      const missing = await runProgram(["ask", "debt"], { HOUSE_VIEW: "no-such-file.yaml" });
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain('HOUSE_VIEW: the file "no-such-file.yaml" cannot be read');
    },
    TIMEOUT,
  );

  test(
    "are told by doctor, which warns of advice in them and lists their faults",
    async () => {
      const good = await runProgram(["admin", "doctor"], {
        HOUSE_VIEW: fileOf(GOOD),
        SMALLCAPS_DATA: "sample",
      });
      expect(good.stdout).toMatch(/House view.*1 of the firm's own claims/);
      expect(good.stdout).toMatch(/the claim thin-cover reads like advice/);
      const bad = await runProgram(["admin", "doctor"], {
        HOUSE_VIEW: fileOf(GOOD.replace("3x", "3bp")),
        SMALLCAPS_DATA: "sample",
      });
      expect(bad.stdout).toMatch(/line 6, threshold: "3bp" is in bp/);
      expect(bad.code).toBe(1);
    },
    TIMEOUT,
  );
});
