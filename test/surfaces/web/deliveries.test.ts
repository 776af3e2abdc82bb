import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Delivery, type DeliveryState, NEXT_STATES } from "../../../src/storage/port.ts";
import type { ConsoleDeps, DeliveriesView } from "../../../src/surfaces/web/deps.ts";
import { browserSuite, launchChromium, noChromium } from "../../support/chromium.ts";
import { HOSTILE } from "../../support/example-briefings.ts";
import { type ConsoleWorld, startWorld } from "./console-world.ts";

const STATES = Object.keys(NEXT_STATES) as DeliveryState[];
const REASONS: Partial<Record<DeliveryState, string>> = {
  unknown:
    "Slack accepted the request or not: it did not answer within 10 s, and its history may not be read",
  failed: "channel_not_found: the channel was deleted, or the app was removed from it",
  missed: "the machine was off",
};

function delivery(state: DeliveryState, day: number): Delivery {
  const session = `2026-11-${String(day).padStart(2, "0")}`;
  return {
    slot: `slack/T0AAA11/k7m2qp/${session}`,
    subscription: "k7m2qp",
    workspace: "T0AAA11",
    platform: "slack",
    channel: "C0BRIEF",
    session,
    scheduledAt: `${session}T23:30:00.000Z`,
    state,
    attempts: 1,
    reason: REASONS[state] ?? null,
    messageId: state === "posted" ? "17.5" : null,
    postedAt: state === "posted" ? `${session}T23:30:02.000Z` : null,
    briefingId: null,
    changedAt: `${session}T23:30:02.000Z`,
  };
}

const VIEW: DeliveriesView = {
  counts: { claimed: 0, posting: 1, posted: 96, unknown: 1, reconciled: 2, failed: 1, missed: 3 },
  deliveries: STATES.map((state, i) => delivery(state, 20 - i)),
  schedules: [
    {
      id: "k7m2qp",
      platform: "slack",
      workspace: "T0AAA11",
      channel: "C0BRIEF",
      state: "active",
      note: null,
      rule: "Every trading day 07:30 Asia/Tokyo: valuation, ratecut",
      next: ["2026-11-23T22:30:00.000Z", "2026-11-24T22:30:00.000Z", "2026-11-26T22:30:00.000Z"],
    },
    {
      id: "abcdef",
      platform: "teams",
      workspace: "00000000-0000-0000-0000-000000000001",
      channel: "19:0123456789abcdef0123456789abcdef@thread.tacv2",
      state: "deactivated",
      note: "the channel was deleted",
      rule: "Mondays, 30 minutes after New York closes: performance",
      next: [],
    },
  ],
  moreSchedules: 4,
  stopped: ["Everywhere: wrong prices"],
};
const NOTHING: DeliveriesView = {
  counts: Object.fromEntries(STATES.map((state) => [state, 0])) as DeliveriesView["counts"],
  deliveries: [],
  schedules: [],
  moreSchedules: 0,
  stopped: [],
};

describe.skipIf(noChromium)(browserSuite("the console's deliveries in Chromium"), () => {
  let browser: Browser;
  let world: ConsoleWorld;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.context().close();
    await world.close();
  });

  async function open(deliveries: ConsoleDeps["deliveries"], options: object = {}): Promise<void> {
    world = await startWorld(deliveries === undefined ? {} : { deliveries });
    const context = await browser.newContext({ timezoneId: "America/New_York", ...options });
    page = await context.newPage();
    complaints.length = 0;
    page.on(
      "console",
      (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()),
    );
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(world.url);
  }
  const section = () => page.getByRole("region", { name: "Deliveries", exact: true });
  const unfold = async () => {
    for (const summary of await section().locator("summary").all()) await summary.click();
  };

  test("counts, next runs and history: each state by sign and word, each time by the reader's clock and in UTC", async () => {
    await open(async () => VIEW);
    const counts = await section().getByRole("list", { name: "In the last week" }).innerText();
    expect(counts.split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim())).toEqual([
      "1 … being posted",
      "96 ✓ posted",
      "2 ✓ posted, found afterwards",
      "1 ? unknown whether it arrived",
      "1 ✕ failed",
      "3 – missed",
    ]);
    await section().getByRole("note").getByText("Everywhere: wrong prices").waitFor();
    await unfold();
    const rows = section().getByRole("table").getByRole("row");
    expect(await rows.count()).toBe(1 + STATES.length);
    const posted = (await rows.filter({ hasText: "2026-11-17" }).innerText()).replaceAll(/\s+/g, " ");
    expect(posted).toContain("Tue 17 Nov 2026 18:30 GMT-5 17 Nov 2026 23:30 UTC");
    expect(posted).toContain("✓ posted");
    expect(await rows.filter({ hasText: "✕ failed" }).innerText()).toContain("channel_not_found");
    const runs = await section().getByRole("listitem").filter({ hasText: "k7m2qp" }).innerText();
    expect(runs.replaceAll(/\s+/g, " ")).toContain("Mon 23 Nov 2026 17:30 GMT-5 23 Nov 2026 22:30 UTC");
    await section().getByText("deactivated: the channel was deleted").waitFor();
    await section().getByText("4 more: admin -- schedules lists all.").waitFor();
    expect(complaints).toEqual([]);
  });

  test("on a phone nothing is cut off or scrolled sideways", async () => {
    await open(async () => VIEW, { viewport: { width: 360, height: 740 } });
    await unfold();
    expect(
      await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth"),
    ).toBeLessThanOrEqual(0);
    const wide =
      "document.querySelector('.history').scrollWidth - document.querySelector('.deliveries .scroll').clientWidth";
    expect(await page.evaluate<number>(wide)).toBeLessThanOrEqual(0);
    await section().getByText("channel_not_found").waitFor();
  });

  test("works without a script, in UTC", async () => {
    await open(async () => VIEW, { javaScriptEnabled: false });
    await unfold();
    expect(await section().getByRole("row").nth(3).innerText()).toContain("18 Nov 2026 23:30 UTC");
  });

  test("nothing yet; no database; a database that does not answer", async () => {
    await open(async () => NOTHING);
    await section().getByText("None in the last week").waitFor();
    await unfold();
    await section().getByText("No schedules:").waitFor();
    await page.context().close();
    await world.close();
    await open(undefined);
    expect(await section().count()).toBe(0);
    await page.context().close();
    await world.close();
    await open(async () => {
      throw new Error("secret detail");
    });
    expect(await section().innerText()).toContain("The database does not answer now");
    expect(await page.content()).not.toContain("secret detail");
    await page.getByRole("textbox", { name: "Command" }).waitFor();
    expect(world.logged.map(({ message }) => message)).toEqual([
      "deliveries could not be read for the console page",
    ]);
  });

  test("what others wrote stays text", async () => {
    const hostile = VIEW.deliveries.map((each) => ({
      ...each,
      reason: HOSTILE,
      channel: HOSTILE,
      slot: HOSTILE,
    }));
    const schedules = VIEW.schedules.map((each) => ({
      ...each,
      rule: HOSTILE,
      note: HOSTILE,
      workspace: HOSTILE,
    }));
    await open(async () => ({ ...VIEW, deliveries: hostile, schedules, stopped: [HOSTILE] }));
    await unfold();
    expect(await section().locator("script, img, iframe").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
