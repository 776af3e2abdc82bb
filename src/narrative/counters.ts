/**
 * What must not be left unsaid beside a favourable figure: of all cuts the first cuts, of a valuation discount the
 * loss shares. Keys; which of them were computed is the caller's to see.
 */
export function countersOf(key: string): readonly string[] {
  const [topic, part, ...rest] = key.split(".");
  if (topic === "ratecut" && part === "all") return [["ratecut.first", ...rest].join(".")];
  if (topic === "valuation" && part === "discount")
    return ["valuation.small.lossShareCount", "valuation.small.lossShareCap"];
  return [];
}
