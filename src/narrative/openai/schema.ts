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

/** A shape with the name under which a server is told of it. */
export interface Format {
  readonly name: string;
  readonly shape: z.ZodType;
}

export const DRAFT: Format = { name: "briefing_draft", shape: draftShape };
