import type { Source } from "../briefing/figure.ts";

/** Why what was made from data may not leave as a file, or null: the source's licence says "no export" or the like. */
export function forbidsExport({ provider, licence }: Pick<Source, "provider" | "licence">): string | null {
  return /\b(?:no|not for|without)[- ](?:export|exporting|redistribution|redistributing|display|publication)\b/i.test(
    licence,
  )
    ? `the licence of ${provider} ("${licence}") forbids exporting it`
    : null;
}

/**
 * Why data may not be stored, or null. FRED's terms forbid it ("store, cache, or archive"); a source of the user's
 * says so by a licence with the words "no storage".
 */
export function forbidsStoring({ provider, licence }: Pick<Source, "provider" | "licence">): string | null {
  if (/\bFRED\b/.test(provider)) return "the terms of FRED forbid storing its data";
  if (/\bno[- ]storage\b/i.test(licence))
    return `the licence of ${provider} ("${licence}") forbids storing its data`;
  return null;
}
