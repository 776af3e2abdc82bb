import { setTimeout as sleep } from "node:timers/promises";
import type { Assistant } from "../surface.ts";

/** As long as the same question is answered alike without looking at the data again. */
const KEPT_MS = 1_000;
const MOST_KEPT = 200;
/** A question that waits for its data this long lets the next one begin. */
const LONGEST_TURN_MS = 100;

/** About a channel and whoever asks there, or changing something: nobody else's answer will do, nor one of just now. */
const OWN = /^\s*((private|asof\s*=\s*\S+)\s+)*(schedule|status|receipt|narrative)(?![^\s=])/iu;

/** A question in words may be taken for one of those. */
const WORDS = /^(?!\s*(?:private\s+)?(?:explain|help)\s+\S+\s*$)[^=]*\S\s+[^\s=][^=]*$/iu;

type Answering = ReturnType<Assistant["answer"]>;

/**
 * One answer for all who ask the same within a second, and one computation after the other: `turn` lets in between
 * two what came in meanwhile. What is said of schedules is each asker's own; nothing else learns who asks.
 */
export function coalesced(
  assistant: () => Assistant,
  turn: () => Promise<void>,
  now: () => number = Date.now,
  wait: (ms: number) => Promise<void> = sleep,
): Assistant {
  const kept = new Map<string, { readonly until: number; readonly of: Assistant; answer: Answering }>();
  let before: Promise<unknown> = Promise.resolve();

  async function inTurn(of: Assistant, ...asked: Parameters<Assistant["answer"]>): Answering {
    const free = before;
    const answer = free.then(turn).then(() => of.answer(...asked));
    before = Promise.race([answer.catch(() => undefined), free.then(() => wait(LONGEST_TURN_MS))]);
    return answer;
  }

  return {
    answer: (line, { from, ...options } = {}) => {
      const of = assistant();
      const plain = line.replace(/\p{Cf}/gu, "");
      if (OWN.test(plain) || WORDS.test(plain))
        return inTurn(of, line, { ...options, ...(from ? { from } : {}) });
      const { narrate, ...alike } = options;
      const key = JSON.stringify([line, of.narrates?.() === false ? alike : { ...alike, narrate }]);
      const known = kept.get(key);
      if (known && known.of === of && known.until > now()) return known.answer;
      const answer = inTurn(of, line, options);
      kept.delete(key);
      kept.set(key, { until: now() + KEPT_MS, of, answer });
      answer.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
