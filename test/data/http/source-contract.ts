import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { LiveOptions } from "../../../src/data/kept/options.ts";
import type { DatasetName } from "../../../src/market/datasets.ts";
import type { MarketData } from "../../../src/market/port.ts";
import { faultOf } from "../fault-of.ts";
import { type Asked, type Handler, liveOptions, send, serve } from "./serve.ts";

export interface Contract {
  readonly name: string;
  readonly open: (options: LiveOptions) => MarketData;
  readonly dataset: DatasetName;
  readonly now: string;
  /** A good answer to what is asked. */
  readonly good: (asked: Asked) => string;
  readonly type: string;
  /** A whole answer of the right type that is laid out in another way. */
  readonly drifted: string;
  /** What may stand nowhere but in the request itself. */
  readonly secrets: readonly string[];
  /** False where the source's terms forbid it. */
  readonly keeps: boolean;
}

const SECRET_BASE = "s3cr3t-in-base";

/** What every source does, whatever the server does. */
export function sourceContract(contract: Contract): void {
  const { name, dataset, good, type, secrets } = contract;
  const now = () => new Date(contract.now);
  const fine: Handler = (asked, response) => send(response, good(asked), type);

  async function open(handler: Handler, change: { dir?: string; timeoutMs?: number; days?: number } = {}) {
    const server = await serve(handler);
    const base = `${server.baseUrl.replace("//", `//user:${SECRET_BASE}@`)}/base?token=${SECRET_BASE}`;
    const at = () => new Date(now().getTime() + (change.days ?? 0) * 86_400_000);
    const options = await liveOptions(base, at, change);
    return { ...server, options, market: contract.open(options) };
  }

  describe(`${name}: a good answer`, () => {
    it("comes with its responses, each with address, hash, time and no secret", async () => {
      const { market, asked, baseUrl } = await open(fine);
      const { data, source } = await market.fetch(dataset);
      expect(data).toBeTruthy();
      expect(source.responses?.length).toBeGreaterThan(0);
      for (const response of source.responses ?? []) {
        expect(response.url).toMatch(new RegExp(`^${baseUrl}/base/`));
        expect(response.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(response.retrievedAt).toBe(now().toISOString());
      }
      expect(asked.length).toBe(source.responses?.length);
      expect(asked[0]?.url).toContain(`token=${SECRET_BASE}`);
      expect(JSON.stringify(source)).not.toContain(SECRET_BASE);
      for (const secret of secrets) {
        expect(JSON.stringify(asked)).toContain(secret);
        expect(JSON.stringify(source)).not.toContain(secret);
      }
      expect(asked[0]?.headers["user-agent"]).toMatch(/smallcaps/);
    });

    it("is asked for once by all who ask at the same time", async () => {
      const { market, asked } = await open(fine);
      const all = await Promise.all(Array.from({ length: 1_000 }, () => market.fetch(dataset)));
      expect(new Set(all).size).toBe(1);
      expect(asked.length).toBe(all[0]?.source.responses?.length);
    });

    it("may come gzipped, or after a redirect", async () => {
      const zipped = await open((asked, response) =>
        send(response, gzipSync(good(asked)), type, { "content-encoding": "gzip" }),
      );
      await zipped.market.fetch(dataset);
      const moved = await open((asked, response) => {
        if (asked.url.startsWith("/new/")) send(response, good({ ...asked, url: asked.url.slice(4) }), type);
        else response.writeHead(307, { location: `/new${asked.url}` }).end();
      });
      await moved.market.fetch(dataset);
    });

    it(contract.keeps ? "is kept, without secrets" : "is kept nowhere", async () => {
      const { market, asked, options } = await open(fine);
      await market.fetch(dataset);
      const first = asked.length;
      await market.fetch(dataset);
      expect(asked.length).toBe(contract.keeps ? first : 2 * first);
      const all = await readdir(options.dir, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = all.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
      expect(files.length > 0).toBe(contract.keeps);
      const kept = await Promise.all(files.map((file) => readFile(file, "utf8")));
      for (const secret of [...secrets, SECRET_BASE]) expect(kept.join("")).not.toContain(secret);
      expect(files.map((file) => basename(file)).join("")).not.toMatch(
        new RegExp([...secrets, SECRET_BASE].join("|")),
      );
    });
  });

  describe(`${name}: a passing fault is waited for`, () => {
    it.each<[string, Handler]>([
      ["status 500", (_, response) => void response.writeHead(500).end("oops")],
      ["status 429", (_, response) => void response.writeHead(429).end()],
      [
        "status 429 with Retry-After",
        (_, response) => void response.writeHead(429, { "retry-after": "1" }).end(),
      ],
      ["a reset connection", (_, response) => void response.socket?.destroy()],
      [
        "half a body",
        (asked, response) => {
          const body = good(asked);
          response.writeHead(200, {
            "content-type": type,
            "content-length": String(Buffer.byteLength(body)),
          });
          response.write(body.slice(0, 20), () => response.destroy());
        },
      ],
      ["an empty body", (_, response) => send(response, "", type)],
    ])("%s", async (_, fault) => {
      const failed = new Set<string>();
      const { market } = await open((asked, response, count) => {
        const key = asked.url + asked.body;
        if (failed.has(key)) return fine(asked, response, count);
        failed.add(key);
        return fault(asked, response, count);
      });
      const { source } = await market.fetch(dataset);
      expect([source.fallback, source.doubts?.join() ?? ""]).toEqual([
        undefined,
        expect.not.stringMatching(/status|broke/),
      ]);
    });
  });

  describe(`${name}: what cannot be used is refused, and the secrets stay secret`, () => {
    const echo = `you sent ${[...secrets, SECRET_BASE].join(" ")}`;
    it.each<[string, Handler, RegExp]>([
      [
        "401",
        (_, response) => void response.writeHead(401).end(JSON.stringify({ detail: echo })),
        /status 401/,
      ],
      ["403", (_, response) => void response.writeHead(403).end(echo), /status 403/],
      ["404", (_, response) => void response.writeHead(404).end(), /status 404/],
      [
        "429 with a long Retry-After",
        (_, response) => void response.writeHead(429, { "retry-after": "900" }).end(),
        /status 429/,
      ],
      ["500", (_, response) => void response.writeHead(500).end(echo), /status 500/],
      [
        "an error page with status 200",
        (_, response) => send(response, `<!doctype html><title>${echo}</title>`, "text/html"),
        /a web page instead of/,
      ],
      [
        "an error page called data",
        (_, response) => send(response, "<html><body>Sign in</body></html>", type),
        /a web page instead of/,
      ],
      [
        "a throttling page with status 200",
        (_, response) => send(response, "<html>Request Rate Threshold Exceeded</html>", "text/html"),
        /asked too often/,
      ],
      [
        "another content type",
        (_, response) => send(response, "GIF89a", "image/gif"),
        /image\/gif instead of/,
      ],
      [
        "another layout",
        (_, response) => send(response, contract.drifted, type),
        /layout has changed|not whole/,
      ],
      [
        "a body that is too large",
        (_, response) =>
          void response.writeHead(200, { "content-type": type, "content-length": "900000000" }).end(),
        /more than \d+ kB/,
      ],
      [
        "redirects without end",
        (asked, response) => void response.writeHead(307, { location: asked.url }).end(),
        /redirects more than/,
      ],
      [
        "a redirect to something else",
        (_, response) => void response.writeHead(302, { location: `file:///etc/${SECRET_BASE}` }).end(),
        /no web address/,
      ],
    ])("%s", async (_, handler, message) => {
      const { market, options } = await open(handler);
      const fault = await faultOf(market.fetch(dataset));
      expect(fault.code).toBe("data_unavailable");
      expect(fault.message).toMatch(message);
      expect(fault.hint.length).toBeGreaterThan(20);
      const cards = JSON.stringify((await market.cards?.()) ?? []);
      expect(cards).toMatch(message);
      const quarantine = await readdir(options.quarantineDir).catch(() => []);
      const texts = await Promise.all(
        quarantine
          .filter((file) => file.endsWith(".json"))
          .map((file) => readFile(join(options.quarantineDir, file), "utf8")),
      );
      for (const secret of [...secrets, SECRET_BASE])
        expect([fault.message, fault.hint, String(fault.stack), cards, ...texts].join()).not.toContain(
          secret,
        );
    });

    it("a server that says nothing, or trickles, within the time limit", async () => {
      const silent = await open(() => undefined, { timeoutMs: 400 });
      expect((await faultOf(silent.market.fetch(dataset))).message).toMatch(/did not answer/);
      const slow = await open(
        (_, response) => {
          response.writeHead(200, { "content-type": type });
          const timer = setInterval(() => response.write(" "), 20);
          response.on("close", () => clearInterval(timer));
        },
        { timeoutMs: 400 },
      );
      expect((await faultOf(slow.market.fetch(dataset))).message).toMatch(/did not answer within 0\.4 s/);
    });

    it("and a host that wants to be left alone is left alone", async () => {
      const { market, asked } = await open(
        (_, response) => void response.writeHead(429, { "retry-after": "900" }).end(),
      );
      await faultOf(market.fetch(dataset));
      const before = asked.length;
      const { message } = await faultOf(market.fetch(dataset));
      expect(message).toMatch(/not asked again so soon after/);
      expect(asked.length).toBe(before);
    });
  });

  if (!contract.keeps) return;
  describe(`${name}: the copy`, () => {
    it.each<[string, Handler, RegExp]>([
      ["is down", (_, response) => void response.socket?.destroy(), /could not be reached/],
      [
        "has changed its layout",
        (_, response) => send(response, contract.drifted, type),
        /layout has changed|not whole/,
      ],
    ])(
      "stands in, and says so, where the server %s; what was refused is set aside",
      async (_, next, reason) => {
        const before = await open(fine);
        const first = await before.market.fetch(dataset);
        const { market, options } = await open(next, { dir: before.options.dir, days: 2 });
        const { data, source } = await market.fetch(dataset);
        expect(data).toEqual(first.data);
        expect(source.fallback).toMatch(reason);
        expect(source.fallback).toMatch(/using the copy retrieved on/);
        const aside = await readdir(options.quarantineDir).catch(() => []);
        expect(aside.length > 0).toBe(String(reason).includes("layout"));
      },
    );
  });
}
