import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTiingo } from "../../src/data/tiingo/tiingo.ts";
import { openTreasury } from "../../src/data/treasury/treasury.ts";
import type { DatasetName } from "../../src/market/datasets.ts";
import type { MarketData } from "../../src/market/port.ts";
import { nyseDays } from "../../src/maths/nyse-days.ts";
import { atMost, type BenchRow, median, timed } from "./row.ts";

const NOW = () => new Date("2026-08-06T12:00:00.000Z");
const DAYS = nyseDays("2000-01-03", "2026-08-05");

const COLUMNS = '"1 Mo","2 Mo","3 Mo","6 Mo","1 Yr","2 Yr","3 Yr","5 Yr","7 Yr","10 Yr","20 Yr","30 Yr"';
function yields(year: string): string {
  const days = DAYS.filter((day) => day.startsWith(year));
  const rows = (days.length > 0 ? days : [`${year}-06-01`])
    .toReversed()
    .map((day) => `${day.slice(5, 7)}/${day.slice(8)}/${year}${",4.01".repeat(12)}`);
  return [`Date,${COLUMNS}`, ...rows].join("\n");
}

const prices = JSON.stringify(
  DAYS.map((day, at) => {
    const close = Math.round(10_000 * (1 + at / DAYS.length + Math.sin(at / 9) / 50)) / 100;
    const adjusted = { adjClose: close, adjHigh: close, adjLow: close, adjOpen: close, adjVolume: 1 };
    return { date: `${day}T00:00:00.000Z`, close, high: close, ...adjusted, divCash: 0, splitFactor: 1 };
  }),
);

/** What a dataset costs once it is at hand, and how many requests a crowd causes. */
export async function sourceBench(): Promise<readonly BenchRow[]> {
  let requests = 0;
  const server = createServer(({ url = "" }, response) => {
    requests += 1;
    const year = /csv\/(\d{4})/.exec(url)?.[1];
    const [type, body] = year ? ["text/csv", yields(year)] : ["application/json", prices];
    response.writeHead(200, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = mkdtempSync(join(tmpdir(), "smallcaps-bench-"));
  const options = (id: string) => ({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dir: join(root, id),
    quarantineDir: join(root, "quarantine"),
    now: NOW,
  });
  const funds = { apiKey: "0123456789", small: "IWM", large: "SPY" };
  const rows = [
    ...(await measure(
      "yields, 37 years",
      "macro",
      37,
      () => openTreasury(options("treasury")),
      () => requests,
    )),
    ...(await measure(
      "two funds, 26 years",
      "levels",
      2,
      () => openTiingo({ ...options("tiingo"), ...funds }),
      () => requests,
    )),
  ];
  server.close();
  return rows;
}

const CROWD = 1_000;

async function measure(
  name: string,
  dataset: DatasetName,
  files: number,
  open: () => MarketData,
  requests: () => number,
): Promise<readonly BenchRow[]> {
  const before = requests();
  const market = open();
  await Promise.all(Array.from({ length: CROWD }, () => market.fetch(dataset)));
  const asked = requests() - before;
  const memory: number[] = [];
  const disk: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    memory.push(await timed(() => market.fetch(dataset)));
    disk.push(await timed(() => open().fetch(dataset)));
  }
  return [
    atMost(`${name}: requests caused by ${CROWD} questions at once`, asked, "requests", files),
    atMost(`${name}: warm read from memory`, median(memory), "ms", 1),
    atMost(`${name}: read from the kept copies`, median(disk), "ms", 30),
  ];
}
