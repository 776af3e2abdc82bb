import { readFileSync } from "node:fs";
import { fontFile, type TextStyle, type Weight } from "./theme.ts";

/** Advance widths in em by code point, read from the font that the picture is drawn with. */
type Advances = ReadonlyMap<number, number>;

const cache = new Map<Weight, Advances>();

function advances(weight: Weight): Advances {
  const known = cache.get(weight);
  if (known !== undefined) return known;
  const read = readAdvances(fontFile(weight));
  cache.set(weight, read);
  return read;
}

/** Tables cmap (characters to glyphs), head, hhea and hmtx (glyph widths) of the OpenType specification. */
function readAdvances(path: string): Advances {
  const bytes = readFileSync(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(tables("head") + 18);
  const metrics = view.getUint16(tables("hhea") + 34);
  const hmtx = tables("hmtx");
  const widths = new Map<number, number>();
  for (const [codePoint, glyph] of characterGlyphs(view, tables("cmap"))) {
    widths.set(codePoint, view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm);
  }
  return widths;
}

function tableOffsets(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`font table ${tag} is missing`);
    return offset;
  };
}

/** Reads the first format-4 subtable (the Basic Multilingual Plane): enough for what Inter draws. */
function characterGlyphs(view: DataView, cmap: number): Map<number, number> {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 8 + 8 * index);
    if (view.getUint16(subtable) === 4) return readFormat4(view, subtable);
  }
  throw new Error("font has no cmap subtable of format 4");
}

function readFormat4(view: DataView, subtable: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(subtable + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(subtable + 14 + segment);
    const start = view.getUint16(subtable + 16 + doubled + segment);
    const delta = view.getUint16(subtable + 16 + 2 * doubled + segment);
    const rangeAt = subtable + 16 + 3 * doubled + segment;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** Width in px without kerning, which in Inter only narrows: a safe bound for layout. */
export function textWidth(text: string, style: TextStyle): number {
  const widths = advances(style.weight);
  let em = 0;
  for (const character of text) em += widths.get(character.codePointAt(0) ?? 0) ?? 1;
  return em * style.size;
}

/** False for characters that would come out blank. */
export function isDrawable(character: string): boolean {
  return advances(400).has(character.codePointAt(0) ?? 0);
}
