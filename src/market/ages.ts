import { monthEnd } from "../maths/calendar.ts";
import { type PairSeries, pairUp } from "../maths/returns.ts";
import { newestDate } from "./as-of.ts";
import { type DatasetName, type Datasets, type Levels, MACRO_SERIES, type MacroSeries } from "./datasets.ts";
import { overdue, rhythmOf } from "./freshness.ts";
import { MACRO_CALENDAR } from "./macro-series.ts";

/** How old a dataset is, and when its next values are due. */
export interface Age {
  /** In words: "index levels". */
  readonly name: string;
  /** "once": counted from its newest date; "events": never due. */
  readonly cadence: "daily" | "weekly" | "monthly" | "once" | "events";
  /** Days from the end of a period until its value is out; for all but daily data, with grace. */
  readonly lagDays: number;
  /** ISO; null: nothing at hand. */
  readonly newest: string | null;
  /** Why there is nothing at hand. */
  readonly reason?: string;
}

export const DATASET_WORDS: Readonly<Record<DatasetName, string>> = {
  levels: "index levels",
  policyDecisions: "Fed decisions",
  recessions: "recession dates",
  factors: "size factors",
  macro: "economic series",
  calendar: "dates ahead",
  constituents: "index members",
  valuationHistory: "month-end P/Es",
  revisions: "estimate revisions",
  deals: "takeovers",
  universe: "company counts",
};

/**
 * A dataset's ages: several where it holds series that come at different times.
 * @param readsDays of levels: days are counted as well; where they are not, daily prices beside monthly total returns
 * are read by nobody
 * @param quarterly of levels: the source gives a quarter's months at a time
 */
export function agesOf<K extends DatasetName>(
  dataset: K,
  data: Datasets[K],
  {
    readsDays = true,
    quarterly = false,
  }: { readonly readsDays?: boolean; readonly quarterly?: boolean } = {},
): readonly Age[] {
  if (dataset === "levels") return levelAges(data as Levels, readsDays, quarterly);
  if (dataset === "macro") return macroAges(data as Datasets["macro"]);
  const rhythm = rhythmOf(dataset, {});
  return [
    {
      name: DATASET_WORDS[dataset],
      cadence: rhythm?.cadence ?? "events",
      lagDays: rhythm?.days ?? 0,
      newest: newestDate(dataset, data),
    },
  ];
}

/**
 * The series that topics read: total return, else price; and beside monthly total returns the daily prices, from
 * which days are counted. Daily levels are out on the evening of their day.
 */
function levelAges(levels: Levels, readsDays: boolean, quarterly: boolean): readonly Age[] {
  const [total, price] = [
    paired(levels.small_total, levels.large_total),
    paired(levels.small_price, levels.large_price),
  ];
  const main = total ?? price;
  if (main === null) return [];
  const days = readsDays && main.frequency === "monthly" && price?.frequency === "daily" ? price : null;
  if (days === null) return [levelAge(DATASET_WORDS.levels, main, quarterly)];
  return [
    levelAge("daily price levels", days, quarterly),
    levelAge("month-end total-return levels", main, quarterly),
  ];
}

function paired(small: Levels["small_total"], large: Levels["large_total"]): PairSeries | null {
  const series = pairUp(small ?? [], large ?? []);
  return series.levels.length > 0 ? series : null;
}

function levelAge(name: string, { frequency, levels }: PairSeries, quarterly: boolean): Age {
  const newest = levels.at(-1)?.date ?? null;
  if (frequency === "daily") return { name, cadence: "daily", lagDays: 0, newest };
  const rhythm = rhythmOf("levels", { cadence: "monthly", quarterly });
  return { name, cadence: rhythm?.cadence ?? "monthly", lagDays: rhythm?.days ?? 0, newest };
}

/** What of a dataset was due by a day and is not in, each in words: "vix: the data end on …; the next were due by …". */
export function overdueIn<K extends DatasetName>(
  dataset: K,
  data: Datasets[K],
  { quarterly = false }: { readonly quarterly?: boolean },
  asOf: string,
): readonly string[] {
  const ages = agesOf(dataset, data, { quarterly });
  return ages.flatMap(({ name, cadence, newest }) => {
    if (newest === null) return [];
    const of = {
      date: newest,
      quarterly,
      cadence: cadence === "daily" ? ("daily" as const) : ("monthly" as const),
    };
    const series = MACRO_SERIES.find((each) => inWords(each) === name);
    const reason = overdue(dataset, series === undefined ? of : { ...of, series }, asOf);
    return reason === null ? [] : [ages.length === 1 ? reason : `${name}: ${reason}`];
  });
}

const inWords = (series: MacroSeries) => series.replaceAll("_", " ");

/** Each series by its own release calendar; a month is named by its last day. */
function macroAges(rows: Datasets["macro"]): readonly Age[] {
  return MACRO_SERIES.flatMap((series): Age[] => {
    const newest = rows.reduce(
      (latest, row) => (row.series === series && row.date > latest ? row.date : latest),
      "",
    );
    if (newest === "") return [];
    const { cadence, lagDays } = MACRO_CALENDAR[series];
    const name = inWords(series);
    if (cadence === "daily") return [{ name, cadence, lagDays, newest }];
    const days = rhythmOf("macro", { series })?.days ?? lagDays;
    return [
      { name, cadence, lagDays: days, newest: cadence === "monthly" ? monthEnd(newest.slice(0, 7)) : newest },
    ];
  });
}
