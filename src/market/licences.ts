import type { Source } from "../briefing/figure.ts";

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
