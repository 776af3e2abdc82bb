import { Resvg } from "@resvg/resvg-js";
import type { Box } from "../../src/charts/marks.ts";
import { fontFile, type Weight } from "../../src/charts/theme.ts";

export interface DrawnText extends Box {
  readonly text: string;
  readonly size: number;
}

/** One file only: loading fonts is most of the time it takes to measure. */
const font = (weight: Weight) => ({
  loadSystemFonts: false,
  fontFiles: [fontFile(weight)],
  defaultFontFamily: "Inter",
});
const ELEMENT = /<text\b([^>]*)>([^<]*)<\/text>/g;
const WATERMARK = "SAMPLE DATA";

/** Every text of a drawing but the watermark with the box of its glyphs, as resvg draws them. */
export function drawnTexts(svg: string, height = 675): DrawnText[] {
  return [...svg.matchAll(ELEMENT)].flatMap(([, attributes = "", content = ""]) => {
    if (content === WATERMARK || content.trim() === "") return [];
    const size = Number(/font-size:([\d.]+)px/.exec(attributes)?.[1] ?? Number.NaN);
    const plain = attributes.replace(/ (stroke|stroke-width|paint-order)="[^"]*"/g, "");
    const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${height}"><text${plain}>${content}</text></svg>`;
    const box = new Resvg(alone, { font: font(/font-weight:600/.test(attributes) ? 600 : 400) }).getBBox();
    if (box === undefined) throw new Error(`"${content}" draws nothing`);
    return [{ text: content, size, x: box.x, y: box.y, width: box.width, height: box.height }];
  });
}

export function overlappingPairs(texts: readonly DrawnText[]): string[] {
  const apart = 1;
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          a.x + apart < b.x + b.width &&
          b.x + apart < a.x + a.width &&
          a.y + apart < b.y + b.height &&
          b.y + apart < a.y + a.height,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

export function outside(texts: readonly DrawnText[]): string[] {
  return texts
    .filter(({ x, y, width, height }) => x < 8 || y < 8 || x + width > 1192 || y + height > 667)
    .map(({ text }) => text);
}

/** ECharts numbers classes and clips across a process: here they are numbered in order of appearance. */
export function normalised(svg: string): string {
  const names = new Map<string, string>();
  const renamed = svg.replace(/zr\d+-[a-z]+-?\d+/g, (name) => {
    const known = names.get(name) ?? `c${names.size}`;
    names.set(name, known);
    return known;
  });
  return `${renamed.replaceAll("><", ">\n<")}\n`;
}
