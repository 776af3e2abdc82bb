import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { formatFigure } from "../../src/briefing/format.ts";
import { sourceLine } from "../../src/briefing/frame.ts";
import * as slack from "../../src/surfaces/slack/render.ts";
import * as teams from "../../src/surfaces/teams/render.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";
import { flat as slackFlat, wholeText as slackText } from "./slack/render/check-message.ts";
import { flat as teamsFlat, wholeText as teamsText } from "./teams/render/check-card.ts";

const { sample: _, ...LIVE } = EXAMPLE_BRIEFINGS;

/** Each platform's richest message without a picture, as a reader meets its words. */
function shownBy(briefing: Briefing): Readonly<Record<"slack" | "teams", string>> {
  const options = { place: { kind: "none" }, private: false } as const;
  const [card] = teams.renderLadder(briefing, options);
  if (!card) throw new Error("a ladder has a rung");
  return {
    slack: slackFlat(slackText(slack.renderBriefing(briefing, options))),
    teams: teamsFlat(teamsText(card)),
  };
}

describe.each(Object.entries<Briefing>(LIVE))("%s says the same in Slack and in Teams", (_name, briefing) => {
  const shown = shownBy(briefing);
  const onBoth = (text: string) => {
    expect(shown.slack).toContain(slackFlat(text));
    expect(shown.teams).toContain(teamsFlat(text));
  };

  test("headline, caveats, source and firm", () => {
    onBoth(briefing.headline);
    for (const caveat of briefing.caveats) onBoth(`⚠ ${caveat}`);
    onBoth(sourceLine(briefing.sources).slice(0, 1_000));
    onBoth(briefing.firm.name);
  });

  test("every figure that Slack shows, Teams shows, and the other way round", () => {
    const keys = new Set(briefing.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
    const figures = briefing.figures.filter(({ key }) => keys.has(key));
    expect(figures.length).toBeGreaterThan(8);
    for (const figure of figures) {
      const text = formatFigure(figure);
      expect(shown.teams.includes(teamsFlat(text)), `${figure.key} ${text}`).toBe(
        shown.slack.includes(slackFlat(text)),
      );
    }
  });

  test("every reason for a missing number of the first table, and every note that Slack shows", () => {
    for (const note of briefing.notes)
      expect(shown.teams.includes(teamsFlat(note))).toBe(shown.slack.includes(slackFlat(note)));
    for (const { key, value } of briefing.figures)
      if (typeof value === "object" && briefing.tables[0]?.rows.some(({ cells }) => cells.includes(key)))
        onBoth(value.note);
  });
});
