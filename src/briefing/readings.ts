import type { Briefing, Firm, Table } from "./briefing.ts";
import type { Figure, Source } from "./figure.ts";
import { formatDate, formatFigure } from "./format.ts";
import { narrativeLabel } from "./narrative.ts";
import { cleanLine, clip } from "./plain-text.ts";
import { extentOf, retrievalOf } from "./source-words.ts";
import { isAbsent } from "./value.ts";

/** What chat surfaces say of a briefing beside its own words, as plain text: each escapes it in its own way. */

export const PAST_PERFORMANCE = /past performance/i;

/** The command that gives this briefing again on any later day. */
export function datedCommand({ command, asOf }: Briefing): string {
  const line = cleanLine(command);
  return /(^|\s)asof=/i.test(line) ? line : `${line} asof=${asOf}`;
}

/** What is invented or assumed goes no further than the one who asked. */
export function mayTravel({ dataMode, hypothetical }: Briefing): boolean {
  return dataMode === "live" && !hypothetical;
}

/** The line under the headline: what was measured, of which pair, as of when, each said once. */
export function subtitleOf({ subtitle, headline, pair, asOf }: Briefing): string {
  const date = formatDate(asOf);
  const named = headline.includes(pair) || subtitle.includes(pair) || pairInWords(headline, pair);
  const parts = [subtitle, ...(named ? [] : [pair]), ...(subtitle.includes(date) ? [] : [`as of ${date}`])];
  return clip(cleanLine(parts.join(" · ")), 500);
}

function pairInWords(headline: string, pair: string): boolean {
  const sides = pair.split(" / ");
  return sides.length > 1 && sides.every((side) => headline.includes(side));
}

/** The firm's line; its disclaimer only once, since it often stands among the caveats. */
export function firmLine({ name, disclaimer }: Firm, caveats: readonly string[]): string {
  const parts = [name, ...(caveats.includes(disclaimer) ? [] : [disclaimer])];
  return parts.filter((part) => part.trim() !== "").join(": ");
}

const LONGEST_NARRATIVE = 1_500;

/** The summary and its label; one too long for its place is left out whole, since half of it may say something else. */
export function narrativeLines({ narrative }: Pick<Briefing, "narrative">): readonly string[] {
  if (narrative === undefined || narrative.text.length > LONGEST_NARRATIVE) return [];
  return [cleanLine(narrative.text), clip(cleanLine(narrativeLabel(narrative)), 120)];
}

export type Figures = ReadonlyMap<string, Figure>;

export function figuresByKey(briefing: Briefing): Figures {
  return new Map(briefing.figures.map((figure) => [figure.key, figure]));
}

/** A table naming a figure that was not computed is a bug, and must not print as a blank. */
function need(figures: Figures, key: string): Figure {
  const figure = figures.get(key);
  if (figure === undefined)
    throw new TypeError(`a table names the figure "${key}", which is not in the briefing`);
  return figure;
}

