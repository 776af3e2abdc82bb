import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type AssistantDeps, createAssistant } from "../src/assistant.ts";
import type { Answer, AskOptions, Briefing, Page } from "../src/briefing/briefing.ts";
import { BriefingError } from "../src/briefing/errors.ts";
import type { Source } from "../src/briefing/figure.ts";
import { openSample } from "../src/data/sample/sample.ts";
import type { DatasetName, Datasets } from "../src/market/datasets.ts";
import type { MarketData } from "../src/market/port.ts";
import type { Narrator } from "../src/narrative/port.ts";
import { defineTopic } from "../src/topics/define.ts";
import { topics } from "../src/topics/index.ts";
import { narrativeOf } from "./support/example-briefings.ts";
import { assistantOn, folderOf } from "./support/folder-assistant.ts";

const TODAY = "2026-11-23";
const sample = openSample();

function assistant(change: Partial<AssistantDeps> = {}) {
  return createAssistant({
    market: sample,
    topics,
    today: () => TODAY,
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "Example Wealth LLP", disclaimer: "For internal use only." },
    ...change,
  });
}

function briefingIn(answer: Answer): Briefing {
  if (answer.kind !== "briefing") throw new Error("a page");
  return answer.briefing;
}

function pageIn(answer: Answer): Page {
  if (answer.kind !== "page") throw new Error("a briefing");
  return answer.page;
}

async function refusal(promise: Promise<unknown>): Promise<BriefingError> {
  const error: unknown = await promise.then(
    () => new Error("was answered"),
    (reason: unknown) => reason,
  );
  if (error instanceof BriefingError) return error;
  throw error;
}

/** What `posted` of a database that holds these would give. */
const keeping = (...briefings: readonly Briefing[]): AssistantDeps["receipts"] => {
  const posted = async (id: string) => briefings.find((each) => each.id === id) ?? null;
  const receipt = async () => ({ title: "", sections: [] });
  return () => ({ posted, receipt });
};

const linesOf = (page: Page, heading: string) =>
  page.sections.find((section) => section.heading === heading)?.lines ?? [];

/** A market of one row each for what is named; sources may be changed between questions. */
function tinyMarket(
  change: Partial<Source> = {},
  data: Partial<Datasets> = { recessions: [{ peak: "2020-02", trough: "2020-04" }] },
) {
  const market = {
    source: {
      provider: "Test",
      dataset: "test",
      asOf: "2020-04-30",
      retrievedAt: "2026-01-01",
      licence: "test",
      contentHash: "a",
      ...change,
    } as Source,
  };
  const port: MarketData = {
    mode: "live",
    provides: new Set(Object.keys(data) as DatasetName[]),
    remedy: (dataset) => `Add ${dataset}.`,
    fetch: async <K extends DatasetName>(dataset: K) => ({
      data: data[dataset] as Datasets[K],
      source: market.source,
    }),
  };
  return Object.assign(market, { port });
}

/** A topic on one dataset that counts how often it is computed. */
function countingTopic(dataset: DatasetName = "recessions") {
  const counted = { computed: 0 };
  const topic = defineTopic({
    name: "count",
    title: "Count",
    summary: "counts",
    args: {},
    needs: { rows: { dataset, required: true } },
    figures: {
      "count.rows": {
        unit: "count",
        label: () => "Rows",
        definition: () => "Rows.",
        from: ["rows"],
        describes: "closed",
      },
    },
    compute: () => {
      counted.computed += 1;
      return 1;
    },
    drafts: (value) => [{ family: "count.rows", params: {}, value, asOf: "2020-04-30" }],
    headline: () => "Counted",
    subtitle: () => "Rows",
    tables: () => [],
    notes: () => [],
    charts: () => [],
    caveats: () => ["A caveat."],
  });
  return { topic, counted };
}

