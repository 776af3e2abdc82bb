import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { renderBriefing } from "../../../src/surfaces/slack/render.ts";
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
});
