import { draftsOf } from "./read.ts";

/** A last fresh set over all topics, written after the mends for the ones before, and run once. */
export const GOOD_F = draftsOf(`
debt
C Before swaps, floating-rate debt is {{small.floatingShareOfDebtBeforeSwaps}} of the debt of small-caps and {{large.floatingShareOfDebtBeforeSwaps}} of that of large-caps. @ -
V Not all swaps are matched to a particular loan. @ -

debt
L At the median company interest cover is {{small.interestCoverMedian}} for small-caps. @ -
L For large-caps it is {{large.interestCoverMedian}}. @ -

coverage
L Small-caps have {{small.mean}} analysts a company on average and large-caps {{large.mean}}. @ -
V Analysts at smaller brokers may be missing from the data. @ -

coverage
C The share without an analyst is {{small.noneShare}} for small-caps, above {{large.noneShare}} for large-caps. @ small.noneShare above large.noneShare

earnings
C Estimates for small-caps have a breadth of revisions of {{small.breadth.3m}} over the last quarter, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
V Breadth says how many estimates changed, and not by how much. @ -

earnings
L At the median expected earnings growth of small-caps is {{small.growth.median}}, and of large-caps {{large.growth.median}}. @ -

universe
L Of the world's listed companies small-caps are {{smallOfAll.value}} by market cap. @ -
D Listed companies are those whose shares trade on a regulated exchange. @ -

universe
C The median market cap of small-caps, {{small.medianCap}}, is below that of large-caps, {{large.medianCap}}. @ small.medianCap below large.medianCap

deals
C The year to date has {{ytd.count}} takeovers, fewer than the {{ytd.previous}} in the same period a year earlier. @ ytd.count below ytd.previous
V The date of announcement decides in which period a takeover falls. @ -

deals
L The median disclosed value of a takeover over the past year was {{value.median}}. @ -
V Terms that depend on later results are counted at their announced value. @ -

calendar
L The CPI is due in {{cpi.daysAhead}} days. @ -
V The statistical agency can move a release. @ -

premium
C The size premium over the full sample is {{full.meanAnnual}} a year, below zero. @ full.meanAnnual below zero
V Portfolios formed on size include companies that are hard to trade. @ -

premium
L Outside January the mean is {{otherMonths.meanAnnual}} a year, over {{otherMonths.n}} other months. @ -

recovery
C Over a year after all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
V The mean hides differences between recoveries. @ -

volatility
C Over a year the volatility of small-caps was {{1y.small}}, higher than the {{1y.large}} of large-caps. @ 1y.small above 1y.large
V A longer window would include more episodes of stress. @ -

volatility
L The correlation between small-caps and large-caps was {{1y.correlation}} over a year. @ -
D Correlation measures how closely returns move together, and not by how much. @ -

regime
C After expansion a month brought small-caps {{after.expansion.mean}} percentage points against large-caps on average, below zero. @ after.expansion.mean below zero
V Phases that were assigned later may have looked different at the time. @ -

regime
L The replica is at a level of {{level}}. @ -
D The level is the average of the standardised inputs. @ -

valuation
C Among profitable companies small-caps trade below large-caps by {{discount.profitable}}. @ discount.profitable below zero
L Loss-makers are {{small.lossShareCount}} of small-cap companies. @ -
V Companies move in and out of the profitable group from year to year. @ -

valuation
L Without loss-makers the forward P/E is {{small.aggExLoss.pe}} for small-caps and {{large.aggExLoss.pe}} for large-caps. @ -
V Forward estimates have missed reported earnings in both directions. @ -

ratecut
L After first cuts, small-caps were ahead in {{first.12m.hit}} of windows over a year, and in {{base.12m.hit}} of any month. @ -
V With so few cycles a single episode can move the rate. @ -

performance
H Over a year small-caps rose {{12m.small}} and large-caps rose {{12m.large}}. @ 12m.small rose zero
V Returns are before any cost of trading. @ -

brief
C Over a quarter small-caps beat large-caps by {{performance.3m.relative}} percentage points. @ performance.3m.relative beat zero
C Over a year they lagged by {{performance.12m.relative}} percentage points. @ performance.12m.relative lagged zero
V The choice of window decides the sign. @ -
`);
