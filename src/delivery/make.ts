import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import type { Delivery, Subscription } from "../storage/port.ts";
import { tokenOf } from "./acknowledge.ts";
import { alertLead } from "./alert-words.ts";
import { flipsAt } from "./alerts.ts";
import type { DeliveryDeps } from "./deps.ts";
import { createGates, neededBy } from "./gates.ts";
import { besideOf, type DeliverJob, kindOf } from "./jobs.ts";
import { lastBriefing } from "./last-briefing.ts";
import type { Posting } from "./port.ts";
import { type Comparison, compareBriefings } from "./schedule/changes.ts";
import { delayNotice, nothingNew } from "./schedule/describe.ts";
import type { GateDecision } from "./schedule/freshness-gate.ts";
import { utcDate } from "./schedule/local-time.ts";
import { backoff } from "./waits.ts";
import { commandOf, lateness, nextLine, noBriefing } from "./words.ts";

export type Made =
  | {
      readonly kind: "posting";
      readonly posting: Posting;
      readonly briefing: Briefing | null;
      /** Why it is not the briefing. */
      readonly reason: string | null;
    }
  | { readonly kind: "wait"; readonly waitMs: number; readonly fault: string }
  | { readonly kind: "end"; readonly state: "missed" | "failed"; readonly reason: string };

/** Tries to have the data before saying that there is no briefing. */
const TRIES = 5;

/** A job's message, or why there is none. */
export async function make(
  deps: DeliveryDeps,
  job: DeliverJob,
  subscription: Subscription,
  now: number,
): Promise<Made> {
  const kind = kindOf(job.slot.slot);
  const first = kind === "nothingNew" || kind === "delayed" ? await rowBeside(deps, job) : undefined;
  if (kind === "delayed" && first !== undefined)
    return { kind: "end", state: "missed", reason: "the briefing was on its way before the delay was told" };
  // Nothing is new, and yet nobody has read it.
  const isNew = kind === "nothingNew" && (first?.state === "missed" || first?.state === "failed");
  if (kind === "delayed" || (kind === "nothingNew" && !isNew))
    return makeNotice(deps, job, subscription, now);
  let briefing: Briefing;
  try {
    // As of the session: on the first of a month, "month to date" is still the month that it was.
    const asOf = kind === "alert" ? utcDate(now) : await deps.asOfSession(job.slot.session);
    briefing = await deps.answer(commandOf(subscription.topics), asOf);
  } catch (error) {
    return unanswered(deps, job, error, now);
  }
  if (briefing.dataMode === "sample")
    return { kind: "end", state: "failed", reason: "sample data are never posted: load real data first" };
  if (kind === "alert") return alerted(deps, job, { subscription, briefing, now, isTest: false });
  return dressed(deps, job, { subscription, briefing, now, isTest: kind === "test" });
}

/** The risks as they stand now, under what flipped. */
async function alerted(
  deps: DeliveryDeps,
  { slot }: DeliverJob,
  { subscription, briefing, now }: Dressing,
): Promise<Made> {
  const flips = await flipsAt(deps, slot.slot);
  if (flips === null) return { kind: "end", state: "failed", reason: "what it was to tell is kept no more" };
  await deps.keep(briefing);
  const lead = alertLead(flips, now, subscription.at.tz, deps.timings.lateness.onTimeMs);
  const alert = { token: tokenOf(slot.slot), by: null };
  const posting = { kind: "briefing" as const, briefing, lead, foot: [], alert };
  return { kind: "posting", briefing, reason: null, posting };
}

/** Of the slot that a notice stands beside. */
function rowBeside({ deliveries }: DeliveryDeps, { slot }: DeliverJob): Promise<Delivery | undefined> {
  return deliveries.get(besideOf(slot.slot));
}

interface Dressing {
  readonly subscription: Subscription;
  readonly briefing: Briefing;
  readonly now: number;
  readonly isTest: boolean;
}

async function dressed(deps: DeliveryDeps, job: DeliverJob, dressing: Dressing): Promise<Made> {
  const { subscription, briefing, now, isTest } = dressing;
  const before = await lastBriefing(deps, subscription.id);
  const comparison = before && compared(before, briefing);
  if (before && comparison?.material === false && subscription.when === "changed" && !isTest) {
    const reason = `nothing material changed since the briefing of ${formatDate(before.asOf)}`;
    return { kind: "end", state: "missed", reason };
  }
  const late = isTest
    ? await ages(deps, subscription)
    : (asPlanned(job).late ?? (await gateOf(deps, job, subscription, now)).late);
  const delayed = isTest ? null : lateness(deps, { ...job, late }, subscription, now);
  const lead = [comparison?.summary ?? null, isTest ? "A test: this is what the channel will get" : delayed];
  await deps.keep(briefing);
  const shown = (await deps.narrated?.(briefing, subscription.workspace)) ?? briefing;
  return {
    kind: "posting",
    briefing: shown,
    reason: null,
    posting: {
      kind: "briefing",
      briefing: shown,
      lead: [...lead.filter((line) => line !== null), ...late.map(capital)],
      foot: [...(await aheadOf(deps, briefing)), ...nextLine(deps, subscription, now)],
    },
  };
}

