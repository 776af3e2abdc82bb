/** How long an answer holds for those who ask the same: thousands of channels ask within a minute. */
const FRESH_MS = 1_000;

/**
 * What was asked a moment ago is not asked again. What fails is.
 * @param monotonic milliseconds of a clock that only runs forward
 */
export function briefly<A extends readonly (string | undefined)[], R>(
  ask: (...given: A) => Promise<R>,
  monotonic: () => number,
): (...given: A) => Promise<R> {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<R> }>();
  return (...given) => {
    const now = monotonic();
    const key = JSON.stringify(given);
    const last = known.get(key);
    if (last !== undefined && now - last.at < FRESH_MS) return last.answer;
    for (const [old, { at }] of known) if (now - at >= FRESH_MS) known.delete(old);
    const look = { at: now, answer: ask(...given) };
    known.set(key, look);
    look.answer.catch(() => {
      if (known.get(key) === look) known.delete(key);
    });
    return look.answer;
  };
}
