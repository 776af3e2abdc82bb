import type { Source } from "../briefing/figure.ts";
import { extentOf, retrievalOf } from "../briefing/source-words.ts";

export function sourceDescription(source: Source): string {
  const { provider, dataset, licence, contentHash, pair, fallback } = source;
  const sides = pair ? `; small: ${pair.small}; large: ${pair.large}` : "";
  const instead = fallback === undefined ? "" : `; stands in: ${fallback}`;
  return `${provider}, ${dataset}, ${extentOf(source)}, ${retrievalOf(source)}, licence ${licence}, SHA-256 ${contentHash}${sides}${instead}`;
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
