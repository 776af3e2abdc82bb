import { z } from "zod";
import { CLAIM_TYPES, DIRECTIONS } from "../port.ts";

/** A draft's shape in the strict subset: every key is there, null where there is nothing to say. */
export const draftShape = z.strictObject({
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      figures: z.array(z.string()),
      claimType: z.enum(CLAIM_TYPES),
      subject: z.string().nullable(),
      direction: z.enum(DIRECTIONS).nullable(),
      comparator: z.string().nullable(),
    }),
  ),
});

export const DRAFT_NAME = "briefing_draft";
