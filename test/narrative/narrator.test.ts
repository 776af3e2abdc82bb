import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { fillSlots } from "../../src/briefing/slots.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { memoryCache } from "../../src/narrative/cache.ts";
import { createNarrator, type NarratorDeps, type Outcome } from "../../src/narrative/narrator.ts";
import { createOpenAiDrafter } from "../../src/narrative/openai/drafter.ts";
import { draftShape } from "../../src/narrative/openai/schema.ts";
import type { Draft, Verdict } from "../../src/narrative/port.ts";
import { createSpending, type NarrativeStore } from "../../src/narrative/spending.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";
import { type Answer, drafting, type Model, startModel } from "../support/narrative/model.ts";

/** What the narrator makes of a verdict is the matter here; the gate itself has tests of its own. */
function check(of: Briefing, draft: unknown): Verdict {
  const read = draftShape.safeParse(draft);
  if (!read.success) return refused("schema", "no draft");
  const text = read.data.sentences.map((sentence) => sentence.text).join(" ");
  if (/\d/.test(text)) return refused("digit", `a digit in "${text}"`);
  const figures = new Map(of.figures.map((figure) => [figure.key, figure]));
  return { accepted: true, reasons: [], text: fillSlots(text, figures) };
}
const refused = (code: string, detail: string): Verdict => ({
  accepted: false,
  reasons: [{ code, sentence: 0, detail }],
});

const draftOf = (text: string): Draft => ({
  sentences: [{ text, figures: [], claimType: "level", subject: null, direction: null, comparator: null }],
});
const GOOD = drafting(draftOf("Small-caps stand at {{valuation.small.aggIncl.pe}}."), {
  model: "as-served",
  usage: { input_tokens: 100, output_tokens: 20 },
});
const BAD = drafting(draftOf("Small-caps stand at 12."), { usage: { input_tokens: 90, output_tokens: 10 } });

let model: Model;
let briefing: Briefing;
let other: Briefing;
beforeAll(async () => {
  const dir = await folderOf(sampleDatasets());
  briefing = await briefingOf(dir, "valuation");
  other = await briefingOf(dir, "performance");
  model = await startModel(GOOD);
});
beforeEach(() => model.says(GOOD));
afterEach(() => model.forget());
afterAll(() => model.close());

function memoryStore(): NarrativeStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (_c, key) => kept.get(key),
    set: async (_c, key, value) => void kept.set(key, value),
  };
}

function setUp(more: Partial<NarratorDeps> & { readonly dailyTokens?: number } = {}) {
  const store = memoryStore();
  const outcomes: Outcome[] = [];
  const lines: string[] = [];
  const write = (details: object, message: string) =>
    void lines.push(`${message} ${JSON.stringify(details)}`);
  const now = () => new Date("2026-11-23T12:00:00Z");
  const { dailyTokens = 0, ...deps } = more;
  const narrator = createNarrator({
    drafter: createOpenAiDrafter({
      baseUrl: model.url,
      apiKey: "sk-secret",
      model: "wished",
      apiVersion: null,
      fetch: globalThis.fetch,
    }),
    check,
    isOn: async () => true,
    spending: createSpending(store, { dailyTokens, prices: { input: 1, output: 10 }, now }),
    cache: memoryCache(),
    log: { info: write, warn: write },
    now,
    onOutcome: (outcome) => outcomes.push(outcome),
    ...deps,
  });
  const narrate = (of = briefing, withinMs = 20_000, workspace = "T1") =>
    narrator.narrate(of, { workspace, signal: AbortSignal.timeout(withinMs) });
  return { narrate, outcomes, lines, store };
}

const PE = /^Small-caps stand at \d+\.\dx\.$/;

