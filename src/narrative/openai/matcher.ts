import { z } from "zod";
import type { ClaimChoice } from "../../briefing/proposal.ts";
import type { Matcher } from "../proposer-port.ts";
import { askedOf } from "./drafter.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Sentences by number, claims by id: no other can be written. */
export function matchShape(count: number, claims: readonly ClaimChoice[]) {
  return z.strictObject({
    matches: z.array(
      z.strictObject({
        sentence: z.enum(Array.from({ length: count }, (_, i) => String(i + 1))),
        claim: z.enum([...claims.map(({ id }) => id), "none"]),
      }),
    ),
  });
}

/** Over the same client as the summaries; never streamed, never stored. */
export function createOpenAiMatcher(settings: OpenAiSettings): Matcher {
  const ask = askedOf(settings);
  return {
    model: settings.model,
    match: (prompt, count, claims, signal) =>
      ask(prompt, { name: "claim_matches", shape: matchShape(count, claims) }, signal),
  };
}
