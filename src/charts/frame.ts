import type { FramedChart } from "../briefing/chart.ts";
import { type Box, LAYERS, lineMark, type Mark, rectMark, textBlock, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { COLOURS, lineHeight, PAGE, TEXT, TITLE_STYLES, WATERMARK } from "./theme.ts";
import { blockWidth, type Wrapped, wrap } from "./wrap.ts";

/** What stands around every plot, and the room it leaves. */
export interface Frame {
  readonly marks: readonly Mark[];
  readonly area: Box;
  /** Texts that were shortened, in full. */
  readonly notes: readonly string[];
}

const INNER = PAGE.width - 2 * PAGE.margin;
const TOP = 26;
const BOTTOM = 22;
/** Below this a plot says nothing: the texts around it are too long to be a chart's. */
const LEAST_PLOT_HEIGHT = 190;
const TITLE_LINES = 3;
const SUBTITLE_LINES = 3;

/** Header and footer take what they need first; the plot gets the rest. */
export function layoutFrame(chart: FramedChart, unlabelledNote: string): Frame {
  const header = layoutHeader(chart);
  const footer = layoutFooter(chart, unlabelledNote);
  const area = {
    x: PAGE.margin,
    y: header.bottom + 16,
    width: INNER,
    height: footer.top - header.bottom - 30,
  };
  if (area.height < LEAST_PLOT_HEIGHT) {
    throw new TypeError(
      `chart ${chart.spec.id}: its texts leave ${Math.round(area.height)} px for the plot; shorten the footnote`,
    );
  }
  return { marks: [...header.marks, ...footer.marks], area, notes: header.notes };
}

function layoutHeader({ spec }: FramedChart): { marks: Mark[]; bottom: number; notes: string[] } {
  const { style, title } = fitTitle(spec.title);
  const subtitle = wrap(spec.subtitle, INNER, TEXT.subtitle, SUBTITLE_LINES);
  const titleTop = TOP + 12;
  const subtitleTop = titleTop + title.lines.length * lineHeight(style) + 4;
  return {
    marks: [
      rectMark({ x: PAGE.margin, y: TOP, width: 56, height: 5 }, COLOURS.primary),
      ...textBlock(title.lines, PAGE.margin, titleTop, style),
      ...textBlock(subtitle.lines, PAGE.margin, subtitleTop, TEXT.subtitle),
    ],
    bottom: subtitleTop + subtitle.lines.length * lineHeight(TEXT.subtitle),
    notes: [...(title.cut ? [spec.title] : []), ...(subtitle.cut ? [spec.subtitle] : [])],
  };
}

function fitTitle(text: string): { style: (typeof TITLE_STYLES)[number]; title: Wrapped } {
  const tries = TITLE_STYLES.map((style) => ({ style, title: wrap(text, INNER, style, TITLE_LINES) }));
  const within = (lines: number) => tries.find(({ title }) => title.lines.length <= lines && !title.cut);
  const single = within(1);
  // One line in a smaller size reads better than a word alone on a second, but the smallest is for long titles.
  const fitting = (single === tries.at(-1) ? undefined : single) ?? within(2) ?? tries.at(-1);
  if (fitting === undefined) throw new Error("the theme has no title style");
  return fitting;
}

/** Footnote, then the source line with the firm's name at its right end, or below where there is no room. */
function layoutFooter({ spec, frame }: FramedChart, unlabelledNote: string): { marks: Mark[]; top: number } {
  const style = TEXT.footer;
  const footnote = wrap(
    [spec.footnote, unlabelledNote].filter((part) => part !== "").join(" "),
    INNER,
    style,
  );
  const source = wrap(frame.sourceLine, INNER, style);
  const firm = wrap(frame.firm, INNER, TEXT.firm);
  const lastSource = blockWidth(source.lines.slice(-1), style);
  const isBeside = source.lines.length > 0 && lastSource + blockWidth(firm.lines, TEXT.firm) + 24 <= INNER;
  const step = lineHeight(style);
  const rows = footnote.lines.length + source.lines.length + (isBeside ? 0 : firm.lines.length);
  const textTop = PAGE.height - BOTTOM - rows * step;
  const sourceTop = textTop + footnote.lines.length * step;
  const sourceBottom = sourceTop + source.lines.length * step;
  const right = PAGE.width - PAGE.margin;
  return {
    marks: [
      lineMark(PAGE.margin, textTop - 9, right, textTop - 9, { colour: COLOURS.axis, width: 1 }),
      ...textBlock(footnote.lines, PAGE.margin, textTop, style),
      ...textBlock(source.lines, PAGE.margin, sourceTop, style),
      ...textBlock(firm.lines, right, isBeside ? sourceBottom - step : sourceBottom, TEXT.firm, {
        align: "right",
      }),
    ],
    top: textTop - 9,
  };
}

const SAMPLE_TEXT = "SAMPLE DATA";

/** Across the plot and above the data, so that no crop of the data is free of it. */
export function sampleMark(plot: Box): Mark {
  const angle = (WATERMARK.tiltDegrees * Math.PI) / 180;
  const unit = { size: 1, weight: 600, colour: COLOURS.watermark } as const;
  const em = textWidth(SAMPLE_TEXT, unit);
  const byWidth = (plot.width * 0.94) / (em * Math.cos(angle) + Math.sin(angle));
  const byHeight = (plot.height * 0.96) / (em * Math.sin(angle) + Math.cos(angle));
  const size = Math.floor(Math.min(byWidth, byHeight, WATERMARK.largest));
  const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
  const mark = textMark(SAMPLE_TEXT, middle.x, middle.y, { ...unit, size }, { align: "center" });
  return {
    ...mark,
    z: LAYERS.watermark,
    rotation: angle,
    style: { ...styleOf(mark), opacity: WATERMARK.opacity },
  };
}

function styleOf(mark: Mark): object {
  return typeof mark["style"] === "object" && mark["style"] !== null ? mark["style"] : {};
}
