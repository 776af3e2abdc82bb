import { z } from "zod";
import type { AuditLog, AuditRow } from "../storage/port.ts";
import { type AnchorStore, readAnchor } from "./anchor.ts";
import { type AuditKeys, type PayloadRef, payloadHash, rowHash } from "./chain.ts";

export interface VerifyDeps {
  readonly audit: Pick<AuditLog, "rows" | "payloads">;
  readonly keys: AuditKeys;
  readonly stores: readonly AnchorStore[];
  /** Told each fault as it is found, in words. */
  readonly onFault: (fault: AuditFault) => void;
}

export interface AuditFault {
  /** Null: of the chain as a whole, or of an anchor. */
  readonly row: number | null;
  readonly what: string;
}

export interface AuditReport {
  readonly intact: boolean;
  readonly rows: number;
  readonly faults: number;
  readonly anchors: number;
  /** The last row that an anchor confirms; null: none. */
  readonly anchoredTo: number | null;
  readonly payloads: {
    readonly matching: number;
    /** Deleted by the retention that the chain records. */
    readonly expired: number;
    /** Deleted otherwise: allowed, but the chain does not say why. */
    readonly deleted: number;
  };
}

const recordSchema = z.object({
  kid: z.string(),
  at: z.string(),
  kind: z.string(),
  /** Of a retention's record: payloads older than this were deleted. */
  before: z.string().optional(),
  payloads: z.record(z.string(), z.object({ hash: z.string(), salt: z.string() })).optional(),
});
type ReadRecord = z.infer<typeof recordSchema>;

const PAYLOADS_AT_ONCE = 500;

/**
 * Reads the whole chain once, in constant memory but for the anchors: every row's hash, number and link, every
 * payload that is still there, and every anchor. Rows added meanwhile are left for the next time.
 */
export async function verifyAudit({ audit, keys, stores, onFault }: VerifyDeps): Promise<AuditReport> {
  let faults = 0;
  const fault = (row: number | null, what: string) => {
    faults += 1;
    onFault({ row, what });
  };
  const anchors = await readAnchors(stores, keys, fault); // before the rows, which may go on growing
  const payloads = payloadCheck(audit, keys, fault);
  const met = new Set<number>();
  let last: AuditRow | null = null;
  let rows = 0;
  for await (const row of audit.rows(Number.MIN_SAFE_INTEGER)) {
    rows += 1;
    for (const what of faultsOf(row, last, keys)) fault(row.seq, what);
    const anchored = anchors.bySeq.get(row.seq);
    if (anchored !== undefined) {
      met.add(row.seq);
      const other = anchored.find(({ hash }) => hash !== row.hash);
      if (other)
        fault(
          row.seq,
          `its hash is not the one anchored on ${other.at} in ${other.where}: the chain was made anew up to here`,
        );
    }
    await payloads.add(row);
    last = row;
  }
  await payloads.finish();
  const lost = [...anchors.bySeq.keys()].filter((seq) => !met.has(seq)).sort((a, b) => a - b);
  const end = last?.seq ?? 0;
  const [first] = lost.filter((seq) => seq > end);
  if (first !== undefined) {
    const highest = lost.at(-1) ?? first;
    const at = anchors.bySeq.get(highest)?.[0]?.at;
    fault(
      null,
      `the chain ends with row ${end}, but row ${highest} was anchored on ${at}: ${range(end + 1, highest)} deleted`,
    );
  }
  for (const seq of lost.filter((each) => each <= end)) fault(seq, "it was anchored, but is not there");
  if (rows > 0 && anchors.count === 0)
    fault(
      null,
      `no anchor in ${stores.map(({ where }) => where).join(" or ")}: whether the last rows were deleted cannot be told`,
    );
  const confirmed = [...met].reduce((highest, seq) => Math.max(highest, seq), 0);
  return {
    intact: faults === 0,
    rows,
    faults,
    anchors: anchors.count,
    anchoredTo: confirmed === 0 ? null : confirmed,
    payloads: payloads.counts(),
  };
}

