import type { Briefing, Firm, Table } from "./briefing.ts";
import { formatDate, formatFigure } from "./format.ts";
import { sourceLine } from "./frame.ts";

/** An answer in a form that can be passed on: one paragraph and everything that must stand under it. */
export interface ClientCopy {
  readonly title: string;
  readonly paragraph: string;
  readonly disclosures: readonly string[];
  /** Not to be passed on: what the sender has to check before. */
  readonly licences: readonly string[];
}

export interface ClientRefusal {
  readonly refused: string;
  readonly hint: string;
}

const PAST_PERFORMANCE = "Past performance is not a reliable indicator of future results.";

/** @returns the reason instead where the numbers are invented or assumed */
export function clientCopy(briefing: Briefing, firm: Firm = briefing.firm): ClientCopy | ClientRefusal {
  if (briefing.dataMode === "sample")
    return {
      refused: "Sample data are invented, so there is no copy for clients.",
      hint: "Ask again with live data.",
    };
  if (briefing.hypothetical)
    return {
      refused: "A hypothetical answer rests on an assumption of yours, so there is no copy for clients.",
      hint: "Ask again without the assumption.",
    };
  const licences = new Set(briefing.sources.map(({ provider, licence }) => `${provider}: ${licence}`));
  return {
    title: oneLine(briefing.headline),
    paragraph: paragraphOf(briefing),
    disclosures: disclosuresOf(briefing, firm),
    licences: [...licences].map(oneLine),
  };
}

/** The finding, then all rows of the first table: a favourable figure never travels without its counter-figure. */
function paragraphOf(briefing: Briefing): string {
  const named = briefing.subtitle.includes(formatDate(briefing.asOf));
  const measured = named ? briefing.subtitle : `${briefing.subtitle} · as of ${formatDate(briefing.asOf)}`;
  const [table] = briefing.tables;
  const parts = [
    briefing.headline,
    measured,
    ...(table ? [rowsInWords(table, briefing)] : []),
    ...briefing.notes,
  ];
  return parts
    .map(oneLine)
    .filter((part) => part !== "")
    .map(sentence)
    .join(" ");
}

/** "Price return: 1 day: Small −0.9%, Large −0.3%; …" */
function rowsInWords({ title, columns, rows }: Table, { figures }: Briefing): string {
  const texts = new Map(figures.map((figure) => [figure.key, formatFigure(figure)]));
  const each = rows.map(({ label, cells }) => {
    const read = cells.map((key, i) => `${columns[i + 1] ?? ""} ${texts.get(key) ?? ""}`.trim());
    return `${label}: ${read.join(", ")}`;
  });
  return `${title}. ${each.join("; ")}`;
}

function disclosuresOf(
  { caveats, sources, pairDetail }: Briefing,
  { name, disclaimer }: Firm,
): readonly string[] {
  const warned = caveats.some((caveat) => /past performance/i.test(caveat));
  const firm = [name, ...(caveats.includes(disclaimer) ? [] : [disclaimer])].filter(
    (part) => part.trim() !== "",
  );
  return [
    ...caveats,
    ...(warned ? [] : [PAST_PERFORMANCE]),
    `Small: ${pairDetail.small}. Large: ${pairDetail.large}.`,
    sourceLine(sources),
    ...(firm.length > 0 ? [firm.join(": ")] : []),
  ];
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\s)\p{Cc}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