describe("an explanation", () => {
  it("of a what-if is private, and names the assumption", async () => {
    const answer = await assistant().answer("explain valuation.whatIf.aggIncl.pe eps=-10%");
    expect(answer).toMatchObject({ kind: "page", private: true, dataMode: "sample" });
    const page = pageIn(answer);
    expect(linesOf(page, "Hypothetical").join()).toContain("eps=-10%");
    expect(page).toMatchObject({ title: expect.stringMatching(/^SAMPLE DATA: /), dataMode: "sample" });
    const plain = await assistant().answer("explain valuation.small.aggIncl.pe");
    expect([plain.private, linesOf(pageIn(plain), "Hypothetical")]).toEqual([false, []]);
  });
});

describe("every answer", () => {
  it.each(["", "help", "sources", "explain ratecut.cycles", "ratecut"])(
    "says on which data it rests: %j",
    async (line) => {
      expect((await assistant().answer(line)).dataMode).toBe("sample");
    },
  );

  it("is signed by the firm, once, and not among the caveats", async () => {
    const briefing = briefingIn(await assistant().answer("ratecut"));
    expect(briefing.firm).toEqual({ name: "Example Wealth LLP", disclaimer: "For internal use only." });
    expect(briefing.caveats.join()).not.toContain("For internal use only.");
  });
});

describe("a reply to an answer", () => {
  const commandOf = async (line: string, options: AskOptions) =>
    briefingIn(await assistant().answer(line, options)).command;

  it("asks the previous command with what it changes", async () => {
    const previous = "ratecut basis=total";
    expect(await commandOf("and since 2000?", { previous })).toBe("ratecut basis=total since=2000-01-01");
    expect(await commandOf("what about all cuts", { previous: "ratecut cycle=first" })).toBe("ratecut");
  });

  it("is no reply where it is a command, and is offered the commands nearest to it where it is neither", async () => {
    expect(await commandOf("performance", { previous: "ratecut" })).toBe("performance");
    for (const [line, previous] of [["thank you", "ratecut"], ["and since 2000?"]] as const) {
      const answer = await assistant().answer(line, previous ? { previous } : {});
      expect(pageIn(answer).title).toBe("I do not know which figures would answer that");
      expect(answer).toMatchObject({ question: { asked: line, ran: null, refused: null } });
    }
    expect((await refusal(assistant().answer("thanks", { previous: "ratecut" }))).message).toContain(
      '"thanks"',
    );
  });

  it("to a what-if stays private", async () => {
    const answer = await assistant().answer("median", { previous: "valuation eps=-10%" });
    expect(answer.private).toBe(true);
  });
});

describe("the same question", () => {
  it("asked a thousand times at once is computed once, and no asker can change the answer", async () => {
    const { topic, counted } = countingTopic();
    const { answer } = assistant({ topics: [topic], market: tinyMarket().port });
    const briefings = (await Promise.all(Array.from({ length: 1_000 }, () => answer("count")))).map(
      briefingIn,
    );
    expect(counted.computed).toBe(1);
    expect(new Set(briefings).size).toBe(1);
    for (const { figures, caveats } of briefings.slice(0, 1)) {
      expect(() => Object.assign(figures[0] ?? {}, { value: 2 })).toThrow(TypeError);
      expect(() => (caveats as unknown as string[]).push("x")).toThrow(TypeError);
    }
  });

  it.each<Partial<Source>>([
    { contentHash: "b" },
    { retrievedAt: "2026-01-02" },
    { fallback: "an old copy" },
    { dataset: "other" },
  ])("is computed again once its source changed: %j", async (change) => {
    const { topic, counted } = countingTopic();
    const market = tinyMarket();
    const { answer } = assistant({ topics: [topic], market: market.port });
    await answer("count");
    market.source = { ...market.source, ...change };
    await answer("count");
    await answer("count");
    expect(counted.computed).toBe(2);
  });

  it("is forgotten after two hundred others", async () => {
    const { topic, counted } = countingTopic();
    const { answer } = assistant({ topics: [topic], market: tinyMarket().port });
    const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
    await answer(`count asof=${day(0)}`);
    for (let index = 1; index < 200; index += 1) await answer(`count asof=${day(index)}`);
    await answer(`count asof=${day(0)}`);
    expect(counted.computed).toBe(200);
    for (let index = 200; index < 400; index += 1) await answer(`count asof=${day(index)}`);
    await answer(`count asof=${day(0)}`);
    expect(counted.computed).toBe(401);
  });

  it("in another spelling is one briefing with one id", async () => {
    const { answer } = assistant();
    const spellings = [
      "ratecut since=2000 cycle=first",
      "RATECUT cycle=FIRST since=2000-01",
      "ratecut cycle=first basis=total since=2000-01-01",
    ];
    const [one, other, third] = (await Promise.all(spellings.map((line) => answer(line)))).map(briefingIn);
    expect(one?.command).toBe("ratecut cycle=first since=2000-01-01");
    expect([other?.id, other?.command]).toEqual([one?.id, one?.command]);
    expect(third?.id).not.toBe(one?.id); // basis=total is a demand, auto a preference
    const [typed, given] = [
      briefingIn(await answer("ratecut asof=2025-06-30")),
      briefingIn(await answer("ratecut cycle=all", { asOf: "2025-06-30" })),
    ];
    expect([given.id, given.command]).toEqual([typed.id, "ratecut asof=2025-06-30"]);
  });
});

