/** How long the machine's own steady clock carries on from one look at the database's. */
const FRESH_MS = 5_000;

/**
 * The database's clock without a question for each look: ten thousand deliveries look thrice each.
 * @param read milliseconds since the epoch by the clock that all processes share
 * @param monotonic milliseconds of a clock that only runs forward
 */
export function createSharedClock(
  read: () => Promise<number>,
  monotonic: () => number,
): () => Promise<number> {
  let last: { readonly at: number; readonly now: Promise<number> } | null = null;
  return async () => {
    const at = monotonic();
    if (last === null || at - last.at >= FRESH_MS) {
      const look = { at, now: read() };
      last = look;
      look.now.catch(() => {
        if (last === look) last = null;
      });
    }
    const look = last;
    return (await look.now) + Math.round(monotonic() - look.at);
  };
}
