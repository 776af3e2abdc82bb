import { type RenderedImage, Resvg } from "@resvg/resvg-js";
import type { ChartFormat } from "../briefing/chart.ts";
import { encodePng } from "./png.ts";
import { FONT_FAMILY, fontFile, PAGE } from "./theme.ts";

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

/** Of a sheet: beyond it a picture is no picture any more, and takes the memory of many. */
const MOST_PIXELS = 18_000_000;

/**
 * A sheet as wide as a slide; where its height would make it too large, less. At half of a slide's width it is still
 * sharp on a phone: what does not fit then is refused.
 * @param height of the drawing, in units of which it is `PAGE.width` wide
 */
export function rasteriseSheet(svg: string, height: number): Raster {
  const pixels = (width: number) => (width * width * height) / PAGE.width;
  const width = Math.min(
    WIDTHS.slide,
    Math.floor(WIDTHS.slide * Math.sqrt(MOST_PIXELS / pixels(WIDTHS.slide))),
  );
  if (width < PAGE.width) throw new TypeError(`a sheet of ${height} px is too high for a picture`);
  const drawn = renderAt(svg, width);
  return {
    width: drawn.width,
    height: drawn.height,
    png: encodePng(drawn.pixels, drawn.width, drawn.height),
  };
}

export function render(svg: string, format: ChartFormat): RenderedImage {
  return renderAt(svg, WIDTHS[format]);
}

/** System fonts stay out, so that every machine draws the same bytes. */
function renderAt(svg: string, width: number): RenderedImage {
  return new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile(400), fontFile(500), fontFile(600)],
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
    logLevel: "off",
  }).render();
}
