import { resolve } from "node:path";
import type { AuditFault, AuditReport } from "../audit/verify.ts";
import type { Config } from "../config.ts";
import { anchorStores, auditKeys } from "./audit.ts";
import { err, out } from "./program.ts";
import { withStorage } from "./storage.ts";

export const AUDIT_USAGE = "audit verify [--json] | audit export DIR";

/** `audit verify` and `audit export`, beside a running bot or without one. */
export async function auditCommand(config: Config, [action, ...rest]: readonly string[]): Promise<number> {
  if (action === "verify" && rest.every((option) => option === "--json"))
    return verifyAll(config, rest.length > 0);
  const [dir, extra] = rest;
  if (action === "export" && dir !== undefined && extra === undefined) return exportTo(config, dir);
  err(`usage: npm run --silent admin -- ${AUDIT_USAGE}\n`);
  return 2;
}

/** More than these are counted, not listed. */
const LISTED = 1_000;

async function verifyAll(config: Config, asJson: boolean): Promise<number> {
  const { verifyAudit } = await import("../audit/verify.ts");
  const faults: AuditFault[] = [];
  const report = await withStorage(config, async ({ audit }, keys) =>
    verifyAudit({
      audit,
      keys: auditKeys(keys),
      stores: await anchorStores(config),
      onFault: (fault) => {
        if (faults.length >= LISTED) return;
        faults.push(fault);
        if (!asJson) out(`${faultLine(fault)}\n`);
      },
    }),
  );
  if (asJson) out(`${JSON.stringify({ ...report, list: faults }, null, 2)}\n`);
  else {
    if (report.faults > faults.length) out(`… and ${report.faults - faults.length} more\n`);
    for (const line of verdictLines(report)) out(`${line}\n`);
  }
  return report.intact ? 0 : 1;
}

const faultLine = ({ row, what }: AuditFault) => (row === null ? what : `row ${row}: ${what}`);

function verdictLines({
  intact,
  rows,
  faults,
  anchors,
  anchoredTo,
  payloads,
}: AuditReport): readonly string[] {
  const { matching, expired, deleted } = payloads;
  const unanchored =
    anchoredTo === null || anchoredTo === rows ? "" : `; rows after ${anchoredTo} are not anchored yet`;
  return [
    `Payloads: ${matching} match, ${expired} deleted for their age, ${deleted} deleted otherwise.`,
    intact
      ? `The audit is intact: ${rows} rows, confirmed by ${anchors} ${anchors === 1 ? "anchor" : "anchors"}${unanchored}.`
      : `The audit is NOT intact: ${faults} ${faults === 1 ? "fault" : "faults"} in ${rows} rows.`,
  ];
}

async function exportTo(config: Config, dir: string): Promise<number> {
  const { exportAudit } = await import("../audit/export.ts");
  const { rows, payloads } = await withStorage(config, async ({ audit }) =>
    exportAudit(audit, await anchorStores(config), resolve(dir)),
  );
  out(`${rows} rows and ${payloads} payloads are in ${dir}; its README.md says how to check them.\n`);
  return 0;
}
