import type { Dispatcher } from "undici";
import { BriefingError } from "../../briefing/errors.ts";
import type { Pair } from "../../briefing/figure.ts";
import { newestDate } from "../../market/as-of.ts";
import type { Datasets } from "../../market/datasets.ts";
import type { Fetched, Progress } from "../../market/port.ts";
import { createDownload } from "./download.ts";
import { layoutFault, PROVIDER } from "./faults.ts";
import { parseFactors, parseSizeLevels } from "./parse.ts";
import { readBytes, readMeta, type StoredMeta, sha256, storeCopy } from "./store.ts";
import { extractCsv } from "./zip.ts";

export interface FrenchOptions {
  /** The folder that holds the zip files. */
  readonly baseUrl: string;
  /** Where downloaded files are kept. */
  readonly cacheDir: string;
  readonly now: () => Date;
  /** For a proxy. */
  readonly dispatcher?: Dispatcher;
  /** A stored copy younger than this is used without asking; 24 hours. */
  readonly maxAgeMs?: number;
  /** For one file, in all; 10 seconds. */
  readonly timeoutMs?: number;
  /** How long the library is left alone after it failed; one minute. */
  readonly breakMs?: number;
}

export type FrenchDataset = "levels" | "factors";

interface LibraryFile<K extends FrenchDataset> {
  readonly name: string;
  readonly csv: string;
  readonly label: string;
  readonly parse: (text: string, today: string) => Datasets[K];
  readonly pair: Pair;
}

export const FILES: { readonly [K in FrenchDataset]: LibraryFile<K> } = {
  levels: {
    name: "Portfolios_Formed_on_ME_CSV",
    csv: "Portfolios_Formed_on_ME.csv",
    label: "size portfolios",
    parse: parseSizeLevels,
    pair: {
      label: "Smallest 30 % / largest 30 % by NYSE size",
      small: "Lowest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
      large: "Highest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
    },
  },
  factors: {
    name: "F-F_Research_Data_Factors_CSV",
    csv: "F-F_Research_Data_Factors.csv",
    label: "three factors",
    parse: parseFactors,
    pair: {
      label: "Fama-French small / big",
      small: "Average of the three small portfolios, split at the NYSE median (CRSP stocks)",
      large: "Average of the three big portfolios, split at the NYSE median (CRSP stocks)",
    },
  },
};

/** A dataset and the zip it was read from. */
export interface Copy<K extends FrenchDataset> {
  readonly meta: StoredMeta;
  readonly fetched: Fetched<K>;
}

/** The library's files, on the server and in the cache folder. Rejects with `SourceFault`. */
export interface Library {
  /** Downloads and checks a file, then keeps it; a good file that cannot be kept goes to `cannotKeep`. */
  refresh<K extends FrenchDataset>(
    dataset: K,
    cannotKeep: (error: Error) => void,
    progress?: Progress,
  ): Promise<Copy<K>>;
  stored(dataset: FrenchDataset): Promise<StoredMeta | null>;
  /** Null where the bytes are gone or damaged. */
  read<K extends FrenchDataset>(dataset: K, meta: StoredMeta): Promise<Copy<K> | null>;
}

export function openLibrary(options: FrenchOptions): Library {
  const { cacheDir, now, dispatcher, timeoutMs = 10_000, breakMs = 60_000 } = options;
  const base = parseBase(options.baseUrl);
  const download = createDownload({ dispatcher, timeoutMs, breakMs });

  function understand<K extends FrenchDataset>(dataset: K, meta: StoredMeta, bytes: Buffer): Copy<K> {
    const { csv, label, parse, pair } = FILES[dataset];
    const data = parse(extractCsv(bytes, csv), now().toISOString().slice(0, 10));
    const asOf = newestDate(dataset, data);
    if (asOf === null) throw layoutFault("the file reports no month");
    const { retrievedAt, sha256: contentHash } = meta;
    // Free for research with attribution; copyright Fama and French, so it is not passed on.
    const licence = "internal-use";
    const source = { provider: PROVIDER, dataset: label, asOf, retrievedAt, licence, contentHash, pair };
    return { meta, fetched: { data, source } };
  }

  return {
    refresh: async (dataset, cannotKeep, progress) => {
      const { name, label } = FILES[dataset];
      const url = new URL(base);
      url.pathname = `${base.pathname.replace(/\/+$/, "")}/${name}.zip`;
      const bytes = await download(url, label, progress);
      const address = `${url.origin}${url.pathname}`;
      const meta = { url: address, retrievedAt: now().toISOString(), sha256: sha256(bytes) };
      // Understood before it is stored: a file that cannot be used never replaces one that can.
      const copy = understand(dataset, meta, bytes);
      await storeCopy(cacheDir, name, bytes, meta).catch(cannotKeep);
      return copy;
    },
    stored: (dataset) => readMeta(cacheDir, FILES[dataset].name),
    read: async (dataset, meta) => {
      const bytes = await readBytes(cacheDir, FILES[dataset].name, meta);
      return bytes && understand(dataset, meta, bytes);
    },
  };
}

function parseBase(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (url?.protocol === "https:" || url?.protocol === "http:") return url;
  const shown = JSON.stringify(baseUrl.replace(/[?#].*$/, "").replace(/\/\/[^/@]*@/, "//"));
  throw new BriefingError(
    "bad_config",
    `FRENCH_BASE_URL ${shown} is not a web address`,
    "Write https://host/folder.",
  );
}
