import { formatDate, formatMonth } from "../briefing/format.ts";
import { presentFigures } from "./define.ts";
import type { Params } from "./topic.ts";

export const NEEDS = {
  deals: { dataset: "deals", required: true },
  recessions: { dataset: "recessions", required: false },
} as const;

const COUNTED =
  "One event per target per 180 days, by the day of its announcement; later words on the same deal and blank-cheque companies (by name) are left out";

const today = presentFigures<typeof NEEDS>()(() => "takeovers", "deals");
const to = (p: Params) => formatDate(p["to"] ?? "");
const count = (what: string, definition: string) =>
  today(
    "count",
    (p) => `Takeovers announced, ${what} to ${to(p)}`,
    () => `${definition} ${COUNTED}.`,
  );
const change = (what: string, definition: string) =>
  today(
    "±%",
    (p) => `Takeovers announced, ${what} to ${to(p)}: change from a year before`,
    () => `${definition} ${COUNTED}.`,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 2g, claim 29). */
export const FIGURES = {
  "deals.ttm.count": count("twelve months", "Deals announced in the twelve months that end on the date."),
  "deals.ttm.previous": count(
    "twelve months",
    "Deals announced in the twelve months that ended a year before.",
  ),
  "deals.ttm.change": change(
    "twelve months",
    "Count of the last twelve months over that of the twelve before, minus one.",
  ),
  "deals.ttm.percentile": today(
    "percentile",
    (p) => `Takeovers of twelve months in their own history (${p["months"]} month-ends)`,
    () =>
      `Mid-rank of the count of the last twelve months among those at month-ends since the data begin, at least 120. ${COUNTED}.`,
  ),
  "deals.history.median": today(
    "count",
    () => "Takeovers of twelve months, median of history",
    () => `Median of the trailing-twelve-month counts at month-ends. ${COUNTED}.`,
  ),
  "deals.history.highest": today(
    "count",
    (p) => `Takeovers of twelve months, highest (to ${formatMonth(p["highest"] || (p["to"] ?? ""))})`,
    () => `Highest of the trailing-twelve-month counts at month-ends since the data begin. ${COUNTED}.`,
  ),
  "deals.ytd.count": count("year", "Deals announced since 1 January of the date's year."),
  "deals.ytd.previous": count("year", "Deals announced from 1 January to the same day of the year before."),
  "deals.ytd.change": change(
    "year",
    "Count of the year to date over that of the same days of the year before, minus one.",
  ),
  "deals.year.{year}": today(
    "count",
    (p) => `Takeovers announced, ${p["year"]} to the same day of the year as ${to(p)}`,
    () => `Deals announced from 1 January of that year to the same day of the year. ${COUNTED}.`,
  ),
  "deals.value.total": today(
    "USD bn",
    (p) => `Disclosed value of takeovers, twelve months to ${to(p)}`,
    () => `Sum of the values disclosed; a deal without one adds nothing. ${COUNTED}.`,
  ),
  "deals.value.median": today(
    "USD bn",
    (p) => `Median disclosed value of a takeover, twelve months to ${to(p)}`,
    () => `Median over the deals that disclose a value. ${COUNTED}.`,
  ),
  "deals.value.disclosed": today(
    "%",
    (p) => `Takeovers that disclose a value, twelve months to ${to(p)}`,
    () => `Share by count. ${COUNTED}.`,
  ),
  "deals.counted": today(
    "count",
    () => "Takeovers in the data",
    () => `All deals since the data begin. ${COUNTED}.`,
  ),
  "deals.repeated": today(
    "count",
    () => "Announcements left out as later words on a deal",
    () => "Announcements about a target within 180 days of one that is counted.",
  ),
  "deals.blankCheques": today(
    "count",
    () => "Announcements left out as blank-cheque companies",
    () => "Targets named Acquisition Corp, SPAC or the like: companies that exist to buy another.",
  ),
};
