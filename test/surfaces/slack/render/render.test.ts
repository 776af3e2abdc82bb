import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Briefing, Page } from "../../../../src/briefing/briefing.ts";
import { clientCopy, clientLines } from "../../../../src/briefing/client-copy.ts";
import { formatFigure } from "../../../../src/briefing/format.ts";
import { sourceLine } from "../../../../src/briefing/frame.ts";
import { isAbsent } from "../../../../src/briefing/value.ts";
import { apology } from "../../../../src/surfaces/conversation/apology.ts";
import { ACTIONS, type ChartPlace } from "../../../../src/surfaces/slack/message.ts";
import {
  actionValue,
  type RenderOptions,
  readActionValue,
  readExplainChoice,
  renderBriefing,
  renderClientCopy,
  renderDefinitions,
  renderExplanation,
  renderLadder,
  renderMore,
  renderNote,
  renderPage,
  renderProblem,
} from "../../../../src/surfaces/slack/render.ts";
import type { Rendered } from "../../../../src/surfaces/slack/render-parts.ts";
import { EXAMPLE_BRIEFINGS, HOSTILE } from "../../../support/example-briefings.ts";
import { expectGolden } from "../../../support/golden.ts";
import { randomBriefings } from "../../../support/random-briefings.ts";
import { faultsOf, flat, liveParts, parsedTexts, wholeText } from "./check-message.ts";

const FIRM = { name: "Harbour & Vale", disclaimer: "For professional clients only." };
const PLACES: readonly ChartPlace[] = [
  { kind: "file", fileId: "F0123456789" },
  { kind: "url", url: "https://charts.example/abc.png" },
  { kind: "native" },
  { kind: "none" },
];
const EXAMPLES: readonly (readonly [string, Briefing])[] = Object.entries<Briefing>(EXAMPLE_BRIEFINGS).map(
  ([name, briefing]) => [name, { ...briefing, firm: FIRM }],
);
const cases = EXAMPLES.flatMap(([name, briefing]) =>
  PLACES.flatMap((place) => [true, false].map((isPrivate) => ({ name, briefing, place, isPrivate }))),
);
const optionsOf = (place: ChartPlace, isPrivate = false): RenderOptions => ({
  place,
  private: isPrivate,
  firm: FIRM,
});