function* faultsOf(row: AuditRow, last: AuditRow | null, keys: AuditKeys): Iterable<string> {
  const { seq, prev, hash, record } = row;
  const due = (last?.seq ?? 0) + 1;
  if (seq > due) yield `${range(due, seq - 1)} missing before it`;
  if (seq < due)
    yield last === null ? "the chain begins with row 1: it was put in" : "its number stands there twice";
  if (prev !== (last?.hash ?? null))
    yield last === null
      ? "it names a row before it, and there is none"
      : `it does not follow row ${last.seq}: the hash before it is another`;
  const read = readRecord(record);
  if (read === null) {
    yield "its record cannot be read: it was changed";
    return;
  }
  const key = keys.find(({ id }) => id === read.kid);
  if (key === undefined)
    yield `it is under key ${read.kid}, which is not among the keys: add the earlier key to ENCRYPTION_KEY`;
  else if (rowHash(key, seq, prev, record) !== hash)
    yield "it was changed, moved, or written without the key: its hash is not that of its content";
}

function readRecord(record: string): ReadRecord | null {
  try {
    return recordSchema.parse(JSON.parse(record));
  } catch {
    return null;
  }
}

function range(from: number, to: number): string {
  return from === to ? `row ${from} is` : `rows ${from} to ${to} are`;
}

type Fault = (row: number | null, what: string) => void;

interface Anchored {
  readonly hash: string;
  readonly at: string;
  readonly where: string;
}

async function readAnchors(stores: readonly AnchorStore[], keys: AuditKeys, fault: Fault) {
  const bySeq = new Map<number, Anchored[]>();
  let count = 0;
  for (const { where, read } of stores) {
    let line = 0;
    for await (const text of read()) {
      line += 1;
      const anchor = readAnchor(text, keys);
      if (anchor === null) {
        fault(null, `anchor ${line} in ${where} is torn, forged, or under a key that is not at hand`);
        continue;
      }
      count += 1;
      const { seq, hash, at } = anchor;
      const same = bySeq.get(seq) ?? [];
      bySeq.set(seq, same.some((each) => each.hash === hash) ? same : [...same, { hash, at, where }]);
    }
  }
  return { bySeq, count };
}

interface Due extends PayloadRef {
  readonly row: number;
  readonly name: string;
  readonly at: string;
  readonly kid: string;
}

/** Looks bodies up by the batch; what is missing was deleted, which is allowed. */
function payloadCheck(audit: Pick<AuditLog, "payloads">, keys: AuditKeys, fault: Fault) {
  let [matching, missing] = [0, 0];
  let due: Due[] = [];
  let retainedFrom = "";
  const missingByDay = new Map<string, number>();
  const check = async () => {
    const bodies = await audit.payloads([...new Set(due.map(({ hash }) => hash))]);
    for (const { row, name, at, kid, hash, salt } of due) {
      const body = bodies.get(hash);
      const key = keys.find(({ id }) => id === kid);
      if (body === undefined) {
        missing += 1;
        const day = at.slice(0, 10);
        missingByDay.set(day, (missingByDay.get(day) ?? 0) + 1);
      } else if (key !== undefined && payloadHash(key, salt, body) !== hash)
        fault(row, `its ${name} was changed: the body stored does not match the hash in the record`);
      else matching += 1;
    }
    due = [];
  };
  return {
    add: async ({ seq, record }: AuditRow) => {
      const read = readRecord(record);
      if (read === null) return;
      const { kind, before, at, kid, payloads = {} } = read;
      if (kind === "retention" && before !== undefined && before > retainedFrom) retainedFrom = before;
      for (const [name, ref] of Object.entries(payloads)) due.push({ ...ref, row: seq, name, at, kid });
      if (due.length >= PAYLOADS_AT_ONCE) await check();
    },
    finish: check,
    counts: () => {
      const expired = [...missingByDay]
        .filter(([day]) => day <= retainedFrom.slice(0, 10))
        .reduce((sum, [, count]) => sum + count, 0);
      return { matching, expired, deleted: missing - expired };
    },
  };
}
