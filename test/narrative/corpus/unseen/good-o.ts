import { draftsOf } from "./read.ts";

/** Plain drafts by two authors of a conformance suite, who knew the contract alone. */
export const GOOD_O = draftsOf(`
valuation
C With all companies counted, the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe

valuation
C Without loss-makers, small-caps trade below large-caps by {{discount.aggExLoss}} on forward P/E. @ discount.aggExLoss below zero
V By count, loss-makers are {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ -
V By market cap, they are {{small.lossShareCap}} of small-caps and {{large.lossShareCap}} of large-caps. @ -

valuation
C Among large-caps, the median forward P/E of profitable companies, {{large.median.pe}}, is little changed from the P/E without loss-makers, {{large.aggExLoss.pe}}. @ large.median.pe littleChanged large.aggExLoss.pe

valuation
C Loss-makers make up {{small.lossShareCount}} of small-caps by count, which is above the {{large.lossShareCount}} seen in large-caps. @ small.lossShareCount above large.lossShareCount
L Measured by market cap, loss-makers are {{small.lossShareCap}} of small-caps. @ -

valuation
V The data cover {{small.coverage}} of small-cap market cap and {{large.coverage}} of large-cap market cap. @ -
D The earnings used are expected earnings, not reported earnings. @ -

valuation
L Excluding loss-makers, the forward earnings yield is {{small.aggExLoss.earningsYield}} for small-caps and {{large.aggExLoss.earningsYield}} for large-caps. @ -
L Loss-makers are {{small.lossShareCap}} of small-caps by market cap and {{small.lossShareCount}} by count. @ -
L For large-caps the shares are {{large.lossShareCap}} by market cap and {{large.lossShareCount}} by count. @ -

debt
L After swaps, {{small.floatingShareOfDebt}} of small-cap debt is floating. @ -

debt
C All companies together, small-caps have interest cover of {{small.interestCover}}, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Interest cover is operating profit (EBIT) over interest expense. @ -

debt
C The floating share of small-cap debt is {{small.floatingShareOfDebtBeforeSwaps}} before swaps, above the {{small.floatingShareOfDebt}} measured after swaps. @ small.floatingShareOfDebtBeforeSwaps above small.floatingShareOfDebt

debt
L For the median company, interest cover is {{small.interestCoverMedian}} in small-caps and {{large.interestCoverMedian}} in large-caps. @ -
V Financials are left out. @ -

debt
C The floating part and the swaps are reported for {{small.debtExplained}} of small-cap debt, a lower share than the {{large.debtExplained}} of large-cap debt. @ small.debtExplained below large.debtExplained

debt
L Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of the small-caps counted, compared with {{large.companiesMostlyFloating}} of the large-caps. @ -
L Among small-caps, {{small.nonFinancials}} companies lie outside financials. @ -

coverage
C Small-caps have fewer analysts a company than large-caps: the mean is {{small.mean}}, against {{large.mean}}. @ small.mean below large.mean

coverage
L The median number of analysts a company is {{small.median}} for small-caps and {{large.median}} for large-caps. @ -

coverage
C Companies without an analyst account for {{small.noneShare}} of small-caps, a higher share than the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare

coverage
C For large-caps, the mean of followed companies, {{large.meanOfFollowed}}, is little changed from the mean of all companies, {{large.mean}}. @ large.meanOfFollowed littleChanged large.mean

coverage
L The ratio of large to small in mean analysts a company is {{ratio.mean}}. @ -
L Based on medians, that ratio is {{ratio.median}}. @ -

coverage
V The number of analysts is reported for {{small.reportedShare}} of small-cap companies. @ -
D Companies whose number of analysts is not reported are left out. @ -

universe
L Small-caps are {{smallOfAll.count}} of companies of every size by count and {{smallOfAll.value}} by market cap. @ -

universe
C By market cap, the US share of the world's small-caps is {{usOfSmall.value}}, above the US share by count, {{usOfSmall.count}}. @ usOfSmall.value above usOfSmall.count

universe
C The median market cap of small-cap members is {{small.medianCap}}, below the {{large.medianCap}} of large-cap members. @ small.medianCap below large.medianCap

universe
C Weighted by market cap, small-caps take {{small.usRevenueShare}} of their revenue from the US, a higher share than the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Members that report US revenue hold {{small.usRevenueReported}} of small-cap market cap. @ -

universe
L The smallest small-cap member has a market cap of {{small.smallestCap}}, and the largest has {{small.largestCap}}. @ -

universe
L The count covers {{regions}} regions. @ -
V A region that lacks a number of a size that others have is left out whole. @ -

earnings
L Breadth of revisions is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
D Breadth is estimates raised less estimates cut, of estimates changed. @ -

earnings
C At {{small.breadth.1m}}, breadth of revisions for small-caps is below that for large-caps, {{large.breadth.1m}}. @ small.breadth.1m below large.breadth.1m

earnings
C For all companies in sum, expected growth of earnings is {{small.growth.aggIncl}} for small-caps, above the {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
V Losses that shrink count as growth. @ -

earnings
C Among profitable companies, expected growth of earnings in sum is lower for small-caps than for large-caps by {{growthGap.profitable}}. @ growthGap.profitable below zero

earnings
R In its own history, the breadth of small-cap revisions ranks at {{small.breadthPercentile}}. @ -
R The breadth of large-cap revisions ranks at {{large.breadthPercentile}} in its own history. @ -

earnings
C The share of companies that lost money is {{large.losingShare}} in large-caps, below the {{small.losingShare}} in small-caps. @ large.losingShare below small.losingShare

deals
H The number of takeovers announced fell to {{ttm.count}} from {{ttm.previous}}. @ ttm.count fell ttm.previous

deals
H Over the horizon shown, takeovers announced fell by {{ttm.change}}. @ ttm.change fell zero

deals
R The count of takeovers stands at {{ttm.percentile}} in its own history. @ -

deals
L The disclosed value of takeovers is {{value.total}} in total, and the median disclosed value is {{value.median}}. @ -
V A value is disclosed for {{value.disclosed}} of takeovers. @ -

deals
L The data hold {{counted}} takeovers. @ -
D Later words on the same deal and blank-cheque companies are left out. @ -

real ratecut
C After all cuts, small-caps beat large-caps by {{all.12m.mean}} on average. @ all.12m.mean beat zero
C After first cuts, small-caps lagged large-caps by {{first.12m.mean}} on average. @ first.12m.mean lagged zero

real ratecut
C Small-caps were ahead in {{first.6m.hit}} of windows after first cuts, a lower share than the {{all.6m.hit}} after all cuts. @ first.6m.hit below all.6m.hit

real ratecut
L There are {{cuts}} cuts in {{cycles}} cycles. @ -
V Incomplete windows are left out. @ -

real ratecut
H For any month, the mean of small minus large was little changed at {{base.1m.mean}}. @ base.1m.mean littleChanged zero

real ratecut
C This cycle, small-caps lagged large-caps by {{thisCycle.12m.relative}} after the first cut. @ thisCycle.12m.relative lagged zero
R Its rank among the cycles is {{thisCycle.rank}}. @ -

real ratecut
L For cuts at scheduled meetings only, small minus large has a mean of {{scheduled.12m.mean}} and a median of {{scheduled.12m.median}}. @ -
D Small minus large is the total return of small-caps less that of large-caps. @ -

real performance
L The total return was {{12m.small}} for small-caps and {{12m.large}} for large-caps over the horizon shown. @ -
V Past performance is no guide to the future. @ -

real performance
C Small-caps beat large-caps by {{ytd.relative}} in total return. @ ytd.relative beat zero

real performance
C On a price basis, small-caps lagged large-caps, with {{mtd.small}} against {{mtd.large}}. @ mtd.small lagged mtd.large

real performance
H Large-caps were little changed, with a total return of {{1m.large}}. @ 1m.large littleChanged zero
H Small-caps fell by {{1m.small}} in total return. @ 1m.small fell zero

real performance
C On a price basis, the volatility of small-caps is {{volatility252d.small}}, higher than the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
C In total return, small-caps are below their high by {{drawdown.small.current}}. @ drawdown.small.current below zero

real performance
L The total return of the best small-cap month was {{bestMonth12m.small}}. @ -
R That month has rank {{bestMonth12m.smallRank}} in the whole history of small-caps. @ -

real premium
L Over the full sample, the size factor's mean a year was {{full.meanAnnual}}. @ -

real premium
L The range around the full-sample mean runs from {{full.rangeLow}} to {{full.rangeHigh}} a year. @ -

real premium
C The mean a year for all other months, {{otherMonths.meanAnnual}}, is below the full-sample mean of {{full.meanAnnual}}. @ otherMonths.meanAnnual below full.meanAnnual

m26 premium
C At {{rolling10y.latest}}, the latest rolling window is lower than the highest rolling window, which is {{rolling10y.highest}}. @ rolling10y.latest below rolling10y.highest
V Neighbouring rolling windows overlap. @ -

real premium
D The size factor is the return of the small portfolios minus that of the big ones. @ -
L Its t statistic for the full sample is {{full.t}}. @ -

real premium
L The full sample holds {{full.n}} months, and there are {{rolling10y.n}} rolling windows. @ -

real recovery
L Measured over all recoveries, the mean of small minus large was {{all.12m.mean}} over the horizon shown. @ -

real recovery
C The mean of small minus large for all recoveries, {{all.36m.mean}}, was above the mean for any month, {{base.36m.mean}}. @ all.36m.mean above base.36m.mean

real recovery
L After the trough shown, small-caps returned {{2009-06.12m.small}} and large-caps returned {{2009-06.12m.large}}. @ -

real recovery
C Small-caps beat large-caps by {{2001-11.36m.relative}} after the trough shown. @ 2001-11.36m.relative beat zero
V Incomplete windows are left out. @ -

real recovery
C Small-caps returned {{2020-04.36m.small}} after the trough shown and lagged large-caps, which returned {{2020-04.36m.large}}. @ 2020-04.36m.small lagged 2020-04.36m.large

real recovery
L The count of recoveries with small ahead is {{all.24m.ahead}}, out of {{all.24m.n}} measured. @ -

real volatility
L The volatility of small-caps was {{1y.small}} and that of large-caps was {{1y.large}}, on daily price returns. @ -

real volatility
C Small-caps' volatility, at {{3y.small}}, was above that of large-caps, at {{3y.large}}. @ 3y.small above 3y.large

real volatility
C Large-cap volatility of {{5y.large}} was lower than small-cap volatility of {{5y.small}}. @ 5y.large below 5y.small

real volatility
D The volatility ratio is the volatility of small over that of large. @ -
L The ratio now stands at {{1y.ratio}}. @ -

real volatility
L The deepest drawdown of small-caps was {{drawdown.small.deepest}}; that of large-caps was {{drawdown.large.deepest}}. @ -

real volatility
H Small-caps rose by {{discrete12m.1.small}} over the period shown, total return. @ discrete12m.1.small rose zero

real regime
L The level of the replica is {{level}}. @ -
L The number of inputs used is {{inputs}}. @ -
V The replica is not a bank's own indicator. @ -

real regime
H The replica rose by {{change3m}} over the horizon shown. @ change3m rose zero

real regime
C The score for inflation, {{inflation.score}}, is below the score for the inverted credit spread, {{credit.score}}. @ inflation.score below credit.score

real regime
C After expansion the mean monthly return of small minus large was {{after.expansion.mean}}, about the same as the {{after.contraction.mean}} after contraction. @ after.expansion.mean littleChanged after.contraction.mean

real regime
C The share of months with small ahead was {{after.slowdown.hit}} after slowdown, lower than the {{after.recovery.hit}} after recovery. @ after.slowdown.hit below after.recovery.hit

real risks
L The volatility index is at {{vix.value}}, and the room before it fires is {{vix.distance}}. @ -

real risks
L For the US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} known triggers have fired. @ -
V Not every trigger is known. @ -

real risks
C The Sahm rule's place between its thresholds, {{sahm.position}}, is below that of the volatility index, {{vix.position}}. @ sahm.position below vix.position

real risks: unit subject claim measure
H At its latest change, the Fed's target fell by {{policyRise.value}}. @ policyRise.value fell zero

real risks
C Small-caps beat large-caps by {{outcome.3m.relative}} in total return over the horizon shown. @ outcome.3m.relative beat zero
L The financial stress index stood at {{stress.value}}. @ -

r19 ratecut
L After all cuts, the mean of small minus large was {{all.12m.mean}}; after first cuts it was {{first.12m.mean}}. @ -

r19 ratecut
C The mean after all cuts, {{all.3m.mean}}, was above the mean after first cuts, {{first.3m.mean}}. @ all.3m.mean above first.3m.mean

r19 ratecut
C After first cuts, the share of windows with small ahead was {{first.6m.hit}}, lower than the {{all.6m.hit}} after all cuts. @ first.6m.hit below all.6m.hit

r19 ratecut
C On average, small-caps lagged large-caps by {{first.6m.mean}} after first cuts, over the horizon shown. @ first.6m.mean lagged zero

r19 ratecut
C For first cuts, the mean of {{first.24m.mean}} was below the median of {{first.24m.median}}. @ first.24m.mean below first.24m.median
V The sample of first cuts has {{first.24m.n}} complete windows. @ -

r19 ratecut
L The range of the mean after all cuts runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}}. @ -
L For first cuts the range runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}}. @ -
V Incomplete windows are left out. @ -

r19 performance
L Total return over the horizon shown was {{12m.small}} for small-caps and {{12m.large}} for large-caps. @ -

r19 performance
C Small-caps lagged large-caps by {{6m.relative}} over the horizon shown, total return. @ 6m.relative lagged zero

r19 performance
H Small-caps fell by {{1m.small}} over the horizon shown, total return. @ 1m.small fell zero

r19 performance
C Over the year to date, large-caps returned {{ytd.large}} and beat small-caps, which returned {{ytd.small}}. @ ytd.large beat ytd.small

r19 performance
R In small-caps' whole history, the rank of the best small month is {{bestMonth12m.smallRank}}. @ -

r19 performance
C The volatility of small-caps, {{volatility252d.small}}, was higher than that of large-caps, {{volatility252d.large}}. @ volatility252d.small above volatility252d.large
L The beta of small on large was {{beta252d}} and the correlation was {{correlation252d}}. @ -

thesis
L Of all claims, {{all.holds}} hold and {{all.fails}} fail. @ -
V What weighs how much is a matter of opinion. @ -

thesis
C The number of claims that fail, {{all.fails}}, is above the number that hold, {{all.holds}}. @ all.fails above all.holds

thesis
C On policy, the number of claims that fail is {{policy.fails}}, the same as the number that depend on definition, {{policy.depends}}. @ policy.fails littleChanged policy.depends

thesis
C In tightening spells the size factor's mean was {{tightening.meanAnnual}} a year, below the {{easing.meanAnnual}} a year in easing spells. @ tightening.meanAnnual below easing.meanAnnual

thesis
L Policy uncertainty is now at {{nearest.value}}. @ -
L In the sample there are {{easing.n}} months of easing and {{tightening.n}} months of tightening. @ -

valuation
C Without loss-makers, small-caps trade on a forward P/E of {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
L By count, loss-makers are {{small.lossShareCount}} of small-caps; by market cap they are {{small.lossShareCap}}. @ -

valuation
C Across all companies, the forward P/E of small-caps is {{small.aggIncl.pe}}, higher than that of large-caps, {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe
L By count, loss-makers are {{small.lossShareCount}} of small-caps; by market cap they are {{small.lossShareCap}}. @ -

valuation
L The gap of small to large on forward P/E, excluding loss-makers, is {{discount.aggExLoss}}. @ -
L By count, loss-makers are {{small.lossShareCount}} of small-caps; by market cap they are {{small.lossShareCap}}. @ -

valuation
C For large-caps, the median forward P/E of {{large.median.pe}} is about the same as the {{large.aggExLoss.pe}} without loss-makers. @ large.median.pe littleChanged large.aggExLoss.pe

valuation
D The earnings yield is the inverse of the P/E. @ -
L Of {{small.members}} small-cap members, {{small.covered}} are covered. @ -
`);