describe("the as-of date", () => {
  it("given twice must be one", async () => {
    const { answer } = assistant();
    const fault = await refusal(answer("ratecut asof=2025-06-30", { asOf: "2025-06-29" }));
    expect(fault.code).toBe("bad_command");
    expect(fault.message).toContain("2025-06-30");
    expect(fault.message).toContain("2025-06-29");
    expect(briefingIn(await answer("ratecut asof=2025-06-30", { asOf: "2025-06-30" })).asOf).toBe(
      "2025-06-30",
    );
  });

  it("bounds a source, though a calendar lists days ahead and a table is known beyond it", async () => {
    const data = { calendar: [{ date: "2027-06-30", event: "FOMC" }] };
    const market = tinyMarket({ asOf: "2027-06-30", completeTo: "2026-08-20" }, data);
    const { topic } = countingTopic("calendar");
    const { answer } = assistant({ topics: [topic], market: market.port, defaultAsOf: "today" });
    const [source] = briefingIn(await answer("count asof=2025-01-31")).sources;
    expect([source?.asOf, source?.completeTo]).toEqual(["2025-01-31", "2025-01-31"]);
    expect(briefingIn(await answer("count")).sources[0]).toMatchObject({
      asOf: TODAY,
      completeTo: "2026-08-20",
    });
    // It was retrieved on one day and lists another: no day of today's stands beside them.
    expect(linesOf(pageIn(await answer("sources")), "Live data")).toEqual([
      "test: Test, lists days to 30 Jun 2027, retrieved 1 Jan 2026, licence test, content a",
    ]);
  });

  it("is the newest of the data that can be read", async () => {
    const market: MarketData = {
      ...sample,
      fetch: (dataset, progress) =>
        dataset === "constituents"
          ? Promise.reject(new BriefingError("bad_input", "constituents.csv: is faulty", "mend it"))
          : sample.fetch(dataset, progress),
    };
    const { answer } = assistant({ market });
    expect(briefingIn(await answer("ratecut")).asOf).toBe("2026-10-30");
    expect((await refusal(answer("valuation"))).message).toBe("constituents.csv: is faulty");
  });
});