describe("a narrative", () => {
  it("is the draft with the figures filled in, under the name of the model that wrote it", async () => {
    const { narrate, outcomes } = setUp();
    const { narrative, record } = await narrate();
    expect(narrative).toMatchObject({ model: "as-served", drafted: true, verdict: { accepted: true } });
    expect(narrative?.text).toMatch(PE);
    expect(outcomes).toEqual(["accepted"]);
    expect(record?.drafts).toHaveLength(1);
    expect(record?.drafts[0]?.output).toContain("{{valuation.small.aggIncl.pe}}");
    expect(record?.prompt.input).toContain('"topic":"valuation"');
    expect(record?.promptVersion).toBe(narrative?.promptVersion);
  });

  it("is tried once more with the reasons", async () => {
    model.says(BAD, GOOD);
    const { narrate, outcomes } = setUp();
    const { narrative, record } = await narrate();
    expect(narrative?.text).toMatch(PE);
    expect(record?.drafts.map(({ verdict }) => verdict?.accepted)).toEqual([false, true]);
    expect(outcomes).toEqual(["accepted"]);
    const [, again] = model.asked();
    expect(JSON.stringify(again?.body)).toContain("a digit in");
  });

  it("is none where the second draft is refused as well, and the record tells both", async () => {
    model.says(BAD);
    const { narrate, outcomes, lines } = setUp();
    const { narrative, record } = await narrate();
    expect(narrative).toBeNull();
    expect(record?.drafts.map(({ verdict }) => verdict?.reasons[0]?.code)).toEqual(["digit", "digit"]);
    expect(model.asked()).toHaveLength(2);
    expect(outcomes).toEqual(["refused"]);
    expect(lines.join()).toContain('"reasons":["digit"]');
  });

  it.each([
    ["no JSON at all", "Small-caps look fine."],
    ["half a document", '{"sentences":['],
    ["another shape", '{"text":"x"}'],
  ])("that is %s is refused as a draft, and tried once more", async (_what, content) => {
    model.says({ content } as Answer, GOOD);
    const { narrate } = setUp();
    const { narrative, record } = await narrate();
    expect(narrative).not.toBeNull();
    expect(record?.drafts[0]?.verdict?.reasons[0]?.code).toBe("schema");
  });

  it.each([
    ["down", { error: { message: "down" }, status: 503 } as Answer, "down", 3],
    ["cut off", { content: '{"sen', finishReason: "length" } as Answer, "declined", 1],
  ])("is none where the model is %s, without a second draft", async (_what, answer, outcome, requests) => {
    model.says(answer);
    const { narrate, outcomes } = setUp();
    const { narrative, record } = await narrate();
    expect(narrative).toBeNull();
    expect(record?.drafts).toMatchObject([{ output: null, verdict: null }]);
    expect(model.asked()).toHaveLength(requests);
    expect(outcomes).toEqual([outcome]);
  });
});

it("that is too long for a message is refused, and tried once more", async () => {
  model.says(drafting(draftOf("Words and words. ".repeat(100))), GOOD);
  const { narrate } = setUp();
  const { narrative, record } = await narrate();
  expect(record?.drafts[0]?.verdict?.reasons[0]?.code).toBe("length");
  expect(narrative?.text).toMatch(PE);
});

describe("the deadline", () => {
  it("holds whatever hangs: the model, the switch, the cache, the store", async () => {
    const never = () => new Promise<never>(() => {});
    const hanging: Partial<NarratorDeps>[] = [
      { drafter: { model: "hangs", draft: never } },
      { isOn: never },
      { cache: { get: never, set: never } },
      { spending: { allows: never, book: never, today: never } },
    ];
    for (const deps of hanging) {
      const { narrate } = setUp(deps);
      await expect(narrate(briefing, 30)).resolves.toMatchObject({ narrative: null });
    }
  });

  it("calls the request off, and says in the record that nothing came in time", async () => {
    let calledOff = false;
    const draft = (_prompt: unknown, signal: AbortSignal) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => {
          calledOff = true;
          reject(signal.reason);
        }),
      );
    const { narrate } = setUp({ drafter: { model: "slow", draft } });
    const { record } = await narrate(briefing, 30);
    expect(record?.drafts).toEqual([{ output: null, verdict: null, fault: "no draft within the deadline" }]);
    await expect.poll(() => calledOff).toBe(true);
  });

  it("of one who waits is not that of another who wants the same", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const draft = async () => {
      await promise;
      return { output: JSON.stringify(draftOf("Words.")), model: "slow", usage: { input: 1, output: 1 } };
    };
    const { narrate } = setUp({ drafter: { model: "slow", draft } });
    const [hasty, patient] = [narrate(briefing, 30), narrate(briefing, 20_000)];
    await expect(hasty).resolves.toMatchObject({ narrative: null });
    resolve();
    await expect(patient).resolves.toMatchObject({ narrative: { text: "Words." } });
  });

  it("does not make every answer wait for a model that hangs: after three it is left alone", async () => {
    let asked = 0;
    const draft = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const { narrate } = setUp({ drafter: { model: "hangs", draft } });
    while (asked < 3) await narrate(briefing, 50);
    await new Promise(setImmediate);
    const { record } = await narrate(other, 20_000);
    expect(asked).toBe(3);
    expect(record?.drafts[0]?.fault).toContain("left alone");
  });
});

