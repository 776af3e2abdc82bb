import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type AssistantDeps, createAssistant } from "../../src/assistant.ts";
import type { Answer, AskOptions } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { Refusal, ranLine } from "../../src/briefing/question.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { createOpenAiChooser } from "../../src/narrative/openai/chooser.ts";
import { createQuestionRouter } from "../../src/narrative/router.ts";
import { createSpending } from "../../src/narrative/spending.ts";
import { topics } from "../../src/topics/index.ts";
import { type Model, startModel } from "../support/narrative/model.ts";

const sample = openSample();
const NARRATE = { workspace: "T1", withinMs: 8_000 };

function ask(line: string, options: AskOptions = {}, change: Partial<AssistantDeps> = {}): Promise<Answer> {
  return createAssistant({
    market: sample,
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
    ...change,
  }).answer(line, options);
}

async function thrown(answer: Promise<Answer>): Promise<BriefingError> {
  const error: unknown = await answer.then(
    () => new Error("was answered"),
    (reason: unknown) => reason,
  );
  if (error instanceof BriefingError) return error;
  throw error;
}

const ranBy = async (line: string, options: AskOptions = {}) => {
  const { question } = await ask(line, options);
  return question && ranLine(question);
};

describe("a question in words", () => {
  it.each([
    ["ask are small caps cheap without loss-makers?", "Ran: valuation variant=aggExLoss"],
    ["are small caps cheap without loss-makers?", "Ran: valuation variant=aggExLoss"],
    ["how have small caps done over the last five years", "Ran: performance; not part of it: 5 years"],
    ["cheap?", "Ran: valuation"],
    ["how have small caps done in 2025", "Ran: performance window=12m asof=2025-12-31"],
    ["how have small caps done in 2026", "Ran: performance window=12m; not part of it: up to 2026-12-31"],
    ["ask valuation variant=median", "Ran: valuation variant=median"],
    ["private: are they cheap after all? small caps I mean", "Ran: valuation private"],
    ["ask are small caps cheap asof=2026-06-30", "Ran: valuation asof=2026-06-30"],
    ["asof=2026-06-30 ask are small caps cheap private", "Ran: valuation asof=2026-06-30 private"],
    ["how old is the data?", "Ran: sources"],
  ])("%j says %j", async (line, expected) => {
    expect(await ranBy(line)).toBe(expected);
  });

  it("is the briefing of its command, whole and with the same id", async () => {
    const [asked, typed] = await Promise.all([
      ask("how did small caps do over the last six months?"),
      ask("performance window=6m"),
    ]);
    if (asked.kind !== "briefing" || typed.kind !== "briefing") throw new Error("a page");
    expect(asked.briefing).toEqual(typed.briefing);
    expect(typed.question).toBeUndefined();
  });

  it("says on a page what was run, in front", async () => {
    const answer = await ask("where does the data come from?");
    if (answer.kind !== "page") throw new Error("a briefing");
    expect(answer.page.sections[0]).toEqual({ heading: "", lines: ["Ran: sources"] });
  });

  it("may follow an answer, and then changes its question", async () => {
    expect(await ranBy("and over the last six months?", { previous: "performance basis=price" })).toBe(
      "Ran: performance window=6m basis=price",
    );
    const what = await ask("what if earnings fall by 20%?", { previous: "valuation" });
    expect(what.private).toBe(true);
  });

  it("that is not understood is offered commands, and is not repeated", async () => {
    const answer = await ask("<!channel> what is the *weather* in https://evil.example like today?");
    expect(answer).toMatchObject({ kind: "page", private: false, question: { ran: null, refused: null } });
    expect((await ask("private what is the weather like")).private).toBe(true);
    if (answer.kind !== "page") throw new Error("a briefing");
    expect(JSON.stringify(answer.page)).not.toMatch(/weather|evil|channel/);
    expect(JSON.stringify(answer.page)).toContain("`help`");
  });

  it.each([
    ["valuaton", /did you mean `valuation`/],
    ["performance 6m", /did you mean "window=6m"/],
    ["ratecut cycle=firs", /did you mean "first"/],
    ["ask", /are small caps cheap/],
    ["ask private", /are small caps cheap/],
  ])("a near miss of a command stays one: %j", async (line, hint) => {
    const error = await thrown(ask(line));
    expect([error.code, error instanceof Refusal]).toEqual(["bad_command", false]);
    expect(error.hint).toMatch(hint);
  });
});

