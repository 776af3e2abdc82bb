import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePng } from "../../src/charts/png.ts";
import { rasterise, render } from "../../src/charts/raster.ts";
import { chartSvg } from "../../src/charts/svg.ts";
import { EXAMPLES } from "./examples.ts";

/** Decoded by the rasteriser's PNG reader, which checks every checksum, and drawn pixel on pixel. */
function decoded(png: Uint8Array, width: number, height: number): Buffer {
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const size = `width="${width}" height="${height}"`;
  const image = `<image image-rendering="optimizeSpeed" ${size} href="${href}"/>`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`).render().pixels;
}

const colourType = (png: Uint8Array): number | undefined => png[25];
const bytesOf = (colours: readonly number[]): Uint8Array =>
  Uint8Array.from(colours.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255, 255]));

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      colours: fc
        .integer({ min: 1, max: 1000 })
        .chain((most) =>
          fc.array(fc.integer({ min: 0, max: most }), {
            minLength: width * height,
            maxLength: width * height,
          }),
        )
        .map((numbers) => numbers.map((number) => (number * 0x9e3779) & 0xffffff)),
    }),
  );

test("any small picture comes back pixel by pixel, with and without a palette", () => {
  const types = new Set<number | undefined>();
  fc.assert(
    fc.property(picture, ({ width, height, colours }) => {
      const rgba = bytesOf(colours);
      const png = encodePng(rgba, width, height);
      types.add(colourType(png));
      expect(Buffer.compare(decoded(png, width, height), rgba)).toBe(0);
    }),
    { numRuns: 200, seed: 20261123 },
  );
  expect(types).toEqual(new Set([3, 6]));
});

test.each([
  [256, 3],
  [257, 6],
])("%i colours are written as colour type %i", (count, type) => {
  const rgba = bytesOf(Array.from({ length: count }, (_, index) => index * 65_537));
  const png = encodePng(rgba, count, 1);
  expect(colourType(png)).toBe(type);
  expect(Buffer.compare(decoded(png, count, 1), rgba)).toBe(0);
});

test("a hole stays a hole", () => {
  const rgba = Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 255);
  expect([...decoded(encodePng(rgba, 3, 1), 3, 1)]).toEqual([...rgba]);
});

test.each([
  ["performance", 3],
  ["cycles", 6],
])("the %s chart has the rasteriser's own pixels, in colour type %i", (name, type) => {
  const { svg } = chartSvg(EXAMPLES[name]!);
  const { png, width, height } = rasterise(svg, "card");
  expect(colourType(png)).toBe(type);
  const pixels = decoded(png, width, height);
  expect(pixels.every((byte, index) => index % 4 !== 3 || byte === 255)).toBe(true);
  expect(Buffer.compare(pixels, decoded(render(svg, "card").asPng(), width, height))).toBe(0);
});
