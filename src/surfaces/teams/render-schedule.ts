import type { Page } from "../../briefing/briefing.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import type { ScheduleView } from "../../delivery/port.ts";
import { escapeCard } from "./escape.ts";
import { type Json, type TeamsMessage, VERBS } from "./message.ts";
import { submitAction } from "./render-actions.ts";
import { codeLine, dealOut, HEADING, headline, subtle, textBlock, textBlocks } from "./render-parts.ts";
import { attention, formElements, type ScheduleForm } from "./render-schedule-form.ts";
import { ADD_LINES, type FormKind, type FormProblem } from "./schedule-form.ts";

interface ScheduleCard {
  /** What is said above the list; null where the form is all there is to say. */
  readonly page: Page | null;
  readonly views: readonly ScheduleView[];
  /** Null where no schedule can be made: a personal chat. */
  readonly form: ScheduleForm | null;
  /** What went wrong with a button. */
  readonly problem?: { readonly message: string; readonly hint: string };
}

/** The schedules of a channel with their buttons, and a form for a new one. */
export function renderSchedule(card: ScheduleCard): TeamsMessage {
  const { page, views, form, problem } = card;
  if (form?.problem) return openForm(form, form.problem);
  const title = page?.title ?? "Schedules";
  const elements = [
    ...headline(title),
    ...(problem ? attention(problem) : []),
    ...(page ? sectionsBeside(page, views) : []),
    ...views.flatMap((view) => viewElements(view)),
  ];
  const lines = views.map(
    ({ id, rule, state }) => `${id}: ${rule}${state === "active" ? "" : ` (${state})`}`,
  );
  const said = problem ? [problem.message, problem.hint] : [];
  const about = views.length > 0 ? lines : (page?.sections.flatMap((each) => each.lines) ?? []).slice(0, 4);
  const actions = form
    ? (["briefing", "alerts"] as const).map((kind) => ({
        type: "Action.ShowCard",
        title: TITLES[kind].show,
        card: {
          type: "AdaptiveCard",
          body: formElements({ ...form, kind }, null),
          actions: [addAction(kind)],
        },
      }))
    : [];
  return dealOut(summary([title, ...said, ...about]), elements, actions);
}

const TITLES: Readonly<Record<FormKind, { readonly show: string; readonly add: string }>> = {
  briefing: { show: "New schedule", add: "Add schedule" },
  alerts: { show: "New alerts", add: "Add alerts" },
};

function openForm(form: ScheduleForm, problem: FormProblem): TeamsMessage {
  const title = `${TITLES[form.kind].show}: not added yet`;
  const elements = [
    ...headline(title),
    ...(problem.field === null ? attention(problem) : []),
    ...formElements(form, problem),
  ];
  const back = submitAction("Schedules of this channel", {
    verb: VERBS.schedule,
    command: "schedule list",
  });
  return dealOut(summary([title, problem.message, problem.hint]), elements, [addAction(form.kind), back]);
}

const addAction = (kind: FormKind) =>
  submitAction(
    TITLES[kind].add,
    { verb: VERBS.newSchedule, command: ADD_LINES[kind] },
    { style: "positive" },
  );

function summary(lines: readonly string[]): string {
  return lines
    .map((line) => escapeCard(clip(cleanLine(line.replaceAll("`", "")), 200)))
    .filter((line) => line !== "")
    .join("\n");
}

/** What the page says that neither the list under it nor its buttons do. */
function sectionsBeside({ sections }: Page, views: readonly ScheduleView[]): readonly Json[] {
  const next = new Set(views.flatMap((view) => view.next));
  const isShown = (line: string) =>
    [...next].some((run) => line.includes(run)) ||
    /^Last: /.test(line) ||
    /`schedule (pause|resume|remove|test) /.test(line);
  return sections.flatMap(({ heading, lines }) => {
    const ofView = views.some(({ rule }) => heading.includes(rule));
    const left = lines.filter((line) => !(ofView && isShown(line)) && !/^`schedule test .*` · `/.test(line));
    if (left.length === 0 || (heading === "Change it" && views.length > 0)) return [];
    const top = ofView || heading === "" ? [] : [textBlock(clip(cleanLine(heading), 200), HEADING)];
    return [...top, ...left.flatMap((line) => codeLine(line))];
  });
}

const STATES: Readonly<Record<ScheduleView["state"], string>> = {
  active: "",
  paused: "Paused: nothing is posted until it is resumed",
  deactivated: "Deactivated: nothing is posted until it is resumed",
};

function viewElements({ id, rule, state, next, last }: ScheduleView): readonly Json[] {
  const runs = next.slice(0, 3).map((run, i) => `${i === 0 ? "Next" : "Then"}: ${run}`);
  const lines = [
    ...(state === "active" ? runs : [STATES[state]]),
    `Last: ${last ?? "none yet"}`,
    `Its id, to be typed: ${id}`,
  ];
  const run = (title: string, action: string) =>
    submitAction(title, { verb: VERBS.schedule, command: `schedule ${action} ${id}` });
  const actions = [
    ...(state === "active" ? [run("Pause", "pause"), run("Test", "test")] : [run("Resume", "resume")]),
    {
      type: "Action.ShowCard",
      title: "Remove",
      card: {
        type: "AdaptiveCard",
        body: textBlocks("Nothing more is posted by it then. What was posted stays."),
        actions: [run("Remove it", "remove")],
      },
    },
  ];
  return [
    {
      type: "Container",
      separator: true,
      spacing: "Medium",
      items: [
        ...textBlocks(clip(rule, 600), { weight: "Bolder" }),
        ...subtle(lines.map((line) => clip(line, 200))),
        { type: "ActionSet", actions },
      ],
    },
  ];
}
