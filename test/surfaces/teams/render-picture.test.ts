import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatFigure } from "../../../src/briefing/format.ts";
import { renderData, renderLadder } from "../../../src/surfaces/teams/render.ts";
import { browserSuite, noChromium } from "../../support/chromium.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { type CardPrinter, cardChart, createCardPrinter } from "../../support/teams-picture.ts";
import { flat } from "./render/check-card.ts";

/** With TEAMS_CARD_PICTURES=folder the pictures are kept, for people to look at. */
const FOLDER = process.env["TEAMS_CARD_PICTURES"];
const file = (name: string) => (FOLDER === undefined ? undefined : `${FOLDER}/${name}.png`);
const LOOKS = [600, 320].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

describe.skipIf(noChromium)(browserSuite("cards drawn by Microsoft's library"), () => {
  let printer: CardPrinter;
  beforeAll(async () => {
    if (FOLDER !== undefined) mkdirSync(FOLDER, { recursive: true });
    printer = await createCardPrinter();
  });
  afterAll(() => printer?.close());

  test.each(["valuation", "ratecut", "performance", "absences"] as const)(
    "%s: chart with words, whole numbers, caveats, buttons, at any width and in both themes",
    { timeout: 60_000 },
    async (name) => {
      const briefing = EXAMPLE_BRIEFINGS[name];
      const uri = await cardChart(briefing);
      if (uri === null) throw new Error("the example has a chart");
      const [message] = renderLadder(briefing, { place: { kind: "data", uri }, private: false });
      const figures = new Map(briefing.figures.map((figure) => [figure.key, formatFigure(figure)]));
      const cells = briefing.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      for (const look of LOOKS) {
        const drawn = await printer.draw(
          message?.card,
          look,
          file(`${name}-${look.width}${look.dark ? "-dark" : ""}`),
        );
        expect(drawn.faults).toEqual([]);
        expect(drawn.overflowing).toEqual([]);
        expect(drawn.brokenNumbers).toEqual([]);
        expect(drawn.images).toEqual([{ alt: briefing.charts[0]?.alt, width: expect.any(Number) }]);
        expect(drawn.images[0]?.width).toBeGreaterThan(look.width * 0.8);
        for (const key of cells) expect(drawn.cells).toContain(figures.get(key));
        for (const text of [briefing.headline, ...briefing.caveats])
          expect(flat(drawn.text)).toContain(flat(text));
        expect(drawn.buttons).toEqual(expect.arrayContaining(["Explain", "Definitions", "Data"]));
      }
    },
  );

  test("five horizons side by side break no number in two on a phone", async () => {
    const briefing = EXAMPLE_BRIEFINGS.ratecut;
    const [table] = briefing.tables;
    if (!table) throw new Error("the example has a table");
    const wide = {
      title: "By cycle",
      columns: ["", "1m", "3m", "6m", "12m", "24m"],
      rows: table.rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, 2), ...row.cells] })),
    };
    const [message] = renderLadder(
      { ...briefing, tables: [wide] },
      { place: { kind: "none" }, private: false },
    );
    const drawn = await printer.draw(message?.card, { width: 320, dark: false }, file("wide-320"));
    expect(drawn.cells).toContain("+10.1");
    expect(drawn.brokenNumbers).toEqual([]);
    expect(drawn.overflowing).toEqual([]);
  });

  test("long answers and data stay within the card on a phone", async () => {
    const phone = { width: 320, dark: false };
    for (const name of ["hostile", "tenfold", "valuation"] as const) {
      const briefing = EXAMPLE_BRIEFINGS[name];
      const [message] = renderLadder(briefing, { place: { kind: "none" }, private: false });
      for (const [what, card] of Object.entries({ answer: message?.card, data: renderData(briefing).card })) {
        const drawn = await printer.draw(card, phone, file(`${name}-${what}-320`));
        expect(drawn.faults).toEqual([]);
        expect(drawn.overflowing).toEqual([]);
      }
    }
  });

  test("a client without native charts draws the picture instead, or its words", async () => {
    const briefing = EXAMPLE_BRIEFINGS.valuation;
    const image = await cardChart(briefing);
    if (image === null) throw new Error("the example has a chart");
    const look = { width: 600, dark: false };
    const card = (place: { kind: "native"; image?: string }) =>
      renderLadder(briefing, { place, private: false })[0]?.card;
    const pictured = await printer.draw(card({ kind: "native", image }), look);
    expect(pictured.faults).toEqual([
      'Unknown element type "Chart.VerticalBar.Grouped". Fallback will be used if present.',
    ]);
    expect(pictured.images.map(({ alt }) => alt)).toEqual([briefing.charts[0]?.alt]);
    const worded = await printer.draw(card({ kind: "native" }), look);
    expect(worded.images).toEqual([]);
    expect(flat(worded.text)).toContain(flat(briefing.charts[0]?.alt ?? ""));
  });
});
