import { BriefingError, type ErrorCode } from "../../briefing/errors.ts";
import { newErrorId } from "../conversation/apology.ts";
import type { ConsoleLog } from "./deps.ts";

/** What a person is told when there is no answer. */
export interface Problem {
  /** HTTP status of a whole page; the script's fragments arrive with 200, since the text is the answer. */
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly hint: string;
}

const TITLES: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  bad_command: [400, "That command did not work"],
  bad_input: [400, "That input did not work"],
  bad_config: [500, "The settings need attention"],
  data_unavailable: [503, "The data are not available"],
  refused: [403, "Not answered"],
};

/** An error in a person's words; a bug gets an id that the log has too, and no detail. */
export function problemOf(error: unknown, log: ConsoleLog, doing: string): Problem {
  if (error instanceof BriefingError) {
    const [status, title] = TITLES[error.code];
    return { status, title, message: error.message, hint: error.hint };
  }
  const errorId = newErrorId();
  log.error({ err: error, errorId }, `bug while ${doing}`);
  return {
    status: 500,
    title: "Sorry, this is our fault",
    message: "The program made a mistake, so there is no answer to show.",
    hint: `Try again; if it happens again, send ${errorId} to whoever runs this: the log has the details.`,
  };
}
