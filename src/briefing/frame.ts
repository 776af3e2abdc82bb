import type { Briefing } from "./briefing.ts";
import type { ChartFrame } from "./chart.ts";
import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/** "Kenneth R. French Data Library, to 30 Nov 2025, retrieved 28 Feb 2026"; one entry a provider. */
export function sourceLine(sources: readonly Source[]): string {
  const byProvider = new Map<string, Source>();
  for (const source of sources) {
    const seen = byProvider.get(source.provider);
    if (seen === undefined || seen.asOf < source.asOf) byProvider.set(source.provider, source);
  }
  const entries = [...byProvider.values()].map(
    ({ provider, asOf, retrievedAt, fallback }) =>
      `${provider}, to ${formatDate(asOf)}, retrieved ${formatDate(retrievedAt)}${fallback ? ` (${fallback})` : ""}`,
  );
  return `Source: ${entries.join("; ")}`;
}

/** What the charts of this briefing burn in. */
export function frameOf(briefing: Briefing, firm: string): ChartFrame {
  return { sourceLine: sourceLine(briefing.sources), sample: briefing.dataMode === "sample", firm };
}
