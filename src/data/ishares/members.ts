import { createHash } from "node:crypto";
import { BriefingError } from "../../briefing/errors.ts";
import type { Constituent, DatasetName } from "../../market/datasets.ts";
import type { FundHoldings, HoldingsSource } from "../../market/holdings.ts";
import type { Fetched, MarketData } from "../../market/port.ts";

/**
 * Two funds' holdings as index members without any earnings: what estimates are added to. Market value and shares are
 * the fund's own, in proportion to the index's weights, so multiples over all members are right and sizes are not.
 */
export function membersOf(source: HoldingsSource): MarketData {
  const remedy = (dataset: DatasetName) =>
    `Put ${dataset} into a DATA_FOLDER, or holdings files into ISHARES_FOLDER.`;
  async function fetch<K extends DatasetName>(dataset: K): Promise<Fetched<K>> {
    if (dataset !== "constituents")
      throw new BriefingError("data_unavailable", `holdings have no ${dataset}`, remedy(dataset));
    const [small, large] = [await source.holdings("small"), await source.holdings("large")];
    const label = `Fund ${small.fund} / fund ${large.fund}`;
    const pair = { label, small: `holdings of ${small.fund}`, large: `holdings of ${large.fund}` };
    const sources = [small.source, large.source];
    const doubts = sources.flatMap((each) => each.doubts ?? []);
    const data = [...rowsOf(small), ...rowsOf(large)];
    return {
      data,
      source: {
        ...small.source,
        dataset: "fund holdings",
        asOf: [small.asOf, large.asOf].sort().at(-1) ?? small.asOf,
        contentHash: createHash("sha256")
          .update(sources.map(({ contentHash }) => contentHash).join("\n"))
          .digest("hex"),
        pair,
        ...(doubts.length === 0 ? {} : { doubts }),
      },
    } as unknown as Fetched<K>;
  }
  return { mode: "live", provides: new Set<DatasetName>(["constituents"]), remedy, fetch };
}

const NOT_SAID = {
  epsTtm: null,
  epsFy1: null,
  epsFy2: null,
  fy1End: null,
  epsFy1ThreeMonthsAgo: null,
  analysts: null,
  totalDebt: null,
  floatingDebt: null,
  swappedToFixed: null,
  ebit: null,
  interestExpense: null,
  usRevenueShare: null,
} as const;

function rowsOf({ side: index, asOf, holdings }: FundHoldings): readonly Constituent[] {
  return holdings.flatMap(({ ticker, name, sector, country, price, quantity: shares, value: marketCap }) =>
    ticker === null
      ? []
      : [{ asOf, index, ticker, name, sector, country, price, shares, marketCap, ...NOT_SAID }],
  );
}
