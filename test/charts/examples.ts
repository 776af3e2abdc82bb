import type {
  BarChart,
  ChartSpec,
  DotsChart,
  DumbbellChart,
  FramedChart,
  GaugesChart,
  LineChart,
  PanelsChart,
} from "../../src/briefing/chart.ts";
import { absent } from "../../src/briefing/value.ts";

const PAIR = "Russell 2000 / S&P 500";
const PAST = "Past performance is not a reliable indicator of future results.";
const FRAME = {
  sourceLine:
    "Source: your index-level export, to 19 Nov 2026, retrieved 20 Nov 2026 07:10 UTC; Federal Reserve; NBER",
  sample: false,
  firm: "Aldgate Private Wealth",
} as const;

/** A reproducible walk: 48271 modulo the Mersenne prime 2^31 - 1 (Lehmer). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function framed(spec: ChartSpec, sample = false): FramedChart {
  return { spec, frame: { ...FRAME, sample } };
}

const ratecut: DotsChart = {
  kind: "dots",
  intervalLabel: "95% range",
  id: "ratecut-dots",
  title: "First cuts and all cuts tell different stories",
  subtitle: `Small minus large 12 months after Fed cuts, total return, pp · ${PAIR}`,
  unit: "pp",
  alt: "Mean relative return 12 months after Fed cuts: all cuts +5.2 pp, first cuts −3.1 pp, scheduled cuts +3.4 pp.",
  footnote: `Each dot is the mean of one easing cycle, named by its first year. 58 cuts from 1990 to 2025 are 7 episodes: too few to conclude. Interval: 95% block bootstrap over cycles. ${PAST} No costs.`,
  rows: [
    {
      label: "All cuts (58)",
      detail: "7 cycles",
      dots: [
        { label: "1990", value: 8.1 },
        { label: "1995", value: -7.4 },
        { label: "1998", value: -3.2 },
        { label: "2001", value: 14.8 },
        { label: "2007", value: 6.9 },
        { label: "2019", value: -1.1 },
        { label: "2024", value: -5.9 },
      ],
      mean: 5.2,
      interval: [-2.4, 9],
    },
    {
      label: "First cut of a cycle (7)",
      detail: "one a cycle",
      dots: [
        { label: "1990", value: -9.8 },
        { label: "1995", value: -8.3 },
        { label: "1998", value: 1.9 },
        { label: "2001", value: 11.7 },
        { label: "2007", value: -6.4 },
        { label: "2019", value: -4.7 },
        { label: "2024", value: -6.1 },
      ],
      mean: -3.1,
      interval: [-8.2, 2.9],
    },
    {
      label: "Scheduled only (45)",
      detail: "7 cycles",
      dots: [
        { label: "1990", value: 7.2 },
        { label: "1995", value: -7.4 },
        { label: "1998", value: -2.6 },
        { label: "2001", value: 12.1 },
        { label: "2007", value: 4.4 },
        { label: "2019", value: -1.8 },
        { label: "2024", value: -5.9 },
      ],
      mean: 3.4,
      interval: [-3.6, 8.1],
    },
  ],
};

const valuation: DumbbellChart = {
  kind: "dumbbell",
  id: "valuation-dumbbell",
  title: "Loss-makers turn a discount into a premium",
  subtitle: `Forward P/E (x), next 12 months, four definitions · ${PAIR}`,
  unit: "x",
  alt: "Forward P/E: all companies 27.4x small, 22.8x large; without loss-makers 17.9x and 22.1x; median of profitable 16.2x and 19.6x; profitable in the last 12 months 18.3x and 22.2x.",
  footnote:
    "Loss-makers: 31% of small-caps (14% by value) v 4% (1%). Covered by estimates: 96% / 99% of value. The definition decides the sign. Estimates change. Not advice.",
  left: "Small",
  right: "Large",
  rows: [
    { label: "All companies", left: 27.4, right: 22.8, gap: "+20.2%" },
    { label: "Without loss-makers", left: 17.9, right: 22.1, gap: "−19.0%" },
    { label: "Median (profitable)", left: 16.2, right: 19.6, gap: "−17.3%" },
    { label: "Profitable last 12 months", left: 18.3, right: 22.2, gap: "−17.6%" },
  ],
};

function dailyIndex(): [string, number][] {
  const next = noise(7);
  const points: [string, number][] = [];
  let level = 100;
  for (let day = 0; day <= 365; day += 1) {
    const date = new Date(Date.UTC(2025, 10, 19 + day));
    if (date.getUTCDay() % 6 === 0) continue;
    points.push([date.toISOString().slice(0, 10), Number(level.toFixed(3))]);
    level *= 1 + next() * 0.011 - 0.00012;
  }
  return points;
}

const performance: LineChart = {
  kind: "line",
  id: "performance-relative",
  title: "Small against large over twelve months: no lasting lead",
  subtitle: `Relative total-return index, 100 = 19 Nov 2025, USD · ${PAIR}`,
  unit: "index",
  alt: "Small relative to large over twelve months, 100 on 19 November 2025.",
  footnote: `Small-cap total-return index divided by large-cap total-return index, rebased. Close of 19 Nov 2026. ${PAST}`,
  axis: "date",
  series: [{ name: "Small / large", emphasis: "primary", points: dailyIndex() }],
  bands: [],
  marks: [
    { x: "2025-12-10", label: "Fed cut" },
    { x: "2026-06-17", label: "Fed cut" },
    { x: "2026-09-16", label: "Fed cut" },
  ],
  reference: 100,
};

function monthlyIndex(from: number, to: number, seed: number, drift: number): [string, number][] {
  const next = noise(seed);
  const points: [string, number][] = [];
  let level = 100;
  for (let month = 0; month < (to - from) * 12 - 1; month += 1) {
    points.push([isoDay(from, month + 1, 0), Number(level.toFixed(3))]);
    level *= 1 + next() * 0.06 + drift * Math.sin(month / 40);
  }
  return points;
}

const RECESSIONS = [
  ["1980-01", "1980-07"],
  ["1981-07", "1982-11"],
  ["1990-07", "1991-03"],
  ["2001-03", "2001-11"],
  ["2007-12", "2009-06"],
  ["2020-02", "2020-04"],
] as const;

const CUTS = [
  1990, 1991, 1992, 1995, 1996, 1998, 2001, 2002, 2003, 2007, 2008, 2019, 2020, 2024, 2025,
].flatMap((year) => [1, 4, 8, 11].map((month) => ({ x: isoDay(year, month, 15), label: "Fed cut" })));

const history: LineChart = {
  kind: "line",
  id: "performance-history",
  title: "Small-caps led for years and lagged for years",
  subtitle: `Relative total-return index, 100 = Jan 1979, monthly, USD · ${PAIR}`,
  unit: "index",
  alt: "Small relative to large since 1979, with recessions shaded and Fed cuts marked.",
  footnote: `Small-cap total-return index divided by large-cap total-return index. Recessions as dated by NBER. ${PAST}`,
  axis: "date",
  series: [{ name: "Small / large", emphasis: "primary", points: monthlyIndex(1979, 2027, 11, 0.006) }],
  bands: RECESSIONS.map(([from, to]) => ({ from, to, label: "Recession (NBER)" })),
  marks: CUTS,
  reference: 100,
};

function cyclePath(seed: number, months: number, drift: number): [number, number][] {
  const next = noise(seed);
  const points: [number, number][] = [];
  let level = 0;
  for (let month = 0; month <= months; month += 1) {
    points.push([month, Number(level.toFixed(2))]);
    level += next() * 4 + drift;
  }
  return points;
}

const CYCLES = [
  ["1990", 21, 0.5],
  ["1995", 33, -0.5],
  ["1998", 45, 0.15],
  ["2001", 57, 0.9],
  ["2007", 69, -0.1],
  ["2019", 82, -0.35],
] as const;

const cycles: LineChart = {
  kind: "line",
  id: "ratecut-cycles",
  title: "This cycle runs below most of its predecessors",
  subtitle: `Small minus large since the first cut, total return, pp · ${PAIR}`,
  unit: "pp",
  alt: "Relative return over 24 months after each first cut; the cycle of 2024 stands at month 14.",
  footnote: `Cumulative total return of small minus large from the month of the first cut. 7 cycles: too few to conclude. ${PAST}`,
  axis: "months",
  xLabel: "Months after the first cut of the cycle",
  series: [
    ...CYCLES.map(([name, seed, drift]) => ({
      name,
      emphasis: "muted" as const,
      points: cyclePath(seed, 24, drift),
    })),
    { name: "2024 (this cycle)", emphasis: "primary", points: cyclePath(95, 14, -0.5) },
  ],
  bands: [],
  marks: [],
  reference: 0,
};

const discrete: BarChart = {
  kind: "bar",
  id: "performance-discrete",
  title: "Large-caps were ahead in four of the last five years",
  subtitle: `Total return in discrete years to 31 October, %, USD · ${PAIR}`,
  unit: "%",
  alt: "Discrete years to October: 2022 small −18.5%, large −14.6%; 2023 −8.6% and 10.1%; 2024 34.1% and 38.0%; 2025 14.4% and 21.5%; 2026 11.2% and 9.8%.",
  footnote: `Twelve months to the end of October of each year, dividends reinvested, no costs. ${PAST}`,
  groups: ["Oct 2022", "Oct 2023", "Oct 2024", "Oct 2025", "Oct 2026"],
  series: [
    { name: "Small", emphasis: "primary", values: [-18.5, -8.6, 34.1, 14.4, 11.2] },
    { name: "Large", emphasis: "secondary", values: [-14.6, 10.1, 38, 21.5, 9.8] },
  ],
};

const premium: BarChart = {
  kind: "bar",
  id: "premium-windows",
  title: "The premium shrinks as the window moves on",
  subtitle:
    "Mean annual SMB return by start year, %, with 95% interval · smallest 30% / largest 30% by NYSE size",
  unit: "%",
  alt: "Mean annual size premium: since 1926 2.1%, since 1963 1.9%, since 1981 0.4%, since 1990 not meaningful.",
  footnote: `Fama–French SMB, value-weighted, monthly, annualised by 12. Intervals: Newey–West, 12 lags. ${PAST}`,
  groups: ["Since 1926", "Since 1963", "Since 1981", "Since 1990"],
  series: [
    {
      name: "SMB",
      emphasis: "primary",
      values: [2.1, 1.9, 0.4, absent("not_meaningful", "fewer than 40 years")],
      errors: [[0.1, 4.1], [-0.4, 4.2], [-2.3, 3.1], null],
    },
  ],
};

const century: LineChart = {
  ...history,
  id: "premium-century",
  title: "A hundred years of small against large: most of the lead was earned in a few decades",
  subtitle: "Growth of 100 since 1926 · smallest 30% / largest 30% by NYSE size (Kenneth R. French), USD",
  series: [
    {
      name: "Smallest 30% by NYSE size",
      emphasis: "primary",
      points: monthlyIndex(1926, 2027, 3, 0.001).map(([x, y], at) => [x, y * 1.0095 ** at]),
    },
    {
      name: "Largest 30% by NYSE size",
      emphasis: "secondary",
      points: monthlyIndex(1926, 2027, 5, 0.001).map(([x, y], at) => [x, y * 1.0078 ** at]),
    },
  ],
  bands: RECESSIONS.map(([from, to]) => ({ from, to, label: "Recession (NBER)" })),
  marks: [],
  reference: null,
};

const decisions: LineChart = {
  ...performance,
  id: "performance-decisions",
  title: "Each of the year's three decisions, and what followed it",
  marks: [
    { x: "2025-12-10", label: "−25 bp" },
    { x: "2026-06-17", label: "−50 bp" },
    { x: "2026-09-16", label: "−25 bp, unscheduled" },
  ],
};

const RECOVERIES = ["Mar 1975", "Jul 1980", "Nov 1982", "Mar 1991", "Nov 2001", "Jun 2009", "Apr 2020"];
const recoveries: PanelsChart = {
  kind: "panels",
  id: "recovery-paths",
  title: "Small-caps were ahead three years after five of six troughs",
  subtitle: `Small minus large since each trough, total return, pp · ${PAIR}`,
  unit: "pp",
  xLabel: "Months after the trough",
  reference: 0,
  panels: RECOVERIES.map((label, at) => {
    const step = noise(at + 11);
    const slope = [2, 1.4, -0.3, 0.7, 1.6, 0.2, -0.4][at] ?? 0;
    const months = at === 6 ? 20 : 37;
    return {
      label,
      emphasis: slope > 0 ? "primary" : "secondary",
      points: Array.from({ length: months }, (_, x) => [x, x === 0 ? 0 : x * slope + 12 * step()] as const),
    };
  }),
  alt: "Seven small line charts of small minus large over three years after each trough.",
  footnote: `The number is the last month drawn. ${PAST}`,
};

const GAUGES: readonly (readonly [
  string,
  string,
  number,
  string,
  GaugesChart["rows"][number]["emphasis"],
])[] = [
  ["2-year yield over the target", "25 / 50 bp", 0.92, "+48 bp · fired", "secondary"],
  ["High-yield spread", "4.50 / 5.00", 0.3, "4.65 · warning", "accent"],
  ["Volatility index (VIX)", "20.65 / 30.00", -0.5, "15.99", "primary"],
  ["Initial claims", "10 / 20%", -0.98, "0.2%", "primary"],
  ["Sahm rule", "0.30 / 0.50", -1.15, "0.07", "primary"],
  ["National activity (CFNAI)", "\u22120.35 / \u22120.70", -6.2, "1.82", "primary"],
];
const gauges: GaugesChart = {
  kind: "gauges",
  id: "risks-gauges",
  title: "Of six triggers that can be read, one fired, one warns",
  subtitle: `Latest print of each trigger, on the way from calm to firing \u00b7 ${PAIR}`,
  unit: "level",
  thresholds: ["Warns", "Fires"],
  rows: GAUGES.map(([label, detail, position, text, emphasis]) => ({
    label,
    detail,
    position,
    text,
    emphasis,
  })),
  alt: "Gauges of six triggers, nearest to firing first: the 2-year yield over the target has fired, the high-yield spread warns.",
  footnote:
    "Two prints in a row beyond a threshold fire it. A dot with an arrow stands further off than drawn.",
};

/** Every kind as topics use it: their drawings are the goldens. */
export const EXAMPLES: Readonly<Record<string, FramedChart>> = {
  ratecut: framed(ratecut),
  valuation: framed(valuation),
  performance: framed(performance),
  history: framed(history),
  cycles: framed(cycles),
  discrete: framed(discrete),
  premium: framed(premium),
  century: framed(century),
  decisions: framed(decisions),
  recoveries: framed(recoveries),
  gauges: framed(gauges),
  sample: framed({ ...ratecut, id: "ratecut-sample" }, true),
};
