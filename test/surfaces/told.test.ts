import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Asker } from "../../src/briefing/briefing.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { renderLadder as slackLadder } from "../../src/surfaces/slack/render.ts";
import { renderLadder as teamsLadder } from "../../src/surfaces/teams/render.ts";
import { markupOf } from "../../src/surfaces/web/html.ts";
import { renderBriefing as renderPage } from "../../src/surfaces/web/render-briefing.ts";
import { topics } from "../../src/topics/index.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const TOLD = [
  "Alert of Mon 23 Nov 2026 09:10 (GMT): VIX has fired, by the print of 20 Nov 2026 · acknowledged by Jane <b>, Mon 23 Nov 2026 09:15 (GMT)",
  "Alert of Fri 20 Nov 2026 09:10 (GMT): Sahm rule has cleared, by the print of 31 Oct 2026 · not acknowledged yet",
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
    const shown = [
      ...slackLadder(ratecut, options).map(({ text, blocks }) => JSON.stringify({ text, blocks })),
      ...teamsLadder(ratecut, options).map((message) => JSON.stringify(message)),
      markupOf(renderPage(ratecut, { key: "k", chartUrl: () => "/c.png", told: TOLD })),
    ];
    expect(shown.length).toBeGreaterThan(4);
    for (const each of shown) {
      expect(each).toContain("VIX has fired, by the print of 20 Nov 2026 · acknowledged by Jane");
      expect(each).toContain("not acknowledged yet");
    }
    expect(shown.at(-1)).toContain("Jane &lt;b&gt;");
  });
});
