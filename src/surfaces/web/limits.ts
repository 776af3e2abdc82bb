/** Characters of one command. The longest real one is `check <pasted text>`. */
export const MAX_COMMAND = 2_000;

/** Of a POST body; a command of 2,000 characters, percent-encoded as UTF-8, fits with room to spare. */
export const MAX_BODY = "16kb";

/** Charts kept for `<img>` and download, oldest dropped first; drawn ones weigh about 150 kB each. */
export const MAX_CHARTS = 64;

/** Files kept for download, oldest dropped first. */
export const MAX_FILES = 64;

/** Example commands beside the command field. */
export const MAX_CHIPS = 6;

/** A comment on the progress stream this often, so that nothing in between takes it for dead. */
export const KEEP_ALIVE_MS = 15_000;

/** On closing, answers under way get this long. */
export const CLOSING_GRACE_MS = 1_000;
