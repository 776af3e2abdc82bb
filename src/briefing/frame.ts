import type { Briefing, Firm } from "./briefing.ts";
import type { ChartFrame } from "./chart.ts";
import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/**
 * "Kenneth R. French Data Library, to 30 Nov 2025, retrieved 28 Feb 2026"; one entry a provider, dated by the
 * first of its datasets (what the figures are mainly made of), with every fallback among them. A table of
 * events is dated by the day to which it is known: its last event may lie long before.
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
  const retrieved = `retrieved ${formatDate(main.retrievedAt)}, licence ${main.licence}`;
  return main.completeTo === undefined
    ? `${provider}, to ${formatDate(main.asOf)}, ${retrieved}${note}`
    : `${provider}, ${retrieved}, known to ${formatDate(main.completeTo)}${note}`;
}

/** What the charts of this briefing burn in. */
export function frameOf({ sources, dataMode, firm }: Briefing): ChartFrame {
  return { sourceLine: sourceLine(sources), sample: dataMode === "sample", firm: firmLine(firm) };
}

/** A long disclaimer would crowd out the chart: it stands in the message. */
const LONGEST_IN_CHART = 80;

function firmLine({ name, disclaimer }: Firm): string {
  const words = disclaimer.length <= LONGEST_IN_CHART ? [name, disclaimer] : [name];
  return words.filter((each) => each !== "").join(" · ");
}
