import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/maths/calendar.ts";
import {
  conditionState,
  positionOf,
  roomTo,
  runTrigger,
  TRIGGER_STATES,
  type TriggerRule,
} from "../../src/maths/trigger.ts";

const RULE: TriggerRule = { direction: "above", warn: 30, fire: 50, margin: 4, prints: 2, strict: false };
const prints = (...values: readonly number[]) =>
  values.map((value, at) => ({ date: addDays("2026-01-01", at), value }));
const states = (rule: TriggerRule, ...values: readonly number[]) =>
  values.map((_, at) => runTrigger(rule, prints(...values.slice(0, at + 1))).state);

describe("a trigger", () => {
  it("fires on the second print in a row, and warns on one", () => {
    expect(states(RULE, 10, 30, 50, 49, 50, 50)).toEqual([
      "quiet",
      "warning",
      "warning",
      "warning",
      "warning",
      "fired",
    ]);
  });

  it("ends a firing only after two prints more than the margin inside", () => {
    expect(states(RULE, 50, 50, 46, 46, 45, 46, 45, 45)).toEqual([
      "warning",
      "fired",
      "fired",
      "fired",
      "fired",
      "fired",
      "fired",
      "warning",
    ]);
    expect(states(RULE, 50, 50, 10, 10)).toEqual(["warning", "fired", "fired", "quiet"]);
  });

  it("ends a warning only beyond its margin", () => {
    expect(states(RULE, 30, 29, 26, 25, 29)).toEqual(["warning", "warning", "warning", "quiet", "quiet"]);
  });

  it("runs downwards alike, and tells equal from beyond where asked", () => {
    const below: TriggerRule = { ...RULE, direction: "below", warn: -0.35, fire: -0.7, margin: 0.07 };
    expect(states(below, -0.3, -0.4, -0.7, -0.8, -0.65, -0.6, -0.6)).toEqual([
      "quiet",
      "warning",
      "warning",
      "fired",
      "fired",
      "fired",
      "warning",
    ]);
    const strict = { ...RULE, warn: null, fire: 0, margin: 0.1, strict: true };
    expect(states(strict, 0, 0, 0.01, 0.01, -0.1, -0.2, -0.2)).toEqual([
      "quiet",
      "quiet",
      "warning",
      "fired",
      "fired",
      "fired",
      "quiet",
    ]);
  });

  it("acts at once where one print is enough", () => {
    const rise: TriggerRule = { ...RULE, warn: null, fire: 0, margin: 0, prints: 1, strict: true };
    expect(states(rise, -25, 25, 25, -25)).toEqual(["quiet", "fired", "fired", "quiet"]);
  });

  it("never fires where it only warns", () => {
    const curve: TriggerRule = { ...RULE, direction: "below", warn: 0, fire: null, margin: 10, strict: true };
    expect(states(curve, 5, 0, -20, -20, 5, 11)).toEqual([
      "quiet",
      "quiet",
      "warning",
      "warning",
      "warning",
      "quiet",
    ]);
  });

  it("remembers since when, and every time it fired", () => {
    const run = runTrigger(RULE, prints(50, 50, 0, 0, 50, 50, 50));
    expect(run).toEqual({ state: "fired", since: "2026-01-06", fires: ["2026-01-02", "2026-01-06"] });
    expect(runTrigger(RULE, [])).toEqual({ state: "quiet", since: "", fires: [] });
  });

  it("agrees with its mirror image, and never fires below its threshold twice over", () => {
    const value = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const mirrored: TriggerRule = { ...RULE, direction: "below", warn: -30, fire: -50 };
        expect(states(mirrored, ...values.map((each) => -each))).toEqual(states(RULE, ...values));
        const { fires } = runTrigger(RULE, prints(...values));
        for (const date of fires) {
          const at = prints(...values).findIndex((print) => print.date === date);
          expect(Math.min(values[at - 1] ?? 0, values[at] ?? 0)).toBeGreaterThanOrEqual(50);
        }
      }),
    );
  });
});

describe("room and place", () => {
  it("count towards the threshold from either side", () => {
    expect(roomTo(50, 48, "above")).toBe(2);
    expect(roomTo(45, 54, "below")).toBe(9);
    expect(roomTo(50, 53, "above")).toBe(-3);
  });

  it("are 0 where it warns and 1 where it fires", () => {
    expect([30, 50, 40, 10].map((value) => positionOf(RULE, value, 1))).toEqual([0, 1, 0.5, -1]);
    const ism: TriggerRule = { ...RULE, direction: "below", warn: 48, fire: 45 };
    expect([48, 45, 54].map((value) => positionOf(ism, value, 1))).toEqual([0, 1, -2]);
    expect(positionOf({ ...RULE, warn: null, fire: 0 }, -1, 0.5)).toBe(-1);
    expect(positionOf({ ...RULE, direction: "below", warn: 0, fire: null }, 100, 50)).toBe(-2);
  });
});

describe("a condition", () => {
  it("fires where enough of its triggers do, and warns where any stirs", () => {
    expect(conditionState(["quiet", "quiet"], 2)).toBe("quiet");
    expect(conditionState(["fired", "quiet"], 2)).toBe("warning");
    expect(conditionState(["warning", "quiet"], 1)).toBe("warning");
    expect(conditionState(["fired", "fired"], 2)).toBe("fired");
    expect(conditionState(["fired", "quiet"], 1)).toBe("fired");
    expect(conditionState(["quiet"], 2, 1)).toBe("quiet");
    expect(conditionState(["fired"], 2, 1)).toBeNull();
    expect(conditionState(["warning"], 1, 1)).toBeNull();
    expect(conditionState(["fired"], 1, 5)).toBe("fired");
    expect(TRIGGER_STATES).toEqual(["quiet", "warning", "fired"]);
  });
});
