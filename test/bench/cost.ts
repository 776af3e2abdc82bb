import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { startEmbedded } from "../../src/storage/embedded/server.ts";

type Server = Awaited<ReturnType<typeof startEmbedded>>;

/** What processes and a database were used for until now. */
export interface Cost {
  /** Processor time, ms; NaN where the machine does not tell (it is not Linux). */
  readonly workers: number;
  readonly database: number;
  readonly statements: number;
}

const TICK_MS = 10;

/** Lets the server count its statements: restarts it. */
export async function countStatements(server: Server, ask: (statement: string) => Promise<unknown>) {
  await ask("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await server.stop();
  await server.ensure();
}

export async function costOf(workers: readonly number[], pool: pg.Pool): Promise<Cost> {
  const { rows } = await pool.query<{ calls: number; backend: number }>(
    `select coalesce(sum(calls), 0)::int as calls, pg_backend_pid() as backend from pg_stat_statements
     where query not like '%FOR KEY SHARE OF x'`, // foreign keys, which PostgreSQL checks by statements of its own
  );
  const { calls = 0, backend = 0 } = rows[0] ?? {};
  return { workers: sum(workers.map(cpuOf)), database: databaseCpu(backend), statements: calls };
}

export const since = (before: Cost, after: Cost): Cost => ({
  workers: after.workers - before.workers,
  database: after.database - before.database,
  statements: after.statements - before.statements,
});

/** What the database was asked most, to find what can be spared. */
export async function mostAsked(pool: pg.Pool): Promise<readonly object[]> {
  const { rows } = await pool.query(
    `select calls::int, round(total_exec_time)::int as ms, rows::int, left(regexp_replace(query, '\\s+', ' ', 'g'), 120) as query
     from pg_stat_statements order by calls desc limit 30`,
  );
  return rows as object[];
}

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

function statOf(pid: number | string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * TICK_MS;
    return { parent: Number(fields[1]), own: ticks(11), ended: ticks(13) };
  } catch {
    return null;
  }
}

const cpuOf = (pid: number) => statOf(pid)?.own ?? Number.NaN;

/** Of all of a server's processes, those that have ended as well. */
function databaseCpu(backend: number): number {
  const postmaster = statOf(backend)?.parent;
  const top = postmaster === undefined ? null : statOf(postmaster);
  if (top === null) return Number.NaN;
  const living = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  return (
    top.own + top.ended + sum(living.filter(({ parent }) => parent === postmaster).map(({ own }) => own))
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
