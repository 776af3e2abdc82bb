import { within } from "../within.ts";

/** The promise's outcome; rejects with a `TooLate` where it takes longer. It goes on, and its failure is not unhandled. */
export async function inTime<T>(ms: number, promise: Promise<T>): Promise<T> {
  const done = await within(
    ms,
    promise.then((value) => ({ value })),
  );
  if (done === null) throw new TooLate(`no answer within ${ms} ms`);
  return done.value;
}

export class TooLate extends Error {
  override readonly name = "TooLate";
}
