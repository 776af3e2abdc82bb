import type { PlainTextOption } from "@slack/types";
import type { ScheduleArgument } from "../conversation/schedule-argument.ts";
import { escapeMrkdwn } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { SlackBlock } from "./message.ts";
import { mrkdwnSection, plain } from "./render-parts.ts";

/** Ids of the form's fields. */
export const FIELDS = [
  "channel",
  "what",
  "quiet",
  "topics",
  "at",
  "tz",
  "days",
  "when",
  "audience",
] as const satisfies readonly (ScheduleArgument | "channel" | "what")[];
type Field = (typeof FIELDS)[number];
export type FormValues = Readonly<Partial<Record<Field, readonly string[]>>>;

export const FORM_ID = "smallcaps_schedule_form";
/** The field that decides which others there are. */
export const WHAT = "what" satisfies Field;
const TITLE = plain("New schedule");
const CLOSE = plain("Close");

export interface FormOptions {
  readonly topics: readonly { readonly name: string; readonly summary: string }[];
  /** Null: not known, and typed. */
  readonly ownZone: string | null;
  readonly values: FormValues;
  /** What is wrong with no one field. */
  readonly problem?: string;
}

/** Shown at once, while what the form needs is asked for: Slack gives three seconds to open one. */
export function loadingView(text: string) {
  return { type: "modal", title: TITLE, close: CLOSE, blocks: [mrkdwnSection(text)] } as const;
}

export function pageView(blocks: readonly SlackBlock[]) {
  return { type: "modal", title: TITLE, close: CLOSE, blocks } as const;
}

/** The form: one field an argument of `schedule add`, or of `schedule add alerts` where those are chosen. */
export function formView({ topics, ownZone, values, problem }: FormOptions) {
  const blocks: readonly SlackBlock[] = [
    ...(problem === undefined ? [] : [mrkdwnSection(`⚠ ${escapeMrkdwn(problem)}`)]),
    input(
      "channel",
      "Channel",
      channelSelect(values.channel?.[0]),
      "It needs me as a member, and no guests.",
    ),
    input(WHAT, "What", select("static_select", WHAT_OPTIONS, [whatIn(values)]), undefined, {
      dispatch_action: true,
    }),
    ...(whatIn(values) === BRIEFING ? briefingInputs(topics, values) : [quietInput(values)]),
    input("tz", "Time zone", zoneInput(ownZone, values.tz?.[0])),
    ...(whatIn(values) === BRIEFING ? whenInputs(values) : []),
    input("audience", "Readers", select("static_select", AUDIENCE, values.audience ?? ["internal"])),
  ];
  return { type: "modal", callback_id: FORM_ID, title: TITLE, submit: plain("Create"), close: CLOSE, blocks };
}

const option = (value: string, label: string): PlainTextOption => ({
  text: plain(label.length > LIMITS.optionText ? `${label.slice(0, LIMITS.optionText - 1)}…` : label),
  value,
});

const BRIEFING = "briefing";
const WHAT_OPTIONS = [
  option(BRIEFING, "A briefing, at a time"),
  option("fired", "Alerts, when a trigger of the risks fires or clears"),
  option("warnings", "Alerts, when one warns as well"),
];
const whatIn = ({ what }: FormValues): string => what?.[0] ?? BRIEFING;

const briefingInputs = (topics: FormOptions["topics"], values: FormValues): readonly SlackBlock[] => [
  input("topics", "Topics", select("multi_static_select", topicOptions(topics), values.topics ?? [])),
  input(
    "at",
    "Time",
    textInput(values.at?.[0] ?? "07:30"),
    "07:30, or close+30m for 30 minutes after New York closes",
  ),
];

const whenInputs = (values: FormValues): readonly SlackBlock[] => [
  input("days", "Days", select("multi_static_select", DAYS, values.days ?? ["trading"])),
  input("when", "When", select("static_select", WHEN, values.when ?? ["always"])),
];

const quietInput = (values: FormValues): SlackBlock =>
  input(
    "quiet",
    "Quiet hours",
    textInput(values.quiet?.[0]),
    "Such as 22:00-07:00: what flips then is told when they end. Left empty: told at any hour.",
    { optional: true },
  );

