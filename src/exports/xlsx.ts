import writeXlsxFile from "write-excel-file/node";
import type { ChartImage } from "../briefing/chart.ts";
import type { Sheet } from "../briefing/workbook.ts";

/** Of a chart in its sheet: half of its pixels, so that it is sharp. */
const SCALE = 0.5;
const DOTS_PER_INCH = 96;
/** Rows of a sheet are about this high. */
const ROW_PX = 20;

/** A workbook of text and number cells, no formulas; the charts on a sheet of their own, each with its words. */
export async function xlsxOf(sheets: readonly Sheet[], charts: readonly ChartImage[]): Promise<Uint8Array> {
  const tables = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, at) =>
      row.map((value) =>
        typeof value === "number"
          ? { type: Number, value }
          : {
              type: String,
              value,
              ...(at === 0 ? { fontWeight: "bold" as const } : {}),
              ...(value.length > 60 ? { wrap: true } : {}),
            },
      ),
    ),
    columns: widths.map((width) => ({ width })),
  }));
  return await writeXlsxFile([...tables, ...pictures(charts)]).toBuffer();
}

function pictures(charts: readonly ChartImage[]) {
  if (charts.length === 0) return [];
  const tallest = Math.max(...charts.map(({ height }) => Math.ceil((height * SCALE) / ROW_PX) + 2));
  return [
    {
      sheet: "Charts",
      data: charts.flatMap(({ alt }) => [
        [{ type: String, value: alt }],
        ...Array.from({ length: tallest - 1 }, () => []),
      ]),
      columns: [{ width: 160 }],
      images: charts.map(({ id, alt, png, width, height }, at) => ({
        content: Buffer.from(png),
        contentType: "image/png",
        width: Math.round(width * SCALE),
        height: Math.round(height * SCALE),
        dpi: DOTS_PER_INCH,
        anchor: { row: at * tallest + 2, column: 1 },
        title: id,
        description: alt,
      })),
    },
  ];
}
