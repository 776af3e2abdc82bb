import type { ChartDrawer, ChartImage } from "../../src/briefing/chart.ts";
import type { SheetDrawer } from "../../src/briefing/client-sheet.ts";
import { createExporter } from "../../src/exports/exporter.ts";

const eightBytes = (id: string, alt: string): ChartImage => ({
  id,
  alt,
  width: 1,
  height: 1,
  png: Buffer.from("89504e470d0a1a0a", "hex"),
});

/** A picture of eight bytes, for where what is drawn is not the matter. */
export const STUB_DRAWER: ChartDrawer & SheetDrawer = {
  draw: async ({ spec: { id, alt } }) => eightBytes(id, alt),
  sheet: async ({ id, copy }) => eightBytes(id, copy.title),
  close: async () => {},
};

/** The real exporter over such pictures. */
export const STUB_EXPORTER = createExporter(STUB_DRAWER, null);
