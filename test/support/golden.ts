import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/**
 * Holds a value against `test/golden/<folder>/<name>.json`. UPDATE_GOLDEN=1 writes it; a mismatch writes the new one
 * beside the old.
 */
export function expectGolden(folder: "slack" | "teams", name: string, value: unknown): void {
  const at = (ending: string) => new URL(`../golden/${folder}/${name}.${ending}`, import.meta.url);
  const [golden, actual] = [at("json"), at("actual.json")];
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, text);
  const wanted = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (wanted === text) rmSync(actual, { force: true });
  else writeFileSync(actual, text);
  expect(text).toBe(wanted);
}
