/** Columns a terminal answer is wrapped to, whatever the window. */
export const WIDTH = 100;

/** Answers that take longer than this show what is going on. */
export const PROGRESS_AFTER_MS = 1_000;
