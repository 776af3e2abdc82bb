import type { Page } from "../../briefing/briefing.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import type { ScheduleView } from "../../delivery/port.ts";
import type { Offer } from "./deps.ts";
import { escapeCard, plainText } from "./escape.ts";
import { type Json, type TeamsMessage, VERBS } from "./message.ts";
import { submitAction } from "./render-actions.ts";
import { codeLine, dealOut, HEADING, headline, subtle, textBlock, textBlocks } from "./render-parts.ts";
import {
  DEFAULTS,
  type Field,
  type FormProblem,
  type FormValues,
  inputOf,
  zonesOffered,
} from "./schedule-form.ts";

export interface ScheduleCard {
  /** What is said above the list; null where the form is all there is to say. */
  readonly page: Page | null;
  readonly views: readonly ScheduleView[];
  /** Null where no schedule can be made: a personal chat. */
  readonly form: ScheduleForm | null;
  /** What went wrong with a button. */
  readonly problem?: { readonly message: string; readonly hint: string };
}

export interface ScheduleForm {
  readonly topics: readonly Offer[];
  /** The asker's own zone, where the client said so. */
  readonly zone: string | null;
  /** What was filled in, to be kept. */
  readonly values: FormValues;
  /** Where there is one, the form stands open. */
  readonly problem: FormProblem | null;
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
    ? [
        {
          type: "Action.ShowCard",
          title: "New schedule",
          card: { type: "AdaptiveCard", body: formElements(form, null), actions: [addAction()] },
        },
      ]
    : [];
  return dealOut(summary([title, ...said, ...about]), elements, actions);
}

function openForm(form: ScheduleForm, problem: FormProblem): TeamsMessage {
  const title = "New schedule: not added yet";
  const elements = [
    ...headline(title),
    ...(problem.field === null ? attention(problem) : []),
    ...formElements(form, problem),
  ];
  const back = submitAction("Schedules of this channel", {
    verb: VERBS.schedule,
    command: "schedule list",
  });
  return dealOut(summary([title, problem.message, problem.hint]), elements, [addAction(), back]);
}

const addAction = () =>
  submitAction("Add schedule", { verb: VERBS.newSchedule, command: "schedule add" }, { style: "positive" });

function summary(lines: readonly string[]): string {
  return lines
    .map((line) => escapeCard(clip(cleanLine(line.replaceAll("`", "")), 200)))
    .filter((line) => line !== "")
    .join("\n");
}

const ATTENTION: Json = { color: "Attention", weight: "Bolder" };

function attention({ message, hint }: { readonly message: string; readonly hint: string }): readonly Json[] {
  const said = clip(cleanLine(message), 600);
  return [
    ...textBlocks(said.charAt(0).toUpperCase() + said.slice(1), ATTENTION),
    ...(hint === "" ? [] : codeLine(`→ ${clip(cleanLine(hint), 1_000)}`)),
  ];
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

type Choice = { readonly title: string; readonly value: string };
const choice = (value: string, title = value): Choice => ({ title: plainText(title, 100), value });

const DAYS: readonly Choice[] = [
  choice("trading", "Every trading day of New York"),
  choice("weekdays", "Every weekday"),
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((day) =>
    choice(day.slice(0, 3).toLowerCase(), `Weekly, on ${day}s`),
  ),
];
const WHEN: readonly Choice[] = [
  choice("always", "Always"),
  choice("changed", "Only when something material changed"),
];
const AUDIENCE: readonly Choice[] = [
  choice("internal", "Internal"),
  choice("institutional", "Institutional clients"),
];
const AFTER_CLOSE = "After the close instead of at a time: type `schedule add close+30m topics=…`";

function formElements(form: ScheduleForm, problem: FormProblem | null): readonly Json[] {
  const { topics, values } = form;
  const zones = zonesOffered(form.zone).map((zone) => choice(zone, zone.replaceAll("_", " ")));
  const offered = topics.map(({ command, what }) => choice(command, `${command}: ${what}`));
  const own = values.zone ?? form.zone ?? "";
  const zone = zones.some(({ value }) => value === own) ? own : "";
  const set = (field: Field, label: string, choices: readonly Choice[], value: string, more: Json = {}) => ({
    type: "Input.ChoiceSet",
    id: inputOf(field),
    label,
    choices,
    ...(value === "" ? {} : { value }),
    ...more,
  });
  const fallback = (field: keyof typeof DEFAULTS, choices: readonly Choice[]) => {
    const given = values[field] ?? "";
    return choices.some(({ value }) => value === given) ? given : DEFAULTS[field];
  };
  const known = (values.topics ?? "")
    .split(",")
    .filter((topic) => offered.some(({ value }) => value === topic))
    .join(",");
  const inputs: readonly (readonly [Field, Json])[] = [
    ["topics", set("topics", "Topics", offered, known, { isMultiSelect: true, wrap: true })],
    [
      "time",
      { type: "Input.Time", id: inputOf("time"), label: "At", value: timeOf(values.time) ?? DEFAULTS.time },
    ],
    [
      "zone",
      set("zone", "In the time zone of", zones, zone, { style: "filtered", placeholder: "Type to search" }),
    ],
    [
      "otherZone",
      {
        type: "Input.Text",
        id: inputOf("otherZone"),
        label: "or of another place",
        placeholder: "such as Asia/Kathmandu",
        maxLength: 60,
        ...(values.otherZone ? { value: clip(cleanLine(values.otherZone), 60) } : {}),
      },
    ],
    ["days", set("days", "On", DAYS, fallback("days", DAYS), { style: "compact" })],
    ["when", set("when", "Post", WHEN, fallback("when", WHEN), { style: "compact" })],
    [
      "audience",
      set("audience", "For readers who are", AUDIENCE, fallback("audience", AUDIENCE), { style: "compact" }),
    ],
  ];
  return [
    ...inputs.flatMap(([field, input]) => [input, ...(problem?.field === field ? attention(problem) : [])]),
    ...codeLine(AFTER_CLOSE).map((block) => ({ ...block, spacing: "Medium" })),
  ];
}

/** Input.Time takes HH:MM alone; anything else would empty it. */
function timeOf(value: string | undefined): string | null {
  return value !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null;
}
