import { draftsOf } from "./read.ts";

/** Plain drafts by two more authors of a conformance suite, who knew the contract alone. */
export const GOOD_P = draftsOf(`
valuation
C Across all companies, small-caps trade at {{small.aggIncl.pe}} forward earnings, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe

valuation
L Without loss-makers, the forward P/E of small-caps is {{small.aggExLoss.pe}}; for large-caps it is {{large.aggExLoss.pe}}. @ -

valuation
C The gap of small to large, without loss-makers, is below zero, at {{discount.aggExLoss}}. @ discount.aggExLoss below zero
V Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap; among large-caps they are {{large.lossShareCount}} by count and {{large.lossShareCap}} by market cap. @ -

valuation
C Loss-makers make up a bigger share of small-caps by count, {{small.lossShareCount}}, than by market cap, {{small.lossShareCap}}. @ small.lossShareCount above small.lossShareCap

valuation
D The earnings yield is the inverse of the P/E, in percent. @ -

debt
L After swaps, floating debt is {{small.floatingShareOfDebt}} of the debt of small-caps. @ -

debt
C Interest cover of the median company is {{small.interestCoverMedian}} among small-caps, below the {{large.interestCoverMedian}} among large-caps. @ small.interestCoverMedian below large.interestCoverMedian

debt
L The share of companies whose debt is mostly floating, after swaps, is {{small.companiesMostlyFloating}} for small-caps and {{large.companiesMostlyFloating}} for large-caps. @ -

debt
L Before swaps, the floating share of large-cap debt is {{large.floatingShareOfDebtBeforeSwaps}}; after swaps, it is {{large.floatingShareOfDebt}}. @ -

debt
V Financials are left out: {{small.financials}} companies among small-caps and {{large.financials}} among large-caps. @ -

coverage
L Small-caps have {{small.mean}} analysts a company on average. @ -

coverage
C At the median, large-caps have {{large.median}} analysts a company, above the {{small.median}} of small-caps. @ large.median above small.median

coverage
L The share of companies without an analyst is {{small.noneShare}} among small-caps, and among large-caps it is {{large.noneShare}}. @ -

coverage
C On average, the number of analysts a company is {{small.mean}} for small-caps, lower than {{large.mean}} for large-caps. @ small.mean below large.mean

coverage
D Analysts are those with an estimate for the company, as the source counts them. @ -

universe
L By market cap, the US share of the world's small-caps is {{usOfSmall.value}}. @ -

universe
C By count, the US share of the world's small-caps is {{usOfSmall.count}}, lower than its share by market cap, {{usOfSmall.value}}. @ usOfSmall.count below usOfSmall.value

universe
L The median market cap is {{small.medianCap}} in the small index and {{large.medianCap}} in the large index. @ -

universe
C Weighted by market cap, small-caps take {{small.usRevenueShare}} of their revenue from the US, a higher share than the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare

universe
L Small-caps and micro-caps together are {{smallAndMicroOfAll.count}} of all companies by count. @ -
L By market cap they are {{smallAndMicroOfAll.value}} of all. @ -

s23 earnings
L In the last month, the breadth of revisions was {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ -

s23 earnings
C Breadth of revisions among small-caps was {{small.breadth.3m}}, above the {{large.breadth.3m}} of large-caps over the horizon shown. @ small.breadth.3m above large.breadth.3m

s23 earnings
C For large-caps the breadth of revisions was below zero, at {{large.breadth.3m}}. @ large.breadth.3m below zero

s23 earnings
L Of all estimates, {{small.unchanged.3m}} were kept for small-caps and {{large.unchanged.3m}} for large-caps. @ -

s23 earnings
D Breadth is estimates raised less estimates cut, of estimates changed. @ -
R In its own history, the breadth of small-caps stands at {{small.breadthPercentile}}. @ -

s23 deals
H Takeovers announced rose to {{ttm.count}} from {{ttm.previous}}. @ ttm.count rose ttm.previous

s23 deals
L The disclosed value of takeovers came to {{value.total}}, and the median disclosed value was {{value.median}}. @ -

s23 deals
C The count of takeovers, {{ttm.count}}, is below the median of its history, {{history.median}}. @ ttm.count below history.median

s23 deals
H In the year to date, takeovers rose by {{ytd.change}}. @ ytd.change rose zero

s23 deals
V Not every takeover discloses a value; {{value.disclosed}} of them by count do. @ -

s23 thesis
L Among all claims, {{all.holds}} hold and {{all.fails}} fail. @ -

s23 thesis
C The number of claims that fail, {{all.fails}}, is the same as the number that depend on definition, {{all.depends}}. @ all.fails littleChanged all.depends

s23 thesis
C The small-minus-big return was {{easing.meanAnnual}} a year in easing spells, above the {{tightening.meanAnnual}} in tightening spells. @ easing.meanAnnual above tightening.meanAnnual

s23 thesis
C The latest beta to the credit spread is below zero, at {{beta.credit.latest}}. @ beta.credit.latest below zero

s23 thesis
C More claims cannot be tested, {{all.untested}}, than hold, {{all.holds}}. @ all.untested above all.holds

r16 ratecut
L After all cuts the mean of small minus large was {{all.6m.mean}}; after first cuts it was {{first.6m.mean}}. @ -

r16 ratecut
C Over the horizon shown, the mean of small minus large after all cuts, {{all.12m.mean}}, was above that after first cuts, {{first.12m.mean}}. @ all.12m.mean above first.12m.mean

r16 ratecut
C First cuts had a mean below zero, at {{first.3m.mean}}. @ first.3m.mean below zero

r16 ratecut
C After first cuts, the median of small minus large was {{first.24m.median}}, higher than the mean of {{first.24m.mean}}. @ first.24m.median above first.24m.mean

r16 ratecut
V The sample holds {{cuts}} cuts from {{cycles}} cycles, and incomplete windows are left out. @ -

r16 performance
L In the year to date, small-caps returned {{ytd.small}} and large-caps returned {{ytd.large}}. @ -

r16 performance
C Over the horizon shown, small-caps beat large-caps by {{12m.relative}}. @ 12m.relative beat zero

r16 performance
C On a price basis small-caps, at {{5d.small}}, lagged large-caps, at {{5d.large}}. @ 5d.small lagged 5d.large

r16 performance
R The rank of the best small month in the whole history of small-caps is {{bestMonth12m.smallRank}}. @ -

r16 performance
C Small-caps returned {{6m.small}} on total return, which beat the {{6m.large}} of large-caps. @ 6m.small beat 6m.large

r16 volatility
C On daily price returns, small-caps had a volatility of {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large

r16 volatility
L On a price basis, the deepest drawdown of small-caps was {{drawdown.small.deepest}} and that of large-caps was {{drawdown.large.deepest}}. @ -

r16 volatility
L Over the horizon shown, the beta of small on large was {{3y.beta}} and the correlation was {{3y.correlation}}. @ -

r16 volatility
R In its own history, the volatility ratio stands at {{history.percentile}}. @ -

r16 volatility
V The history has {{history.n}} month-ends with a volatility ratio, and neighbouring windows overlap. @ -

valuation
L The forward P/E of small-caps, all companies included, stands at {{small.aggIncl.pe}}. @ -

valuation
C Without loss-makers, small-caps trade on a forward P/E of {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe

valuation
L Excluding loss-makers, the gap of small to large on the forward P/E is {{discount.aggExLoss}}. @ -
L By count, loss-makers are {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ -
L By market cap, loss-makers are {{small.lossShareCap}} of small-caps and {{large.lossShareCap}} of large-caps. @ -

valuation
C By market cap, the share of loss-makers is higher among small-caps, at {{small.lossShareCap}}, than among large-caps, at {{large.lossShareCap}}. @ small.lossShareCap above large.lossShareCap

valuation
D The P/E without loss-makers leaves companies with negative earnings out of market caps and earnings alike. @ -

valuation
C For large-caps, the median forward P/E of {{large.median.pe}} is little different from the forward P/E without loss-makers, {{large.aggExLoss.pe}}. @ large.median.pe littleChanged large.aggExLoss.pe

performance
L In total return, small-caps made {{ytd.small}} and large-caps {{ytd.large}} over the year to date. @ -

performance
C Small-caps lagged large-caps by {{ytd.relative}} in total return over the year to date. @ ytd.relative lagged zero

performance
C Small-caps beat large-caps in the month to date, with a price return of {{mtd.small}} against {{mtd.large}}. @ mtd.small beat mtd.large

performance
L The drawdown of small-caps is currently {{drawdown.small.current}} in total return. @ -

performance
C Small-caps have a volatility of {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps, in price return. @ volatility252d.small above volatility252d.large

performance
L Measured on price returns, the beta of small-caps on large-caps is {{beta252d}}. @ -

premium
L The mean size premium of the full sample is {{full.meanAnnual}} a year. @ -

premium
C In the full sample the mean size premium was negative, at {{full.meanAnnual}} a year. @ full.meanAnnual below zero
V Its range runs from {{full.rangeLow}} to {{full.rangeHigh}}. @ -

premium
C The latest rolling mean of {{rolling10y.latest}} is above the lowest rolling mean of {{rolling10y.lowest}}. @ rolling10y.latest above rolling10y.lowest

premium
L There are {{full.n}} months in the full sample. @ -

s23 ratecut
L The mean of small minus large is {{all.12m.mean}} after all cuts and {{first.12m.mean}} after first cuts. @ -

s23 ratecut
L After first cuts, small-caps were ahead in {{first.24m.hit}} of windows; after all cuts, in {{all.24m.hit}}. @ -

s23 ratecut
C The mean after first cuts, {{first.1m.mean}}, is higher than the mean after all cuts, {{all.1m.mean}}. @ first.1m.mean above all.1m.mean

s23 ratecut
C For scheduled meetings only, the median is {{scheduled.6m.median}}, below the mean of {{scheduled.6m.mean}}. @ scheduled.6m.median below scheduled.6m.mean

s23 ratecut
R The latest cycle has rank {{thisCycle.rank}} among the cycles shown. @ -

s23 ratecut
L The data hold {{cuts}} announced cuts in {{cycles}} cycles. @ -
V Incomplete windows are left out. @ -

s23 risks
L The volatility index stands at {{vix.value}}, which leaves {{vix.distance}} of room before it fires. @ -

s23 risks
L Of the {{condition.hawkish.known}} known triggers for a hawkish central bank, {{condition.hawkish.fired}} have fired. @ -

s23 risks
C Policy uncertainty is at {{policyUncertainty.position}} between its thresholds, above the {{highYield.position}} of the high-yield spread. @ policyUncertainty.position above highYield.position

s23 risks
C Over the horizon shown, small-caps lagged large-caps by {{outcome.3m.relative}} in total return. @ outcome.3m.relative lagged zero

s23 risks
H Oil fell by {{oil.value}} over the horizon shown. @ oil.value fell zero

s23 risks: unbacked
D Each trigger is either quiet, warning or fired. @ -

s23 regime
L The replica is at a level of {{level}} standard deviations. @ -

s23 regime
H Over the horizon shown, the replica rose by {{change3m}} standard deviations. @ change3m rose zero

s23 regime
C After contraction, small-caps were ahead in {{after.contraction.hit}} of months, above the {{after.recovery.hit}} after recovery. @ after.contraction.hit above after.recovery.hit

s23 regime
L The replica has been in its present phase for {{monthsInPhase}}. @ -

s23 regime
V The replica uses {{inputs}} inputs. @ -
V It is not a bank's own indicator. @ -

s23 volatility
C Volatility of small-caps, at {{1y.small}}, exceeds that of large-caps, at {{1y.large}}, on daily price returns. @ 1y.small above 1y.large

s23 volatility
L In price return, the deepest drawdown is {{drawdown.small.deepest}} for small-caps and {{drawdown.large.deepest}} for large-caps. @ -

s23 volatility
L The correlation of small-caps with large-caps is {{5y.correlation}} on daily price returns. @ -

r16 recovery
C The mean over all recoveries, {{all.36m.mean}}, is above the mean from any month, {{base.36m.mean}}. @ all.36m.mean above base.36m.mean

r16 recovery
L Small-caps were ahead in {{all.24m.ahead}} of the {{all.24m.n}} recoveries measured. @ -

r16 recovery
L Starting from any month, small-caps were ahead in {{base.36m.hit}} of windows. @ -

r16 recovery
V The troughs are NBER months and were dated long afterwards. @ -

r16 premium
L The size premium of the full sample averages {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ -

r16 premium
C Among rolling windows, the highest mean is {{rolling10y.highest}}, above the latest mean of {{rolling10y.latest}}. @ rolling10y.highest above rolling10y.latest

r16 premium
D The size premium is the return of small portfolios minus that of big portfolios. @ -

r16 thesis
L Of all claims, {{all.holds}} hold and {{all.fails}} fail. @ -

r16 thesis
C The mean size premium in easing spells, {{easing.meanAnnual}} a year, is above that in tightening spells, {{tightening.meanAnnual}} a year. @ easing.meanAnnual above tightening.meanAnnual

r16 thesis
L The high-yield spread stands at {{nearest.value}}, with {{nearest.distance}} of room before it fires. @ -

r16 ratecut
C The median after all cuts, {{all.24m.median}}, is above the median after first cuts, {{first.24m.median}}. @ all.24m.median above first.24m.median

r16 ratecut
V After all cuts, the range of the mean runs from {{all.6m.ciLow}} to {{all.6m.ciHigh}}. @ -
V After first cuts, it runs from {{first.6m.ciLow}} to {{first.6m.ciHigh}}. @ -

r16 ratecut
C In the latest cycle, small-caps beat large-caps by {{thisCycle.12m.relative}} in total return over the horizon shown after the first cut. @ thisCycle.12m.relative beat zero

r16 ratecut
C After cuts at scheduled meetings only, the mean is {{scheduled.12m.mean}}, higher than the {{base.12m.mean}} from any month. @ scheduled.12m.mean above base.12m.mean
`);
