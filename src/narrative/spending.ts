import type { Usage } from "./port.ts";

/** The part of the store that the narrative uses. */
export interface NarrativeStore {
  get(collection: "controls", key: string): Promise<unknown>;
  set(collection: "controls", key: string, value: unknown): Promise<void>;
}

/** USD for a million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** What a workspace has used on one day (UTC). */
export interface Spent {
  readonly day: string;
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  /** Null where no prices are set. */
  readonly usd: number | null;
}

export interface Spending {
  /** Whether a workspace has something left of its day. Rejects where the store cannot be read. */
  allows(workspace: string): Promise<boolean>;
  book(workspace: string, usage: Usage): Promise<void>;
  today(workspace: string): Promise<Spent>;
}

export interface SpendingOptions {
  /** Tokens, both ways together; 0: no cap. */
  readonly dailyTokens: number;
  readonly prices: Prices | null;
  readonly now: () => Date;
}

const keyOf = (workspace: string) => `narrative/spent/${workspace}`;

/**
 * Counts tokens by workspace and day, in the store. Bookings of one process follow one another; two processes that
 * book at the same moment may count one of the two.
 */
export function createSpending(
  store: NarrativeStore,
  { dailyTokens, prices, now }: SpendingOptions,
): Spending {
  let before: Promise<unknown> = Promise.resolve();

  async function today(workspace: string): Promise<Spent> {
    const day = now().toISOString().slice(0, 10);
    const kept = (await store.get("controls", keyOf(workspace))) as Spent | undefined;
    if (kept?.day === day) return kept;
    return { day, requests: 0, input: 0, output: 0, usd: prices && 0 };
  }

  async function add(workspace: string, { input, output }: Usage): Promise<void> {
    const spent = await today(workspace);
    await store.set("controls", keyOf(workspace), {
      day: spent.day,
      requests: spent.requests + 1,
      input: spent.input + input,
      output: spent.output + output,
      usd: prices && (spent.usd ?? 0) + (input * prices.input + output * prices.output) / 1e6,
    } satisfies Spent);
  }

  return {
    today,
    allows: async (workspace) => {
      if (dailyTokens === 0) return true;
      const { input, output } = await today(workspace);
      return input + output < dailyTokens;
    },
    book: (workspace, usage) => {
      const booked = before.then(() => add(workspace, usage));
      before = booked.catch(() => undefined);
      return booked;
    },
  };
}
