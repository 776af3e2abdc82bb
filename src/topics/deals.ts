import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, combine, isAbsent, type Value } from "../briefing/value.ts";
import { addMonthsToDate, daysBetween } from "../maths/calendar.ts";
import {
  countOf,
  disclosedValues,
  distinctDeals,
  percentileOfCount,
  trailingCounts,
  trailingYear,
  yearToDate,
} from "../maths/deals.ts";
import { percentChange } from "../maths/returns.ts";
import { median } from "../maths/statistics.ts";
import { ASKS } from "./deals-asks.ts";
import { FIGURES, NEEDS } from "./deals-figures.ts";
import { type DealsResult, dealsCharts, dealsHeadline } from "./deals-words.ts";
import { defineTopic } from "./define.ts";
import { earlier } from "./inputs.ts";
import type { FigureDraft, Inputs } from "./topic.ts";
import { NOT_ADVICE } from "./words.ts";

/** A file that says nothing for so long has ended: deals are announced every week. */
const SILENT_DAYS = 45;

function compute({ deals, recessions }: Inputs<typeof NEEDS>, _args: object, asked: string): DealsResult {
  const events = distinctDeals(deals.data);
  const [first, last] = [events.deals[0]?.announced, events.deals.at(-1)?.announced];
  if (first === undefined || last === undefined) {
    throw new BriefingError(
      "data_unavailable",
      `deals: no takeover was announced up to ${formatDate(asked)} in the data`,
      "add rows to deals.csv, or choose a later as-of date",
    );
  }
  const { completeTo } = deals.source;
  const endedEarly = completeTo === undefined && daysBetween(last, asked) > SILENT_DAYS;
  const to = endedEarly ? last : earlier(completeTo ?? asked, asked);
  return {
    ...events,
    to,
    from: first,
    endedEarly,
    history: trailingCounts(events.deals, to),
    years: yearToDate(events.deals, to),
    recessions: isAbsent(recessions) ? [] : recessions.data,
  };
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;

function change(now: Value, before: Value): Value {
  return combine(now, before, (n, b) =>
    b > 0 ? percentChange(b, n) : absent("not_meaningful", "there was no deal a year before to compare with"),
  );
}

function drafts({ deals, to, history, years, repeated, blankCheques }: DealsResult): readonly Draft[] {
  const yearAgo = addMonthsToDate(to, -12);
  const year = `${Number(to.slice(0, 4)) - 1}-12-31`;
  const ttm = countOf(deals, yearAgo, to);
  const before = countOf(deals, addMonthsToDate(to, -24), yearAgo);
  const ytd = countOf(deals, year, to);
  const ytdBefore = countOf(deals, addMonthsToDate(year, -12), yearAgo);
  const counts = history.map(({ count }) => count);
  const highest = Math.max(0, ...counts);
  const short = absent("too_few_points", "the data hold no twelve months that end with a month");
  const ofHistory = (value: Value) => (counts.length > 0 ? value : short);
  const disclosed = disclosedValues(trailingYear(deals, to));
  const params = {
    to,
    months: `${counts.length}`,
    highest: history.find(({ count }) => count === highest)?.date ?? "",
  };
  const draft = (family: Draft["family"], value: Value, n?: number): Draft => ({
    family,
    params,
    value,
    asOf: to,
    ...(n === undefined ? {} : { n }),
  });
  return [
    draft("deals.ttm.count", ttm),
    draft("deals.ttm.previous", before),
    draft("deals.ttm.change", change(ttm, before)),
    draft("deals.ttm.percentile", isAbsent(ttm) ? ttm : percentileOfCount(history, ttm), counts.length),
    draft("deals.history.median", ofHistory(median(counts)), counts.length),
    draft("deals.history.highest", ofHistory(highest), counts.length),
    draft("deals.ytd.count", ytd),
    draft("deals.ytd.previous", ytdBefore),
    draft("deals.ytd.change", change(ytd, ytdBefore)),
    ...years.map(({ year, count }) => ({ ...draft("deals.year.{year}", count), params: { to, year } })),
    draft("deals.value.total", disclosed.total, disclosed.n),
    draft("deals.value.median", disclosed.median, disclosed.n),
    draft("deals.value.disclosed", disclosed.share),
    draft("deals.counted", deals.length),
    draft("deals.repeated", repeated),
    draft("deals.blankCheques", blankCheques),
  ];
}

export const deals = defineTopic({
  name: "deals",
  title: "Deals",
  summary: "How many takeovers are announced, against the year before and against their own history",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { year: "2025", to: "2025-12-10", months: "280", highest: "2007-06-30" },
  compute,
  drafts,
  headline: dealsHeadline,
  subtitle: ({ result }) =>
    `Takeovers by day of announcement, one event per target per 180 days · to ${formatDate(result.to)} · values in USD`,
  tables: () => [
    {
      title: "Takeovers announced",
      columns: ["", "Now", "A year before", "Change"],
      rows: [
        { label: "Twelve months", cells: ["deals.ttm.count", "deals.ttm.previous", "deals.ttm.change"] },
        { label: "Year to date", cells: ["deals.ytd.count", "deals.ytd.previous", "deals.ytd.change"] },
      ],
    },
    {
      title: "Against their own history, and by value",
      columns: ["", "Twelve months"],
      rows: [
        { label: "Place in history", cells: ["deals.ttm.percentile"] },
        { label: "Median of history", cells: ["deals.history.median"] },
        { label: "Highest in history", cells: ["deals.history.highest"] },
        { label: "Disclosed value", cells: ["deals.value.total"] },
        { label: "Median disclosed value", cells: ["deals.value.median"] },
        { label: "Deals that disclose a value", cells: ["deals.value.disclosed"] },
      ],
    },
  ],
  notes: ({ result }) => [
    `Last twelve months: {{deals.ttm.percentile}} of the counts at month-ends since ${formatDate(result.from)}`,
    "Left out: later filings on a deal already counted, {{deals.repeated}}; blank-cheque companies, {{deals.blankCheques}}",
  ],
  charts: dealsCharts,
  caveats: ({ result }) => [
    `The data begin on ${formatDate(result.from)}: a record of earlier years, such as that of 1996, cannot be tested with them. ${NOT_ADVICE}`,
    "All takeovers in the data are counted, not those of an index's members. Announced is not completed, and many disclose no value.",
    ...(result.endedEarly
      ? [
          `The last takeover in the data is of ${formatDate(result.to)}: the counts end there, and later ones may be missing.`,
        ]
      : []),
  ],
});
