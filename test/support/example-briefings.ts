import type { Briefing, Firm, Table } from "../../src/briefing/briefing.ts";
import type { ChartSpec, DumbbellChart } from "../../src/briefing/chart.ts";
import { type Figure, makeFigure, type Source, type Unit } from "../../src/briefing/figure.ts";
import { formatFigure, formatValue } from "../../src/briefing/format.ts";
import type { Narrative } from "../../src/briefing/narrative.ts";
import { absent, isAbsent, type Value } from "../../src/briefing/value.ts";

/**
 * Named example briefings with invented numbers, fed to every renderer's tests. Each is complete: every table
 * cell names a figure, every figure has its definition, date and source.
 */

const AS_OF = "2026-11-19";
const PAST = "Past performance is not a reliable indicator of future results; no costs are deducted.";

/** Fictitious. */
const FIRM: Firm = { name: "Example Wealth LLP", disclaimer: "For internal use only." };

const HOLDINGS: Source = {
  provider: "your FactSet export",
  dataset: "constituents with estimates",
  asOf: AS_OF,
  retrievedAt: "2026-11-20T07:10:00Z",
  licence: "your FactSet contract: not for redistribution",
  contentHash: "3b1f".repeat(16),
};
const LEVELS: Source = {
  provider: "your index-level export",
  dataset: "total-return index levels, monthly",
  asOf: "2026-10-31",
  retrievedAt: "2026-11-20T07:10:00Z",
  licence: "your contract: internal use",
  contentHash: "9c04".repeat(16),
};
const POLICY: Source = {
  provider: "Federal Reserve",
  dataset: "target rate decisions",
  asOf: "2026-10-29",
  retrievedAt: "2026-11-20",
  licence: "public domain",
  contentHash: "71ad".repeat(16),
};
const SYNTHETIC: Source = {
  provider: "smallcaps sample generator",
  dataset: "synthetic index levels, seed 7",
  asOf: AS_OF,
  retrievedAt: AS_OF,
  licence: "synthetic: free to use",
  contentHash: "0a5e".repeat(16),
};

type FigureRow = readonly [key: string, label: string, unit: Unit, value: Value, more?: Partial<Figure>];

/** @param common what the figures of one briefing share */
function figuresOf(
  common: Pick<Figure, "asOf" | "definition" | "sources">,
  rows: readonly FigureRow[],
): readonly Figure[] {
  return rows.map(([key, label, unit, value, more]) =>
    makeFigure({ key, label, unit, value, ...common, ...more }),
  );
}

/** @param columns without the first, the row labels', which has no head */
function table(title: string, columns: readonly string[], rows: Record<string, readonly string[]>): Table {
  return {
    title,
    columns: ["", ...columns],
    rows: Object.entries(rows).map(([label, cells]) => ({ label, cells })),
  };
}

// ---- valuation ----

const VARIANTS = [
  ["aggIncl", "All companies", 27.4312, 22.8119],
  ["aggExLoss", "Without loss-makers", 17.9021, 22.1044],
  ["median", "Median (profitable)", 16.2188, 19.6127],
  ["profitable", "Profitable last 12m", 18.3005, 22.2091],
] as const;

function valuationFigures(): readonly Figure[] {
  const definition =
    "Sum of market values over sum of consensus earnings for the next twelve months (FY1 and FY2 weighted by time), loss-making companies included where the row says so.";
  const multiples = VARIANTS.flatMap(([variant, label, small, large]): FigureRow[] => [
    [`valuation.small.${variant}.pe`, `Forward P/E, small, ${label}`, "x", small, { n: 1_912 }],
    [`valuation.large.${variant}.pe`, `Forward P/E, large, ${label}`, "x", large, { n: 499 }],
    [`valuation.discount.${variant}`, `Gap, ${label}`, "%", (small / large - 1) * 100, { signed: true }],
  ]);
  return figuresOf({ asOf: AS_OF, definition, sources: [HOLDINGS] }, [
    ...multiples,
    [
      "valuation.small.lossShareCount",
      "Loss-makers, small, by number",
      "%",
      31.1,
      { n: 1_912, definition: "Companies with a loss over the last twelve months, share of all." },
    ],
    [
      "valuation.large.lossShareCount",
      "Loss-makers, large, by number",
      "%",
      4.0,
      { n: 499, definition: "Companies with a loss over the last twelve months, share of all." },
    ],
    [
      "valuation.percentile20y.aggExLoss",
      "Gap without loss-makers in its 20 years",
      "percentile",
      24,
      { n: 240, definition: "Share of the last 240 months with a lower gap." },
    ],
  ]);
}

