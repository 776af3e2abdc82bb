import type { Briefing } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { sourceLine } from "../../briefing/frame.ts";
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
import { cleanLine, clip, codeSpan, escapeMrkdwn } from "./escape.ts";
import type { ChartPlace, SlackBlock } from "./message.ts";
import { chartBlocks, createRoom } from "./render-body.ts";
import {
  dealOut,
  headline,
  mrkdwnLines,
  mrkdwnSections,
  plainContext,
  plainSections,
  type Rendered,
} from "./render-parts.ts";
import { markOf } from "./render-summary.ts";
import { tableBlock, tableText } from "./render-table.ts";

/**
 * What an answer leaves behind its button: the tables after the first, its further charts, notes that did not fit.
 * Caveats come first to the space here too, and what is still too much is named.
 */
export function renderMore(briefing: Briefing, place: ChartPlace): Rendered {
  const figures = figuresByKey(briefing);
  const [firstTable, ...otherTables] = briefing.tables.slice(1);
  const [, chart, ...otherCharts] = briefing.charts;
  const head: readonly SlackBlock[] = [
    ...mrkdwnSections(markOf(briefing)),
    headline(`${moreLabel(briefing)}: ${briefing.headline}`),
    ...plainContext([subtitleOf(briefing)]),
  ];
  const foot = [...warnings(briefing), ...plainContext([sourceLine(briefing.sources)])];
  const room = createRoom([...head, ...foot]);
  const picture = chart ? chartBlocks(chart, place, briefing, room.left()) : [];
  const inWords = [...(chart && picture.length === 0 ? [chart] : []), ...otherCharts];
  const notes = notesShown(briefing).length < briefing.notes.length ? briefing.notes : [];
  const reasons = absenceLines(briefing.tables.slice(1), figures);
  const parts: readonly Part[] = [
    { name: "a chart", blocks: picture },
    ...(firstTable ? [{ name: firstTable.title, blocks: tableBlock(firstTable, figures).blocks }] : []),
    { name: "why numbers are missing", blocks: plainSections(reasons) },
    ...otherTables.map((table) => ({ name: table.title, blocks: tableText(table, figures).blocks })),
    { name: "the notes", blocks: plainSections(notes) },
    ...inWords.map(({ title, alt }) => ({
      name: `the chart “${title}”`,
      blocks: plainSections([`Chart “${title}”, in words: ${alt}`]),
    })),
  ];
  const fitting = parts.filter(({ blocks }) => room.takes(blocks));
  const left = parts.filter((part) => !fitting.includes(part)).map(({ name }) => clip(cleanLine(name), 80));
  return dealOut(`${moreLabel(briefing)}: ${escapeMrkdwn(clip(cleanLine(briefing.headline), 200))}`, [
    ...head,
    ...fitting.flatMap(({ blocks }) => blocks),
    ...plainContext(under(left, "Data (CSV)")),
    ...foot,
  ]);
}

interface Part {
  readonly name: string;
  readonly blocks: readonly SlackBlock[];
}

function warnings({ caveats }: Briefing): readonly SlackBlock[] {
  return plainSections(caveats.map((caveat) => `⚠ ${caveat}`));
}

/** What the figures mean, of what, from where, and how to get them again. */
export function renderDefinitions(briefing: Briefing): Rendered {
  const blocks: readonly SlackBlock[] = [
    ...mrkdwnSections(markOf(briefing)),
    headline(`Definitions: ${briefing.headline}`),
    ...plainContext([subtitleOf(briefing)]),
    ...mrkdwnSections(definitionLines(briefing.figures)),
    ...mrkdwnSections([
      "*The two sides*",
      ...mrkdwnLines(`Small: ${briefing.pairDetail.small}`),
      ...mrkdwnLines(`Large: ${briefing.pairDetail.large}`),
    ]),
    ...mrkdwnSections([
      "*Sources*",
      ...briefing.sources.flatMap((source) => mrkdwnLines(sourceInFull(source), "• ")),
    ]),
    ...warnings(briefing),
    ...mrkdwnSections([
      `Ask again: ${codeSpan(clip(datedCommand(briefing), 500))} · receipt ${codeSpan(briefing.id)}`,
    ]),
  ];
  return dealOut(`Definitions: ${escapeMrkdwn(clip(cleanLine(briefing.headline), 200))}`, blocks);
}

/** Each definition once, under the names of figures that share it. */
function definitionLines(figures: readonly Figure[]): readonly string[] {
  return definitionsOf(figures).flatMap(({ names, definition }) => {
    const [name = "", ...rest] = mrkdwnLines(names);
    return [`*${name}*`, ...rest, ...mrkdwnLines(definition)];
  });
}
