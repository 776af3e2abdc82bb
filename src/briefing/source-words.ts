import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/**
 * "to 30 Nov 2025"; of events "known to", which may lie after the retrieval where the next is announced for a later day;
 * of dates ahead "lists days to".
 */
export function extentOf({
  asOf,
  completeTo,
  listsTo,
  retrievedAt,
}: Pick<Source, "asOf" | "completeTo" | "listsTo" | "retrievedAt">): string {
  if (listsTo !== undefined) return `lists days to ${formatDate(listsTo)}`;
  if (completeTo === undefined) return `to ${formatDate(asOf)}`;
  const ahead = completeTo > retrievedAt.slice(0, 10) ? " (no decision is due sooner)" : "";
  return `known to ${formatDate(completeTo)}${ahead}`;
}

/** "retrieved 28 Feb 2026"; of a table that comes with the program when it was compared with what was published. */
export function retrievalOf({ retrievedAt, typedIn }: Pick<Source, "retrievedAt" | "typedIn">): string {
  return `${typedIn ? "built in, as published by" : "retrieved"} ${formatDate(retrievedAt)}`;
}
