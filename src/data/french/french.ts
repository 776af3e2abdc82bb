import type { DatasetName, Datasets } from "../../market/datasets.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe } from "../kept/recipe.ts";
import { parseFactors, parseSizeLevels } from "./parse.ts";
import { compareFactors, compareLevels } from "./vintages.ts";
import { checkZip, extractCsv } from "./zip.ts";

export const PROVIDER = "Kenneth R. French Data Library";

const HINT =
  "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS), point FRENCH_BASE_URL at a mirror, or put levels.csv " +
  "and factors.csv into a DATA_FOLDER.";

/** The published zip files have 13 kB and about 400 kB. */
const MAX_ZIP_BYTES = 10_000_000;
const DAY_MS = 86_400_000;

interface LibraryFile<K extends DatasetName> extends Pick<Recipe<K>, "pair" | "label"> {
  readonly name: string;
  readonly csv: string;
  readonly parse: (text: string, today: string) => Datasets[K];
  readonly compare: (before: Datasets[K], after: Datasets[K], since: string) => readonly string[];
}

const LEVELS: LibraryFile<"levels"> = {
  name: "Portfolios_Formed_on_ME_CSV",
  csv: "Portfolios_Formed_on_ME.csv",
  label: "size portfolios",
  parse: parseSizeLevels,
  compare: compareLevels,
  pair: {
    label: "Smallest 30 % / largest 30 % by NYSE size",
    small: "Lowest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
    large: "Highest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
  },
};

const FACTORS: LibraryFile<"factors"> = {
  name: "F-F_Research_Data_Factors_CSV",
  csv: "F-F_Research_Data_Factors.csv",
  label: "three factors",
  parse: parseFactors,
  compare: compareFactors,
  pair: {
    label: "Fama-French small / big",
    small: "Average of the three small portfolios, split at the NYSE median (CRSP stocks)",
    large: "Average of the three big portfolios, split at the NYSE median (CRSP stocks)",
  },
};

/** Ken French's data library over HTTP, kept on disk: size portfolios and factors, monthly. */
export function openFrench(options: LiveOptions): KeptSource {
  const base = parseBase("FRENCH_BASE_URL", options.baseUrl);
  const { now } = options;
  const recipe = <K extends "levels" | "factors">(file: LibraryFile<K>): Recipe<K, Datasets[K]> => ({
    label: file.label,
    ...(file.pair ? { pair: file.pair } : {}),
    resources: () => [
      {
        name: file.name,
        label: file.label,
        maxAgeMs: DAY_MS,
        request: { base, path: `${file.name}.zip`, kind: "zip", maxBytes: MAX_ZIP_BYTES, check: checkZip },
        parse: (bytes) => file.parse(extractCsv(bytes, file.csv), now().toISOString().slice(0, 10)),
      },
    ],
    revised: file.compare,
    assemble: ([data]) => ({ data: data as Datasets[K] }),
  });
  return openKept({
    id: "french",
    called: "French",
    provider: PROVIDER,
    // Free for research with attribution; copyright Fama and French, so it is not passed on.
    licence: "internal-use",
    hint: HINT,
    remedy,
    client: createClient({ ...options, ...limitsOf(options) }),
    ...roomsOf(options),
    now,
    recipes: { levels: recipe(LEVELS), factors: recipe(FACTORS) },
    card: {
      hosts: [base.host],
      key: "none",
      terms: "free for research with attribution; ask its authors before showing the data to clients",
      provides: ["levels", "factors"],
    },
  });
}

function remedy(dataset: DatasetName): string {
  if (dataset === "levels" || dataset === "factors") {
    const { label } = { levels: LEVELS, factors: FACTORS }[dataset];
    return `Load the ${label} from the ${PROVIDER}: it needs a connection to FRENCH_BASE_URL.`;
  }
  return `The ${PROVIDER} has levels and factors only: put ${dataset} into a DATA_FOLDER or set another source.`;
}