/** What the briefing does not say itself; without it, it is a briefing all the same. */
async function aheadOf({ ahead, log }: DeliveryDeps, { asOf, notes }: Briefing): Promise<readonly string[]> {
  try {
    const lines = (await ahead?.(asOf)) ?? [];
    return lines.filter((line) => !notes.includes(line));
  } catch (error) {
    log.warn({ err: error, asOf }, "what lies ahead could not be told");
    return [];
  }
}

/** Of two briefings that many channels share. */
const comparisons = new WeakMap<Briefing, WeakMap<Briefing, Comparison>>();

function compared(before: Briefing, after: Briefing): Comparison {
  const known = comparisons.get(after) ?? new WeakMap<Briefing, Comparison>();
  comparisons.set(after, known);
  const comparison = known.get(before) ?? compareBriefings(before, after);
  known.set(before, comparison);
  return comparison;
}

/** A test goes past the gate, and shows how old the data are instead. */
async function ages(deps: DeliveryDeps, { topics }: Subscription): Promise<readonly string[]> {
  const needed = await neededBy(deps, topics);
  return needed.map(({ name, newest }) =>
    newest === null ? `${name}: none at hand` : `${name} to ${formatDate(newest)}`,
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What was planned holds for the first try: what has waited since is worded anew, for the data may have come in. */
const asPlanned = (job: DeliverJob): Pick<DeliverJob, "late" | "text"> =>
  job.claim === undefined ? job : {};

async function makeNotice(
  deps: DeliveryDeps,
  job: DeliverJob,
  subscription: Subscription,
  now: number,
): Promise<Made> {
  const text = asPlanned(job).text ?? (await noticeText(deps, job, subscription, now));
  if (text === null)
    return { kind: "end", state: "missed", reason: "the data came in before the delay was told" };
  return { kind: "posting", posting: { kind: "notice", text }, briefing: null, reason: null };
}

async function noticeText(
  deps: DeliveryDeps,
  job: DeliverJob,
  subscription: Subscription,
  now: number,
): Promise<string | null> {
  if (kindOf(job.slot.slot) === "nothingNew")
    return capital(nothingNew(runOf(deps, job.slot), deps.calendar));
  const gate = await gateOf(deps, job, subscription, now);
  return gate.decision === "wait" ? delayNotice(gate.late, gate.deadline, subscription.at.tz) : null;
}

function gateOf(
  deps: DeliveryDeps,
  { slot }: DeliverJob,
  subscription: Subscription,
  now: number,
): Promise<GateDecision> {
  return createGates(deps, now)(subscription.topics, runOf(deps, slot));
}

function runOf(
  { calendar }: DeliveryDeps,
  { session, scheduledAt }: Pick<Delivery, "session" | "scheduledAt">,
) {
  const at = Date.parse(scheduledAt);
  return { at, session: calendar.sessionOn(session) ?? calendar.lastCompleted(at) };
}

/** Data that cannot be had may come; anything else will not mend by itself, but may have been a hiccup. */
function unanswered(deps: DeliveryDeps, job: DeliverJob, error: unknown, now: number): Made {
  const { timings } = deps;
  const mayMend = !(error instanceof BriefingError) || error.code === "data_unavailable";
  const inTime = now < Date.parse(job.slot.scheduledAt) + timings.dataDeadlineMs;
  if (mayMend && inTime && job.tries < TRIES && kindOf(job.slot.slot) !== "test") {
    const fault = error instanceof BriefingError ? error.message : "an error inside smallcaps";
    if (!(error instanceof BriefingError))
      deps.log.warn({ slot: job.slot.slot, err: error }, "no briefing yet");
    return { kind: "wait", waitMs: backoff(timings.dataRetryMs, job.tries, timings.dataDeadlineMs), fault };
  }
  const text = noBriefing(deps, error, { slot: job.slot.slot });
  return { kind: "posting", posting: { kind: "notice", text }, briefing: null, reason: text };
}
