import { expect, describe as suite, test } from "vitest";
import { describe, faultSchedule, KILL_STEPS, PLATFORM_FAULTS } from "./schedule.ts";

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
const all = seeds.map(faultSchedule);
const acts = all.flatMap((schedule) => schedule.acts);

suite("200 schedules", () => {
  test("the same seed gives the same one; different seeds differ", () => {
    expect(seeds.map(faultSchedule)).toEqual(all);
    expect(new Set(all.map((each) => JSON.stringify({ ...each, seed: 0 }))).size).toBeGreaterThan(190);
  });

  test("hold every step of a kill on both platforms, with one process and with three", () => {
    const met = all.flatMap(({ clocks, acts }) =>
      acts.flatMap((act) => (act.kind === "kill" ? [`${act.platform} ${clocks.length} ${act.step}`] : [])),
    );
    for (const platform of ["slack", "teams"]) {
      for (const processes of [1, 3]) {
        for (const step of KILL_STEPS) expect(met).toContain(`${platform} ${processes} ${step}`);
      }
    }
  });

  test("hold every other fault", () => {
    const platformFaults = acts.flatMap((act) =>
      act.kind === "platform" ? [`${act.platform} ${act.fault}`] : [],
    );
    for (const fault of PLATFORM_FAULTS) {
      expect(platformFaults).toContain(`slack ${fault}`);
      expect(platformFaults).toContain(`teams ${fault}`);
    }
    const databases = acts.flatMap((act) => (act.kind === "database" ? [act.how] : []));
    expect(new Set(databases)).toEqual(new Set(["restart", "crash"]));
    expect(acts.some(({ kind }) => kind === "disk full")).toBe(true);
    const jumps = new Set(acts.flatMap((act) => (act.kind === "clock" ? [act.byMs] : [])));
    expect(jumps.size).toBe(5);
    expect(all.some(({ clocks }) => Math.max(...clocks) - Math.min(...clocks) >= 60_000)).toBe(true);
    expect(all.some(({ platforms, historyScope }) => platforms.includes("slack") && !historyScope)).toBe(
      true,
    );
  });

  test("stay within a day, so that every channel owes one briefing", () => {
    const longest = all.map(({ acts }) =>
      acts.reduce((sum, act) => sum + (act.kind === "clock" ? Math.abs(act.byMs) : 0), 0),
    );
    expect(Math.max(...longest)).toBeLessThan(24 * 3_600_000);
  });

  test("say themselves in one line, each differently", () => {
    const lines = all.map(describe);
    expect(new Set(lines).size).toBe(200);
    for (const line of lines)
      expect(line).toMatch(/^seed \d+: (slack|teams|slack\+teams), [1-3] a wave, [^\n]+$/);
  });
});
