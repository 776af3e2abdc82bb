import type { BarChart, ChartSpec, DumbbellChart } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { combine, isAbsent } from "../briefing/value.ts";
import { compared } from "./compare.ts";
import { BAND_NAMES, BANDS, type Reading } from "./debt-figures.ts";
import { type DebtView, debtHeadline } from "./debt-headline.ts";
import { datesOf, SIDES } from "./members.ts";

export function debtCharts(view: DebtView): readonly ChartSpec[] {
  return [...floatingChart(view), ...coverChart(view)];
}

const ROWS: readonly (readonly [label: string, reading: Reading])[] = [
  ["Companies, mostly floating", "companiesMostlyFloating"],
  ["Companies, before swaps", "companiesMostlyFloatingBeforeSwaps"],
  ["Debt, floating share", "floatingShareOfDebt"],
  ["Debt, before swaps", "floatingShareOfDebtBeforeSwaps"],
];

/** None without two sides to compare: the table says what is missing. */
function floatingChart(view: DebtView): readonly ChartSpec[] {
  const { value, result, pair } = view;
  const on = (side: string, reading: Reading) => value(`debt.${side}.${reading}`);
  const rows = ROWS.filter(([, reading]) => SIDES.every((side) => !isAbsent(on(side, reading))));
  if (rows.length === 0) return [];
  const chart: DumbbellChart = {
    kind: "dumbbell",
    id: "debt-floating",
    asOf: result.asOf,
    title: debtHeadline(view),
    subtitle: `Debt that resets within 12 months, %, companies outside financials · ${pair.label} · ${datesOf(result)}`,
    unit: "%",
    left: "Small",
    right: "Large",
    rows: rows.map(([label, reading]) => {
      const [left, right] = [on("small", reading), on("large", reading)];
      return {
        label,
        left,
        right,
        gap: `${formatValue(
          combine(left, right, (small, large) => small - large),
          "pp",
        )} pp`,
      };
    }),
    alt: `Dumbbell chart of floating-rate debt, small against large (${pair.label}). ${rows
      .map(([label, reading]) => `${label}: {{debt.small.${reading}}} against {{debt.large.${reading}}}.`)
      .join(" ")}`,
    footnote:
      "Companies: of those with debt, those with over half of it floating. Floating part and swaps reported for {{debt.small.debtExplained}} / {{debt.large.debtExplained}} of debt.",
  };
  return [chart];
}

const OWE = {
  more: "More small-caps than large-caps earn less than the interest they owe",
  less: "Fewer small-caps than large-caps earn less than the interest they owe",
  level: "As many small-caps as large-caps earn less than the interest they owe",
} as const;

function coverChart(view: DebtView): readonly ChartSpec[] {
  const { value, result, pair } = view;
  const zombies = compared(view, "debt.small.zombieShare", "debt.large.zombieShare");
  if (zombies === null) return [];
  const chart: BarChart = {
    kind: "bar",
    id: "debt-cover",
    asOf: result.asOf,
    title: OWE[zombies],
    subtitle: `Share of companies by interest cover, EBIT over interest, % · ${pair.label} · ${datesOf(result)}`,
    unit: "%",
    groups: BANDS.map((band) => BAND_NAMES[band]),
    series: SIDES.map((side) => ({
      name: side === "small" ? "Small" : "Large",
      emphasis: side === "small" ? "primary" : "secondary",
      values: BANDS.map((band) => value(`debt.${side}.cover.${band}`)),
    })),
    alt: `Bar chart of the share of companies by interest cover (${pair.label}). ${BANDS.map(
      (band) =>
        `${BAND_NAMES[band]}: small {{debt.small.cover.${band}}}, large {{debt.large.cover.${band}}}.`,
    ).join(" ")}`,
    footnote:
      "Companies outside financials that pay interest. Median cover: {{debt.small.interestCoverMedian}} small, {{debt.large.interestCoverMedian}} large. Below one: {{debt.small.zombieShare}} / {{debt.large.zombieShare}}.",
  };
  return [chart];
}