describe("what is asked of the model", () => {
  it("is asked once for the same figures, also by two at a time and by another workspace", async () => {
    const { narrate, outcomes } = setUp();
    const [one, two] = await Promise.all([narrate(), narrate()]);
    const three = await narrate(briefing, 20_000, "T2");
    expect(model.asked()).toHaveLength(1);
    expect(outcomes).toEqual(["accepted", "cached"]);
    expect(three.narrative).toEqual(one.narrative);
    expect(two.narrative).toEqual(one.narrative);
    expect(three.record?.drafts[0]?.output).toBe(one.record?.drafts[0]?.output);
  });

  it("is asked anew for other figures under the same id, and for another template", async () => {
    const { narrate } = setUp();
    await narrate();
    const [first, ...rest] = briefing.figures;
    if (typeof first?.value !== "number") throw new Error("no figure");
    // So little that the prompt is the same.
    await narrate({ ...briefing, figures: [{ ...first, value: first.value * (1 + 1e-9) }, ...rest] });
    await narrate({ ...briefing, notes: [...briefing.notes, "another note"] });
    expect(model.asked()).toHaveLength(3);
  });

  it("is judged again out of the cache", async () => {
    let isStrict = false;
    const { narrate } = setUp({
      check: (...given) => (isStrict ? refused("learnt", "refused since") : check(...given)),
    });
    await narrate();
    isStrict = true;
    await expect(narrate()).resolves.toMatchObject({ narrative: null });
    expect(model.asked()).toHaveLength(3);
  });

  it("costs: both drafts are booked, and what a refused answer cost as well", async () => {
    model.says(BAD, GOOD);
    const { narrate, store } = setUp();
    await narrate();
    expect([...store.kept]).toEqual([
      ["narrative/spent/T1", { day: "2026-11-23", requests: 2, input: 190, output: 30, usd: 0.00049 }],
    ]);
  });

  it("ends with the day's tokens, for that workspace alone", async () => {
    const { narrate, outcomes } = setUp({ dailyTokens: 100 });
    await narrate(briefing);
    await expect(narrate(other)).resolves.toEqual({ narrative: null, record: null });
    expect(outcomes).toEqual(["accepted", "capped"]);
    await expect(narrate(briefing, 20_000, "T2")).resolves.toMatchObject({ record: { model: "as-served" } });
    model.says(drafting(draftOf("Words alone.")));
    await expect(narrate(other, 20_000, "T2")).resolves.toMatchObject({
      narrative: { text: "Words alone." },
    });
  });

  it("is nothing where a workspace has not switched it on, or where that cannot be read", async () => {
    const off = setUp({ isOn: async () => false });
    await expect(off.narrate()).resolves.toEqual({ narrative: null, record: null });
    const unreadable = setUp({
      isOn: async () => {
        throw new Error("no database");
      },
    });
    await expect(unreadable.narrate()).resolves.toEqual({ narrative: null, record: null });
    expect(model.asked()).toEqual([]);
  });

  it("is nothing where the gate itself breaks", async () => {
    const { narrate, lines } = setUp({
      check: () => {
        throw new Error("a bug in a rule");
      },
    });
    await expect(narrate()).resolves.toMatchObject({ narrative: null });
    expect(lines.join()).toContain("failed inside smallcaps");
  });

  it("goes on where the cache is broken", async () => {
    const broken = async () => {
      throw new Error("no database");
    };
    const { narrate } = setUp({ cache: { get: broken, set: broken } });
    await expect(narrate()).resolves.toMatchObject({ narrative: { model: "as-served" } });
  });
});
