import { expect, it } from "vitest";
import { filledIn, standInFor } from "../../../src/surfaces/conversation/stand-in.ts";
import { renderBriefing } from "../../../src/surfaces/slack/render.ts";
import { createRendered } from "../../../src/surfaces/slack/rendered.ts";
import { renderLadder } from "../../../src/surfaces/teams/render.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";

const ID = "k7m2qp";
const lines = { lead: ["Nothing material changed"], foot: ["Next: Tue 24 Nov 2026 07:30 (GMT)"] };

it("puts the id where its stand-in was, and shares the rest", () => {
  const standIn = standInFor(ID);
  const message = { a: { text: "same" }, b: [{ command: `schedule pause ${standIn}` }, 1, null] };
  const filled = filledIn(message, ID);
  expect(filled).toEqual({ a: { text: "same" }, b: [{ command: `schedule pause ${ID}` }, 1, null] });
  expect(filled.a).toBe(message.a);
  expect(filledIn(message.a, ID)).toBe(message.a);
});

it.each(Object.entries(EXAMPLE_BRIEFINGS))("%s: rendered once for many, each sees its own", (_, briefing) => {
  const rendered = createRendered();
  for (const id of [ID, "another-one", "zzzzzz"]) {
    const slack = {
      place: { kind: "native" },
      private: false,
      scheduled: { ...lines, subscription: id },
    } as const;
    const { json, ...message } = rendered(briefing, slack);
    expect(message).toEqual(renderBriefing(briefing, slack));
    expect(json).toBe(JSON.stringify(message.blocks));
    const teams = (of: string) =>
      renderLadder(briefing, { place: { kind: "native" }, private: false, schedule: { ...lines, id: of } });
    expect(filledIn(teams(standInFor(id)), id)).toEqual(teams(id));
  }
});
