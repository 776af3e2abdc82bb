import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserSuite, launchChromium, noChromium } from "../support/chromium.ts";
import { memorySchedules } from "../support/schedules.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import { CHATS, type Playground, startPlayground } from "../support/teams/playground.ts";
import { startTeamsRig, type TeamsRig } from "../support/teams/rig.ts";

/** Where pictures of the client are left to be looked at; nothing is written when it is not set. */
const PICTURES = process.env["TEAMS_PICTURES"];

let rig: TeamsRig;
let teams: Playground;
let browser: Browser;
let page: Page;
const use = memorySchedules();

describe.skipIf(noChromium)(browserSuite("Schedules in Teams, in a browser"), () => {
  beforeAll(async () => {
    rig = await startTeamsRig({
      schedules: use.schedules,
      settings: { app: null, allowedTenants: [], serviceHosts: ["localhost"] },
    });
    [teams, browser] = await Promise.all([startPlayground(rig.url), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1400, height: 1500 } });
    await page.route(
      ({ hostname, protocol }) =>
        !["localhost", "127.0.0.1"].includes(hostname) && protocol.startsWith("http"),
      (route) => route.abort(),
    );
    await page.goto(teams.url);
    await page.waitForSelector("[role=textbox]");
    await page
      .getByRole("treeitem", { name: /Desk group/ })
      .first()
      .click();
    await page.waitForTimeout(300);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await teams?.stop();
    await rig?.close();
  });

  async function picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${PICTURES}/${name}.png` });
  }
  const shown = (words: string) =>
    page.getByText(words, { exact: false }).first().waitFor({ timeout: 10_000 });
  const press = (name: string) =>
    page.getByRole("button", { name, exact: true }).last().click({ timeout: 10_000 });
  const otherZone = () => page.getByPlaceholder("such as Asia/Kathmandu").last();

  it("a form is filled in, corrected where it was wrong, and makes a schedule with buttons", async () => {
    await teams.told(CHATS.group, () => teams.say(CHATS.group, "schedule", true));
    await press("New schedule");
    await picture("schedule-form");
    await otherZone().fill("Atlantis", { timeout: 10_000 });
    await press("Add schedule");
    await shown("is not a time zone");
    expect(await otherZone().inputValue()).toBe("Atlantis");
    await picture("schedule-wrong-zone");
    await otherZone().fill("Europe/Zurich");
    await press("Add schedule");
    await shown("Topics= is missing");
    expect(await otherZone().inputValue()).toBe("Europe/Zurich");
    await picture("schedule-wrong-topics");
    expect(use.kept).toEqual([]);
    await page.getByRole("combobox").first().click({ timeout: 10_000 });
    await picture("schedule-topics");
    for (const topic of ["ratecut", "performance"])
      await page
        .locator("[role=option], [role=menuitemcheckbox]")
        .filter({ hasText: `${topic}:` })
        .first()
        .click({ timeout: 10_000 });
    await page.keyboard.press("Escape");
    await press("Add schedule");
    await waitFor("the schedule", () => use.kept.length === 1, 10_000);
    expect(use.kept[0]).toMatchObject({
      channel: CHATS.group,
      at: { hhmm: "07:30", tz: "Europe/Zurich" },
      topics: expect.arrayContaining(["performance", "ratecut"]),
    });
    await shown("Schedule s00001 added");
    await picture("schedule-added");
  }, 60_000);

  it("is paused, resumed and removed by its buttons, the card being brought up to date", async () => {
    await press("Pause");
    await page.getByRole("button", { name: "Resume", exact: true }).waitFor({ timeout: 10_000 });
    expect(use.kept).toMatchObject([{ state: "paused" }]);
    await picture("schedule-paused");
    await press("Resume");
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor({ timeout: 10_000 });
    await press("Remove");
    await picture("schedule-remove");
    await press("Remove it");
    await waitFor("its removal", () => use.kept.length === 0, 10_000);
    // All of it in one message: the card stayed where it was.
    const cards = teams.messages(CHATS.group).filter(({ raw }) => raw.includes("New schedule"));
    expect(cards).toHaveLength(1);
  }, 60_000);
});
