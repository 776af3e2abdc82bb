import { BriefingError } from "../../briefing/errors.ts";

/**
 * Calls that come while others are under way are carried out together, in one statement: thousands of deliveries ask
 * the same within minutes. A call that comes alone is carried out at once, and none joins what has begun, so that each
 * sees what was written before it.
 * @param run gives one answer a call, in their order. Where it rejects for what was given (not for the server's sake),
 * each is tried alone: it must leave nothing done then
 * @param keyOf those of one key are never in one statement
 */
export function together<A, R>(
  run: (given: readonly A[]) => Promise<readonly R[]>,
  keyOf?: (given: A) => string,
): (given: A) => Promise<R> {
  let waiting: Waiting<A, R>[] = [];
  let isRunning = false;
  const next = async () => {
    if (isRunning) return;
    isRunning = true;
    await Promise.resolve(); // those of this moment come along
    while (waiting.length > 0) {
      const [batch, rest] = split(waiting, keyOf);
      waiting = rest;
      await settle(run, batch);
    }
    isRunning = false;
  };
  return (given) => {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    waiting.push({ given, resolve, reject });
    void next();
    return promise;
  };
}

interface Waiting<A, R> {
  readonly given: A;
  readonly resolve: (answer: R) => void;
  readonly reject: (error: unknown) => void;
}

const MOST = 200;

function split<A, R>(
  waiting: readonly Waiting<A, R>[],
  keyOf?: (given: A) => string,
): [Waiting<A, R>[], Waiting<A, R>[]] {
  const batch: Waiting<A, R>[] = [];
  const rest: Waiting<A, R>[] = [];
  const keys = new Set<string>();
  for (const each of waiting) {
    const key = keyOf?.(each.given);
    const fits = batch.length < MOST && (key === undefined || !keys.has(key));
    if (key !== undefined) keys.add(key);
    (fits ? batch : rest).push(each);
  }
  return [batch, rest];
}

/** Never rejects: everyone who waits is told. */
async function settle<A, R>(
  run: (given: readonly A[]) => Promise<readonly R[]>,
  batch: readonly Waiting<A, R>[],
): Promise<void> {
  try {
    const answers = await run(batch.map(({ given }) => given));
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as R);
  } catch (error) {
    if (batch.length > 1 && !(error instanceof BriefingError)) {
      for (const each of batch) await settle(run, [each]);
      return;
    }
    for (const { reject } of batch) reject(error);
  }
}
