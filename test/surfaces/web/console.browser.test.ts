import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { BriefingError } from "../../../src/briefing/errors.ts";
import { openSample } from "../../../src/data/sample/sample.ts";
import type { ConsoleDeps } from "../../../src/surfaces/web/deps.ts";
import { topics } from "../../../src/topics/index.ts";
import { browserSuite, launchChromium, noChromium } from "../../support/chromium.ts";
import { HOSTILE } from "../../support/example-briefings.ts";
import { type ConsoleWorld, exampleAssistant, plainDrawer, startWorld } from "./console-world.ts";

const LOW_CONTRAST = readFileSync(new URL("low-contrast.js", import.meta.url), "utf8");

describe.skipIf(noChromium)(browserSuite("the console page in Chromium"), () => {
  let browser: Browser;
  let world: ConsoleWorld;
  let page: Page;
  /** Console errors, policy violations and exceptions: none may appear unless a test expects it. */
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ reducedMotion: "reduce" });
    page.on(
      "console",
      (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()),
    );
    page.on("pageerror", (error) => complaints.push(String(error)));
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.goto("about:blank");
    await world.close();
  });

  /** Each test has a console, so an origin with its own storage; the page is shared, since new ones are slow. */
  async function open(overrides: Partial<ConsoleDeps> = {}, width = 1200): Promise<void> {
    world = await startWorld(overrides);
    complaints = [];
    await page.setViewportSize({ width, height: 800 });
    await page.goto(world.url);
  }

  const field = () => page.getByRole("textbox", { name: "Command" });
  const lastTurn = () => page.locator("#log .turn").last();

  async function ask(command: string): Promise<void> {
    await field().fill(command);
    await field().press("Enter");
    await page.locator("#status", { hasText: /^(Answer ready\.)?$/ }).waitFor({ state: "attached" });
  }

  const focused = (selector: string, hasText: RegExp = /^/) =>
    page.locator(`${selector}:focus`, { hasText }).waitFor();
  const openDetails = () =>
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  const pageOverflow = () => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  const drawn = () =>
    page.waitForFunction("[...document.images].every((image) => image.complete && image.naturalWidth > 0)");

  test("a typed command gives its briefing with a drawn chart, in order, without complaint", async () => {
    await open();
    await ask("ratecut");
    await drawn();
    const article = page.getByRole("article", { name: /^After Fed cuts/ });
    await article.getByRole("img", { name: /^Small minus large 12 months after Fed cuts/ }).waitFor();
    await article.getByRole("table", { name: "Mean relative return after Fed cuts" }).waitFor();
    await article.getByRole("region", { name: "Caveats" }).getByText("54 cuts are 7 cycles").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      article.getByRole("link", { name: /^Download chart/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("ratecut-cycles-2026-10-31.png");
    expect(complaints).toEqual([]);
  });

  test("the keyboard is enough: skip link, ask, recall, explain, example command", async () => {
    await open();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await focused("#command");
    await page.keyboard.type("ratecut");
    await page.keyboard.press("Enter");
    await page.getByRole("article", { name: /^After Fed cuts/ }).waitFor();
    await page.keyboard.type("performance");
    await page.keyboard.press("Enter");
    await page.getByRole("article", { name: /ahead this year/ }).waitFor();
    await page.keyboard.type("half");
    for (const expected of ["performance", "ratecut", "performance", "half"]) {
      await page.keyboard.press(
        expected === "half" || (await field().inputValue()) === "ratecut" ? "ArrowDown" : "ArrowUp",
      );
      expect(await field().inputValue()).toBe(expected);
    }
    await lastTurn().getByText("Explain the figures").focus();
    await page.keyboard.press("Enter");
    await lastTurn().getByRole("region", { name: "Every figure explained" }).waitFor();
    await page
      .getByRole("navigation", { name: "Example commands" })
      .getByRole("link", { name: "valuation" })
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /trades below the S&P 500/ }).waitFor();
    await focused("h2", /trades below/);
    expect(complaints).toEqual([]);
  });

  test("names, roles, headings and language fit a screen reader; work under way is announced", async () => {
    let release = () => {};
    const assistant = exampleAssistant();
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open({
      assistant: () => ({ answer: (command) => slow.then(() => assistant.answer(command)) }),
      loadRealData: async () => {},
    });
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.getByRole("log", { name: "Answers" }).getAttribute("aria-live")).toBe("polite");
    await page.getByRole("region", { name: "You are looking at sample data" }).waitFor();
    expect(await page.locator("button").first().textContent()).toBe(
      "Load real public data (stays on this machine)",
    );
    await field().fill("performance");
    await field().press("Enter");
    await page.locator("#status", { hasText: "Working…" }).waitFor();
    expect(await page.locator("#log").getAttribute("aria-busy")).toBe("true");
    release();
    await page.locator("#status", { hasText: "Answer ready." }).waitFor();
    expect(await page.locator("#log").getAttribute("aria-busy")).toBeNull();
    await focused("#command");
    const levels = await page
      .locator("h1,h2,h3,h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => void expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(await page.locator("img:not([alt]), figure img[alt='']").count()).toBe(0);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a bad command is an alert with a way on, stays to be mended, and the way on works", async () => {
    await open();
    await ask("ratecutt");
    const alert = page.getByRole("alert");
    expect(await alert.textContent()).toMatch(/There is no topic "ratecutt"\.\s*Did you mean ratecut\?/);
    expect(await field().inputValue()).toBe("ratecutt");
    await alert.getByRole("link", { name: "ratecut" }).click();
    await page.getByRole("article", { name: /^After Fed cuts/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("a bug is an apology with an id; a console that is gone says so", async () => {
    await open();
    await ask("boom");
    expect(await page.getByRole("alert").textContent()).toMatch(/Sorry[\s\S]*E-[0-9a-f]{8}/);
    await world.close();
    await ask("ratecut");
    await page.getByRole("alert").getByRole("heading", { name: "The console did not answer" }).waitFor();
  });

  test("at 320 px nothing makes the page scroll sideways", async () => {
    await open({ loadRealData: async () => {} }, 320);
    for (const command of ["help", "valuation", "absences", "tenfold", "hostile", "x".repeat(300)])
      await ask(command);
    await openDetails();
    expect(await pageOverflow()).toBe(0);
    expect(await page.locator(".chart-words").first().isVisible()).toBe(true);
  });

  test("at 400 px the tables of performance are whole, without a sideways scroll", async () => {
    const real = createAssistant({
      market: openSample(),
      topics,
      today: () => "2026-11-23",
      defaultAsOf: "newest",
      codeVersion: "test",
      firm: { name: "", disclaimer: "" },
    });
    await open({ assistant: () => real }, 400);
    await ask("performance");
    const hidden = await page
      .locator(".figures .scroll")
      .evaluateAll((tables) => tables.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(hidden).toEqual([0, 0]);
  });

  test("strings from data and commands are inert", async () => {
    await open();
    let opened = false;
    page.on("dialog", (dialog) => {
      opened = true;
      void dialog.dismiss();
    });
    await ask("hostile");
    await drawn();
    await ask(HOSTILE);
    expect(await page.getByRole("alert").textContent()).toContain(
      'There is no topic "<script>alert("x")</script>"',
    );
    const { origin } = new URL(world.url);
    await page.goto(`${origin}/?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`);
    expect(
      await page.locator("main script, main iframe, main [onerror], a[href^='javascript:']").count(),
    ).toBe(0);
    expect(opened).toBe(false);
    expect(complaints.filter((complaint) => !complaint.includes("status of 400"))).toEqual([]);
  });

  test("a chart that cannot be drawn is replaced by its words; tables and caveats stay", async () => {
    await open({ drawer: { ...plainDrawer(), draw: () => Promise.reject(new Error("no worker")) } });
    await ask("valuation");
    await page.getByText("The chart could not be drawn. What it shows, in words: Forward P/E").waitFor();
    expect(await page.locator("figure img").isVisible()).toBe(false);
    await page.getByRole("table", { name: "Forward P/E by definition" }).waitFor();
  });

  test("without JavaScript the same page answers through its form and links", async () => {
    world = await startWorld({ loadRealData: async () => {} });
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(world.url);
    await plain.getByRole("textbox", { name: "Command" }).fill("ratecut");
    await plain.getByRole("button", { name: "Ask" }).click();
    await plain.getByRole("heading", { name: /^After Fed cuts/ }).waitFor();
    expect(await plain.title()).toMatch(/^After Fed cuts.* · smallcaps$/);
    await plain
      .getByRole("navigation", { name: "Example commands" })
      .getByRole("link", { name: "performance" })
      .click();
    await plain.getByRole("img", { name: /^Line of the Russell 2000/ }).waitFor();
    await plain.getByRole("button", { name: /Load real public data/ }).click();
    await plain.getByRole("heading", { name: "Real public data are loaded" }).waitFor();
    await plain.close();
  });

  test("real data load with progress, once however often it is clicked, and the page turns live", async () => {
    let mode: "sample" | "live" = "sample";
    let step = (_message: string) => {};
    let finish = () => {};
    const loadRealData = vi.fn((progress: (message: string) => void) => {
      step = progress;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await open({ mode: () => mode, loadRealData });
    expect(await page.locator(".mode").textContent()).toBe("Sample data");
    const button = page.getByRole("button", { name: /Load real public data/ });
    await button.dblclick();
    await button.click({ force: true });
    await vi.waitFor(() => expect(loadRealData).toHaveBeenCalledOnce(), { timeout: 30_000 });
    const status = page.locator("#load-status");
    step("Factors: 45% (1.2 of 2.7 MB)");
    await status.getByText("Factors: 45% (1.2 of 2.7 MB)").waitFor();
    expect(await page.getByRole("progressbar", { name: "Download" }).getAttribute("value")).toBe("45");
    mode = "live";
    finish();
    await page.getByRole("heading", { name: "Real public data are loaded" }).waitFor();
    expect(await page.locator(".mode").textContent()).toBe("Live data");
    await page.locator("#status", { hasText: "Answers are live now" }).waitFor();
    expect(await page.getByRole("button", { name: /public data/ }).count()).toBe(0);
    expect(loadRealData).toHaveBeenCalledOnce();
    expect(complaints).toEqual([]);
  });

  test("a failed download says why and what to do, and can be tried again, also after a reload", async () => {
    const failure = new BriefingError(
      "data_unavailable",
      "The library answered 503.",
      "Try again in a few minutes.",
    );
    const loadRealData = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(failure)
      .mockRejectedValueOnce(new TypeError("inner detail"));
    await open({ loadRealData });
    await page.getByRole("button", { name: /Load real public data/ }).click();
    await page
      .locator("#load-status", { hasText: "The library answered 503. Try again in a few minutes." })
      .waitFor();
    await page.reload();
    await page.locator("#load-status", { hasText: "The library answered 503." }).waitFor();
    await page.getByRole("button", { name: /Try again/ }).click();
    await page.locator("#load-status", { hasText: /E-[0-9a-f]{8}/ }).waitFor();
    expect(await page.locator("#load-status").textContent()).not.toContain("inner detail");
    await page.getByRole("button", { name: /Try again/ }).click();
    await page.getByRole("heading", { name: "Real public data are loaded" }).waitFor();
    expect(loadRealData).toHaveBeenCalledTimes(3);
  });

  test("text keeps a contrast of 4.5 to 1, and charts their white paper, in light and in dark mode", async () => {
    await open({ loadRealData: async () => {} });
    for (const command of ["sample", "absences", "ratecutt"]) await ask(command);
    await openDetails();
    const grounds = new Set<unknown>();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(LOW_CONTRAST), colorScheme).toEqual([]);
      grounds.add(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
      const paper = await page.evaluate(
        "getComputedStyle(document.querySelector('figure img')).backgroundColor",
      );
      expect(paper).toBe("rgb(255, 255, 255)");
    }
    expect(grounds.size).toBe(2);
  });
});
