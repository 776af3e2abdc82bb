import type { Json } from "./json.ts";
import { stringOf } from "./json.ts";

/** One page of a list as Slack cuts it: never more than asked for, often fewer, with a cursor to the next. */
export function pageOf<T>(
  all: readonly T[],
  args: Json,
  mostAtOnce: number,
): { readonly page: T[]; readonly next: string } {
  const asked = Number(args["limit"]) || 100;
  const start = Number(Buffer.from(stringOf(args["cursor"]), "base64url").toString()) || 0;
  const end = start + Math.min(asked, mostAtOnce);
  const next = end < all.length ? Buffer.from(String(end)).toString("base64url") : "";
  return { page: all.slice(start, end), next };
}

/** Messages between `oldest` and `latest` (excluded unless `inclusive`), without metadata unless asked for. */
export function askedFor(messages: readonly Json[], args: Json): Json[] {
  const inclusive = isTrue(args["inclusive"]);
  const after = stringOf(args["oldest"]);
  const before = stringOf(args["latest"]);
  return messages
    .filter((message) => {
      const ts = Number(message["ts"]);
      const aboveOldest = !after || ts > Number(after) || (inclusive && ts === Number(after));
      return aboveOldest && (!before || ts < Number(before) || (inclusive && ts === Number(before)));
    })
    .map((message) => {
      if (isTrue(args["include_all_metadata"])) return message;
      const { metadata: _, ...rest } = message;
      return rest;
    });
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1";
}
