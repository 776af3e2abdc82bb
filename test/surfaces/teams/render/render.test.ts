import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Briefing, Page } from "../../../../src/briefing/briefing.ts";
import { clientCopy, clientLines } from "../../../../src/briefing/client-copy.ts";
import { formatFigure } from "../../../../src/briefing/format.ts";
import { sourceLine } from "../../../../src/briefing/frame.ts";
import { isAbsent } from "../../../../src/briefing/value.ts";
import { apology } from "../../../../src/surfaces/conversation/apology.ts";
import type { ChartPlace, TeamsMessage } from "../../../../src/surfaces/teams/message.ts";
import {
  readSubmit,
  renderClientCopy,
  renderData,
  renderDefinitions,
  renderLadder,
  renderMore,
  renderNote,
  renderPage,
  renderProblem,
  renderWelcome,
} from "../../../../src/surfaces/teams/render.ts";
import { createCardReader } from "../../../support/adaptive-cards.ts";
import { EXAMPLE_BRIEFINGS, HOSTILE } from "../../../support/example-briefings.ts";
import { expectGolden } from "../../../support/golden.ts";
import { randomBriefings } from "../../../support/random-briefings.ts";
import { cardTexts, faultsOf, flat, liveParts, parsedTexts, wholeText } from "./check-card.ts";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const PLACES: readonly ChartPlace[] = [
  { kind: "url", url: "https://charts.example/abc.png" },
  { kind: "data", uri: PIXEL },
  { kind: "native", image: "https://charts.example/abc.png" },
  { kind: "native" },
  { kind: "none" },
];
const { sample, ...LIVE } = EXAMPLE_BRIEFINGS;
const EXAMPLES: readonly (readonly [string, Briefing])[] = Object.entries<Briefing>(LIVE);
const cases = EXAMPLES.flatMap(([name, briefing]) => PLACES.map((place) => ({ name, briefing, place })));
const at = (place: ChartPlace) => ({ place, private: false });
const NONE: ChartPlace = { kind: "none" };

let complaints: (card: unknown) => readonly string[];
beforeAll(async () => {
  complaints = await createCardReader();
});

const firstOf = (briefing: Briefing, place: ChartPlace = NONE): TeamsMessage => {
  const [first] = renderLadder(briefing, at(place));
  if (!first) throw new Error("a ladder has a rung");
  return first;
};

