import type { ActionsBlockElement, Button, PlainTextOption } from "@slack/types";
import { z } from "zod";
import type { Briefing } from "../../briefing/briefing.ts";
import { FIGURE_KEY } from "../../briefing/figure.ts";
import { formatFigure } from "../../briefing/format.ts";
import { datedCommand, explainable, mayTravel, moreLabel } from "../../briefing/readings.ts";
import type { AlertState } from "../../delivery/port.ts";
import { cleanLine, clip } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { ACTIONS, type SlackBlock } from "./message.ts";
import { plain } from "./render-parts.ts";

/** What a button was about: enough to find the briefing that was posted, or to make it again. */
export interface ActionValue {
  /** Canonical, with its date: it gives the same briefing tomorrow. */
  readonly command: string;
  /** The id of the briefing: what is asked about it is answered of what was posted. None in messages of earlier versions. */
  readonly briefing?: string;
  readonly figure?: string;
  /** Where "Post to channel" posts. */
  readonly channel?: string;
  /** Of a feedback button. */
  readonly verdict?: "good" | "bad";
}

const schema = z
  .strictObject({
    c: z.string().regex(/^(?!\s)[^\p{Cc}]+$/u),
    i: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
    t: z.string().regex(FIGURE_KEY).optional(),
    p: z
      .string()
      .regex(/^[CDG][A-Z0-9]{2,20}$/)
      .optional(),
    v: z.enum(["good", "bad"]).optional(),
  })
  .transform(
    ({ c, i, t, p, v }): ActionValue => ({
      command: c,
      ...(i === undefined ? {} : { briefing: i }),
      ...(t === undefined ? {} : { figure: t }),
      ...(p === undefined ? {} : { channel: p }),
      ...(v === undefined ? {} : { verdict: v }),
    }),
  );

/** For the value of a button; null where the command is longer than `LIMITS.carried`. */
export function actionValue(
  briefing: Briefing,
  about: Omit<ActionValue, "command" | "briefing"> = {},
): string | null {
  const { figure: t, channel: p, verdict: v } = about;
  const value = JSON.stringify({ c: datedCommand(briefing), i: briefing.id, t, p, v });
  return value.length <= LIMITS.carried ? value : null;
}

/** Reads a button's value; null for what `actionValue` did not write. */
export function readActionValue(text: string): ActionValue | null {
  if (text.length > LIMITS.buttonValue) return null;
  const read = schema.safeParse(parsed(text));
  return read.success ? read.data : null;
}

