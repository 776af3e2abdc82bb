import type { Briefing } from "./briefing.ts";
import type { ChartFrame } from "./chart.ts";
import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/**
 * "Kenneth R. French Data Library, to 30 Nov 2025, retrieved 28 Feb 2026"; one entry a provider, with the newest
 * of its dates and every fallback among its datasets.
 */
export function sourceLine(sources: readonly Source[]): string {
  const byProvider = new Map<string, Source[]>();
  for (const source of sources) {
    byProvider.set(source.provider, [...(byProvider.get(source.provider) ?? []), source]);
  }
  return `Source: ${[...byProvider].map(([provider, own]) => providerEntry(provider, own)).join("; ")}`;
}

function providerEntry(provider: string, sources: readonly Source[]): string {
  const newest = sources.reduce((a, b) => (b.asOf > a.asOf ? b : a));
  const fallbacks = new Set(sources.flatMap(({ fallback }) => (fallback ? [fallback] : [])));
  const note = fallbacks.size > 0 ? ` (${[...fallbacks].join("; ")})` : "";
  return `${provider}, to ${formatDate(newest.asOf)}, retrieved ${formatDate(newest.retrievedAt)}${note}`;
}

/** What the charts of this briefing burn in. */
export function frameOf(briefing: Briefing, firm: string): ChartFrame {
  return { sourceLine: sourceLine(briefing.sources), sample: briefing.dataMode === "sample", firm };
}
