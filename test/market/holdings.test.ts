import { expect, it } from "vitest";
import { setAside } from "../../src/market/holdings.ts";

it("tells what is set aside: one or several, and a trifle as one", () => {
  const kinds = [
    { kind: "equity derivatives", count: 1, value: -500 },
    { kind: "preferred stocks", count: 2, value: 25_000 },
    { kind: "cash", count: 1, value: -3_000 },
    { kind: "future", count: 3, value: 0 },
  ];
  // Of 1,000,000 in stocks: -0.05 %, 2.5 %, -0.3 %.
  expect(setAside("A fund", kinds, 1_000_000)).toEqual([
    "A fund: set aside, in percent of its stocks: 1 equity derivative (below 0.1%), 2 preferred stocks (2.5%), 1 cash (\u22120.3%), 3 futures (without value)",
  ]);
  expect(setAside("A fund", [], 1)).toEqual([]);
});
