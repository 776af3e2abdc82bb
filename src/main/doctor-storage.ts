import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Check, fault, ok, warning } from "../briefing/check.ts";
import { BriefingError } from "../briefing/errors.ts";
import { type Config, isPlatformConfigured } from "../config.ts";
import { createControls } from "../delivery/controls.ts";
import type { Deliveries } from "../storage/port.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { withStorage } from "./storage.ts";

/** Below this a database may fill its disk before anybody looks again. */
const LITTLE_ROOM = 1e9;
const WEEK_MS = 7 * 86_400_000;
const MOST_NAMED = 5;

/** Whether there is a database to look at: `ask` and the sample console make none. */
export function hasDatabase(config: Config): boolean {
  return (
    config.DATABASE_URL !== undefined ||
    isPlatformConfigured(config) ||
    existsSync(join(config.STATE_DIR, "postgres"))
  );
}

/** The database, what is posted by itself, and what stands in its way. */
export async function checkStorage(config: Config): Promise<readonly Check[]> {
  if (!hasDatabase(config)) return [];
  try {
    return await withStorage(config, async (storage) => [
      await checkDatabase(storage),
      ...(config.DATABASE_URL === undefined ? [await checkDisk(config.STATE_DIR)] : []),
      ...(await checkPosting(storage)),
      await checkSchedules(storage),
      await checkUnknown(storage.deliveries),
    ]);
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return [fault("Database", error.message, error.hint)];
  }
}

async function checkDatabase({ database: { db, server } }: OpenStorage): Promise<Check> {
  const { rows } = await sql<{
    version: string;
    bytes: number;
  }>`select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
    db,
  );
  const migrations = await sql<{
    name: string;
  }>`select name from smallcaps.migrations order by name desc limit 1`.execute(db);
  const [{ version, bytes } = { version: "?", bytes: 0 }] = rows;
  const which = server.embedded ? "the embedded PostgreSQL" : "PostgreSQL";
  const tables = `tables up to ${migrations.rows[0]?.name ?? "none"}`;
  return ok("Database", `${which} ${version} at ${server.where}, ${tables}, ${megabytes(Number(bytes))}`);
}

async function checkDisk(stateDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(stateDir);
  const free = bavail * bsize;
  return free >= LITTLE_ROOM
    ? ok("Disk", `${megabytes(free)} free for STATE_DIR`)
    : warning(
        "Disk",
        `only ${megabytes(free)} free for STATE_DIR`,
        "make room: a full disk stops all posting",
      );
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString("en-US")} MB`;

async function checkPosting({ store }: OpenStorage): Promise<readonly Check[]> {
  const { all, workspaces } = await createControls(store, () => performance.now()).list();
  const stopped =
    all === null ? [] : [warning("Posting", `stopped everywhere: ${all}`, "npm run --silent admin -- go")];
  const paused = Object.entries(workspaces).map(([name, reason]) =>
    warning("Posting", `paused for ${name}: ${reason}`, `npm run --silent admin -- resume ${name}`),
  );
  const checks = [...stopped, ...paused];
  return checks.length > 0 ? checks : [ok("Posting", "on")];
}

async function checkSchedules({ subscriptions }: OpenStorage): Promise<Check> {
  const all = await subscriptions.list();
  const off = all.filter(({ state }) => state === "deactivated");
  const count = (state: string) => all.filter((each) => each.state === state).length;
  const detail = `${count("active")} active, ${count("paused")} paused, ${off.length} deactivated`;
  if (off.length === 0) return ok("Schedules", detail);
  const named = off
    .slice(0, MOST_NAMED)
    .map(({ id, platform, channel, note }) => `${id} in ${platform} ${channel} (${note ?? "no reason"})`);
  const more = off.length > MOST_NAMED ? ` and ${off.length - MOST_NAMED} more` : "";
  const remedy = "add the bot to these channels again and resume the schedules there, or remove them";
  return warning("Schedules", `${detail}: ${named.join(", ")}${more}`, remedy);
}

async function checkUnknown(deliveries: Deliveries): Promise<Check> {
  const since = new Date((await deliveries.now()) - WEEK_MS).toISOString();
  const counts = await deliveries.counts(since);
  const { unknown, failed, missed } = counts;
  const detail = Object.entries(counts)
    .filter(([state, count]) => count > 0 || state === "posted")
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
  if (unknown + failed + missed === 0) return ok("Deliveries of the last week", detail);
  const remedy =
    unknown > 0
      ? "`admin -- deliveries` says which and why; look in those channels: the unknown ones are not sent again by themselves"
      : "`admin -- deliveries` says which and why";
  return warning("Deliveries of the last week", detail, remedy);
}
