import { zodTextFormat } from "openai/helpers/zod";
import { describe, expect, it } from "vitest";
import { choicesOf } from "../../../src/commands/route/choices.ts";
import { choiceShape } from "../../../src/narrative/openai/chooser.ts";
import { topics } from "../../../src/topics/index.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Every object of a JSON schema, with its path. */
function objectsIn(schema: unknown, path = "$"): readonly (readonly [string, Schema])[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inner = Object.entries(schema).flatMap(([key, value]) => objectsIn(value, `${path}.${key}`));
  return "properties" in schema ? [[path, schema as Schema], ...inner] : inner;
}

describe("the shape of a choice", () => {
  const shape = choiceShape(choicesOf(topics));
  const takes = (choice: unknown) => shape.safeParse({ choice }).success;

  it("is strict: nothing may be added, nothing left out", () => {
    const { strict, schema } = zodTextFormat(shape, "command_choice");
    expect(strict).toBe(true);
    const objects = objectsIn(schema);
    expect(objects.length).toBeGreaterThan(topics.length);
    for (const [path, { additionalProperties, properties, required }] of objects) {
      expect([path, additionalProperties]).toEqual([path, false]);
      expect([path, required ?? []]).toEqual([path, Object.keys(properties as object)]);
    }
  });

  it("is a command of ours, with its own arguments", () => {
    expect(takes({ command: "valuation", arguments: { variant: "median" } })).toBe(true);
    expect(takes({ command: "ratecut", arguments: { cycle: "2007", basis: null, since: null } })).toBe(true);
    expect(takes({ command: "none", arguments: {} })).toBe(true);
    expect(takes({ command: "valuation", arguments: { variant: "cheapest" } })).toBe(false);
    expect(takes({ command: "valuation", arguments: { variant: null, eps: "-10%" } })).toBe(false);
    expect(takes({ command: "performance", arguments: { variant: "median" } })).toBe(false);
    expect(takes({ command: "narrative on", arguments: {} })).toBe(false);
    expect(takes({ command: "schedule list", arguments: {} })).toBe(false);
  });
});
