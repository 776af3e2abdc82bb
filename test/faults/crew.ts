import { type Bot, startBot } from "./process.ts";

/** The processes of a run, and their supervisor. */
export interface Crew {
  /** All are ended in order and start again, as when a new version is put in place. */
  turn(): Promise<void>;
  /** Those that are gone start again. */
  revive(): Promise<void>;
  kill(name: string): Promise<void>;
  /** Ends all in order. */
  stop(): Promise<void>;
  /** Processes that ended by themselves, or would not end in order. */
  faults(): readonly string[];
  log(): string;
}

const STARTS = 3;

export const nameOf = (index: number) => `bot-${index + 1}`;

/**
 * @param clocks how far the clock of each is off, ms: as many as there are processes
 * @param worldOffMs how far the world's time is from this machine's, at each start
 */
export function createCrew(
  clocks: readonly number[],
  worldOffMs: () => number,
  environmentOf: (name: string) => Readonly<Record<string, string>>,
): Crew {
  const seats = clocks.map((offMs, index) => ({ name: nameOf(index), offMs }));
  const bots = new Map<string, Bot>();
  const faults: string[] = [];
  let log = "";

  function bury(bot: Bot): void {
    const why = bot.died();
    if (why !== null) faults.push(why);
    log += `\n--- ${bot.name}\n${bot.log()}`;
    bots.delete(bot.name);
  }

  async function start({ name, offMs }: (typeof seats)[number]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const bot = startBot(name, environmentOf(name), offMs + worldOffMs());
      bots.set(name, bot);
      const failed = await bot.ready.then(
        () => null,
        (error: unknown) => error,
      );
      if (failed === null) return;
      if (tries === STARTS) throw failed;
      log += `\n--- ${name}\n${bot.log()}`;
    }
  }

  async function end(bot: Bot): Promise<void> {
    if (bot.isRunning() && (await bot.stop()) !== 0) faults.push(`${bot.name} did not end in order`);
    bury(bot);
  }

  async function stop(): Promise<void> {
    await Promise.all([...bots.values()].map(end));
  }

  const gone = () => seats.filter(({ name }) => !bots.get(name)?.isRunning());

  async function revive(): Promise<void> {
    await Promise.all(
      gone().map((seat) => {
        const before = bots.get(seat.name);
        if (before) bury(before);
        return start(seat);
      }),
    );
  }

  return {
    revive,
    async turn() {
      await stop();
      await revive();
    },
    kill: async (name) => bots.get(name)?.kill(),
    stop,
    faults: () => faults,
    log: () => log,
  };
}
