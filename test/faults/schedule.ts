import { makeRandom, type Random } from "../../src/data/sample/random.ts";
import type { Platform } from "../../src/storage/port.ts";

/** Where in a delivery the process dies. What the platform or the database was sent may be carried out or be lost. */
export const KILL_STEPS = [
  "before the claim",
  "after the claim",
  "before the request left",
  "after the request left, lost",
  "after the request left, arrived",
  "after the response, before the record",
  "after the record",
] as const;
export type KillStep = (typeof KILL_STEPS)[number];

/** What a platform does to requests that post. `gone`: to those of one channel, for good. */
export const PLATFORM_FAULTS = [
  "429 for a minute",
  "500",
  "503",
  "accepted, then 500",
  "accepted, then silence",
  "accepted, then cut",
  "cut before it was read",
  "gone",
] as const;
export type PlatformFault = (typeof PLATFORM_FAULTS)[number];

/** One wave: some briefings come due, and meanwhile this happens. */
export type Act =
  | { readonly kind: "kill"; readonly step: KillStep; readonly platform: Platform }
  | {
      readonly kind: "platform";
      readonly fault: PlatformFault;
      readonly platform: Platform;
      /** So many requests, where the fault has no length of its own. */
      readonly requests: number;
    }
  | { readonly kind: "database"; readonly how: "restart" | "crash" }
  | { readonly kind: "disk full" }
  /** The clock that all processes share. */
  | { readonly kind: "clock"; readonly byMs: number };

export interface FaultSchedule {
  readonly seed: number;
  readonly platforms: readonly Platform[];
  /** One process each; how far its machine's clock is off, ms. */
  readonly clocks: readonly number[];
  /** Whether the bot may read Slack's channels, so that it can look what became of a message. */
  readonly historyScope: boolean;
  /** Channels a platform that come due in each wave. */
  readonly channels: number;
  readonly acts: readonly Act[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Forward and back, within the grace and past it; together less than a day, so that each channel owes one briefing. */
const JUMPS = [-HOUR, -2 * MINUTE, 10 * MINUTE, HOUR, 7 * HOUR] as const;

/** The same seed gives the same schedule, on every machine. */
export function faultSchedule(seed: number): FaultSchedule {
  const random = makeRandom(`fault schedule ${seed}`);
  const platforms = random.pick<readonly Platform[]>([["slack"], ["teams"], ["slack", "teams"]]);
  return {
    seed,
    platforms,
    clocks: random.chance(0.5)
      ? [0]
      : random.pick([
          [0, 0, 0],
          [0, MINUTE, -MINUTE],
        ]),
    historyScope: random.chance(0.7),
    channels: 1 + Math.floor(random.uniform() * 3),
    acts: Array.from({ length: 1 + Math.floor(random.uniform() * 3) }, () => actOf(random, platforms)),
  };
}

/** Kills are what it is about; the rarer a fault, the less it is drawn. */
function actOf(random: Random, [first = "slack", ...others]: readonly Platform[]): Act {
  const platform = random.pick([first, ...others]);
  const drawn = random.uniform();
  if (drawn < 0.45) return { kind: "kill", step: random.pick(KILL_STEPS), platform };
  if (drawn < 0.75) {
    const requests = 1 + Math.floor(random.uniform() * 3);
    return { kind: "platform", fault: random.pick(PLATFORM_FAULTS), platform, requests };
  }
  if (drawn < 0.85) return { kind: "database", how: random.pick(["restart", "crash"]) };
  return drawn < 0.9 ? { kind: "disk full" } : { kind: "clock", byMs: random.pick(JUMPS) };
}

/** One line. */
export function describe(schedule: FaultSchedule): string {
  const { seed, platforms, clocks, historyScope, channels, acts } = schedule;
  const off = clocks.some((ms) => ms !== 0) ? ` (clocks ${clocks.map(seconds).join(", ")})` : "";
  const processes = `${clocks.length} ${clocks.length === 1 ? "process" : "processes"}${off}`;
  const scope = platforms.includes("slack") && !historyScope ? ", no history scope" : "";
  const where = `${platforms.join("+")}, ${channels} a wave, ${processes}${scope}`;
  return `seed ${seed}: ${where}: ${acts.map(describeAct).join("; ")}`;
}

function describeAct(act: Act): string {
  if (act.kind === "kill") return `kill -9 ${act.step} (${act.platform})`;
  if (act.kind === "platform") return `${act.platform}: ${act.fault}${timesOf(act)}`;
  if (act.kind === "clock") return `clock ${seconds(act.byMs)}`;
  return act.kind === "database" ? `database ${act.how}` : act.kind;
}

const timesOf = ({ fault, requests }: Act & { kind: "platform" }) =>
  fault === "gone" || fault === "429 for a minute" ? "" : ` ×${requests}`;
const seconds = (ms: number) => `${ms < 0 ? "−" : "+"}${Math.abs(ms) / 1_000} s`;