function valuation(): Briefing {
  const chart: ChartSpec = {
    id: "valuation-dumbbell",
    kind: "dumbbell",
    title: "Loss-makers turn a discount into a premium",
    subtitle: "Forward P/E (x), Russell 2000 / S&P 500, four definitions",
    unit: "x",
    alt: "Forward P/E of small and large companies by four definitions: with all companies 27.4x against 22.8x; without loss-makers 17.9x against 22.1x; median of profitable companies 16.2x against 19.6x; profitable in the last twelve months 18.3x against 22.2x.",
    footnote: "Estimates cover 96% of small and 99% of large company value. Estimates change.",
    left: "Small",
    right: "Large",
    rows: VARIANTS.map(([, label, left, right]) => ({
      label,
      left,
      right,
      gap: formatValue((left / right - 1) * 100, "%", true),
    })),
  };
  return {
    id: "5f0c1b7a9d3e2468",
    command: "valuation variant=all",
    topic: "valuation",
    dataMode: "live",
    pair: "Russell 2000 / S&P 500",
    pairDetail: {
      small: "Russell 2000, constituents on 19 Nov 2026",
      large: "S&P 500, constituents on 19 Nov 2026",
    },
    asOf: AS_OF,
    headline: "Russell 2000 trades below the S&P 500 without loss-makers, above it with them",
    subtitle: "Forward P/E, next 12 months · close 19 Nov 2026 · USD",
    hypothetical: false,
    figures: valuationFigures(),
    tables: [
      table(
        "Forward P/E by definition",
        ["Small", "Large", "Gap"],
        Object.fromEntries(
          VARIANTS.map(([variant, label]) => [
            label,
            [
              `valuation.small.${variant}.pe`,
              `valuation.large.${variant}.pe`,
              `valuation.discount.${variant}`,
            ],
          ]),
        ),
      ),
      table("Loss-makers", ["Small", "Large"], {
        "Share by number": ["valuation.small.lossShareCount", "valuation.large.lossShareCount"],
      }),
    ],
    notes: [
      "Loss-makers: 31.1% of small-caps by number, against 4.0% of large-caps.",
      "The gap without loss-makers is at the 24th percentile of its 20 years.",
    ],
    charts: [chart],
    caveats: [
      "The definition decides the sign: read the gap together with the share of loss-makers.",
      "Estimates change.",
      "Not advice.",
    ],
    sources: [HOLDINGS],
    firm: FIRM,
  };
}

// ---- rate cuts ----

const CYCLES = [
  ["1990", -2.1],
  ["1995", -7.4],
  ["1998", 5.2],
  ["2001", 8.9],
  ["2007", -3.6],
  ["2019", -9.8],
  ["2024", -12.9],
] as const;

function ratecutFigures(): readonly Figure[] {
  const definition =
    "Total return of small minus large from the last close before the announcement, averaged over the cuts in the group; USD, no costs.";
  const horizon = (h: string, all: number, first: number, base: number): FigureRow[] => [
    [`ratecut.all.${h}.mean`, `All cuts, ${h}, mean`, "pp", all, { n: 54 }],
    [`ratecut.first.${h}.mean`, `First cut of a cycle, ${h}, mean`, "pp", first, { n: 7 }],
    [`ratecut.base.${h}.mean`, `Any month, ${h}, mean`, "pp", base, { n: 430 }],
  ];
  return figuresOf({ asOf: "2026-10-31", definition, sources: [LEVELS, POLICY] }, [
    ...horizon("6m", 2.6411, -5.4102, -0.2031),
    ...horizon("12m", 5.2239, -3.1057, -0.7012),
    ...horizon("24m", 10.1483, -3.9204, -2.9877),
    ["ratecut.all.12m.ciLow", "All cuts, 12m, 95% range from", "pp", -2.3711, { n: 54 }],
    ["ratecut.all.12m.ciHigh", "All cuts, 12m, 95% range to", "pp", 9.0402, { n: 54 }],
    ["ratecut.cycles", "Cycles", "count", 7, { definition: "Runs of cuts without a rise in between." }],
  ]);
}

