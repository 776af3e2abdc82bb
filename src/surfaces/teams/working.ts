/** What somebody sees while an answer is being made. */
export interface Working {
  /** No more signs from now on; the note that stands there, where one was posted: the answer takes its place. */
  done(): Promise<string | undefined>;
}

/** Sooner than people wonder; an answer that is there by then is not announced. */
const TYPING_MS = 500;
/** Teams shows typing for a few seconds. */
const TYPING_AGAIN_MS = 3_000;
/** A question that takes longer than this is told that it is being worked on. */
const SLOW_MS = 2_500;

/** @param note posts it and gives its id. Neither may reject. */
export function showWorking(
  typing: (() => Promise<void>) | null,
  note: () => Promise<string | undefined>,
  noteAfterMs = SLOW_MS,
): Working {
  let noted: Promise<string | undefined> = Promise.resolve(undefined);
  let again: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    void typing?.();
    again = setInterval(() => void typing?.(), TYPING_AGAIN_MS);
  }, TYPING_MS);
  const slow = setTimeout(() => {
    noted = note();
  }, noteAfterMs);
  return {
    done: () => {
      clearTimeout(first);
      clearTimeout(slow);
      clearInterval(again);
      return noted;
    },
  };
}
