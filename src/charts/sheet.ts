import type { ClientSheet, Logo } from "../briefing/client-sheet.ts";
import type { Grid } from "../briefing/readings.ts";
import { textWidth } from "./measure.ts";
import { chartSvg } from "./svg.ts";
import { COLOURS, FONT_FAMILY, lineHeight, PAGE, TEXT, type TextStyle } from "./theme.ts";
import { wrap } from "./wrap.ts";

export interface SheetSvg {
  readonly svg: string;
  /** In the drawing's units, of which it is `PAGE.width` wide. */
  readonly height: number;
  readonly alt: string;
}

/** The warning is as large as the figures (DOMAIN 3.3): what stands in small print are source and signature alone. */
const STYLES = {
  title: { size: 36, weight: 600, colour: COLOURS.ink },
  firm: { size: 26, weight: 600, colour: COLOURS.ink },
  measured: TEXT.subtitle,
  body: { ...TEXT.label, colour: COLOURS.ink },
  heading: TEXT.strong,
  print: { size: 18, weight: 400, colour: COLOURS.text },
  signature: { size: 18, weight: 600, colour: COLOURS.ink },
} as const satisfies Record<string, TextStyle>;

const { margin } = PAGE;
const INNER = PAGE.width - 2 * margin;
const LOGO = { width: 360, height: 88 } as const;
const GAP = 22;

/** What a part draws from a height on, and how high it is. */
interface Part {
  readonly height: number;
  readonly draw: (y: number) => string;
}

/** One picture to pass on: firm, finding, chart, warning, figures in words, periods, caveats, source. Nothing in it is cut. */
export function sheetSvg(sheet: ClientSheet): SheetSvg {
  const lost = new Set<string>();
  const text = (content: string, style: TextStyle) => textPart(content, style, lost);
  const { copy, chart, firm } = sheet;
  const rest = copy.disclosures.filter((line) => !copy.warnings.includes(line));
  const drawn = chart === null ? null : chartSvg(chart);
  const parts: readonly Part[] = [
    ...brandParts(sheet, lost),
    text(copy.title, STYLES.title),
    text(copy.measured, STYLES.measured),
    ...(drawn === null ? [] : [picturePart(drawn.svg)]),
    ...copy.warnings.map((line) => text(line, STYLES.heading)),
    ...(copy.findings === "" ? [] : [text(copy.findings, STYLES.body)]),
    ...(copy.periods === null ? [] : gridParts(copy.periods, lost)),
    ...(rest.length === 0 ? [] : [text("Important information", STYLES.heading)]),
    ...rest.map((line) => text(line, STYLES.body)),
    ruleOf(COLOURS.axis),
    text(copy.source, STYLES.print),
    ...(firm.name === "" ? [] : [text(firm.name, STYLES.signature)]),
    ...(firm.disclaimer === "" ? [] : [text(firm.disclaimer, STYLES.print)]),
  ];
  let y: number = margin;
  const body = parts.map((part) => {
    const content = part.draw(y);
    y += part.height + GAP;
    return content;
  });
  const height = Math.ceil(y - GAP + margin);
  const alt = [copy.title, ...(drawn ? [drawn.alt] : []), copy.findings, ...notInFull(lost)].join(" ");
  return { svg: page(height, body.join("")), height, alt };
}

/** What the font cannot draw is said in words. */
function notInFull(lost: ReadonlySet<string>): readonly string[] {
  return lost.size === 0 ? [] : [`Not in full in the picture: ${[...lost].join("; ")}.`];
}

