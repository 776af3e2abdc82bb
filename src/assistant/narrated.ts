import type { Asker, AskOptions, Briefing, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { frozen } from "../briefing/memo.ts";
import type { NarrativeWish } from "../commands/grammar.ts";
import type { Narrator } from "../narrative/port.ts";
import { rememberRecord } from "../narrative/record.ts";
import type { NarrativeDesk } from "../narrative/switch.ts";
import { rememberAs } from "./recompute.ts";

export interface NarratedDeps {
  /** Null where no language model is configured. */
  readonly narrator?: () => Narrator | null;
  /** Who has summaries; null where nobody but the asker could want them. */
  readonly narratives?: () => NarrativeDesk | null;
}

/** A copy: the briefing itself goes to others, who may have no summaries. */
export async function narrated(
  { narrator }: NarratedDeps,
  briefing: Briefing,
  wish: AskOptions["narrate"],
): Promise<Briefing> {
  const writer = narrator?.() ?? null;
  if (writer === null || wish === undefined || briefing.hypothetical) return briefing;
  const { workspace, withinMs } = wish;
  const { narrative, record } = await writer.narrate(briefing, {
    workspace,
    signal: AbortSignal.timeout(withinMs),
  });
  if (record === null) return briefing;
  const copy = rememberAs(frozen({ ...briefing, ...(narrative ? { narrative } : {}) }), briefing);
  rememberRecord(copy, record);
  return copy;
}

/** Summaries belong to a workspace: elsewhere whoever configures the model has them. */
export function narratives(
  { narratives: desk }: NarratedDeps,
  wish: NarrativeWish,
  from?: Asker,
): Promise<Page> {
  const kept = desk?.() ?? null;
  if (kept !== null && from !== undefined) return kept.run(wish, from);
  throw new BriefingError(
    "bad_command",
    "summaries are switched on and off in a workspace of Slack or Teams",
    "here they are on where OPENAI_MODEL is set; `ask … --no-llm` leaves one out",
  );
}
