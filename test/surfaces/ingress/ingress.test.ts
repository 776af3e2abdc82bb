import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import express, { type Router } from "express";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ChartDrawer, ChartFormat, ChartImage, FramedChart } from "../../../src/briefing/chart.ts";
import { BriefingError } from "../../../src/briefing/errors.ts";
import { createIngress, type IngressDeps } from "../../../src/surfaces/ingress/app.ts";
import { openChartLinks } from "../../../src/surfaces/ingress/chart-links.ts";
import { startIngress } from "../../../src/surfaces/ingress/start.ts";
import type { Running } from "../../../src/surfaces/listen.ts";
import { newKeys } from "../../storage/store-world.ts";
import { newDatabase } from "../../support/postgres.ts";
import { newStore } from "../../support/store.ts";

const chart = (id: string): FramedChart => ({
  spec: {
    kind: "line",
    id,
    title: "A finding",
    subtitle: "What is drawn",
    unit: "%",
    alt: "In words",
    footnote: "n = 3",
    axis: "date",
    series: [{ name: "small", emphasis: "primary", points: [["2026-01-31", 1]] }],
    bands: [],
    marks: [],
    reference: null,
  },
  frame: { sourceLine: "Source: invented", sample: false, firm: "" },
});

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);
const image = (id: string): ChartImage => ({ id, alt: "", width: 1, height: 1, png: PNG });

/** Draws what it is told to, when it is told to. */
function drawerOf(draw: (chart: FramedChart, format: ChartFormat) => Promise<ChartImage>) {
  return { draw: vi.fn(draw), close: async () => {} } satisfies ChartDrawer;
}
const quickDrawer = () => drawerOf(async ({ spec }) => image(spec.id));

let running: Running | undefined;
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  await running?.close();
  running = undefined;
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Closed after the test. */
async function aStore() {
  const { store, close } = await newStore();
  cleanups.push(close);
  return store;
}

async function world(
  overrides: Partial<IngressDeps> = {},
  drawer: ChartDrawer = quickDrawer(),
  lifeMs = 3_600_000,
) {
  const logged: { details: object; message: string }[] = [];
  let now = Date.now();
  const charts = await openChartLinks({
    drawer,
    store: await aStore(),
    log: { error: (details, message) => logged.push({ details, message }) },
    secret: randomBytes(32),
    publicUrl: "https://bot.example/",
    capacity: 3,
    lifeMs,
    now: () => now,
  });
  const app = createIngress({
    routers: [],
    charts,
    exports: null,
    readiness: async () => ({ ready: true, reasons: [] }),
    log: { error: (details, message) => logged.push({ details, message }) },
    ...overrides,
  });
  running = await startIngress(app, { host: "127.0.0.1", port: 0 });
  const { url } = running;
  const linkOf = (id: string, format: ChartFormat = "slide") =>
    charts.linkFor(chart(id), format).url.replace("https://bot.example", url);
  const pass = (ms: number) => {
    now += ms;
  };
  return { url, charts, logged, linkOf, pass, now: () => now };
}

/** Paths and headers as they are written: `fetch` resolves the dots and adds `no-cache`. */
function rawGet(url: string, path: string, headers = {}): Promise<{ status: number; body: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, path, headers, agent: false }, (incoming) => {
      let body = "";
      incoming.on("data", (part: Buffer) => (body += part.toString("latin1")));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, body }));
    });
    outgoing.on("error", reject).end();
  });
}

