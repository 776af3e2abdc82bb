import { describe, expect, test } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { AskOptions } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { parseLine } from "../../src/commands/grammar.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { topics } from "../../src/topics/index.ts";
import { folderOf, member } from "../support/folder-assistant.ts";

const parse = (line: string) => parseLine(line, topics, "2026-11-23");

describe("export", () => {
  test("reads the topic, its arguments and the format in any order", () => {
    const { command, asOf } = parse("EXPORT format=XLSX valuation variant=median asof=2025-12-10");
    expect(command).toMatchObject({
      kind: "export",
      format: "xlsx",
      of: { topic: { name: "valuation" }, given: ["variant=median"] },
    });
    expect(asOf).toBe("2025-12-10");
  });

  test("takes a whatif as the topic that it is", () => {
    expect(parse("export whatif rates=-50bp format=csv").command).toEqual(
      parse("export debt rates=-50bp format=csv").command,
    );
  });

  test("says of what is no topic what it takes, to be typed", () => {
    const hintOf = (line: string) => {
      try {
        parse(line);
      } catch (error) {
        if (error instanceof BriefingError) return error.hint;
      }
      throw new Error(`${line} was taken`);
    };
    expect(hintOf("export brief format=xlsx")).toMatch(
      /^e\.g\. `export valuation format=xlsx`; topics: valuation, /,
    );
    expect(hintOf("export valution format=csv")).toMatch(/^did you mean `export valuation format=csv`\? /);
  });

  test.each([
    ["export", /needs a topic/],
    ["export valuation", /needs a format/],
    ["export format=csv", /needs a topic/],
    ["export valuation format=pdf", /"pdf" is not a format/],
    ["export valuation format", /"" is not a format/],
    ["export valuation format=csv format=csv", /more than once/],
    ["export valution format=csv", /there is no topic "valution"/],
    ["export brief format=csv", /export takes one topic or a whatif, and "brief" is neither/],
    ["export Status format=csv", /export takes one topic or a whatif, and "Status" is neither/],
    ["export whatif format=csv", /whatif needs an assumption/],
    ["export whatif rates=1% format=csv", /"1%" is not a value of rates=/],
    ["export valuation eps format=csv", /"eps" stands alone/],
  ])("%s is refused", (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});

describe("an exported briefing", () => {
  const asked = async (licence: string, options: AskOptions) => {
    const dir = await folderOf(
      { constituents: [member("small", "S", { analysts: 1 }), member("large", "L", { analysts: 4 })] },
      { licence },
    );
    const assistant = createAssistant({
      market: await openFolder(dir),
      topics,
      today: () => "2026-11-23",
      defaultAsOf: "newest",
      codeVersion: "test",
      firm: { name: "", disclaimer: "" },
    });
    return assistant.answer("export coverage format=csv", options);
  };

  test("is the topic's own, private, with the format beside it", async () => {
    expect(await asked("your contract", { files: true })).toMatchObject({
      kind: "briefing",
      private: true,
      exportAs: "csv",
      briefing: { command: "coverage" },
    });
  });

  test.each(["Research only, no redistribution", "your contract: not for redistribution", "no-export"])(
    "is refused where the licence says %s",
    async (licence) => {
      await expect(asked(licence, { files: true })).rejects.toMatchObject({
        code: "refused",
        message: expect.stringContaining(licence),
      });
    },
  );

  test("is not asked for where nobody can be given a file", async () => {
    await expect(asked("your contract", {})).rejects.toMatchObject({
      code: "bad_command",
      hint: expect.stringMatching(/direct message of Slack.*console page.*terminal.*PUBLIC_URL/),
    });
  });
});
