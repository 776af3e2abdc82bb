import type { BarChart, ChartSpec, DumbbellChart } from "../briefing/chart.ts";
import { formatDate, formatValue } from "../briefing/format.ts";
import { combine, isAbsent, type Value } from "../briefing/value.ts";
import type { Side } from "../market/datasets.ts";
import type { CompanySizes } from "../maths/company-sizes.ts";
import type { Share, Shared } from "../maths/universe.ts";
import { SHARES } from "../maths/universe.ts";
import { staleSince } from "./compare.ts";
import { datesOf, SIDES } from "./members.ts";
import type { View } from "./topic.ts";
import { BAND_NAMES, BANDS, SHARE_ROWS, type Weighing } from "./universe-figures.ts";
import { capital, withheldSince } from "./words.ts";

export interface UniverseResult {
  /** The day of the counts; "" where there are none. */
  readonly countedOn: string;
  readonly shares: Readonly<Record<Share, Readonly<Record<Weighing, Shared>>>>;
  readonly us: Readonly<Record<Weighing, Shared>>;
  /** The older of the two sides' dates; "" where there are no members. */
  readonly asOf: string;
  readonly small: CompanySizes & { readonly asOf: string };
  readonly large: CompanySizes & { readonly asOf: string };
  /** The question's own date, for what has none. */
  readonly day: string;
}

export type UniverseView = View<object, UniverseResult>;

export function universeHeadline(view: UniverseView): string {
  const said = [worldWords(view), usWords(view), bandWords(view)].filter((part) => part !== null);
  if (said.length > 0) return said.join("; ");
  const stale = staleSince(view, ["universe.smallOfAll.count", "universe.small.inBand.count"]);
  return `Small-caps of the world's companies: ${stale === null ? "too little is reported to say" : withheldSince(stale)}`;
}

type Half = "most" | "half" | "less than half";

function half(value: Value): Half | null {
  if (isAbsent(value)) return null;
  if (Math.abs(value - 50) < 0.05) return "half";
  return value > 50 ? "most" : "less than half";
}

/** By number, with and without micro-caps: which of the two decides for many providers. */
function worldWords({ value }: UniverseView): string | null {
  const [apart, together] = [
    half(value("universe.smallOfAll.count")),
    half(value("universe.smallAndMicroOfAll.count")),
  ];
  if (apart === null) return null;
  const opening = `Small-caps are ${apart} of the world's listed companies`;
  if (together === null) return opening;
  return together === apart
    ? `${opening}, with micro-caps or without`
    : `${opening}, ${together} with micro-caps counted`;
}

function usWords({ value }: UniverseView): string | null {
  const us = half(value("universe.usOfSmall.value"));
  return us === null ? null : `${us} of small-cap value is in the US`;
}

function bandWords({ value, result }: UniverseView): string | null {
  const weight = half(value("universe.small.inBand.value"));
  if (weight === null) return null;
  const words = `${weight} of the small index by value lies in the usual small-cap band`;
  return result.countedOn === "" ? capital(words) : words;
}

/** What its bars show: members by number, whatever they weigh. */
function membersWords({ value }: UniverseView): string {
  const members = half(value("universe.small.inBand.count"));
  return members === null
    ? "How large the members of the two indices are"
    : `${capital(members)} of the small index by count lies in the usual small-cap band`;
}

export function universeCharts(view: UniverseView): readonly ChartSpec[] {
  return [...worldChart(view), ...sizeChart(view)];
}

function worldChart(view: UniverseView): readonly ChartSpec[] {
  const { value, result, pair, figure } = view;
  const rows = [
    ...SHARES.map((share) => ({ key: `universe.${share}`, label: SHARE_ROWS[share] })),
    { key: "universe.usOfSmall", label: "US of all small-caps" },
  ].filter(({ key }) => !isAbsent(value(`${key}.count`)) && !isAbsent(value(`${key}.value`)));
  if (rows.length === 0) return [];
  const chart: DumbbellChart = {
    kind: "dumbbell",
    id: "universe-shares",
    asOf: result.countedOn,
    sources: figure("universe.smallOfAll.count").sources,
    title: worldWords(view) ?? "Small-caps among the listed companies of the world",
    subtitle: `Share of the listed companies of the world, % · ${formatDate(result.countedOn)} · ${pair.label}`,
    unit: "%",
    left: "By count",
    right: "By value",
    rows: rows.map(({ key, label }) => {
      const [count, cap] = [value(`${key}.count`), value(`${key}.value`)];
      return {
        label,
        left: count,
        right: cap,
        gap: `${formatValue(
          combine(count, cap, (a, b) => a - b),
          "pp",
        )} pp`,
      };
    }),
    alt: `Dumbbell chart of shares of the world's listed companies, by count and by market cap (${pair.label}). ${rows
      .map(({ key, label }) => `${label}: {{${key}.count}} by count, {{${key}.value}} by market cap.`)
      .join(" ")}`,
    footnote:
      "As one provider counts companies and draws the line of small. Regions counted: {{universe.regions}}. A region without a number of a size is left out of that row.",
  };
  return [chart];
}

function sizeChart(view: UniverseView): readonly ChartSpec[] {
  const { value, result, pair, figure } = view;
  const known = SIDES.filter((side) => !isAbsent(value(`universe.${side}.medianCap`)));
  if (known.length === 0) return [];
  const values = (side: Side) => BANDS.map((band) => value(`universe.${side}.size.${band}`));
  const chart: BarChart = {
    kind: "bar",
    id: "universe-sizes",
    asOf: result.asOf,
    sources: figure(`universe.${known[0] ?? "small"}.medianCap`).sources,
    title: membersWords(view),
    subtitle: `Share of members by market cap, % by count · ${pair.label} · ${datesOf(result)}`,
    unit: "%",
    groups: BANDS.map((band) => BAND_NAMES[band]),
    series: known.map((side) => ({
      name: side === "small" ? "Small" : "Large",
      emphasis: side === "small" ? "primary" : "secondary",
      values: values(side),
    })),
    alt: `Bar chart of members by market cap (${pair.label}). ${BANDS.map(
      (band) =>
        `${BAND_NAMES[band]}: ${known.map((side) => `${side} {{universe.${side}.size.${band}}}`).join(", ")}.`,
    ).join(" ")}`,
    footnote:
      "In the band of $250m to $2bn: {{universe.small.inBand.count}} of the small index by count, {{universe.small.inBand.value}} by value. Smallest member of the large index: {{universe.large.smallestCap}}.",
  };
  return [chart];
}
