import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { quotable } from "../../src/briefing/quotable.ts";
import { type Command, parseLine, splitLine } from "../../src/commands/grammar.ts";
import { type CommandSpec, usageOf } from "../../src/commands/specs.ts";
import { topics } from "../../src/topics/index.ts";

const TODAY = "2026-11-23";
const parse = (line: string) => parseLine(line, topics, TODAY);

function faultOf(line: string): BriefingError {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
  throw new Error(`"${line}" was understood`);
}

function topicOf(command: Command) {
  if (command.kind !== "topic") throw new Error(`a ${command.kind}, not a topic`);
  return { name: command.topic.name, args: command.args, given: command.given };
}

describe("what is understood", () => {
  test("a receipt's id in either case, for the asker alone where wished", () => {
    const command = { kind: "receipt", id: "0123456789abcdef" };
    expect(parse("receipt 0123456789ABCDEF private")).toEqual({
      command,
      private: true,
      asOf: null,
      pair: null,
    });
  });

  test("a bare line is the menu, with or without private", () => {
    expect(parse("")).toEqual({ command: { kind: "menu" }, private: false, asOf: null, pair: null });
    expect(parse(" \t private ")).toEqual({
      command: { kind: "menu" },
      private: true,
      asOf: null,
      pair: null,
    });
  });

  test("a topic takes its arguments in any order, case and spacing, and its fallbacks for the rest", () => {
    const plain = topicOf(parse("ratecut cycle=first since=2000").command);
    expect(plain).toEqual({
      name: "ratecut",
      args: { cycle: "first", basis: "auto", since: "2000-01-01", exclude: null },
      given: ["cycle=first", "since=2000-01-01"],
    });
    for (const line of ["RATECUT CYCLE=FIRST SINCE=2000", "  ratecut  cycle = first since= 2000\n"])
      expect(topicOf(parse(line).command)).toEqual(plain);
  });

  test("a briefing names its topics once each, in their order; without them it is of what is at hand", () => {
    expect(parse("brief").command).toEqual({ kind: "brief", topics: null, given: [] });
    for (const line of ["brief topics=ratecut,valuation", "BRIEF topics = RateCut , valuation,ratecut"]) {
      const { command, private: isPrivate } = parse(`${line} private`);
      if (command.kind !== "brief") throw new Error(`a ${command.kind}`);
      expect(command.topics?.map((each) => topicOf(each).name)).toEqual(["ratecut", "valuation"]);
      expect(command.topics?.map((each) => topicOf(each).args)).toEqual([
        topicOf(parse("ratecut").command).args,
        topicOf(parse("valuation").command).args,
      ]);
      expect([command.given, isPrivate]).toEqual([["topics=ratecut,valuation"], true]);
    }
  });

  test("a number of a briefing is explained by its own topic", () => {
    expect(parse("explain ratecut.all.12m.mean topics=valuation,ratecut asof=2025-12-10")).toMatchObject({
      command: { kind: "explain", key: "ratecut.all.12m.mean", of: parse("ratecut").command },
      asOf: "2025-12-10",
    });
  });

  test("a what-if is the topic that takes the assumption; every kind of minus and a spaced % will do", () => {
    for (const line of ["whatif eps=-10%", "whatif eps=−10%", "whatif eps=–10", "WhatIf EPS = -10 %"]) {
      const { name, args } = topicOf(parse(line).command);
      expect([name, args["eps"]]).toEqual(["valuation", -10]);
    }
  });

  test.each([
    ["whatif eps=-95%", "eps", -95],
    ["whatif eps=+1000%", "eps", 1000],
    ["whatif rates=-500bp", "rates", -500],
    ["whatif rates=+10pp", "rates", 1000],
  ])("an assumption goes to its bounds: %s", (line, name, value) => {
    expect(topicOf(parse(line).command).args[name]).toBe(value);
  });

  test("interest rates change by basis points or percentage points, a cycle goes by its year", () => {
    for (const line of [
      "whatif rates=+100bp",
      "whatif rates = +100 bp",
      "WHATIF rates=1PP",
      "debt rates=100bps",
    ]) {
      const { name, args, given } = topicOf(parse(line).command);
      expect([name, args["rates"], given]).toEqual(["debt", 100, ["rates=100bp"]]);
    }
    expect(topicOf(parse("whatif rates=−50 bp").command).given).toEqual(["rates=-50bp"]);
    const { name, args } = topicOf(parse("whatif exclude=2001").command);
    expect([name, args["exclude"]]).toEqual(["ratecut", "2001"]);
  });

  test("what was typed is kept in one spelling and one order, without what goes without saying", () => {
    const given = (line: string) => topicOf(parse(line).command).given;
    for (const line of [
      "ratecut since=2000 cycle=first",
      "ratecut CYCLE=First since=2000-01",
      "ratecut cycle=FIRST SINCE=2000-01-01",
    ])
      expect(given(line)).toEqual(["cycle=first", "since=2000-01-01"]);
    for (const line of ["whatif eps=−10", "whatif eps = -10.0 %", "valuation variant=all eps=-10%"])
      expect(given(line)).toEqual(["eps=-10%"]);
    expect(given("ratecut cycle=all since=1990")).toEqual([]);
  });

  test("private and asof= stand anywhere", () => {
    for (const line of ["private ratecut asof=2025-12-10", "ratecut ASOF=2025-12-10 PRIVATE"])
      expect(parse(line)).toMatchObject({ command: { kind: "topic" }, private: true, asOf: "2025-12-10" });
    expect(parse(`ratecut asof=${TODAY}`).asOf).toBe(TODAY);
  });

  test("invisible characters are dropped, line breaks part words", () => {
    expect(topicOf(parse("rate\u200bcut\u202e cycle=\ufefffirst").command).args["cycle"]).toBe("first");
    expect(topicOf(parse("ratecut\u0000\u2028cycle=first").command).args["cycle"]).toBe("first");
  });

  test("explain of a figure that takes an assumption says which command shows it", () => {
    for (const [key, assumption] of [
      ["ratecut.whatIf.all.12m.mean", "exclude=2001"],
      ["valuation.whatif.aggIncl.pe", "eps=-10%"],
      ["debt.whatIf.small.ofEbit", "rates=+100bp"],
    ]) {
      const fault = faultOf(`explain ${key}`);
      expect(fault.message).toBe(`"${key}" is hypothetical: it takes an assumption, and none was given`);
      expect(fault.hint).toBe(`type: explain ${key} ${assumption}; whatif ${assumption} shows all of them`);
      expect(parse(`explain ${key} ${assumption}`).command.kind).toBe("explain");
    }
    const { of } = parse("explain risks.backtest.sahm.fires").command as { of: { given: readonly string[] } };
    expect(of.given).toEqual(["backtest=sahm"]);
  });

  test("explain keeps the key as typed and reads the topic's arguments", () => {
    expect(parse("explain RateCut.all.12m.mean basis=price").command).toMatchObject({
      kind: "explain",
      key: "RateCut.all.12m.mean",
      of: { topic: { name: "ratecut" }, args: { basis: "price" } },
    });
  });

  test("help of a topic is its own page, help of another command the general one", () => {
    expect(parse("help RATECUT").command).toMatchObject({ kind: "help", topic: { name: "ratecut" } });
    for (const line of ["help", "help sources", "help help"])
      expect(parse(line).command).toEqual({ kind: "help", topic: null });
  });

  test.each(topics)("the usage line of $name can be typed as it stands", (topic) => {
    expect(topicOf(parse(usageOf(topic)).command).given).toHaveLength(Object.keys(topic.args).length);
  });
});

