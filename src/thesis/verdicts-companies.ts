import {
  byAll,
  byThose,
  figureOf,
  figuresOf,
  near,
  numberIn,
  present,
  readOf,
  untested,
  VARIANTS,
  whyNot,
} from "./decide.ts";
import type { Facts, Verdict } from "./port.ts";

/** A published share without decimals is taken as met within this, percentage points. */
const AS_PRINTED = 2.5;

/** At least half of the small index's weight in the band. */
export const band = (facts: Facts): Verdict =>
  byAll(readOf(facts, "universe"), ["universe.small.inBand.value"], {
    holds: (share) => share >= 50,
    note: "half of the small index's weight must lie from $250m to $2bn; by count and above the band beside",
    beside: [
      "universe.small.inBand.count",
      "universe.small.aboveBand.value",
      "universe.small.aboveBand.count",
    ],
  });

export const aboveTenBillion = (facts: Facts): Verdict =>
  byAll(readOf(facts, "universe"), ["universe.large.smallestCap"], {
    holds: (billions) => billions > 10,
    note: "the smallest member decides: one below $10bn falsifies it; the 5th percentile beside",
    beside: ["universe.large.fifthPercentileCap", "universe.large.above10bn"],
  });

/** Expected and five-year realised growth, small minus large, above zero. */
export const growth = (facts: Facts): Verdict =>
  byAll(
    readOf(facts, "earnings"),
    [
      ...VARIANTS.filter((each) => each !== "aggExLoss").map((each) => `earnings.growthGap.${each}`),
      "earnings.realised5yGap",
    ],
    {
      holds: (gap) => gap > 0,
      note: "expected growth by every definition and five-year reported growth, small minus large, above zero",
      missing: "five-year reported growth needs members of five years ago (constituents.csv)",
    },
  );

export const worldShare = (facts: Facts): Verdict =>
  byThose(
    readOf(facts, "universe"),
    ["universe.smallOfAll.count", "universe.smallAndMicroOfAll.count", "universe.smallWithoutMicro.count"],
    {
      holds: near(85, AS_PRINTED),
      note: `within ${AS_PRINTED} pp of 85 by count, with micro-caps among all, counted as small, and left out`,
    },
  );

export const usShare = (facts: Facts): Verdict =>
  byAll(readOf(facts, "universe"), ["universe.usOfSmall.value", "universe.usOfSmall.count"], {
    holds: near(65, AS_PRINTED),
    note: `within ${AS_PRINTED} pp of 65 by weight and by count: the sentence does not say which`,
  });

export const analysts = (facts: Facts): Verdict =>
  byAll(readOf(facts, "coverage"), ["coverage.ratio.mean"], {
    holds: (ratio) => ratio >= 3.5 && ratio <= 4.5,
    note: "analysts a large-cap for one a small-cap, companies with none counted: it holds from 3.5 to 4.5",
    beside: [
      "coverage.small.mean",
      "coverage.large.mean",
      "coverage.small.noneShare",
      "coverage.small.reportedShare",
    ],
  });

const SHARES = ["companiesMostlyFloating", "floatingShareOfDebt"] as const;
const sharesOf = (side: "small" | "large") => SHARES.map((each) => `debt.${side}.${each}`);

/** 41 % of companies: the share of companies, and the share of debt that is printed elsewhere. */
export const floatingSmall = (facts: Facts): Verdict =>
  byAll(readOf(facts, "debt"), sharesOf("small"), {
    holds: near(41, AS_PRINTED),
    note: `within ${AS_PRINTED} pp of 41 as a share of companies (over half of the debt floats) and as a share of debt`,
    beside: ["debt.small.companiesMostlyFloatingOfAll", "debt.small.debtExplained"],
  });

