import type { Briefing, Firm } from "./briefing.ts";
import type { ChartFrame, ChartSpec } from "./chart.ts";
import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";
import { extentOf, retrievalOf } from "./source-words.ts";

/**
 * "Kenneth R. French Data Library, to 30 Nov 2025, retrieved 28 Feb 2026"; one entry a provider, dated by the
 * first of its datasets (what the figures are mainly made of), with every fallback among them. Where the figures
 * are of series that end on different days, each of these is said: "to 30 Jan 2026 and 25 Feb 2026", of more than three the first and the last. A table of
 * events is dated by the day to which it is known: its last event may lie long before.
 */
export function sourceLine(sources: readonly Source[]): string {
  const byProvider = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    const own = byProvider.get(source.provider);
    if (own) own.push(source);
    else byProvider.set(source.provider, [source]);
  }
  if (sources.length === 0) return "Source: none, since nothing was found";
  return `Source: ${[...byProvider].map(([provider, own]) => providerEntry(provider, own)).join("; ")}`;
}

const MOST_ENDS = 3;

function providerEntry(provider: string, sources: readonly [Source, ...Source[]]): string {
  const [main] = sources;
  const fallbacks = new Set(sources.flatMap(({ fallback }) => (fallback ? [fallback] : [])));
  const note = fallbacks.size > 0 ? ` (${[...fallbacks].join("; ")})` : "";
  const retrieved = `${retrievalOf(main)}, licence ${main.licence}`;
  const ends = new Set(sources.filter(({ dataset }) => dataset === main.dataset).map(({ asOf }) => asOf));
  return main.completeTo === undefined && main.listsTo === undefined
    ? `${provider}, ${until([...ends].sort())}, ${retrieved}${note}`
    : `${provider}, ${retrieved}, ${extentOf(main)}${note}`;
}

/** More days than a line should hold are said by the first and the last. */
function until(ends: readonly string[]): string {
  const [first = "", last = ""] = [ends[0], ends.at(-1)];
  return ends.length > MOST_ENDS
    ? `to days from ${formatDate(first)} to ${formatDate(last)}`
    : `to ${ends.map(formatDate).join(" and ")}`;
}

/** What a chart of this briefing burns in: its source line speaks of no day after the data it draws. */
export function frameOf(
  { sources: all, dataMode, firm }: Briefing,
  { asOf, sources = all }: Pick<ChartSpec, "asOf" | "sources">,
): ChartFrame {
  const drawn = asOf === undefined ? sources : endingAt(sources, asOf);
  return { sourceLine: sourceLine(drawn), sample: dataMode === "sample", firm: firmLine(firm) };
}

/** A dataset once, to the day its newest data were drawn. */
function endingAt(sources: readonly Source[], asOf: string): readonly Source[] {
  const byDataset = Map.groupBy(sources, ({ provider, dataset }) => `${provider}\u0000${dataset}`);
  return [...byDataset.values()].flatMap((own) => {
    const newest = own.reduce((a, b) => (b.asOf > a.asOf ? b : a));
    return [newest.asOf > asOf ? { ...newest, asOf } : newest];
  });
}

/** A long disclaimer would crowd out the chart: it stands in the message. */
const LONGEST_IN_CHART = 80;

function firmLine({ name, disclaimer }: Firm): string {
  const words = disclaimer.length <= LONGEST_IN_CHART ? [name, disclaimer] : [name];
  return words.filter((each) => each !== "").join(" · ");
}
