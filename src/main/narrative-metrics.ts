import type { Outcome } from "../narrative/narrator.ts";

/** Counts what becomes of summaries. The counter is made once a process. */
export async function narrativeMetrics(): Promise<(outcome: Outcome) => void> {
  const { Counter, register } = await import("prom-client");
  const name = "smallcaps_narratives_total";
  const known = register.getSingleMetric(name) as InstanceType<typeof Counter> | undefined;
  const counter =
    known ??
    new Counter({
      name,
      help: "Summaries by what became of them",
      labelNames: ["outcome"],
      registers: [register],
    });
  return (outcome) => counter.inc({ outcome });
}
