import { BriefingError } from "../briefing/errors.ts";
import { type Age, agesOf, DATASET_WORDS } from "../market/ages.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { MarketData, Progress } from "../market/port.ts";
import type { Topic } from "./topic.ts";

/**
 * What a briefing of these topics reads, each dataset once. One that is not in the data at hand is none of it: the
 * briefing itself says what it leaves out. One whose source fails is named with what the source said; where a topic
 * cannot do without it, it is as good as daily data that are not in yet, since a source that fails may soon answer.
 */
export async function neededOf(
  topics: readonly Topic[],
  market: MarketData,
  progress?: Progress,
): Promise<readonly Age[]> {
  const needs = topics.flatMap((topic) => Object.values(topic.needs));
  const names = new Set(needs.map(({ dataset }) => dataset));
  const atHand = [...names].filter((dataset) => market.provides.has(dataset));
  const ages = await Promise.all(
    atHand.map((dataset) => {
      const own = needs.filter((need) => need.dataset === dataset);
      const need = { required: own.some(({ required }) => required), days: own.some(({ days }) => days) };
      return ageOf(dataset, need, market, progress);
    }),
  );
  return ages.flat();
}

async function ageOf(
  dataset: DatasetName,
  { required, days }: { readonly required: boolean; readonly days: boolean },
  market: MarketData,
  progress?: Progress,
): Promise<readonly Age[]> {
  try {
    const { data, source } = await market.fetch(dataset, progress);
    return agesOf(dataset, data, { readsDays: days, quarterly: source.quarterly ?? false });
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    const cadence = required ? "daily" : "once";
    return [{ name: DATASET_WORDS[dataset], cadence, lagDays: 0, newest: null, reason: error.message }];
  }
}
