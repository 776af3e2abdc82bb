import type { Source } from "./figure.ts";
import { formatDate } from "./format.ts";

/** "to 30 Nov 2025"; of events "known to", of dates ahead "lists days to". */
export function extentOf({
  asOf,
  completeTo,
  listsTo,
}: Pick<Source, "asOf" | "completeTo" | "listsTo">): string {
  if (listsTo !== undefined) return `lists days to ${formatDate(listsTo)}`;
  return completeTo === undefined ? `to ${formatDate(asOf)}` : `known to ${formatDate(completeTo)}`;
}

/** "retrieved 28 Feb 2026"; of a table that comes with the program when it was compared with what was published. */
export function retrievalOf({ retrievedAt, typedIn }: Pick<Source, "retrievedAt" | "typedIn">): string {
  return `${typedIn ? "built in, as published by" : "retrieved"} ${formatDate(retrievedAt)}`;
}
