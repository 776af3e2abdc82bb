import type { Briefing } from "../../briefing/briefing.ts";
import type { ChartSpec } from "../../briefing/chart.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import {
  absenceLines,
  type Figures,
  figuresByKey,
  isSmall,
  leftBehind,
  moreLabel,
  notesShown,
  under,
} from "../../briefing/readings.ts";
import { plainText } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { ChartPlace, Json } from "./message.ts";
import { nativeChart } from "./native-chart.ts";
import { DATA_LABEL } from "./render-actions.ts";
import { type Room, SUBTLE, subtle, textBlocks } from "./render-parts.ts";
import { type ShownTable, tableElement, tableLines } from "./render-table.ts";

/** How rich: an old client's trouble is answered with plainer elements. */
export type Tables = "table" | "text";

/** Chart, tables and notes, as far as there is room, and a line on what is missing. Space is given in order of worth. */
export function bodyOf(briefing: Briefing, place: ChartPlace, tables: Tables, room: Room) {
  const figures = figuresByKey(briefing);
  const [mainTable, ...otherTables] = briefing.tables;
  const [mainChart] = briefing.charts;
  const fitting = (elements: readonly Json[]) => (room.takes(elements) ? elements : []);

  const notes = notesShown(briefing);
  const noteBlocks = fitting(noteElements(notes));
  const main = mainTable ? mainElements(mainTable, figures, tables, room) : NONE;
  const chartWanted = mainChart ? chartElements(mainChart, place, briefing, room.left()) : [];
  const chart = fitting(chartWanted);
  const reasons = fitting(subtle(absenceLines(briefing.tables.slice(0, 1), figures)));
  const small = otherTables.filter(isSmall).map((table) => ({
    table,
    elements: fitting([
      ...shownAs(tables)(table, figures).elements,
      ...subtle(absenceLines([table], figures)),
    ]),
  }));
  const shown = small.filter(({ elements }) => elements.length > 0);

  const behindMore = leftBehind(
    briefing,
    shown.map(({ table }) => table),
    noteBlocks.length > 0 ? notes.length : 0,
  );
  const inData = mainTable && main.elements.length === 0 ? ["the table"] : main.cut;
  const notShown = chartWanted.length > chart.length ? ["The chart did not fit."] : [];
  const notice = [...notShown, ...under(inData, DATA_LABEL), ...under(behindMore, moreLabel(briefing))];
  return {
    elements: [
      ...chart,
      ...main.elements,
      ...reasons,
      ...shown.flatMap(({ elements }) => elements),
      ...noteBlocks,
      ...subtle(notice.map((line) => clip(line, 300))),
    ],
    behindMore: behindMore.length > 0,
  };
}

const shownAs = (tables: Tables) => (tables === "table" ? tableElement : tableLines);

/** Fewer rows until it fits. */
function mainElements(
  table: Briefing["tables"][number],
  figures: Figures,
  tables: Tables,
  room: Room,
): ShownTable {
  if (tables === "text") {
    const shown = tableLines(table, figures);
    return room.takes(shown.elements) ? { elements: shown.elements, cut: beyond(shown) } : NONE;
  }
  for (let rows = Math.min(table.rows.length, LIMITS.tableRows); rows > 0; rows = Math.floor(rows / 2)) {
    const shown = tableElement(table, figures, rows);
    if (room.takes(shown.elements)) return { elements: shown.elements, cut: beyond(shown) };
  }
  return NONE;
}

const NONE: ShownTable = { elements: [], cut: [] };
const beyond = ({ cut }: ShownTable) => cut.map((each) => `the table beyond ${each}`);

export function noteElements(notes: readonly string[]): readonly Json[] {
  return notes.flatMap((note, i) => textBlocks(note, { spacing: i === 0 ? "Medium" : "Small" }));
}

/** The chart as an image with our words for it, as Teams' own chart with what that one loses, or not at all. */
export function chartElements(
  chart: ChartSpec,
  place: ChartPlace,
  { caveats }: Briefing,
  left: number,
): readonly Json[] {
  if (place.kind === "none") return [];
  const longest = Math.min(LIMITS.altText, Math.max(200, left - 400));
  if (place.kind !== "native") return [imageElement(urlOf(place), chart.alt, longest)];
  const native = nativeChart(chart);
  const image = place.image === undefined ? null : imageElement(place.image, chart.alt, longest);
  if (!native) return image ? [image] : [];
  const words = clip(cleanLine(chart.alt), longest);
  const fallback = image ?? textBlocks(`Chart, in words: ${words}`, SUBTLE)[0] ?? "drop";
  const footnote = caveats.reduce((rest, caveat) => rest.replace(caveat, ""), chart.footnote);
  const said = [chart.subtitle, [...native.losses, cleanLine(footnote)].join(" ")];
  return [{ ...native.element, fallback }, ...subtle(said)];
}

export function urlOf(place: Extract<ChartPlace, { kind: "url" | "data" }>): string {
  return place.kind === "url" ? place.url : place.uri;
}

/** `allowExpand`: a press shows it large. */
export function imageElement(url: string, alt: string, longest: number = LIMITS.altText): Json {
  const altText = plainText(alt, longest);
  return {
    type: "Image",
    url,
    altText: altText === "" ? "Chart" : altText,
    size: "Stretch",
    msteams: { allowExpand: true },
  };
}
