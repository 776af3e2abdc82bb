import { addDays } from "../../maths/calendar.ts";
import { nyseClosures } from "../../maths/nyse-days.ts";
import { instantOf, utcDate, weekdayOf } from "./local-time.ts";
import { NEW_YORK } from "./zones.ts";

/** One day of trading at the New York Stock Exchange. `closesAt`: milliseconds since the epoch. */
export interface Session {
  readonly date: string;
  readonly closesAt: number;
  /** Closes at 13:00 New York instead of 16:00. */
  readonly half: boolean;
}

/** Dates are New York's. Known from 2000 on. */
export interface TradingCalendar {
  /** Null where the exchange is closed. */
  sessionOn(date: string): Session | null;
  /** Why there is no session: "Thanksgiving Day", "Saturday"; null where there is one. */
  closure(date: string): string | null;
  /** The newest session that has closed at or before an instant. */
  lastCompleted(instant: number): Session;
}

/** Early closes that follow no rule. */
const HALF_OUT_OF_TURN = new Set(["2003-12-26"]);

/**
 * The New York Stock Exchange: closed days by `maths/nyse-days`, half-days by the rules below, closures by announcement.
 * @param announced closures that this version does not know yet: date -> reason
 */
export function nyseCalendar(announced: Readonly<Record<string, string>> = {}): TradingCalendar {
  const closure = nyseClosures(announced);
  const sessions = new Map<string, Session | null>();

  function sessionOn(date: string): Session | null {
    const known = sessions.get(date);
    if (known !== undefined) return known;
    const session = closure(date) === null ? open(date) : null;
    sessions.set(date, session);
    return session;
  }

  function lastCompleted(instant: number): Session {
    for (let date = utcDate(instant); ; date = addDays(date, -1)) {
      const session = sessionOn(date);
      if (session && session.closesAt <= instant) return session;
    }
  }

  return { sessionOn, closure, lastCompleted };
}

function open(date: string): Session {
  const half = isHalfDay(date);
  return { date, half, closesAt: instantOf(date, half ? "13:00" : "16:00", NEW_YORK) };
}

/**
 * NYSE's early closes, of a day known to be a session: the day after Thanksgiving, Christmas Eve, and the eve of
 * Independence Day (until 2012 not on a Wednesday: then the Friday after it). Where such an eve falls on a Friday
 * it is the holiday itself.
 */
function isHalfDay(date: string): boolean {
  if (HALF_OUT_OF_TURN.has(date)) return true;
  const [year, day, weekday] = [Number(date.slice(0, 4)), date.slice(5), weekdayOf(date)];
  if (day === "12-24") return weekday <= 4;
  if (day === "07-03") return weekday <= 4 && (weekday !== 3 || year >= 2013);
  if (day === "07-05") return weekday === 5 && year <= 2012;
  return weekday === 5 && day >= "11-23" && day <= "11-29";
}
