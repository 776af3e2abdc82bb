import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { AskOptions, Page } from "../../src/briefing/briefing.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { createOpenAiMatcher } from "../../src/narrative/openai/matcher.ts";
import { createClaimProposer } from "../../src/narrative/proposer.ts";
import { createSpending } from "../../src/narrative/spending.ts";
import { checkText } from "../../src/thesis/check.ts";
import { topics } from "../../src/topics/index.ts";
import { type Model, startModel } from "../support/narrative/model.ts";

/** What no rule knows, and the claim (14) that it makes. */
const TEXT = "Small-caps do well whenever the Fed loosens.";
const NARRATE = { workspace: "T1", withinMs: 8_000 };
const OTHER_WORDS = "The tiddlers do well whenever the Fed loosens.";

let model: Model;
beforeAll(async () => {
  model = await startModel({ content: "{}" });
});
afterEach(() => model.forget());
afterAll(() => model.close());

const matching = (...matches: readonly unknown[]) => ({
  content: JSON.stringify({ matches }),
  model: "as-served",
});

async function check(text: string, { isOn = true, options = { narrate: NARRATE } as AskOptions } = {}) {
  const store = { get: async () => undefined, set: async () => {} };
  const proposer = createClaimProposer({
    matcher: createOpenAiMatcher({
      baseUrl: model.url,
      apiKey: "sk-secret",
      model: "model-wished",
      apiVersion: null,
      fetch: globalThis.fetch,
    }),
    isOn: async () => isOn,
    spending: createSpending(store, { dailyTokens: 0, prices: null, now: () => new Date() }),
    log: { info: () => {}, warn: () => {} },
  });
  const answer = await createAssistant({
    market: openSample(),
    checkText,
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
    proposer: () => proposer,
  }).answer(`check ${text}`, options);
  if (answer.kind !== "page") throw new Error("check answers with a page");
  return { page: answer.page, proposed: answer.proposed };
}

const found = ({ sections }: Page) =>
  sections.filter(({ heading }) => /^\d/.test(heading)).map(({ heading, lines }) => [heading, ...lines]);

describe("a sentence that the rules do not know", () => {
  it("is shown beside the claim that the model proposes, with that claim's verdict and without one of its own", async () => {
    model.says(matching({ sentence: "1", claim: "14" }));
    const { page, proposed } = await check(TEXT);
    const [lines] = found(page);
    expect(lines?.[0]).toBe("1. cannot be tested");
    expect(lines?.[2]).toMatch(/\(claim 14 of the ledger, proposed by a language model: /);
    expect(lines?.[3]).toMatch(/may be about this claim, of which: (?:holds|fails|depends on definition); /);
    expect(page.sections.at(-1)?.lines[0]).toContain("by a language model (as-served)");
    expect(proposed).toMatchObject({ model: "as-served", fault: null });
    expect(JSON.stringify(proposed)).toContain("do well whenever");
  });

  it("need not name small-caps", async () => {
    model.says(matching({ sentence: "1", claim: "14" }));
    expect(found((await check(OTHER_WORDS)).page)[0]?.[2]).toContain("claim 14");
    model.says(matching({ sentence: "1", claim: "none" }));
    expect(found((await check(OTHER_WORDS)).page)[0]?.[2]).not.toMatch(/claim \d/);
  });

  it.each([
    ["denies it", "Small-caps do not do well whenever the Fed loosens."],
    ["turns it round", "Small-caps do worse whenever the Fed loosens."],
    ["has a number of its own", "Small-caps do well by 40 whenever the Fed loosens."],
    ["has a number in words", "Small-caps do twice as well whenever the Fed loosens."],
  ])("has no verdict where it %s", async (_what, text) => {
    model.says(matching({ sentence: "1", claim: "14" }));
    const [lines] = found((await check(text)).page);
    expect(lines?.[0]).toBe("1. cannot be tested");
    expect(lines?.[2]).toContain("proposed by a language model");
    expect(lines?.some((line) => /Sampleton|Synthetic/.test(line))).toBe(false);
  });

  it("is asked of the model with the ledger's ids alone, and no data of ours", async () => {
    model.says(matching({ sentence: "1", claim: "none" }));
    await check(TEXT);
    const body = JSON.stringify(model.asked()[0]?.body);
    expect(body).toContain("do well whenever");
    expect(body).toContain("Small-caps are more volatile than large-caps");
    expect(body).not.toMatch(/Sampleton|\d\.\dx/);
  });
});

describe("what is no proposal", () => {
  it.each([
    ["an id that there is not", [{ sentence: "1", claim: "99" }]],
    ["a verdict", [{ sentence: "1", claim: "holds" }]],
    ["a sentence that there is not", [{ sentence: "2", claim: "14" }]],
    [
      "one sentence twice",
      [
        { sentence: "1", claim: "14" },
        { sentence: "1", claim: "26" },
      ],
    ],
    ["no list", ["14"]],
  ])("%s is refused, and kept in the record", async (_what, matches) => {
    model.says(matching(...matches));
    const { page, proposed } = await check(TEXT);
    expect(found(page)[0]?.[0]).toBe("1. cannot be tested");
    expect(JSON.stringify(page)).not.toContain("language model");
    expect(proposed).toMatchObject({ fault: "the answer is none of the choices" });
  });

  it("costs nothing but itself where the model fails or is too slow", async () => {
    model.says({ error: { message: "no" }, status: 401 });
    const failed = await check(TEXT);
    model.says(async () => {
      await new Promise((wake) => setTimeout(wake, 6_000).unref());
      return matching({ sentence: "1", claim: "14" });
    });
    const slow = await check(TEXT);
    expect(failed.page).toEqual(slow.page);
    expect(found(slow.page)[0]?.[0]).toBe("1. cannot be tested");
    expect([failed.proposed, slow.proposed]).toMatchObject([{ output: null }, { output: null }]);
  }, 20_000);
});

describe("a match by rules", () => {
  it.each([
    "Small-caps beat large-caps over twelve months.",
    "We believe small-caps are compelling.",
    "Small-caps will rise.",
  ])("is not asked of the model: %s", async (text) => {
    model.says(matching({ sentence: "1", claim: "26" }));
    const [with_, without] = [await check(text), await check(text, { isOn: false })];
    expect(with_).toEqual(without);
    expect(model.asked()).toEqual([]);
  });

  it("leaves the model the other sentences, by their own numbers", async () => {
    model.says(matching({ sentence: "1", claim: "14" }));
    const { page } = await check(`Small-caps trade at a discount to large-caps. ${TEXT}`);
    expect(found(page).map((lines) => /claim (\d+)/.exec(lines[2] ?? "")?.[1])).toEqual([undefined, "14"]);
  });

  it("stands alone where summaries are off, or not wanted", async () => {
    model.says(matching({ sentence: "1", claim: "14" }));
    const off = await check(TEXT, { isOn: false });
    const unasked = await check(TEXT, { options: {} });
    expect(off).toEqual(unasked);
    expect(off.proposed).toBeUndefined();
    expect(model.asked()).toEqual([]);
  });
});
