import type { Table } from "../briefing/briefing.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { type Absent, isAbsent } from "../briefing/value.ts";
import { type PairReturn, type PairSeries, trailingReturn } from "../maths/returns.ts";
import { BASIS_WORDS, type Basis } from "./levels.ts";
import type { FigureDraft, FigureFamily, Params } from "./topic.ts";

/** Five discrete 12-month periods, which stand beside any past performance (DOMAIN 3.3). Number 1 is the latest. */
export type DiscretePeriods = readonly { readonly number: number; readonly value: PairReturn | Absent }[];

/** As figures' keys name them. */
export const PERIODS = ["1", "2", "3", "4", "5"] as const;

const READINGS = ["small", "large", "relative"] as const;
type Reading = (typeof READINGS)[number];
const WORDS: Readonly<Record<Reading, string>> = {
  small: "small",
  large: "large",
  relative: "small minus large",
};

export function discretePeriods(series: PairSeries): DiscretePeriods {
  return [1, 2, 3, 4, 5].map((number) => ({ number, value: trailingReturn(series, 12, 12 * (number - 1)) }));
}

type Define<Need extends string> = (
  unit: FigureFamily["unit"] | "±%",
  label: FigureFamily["label"],
  definition: FigureFamily["definition"],
) => FigureFamily<Need>;

/** The families of a topic's discrete periods, to be keyed `<topic>.discrete12m.{period}.<reading>`. */
export function discreteFamily<Need extends string>(
  closed: Define<Need>,
  reading: Reading,
): FigureFamily<Need> {
  return closed(
    reading === "relative" ? "pp" : "±%",
    (p: Params) =>
      `${p["from"] ? `12 months ${formatDate(p["from"])} to ${formatDate(p["to"] ?? "")}` : `12-month period ${p["period"]}`}, ${WORDS[reading]}`,
    (p: Params) =>
      `Discrete 12-month period number ${p["period"]}, 1 being the latest; ${BASIS_WORDS[p["basis"] as Basis]}.`,
  );
}

export function discreteDrafts<F extends string>(
  family: (reading: Reading) => F,
  periods: DiscretePeriods,
  basis: Basis,
  asOf: string,
): readonly FigureDraft<F>[] {
  return periods.flatMap(({ number, value }) =>
    READINGS.map((reading) => ({
      family: family(reading),
      params: {
        period: `${number}`,
        basis,
        ...(isAbsent(value) ? {} : { from: value.from, to: value.to }),
      },
      value: isAbsent(value) ? value : value[reading],
      asOf,
    })),
  );
}

export function discreteTable(topic: string, periods: DiscretePeriods, basis: Basis): Table {
  return {
    title: `Discrete 12-month periods, ${BASIS_WORDS[basis]}`,
    columns: ["", "Small", "Large", "Difference"],
    rows: periods.map(({ number, value }) => ({
      label: isAbsent(value) ? `Period ${number}` : `${formatMonth(value.from)} to ${formatMonth(value.to)}`,
      cells: READINGS.map((reading) => `${topic}.discrete12m.${number}.${reading}`),
    })),
  };
}
