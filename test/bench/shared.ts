import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAssistant } from "../../src/assistant.ts";
import type { ChartDrawer } from "../../src/briefing/chart.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { briefly } from "../../src/delivery/briefly.ts";
import { createControls } from "../../src/delivery/controls.ts";
import { TIMINGS } from "../../src/delivery/deps.ts";
import { createDelivery } from "../../src/delivery/engine.ts";
import { jobFor } from "../../src/delivery/jobs.ts";
import { openQueue } from "../../src/delivery/queue.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import { statementsOf } from "../../src/main/delivery.ts";
import { startEmbedded } from "../../src/storage/embedded/server.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { topics } from "../../src/topics/index.ts";
import { monthlyFolder } from "../faults/market.ts";
import { startRig } from "../support/slack/rig.ts";
import { unwired } from "../support/unwired.ts";
import { atMost, type BenchRow } from "./row.ts";

const CHANNELS = 1_000;
const WORKSPACES = 50;
const MINUTE = 60_000;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

/** One briefing for 1,000 channels of 50 Slack workspaces: how often it is computed, drawn and stored. */
export async function sharedBench(): Promise<readonly BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-bench-"));
  const { login, stop } = await startEmbedded(dir, () => {});
  const url = `postgres://${login.user}:${login.password}@${login.host}:${login.port}/${login.database}`;
  const keys = parseKeys(randomBytes(32).toString("base64"));
  const storage = await openStorage({ url, stateDir: dir, as: "guest", keys });
  const counted = { computed: 0, kept: 0 };
  const { drawer, drawn } = counting(createChartDrawer());
  const rig = await startRig({ drawer });
  const assistant = createAssistant({
    market: await openFolder(await monthlyFolder()),
    topics: topics.map((topic) => ({
      ...topic,
      answer: (...given) => {
        counted.computed += 1;
        return topic.answer(...given);
      },
    })),
    today: () => new Date().toISOString().slice(0, 10),
    defaultAsOf: "newest",
    codeVersion: "bench",
    firm: { name: "", disclaimer: "" },
  });
  const queue = openQueue({ executeSql: statementsOf(storage), log: QUIET, cron: false, stopMs: MINUTE });
  const delivery = createDelivery(
    {
      ...storage,
      controls: createControls(storage.store, () => performance.now()),
      recorder: unwired.recorder,
      poster: () => rig.poster,
      answer: briefly(
        async (line: string, asOf: string) => {
          const answer = await assistant.answer(line, { asOf });
          if (answer.kind !== "briefing") throw new TypeError(line);
          return answer.briefing;
        },
        () => performance.now(),
      ),
      asOfSession: async (session) => session,
      freshness: async () => [],
      triggers: async () => null,
      keep: async () => {
        counted.kept += 1;
      },
      calendar: nyseCalendar(),
      now: () => storage.deliveries.now(),
      monotonic: () => performance.now(),
      log: QUIET,
      timings: TIMINGS,
    },
    queue,
  );
  try {
    await delivery.start();
    await queue.deliver(await slots(storage));
    const until = performance.now() + 3 * MINUTE;
    while (rig.slack.messages.length < CHANNELS && performance.now() < until) await sleep(250);
    const posted = new Set(rig.slack.messages.map(({ channel }) => channel)).size;
    return [
      atMost("shared: channels without the briefing", CHANNELS - posted, "of 1000", 0),
      atMost("shared: computed, for 1,000 channels", counted.computed, "times", 1),
      atMost("shared: drawn", drawn().size, "times", 1),
      atMost("shared: stored", counted.kept, "times", 1),
    ];
  } finally {
    await delivery.stop();
    await rig.close();
    await drawer.close();
    await storage.close();
    await stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** A picture that was drawn before comes back as the same object. */
function counting(inner: ChartDrawer) {
  const images = new Set<unknown>();
  const drawer: ChartDrawer = {
    draw: async (...given) => {
      const image = await inner.draw(...given);
      images.add(image);
      return image;
    },
    close: () => inner.close(),
  };
  return { drawer, drawn: () => images };
}

async function slots({ subscriptions, deliveries }: OpenStorage) {
  const now = await deliveries.now();
  const { date: session } = nyseCalendar().lastCompleted(now);
  const jobs = [];
  for (let index = 0; index < CHANNELS; index += 1) {
    const place = { platform: "slack", workspace: `T${index % WORKSPACES}`, channel: `C${index}` } as const;
    const { id } = await subscriptions.add({
      ...place,
      topics: ["ratecut"],
      at: { kind: "time", hhmm: "07:30", tz: "UTC" },
      days: "weekdays",
      when: "always",
      audience: "internal",
      owner: "U1",
    });
    const slot = `slack/${place.workspace}/${id}/${session}`;
    const scheduledAt = new Date(now).toISOString();
    jobs.push(jobFor({ slot, subscription: id, ...place, session, scheduledAt }));
  }
  return jobs;
}

if (import.meta.main) console.table(await sharedBench());
