import Table from "cli-table3";
import { answerBench, scalingBench } from "./answers.ts";
import { chartBench } from "./charts.ts";
import { deliveryBench } from "./delivery.ts";
import { edgarBench } from "./edgar.ts";
import { gateBench } from "./gate.ts";
import { processBench } from "./process.ts";
import type { BenchRow } from "./row.ts";
import { scheduleBench } from "./schedules.ts";
import { sharedBench } from "./shared.ts";
import { slackBench } from "./slack.ts";
import { sourceBench } from "./sources.ts";
import { teamsBench } from "./teams.ts";

/** `npm run bench`: what it costs, as value and ratio; `-- --json` for machines. Exit code 1 if a target is missed. */
const rows: BenchRow[] = [];
const benches = [
  processBench,
  answerBench,
  scalingBench,
  chartBench,
  gateBench,
  sourceBench,
  slackBench,
  teamsBench,
  scheduleBench,
  sharedBench,
  edgarBench,
  deliveryBench,
];
for (const bench of benches) {
  process.stderr.write(`… ${bench.name}\n`);
  rows.push(...(await bench()));
}
if (process.argv.includes("--json")) console.log(JSON.stringify(rows, null, 2));
else {
  const table = new Table({
    head: ["", "value", "unit", "target", "ratio", "against", ""],
    style: { head: [], border: [] },
  });
  for (const { name, value, unit, target, ratio, against, ok } of rows) {
    table.push([
      name,
      value.toFixed(2),
      unit,
      target,
      ratio?.toFixed(2) ?? "",
      against ?? "",
      ok ? "ok" : "MISSED",
    ]);
  }
  console.log(table.toString());
}
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
