import pg from "pg";
import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { NARRATE_WITHIN_MS } from "../briefing/narrative.ts";
import { createAhead } from "../delivery/ahead.ts";
import type { ExecuteSql } from "../delivery/boss.ts";
import { briefly } from "../delivery/briefly.ts";
import { TIMINGS } from "../delivery/deps.ts";
import { createDelivery, type Delivery } from "../delivery/engine.ts";
import type { ChannelPoster, Controls } from "../delivery/port.ts";
import { openQueue } from "../delivery/queue.ts";
import { nyseCalendar } from "../delivery/schedule/trading-calendar.ts";
import { createSharedClock } from "../delivery/shared-clock.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import type { Assistant } from "../surfaces/surface.ts";

import type { OpenAudit } from "./audit.ts";
import type { Running } from "./serve.ts";
import { watchedIn } from "./watched.ts";

const RESTART_MS = 10_000;

interface DeliveryParts {
  readonly storage: OpenStorage;
  readonly audit: Pick<OpenAudit, "recorder" | "keepBriefing">;
  readonly controls: Controls;
  /** Filled before it begins: those of the platforms that are connected. */
  readonly posters: readonly ChannelPoster[];
}

/** Scheduled briefings over the platforms that can post. `begin` goes on in the background: answers need not wait. */
export function prepareDelivery(
  { log, assistant }: Running,
  { storage, audit, controls, posters }: DeliveryParts,
): Delivery & { begin(): void } {
  const monotonic = () => performance.now();
  const calendar = nyseCalendar();
  const queue = openQueue({ executeSql: statementsOf(storage), log, stopMs: TIMINGS.stopMs });
  const delivery = createDelivery(
    {
      ...storage,
      controls,
      recorder: audit.recorder,
      poster: (platform) => posters.find((each) => each.platform === platform) ?? null,
      // Bare, for it goes to every channel that asks the same; summaries are added for each workspace.
      answer: briefly((line: string, asOf: string) => briefingOf(assistant(), line, asOf), monotonic),
      asOfSession: briefly((session: string) => assistant().asOfSession(session), monotonic),
      narrated: (briefing, workspace) =>
        assistant().narrated(briefing, { workspace, withinMs: NARRATE_WITHIN_MS.scheduled }),
      ahead: briefly(
        createAhead((asOf) => aheadOf(assistant(), asOf), calendar),
        monotonic,
      ),
      freshness: (topics) => assistant().freshness(topics),
      triggers: async (asOf) => {
        const briefing = await briefingOf(assistant(), "risks", asOf);
        return briefing.dataMode === "sample" ? null : watchedIn(briefing);
      },
      keep: audit.keepBriefing,
      calendar,
      now: createSharedClock(() => storage.deliveries.now(), monotonic),
      monotonic,
      log,
      timings: TIMINGS,
    },
    queue,
  );
  let stopped = false;
  const begin = async () => {
    try {
      await delivery.start();
    } catch (error) {
      if (stopped) return;
      log.error({ err: error }, "scheduled briefings could not be started; they will be tried again");
      setTimeout(() => void begin(), RESTART_MS).unref();
    }
  };
  return {
    ...delivery,
    begin: () => void begin(),
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

/** The calendar's first note; null where the data at hand have no dates ahead. */
async function aheadOf(assistant: Assistant, asOf: string): Promise<string | null> {
  try {
    return (await briefingOf(assistant, "calendar", asOf)).notes[0] ?? null;
  } catch (error) {
    if (error instanceof BriefingError) return null;
    throw error;
  }
}

/** Jobs that wait or run, by queue; null before the queue's first start. */
export async function queuedJobs({
  database,
}: Pick<OpenStorage, "database">): Promise<Record<string, number> | null> {
  const { pool } = database;
  const { rows: tables } = await pool.query("select to_regclass('pgboss.job') as name");
  if (tables[0]?.name === null) return null;
  const { rows } = await pool.query<{ name: string; jobs: number }>(
    "select name, count(*)::int as jobs from pgboss.job where state in ('created', 'retry', 'active') group by name",
  );
  return Object.fromEntries(rows.map(({ name, jobs }) => [name, jobs]));
}
