import type { BarChart } from "../briefing/chart.ts";
import { formatNumber, formatValue } from "../briefing/format.ts";
import { isAbsent, type Value } from "../briefing/value.ts";
import { TICK_GAP, tickColumnWidth, verticalAxis } from "./axes.ts";
import { type Drawing, emptyDrawing, pxAxis } from "./drawing.ts";
import { layoutKey, uprightWhisker } from "./key.ts";
import { type Box, type Mark, textBlock, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { makeScale, type Scale } from "./scale.ts";
import { lineHeight, MARK_COLOURS, TEXT, type TextStyle } from "./theme.ts";
import { wrap } from "./wrap.ts";

const LINE = lineHeight(TEXT.label);
const LABEL_ROOM = LINE + 6;
const GROUP_LINES = 2;
/** Share of a group's width that stays empty, and the space between its bars in bar widths. */
const GROUP_GAP = 0.2;
const BAR_GAP = 0.08;

interface Bands {
  readonly plot: Box;
  readonly band: number;
  readonly bar: number;
  readonly count: number;
}

export function drawBar(spec: BarChart, area: Box): Drawing {
  if (spec.groups.length === 0 || spec.series.length === 0) return emptyDrawing(area);
  const key = layoutKey(
    spec.series.map(
      ({ name, emphasis }) => ({ swatch: "square", colour: MARK_COLOURS[emphasis], text: name }) as const,
    ),
    area,
  );
  const top = area.y + key.height;
  const draft = valueScale(spec, { ...area, y: top, height: area.y + area.height - top });
  const left = area.x + tickColumnWidth({ scale: draft, unit: spec.unit, reference: 0 });
  const width = area.x + area.width - left;
  const names = groupNames(spec, width / spec.groups.length);
  const below = TICK_GAP + LINE * names.rows;
  const plot = { x: left, y: top, width, height: area.y + area.height - below - top };
  const scale = valueScale(spec, plot);
  const bands = bandsOf(spec, plot);
  const labels = valueLabels(spec, bands, scale);
  return {
    plot,
    xAxis: { type: "category", show: false, data: spec.groups.map((_, index) => String(index)) },
    // Bars start at ECharts' zero, so the axis counts px upwards from ours.
    yAxis: pxAxis(scale.px(0) - plot.y - plot.height, plot.height),
    series: spec.series.map((one) => barSeries(one, bands.bar, scale)),
    marks: [
      ...key.marks,
      ...verticalAxis({ scale, unit: spec.unit, reference: 0 }, plot),
      ...names.marks(plot),
      ...errorMarks(spec, bands, scale),
      ...labels.marks,
    ],
    notes: [...key.notes, ...names.notes, ...labels.notes],
  };
}

/** Zero is always on the axis: a bar's length is its message. */
function valueScale(spec: BarChart, plot: Box): Scale {
  const present = spec.series.flatMap(({ values, errors }) => [
    ...values.filter((value) => typeof value === "number"),
    ...(errors ?? []).flatMap((error) => error ?? []),
  ]);
  return makeScale({
    values: [0, ...present],
    from: plot.y + plot.height,
    to: plot.y,
    padFrom: present.some((value) => value < 0) ? LABEL_ROOM : 0,
    padTo: present.some((value) => value >= 0) || present.length === 0 ? LABEL_ROOM : 0,
    minTickGap: 50,
  });
}

function bandsOf(spec: BarChart, plot: Box): Bands {
  const band = plot.width / spec.groups.length;
  const count = spec.series.length;
  const bar = Math.min(96, (band * (1 - GROUP_GAP)) / (count + (count - 1) * BAR_GAP));
  return { plot, band, bar, count };
}

/** Middle of the bar of one series in one group: what ECharts computes from the same three numbers. */
function barMiddle({ plot, band, bar, count }: Bands, group: number, series: number): number {
  const pitch = bar * (1 + BAR_GAP);
  return plot.x + band * (group + 0.5) + (series - (count - 1) / 2) * pitch;
}

function barSeries({ emphasis, values }: BarChart["series"][number], barWidth: number, scale: Scale): object {
  return {
    type: "bar",
    silent: true,
    clip: false,
    barWidth,
    barGap: `${BAR_GAP * 100}%`,
    itemStyle: { color: MARK_COLOURS[emphasis] },
    data: values.map((value) => (isAbsent(value) ? "-" : scale.px(0) - scale.px(value))),
  };
}

/** Group names in up to two lines; where groups are too narrow for any text, every second, third, … is named. */
function groupNames(
  spec: BarChart,
  band: number,
): { rows: number; marks: (plot: Box) => Mark[]; notes: string[] } {
  const wanted = Math.max(...spec.groups.map((name) => Math.min(90, textWidth(name, TEXT.label)))) + 10;
  const every = Math.max(1, Math.ceil(Math.min(wanted, 64) / band));
  // Two words stand on two lines everywhere as soon as they must anywhere: "Sep / 2008" beside "Oct / 2008".
  const room = band * every - 8;
  const isPair = spec.groups.every((name) => name.split(" ").length === 2);
  const isTight = isPair && spec.groups.some((name) => textWidth(name, TEXT.label) > room);
  const widest = Math.max(
    ...spec.groups.flatMap((name) => name.split(" ").map((word) => textWidth(word, TEXT.label))),
  );
  const width = isTight ? Math.min(room, widest) : room;
  const names = spec.groups.map((name, index) => ({
    name,
    index,
    ...wrap(name, width, TEXT.label, GROUP_LINES),
  }));
  const shown = names.filter(({ index }) => index % every === 0);
  return {
    rows: Math.max(1, ...shown.map(({ lines }) => lines.length)),
    marks: (plot) =>
      shown.flatMap(({ lines, index }) => {
        const x = plot.x + (plot.width / spec.groups.length) * (index + 0.5);
        return textBlock(lines, x, plot.y + plot.height + TICK_GAP, TEXT.label, { align: "center" });
      }),
    notes: names.filter(({ index, cut }) => cut || index % every !== 0).map(({ name }) => name),
  };
}

/** Values at the bars' ends in the fullest form that fits every bar; without room the axis has to do. */
function valueLabels(spec: BarChart, bands: Bands, scale: Scale): { marks: Mark[]; notes: string[] } {
  const room = bands.count === 1 ? bands.band - 8 : bands.bar;
  const style = bands.count === 1 ? TEXT.strong : TEXT.label;
  const form = valueForm(spec, room, style);
  const marks: Mark[] = [];
  const notes: string[] = [];
  for (const { one, value, x, group, error } of cells(spec, bands)) {
    if (!isAbsent(value)) {
      const y = labelMiddle(value, error ?? [value, value], scale);
      if (form !== null) marks.push(textMark(form(value), x, y, style, { align: "center", halo: true }));
      continue;
    }
    const words = formatValue(value, spec.unit);
    const y = scale.px(0) - LABEL_ROOM / 2;
    if (textWidth(words, TEXT.quiet) > room) notes.push(`${one}, ${group}: ${words}`);
    else marks.push(textMark(words, x, y, TEXT.quiet, { align: "center", halo: true }));
  }
  return { marks, notes };
}

function valueForm(spec: BarChart, room: number, style: TextStyle): ((value: number) => string) | null {
  const present = spec.series.flatMap(({ values }) => values.filter((value) => typeof value === "number"));
  const forms = [
    (value: number) => formatValue(value, spec.unit),
    (value: number) => formatNumber(value, 1),
    (value: number) => formatNumber(value, 0),
  ];
  return forms.find((print) => present.every((value) => textWidth(print(value), style) <= room)) ?? null;
}

function labelMiddle(value: number, [low, high]: readonly [number, number], scale: Scale): number {
  if (value < 0) return scale.px(Math.min(low, value)) + LABEL_ROOM / 2;
  return scale.px(Math.max(high, value)) - LABEL_ROOM / 2;
}

interface Cell {
  readonly one: string;
  readonly group: string;
  readonly value: Value;
  readonly error: readonly [number, number] | null;
  readonly x: number;
}

function cells(spec: BarChart, bands: Bands): Cell[] {
  return spec.series.flatMap(({ name, values, errors }, series) =>
    values.map((value, group) => ({
      one: name,
      group: spec.groups[group] ?? "",
      value,
      error: errors?.[group] ?? null,
      x: barMiddle(bands, group, series),
    })),
  );
}

function errorMarks(spec: BarChart, bands: Bands, scale: Scale): Mark[] {
  const cap = Math.min(8, bands.bar / 4);
  return cells(spec, bands).flatMap(({ error, x }) =>
    error === null ? [] : uprightWhisker(x, scale.px(error[0]), scale.px(error[1]), cap),
  );
}