function expectSound(message: TeamsMessage): void {
  for (const each of [message, ...message.overflow]) {
    expect(faultsOf(each)).toEqual([]);
    for (const text of parsedTexts(each)) expect(liveParts(text)).toEqual([]);
    if (each.card !== null)
      expect(
        complaints(each.card).filter((each) => !/"Chart\.\S+"\. Fallback will be used/.test(each)),
      ).toEqual([]);
  }
  expect(wholeText(message) + message.text).not.toMatch(/NaN|undefined|null|\[object/);
}

function expectCaveats(message: TeamsMessage, { caveats, sources, firm }: Briefing): void {
  const shown = flat(wholeText(message));
  for (const caveat of caveats) expect(shown).toContain(flat(`⚠ ${caveat}`));
  expect(shown).toContain(flat(sourceLine(sources)).slice(0, 1_000));
  expect(shown).toContain(flat(firm.name));
}

describe.each(cases)("$name, chart: $place.kind", ({ name, briefing, place }) => {
  const ladder = renderLadder(briefing, at(place));

  test("is taken by Teams on every rung, with every caveat, the source and the firm", () => {
    for (const rung of ladder) {
      expectSound(rung);
      expectCaveats(rung, briefing);
    }
  });

  test("shows the headline and the figures of the first table, also where a client has no tables", () => {
    const byKey = new Map(briefing.figures.map((figure) => [figure.key, figure]));
    for (const rung of ladder) {
      const shown = flat(wholeText(rung));
      expect(shown).toContain(flat(briefing.headline));
      for (const key of briefing.tables[0]?.rows.flatMap(({ cells }) => cells) ?? []) {
        const figure = byKey.get(key);
        expect(figure && shown.includes(flat(formatFigure(figure)))).toBe(true);
        const table = JSON.stringify(rung.card?.["body"] ?? []).match(
          /"fallback":\{"type":"Container".*?\]\}/,
        );
        if (table) expect(figure && flat(table[0]).includes(flat(formatFigure(figure)))).toBe(true);
      }
    }
  });

  test("keeps the order: headline, chart, table, caveats, source, and ends in text alone", () => {
    const json = JSON.stringify(firstOf(briefing, place).card?.["body"]);
    const marks = ['"heading"', '"Image"', '"Table"', '"⚠ ', '"Source: ', '"feedback"'];
    const found = marks.map((mark) => json.indexOf(mark)).filter((index) => index >= 0);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found.length).toBeGreaterThanOrEqual(place.kind === "url" || place.kind === "data" ? 6 : 5);
    expect(ladder.at(-1)?.card).toBeNull();
    expect(JSON.stringify(ladder.at(-2))).not.toMatch(/"Table"|"Image"|"Chart\./);
    expect(new Set(ladder.map((rung) => JSON.stringify(rung))).size).toBe(ladder.length);
  });

  test("is marked where it rests on an assumption, and then offers no copy for clients", () => {
    for (const rung of ladder) {
      expect(rung.text.includes("HYPOTHETICAL")).toBe(briefing.hypothetical);
      expect(wholeText(rung).includes("HYPOTHETICAL")).toBe(briefing.hypothetical);
      if (rung.card) expect(JSON.stringify(rung.card).includes('"client"')).toBe(!briefing.hypothetical);
    }
  });

  if ((place.kind === "url" || (place.kind === "native" && place.image)) && name !== "tenfold")
    test("reads as agreed", () => expectGolden("teams", `${name}-${place.kind}`, firstOf(briefing, place)));
});

describe("sample data", () => {
  test("are refused by every renderer: no invented number leaves the machine", () => {
    const page: Page = { title: "1.2", dataMode: "sample", sections: [] };
    const messages = [
      ...PLACES.flatMap((place) => renderLadder(sample, at(place))),
      renderDefinitions(sample),
      renderMore(sample, NONE),
      renderData(sample),
      renderPage(page),
    ];
    for (const message of messages) {
      expectSound(message);
      expect(message.text).toContain("sample data");
      expect(message.text).toContain("DATAˍFOLDER".replace("ˍ", "_"));
      for (const figure of sample.figures)
        expect(JSON.stringify(message)).not.toContain(formatFigure(figure));
    }
    expect(renderClientCopy(sample, NONE, clientCopy(sample)).text).toContain("no copy for clients");
  });
});

describe("the text beside the card", () => {
  test.each(EXAMPLES)(
    "of %s has headline, key figures, past performance in full, source",
    (_name, briefing) => {
      const { text, card } = firstOf(briefing);
      const shown = flat(text);
      expect(card?.["fallbackText"]).toBe(text);
      expect(shown).toContain(flat(briefing.headline).slice(0, 200));
      const past = briefing.caveats.find((caveat) => /past performance/i.test(caveat));
      expect(shown).toContain(flat(past ?? briefing.caveats[0]).slice(0, 100));
      expect(shown).toContain(flat(sourceLine(briefing.sources)).slice(0, 200));
      const [first] = briefing.tables[0]?.rows[0]?.cells ?? [];
      const figure = briefing.figures.find(({ key }) => key === first);
      if (_name !== "hostile") expect(figure && shown.includes(flat(formatFigure(figure)))).toBe(true);
    },
  );
});

