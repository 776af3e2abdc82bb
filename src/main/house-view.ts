import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { BriefingError } from "../briefing/errors.ts";
import { refusalReason } from "../commands/refuse/refuse.ts";
import type { Config } from "../config.ts";
import { openSample } from "../data/sample/sample.ts";
import type { DatasetName } from "../market/datasets.ts";
import { toldAsAdvice } from "../narrative/gate/wording-rules.ts";
import type { Market } from "../thesis/facts.ts";
import { knownFigures } from "../thesis/house/known-figures.ts";
import { LARGEST_FILE, readHouseView } from "../thesis/house/read.ts";
import { type HouseView, NO_HOUSE } from "../thesis/house/view.ts";
import { topics as registered } from "../topics/index.ts";
import type { Topic } from "../topics/topic.ts";
import { topicsWith } from "./topics.ts";

const kept = new Map<string, Promise<HouseView>>();

/** The firm's own claims; read once, so that a restart takes up a change. @throws BriefingError `bad_config` */
export function houseOf({ HOUSE_VIEW: path }: Pick<Config, "HOUSE_VIEW">): Promise<HouseView> {
  if (path === undefined) return Promise.resolve(NO_HOUSE);
  const reading = kept.get(path) ?? readHouse(path);
  kept.set(path, reading);
  return reading;
}

/** Every topic, the thesis with the firm's own claims. @throws BriefingError `bad_config` */
export async function topicsOf(config: Pick<Config, "HOUSE_VIEW">): Promise<readonly Topic[]> {
  return topicsWith(await houseOf(config));
}

async function readHouse(path: string): Promise<HouseView> {
  const text = textOf(path);
  // The sample holds every dataset, so it has every figure that there is.
  const sample = openSample();
  const fetched = await Promise.all(
    [...sample.provides].map(async (dataset) => [dataset, await sample.fetch(dataset)] as const),
  );
  const market: Market = Object.fromEntries(fetched);
  const asOf = fetched.find(([dataset]: readonly [DatasetName, unknown]) => dataset === "levels")?.[1].source
    .asOf;
  return readHouseView(text, path, knownFigures(registered, market, asOf ?? ""), wordingFault);
}

/**
 * A firm's claims go wherever the thesis goes: into channels, exports and copies for clients. So what is refused of a
 * model's prose, and of a question, is refused of them (DOMAIN 3).
 */
export function wordingFault(text: string): string | null {
  const told = toldAsAdvice(text);
  const reason = told.length > 0 ? "advice" : refusalReason(text, null);
  if (reason === null) return null;
  const found = told.length > 0 ? ` (${told.join(", ")})` : "";
  return reason === "name"
    ? "it names a company: claims are about small-caps and large-caps as a whole"
    : `it reads as advice, a forecast or praise${found}: say how a figure stands, such as "The median small-cap earns less than three times its interest"`;
}

function textOf(path: string): string {
  const fault = (problem: string) =>
    new BriefingError(
      "bad_config",
      `HOUSE_VIEW: the file "${path}" ${problem}`,
      "correct HOUSE_VIEW, or take it away",
    );
  try {
    const file = openSync(path, "r");
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw fault("is no file");
      if (stats.size > LARGEST_FILE) throw fault(`has ${stats.size} bytes, more than ${LARGEST_FILE}`);
      return readFileSync(file, "utf8");
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof BriefingError) throw error;
    throw fault("cannot be read");
  }
}