function ratecut(): Briefing {
  const chart: ChartSpec = {
    id: "ratecut-cycles",
    kind: "dots",
    intervalLabel: "95% range",
    title: "First cuts and all cuts tell different stories",
    subtitle: "Relative total return 12 months after Fed cuts, pp, Russell 2000 / S&P 500",
    unit: "pp",
    alt: "Small minus large 12 months after Fed cuts, in percentage points. First cuts of seven cycles: 1990 −2.1, 1995 −7.4, 1998 +5.2, 2001 +8.9, 2007 −3.6, 2019 −9.8, 2024 −12.9; mean −3.1. All 54 cuts: mean +5.2, 95% range −2.4 to +9.0.",
    footnote: `54 cuts are 7 cycles. ${PAST}`,
    rows: [
      {
        label: "First cuts",
        detail: "n = 7",
        dots: CYCLES.map(([label, value]) => ({ label, value })),
        mean: -3.1057,
        interval: null,
      },
      { label: "All cuts", detail: "n = 54, 7 cycles", dots: [], mean: 5.2239, interval: [-2.3711, 9.0402] },
    ],
  };
  const row = (group: string) => ["6m", "12m", "24m"].map((h) => `ratecut.${group}.${h}.mean`);
  return {
    id: "c2a4e6f80b1d3957",
    command: "ratecut cycle=all basis=total",
    topic: "ratecut",
    dataMode: "live",
    pair: "Russell 2000 / S&P 500",
    pairDetail: { small: "Russell 2000 total return, monthly", large: "S&P 500 total return, monthly" },
    asOf: "2026-10-31",
    headline:
      "After Fed cuts, Russell 2000 / S&P 500: no clear small-cap edge; which cuts you count decides the sign",
    subtitle: "Small minus large, total return, pp, USD · 1990 to Oct 2026",
    hypothetical: false,
    figures: ratecutFigures(),
    tables: [
      table("Mean relative return after Fed cuts", ["6m", "12m", "24m"], {
        "All cuts (54 at 12m)": row("all"),
        "First cut of a cycle (7)": row("first"),
        "Any month (base rate)": row("base"),
      }),
    ],
    notes: ["95% range of all cuts at 12m: −2.4 to +9.0, which includes zero."],
    charts: [chart],
    caveats: ["54 cuts are 7 cycles: too few to conclude.", PAST],
    sources: [LEVELS, POLICY],
    firm: FIRM,
  };
}

// ---- performance ----

function relativeIndex(months: number): readonly (readonly [string, number])[] {
  return Array.from({ length: months }, (_, i) => {
    const date = new Date(Date.UTC(2025, 11 + i, 0)).toISOString().slice(0, 10);
    return [date, 100 - 4 * Math.sin(i / 2.1) + i * 0.3] as const;
  });
}

function performanceFigures(source: Source): readonly Figure[] {
  const spans: readonly (readonly [string, number, number])[] = [
    ["1d", -0.9012, -0.3003],
    ["mtd", 2.4101, 1.6044],
    ["ytd", 11.8207, 9.5166],
    ["12m", 8.1055, 12.4409],
  ];
  const definition =
    "Change of the price index over the period to the as-of date; USD, without dividends and costs.";
  return figuresOf(
    { asOf: source.asOf, definition, sources: [source] },
    spans.flatMap(([span, small, large]): FigureRow[] => [
      [`performance.${span}.small`, `Small, ${span}`, "%", small, { signed: true }],
      [`performance.${span}.large`, `Large, ${span}`, "%", large, { signed: true }],
      [`performance.${span}.relative`, `Small minus large, ${span}`, "pp", small - large, { signed: true }],
    ]),
  );
}

function performance(): Briefing {
  const chart: ChartSpec = {
    id: "performance-relative",
    kind: "line",
    title: "Small against large over twelve months",
    subtitle: "Relative price index, 100 = Nov 2025, Russell 2000 / S&P 500",
    unit: "index",
    alt: "Line of the Russell 2000 relative to the S&P 500, 100 in November 2025: down to about 97 in winter, up to about 106 in summer.",
    footnote: PAST,
    axis: "date",
    series: [{ name: "Small / large", emphasis: "primary", points: relativeIndex(13) }],
    bands: [],
    marks: [{ x: "2026-09-17", label: "Fed cut" }],
    reference: 100,
  };
  const row = (span: string) => ["small", "large", "relative"].map((side) => `performance.${span}.${side}`);
  return {
    id: "0e1f2a3b4c5d6e7f",
    command: "performance window=12m",
    topic: "performance",
    dataMode: "live",
    pair: "Russell 2000 / S&P 500",
    pairDetail: { small: "Russell 2000 price index, daily", large: "S&P 500 price index, daily" },
    asOf: AS_OF,
    headline: "Russell 2000 / S&P 500: small-caps ahead this year, behind over twelve months",
    subtitle: "Price return, USD · close 19 Nov 2026",
    hypothetical: false,
    figures: performanceFigures({
      ...LEVELS,
      asOf: AS_OF,
      fallback: "stands in for Tiingo, which timed out",
    }),
    tables: [
      table("Price return", ["Small", "Large", "Small − large"], {
        "1 day": row("1d"),
        "Month to date": row("mtd"),
        "Year to date": row("ytd"),
        "12 months": row("12m"),
      }),
    ],
    notes: [],
    charts: [chart],
    caveats: ["One day is noise.", PAST],
    sources: [{ ...LEVELS, asOf: AS_OF, fallback: "stands in for Tiingo, which timed out" }],
    firm: FIRM,
  };
}