describe("the menu", () => {
  const slow = (fetch: MarketData["fetch"]): MarketData => ({
    mode: "live",
    provides: new Set<DatasetName>(["levels", "policyDecisions"]),
    remedy: (dataset) => `Add ${dataset}.`,
    fetch,
  });

  it("does not wait for a source that does not answer, and says that it is being asked", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const answering = assistant({ market: slow(() => new Promise(() => {})) }).answer("");
    let isThere = false;
    void answering.then(() => {
      isThere = true;
    });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(isThere).toBe(true);
    const page = pageIn(await answering);
    expect(linesOf(page, "Data")).toEqual(["Live: asking for levels …"]);
    expect(linesOf(page, "Works now").join()).toContain("`ratecut`");
  });

  it.each(["data_unavailable", "bad_input"] as const)("stands where a source fails: %s", async (code) => {
    const failing = slow(() => Promise.reject(new BriefingError(code, "down", "wait")));
    const page = pageIn(await assistant({ market: failing }).answer(""));
    expect(linesOf(page, "Data")).toEqual([
      "levels cannot be read: down; wait",
      "policy-decisions cannot be read: down; wait",
    ]);
    expect(linesOf(page, "Works now").join()).not.toContain("`ratecut`");
    expect(linesOf(page, "Cannot answer now").join()).toMatch(
      /^ratecut.*: levels and policy-decisions cannot be read/,
    );
  });

  it("names file, line and column of a fault, and none of the topics that read the file as working", async () => {
    const row = { date: "2025-01-31", value: 100 };
    const factor = { month: "2025-01", mktRf: 0.01, smb: 0.01, hml: 0, rf: 0 };
    const dir = await folderOf({ levels: { small_total: [row], large_total: [row] }, factors: [factor] });
    await writeFile(
      join(dir, "levels.csv"),
      "date,series,value\n2025-01-31,small_total,100\n2025-02-28,small_total,abc\n",
    );
    const page = pageIn(await (await assistantOn(dir)).answer(""));
    expect(linesOf(page, "Data").join()).toMatch(
      /^levels cannot be read: levels\.csv, line 3, column "value": "abc"/,
    );
    expect(linesOf(page, "Works now").map((line) => line.split(":")[0])).toEqual(["`premium`"]);
    expect(linesOf(page, "Cannot answer now").join()).toMatch(
      /performance, .*volatility.*: levels cannot be read/,
    );
  });
});

describe("the as-of date of a briefing about a session", () => {
  const about = (newest: string, session: string) => {
    const rows = ["2026-01-30", newest].map((date) => ({ date, value: 100 }));
    const { port } = tinyMarket({}, { levels: { small_total: rows, large_total: rows } });
    return assistant({ market: port }).asOfSession(session);
  };

  it("is the session's own, or a newer one that the data speak of, never one ahead of today", async () => {
    expect(await about("2026-07-31", "2026-07-31")).toBe("2026-07-31");
    expect(await about("2026-06-30", "2026-07-31")).toBe("2026-07-31");
    expect(await about("2026-08-03", "2026-07-31")).toBe("2026-08-03");
    expect((await refusal(about("2026-11-24", "2026-11-20"))).message).toContain(
      "ahead of today: 2026-11-24",
    );
  });
});

describe("schedule", () => {
  it("is explained, and belongs to a channel", async () => {
    expect(pageIn(await assistant().answer("help schedule")).title).toBe("Help: schedule");
    for (const line of ["schedule", "schedule pause", "schedule add close+30m topics=valuation"]) {
      const error = await refusal(assistant().answer(line));
      expect([error.code, error.message]).toEqual([
        "bad_command",
        expect.stringContaining("schedules belong to a channel"),
      ]);
    }
  });
});

