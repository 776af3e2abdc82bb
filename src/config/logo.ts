import { readFileSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { crc32, inflateSync } from "node:zlib";
import { z } from "zod";
import type { Logo } from "../briefing/client-sheet.ts";

const LARGEST_BYTES = 500_000;
const SIDES = { least: 32, most: 2_000 } as const;
/** A mark longer than this would be a line on the page. */
const MOST_STRETCHED = 12;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

class LogoFault extends Error {}

/** The path of a PNG or an SVG to the logo itself, read and checked when the program starts. */
export const logo = z.string().transform((path, context): Logo => {
  try {
    return readLogo(path);
  } catch (error) {
    if (!(error instanceof LogoFault)) throw error;
    context.addIssue({ code: "custom", message: error.message });
    return z.NEVER;
  }
});

function readLogo(path: string): Logo {
  const bytes = contentsOf(path);
  const isPng = bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
  const { width, height } = isPng ? sizeOfPng(bytes) : sizeOfSvg(bytes);
  const size = `it is ${width} by ${height}`;
  if (Math.min(width, height) < SIDES.least || Math.max(width, height) > SIDES.most)
    throw new LogoFault(`${size}; each side must have ${SIDES.least} to ${SIDES.most} px`);
  if (Math.max(width / height, height / width) > MOST_STRETCHED)
    throw new LogoFault(`${size}; the longer side may be ${MOST_STRETCHED} times the other`);
  return { type: isPng ? "image/png" : "image/svg+xml", width, height, base64: bytes.toString("base64") };
}

function contentsOf(path: string): Buffer {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new LogoFault("it is a folder; name the file in it, a PNG or an SVG");
    if (!stats.isFile()) throw new LogoFault("it is no file; name a PNG or an SVG");
    const { size } = stats;
    if (size <= LARGEST_BYTES) return readFileSync(path);
    throw new LogoFault(
      `it has ${Math.ceil(size / 1e3)} kB, more than ${LARGEST_BYTES / 1e3} kB; save it smaller`,
    );
  } catch (error) {
    if (error instanceof LogoFault) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new LogoFault(
      isMissing
        ? `there is no such file${isAbsolute(path) ? "" : `, looked for from ${process.cwd()}`}; name a PNG or an SVG`
        : "the file cannot be read; let the user that runs smallcaps read it",
    );
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const DAMAGED = "the PNG is damaged; save it again";
/** Samples of a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** All of it is read: what cannot be drawn would be left out of the picture in silence. */
function sizeOfPng(bytes: Buffer): Size {
  const chunks = [...chunksOf(bytes)];
  const [header] = chunks;
  if (header?.type !== "IHDR" || header.data.length !== 13 || chunks.at(-1)?.type !== "IEND")
    throw new LogoFault(DAMAGED);
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlaced = 0] = header.data.subarray(8);
  if (Math.max(width, height) > SIDES.most) return { width, height };
  if (interlaced !== 0) throw new LogoFault("the PNG is interlaced; save it without");
  const bits = width * depth * (SAMPLES[colour] ?? Number.NaN);
  const expected = height * (1 + Math.ceil(bits / 8));
  const data = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data));
  if (inflatedLength(data, expected) !== expected) throw new LogoFault(DAMAGED);
  return { width, height };
}

function inflatedLength(data: Buffer, most: number): number {
  try {
    return inflateSync(data, { maxOutputLength: most + 1 }).length;
  } catch {
    throw new LogoFault(DAMAGED);
  }
}

function* chunksOf(bytes: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const end = at + 12 + (at + 8 <= bytes.length ? bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY);
    if (end > bytes.length) throw new LogoFault(DAMAGED);
    const checked = bytes.subarray(at + 4, end - 4);
    if (crc32(checked) !== bytes.readUInt32BE(end - 4)) throw new LogoFault(DAMAGED);
    yield { type: checked.toString("latin1", 0, 4), data: checked.subarray(4) };
    at = end;
  }
}

/** What would run, reach outside, or be drawn in a font that is not there. */
const BARRED: readonly (readonly [found: RegExp, remedy: string])[] = [
  [/<!DOCTYPE|<!ENTITY/i, "it declares a document type; save it as plain SVG"],
  [/<script|\son\w+\s*=/i, "it holds a script; save it as plain SVG"],
  [
    /<foreignObject|<image|\bhref\s*=\s*["'](?!#)|\burl\((?!\s*["']?#)|@import/i,
    "it refers to other files; embed shapes alone",
  ],
  [/<(?:text|tspan)\b/i, "it holds text, whose font is not here; turn the text into outlines"],
];

function sizeOfSvg(bytes: Buffer): Size {
  const text = bytes.toString("utf8").replace(/<!--[\s\S]*?-->/g, "");
  const [root] = /<svg\b[^>]*>/i.exec(text) ?? [];
  if (root === undefined) throw new LogoFault("it is neither a PNG nor an SVG; save the logo as one of them");
  if (root.endsWith("/>"))
    throw new LogoFault("the SVG is empty: its <svg …/> closes itself, so it draws nothing; save it again");
  const barred = BARRED.find(([found]) => found.test(text));
  if (barred) throw new LogoFault(barred[1]);
  if (!/<\/svg>\s*$/i.test(text)) throw new LogoFault("the SVG does not end with </svg>; save it again");
  const given = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1];
  const side = (name: string) => Number(/^\s*([\d.]+)(?:px)?\s*$/.exec(given(name) ?? "")?.[1]);
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(root);
  const [width, height] = [side("width") || Number(box?.[1]), side("height") || Number(box?.[2])];
  if (width > 0 && height > 0) return { width, height };
  const said = ["width", "height", "viewBox"].map((name) => {
    const value = given(name);
    return value === undefined ? `no ${name}` : `${name}="${value.slice(0, 40)}"`;
  });
  throw new LogoFault(
    `the SVG does not say its size in px: ${said.join(", ")}; write width="300" height="80" or viewBox="0 0 300 80" into its <svg …>`,
  );
}
