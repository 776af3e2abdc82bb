import { addDays, daysBetween } from "../../../maths/calendar.ts";
import type { Fact } from "./frame.ts";

/** A flow over about twelve months, and the facts it was made of. */
export interface Trailing {
  readonly value: number;
  /** The first and the last day. */
  readonly start: string;
  readonly end: string;
  /** Facts added and facts taken off. */
  readonly plus: readonly Flow[];
  readonly minus: readonly Flow[];
}

type Flow = Fact & { readonly start: string };

/**
 * Until when a period has to have ended for its report to be public: companies file quarterly reports within 45 days,
 * annual ones within 90.
 */
const FILED_AFTER = { quarter: 45, year: 90 };
/** Fiscal years of 52 or 53 weeks, and of twelve months. */
const YEAR = { min: 350, max: 380 };
/** Thirteen weeks or three months; twelve weeks and sixteen weeks occur, in food retail. */
const QUARTER = { min: 75, max: 120 };
/** A period begins the day after the last one; some filers are a few days off. */
const SEAM_DAYS = 6;
/** Earnings whose last day is longer ago are not those of the last twelve months. */
const MAX_AGE_DAYS = 230;

const days = ({ start, end }: Flow) => daysBetween(start, end) + 1;
const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;
const adjoins = (next: Flow, end: string) => Math.abs(daysBetween(addDays(end, 1), next.start)) <= SEAM_DAYS;

/**
 * The last twelve months that were reported by `asOf`: the last fiscal year, plus the quarters since, less the same
 * quarters a year before; else four quarters in a row. Null where neither can be had or what can is too old.
 */
export function trailing(facts: readonly Fact[], asOf: string): Trailing | null {
  const flows = unique(facts.filter((fact): fact is Flow => fact.start !== null));
  const years = flows.filter(
    (flow) => within(days(flow), YEAR) && addDays(flow.end, FILED_AFTER.year) <= asOf,
  );
  const quarters = flows.filter(
    (flow) => within(days(flow), QUARTER) && addDays(flow.end, FILED_AFTER.quarter) <= asOf,
  );
  const year = years.at(-1);
  const found = [year ? yearAndQuarters(year, quarters) : null, fourQuarters(quarters)]
    .filter((each) => each !== null)
    .sort((a, b) => (a.end < b.end ? 1 : -1))[0];
  return found && daysBetween(found.end, asOf) <= MAX_AGE_DAYS ? found : null;
}

/** Each period once, in the order of their ends; frames overlap. */
function unique(flows: readonly Flow[]): readonly Flow[] {
  const byPeriod = new Map(flows.map((flow) => [`${flow.end} ${flow.start}`, flow]));
  return [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}

/** The quarters that follow a day without a gap, three at most. */
function following(end: string, quarters: readonly Flow[]): readonly Flow[] {
  const run: Flow[] = [];
  for (let last = end; run.length < 3; ) {
    const next = quarters.find((quarter) => quarter.end > last && adjoins(quarter, last));
    if (!next) break;
    run.push(next);
    last = next.end;
  }
  return run;
}

/** The newest that can be formed: with as many quarters as have their like a year before. */
function yearAndQuarters(year: Flow, quarters: readonly Flow[]): Trailing | null {
  const since = following(year.end, quarters);
  const before = following(addDays(year.start, -1), quarters);
  for (let count = since.length; count >= 0; count -= 1) {
    const [plus, minus] = [since.slice(0, count), before.slice(0, count)];
    const start = addDays(minus.at(-1)?.end ?? addDays(year.start, -1), 1);
    const end = plus.at(-1)?.end ?? year.end;
    if (minus.length === count && within(daysBetween(start, end) + 1, YEAR))
      return made(start, end, [year, ...plus], minus);
  }
  return null;
}

function fourQuarters(quarters: readonly Flow[]): Trailing | null {
  for (const first of quarters.slice(0, -3).reverse()) {
    const run = [first, ...following(first.end, quarters)];
    const end = run.at(-1)?.end ?? first.end;
    if (run.length === 4 && within(daysBetween(first.start, end) + 1, YEAR))
      return made(first.start, end, run, []);
  }
  return null;
}

function made(start: string, end: string, plus: readonly Flow[], minus: readonly Flow[]): Trailing {
  const total = (flows: readonly Flow[]) => flows.reduce((sum, { value }) => sum + value, 0);
  return { value: total(plus) - total(minus), start, end, plus, minus };
}

/** The newest balance that was reported by `asOf`, or null. */
export function latestInstant(facts: readonly Fact[], asOf: string): Fact | null {
  const known = facts
    .filter(({ start, end }) => start === null && addDays(end, FILED_AFTER.quarter) <= asOf)
    .sort((a, b) => (a.end < b.end ? 1 : -1))[0];
  return known && daysBetween(known.end, asOf) <= MAX_AGE_DAYS ? known : null;
}
