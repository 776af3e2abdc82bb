import type { Answer, Briefing } from "../briefing/briefing.ts";
import type { ChartImage } from "../briefing/chart.ts";

/**
 * Port to the use case: a command line of the grammar in, an answer out.
 * Rejects with `BriefingError` (show message and hint); anything else is a bug (apologise, log).
 */
export interface Assistant {
  answer(commandLine: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  /** ISO date, inclusive; `asof=` in the command line wins. */
  readonly asOf?: string;
  /** Told what takes long, in words. */
  readonly progress?: (message: string) => void;
}

/** Pure: a briefing and its pictures to one platform's message. */
export type Render<Message> = (briefing: Briefing, images: readonly ChartImage[]) => Message;
