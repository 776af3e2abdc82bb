import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { FramedChart } from "../../src/briefing/chart.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { createImageCache } from "../../src/charts/image-cache.ts";
import { createLimiter } from "../../src/charts/limiter.ts";
import { EXAMPLES } from "./examples.ts";

const run = promisify(execFile);
const worker = new URL("./hung-worker.ts", import.meta.url);
const drawer = createChartDrawer();
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const renamed = (id: string): FramedChart => ({
  ...EXAMPLES["ratecut"]!,
  spec: { ...EXAMPLES["ratecut"]!.spec, id },
});

afterAll(() => drawer.close());

/** Width and height of the IHDR chunk, after an 8-byte signature and 8 bytes of chunk head. */
function pngSize(png: Uint8Array): [number, number] {
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

test("a slide has 2400x1350 px, a card 1024x576 px and less than 1 MB", async () => {
  const slide = await drawer.draw(EXAMPLES["history"]!, "slide");
  const card = await drawer.draw(EXAMPLES["history"]!, "card");
  expect(pngSize(slide.png)).toEqual([2400, 1350]);
  expect([slide.width, slide.height]).toEqual([2400, 1350]);
  expect(pngSize(card.png)).toEqual([1024, 576]);
  expect(card.png.byteLength).toBeLessThan(1_000_000);
  expect(card.id).toBe("performance-history");
  expect(card.alt).toBe(EXAMPLES["history"]!.spec.alt);
});

const PROCESS = `
  const { createChartDrawer } = await import(process.argv[1]);
  const { EXAMPLES } = await import(process.argv[2]);
  const { createHash } = await import("node:crypto");
  const drawer = createChartDrawer();
  const hashes = [];
  for (const name of process.argv.slice(3)) {
    const { png } = await drawer.draw(EXAMPLES[name], "slide");
    hashes.push(createHash("sha256").update(png).digest("hex"));
  }
  await drawer.close();
  console.log(hashes.join(" "));
`;

test("bytes are the same in another process, and whatever was drawn before", async () => {
  const names = ["valuation", "cycles", "sample"];
  const modules = ["../../src/charts/drawer.ts", "./examples.ts"].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const other = run(process.execPath, ["--input-type=module", "-e", PROCESS, ...modules, ...names]);
  const here: string[] = [];
  for (const name of names.toReversed())
    here.unshift(sha256((await drawer.draw(EXAMPLES[name]!, "slide")).png));
  expect((await other).stdout.trim().split(" ")).toEqual(here);
  expect(new Set(here).size).toBe(3);
});

const IMPORTS = `
  import { registerHooks } from "node:module";
  const seen = [];
  registerHooks({ resolve: (name, context, next) => { const found = next(name, context); seen.push(found.url); return found; } });
  await import(process.argv[1]);
  console.log(seen.join("\\n"));
`;

test("the main thread loads neither ECharts nor resvg", async () => {
  const module = new URL("../../src/charts/drawer.ts", import.meta.url).href;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", IMPORTS, module]);
  expect(stdout).toContain("tinypool");
  expect(stdout).not.toMatch(/echarts|resvg/);
});

test("the same chart asked for twice is drawn once, then comes from the cache", async () => {
  const [one, two] = await Promise.all([
    drawer.draw(renamed("twice"), "card"),
    drawer.draw(renamed("twice"), "card"),
  ]);
  expect(one).toBe(two);
  expect(await drawer.draw(renamed("twice"), "card")).toBe(one);
  expect(await drawer.draw(renamed("thrice"), "card")).not.toBe(one);
});

test("a bad spec is refused before it reaches a worker", async () => {
  await expect(drawer.draw(renamed("../up"), "card")).rejects.toThrow(TypeError);
});

test("a hung drawing is given up, and the next ones are drawn", async () => {
  const small = createChartDrawer({ worker, timeoutMs: 5_000 });
  const hung = small.draw(renamed("hang"), "card");
  const waiting = small.draw(renamed("fine"), "card");
  await expect(hung).rejects.toThrow("drawing chart hang was given up after 5000 ms");
  expect((await waiting).alt).toBe("fine");
  await expect(small.draw(renamed("fail"), "card")).rejects.toThrow("drawing chart fail failed");
  expect((await small.draw(renamed("fine-again"), "card")).alt).toBe("fine-again");
  await small.close();
});

test("a closed drawer refuses, also what was waiting", async () => {
  const closed = createChartDrawer({ worker });
  const [first, second] = [closed.draw(renamed("hang"), "card"), closed.draw(renamed("fine"), "card")];
  const outcomes = Promise.allSettled([first, second]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await closed.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(closed.draw(renamed("fine"), "card")).rejects.toThrow("closed");
});

test("the cache holds what was used last within its bytes", () => {
  const cache = createImageCache(250);
  const image = (id: string) => ({ id, alt: "", width: 1, height: 1, png: new Uint8Array(100) });
  cache.set("a", image("a"));
  cache.set("b", image("b"));
  expect(cache.get("a")?.id).toBe("a");
  cache.set("c", image("c"));
  expect([cache.get("a")?.id, cache.get("b")?.id, cache.get("c")?.id]).toEqual(["a", undefined, "c"]);
  cache.set("big", { ...image("big"), png: new Uint8Array(300) });
  expect([cache.get("a"), cache.get("c"), cache.get("big")]).toEqual([undefined, undefined, undefined]);
  cache.set("d", image("d"));
  expect(cache.get("d")?.id).toBe("d");
});

test("the limiter runs no more at once than it has slots, in the order of asking", async () => {
  const limit = createLimiter(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const task = (name: number) => async () => {
    started.push(name);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (name === 1) throw new Error("one");
  };
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map((name) => limit(task(name))));
  expect([most, running, started]).toEqual([2, 0, [0, 1, 2, 3, 4]]);
  expect(all.filter(({ status }) => status === "rejected")).toHaveLength(1);
});