describe("a question about what was posted", () => {
  /** A close a day; what was posted in the morning is asked about when another close is there. */
  const levels = (...closes: readonly number[]): Datasets["levels"] => {
    const small = closes.map((value, index) => ({ date: `2026-11-${index + 16}`, value }));
    const large = small.map(({ date }) => ({ date, value: 100 }));
    return { small_price: small, large_price: large, small_total: small, large_total: large };
  };
  const morning = tinyMarket({ asOf: "2026-11-19" }, { levels: levels(100, 101, 102, 103) }).port;
  const evening = tinyMarket(
    { asOf: "2026-11-20", contentHash: "b" },
    { levels: levels(100, 101, 102, 103, 206) },
  ).port;
  const key = "performance.1d.small";
  const today = () => "2026-11-20";
  const valueIn = ({ figures }: Briefing) => figures.find((each) => each.key === key)?.value;

  async function posted(command = "performance") {
    const at = assistant({ market: morning, today, defaultAsOf: "today" });
    return briefingIn(await at.answer(command));
  }
  const about = (briefing: Briefing): AskOptions => ({
    posted: { id: briefing.id, command: `${briefing.command} asof=2026-11-20` },
  });
  const later = (receipts: AssistantDeps["receipts"]) =>
    assistant({ market: evening, today, defaultAsOf: "today", ...(receipts ? { receipts } : {}) });

  it("is answered of what was posted, whatever the data say by now", async () => {
    const briefing = await posted();
    const at = later(keeping(briefing));
    const line = "performance asof=2026-11-20";
    expect(valueIn(briefingIn(await at.answer(line)))).toBeCloseTo(100, 10);
    expect(briefingIn(await at.answer(line, about(briefing)))).toEqual(briefing);
    const page = pageIn(await at.answer(`explain ${key} asof=2026-11-20`, about(briefing)));
    expect(page.title).toMatch(/\+1\.0%$/);
    expect(linesOf(page, "Recompute it")).toEqual([`\`receipt ${briefing.id}\``]);
  });

  it("has a summary where it is asked anew, and none of today's where it is about what was posted", async () => {
    const asked: string[] = [];
    const narrator: Narrator = {
      narrate: async (_briefing, { workspace }) => {
        asked.push(workspace);
        const record = {
          model: "m",
          promptVersion: "p",
          prompt: { instructions: "", input: "" },
          drafts: [],
        };
        return { narrative: narrativeOf("Words of a model."), record };
      },
    };
    const at = assistant({ market: morning, today, defaultAsOf: "today", narrator: () => narrator });
    const narrate = { workspace: "T1", withinMs: 1_000 };
    const first = briefingIn(await at.answer("performance", { narrate }));
    expect(first.narrative?.text).toBe("Words of a model.");
    expect(first.id).toBe((await posted()).id);
    expect(briefingIn(await at.answer("performance"))).not.toHaveProperty("narrative");
    const again = briefingIn(await at.answer("performance asof=2026-11-20", { ...about(first), narrate }));
    expect(again.id).toBe(first.id);
    expect(again).not.toHaveProperty("narrative");
    expect(asked).toEqual(["T1"]);
  });

  it("explains a number of several topics by what was posted of them", async () => {
    const briefing = await posted("brief topics=performance");
    const page = pageIn(
      await later(keeping(briefing)).answer(
        `explain ${key} topics=performance asof=2026-11-20`,
        about(briefing),
      ),
    );
    expect(page.title).toMatch(/\+1\.0%$/);
  });

  it("needs no database while the data are the same", async () => {
    const briefing = await posted();
    const at = assistant({ market: morning, today, defaultAsOf: "today" });
    expect(valueIn(briefingIn(await at.answer("performance asof=2026-11-20", about(briefing))))).toBeCloseTo(
      (103 / 102 - 1) * 100,
      10,
    );
  });

  it("is refused where what was posted cannot be had: another number never takes its place", async () => {
    const briefing = await posted();
    const failing: AssistantDeps["receipts"] = () => ({
      posted: () => Promise.reject(new BriefingError("bad_config", "the database is away", "start it")),
      receipt: async () => ({ title: "", sections: [] }),
    });
    for (const receipts of [undefined, keeping(), failing]) {
      const error = await refusal(later(receipts).answer(`explain ${key} asof=2026-11-20`, about(briefing)));
      expect(error).toMatchObject({
        code: "data_unavailable",
        message: expect.stringMatching(/changed since this was posted/),
        hint: "for the figures of today ask again: performance",
      });
    }
  });

  it("takes the id of no other question's briefing", async () => {
    const [one, other] = [await posted(), await posted("performance basis=price")];
    const mixed = { posted: { id: other.id, command: "performance asof=2026-11-20" } };
    await refusal(later(keeping(one, other)).answer("performance asof=2026-11-20", mixed));
  });
});
