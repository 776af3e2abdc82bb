import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { briefingCsv } from "../../../src/briefing/csv.ts";
import { formatFigure } from "../../../src/briefing/format.ts";
import { openFolder } from "../../../src/data/folder/folder.ts";
import { topicsWith } from "../../../src/main/topics.ts";
import { renderLadder as slackLadder } from "../../../src/surfaces/slack/render.ts";
import { renderLadder as teamsLadder } from "../../../src/surfaces/teams/render.ts";
import { renderText } from "../../../src/surfaces/terminal/render.ts";
import { markupOf } from "../../../src/surfaces/web/html.ts";
import { renderBriefing as renderPage } from "../../../src/surfaces/web/render-briefing.ts";
import type { HouseClaim, HouseView } from "../../../src/thesis/house/view.ts";
import { folderOf, member, numberOf } from "../../support/folder-assistant.ts";

/** Cover: small 30/20 and 10/20, median 1; large 600/60. */
const row = (index: "small" | "large", ticker: string, ebit: number, interestExpense: number) =>
  member(index, ticker, { sector: "Industrials", ebit, interestExpense });
const MARKET = [row("small", "A", 30, 20), row("small", "B", 10, 20), row("large", "E", 600, 60)];

const claim = (id: string, given: Partial<HouseClaim> = {}): HouseClaim => ({
  id,
  statement: `The claim ${id}`,
  short: id,
  figure: "debt.small.interestCoverMedian",
  unit: "x",
  signed: false,
  predicate: "below",
  thresholds: [1.5],
  ...given,
});
const HOUSE: HouseView = {
  title: "House view",
  claims: [
    claim("thin"),
    claim("thick", { predicate: "above" }),
    claim("at-one", { predicate: "atMost", thresholds: [1] }),
    claim("under-one", { thresholds: [1] }),
    claim("at-least-one", { predicate: "atLeast", thresholds: [1] }),
    claim("over-one", { predicate: "above", thresholds: [1] }),
    claim("from-one-to-two", { predicate: "between", thresholds: [1, 2] }),
    claim("unreported", { figure: "debt.small.floatingShareOfDebt", unit: "%" }),
    claim("elsewhere", { figure: "valuation.discount.median", unit: "%", signed: true }),
  ],
};

