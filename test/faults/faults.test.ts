import { expect, test } from "vitest";
import { playAll } from "./play.ts";
import { describe, faultSchedule, KILL_STEPS, PLATFORM_FAULTS } from "./schedule.ts";

/** Of the schedules of `npm run test:faults`, a dozen short ones that hold every fault there is. */
const DOZEN = [2568, 18765, 13148, 16284, 16414, 19078, 7410, 13369, 18597, 9390, 14, 19];
const LANES = 4;

test("the dozen hold every step of a kill on both platforms, and every other fault", () => {
  const all = DOZEN.map(faultSchedule);
  const met = all
    .flatMap(({ acts }) => acts)
    .map((act) => {
      if (act.kind === "kill") return `${act.platform}: kill -9 ${act.step}`;
      if (act.kind === "platform") return act.fault;
      return act.kind === "database" ? `database ${act.how}` : act.kind;
    });
  const kills = KILL_STEPS.flatMap((step) => [`slack: kill -9 ${step}`, `teams: kill -9 ${step}`]);
  const others = ["database restart", "database crash", "disk full", "clock"];
  expect(new Set(met)).toEqual(new Set([...kills, ...PLATFORM_FAULTS, ...others]));
  expect(all.some(({ clocks }) => Math.max(...clocks) - Math.min(...clocks) >= 60_000)).toBe(true);
  expect(new Set(all.map(({ historyScope }) => historyScope))).toEqual(new Set([true, false]));
});

test("nothing is lost, nothing is posted twice, every slot ends with a reason", {
  timeout: 300_000,
}, async () => {
  const broken: string[] = [];
  let done = 0;
  await playAll(DOZEN, LANES, async ({ schedule, broken: found, ms }) => {
    done += 1;
    const line = describe(schedule);
    broken.push(...found.map((what) => `${line}: ${what}`));
    console.log(
      `${done}/${DOZEN.length} ${found.length === 0 ? "ok" : "BROKEN"} ${Math.round(ms / 1_000)} s ${line}`,
    );
  });
  expect(broken).toEqual([]);
  expect(done).toBe(DOZEN.length);
});
