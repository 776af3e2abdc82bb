import { createHash } from "node:crypto";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DataMode } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import type { Pair } from "../../briefing/figure.ts";
import { quotable } from "../../briefing/quotable.ts";
import { newestDate } from "../../market/as-of.ts";
import type { DatasetName, Datasets } from "../../market/datasets.ts";
import { decisionsCompleteTo } from "../../market/fed-meetings.ts";
import { pairFor } from "../../market/pairs.ts";
import type { Fetched, MarketData, OtherPair, Progress } from "../../market/port.ts";
import { readCsv } from "./csv.ts";
import { badFile, quote } from "./faults.ts";
import { DATASET_NAMES, TABLES } from "./schema.ts";
import { readSourceFile, SOURCE_FILE, type SourceFile } from "./source-file.ts";

const MAX_FILE_BYTES = 200_000_000;

interface Loaded<K extends DatasetName> {
  readonly data: Datasets[K];
  readonly asOf: string;
  readonly contentHash: string;
}

/** A file's state on disk: while it is the same, what was parsed stands. */
interface Entry<K extends DatasetName> {
  readonly stamp: string;
  readonly loaded: Promise<Loaded<K>>;
}

/**
 * The canonical data folder as a source. Only `source.json` is read here; each CSV at its first fetch, and
 * again when it changes. Faults in the user's files are `bad_input` and name file, line, column and value.
 */
export async function openFolder(dir: string, called = dir): Promise<MarketData> {
  const files = await listFolder(dir);
  const { mode } = await provenance(dir);
  const provides = new Set(DATASET_NAMES.filter((dataset) => files.includes(TABLES[dataset].file)));
  const remedy = remedyFor(called, files);
  const entries: { [K in DatasetName]?: Entry<K> } = {};

  async function load<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Loaded<K>> {
    const stamp = await stampOf(dir, dataset, called);
    const kept: Entry<K> | undefined = entries[dataset];
    if (kept?.stamp === stamp) return kept.loaded;
    const loaded = readTable(dir, dataset, progress);
    const entry = { stamp, loaded };
    Object.assign(entries, { [dataset]: entry });
    loaded.catch(() => {
      if (entries[dataset]?.loaded === loaded) delete entries[dataset];
    });
    return loaded;
  }

  async function fetch<K extends DatasetName>(dataset: K, progress?: Progress): Promise<Fetched<K>> {
    if (!provides.has(dataset)) throw lacking(dataset, remedy(dataset));
    const [file, { data, ...rest }] = await Promise.all([provenance(dir), load(dataset, progress)]);
    if (file.mode !== mode)
      throw badFile(
        { file: SOURCE_FILE },
        `changed from ${mode} to ${file.mode} data`,
        "Restart to read it.",
      );
    const { name: provider, retrievedAt, licence } = file.source;
    const name = TABLES[dataset].file.replace(".csv", "");
    return {
      data,
      source: {
        provider,
        dataset: name,
        ...rest,
        retrievedAt,
        licence,
        ...pairFor(dataset, pairOf(file.source)),
        // The file holds every change to the day it was retrieved. Invented decisions know no meetings.
        ...(dataset === "policyDecisions" && mode === "live" && rest.asOf !== ""
          ? { completeTo: decisionsCompleteTo(later(rest.asOf, retrievedAt.slice(0, 10))) }
          : {}),
      },
    };
  }

  const pairs = await otherPairs(dir, called, files, mode);
  return { mode, provides, ...(pairs.size > 0 ? { pairs } : {}), remedy, fetch };
}

const PAIRS = "pairs";

/** Each folder below `pairs/` is a data folder about another pair, named by the folder. */
async function otherPairs(
  dir: string,
  called: string,
  files: readonly string[],
  mode: DataMode,
): Promise<ReadonlyMap<string, OtherPair>> {
  const below = files.includes(PAIRS)
    ? await readdir(join(dir, PAIRS), { withFileTypes: true }).catch(() => [])
    : [];
  const names = below.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const opened = await Promise.all(names.toSorted().map((name) => openPair(dir, called, name, mode)));
  return new Map(opened);
}

