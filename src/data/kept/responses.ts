import type { Source, SourceResponse } from "../../briefing/figure.ts";

const MOST = 6;

/**
 * The newest of a dataset's responses: it travels with every figure, and a yield curve has a file a year. The
 * dataset's `contentHash` is made of all of them, and all stay on disk.
 */
export function newestOf(responses: readonly SourceResponse[]): Pick<Source, "responses" | "responseCount"> {
  if (responses.length <= MOST) return { responses };
  const newest = responses
    .toSorted((a, b) => (a.retrievedAt < b.retrievedAt ? 1 : a.retrievedAt > b.retrievedAt ? -1 : 0))
    .slice(0, MOST);
  return { responses: newest, responseCount: responses.length };
}
