import type { Table } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { combine, isAbsent } from "../briefing/value.ts";
import type { Side } from "../market/datasets.ts";
import { type CoverReadings, FARTHEST_BP, type RateShock } from "../maths/rate-shock.ts";
import { staleSince } from "./compare.ts";
import { type NEEDS, OUTSIDE } from "./debt-figures.ts";
import type { DebtView } from "./debt-headline.ts";
import { presentFigures } from "./define.ts";
import { datesOf, SIDES } from "./members.ts";
import type { FigureDraft, FigureFamily, Params } from "./topic.ts";
import { withheldSince } from "./words.ts";

const ASSUMED =
  "Assumption: the rate changes at once and for a full year on all floating principal, less pay-fixed swaps; EBIT, debt, swaps and what is fixed stay as they are; interest falls no lower than zero";
const OVER = `${OUTSIDE}, that report EBIT, pay interest and report what of their debt floats and is swapped: the same before and after`;

const today = presentFigures<typeof NEEDS>()(() => "interest cover under the assumption", "constituents");
const when = (p: Params) => (p["when"] === "now" ? "as it is" : "under the assumption");
const read = (unit: FigureFamily["unit"], what: string, definition: string) =>
  today(
    unit,
    (p) => `Hypothetical: ${p["side"]}, ${what}, ${when(p)}`,
    () => `${definition} ${OVER}. ${ASSUMED}.`,
  );
const measured = (unit: FigureFamily["unit"] | "±%", what: string, definition: string) =>
  today(
    unit,
    (p) => `Hypothetical: ${p["side"]}, ${what}`,
    () => `${definition} ${OVER}. ${ASSUMED}.`,
  );

/** Every figure under an assumed change of interest rates. */
export const WHAT_IF_FIGURES = {
  "debt.whatIf.rates": today(
    "bp",
    () => "Hypothetical change of interest rates",
    () => `${ASSUMED}.`,
  ),
  "debt.whatIf.{side}.{when}.belowOne": read(
    "%",
    "companies with interest cover below 1",
    "Share of companies whose EBIT is below their interest.",
  ),
  "debt.whatIf.{side}.{when}.belowOneAndHalf": read(
    "%",
    "companies with interest cover below 1.5",
    "Share of companies whose EBIT is below 1.5 times their interest.",
  ),
  "debt.whatIf.{side}.{when}.medianCover": read(
    "x",
    "interest cover, median company",
    "Median over companies of EBIT over interest.",
  ),
  "debt.whatIf.{side}.ofEbit": measured(
    "±%",
    "change of interest in % of EBIT",
    "Change of the interest of all companies together over their EBIT, losses included.",
  ),
  "debt.whatIf.{side}.ofInterest": measured(
    "±%",
    "change of interest in % of interest",
    "Change of the interest of all companies together over the interest that they pay.",
  ),
  "debt.whatIf.{side}.breakEvenHalf": measured(
    "bp",
    "break-even rise, half of the companies below 1.5",
    `Break-even: the rise of interest rates above which at least half of the companies have cover below 1.5, up to ${FARTHEST_BP} basis points; whatever change was assumed.`,
  ),
  "debt.whatIf.{side}.breakEvenDouble": measured(
    "bp",
    "break-even rise, share below 1 doubled",
    `Break-even: the rise of interest rates above which at least twice as many companies as today have cover below 1, up to ${FARTHEST_BP} basis points; whatever change was assumed.`,
  ),
  "debt.whatIf.{side}.companies": measured("count", "companies measured", "Number of companies."),
};

/** What rates were assumed to do, and what that does to either side. */
export interface Assumed {
  readonly bp: number;
  readonly shocks: Readonly<Record<Side, RateShock>>;
}

const READINGS: readonly (keyof CoverReadings)[] = ["belowOne", "belowOneAndHalf", "medianCover"];
const CHANGES = ["ofEbit", "ofInterest", "breakEvenHalf", "breakEvenDouble"] as const;
export const TIMES = ["now", "assumed"] as const;

type Draft = FigureDraft<keyof typeof WHAT_IF_FIGURES>;

export function whatIfDrafts({ bp, shocks }: Assumed, asOf: (side: Side) => string): readonly Draft[] {
  return [
    {
      family: "debt.whatIf.rates",
      params: {},
      value: bp,
      asOf: [asOf("small"), asOf("large")].sort()[0] ?? "",
    },
    ...SIDES.flatMap((side): Draft[] => {
      const shock = shocks[side];
      const base = { asOf: asOf(side), n: shock.n };
      return [
        ...TIMES.flatMap((time) =>
          READINGS.map(
            (reading): Draft => ({
              ...base,
              family: `debt.whatIf.{side}.{when}.${reading}`,
              params: { side, when: time },
              value: shock[time][reading],
            }),
          ),
        ),
        ...CHANGES.map(
          (change): Draft => ({
            ...base,
            family: `debt.whatIf.{side}.${change}`,
            params: { side },
            value: shock[change],
          }),
        ),
        { ...base, family: "debt.whatIf.{side}.companies", params: { side }, value: shock.n },
      ];
    }),
  ];
}

const ROWS: readonly (readonly [reading: keyof CoverReadings, label: string])[] = [
  ["belowOne", "Companies with cover below 1x"],
  ["belowOneAndHalf", "Companies with cover below 1.5x"],
  ["medianCover", "Interest cover, median"],
];
const key = (side: Side, time: (typeof TIMES)[number], reading: keyof CoverReadings) =>
  `debt.whatIf.${side}.${time}.${reading}`;

