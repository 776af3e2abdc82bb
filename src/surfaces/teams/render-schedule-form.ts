import { cleanLine, clip } from "../../briefing/plain-text.ts";
import type { Offer } from "./deps.ts";
import { plainText } from "./escape.ts";
import type { Json } from "./message.ts";
import { codeLine, textBlocks } from "./render-parts.ts";
import {
  DEFAULTS,
  type Field,
  type FormKind,
  type FormProblem,
  type FormValues,
  inputOf,
  zonesOffered,
} from "./schedule-form.ts";

export interface ScheduleForm {
  readonly kind: FormKind;
  readonly topics: readonly Offer[];
  /** The asker's own zone, where the client said so. */
  readonly zone: string | null;
  /** What was filled in, to be kept. */
  readonly values: FormValues;
  /** Where there is one, the form stands open. */
  readonly problem: FormProblem | null;
}

const ATTENTION: Json = { color: "Attention", weight: "Bolder" };

/** What went wrong, to be seen. */
export function attention({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string;
}): readonly Json[] {
  const said = clip(cleanLine(message), 600);
  return [
    ...textBlocks(said.charAt(0).toUpperCase() + said.slice(1), ATTENTION),
    ...(hint === "" ? [] : codeLine(`→ ${clip(cleanLine(hint), 1_000)}`)),
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

const ON: readonly Choice[] = [
  choice("fired", "When a trigger of the risks fires or clears"),
  choice("warnings", "When one warns as well"),
];

type Inputs = readonly (readonly [Field, Json])[];

/** The inputs, each with what is wrong with it under it. */
export function formElements(form: ScheduleForm, problem: FormProblem | null): readonly Json[] {
  const inputs = form.kind === "alerts" ? alertInputs(form) : briefingInputs(form);
  return [
    ...inputs.flatMap(([field, input]) => [input, ...(problem?.field === field ? attention(problem) : [])]),
    ...(form.kind === "alerts"
      ? []
      : codeLine(AFTER_CLOSE).map((block) => ({ ...block, spacing: "Medium" }))),
  ];
}

function briefingInputs(form: ScheduleForm): Inputs {
  const { topics, values } = form;
  const offered = topics.map(({ command, what }) => choice(command, `${command}: ${what}`));
  const known = (values.topics ?? "")
    .split(",")
    .filter((topic) => offered.some(({ value }) => value === topic))
    .join(",");
  return [
    [
      "topics",
      choiceSet("topics", "Topics", offered, known, {
        isMultiSelect: true,
        wrap: true,
        placeholder: "One or more",
      }),
    ],
    [
      "time",
      { type: "Input.Time", id: inputOf("time"), label: "At", value: timeOf(values.time) ?? DEFAULTS.time },
    ],
    ...zoneInputs(form, "zone", "otherZone"),
    ["days", compact(form, "days", "On", DAYS)],
    ["when", compact(form, "when", "Post", WHEN)],
    ["audience", compact(form, "audience", "For readers who are", AUDIENCE)],
  ];
}

function alertInputs(form: ScheduleForm): Inputs {
  return [
    ["on", compact(form, "on", "Tell", ON)],
    [
      "quiet",
      textInput(form, "quiet", "Quiet hours: what flips then is told when they end", "such as 22:00-07:00"),
    ],
    ...zoneInputs(form, "alertsZone", "alertsOtherZone"),
    ["alertsAudience", compact(form, "alertsAudience", "For readers who are", AUDIENCE)],
  ];
}

function choiceSet(
  field: Field,
  label: string,
  choices: readonly Choice[],
  value: string,
  more: Json = {},
): Json {
  const chosen = value === "" ? {} : { value };
  return { type: "Input.ChoiceSet", id: inputOf(field), label, choices, ...chosen, ...more };
}

function compact(
  { values }: ScheduleForm,
  field: Exclude<keyof typeof DEFAULTS, "time">,
  label: string,
  choices: readonly Choice[],
): Json {
  const given = values[field] ?? "";
  const value = choices.some((each) => each.value === given) ? given : DEFAULTS[field];
  return choiceSet(field, label, choices, value, { style: "compact" });
}

function textInput({ values }: ScheduleForm, field: Field, label: string, placeholder: string): Json {
  const given = values[field];
  return {
    ...{ type: "Input.Text", id: inputOf(field), label, placeholder, maxLength: 60 },
    ...(given ? { value: clip(cleanLine(given), 60) } : {}),
  };
}

const ELSEWHERE = { zone: "such as Asia/Kathmandu", alertsZone: "such as Africa/Accra" } as const;

function zoneInputs(
  form: ScheduleForm,
  field: "zone" | "alertsZone",
  other: "otherZone" | "alertsOtherZone",
): Inputs {
  const zones = zonesOffered(form.zone).map((zone) => choice(zone, zone.replaceAll("_", " ")));
  const own = form.values[field] ?? form.zone ?? "";
  const zone = zones.some(({ value }) => value === own) ? own : "";
  return [
    [
      field,
      choiceSet(field, "In the time zone of", zones, zone, {
        style: "filtered",
        placeholder: "Type to search",
      }),
    ],
    [other, textInput(form, other, "or of another place", ELSEWHERE[field])],
  ];
}

/** Input.Time takes HH:MM alone; anything else would empty it. */
function timeOf(value: string | undefined): string | null {
  return value !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null;
}
