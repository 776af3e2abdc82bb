import type { FramedChart, LineChart } from "../../src/briefing/chart.ts";
import { dayOf } from "../../src/charts/time-axis.ts";

const PLOT = { left: 100, right: 1006, top: 172, bottom: 532 };
const FIRST = dayOf("1979-01-31");
const LAST = dayOf("2026-11-30");
const LEVELS = { low: 50, high: 250 };

const x = (day: number): number => PLOT.left + ((day - FIRST) / (LAST - FIRST)) * (PLOT.right - PLOT.left);
const y = (level: number): number =>
  PLOT.bottom - ((level - LEVELS.low) / (LEVELS.high - LEVELS.low)) * (PLOT.bottom - PLOT.top);
const at = (value: number): string => value.toFixed(2);

function text(
  content: string,
  left: number,
  middle: number,
  size: number,
  weight: number,
  anchor = "start",
): string {
  const font = `font-family="Inter" font-size="${size}" font-weight="${weight}"`;
  return `<text x="${at(left)}" y="${at(middle + size * 0.36)}" ${font} fill="#111C33" text-anchor="${anchor}">${content}</text>`;
}

/** The picture of the example "history" as one would write it by hand: no library, every position known. */
export function bareHistorySvg({ spec, frame }: FramedChart & { readonly spec: LineChart }): string {
  const points = spec.series[0]?.points ?? [];
  const path = points.map(([date, level]) => `${at(x(dayOf(String(date))))} ${at(y(level))}`).join("L");
  const years = [1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025];
  const levels = [50, 75, 100, 125, 150, 175, 200, 225, 250];
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" viewBox="0 0 1200 675">`,
    `<rect width="1200" height="675" fill="#FFFFFF"/><rect x="40" y="26" width="56" height="5" fill="#0B2D66"/>`,
    text(spec.title, 40, 60, 36, 600),
    text(spec.subtitle.replaceAll("&", "&amp;"), 40, 101, 22, 400),
    ...spec.bands.map(({ from, to }) => {
      const left = x(dayOf(from));
      return `<rect x="${at(left)}" y="${PLOT.top}" width="${at(x(dayOf(to, true)) - left)}" height="360" fill="#DFE5ED"/>`;
    }),
    ...levels.flatMap((level) => [
      `<path d="M${PLOT.left} ${at(y(level))}H${PLOT.right}" stroke="${level === 100 ? "#111C33" : "#E3E8EE"}" stroke-width="1.5"/>`,
      text(String(level), 88, y(level), 22, level === 100 ? 600 : 400, "end"),
    ]),
    ...years.flatMap((year) => {
      const left = x(dayOf(`${year}-01-01`));
      return [
        `<path d="M${at(left)} ${PLOT.bottom}v7" stroke="#8592A3"/>`,
        text(String(year), left, 556, 22, 400, "middle"),
      ];
    }),
    ...spec.marks.map(
      ({ x: day }) => `<path d="M${at(x(dayOf(day)))} 516v16" stroke="#0A7A78" stroke-width="2.4"/>`,
    ),
    text("Recession (NBER)", 76, 147, 22, 400),
    text("Fed cut", 330, 147, 22, 400),
    `<path d="M${path}" fill="none" stroke="#0B2D66" stroke-width="3.2" stroke-linejoin="round" stroke-linecap="round"/>`,
    `<circle cx="${PLOT.right}" cy="${at(y(100))}" r="7" fill="#0B2D66"/>`,
    text("Small / large", 1020, y(100) - 14, 22, 600),
    text("99.9", 1020, y(100) + 14, 22, 600),
    `<path d="M40 580H1160" stroke="#8592A3"/>`,
    text(spec.footnote.slice(0, 130), 40, 600, 17, 400),
    text(spec.footnote.slice(130), 40, 621, 17, 400),
    text(frame.sourceLine, 40, 642, 17, 400),
    text(frame.firm, 1160, 642, 17, 600, "end"),
    "</svg>",
  ];
  return parts.join("");
}
