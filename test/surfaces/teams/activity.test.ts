import { expect, test } from "vitest";
import type { Source } from "../../../src/briefing/figure.ts";
import { renderLadder, toActivity } from "../../../src/surfaces/teams/render.ts";
import { EXAMPLE_BRIEFINGS, HOSTILE } from "../../support/example-briefings.ts";

const ladder = renderLadder(EXAMPLE_BRIEFINGS.ratecut, { place: { kind: "none" }, private: false });
const [rich, plain] = [ladder[0], ladder.at(-1)];
if (!rich || !plain) throw new Error("a ladder has rungs");
const [SOURCE] = EXAMPLE_BRIEFINGS.ratecut.sources as [Source];

interface Labelled {
  readonly entities: readonly {
    readonly type: string;
    readonly additionalType: readonly string[];
    readonly citation?: readonly {
      readonly position: number;
      readonly appearance: { readonly name: string; readonly abstract: string };
    }[];
  }[];
  readonly channelData: unknown;
}
const labelled = (sources: readonly Source[]) => toActivity(rich, { sources }) as unknown as Labelled;

test("a card goes as an attachment, its text as the summary and not a second time above it", () => {
  const activity = toActivity(rich);
  expect(activity).toEqual({
    type: "message",
    summary: rich.text,
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: rich.card }],
  });
  expect(toActivity(plain)).toEqual({ type: "message", text: plain.text, textFormat: "plain" });
});

test("what a model wrote is labelled, with its sources in order and a feedback form", () => {
  const { entities, channelData } = labelled(EXAMPLE_BRIEFINGS.ratecut.sources);
  expect(channelData).toEqual({ feedbackLoop: { type: "default" } });
  expect(entities).toHaveLength(1);
  expect(entities[0]?.additionalType).toEqual(["AIGeneratedContent"]);
  expect(entities[0]?.citation?.map(({ position, appearance }) => [position, appearance.name])).toEqual([
    [1, "your index-level export, total-return index levels, monthly"],
    [2, "Federal Reserve, target rate decisions"],
  ]);
  expect(entities[0]?.citation?.[0]?.appearance.abstract).toBe(
    "To 31 Oct 2026, retrieved 20 Nov 2026 07:10 UTC, licence your contract: internal use",
  );
});

test("citations keep to Teams' limits, whatever the sources are called", () => {
  const many = Array.from({ length: 50 }, () => ({
    ...SOURCE,
    dataset: HOSTILE,
    licence: HOSTILE.repeat(3),
  }));
  for (const sources of [many, many.map((each) => ({ ...each, provider: '"'.repeat(500) }))]) {
    const [message] = labelled(sources).entities;
    const citation = message?.citation ?? [];
    expect(citation.length).toBeGreaterThan(5);
    expect(citation.length).toBeLessThanOrEqual(20);
    for (const { appearance } of citation) {
      expect(appearance.name.length).toBeLessThanOrEqual(80);
      expect(appearance.abstract.length).toBeLessThanOrEqual(160);
    }
    expect(JSON.stringify(message).length).toBeLessThan(6_500);
  }
  expect(labelled(Array.from({ length: 30 }, () => SOURCE)).entities[0]?.citation).toHaveLength(20);
  expect(labelled([]).entities[0]).not.toHaveProperty("citation");
});

test("the largest card with the most citations stays below 80 KB", () => {
  const [largest] = renderLadder(EXAMPLE_BRIEFINGS.tenfold, { place: { kind: "none" }, private: false });
  if (!largest) throw new Error("a ladder has a rung");
  const sources = Array.from({ length: 30 }, () => ({ ...SOURCE, dataset: HOSTILE, licence: HOSTILE }));
  const bytes = JSON.stringify(toActivity(largest, { sources })).length * 2;
  expect(bytes).toBeGreaterThan(60_000);
  expect(bytes).toBeLessThan(80_000);
});
