import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chartSvg } from "../../src/charts/svg.ts";
import { EXAMPLES } from "./examples.ts";
import { normalised } from "./svg-text.ts";

const FOLDER = new URL("../golden/charts/", import.meta.url);

/** UPDATE_GOLDEN=1 accepts the drawings as they are; look at them first. */
test.each(Object.entries(EXAMPLES))("%s is drawn as accepted", (name, chart) => {
  const drawn = normalised(chartSvg(chart).svg);
  const golden = new URL(`${name}.svg`, FOLDER);
  const actual = new URL(`${name}.actual.svg`, FOLDER);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, drawn);
  const isSame = existsSync(golden) && readFileSync(golden, "utf8") === drawn;
  if (isSame) rmSync(actual, { force: true });
  else writeFileSync(actual, drawn);
  expect(isSame, `compare test/golden/charts/${name}.svg with ${name}.actual.svg`).toBe(true);
});
