import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { describe, expect, it } from "vitest";
import { PLACEHOLDERS, publicHost, teamsManifest } from "../../../src/surfaces/teams/manifest.ts";
import { topics } from "../../../src/topics/index.ts";

const SETTINGS = { ...PLACEHOLDERS, version: "1.2.3" };
const manifest = teamsManifest(SETTINGS, topics);
const faults = (of: object) => AppManifestUtils.validateAgainstSchema(structuredClone(of) as never);

describe("the manifest of the app package", () => {
  it("is what Microsoft's newest schema wants, and the schema is really asked", async () => {
    expect(await faults(manifest)).toEqual([]);
    const long = { ...manifest, name: { short: "x".repeat(31) } };
    expect(await faults(long)).not.toEqual([]);
    expect(await faults({ ...manifest, $schema: manifest.$schema.replace("1.30", "1.29") })).not.toEqual([]);
  });

  it("stays valid with many topics and long words", async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      name: `topic${index}`,
      summary: "word ".repeat(100),
    }));
    const full = teamsManifest({ ...SETTINGS, firm: "A firm with a very long name indeed ".repeat(2) }, many);
    expect(await faults(full)).toEqual([]);
    for (const { commands } of full.bots[0]?.commandLists ?? []) expect(commands).toHaveLength(10);
  });

  it("offers the first topics and help as prompt starters in personal chats, teams and group chats", () => {
    const [bot, ...others] = manifest.bots;
    expect(others).toEqual([]);
    expect(bot?.scopes).toEqual(["personal", "team", "groupChat"]);
    expect(bot?.commandLists.map(({ scopes }) => scopes)).toEqual([["personal"], ["team"], ["groupChat"]]);
    for (const { commands } of bot?.commandLists ?? []) {
      expect(commands.map(({ prompt }) => prompt)).toEqual([
        ...topics.slice(0, 9).map(({ name }) => name),
        "help",
      ]);
      expect(new Set(commands.map(({ type }) => type))).toEqual(new Set(["prompt"]));
    }
  });

  it("asks for nothing beyond answering", () => {
    for (const key of ["webApplicationInfo", "authorization"]) expect(manifest).not.toHaveProperty(key);
    expect(manifest.permissions).toEqual(["messageTeamMembers"]);
    expect(manifest.bots[0]?.supportsFiles).toBe(false);
    expect(manifest.validDomains).toEqual(["your-public-host.example.com"]);
  });

  it("carries the bot's id wherever Teams reads one", () => {
    const appId = "12345678-aaaa-bbbb-cccc-123456789abc";
    const text = JSON.stringify(teamsManifest({ ...SETTINGS, appId }, topics));
    expect(text.split(appId)).toHaveLength(4);
    expect(text).not.toContain(PLACEHOLDERS.appId);
  });
});

describe("the public address", () => {
  it.each([
    ["https://smallcaps.example.com", "smallcaps.example.com"],
    ["https://smallcaps.example.com:8443/bot", "smallcaps.example.com"],
  ])("%s", (url, host) => expect(publicHost(url)).toBe(host));

  it.each([
    "http://smallcaps.example.com",
    "https://localhost:3000",
    "https://10.0.0.1",
    "https://[::1]",
    "https://intranet",
  ])("%s is refused", (url) =>
    expect(() => publicHost(url)).toThrow(expect.objectContaining({ code: "bad_config" })),
  );
});

type Pixel = readonly [number, number, number, number];

/** An eight-bit RGBA PNG without interlacing, by the specification: pixels row by row. */
function pixelsOf(name: string): { size: readonly [number, number]; at: (x: number, y: number) => Pixel } {
  const png = readFileSync(new URL(`../../../manifests/teams/${name}`, import.meta.url));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([...png.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const out = Buffer.alloc(stride * height);
  const byte = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (out[y * stride + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [x < 4 ? 0 : byte(x - 4, y), byte(x, y - 1), x < 4 ? 0 : byte(x - 4, y - 1)];
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + add;
    }
  }
  const at = (x: number, y: number): Pixel => {
    const [r = 0, g = 0, b = 0, a = 0] = out.subarray(y * stride + x * 4);
    return [r, g, b, a];
  };
  return { size: [width, height], at };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}

const square = (size: number) =>
  Array.from({ length: size * size }, (_, index) => [index % size, Math.floor(index / size)] as const);

describe("the icons, by Microsoft's rules", () => {
  it("color.png: 192 px, opaque to its edges, symbol within the middle 96 px", () => {
    const { size, at } = pixelsOf("color.png");
    expect(size).toEqual([192, 192]);
    const background = at(0, 0);
    expect(background).toEqual([0x14, 0x31, 0x5c, 255]);
    const inside = ([x, y]: readonly [number, number]) => x >= 48 && x < 144 && y >= 48 && y < 144;
    const painted = square(192).filter(([x, y]) => String(at(x, y)) !== String(background));
    expect(painted.length).toBeGreaterThan(1_000);
    expect(painted.filter((point) => !inside(point))).toEqual([]);
    expect(square(192).filter(([x, y]) => at(x, y)[3] !== 255)).toEqual([]);
  });

  it("outline.png: 32 px, white or nothing", () => {
    const { size, at } = pixelsOf("outline.png");
    expect(size).toEqual([32, 32]);
    const seen = square(32)
      .map(([x, y]) => at(x, y))
      .filter(([, , , alpha]) => alpha > 0);
    expect(new Set(seen.map(String))).toEqual(new Set(["255,255,255,255"]));
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(512);
  });
});
