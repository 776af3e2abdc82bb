import { formatDate } from "../briefing/format.ts";
import { addDays } from "../maths/calendar.ts";
import { weekdayOf } from "./schedule/local-time.ts";
import type { TradingCalendar } from "./schedule/trading-calendar.ts";

const AHEAD_DAYS = 28;

/**
 * What lies ahead of a day, for the foot of a scheduled briefing: what the calendar names, and on which weekdays of the
 * next four weeks the market is closed.
 * @param named the calendar's line as of a day (ISO dates); null where the data have none
 */
export function createAhead(named: (asOf: string) => Promise<string | null>, calendar: TradingCalendar) {
  return async (asOf: string): Promise<readonly string[]> => {
    const line = await named(asOf);
    return [...(line === null ? [] : [line]), ...closuresAfter(asOf, calendar)];
  };
}

/** "US markets closed: 26 Nov 2026 (Thanksgiving Day)"; none where there is none. */
function closuresAfter(day: string, calendar: TradingCalendar): readonly string[] {
  const days = Array.from({ length: AHEAD_DAYS }, (_, at) => addDays(day, at + 1));
  const closed = days.flatMap((each) => {
    const reason = weekdayOf(each) > 5 ? null : calendar.closure(each);
    return reason === null ? [] : [`${formatDate(each)} (${reason})`];
  });
  return closed.length > 0 ? [`US markets closed: ${closed.join(" · ")}`] : [];
}
