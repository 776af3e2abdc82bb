/** Work for one channel runs in order, one at a time; channels do not wait for one another. */
export interface Lanes {
  /**
   * Resolves with what `work` resolves with, once the channel's turn has come.
   * Rejects with `LaneFull` when the channel, or all together, have too much waiting.
   */
  run<T>(channel: string, work: () => Promise<T>): Promise<T>;
  readonly waiting: () => number;
}

export class LaneFull extends Error {
  override readonly name = "LaneFull";
}

export function createLanes(limits: { readonly perChannel: number; readonly total: number }): Lanes {
  const tails = new Map<string, { tail: Promise<unknown>; length: number }>();
  let total = 0;

  async function run<T>(channel: string, work: () => Promise<T>): Promise<T> {
    const lane = tails.get(channel) ?? { tail: Promise.resolve(), length: 0 };
    if (lane.length >= limits.perChannel || total >= limits.total) {
      throw new LaneFull(`${lane.length} answers wait for this channel, ${total} in all`);
    }
    tails.set(channel, lane);
    lane.length += 1;
    total += 1;
    const result = lane.tail.then(work);
    lane.tail = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      lane.length -= 1;
      total -= 1;
      if (lane.length === 0) tails.delete(channel);
    }
  }

  return { run, waiting: () => total };
}