// ---- variations ----

/** Synthetic data: must be marked everywhere. */
function sample(): Briefing {
  const base = performance();
  const pair = "Alder 2000 / Birch 500";
  return {
    ...base,
    id: "5a5a5a5a5a5a5a5a",
    dataMode: "sample",
    pair,
    pairDetail: { small: "Alder 2000, an invented index", large: "Birch 500, an invented index" },
    headline: `SAMPLE DATA: ${pair}, twelve months of relative return`,
    figures: performanceFigures(SYNTHETIC),
    charts: base.charts.map((chart) => ({
      ...chart,
      title: "Relative index over twelve months",
      subtitle: `Relative price index, 100 = Nov 2025, ${pair}`,
      alt: `Sample data. ${chart.alt.replaceAll("Russell 2000", "Alder 2000").replaceAll("S&P 500", "Birch 500")}`,
    })),
    sources: [SYNTHETIC],
  };
}

/** Every reason why a number can be missing. */
function absences(): Briefing {
  const base = valuation();
  const missing: Readonly<Record<string, Value>> = {
    "valuation.large.aggExLoss.pe": absent(
      "not_reported",
      "No large company reported a loss, so this group equals all companies.",
    ),
    "valuation.discount.aggExLoss": absent("not_meaningful", "A gap needs both sides."),
    "valuation.small.median.pe": absent("stale", "Estimates are of 2 Oct 2026, older than their 30 days."),
    "valuation.small.profitable.pe": absent(
      "too_few_points",
      "Only 4 companies have an estimate; 30 are needed.",
    ),
    "valuation.discount.median": absent("stale", "A gap needs both sides."),
    "valuation.discount.profitable": absent("too_few_points", "A gap needs both sides."),
    "valuation.percentile20y.aggExLoss": absent(
      "unavailable",
      "Needs valuation-history.csv in DATA_FOLDER: month,index,variant,forward_pe.",
    ),
  };
  const figures = base.figures.map((figure) => {
    const value = missing[figure.key];
    if (value === undefined) return figure;
    return makeFigure({ ...figure, value, sources: figure.key.includes("percentile") ? [] : figure.sources });
  });
  return {
    ...base,
    id: "ab5e47ab5e47ab5e",
    command: "valuation variant=profitable",
    headline: "Russell 2000 / S&P 500: several valuation figures are withheld",
    figures,
    tables: [
      ...base.tables,
      table("Against its own history", ["Percentile"], {
        "Gap without loss-makers": ["valuation.percentile20y.aggExLoss"],
      }),
    ],
    charts: base.charts.map((chart) => (chart.kind === "dumbbell" ? withAbsences(chart, missing) : chart)),
    notes: [],
    hypothetical: true,
  };
}

function withAbsences(chart: DumbbellChart, missing: Readonly<Record<string, Value>>): DumbbellChart {
  const rows = VARIANTS.map(([variant, label, small, large]) => {
    const [left, right] = [
      missing[`valuation.small.${variant}.pe`] ?? small,
      missing[`valuation.large.${variant}.pe`] ?? large,
    ];
    const gap = isAbsent(left) || isAbsent(right) ? "" : formatValue((left / right - 1) * 100, "%", true);
    return { label, left, right, gap };
  });
  const title = "Only one definition has both sides";
  const alt = `Forward P/E by definition, small against large. ${rows.map(({ label, left, right }) => `${label}: ${formatValue(left, "x")} against ${formatValue(right, "x")}`).join("; ")}.`;
  return { ...chart, title, alt, rows };
}

/** Strings that break careless renderers: markup, quotes, mentions, both directions, emoji, long words. */
export const HOSTILE = `<script>alert("x")</script> <img src=x onerror=alert(1)> "quotes" 'single' & <!channel> @everyone *b* _i_ \`code\` [a](javascript:alert(1)) שלום עולם \u202eevil\u202c 📉🧑🏽‍💻 ${"W".repeat(90)}`;

