import type { Config } from "../config.ts";
import { type DatasetName, spelt } from "../market/datasets.ts";
import type { Progress, Pulled } from "../market/port.ts";
import { liveMarket } from "./sources.ts";

/** Without these no topic answers from public data. */
const ESSENTIAL: readonly DatasetName[] = ["levels", "factors"];

/** For the console's button. Rejects where what is essential is not to be had; the rest is told as it goes. */
export async function loadPublicData(config: Config, progress: Progress): Promise<void> {
  const market = await liveMarket(config);
  const pulled = (await market.pull?.(progress)) ?? [];
  const unusable = pulled.find(({ fault }) => fault?.code === "bad_config")?.fault;
  if (unusable) throw unusable;
  for (const dataset of ESSENTIAL) {
    const own = pulled.filter((each) => each.dataset === dataset);
    const fault = own.find((each) => each.fault !== null)?.fault;
    if (fault && own.every(({ source }) => source === null)) throw fault;
  }
  for (const line of faultLines(pulled)) progress(line);
}

export function faultLines(pulled: readonly Pulled[]): readonly string[] {
  return pulled.flatMap(({ id, dataset, fault }) =>
    fault ? [`${id}: ${spelt(dataset)} not loaded: ${fault.message}`] : [],
  );
}
