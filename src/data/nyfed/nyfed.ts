import { type DatasetName, spelt } from "../../market/datasets.ts";
import { addDays } from "../../maths/calendar.ts";
import { parseBase } from "../http/address.ts";
import { createClient } from "../http/client.ts";
import { type KeptSource, openKept } from "../kept/kept-source.ts";
import { type LiveOptions, limitsOf, roomsOf } from "../kept/options.ts";
import type { Recipe } from "../kept/recipe.ts";
import { compareRanges, decisionsFrom, type Known, parseRates, type RateDay } from "./parse.ts";

const PROVIDER = "Federal Reserve";
const HOUR_MS = 3_600_000;
/** So that several known changes can be compared. */
const OVERLAP_DAYS = 500;

/** Fed decisions: those that come with the program, and later ones read from the New York Fed's target range. */
export function openNyFed(options: LiveOptions, known: Known): KeptSource {
  const base = parseBase("NYFED_BASE_URL", options.baseUrl);
  const { now } = options;
  const policyDecisions: Recipe<"policyDecisions", readonly RateDay[]> = {
    label: "decisions: built-in table, then the New York Fed's target range",
    ...(known.source ? { beside: { "built-in table": known.source } } : {}),
    resources: (today) => [
      {
        name: "effr",
        label: "effective rate and target range",
        part: "the New York Fed's target range",
        maxAgeMs: 6 * HOUR_MS,
        request: {
          base,
          path: "api/rates/unsecured/effr/search.json",
          query: { startDate: addDays(known.completeTo, -OVERLAP_DAYS), endDate: today },
          kind: "json",
          maxBytes: 5_000_000,
        },
        parse: (bytes) => parseRates(bytes, now().toISOString().slice(0, 10)),
      },
    ],
    revised: compareRanges,
    assemble: ([days = []]) => {
      const { decisions: data, ...rest } = decisionsFrom(days, known);
      return { data, ...rest };
    },
  };
  return openKept({
    id: "nyfed",
    called: "New York Fed",
    provider: PROVIDER,
    licence: "public-domain",
    hint: "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS), or put policy-decisions.csv into a DATA_FOLDER.",
    remedy,
    client: createClient({ ...options, ...limitsOf(options) }),
    ...roomsOf(options),
    now,
    recipes: { policyDecisions },
    card: { hosts: [base.host], key: "none", terms: null, provides: ["policyDecisions"] },
  });
}

function remedy(dataset: DatasetName): string {
  if (dataset === "policyDecisions")
    return "Load the target range from the New York Fed: it needs NYFED_BASE_URL.";
  return `The New York Fed has Fed decisions only: put ${spelt(dataset)} into a DATA_FOLDER or set another source.`;
}