describe("what is refused names the value and the remedy", () => {
  test.each([
    ["valuaton", /^"valuaton" is not a command$/, "did you mean `valuation`?"],
    ["rate-cut", /"rate-cut"/, "did you mean `ratecut`?"],
    ["perfomance", /"perfomance"/, "did you mean `performance`?"],
    ["ratecut=first", /"ratecut=first"/, "did you mean `ratecut`?"],
    ["🙂", /"🙂"/, 'type "help"'],
    ["ratecut cicle=first", /ratecut has no argument "cicle"/, 'did you mean "cycle"?'],
    [
      "ratecut basis=totl",
      /"totl" is not a value of basis=/,
      'did you mean "total"? it takes one of total, price',
    ],
    ["ratecut cycle=", /"" is not a value of cycle=/, "one of all, first"],
    ["ratecut since=2025-13", /"2025-13" is not a value of since=/, "write it like since=2000"],
    ["performance window=7m", /"7m" is not a value of window=/, "it takes one of 1d, 5d"],
    ["doctor", /doctor is for whoever runs smallcaps/, "npm run --silent admin -- doctor"],
    ["whatif eps=10", /"10" is not a value of eps=/, "write it like eps=-10%"],
    ["whatif rates=100", /"100" is not a value of rates=/, "write it like rates=+100bp"],
    ["valuation eps=abc", /"abc" is not a value of eps=/, "write it like eps=-10%"],
    ["valuation eps=-100%", /"-100%" is not a value of eps=/, "write it like eps=-10%, from −95% to +1,000%"],
    [
      "whatif eps=-95.01%",
      /"-95.01%" is not a value of eps=/,
      "from −95% to +1,000%; usage: whatif eps=-10%",
    ],
    ["whatif eps=1000.1%", /"1000.1%" is not a value of eps=/, "from −95% to +1,000%"],
    ["whatif rates=abc", /"abc" is not a value of rates=/, "write it like rates=+100bp"],
    [
      "whatif rates=1%",
      /"1%" is not a value of rates=/,
      "write it like rates=+100bp, from −500bp to +1,000bp (1% is 100bp); usage: whatif rates=+100bp",
    ],
    ["whatif rates=-501bp", /"-501bp" is not a value of rates=/, "from −500bp to +1,000bp"],
    ["debt rates=-5.1pp", /"-5.1pp" is not a value of rates=/, "from −500bp to +1,000bp"],
    ["whatif rates=-100%", /"-100%" is not a value of rates=/, "write it like rates=+100bp"],
    ["whatif rates=100", /"100" is not a value of rates=/, "write it like rates=+100bp"],
    ["whatif rates=1001bp", /"1001bp" is not a value of rates=/, "write it like rates=+100bp"],
    ["whatif exclude=2o01", /"2o01" is not a value of exclude=/, "write it like exclude=2001"],
    ["whatif exclude=2001 exclude=2007", /exclude= is given more than once/, "usage: whatif exclude=2001"],
    ["ratecut basis=total BASIS=price", /basis= is given more than once/, "usage: ratecut"],
    ["performance 6m", /"6m" stands alone/, 'did you mean "window=6m"?'],
    ["performance YTD", /"YTD" stands alone/, 'did you mean "window=ytd"?'],
    ["whatif eps -10%", /"eps" stands alone/, "write it like eps=-10%"],
    [
      "whatif",
      /whatif needs an assumption/,
      "type: whatif eps=-10% or whatif exclude=2001 or whatif rates=+100bp",
    ],
    ["whatif variant=all", /whatif does not know "variant=all"/, "type: whatif eps=-10%"],
    ["ratecut __proto__=1", /has no argument "__proto__"/, "usage: ratecut"],
    ["ratecut constructor", /"constructor" stands alone/, "usage: ratecut"],
    ["sources x", /"x" was given/, "type: sources"],
    ["receipt", /receipt needs the id/, "at the end of a briefing's Definitions"],
    ["receipt 0123456789abcde", /"0123456789abcde" is not the id/, "receipt 0123456789abcdef"],
    ["receipt 0123456789abcdef x", /"x" is one too many/, "receipt 0123456789abcdef"],
    ["receipt 0123456789abcdef asof=2025-01-02", /receipt takes no asof=/, "leave asof= out"],
    ["help valuaton", /there is no topic "valuaton"/, "did you mean `help valuation`?"],
    ["help ratecut valuation", /"valuation" is one too many/, "topics: "],
    ["explain", /explain needs a figure/, "e.g. explain "],
    ["brief topics=perfromance", /there is no topic "perfromance"/, 'did you mean "performance"'],
    ["brief topics=", /topics= is missing/, "choose from valuation, ratecut, performance"],
    ["brief performance", /"performance" stands alone/, 'did you mean "topics=performance"'],
    ["brief basis=price", /brief has no argument "basis"/, "usage: brief topics=performance,valuation"],
    ["brief topics=ratecut topics=valuation", /topics= is given more than once/, "usage: brief"],
    ["bref", /"bref" is not a command/, "did you mean `brief`"],
    ["explain ratecut.cycles topics=rat", /there is no topic "rat"/, "choose from"],
    [
      "explain ratcut.all.12m.mean",
      /"ratcut.all.12m.mean" is not a figure/,
      "did you mean `explain ratecut.all.12m.mean`?",
    ],
    ["explain ratecut", /"ratecut" is a topic, not a figure/, "help ratecut lists its figures"],
    ["ratecut asof=", /"" is not a date/, "YYYY-MM-DD"],
    ["ratecut asof=2025-02-30", /"2025-02-30" is not a date/, "YYYY-MM-DD"],
    ["ratecut asof=2026-11-24", /2026-11-24 lies ahead of today, 2026-11-23/, "earlier date"],
    ["ratecut asof=2025-01-01 asof=2025-01-02", /asof= is given more than once/, "one date"],
    ["x".repeat(3_000), /3000 characters, more than 2000/, "shorten it"],
  ])("%.40s", (line, message, hint) => {
    const fault = faultOf(line);
    expect(fault.code).toBe("bad_command");
    expect(fault.message).toMatch(message);
    expect(fault.hint).toContain(hint);
  });

  test("a value of one or two characters is too short for a guess", () => {
    expect(faultOf("performance window=7m").hint).not.toContain("did you mean");
  });
});

