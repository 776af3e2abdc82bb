import { createHash } from "node:crypto";
import type { Source, SourceResponse } from "../../briefing/figure.ts";

export const PROVIDER = "SEC EDGAR";
/** Made by the government of the United States, or filed with it for the public. */
export const LICENCE = "public-domain";

/** Addresses of which there may be many for one dataset, and how they are called together. */
const MANY: readonly { readonly part: RegExp; readonly called: string }[] = [
  { part: /\/api\/xbrl\/frames\//, called: "/api/xbrl/frames/" },
  { part: /\/full-index\//, called: "/Archives/edgar/full-index/" },
  { part: /\/primary_doc\.xml$/, called: "/Archives/edgar/data/" },
];
/** Up to so many stand each for itself. */
const FEW = 4;

/** Of the hashes of many answers one. */
export function hashOf(responses: readonly SourceResponse[]): string {
  const hashes = responses.map(({ url, sha256 }) => `${url} ${sha256}`).sort();
  return createHash("sha256").update(hashes.join("\n")).digest("hex");
}

/**
 * Answers as a figure shows them: the hundreds of tables and filings that make one dataset stand as one, whose
 * hash is of theirs; the kept copies say which they are.
 */
export function shownResponses(responses: readonly SourceResponse[]): readonly SourceResponse[] {
  const grouped = Map.groupBy(responses, ({ url }) => MANY.find(({ part }) => part.test(url))?.called ?? "");
  return [...grouped]
    .flatMap(([called, group]) => (called !== "" && group.length > FEW ? [together(called, group)] : group))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

function together(called: string, group: readonly SourceResponse[]): SourceResponse {
  const { origin } = new URL(group[0]?.url ?? "");
  const url = `${origin}${called} (${group.length} answers)`;
  return { url, sha256: hashOf(group), retrievedAt: newest(group), status: 200 };
}

export function newest(responses: readonly SourceResponse[]): string {
  return (
    responses
      .map(({ retrievedAt }) => retrievedAt)
      .sort()
      .at(-1) ?? ""
  );
}

/** Who stands behind an answer that is made of EDGAR's and of a holdings file of the user's. */
export function standsBehind(own: readonly Source[]): Pick<Source, "provider" | "licence"> {
  const providers = [...new Set(own.map(({ provider }) => provider))];
  const licences = [...new Set(own.map(({ licence }) => licence))];
  return {
    provider: [PROVIDER, ...providers].join(" and "),
    licence: licences.length > 0 ? licences.join(", ") : LICENCE,
  };
}