function expectSound(message: Rendered): void {
  for (const each of [message, ...message.overflow]) {
    expect(faultsOf(each)).toEqual([]);
    for (const text of parsedTexts(each)) expect(liveParts(text)).toEqual([]);
  }
  expect(wholeText(message) + message.text).not.toMatch(/NaN|undefined|null|\[object/);
}

function expectCaveats(message: Rendered, { caveats, sources }: Briefing): void {
  const shown = flat(wholeText(message));
  for (const caveat of caveats) expect(shown).toContain(flat(`⚠ ${caveat}`));
  expect(shown).toContain(flat(sourceLine(sources)));
  expect(shown).toContain(flat(`${FIRM.name}: ${FIRM.disclaimer}`));
}

describe.each(cases)(
  "$name, chart: $place.kind, private: $isPrivate",
  ({ name, briefing, place, isPrivate }) => {
    const options = optionsOf(place, isPrivate);
    const ladder = renderLadder(briefing, options);

    test("is taken by Slack on every rung, with every caveat, the source and the firm", () => {
      for (const rung of ladder) {
        expectSound(rung);
        expectCaveats(rung, briefing);
      }
    });

    test("holds a schedule's lines on every rung, and every caveat beside them", () => {
      const lead = [
        "Since Thursday: the gap moved",
        `*late* <!channel> ${"x".repeat(5_000)}`,
        "",
        "c",
        "d",
        "e",
        "f",
      ];
      const scheduled = { lead, foot: ["Next: Mon 23 Nov 07:30 (GMT)"], subscription: "abc123" };
      for (const rung of renderLadder(briefing, { ...options, scheduled })) {
        expectSound(rung);
        expectCaveats(rung, briefing);
        const shown = flat(wholeText(rung));
        expect(shown).toContain(flat("Since Thursday: the gap moved"));
        expect(shown).toContain(flat("Next: Mon 23 Nov 07:30 (GMT)"));
      }
    });

    test("shows the figures of the first table and its headline", () => {
      const byKey = new Map(briefing.figures.map((figure) => [figure.key, figure]));
      for (const rung of ladder) {
        const shown = flat(wholeText(rung));
        expect(shown).toContain(flat(briefing.headline));
        for (const key of briefing.tables[0]?.rows.flatMap(({ cells }) => cells) ?? []) {
          const figure = byKey.get(key);
          expect(figure && shown.includes(flat(formatFigure(figure)))).toBe(true);
        }
      }
    });

    test("is marked where invented or assumed, and then goes no further", () => {
      const message = renderBriefing(briefing, options);
      const json = JSON.stringify(message.blocks);
      for (const rung of ladder) {
        expect(rung.text.includes("*SAMPLE DATA*")).toBe(briefing.dataMode === "sample");
        expect(rung.text.includes("*HYPOTHETICAL*")).toBe(briefing.hypothetical);
        expect(wholeText(rung).includes("*SAMPLE DATA*")).toBe(briefing.dataMode === "sample");
      }
      const mayTravel = briefing.dataMode === "live" && !briefing.hypothetical;
      expect(json.includes(ACTIONS.client)).toBe(mayTravel);
      expect(json.includes(ACTIONS.post)).toBe(mayTravel && isPrivate);
    });

    test("keeps the order: headline, chart, table, caveats, source, actions", () => {
      const json = JSON.stringify(renderBriefing(briefing, options).blocks);
      const marks = ['"image"', '"table"', '"⚠ ', '"Source: ', '"actions"', '"context_actions"'];
      const at = marks.map((mark) => json.indexOf(mark)).filter((found) => found >= 0);
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(at.length).toBeGreaterThanOrEqual(place.kind === "file" || place.kind === "url" ? 6 : 5);
    });

    test("ends in text alone, and never repeats a rung", () => {
      expect(ladder.at(-1)?.blocks).toEqual([]);
      expect(new Set(ladder.map((rung) => JSON.stringify(rung))).size).toBe(ladder.length);
      const before = ladder.at(-2)?.blocks ?? [];
      expect(before.filter(({ type }) => /table|image|data_vis|context_actions/.test(type))).toEqual([]);
    });

    if (isPrivate && (place.kind === "file" || place.kind === "native") && name !== "tenfold")
      test("reads as agreed", () =>
        expectGolden("slack", `${name}-${place.kind}`, renderBriefing(briefing, options)));
  },
);

describe("notification text", () => {
  test.each(EXAMPLES)(
    "of %s has headline, caveats in short, past performance in full, source",
    (_name, briefing) => {
      const { text } = renderBriefing(briefing, optionsOf({ kind: "none" }));
      const shown = flat(text);
      expect(shown).toContain(flat(briefing.headline).slice(0, 200));
      const past = briefing.caveats.find((caveat) => /past performance/i.test(caveat));
      expect(shown).toContain(flat(past ?? briefing.caveats[0]).slice(0, 100));
      expect(shown).toContain(flat(sourceLine(briefing.sources)).slice(0, 200));
    },
  );
});

describe("too many caveats", () => {
  const caveats = [
    "The first.",
    ...Array.from({ length: 400 }, (_, i) => `Caveat ${i}: ${"words ".repeat(12)}`),
    "Past performance is no guide.",
  ] as unknown as Briefing["caveats"];
  const briefing: Briefing = { ...EXAMPLE_BRIEFINGS.valuation, firm: FIRM, caveats };

  test("follow in the thread, all of them; the first and past performance stay", () => {
    const message = renderBriefing(briefing, optionsOf({ kind: "file", fileId: "F1" }));
    expectSound(message);
    expectCaveats(message, briefing);
    expect(message.overflow.length).toBeGreaterThan(0);
    const own = wholeText({ ...message, overflow: [] });
    expect(own).toContain("⚠ The first.");
    expect(own).toContain("⚠ Past performance is no guide.");
    expect(own).toContain("More caveats follow in the thread");
    expect(own).toContain("The chart did not fit.");
    expect(own).toMatch(/Data \(CSV\)”: the table/);
  });

  test("one caveat of 30,000 characters arrives whole", () => {
    const long: Briefing = { ...briefing, caveats: ["long ".repeat(6_000).trim()] };
    for (const rung of renderLadder(long, optionsOf({ kind: "none" }))) {
      expectSound(rung);
      expect(flat(wholeText(rung)).match(/long/g)?.length).toBeGreaterThanOrEqual(6_000);
    }
  });

  test("a disclaimer of 5,000 characters is not cut either", () => {
    const firm = { name: "F", disclaimer: "legal ".repeat(900).trim() };
    const message = renderBriefing(
      { ...EXAMPLE_BRIEFINGS.valuation, firm },
      { place: { kind: "none" }, private: false },
    );
    expectSound(message);
    expect(flat(wholeText(message))).toContain(flat(firm.disclaimer));
  });
});

describe("actions", () => {
  const briefing: Briefing = { ...EXAMPLE_BRIEFINGS.ratecut, firm: FIRM };

  test("carry the command with its date, once", () => {
    expect(readActionValue(actionValue(briefing) ?? "")).toEqual({
      command: "ratecut cycle=all basis=total asof=2026-10-31",
      briefing: briefing.id,
    });
    const dated = { ...briefing, command: "ratecut asof=2020-01-01" };
    expect(readActionValue(actionValue(dated, { figure: "ratecut.all.12m.mean" }) ?? "")).toEqual({
      command: "ratecut asof=2020-01-01",
      briefing: briefing.id,
      figure: "ratecut.all.12m.mean",
    });
  });

  test("of the Explain menu: the block has the command, the option the figure", () => {
    const { blocks } = renderBriefing(briefing, optionsOf({ kind: "none" }));
    const id = blocks.find(({ type }) => type === "actions")?.block_id ?? "";
    expect(readExplainChoice(id, "ratecut.all.6m.mean")).toEqual({
      command: "ratecut cycle=all basis=total asof=2026-10-31",
      briefing: briefing.id,
      figure: "ratecut.all.6m.mean",
    });
    expect(readExplainChoice(id, "<!channel>")).toBeNull();
    expect(readExplainChoice("QxY1", "ratecut.all.6m.mean")).toBeNull();
  });

  test("Post to channel names the channel", () => {
    const json = JSON.stringify(
      renderBriefing(briefing, { ...optionsOf({ kind: "none" }, true), channel: "C0123" }),
    );
    expect(json).toContain('\\"p\\":\\"C0123\\"');
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    "ratecut",
    '{"c":""}',
    '{"c":"a\\nb"}',
    '{"c":"a","x":1}',
    '{"c":"a","t":"no key"}',
    '{"c":1}',
    `{"c":"${"x".repeat(2_000)}"}`,
  ])("a foreign value is read as null: %s", (value) => expect(readActionValue(value)).toBeNull());

  test("whatever is read has come from a value of ours", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readActionValue(text) === null));
  });

  test("By cycle appears when a table or chart waits behind it", () => {
    const [table] = EXAMPLE_BRIEFINGS.ratecut.tables;
    const byCycle = { ...table, title: "By cycle", rows: Array.from({ length: 8 }, () => table?.rows[0]) };
    const long = { ...briefing, tables: [table, byCycle] } as Briefing;
    const json = JSON.stringify(renderBriefing(long, optionsOf({ kind: "none" })).blocks);
    expect(json).toContain("Under “By cycle”: By cycle.");
    expect(json).toContain(ACTIONS.more);
    const more = renderMore(long, { kind: "none" });
    expectSound(more);
    expect(wholeText(more)).toContain("+10.1");
    expect(JSON.stringify(renderBriefing(briefing, optionsOf({ kind: "none" })).blocks)).not.toContain(
      ACTIONS.more,
    );
  });
});

