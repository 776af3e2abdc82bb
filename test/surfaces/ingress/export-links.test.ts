import { afterEach, describe, expect, test } from "vitest";
import { BriefingError } from "../../../src/briefing/errors.ts";
import type { ExportFile, ExportRequest } from "../../../src/briefing/exporter.ts";
import { fetchedExport } from "../../../src/main/fetched-export.ts";
import { createIngress } from "../../../src/surfaces/ingress/app.ts";
import { createExportLinks } from "../../../src/surfaces/ingress/export-links.ts";
import { startIngress } from "../../../src/surfaces/ingress/start.ts";
import type { Running } from "../../../src/surfaces/listen.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { STUB_EXPORTER } from "../../support/stub-drawer.ts";

const REQUEST: ExportRequest = {
  workspace: "T1",
  posted: { id: "0123456789abcdef", command: "ratecut cycle=first asof=2025-12-10" },
  format: "csv",
  index: 0,
};
const FILE: ExportFile = {
  name: "ratecut-2025-12-10.csv",
  type: "text/csv; charset=utf-8",
  bytes: Buffer.from("key\r\n1\r\n"),
};
const HOUR = 3_600_000;

let running: Running | undefined;
afterEach(async () => {
  await running?.close();
});

async function world(make: (request: ExportRequest) => Promise<ExportFile> = async () => FILE) {
  let now = 1_800_000_000_000;
  const asked: ExportRequest[] = [];
  const links = createExportLinks({
    secret: Buffer.alloc(32, 7),
    publicUrl: "https://bot.example/",
    make: (request) => {
      asked.push(request);
      return make(request);
    },
    now: () => now,
  });
  const app = createIngress({
    routers: [],
    charts: null,
    exports: links,
    readiness: async () => ({ ready: true, reasons: [] }),
    log: { error: () => {} },
  });
  running = await startIngress(app, { host: "127.0.0.1", port: 0 });
  const { url } = running;
  const link = links.linkFor(REQUEST).replace("https://bot.example", url);
  const pass = (ms: number) => {
    now += ms;
  };
  return { link, links, asked, pass };
}

describe("the address of a file", () => {
  test("gives what was asked, as a download that nobody keeps", async () => {
    const { link, asked } = await world();
    const reply = await fetch(link);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe("key\r\n1\r\n");
    expect(asked).toEqual([REQUEST]);
    const { headers } = reply;
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toBe('attachment; filename="ratecut-2025-12-10.csv"');
    expect([headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual(["no-store", "noindex"]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("works for an hour", async () => {
    const { link, pass } = await world();
    pass(HOUR - 1);
    expect((await fetch(link)).status).toBe(200);
    pass(1);
    const late = await fetch(link);
    expect([late.status, await late.json()]).toMatchObject([404, { error: "not_found" }]);
  });

  test("cannot be changed, lengthened or made up", async () => {
    const { link, asked } = await world();
    const [base = "", token = ""] = link.split("/exports/");
    const [text = "", signature = ""] = token.split(".");
    const other = { ...JSON.parse(Buffer.from(text, "base64url").toString()), e: 9e15, f: "xlsx" };
    const forged = Buffer.from(JSON.stringify(other)).toString("base64url");
    const stranger = createExportLinks({
      secret: Buffer.alloc(32, 8),
      publicUrl: base,
      make: async () => FILE,
    });
    for (const bad of [
      `${forged}.${signature}`,
      `${text}.`,
      text,
      `${text}.${signature.slice(1)}`,
      `${text}.${signature}.x`,
      "x".repeat(3_000),
      new URL(stranger.linkFor(REQUEST)).pathname.replace("/exports/", ""),
    ])
      expect((await fetch(`${base}/exports/${bad}`)).status, bad).toBe(404);
    expect(asked).toEqual([]);
    expect((await fetch(link, { method: "POST" })).status).toBe(405);
  });

  test("of what may not be had any more says so, and not why", async () => {
    const { link } = await world(async () => {
      throw new BriefingError("refused", "the licence of X forbids it", "ask X");
    });
    const reply = await fetch(link);
    expect(reply.status).toBe(410);
    expect(await reply.text()).not.toContain("licence");
  });

  test("wants a secret of some length", () => {
    const short = { secret: Buffer.alloc(31), publicUrl: "https://x.example", make: async () => FILE };
    expect(() => createExportLinks(short)).toThrow(RangeError);
  });
});

describe("what is fetched", () => {
  const briefing = {
    ...EXAMPLE_BRIEFINGS.ratecut,
    sources: EXAMPLE_BRIEFINGS.ratecut.sources.map((source) => ({ ...source, licence: "public-domain" })),
  };
  const parts = (of = briefing) => {
    const asked: unknown[] = [];
    const assistant = {
      answer: async (line: string, options: unknown) => {
        asked.push([line, options]);
        return { kind: "briefing", private: false, dataMode: "live", briefing: of } as const;
      },
    };
    const log = { info: () => {} };
    return { asked, shared: { assistant: () => assistant, exporter: STUB_EXPORTER, log } as never };
  };
  const going = { stopped: async () => null };

  test("is the briefing as it was posted", async () => {
    const { asked, shared } = parts();
    const file = await fetchedExport(shared, going, REQUEST);
    expect(file.name).toMatch(/^ratecut-.*\.csv$/);
    expect(asked).toEqual([[REQUEST.posted.command, { posted: REQUEST.posted, forClient: false }]]);
  });

  test("is nothing while posting is stopped, under a licence that forbids it, or past the last file", async () => {
    const stopped = { stopped: async () => "by an operator" };
    await expect(fetchedExport(parts().shared, stopped, REQUEST)).rejects.toMatchObject({ code: "refused" });
    const barred = {
      ...briefing,
      sources: briefing.sources.map((each) => ({ ...each, licence: "no export" })),
    };
    await expect(fetchedExport(parts(barred).shared, going, REQUEST)).rejects.toMatchObject({
      code: "refused",
    });
    await expect(fetchedExport(parts().shared, going, { ...REQUEST, index: 1 })).rejects.toMatchObject({
      code: "data_unavailable",
    });
  });
});
