import { BriefingError } from "../../briefing/errors.ts";

const SEVERITY = /^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/;

/** What one of PostgreSQL's programs could not do, in its own words. */
export function failure(what: "prepared" | "started", logged: string, cause?: unknown): BriefingError {
  if (cause instanceof BriefingError) return cause;
  const said =
    [logged, stderrOf(cause), cause instanceof Error ? cause.message : ""].find((text) => text !== "") ?? "";
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const reason = lines.findLast((line) => SEVERITY.test(line))?.replace(SEVERITY, "") ?? lines.join(" ");
  return new BriefingError(
    "bad_config",
    `The embedded PostgreSQL could not be ${what}: ${reason}.`,
    hintFor(said),
    {
      cause,
    },
  );
}

function hintFor(said: string): string {
  if (/no space left|quota/i.test(said)) return "The disk is full: make room.";
  const own = "set DATABASE_URL to a PostgreSQL of your own";
  if (said.includes("could not look up effective user"))
    return `Run as a user that the system knows by name (an entry in /etc/passwd), or ${own}.`;
  return `Look into STATE_DIR/postgres/server.log, restore a backup into a new STATE_DIR, or ${own}.`;
}

const stderrOf = (error: unknown) =>
  error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