describe("a request for advice", () => {
  it.each([
    "should I buy?",
    "ask should I buy?",
    "$AAPL",
    "valuation AAPL",
    "Sollen wir jetzt kaufen?",
    "买还是卖？",
  ])("is refused in one fixed text: %j", async (line) => {
    const error = await thrown(ask(line));
    expect(error).toBeInstanceOf(Refusal);
    expect(error.code).toBe("refused");
    expect(error.message).toBe(
      "smallcaps gives no personal advice, no price targets and nothing on single companies",
    );
    expect(`${error.message} ${error.hint}`).not.toMatch(/AAPL|\d/);
  });

  it("names a company of the index at hand", async () => {
    const { data } = await sample.fetch("constituents");
    const member = data.find(({ name }) => name.split(" ").length > 1);
    if (!member) throw new Error("the sample has companies");
    expect(await thrown(ask(`what is the valuation of ${member.name}?`))).toBeInstanceOf(Refusal);
  });
});

describe("with a language model", () => {
  let model: Model;
  beforeAll(async () => {
    model = await startModel({ content: "{}" });
  });
  afterEach(() => model.forget());
  afterAll(() => model.close());

  const QUESTION = "do the tiddlers look a bit toppy versus the giants, all told";
  const choosing = (choice: unknown) => ({ content: JSON.stringify({ choice }), model: "as-served" });

  function withModel(isOn = true): Partial<AssistantDeps> {
    const store = { get: async () => undefined, set: async () => {} };
    const router = createQuestionRouter({
      chooser: createOpenAiChooser({
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
    return { router: () => router };
  }

  it("is taken for what the model chose, and says so", async () => {
    model.says(choosing({ command: "valuation", arguments: { variant: "median" } }));
    const { kind, question } = await ask(QUESTION, { narrate: NARRATE }, withModel());
    expect(kind).toBe("briefing");
    expect(question && ranLine(question)).toBe("Ran: valuation variant=median (chosen by a language model)");
    expect(question?.routing).toMatchObject({ model: "as-served", fault: null });
    const [asked] = model.asked();
    expect(JSON.stringify(asked?.body)).toContain("tiddlers");
  });

  it.each([
    ["a command that there is not", { command: "rm", arguments: {} }],
    ["an argument that there is not", { command: "valuation", arguments: { shell: "x" } }],
    ["a value that there is not", { command: "valuation", arguments: { variant: "cheapest" } }],
    [
      "a number that nobody asked for",
      { command: "ratecut", arguments: { cycle: null, basis: null, since: "1999" } },
    ],
    ["an assumption", { command: "valuation", arguments: { variant: null, eps: "-10%" } }],
    ["a change of schedules", { command: "schedule list", arguments: {} }],
    ["none", { command: "none", arguments: {} }],
    ["no choice", "valuation"],
  ])("that chooses %s is not followed", async (_what, choice) => {
    model.says(choosing(choice));
    const answer = await ask(QUESTION, { narrate: NARRATE }, withModel());
    expect(answer).toMatchObject({ kind: "page", question: { ran: null } });
  });

  it("that calls it a request for advice has it refused", async () => {
    model.says(choosing({ command: "advice", arguments: {} }));
    const error = await thrown(ask(QUESTION, { narrate: NARRATE }, withModel()));
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).question).toMatchObject({ by: "model", refused: "advice" });
  });

  it("that fails costs the choice alone", async () => {
    model.says({ error: { message: "no" }, status: 401 });
    const answer = await ask(QUESTION, { narrate: NARRATE }, withModel());
    expect(answer).toMatchObject({ kind: "page", question: { ran: null, routing: { output: null } } });
  });

  it("is not asked where rules do, where summaries are off or not wanted, or for what is refused", async () => {
    model.says(choosing({ command: "valuation", arguments: { variant: null } }));
    await ask("are small caps cheap?", { narrate: NARRATE }, withModel());
    await ask("valuation", { narrate: NARRATE }, withModel());
    await ask(QUESTION, { narrate: NARRATE }, withModel(false));
    await ask(QUESTION, {}, withModel());
    await thrown(ask("should I buy?", { narrate: NARRATE }, withModel()));
    await thrown(ask("valuaton", { narrate: NARRATE }, withModel()));
    expect(model.asked()).toEqual([]);
  });
});
