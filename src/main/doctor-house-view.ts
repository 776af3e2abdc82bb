import { type Check, fault, ok } from "../briefing/check.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Config } from "../config.ts";
import { houseOf } from "./house-view.ts";

/** A line a fault. */
export async function checkHouseView(config: Pick<Config, "HOUSE_VIEW">): Promise<readonly Check[]> {
  if (config.HOUSE_VIEW === undefined) return [];
  try {
    const { claims } = await houseOf(config);
    return [ok("House view", `${claims.length} of the firm's own claims, from ${config.HOUSE_VIEW}`)];
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    const faults = error.message.split("\n");
    return faults.map((each, at) => fault("House view", each, at === faults.length - 1 ? error.hint : ""));
  }
}
