import type { Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Config } from "../config.ts";
import { createControls } from "../delivery/controls.ts";
import { nyseCalendar } from "../delivery/schedule/trading-calendar.ts";
import { createDeliveryStatus } from "../delivery/status.ts";
import { hasDatabase } from "./doctor-storage.ts";
import { withStorage } from "./storage.ts";

/** For `status` in a terminal: all channels, from the database; null where there is none, and none is made. */
export async function storedStatus(config: Config): Promise<Page["sections"] | null> {
  if (!hasDatabase(config)) return null;
  try {
    return await withStorage(config, ({ store, subscriptions, deliveries }) =>
      createDeliveryStatus({
        subscriptions,
        deliveries,
        controls: createControls(store, () => performance.now()),
        calendar: nyseCalendar(),
        now: () => deliveries.now(),
      })(),
    );
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return [{ heading: "Schedules", lines: [`not known: ${error.message} ${error.hint}`] }];
  }
}
