import type { Briefing, Page } from "../../briefing/briefing.ts";
import type { ClientCopy, ClientRefusal } from "../../briefing/client-copy.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import type { Beside } from "../../briefing/question.ts";
import { firmLine, narrativeLines, PAST_PERFORMANCE, subtitleOf } from "../../briefing/readings.ts";
import { citationMarks } from "./activity.ts";
import { escapeCard } from "./escape.ts";
import type { ChartPlace, Json, TeamsMessage } from "./message.ts";
import { actionsOf, feedbackRow } from "./render-actions.ts";
import { bodyOf, type Tables } from "./render-body.ts";
import * as data from "./render-data.ts";
import * as more from "./render-more.ts";
import type { FetchedFile } from "./render-page.ts";
import * as pages from "./render-page.ts";
import { cardOf, createRoom, dealOut, headline, subtle, textBlock, textBlocks } from "./render-parts.ts";
import { besideTexts, linesOf, markOf, plainMessage, type Scheduled, summaryText } from "./render-summary.ts";

export { toActivity } from "./activity.ts";
export { renderNote, renderProblem, renderWelcome } from "./render-page.ts";
export { renderSchedule } from "./render-schedule.ts";
export { readSubmit, type Submit } from "./submit.ts";

export interface RenderOptions extends Beside {
  readonly place: ChartPlace;
  /** Only the asker sees it. */
  readonly private: boolean;
  /** Said under the headline when the answer comes late. */
  readonly late?: string;
  /** Of a briefing that nobody asked for. */
  readonly schedule?: Scheduled;
}

/** Invented numbers never leave the user's machine: instead of them, how to load real ones. */
export const SAMPLE_REFUSAL: Parameters<typeof pages.renderProblem>[0] = {
  message: "This installation runs on sample data, which are never sent to Teams.",
  hint: "Load real data: set SMALLCAPS_DATA=live, or DATA_FOLDER to a data folder of yours, and start again.",
};
const refusal = () => pages.renderProblem(SAMPLE_REFUSAL);
const real = (briefing: Briefing, render: (briefing: Briefing) => TeamsMessage): TeamsMessage =>
  briefing.dataMode === "sample" ? refusal() : render(briefing);

/**
 * One answer as one card, from richest to plainest, for when Teams refuses it: headline, chart, table, notes, caveats,
 * source, actions. Each rung holds every caveat; the last is text alone.
 */
export function renderLadder(briefing: Briefing, options: RenderOptions): readonly TeamsMessage[] {
  if (briefing.dataMode === "sample") return [refusal()];
  const none: RenderOptions = { ...options, place: { kind: "none" } };
  const image = options.place.kind === "native" ? options.place.image : undefined;
  const drawn: RenderOptions =
    options.place.kind !== "native"
      ? options
      : image === undefined
        ? none
        : {
            ...options,
            place: image.startsWith("data:") ? { kind: "data", uri: image } : { kind: "url", url: image },
          };
  const rungs = [
    compose(briefing, options, "table"),
    compose(briefing, drawn, "table"),
    compose(briefing, none, "table"),
    compose(briefing, none, "text"),
    plainMessage(briefing, options),
  ];
  return rungs.filter((rung, i) => i === 0 || JSON.stringify(rung) !== JSON.stringify(rungs[i - 1]));
}

/** Many ask for the same page: it is rendered once. */
const rendered = new WeakMap<Page, TeamsMessage>();

export function renderPage(page: Page): TeamsMessage {
  const message = rendered.get(page) ?? (page.dataMode === "sample" ? refusal() : pages.renderPage(page));
  rendered.set(page, message);
  return message;
}

export function renderDefinitions(briefing: Briefing): TeamsMessage {
  return real(briefing, more.renderDefinitions);
}

/** What the card left out. */
export function renderMore(briefing: Briefing, place: ChartPlace): TeamsMessage {
  return real(briefing, (each) => more.renderMore(each, place));
}

export function renderData(briefing: Briefing): TeamsMessage {
  return real(briefing, data.renderData);
}

