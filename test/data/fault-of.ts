import { BriefingError } from "../../src/briefing/errors.ts";

/** The error a person would see; anything else that is thrown, or nothing, fails the test. */
export async function faultOf(attempt: Promise<unknown>): Promise<BriefingError> {
  const error = await attempt.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (error instanceof BriefingError) return error;
  throw error;
}
