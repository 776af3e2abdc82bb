/** The cause only: fetch's own messages may quote the whole address. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return "connection failed";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
