import type { Briefing, Firm } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import type { Beside } from "../../briefing/question.ts";
import { firmLine, narrativeLines, PAST_PERFORMANCE, subtitleOf } from "../../briefing/readings.ts";
import type { AlertState } from "../../delivery/port.ts";
import { cleanLine, clip, escapeMrkdwn, packLines } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { ChartPlace, SlackBlock } from "./message.ts";
import { actionBlocks } from "./render-actions.ts";
import { bodyOf, createRoom, type Manner, type Room } from "./render-body.ts";
import {
  dealOut,
  headline,
  mrkdwnSections,
  plainContext,
  plainSection,
  plainSections,
  type Rendered,
} from "./render-parts.ts";
import {
  markOf,
  mentionOf,
  plainMessage,
  ranTexts,
  scheduledLines,
  summaryText,
  toldTexts,
} from "./render-summary.ts";

export { type ActionValue, actionValue, readActionValue, readExplainChoice } from "./render-actions.ts";
export { renderDefinitions, renderMore } from "./render-more.ts";
export {
  renderClientCopy,
  renderExplanation,
  renderNote,
  renderPage,
  renderProblem,
} from "./render-page.ts";

export interface RenderOptions extends Beside {
  readonly place: ChartPlace;
  /** Only the asker sees it. */
  readonly private: boolean;
  /** The briefing's own where not given. */
  readonly firm?: Firm;
  /** Said under the headline when the answer comes late. */
  readonly late?: string;
  /** Where "Post to channel" posts a private answer. */
  readonly channel?: string;
  /** Of a message that nobody asked for: lines under the headline, the last lines, and whose schedule it is. */
  readonly scheduled?: {
    readonly lead: readonly string[];
    readonly foot: readonly string[];
    /** Null: no button that pauses it. */
    readonly subscription: string | null;
    readonly alert?: AlertState;
  };
}

function acknowledgedLine(alert: AlertState | undefined): readonly string[] {
  if (!alert?.by) return [];
  const { user, when } = alert.by;
  return [`✓ Acknowledged by ${mentionOf(user)}, ${escapeMrkdwn(when)}`];
}

const RICH: Manner = { tables: "block", feedback: true };
const OLD_BLOCKS: Manner = { tables: "text", feedback: false };

/**
 * One answer as one message: headline, chart, table, notes, caveats, source, actions. Caveats get their space first;
 * what does not fit is named, and caveats that do not fit follow in `overflow`, for the thread.
 */
export function renderBriefing(briefing: Briefing, options: RenderOptions): Rendered {
  return compose(briefing, options, RICH);
}

/** The same answer from richest to plainest, for when Slack refuses blocks: each holds every caveat. */
export function renderLadder(briefing: Briefing, options: RenderOptions): readonly Rendered[] {
  const none: RenderOptions = { ...options, place: { kind: "none" } };
  const withoutNative = options.place.kind === "native" ? none : options;
  const rungs = [
    compose(briefing, options, RICH),
    compose(briefing, withoutNative, RICH),
    compose(briefing, withoutNative, OLD_BLOCKS),
    compose(briefing, none, OLD_BLOCKS),
    plainMessage(briefing, options.firm ?? briefing.firm, options),
  ];
  return rungs.filter((rung, i) => i === 0 || JSON.stringify(rung) !== JSON.stringify(rungs[i - 1]));
}

/** Above this, disclaimers are dealt with as caveats are: never cut. */
const FIRM_LINE = 700;

function compose(briefing: Briefing, options: RenderOptions, manner: Manner): Rendered {
  const firm = options.firm ?? briefing.firm;
  const longDisclaimer = firmLine(firm, briefing.caveats).length > FIRM_LINE;
  const caveats = [...briefing.caveats, ...(longDisclaimer ? [firm.disclaimer] : [])].map(warning);
  const head = [
    ...mrkdwnSections(markOf(briefing)),
    headline(briefing.headline),
    ...plainContext([subtitleOf(briefing), ...ranTexts(options), clip(options.late ?? "", 300)]),
    ...plainSections(scheduledLines(options.scheduled?.lead)),
    ...mrkdwnSections([...acknowledgedLine(options.scheduled?.alert), ...toldTexts(options)]),
    ...narrativeBlocks(briefing),
  ];
  const foot = plainContext([
    clip(cleanLine(sourceLine(briefing.sources)), 1_500),
    clip(firmLine(firm, longDisclaimer ? [firm.disclaimer] : briefing.caveats), FIRM_LINE),
    ...scheduledLines(options.scheduled?.foot),
  ]);
  const actionsOf = (more: boolean, explain: boolean) =>
    actionBlocks(briefing, {
      private: options.private,
      channel: options.channel,
      subscription: options.scheduled?.subscription,
      alert: options.scheduled?.alert,
      more,
      explain,
      feedback: manner.feedback && explain,
    });
  const roomBeside = (explain: boolean) => createRoom([...head, ...foot, ...actionsOf(true, explain)]);
  const fits = roomBeside(true).takes(plainSections(caveats));
  const room = roomBeside(fits);
  const warned = placeCaveats(caveats, room);
  const body = bodyOf(briefing, options.place, manner, room);
  return {
    text: summaryText(briefing, options.scheduled),
    blocks: [...head, ...body.blocks, ...warned.shown, ...foot, ...actionsOf(body.behindMore, fits)],
    overflow: overflowOf(briefing, warned.rest),
  };
}

/** In front of the figures that it speaks of, with its label right under it. */
function narrativeBlocks(briefing: Briefing): readonly SlackBlock[] {
  const [text, label] = narrativeLines(briefing);
  return text === undefined || label === undefined ? [] : [plainSection(text), ...plainContext([label])];
}

const warning = (caveat: string) => `⚠ ${caveat}`;

const IN_THREAD = "⚠ More caveats follow in the thread: read them too.";

/** All caveats in the message or, in the absurd case, the first and the one on past performance, the rest to follow. */
function placeCaveats(caveats: readonly string[], room: Room) {
  const all = plainSections(caveats);
  if (room.takes(all)) return { shown: all, rest: [] };
  const [first, ...others] = caveats;
  const past = others.filter((caveat) => PAST_PERFORMANCE.test(caveat));
  const ordered = [...(first ? [first] : []), ...past, ...others.filter((caveat) => !past.includes(caveat))];
  const notice = plainSection(IN_THREAD);
  room.takes([notice]);
  const sections = packLines(ordered.map(cleanLine), LIMITS.section / 2).map(plainSection);
  const end = sections.findIndex((section) => !room.takes([section]));
  return { shown: [...sections.slice(0, end), notice], rest: sections.slice(end) };
}

function overflowOf(briefing: Briefing, rest: readonly SlackBlock[]): Rendered["overflow"] {
  if (rest.length === 0) return [];
  const { overflow, ...first } = dealOut(
    `More caveats: ${escapeMrkdwn(clip(cleanLine(briefing.headline), 200))}`,
    rest,
  );
  return [first, ...overflow];
}
