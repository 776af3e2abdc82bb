import pg from "pg";
import type { Recorder } from "../audit/port.ts";
import type { Briefing } from "../briefing/briefing.ts";
import { createControls } from "../delivery/controls.ts";
import { TIMINGS } from "../delivery/deps.ts";
import { createDelivery, type Delivery } from "../delivery/engine.ts";
import type { ChannelPoster } from "../delivery/port.ts";
import { type ExecuteSql, openQueue } from "../delivery/queue.ts";
import { nyseCalendar } from "../delivery/schedule/trading-calendar.ts";
import { createSharedClock } from "../delivery/shared-clock.ts";
import type { Storage } from "../storage/port.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import type { Assistant } from "../surfaces/surface.ts";

import { version } from "./program.ts";
import type { Running } from "./serve.ts";

const RESTART_MS = 10_000;

/** Scheduled briefings over the platforms that can post. Starts in the background: answers need not wait for it. */
export function startDelivery(
  { log, assistant }: Running,
  storage: OpenStorage,
  posters: readonly ChannelPoster[],
): Delivery {
  const monotonic = () => performance.now();
  const queue = openQueue({ executeSql: statementsOf(storage), log, stopMs: TIMINGS.stopMs });
  const delivery = createDelivery(
    {
      ...storage,
      controls: createControls(storage.store, monotonic),
      recorder: UNRECORDED,
      poster: (platform) => posters.find((each) => each.platform === platform) ?? null,
      answer: (line, asOf) => briefingOf(assistant(), line, asOf),
      freshness: async () => [],
      keep: (briefing) => keep(storage, briefing),
      calendar: nyseCalendar(),
      now: createSharedClock(() => storage.deliveries.now(), monotonic),
      monotonic,
      log,
      timings: TIMINGS,
    },
    queue,
  );
  let stopped = false;
  const start = async () => {
    try {
      await delivery.start();
    } catch (error) {
      if (stopped) return;
      log.error({ err: error }, "scheduled briefings could not be started; they will be tried again");
      setTimeout(() => void start(), RESTART_MS).unref();
    }
  };
  void start();
  return {
    ...delivery,
    stop: () => {
      stopped = true;
      return delivery.stop();
    },
  };
}

/** The queue reads with the driver's own types: the storage's would hand it times as text. */
export function statementsOf({ database }: Pick<OpenStorage, "database">): ExecuteSql {
  return (text, values) => database.pool.query({ text, types: pg.types, ...(values ? { values } : {}) });
}

async function briefingOf(assistant: Assistant, line: string, asOf?: string): Promise<Briefing> {
  const answer = await assistant.answer(line, asOf === undefined ? {} : { asOf });
  if (answer.kind !== "briefing") throw new TypeError(`"${line}" gives no briefing`);
  return answer.briefing;
}

function keep({ briefings }: Storage, briefing: Briefing): Promise<void> {
  const { id, topic, command, asOf } = briefing;
  return briefings.put({
    id,
    topic,
    command,
    codeVersion: version,
    asOf,
    body: JSON.stringify(briefing),
    inputs: [],
  });
}

/** Until the audit stands. */
const UNRECORDED: Recorder = {
  sending: async () => ({ sent: async () => {}, notSent: async () => {} }),
};
