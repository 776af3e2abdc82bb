import { draftsOf } from "./read.ts";

/** Over all topics, a second set by the author who never saw the gate; run once when the first had been mended for. */
export const GOOD_H = draftsOf(`
valuation
C Companies with profits over the past year carry a forward P/E of {{small.profitable.pe}} among small-caps, lower than the {{large.profitable.pe}} among large-caps. @ small.profitable.pe below large.profitable.pe
C By count, loss-makers make up {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
V Each definition keeps a different set of companies in the sum. @ -

valuation
C Taken the other way up, small-caps without loss-makers yield {{small.aggExLoss.earningsYield}} in forward earnings, above the {{large.aggExLoss.earningsYield}} of large-caps. @ small.aggExLoss.earningsYield above large.aggExLoss.earningsYield
L Loss-makers weigh {{small.lossShareCap}} of small-cap value and {{large.lossShareCap}} of large-cap value, and {{small.lossShareCount}} of small-caps by count. @ -
D An earnings yield is the P/E turned upside down. @ -

valuation
C With every company counted the gap is {{discount.aggIncl}}, which puts small-caps above large-caps. @ discount.aggIncl above zero
R It sits at the {{percentile20y.aggIncl}} of its longer history. @ -
L By count, loss-makers are {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps, and their losses stay in the sum here. @ -
C Leave them out and the gap is {{discount.aggExLoss}}. @ discount.aggExLoss below zero

valuation
L Estimates cover {{small.covered}} of {{small.members}} small-cap members, or {{small.coverage}} of their market cap. @ -
C For large-caps the covered share of market cap is {{large.coverage}}, above that of small-caps at {{small.coverage}}. @ large.coverage above small.coverage
D Members without a price, a market cap or estimates do not enter the multiples. @ -

real ratecut
C Small-caps trailed large-caps by {{first.12m.mean}} on average in the year after first cuts. @ first.12m.mean lagged zero
L All cuts together show a mean of {{all.12m.mean}} over the same span. @ -
C The base rate over any month of the sample is itself negative, at {{base.12m.mean}}. @ base.12m.mean below zero
V Long cycles hold many of the cuts, and their windows overlap. @ -

french ratecut
C Over the following year the mean is {{all.12m.mean}} after all cuts and {{first.12m.mean}} after first cuts. @ all.12m.mean above first.12m.mean
L The range runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}} for all cuts, and from {{first.12m.ciLow}} to {{first.12m.ciHigh}} for first cuts. @ -
D The ranges come from redrawing whole cycles rather than cuts. @ -
V Few cycles stand behind them. @ -

real ratecutPrice
C On price return, small-caps were ahead in {{all.12m.hit}} of windows of a year after all cuts, but in {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
L The share for any month is {{base.12m.hit}}. @ -
D Dividends are left out on this basis. @ -
V What followed the cuts does not show that they brought it about. @ -

real ratecut
C Cuts at scheduled meetings alone give a mean of {{scheduled.12m.mean}} a year later, below the {{all.12m.mean}} of all cuts. @ scheduled.12m.mean below all.12m.mean
L First cuts give {{first.12m.mean}}, and the present cycle stood at {{thisCycle.12m.relative}} a year after its own first cut. @ -
D Windows that are not yet complete are left out. @ -

real performance
H Large-caps were little changed over the latest month at {{1m.large}} in total return, while small-caps returned {{1m.small}}. @ 1m.large littleChanged zero
C Over the year the order is the other way round, with small-caps ahead by {{12m.relative}}. @ 12m.relative above zero
D All windows end on the last date that the series share. @ -

real performance
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}}; in the year before they lagged by {{discrete12m.2.relative}}. @ discrete12m.1.relative beat zero
L In the years before those, small minus large was {{discrete12m.3.relative}}, {{discrete12m.4.relative}} and {{discrete12m.5.relative}}. @ -
V Discrete years do not overlap, and what happened in them is no guide to the next. @ -

french performance
C Small-caps lagged large-caps by {{12m.relative}} over the year. @ 12m.relative lagged zero
C Over the latest month they were ahead, at {{1m.small}} against {{1m.large}}. @ 1m.small above 1m.large
D The portfolios are sorted by size and weighted by value. @ -
V The source is monthly, which leaves the windows of days empty. @ -

real performancePrice
C Without dividends, small-caps returned {{12m.small}} over the year, ahead of large-caps at {{12m.large}}. @ 12m.small beat 12m.large
C Over the quarter to date they returned {{qtd.small}}, behind the {{qtd.large}} of large-caps. @ qtd.small lagged qtd.large
D Price return leaves out what an owner was paid along the way. @ -

real premium
C In the latest discrete year small minus big came to {{discrete12m.1.relative}}, above the {{discrete12m.2.relative}} of the year before. @ discrete12m.1.relative above discrete12m.2.relative
L The full sample has a t statistic of {{full.t}}, which leaves a premium unproven. @ -
V Trading costs and taxes are not taken off. @ -

french recovery
L A year on from the trough, small-caps were ahead in {{all.12m.ahead}} of {{all.12m.n}} recoveries, with a mean of {{all.12m.mean}}. @ -
L Windows of a year from any month average {{base.12m.mean}}, and small-caps were ahead in {{base.12m.hit}} of them. @ -
V Nobody knows a trough on the day, since it is dated many months afterwards. @ -

real recovery
C In the latest discrete year small-caps returned {{discrete12m.1.small}} and large-caps {{discrete12m.1.large}}. @ discrete12m.1.small beat discrete12m.1.large
C In the year before it was {{discrete12m.2.small}} against {{discrete12m.2.large}}. @ discrete12m.2.small lagged discrete12m.2.large
D Recoveries are measured from month-end to month-end, on total return. @ -

debt
C After swaps, debt is mostly floating at {{small.companiesMostlyFloating}} of small-cap companies and at {{large.companiesMostlyFloating}} of large-cap companies, a ratio of {{ratio.companiesMostlyFloating}}. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L With debt-free companies counted too, the small-cap share is {{small.companiesMostlyFloatingOfAll}}. @ -
D Companies that do not report the floating part of their debt are left out. @ -

debt
C Operating profit falls short of interest at {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
D The usual definition of a zombie asks for several such years in a row, so the share here is a wider net. @ -
V Profit and interest are those of the last reports, which lag the list of members. @ -

debt
C For small-caps, the cover of the median company is {{small.interestCoverMedian}}, below the {{small.interestCover}} of all taken together. @ small.interestCoverMedian below small.interestCover
C For large-caps the median is {{large.interestCoverMedian}}, above the {{large.interestCover}} of all. @ large.interestCoverMedian above large.interestCover
D Companies that pay no interest have no cover and are not counted. @ -

coverage
C The median small-cap has {{small.median}} analysts, fewer than the {{large.median}} of the median large-cap. @ small.median below large.median
L Small-caps that nobody follows are {{small.noneShare}} of those whose number of analysts is reported. @ -
V A source's own rule decides who counts as an analyst of a company, and since when. @ -

coverage
C Among followed companies the large-cap mean is {{ratio.meanOfFollowed}} times the small-cap mean, less than the {{ratio.mean}} times of all companies. @ ratio.meanOfFollowed below ratio.mean
D An analyst counts where the source holds an estimate for the company. @ -
V How good the estimates are is not measured. @ -

coverage
C {{small.noneShare}} of small-caps have no analyst, against {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
L On the mean a small-cap has {{small.mean}} and a large-cap {{large.mean}}. @ -
V Thin coverage is not evidence that a price is wrong. @ -

universe
C Leave micro-caps out and small-caps are {{smallWithoutMicro.count}} of listed companies by count, but {{smallWithoutMicro.value}} by market cap. @ smallWithoutMicro.count above smallWithoutMicro.value
L With micro-caps counted among the rest, the share by count is {{smallOfAll.count}}. @ -
V Counting companies and adding up their value answer different questions. @ -

universe
C Members on the small side draw {{small.usRevenueShare}} of their revenue from the US, above the {{large.usRevenueShare}} of the large side. @ small.usRevenueShare above large.usRevenueShare
L The share is reported for {{small.usRevenueReported}} of small-cap value and {{large.usRevenueReported}} of large-cap value. @ -
D It is a mean of members' shares, weighted by market cap. @ -

universe
C The median small-cap member has a market cap of {{small.medianCap}}, below the {{large.medianCap}} of the median large-cap member. @ small.medianCap below large.medianCap
C Members above the usual small-cap band are {{small.aboveBand.count}} by count and {{small.aboveBand.value}} by market cap. @ small.aboveBand.count below small.aboveBand.value
V An index keeps its own rules and need not keep to the band. @ -

earnings
R Small-cap breadth stands at the {{small.breadthPercentile}} of its own history, below the {{large.breadthPercentile}} for large-caps. @ small.breadthPercentile below large.breadthPercentile
C Small minus large, the breadth of the last month is {{breadthGap.1m}}. @ breadthGap.1m below zero
D Estimates that were neither raised nor cut do not enter the breadth. @ -

earnings
C Among companies with profits over the past year, estimates imply growth of {{small.growth.profitable}} for small-caps in sum, less than the {{large.growth.profitable}} for large-caps. @ small.growth.profitable below large.growth.profitable
C With every company in, the sums read {{small.growth.aggIncl}} and {{large.growth.aggIncl}}. @ small.growth.aggIncl above large.growth.aggIncl
V A loss that shrinks adds to growth in such a sum. @ -

earnings
C Over the last month {{small.unchanged.1m}} of small-cap estimates were kept, and {{large.unchanged.1m}} of those for large-caps. @ small.unchanged.1m below large.unchanged.1m
L Reported and estimated earnings are at hand for {{small.growthCoverage}} of small-caps. @ -
V Analysts revise, and their estimates are not outcomes. @ -

deals
H Year to date the count is {{ytd.count}}, down by {{ytd.change}} on the same span of the year before. @ ytd.change fell zero
D A deal counts on the day of its announcement, whether or not it closes. @ -
V The count covers the whole market, so small-caps are not set apart. @ -

deals
L The median deal with a disclosed value is worth {{value.median}}, and such deals add up to {{value.total}}. @ -
L A value is known for {{value.disclosed}} of the year's deals. @ -
D Later words on the same deal and blank-cheque companies are left out. @ -

french volatility
C On monthly total returns, small-cap volatility over the last year was {{1y.small}}, against {{1y.large}} for large-caps. @ 1y.small above 1y.large
L The correlation of their returns was {{1y.correlation}}. @ -
V A year of monthly returns is a thin sample. @ -

real volatility
C Correlation over the last year was {{1y.correlation}}, below the {{5y.correlation}} of the long span shown. @ 1y.correlation below 5y.correlation
L Beta over the last year was {{1y.beta}}. @ -
D Correlation says how closely returns move together, not how far. @ -

real regime
C Inflation scores {{inflation.score}}, below the {{credit.score}} of the inverted credit spread; activity scores {{activity.score}}. @ inflation.score below credit.score
D A score is the distance of a series from its own past mean, in standard deviations. @ -
L Some inputs are missing, and the number used is {{inputs}}. @ -

real regime
C In months after slowdown, small minus large averaged {{after.slowdown.mean}}, below the {{after.expansion.mean}} after expansion. @ after.slowdown.mean below after.expansion.mean
L Small-caps were ahead in {{after.slowdown.hit}} of the former and {{after.expansion.hit}} of the latter. @ -
V Turns are confirmed late, and the data are as revised. @ -

real risks
L The mean of initial claims stands {{claims.value}} above its low of the past year, with {{claims.distance}} of room before the trigger fires. @ -
C The yield curve is at {{curve.value}}, above its warning line. @ curve.value above zero
D The curve can warn but never fires. @ -

real risks
L The Sahm rule reads {{sahm.value}}, which leaves room of {{sahm.distance}}. @ -
L In the hawkish condition the number of fired triggers is {{condition.hawkish.fired}}, out of {{condition.hawkish.known}} known. @ -
D Where missing series could still decide, a condition is left open rather than called quiet. @ -
V Past prints are as revised. @ -
`);
