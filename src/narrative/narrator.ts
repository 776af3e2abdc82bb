import { createHash } from "node:crypto";
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import type { Briefing } from "../briefing/briefing.ts";
import type { Narrative } from "../briefing/narrative.ts";
import type { DraftCache } from "./cache.ts";
import {
  type Drafted,
  type Drafter,
  DraftFault,
  type DraftRecord,
  type Narrated,
  type NarrativeRecord,
  type Narrator,
  type Prompt,
  type Verdict,
} from "./port.ts";
import { PROMPT_VERSION, promptAgain, promptFor } from "./prompt.ts";
import { createShared, untilAborted } from "./shared.ts";
import type { Spending } from "./spending.ts";

/** The part of pino that the narrator uses. */
export interface NarratorLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface NarratorDeps {
  readonly drafter: Drafter;
  /** The gate. */
  readonly check: (briefing: Briefing, draft: unknown) => Verdict;
  /** Whether a workspace wants narratives. Rejects where that cannot be read: none is written then. */
  readonly isOn: (workspace: string) => Promise<boolean>;
  readonly spending: Spending;
  readonly cache: DraftCache;
  readonly log: NarratorLog;
  readonly now: () => Date;
  /** Told of each request's outcome, for the metrics. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

export type Outcome = "accepted" | "cached" | "refused" | "declined" | "down" | "late" | "capped";

/** What every surface has room for, caveats in full beside it. */
const LONGEST_TEXT = 1_200;

const NOTHING: Narrated = { narrative: null, record: null };
/** Drafts outlive the day for questions about the past. */
const KEPT_MS = 2 * 86_400_000;
/** A model that failed so often in a row is left alone for a while: answers do not wait for it. */
const FAILURES = 3;
const LEFT_ALONE_MS = 60_000;

/** Draft, gate, once more with the reasons, and then no narrative: the briefing's own words stand without it. */
export function createNarrator(deps: NarratorDeps): Narrator {
  const { drafter, isOn, spending, log } = deps;
  const shared = createShared<Narrated>();
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof DraftFault && error.kind === "down"),
    { halfOpenAfter: LEFT_ALONE_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  );
  const tell = (outcome: Outcome) => deps.onOutcome?.(outcome);

  async function narrate(
    briefing: Briefing,
    workspace: string,
    signal: AbortSignal,
    asking: Asking,
  ): Promise<Narrated> {
    if (!(await isOn(workspace))) return NOTHING;
    const prompt = promptFor(briefing);
    const key = keyOf(briefing, drafter.model, prompt);
    const kept = await fromCache(deps, key, briefing, prompt);
    if (kept !== null) {
      tell("cached");
      return kept;
    }
    if (!(await spending.allows(workspace))) {
      tell("capped");
      log.info({ workspace }, "no narrative: the workspace has used up its day's tokens");
      return NOTHING;
    }
    signal.throwIfAborted();
    asking.prompt = prompt;
    return shared(key, signal, (until) => drafted(briefing, { workspace, prompt, key, signal: until }));
  }

  async function drafted(briefing: Briefing, job: Job): Promise<Narrated> {
    const first = await attempt(briefing, job.prompt, job);
    const wants = first.record.verdict?.accepted === false ? first.record : null;
    const again = wants && promptAgain(job.prompt, wants.output ?? "", wants.verdict?.reasons ?? []);
    const second = again && (await attempt(briefing, again, job));
    const last = second ?? first;
    const drafts = [first.record, ...(second ? [second.record] : [])];
    const record = { model: last.model, promptVersion: PROMPT_VERSION, prompt: job.prompt, drafts };
    const { verdict, output } = last.record;
    if (verdict?.accepted !== true || output === null) {
      if (verdict !== null) tell("refused");
      log.warn({ briefing: briefing.id, ...why(last.record) }, "no narrative");
      return { narrative: null, record };
    }
    tell("accepted");
    await toCache(deps, job.key, last.model, output);
    return { narrative: narrativeOf(last.model, verdict), record };
  }

