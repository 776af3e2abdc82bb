import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEdgar } from "../../src/data/edgar/edgar.ts";
import { AGENT, LARGE_FUND, NOW, SMALL_FUND } from "../data/edgar/world.ts";
import { median, timed } from "./row.ts";

/** Reads a full market cold and warm; prints what it took. In a process of its own: memory is counted. */
const [, , baseUrl = ""] = process.argv;
const dir = mkdtempSync(join(tmpdir(), "smallcaps-bench-"));
const options = {
  baseUrl,
  dataUrl: baseUrl,
  dir: join(dir, "edgar"),
  quarantineDir: join(dir, "quarantine"),
  now: () => NOW,
  userAgent: AGENT,
  funds: { small: SMALL_FUND, large: LARGE_FUND },
  patienceMs: 600_000,
};
const cold = openEdgar(options);
const coldMs = await timed(() => cold.fetch("constituents"));
const members = (await cold.fetch("constituents")).data.length;
const megabytes = process.resourceUsage().maxRSS / 1024;
const memory: number[] = [];
for (let run = 0; run < 20; run += 1) memory.push(await timed(() => cold.fetch("constituents")));
const store: number[] = [];
for (let run = 0; run < 5; run += 1) store.push(await timed(() => openEdgar(options).fetch("constituents")));
rmSync(dir, { recursive: true });
console.log(JSON.stringify({ members, coldMs, megabytes, memoryMs: median(memory), storeMs: median(store) }));
