import { expect, test } from "vitest";
import { forbidsDisplay, forbidsExport, forbidsStoring } from "../../src/briefing/licences.ts";

test.each([
  ["internal use; redistribution with notice", [false, false, false]],
  ["your contract: not for redistribution", [false, true, false]],
  ["Desk only, NO-EXPORT", [false, true, false]],
  ["research only, no display", [true, true, false]],
  ["without publication", [true, true, false]],
  ["no storage", [false, false, true]],
  ["nobody's displays", [false, false, false]],
] as const)("what the licence %j forbids: display, export, storing", (licence, expected) => {
  const source = { provider: "P", licence };
  const reasons = [forbidsDisplay(source), forbidsExport(source), forbidsStoring(source)];
  expect(reasons.map((reason) => reason !== null)).toEqual(expected);
  for (const reason of reasons) if (reason !== null) expect(reason).toContain(`of P ("${licence}")`);
});
