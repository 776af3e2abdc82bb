import { BriefingError } from "./errors.ts";
import type { Source } from "./figure.ts";

/** What a licence may say in words; a source's licence is the user's own text where the data are. */
type Licensed = Pick<Source, "provider" | "licence">;

const NO_DISPLAY = /\b(?:no|not for|without)[- ](?:display|redisplay|publication|publishing)\b/i;
const NO_EXPORT = /\b(?:no|not for|without)[- ](?:export|exporting|redistribution|redistributing)\b/i;

/** Why what was made from data may not be drawn or worded, or null: the source's licence says "no display" or the like. */
export function forbidsDisplay({ provider, licence }: Licensed): string | null {
  return NO_DISPLAY.test(licence) ? `the licence of ${provider} ("${licence}") forbids displaying it` : null;
}

/** Why what was made from data may not leave as a file, or null: its licence says "no export", or not even "display". */
export function forbidsExport({ provider, licence }: Licensed): string | null {
  return NO_EXPORT.test(licence) || NO_DISPLAY.test(licence)
    ? `the licence of ${provider} ("${licence}") forbids exporting it`
    : null;
}

/** The first reason that any of the sources gives. */
export function firstForbidden(
  sources: readonly Source[],
  forbids: (source: Licensed) => string | null,
): string | null {
  return sources.map(forbids).find((reason) => reason !== null) ?? null;
}

/** @throws BriefingError `refused` where a source may not leave as a file */
export function assertExportable(sources: readonly Source[]): void {
  const forbidden = firstForbidden(sources, forbidsExport);
  if (forbidden === null) return;
  throw new BriefingError("refused", forbidden, "ask for the topic itself, or use data that may be exported");
}

/**
 * Why data may not be stored, or null. FRED's terms forbid it ("store, cache, or archive"); a source of the user's
 * says so by a licence with the words "no storage".
 */
export function forbidsStoring({ provider, licence }: Licensed): string | null {
  if (/\bFRED\b/.test(provider)) return "the terms of FRED forbid storing its data";
  if (/\bno[- ]storage\b/i.test(licence))
    return `the licence of ${provider} ("${licence}") forbids storing its data`;
  return null;
}
