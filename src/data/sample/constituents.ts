import type { Constituent, Side } from "../../market/datasets.ts";
import { END_DATE } from "./days.ts";
import { makeNamer, pickSector, type Sector } from "./names.ts";
import { PROFILES, type Profile } from "./profile.ts";
import { makeRandom, type Random, round } from "./random.ts";

const EARLIER_DATE = "2026-04-30";
const TAX = 0.21;
/** Roughly FY1's weight in the next twelve months at the end date. */
const FY1_WEIGHT = 0.2;

/** Cents, and never a zero that would read as "none". */
function cents(eps: number): number {
  return round(eps, 2) || (eps < 0 ? -0.01 : 0.01);
}

/** FY1 and FY2 around an expected next-twelve-months figure, with what was expected three months before. */
function earnings(random: Random, profile: Profile, rank: number, price: number) {
  const loses = random.chance(profile.lossChance(rank));
  const spread = Math.exp((loses ? 0.6 : 0.42) * random.normal());
  const next = price * spread * (loses ? -profile.lossYield : profile.earningsYield(rank));
  const growth = (loses ? -0.15 : 0.11) + (loses ? 0.12 : 0.08) * random.normal();
  const fy1 = next / (1 + (1 - FY1_WEIGHT) * growth);
  // A few lose money now and are expected to earn some next year, or the reverse.
  const turns = random.chance(loses ? 0.06 : 0.05);
  const trailing = (turns ? -0.4 : 1 / (1 + growth / 2)) * fy1 * (1 + 0.08 * random.normal());
  const before = fy1 + Math.abs(fy1) * (0.006 + 0.06 * random.normal());
  return {
    epsTtm: cents(trailing),
    epsFy1: cents(fy1),
    epsFy2: cents(fy1 * (1 + growth)),
    epsFy1ThreeMonthsAgo: cents(before),
  };
}

function debt(random: Random, profile: Profile, marketCap: number) {
  if (random.chance(profile.debtFree)) {
    return { totalDebt: 0, floatingDebt: 0, swappedToFixed: 0, interestExpense: null };
  }
  const totalDebt = round(marketCap * profile.leverage * Math.exp(0.9 * random.normal()), 0);
  const share = random.chance(profile.mostlyFloating)
    ? random.between(0.52, 1)
    : random.between(0, 0.46) ** 1.5;
  const swapped = random.chance(0.3) ? random.between(0.1, 0.6) : 0;
  const floatingDebt = round(totalDebt * share, 0);
  return {
    totalDebt,
    floatingDebt,
    swappedToFixed: round(floatingDebt * swapped, 0),
    interestExpense: round(totalDebt * profile.interestRate * Math.exp(0.2 * random.normal()), 0),
  };
}

function fiscalYearEnd(random: Random): string {
  return random.chance(0.78)
    ? "2026-12-31"
    : random.pick(["2026-09-30", "2027-01-31", "2027-03-31", "2027-06-30", "2026-11-30"]);
}

function coverage(random: Random, profile: Profile, rank: number): number {
  if (random.chance(profile.withoutAnalysts)) return 0;
  return Math.max(1, Math.round(profile.analysts(rank) * Math.exp(0.32 * random.normal())));
}

/** As in life: some fields are not reported, and estimates need analysts. */
function withBlanks(random: Random, profile: Profile, member: Constituent): Constituent {
  const gap = <Field>(chance: number, value: Field): Field | null =>
    random.chance(chance * profile.blanks) ? null : value;
  const followed = member.analysts !== 0;
  const financial = member.sector === "Financials";
  return {
    ...member,
    sector: gap(0.004, member.sector),
    country: gap(0.01, member.country),
    price: gap(0.002, member.price),
    shares: gap(0.02, member.shares),
    epsTtm: gap(0.01, member.epsTtm),
    epsFy1: followed ? gap(0.01, member.epsFy1) : null,
    epsFy2: followed ? gap(0.04, member.epsFy2) : null,
    epsFy1ThreeMonthsAgo: followed ? gap(0.05, member.epsFy1ThreeMonthsAgo) : null,
    analysts: gap(0.015, member.analysts),
    totalDebt: gap(0.03, member.totalDebt),
    floatingDebt: gap(0.1, member.floatingDebt),
    swappedToFixed: gap(0.2, member.swappedToFixed),
    ebit: gap(financial ? 0.5 : 0.02, member.ebit),
    interestExpense: gap(0.04, member.interestExpense),
    usRevenueShare: gap(0.12, member.usRevenueShare),
  };
}

function member(
  random: Random,
  index: Side,
  position: number,
  name: (sector: Sector) => string,
): Constituent {
  const profile = PROFILES[index];
  const rank = (position + 0.5) / profile.members;
  const sector = pickSector(random, profile.sectors);
  const price = round(Math.max(3, (index === "small" ? 24 : 110) * Math.exp(0.7 * random.normal())), 2);
  const shares = round((profile.marketCap(rank) * Math.exp(0.06 * random.normal())) / price, -3);
  const marketCap = round(price * shares, 0);
  const eps = earnings(random, profile, rank, price);
  const owed = debt(random, profile, marketCap);
  const pretax = (eps.epsTtm * shares) / (eps.epsTtm > 0 ? 1 - TAX : 1);
  const usShare = Math.min(1, profile.usRevenueShare + 0.2 * random.normal());
  const full: Constituent = {
    asOf: END_DATE,
    index,
    ticker: `ZZ${index === "small" ? "S" : "L"}${String(position + 1).padStart(4, "0")}`,
    name: name(sector),
    sector,
    country: random.chance(0.96) ? "US" : random.pick(["BM", "IE", "CA"]),
    price,
    shares,
    marketCap,
    ...eps,
    fy1End: fiscalYearEnd(random),
    analysts: coverage(random, profile, rank),
    ...owed,
    ebit: round(pretax + (owed.interestExpense ?? 0), 0),
    usRevenueShare: round(Math.max(0.05, usShare), 3),
  };
  return withBlanks(random, profile, full);
}

/** The same members half a year before: other prices and estimates, the same books. */
function earlier(random: Random, now: Constituent): Constituent {
  const price = now.price === null ? null : round(now.price / (1.03 * Math.exp(0.16 * random.normal())), 2);
  const scale = now.price === null || price === null ? 1 : price / now.price;
  const revised = (eps: number | null) =>
    eps === null ? null : cents(eps - Math.abs(eps) * (0.01 + 0.05 * random.normal()));
  return {
    ...now,
    asOf: EARLIER_DATE,
    price,
    marketCap: now.marketCap === null ? null : round(now.marketCap * scale, 0),
    epsFy1: revised(now.epsFy1),
    epsFy2: revised(now.epsFy2),
    epsFy1ThreeMonthsAgo: revised(now.epsFy1ThreeMonthsAgo),
    fy1End: now.fy1End === "2027-06-30" ? "2026-06-30" : now.fy1End,
  };
}

export function makeConstituents(): readonly Constituent[] {
  const random = makeRandom("constituents");
  const name = makeNamer(random);
  const latest = (["small", "large"] as const).flatMap((index) =>
    Array.from({ length: PROFILES[index].members }, (_, position) => member(random, index, position, name)),
  );
  return [...latest.map((now) => earlier(random, now)), ...latest];
}
