import type { DeliveryDeps } from "./deps.ts";
import { freshnessGate, type GateDecision, type Needed } from "./schedule/freshness-gate.ts";
import type { Run } from "./schedule/rules.ts";

export type Gates = (topics: readonly string[], run: Pick<Run, "at" | "session">) => Promise<GateDecision>;

/** Gates of one moment: sources are asked once for each set of topics, however many subscriptions share it. */
export function createGates(deps: DeliveryDeps, now: number): Gates {
  const { calendar, timings } = deps;
  const needs = new Map<string, Promise<readonly Needed[]>>();
  const decisions = new Map<string, GateDecision>();
  return async (topics, run) => {
    const set = [...topics].sort().join();
    const needed = needs.get(set) ?? neededBy(deps, topics);
    needs.set(set, needed);
    const key = `${set} ${run.at} ${run.session.date}`;
    const decision =
      decisions.get(key) ?? freshnessGate(await needed, run, now, calendar, timings.dataDeadlineMs);
    decisions.set(key, decision);
    return decision;
  };
}

/** Where the age of the data cannot be told, the briefing itself will say what is wrong. */
export async function neededBy(
  { freshness, log }: DeliveryDeps,
  topics: readonly string[],
): Promise<readonly Needed[]> {
  try {
    return await freshness(topics);
  } catch (error) {
    log.warn({ err: error, topics }, "how fresh the data are could not be told");
    return [];
  }
}
