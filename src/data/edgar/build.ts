import { BriefingError } from "../../briefing/errors.ts";
import type { Pair } from "../../briefing/figure.ts";
import type { Constituent, Levels, Side } from "../../market/datasets.ts";
import type { FundHoldings, HoldingsSource } from "../../market/holdings.ts";
import { SourceFault } from "../http/fault.ts";
import { directoryOf } from "./companies/tickers.ts";
import { membersOf } from "./constituents.ts";
import type { Fact } from "./frames/frame.ts";
import { framesFor } from "./frames/tags.ts";
import { type Fund, filingFund, ownFund, pairOf } from "./fund.ts";
import { holdingsOf } from "./nport/holdings.ts";
import type { ListedFiling } from "./nport/listing.ts";
import { chainReturns } from "./nport/returns.ts";
import { type Portfolio, portfolioOf } from "./portfolio.ts";
import type { Reader } from "./reader.ts";
import type { Resources } from "./resources.ts";

/** A dataset with what belongs into its source. */
export interface Built<Data> {
  readonly data: Data;
  readonly doubts: readonly string[];
  readonly pair?: Pair;
  readonly completeTo?: string;
}

export interface BuildDeps {
  readonly resources: Resources;
  readonly funds: Readonly<Record<Side, Fund>>;
  readonly today: string;
}

export const SIDES = ["small", "large"] as const;
/** So many of the newest filings are tried where one cannot be used. */
const TRIES = 3;

/** Members of both sides with trailing earnings, from a fund's holdings and the companies' reports. */
export async function buildConstituents(
  { resources, funds, today }: BuildDeps,
  reader: Reader,
  own: HoldingsSource | null,
): Promise<Built<readonly Constituent[]>> {
  const found = await Promise.all(
    SIDES.map(async (side) => ({ side, ...(await sideHoldings(side, own, funds[side], resources, reader)) })),
  );
  const directory = directoryOf(await reader.get(resources.tickers()));
  const days = new Set(found.map(({ holdings }) => holdings.asOf));
  const asked = new Map(
    [...days].flatMap((day) => framesFor(day).map((each) => [JSON.stringify(each), each] as const)),
  );
  const frames = await reader.getAll(
    [...asked.values()].map((each) => resources.frame(each, today)),
    "company reports, one table for all companies each",
  );
  const factsOf = (cik: number) => {
    const facts = new Map<string, Fact[]>();
    for (const frame of frames) {
      const fact = frame?.of(cik);
      if (frame && fact) facts.set(frame.tag, [...(facts.get(frame.tag) ?? []), fact]);
    }
    return facts;
  };
  const sides = found.map(({ side, holdings }) => membersOf(side, holdings, directory, factsOf));
  const [small, large] = SIDES.map((side) => {
    const own = found.find((each) => each.side === side && each.own);
    return own ? ownFund(own.holdings.fund) : filingFund(funds[side]);
  });
  const pair = pairOf(small ?? filingFund(funds.small), large ?? filingFund(funds.large));
  // The first few are shown beside the figures, all of them by `explain`.
  const doubts = [
    ...found.flatMap((each) => each.doubts),
    ...sides.flatMap((each) => each.doubts.slice(0, 1)),
    ...sides.flatMap((each) => each.doubts.slice(1)),
    ...sides.flatMap((each) => each.named),
  ];
  return { data: sides.flatMap(({ members }) => members), doubts, pair };
}

interface SideHoldings {
  readonly holdings: Portfolio;
  readonly doubts: readonly string[];
  /** From a file of the user's. */
  readonly own?: true;
}

/** A file of the user's, or why there is none that can be used. */
export async function ownHoldings(own: HoldingsSource, side: Side): Promise<FundHoldings | BriefingError> {
  return own.holdings(side).catch((error: unknown) => {
    if (error instanceof BriefingError && error.code === "data_unavailable") return error;
    throw error;
  });
}

/** The user's own file where there is one, else the newest filing that adds up. */
async function sideHoldings(
  side: Side,
  own: HoldingsSource | null,
  fund: Fund,
  resources: Resources,
  reader: Reader,
): Promise<SideHoldings> {
  const held = own === null ? null : await ownHoldings(own, side);
  if (held !== null && !(held instanceof BriefingError)) {
    reader.noteOwn(held.source);
    return { holdings: portfolioOf(held), doubts: held.doubts, own: true };
  }
  const doubts = held === null ? [] : [`a fund's filing stands in: ${held.message}`];
  for (const { accession, filed } of (await newestFirst(fund, resources, reader)).slice(0, TRIES)) {
    try {
      const holdings = holdingsOf(await reader.get(resources.filing(fund, accession)));
      return { holdings: { ...holdings, filed }, doubts };
    } catch (fault) {
      if (!(fault instanceof SourceFault) || fault.transient) throw fault;
      doubts.push(`a newer filing (${accession}) was refused: ${fault.message}`);
    }
  }
  throw new SourceFault(doubts.join(" ") || `series ${fund.series} has no filing`, { transient: false });
}

async function newestFirst(
  fund: Fund,
  resources: Resources,
  reader: Reader,
): Promise<readonly ListedFiling[]> {
  const filings = await reader.get(resources.listing(fund));
  return [...filings].sort((a, b) => (`${a.filed}${a.accession}` < `${b.filed}${b.accession}` ? 1 : -1));
}

/** Month-end levels of both funds' total return. */
export async function buildLevels({ resources, funds }: BuildDeps, reader: Reader): Promise<Built<Levels>> {
  const chains = [];
  for (const side of SIDES) {
    const fund = funds[side];
    const listed = await newestFirst(fund, resources, reader);
    const filings = await reader.getAll(
      listed.map(({ accession }) => resources.filing(fund, accession)),
      `filings of the fund that tracks the ${fund.tracks}`,
    );
    const known = listed.flatMap((each, at) => {
      const filing = filings[at];
      return filing ? [{ ...each, filing }] : [];
    });
    chains.push({ fund, chain: chainReturns(known, fund.classId) });
  }
  const [small, large] = chains;
  const doubts = chains.flatMap(({ fund, chain: { gaps, refused } }) => [
    ...(gaps.length > 0
      ? [
          `the fund that tracks the ${fund.tracks} reports no return for ${gaps.join(", ")}: what came before is left out`,
        ]
      : []),
    ...refused.map((each) => `a filing of the fund that tracks the ${fund.tracks} was refused: ${each}`),
  ]);
  const data = { small_total: small?.chain.levels ?? [], large_total: large?.chain.levels ?? [] };
  return { data, doubts, pair: pairOf(filingFund(funds.small), filingFund(funds.large)) };
}