async function openPair(dir: string, called: string, name: string, mode: DataMode) {
  const where = `${PAIRS}/${name}`;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name))
    throw new BriefingError(
      "bad_input",
      `${where}: "${quotable(name)}" cannot be typed as pair=`,
      "Name the folder in small letters, digits and hyphens.",
    );
  try {
    const market = await openFolder(join(dir, PAIRS, name), `${called}/${where}`);
    if (market.mode !== mode)
      throw new BriefingError(
        "bad_input",
        `it holds ${market.mode} data, the folder above ${mode} data`,
        "Keep the two in folders apart.",
      );
    const { source } = await provenance(join(dir, PAIRS, name));
    return [name, { label: pairOf(source).label, market }] as const;
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    throw new BriefingError(error.code, `${where}: ${error.message}`, error.hint, { cause: error });
  }
}

function lacking(dataset: DatasetName, remedy: string): BriefingError {
  return new BriefingError("data_unavailable", `the data folder has no ${TABLES[dataset].file}`, remedy);
}

async function listFolder(dir: string): Promise<readonly string[]> {
  const stats = await stat(dir).catch(() => null);
  const hint = `Name a folder that holds ${SOURCE_FILE} and files such as ${TABLES.levels.file}.`;
  if (!stats) throw new BriefingError("bad_input", `data folder ${quote(dir)} does not exist`, hint);
  if (!stats.isDirectory()) throw new BriefingError("bad_input", `data folder ${quote(dir)} is a file`, hint);
  const files = await readdir(dir).catch((cause: Error) => {
    throw new BriefingError(
      "bad_input",
      `data folder ${quote(dir)} cannot be read`,
      "Check its permissions.",
      { cause },
    );
  });
  if (files.length === 0) throw new BriefingError("bad_input", `data folder ${quote(dir)} is empty`, hint);
  return files;
}

function remedyFor(dir: string, files: readonly string[]): (dataset: DatasetName) => string {
  return (dataset) => {
    const { file, columns } = TABLES[dataset];
    const alike = files.find((name) => name !== file && name.toLowerCase().startsWith(file));
    if (alike) return `Rename ${alike} to ${file} in ${dir}.`;
    return `Add ${file} with columns ${columns} to ${dir}.`;
  };
}

async function provenance(dir: string): Promise<{ readonly source: SourceFile; readonly mode: DataMode }> {
  const source = await readSourceFile(dir);
  return { source, mode: source.sample === true ? "sample" : "live" };
}

/** "Russell 2000 (total return: ...)" -> "Russell 2000". */
function shortName(name: string): string {
  const short = name.split(/ \(|,/)[0]?.trim();
  return short || name;
}

function pairOf({ small, large }: SourceFile): Pair {
  return { label: `${shortName(small)} / ${shortName(large)}`, small, large };
}

/** Refuses what cannot be a data file before a byte of it is read. */
async function stampOf(dir: string, dataset: DatasetName, called: string): Promise<string> {
  const { file } = TABLES[dataset];
  const stats = await stat(join(dir, file), { bigint: true }).catch(() => null);
  if (!stats)
    throw badFile({ file }, "is no longer there", `Put it back into ${called}, or restart without it.`);
  if (!stats.isFile()) throw badFile({ file }, "is not a file", `Replace it in ${called} with a CSV file.`);
  if (stats.size > MAX_FILE_BYTES)
    throw badFile(
      { file },
      `is ${stats.size} bytes long, more than 200 MB`,
      "Shorten it, for instance its history.",
    );
  return `${stats.ino} ${stats.mtimeNs} ${stats.ctimeNs} ${stats.size}`;
}

async function readTable<K extends DatasetName>(
  dir: string,
  dataset: K,
  progress?: Progress,
): Promise<Loaded<K>> {
  const { file, read } = TABLES[dataset];
  const bytes = await readWhole(dir, file);
  progress?.(`${file}, ${Math.ceil(bytes.length / 1000)} kB`);
  const data = read(readCsv(file, bytes));
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  return { data, asOf: newestDate(dataset, data) ?? "", contentHash };
}

/** A file that is being written while it is read would give a mixture: refused. */
async function readWhole(dir: string, file: string): Promise<Buffer> {
  const handle = await open(join(dir, file)).catch((cause: Error) => {
    throw badFile(
      { file },
      `cannot be opened (${cause.message.split(":")[0]})`,
      "Check its permissions.",
      cause,
    );
  });
  try {
    const before = await handle.stat({ bigint: true });
    const bytes = await handle.readFile();
    const after = await handle.stat({ bigint: true });
    if (before.mtimeNs !== after.mtimeNs || before.size !== after.size)
      throw badFile(
        { file },
        "changed while it was read",
        "Ask again; replace data files by renaming finished ones.",
      );
    return bytes;
  } finally {
    await handle.close();
  }
}

const later = (a: string, b: string) => (a > b ? a : b);
