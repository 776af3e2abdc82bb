import { Resvg } from "@resvg/resvg-js";

/** A square picture without text, `size` px a side. */
export function drawIcon({ svg, size }: { readonly svg: string; readonly size: number }): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: "width", value: size },
    font: { loadSystemFonts: false },
    logLevel: "off",
  })
    .render()
    .asPng();
}
