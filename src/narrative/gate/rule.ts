import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/** A finding about a whole draft or one sentence of it (index from 0). */
export interface Finding {
  readonly sentence: number | null;
  readonly detail: string;
}

/**
 * One row of the gate's table. A rule sees a sentence at a time, or the whole draft, or what was handed in before it
 * was read; it answers with what is wrong, in words, or with nothing.
 */
export interface Rule {
  readonly code: string;
  /** What it refuses, for the README's table. */
  readonly refuses: string;
  /** It speaks of a sentence only where no other rule does: what is refused is refused for its own reason. */
  readonly lastResort?: true;
  readonly sentence?: (sentence: Sentence, world: World) => readonly string[];
  readonly draft?: (sentences: readonly Sentence[], world: World) => readonly Finding[];
  readonly raw?: (draft: unknown) => readonly Finding[];
}

/** A rule that refuses what any of its patterns finds in the words (lower case, without accents, slots blanked). */
export function wordRule(code: string, refuses: string, patterns: readonly RegExp[]): Rule {
  const any = oneOf(patterns);
  return {
    code,
    refuses,
    sentence: ({ folded }) =>
      any.test(folded)
        ? [...new Set(patterns.flatMap((each) => [...folded.matchAll(each)].map(([found]) => `“${found}”`)))]
        : [],
  };
}

/** One look for all of them: most sentences hold none. */
export const oneOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join("|"), "u");

/** Whole words: "a|b c" -> /\b(?:a|b c)\b/g */
export function anyOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replace(/(?<!\[) /g, "[ -]+")})(?![\\p{L}\\p{N}])`, "gu");
}
