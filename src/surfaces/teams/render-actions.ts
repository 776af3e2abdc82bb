import type { Briefing } from "../../briefing/briefing.ts";
import { formatFigure } from "../../briefing/format.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import { datedCommand, figuresByKey, mayTravel, moreLabel, tableFigures } from "../../briefing/readings.ts";
import type { AlertState } from "../../delivery/port.ts";
import { plainText } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { type Json, VERBS } from "./message.ts";
import { carry, FIGURE_INPUT, type Submit } from "./submit.ts";

/** Names the button that shows every figure, also where something is said to be under it. */
export const DATA_LABEL = "Data";

/** `feedback.hide`: no "your response was sent" banner; the answer is the feedback. */
export function submitAction(title: string, submit: Submit, more: Json = {}): Json {
  const msteams = { feedback: { hide: true } };
  return { type: "Action.Submit", title, data: carry(submit), msteams, ...more };
}

export interface ActionOptions {
  /** The menu of figures; left out where its texts are needed for caveats. */
  readonly explain: boolean;
  /** Something was left out and can be asked for. */
  readonly more: boolean;
  /** Of the subscription that it was posted for. */
  readonly schedule: string | null;
  readonly alert?: AlertState | undefined;
}

type About = Pick<Submit, "command" | "briefing">;

/** The buttons under an answer, six at most; none where its command is too long to carry. */
export function actionsOf(briefing: Briefing, options: ActionOptions): readonly Json[] {
  const command = datedCommand(briefing);
  if (command.length > LIMITS.command) return [];
  const about = { command, briefing: briefing.id };
  return [
    ...acknowledgeAction(options),
    ...(options.explain ? explainMenu(briefing, about) : []),
    submitAction("Definitions", { verb: VERBS.definitions, ...about }),
    ...(options.more ? [submitAction(moreLabel(briefing), { verb: VERBS.more, ...about })] : []),
    submitAction(DATA_LABEL, { verb: VERBS.csv, ...about }),
    ...(mayTravel(briefing) ? [submitAction("Copy for client", { verb: VERBS.client, ...about })] : []),
    ...(options.schedule === null
      ? updateAction(briefing)
      : [scheduleAction(options.schedule, options.alert)]),
  ];
}

/** Answered in the thread: the briefing stays what it was. Two buttons open under one, for a card shows six. */
function scheduleAction(id: string, alert: ActionOptions["alert"]): Json {
  const typed = (title: string, action: string) =>
    submitAction(title, { verb: VERBS.again, command: `schedule ${action} ${id}` });
  const pause = typed("Pause", "pause");
  if (alert !== undefined) return pause; // alerts tell of changes alone
  const actions = [typed("Only when something changes", "changed"), pause];
  return { type: "Action.ShowCard", title: "Schedule", card: { type: "AdaptiveCard", body: [], actions } };
}

/** First, for it is what an alert is for. */
function acknowledgeAction({ schedule, alert }: ActionOptions): readonly Json[] {
  if (schedule === null || !alert || alert.by !== null) return [];
  const command = `schedule acknowledge ${schedule}-${alert.token}`;
  return [submitAction("Acknowledge", { verb: VERBS.again, command }, { style: "positive" })];
}

/** A card that opens under its button: choose a number, ask where it comes from. */
function explainMenu(briefing: Briefing, about: About): readonly Json[] {
  const byKey = figuresByKey(briefing);
  const figures = new Set(briefing.tables.flatMap((table) => tableFigures(table, byKey)));
  const choices = [...figures].slice(0, LIMITS.choices).map((figure) => {
    const value = `: ${formatFigure(figure)}`;
    const label = clip(cleanLine(figure.label), LIMITS.choiceText - value.length);
    return { title: plainText(label + value, LIMITS.choiceText), value: figure.key };
  });
  const [first] = choices;
  if (!first) return [];
  const input = {
    type: "Input.ChoiceSet",
    id: FIGURE_INPUT,
    label: "Which number?",
    style: "compact",
    value: first.value,
    choices,
  };
  const card = {
    type: "AdaptiveCard",
    body: [input],
    actions: [submitAction("Explain it", { verb: VERBS.explain, ...about })],
  };
  return [{ type: "Action.ShowCard", title: "Explain", card }];
}

/**
 * The same question as of today, in the card's place. A button, not the card's own `refresh`: what was posted stays
 * what it was until somebody asks. A question about a day of its own has no today.
 */
function updateAction({ command, asOf }: Briefing): readonly Json[] {
  const line = cleanLine(command);
  if (/(^|\s)asof=/i.test(line)) return [];
  const submit: Submit = { verb: VERBS.refresh, command: line };
  const title = "Update to today";
  return [
    {
      type: "Action.Execute",
      title,
      verb: VERBS.refresh,
      tooltip: `These are the figures as of ${asOf}`,
      data: carry(submit),
      mode: "secondary",
      fallback: submitAction(title, submit),
    },
  ];
}

/** Two small words at the foot; no buttons, which would outshout the others. */
export function feedbackRow(briefing: Briefing): readonly Json[] {
  const command = datedCommand(briefing);
  if (command.length > LIMITS.command) return [];
  const choice = (text: string, title: string, verdict: "good" | "bad"): Json => ({
    type: "Column",
    width: "auto",
    verticalContentAlignment: "Center",
    selectAction: submitAction(title, { verb: VERBS.feedback, command, verdict }),
    items: [{ type: "TextBlock", text }],
  });
  const question = { type: "TextBlock", text: "Useful?", isSubtle: true, size: "Small", wrap: true };
  return [
    {
      type: "ColumnSet",
      spacing: "Small",
      columns: [
        { type: "Column", width: "auto", verticalContentAlignment: "Center", items: [question] },
        choice("👍", "This answer was useful", "good"),
        choice("👎", "This answer was not useful", "bad"),
      ],
    },
  ];
}