describe("charts by secret address", () => {
  test("are drawn in the format of the link, and may be kept by whoever asked", async () => {
    const drawer = quickDrawer();
    const { linkOf } = await world({}, drawer);
    const reply = await fetch(linkOf("levels", "card"));
    expect(reply.status).toBe(200);
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(PNG);
    expect(drawer.draw).toHaveBeenCalledWith(chart("levels"), "card");
    const { headers } = reply;
    expect(headers.get("content-type")).toBe("image/png");
    expect(headers.get("cache-control")).toMatch(/^private, max-age=[1-9]\d*$/);
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("content-disposition")).toBe('inline; filename="levels.png"');
    const etag = { "If-None-Match": headers.get("etag") ?? "" };
    expect((await rawGet(reply.url, new URL(reply.url).pathname, etag)).status).toBe(304);
  });

  test("HEAD tells the same without the picture; other methods are refused", async () => {
    const { linkOf } = await world();
    const reply = await fetch(linkOf("levels"), { method: "HEAD" });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-length")).toBe(String(PNG.length));
    expect(await reply.text()).toBe("");
    const post = await fetch(linkOf("levels"), { method: "POST" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("the address is the public one; the same chart keeps it, another chart or format has another", async () => {
    const { charts, now } = await world();
    const { url, expires } = charts.linkFor(chart("a"), "slide");
    expect(url).toMatch(/^https:\/\/bot\.example\/charts\/[\w-]{43}\.png$/);
    expect(expires.getTime()).toBeGreaterThanOrEqual(now() + 3_600_000);
    expect(charts.linkFor(chart("a"), "slide").url).toBe(url);
    const titled = { ...chart("a"), frame: { ...chart("a").frame, firm: "Another firm" } };
    const others = [charts.linkFor(chart("a"), "card"), charts.linkFor(titled, "slide")];
    expect(new Set([url, ...others.map((each) => each.url)]).size).toBe(3);
  });

  test("forged, altered and foreign addresses are all unknown, and nothing is drawn", async () => {
    const drawer = quickDrawer();
    const { url, linkOf } = await world({}, drawer);
    const id = new URL(linkOf("a")).pathname.slice("/charts/".length, -".png".length);
    const swapAt = (i: number) => id.slice(0, i) + (id[i] === "A" ? "B" : "A") + id.slice(i + 1);
    const foreign = await openChartLinks({
      drawer,
      store: await aStore(),
      log: { error: () => {} },
      secret: randomBytes(32),
      publicUrl: url,
    });
    const forged = [
      ...[0, 15, 16, 30, 42].map((i) => `/charts/${swapAt(i)}.png`),
      `/charts/${id}`,
      `/charts/${id}.svg`,
      `/charts/${id}.PNG`,
      `/charts/${id}=.png`,
      `/charts/${id.slice(0, 16)}.png`,
      `/charts/${id}.png/`.replace("png/", "png/x"),
      "/charts/",
      "/charts/.png",
      new URL(foreign.linkFor(chart("a"), "slide").url).pathname,
    ];
    const replies = await Promise.all(forged.map((path) => fetch(url + path)));
    expect(replies.map(({ status }) => status)).toEqual(forged.map(() => 404));
    for (const reply of replies)
      expect(await reply.json()).toEqual({ error: "not_found", message: expect.any(String) });
    expect(replies[0]?.headers.get("cache-control")).toBe("no-store");
    expect(drawer.draw).not.toHaveBeenCalled();
    expect((await fetch(linkOf("a"))).status).toBe(200);
  });

  test.each([
    "/charts/../../etc/passwd",
    "/charts/..%2f..%2fetc%2fpasswd.png",
    "/charts/%2e%2e/%2e%2e/package.json",
    "/charts/..\\..\\secret.png",
    "/charts/a%00.png",
    "/charts/%ZZ.png",
    "//etc/passwd",
  ])("nothing else can be had by path: %s", async (path) => {
    const { url } = await world();
    const { status, body } = await rawGet(url, path);
    expect([400, 404]).toContain(status);
    expect(JSON.parse(body)).toHaveProperty("error");
  });

  test("expire, and can be linked anew", async () => {
    const { linkOf, pass } = await world({}, quickDrawer(), 1_000);
    const old = linkOf("a");
    expect((await fetch(old)).status).toBe(200);
    pass(2 * 3_600_000);
    expect((await fetch(old)).status).toBe(404);
    const anew = linkOf("a");
    expect(anew).not.toBe(old);
    expect((await fetch(anew)).status).toBe(200);
  });

  test("the longest unused is dropped for a new one", async () => {
    const { linkOf } = await world();
    const [a, b, c] = [linkOf("a"), linkOf("b"), linkOf("c")];
    expect((await fetch(a)).status).toBe(200);
    const d = linkOf("d");
    const statuses = await Promise.all([a, b, c, d].map(async (each) => (await fetch(each)).status));
    expect(statuses).toEqual([200, 404, 200, 200]);
  });

  test("many that ask at once share one drawing, and probes are answered meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<ChartImage>();
    const drawer = drawerOf(() => promise);
    const { url, linkOf } = await world({}, drawer);
    const asked = Promise.all(Array.from({ length: 10 }, () => fetch(linkOf("a"))));
    await vi.waitFor(() => expect(drawer.draw).toHaveBeenCalled(), { timeout: 30_000 });
    // Asked behind them: where they do not share, more drawings have begun by now.
    for (let probe = 0; probe < 10; probe += 1) expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(drawer.draw).toHaveBeenCalledOnce();
    resolve(image("a"));
    expect((await asked).map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test("a slow drawing is answered with try again, and the next one asking gets it", async () => {
    const { promise, resolve } = Promise.withResolvers<ChartImage>();
    const { linkOf } = await world(
      { chartWaitMs: 50 },
      drawerOf(() => promise),
    );
    const late = await fetch(linkOf("a"));
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(late.headers.get("cache-control")).toBe("no-store");
    resolve(image("a"));
    expect((await fetch(linkOf("a"))).status).toBe(200);
  });

  test("a drawing that fails is logged, tells nothing, and is tried again", async () => {
    const drawer = quickDrawer();
    drawer.draw.mockRejectedValueOnce(new RangeError("inner detail"));
    const { linkOf, logged } = await world({}, drawer);
    const reply = await fetch(linkOf("a"));
    expect(reply.status).toBe(503);
    expect(await reply.text()).not.toContain("inner detail");
    expect(logged).toMatchObject([{ details: { chart: "a", err: expect.any(RangeError) } }]);
    expect((await fetch(linkOf("a"))).status).toBe(200);
  });

  test("without a public address there are none", async () => {
    const { linkOf } = await world({ charts: null });
    expect((await fetch(linkOf("a"))).status).toBe(404);
  });

  test("a short secret is a bug", async () => {
    const short = { ...(await afterStarts()), secret: randomBytes(8) };
    await expect(openChartLinks(short)).rejects.toThrow(RangeError);
  });
});

/** What every start of one installation has in common. */
async function afterStarts() {
  const [keys, url] = [newKeys(), await newDatabase()];
  let storage = await newStore(keys, url);
  cleanups.push(() => storage.close());
  const logged: object[] = [];
  const options = {
    drawer: quickDrawer(),
    store: storage.store,
    log: { error: (details: object) => void logged.push(details) },
    secret: randomBytes(32),
    publicUrl: "https://bot.example",
    capacity: 3,
    now: () => Date.parse("2026-07-01T00:00:00Z"),
  };
  const restarted = async (changes: Partial<typeof options> = {}) => {
    await storage.close();
    storage = await newStore(keys, url);
    options.store = storage.store;
    return openChartLinks({ ...options, ...changes });
  };
  return {
    ...options,
    restarted,
    damage: () => storage.damage("chartLinks"),
    sealed: () => storage.sealed("chartLinks"),
    logged,
  };
}
const idIn = ({ url }: { url: string }) => url.split("/").at(-1)?.replace(".png", "") ?? "";
const DAY_MS = 86_400_000;

describe("charts linked before a restart", () => {
  test("are drawn as they were linked, once for callers that come together, under the same address", async () => {
    const world = await afterStarts();
    const link = (await openChartLinks(world)).linkFor(chart("levels"), "card");
    const later = await world.restarted();
    const found = await Promise.all([later.find(idIn(link)), later.find(idIn(link))]);
    expect(found.map((each) => each?.expires)).toEqual([link.expires, link.expires]);
    await Promise.all(found.map((each) => each?.draw()));
    expect(world.drawer.draw.mock.calls).toEqual([[chart("levels"), "card"]]);
    expect(later.linkFor(chart("levels"), "card").url).toBe(link.url);
  });

  test("those that have expired meanwhile, or are too many, are gone from the store", async () => {
    const world = await afterStarts();
    const old = (await openChartLinks(world)).linkFor(chart("old"), "slide");
    const at = (days: number) => ({ now: () => world.now() + days * DAY_MS });
    const second = await world.restarted(at(20));
    const links = ["a", "b", "c"].map((id) => second.linkFor(chart(id), "slide"));
    expect(await second.find(idIn(old))).toBeNull(); // the fourth of three
    const third = await world.restarted({ ...at(21), capacity: 2 });
    const found = await Promise.all(links.map((each) => third.find(idIn(each))));
    expect(found.filter((each) => each !== null)).toHaveLength(2);
    await world.restarted(at(60));
    const last = await world.restarted(at(0)); // as if they had not expired: nothing is there
    expect(await Promise.all(links.map((each) => last.find(idIn(each))))).toEqual([null, null, null]);
    expect(await world.sealed()).toEqual([]);
  });

  test("an altered address of one is unknown, and so is every one under another secret", async () => {
    const world = await afterStarts();
    const id = idIn((await openChartLinks(world)).linkFor(chart("a"), "slide"));
    const later = await world.restarted();
    expect(await later.find(`${id.slice(0, -1)}${id.endsWith("A") ? "E" : "A"}`)).toBeNull();
    expect(await later.find(id)).not.toBeNull();
    const foreign = await world.restarted({ secret: randomBytes(32) });
    expect(await foreign.find(id)).toBeNull();
    expect(world.logged).toEqual([]);
  });

  test("one whose document is damaged is unknown, and the log names it", async () => {
    const world = await afterStarts();
    const links = await openChartLinks(world);
    const link = links.linkFor(chart("a"), "slide");
    expect(await links.find(idIn(link))).not.toBeNull();
    await world.damage();
    expect(await links.find(idIn(link))).toBeNull();
    expect(world.logged).toMatchObject([{ err: { message: expect.stringContaining("chartLinks") } }]);
    // The start goes on without the old ones.
    const later = await world.restarted();
    const anew = later.linkFor(chart("b"), "slide");
    expect(await later.find(idIn(anew))).not.toBeNull();
  });
});

describe("probes", () => {
  test("alive always, ready when it is; the internet is not told why not", async () => {
    let ready = true;
    const { url, logged } = await world({
      readiness: async () => ({ ready, reasons: ready ? [] : ["database at 10.0.0.3 is down"] }),
    });
    const probe = async (path: string) => {
      const reply = await fetch(url + path);
      return [reply.status, await reply.text()];
    };
    expect(await probe("/healthz")).toEqual([200, "ok\n"]);
    expect(await probe("/readyz")).toEqual([200, '{"ready":true}']);
    ready = false;
    expect(await probe("/readyz")).toEqual([503, '{"ready":false}']);
    expect(logged).toEqual([]);
    expect((await fetch(`${url}/healthz`, { method: "DELETE" })).status).toBe(405);
  });

  test("a readiness that fails or hangs is not ready", async () => {
    let mode: "fails" | "hangs" = "fails";
    const { url, logged } = await world({
      readiness: () =>
        mode === "fails" ? Promise.reject(new Error("secret detail")) : new Promise(() => {}),
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect(logged).toHaveLength(1);
    mode = "hangs";
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });
});

describe("the platforms' routes", () => {
  function platform(): Router {
    const router = express.Router();
    router.post("/slack/events", (incoming, response) => {
      let bytes = 0;
      incoming.on("data", (part: Buffer) => (bytes += part.length));
      incoming.on("end", () => response.send(String(bytes)));
    });
    router.post("/api/messages", express.json({ limit: "1kb" }), (incoming, response) =>
      response.json(incoming.body),
    );
    router.get("/boom", () => {
      throw new Error("inner detail");
    });
    router.get("/refused", async () => {
      throw new BriefingError("bad_config", "the file /srv/secret is missing", "hint");
    });
    router.get("/half", (_incoming, response) => {
      response.write("half");
      throw new Error("too late");
    });
    return router;
  }

  test("get their bodies untouched, and have their own parsers", async () => {
    const { url } = await world({ routers: [platform()] });
    const body = "x".repeat(900_000);
    expect(await (await fetch(`${url}/slack/events`, { method: "POST", body })).text()).toBe("900000");
    const json = { method: "POST", headers: { "Content-Type": "application/json" } };
    const activity = await fetch(`${url}/api/messages`, { ...json, body: '{"type":"message"}' });
    expect(await activity.json()).toEqual({ type: "message" });
    expect((await fetch(`${url}/api/messages`, { ...json, body: `"${"x".repeat(2_000)}"` })).status).toBe(
      413,
    );
    const bad = await fetch(`${url}/api/messages`, { ...json, body: "{oops" });
    expect([bad.status, await bad.json()]).toEqual([
      400,
      { error: "bad_request", message: expect.any(String) },
    ]);
  });

  test("requests that announce more than 1 MB are refused before they are sent", async () => {
    const { url } = await world({ routers: [platform()] });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000001\r\n\r\n");
    const [answer, isClosed] = await new Promise<[string, boolean]>((resolve) => {
      let text = "";
      socket.on("data", (part) => (text += part.toString()));
      socket.on("close", () => resolve([text, true]));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(isClosed).toBe(true);
  });

  test("faults get an id that the log has too, and no detail", async () => {
    const { url, logged } = await world({ routers: [platform()] });
    for (const path of ["/boom?code=oauth-secret", "/refused"]) {
      const reply = await fetch(url + path);
      const text = await reply.text();
      expect(reply.status).toBe(500);
      expect(text).not.toMatch(/inner detail|secret|\.ts|node_modules/);
      const errorId = /E-[0-9a-f]{8}/.exec(text)?.[0];
      expect(logged.at(-1)).toMatchObject({ details: { errorId, path: path.split("?")[0] } });
    }
    expect(JSON.stringify(logged)).not.toContain("oauth-secret");
  });

  test("a fault in the middle of an answer breaks it off, so that nobody takes it for whole", async () => {
    const { url, logged } = await world({ routers: [platform()] });
    await expect(fetch(`${url}/half`).then((reply) => reply.text())).rejects.toThrow();
    expect(logged).toHaveLength(1);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test("anything else is not found, in JSON, under strict headers", async () => {
    const { url } = await world();
    for (const path of ["/", "/metrics", "/ask", "/slack/events", "/favicon.ico"]) {
      const reply = await fetch(url + path);
      expect(reply.status).toBe(404);
      expect(await reply.json()).toHaveProperty("error", "not_found");
      expect(reply.headers.get("x-powered-by")).toBeNull();
      expect(reply.headers.get("content-security-policy")).toBe(
        "default-src 'none';base-uri 'none';frame-ancestors 'none'",
      );
      expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
      expect(reply.headers.get("strict-transport-security")).toBe("max-age=31536000");
    }
  });
});

describe("the address", () => {
  test("a taken port and a foreign host are named, with the setting that changes them", async () => {
    const { url } = await world();
    const app = express();
    const port = Number(new URL(url).port);
    await expect(startIngress(app, { host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "bad_config",
      message: `The ingress's port ${port} (PORT) is already in use.`,
      hint: expect.stringContaining("PORT"),
    });
    await expect(startIngress(app, { host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
      code: "bad_config",
      message: expect.stringContaining("HOST 192.0.2.1"),
    });
  });

  test("closing ends it", async () => {
    const { url } = await world();
    await running?.close();
    running = undefined;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