  /** Never rejects. */
  async function attempt(
    briefing: Briefing,
    prompt: Prompt,
    { workspace, signal }: Job,
  ): Promise<{ readonly model: string; readonly record: DraftRecord }> {
    try {
      const { output, model, usage } = await breaker.execute(() => asked(prompt, signal));
      await spending.book(workspace, usage).catch(() => undefined);
      return { model, record: { output, verdict: judged(deps, briefing, output), fault: null } };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.cause === error)
        log.warn({ briefing: briefing.id, err: error }, "a draft failed inside smallcaps");
      tell(signal.aborted ? "late" : fault.kind);
      await spending.book(workspace, fault.usage).catch(() => undefined);
      return { model: drafter.model, record: { output: null, verdict: null, fault: fault.message } };
    }
  }

  /** Too slow for whoever waits is as bad as down. */
  async function asked(prompt: Prompt, signal: AbortSignal): Promise<Drafted> {
    try {
      return await untilAborted(drafter.draft(prompt, signal), signal);
    } catch (error) {
      if (signal.aborted) throw new DraftFault("down", "the deadline passed", { cause: error });
      throw error;
    }
  }

  return {
    narrate: async (briefing, { workspace, signal }) => {
      const asking: Asking = { prompt: null };
      try {
        return await untilAborted(narrate(briefing, workspace, signal, asking), signal);
      } catch (error) {
        if (!signal.aborted) log.warn({ briefing: briefing.id, workspace, err: error }, "no narrative");
        else log.info({ briefing: briefing.id, workspace }, "no narrative within the deadline");
        return { narrative: null, record: asking.prompt && lateRecord(drafter.model, asking.prompt) };
      }
    },
  };
}

/** What the model is being asked by now. */
interface Asking {
  prompt: Prompt | null;
}

function lateRecord(model: string, prompt: Prompt): NarrativeRecord {
  const fault = "no draft within the deadline";
  return { model, promptVersion: PROMPT_VERSION, prompt, drafts: [{ output: null, verdict: null, fault }] };
}

interface Job {
  readonly workspace: string;
  readonly prompt: Prompt;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** Of the figures (by the briefing's id and their values), the template's words, the model, the prompt. */
function keyOf({ id, figures, notes, topic }: Briefing, model: string, prompt: Prompt): string {
  const values = figures.map(({ key, value, asOf }) => [key, value, asOf]);
  const made = JSON.stringify([id, topic, values, notes, model, PROMPT_VERSION, prompt]);
  return `narrative/${createHash("sha256").update(made).digest("hex")}`;
}

/** Judged again: the gate may have learnt since. Whatever is amiss with the cache, there is nothing in it. */
async function fromCache(
  deps: NarratorDeps,
  key: string,
  briefing: Briefing,
  prompt: Prompt,
): Promise<Narrated | null> {
  try {
    const cached = await deps.cache.get(key);
    if (cached === undefined) return null;
    const { model, output } = JSON.parse(cached.body) as { model: string; output: string };
    const verdict = judged(deps, briefing, output);
    if (!verdict.accepted) return null;
    const drafts = [{ output, verdict, fault: null }];
    return {
      narrative: narrativeOf(model, verdict),
      record: { model, promptVersion: PROMPT_VERSION, prompt, drafts },
    };
  } catch {
    return null;
  }
}

async function toCache(
  { cache, now }: NarratorDeps,
  key: string,
  model: string,
  output: string,
): Promise<void> {
  const expiresAt = new Date(now().getTime() + KEPT_MS).toISOString();
  await cache.set(key, JSON.stringify({ model, output }), expiresAt).catch(() => undefined);
}

function judged({ check }: NarratorDeps, briefing: Briefing, output: string): Verdict {
  let draft: unknown;
  try {
    draft = JSON.parse(output);
  } catch {
    const detail = "the answer is not JSON";
    return { accepted: false, reasons: [{ code: "schema", sentence: null, detail }] };
  }
  const verdict = check(briefing, draft);
  const length = verdict.text?.length ?? 0;
  if (length <= LONGEST_TEXT) return verdict;
  const detail = `${length} characters; a summary has ${LONGEST_TEXT} at most`;
  return { accepted: false, reasons: [{ code: "length", sentence: null, detail }] };
}

function narrativeOf(model: string, verdict: Verdict): Narrative {
  return { text: verdict.text ?? "", model, drafted: true, promptVersion: PROMPT_VERSION, verdict };
}

function why({ verdict, fault }: DraftRecord) {
  return fault === null ? { reasons: verdict?.reasons.map(({ code }) => code) ?? [] } : { fault };
}

function faultOf(error: unknown): DraftFault {
  if (error instanceof DraftFault) return error;
  if (error instanceof BrokenCircuitError)
    return new DraftFault("down", "the model failed just now, and is left alone for a minute");
  return new DraftFault("declined", "an error inside smallcaps", { cause: error });
}
