import { createChartDrawer } from "../charts/drawer.ts";
import { readConfig } from "../config.ts";
import { openFolder } from "../data/folder/folder.ts";
import { writeFolder } from "../data/folder/write.ts";
import { sampleDatasets, sampleMeta } from "../data/sample/sample.ts";
import { type AskRequest, askAgain, runAsk } from "../surfaces/terminal/app.ts";

import { assistantOver, chosenMode, configuredAssistant } from "./market.ts";
import { err, out } from "./program.ts";

export async function ask(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  const deliveryStatus = async () => (await import("./ask-status.ts")).storedStatus(config);
  const assistant = async ({ data }: AskRequest) => {
    const parts = { typed: (line: string) => askAgain(line, data), deliveryStatus };
    return data === null
      ? configuredAssistant(await chosenMode(config), config, parts)
      : assistantOver(await openFolder(data), "newest", config, parts);
  };
  return runAsk(argv, { assistant, drawer: () => createChartDrawer(), out, err });
}

export async function writeSample([dir]: readonly string[]): Promise<number> {
  if (dir === undefined) {
    err("usage: npm run sample -- DIR\n");
    return 2;
  }
  await writeFolder(dir, sampleMeta, sampleDatasets());
  out(`The sample market is in ${dir}: try  npm run --silent ask -- ratecut --data ${dir}\n`);
  return 0;
}