describe("a command that takes text", () => {
  const specs: readonly CommandSpec[] = [
    { name: "check", usage: "check <text>", describe: "", takes: "text" },
    { name: "sources", usage: "sources", describe: "", takes: "args" },
  ];
  const split = (line: string) => splitLine(line, specs, TODAY);

  test.each([
    ["check  Small-caps   are = private today", "Small-caps   are = private today"],
    ["CHECK We say asof=2025-01-01 in the note.", "We say asof=2025-01-01 in the note."],
    ["check line one\nline\u200b two", "line one\nline\u200b two"],
    ["check", ""],
  ])("keeps it word for word: %j", (line, text) => {
    expect(split(line)).toEqual({ words: ["check"], text, private: false, asOf: null, pair: null });
  });

  test.each([
    "check the private text private asof=2025-12-10",
    "check the private text asof = 2025-12-10 PRIVATE ",
    "private asof=2025-12-10 check the private text",
  ])("takes private and asof= at its end and before its name: %j", (line) => {
    expect(split(line)).toEqual({
      words: ["check"],
      text: "the private text",
      private: true,
      asOf: "2025-12-10",
      pair: null,
    });
  });

  test("is told from one that takes arguments by the first word", () => {
    expect(split("private sources check")).toEqual({
      words: ["sources", "check"],
      text: null,
      private: true,
      asOf: null,
      pair: null,
    });
  });
});

