import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { createAssistant } from "./assistant.ts";
import { createChartDrawer } from "./charts/drawer.ts";
import { type Config, envExample, readConfig } from "./config.ts";
import { chain } from "./data/chain.ts";
import { openFolder } from "./data/folder/folder.ts";
import { writeFolder } from "./data/folder/write.ts";
import { openFrench, pullFrench } from "./data/french/french.ts";
import { openReference } from "./data/reference/reference.ts";
import { openSample, sampleDatasets, sampleMeta } from "./data/sample/sample.ts";
import type { MarketData } from "./market/port.ts";
import { type AskRequest, reportFailure, runAsk } from "./surfaces/terminal/app.ts";
import { topics } from "./topics/index.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};
const out = (text: string) => void process.stdout.write(text);
const err = (text: string) => void process.stderr.write(text);

const frenchOptions = (config: Config) => ({
  baseUrl: config.FRENCH_BASE_URL,
  cacheDir: join(config.STATE_DIR, "french"),
  now: () => new Date(),
});

/** Your own folder first for every dataset that it holds, then the public sources. */
async function liveMarket(config: Config): Promise<MarketData> {
  const own = config.DATA_FOLDER === undefined ? [] : [await openFolder(config.DATA_FOLDER)];
  return chain([...own, openFrench(frenchOptions(config)), openReference()]);
}

/** The console's button is remembered here, so that the next start is live as well. */
const choiceFile = (config: Config) => join(config.STATE_DIR, "data-mode");

async function chosenMode(config: Config): Promise<"sample" | "live"> {
  if (config.SMALLCAPS_DATA !== undefined) return config.SMALLCAPS_DATA;
  if (config.DATA_FOLDER !== undefined) return "live";
  const remembered = await readFile(choiceFile(config), "utf8").catch(() => "sample");
  return remembered.trim() === "live" ? "live" : "sample";
}

function assistantOver(market: MarketData, defaultAsOf: "newest" | "today", config: Config) {
  return createAssistant({
    market,
    topics,
    today: () => new Date().toISOString().slice(0, 10),
    defaultAsOf,
    codeVersion: version,
    disclaimer: config.FIRM_DISCLAIMER,
  });
}

async function configuredAssistant(mode: "sample" | "live", config: Config) {
  return mode === "sample"
    ? assistantOver(openSample(), "newest", config)
    : assistantOver(await liveMarket(config), "today", config);
}

async function ask(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  const assistant = async ({ data }: AskRequest) =>
    data === null
      ? configuredAssistant(await chosenMode(config), config)
      : assistantOver(await openFolder(data), "newest", config);
  return runAsk(argv, { assistant, drawer: () => createChartDrawer(), firm: config.FIRM_NAME, out, err });
}

async function writeSample([dir]: readonly string[]): Promise<number> {
  if (dir === undefined) {
    err("usage: npm run sample -- DIR\n");
    return 2;
  }
  await writeFolder(dir, sampleMeta, sampleDatasets());
  out(`The sample market is in ${dir}: try  npm run --silent ask -- ratecut --data ${dir}\n`);
  return 0;
}

async function serve(): Promise<number> {
  const config = readConfig();
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  const { startConsole } = await import("./surfaces/web/start.ts");
  const prometheus = await import("prom-client");
  prometheus.collectDefaultMetrics();
  let mode = await chosenMode(config);
  let assistant = await configuredAssistant(mode, config);
  const drawer = createChartDrawer();
  const loadRealData = async (progress: (message: string) => void) => {
    await pullFrench(frenchOptions(config), progress);
    await mkdir(config.STATE_DIR, { recursive: true });
    await writeFile(choiceFile(config), "live\n");
    assistant = await configuredAssistant("live", config);
    mode = "live";
  };
  const running = await startConsole(
    {
      assistant: () => assistant,
      drawer,
      mode: () => mode,
      menu: async () => {
        const answer = await assistant.answer("");
        if (answer.kind !== "page") throw new TypeError("a bare command answers with the menu");
        return answer.page;
      },
      loadRealData: config.SMALLCAPS_DATA === "sample" ? null : loadRealData,
      firm: { name: config.FIRM_NAME, disclaimer: config.FIRM_DISCLAIMER },
      log,
      readiness: async () => ({ ready: true, reasons: [] }),
      metrics: () => prometheus.register.metrics(),
      version,
    },
    { port: config.CONSOLE_PORT },
  );
  out(
    `smallcaps ${version} on ${mode === "sample" ? "SAMPLE DATA (synthetic)" : "live data"}: open ${running.url}\n`,
  );
  const stop = async () => {
    await running.close();
    await drawer.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return 0;
}

/** Writes files that are made from the code, or with --check says which are not current. */
async function generate(argv: readonly string[]): Promise<number> {
  const file = new URL("../.env.example", import.meta.url);
  const wanted = envExample();
  if (!argv.includes("--check")) {
    await writeFile(file, wanted);
    return 0;
  }
  if ((await readFile(file, "utf8").catch(() => "")) === wanted) return 0;
  err(".env.example is not current: npm run generate\n");
  return 2;
}

const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  serve,
  ask,
  sample: writeSample,
  generate,
};

async function main([name = "serve", ...argv]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (command === undefined) {
    err(`"${name}" is not a command of smallcaps: ${Object.keys(COMMANDS).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await command(argv).catch((error: unknown) => reportFailure(error, err));
}

// A reader that has had enough (`| head`) closes the pipe: nobody is left to write to.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

await main(process.argv.slice(2));