describe("too much for one card", () => {
  const caveats = [
    "The first.",
    ...Array.from({ length: 400 }, (_, i) => `Caveat ${i}: ${"words ".repeat(12)}`),
    "Past performance is no guide.",
  ] as unknown as Briefing["caveats"];
  const briefing: Briefing = { ...LIVE.valuation, caveats };

  test("caveats follow in the thread, all of them; the first and past performance stay", () => {
    const message = firstOf(briefing, PLACES[0]);
    expectSound(message);
    expectCaveats(message, briefing);
    expect(message.overflow.length).toBeGreaterThan(0);
    const own = cardTexts(message.card).join("\n");
    expect(own).toContain("⚠ The first.");
    expect(own).toContain("⚠ Past performance is no guide.");
    expect(own).toContain("More caveats follow in the thread");
    expect(own).toContain("The chart did not fit.");
    expect(own).toContain("Under “Data”: the table.");
  });

  test.each([
    ["one caveat of 90,000 characters", 18_000, { caveats: ["long ".repeat(18_000).trim()] as const }],
    ["quotes, which double on the wire", 30_000, { caveats: ['"'.repeat(30_000)] as const }],
    [
      "a disclaimer of 20,000 characters",
      4_000,
      { firm: { name: "F", disclaimer: "long ".repeat(4_000).trim() } },
    ],
  ])("%s arrives whole", (_what, count, change) => {
    const long: Briefing = { ...briefing, caveats: ["One."], ...change };
    for (const rung of renderLadder(long, at(NONE))) {
      expectSound(rung);
      expect(flat(wholeText(rung)).match(/long|"/g)?.length).toBe(count);
    }
  });

  test("ten times the usual size gives up rows, says which, and Data has every figure", () => {
    const message = firstOf(LIVE.tenfold, PLACES[0]);
    const own = cardTexts(message.card).join("\n");
    expect(own).toMatch(/Under “Data”: the table beyond the first 10 of 30 columns; .* of 30 rows\./);
    expect(own).toMatch(/Under “By cycle”: .*more\./);
    const data = flat(wholeText(renderData(LIVE.tenfold)));
    for (const { key, label } of LIVE.tenfold.figures) {
      expect(data).toContain(flat(key));
      expect(data).toContain(flat(label));
    }
  });
});

describe("buttons", () => {
  interface Action {
    readonly title: string;
    readonly type: string;
    readonly mode?: string;
    readonly data?: unknown;
    readonly fallback?: Action;
    readonly card?: {
      body: readonly { choices: readonly { value: string }[] }[];
      actions: readonly Action[];
    };
  }
  const actionsOf = (briefing: Briefing) => (firstOf(briefing).card?.["actions"] ?? []) as readonly Action[];
  const DATED = "ratecut cycle=all basis=total asof=2026-10-31";

  test("are those of the answer, each with its command and date", () => {
    const actions = actionsOf(LIVE.ratecut);
    expect(actions.map(({ title }) => title)).toEqual([
      "Explain",
      "Definitions",
      "Data",
      "Copy for client",
      "Update to today",
    ]);
    const carried = actions.map(({ data }) => readSubmit(data));
    expect(carried.slice(1, 4)).toEqual(
      ["definitions", "csv", "client"].map((verb) => ({ verb, command: DATED, briefing: LIVE.ratecut.id })),
    );
  });

  test("Explain chooses a figure of any table", () => {
    const [explain] = actionsOf(LIVE.valuation);
    const choices = explain?.card?.body[0]?.choices.map(({ value }) => value) ?? [];
    expect(choices).toEqual(
      expect.arrayContaining(["valuation.small.aggIncl.pe", "valuation.large.lossShareCount"]),
    );
    const data = explain?.card?.actions[0]?.data as object;
    expect(readSubmit({ ...data, smallcapsFigure: choices[1] })).toEqual({
      verb: "explain",
      command: "valuation variant=all asof=2026-11-19",
      briefing: LIVE.valuation.id,
      figure: choices[1],
    });
  });

  test("Update to today asks without a date, in the card's place, and works on clients without Action.Execute", () => {
    const update = actionsOf(LIVE.ratecut).at(-1);
    expect([update?.type, update?.mode, update?.fallback?.type]).toEqual([
      "Action.Execute",
      "secondary",
      "Action.Submit",
    ]);
    const asked = { verb: "refresh", command: "ratecut cycle=all basis=total" };
    expect(readSubmit(update?.data)).toEqual(asked);
    expect(readSubmit(update?.fallback?.data)).toEqual(asked);
    const dated = { ...LIVE.ratecut, command: "ratecut asof=2020-01-01" };
    expect(actionsOf(dated).map(({ title }) => title)).not.toContain("Update to today");
    expect(firstOf(LIVE.ratecut).card).not.toHaveProperty("refresh");
  });

  test("a verdict is carried by both thumbs", () => {
    const json = JSON.stringify(firstOf(LIVE.ratecut).card?.["body"]);
    for (const verdict of ["good", "bad"])
      expect(json).toContain(JSON.stringify({ verb: "feedback", command: DATED, verdict }));
  });

  test("are left out where the command is too long to carry", () => {
    const long = { ...LIVE.ratecut, command: `ratecut ${"x".repeat(600)}` };
    expectSound(firstOf(long));
    expect(actionsOf(long)).toEqual([]);
  });

  test("By cycle appears when a table or chart waits behind it", () => {
    const [table] = LIVE.ratecut.tables;
    const byCycle = { ...table, title: "By cycle", rows: Array.from({ length: 8 }, () => table?.rows[0]) };
    const long = { ...LIVE.ratecut, tables: [table, byCycle] } as Briefing;
    expect(actionsOf(long).map(({ title }) => title)).toContain("By cycle");
    expect(cardTexts(firstOf(long).card)).toContain("Under “By cycle”: By cycle.");
    const more = renderMore(long, NONE);
    expectSound(more);
    expect(wholeText(more)).toContain("+10.1");
    expect(actionsOf(LIVE.ratecut).map(({ title }) => title)).not.toContain("By cycle");
  });
});

describe.each(EXAMPLES)("around the answer %s", (_name, briefing) => {
  test("definitions, data and More hold every caveat", () => {
    const definitions = renderDefinitions(briefing);
    for (const message of [
      definitions,
      renderData(briefing),
      ...PLACES.map((place) => renderMore(briefing, place)),
    ]) {
      expectSound(message);
      for (const caveat of briefing.caveats) expect(flat(wholeText(message))).toContain(flat(caveat));
    }
    const shown = flat(wholeText(definitions));
    for (const { definition, sources } of briefing.figures)
      for (const text of [definition, ...sources.map(({ licence }) => licence)])
        expect(shown).toContain(flat(text));
  });

  test("data have every figure to ten digits, or the reason why not", () => {
    const shown = flat(wholeText(renderData(briefing)));
    for (const { key, value } of briefing.figures) {
      expect(shown).toContain(flat(key));
      if (isAbsent(value)) expect(shown).toContain(flat(value.note));
      else {
        const after = shown.slice(shown.indexOf(key) + key.length).replace("−", "-");
        expect(Number.parseFloat(after.replace(/^\):/, ""))).toBeCloseTo(value, 6);
      }
    }
  });

  test("a copy for clients is whole, or refused", () => {
    const copy = clientCopy(briefing);
    const message = renderClientCopy(briefing, { kind: "url", url: "https://x.example/c.png" }, copy);
    expectSound(message);
    if ("refused" in copy) return expect(wholeText(message)).toContain("no copy for clients");
    const shown = flat(wholeText(message));
    for (const part of clientLines(copy)) expect(shown).toContain(flat(part));
    expect(JSON.stringify(message.card)).toContain("https://x.example/c.png");
  });
});

describe("pages", () => {
  const page: Page = {
    title: "Help",
    asOf: "2026-11-19",
    sections: [
      { heading: "Topics", lines: ["`ratecut cycle=first|all`\nAfter *cuts* <at>all</at>", "plain a_b_c"] },
      { heading: "Caveats", lines: ["One day is noise."] },
      { heading: "ratecut.all.12m.mean", lines: [HOSTILE] },
    ],
  };

  test("show code as code and nothing else live", () => {
    const message = renderPage(page);
    expectSound(message);
    expectGolden("teams", "page", message);
    expect(JSON.stringify(message.card)).toContain('"text":"ratecut cycle=first|all","fontType":"Monospace"');
    expect(flat(wholeText(message))).toContain(flat("⚠ One day is noise."));
  });

  test("of any length go on in further messages", () => {
    const lines = Array.from({ length: 900 }, (_, i) => `line ${i} ${"&".repeat(40)}`);
    const message = renderPage({ title: "Long", sections: [{ heading: "All", lines }] });
    expectSound(message);
    expect(message.overflow.length).toBeGreaterThan(1);
    expect(message.overflow[0]?.text).toMatch(/^Long \(part 2 of \d+\)$/);
    for (const line of lines) expect(flat(wholeText(message))).toContain(flat(line));
  });

  test("problems, notes and apologies say what to do", () => {
    const problem = renderProblem({ message: `no topic "${HOSTILE}"`, hint: "try `help`" });
    for (const message of [problem, renderNote(HOSTILE), renderNote(""), renderProblem(apology("E-12ab"))])
      expectSound(message);
    expect(flat(wholeText(problem))).toContain(flat("→ try help"));
    expect(wholeText(renderProblem(apology("E-12ab")))).toContain("E-12ab");
  });

  test.each(["personal", "team", "groupChat"] as const)("a welcome to a %s says what works now", (where) => {
    const message = renderWelcome({
      where,
      dataLines: ["Live: Kenneth R. French Data Library, to Sep 2026"],
      commands: [
        { command: "ratecut", what: "small against large after Fed cuts" },
        { command: "help", what: "everything I understand" },
      ],
    });
    expectSound(message);
    const actions = message.card?.["actions"] as readonly { title: string; data: unknown }[];
    expect(actions.map(({ data }) => readSubmit(data))).toEqual([
      { verb: "again", command: "ratecut" },
      { verb: "again", command: "help" },
    ]);
    expect(flat(wholeText(message))).toContain(flat("Kenneth R. French Data Library"));
    expectGolden("teams", `welcome-${where}`, message);
  });
});

const briefings = randomBriefings(
  EXAMPLES.map(([, briefing]) => briefing),
  [
    "<at>U1</at> [x](https://a.b) www.a.com a@b.co",
    "{{DATE(2017-02-14T06:08:39Z, SHORT)}}",
    "&lt;b&gt;".repeat(90),
    '"\\'.repeat(900),
  ],
  (text) => flat(text) !== "",
);

test("any briefing is taken by Teams, whole in its caveats, with nothing live", () => {
  fc.assert(
    fc.property(briefings, fc.constantFrom(...PLACES), (briefing, place) => {
      const around = [renderMore(briefing, place), renderDefinitions(briefing), renderData(briefing)];
      const ladder = renderLadder(briefing, at(place));
      for (const message of [...ladder, ...around])
        for (const each of [message, ...message.overflow]) {
          expect(faultsOf(each)).toEqual([]);
          for (const text of parsedTexts(each)) expect(liveParts(text)).toEqual([]);
        }
      for (const rung of ladder) {
        const shown = flat(wholeText(rung));
        for (const caveat of briefing.caveats) expect(shown).toContain(flat(caveat));
      }
    }),
    { numRuns: 60 },
  );
});

test("every absent figure of a shown table has its reason on the card", () => {
  const shown = flat(wholeText(firstOf(LIVE.absences)));
  const absent = LIVE.absences.figures.filter(({ value }) => isAbsent(value));
  expect(absent.length).toBeGreaterThan(6);
  for (const { value } of absent) if (isAbsent(value)) expect(shown).toContain(flat(value.note));
});
