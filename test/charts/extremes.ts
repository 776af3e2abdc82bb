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
import { EXAMPLES } from "./examples.ts";

const LONG =
  "Firms of the smallest three deciles by NYSE breakpoints, rebalanced each June, delisting returns included";
const WORDS =
  "Past performance is not a reliable indicator of future results and markets can fall as well as rise. ";
const NO_EARNINGS = absent("not_meaningful", "aggregate earnings are negative");
const NO_DATA = absent(
  "unavailable",
  "the source has no estimates; load a constituents.csv with eps_fy1 and eps_fy2 to see it here",
);

const BASE = {
  title: "An unusual chart",
  subtitle: "Something measured, pp · one side / another side",
  unit: "pp",
  alt: "An unusual chart in words.",
  footnote: WORDS,
} as const;
const FRAME = { sourceLine: "Source: a test", sample: false, firm: "A firm" } as const;

const line = (id: string, part: Partial<LineChart>): LineChart => ({
  ...BASE,
  kind: "line",
  id,
  axis: "months",
  series: [],
  bands: [],
  marks: [],
  reference: null,
  ...part,
});
const dots = (id: string, rows: DotsChart["rows"]): DotsChart => ({
  ...BASE,
  kind: "dots",
  intervalLabel: "95% range",
  id,
  rows,
});
const dumbbell = (
  id: string,
  rows: DumbbellChart["rows"],
  part: Partial<DumbbellChart> = {},
): DumbbellChart => ({
  ...BASE,
  kind: "dumbbell",
  id,
  unit: "x",
  left: "Small",
  right: "Large",
  rows,
  ...part,
});
const bar = (id: string, groups: readonly string[], series: BarChart["series"]): BarChart => ({
  ...BASE,
  kind: "bar",
  id,
  unit: "%",
  groups,
  series,
});

const panels = (id: string, list: PanelsChart["panels"], part: Partial<PanelsChart> = {}): PanelsChart => ({
  ...BASE,
  kind: "panels",
  id,
  xLabel: "Months",
  panels: list,
  reference: 0,
  ...part,
});

const gauges = (id: string, rows: GaugesChart["rows"], part: Partial<GaugesChart> = {}): GaugesChart => ({
  ...BASE,
  kind: "gauges",
  id,
  thresholds: ["Warns", "Fires"],
  rows,
  ...part,
});

const range = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const wave = (at: number): number => Math.round(Math.sin(at * 1.7) * 1000) / 100;

