import type { ImageBlock } from "@slack/types";
import type { Briefing, Table } from "../../briefing/briefing.ts";
import type { ChartSpec } from "../../briefing/chart.ts";
import {
  absenceLines,
  figuresByKey,
  isSmall,
  leftBehind,
  moreLabel,
  notesShown,
  under,
} from "../../briefing/readings.ts";
import { cleanLine, clip, packLines } from "./escape.ts";
import { LIMITS, textLength } from "./limits.ts";
import type { ChartPlace, SlackBlock } from "./message.ts";
import { nativeChart } from "./native-chart.ts";
import { plainContext, plainSections } from "./render-parts.ts";
import { type ShownTable, tableBlock, tableText } from "./render-table.ts";

/** How rich: Slack rolls young blocks out by stages, and refuses a message for one that it does not know. */
export interface Manner {
  readonly tables: "block" | "text";
  readonly feedback: boolean;
}
export interface Room {
  takes(blocks: readonly SlackBlock[]): boolean;
  /** Characters left. */
  left(): number;
}

/** Kept for the line that names what was left out. */
const NOTICE = 500;

/** What the reserved blocks leave of a message. */
export function createRoom(reserved: readonly SlackBlock[]): Room {
  let length = textLength(reserved) + NOTICE;
  let count = reserved.length + 1;
  return {
    left: () => LIMITS.totalText - length,
    takes: (blocks) => {
      const wider = length + textLength(blocks);
      if (wider > LIMITS.totalText || count + blocks.length > LIMITS.blocks) return false;
      length = wider;
      count += blocks.length;
      return true;
    },
  };
}

/** Chart, tables and notes, as far as there is room, and a line on what is missing. Space is given in order of worth. */
export function bodyOf(briefing: Briefing, place: ChartPlace, manner: Manner, room: Room) {
  const figures = figuresByKey(briefing);
  const [mainTable, ...otherTables] = briefing.tables;
  const [mainChart] = briefing.charts;
  const drawn = (table: Table, kind: Manner["tables"]): ShownTable =>
    kind === "block" ? tableBlock(table, figures) : tableText(table, figures);
  const fitting = (blocks: readonly SlackBlock[]) => (room.takes(blocks) ? blocks : []);

  const notes = notesShown(briefing);
  const noteBlocks = fitting(plainSections(notes));
  const main = mainTable ? drawn(mainTable, manner.tables) : { blocks: [], cut: [] };
  const mainBlocks = fitting(main.blocks);
  const chartWanted = mainChart ? chartBlocks(mainChart, place, briefing, room.left()) : [];
  const chart = fitting(chartWanted);
  const reasons = fitting(plainContext(packLines(absenceLines(briefing.tables.slice(0, 1), figures), 1_000)));
  const small = otherTables
    .filter(isSmall)
    .map((table) => ({ table, blocks: fitting(tableText(table, figures).blocks) }));
  const shown = small.filter(({ blocks }) => blocks.length > 0);

  const behindMore = leftBehind(
    briefing,
    shown.map(({ table }) => table),
    noteBlocks.length > 0 ? notes.length : 0,
  );
  const inData = [
    ...(main.blocks.length > mainBlocks.length ? ["the table"] : []),
    ...(mainBlocks.length > 0 ? main.cut.map((cut) => `the table beyond ${cut}`) : []),
  ];
  const notShown = chartWanted.length > chart.length ? ["The chart did not fit."] : [];
  const notice = [...notShown, ...under(inData, "Data (CSV)"), ...under(behindMore, moreLabel(briefing))];
  return {
    blocks: [
      ...chart,
      ...mainBlocks,
      ...reasons,
      ...shown.flatMap(({ blocks }) => blocks),
      ...noteBlocks,
      ...plainContext(notice.map((line) => clip(line, NOTICE / 3))),
    ],
    behindMore: behindMore.length > 0,
  };
}

/** The chart as an image with our words for it, as Slack's own chart with what that one loses, or not at all. */
export function chartBlocks(
  chart: ChartSpec,
  place: ChartPlace,
  { caveats }: Briefing,
  left: number,
): readonly SlackBlock[] {
  if (place.kind === "none") return [];
  if (place.kind === "native") {
    const native = nativeChart(chart);
    if (!native) return [];
    const words = [...(chart.title.length > LIMITS.nativeTitle ? [chart.title] : []), chart.subtitle];
    const footnote = caveats.reduce((rest, caveat) => rest.replace(caveat, ""), chart.footnote);
    const lines = [words.join(" · "), [...native.losses, cleanLine(footnote)].join(" ")];
    return [native.block, ...plainContext(lines)];
  }
  return [imageBlock(place, chart.alt, Math.min(LIMITS.altText, Math.max(200, left - 100)))];
}

export function imageBlock(
  place: Extract<ChartPlace, { kind: "file" | "url" }>,
  alt: string,
  longest: number = LIMITS.altText,
): ImageBlock {
  const altText = clip(cleanLine(alt), longest);
  const where = place.kind === "file" ? { slack_file: { id: place.fileId } } : { image_url: place.url };
  return { type: "image", alt_text: altText === "" ? "Chart" : altText, ...where };
}
