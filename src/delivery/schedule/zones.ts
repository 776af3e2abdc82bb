import { BriefingError } from "../../briefing/errors.ts";
import { quotable } from "../../briefing/quotable.ts";
import { didYouMean } from "../../briefing/suggest.ts";

/** The exchange's zone. */
export const NEW_YORK = "America/New_York";

/** ICU keeps names that the time zone database has replaced. */
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** What people write for a zone; each names the city to take instead. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...spread("America/New_York", "ET EST EDT EST5EDT Eastern"),
  ...spread("America/Chicago", "CT CST CDT CST6CDT Central"),
  ...spread("America/Denver", "MT MST MDT MST7MDT Mountain"),
  ...spread("America/Los_Angeles", "PT PST PDT PST8PDT Pacific"),
  ...spread("Europe/London", "GMT BST GB UK"),
  ...spread("Europe/Lisbon", "WET WEST"),
  ...spread("Europe/Berlin", "CET CEST MET"),
  ...spread("Europe/Athens", "EET EEST"),
  ...spread("Asia/Kolkata", "IST"),
  ...spread("Asia/Tokyo", "JST"),
  ...spread("Asia/Hong_Kong", "HKT"),
  ...spread("Asia/Singapore", "SGT"),
  ...spread("Australia/Sydney", "AET AEST AEDT"),
};

/** Places of finance that are in no zone's name. */
const CITIES: Readonly<Record<string, string>> = {
  ...spread("America/New_York", "Atlanta Boston Charlotte Miami Philadelphia Stamford Washington"),
  ...spread("America/Chicago", "Dallas Houston Minneapolis"),
  ...spread("America/Los_Angeles", "San_Francisco Seattle"),
  ...spread("America/Toronto", "Montreal"),
  ...spread("Asia/Kolkata", "Mumbai Delhi Bangalore"),
  ...spread("Asia/Shanghai", "Beijing Shenzhen"),
  ...spread("Europe/Berlin", "Frankfurt Munich Hamburg"),
  ...spread("Europe/London", "Edinburgh Manchester"),
  ...spread("Europe/Rome", "Milan"),
  ...spread("Europe/Zurich", "Geneva Basel"),
};

function spread(zone: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(" ").map((name) => [plain(name), zone]));
}

/** "New York", "new_york" and "NewYork" are one. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}/]/gu, "");
}

let list: ReadonlyMap<string, string> | undefined;

/** Each zone under its plain name, made when first asked for. */
function zones(): ReadonlyMap<string, string> {
  list ??= new Map(
    ["UTC", ...Intl.supportedValuesOf("timeZone").filter(isZone)].map((zone) => {
      const name = RENAMED[zone] ?? zone;
      return [plain(name), name];
    }),
  );
  return list;
}

/** Zones with rules of their own: a place, or UTC. Abbreviations and offsets know no summer time. */
export function isZone(name: string): boolean {
  return name === "UTC" || (/^[A-Za-z]+\/[\w+/-]+$/.test(name) && !/^Etc\//i.test(name) && isKnown(name));
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone as typed to its IANA name: "europe/london" -> "Europe/London".
 * @throws BriefingError `bad_command` that names the zone most likely meant.
 */
export function readZone(typed: string): string {
  const known = zones().get(plain(typed));
  if (known !== undefined && (known === "UTC" || typed.includes("/"))) return known;
  if (isZone(typed)) {
    const resolved = new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
    return RENAMED[resolved] ?? resolved;
  }
  throw new BriefingError("bad_command", `"${quotable(typed)}" is not a time zone`, hintFor(typed));
}

const SUCH_AS = "name a zone by its place, e.g. Europe/London or America/New_York";

function hintFor(typed: string): string {
  const name = plain(typed);
  const abbreviated = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  if (abbreviated !== undefined) {
    return `did you mean "${abbreviated}"? abbreviations are ambiguous and do not follow the change of clocks; ${SUCH_AS}`;
  }
  if (/^(etc\/)?(utc|gmt|z)?[+−-]?\d|^etc\//i.test(typed))
    return `an offset does not follow the change of clocks; ${SUCH_AS}`;
  const meant = nearestZone(name);
  return meant === null ? SUCH_AS : `did you mean "${meant}"? ${SUCH_AS}`;
}

/** By the whole name, by its place alone ("Londn"), or by a place in the same zone ("Boston"). */
function nearestZone(name: string): string | null {
  const keys = [...zones().keys()];
  if (keys.some((key) => key.startsWith(`${name}/`))) return null; // "Europe": any of forty
  const cities = new Map(Object.entries(CITIES));
  for (const [key, zone] of zones()) cities.set(key.split("/").at(-1) ?? key, zone);
  const [area, city = name] = name.includes("/") ? [name, name.split("/").at(-1)] : [null, name];
  const known = cities.get(city);
  if (known !== undefined) return known;
  return area === null
    ? (cities.get(didYouMean(city, [...cities.keys()]) ?? "") ?? null)
    : (zones().get(didYouMean(area, keys) ?? "") ?? null);
}
