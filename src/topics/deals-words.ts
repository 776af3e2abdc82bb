import type { BarChart, ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import type { Recession } from "../market/datasets.ts";
import { monthEnd } from "../maths/calendar.ts";
import type { Announced, Events, trailingCounts, yearToDate } from "../maths/deals.ts";
import { compared } from "./compare.ts";
import type { View } from "./topic.ts";

export interface DealsResult extends Events<Announced> {
  /** The day that the counts run to. */
  readonly to: string;
  /** The first deal's day. */
  readonly from: string;
  /** The file's last deal lies long before the question's date: it is taken to end there. */
  readonly endedEarly: boolean;
  readonly history: ReturnType<typeof trailingCounts>;
  readonly years: ReturnType<typeof yearToDate>;
  readonly recessions: readonly Recession[];
}

export type DealsView = View<object, DealsResult>;

/** Against the year before, then against their own history. */
export function dealsHeadline(view: DealsView): string {
  const change = compared(view, "deals.ttm.count", "deals.ttm.previous");
  const place = placeWords(view);
  const over =
    change === null
      ? null
      : {
          more: "More takeovers than in the year before",
          less: "Fewer takeovers than in the year before",
          level: "As many takeovers as in the year before",
        }[change];
  if (over === null && place === null) return "Takeovers: the data are too short to compare them";
  if (over === null) return `The twelve-month count of takeovers is ${place}`;
  return place === null ? over : `${over}; the twelve-month count is ${place}`;
}

function placeWords({ value }: DealsView): string | null {
  const percentile = value("deals.ttm.percentile");
  if (isAbsent(percentile)) return null;
  if (percentile >= 95) return "near the highest of its history";
  if (percentile <= 5) return "near the lowest of its history";
  if (percentile > 60) return "above most of its history";
  return percentile < 40 ? "below most of its history" : "in the middle of its history";
}

export function dealsCharts(view: DealsView): readonly ChartSpec[] {
  return [...historyChart(view), ...yearsChart(view)];
}

function historyChart(view: DealsView): readonly ChartSpec[] {
  const { result, value, pair } = view;
  const points = result.history.map(({ date, count }): [string, number] => [date, count]);
  const [first, last] = [points[0], points.at(-1)];
  const middle = value("deals.history.median");
  if (points.length < 24 || !first || !last) return [];
  const chart: LineChart = {
    kind: "line",
    id: "deals-history",
    axis: "date",
    title: dealsHeadline(view),
    subtitle: `Takeovers announced in the twelve months before, by month · ${pair.label}`,
    unit: "count",
    series: [{ name: "Takeovers", emphasis: "primary", points }],
    bands: result.recessions
      .filter(({ peak, trough }) => monthEnd(trough) >= first[0] && `${peak}-01` <= last[0])
      .map(({ peak, trough }) => ({ from: `${peak}-01`, to: monthEnd(trough), label: "NBER recession" })),
    marks: [],
    reference: isAbsent(middle) ? null : middle,
    asOf: last[0],
    alt: `Line chart of the takeovers announced in twelve months, by month (${pair.label}). Last twelve months: {{deals.ttm.count}}. A year before: {{deals.ttm.previous}}. Median: {{deals.history.median}}. Highest: {{deals.history.highest}}.`,
    footnote:
      "The line across is the median, {{deals.history.median}}. One event per target per 180 days. The data begin on " +
      `${formatDate(result.from)}: earlier records are not in them.`,
  };
  return [chart];
}

function yearsChart({ result, pair, asOf }: DealsView): readonly ChartSpec[] {
  const { years, to } = result;
  if (years.length < 3) return [];
  const day = formatDate(to).replace(/ \d{4}$/, "");
  const counts = years.map(({ count }) => count);
  const last = counts.at(-1) ?? 0;
  const ahead = counts.slice(0, -1).filter((count) => count > last).length;
  const chart: BarChart = {
    kind: "bar",
    id: "deals-years",
    asOf: to < asOf ? to : asOf,
    title:
      ahead === 0
        ? "No earlier year of the data had more takeovers to the same day"
        : ahead === years.length - 1
          ? "Every earlier year of the data had more takeovers to the same day"
          : "Some earlier years of the data had more takeovers to the same day",
    subtitle: `Takeovers announced from 1 January to ${day} of each year · ${pair.label}`,
    unit: "count",
    groups: years.map(({ year }) => year),
    series: [{ name: "Takeovers", emphasis: "primary", values: counts }],
    alt: `Bar chart of takeovers announced from 1 January to ${day} of each year, ${years[0]?.year} to ${years.at(-1)?.year} (${pair.label}). ${years.map(({ year }) => `${year}: {{deals.year.${year}}}.`).join(" ")}`,
    footnote: "The same days of each year. One event per target per 180 days; no blank-cheque companies.",
  };
  return [chart];
}
