import type { CalendarEvent } from "../../market/datasets.ts";
import { FED_MEETINGS } from "../../market/fed-meetings.ts";

/** The Fed's scheduled meetings as dates ahead. */
export const MEETINGS: readonly CalendarEvent[] = FED_MEETINGS.map((date) => ({ date, event: "FOMC" }));
