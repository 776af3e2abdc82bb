import { sampleDatasets } from "../../src/data/sample/sample.ts";
import type { Levels, Point } from "../../src/market/datasets.ts";
import { folderOf } from "../support/folder-assistant.ts";

/** A folder of data for a briefing at any time: month-end levels, for which no briefing waits. */
export async function monthlyFolder(): Promise<string> {
  const { levels, ...others } = sampleDatasets();
  const monthly = Object.fromEntries(
    Object.entries(levels).map(([series, points]) => [series, monthEnds(points)]),
  ) as Levels;
  return folderOf({ ...others, levels: monthly });
}

function monthEnds(points: readonly Point[]): readonly Point[] {
  return points.filter(({ date }, index) => points[index + 1]?.date.slice(0, 7) !== date.slice(0, 7));
}