/** 19 %, and half as much again on the small side. */
export function floatingLarge(facts: Facts): Verdict {
  const debt = readOf(facts, "debt");
  const level = byAll(debt, sharesOf("large"), {
    holds: near(19, AS_PRINTED),
    note: `within ${AS_PRINTED} pp of 19 as a share of companies and as a share of debt`,
  });
  const ratioKeys = SHARES.map((each) => `debt.ratio.${each}`);
  const ratios = figuresOf(debt, ratioKeys);
  if (ratios.length < SHARES.length)
    return untested(whyNot(debt, ratioKeys, "the ratio of small to large is not in the data at hand"), [
      ...level.figures,
      ...ratios,
    ]);
  const under = ratios.filter((each) => (numberIn(each) ?? 0) < 1.5).length;
  const figures = [...level.figures, ...ratios];
  const note = `${level.note}; small over large must reach 1.5, and does in ${ratios.length - under} of ${ratios.length}`;
  if (under === ratios.length) return { verdict: "fails", figures, note };
  if (level.verdict === "holds" && under > 0) return { verdict: "depends on definition", figures, note };
  return { ...level, figures, note };
}

export const domestic = (facts: Facts): Verdict =>
  byAll(readOf(facts, "universe"), ["universe.small.usRevenueShare"], {
    holds: (share) => share > 50,
    note: "over half of revenue from the US; that of large-caps beside",
    beside: ["universe.large.usRevenueShare", "universe.small.usRevenueReported"],
  });

const BY_COMPANIES = "earnings.small.companyBreadth3m";

/** Revisions decide; a count of companies stands beside them and does not. */
export function revisedUp(facts: Facts): Verdict {
  const earnings = readOf(facts, "earnings");
  const verdict = byAll(earnings, ["earnings.small.breadth.1m", "earnings.small.breadth.3m"], {
    holds: (breadth) => breadth > 0,
    note: "more estimates raised than cut, over one month and over three",
    beside: ["earnings.large.breadth.3m", "earnings.small.breadthPercentile", BY_COMPANIES],
  });
  if (figuresOf(earnings, [BY_COMPANIES]).length === 0) return verdict;
  return {
    ...verdict,
    note: `${verdict.note}; the breadth by companies does not decide: it counts companies rather than estimates, over three months alone, and may set one fiscal year against another`,
  };
}

export const dealRecord = (facts: Facts): Verdict =>
  byAll(readOf(facts, "deals"), ["deals.ttm.percentile"], {
    holds: (percentile) => percentile >= 95,
    note: "twelve months' deals at or above the 95th percentile of their own history, which begins after 1996",
    beside: ["deals.ttm.count", "deals.history.highest", "deals.history.median"],
  });

/** In each of the last 24 months, by every definition there is. */
export function discountForLong(facts: Facts): Verdict {
  const gaps = figuresOf(
    readOf(facts, "valuation"),
    VARIANTS.map((each) => `valuation.discount.${each}`),
  );
  const months = byThose(
    readOf(facts, "thesis"),
    VARIANTS.map((each) => `thesis.discounted.${each}.months`),
    {
      holds: (count) => count === 24,
      note: "a relative forward P/E below 1 in each of the last 24 months, by every definition in the data",
      missing: "the gap of each of the last 24 months is not in the data (valuation-history.csv)",
    },
  );
  return { ...months, figures: [...months.figures, ...gaps] };
}

/** Some variant gives 19 and 23 within 1x, and says which. */
export function nineteenTimes(facts: Facts): Verdict {
  const valuation = readOf(facts, "valuation");
  if (typeof valuation === "string") return untested(valuation);
  if (!(figureOf(valuation, "valuation.basis")?.label ?? "").includes("forward"))
    return untested("the claim is about forward earnings; the data hold trailing ones");
  const pairs = VARIANTS.map((variant) =>
    present(["small", "large"].map((side) => figureOf(valuation, `valuation.${side}.${variant}.pe`))),
  ).filter((figures) => figures.length === 2);
  if (pairs.length === 0) return untested("no multiple can be computed from the data");
  const isNear = near(19, 1);
  const met = pairs.filter(
    ([small, large]) => isNear(numberIn(small) ?? Number.NaN) && near(23, 1)(numberIn(large) ?? Number.NaN),
  );
  const names = met.map(([small]) => small?.label.split(", ").slice(2).join(", ")).join(" and ");
  return {
    verdict: met.length > 0 ? "holds" : "fails",
    figures: (met.length > 0 ? met : pairs).flat(),
    note: met.length > 0 ? `both within 1x: ${names}` : "no definition gives both figures within 1x",
  };
}
