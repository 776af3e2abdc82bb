import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/briefing/figure.ts";
import { fillSentence } from "../../../src/narrative/gate/fill.ts";

const figure = (key: string, unit: Figure["unit"], value: Figure["value"], signed = false): Figure => ({
  key,
  label: key,
  unit,
  signed,
  value,
  asOf: "2026-10-30",
  definition: "by hand",
  sources: [],
});

const FIGURES = new Map(
  [
    figure("a.pp", "pp", -3.52),
    figure("a.up", "pp", 5.71),
    figure("a.gap", "%", -14.79, true),
    figure("valuation.discount.median", "%", -14.79, true),
    figure("deals.ytd.change", "%", -9.42, true),
    figure("a.pe", "x", 18.68),
    figure("a.place", "percentile", 48.3),
    figure("a.n", "count", 1774),
    figure("a.gone", "pp", { absent: "stale", note: "late" }),
  ].map((each) => [each.key, each]),
);

describe("filling a sentence", () => {
  it.each([
    ["lagged by {{a.pp}} percentage points", "lagged by 3.5 percentage points"],
    ["lagged by {{a.pp}}", "lagged by 3.5 pp"],
    ["led, by an average of {{a.up}} pp", "led, by an average of 5.7 pp"],
    ["is {{a.pp}} percentage points", "is −3.5 percentage points"],
    ["from {{a.pp}} to {{a.up}} points", "from −3.5 to +5.7 points"],
    ["{{a.pp}} and {{a.up}}", "−3.5 pp and +5.7 pp"],
    ["below by {{a.gap}}", "below by 14.8%"],
    ["a gap of {{a.gap}}", "a gap of −14.8%"],
    ["{{valuation.discount.median}} below large-caps", "14.8% below large-caps"],
    ["{{valuation.discount.median}}, below large-caps", "−14.8%, below large-caps"],
    ["{{valuation.discount.median}} below that without losses", "−14.8% below that without losses"],
    ["{{a.pp}} percentage points below that of large-caps", "3.5 percentage points below that of large-caps"],
    ["{{deals.ytd.change}} below the year before", "9.4% below the year before"],
    ["{{a.gap}} below large-caps", "−14.8% below large-caps"],
    ["on {{a.pe}}, at the {{a.place}}, {{a.n}} members", "on 18.7x, at the 48th percentile, 1,774 members"],
  ])("%s", (text, read) => {
    expect(fillSentence(text, FIGURES)).toBe(read);
  });

  it("names the trough, or the start, that a draft cannot: it would take a date", () => {
    const dated = new Map(
      [
        figure("recovery.2009-06.12m.small", "%", 53.84, true),
        figure("recovery.sweep.2008-09.24m.relative", "pp", -2.04, true),
      ].map((each) => [each.key, each]),
    );
    expect(
      fillSentence("After the trough shown, small-caps returned {{recovery.2009-06.12m.small}}.", dated),
    ).toBe("After the trough shown, small-caps returned +53.8% (trough of Jun 2009).");
    expect(fillSentence("They lagged by {{recovery.sweep.2008-09.24m.relative}}", dated)).toBe(
      "They lagged by 2.0 pp (from Sep 2008)",
    );
  });

  it("does not fill what is not there", () => {
    expect(fillSentence("by {{a.gone}}", FIGURES)).toBeNull();
    expect(fillSentence("by {{a.other}}", FIGURES)).toBeNull();
  });
});
