import { type RenderedImage, Resvg } from "@resvg/resvg-js";
import type { ChartFormat } from "../briefing/chart.ts";
import { encodePng } from "./png.ts";
import { FONT_FAMILY, fontFile } from "./theme.ts";

/** Teams takes images up to 1024 px a side; slides want twice the drawing's 1200 px. */
const WIDTHS: Record<ChartFormat, number> = { slide: 2400, card: 1024 };

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** `svg` covers its whole page with paper: the PNG has no pixel to see through. */
export function rasterise(svg: string, format: ChartFormat): Raster {
  const { width, height, pixels } = render(svg, format);
  return { width, height, png: encodePng(pixels, width, height) };
}

/** System fonts stay out, so that every machine draws the same bytes. */
export function render(svg: string, format: ChartFormat): RenderedImage {
  return new Resvg(svg, {
    fitTo: { mode: "width", value: WIDTHS[format] },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile(400), fontFile(500), fontFile(600)],
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    logLevel: "off",
  }).render();
}
