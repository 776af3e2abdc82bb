interface Thread {
  readonly team: string;
  readonly channel: string;
  readonly threadTs: string;
}

/** What a thread is about, so that "and since 2000?" works in it. */
export interface Threads {
  remember(thread: Thread, command: string): void;
  recall(thread: Thread): string | null;
  forgetWorkspace(team: string): void;
}

/** The newest threads, in memory: after a restart a thread is asked with a full command again. */
export function createThreads(capacity = 20_000): Threads {
  const commands = new Map<string, string>();
  const keyOf = ({ team, channel, threadTs }: Thread) => `${team}/${channel}/${threadTs}`;
  return {
    forgetWorkspace: (team) => {
      for (const key of commands.keys()) if (key.startsWith(`${team}/`)) commands.delete(key);
    },
    recall: (thread) => commands.get(keyOf(thread)) ?? null,
    remember: (thread, command) => {
      commands.delete(keyOf(thread));
      commands.set(keyOf(thread), command);
      const [oldest] = commands.keys();
      if (commands.size > capacity && oldest !== undefined) commands.delete(oldest);
    },
  };
}
