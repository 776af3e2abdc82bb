/** Of a request; Slack's and Teams's longest are far below, and their routers' own limits come after this one. */
export const MAX_REQUEST_BYTES = 1_000_000;

/** Chart links kept in the store, the longest unused dropped first; each holds a chart's data, up to 50 kB. */
export const MAX_CHART_LINKS = 1_000;

/** How long a chart's address works: Slack and Teams fetch it again when an older message is shown. */
export const CHART_LIFE_MS = 30 * 86_400_000;

/** Expiries fall on whole hours, so that the same chart keeps its address for a while. */
export const EXPIRY_STEP_MS = 3_600_000;

/** Slack and Teams give a picture up sooner than a person does: they get an answer, and ask again. */
export const CHART_WAIT_MS = 10_000;

/** What a browser or a proxy of one person may keep a picture for. */
export const MAX_CACHE_S = 86_400;

/** A probe is an answer, even of a part that hangs. */
export const READINESS_WAIT_MS = 2_000;

/** Slack's commands want their acknowledgement in 3 s; what is still being sent after this is an attack or a loss. */
export const REQUEST_TIMEOUT_MS = 30_000;
export const HEADERS_TIMEOUT_MS = 10_000;

/** Longer than the 60 s that load balancers keep a connection, so that it is theirs to close, never in mid-request. */
export const KEEP_ALIVE_MS = 65_000;

/** On closing, answers under way get this long. */
export const CLOSING_GRACE_MS = 5_000;

/** How long the address of a file works: long enough to press it, too short to be passed on instead of the file. */
export const EXPORT_LIFE_MS = 3_600_000;

/** A workbook has every chart of a briefing in it. */
export const EXPORT_WAIT_MS = 30_000;
