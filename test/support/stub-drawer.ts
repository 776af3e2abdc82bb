import type { ChartDrawer } from "../../src/briefing/chart.ts";

/** A picture of eight bytes, for where what is drawn is not the matter. */
export const STUB_DRAWER: ChartDrawer = {
  draw: async ({ spec: { id, alt } }) => ({
    id,
    alt,
    width: 1,
    height: 1,
    png: Buffer.from("89504e470d0a1a0a", "hex"),
  }),
  close: async () => {},
};
