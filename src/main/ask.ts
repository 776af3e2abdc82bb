import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Receipts } from "../audit/port.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Question } from "../briefing/question.ts";
import { createChartDrawer } from "../charts/drawer.ts";
import { type Config, readConfig } from "../config.ts";
import { openFolder } from "../data/folder/folder.ts";
import { writeFolder } from "../data/folder/write.ts";
import { sampleDatasets, sampleMeta } from "../data/sample/sample.ts";
import { createExporter } from "../exports/exporter.ts";
import { type AskRequest, askAgain, runAsk } from "../surfaces/terminal/app.ts";
import { assistantOver, chosenMode, configuredAssistant } from "./market.ts";
import { localWriting } from "./narrative.ts";
import { err, out } from "./program.ts";

/** An answer without its summary is an answer; whoever configured a model is told why there is none. */
const NO_SUMMARY = {
  info: (_details: object, message: string) => err(`${message}\n`),
  warn: (details: { readonly fault?: string; readonly reasons?: readonly string[] }, message: string) =>
    err(`${message}: ${details.fault ?? details.reasons?.join(", ") ?? "an error inside smallcaps"}\n`),
};

export async function ask(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  const deliveryStatus = async () => (await import("./ask-status.ts")).storedStatus(config);
  const assistant = async ({ data, narrate }: AskRequest) => {
    const writing = narrate ? await localWriting(config, NO_SUMMARY) : null;
    const parts = {
      narrator: () => writing?.narrator ?? null,
      router: () => writing?.router ?? null,
      proposer: () => writing?.proposer ?? null,
      typed: (line: string) => askAgain(line, data),
      deliveryStatus,
      receipts: () => receiptsOfDatabase(config),
    };
    return data === null
      ? configuredAssistant(await chosenMode(config), config, parts)
      : assistantOver(await openFolder(data), "newest", config, parts);
  };
  const refused = async (question: Question) => {
    const { recordRefusalStored } = await import("./refusals.ts");
    await recordRefusalStored(config, question);
  };
  const exporter = () => {
    const drawer = createChartDrawer();
    return { ...createExporter(drawer, config.FIRM_LOGO ?? null), close: () => drawer.close() };
  };
  return runAsk(argv, { assistant, drawer: () => createChartDrawer(), exporter, out, err, refused });
}

/** The database is looked for only when a receipt is asked for. */
function receiptsOfDatabase(config: Config): Receipts {
  return {
    posted: async () => null,
    receipt: async (id) => {
      if (config.DATABASE_URL === undefined && !existsSync(join(config.STATE_DIR, "postgres")))
        throw new BriefingError(
          "data_unavailable",
          `there is no database in ${config.STATE_DIR}, and so no briefing that was posted`,
          "give the STATE_DIR or DATABASE_URL of the bot that posted it",
        );
      const [{ withStorage }, { receiptsOver }] = await Promise.all([
        import("./storage.ts"),
        import("./audit.ts"),
      ]);
      return withStorage(config, async (storage) => (await receiptsOver(storage, config)).receipt(id));
    },
  };
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
