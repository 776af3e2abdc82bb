import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Real data beside the repository; tests that read it are skipped, by name, where it is absent. */
export const marketData = fileURLToPath(new URL("../../../shared/market-data/", import.meta.url));
export const noMarketData = !existsSync(marketData);
