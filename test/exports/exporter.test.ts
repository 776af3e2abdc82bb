import { describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { assertSendable, sizeInWords } from "../../src/briefing/exporter.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { createExporter } from "../../src/exports/exporter.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";
import { STUB_EXPORTER } from "../support/stub-drawer.ts";

const under = (licence: string): Briefing => {
  const briefing = EXAMPLE_BRIEFINGS.ratecut;
  return { ...briefing, sources: briefing.sources.map((source) => ({ ...source, licence })) };
};
const briefing = under("public-domain");
const named = async (of: Briefing, format: "png" | "csv" | "xlsx" | "client") =>
  (await STUB_EXPORTER.files({ briefing: of }, format)).map(({ name, type }) => [name, type]);

describe("files of a briefing", () => {
  it("are named by what they hold and its date", async () => {
    const { asOf, charts } = briefing;
    expect(await named(briefing, "csv")).toEqual([[`ratecut-${asOf}.csv`, "text/csv; charset=utf-8"]]);
    expect(await named(briefing, "png")).toEqual(charts.map(({ id }) => [`${id}-${asOf}.png`, "image/png"]));
    expect(await named(briefing, "xlsx")).toEqual([
      [`ratecut-${asOf}.xlsx`, expect.stringContaining("spreadsheetml.sheet")],
    ]);
    expect(await named(briefing, "client")).toEqual([[`ratecut-${asOf}-client.png`, "image/png"]]);
  });

  it.each(["png", "csv", "xlsx", "client"] as const)(
    "as %s are refused where a licence forbids it",
    async (format) => {
      const barred = under("no export");
      await expect(STUB_EXPORTER.files({ briefing: barred }, format)).rejects.toMatchObject({
        code: "refused",
        message: expect.stringContaining("forbids exporting"),
      });
    },
  );

  it("as pictures need a chart; a copy for clients needs real numbers", async () => {
    await expect(STUB_EXPORTER.files({ briefing: { ...briefing, charts: [] } }, "png")).rejects.toMatchObject(
      {
        code: "data_unavailable",
        hint: "ask for format=csv",
      },
    );
    await expect(STUB_EXPORTER.files({ briefing: EXAMPLE_BRIEFINGS.sample }, "client")).rejects.toMatchObject(
      { code: "refused" },
    );
  });

  it("are sent up to ten megabytes, and named with their size beyond", () => {
    const file = (length: number) => ({ name: "a.xlsx", type: "x", bytes: new Uint8Array(length) });
    expect(() => assertSendable([file(10_000_000)])).not.toThrow();
    expect(() => assertSendable([file(1), file(10_000_001)])).toThrow(
      /a\.xlsx has 10\.0 MB, more than the 10 MB/,
    );
    expect([1, 84_400, 1_234_567].map((length) => sizeInWords(file(length)))).toEqual([
      "1 kB",
      "84 kB",
      "1.2 MB",
    ]);
  });
});

it("a copy for clients is one picture, as wide as a slide", async () => {
  const drawer = createChartDrawer({ timeoutMs: 120_000 });
  try {
    const [picture] = await createExporter(drawer, null).files({ briefing }, "client");
    const bytes = Buffer.from(picture.bytes);
    expect(bytes.readUInt32BE(16)).toBe(2400);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(2400);
    expect(picture.alt).toContain(briefing.headline);
  } finally {
    await drawer.close();
  }
});