const SPECS: readonly ChartSpec[] = [
  line("line-empty", { series: [{ name: "Nothing", emphasis: "primary", points: [] }] }),
  line("line-no-series", { axis: "date" }),
  line("line-one-point", {
    axis: "date",
    reference: 0,
    series: [{ name: "One", emphasis: "primary", points: [["2026-11-19", 3.2]] }],
  }),
  line("line-two-days", {
    axis: "date",
    series: [
      {
        name: "Two",
        emphasis: "primary",
        points: [
          ["2026-11-19", 1],
          ["2026-11-20", 1.00001],
        ],
      },
    ],
  }),
  line("line-flat", {
    unit: "index",
    reference: 100,
    series: [{ name: "Flat", emphasis: "primary", points: range(12, (x) => [x, 100]) }],
  }),
  line("line-thirty-muted", {
    reference: 0,
    xLabel: "Months",
    series: [
      ...range(30, (n) => ({
        name: `Cycle ${n + 1}`,
        emphasis: "muted" as const,
        points: range(25, (x) => [x, wave(n) * (x / 12)] as const),
      })),
      { name: "This cycle", emphasis: "primary", points: range(25, (x) => [x, x / 3] as const) },
    ],
  }),
  line("line-full-column", {
    axis: "date",
    series: range(9, (n) => ({
      name: `Reading number ${n + 1}`,
      emphasis: n === 0 ? "primary" : "muted",
      points: range(12, (m) => [`2026-${String(m + 1).padStart(2, "0")}-01`, wave(n + m)] as const),
    })),
    xLabel: "Month",
    bands: [{ from: "2026-02", to: "2026-04", label: "Recession" }],
    marks: [{ x: "2026-06-17", label: "Fed cut" }],
    reference: 0,
  }),
  line("line-same-end", {
    series: range(4, (n) => ({
      name: `Reading ${n + 1}`,
      emphasis: n % 2 === 0 ? "primary" : "secondary",
      points: range(9, (x) => [x, x < 8 ? wave(n + x) : 4] as const),
    })),
  }),
  line("line-inner-ends", {
    reference: 0,
    series: range(7, (n) => ({
      name: `Stops at ${n * 3 + 3}`,
      emphasis: n === 6 ? "primary" : "muted",
      points: range(n * 3 + 4, (x) => [x, x * (n - 3)] as const),
    })),
  }),
  line("line-huge", {
    unit: "index",
    reference: 100,
    series: [
      { name: "Growth", emphasis: "primary", points: range(100, (x) => [x, 100 * 1.2 ** x] as const) },
    ],
  }),
  line("line-names", {
    series: [
      { name: LONG, emphasis: "primary", points: range(9, (x) => [x, wave(x)] as const) },
      { name: "小型株指数", emphasis: "secondary", points: range(9, (x) => [x, wave(x + 2)] as const) },
      { name: "Малая капитализация", emphasis: "accent", points: range(9, (x) => [x, wave(x + 4)] as const) },
    ],
  }),
  line("line-many-marks", {
    axis: "date",
    series: [
      {
        name: "Index",
        emphasis: "primary",
        points: range(40, (y) => [`${1980 + y}-01-31`, wave(y)] as const),
      },
    ],
    marks: range(40, (y) => ({ x: `${1980 + y}-06-15`, label: `Decision number ${y + 1}` })),
    bands: [
      { from: "1970-01", to: "1981-06", label: "Recession" },
      { from: "1990-07", to: "1991-03", label: "Slowdown" },
    ],
  }),
  dots("dots-empty", []),
  dots("dots-one-row-25", [
    {
      label: "All",
      detail: "25 cycles",
      dots: range(25, (n) => ({ label: String(1900 + n * 5), value: wave(n) / 2 })),
      mean: 0.4,
      interval: [-1, 1.8],
    },
  ]),
  dots(
    "dots-three-rows-25",
    range(3, (row) => ({
      label: `Row ${row + 1}`,
      detail: "25 cycles",
      dots: range(25, (n) => ({ label: String(1900 + n * 5), value: wave(n + row) / 2 })),
      mean: 0.4,
      interval: [-1, 1.8] as const,
    })),
  ),
  dots("dots-equal", [
    {
      label: "Equal",
      detail: "",
      dots: range(4, (n) => ({ label: String(2000 + n), value: 2 })),
      mean: 2,
      interval: [2, 2],
    },
  ]),
  dots("dots-absent", [
    { label: "Nothing yet", detail: "0 cycles", dots: [], mean: NO_DATA, interval: null },
    {
      label: "Too few",
      detail: "1 cycle",
      dots: [{ label: "2024", value: -6.1 }],
      mean: absent("too_few_points", "1 cycle"),
      interval: null,
    },
  ]),
  dots(
    "dots-thirty-rows",
    range(30, (n) => ({
      label: `Row ${n + 1}`,
      detail: "7 cycles",
      dots: [{ label: "1990", value: wave(n) }],
      mean: wave(n),
      interval: null,
    })),
  ),
  dumbbell("dumbbell-empty", []),
  dumbbell("dumbbell-absent", [
    { label: "All companies", left: NO_EARNINGS, right: 22.8, gap: "n/m" },
    { label: "Median", left: 16.2, right: NO_EARNINGS, gap: "n/m" },
    { label: "Forward", left: NO_DATA, right: NO_DATA, gap: "" },
  ]),
  dumbbell("dumbbell-equal", [
    { label: "Equal", left: 20, right: 20, gap: "0.0%" },
    { label: "Nearly equal", left: 20.1, right: 20, gap: "+0.5%" },
  ]),
  dumbbell("dumbbell-all-absent", [{ label: "Forward", left: NO_EARNINGS, right: NO_EARNINGS, gap: "" }]),
  dumbbell("dumbbell-huge", [
    { label: "All companies", left: 400, right: 22.8, gap: "+1,654.4%" },
    { label: "Smallest", left: 1, right: 3.2, gap: "−68.8%" },
  ]),
  dumbbell("dumbbell-negative", [
    { label: "Interest cover", left: -1.8, right: 6.4, gap: "−128.1%" },
    { label: "Other", left: -0.4, right: -0.9, gap: "+55.6%" },
  ]),
  dumbbell(
    "dumbbell-forty-rows",
    range(40, (n) => ({ label: `Definition ${n + 1}`, left: 10 + n, right: 20, gap: `${n}%` })),
  ),
  dumbbell(
    "dumbbell-names",
    [
      { label: LONG, left: 12, right: 14, gap: "−14.3% of the larger side, rounded to one decimal" },
      { label: "全社", left: 11, right: 14, gap: "−21.4%" },
    ],
    { left: LONG, right: `Large: ${LONG}` },
  ),
  bar("bar-empty", [], []),
  bar(
    "bar-absent",
    ["2025", "2026"],
    [{ name: "Small", emphasis: "primary", values: [NO_EARNINGS, NO_DATA] }],
  ),
  bar(
    "bar-fifty-groups",
    range(50, (n) => `Oct ${1977 + n}`),
    [
      { name: "Small", emphasis: "primary", values: range(50, wave) },
      { name: "Large", emphasis: "secondary", values: range(50, (n) => wave(n + 1)) },
      { name: "Others", emphasis: "muted", values: range(50, (n) => (n % 9 === 0 ? NO_DATA : wave(n + 2))) },
    ],
  ),
  bar(
    "bar-zero",
    ["A", "B"],
    [{ name: "Zero", emphasis: "primary", values: [0, 0], errors: [[0, 0], null] }],
  ),
  bar(
    "bar-negative",
    ["A group with quite a long name", "B", LONG],
    [
      { name: "Small", emphasis: "primary", values: [-3, -400, -0.1], errors: [[-9, 2], [-420, -380], null] },
      { name: LONG, emphasis: "secondary", values: [-1, -2, -3] },
    ],
  ),
  gauges("gauges-empty", []),
  gauges("gauges-absent", [
    { label: "Nothing", detail: "", position: NO_DATA, text: "n/a", emphasis: "muted" },
    { label: LONG, detail: LONG, position: 1e9, text: LONG, emphasis: "secondary" },
    { label: "Far", detail: "quiet", position: -1e9, text: "0.00", emphasis: "primary" },
  ]),
  gauges(
    "gauges-forty",
    range(40, (n) => ({
      label: `Trigger ${n + 1}`,
      detail: "quiet",
      position: wave(n) / 3,
      text: `${n} bp`,
      emphasis: "accent",
    })),
    { thresholds: [LONG, ""] },
  ),
  panels("panels-empty", []),
  panels("panels-all-empty", [{ label: "Nothing", emphasis: "primary", points: [], reason: "no data" }]),
  panels("panels-one-point", [{ label: "One", emphasis: "primary", points: [[0, 0]] }]),
  panels("panels-one", [
    { label: LONG, emphasis: "accent", points: range(37, (x) => [x, wave(x)] as const) },
  ]),
  panels("panels-absent", [
    { label: "There", emphasis: "primary", points: range(13, (x) => [x, wave(x)] as const) },
    { label: "Not there", emphasis: "primary", points: [], reason: `${LONG}; ${LONG}` },
    { label: "Nor there", emphasis: "primary", points: [] },
  ]),
  panels(
    "panels-forty",
    range(40, (n) => ({
      label: `Recession of ${1900 + n * 3}`,
      emphasis: n % 2 === 0 ? "primary" : "secondary",
      points: range(37, (x) => [x, wave(n) * x * 40] as const),
    })),
    { reference: null, xLabel: LONG },
  ),
  panels(
    "panels-flat",
    range(5, (n) => ({
      label: `Flat ${n}`,
      emphasis: "muted",
      points: range(4, (x) => [x * 100, 1e6] as const),
    })),
  ),
  {
    ...dots(
      "long-texts",
      range(2, (n) => ({
        label: `Row ${n}`,
        detail: "",
        dots: [{ label: "1990", value: n }],
        mean: n,
        interval: null,
      })),
    ),
    title: `${LONG} ${LONG} ${LONG}`,
    subtitle: `${LONG} · ${LONG}`,
    footnote: WORDS.repeat(8),
  },
  line("object-names", {
    series: ["__proto__", "constructor", "toString", "prev"].map((name, n) => ({
      name,
      emphasis: n === 0 ? "primary" : "muted",
      points: range(5, (x) => [x, x * n] as const),
    })),
  }),
  line("markup", {
    series: [
      {
        name: "<b>&\"'</b> {a|x}",
        emphasis: "primary",
        points: [
          [0, 1],
          [1, 2],
        ],
      },
    ],
    xLabel: "x < y & z",
  }),
];

/** What no topic should send but some market will: nothing may throw, overlap or vanish unsaid. */
export const EXTREMES: Readonly<Record<string, FramedChart>> = {
  ...Object.fromEntries(SPECS.map((spec) => [spec.id, { spec, frame: FRAME }])),
  ...Object.fromEntries(
    Object.entries(EXAMPLES).map(([name, { spec, frame }]) => [
      `sample-${name}`,
      {
        spec: { ...spec, id: `sample-${name}` },
        frame: { ...frame, sample: true, firm: `${LONG} & Company` },
      },
    ]),
  ),
};
