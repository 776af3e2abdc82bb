import type { Recorder } from "../audit/port.ts";
import type { Briefing } from "../briefing/briefing.ts";
import type { Briefings, Deliveries, Platform, Store, Subscriptions } from "../storage/port.ts";
import type { Watched } from "./flips.ts";
import type { ChannelPoster, Controls } from "./port.ts";
import type { Needed } from "./schedule/freshness-gate.ts";
import { LATENESS, type Lateness } from "./schedule/slots.ts";
import type { TradingCalendar } from "./schedule/trading-calendar.ts";

/** The part of pino that the delivery uses. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface DeliveryDeps {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly briefings: Briefings;
  readonly store: Store;
  readonly controls: Controls;
  readonly recorder: Recorder;
  /** Null for a platform that is not connected. */
  readonly poster: (platform: Platform) => ChannelPoster | null;
  /** A command line to its briefing; rejects with `BriefingError`. */
  readonly answer: (line: string, asOf: string) => Promise<Briefing>;
  /** The as-of date of a briefing that is about a session (ISO dates): its own, or of a newer snapshot at hand. */
  readonly asOfSession: (session: string) => Promise<string>;
  /** The briefing with a summary where its workspace has them; the briefing itself where there is none in time. */
  readonly narrated?: (briefing: Briefing, workspace: string) => Promise<Briefing>;
  /** What lies ahead of a day (ISO date), in lines. */
  readonly ahead?: (asOf: string) => Promise<readonly string[]>;
  /** What a briefing of these topics reads, and how old it is. */
  readonly freshness: (topics: readonly string[]) => Promise<readonly Needed[]>;
  /** What of the triggers holds on a day (ISO date); null: sample data, which are never posted. */
  readonly triggers: (asOf: string) => Promise<readonly Watched[] | null>;
  /** Stores a briefing before it is posted, so that it can be explained and compared. */
  readonly keep: (briefing: Briefing) => Promise<void>;
  readonly calendar: TradingCalendar;
  /** Milliseconds since the epoch by the database's clock, which all processes share. */
  readonly now: () => Promise<number>;
  /** Milliseconds of a clock that only runs forward. */
  readonly monotonic: () => number;
  readonly log: Log;
  readonly timings: Timings;
}

/** All in milliseconds. */
export interface Timings {
  readonly lateness: Lateness;
  /** A claim nobody has touched for so long was left by a process that died; longer than any attempt takes. */
  readonly abandonedMs: number;
  /** How often a delivery that waits says that it is still there. */
  readonly renewMs: number;
  /** From an ambiguous answer until the platform is asked whether the message stands there. */
  readonly findAfterMs: number;
  /** From not finding it then until it is asked once more: a platform may show late what it did not confirm. */
  readonly settleMs: number;
  /** The first wait after a fault of the platform or of the data; it doubles. */
  readonly retryMs: number;
  readonly mostRetryMs: number;
  /** The first wait after data could not be had; it doubles. */
  readonly dataRetryMs: number;
  /** How long after its time a briefing waits for its data. */
  readonly dataDeadlineMs: number;
  /** How often a platform is asked about a message that nobody knows of. */
  readonly unknownMs: number;
  /** How often the data are looked at for alerts, where a channel wants some. */
  readonly alertsMs: number;
  /** How far the wall clock may run ahead of the other between two looks, or behind. */
  readonly jumpMs: number;
  /** How long a clock that jumped must run evenly. A look comes each minute, give or take. */
  readonly steadyMs: number;
  readonly stopMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const TIMINGS: Timings = {
  lateness: LATENESS,
  abandonedMs: 2 * MINUTE,
  renewMs: 45 * SECOND,
  findAfterMs: 5 * SECOND,
  settleMs: 40 * SECOND,
  retryMs: 5 * SECOND,
  mostRetryMs: 5 * MINUTE,
  dataRetryMs: MINUTE,
  dataDeadlineMs: 2 * 60 * MINUTE,
  unknownMs: 10 * MINUTE,
  alertsMs: 5 * MINUTE,
  jumpMs: 2 * MINUTE,
  steadyMs: 55 * SECOND,
  stopMs: 30 * SECOND,
};