function page(height: number, body: string): string {
  const { width } = PAGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>${body}</svg>`;
}

/** The logo with the firm's name at the right of it, or the name alone; under both a line. */
function brandParts({ firm, logo }: ClientSheet, lost: Set<string>): readonly Part[] {
  const mark = logo === null ? null : fitted(logo);
  const name = firm.name.trim();
  if (mark === null && name === "") return [];
  const style = STYLES.firm;
  const room = mark === null ? INNER : INNER - mark.width - 2 * GAP;
  const { lines, cut } = wrap(name, room, style);
  if (cut) lost.add(name);
  const height = Math.max(mark?.height ?? 0, lines.length * lineHeight(style));
  const x = mark === null ? margin : margin + mark.width + 2 * GAP;
  const brand: Part = {
    height,
    draw: (y) =>
      [
        ...(mark && logo ? [imageOf(logo, mark, y + (height - mark.height) / 2)] : []),
        linesAt(lines, x, y + (height - lines.length * lineHeight(style)) / 2, style),
      ].join(""),
  };
  return [brand, ruleOf(COLOURS.primary)];
}

/** As large as its place allows, in its own proportions. */
function fitted({ width, height }: Logo): { readonly width: number; readonly height: number } {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  return { width: width * scale, height: height * scale };
}

function imageOf({ type, base64 }: Logo, { width, height }: { width: number; height: number }, y: number) {
  return `<image x="${margin}" y="${y}" width="${width}" height="${height}" href="data:${type};base64,${base64}"/>`;
}

function textPart(content: string, style: TextStyle, lost: Set<string>): Part {
  const { lines, cut } = wrap(content, INNER, style);
  if (cut) lost.add(content);
  return {
    height: lines.length * lineHeight(style),
    draw: (y) => linesAt(lines, margin, y, style),
  };
}

function ruleOf(colour: string): Part {
  return {
    height: 2,
    draw: (y) => `<rect x="${margin}" y="${y}" width="${INNER}" height="2" fill="${colour}"/>`,
  };
}

/** The chart with its own margins, which are the page's. */
function picturePart(svg: string): Part {
  return { height: PAGE.height, draw: (y) => svg.replace("<svg ", `<svg x="0" y="${y}" `) };
}

/** A title and a table: names at the left, values in columns at the right. */
function gridParts({ title, head, rows }: Grid, lost: Set<string>): readonly Part[] {
  const style = STYLES.body;
  const columns = Math.max(1, head.length - 1);
  const values = [head, ...rows].flatMap((row) => row.slice(1));
  const widest = Math.max(0, ...values.map((cell) => textWidth(cell, STYLES.heading)));
  const column = Math.min(widest + 36, (INNER * 0.7) / columns);
  const names = INNER - columns * column;
  const row = (cells: readonly string[], of: TextStyle): Part => {
    const wrapped = cells.map((cell, at) => wrap(cell, at === 0 ? names : column - 12, of));
    for (const [at, { cut }] of wrapped.entries()) if (cut) lost.add(cells[at] ?? "");
    return {
      height: Math.max(1, ...wrapped.map(({ lines }) => lines.length)) * lineHeight(of),
      draw: (y) =>
        wrapped
          .map(({ lines }, at) =>
            at === 0
              ? linesAt(lines, margin, y, of)
              : linesAt(lines, margin + names + at * column, y, of, "end"),
          )
          .join(""),
    };
  };
  return [
    textPart(title, STYLES.heading, lost),
    stacked([row(head, STYLES.heading), ...rows.map((cells) => row(cells, style))]),
  ];
}

/** Close under one another. */
function stacked(parts: readonly Part[]): Part {
  const step = 6;
  const tops = parts.map((_, at) => parts.slice(0, at).reduce((sum, { height }) => sum + height + step, 0));
  return {
    height: (tops.at(-1) ?? 0) + (parts.at(-1)?.height ?? 0),
    draw: (y) => parts.map((part, at) => part.draw(y + (tops[at] ?? 0))).join(""),
  };
}

/** Lines of text downwards from a height on. */
function linesAt(
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  anchor: "start" | "end" = "start",
): string {
  const step = lineHeight(style);
  const css = `font-size:${style.size}px;font-weight:${style.weight};font-family:${FONT_FAMILY}`;
  return lines
    .map((line, at) => {
      // Inter's capitals are 0.73 em high: so they stand in the middle of their line.
      const baseline = y + step * (at + 0.5) + style.size * 0.364;
      return `<text x="${x}" y="${baseline.toFixed(2)}" text-anchor="${anchor}" fill="${style.colour}" style="${css}">${escaped(line)}</text>`;
    })
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
