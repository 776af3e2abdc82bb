import { setTimeout as sleep } from "node:timers/promises";
import type { AuditHead, AuditLog, AuditRow } from "../storage/port.ts";
import type { Aside, Waiting } from "./aside.ts";
import { type AuditKeys, link, type Prepared } from "./chain.ts";

export interface WriterDeps {
  readonly log: Pick<AuditLog, "appendAll" | "head" | "rows">;
  readonly keys: AuditKeys;
  readonly aside: Aside;
  /** Told of the last row at the start (whoever appended it may have died before anchoring it), and of every own one. */
  readonly onAppended?: (row: AuditHead) => void;
  readonly say: (message: string) => void;
  /** How long a record waits for the database before it is put aside. */
  readonly waitMs?: number;
  /** How often the database is tried while records wait for it. */
  readonly retryMs?: number;
}

export interface Writer {
  /**
   * Appends one behind the other, or puts all of them aside to be appended later, in order. Never rejects. What is
   * written after the promise resolved stands behind them, or waits behind them.
   */
  write(records: readonly Prepared[]): Promise<void>;
  /** How many wait for the database. */
  waiting(): number;
  /** Tries to append what waits. True: none waits any more. */
  drain(): Promise<boolean>;
  /** Tries once more, for as long as a record waits, and ends trying. What still waits is appended at the next start. */
  stop(): Promise<void>;
}

const WAIT_MS = 2_000;
const RETRY_MS = 5_000;
const AT_ONCE = 200;

/** They were put aside before their turn came. */
class PutAside extends Error {}

/** What was put aside and what it was put aside for may both happen: a record is looked for before it is appended late. */
export async function createWriter(deps: WriterDeps): Promise<Writer> {
  const { log, keys, aside, onAppended = () => {}, say, waitMs = WAIT_MS, retryMs = RETRY_MS } = deps;
  const found = await log.head();
  if (found !== null) onAppended(found);
  let known = found?.seq ?? 0;
  let draining: Promise<boolean> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const underWay = new Set<Promise<unknown>>();
  /** Put aside without an attempt: they cannot stand in the chain, which then need not be looked through. */
  const untried = new WeakSet<Waiting>();

  const append = async (records: readonly Prepared[], onTurn: () => void = () => {}) => {
    const rows = await log.appendAll(
      records.map((prepared, index) => (head) => {
        if (index === 0) onTurn();
        return link(keys, prepared, head);
      }),
    );
    for (const { seq, hash } of rows) {
      known = Math.max(known, seq);
      onAppended({ seq, hash });
    }
  };
  const drain = () => {
    draining ??= drainOnce().finally(() => {
      draining = null;
      if (aside.count() > 0 && !stopped) retryLater();
    });
    return draining;
  };
  const retryLater = () => {
    clearTimeout(retry);
    retry = setTimeout(() => void drain(), retryMs);
    retry.unref();
  };
  const drainOnce = async (): Promise<boolean> => {
    const looked = new Set<Waiting>();
    const had = new Set<string>();
    try {
      while (aside.count() > 0) {
        await Promise.all(underWay);
        const batch = aside.first(AT_ONCE);
        if (batch.some((each) => !looked.has(each))) {
          const all = aside.first(aside.count()).filter((each) => !looked.has(each));
          const tried = all.filter((each) => !untried.has(each));
          for (const id of await appendedSince(log, tried)) had.add(id);
          for (const each of all) looked.add(each);
        }
        await appendLate(
          batch.filter((each) => looked.has(each)),
          had,
        );
      }
      return true;
    } catch (error) {
      say(`${aside.count()} audit records wait for the database: ${reasonOf(error)}`);
      return false;
    }
  };
  const appendLate = async (batch: readonly Waiting[], had: Set<string>) => {
    const missing = new Map<string, Prepared>();
    for (const each of batch) {
      const { prepared } = each;
      if (had.has(prepared.id)) continue;
      untried.delete(each);
      missing.set(prepared.id, prepared);
    }
    if (missing.size > 0) await append([...missing.values()]);
    for (const id of missing.keys()) had.add(id);
    await aside.drop(new Set(batch));
  };
  const putAside = async (waiting: readonly Waiting[]) => {
    await Promise.all(waiting.map((each) => aside.add(each)));
    if (draining === null) retryLater();
  };

  if (aside.count() > 0) await drain();
  return {
    write: async (records) => {
      if (records.length === 0) return;
      const after = known;
      const waiting = records.map((prepared) => ({ prepared, after }));
      if (aside.count() > 0) {
        for (const each of waiting) untried.add(each);
        await putAside(waiting);
        return;
      }
      let isCalledOff = false;
      let hadItsTurn = false;
      const appended = append(records, () => {
        if (isCalledOff) throw new PutAside();
        hadItsTurn = true;
      }).then(
        () => true,
        () => false,
      );
      underWay.add(appended);
      void appended.finally(() => underWay.delete(appended));
      const outcome = await Promise.race([appended, sleep(waitMs, "late" as const, { ref: false })]);
      if (outcome === true) return;
      isCalledOff = !hadItsTurn;
      await putAside(waiting);
    },
    waiting: () => aside.count(),
    drain,
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      if (aside.count() > 0) await Promise.race([drain(), sleep(waitMs, false, { ref: false })]);
    },
  };
}

/** Which of them stand in the chain after all: the answer to an append can be lost. */
async function appendedSince(log: Pick<AuditLog, "rows">, waiting: readonly Waiting[]): Promise<Set<string>> {
  const had = new Set<string>();
  if (waiting.length === 0) return had;
  const wanted = new Set(waiting.map(({ prepared }) => prepared.id));
  for await (const row of log.rows(Math.min(...waiting.map(({ after }) => after)) + 1)) {
    const id = idOf(row);
    if (id !== null && wanted.has(id)) had.add(id);
  }
  return had;
}

const idOf = ({ record }: AuditRow) => /"id":"([0-9a-f-]{36})"/.exec(record)?.[1] ?? null;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
