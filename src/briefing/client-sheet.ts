import type { Firm } from "./briefing.ts";
import type { ChartImage, FramedChart } from "./chart.ts";
import type { ClientCopy } from "./client-copy.ts";

/** A firm's mark, checked before it comes here. */
export interface Logo {
  readonly type: "image/png" | "image/svg+xml";
  /** In its own pixels or units: what counts is the one against the other. */
  readonly width: number;
  readonly height: number;
  readonly base64: string;
}

/** All that stands on the one picture that can be passed on. */
export interface ClientSheet {
  readonly id: string;
  readonly copy: ClientCopy;
  readonly firm: Firm;
  readonly logo: Logo | null;
  readonly chart: FramedChart | null;
}

/** Port: draws a copy for clients, as high as its texts need. Rejects where they need too much, and on a bug. */
export interface SheetDrawer {
  sheet(sheet: ClientSheet): Promise<ChartImage>;
}