const askedOf = (house: HouseView, dir: string) => async (line: string) => {
  const assistant = createAssistant({
    market: await openFolder(dir),
    topics: topicsWith(house),
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
  return assistant.answer(line);
};
const briefingIn = async (house: HouseView, dir: string, line: string): Promise<Briefing> => {
  const answer = await askedOf(house, dir)(line);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
};
const said = ({ figures }: Briefing, key: string) => {
  const figure = figures.find((each) => each.key === key);
  return figure === undefined ? "no figure" : formatFigure(figure);
};

describe("a firm's own claims", () => {
  let dir: string;
  beforeAll(async () => {
    dir = await folderOf({ constituents: MARKET });
  });
  const thesis = (line = "thesis", house = HOUSE) => briefingIn(house, dir, line);

  it("are tested by the ledger's own machinery, limits as the predicate says", async () => {
    const briefing = await thesis();
    expect(
      Object.fromEntries(HOUSE.claims.map(({ id }) => [id, said(briefing, `thesis.house.${id}.now`)])),
    ).toEqual({
      thin: "holds",
      thick: "fails",
      "at-one": "holds",
      "under-one": "fails",
      "at-least-one": "holds",
      "over-one": "fails",
      "from-one-to-two": "holds",
      unreported: "cannot be tested",
      elsewhere: "cannot be tested",
    });
    expect(["holds", "fails", "untested"].map((each) => numberOf(briefing, `thesis.house.${each}`))).toEqual([
      4, 3, 2,
    ]);
  });

  it("stand under a heading of their own, and change nothing that is said of the ledger", async () => {
    const [plain, briefing] = await Promise.all([thesis("thesis", { ...HOUSE, claims: [] }), thesis()]);
    expect(briefing.headline).toBe(plain.headline);
    expect(briefing.tables.slice(0, plain.tables.length)).toEqual(plain.tables);
    expect(briefing.tables.at(-1)?.title).toBe("House view");
    expect(briefing.figures.slice(0, plain.figures.length)).toEqual(plain.figures);
    expect(briefing.caveats.join("\n")).toContain("none of the article's, and not counted with them");
    expect(plain.figures.some(({ key }) => key.startsWith("thesis.house."))).toBe(false);
  });

  it("open one by one to figure, threshold, date and source", async () => {
    for (const line of ["thesis claim=thin", "thesis thin", "thesis THIN"]) {
      const briefing = await thesis(line);
      expect(briefing.headline).toBe("House view, holds: The claim thin · Test Small / Test Large");
      expect(numberOf(briefing, "thesis.house.thin.figure")).toBe(1);
      expect(numberOf(briefing, "thesis.house.thin.threshold1")).toBe(1.5);
      expect(briefing.notes).toContain("Test: `debt.small.interestCoverMedian` is below 1.5x");
      expect(briefing.notes).toContain(
        "Figure as of 31 Dec 2025, from Hand-made test market (constituents), about Test Small / Test Large",
      );
      // A reading that could not be tested rests on nothing.
      for (const { key, sources, n } of briefing.figures)
        expect(sources.length > 0 || n === 0, key).toBe(true);
    }
    const unreported = await thesis("thesis claim=unreported");
    expect(unreported.headline).toMatch(/^House view, cannot be tested: The claim unreported/);
    expect(unreported.notes.join("\n")).toContain(
      "Why not: no company outside financials reports total debt",
    );
    const explained = await askedOf(HOUSE, dir)("explain thesis.house.thin.figure claim=thin");
    expect(explained.kind === "page" && explained.page.title).toBe(
      "Small, interest cover, median company: 1.0x",
    );
  });

  it("cannot be tested by what is overdue or not yet known", async () => {
    for (const asOf of ["2026-06-20", "2020-01-01"]) {
      const briefing = await thesis(`thesis asof=${asOf}`).catch(() => null);
      if (briefing !== null) expect(said(briefing, "thesis.house.thin.now"), asOf).toBe("cannot be tested");
    }
    const stale = await thesis("thesis claim=thin asof=2026-06-20");
    expect(said(stale, "thesis.house.thin.figure")).toBe("withheld");
  });

  it("have been read on earlier days as the ledger's are, each flip with its month", async () => {
    // Breadth over one month is (up − down) / (up + down): 100 % to February 2026, −100 % in March, 100 % from April on.
    const months = ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
    const revisions = months.map((month) => {
      const [up, down] = month === "2026-03" ? [0, 9] : [9, 0];
      return { month, index: "small" as const, up, down, unchanged: 0 };
    });
    const own = claim("raised", {
      figure: "earnings.small.breadth.1m",
      unit: "%",
      predicate: "above",
      thresholds: [0],
    });
    const house = { ...HOUSE, claims: [own] };
    const revised = await folderOf({ revisions });
    const whole = await briefingIn(house, revised, "thesis asof=2026-07-10");
    const table = whole.tables.at(-1);
    expect(table?.columns).toEqual(["", "10 Dec 2025", "10 Jul 2026", "Figure"]);
    expect(table?.rows[0]?.cells.map((key) => said(whole, key))).toEqual(["holds", "holds", "+100.0%"]);
    const flips =
      "House view, claims of the firm's own: flipped: raised (Apr 2026, from fails to holds); raised (Mar 2026, from holds to fails)";
    expect(whole.notes).toContain(flips);
    expect(
      (await briefingIn(house, revised, "brief topics=thesis,earnings asof=2026-07-10")).notes,
    ).toContain(flips);
    expect(said(whole, "thesis.house.raised.on.2026-03-31")).toBe("fails");
    const one = await briefingIn(house, revised, "thesis claim=raised asof=2026-07-10");
    const byMonth = one.tables.find(({ title }) => title === "Month by month");
    expect(byMonth?.rows.slice(0, 5).map(({ label, cells: [key = ""] }) => [label, said(one, key)])).toEqual([
      ["10 Jul 2026", "holds"],
      ["30 Jun 2026", "holds"],
      ["31 May 2026", "holds"],
      ["30 Apr 2026", "holds"],
      ["31 Mar 2026", "fails"],
    ]);
    expect(one.notes).toContain("Flipped: Apr 2026, from fails to holds; Mar 2026, from holds to fails");
    for (const { key, asOf, sources } of one.figures.filter((each) => each.key.includes(".on."))) {
      expect(key).toBe(`thesis.house.raised.on.${asOf}`);
      for (const source of sources) expect(source.asOf <= asOf, key).toBe(true);
    }
  });

  it("travel with the opposite case", async () => {
    const discount = claim("discount", { figure: "valuation.discount.aggExLoss", unit: "%", signed: true });
    const share = { price: 10, marketCap: 1e9, epsFy1: 1, epsFy2: 1, fy1End: "2026-06-30", epsTtm: 1 };
    const valued = await folderOf({
      constituents: [
        member("small", "S", share),
        member("large", "L", { ...share, price: 20, marketCap: 2e9 }),
      ],
    });
    const briefing = await briefingIn({ ...HOUSE, claims: [discount] }, valued, "thesis discount");
    expect(said(briefing, "thesis.house.discount.figure")).toBe("−50.0%");
    expect(briefing.tables[0]?.rows.map(({ label }) => label)).toContain(
      "Beside it: small, loss-makers by count",
    );
  });

  it("are listed where a claim is named that is none, and in help", async () => {
    await expect(askedOf(HOUSE, dir)("thesis claim=thn")).rejects.toMatchObject({
      hint: expect.stringContaining('did you mean "thin"?'),
    });
    const help = await askedOf(HOUSE, dir)("help thesis");
    expect(JSON.stringify(help)).toContain("from-one-to-two");
  });

  it("are exported with the rest", async () => {
    const csv = briefingCsv(await thesis());
    expect(csv).toContain("thesis.house.thin.now");
    expect(csv).toContain("The firm's own claim. Test: debt.small.interestCoverMedian");
  });
});

describe("a statement is data", () => {
  const HOSTILE = `<!channel> <@U1> *b* [x](http://evil.example) <script>alert(1)</script> {{debt.small.zombieShare}} =1+1 | \`c\` &amp;`;

  it("on every surface, in the overview and by itself", async () => {
    const dir = await folderOf({ constituents: MARKET });
    const house: HouseView = {
      title: HOSTILE.slice(0, 60),
      claims: [claim("hostile", { statement: HOSTILE, short: HOSTILE.slice(0, 40) })],
    };
    for (const line of ["thesis", "thesis claim=hostile"]) {
      const briefing = await briefingIn(house, dir, line);
      expect(JSON.stringify(briefing)).toContain("{{debt.small.zombieShare}}");
      for (const marked of [...slackMarkup(briefing), ...teamsMarkup(briefing)])
        expect(marked).not.toMatch(/<!channel>|<@U1>|\[x\]\(http|<script/);
      const page = markupOf(renderPage(briefing, { key: "a", chartUrl: () => "/chart" }));
      expect(page).toContain("&lt;script&gt;");
      expect(page).not.toContain("<script>alert");
      expect(renderText(briefing, [])).toContain("<script>");
    }
  });
});

const MANNER = { place: { kind: "none" }, private: true } as const;

/** What Slack reads as markup; plain text it shows as it is, and `&lt;` for `<`. */
const slackMarkup = (briefing: Briefing): readonly string[] =>
  slackLadder(briefing, MANNER).flatMap(({ text, blocks }) => [
    text,
    ...(JSON.stringify(blocks).match(/"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? []),
  ]);

/** What Teams reads as markup; titles of choices it shows as they are. */
const teamsMarkup = (briefing: Briefing): readonly string[] =>
  teamsLadder(briefing, MANNER).flatMap(
    (message) => JSON.stringify(message).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [],
  );
