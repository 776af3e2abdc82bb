import { checkDraft } from "../../src/narrative/gate/gate.ts";
import { briefingOf, noRealFolder } from "../narrative/corpus/briefings.ts";
import { GOOD } from "../narrative/corpus/good.ts";
import { HOSTILE } from "../narrative/corpus/hostile.ts";
import { atMost, type BenchRow, percentile } from "./row.ts";

const ROUNDS = 5;

/** The gate on every draft of its corpus, warm. */
export async function gateBench(): Promise<readonly BenchRow[]> {
  const cases = [...GOOD, ...HOSTILE].filter(({ real }) => !(real && noRealFolder));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const each of cases) {
      const briefing = await briefingOf(each);
      const started = performance.now();
      checkDraft(briefing, each.draft);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  return [atMost("gate, a draft, p95", percentile(times, 0.95), "ms", 2)];
}
