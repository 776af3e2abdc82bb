/** Slack: about one message a second in a channel, and several hundred a minute in a workspace. */
const CHANNEL_MS = 1_000;
const WORKSPACE_MS = 200;
/** Places in the past are swept when this many are kept. */
const MOST_KEPT = 10_000;

export class TooFast extends Error {
  override readonly name = "TooFast";
  readonly waitMs: number;

  constructor(waitMs: number) {
    super(`the next message may follow in ${waitMs} ms`);
    this.waitMs = waitMs;
  }
}

/** How fast messages that nobody asked for may follow one another: Slack's limits, kept before it says so. */
export function createPace(now: () => number = Date.now) {
  const next = new Map<string, number>();

  function sweep(at: number): void {
    if (next.size < MOST_KEPT) return;
    for (const [key, free] of next) if (free <= at) next.delete(key);
  }

  return {
    /** Takes the next place; milliseconds to wait for it. @throws TooFast, with nothing taken, above `mostMs` */
    take({ team, channel }: { readonly team: string; readonly channel: string }, mostMs: number): number {
      const at = now();
      sweep(at);
      const inChannel = `${team}/${channel}`;
      const turn = Math.max(at, next.get(inChannel) ?? 0, next.get(team) ?? 0);
      if (turn - at > mostMs) throw new TooFast(turn - at);
      next.set(inChannel, turn + CHANNEL_MS);
      next.set(team, turn + WORKSPACE_MS);
      return turn - at;
    },
  };
}
