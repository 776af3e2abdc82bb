import { Temporal } from "temporal-polyfill";

/** A stretch of time in which a zone's offset does not change; milliseconds since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Farther than this from a change of the clocks, a local time means one instant, by any rule. */
const WELL_INSIDE = 36 * 3_600_000;
const MOST_SPANS = 200;
/** Asking Temporal costs 60 µs, and a year of schedules asks it a million times. */
const spans = new Map<string, Span[]>();

/**
 * The instant of a local date and time ("2026-11-24", "07:30") in an IANA zone, in milliseconds since the epoch.
 * A time that the clocks skip is the first instant after the gap; one that they repeat is the first of the two.
 */
export function instantOf(date: string, time: string, tz: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const known = spans.get(tz)?.find((span) => isWellInside(span, wall - span.offset));
  return known ? wall - known.offset : resolved(date, time, tz);
}

function isWellInside({ from, to }: Span, instant: number): boolean {
  return instant - from > WELL_INSIDE && to - instant > WELL_INSIDE;
}

function resolved(date: string, time: string, tz: string): number {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = local.toZonedDateTime(tz, { disambiguation: "earlier" });
  if (zoned.toPlainDateTime().equals(local)) {
    remember(tz, spanAround(zoned));
    return zoned.epochMilliseconds;
  }
  const gap = zoned.getTimeZoneTransition("next");
  if (gap === null) throw new RangeError(`${tz} has no ${time} on ${date}, and no change of clocks after it`);
  return gap.epochMilliseconds;
}

function spanAround(zoned: Temporal.ZonedDateTime): Span {
  return {
    from: zoned.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity,
    to: zoned.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}

function remember(tz: string, span: Span): void {
  const all = spans.get(tz) ?? [];
  if (all.some(({ from }) => from === span.from)) return;
  spans.set(tz, [span, ...all.slice(0, MOST_SPANS - 1)]);
}

/** A clock on the wall. `weekday` is 1 (Monday) to 7. */
export interface WallClock {
  readonly date: string;
  readonly time: string;
  readonly weekday: number;
}

export function wallClock(instant: number, tz: string): WallClock {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
    weekday: zoned.dayOfWeek,
  };
}

/** 1 (Monday) to 7. */
export function weekdayOf(date: string): number {
  return new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay() || 7;
}

/** The day in UTC. */
export function utcDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