describe.each(EXAMPLES)("around the answer %s", (_name, briefing) => {
  test("definitions hold every definition, licence and caveat; More holds caveats", () => {
    const definitions = renderDefinitions(briefing);
    const more = renderMore(briefing, { kind: "none" });
    for (const message of [definitions, more]) {
      expectSound(message);
      for (const caveat of briefing.caveats) expect(flat(wholeText(message))).toContain(flat(caveat));
    }
    const shown = flat(wholeText(definitions));
    for (const { definition, sources } of briefing.figures)
      for (const text of [definition, ...sources.map(({ licence }) => licence)])
        expect(shown).toContain(flat(text));
  });

  test("a copy for clients is whole, or refused", () => {
    const copy = clientCopy(briefing);
    const message = renderClientCopy(copy);
    expectSound(message);
    if ("refused" in copy) return expect(wholeText(message)).toContain("no copy for clients");
    const shown = flat(wholeText(message));
    for (const part of clientLines(copy)) expect(shown).toContain(flat(part));
  });
});

describe("pages", () => {
  const page: Page = {
    title: "Help",
    asOf: "2026-11-19",
    dataMode: "sample",
    sections: [
      { heading: "Topics", lines: ["`ratecut cycle=first|all`\nAfter *cuts* <!here>", "plain a_b_c"] },
      { heading: "Caveats", lines: ["One day is noise."] },
      { heading: "ratecut.all.12m.mean", lines: [HOSTILE] },
    ],
  };

  test("show code as code and nothing else live", () => {
    const message = renderPage(page);
    expectSound(message);
    expectGolden("slack", "page", message);
    expect(wholeText(message)).toContain("• `ratecut cycle=first|all`");
    expect(wholeText(message)).toContain("⚠ One day is noise.");
    expect(message.text.startsWith("*SAMPLE DATA*")).toBe(true);
    expectSound(renderExplanation(page));
  });

  test("of any length go on in further messages", () => {
    const lines = Array.from({ length: 600 }, (_, i) => `line ${i} ${"&".repeat(40)}`);
    const message = renderPage({ title: "Long", sections: [{ heading: "All", lines }] });
    expectSound(message);
    expect(message.overflow.length).toBeGreaterThan(1);
    for (const line of lines) expect(flat(wholeText(message))).toContain(flat(line));
  });

  test("problems, notes and apologies say what to do", () => {
    const problem = renderProblem({ message: `no topic "${HOSTILE}"`, hint: "try `help`" });
    for (const message of [problem, renderNote(HOSTILE), renderProblem(apology("E-12ab"))])
      expectSound(message);
    expect(wholeText(problem)).toContain("→ try `help`");
    expect(wholeText(renderProblem(apology("E-12ab")))).toContain("E-12ab");
  });
});

