import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Asker } from "../../src/briefing/briefing.ts";
import type { ToldAlert } from "../../src/briefing/question.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { renderLadder as slackLadder } from "../../src/surfaces/slack/render.ts";
import { renderLadder as teamsLadder } from "../../src/surfaces/teams/render.ts";
import { markupOf } from "../../src/surfaces/web/html.ts";
import { renderBriefing as renderPage } from "../../src/surfaces/web/render-briefing.ts";
import { topics } from "../../src/topics/index.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const when = "Mon 23 Nov 2026 09:15 (GMT)";
const TOLD: readonly ToldAlert[] = [
  {
    told: "Alert of Tue 24 Nov 2026 09:10 (GMT): Sahm rule has cleared, by the print of 31 Oct 2026",
    by: null,
  },
  {
    told: "Alert of Mon 23 Nov 2026 09:10 (GMT): VIX has fired, by the print of 20 Nov 2026",
    by: { user: "U0MEMBER02", name: "Jane <b>", when },
  },
  {
    told: "Alert of Fri 20 Nov 2026 09:10 (GMT): Oil has fired, by the print of 19 Nov 2026",
    by: { user: "8f2c-guid", name: null, when },
  },
];

describe("alerts that were told, beside the risks", () => {
  const asked: (Asker | undefined)[] = [];
  const assistant = createAssistant({
    market: openSample(),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
    toldAlerts: async (from) => {
      asked.push(from);
      return TOLD;
    },
  });
  const from: Asker = {
    ...{ platform: "slack", workspace: "T1", channel: "C1", user: "U1" },
    isMember: async () => true,
    refusal: async () => null,
  };

  it("stand in the answer where the risks are those of today, as of where they are asked", async () => {
    expect(await assistant.answer("risks", { from })).toMatchObject({ kind: "briefing", told: TOLD });
    expect(asked).toEqual([from]);
  });

  it.each(["risks asof=2026-10-01", "risks backtest=vix", "valuation", "brief topics=risks,valuation"])(
    "and nowhere else: %s",
    async (line) => {
      expect(await assistant.answer(line, { from })).not.toHaveProperty("told");
    },
  );

  it("change nothing of the briefing, which is everybody's", async () => {
    const [there, here] = [await assistant.answer("risks"), await assistant.answer("risks", { from })];
    if (there.kind !== "briefing" || here.kind !== "briefing") throw new Error("a page");
    expect(here.briefing).toEqual(there.briefing);
  });

  it("are shown by Slack, Teams and the console page, at every richness", () => {
    const { ratecut } = EXAMPLE_BRIEFINGS;
    const options = { place: { kind: "none" }, private: false, told: TOLD } as const;
    const of = (messages: readonly unknown[]) => messages.map((message) => JSON.stringify(message));
    const slack = of(
      slackLadder(ratecut, options).map(({ text, blocks }) => (blocks.length > 0 ? blocks : text)),
    );
    const teams = of(teamsLadder(ratecut, options));
    const page = markupOf(renderPage(ratecut, { key: "k", chartUrl: () => "/c.png", told: TOLD }));
    expect([slack.length, teams.length].every((rungs) => rungs > 1)).toBe(true);
    for (const each of [...slack, ...teams, page])
      expect(each).toContain("Sahm rule has cleared, by the print of 31 Oct 2026 · not acknowledged yet");
    // In Slack by a mention, which each reader sees as the name that they know.
    for (const each of slack) expect(each).toContain(`2026 · acknowledged by <@U0MEMBER02>, ${when}`);
    for (const each of teams) expect(each).toMatch(/VIX has fired.*acknowledged by Jane/);
    for (const each of [...slack, ...teams]) {
      expect(each).toContain(`acknowledged by a member, ${when}`);
      expect(each).not.toContain("8f2c-guid");
    }
    expect(page).toContain(`acknowledged by Jane &lt;b&gt;, ${when}`);
    expect(page).toContain("acknowledged by 8f2c-guid");
  });
});
