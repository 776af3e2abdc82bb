import { argumentAt, type ScheduleArgument } from "../conversation/schedule-argument.ts";

/** Which form: of a briefing at a time, or of alerts. Both may stand in one card, so that no field is in both. */
export type FormKind = "briefing" | "alerts";
/** The fields of the forms for a new schedule, in their order. */
export const FIELDS = [
  ...["topics", "time", "zone", "otherZone", "days", "when", "audience"],
  ...["on", "quiet", "alertsZone", "alertsOtherZone", "alertsAudience"],
] as readonly Field[];
export type Field =
  | ("topics" | "time" | "zone" | "otherZone" | "days" | "when" | "audience")
  | ("on" | "quiet" | "alertsZone" | "alertsOtherZone" | "alertsAudience");
/** As the client gives them: a set of choices is parted by commas. A field left alone is missing. */
export type FormValues = Readonly<Partial<Record<Field, string>>>;

/** Of the inputs: their values arrive beside the button's data. */
export const inputOf = (field: Field) => `smallcapsSchedule-${field}`;

export const DEFAULTS = {
  time: "07:30",
  days: "trading",
  when: "always",
  audience: "internal",
  on: "fired",
  alertsAudience: "internal",
} as const;
/** What the button under a form carries: it says which one was filled in. */
export const ADD_LINES = {
  briefing: "schedule add",
  alerts: "schedule add alerts",
} as const satisfies Readonly<Record<FormKind, string>>;
export const kindOf = (line: string): FormKind => (line === ADD_LINES.alerts ? "alerts" : "briefing");

export interface FormProblem {
  readonly message: string;
  readonly hint: string;
  /** Where it is shown; null: above the form. */
  readonly field: Field | null;
}

/** The line that would have been typed: one reader for both, so that nothing is valid in one alone. */
export function lineOf(values: FormValues, kind: FormKind = "briefing"): string {
  if (kind === "alerts") {
    const named = [
      ["on", values.on],
      ["quiet", values.quiet?.replaceAll(" ", "")],
      ["tz", word(values.alertsOtherZone) || values.alertsZone],
      ["audience", values.alertsAudience],
    ] as const;
    return [ADD_LINES.alerts, ...given(named)].join(" ");
  }
  const named = [
    ["topics", values.topics],
    ["tz", word(values.otherZone) || values.zone],
    ["days", values.days],
    ["when", values.when],
    ["audience", values.audience],
  ] as const;
  return [ADD_LINES.briefing, word(values.time), ...given(named)].filter((part) => part !== "").join(" ");
}

const given = (named: readonly (readonly [name: string, value: string | undefined])[]): readonly string[] =>
  named.flatMap(([name, value]) => (word(value) === "" ? [] : [`${name}=${word(value)}`]));

const LONGEST = 120;

/** One word: what is typed into a field stays in it. */
function word(value: string | undefined): string {
  return (value ?? "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .replace(/\s+/g, "_")
    .slice(0, LONGEST);
}

const FIELD_OF: Readonly<Record<FormKind, Readonly<Partial<Record<ScheduleArgument, Field>>>>> = {
  briefing: {
    at: "time",
    tz: "zone",
    topics: "topics",
    days: "days",
    when: "when",
    audience: "audience",
  },
  alerts: { quiet: "quiet", tz: "alertsZone", audience: "alertsAudience" },
};
const OTHER_ZONE = { zone: "otherZone", alertsZone: "alertsOtherZone" } as const;

/** The field that a problem is shown at. */
export function problemAt(
  { message, hint }: { readonly message: string; readonly hint: string },
  values: FormValues,
  kind: FormKind,
): FormProblem {
  const argument = argumentAt(message);
  const about = argument === null ? null : (FIELD_OF[kind][argument] ?? null);
  const isZone = about === "zone" || about === "alertsZone";
  const field = isZone && word(values[OTHER_ZONE[about]]) !== "" ? OTHER_ZONE[about] : about;
  return { message, hint, field };
}

/** Zones offered by name; every other one can be typed. */
const OFFERED = `
  Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos Africa/Nairobi America/Anchorage America/Bogota
  America/Argentina/Buenos_Aires America/Chicago America/Denver America/Halifax America/Lima America/Los_Angeles
  America/Mexico_City America/New_York America/Phoenix America/Santiago America/Sao_Paulo America/St_Johns
  America/Toronto America/Vancouver Asia/Bangkok Asia/Dubai Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Jakarta
  Asia/Jerusalem Asia/Karachi Asia/Kolkata Asia/Kuala_Lumpur Asia/Manila Asia/Qatar Asia/Riyadh Asia/Seoul
  Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tokyo Atlantic/Reykjavik Australia/Brisbane Australia/Melbourne
  Australia/Perth Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Berlin Europe/Brussels Europe/Copenhagen
  Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Lisbon Europe/London Europe/Luxembourg Europe/Madrid
  Europe/Oslo Europe/Paris Europe/Prague Europe/Rome Europe/Stockholm Europe/Vienna Europe/Warsaw Europe/Zurich
  Pacific/Auckland Pacific/Honolulu UTC`
  .trim()
  .split(/\s+/);

/** With the asker's own, as their client names it, where it is not among them. */
export function zonesOffered(own: string | null): readonly string[] {
  return own === null || OFFERED.includes(own) ? OFFERED : [own, ...OFFERED];
}

const ZONE = /^[A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2}$/;

/** The zone that a client says it is in; null for what is none, or no place. */
export function zoneOfClient(said: string | null | undefined): string | null {
  if (!said || said.length > 60 || !ZONE.test(said) || /^etc\//i.test(said)) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone: said });
    return said;
  } catch {
    return null;
  }
}
