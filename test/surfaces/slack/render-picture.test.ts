import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import type { ScheduleView } from "../../../src/delivery/port.ts";
import { renderBriefing } from "../../../src/surfaces/slack/render.ts";
import { scheduleBlocks } from "../../../src/surfaces/slack/render-schedule.ts";
import { formView } from "../../../src/surfaces/slack/schedule-form.ts";
import { browserSuite, noChromium } from "../../support/chromium.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { chartAsDataUri, drawMessages } from "../../support/slack-picture.ts";

const FIRM = { name: "Harbour & Vale", disclaimer: "For professional clients only." };

/** With SLACK_PICTURES=folder the pictures are kept, for people to look at. */
const FOLDER = process.env["SLACK_PICTURES"] ?? null;

describe.skipIf(noChromium)(browserSuite("messages drawn by a Block Kit library"), () => {
  test("show headline, figures, caveats, source and buttons, on a phone too", {
    timeout: 60_000,
  }, async () => {
    if (FOLDER !== null) mkdirSync(FOLDER, { recursive: true });
    const briefing: Briefing = { ...EXAMPLE_BRIEFINGS.ratecut, firm: FIRM };
    const url = await chartAsDataUri(briefing);
    const { text, blocks } = renderBriefing(briefing, {
      place: { kind: "url", url: "https://x" },
      private: true,
    });
    const message = {
      text,
      blocks: blocks.map((block) => (block.type === "image" ? { ...block, image_url: url } : block)),
    };
    const seen = await drawMessages(
      { ratecut: { message }, "ratecut-phone": { message, width: 400 } },
      FOLDER,
    );
    for (const shown of Object.values(seen))
      for (const part of [
        briefing.headline,
        "+10.1",
        ...briefing.caveats,
        "Source: your index-level export",
        "Definitions",
      ])
        expect(shown).toContain(part);
  });

  test("a scheduled briefing, the home tab's schedules and the form", { timeout: 60_000 }, async () => {
    const briefing = EXAMPLE_BRIEFINGS.ratecut;
    const lead = [
      "Since Thursday: the 12-month edge moved from +5.0 to +5.2 pp",
      "12 minutes late: data came late",
    ];
    const foot = ["Next: Mon 23 Nov 2026 07:30 (GMT) for Friday's session"];
    const { text, blocks } = renderBriefing(briefing, {
      place: { kind: "url", url: "https://x" },
      private: false,
      scheduled: { lead, foot, subscription: "abc123" },
    });
    const url = await chartAsDataUri(briefing);
    const shown = blocks.map((block) => (block.type === "image" ? { ...block, image_url: url } : block));
    const scheduled = { text, blocks: shown };
    const view: ScheduleView = {
      id: "abc123",
      channel: "C0ALPHA001",
      state: "active",
      rule: "Every trading day 07:30 Europe/London: valuation, ratecut",
      next: ["Mon 23 Nov 2026 07:30 (GMT) for Friday's session"],
      last: "posted Fri 20 Nov 07:30",
    };
    const form = formView({
      topics: [{ name: "valuation", summary: "what small-caps cost" }],
      ownZone: "Europe/London",
      values: {},
    });
    const seen = await drawMessages(
      {
        scheduled: { message: scheduled },
        "scheduled-phone": { message: scheduled, width: 400 },
        home: {
          message: {
            text: "",
            blocks: [...scheduleBlocks(view), ...scheduleBlocks({ ...view, state: "paused", next: [] })],
          },
        },
        form: { message: { text: "", blocks: form.blocks } },
      },
      FOLDER,
    );
    for (const part of [...lead, ...foot, ...briefing.caveats, "Pause"]) {
      expect(seen["scheduled"]).toContain(part);
      expect(seen["scheduled-phone"]).toContain(part);
    }
    for (const part of [view.rule, "Next:", "Last: posted", "Pause", "Resume", "Remove", "Test"])
      expect(seen["home"]).toContain(part);
  });
});
