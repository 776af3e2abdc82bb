import { type Kysely, sql } from "kysely";
import type { BriefingError } from "../briefing/errors.ts";
import { acknowledgedAt } from "../delivery/acknowledge.ts";
import type { Controls, Schedules } from "../delivery/port.ts";
import { describeRule } from "../delivery/schedule/describe.ts";
import { nextRuns } from "../delivery/schedule/slots.ts";
import { nyseCalendar } from "../delivery/schedule/trading-calendar.ts";
import { createSchedules, type SchedulesDeps } from "../delivery/schedules.ts";
import { createDeliveryStatus, type DeliveryStatus } from "../delivery/status.ts";
import { createToldAlerts, type ToldAlerts } from "../delivery/told-alerts.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import type { DeliveriesView } from "../surfaces/web/deps.ts";
import { inTime } from "./in-time.ts";
import { createReadiness, type Readiness } from "./readiness.ts";

/** What people and operators see and do of deliveries, over one database. */
export interface Operations {
  readonly controls: Controls;
  readonly schedules: Schedules;
  readonly status: DeliveryStatus;
  readonly toldAlerts: ToldAlerts;
  /** For the console page; rejects where the database takes too long. */
  readonly deliveries: () => Promise<DeliveriesView>;
  readonly readiness: () => Promise<Readiness>;
}

export interface OperationsDeps
  extends Pick<SchedulesDeps, "acknowledge" | "freshness" | "adviseCadence" | "baseline" | "test"> {
  readonly storage: Pick<OpenStorage, "subscriptions" | "deliveries" | "database" | "store">;
  readonly controls: Controls;
  readonly missing: (topic: string) => BriefingError | null;
  /** How long ago the schedules were looked at, in milliseconds; null: not yet. */
  readonly lastPlanned: () => Promise<number | null>;
}

const WEEK_MS = 7 * 86_400_000;
const SHOWN_DELIVERIES = 100;
const SHOWN_SCHEDULES = 100;
/** A page is not to hang on its database. */
const PAGE_MS = 1_000;

export function createOperations(deps: OperationsDeps): Operations {
  const { storage, controls, missing, acknowledge, freshness, adviseCadence, baseline, test, lastPlanned } =
    deps;
  const { subscriptions, deliveries, database } = storage;
  const now = () => performance.now();
  const calendar = nyseCalendar();
  const acknowledged = (slot: string) => acknowledgedAt(storage, slot);
  const shared = { subscriptions, deliveries, controls, calendar, acknowledged, now: () => deliveries.now() };
  return {
    controls,
    schedules: createSchedules({ ...shared, missing, acknowledge, freshness, adviseCadence, baseline, test }),
    status: createDeliveryStatus(shared),
    toldAlerts: createToldAlerts(storage),
    deliveries: () => inTime(PAGE_MS, view(shared)),
    readiness: createReadiness({ database: () => ping(database.db), lastPlanned, now }),
  };
}

const ping = <Tables>(db: Kysely<Tables>) => sql`select 1`.execute(db);

type Shared = Pick<SchedulesDeps, "subscriptions" | "deliveries" | "controls" | "calendar" | "now">;

async function view({ subscriptions, deliveries, controls, calendar, now }: Shared): Promise<DeliveriesView> {
  const at = await now();
  const since = new Date(at - WEEK_MS).toISOString();
  const [counts, last, wished, { all, workspaces }] = await Promise.all([
    deliveries.counts(since),
    deliveries.list({ limit: SHOWN_DELIVERIES }),
    subscriptions.list(),
    controls.list(),
  ]);
  const schedules = wished.slice(0, SHOWN_SCHEDULES).map((each) => {
    const { id, platform, workspace, channel, state, note } = each;
    const next = nextRuns(each, at, 3, calendar).map((run) => new Date(run.at).toISOString());
    return { id, platform, workspace, channel, state, note, rule: describeRule(each), next };
  });
  const paused = Object.entries(workspaces).map(([name, reason]) => `Workspace ${name}: ${reason}`);
  const stopped = [...(all === null ? [] : [`Everywhere: ${all}`]), ...paused];
  return { counts, deliveries: last, schedules, moreSchedules: wished.length - schedules.length, stopped };
}
