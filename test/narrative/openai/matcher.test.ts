import { zodTextFormat } from "openai/helpers/zod";
import { describe, expect, it } from "vitest";
import { matchShape } from "../../../src/narrative/openai/matcher.ts";

describe("the shape of a proposal", () => {
  const shape = matchShape(2, [
    { id: "7", statement: "One analyst" },
    { id: "14", statement: "Rate cuts" },
  ]);
  const takes = (...matches: readonly unknown[]) => shape.safeParse({ matches }).success;

  it("is strict: sentences by number, claims by id, and nothing more", () => {
    const { strict, schema } = zodTextFormat(shape, "claim_matches");
    expect(strict).toBe(true);
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ["matches"],
      properties: {
        matches: {
          items: {
            additionalProperties: false,
            required: ["sentence", "claim"],
            properties: { sentence: { enum: ["1", "2"] }, claim: { enum: ["7", "14", "none"] } },
          },
        },
      },
    });
  });

  it("has no place for another id, a verdict or a number", () => {
    expect(takes({ sentence: "1", claim: "14" }, { sentence: "2", claim: "none" })).toBe(true);
    expect(takes({ sentence: "3", claim: "14" })).toBe(false);
    expect(takes({ sentence: "1", claim: "8" })).toBe(false);
    expect(takes({ sentence: "1", claim: "14", verdict: "holds" })).toBe(false);
  });
});
