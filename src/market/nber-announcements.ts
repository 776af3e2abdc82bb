import { monthEnd } from "../maths/calendar.ts";
import type { Recession } from "./datasets.ts";

/**
 * When troughs were announced, by month: until then nobody knew that a recession was over.
 * Source: National Bureau of Economic Research, Business Cycle Dating Committee, announcements since 1980.
 */
const TROUGHS: Readonly<Record<string, string>> = {
  "1980-07": "1981-07-08",
  "1982-11": "1983-07-08",
  "1991-03": "1992-12-22",
  "2001-11": "2003-07-17",
  "2009-06": "2010-09-20",
  "2020-04": "2021-07-19",
};

/**
 * The first day on which a recession's dates were known, peak and trough together. Before 1980 there were no
 * announcements, and of a trough that is not in the table none is known: these count from the trough's last day.
 */
export const knownFrom = ({ trough }: Recession): string => TROUGHS[trough] ?? monthEnd(trough);