/** Reads a choice of the Explain menu: the command is in the block's id, the figure's key in the option. */
export function readExplainChoice(blockId: string, option: string): ActionValue | null {
  const about = readActionValue(blockId);
  return about !== null && FIGURE_KEY.test(option) ? { ...about, figure: option } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface ActionOptions {
  readonly private: boolean;
  /** Where "Post to channel" posts. */
  readonly channel?: string | undefined;
  /** Of a scheduled message: what "Pause" pauses. */
  readonly subscription?: string | null | undefined;
  readonly alert?: AlertState | undefined;
  /** The menu of figures; left out where its texts are needed for caveats. */
  readonly explain: boolean;
  /** Something was left out and can be asked for. */
  readonly more: boolean;
  /** `context_actions` is a young block. */
  readonly feedback: boolean;
}

/** The buttons under an answer; none where its command is too long to carry. */
export function actionBlocks(briefing: Briefing, options: ActionOptions): readonly SlackBlock[] {
  const value = actionValue(briefing);
  if (value === null) return [];
  const menu = options.explain ? explainMenu(briefing, value) : [];
  const elements = [...menu, ...buttons(briefing, value, options)];
  // The menu's options carry a figure's key alone (75 characters at most), so the block carries the command.
  const id = menu.length > 0 ? { block_id: value } : {};
  const row: SlackBlock = { type: "actions", ...id, elements };
  return options.feedback ? [row, ...feedback(briefing)] : [row];
}

function explainMenu(briefing: Briefing, blockId: string): readonly ActionsBlockElement[] {
  if (blockId.length > LIMITS.blockId) return [];
  const figures = explainable(briefing, LIMITS.options).filter(({ key }) => key.length <= LIMITS.optionValue);
  const options = figures.map((figure): PlainTextOption => {
    const value = `: ${formatFigure(figure)}`;
    const label = clip(cleanLine(figure.label), LIMITS.optionText - value.length);
    return { text: plain(label + value), value: figure.key };
  });
  if (options.length === 0) return [];
  const placeholder = plain("Explain a number…");
  return [{ type: "static_select", action_id: ACTIONS.explain, placeholder, options }];
}

function buttons(briefing: Briefing, value: string, options: ActionOptions): readonly Button[] {
  const button = (actionId: string, label: string, carried = value): Button => ({
    type: "button",
    action_id: actionId,
    text: plain(label),
    value: carried,
  });
  const { channel } = options;
  const posting = channel === undefined ? value : actionValue(briefing, { channel });
  const travels = mayTravel(briefing);
  const usual = [
    button(ACTIONS.definitions, "Definitions"),
    ...(options.more ? [button(ACTIONS.more, moreLabel(briefing))] : []),
    button(ACTIONS.csv, "Data (CSV)"),
    ...(travels ? [button(ACTIONS.client, "Copy for client")] : []),
    ...(travels && options.private && posting !== null
      ? [button(ACTIONS.post, "Post to channel", posting)]
      : []),
    ...(options.subscription && !options.alert ? [scheduleButton("changed", options.subscription)] : []),
    ...(options.subscription ? [scheduleButton("pause", options.subscription)] : []),
  ];
  // First, for it is what an alert is for.
  if (!options.subscription || !options.alert || options.alert.by !== null) return usual;
  const acknowledge = scheduleButton("acknowledge", `${options.subscription}-${options.alert.token}`);
  return [{ ...acknowledge, style: "primary" }, ...usual];
}

const SCHEDULE_LABELS = {
  changed: "Only when something changes",
  pause: "Pause",
  resume: "Resume",
  remove: "Remove",
  test: "Test",
  acknowledge: "Acknowledge",
} as const;
const SCHEDULE_LINE = /^schedule (changed|pause|resume|remove|test|acknowledge) [\w-]{1,64}$/;

/** What a person could type about one schedule, as a button. @param channel its own, where it stands elsewhere */
export function scheduleButton(action: keyof typeof SCHEDULE_LABELS, id: string, channel?: string): Button {
  return {
    type: "button",
    action_id: `${ACTIONS.schedule}_${action}`,
    text: plain(SCHEDULE_LABELS[action]),
    value: JSON.stringify({ c: `schedule ${action} ${id}`, p: channel }),
    ...(action === "remove"
      ? {
          style: "danger",
          confirm: {
            title: plain("Remove this schedule?"),
            text: plain("Its briefings stop. What was posted stays."),
            confirm: plain("Remove"),
            deny: plain("Keep"),
          },
        }
      : {}),
  };
}

/** Reads what `scheduleButton` wrote; null for any other line. */
export function readScheduleValue(text: string): Pick<ActionValue, "command" | "channel"> | null {
  const value = readActionValue(text);
  return value !== null && SCHEDULE_LINE.test(value.command) ? value : null;
}

function feedback(briefing: Briefing): readonly SlackBlock[] {
  const [good, bad] = [actionValue(briefing, { verdict: "good" }), actionValue(briefing, { verdict: "bad" })];
  if (good === null || bad === null) return [];
  const element = {
    type: "feedback_buttons",
    action_id: ACTIONS.feedback,
    positive_button: { text: plain("Useful"), accessibility_label: "This answer was useful", value: good },
    negative_button: {
      text: plain("Not useful"),
      accessibility_label: "This answer was not useful",
      value: bad,
    },
  } as const;
  return [{ type: "context_actions", elements: [element] }];
}
