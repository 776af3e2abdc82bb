import { argumentAt, type ScheduleArgument } from "../conversation/schedule-argument.ts";

/** The fields of the form for a new schedule, in its order. */
export const FIELDS = ["topics", "time", "zone", "otherZone", "days", "when", "audience"] as const;
export type Field = (typeof FIELDS)[number];
/** As the client gives them: a set of choices is parted by commas. A field left alone is missing. */
export type FormValues = Readonly<Partial<Record<Field, string>>>;

/** Of the inputs: their values arrive beside the button's data. */
export const inputOf = (field: Field) => `smallcapsSchedule-${field}`;

export const DEFAULTS = { time: "07:30", days: "trading", when: "always", audience: "internal" } as const;

export interface FormProblem {
  readonly message: string;
  readonly hint: string;
  /** Where it is shown; null: above the form. */
  readonly field: Field | null;
}

/** The line that would have been typed: one reader for both, so that nothing is valid in one alone. */
export function lineOf(values: FormValues): string {
  const zone = word(values.otherZone) || word(values.zone);
  const named = [
    ["topics", word(values.topics)],
    ["tz", zone],
    ["days", word(values.days)],
    ["when", word(values.when)],
    ["audience", word(values.audience)],
  ] as const;
  const given = named.flatMap(([name, value]) => (value === "" ? [] : [`${name}=${value}`]));
  return ["schedule add", word(values.time), ...given].filter((part) => part !== "").join(" ");
}

const LONGEST = 120;

/** One word: what is typed into a field stays in it. */
function word(value: string | undefined): string {
  return (value ?? "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .replace(/\s+/g, "_")
    .slice(0, LONGEST);
}

const FIELD_OF: Readonly<Record<ScheduleArgument, Field>> = {
  at: "time",
  tz: "zone",
  topics: "topics",
  days: "days",
  when: "when",
  audience: "audience",
};

/** The field that a problem is shown at. */
export function problemAt(
  { message, hint }: { readonly message: string; readonly hint: string },
  values: FormValues,
): FormProblem {
  const argument = argumentAt(message);
  const about = argument === null ? null : FIELD_OF[argument];
  const field = about === "zone" && word(values.otherZone) !== "" ? "otherZone" : about;
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