const briefings = randomBriefings(
  EXAMPLES.map(([, briefing]) => briefing),
  ["<@U1> <https://a.b|c> www.a.com a@b.co", "&".repeat(900)],
  (text) => flat(text) !== "",
);

test("any briefing is taken by Slack, whole in its caveats, with nothing live", () => {
  fc.assert(
    fc.property(briefings, fc.constantFrom(...PLACES), fc.boolean(), (briefing, place, isPrivate) => {
      for (const rung of renderLadder(briefing, optionsOf(place, isPrivate))) {
        expectSoundText(rung);
        const shown = flat(wholeText(rung));
        for (const caveat of briefing.caveats) expect(shown).toContain(flat(caveat));
      }
      for (const message of [renderMore(briefing, place), renderDefinitions(briefing)])
        expectSoundText(message);
    }),
    { numRuns: 60 },
  );
});

function expectSoundText(message: Rendered): void {
  for (const each of [message, ...message.overflow]) {
    expect(faultsOf(each)).toEqual([]);
    for (const text of parsedTexts(each)) expect(liveParts(text)).toEqual([]);
  }
}

test("every absent figure of the first table has its reason in the message", () => {
  const briefing = EXAMPLES.find(([name]) => name === "absences")?.[1] ?? EXAMPLES[0]?.[1];
  if (!briefing) throw new Error("the examples have absences");
  const shown = wholeText(renderBriefing(briefing, optionsOf({ kind: "none" })));
  const keys = new Set(briefing.tables[0]?.rows.flatMap(({ cells }) => cells));
  const absent = briefing.figures.filter(({ key, value }) => keys.has(key) && isAbsent(value));
  expect(absent.length).toBeGreaterThan(3);
  for (const { value } of absent) if (isAbsent(value)) expect(shown).toContain(value.note);
});
