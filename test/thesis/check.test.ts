import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Page } from "../../src/briefing/briefing.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import type { MarketData } from "../../src/market/port.ts";
import { checkText } from "../../src/thesis/check.ts";
import { CLAIMS } from "../../src/thesis/claims.ts";
import { marketData } from "../data/shared-market-data.ts";
import { PARAGRAPHS } from "./corpus.ts";
import { FALSE, UNTESTABLE } from "./hostile.ts";

const REAL = join(marketData, "russell");
const noReal = !existsSync(REAL);

const over = (market: MarketData) =>
  createAssistant({
    market,
    checkText,
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
let russell: ReturnType<typeof over> | null = null;
const sample = over(openSample());
beforeAll(async () => {
  russell = noReal ? null : over(await openFolder(REAL));
});

async function checked(text: string, data: "russell" | "sample" = "sample"): Promise<Page> {
  const answer = await (data === "russell" && russell ? russell : sample).answer(`check ${text}`);
  if (answer.kind !== "page") throw new Error("check answers with a page");
  expect(answer.private).toBe(true);
  return answer.page;
}

/** "16 depends", "figure holds", as the corpus has them. */
function read({ sections }: Page): readonly string[] {
  return sections.flatMap(({ heading, lines }) => {
    const verdict = /^\d+\. (\w+)/.exec(heading)?.[1];
    if (verdict === undefined) return [];
    const understood = lines.find((line) => line.startsWith("Understood as: ")) ?? "";
    const claim = /\(claim (\d+) of the ledger\)$/.exec(understood)?.[1];
    const nothing = /: (?:An opinion or a forecast|No claim of the ledger, and no figure)$/.test(understood);
    return [`${claim ?? (nothing ? "-" : "figure")} ${verdict}`];
  });
}

describe("the corpus of paragraphs", () => {
  it("is large, and names claims that there are", () => {
    expect(PARAGRAPHS.length).toBeGreaterThanOrEqual(40);
    expect(CLAIMS.map(({ id }) => id)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    if (noReal) console.warn("paragraphs on real data are skipped: no shared market data here");
  });

  it.each(PARAGRAPHS.filter(({ data }) => data === "sample" || !noReal))(
    "$data: $text",
    async ({ data, text, expected }) => {
      const page = await checked(text, data);
      expect(read(page), JSON.stringify(page.sections, null, 1)).toEqual(expected);
    },
  );
});

describe.skipIf(noReal)("sentences that say something else", () => {
  it.each(FALSE)("fails: %s", async (text) => {
    const found = read(await checked(text, "russell")).map((each) => each.split(" ")[1]);
    expect(found).toEqual(["fails"]);
  });

  it.each(UNTESTABLE)("cannot be tested: %s", async (text, named) => {
    const page = await checked(text, "russell");
    const found = read(page).map((each) => each.split(" ")[1]);
    expect(new Set(found), JSON.stringify(page.sections, null, 1)).toEqual(new Set(["cannot"]));
    const why = page.sections.flatMap(({ lines }) => lines.filter((line) => line.startsWith("Why: ")));
    expect(why.at(-1)?.toLowerCase()).toContain(named.toLowerCase());
  });
});

describe("check", () => {
  it("prints an amount in the unit that it was written in", async () => {
    const said = async (amount: string) => {
      const page = await checked(`Small-caps beat large-caps by ${amount} over twelve months.`);
      return page.sections[0]?.lines[1];
    };
    expect(await said("14.6 points")).toContain("by 14.6 pp ");
    expect(await said("1460 basis points")).toContain("by 1460 bp ");
    expect(await said("14.6%")).toContain("by 14.6% ");
  });

  it("tests a sentence that is pasted many times once, and says how many", async () => {
    const page = await checked("Small-caps beat large-caps over six months. ".repeat(38));
    expect(read(page)).toHaveLength(1);
    expect(page.sections[0]?.lines[0]).toMatch(/\(38 times\)$/);
  });

  it("shows the figures that decide, with their dates and sources, and the pitfall", async () => {
    const { sections } = await checked("Small-caps trade at a discount to large-caps.");
    const lines = sections[0]?.lines.join("\n") ?? "";
    expect(lines).toMatch(/without loss-makers: \u221214\.8% \(30 Oct 2026; Synthetic sample market/);
    expect(lines).toContain("Mind: The definition decides the sign");
  });

  it.each([
    ["Small caps are more volatile.", /larger?-caps \(claim 4 of/, "depends on definition"],
    [
      "Small caps trade at a 30% discount",
      /^Understood as: small-caps trade at a discount to large-caps of 30%/,
      "fails",
    ],
    ["In August 2025 small caps had their best month of the year", /\(claim 18 of/, "cannot be tested"],
    [
      "In August 2025 small-caps had their best month against large-caps in twelve months.",
      /\(claim 18 of/,
      "fails",
    ],
  ] as const)(
    "takes %j, which names no side or another measure, for what it says",
    async (text, said, verdict) => {
      const [first] = (await checked(text)).sections;
      expect(first?.heading).toBe(`1. ${verdict}`);
      expect(first?.lines[1]).toMatch(said);
    },
  );

  it("says of a month's own return that the claim is about another measure", async () => {
    const [first] = (await checked("In August 2025 small caps had their best month of the year")).sections;
    expect(first?.lines[2]).toMatch(
      /^Why: it says another thing than the claim that is tested; of that claim: fails/,
    );
  });

  it("says of known words in an unknown order that they are not recognised, not that figures cannot", async () => {
    const [first] = (await checked("Small-caps to large-caps the discount was ahead.")).sections;
    expect(first?.lines[2]).toMatch(/^Why: not recognised as a claim: its words are known/);
  });

  it("shows nothing live of what was pasted", async () => {
    const text =
      "<!channel> @everyone [small-caps](https://evil.example/a) www.evil.com `beat` *large-caps* evil.com/x over six months \u202e\u0007 mail me@evil.com {{x}}.";
    const { sections } = await checked(text);
    const quoted = sections.flatMap(({ lines }) => lines.filter((line) => line.startsWith("“")));
    expect(quoted).toHaveLength(1);
    const live = /evil|https?:|www|@|<|>|`|\*|\{|\p{Cc}|\u202e/u;
    expect(quoted.join("\n")).not.toMatch(live);
    const why = sections.flatMap(({ lines }) => lines.filter((line) => line.startsWith("Why: ")));
    expect(why.join("\n")).toMatch(/not recognised as a claim/);
    expect(why.join("\n")).not.toMatch(live);
  });

  it("clips what it quotes, and refuses what is too long, empty, or no text", async () => {
    const long = `Small-caps beat large-caps over six months ${"and so on ".repeat(60)}.`;
    const [first] = (await checked(long)).sections;
    expect(first?.lines[0]?.length).toBeLessThan(200);
    await expect(checked("Small-caps rose. ".repeat(400))).rejects.toMatchObject({ code: "bad_command" });
    await expect(checked("")).rejects.toMatchObject({ code: "bad_command" });
    await expect(checked("123 456")).rejects.toMatchObject({ code: "bad_command" });
  });

  it("knows nothing later than its as-of date", async () => {
    const page = await checked("Small-caps beat large-caps by 5% over six months. asof=2025-11-15");
    expect(page.sections[0]?.heading).toBe("1. cannot be tested");
    expect(page.sections[0]?.lines.join(" ")).toMatch(/2 of them are not in the data/);
  });

  it("says on which data, and that past performance is no guide", async () => {
    const page = await checked("Small-caps beat large-caps over six months.");
    expect(page.title).toMatch(/^SAMPLE DATA: /);
    expect(page.dataMode).toBe("sample");
    expect(page.sections.at(-1)?.lines.join(" ")).toMatch(/Past performance/);
  });

  it("never throws, whatever is pasted", async () => {
    const pieces = [
      "small-caps",
      "large-caps",
      "beat",
      "by",
      "5%",
      "19x",
      "after cuts",
      "six months",
      "not",
      "—",
      "%",
      "1e9",
      "x",
      ",",
      ".",
      "“",
      "discount",
      "August",
      "record",
    ];
    let seed = 7;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    for (let i = 0; i < 150; i++) {
      const words = Array.from(
        { length: 1 + Math.floor(next() * 20) },
        () => pieces[Math.floor(next() * pieces.length)],
      );
      const page = await checked(`a ${words.join(" ")}`);
      expect(page.sections.length).toBeGreaterThan(0);
    }
  });
});
