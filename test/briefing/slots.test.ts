import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/briefing/figure.ts";
import { fillSentences, fillSlots, slotKeys } from "../../src/briefing/slots.ts";
import { absent, type Value } from "../../src/briefing/value.ts";

const figure = (key: string, value: Value): Figure => ({
  key,
  label: key,
  unit: "pp",
  value,
  asOf: "2025-11-30",
  definition: "d",
  sources: [],
});
const FIGURES = new Map(
  [
    figure("ratecut.all.12m.mean", -1.25),
    figure("recovery.2009-06.12m", 3),
    figure("a.none", absent("stale", "n")),
  ].map((each) => [each.key, each]),
);
const fill = (text: string) => fillSlots(text, FIGURES);

describe("slots", () => {
  it("are filled with the figure as it prints", () => {
    expect(fill("Mean {{ratecut.all.12m.mean}} pp, {{recovery.2009-06.12m}}, {{a.none}}.")).toBe(
      "Mean −1.3 pp, +3.0, withheld.",
    );
    expect(fill("{{a.none}}{{a.none}}")).toBe("withheldwithheld");
  });

  it("leave a text without slots as it is", () => {
    for (const text of ["", "5 % of {one} brace", "$& $1 }} {{ not closed"]) expect(fill(text)).toBe(text);
  });

  it.each([
    "{{ratecut.all.12m.median}}",
    "{{a.none }}",
    "{{ a.none}}",
    "{{a.none|abs}}",
    "{{a_none}}",
    "{{}}",
    "{{toString}}",
  ])("refuse %s, which names no figure", (text) => {
    expect(() => fill(`It is ${text}.`)).toThrow(TypeError);
  });

  it("name the key at fault", () => {
    expect(() => fill("{{no.such.key}}")).toThrow(/"no\.such\.key"/);
  });

  it("are listed in order, repeats included", () => {
    expect(slotKeys("{{b.c}} and {{a.b}} and {{b.c}}")).toEqual(["b.c", "a.b", "b.c"]);
    expect(slotKeys("none")).toEqual([]);
  });

  it("are not filled twice: a figure's text is no template", () => {
    const nested = new Map([["a.b", { ...figure("a.b", 1), unit: "count" as const }]]);
    expect(fillSlots("{{{a.b}}}", nested)).toBe("{1}");
  });
});

describe("sentences", () => {
  const say = (text: string) => fillSentences(text, FIGURES);

  it("that name an absent figure are left out, the others stay", () => {
    expect(
      say("Mean {{ratecut.all.12m.mean}} pp. None: {{a.none}}. From 1.5 to {{recovery.2009-06.12m}}."),
    ).toBe("Mean \u22121.3 pp. From 1.5 to +3.0.");
    expect(say("{{a.none}} is one. Two! {{ratecut.all.12m.mean}} three")).toBe("Two! \u22121.3 three");
    expect(say("Only {{a.none}}.")).toBe("");
  });

  it("without slots stay as they are, and an unknown figure is still a bug", () => {
    for (const text of ["", "No slot. Nothing to do.", "i.e. this"]) expect(say(text)).toBe(text);
    expect(() => say("One. {{no.such.key}}.")).toThrow(TypeError);
  });
});
