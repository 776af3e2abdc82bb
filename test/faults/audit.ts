import { z } from "zod";
import { anchorFile } from "../../src/audit/anchor-file.ts";
import { verifyAudit } from "../../src/audit/verify.ts";
import { auditKeys } from "../../src/main/audit.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import type { AuditLog } from "../../src/storage/port.ts";
import type { Audited } from "./invariants.ts";

const recordSchema = z.object({ kind: z.string() });
const sendingSchema = z.object({ platform: z.enum(["slack", "teams"]), channel: z.string() });

/** The chain as it stands, verified against the anchors of every process. */
export async function auditOf(
  audit: AuditLog,
  key: string,
  anchorFiles: readonly string[],
): Promise<Audited> {
  const faults: string[] = [];
  await verifyAudit({
    audit,
    keys: auditKeys(parseKeys(key)),
    stores: anchorFiles.map((path) => anchorFile(path)),
    onFault: ({ row, what }) => void faults.push(row === null ? what : `row ${row}: ${what}`),
  });
  const sendings: Audited["sendings"][number][] = [];
  for await (const { record } of audit.rows(1)) {
    const read: unknown = JSON.parse(record);
    if (recordSchema.parse(read).kind === "sending") sendings.push(sendingSchema.parse(read));
  }
  return { faults, sendings };
}
