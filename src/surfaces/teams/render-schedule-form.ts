import { cleanLine, clip } from "../../briefing/plain-text.ts";
import type { Offer } from "./deps.ts";
import { plainText } from "./escape.ts";
import type { Json } from "./message.ts";
import { codeLine, textBlocks } from "./render-parts.ts";
import {
  DEFAULTS,
  type Field,
  type FormProblem,
  type FormValues,
  inputOf,
  zonesOffered,
} from "./schedule-form.ts";

export interface ScheduleForm {
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

/** The inputs, each with what is wrong with it under it. */
export function formElements(form: ScheduleForm, problem: FormProblem | null): readonly Json[] {
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
    [
      "topics",
      set("topics", "Topics", offered, known, {
        isMultiSelect: true,
        wrap: true,
        placeholder: "One or more",
      }),
    ],
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
