import { Resvg } from "@resvg/resvg-js";
import type { ChartFormat } from "../briefing/chart.ts";
import { FONT_FAMILY, fontFile } from "./theme.ts";

/** Teams takes images up to 1024 px a side; slides want twice the drawing's 1200 px. */
const WIDTHS: Record<ChartFormat, number> = { slide: 2400, card: 1024 };

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** System fonts stay out, so that every machine draws the same bytes. */
export function rasterise(svg: string, format: ChartFormat): Raster {
  const image = new Resvg(svg, {
    fitTo: { mode: "width", value: WIDTHS[format] },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile(400), fontFile(500), fontFile(600)],
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    logLevel: "off",
  }).render();
  return { width: image.width, height: image.height, png: image.asPng() };
}
