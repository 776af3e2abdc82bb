import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { BOT_SCOPES } from "../../src/surfaces/slack/scopes.ts";
import { browserSuite, launchChromium, noChromium } from "../support/chromium.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { freePort } from "../support/free-port.ts";
import { type SlackWorkspace, startSlackWorkspace } from "../support/slack/emulator.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import { CHANNELS, CLIENT_ID, CLIENT_SECRET } from "../support/slack/workspace-seed.ts";

const SECRET = "signing secret of the OAuth tests";

describe.skipIf(noChromium)(browserSuite("installing by OAuth"), () => {
  let slack: SlackWorkspace;
  let program: RunningProgram;
  let browser: Browser;
  let publicUrl: string;

  beforeAll(async () => {
    const port = await freePort();
    publicUrl = `http://localhost:${port}`;
    slack = await startSlackWorkspace({
      signingSecret: SECRET,
      scopes: Object.keys(BOT_SCOPES),
      redirectUris: [`${publicUrl}/slack/oauth_redirect`],
    });
    program = await startProgram({
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: publicUrl,
      SLACK_CLIENT_ID: CLIENT_ID,
      SLACK_CLIENT_SECRET: CLIENT_SECRET,
      SLACK_STATE_SECRET: "state secret of the OAuth tests",
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl.replace(/\/$/, ""),
      SLACK_AUTHORIZE_URL: `${slack.url}/oauth/v2/authorize`,
      FRENCH_BASE_URL: "http://127.0.0.1:9",
      LIVE_SOURCES: "french,reference",
      DATA_FOLDER: await folderOf(sampleDatasets()),
    });
    slack.connect(program.eventsUrl);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    await slack?.close();
  });

  const channelMessages = () => slack.messages(CHANNELS.markets);

  it("before it, a command is acknowledged and nothing is done", async () => {
    expect((await slack.slash({ text: "ratecut" })).status).toBe(200);
    expect(channelMessages()).toEqual([]);
  });

  it("a state that the browser did not begin with is refused", async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${publicUrl}/slack/oauth_redirect?code=x&state=forged`);
    expect(response?.status()).toBe(400);
    expect(await page.textContent("h1")).toMatch(/not installed/);
    await page.close();
  });

  it("Slack's page, back again, a welcome; then a command works with the token, until it is uninstalled", async () => {
    const page = await browser.newPage();
    await page.goto(`${publicUrl}/slack/install`);
    expect(page.url()).toContain("/oauth/v2/authorize");
    await Promise.all([
      page.waitForURL(/oauth_redirect/),
      page.locator("button, input[type=submit]").first().click(),
    ]);
    expect(await page.textContent("h1")).toBe("smallcaps is installed");
    const used = page.url();
    const welcome = await waitFor("the welcome", () =>
      slack.messages().find(({ text }) => /is installed/.test(text)),
    );
    const said = JSON.stringify(welcome.blocks);
    // The newest date of the sample market, which the folder holds, and the three topics that it can answer.
    expect(said).toMatch(/Live: [^"]*, to [A-Z][a-z]+ 20\d\d/);
    for (const topic of ["valuation", "ratecut", "performance"]) expect(said).toContain(`\`${topic}\``);
    expect(said).toContain("admin -- doctor");
    expect((await page.goto(used))?.status()).not.toBe(200);
    await page.close();

    await slack.slash({ text: "ratecut" });
    const [message] = await waitFor("the answer", () => channelMessages().length > 0 && channelMessages());
    expect(message?.blocks.map(({ type }) => type)).toContain("image");

    expect((await slack.event({ type: "app_uninstalled" })).status).toBe(200);
    await waitFor("silence", async () => {
      const before = channelMessages().length;
      await slack.slash({ text: "ratecut" });
      await new Promise((done) => setTimeout(done, 500));
      return channelMessages().length === before;
    });
    expect(program.log()).not.toMatch(/xox[a-z]-|Bearer|secret of the OAuth/);
    expect(program.log()).not.toContain(CLIENT_SECRET);
  });
});
