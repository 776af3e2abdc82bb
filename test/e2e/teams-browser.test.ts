import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { renderLadder, toActivity } from "../../src/surfaces/teams/render.ts";
import { browserSuite, launchChromium, noChromium } from "../support/chromium.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { CHATS, type Playground, startPlayground } from "../support/teams/playground.ts";

/** Where pictures of the client are left to be looked at; nothing is written when it is not set. */
const PICTURES = process.env["TEAMS_PICTURES"];

let folder: string;
let program: RunningProgram;
let teams: Playground;
let browser: Browser;
let page: Page;

describe.skipIf(noChromium)(browserSuite("Teams in a browser"), () => {
  beforeAll(async () => {
    folder = process.env["TEAMS_PICTURES_DATA"] ?? (await folderOf(sampleDatasets()));
    program = await startProgram(
      {
        TEAMS_LOCAL: "1",
        DATA_FOLDER: folder,
        FRENCH_BASE_URL: "http://127.0.0.1:9",
        LIVE_SOURCES: "french,reference",
      },
      "Teams",
    );
    [teams, browser] = await Promise.all([startPlayground(program.eventsUrl), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1400, height: 1500 } });
    // Nothing goes out: neither the client's fonts nor its telemetry.
    await page.route(
      ({ hostname, protocol }) =>
        !["localhost", "127.0.0.1"].includes(hostname) && protocol.startsWith("http"),
      (route) => route.abort(),
    );
    await page.goto(teams.url);
    await page.waitForSelector("[role=textbox]");
  });
  afterAll(async () => {
    await browser?.close();
    await teams?.stop();
    await program?.stop();
  });

  const chat = async (name: RegExp) => {
    await page.getByRole("treeitem", { name }).first().click();
    await page.waitForTimeout(300);
  };
  /** A picture to look at, once what it shows stands still. */
  async function picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${PICTURES}/${name}.png` });
  }
  const cards = (within: string) => page.locator(".ac-adaptiveCard").filter({ hasText: within }).first();

  it("draws the answer in a personal chat: picture, table, caveats, buttons", async () => {
    await teams.told(CHATS.personal, () => teams.say(CHATS.personal, "ratecut"));
    const drawn = cards("After Fed cuts");
    await drawn.waitFor();
    const width = await drawn
      .locator("img")
      .first()
      .evaluate(async (image: { decode?: () => Promise<void>; naturalWidth?: number }) => {
        await image.decode?.();
        return image.naturalWidth;
      });
    expect(width).toBe(1024);
    const words = await drawn.innerText();
    expect(words).toMatch(/After Fed cuts/);
    expect(words).toMatch(/Past performance is not a reliable indicator/);
    expect(await drawn.locator("table, [role=table]").count()).toBe(1);
    // Every number under the heading of its own column.
    const edges = await drawn
      .locator("[role=row]")
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll("[role=columnheader], [role=rowheader], [role=cell]")].map((cell) =>
            Math.round(cell.getBoundingClientRect().right),
          ),
        ),
      );
    expect(edges.length).toBeGreaterThan(3);
    expect(edges[0]?.length).toBeGreaterThan(3);
    expect(new Set(edges.map(String)).size).toBe(1);
    await picture("personal");
  });

  it("explains a number that is chosen under Explain", async () => {
    const drawn = cards("After Fed cuts");
    await drawn.getByRole("button", { name: "Explain", exact: true }).click();
    await picture("explain-open");
    const [explained] = await teams.told(CHATS.personal, () =>
      drawn.getByRole("button", { name: "Explain it" }).click(),
    );
    expect(explained?.raw).toMatch(/[Dd]efinition/);
    await picture("explained");
  });

  it("draws the answer in a channel's thread", async () => {
    await chat(/Markets/);
    const box = page.locator("[role=textbox]").first();
    await box.click();
    await page.keyboard.type("@small", { delay: 40 });
    await page
      .locator("[role=menu], [role=listbox], .fui-MenuPopover")
      .getByText("smallcaps")
      .first()
      .click();
    await page.keyboard.type(" performance", { delay: 10 });
    await page.getByRole("button", { name: "Post" }).click();
    const drawn = cards("Past performance");
    await drawn.waitFor();
    await drawn.scrollIntoViewIfNeeded();
    await picture("channel");
  });

  it("draws Teams' own chart where a channel chose it and it can carry the content, else the table alone", async () => {
    await chat(/Personal Chat/);
    const post = async (line: string) => {
      const options = { place: { kind: "native" }, private: false } as const;
      const [message] = renderLadder(await briefingOf(folder, line), options);
      if (!message) throw new Error("nothing to post");
      const tables = page.locator(".ac-adaptiveCard").filter({ has: page.getByRole("table") });
      const before = await tables.count();
      const path = `/_connector/v3/conversations/${encodeURIComponent(CHATS.personal)}/activities`;
      expect((await teams.post(path, toActivity(message))).status).toBeLessThan(300);
      await expect.poll(() => tables.count()).toBe(before + 1);
      await page.waitForTimeout(1_500); // a chart is drawn after its card
      await picture(`native-${line}`);
      return tables.last().locator("svg:has(path)");
    };
    expect(await (await post("ratecut")).count()).toBe(0); // its intervals would be lost
    const drawn = await post("performance");
    await expect.poll(() => drawn.count()).toBeGreaterThan(0);
  });
});
