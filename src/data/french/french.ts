import type { Pair } from "../../briefing/figure.ts";
import { type DatasetName, type FactorMonth, type Levels, spelt } from "../../market/datasets.ts";
import { parseBase } from "../http/address.ts";
import { type Client, createClient } from "../http/client.ts";
import { SourceFault } from "../http/fault.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe, Resource } from "../kept/recipe.ts";
import { compareDays, type FactorDay, parseFactorDays } from "./days.ts";
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

interface LibraryFile<Part> {
  readonly name: string;
  readonly csv: string;
  readonly label: string;
  readonly parse: (text: string, today: string) => Part;
}

/** What the size portfolios are about. */
export const SIZE_PAIR: Pair = {
  label: "Smallest 30 % / largest 30 % by NYSE size",
  small: "Lowest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
  large: "Highest 30 % by market equity, value-weighted, NYSE breakpoints (CRSP stocks)",
};

const LEVELS: LibraryFile<Levels> = {
  name: "Portfolios_Formed_on_ME_CSV",
  csv: "Portfolios_Formed_on_ME.csv",
  label: "size portfolios",
  parse: parseSizeLevels,
};

type FactorsPart = { readonly months: readonly FactorMonth[] } | { readonly days: readonly FactorDay[] };

const FACTORS: LibraryFile<FactorsPart> & Pick<Recipe<"factors">, "pair"> = {
  name: "F-F_Research_Data_Factors_CSV",
  csv: "F-F_Research_Data_Factors.csv",
  label: "three factors",
  parse: (text, today) => ({ months: parseFactors(text, today) }),
  pair: {
    label: "Fama-French small / big",
    small: "Average of the three small portfolios, split at the NYSE median (CRSP stocks)",
    large: "Average of the three big portfolios, split at the NYSE median (CRSP stocks)",
  },
};

/** What the months are set against; they are used without it. */
const FACTOR_DAYS: LibraryFile<FactorsPart> = {
  name: "F-F_Research_Data_Factors_daily_CSV",
  csv: "F-F_Research_Data_Factors_daily.csv",
  label: "three factors by day, which the months are checked against",
  parse: (text, today) => ({ days: parseFactorDays(text, today) }),
};

/** Ken French's data library over HTTP, kept on disk: size portfolios and factors, monthly. */
export function openFrench(options: LiveOptions): KeptSource {
  const base = parseBase("FRENCH_BASE_URL", options.baseUrl);
  const { now } = options;
  const resource = <Part>(file: LibraryFile<Part>): Resource<Part> => ({
    name: file.name,
    label: file.label,
    maxAgeMs: DAY_MS,
    request: { base, path: `${file.name}.zip`, kind: "zip", maxBytes: MAX_ZIP_BYTES, check: checkZip },
    parse: (bytes) => file.parse(extractCsv(bytes, file.csv), now().toISOString().slice(0, 10)),
  });
  const levels: Recipe<"levels", Levels> = {
    label: LEVELS.label,
    pair: SIZE_PAIR,
    resources: () => [resource(LEVELS)],
    revised: compareLevels,
    assemble: ([data]) => ({ data: data ?? {} }),
  };
  const factors: Recipe<"factors", FactorsPart> = {
    label: FACTORS.label,
    ...(FACTORS.pair ? { pair: FACTORS.pair } : {}),
    resources: () => [resource(FACTORS), { ...resource(FACTOR_DAYS), mayLack: true }],
    revised: (before, after, since) =>
      "months" in before && "months" in after ? compareFactors(before.months, after.months, since) : [],
    assemble: (parts) => {
      const months = parts.flatMap((part) => ("months" in part ? part.months : []));
      const days = parts.flatMap((part) => ("days" in part ? part.days : []));
      return { data: months, doubts: compareDays(months, days) };
    },
  };
  return openKept({
    id: "french",
    called: "French",
    provider: PROVIDER,
    // Free for research with attribution; copyright Fama and French, so it is not passed on.
    licence: "internal-use",
    hint: HINT,
    remedy,
    client: clientOf(options),
    ...roomsOf(options),
    now,
    recipes: { levels, factors },
    card: {
      hosts: [base.host],
      key: "none",
      terms: "free for research with attribution; ask its authors before showing the data to clients",
      provides: ["levels", "factors"],
    },
  });
}

/** A server that fails is left alone for a while: the days with the months, but the months not with the days. */
function clientOf(options: LiveOptions): Client {
  const limits = { ...options, ...limitsOf(options) };
  const [months, days] = [createClient(limits), createClient(limits)];
  let failed: SourceFault | null = null;
  return async (request) => {
    const isDays = request.path.startsWith(FACTOR_DAYS.name);
    if (isDays && failed !== null) throw failed;
    if (isDays) return days(request);
    try {
      const got = await months(request);
      failed = null;
      return got;
    } catch (fault) {
      failed = fault instanceof SourceFault && fault.transient ? fault : null;
      throw fault;
    }
  };
}

function remedy(dataset: DatasetName): string {
  if (dataset === "levels" || dataset === "factors") {
    const { label } = { levels: LEVELS, factors: FACTORS }[dataset];
    return `Load the ${label} from the ${PROVIDER}: it needs a connection to FRENCH_BASE_URL.`;
  }
  return `The ${PROVIDER} has levels and factors only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