function hostile(): Briefing {
  const base = ratecut();
  const source: Source = {
    ...LEVELS,
    provider: HOSTILE,
    dataset: HOSTILE,
    licence: HOSTILE,
    fallback: HOSTILE,
  };
  return {
    ...base,
    id: "badbadbadbadbad0",
    command: `ratecut basis=${HOSTILE}`,
    pair: HOSTILE,
    pairDetail: { small: HOSTILE, large: HOSTILE },
    headline: HOSTILE,
    subtitle: HOSTILE,
    figures: base.figures.map((figure) => ({
      ...figure,
      label: HOSTILE,
      definition: HOSTILE,
      sources: [source],
    })),
    tables: base.tables.map(({ columns, rows }) => ({
      title: HOSTILE,
      columns: columns.map(() => HOSTILE),
      rows: rows.map(({ cells }) => ({ label: HOSTILE, cells })),
    })),
    notes: [HOSTILE],
    charts: base.charts.map((chart) => ({
      ...chart,
      title: HOSTILE,
      subtitle: HOSTILE,
      alt: HOSTILE,
      footnote: HOSTILE,
    })),
    caveats: [HOSTILE],
    sources: [source],
    firm: { name: HOSTILE, disclaimer: HOSTILE },
  };
}

/** Ten times the usual size in every slot. */
function tenfold(): Briefing {
  const base = ratecut();
  const copies = Array.from({ length: 10 }, (_, i) => i + 1);
  const rename = (key: string, copy: number) => key.replace("ratecut.", `ratecut.copy${copy}.`);
  const figures = copies.flatMap((copy) =>
    base.figures.map((figure) =>
      makeFigure({ ...figure, key: rename(figure.key, copy), label: `${figure.label}, variant ${copy}` }),
    ),
  );
  const bars: ChartSpec = {
    id: "ratecut-bars",
    kind: "bar",
    title: "Forty horizons beside each other",
    subtitle: "Relative return by horizon, pp, Russell 2000 / S&P 500",
    unit: "pp",
    alt: `Bars of forty horizons; the first is ${formatFigure(base.figures[0] as Figure)}.`,
    footnote: PAST,
    groups: Array.from({ length: 40 }, (_, i) => `${i + 1}m`),
    series: [
      {
        name: "All cuts",
        emphasis: "primary",
        values: Array.from({ length: 40 }, (_, i) =>
          i === 7 ? absent("too_few_points", "Two cuts.") : Math.sin(i) * 8,
        ),
        errors: Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? ([-9, 9] as const) : null)),
      },
    ],
  };
  return {
    ...base,
    id: "1010101010101010",
    figures,
    tables: copies.flatMap((copy) =>
      base.tables.map((one) => ({
        title: `${one.title}, variant ${copy}`,
        columns: [
          "",
          ...copies.flatMap((repeat) => one.columns.slice(1).map((column) => `${column} (${repeat})`)),
        ],
        rows: copies.flatMap((repeat) =>
          one.rows.map(({ label, cells }) => ({
            label: `${label}, ${repeat}`,
            cells: copies.flatMap(() => cells.map((cell) => rename(cell, copy))),
          })),
        ),
      })),
    ),
    notes: copies.map((copy) => `Note ${copy}. ${"A sentence that goes on for a while. ".repeat(8)}`),
    charts: [
      ...copies.flatMap((copy) => base.charts.map((chart) => ({ ...chart, id: `${chart.id}-${copy}` }))),
      bars,
    ],
    caveats: [
      "The first caveat.",
      ...copies.flatMap((copy) => base.caveats.map((caveat) => `${caveat} (${copy})`)),
    ],
    sources: copies.flatMap((copy) =>
      base.sources.map((source) => ({ ...source, dataset: `${source.dataset}, part ${copy}` })),
    ),
  };
}

/** As a language model wrote it and the gate let it through. */
export function narrativeOf(text: string, model = "model-of-the-example"): Narrative {
  return {
    text,
    model,
    drafted: true,
    promptVersion: "example",
    verdict: { accepted: true, reasons: [], text },
  };
}

const NARRATIVE = narrativeOf(
  "Without loss-makers, small-caps trade below large-caps by 19.0%. Loss-makers are 31.1% of small-caps by count. Past performance is not a reliable indicator of future results.",
);

export const EXAMPLE_BRIEFINGS = {
  narrated: { ...valuation(), narrative: NARRATIVE },
  valuation: valuation(),
  ratecut: ratecut(),
  performance: performance(),
  sample: sample(),
  absences: absences(),
  hostile: { ...hostile(), narrative: narrativeOf(`Words: ${HOSTILE}`, HOSTILE) },
  tenfold: tenfold(),
} as const satisfies Record<string, Briefing>;
