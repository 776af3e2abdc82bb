import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAssistant } from "../../src/assistant.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { writeFolder } from "../../src/data/folder/write.ts";
import { openSample, sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { assistantOn, briefingOf, folderOf, META, member } from "../support/folder-assistant.ts";
import type { BenchRow } from "./row.ts";
import { atMost, median, percentile, timed } from "./row.ts";

/** The real folder where it is at hand, else the sample market as a folder. */
async function benchFolder(): Promise<string> {
  if (!noMarketData) return join(marketData, "russell");
  const dir = join(mkdtempSync(join(tmpdir(), "smallcaps-bench-")), "sample");
  await writeFolder(dir, META, sampleDatasets());
  return dir;
}

const RUNS = 40;
/** Another as-of date for every question, so that neither answer nor chart is remembered. */
const asOf = (run: number) => `asof=${new Date(Date.UTC(2024, 0, 2 + run * 7)).toISOString().slice(0, 10)}`;

/** Warm answers on the real folder, without a chart and with the chart that is posted. */
export async function answerBench(): Promise<readonly BenchRow[]> {
  const assistant = await assistantOn(await benchFolder());
  const drawer = createChartDrawer();
  const rows: BenchRow[] = [];
  for (const topic of ["ratecut", "performance"]) {
    const bare: number[] = [];
    const charted: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await timed(() => assistant.answer(`${topic} ${asOf(run)}`)));
      charted.push(
        await timed(async () => {
          const answer = await assistant.answer(`${topic} ${asOf(RUNS + run)}`);
          const spec = answer.kind === "briefing" ? answer.briefing.charts[0] : undefined;
          if (answer.kind !== "briefing" || !spec) throw new Error(`${topic} came without a chart`);
          await drawer.draw({ spec, frame: frameOf(answer.briefing, spec) }, "slide");
        }),
      );
    }
    const warm = (times: readonly number[]) => percentile(times.slice(5), 0.95);
    rows.push(atMost(`${topic}: warm answer without chart, p95`, warm(bare), "ms", 25));
    rows.push(atMost(`${topic}: warm answer with chart, p95`, warm(charted), "ms", 150));
  }
  await drawer.close();
  rows.push(await thesisRow());
  for (const [dataset, limit] of [
    ["levels", 150],
    ["constituents", 100],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) times.push(await timed(() => openSample().fetch(dataset)));
    rows.push(atMost(`the sample's ${dataset}, best of three`, Math.min(...times), "ms", limit));
  }
  return rows;
}

/** The whole scoreboard, then and now, each time as of another day. */
async function thesisRow(): Promise<BenchRow> {
  const assistant = createAssistant({
    market: await openFolder(await benchFolder()),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "bench",
    firm: { name: "", disclaimer: "" },
  });
  const times: number[] = [];
  for (let run = 0; run < 12; run += 1) {
    const date = new Date(Date.UTC(2026, 0, 2 + run * 7)).toISOString().slice(0, 10);
    times.push(await timed(() => assistant.answer(`thesis asof=${date}`)));
  }
  return atMost("thesis: the whole scoreboard, warm, median", median(times.slice(3)), "ms", 500);
}

/** Cold reading and answering: ten times the rows in at most twelve times the time. */
export async function scalingBench(): Promise<readonly BenchRow[]> {
  const members = async (count: number) =>
    coldTimes("valuation", {
      constituents: Array.from({ length: count }, (_, index) =>
        member(index % 5 === 0 ? "large" : "small", `T${index}`, {
          price: 10 + (index % 90),
          marketCap: 1e9 + index,
          epsFy1: (index % 7) - 1,
          epsFy2: (index % 7) - 0.5,
          fy1End: "2026-06-30",
          epsTtm: (index % 5) - 1,
        }),
      ),
    });
  const days = async (count: number) => {
    const points = (step: number) =>
      Array.from({ length: count }, (_, index) => ({
        date: new Date(Date.UTC(1850, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
        value: 100 + Math.sin(index / step) * 10,
      }));
    return coldTimes("performance", { levels: { small_price: points(50), large_price: points(70) } });
  };
  return [
    await scaling("valuation: 50,000 members against 5,000", members, 5_000),
    await scaling("performance: 60,000 days against 6,000", days, 6_000),
  ];
}

async function scaling(
  name: string,
  run: (count: number) => Promise<number>,
  count: number,
): Promise<BenchRow> {
  const once = await run(count);
  const tenfold = await run(count * 10);
  const row = atMost(name, tenfold / once, "x the time", 12);
  return { ...row, ratio: tenfold / once, against: "a tenth of the rows" };
}

async function coldTimes(line: string, datasets: Parameters<typeof folderOf>[0]): Promise<number> {
  const dir = await folderOf(datasets);
  await openFolder(dir);
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) times.push(await timed(() => briefingOf(dir, line)));
  return median(times);
}