function input(
  name: Field,
  label: string,
  element: object,
  hint?: string,
  more: { readonly dispatch_action?: true; readonly optional?: true } = {},
): SlackBlock {
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    element: { action_id: name, ...element },
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    ...more,
  } as SlackBlock;
}

/** `default_to_current_conversation` knows no channel on the home tab. */
function channelSelect(channel: string | undefined): object {
  return {
    type: "conversations_select",
    filter: {
      include: ["public", "private"],
      exclude_external_shared_channels: true,
      exclude_bot_users: true,
    },
    ...(channel === undefined
      ? { default_to_current_conversation: true }
      : { initial_conversation: channel }),
  };
}

function textInput(initial: string | undefined): object {
  return { type: "plain_text_input", max_length: 80, ...(initial ? { initial_value: initial } : {}) };
}

type SelectType = "static_select" | "multi_static_select";

function select(type: SelectType, options: readonly PlainTextOption[], chosen: readonly string[]): object {
  const initial = options.filter(({ value }) => chosen.includes(value ?? ""));
  if (initial.length === 0) return { type, options };
  return type === "static_select"
    ? { type, options, initial_option: initial[0] }
    : { type, options, initial_options: initial };
}

const topicOptions = (topics: FormOptions["topics"]) =>
  topics.map(({ name, summary }) => option(name, `${name}: ${summary}`));

const DAYS = [
  option("trading", "Every trading day"),
  option("weekdays", "Monday to Friday"),
  option("mon", "Monday"),
  option("tue", "Tuesday"),
  option("wed", "Wednesday"),
  option("thu", "Thursday"),
  option("fri", "Friday"),
  option("sat", "Saturday"),
  option("sun", "Sunday"),
];
const WHEN = [option("always", "Always"), option("changed", "Only when something changes")];
const AUDIENCE = [option("internal", "Internal"), option("institutional", "Institutional clients")];

/** A menu of every zone, which Slack filters while one types; a field where the asker's own is not known. */
function zoneInput(ownZone: string | null, chosen: string | undefined): object {
  if (ownZone === null) return textInput(chosen);
  const initial = chosen ?? ownZone;
  const groups = zoneGroups(new Set([ownZone, initial]));
  return { type: "static_select", option_groups: groups, initial_option: option(initial, initial) };
}

/** Slack takes 100 options in a group: America has more zones. */
const GROUP = 100;

function zoneGroups(first: ReadonlySet<string>): readonly object[] {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].filter((zone) => !first.has(zone));
  const areas = Map.groupBy(zones, (zone) => (zone.includes("/") ? (zone.split("/")[0] ?? "") : "UTC"));
  const others = [...areas].flatMap(([area, members]) =>
    Array.from({ length: Math.ceil(members.length / GROUP) }, (_, part) =>
      group(part === 0 ? area : `${area} (more)`, members.slice(part * GROUP, (part + 1) * GROUP)),
    ),
  );
  return [group("Yours", [...first]), ...others];
}

const group = (label: string, zones: readonly string[]) => ({
  label: plain(label),
  options: zones.map((zone) => option(zone, zone)),
});

/** The line that somebody would have typed. Every field is one word, so that none can add an argument. */
export function lineOf(values: FormValues): string {
  const word = (field: Field) => (values[field] ?? []).join(",").replaceAll(/\s+/g, "");
  const what = whatIn(values);
  if (what !== BRIEFING) {
    const quiet = word("quiet");
    const named = [...(quiet === "" ? [] : [`quiet=${quiet}`]), `tz=${zoneWord(values.tz?.[0] ?? "")}`];
    return ["schedule add alerts", `on=${what}`, ...named, `audience=${word("audience")}`].join(" ");
  }
  const rest = (["tz", "topics", "days", "when", "audience"] as const).map(
    (field) => `${field}=${field === "tz" ? zoneWord(values.tz?.[0] ?? "") : word(field)}`,
  );
  return ["schedule add", `at=${word("at")}`, ...rest].join(" ");
}

const zoneWord = (typed: string) => typed.trim().replaceAll(/\s+/g, "_");
