import { draftsOf } from "./read.ts";

/** Sixty good drafts over all topics, without a number word, run once before anything was changed for them. */
export const GOOD_D = draftsOf(`
debt
C Small-caps carry more floating-rate debt than large-caps, {{small.floatingShareOfDebt}} of debt against {{large.floatingShareOfDebt}} after swaps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
V Not every company reports its swaps in the same way. @ -

debt
L Companies whose debt is mostly floating are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps, after swaps. @ -
L Before swaps the shares are {{small.companiesMostlyFloatingBeforeSwaps}} and {{large.companiesMostlyFloatingBeforeSwaps}}. @ -

debt
C The interest cover of small-caps, {{small.interestCover}}, is below that of large-caps, {{large.interestCover}}. @ small.interestCover below large.interestCover
D Interest cover divides operating income by interest expense. @ -

debt
C At the median company, interest cover is {{small.interestCoverMedian}} among small-caps, lower than the {{large.interestCoverMedian}} among large-caps. @ small.interestCoverMedian below large.interestCoverMedian
V The median says nothing about the companies at either end. @ -

debt
L Companies that do not earn their interest are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
V Operating income in a single year can be unusual. @ -

debt
C Swaps lower the floating share of small-cap debt, to {{small.floatingShareOfDebt}} from {{small.floatingShareOfDebtBeforeSwaps}} before swaps. @ small.floatingShareOfDebt below small.floatingShareOfDebtBeforeSwaps

coverage
L {{small.noneShare}} of small-caps are without an analyst. @ -
D A company without an analyst has no estimate and drops out of forward multiples. @ -

coverage
L The median number of analysts is {{small.median}} for small-caps and {{large.median}} for large-caps. @ -
V The count says how many analysts publish, and nothing of what they publish. @ -

coverage
C Among followed companies the mean is {{small.meanOfFollowed}} analysts for small-caps, below the {{large.meanOfFollowed}} for large-caps. @ small.meanOfFollowed below large.meanOfFollowed

earnings
C The breadth of revisions over the last month was {{small.breadth.1m}} for small-caps, below the {{large.breadth.1m}} for large-caps. @ small.breadth.1m below large.breadth.1m
D Breadth is estimates raised less estimates cut, as a share of all estimates. @ -

earnings
L Over the last quarter the breadth of revisions is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
V Breadth counts revisions and leaves aside their size. @ -

earnings
L Expected earnings growth of small-caps is {{small.growth.aggIncl}} with all companies and {{small.growth.profitable}} for profitable companies. @ -
V A sum near zero makes growth rates unstable. @ -

earnings
C On profitable companies the expected growth of small-caps, {{small.growth.profitable}}, is lower than that of large-caps, {{large.growth.profitable}}. @ small.growth.profitable below large.growth.profitable
C With all companies counted it is higher, {{small.growth.aggIncl}} against {{large.growth.aggIncl}}. @ small.growth.aggIncl above large.growth.aggIncl

earnings
C Small minus large, the breadth of revisions is {{breadthGap.3m}} percentage points over the last quarter, below zero. @ breadthGap.3m below zero
V Revisions cluster around reporting seasons. @ -

universe
L Small-caps are {{smallOfAll.count}} of the world's listed companies by count and {{smallOfAll.value}} by market cap. @ -
V Where micro-caps belong is a matter of definition. @ -

universe
L The US makes up {{usOfSmall.value}} of the world's small-caps by market cap and {{usOfSmall.count}} by count. @ -

universe
L The median market cap is {{small.medianCap}} among small-cap members and {{large.medianCap}} among large-cap members. @ -
V Index membership follows rules that differ by provider. @ -

universe
L Revenue from the US is {{small.usRevenueShare}} for small-caps and {{large.usRevenueShare}} for large-caps, weighted by market cap. @ -
V Companies do not report regions on a common standard. @ -

universe
C With micro-caps the share is {{smallAndMicroOfAll.count}} of the world's listed companies by count, above the {{smallOfAll.count}} without them. @ smallAndMicroOfAll.count above smallOfAll.count

deals
L There were {{ttm.count}} takeovers over the latest year, after {{ttm.previous}} in the year before. @ -
V Small transactions are often not reported. @ -

deals
H Takeovers fell by {{ytd.change}} in the year to date. @ ytd.change fell zero
V An announcement is not a completion. @ -

deals
R Takeovers of the past year stand at the {{ttm.percentile}} of their own history. @ -
C Their number is above the median of history, {{history.median}}. @ ttm.count above history.median

deals
L The disclosed value of takeovers over the past year is {{value.total}}, with a median of {{value.median}}. @ -
L A value is disclosed for {{value.disclosed}} of takeovers. @ -

calendar
L The next payrolls are {{payrolls.daysAhead}} days away. @ -
V Dates in the calendar may still change. @ -

calendar
L The FOMC meets in {{fomc.daysAhead}} days and the CPI is published in {{cpi.daysAhead}} days. @ -

premium
C Over the full sample, small-caps lagged large-caps by {{full.meanAnnual}} a year. @ full.meanAnnual lagged zero
L The t statistic of {{full.t}} says how far that is from chance. @ -

premium
C In January small-caps trailed large-caps by {{january.meanAnnual}} a year. @ january.meanAnnual lagged zero
L In all other months the mean is {{otherMonths.meanAnnual}} a year. @ -

premium
D The size premium is the return of small stocks minus that of big stocks. @ -
L In the full sample it is {{full.meanAnnual}} a year, on average. @ -

recovery
C Small-caps led large-caps by {{all.12m.mean}} percentage points over a year after all recoveries. @ all.12m.mean beat zero
L In any month the mean is {{base.12m.mean}} percentage points. @ -
V Recessions are rare, so the sample is small. @ -

recovery
C In all recoveries, the mean over a year, {{all.12m.mean}} percentage points, is above that of any month, {{base.12m.mean}}. @ all.12m.mean above base.12m.mean
V Troughs are dated long after the fact. @ -

recovery
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

volatility
C The volatility of small-caps over a year, {{1y.small}}, is above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
V Volatility measures dispersion, whichever way prices move. @ -

volatility
L The volatility ratio over a year is {{1y.ratio}}, and the correlation {{1y.correlation}}. @ -
D The ratio divides the volatility of small-caps by that of large-caps. @ -

volatility
L The beta of small-caps on large-caps is {{1y.beta}} over a year. @ -
V Beta and correlation are measured on daily returns and change with the interval. @ -

volatility
L Small-caps stand {{drawdown.small.current}} below their high and large-caps {{drawdown.large.current}}. @ -

volatility
C The deepest drawdown of small-caps, {{drawdown.small.deepest}}, is below that of large-caps, {{drawdown.large.deepest}}. @ drawdown.small.deepest below drawdown.large.deepest

regime
L The replica stands at a level of {{level}}, after a change of {{change3m}} over a quarter. @ -
V The replica is an approximation of a published model whose inputs are not all available. @ -

regime
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero
L They were ahead in {{after.expansion.hit}} of months after expansion. @ -

regime
C In months after contraction small-caps led large-caps by {{after.contraction.mean}} percentage points on average. @ after.contraction.mean beat zero
V Phases are set with hindsight, and their boundaries move as data are revised. @ -

regime
L The score of inflation is {{inflation.score}} and that of activity {{activity.score}}. @ -
D Scores are standardised, so that inputs of different units can be combined. @ -

regime
L The economy has been in this phase for {{monthsInPhase}}. @ -

risks
L The high-yield spread stands at {{highYield.value}}, with room of {{highYield.distance}} before it fires. @ -
V A trigger that has not fired is no assurance. @ -

risks
L The volatility index is at {{vix.value}} and has {{vix.distance}} of room before it fires. @ -
V Thresholds are conventions and others would be defensible. @ -

risks
L The Sahm rule has {{sahm.distance}} of room before it fires. @ -
D The rule compares recent unemployment with its low of the past year. @ -

risks
R Policy uncertainty stands at the {{policyUncertainty.value}}. @ -
V Newspaper counts measure attention as well as uncertainty. @ -

valuation
L Estimates cover {{small.coverage}} of small-caps by market cap. @ -
V Coverage thins out towards the smallest members. @ -

valuation
R The gap without loss-makers stands at the {{percentile20y.aggExLoss}} of its longer history. @ -
V Index composition was different in earlier years. @ -

ratecut
C After all cuts, small-caps lagged large-caps by {{all.12m.mean}} percentage points over a year. @ all.12m.mean lagged zero
C After first cuts they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero
V Cuts that share a cycle share much of their windows. @ -

ratecut
L Small-caps were ahead in {{all.12m.hit}} of windows over a year after all cuts, in {{first.12m.hit}} after first cuts and in {{base.12m.hit}} of any month. @ -
V Hit rates ignore by how much either side was ahead. @ -

ratecut
L The range after first cuts over a year runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points. @ -
V Intervals from so few cycles are wide. @ -

performance
C Small-caps lagged large-caps by {{12m.relative}} percentage points over a year and led by {{3m.relative}} over a quarter. @ 12m.relative lagged zero
V Windows with different starting points can tell different stories. @ -

performance
H Small-caps fell by {{1m.small}} over a month. @ 1m.small fell zero
C They were ahead of large-caps by {{1m.relative}} percentage points. @ 1m.relative above zero

performance
L The volatility of small-caps was {{volatility252d.small}} over the past year of trading days. @ -
V Volatility estimated from daily moves is itself uncertain. @ -

brief
C Over a year small-caps lagged large-caps by {{performance.12m.relative}} percentage points. @ performance.12m.relative lagged zero
C Without loss-makers they trade {{valuation.discount.aggExLoss}} below large-caps. @ valuation.discount.aggExLoss below zero
L Loss-makers are {{valuation.small.lossShareCount}} of small-caps by count. @ -
`);
