import type { Source } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";

/** "policyDecisions" -> "policy decisions" */
export function inWords(dataset: string): string {
  return dataset.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function sourceDescription({
  provider,
  dataset,
  asOf,
  retrievedAt,
  licence,
  contentHash,
  completeTo,
  pair,
  fallback,
}: Source): string {
  const sides = pair ? `; small: ${pair.small}; large: ${pair.large}` : "";
  const extent = completeTo === undefined ? `to ${formatDate(asOf)}` : `known to ${formatDate(completeTo)}`;
  const instead = fallback === undefined ? "" : `; stands in: ${fallback}`;
  return `${provider}, ${dataset}, ${extent}, retrieved ${formatDate(retrievedAt)}, licence ${licence}, SHA-256 ${contentHash}${sides}${instead}`;
}

/** Every answer over the network, with where and when it came and the hash of its bytes. */
export function responseLines(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ responses = [], responseCount = responses.length }) => [
    ...responses.map(
      ({ url, sha256, retrievedAt, status }) =>
        `${url}: status ${status}, at ${retrievedAt}, SHA-256 ${sha256}`,
    ),
    ...(responseCount > responses.length
      ? [`and ${responseCount - responses.length} older ones, which the hash above covers`]
      : []),
  ]);
}