export function renderClientCopy(
  briefing: Briefing,
  place: ChartPlace,
  copy: ClientCopy | ClientRefusal,
  picture?: FetchedFile,
): TeamsMessage {
  const alt = briefing.charts[0]?.alt;
  return pages.renderClientCopy(copy, alt === undefined ? undefined : { place, alt }, picture);
}

export function renderFiles(briefing: Briefing, files: readonly FetchedFile[]): TeamsMessage {
  return real(briefing, (each) => pages.renderFiles(each, files));
}

function compose(briefing: Briefing, options: RenderOptions, tables: Tables): TeamsMessage {
  const { firm } = briefing;
  const { lead, foot: last } = linesOf(options.schedule);
  const schedule = options.schedule?.id ?? null;
  const alert = options.schedule?.alert;
  const head = [
    ...markOf(briefing).map((mark) => textBlock(mark, { weight: "Bolder", color: "Warning" })),
    ...headline(briefing.headline),
    ...subtle([subtitleOf(briefing), ...besideTexts(options, options.late)]),
    ...lead.flatMap((line, i) => textBlocks(line, { spacing: i === 0 ? "Medium" : "Small" })),
    ...narrativeElements(briefing),
  ];
  const foot = [
    ...subtle([clip(cleanLine(sourceLine(briefing.sources)), 1_500), firmLine(firm, briefing.caveats)]),
    ...last.flatMap((line) => textBlocks(line, { spacing: "Small" })),
    ...feedbackRow(briefing),
  ];
  const text = summaryText(briefing, options);
  const roomBeside = (explain: boolean) =>
    createRoom([...head, ...foot, ...actionsOf(briefing, { more: true, explain, schedule, alert })], text);
  const warnings = more.warnings(briefing);
  const explain = roomBeside(true).takes(warnings);
  const room = roomBeside(explain);
  const warned = placeCaveats(briefing.caveats, room);
  const body = bodyOf(briefing, options.place, tables, room);
  const elements = [...head, ...body.elements, ...warned.shown, ...foot];
  return {
    text,
    card: cardOf(elements, actionsOf(briefing, { more: body.behindMore, explain, schedule, alert }), text),
    overflow: overflowOf(briefing, warned.rest),
  };
}

/** In front of the figures that it speaks of, with its label right under it, which cites the activity's sources. */
function narrativeElements(briefing: Briefing): readonly Json[] {
  const [text, label] = narrativeLines(briefing);
  if (text === undefined || label === undefined) return [];
  return [...textBlocks(text, { spacing: "Medium" }), ...subtle([`${label} · ${citationMarks(briefing)}`])];
}

const IN_THREAD = "⚠ More caveats follow in the thread: read them too.";

/** All caveats on the card or, in the absurd case, the first and the one on past performance, the rest to follow. */
function placeCaveats(caveats: readonly string[], room: ReturnType<typeof createRoom>) {
  const all = more.warnings({ caveats: caveats as Briefing["caveats"] });
  if (room.takes(all)) return { shown: all, rest: [] };
  const [first, ...others] = caveats;
  const past = others.filter((caveat) => PAST_PERFORMANCE.test(caveat));
  const ordered = [...(first ? [first] : []), ...past, ...others.filter((caveat) => !past.includes(caveat))];
  const notice = textBlock(IN_THREAD, { weight: "Bolder" });
  room.takes([notice]);
  const blocks = ordered.flatMap((caveat) => textBlocks(`⚠ ${caveat}`, { spacing: "Small" }));
  const end = blocks.findIndex((block) => !room.takes([block]));
  return { shown: [...blocks.slice(0, end), notice], rest: blocks.slice(end) };
}

function overflowOf(briefing: Briefing, rest: readonly Json[]): readonly TeamsMessage[] {
  if (rest.length === 0) return [];
  const { overflow, ...first } = dealOut(
    `More caveats: ${escapeCard(clip(cleanLine(briefing.headline), 200))}`,
    rest,
  );
  return [{ ...first, overflow: [] }, ...overflow];
}