export function whatIfTables(): readonly Table[] {
  return [
    {
      title: "Hypothetical: interest cover with other interest rates",
      columns: ["", "Small", "Assumed", "Large", "Assumed"],
      rows: ROWS.map(([reading, label]) => ({
        label,
        cells: SIDES.flatMap((side) => TIMES.map((time) => key(side, time, reading))),
      })),
    },
    {
      title: "Hypothetical: what the interest would cost",
      columns: ["", "Small", "Large"],
      rows: (
        [
          ["ofEbit", "Change of interest, as a share of EBIT"],
          ["ofInterest", "Change of interest, as a share of interest now"],
          ["breakEvenHalf", "Break-even: half below 1.5x"],
          ["breakEvenDouble", "Break-even: share below 1x doubles"],
          ["companies", "Companies measured"],
        ] as const
      ).map(([what, label]) => ({ label, cells: SIDES.map((side) => `debt.whatIf.${side}.${what}`) })),
    },
  ];
}

export const WHAT_IF_NOTES: readonly string[] = [
  "Assumption: interest rates {{debt.whatIf.rates}}, at once and for a year, on all floating debt less what swaps fix",
  "Assumption: EBIT, debt, swaps and all fixed debt stay as they are; nobody refinances or repays",
];

/** Which side has the larger change of companies that do not earn their interest. */
export function whatIfHeadline(view: DebtView, bp: number): string {
  const stale = staleSince(
    view,
    SIDES.map((side) => key(side, "now", "belowOne")),
  );
  const opening = `Hypothetical, interest rates ${bp > 0 ? "higher" : bp < 0 ? "lower" : "unchanged"}: `;
  if (stale !== null) return `${opening}${withheldSince(stale)}`;
  const changed = CALLED.map(([reading, called]) => ({
    called,
    small: changeOf(view, "small", reading),
    large: changeOf(view, "large", reading),
  }));
  if (changed.every(({ small }) => small === null))
    return `${opening}too little is reported of small-caps' floating debt to say`;
  const found = changed.find(({ small }) => small !== null && small !== 0);
  if (found?.small == null) return `${opening}as many small-caps as now would earn their interest`;
  const { called, small, large } = found;
  const way = small > 0 ? "rise" : "fall";
  return `${opening}the share of small-caps that ${called} would ${way}${besideLarge(small, large)}`;
}

const CALLED = [
  ["belowOne", "do not earn their interest"],
  ["belowOneAndHalf", "earn less than one and a half times their interest"],
] as const;

function besideLarge(small: number, large: number | null): string {
  if (large === null) return "";
  if (large === 0) return ", that of large-caps would not";
  const [a, b] = [Math.abs(small), Math.abs(large)];
  if (Math.abs(a - b) < 0.05) return " as much as that of large-caps";
  return ` ${a > b ? "more" : "less"} than that of large-caps`;
}

/** Percentage points; what rounds to nothing is nothing; null: not known. */
function changeOf({ value }: DebtView, side: Side, reading: keyof CoverReadings): number | null {
  const change = combine(
    value(key(side, "now", reading)),
    value(key(side, "assumed", reading)),
    (now, then) => then - now,
  );
  return isAbsent(change) ? null : Math.abs(change) < 0.05 ? 0 : change;
}

const DRAWN = ROWS.filter(([reading]) => reading !== "medianCover");

/** None without a side that has companies: the table says what is missing. */
export function whatIfChart(view: DebtView, bp: number): readonly ChartSpec[] {
  const { value, result, pair } = view;
  const rows = SIDES.flatMap((side) =>
    DRAWN.map(([reading, label]) => {
      const [left, right] = [value(key(side, "now", reading)), value(key(side, "assumed", reading))];
      const gap = combine(left, right, (now, then) => then - now);
      return {
        label: `${side === "small" ? "Small" : "Large"}: ${label.replace(/^Companies with /, "")}`,
        left,
        right,
        gap: `${formatValue(gap, "pp")} pp`,
      };
    }),
  ).filter(({ left, right }) => !isAbsent(left) && !isAbsent(right));
  if (rows.length === 0) return [];
  return [
    {
      kind: "dumbbell",
      id: "debt-what-if",
      asOf: result.asOf,
      title: whatIfHeadline(view, bp),
      subtitle: `Share of companies by interest cover, interest rates ${formatValue(bp, "bp")}, % · ${pair.label} · ${datesOf(result)}`,
      unit: "%",
      left: "As it is",
      right: "Assumed",
      rows,
      alt: `Dumbbell chart of the share of companies whose interest cover is thin, as it is and with interest rates {{debt.whatIf.rates}} (${pair.label}), hypothetical. ${SIDES.flatMap(
        (side) =>
          DRAWN.map(
            ([reading, label]) =>
              `${side === "small" ? "Small" : "Large"}, ${label.toLowerCase()}: {{${key(side, "now", reading)}}}, assumed {{${key(side, "assumed", reading)}}}.`,
          ),
      ).join(" ")}`,
      footnote:
        "Hypothetical: an assumption, not a forecast. Companies outside financials that report EBIT, interest, floating debt and swaps.",
    },
  ];
}
