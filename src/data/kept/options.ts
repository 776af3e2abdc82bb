import type { Dispatcher } from "undici";

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
