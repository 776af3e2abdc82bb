import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { type Ahead, eventsAhead, within } from "../maths/ahead.ts";
import { ASKS } from "./calendar-asks.ts";
import { defineTopic, presentFigures } from "./define.ts";
import type { FigureDraft, Inputs } from "./topic.ts";
import { counted, NOT_ADVICE } from "./words.ts";

const NEEDS = { calendar: { dataset: "calendar", required: true } } as const;

const present = presentFigures<typeof NEEDS>()(() => "dates ahead", "calendar");
const FIGURES = {
  "calendar.{event}.daysAhead": present(
    "count",
    (p) => `Days to the next ${p["called"] ?? p["event"]}, ${formatDate(p["next"] ?? "")}`,
    () =>
      "Calendar days from the as-of date to the next day of this kind in the calendar; 0 is that day itself.",
  ),
  "calendar.{event}.known": present(
    "count",
    (p) => `Dates of ${p["called"] ?? p["event"]} ahead in the calendar`,
    () => "Days of this kind in the calendar from the as-of date on.",
  ),
};

/** A kind of event with the part of a figure's key that stands for it. */
interface Kind extends Ahead {
  readonly key: string;
}

interface CalendarResult {
  readonly kinds: readonly Kind[];
  /** "FOMC 9 Dec 2026", of the coming weeks. */
  readonly soon: readonly string[];
  /** Kinds that people ask about, of which no day ahead is known. */
  readonly unknown: readonly string[];
  readonly day: string;
}

/** What a calendar of the market is expected to name. */
const EXPECTED: readonly (readonly [kind: string, names: RegExp])[] = [
  ["FOMC", /fomc|federal open market/i],
  ["CPI", /\bcpi\b|consumer price/i],
  ["payrolls", /payroll|employment situation|jobs report/i],
  ["index reconstitution", /reconstitution|rebalanc/i],
];

const WEEKS = 4;
const MOST_KINDS = 12;

function compute({ calendar }: Inputs<typeof NEEDS>, _args: object, day: string): CalendarResult {
  const clean = calendar.data.map(({ date, event }) => ({ date, event: event.replace(/[{}]/g, "") }));
  const all = eventsAhead(clean, day);
  const ahead = all.slice(0, MOST_KINDS);
  if (ahead.length === 0) {
    throw new BriefingError(
      "data_unavailable",
      `calendar: no date lies ahead of ${formatDate(day)}`,
      "add rows with later dates to calendar.csv",
    );
  }
  return {
    kinds: ahead.map((each, at) => ({ ...each, key: keyOf(each.event, ahead.slice(0, at)) })),
    unknown: EXPECTED.filter(([, names]) => !all.some(({ event }) => names.test(event))).map(
      ([kind]) => kind,
    ),
    soon: within(clean, day, 7 * WEEKS).map(({ date, event }) => `${event} ${formatDate(date)}`),
    day,
  };
}

/** Letters and digits of the name; its place in the list where they say too little, or the same as an earlier one. */
function keyOf(event: string, earlier: readonly Ahead[]): string {
  const slug = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  const own = slug(event);
  return own === "" || earlier.some((each) => slug(each.event) === own) ? `event-${earlier.length + 1}` : own;
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;

function drafts({ kinds, day }: CalendarResult): readonly Draft[] {
  return kinds.flatMap(({ key, event, next, days, known }): Draft[] => {
    const reads = { calendar: [event] };
    const params = { event: key, called: event, next };
    return [
      { family: "calendar.{event}.daysAhead", params, value: days, asOf: day, reads },
      { family: "calendar.{event}.known", params, value: known, asOf: day, reads },
    ];
  });
}

/** "today", "tomorrow", "in 16 days" */
function when(days: number): string {
  return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${counted(days, "day")}`;
}

export const calendar = defineTopic({
  name: "calendar",
  title: "Calendar",
  summary: "What lies ahead: the next meeting of the Fed, data releases and index reviews that the data name",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { event: "fomc", called: "FOMC", next: "2026-12-09" },
  compute,
  drafts,
  headline: ({ result: { kinds } }) =>
    `Ahead: ${kinds
      .slice(0, 3)
      .map(({ event, days }) => `${event} ${when(days)}`)
      .join(", ")}`,
  subtitle: ({ result }) => `Dates ahead of ${formatDate(result.day)}`,
  tables: ({ result }) => [
    {
      title: "Next dates",
      columns: ["", "Days ahead", "Dates in the calendar"],
      rows: result.kinds.map(({ key, event, next }) => ({
        label: `${event}, ${formatDate(next)}`,
        cells: [`calendar.${key}.daysAhead`, `calendar.${key}.known`],
      })),
    },
  ],
  // The first says what lies ahead; scheduled briefings of other topics carry it.
  notes: ({ result: { soon, unknown } }) => [
    soon.length > 0
      ? `Ahead in four weeks: ${soon.slice(0, MOST_KINDS).join(" · ")}`
      : "Ahead in four weeks: nothing that the calendar names",
    ...(unknown.length > 0
      ? [`No date ahead is known of: ${unknown.join(", ")}. Rows in calendar.csv (date,event) supply them`]
      : []),
  ],
  charts: () => [],
  caveats: () => [
    `Dates are as published and may move; what the calendar does not name may happen all the same. ${NOT_ADVICE}`,
  ],
});
