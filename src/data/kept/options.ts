import type { Dispatcher } from "undici";
import { openQuarantine } from "./quarantine.ts";
import { openShelf } from "./shelf.ts";

/** What every source that is asked over HTTP is opened with. */
export interface LiveOptions {
  readonly baseUrl: string;
  /** Where its copies are kept. */
  readonly dir: string;
  /** Where refused answers are set aside. */
  readonly quarantineDir: string;
  readonly now: () => Date;
  /** For a proxy. */
  readonly dispatcher?: Dispatcher | undefined;
  readonly userAgent?: string | undefined;
  /** For one request, in all; 10 seconds. */
  readonly timeoutMs?: number;
  /** How long the source is left alone after it failed; one minute. */
  readonly breakMs?: number;
}

/** The usual time limits. */
export function limitsOf({ timeoutMs = 10_000, breakMs = 60_000 }: LiveOptions) {
  return { timeoutMs, breakMs };
}

/** Where copies and refused answers go. */
export function roomsOf({ dir, quarantineDir }: LiveOptions) {
  return { shelf: openShelf(dir), quarantine: openQuarantine(quarantineDir), folder: dir };
}
