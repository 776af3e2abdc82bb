import type { Page } from "../briefing/briefing.ts";
import type { Source } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { extentOf, retrievalOf } from "../briefing/source-words.ts";
import { spelt } from "../market/datasets.ts";
import type { MarketData, SourceCard } from "../market/port.ts";
import { partsOf } from "../topics/read-from.ts";

type Result =
  | (Source & { readonly overdue?: readonly string[] })
  | { readonly dataset: string; readonly problem: string };

/**
 * How things stand: the data, and what is posted by itself. `delivery`: its sections; null where nothing is posted.
 */
export function statusPage(
  market: MarketData,
  results: readonly Result[],
  delivery: Page["sections"] | null,
): Page {
  const amiss = results.flatMap((result) => {
    if ("problem" in result) return [`${spelt(result.dataset)}: ${result.problem}`];
    const { dataset, fallback, doubts = [] } = result;
    return [
      ...overdueOf(result).map((each) => `overdue, ${each}`),
      ...(fallback === undefined ? [] : [fallback]),
      ...few(doubts, DOUBTS_OF_STATUS),
    ].map((each) => `${spelt(dataset)}: ${each}`);
  });
  const late = results.filter((result) => overdueOf(result).length > 0).length;
  const mode = market.mode === "sample" ? "SAMPLE DATA: synthetic, never sent to a channel" : "Live data";
  const unanswered = results.filter((result) => "problem" in result).length;
  const summary =
    results.length === 0
      ? "no dataset at hand"
      : `${results.length - unanswered} of ${results.length} datasets at hand answer${late === 0 ? "" : `, ${late} of them with data overdue`}`;
  return {
    title: "Status",
    sections: [
      { heading: mode, lines: [summary, ...amiss] },
      ...(delivery ?? [{ heading: "Schedules", lines: ["none: nothing is posted from here by itself"] }]),
    ],
  };
}

const overdueOf = (result: Result): readonly string[] => ("problem" in result ? [] : (result.overdue ?? []));

export function sourcesPage(
  market: MarketData,
  results: readonly Result[],
  cards: readonly SourceCard[] = [],
): Page {
  const lines = results.flatMap((result) =>
    "problem" in result
      ? [`${spelt(result.dataset)}: ${result.problem}`]
      : byPublisher(partsOf(result)).map(partLine),
  );
  const mode = market.mode === "sample" ? "SAMPLE DATA: synthetic, never sent to a channel" : "Live data";
  return {
    title: "Sources",
    sections: [
      { heading: mode, lines: lines.length > 0 ? lines : ["no dataset at hand"] },
      { heading: "Each source", lines: cards.map(cardLine) },
      { heading: "Doubts about the data", lines: doubtLines(results) },
    ].filter((section) => section.lines.length > 0),
  };
}

/** Parts of a dataset that one publisher gave under one name: a series each, of which some have hundreds. */
const byPublisher = (parts: readonly Source[]): readonly (readonly Source[])[] => [
  ...Map.groupBy(parts, ({ provider, dataset }) => JSON.stringify([provider, dataset])).values(),
];

function partLine(parts: readonly Source[]): string {
  const [newest] = parts.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  if (newest === undefined) return "";
  const { provider, dataset, licence, fallback, contentHash } = newest;
  const content =
    parts.length === 1
      ? `content ${contentHash.slice(0, 12)}`
      : `${parts.length} series, each with its own answer`;
  return `${spelt(dataset)}: ${provider}, ${extentOf(newest)}, ${retrievalOf(newest)}, licence ${licence}${fallback ? `, ${fallback}` : ""}, ${content}`;
}

/** "treasury (US Department of the Treasury): macro: treasury_2y; licence public-domain; home.treasury.gov; …" */
function cardLine(card: SourceCard): string {
  const { id, provider, licence, provides, hosts, key, setting, terms, lastSuccess, lastFault } = card;
  const state =
    key === "missing"
      ? `not asked: ${setting} is not set`
      : lastSuccess === null
        ? "not asked yet"
        : `last success ${formatDate(lastSuccess)}`;
  const parts = [
    provides.map(spelt).join(", ") || "nothing yet",
    `licence ${licence}`,
    hosts.length > 0 ? hosts.join(", ") : "nothing leaves this machine",
    state,
    ...(lastFault === null ? [] : [`last fault: ${lastFault}`]),
    ...(terms === null ? [] : [`terms: ${terms}`]),
  ];
  return `${id} (${provider}): ${parts.join("; ")}`;
}

function doubtLines(results: readonly Result[]): readonly string[] {
  return results.flatMap((result) =>
    "problem" in result
      ? []
      : few(result.doubts ?? [], DOUBTS_OF_SOURCES).map((doubt) => `${spelt(result.dataset)}: ${doubt}`),
  );
}

const DOUBTS_OF_STATUS = 3;
const DOUBTS_OF_SOURCES = 12;

/** The first ones, and how many more; `explain` has them all. */
function few(doubts: readonly string[], most: number): readonly string[] {
  if (doubts.length <= most + 1) return doubts;
  return [...doubts.slice(0, most), `and ${doubts.length - most} more doubts, which explain names`];
}
