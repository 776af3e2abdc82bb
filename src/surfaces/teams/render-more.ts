import type { Briefing } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import {
  absenceLines,
  datedCommand,
  definitionsOf,
  figuresByKey,
  moreLabel,
  notesShown,
  sourceInFull,
  subtitleOf,
  under,
} from "../../briefing/readings.ts";
import { escapeCard } from "./escape.ts";
import type { ChartPlace, Json, TeamsMessage } from "./message.ts";
import { DATA_LABEL } from "./render-actions.ts";
import { chartElements, noteElements } from "./render-body.ts";
import {
  codeLine,
  createRoom,
  dealOut,
  HEADING,
  headline,
  subtle,
  textBlock,
  textBlocks,
} from "./render-parts.ts";
import { markOf } from "./render-summary.ts";
import { tableElement, tableLines } from "./render-table.ts";

interface Part {
  readonly name: string;
  readonly elements: readonly Json[];
}

/**
 * What an answer leaves behind its button: the tables after the first, its further charts, notes that did not fit.
 * Caveats come first to the space here too, and what is still too much is named.
 */
export function renderMore(briefing: Briefing, place: ChartPlace): TeamsMessage {
  const figures = figuresByKey(briefing);
  const [firstTable, ...otherTables] = briefing.tables.slice(1);
  const [, chart, ...otherCharts] = briefing.charts;
  const head = headOf(moreLabel(briefing), briefing);
  const foot = [...warnings(briefing), ...subtle([sourceLine(briefing.sources)])];
  const text = titled(moreLabel(briefing), briefing);
  const room = createRoom([...head, ...foot], text);
  const picture = chart ? chartElements(chart, place, briefing, room.left()) : [];
  const inWords = [...(chart && picture.length === 0 ? [chart] : []), ...otherCharts];
  const notes = notesShown(briefing).length < briefing.notes.length ? briefing.notes : [];
  const parts: readonly Part[] = [
    { name: "a chart", elements: picture },
    ...(firstTable ? [{ name: firstTable.title, elements: tableElement(firstTable, figures).elements }] : []),
    { name: "why numbers are missing", elements: subtle(absenceLines(briefing.tables.slice(1), figures)) },
    ...otherTables.map((table) => ({ name: table.title, elements: tableLines(table, figures).elements })),
    { name: "the notes", elements: noteElements(notes) },
    ...inWords.map(({ title, alt }) => ({
      name: `the chart “${title}”`,
      elements: textBlocks(`Chart “${title}”, in words: ${alt}`),
    })),
  ];
  const fitting = parts.filter(({ elements }) => room.takes(elements));
  const left = parts.filter((part) => !fitting.includes(part)).map(({ name }) => clip(cleanLine(name), 80));
  return dealOut(text, [
    ...head,
    ...fitting.flatMap(({ elements }) => elements),
    ...subtle(under(left, DATA_LABEL)),
    ...foot,
  ]);
}

export function headOf(name: string, briefing: Briefing): readonly Json[] {
  return [
    ...markOf(briefing).map((mark) => textBlock(mark, { weight: "Bolder", color: "Warning" })),
    ...headline(`${name}: ${briefing.headline}`),
    ...subtle([subtitleOf(briefing)]),
  ];
}

export function titled(name: string, { headline: found }: Briefing): string {
  return `${name}: ${escapeCard(clip(cleanLine(found), 200))}`;
}

export function warnings({ caveats }: Pick<Briefing, "caveats">): readonly Json[] {
  return caveats.flatMap((caveat, i) => textBlocks(`⚠ ${caveat}`, { spacing: i === 0 ? "Medium" : "Small" }));
}

/** What the figures mean, of what, from where, and how to get them again. */
export function renderDefinitions(briefing: Briefing): TeamsMessage {
  const { pairDetail, sources } = briefing;
  return dealOut(titled("Definitions", briefing), [
    ...headOf("Definitions", briefing),
    ...definitionsOf(briefing.figures).flatMap(({ names, definition }) => [
      ...textBlocks(names, HEADING),
      ...textBlocks(definition, { spacing: "Small" }),
    ]),
    textBlock("The two sides", HEADING),
    ...textBlocks(`Small: ${pairDetail.small}`, { spacing: "Small" }),
    ...textBlocks(`Large: ${pairDetail.large}`, { spacing: "Small" }),
    textBlock("Sources", HEADING),
    ...sources.flatMap((source) => textBlocks(sourceInFull(source), { spacing: "Small" })),
    ...warnings(briefing),
    ...codeLine(`Ask again: \`${clip(datedCommand(briefing), 500)}\``),
    ...subtle([`Receipt ${briefing.id}`]),
  ]);
}
