import { draftsOf } from "./read.ts";

/** Forty more over all topics, written after the classes that the sixty showed were mended, and run once. */
export const GOOD_E = draftsOf(`
debt
C Floating-rate debt is {{small.floatingShareOfDebt}} of the debt of small-caps after swaps, above {{large.floatingShareOfDebt}} for large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
V Swaps are disclosed in footnotes, and some companies leave them out. @ -

debt
L Interest cover is {{small.interestCover}} for small-caps and {{large.interestCover}} for large-caps, all companies together. @ -
V A handling of operating leases that differs would change the ratio. @ -

debt
C The share of companies that do not earn their interest is higher among small-caps, {{small.zombieShare}}, than among large-caps, {{large.zombieShare}}. @ small.zombieShare above large.zombieShare

debt
D A company counts as floating when the larger part of its debt pays a variable rate. @ -
L By that count {{small.companiesMostlyFloating}} of small-cap companies are mostly floating after swaps. @ -

coverage
C The median small-cap has {{small.median}} analysts, fewer than the {{large.median}} of the median large-cap. @ small.median below large.median
V Analysts who stop publishing may stay in the count for a while. @ -

coverage
L Without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
D Coverage counts published estimates for the current fiscal year. @ -

coverage
L On average a small-cap is followed by {{small.mean}} analysts and a large-cap by {{large.mean}}. @ -
V Averages are pulled up by a few widely followed companies. @ -

earnings
C Over the last month the breadth of revisions for small-caps, {{small.breadth.1m}}, lies below zero. @ small.breadth.1m below zero
L For large-caps it is {{large.breadth.1m}}. @ -
V A breadth below zero means that cuts outnumbered increases. @ -

earnings
L At the median, expected earnings growth is {{small.growth.median}} for small-caps and {{large.growth.median}} for large-caps. @ -
V Expected growth is what analysts have written down, and such figures are revised. @ -

earnings
C Small-cap breadth of revisions over the last quarter, {{small.breadth.3m}}, is below large-cap breadth, {{large.breadth.3m}}. @ small.breadth.3m below large.breadth.3m

earnings
C The gap in expected growth between small-caps and large-caps is {{growthGap.aggIncl}} percentage points with all companies and {{growthGap.profitable}} for profitable companies. @ growthGap.aggIncl above zero
V The definition of growth decides the sign of the gap. @ -

universe
L By count, small-caps are {{smallOfAll.count}} of the listed companies of the world. @ -
V Listings of the same company on several exchanges can be counted more than once. @ -

universe
C Small-caps take more of their revenue from the US, {{small.usRevenueShare}}, than large-caps, {{large.usRevenueShare}}. @ small.usRevenueShare above large.usRevenueShare

universe
L The smallest member of the small-cap index has a market cap of {{small.smallestCap}}, against {{large.smallestCap}} for large-caps. @ -
D Market cap is the share price times the number of shares. @ -

universe
L US companies are {{usOfSmall.count}} of the world's small-caps by count. @ -
V Thresholds between size classes differ from index to index. @ -

deals
C The number of takeovers in the year to date, {{ytd.count}}, is below the {{ytd.previous}} of the same period in the year before. @ ytd.count below ytd.previous
V Counts depend on which transactions a vendor includes. @ -

deals
H The number of takeovers over the past year changed by {{ttm.change}}, a fall against the year before. @ ttm.change fell zero

deals
R Takeovers over the past year rank at the {{ttm.percentile}} of their history. @ -
V The history starts at a time when fewer transactions were recorded. @ -

deals
L A value was disclosed for {{value.disclosed}} of takeovers, and its median is {{value.median}}. @ -

calendar
L The reconstitution is {{reconstitution.daysAhead}} days away. @ -
V Index providers publish their schedules in advance and amend them at times. @ -

calendar
L The calendar holds {{fomc.known}} dates of the FOMC and {{cpi.known}} dates of the CPI. @ -

premium
C Small-caps have lagged large-caps by {{full.meanAnnual}} a year in the full sample. @ full.meanAnnual lagged zero
V The average over a long history describes no particular stretch of it. @ -

premium
L In January the mean is {{january.meanAnnual}} a year, and in all other months {{otherMonths.meanAnnual}} a year. @ -
V Calendar patterns found after the fact are often artefacts of search. @ -

premium
L The t statistic of January is {{january.t}}, from {{january.n}} months. @ -
D A t statistic divides a mean by its standard error. @ -

recovery
L After all recoveries the mean over a year is {{all.12m.mean}} percentage points, and in any month {{base.12m.mean}}. @ -
V Each recovery followed a different kind of recession. @ -

recovery
C The year before the latest saw small-caps ahead of large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative above zero
V A discrete year need not match any phase of the cycle. @ -

volatility
C Small-caps were more volatile than large-caps over a year, {{1y.small}} against {{1y.large}}. @ 1y.small above 1y.large
V Past volatility describes the past. @ -

volatility
L Over a year small-caps had a beta of {{1y.beta}} and a correlation of {{1y.correlation}} with large-caps. @ -
V Both are estimates, and neither is a constant. @ -

volatility
C Small-caps stand {{drawdown.small.current}} below their high, further than large-caps at {{drawdown.large.current}}. @ drawdown.small.current below drawdown.large.current

regime
L The credit score of the replica is {{credit.score}} and its revisions score {{revisions.score}}. @ -
V Inputs that are missing are left out rather than filled in. @ -

regime
L Small-caps were ahead in {{after.slowdown.hit}} of months after slowdown and in {{after.recovery.hit}} of months after recovery. @ -
V The number of months in each phase is small. @ -

regime
C After recovery, a month brought small-caps a relative return of {{after.recovery.mean}} percentage points on average, below zero. @ after.recovery.mean below zero

risks
L Financial conditions stand at {{conditions.value}}, with {{conditions.distance}} of room before they fire. @ -
D A trigger fires when its series crosses the threshold that was fixed beforehand. @ -

risks
L Initial claims stand at {{claims.value}} with room of {{claims.distance}}. @ -
V Weekly series are noisy and are revised. @ -

risks
L Of the triggers of a US downturn {{condition.downturn.fired}} have fired, of {{condition.downturn.known}} known. @ -

valuation
C With all companies counted, small-caps trade at a premium of {{discount.aggIncl}} to large-caps. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCap}} of small-caps by market value. @ -
V Earnings below zero lower the sum that the price is divided by. @ -

valuation
L The median forward P/E is {{small.median.pe}} for small-caps and {{large.median.pe}} for large-caps. @ -
V Forward earnings are opinions of analysts, collected at different dates. @ -

ratecut
C After first cuts, small-caps lagged large-caps by {{first.3m.mean}} percentage points over a quarter. @ first.3m.mean lagged zero
V History offers few easing cycles, and they were unlike each other. @ -

performance
C In the year to date small-caps lagged large-caps by {{ytd.relative}} percentage points. @ ytd.relative lagged zero
V The start of the year is an arbitrary starting point. @ -

brief
C After first cuts small-caps lagged large-caps by {{ratecut.first.12m.mean}} percentage points over a year. @ ratecut.first.12m.mean lagged zero
C In the month to date they led by {{performance.mtd.relative}} percentage points. @ performance.mtd.relative beat zero
V These windows have nothing to do with each other. @ -
`);
