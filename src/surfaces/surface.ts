import type { Answer, AskOptions, Briefing } from "../briefing/briefing.ts";
import type { ChartImage } from "../briefing/chart.ts";

/**
 * Port to the use case: a command line of the grammar in, an answer out.
 * Rejects with `BriefingError` (show message and hint); anything else is a bug (apologise, log).
 */
export interface Assistant {
  answer(commandLine: string, options?: AskOptions): Promise<Answer>;
  /** False where no language model writes summaries: answers are then alike for all workspaces. Left out: one may. */
  readonly narrates?: () => boolean;
}

/** Pure: a briefing and its pictures to one platform's message. */
export type Render<Message> = (briefing: Briefing, images: readonly ChartImage[]) => Message;
