import { createHash } from "node:crypto";
import { BriefingError } from "../../briefing/errors.ts";
import { type Constituent, type DatasetName, spelt } from "../../market/datasets.ts";
import { type FundHoldings, type Holding, type HoldingsSource, setAside } from "../../market/holdings.ts";
import type { Fetched, MarketData } from "../../market/port.ts";

/**
 * Two funds' holdings as index members without any earnings: what estimates are added to. A position is the fund's own,
 * in proportion to the index's weights; how large a company is the file does not say.
 */
export function membersOf(source: HoldingsSource): MarketData {
  const remedy = (dataset: DatasetName) =>
    `Put ${spelt(dataset)} into a DATA_FOLDER, or holdings files into ISHARES_FOLDER.`;
  async function fetch<K extends DatasetName>(dataset: K): Promise<Fetched<K>> {
    if (dataset !== "constituents")
      throw new BriefingError("data_unavailable", `holdings have no ${spelt(dataset)}`, remedy(dataset));
    const [small, large] = [await source.holdings("small"), await source.holdings("large")];
    const label = `Fund ${small.fund} / fund ${large.fund}`;
    const pair = { label, small: `holdings of ${small.fund}`, large: `holdings of ${large.fund}` };
    const sources = [small.source, large.source];
    const doubts = [...[small, large].flatMap(aside), ...sources.flatMap((each) => each.doubts ?? [])];
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
  shares: null,
  marketCap: null,
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

/** A fund's stocks are its companies: what else it holds is in no figure. */
function aside({ fund, holdings, aside: kinds }: FundHoldings): readonly string[] {
  const without = holdings.filter(({ ticker }) => ticker === null);
  const unnamed = { kind: "without a ticker", count: without.length, value: worthOf(without) };
  return setAside(
    fund,
    without.length > 0 ? [...kinds, unnamed] : kinds,
    worthOf(holdings.filter(({ ticker }) => ticker !== null)),
  );
}

const worthOf = (holdings: readonly Holding[]) => holdings.reduce((sum, { value }) => sum + value, 0);

function rowsOf({ side: index, asOf, holdings }: FundHoldings): readonly Constituent[] {
  return holdings.flatMap(({ ticker, name, sector, country, price, quantity, value: valueUsd }) => {
    if (ticker === null) return [];
    const held = quantity ?? (price === null ? null : valueUsd / price);
    const position = held === null ? {} : { position: { shares: held, valueUsd } };
    return [{ asOf, index, ticker, name, sector, country, price, ...position, ...NOT_SAID }];
  });
}
