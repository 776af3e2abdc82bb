import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { slotsIn } from "../../src/delivery/schedule/slots.ts";
import type { Subscription } from "../../src/delivery/schedule/subscription.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import { startFaultServer } from "../support/slack/fault-server.ts";
import { startProgram } from "../support/slack/program.ts";
import { atMost, type BenchRow, timed } from "./row.ts";

const SUBSCRIPTIONS = 100_000;
const ZONES = ["Europe/London", "America/New_York", "Europe/Zurich", "Asia/Tokyo", "Australia/Sydney"];
const SECOND = 1_000;

/** Slots of a year, and the start of the program with its own database. */
export async function scheduleBench(): Promise<readonly BenchRow[]> {
  return [await yearRow(), ...(await startRows())];
}

/** Every quarter of an hour of a day in five zones, and eight times after the close: 488 rules. */
async function yearRow(): Promise<BenchRow> {
  const all = Array.from({ length: SUBSCRIPTIONS }, (_, index) => subscription(index));
  const [from, to] = [Date.parse("2026-01-01T00:00:00Z"), Date.parse("2027-01-01T00:00:00Z")];
  let slots = 0;
  const ms = await timed(async () => {
    for (const _ of slotsIn(all, from, to, nyseCalendar())) slots += 1;
  });
  if (slots < SUBSCRIPTIONS * 240) throw new Error(`a year of ${SUBSCRIPTIONS} gave ${slots} slots`);
  return atMost("schedules: slots of 100,000 subscriptions over a year", ms / SECOND, "s", 10);
}

function subscription(index: number): Subscription {
  const rule = index % 488;
  const tz = ZONES[rule % ZONES.length] ?? "UTC";
  const quarter = Math.floor(rule / ZONES.length) % 96;
  const hhmm = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  return {
    id: `s${index}`,
    platform: index % 2 === 0 ? "slack" : "teams",
    workspace: `T${index % 50}`,
    channel: `C${index}`,
    topics: ["ratecut"],
    at: rule < 480 ? { kind: "time", hhmm, tz } : { kind: "afterClose", minutes: (rule - 479) * 15, tz },
    days: "trading",
    when: "always",
    audience: "internal",
    owner: "U1",
    state: "active",
    note: null,
    createdAt: "2025-12-01T00:00:00.000Z",
    pausedAt: null,
    resumedAt: null,
  };
}

/** With a folder that is new, and with the one that is there then. */
async function startRows(): Promise<readonly BenchRow[]> {
  const slack = await startFaultServer();
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-bench-"));
  const start = () =>
    timed(async () => {
      const program = await startProgram({
        SLACK_BOT_TOKEN: "xoxb-bench",
        SLACK_SIGNING_SECRET: "signing secret of the bench",
        SLACK_API_URL: `${slack.url}/api`,
        STATE_DIR: dir,
      });
      stops.push(program.stop);
      const { status } = await fetch(`${program.ingressUrl}/readyz`);
      if (status !== 200) throw new Error(`/readyz answered ${status}`);
    });
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const first = await start();
    await stop();
    const again = await start();
    return [
      atMost("schedules: first start to ready, own database made", first / SECOND, "s", 5),
      atMost("schedules: later start to ready, own database", again / SECOND, "s", 3),
    ];
  } finally {
    await stop();
    await slack.close();
    await rm(dir, { recursive: true, force: true });
  }
}

if (import.meta.main) console.table(await scheduleBench());
