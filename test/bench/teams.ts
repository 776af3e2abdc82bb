import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { startProgram } from "../support/slack/program.ts";
import { atMost, type BenchRow, median, percentile } from "./row.ts";
import type { TurnLoad, TurnResult } from "./teams-load.ts";

const RUNS = 11;
const TURNS = 300;
/** One after the other: what is measured is a turn, not the queue before it. */
const CHATS = 1;
const AT_ONCE = 100;
/** A card without figures or chart: what is measured is the way in and out. */
const TEXT = "help";

/** Messages of Teams on the program as `npm start` runs it, beside a bot that only says them again. */
export async function teamsBench(): Promise<readonly BenchRow[]> {
  const load = child("teams-load.ts");
  const bare = child("teams-bare.ts");
  const [[{ url: echo }]] = (await Promise.all([once(bare, "message"), once(load, "message")])) as [
    [{ url: string }],
    unknown,
  ];
  const program = await startProgram(
    {
      TEAMS_LOCAL: "1",
      DATA_FOLDER: await folderOf(sampleDatasets()),
      FRENCH_BASE_URL: "http://127.0.0.1:9",
      LIVE_SOURCES: "french,reference",
      LOG_LEVEL: "warn",
    },
    "Teams",
  );
  const turns = (url: string, count: number, chats: number) =>
    asked(load, { url, text: TEXT, turns: count, chats });
  try {
    for (const url of [echo, program.eventsUrl]) await turns(url, TURNS * 2, AT_ONCE);
    const ours: number[] = [];
    const theirs: number[] = [];
    // Turn by turn, so that a slow moment of the machine strikes both.
    for (let run = 0; run < RUNS; run += 1) {
      theirs.push(percentile((await turns(echo, TURNS, CHATS)).ms, 0.95));
      ours.push(percentile((await turns(program.eventsUrl, TURNS, CHATS)).ms, 0.95));
    }
    const ratio = median(ours.map((ms, run) => ms / (theirs[run] ?? Number.NaN)));
    const rush = await turns(program.eventsUrl, AT_ONCE, AT_ONCE);
    return [
      {
        name: "teams: message turn without chart, p95",
        value: median(ours),
        unit: "ms",
        target: "≤ 1.5x",
        ok: ratio <= 1.5,
        ratio,
        against: "bare botbuilder echo",
      },
      atMost("teams: turns lost of 100 at once", AT_ONCE - rush.ms.length, "of 100", 0),
      atMost("teams: answers doubled of 100 at once", rush.extra, "of 100", 0),
      atMost("teams: slowest of 100 at once", Math.max(...rush.ms), "ms", 2_000),
    ];
  } finally {
    await program.stop();
    for (const each of [load, bare]) each.disconnect();
  }
}

function child(file: string): ChildProcess {
  return fork(new URL(file, import.meta.url).pathname, { env: { PATH: process.env["PATH"] } });
}

async function asked(load: ChildProcess, what: TurnLoad): Promise<TurnResult> {
  const answer = once(load, "message");
  load.send(what);
  const [result] = (await answer) as [TurnResult];
  return result;
}

if (import.meta.main) console.table(await teamsBench());
