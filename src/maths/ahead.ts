import { addDays, daysBetween } from "./calendar.ts";

interface Dated {
  readonly date: string;
  readonly event: string;
}

/** The next day of one kind of event, and how many days of it lie ahead in the calendar. */
export interface Ahead {
  readonly event: string;
  readonly next: string;
  /** Calendar days from the day asked about; 0 is that day. */
  readonly days: number;
  readonly known: number;
}

/** Each kind of event once, the soonest first; two spellings that differ in case alone are one kind. */
export function eventsAhead(calendar: readonly Dated[], asOf: string): readonly Ahead[] {
  const ahead = calendar.filter(({ date }) => date >= asOf).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const byKind = Map.groupBy(ahead, ({ event }) => event.trim().toLowerCase());
  return [...byKind.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { date: next, event } = first;
    return [{ event: event.trim(), next, days: daysBetween(asOf, next), known: own.length }];
  });
}

/** Days of the coming weeks, in date order. */
export function within(calendar: readonly Dated[], asOf: string, days: number): readonly Dated[] {
  const last = addDays(asOf, days);
  return calendar
    .filter(({ date }) => date >= asOf && date <= last)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
