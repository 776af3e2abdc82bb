/**
 * What must not be left unsaid beside a favourable figure: of all cuts the first cuts, of a valuation discount the
 * loss shares, of a share of companies the share of debt, of growth in sum that of the median, of small-caps' share
 * that with micro-caps. Keys; which of them were computed is the caller's to see.
 */
export function countersOf(key: string): readonly string[] {
  const [topic, part, ...rest] = key.split(".");
  if (topic === "ratecut" && part === "all") return [["ratecut.first", ...rest].join(".")];
  if (topic === "valuation" && part === "discount")
    return ["valuation.small.lossShareCount", "valuation.small.lossShareCap"];
  if (topic === "debt" && rest[0] === "companiesMostlyFloating") return [`debt.${part}.floatingShareOfDebt`];
  if (topic === "earnings" && key.endsWith(".aggIncl")) return [key.replace(/aggIncl$/, "median")];
  if (topic === "universe" && part === "smallOfAll")
    return [["universe.smallAndMicroOfAll", ...rest].join(".")];
  return [];
}
