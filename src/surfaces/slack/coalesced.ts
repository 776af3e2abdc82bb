import type { Assistant } from "../surface.ts";

/** As long as the same question is answered alike without looking at the data again. */
const KEPT_MS = 1_000;
const MOST_KEPT = 200;

/** One answer for all who ask the same within a second. */
export function coalesced(assistant: () => Assistant, now: () => number = Date.now): Assistant {
  const kept = new Map<string, { readonly until: number; readonly of: Assistant; answer: Answering }>();
  return {
    answer: (line, options = {}) => {
      const of = assistant();
      if (options.progress) return of.answer(line, options);
      const key = JSON.stringify([line, options]);
      const known = kept.get(key);
      if (known && known.of === of && known.until > now()) return known.answer;
      const answer = of.answer(line, options);
      kept.delete(key);
      kept.set(key, { until: now() + KEPT_MS, of, answer });
      answer.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}

type Answering = ReturnType<Assistant["answer"]>;