/** A table's texts, clean and of a readable length. */
export interface Grid {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A longer label makes a table unreadable on a phone. */
const LONGEST_LABEL = 80;
const label = (text: string) => clip(cleanLine(text), LONGEST_LABEL);

export function gridOf(table: Table, figures: Figures): Grid {
  return {
    title: clip(cleanLine(table.title), 2 * LONGEST_LABEL),
    head: table.columns.map(label),
    rows: table.rows.map((row) => [
      label(row.label),
      ...row.cells.map((key) => formatFigure(need(figures, key))),
    ]),
  };
}

/** "All companies" and "Small 27.4x · Large 22.8x · Gap +20.2%" */
export function rowParts({ head, rows }: Grid): readonly (readonly [name: string, text: string])[] {
  return rows.map(([name = "", ...cells]) => {
    const text = cells.map((cell, i) => `${head[i + 1] ?? ""} ${cell}`.trim()).join(" · ");
    return [name === "" ? "–" : name, text];
  });
}

/** The figures of a table, in reading order, each once. */
export function tableFigures(table: Table, figures: Figures): readonly Figure[] {
  return [...new Set(table.rows.flatMap(({ cells }) => cells))].map((key) => need(figures, key));
}

/**
 * At most `most` figures to offer for explanation: those of the first table and of the first of each further topic,
 * in reading order, with as many of one topic as of another where not all have room.
 */
export function explainable(
  { tables, figures }: Pick<Briefing, "tables" | "figures">,
  most: number,
): readonly Figure[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const topicOf = (table: Table) => table.rows[0]?.cells[0]?.split(".")[0];
  const byTopic = [...Map.groupBy(tables, topicOf).values()].map(([first]) =>
    first ? tableFigures(first, byKey) : [],
  );
  const inTurns = byTopic.flatMap((own) => own.map((figure, turn) => ({ figure, turn })));
  const chosen = new Set(
    [...inTurns]
      .sort((a, b) => a.turn - b.turn)
      .slice(0, most)
      .map(({ figure }) => figure),
  );
  return byTopic.flat().filter((figure) => chosen.has(figure));
}

/** Small enough to stand under the first table. */
export function isSmall({ columns, rows }: Table): boolean {
  return rows.length <= 4 && columns.length <= 5;
}

/** Why numbers of these tables are missing: one line a reason, with the figures it holds for. */
export function absenceLines(tables: readonly Table[], figures: Figures): readonly string[] {
  const byNote = new Map<string, Set<string>>();
  for (const figure of tables.flatMap((table) => tableFigures(table, figures))) {
    if (!isAbsent(figure.value)) continue;
    const { note } = figure.value;
    byNote.set(note, (byNote.get(note) ?? new Set()).add(figure.label));
  }
  return [...byNote].map(([note, labels]) => `${[...labels].join("; ")}: ${note}`);
}

const NAMED = 3;

/** Each definition once, under the names of figures that share it. */
export function definitionsOf(
  figures: readonly Figure[],
): readonly { readonly names: string; readonly definition: string }[] {
  const byDefinition = new Map<string, string[]>();
  for (const { definition, label: name } of figures) {
    const names = byDefinition.get(definition) ?? [];
    if (!names.includes(name)) names.push(name);
    byDefinition.set(definition, names);
  }
  return [...byDefinition].map(([definition, names]) => {
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    return { names: `${names.slice(0, NAMED).join("; ")}${more}`, definition };
  });
}

export function sourceInFull(source: Source): string {
  const { provider, dataset, licence, fallback } = source;
  const note = fallback === undefined ? "" : ` Fallback: ${fallback}.`;
  return `${provider}, ${dataset}, ${extentOf(source)}, ${retrievalOf(source)}. Licence: ${licence}.${note}`;
}

/** The button that opens what an answer left out. */
export function moreLabel({ topic }: Briefing): string {
  return topic === "ratecut" ? "By cycle" : "More";
}

/** Notes and caveats together beyond this crowd a message: of the notes, the first ones stay. */
const CROWDED = 4_000;
const NOTES_WHEN_CROWDED = 1_000;

/** The notes that a message shows; "More" has all of them where these are not. */
export function notesShown({ notes, caveats }: Briefing): readonly string[] {
  if ([...notes, ...caveats].join("\n").length <= CROWDED) return notes;
  const ends = notes.map((_, i) => notes.slice(0, i + 1).join("\n").length);
  return notes.slice(0, ends.filter((end) => end <= NOTES_WHEN_CROWDED).length);
}

/** What of a briefing stands behind its button, in words, where a message shows its first table and chart and these. */
export function leftBehind(
  { tables, charts, notes }: Briefing,
  shown: readonly Table[],
  notesShownCount: number,
): readonly string[] {
  const [, ...otherTables] = tables;
  const furtherCharts = charts.length - 1;
  const furtherNotes = notes.length - notesShownCount;
  return [
    ...otherTables.filter((table) => !shown.includes(table)).map(({ title }) => clip(cleanLine(title), 80)),
    ...(furtherCharts > 0 ? [counted(furtherCharts, "further chart")] : []),
    ...(furtherNotes > 0 ? [counted(furtherNotes, "further note")] : []),
  ];
}

/** "Under “Data”: the table; 2 further charts." */
export function under(names: readonly string[], button: string): readonly string[] {
  const few = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return names.length === 0 ? [] : [`Under “${button}”: ${few.join("; ")}.`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
