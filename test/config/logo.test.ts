import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";

const room = mkdtempSync(join(tmpdir(), "smallcaps-logo-"));
let count = 0;
function fileOf(content: string | Uint8Array): string {
  count += 1;
  const path = join(room, `logo-${count}`);
  writeFileSync(path, content);
  return path;
}
const logoOf = (content: string | Uint8Array) => readConfig({ FIRM_LOGO: fileOf(content) }).FIRM_LOGO;
const svg = (inside = "", size = 'width="300" height="80"') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="300" height="80"/>${inside}</svg>`;
const png = (width: number, height: number): Buffer =>
  new Resvg(svg("", `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`)).render().asPng();

describe("FIRM_LOGO", () => {
  it("is read with its type and size", () => {
    const picture = png(300, 80);
    expect(logoOf(picture)).toEqual({
      type: "image/png",
      width: 300,
      height: 80,
      base64: picture.toString("base64"),
    });
    expect(logoOf(svg())).toMatchObject({ type: "image/svg+xml", width: 300, height: 80 });
    expect(logoOf(svg("", 'viewBox="0 0 120 60"'))).toMatchObject({ width: 120, height: 60 });
    const gradient = `<defs><linearGradient id="a"/></defs><use href="#b"/><rect id="b" fill='url( "#a")'/>`;
    expect(logoOf(svg(gradient))).toMatchObject({ type: "image/svg+xml" });
    expect(readConfig({}).FIRM_LOGO).toBeUndefined();
  });

  const damaged = png(64, 64);
  damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 0xff;
  it.each<[string, string | Uint8Array, RegExp]>([
    ["a text", "hello", /neither a PNG nor an SVG/],
    ["nothing", "", /neither a PNG nor an SVG/],
    ["a PNG that is cut", png(64, 64).subarray(0, -9), /damaged/],
    ["a PNG with a flipped byte", damaged, /damaged/],
    ["a PNG of its head alone", png(64, 64).subarray(0, 33), /damaged/],
    ["a PNG that is too small", png(64, 20), /it is 64 by 20; each side must have 32 to 2000 px/],
    ["a PNG that is too large", png(2001, 200), /it is 2001 by 200; each side/],
    ["a line", png(1000, 40), /longer side may be 12 times/],
    ["too many bytes", svg(`<!--${"x".repeat(500_000)}-->`), /501 kB, more than 500 kB/],
    ["a script", svg("<script>alert(1)</script>"), /holds a script/],
    ["an event", svg('<rect onload="x()"/>'), /holds a script/],
    ["another file", svg('<image href="file:///etc/passwd"/>'), /refers to other files/],
    ["another page", svg('<use href="https://x.example/a.svg#b"/>'), /refers to other files/],
    ["a style from elsewhere", svg("<style>@import url(https://x.example)</style>"), /refers to other files/],
    ["a fill from elsewhere", svg('<rect fill="url(https://x.example/a.svg#b)"/>'), /refers to other files/],
    ["an entity", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg()}`, /document type/],
    ["text", svg("<text>Harbour</text>"), /turn the text into outlines/],
    [
      "no size",
      svg("", ""),
      /does not say its size in px: no width, no height, no viewBox; write width="300" height="80" or viewBox=/,
    ],
    [
      "a size that is none",
      svg("", 'width="100%" height="3cm"'),
      /in px: width="100%", height="3cm", no viewBox; write/,
    ],
    ["an empty box", svg("", 'viewBox="0 0 0 0"'), /viewBox="0 0 0 0"; write/],
    [
      "a root that closes itself",
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"/>',
      /is empty: its <svg …\/> closes itself.*; save it again/,
    ],
    ["an SVG that is cut", svg().slice(0, -6), /does not end/],
  ])("refuses %s, and says what to do", (_, content, reason) => {
    expect(() => logoOf(content)).toThrow(reason);
    expect(() => logoOf(content)).toThrow(/^FIRM_LOGO: /);
  });

  it("that cannot be read is named", () => {
    expect(() => readConfig({ FIRM_LOGO: join(room, "never.png") })).toThrow(
      /never\.png" is not valid \(there is no such file; name a PNG or an SVG\)/,
    );
    expect(() => readConfig({ FIRM_LOGO: "./never.svg" })).toThrow(
      `"./never.svg" is not valid (there is no such file, looked for from ${process.cwd()}; name a PNG or an SVG)`,
    );
    expect(() => readConfig({ FIRM_LOGO: room })).toThrow(
      `FIRM_LOGO: "${room}" is not valid (it is a folder; name the file in it, a PNG or an SVG)`,
    );
  });
});