describe("quoting", () => {
  test("is at most 60 characters, without control characters, broken pairs or line breaks", () => {
    expect(quotable("a".repeat(60))).toBe("a".repeat(60));
    expect(quotable("a".repeat(61))).toBe(`${"a".repeat(59)}…`);
    expect(quotable("a\u001b[31m\u202eb\u2028c")).toBe("a[31mb c");
    expect(quotable(`${"a".repeat(58)}🙂🙂`).isWellFormed()).toBe(true);
    expect(faultOf(`ratecut cycle=${"y".repeat(500)}`).message).toContain(`"${"y".repeat(59)}…"`);
  });
});

describe("for any text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );
  const vocabulary = [
    ...topics.flatMap(({ name, args }) => [name, `${name}.`, ...Object.keys(args).map((arg) => `${arg}=`)]),
    ..."help explain whatif sources private asof= = asof=2025-01-01".split(" "),
  ];
  const anyLine = fc
    .array(fc.oneof(fc.constantFrom(...vocabulary), anyText), { maxLength: 8 })
    .chain((parts) => fc.constantFrom(" ", "").map((joint) => parts.join(joint)));

  test("a line is understood or refused with a short, printable reason", () => {
    let [understood, refused] = [0, 0];
    fc.assert(
      fc.property(anyLine, (line) => {
        try {
          parse(line);
          understood += 1;
        } catch (error) {
          if (!(error instanceof BriefingError)) throw error;
          refused += 1;
          expect(error.message + error.hint).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          expect(error.message.length).toBeLessThan(200);
        }
      }),
      { numRuns: 2_000, seed: 20_261_123 },
    );
    expect(Math.min(understood, refused)).toBeGreaterThan(50);
  });
});
