import type { AuditLog, Briefings } from "../storage/port.ts";
import { type AuditKeys, prepare } from "./chain.ts";
import type { Writer } from "./writer.ts";

export interface RetentionDeps {
  readonly audit: Pick<AuditLog, "deletePayloadsBefore">;
  readonly briefings: Pick<Briefings, "forgetBefore">;
  readonly writer: Pick<Writer, "write">;
  readonly keys: AuditKeys;
  /** 0: for ever. */
  readonly days: number;
  readonly now: () => Date;
  readonly say: (message: string) => void;
}

const DAY_MS = 86_400_000;

/** Deletes what is older than `days`, at the start and daily; the chain keeps its rows, and a new one says what went. */
export function createRetention(deps: RetentionDeps) {
  const { audit, briefings, writer, keys, days, now, say } = deps;
  let timer: ReturnType<typeof setInterval> | undefined;
  const run = async (): Promise<void> => {
    if (days === 0) return;
    const at = now();
    const before = new Date(at.getTime() - days * DAY_MS).toISOString();
    const payloads = await audit.deletePayloadsBefore(before);
    const forgotten = await briefings.forgetBefore(before, `deleted after ${days} days (RETENTION_DAYS)`);
    if (payloads + forgotten === 0) return;
    const fields = { before, days, deletedPayloads: payloads, deletedBriefings: forgotten };
    await writer.write([prepare(keys, { kind: "retention", at: at.toISOString(), fields })]);
  };
  const tried = () =>
    run().catch((error: unknown) =>
      say(
        `what is older than ${days} days could not be deleted: ${error instanceof Error ? error.message : error}`,
      ),
    );
  return {
    run,
    start: () => {
      void tried();
      timer = setInterval(() => void tried(), DAY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
