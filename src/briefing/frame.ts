import type { Briefing } from "./briefing.ts";
import type { ChartFrame } from "./chart.ts";
import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/**
 * "Kenneth R. French Data Library, to 30 Nov 2025, retrieved 28 Feb 2026"; one entry a provider, dated by the
 * first of its datasets (what the figures are mainly made of), with every fallback among them.
 */
export function sourceLine(sources: readonly Source[]): string {
  const byProvider = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    const own = byProvider.get(source.provider);
    if (own) own.push(source);
    else byProvider.set(source.provider, [source]);
  }
  return `Source: ${[...byProvider].map(([provider, own]) => providerEntry(provider, own)).join("; ")}`;
}

function providerEntry(provider: string, sources: readonly [Source, ...Source[]]): string {
  const [main] = sources;
  const fallbacks = new Set(sources.flatMap(({ fallback }) => (fallback ? [fallback] : [])));
  const note = fallbacks.size > 0 ? ` (${[...fallbacks].join("; ")})` : "";
  return `${provider}, to ${formatDate(main.asOf)}, retrieved ${formatDate(main.retrievedAt)}${note}`;
}

/** What the charts of this briefing burn in. */
export function frameOf(briefing: Briefing, firm: string): ChartFrame {
  return { sourceLine: sourceLine(briefing.sources), sample: briefing.dataMode === "sample", firm };
}
