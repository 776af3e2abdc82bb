import { describe, expect, it } from "vitest";
import { checkDraft } from "../../src/narrative/gate/gate.ts";
import { briefingOf, noRealFolder } from "./corpus/briefings.ts";
import type { Case } from "./corpus/corpus.ts";
import { GOOD, LOST } from "./corpus/good.ts";
import { HOSTILE } from "./corpus/hostile.ts";

const codesOf = (reasons: readonly { readonly code: string; readonly sentence: number | null }[]) =>
  [...new Set(reasons.map(({ code, sentence }) => `${code}@${sentence ?? "-"}`))].sort();

async function judged(each: Case) {
  const { reasons } = checkDraft(await briefingOf(each), each.draft);
  return { given: reasons, codes: codesOf(reasons) };
}
const expected = ({ reasons }: Case) => codesOf(reasons.map(([code, sentence]) => ({ code, sentence })));
const there = (cases: readonly Case[]) => cases.filter(({ real }) => !(real && noRealFolder));

describe("the corpus", () => {
  it("is large, and no case stands in it twice", () => {
    expect(GOOD.length).toBeGreaterThanOrEqual(60);
    expect(GOOD.length + HOSTILE.length).toBeGreaterThanOrEqual(200);
    const texts = [...GOOD, ...LOST, ...HOSTILE].map(({ topic, draft }) => JSON.stringify([topic, draft]));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it.each(there(GOOD))("lets through: $topic, $name", async (each) => {
    const { given } = await judged(each);
    expect(given).toEqual([]);
  });

  // One that is let through belongs among the good ones.
  it.each(there(LOST))("still refuses, although it is good: $topic, $name", async (each) => {
    expect((await judged(each)).codes).toEqual(expected(each));
  });

  it("costs few good drafts", () => {
    expect(LOST.length / (GOOD.length + LOST.length)).toBeLessThanOrEqual(0.03);
  });

  it.each(there(HOSTILE))("refuses for its own reason: $topic, $name", async (each) => {
    const { given, codes } = await judged(each);
    expect(codes, JSON.stringify(given, null, 1)).toEqual(expected(each));
  });

  it("has real cases only where the data are", () => {
    if (noRealFolder) console.warn("cases on real data are skipped: no shared market data here");
    expect(there(GOOD).length).toBeGreaterThanOrEqual(60);
  });
});
