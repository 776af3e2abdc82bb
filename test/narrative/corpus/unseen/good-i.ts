import { draftsOf } from "./read.ts";

/** As a model answers the prompt: a set by a stand-in that saw nothing else; run once before anything was changed for it. */
export const GOOD_I = draftsOf(`
coverage
C Small-caps have a mean of {{small.mean}} analysts a company, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
L Among followed companies the mean is {{small.meanOfFollowed}} analysts for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V The count covers only analysts whose estimates reach the data vendor. @ -

coverage
L The median small-caps company is followed by {{small.median}} analysts, the median large-caps company by {{large.median}}. @ -
C Thinly covered companies make up {{small.fewShare}} of small-caps, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L Still, only {{small.noneShare}} of small-caps have no analyst at all. @ small.noneShare - -
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
C Analyst coverage of small-caps is thinner: the median company has {{small.median}} analysts, below {{large.median}} for large-caps. @ small.median below large.median
C When companies without coverage are left out, small-caps average {{small.meanOfFollowed}} analysts, still below the {{large.meanOfFollowed}} of large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D A company without an estimate in the data counts as having no analyst. @ -

deals
L Over a year {{ttm.count}} takeovers were announced, against {{ttm.previous}} a year before. @ -
R That count stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
C In the year to date the count is {{ytd.change}} below that of the same period a year before. @ ytd.change below zero
V The total value covers only takeovers that disclose a price. @ -

deals
L Takeovers announced over a year came to {{ttm.count}}, with a median of {{history.median}} in their history and a peak of {{history.highest}}. @ -
C Activity has cooled: over a year the count is {{ttm.change}} below the previous figure. @ ttm.change below zero
L Disclosed value totals {{value.total}}, with a median takeover of {{value.median}}. @ -
V Announced takeovers may fail to close, and the data counts them at announcement. @ -

deals
L In the year to date {{ytd.count}} takeovers were announced, compared with {{ytd.previous}} in the same period of the previous year. @ -
R Measured over a year, the number of takeovers still ranks at the {{ttm.percentile}} of its history. @ ttm.percentile - -
L A value is disclosed for {{value.disclosed}} of takeovers, and the median is {{value.median}}. @ -

debt
C After swaps, {{small.floatingShareOfDebt}} of the debt of small-caps is floating, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover of the median company is {{small.interestCoverMedian}} for small-caps, below {{large.interestCoverMedian}} for large-caps. @ small.interestCoverMedian below large.interestCoverMedian
D Interest cover divides operating profit by interest expense. @ -
V Swaps are counted only as far as companies disclose them. @ -

debt
L Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps. @ -
C Before swaps the share of small-caps is {{small.companiesMostlyFloatingBeforeSwaps}}, above the {{large.companiesMostlyFloatingBeforeSwaps}} of large-caps. @ small.companiesMostlyFloatingBeforeSwaps above large.companiesMostlyFloatingBeforeSwaps
C Taking all companies together, small-caps cover their interest {{small.interestCover}}, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
V Companies free of debt are left out of these shares. @ -

debt
C Companies with thin interest cover are {{small.thinCoverShare}} of small-caps, above {{large.thinCoverShare}} of large-caps. @ small.thinCoverShare above large.thinCoverShare
L At {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps, profit falls short of the interest bill. @ -
L The opposite case: for all companies together, interest cover of small-caps is {{small.interestCover}}. @ small.interestCover - -
V The figures come from the latest reported accounts and may lag changes in borrowing. @ -

earnings
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
C With all companies, analysts see earnings of small-caps growing {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C At the median the growth of small-caps is {{small.growth.median}}, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
V The sum includes companies that lose money, the median leaves them out. @ -

earnings
L Growth of earnings, small-caps minus large-caps, is {{growthGap.aggIncl}} percentage points with all companies. @ growthGap.aggIncl - -
C For profitable companies small-caps stand at {{small.growth.profitable}}, below {{large.growth.profitable}} for large-caps. @ small.growth.profitable below large.growth.profitable
L Revisions over a month lean to cuts, with a breadth of {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ -
D Breadth is the share of estimates raised minus the share cut. @ -

earnings
C The picture depends on the definition: with all companies, the growth gap of small-caps to large-caps is {{growthGap.aggIncl}} percentage points, above zero. @ growthGap.aggIncl above zero
C At the median the gap is {{growthGap.median}} percentage points, with small-caps below large-caps. @ growthGap.median below zero
C Over a month the breadth of revisions for small-caps is {{breadthGap.1m}} percentage points below that of large-caps. @ breadthGap.1m below zero
V Estimates are revised, and companies with few analysts may be revised late. @ -

real performance
C In the year to date small-caps returned {{ytd.small}} on total return, ahead of the {{ytd.large}} of large-caps. @ ytd.small beat ytd.large
C Over a month small-caps lagged large-caps by {{1m.relative}} percentage points on total return. @ 1m.relative lagged zero
C Volatility of small-caps is {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps, on price return. @ volatility252d.small above volatility252d.large
V Total return is net of a fund's fee in the later part of the data. @ -

real performance
C Small-caps beat large-caps by {{12m.relative}} percentage points over a year, on total return. @ 12m.relative beat zero
C In the discrete year before the latest they lagged by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
H In the month to date small-caps fell {{mtd.small}} on price return. @ mtd.small fell zero
V The result depends on the end date, and short horizons leave dividends out. @ -

real performance
C Over the middle horizon small-caps gained {{6m.small}} on total return, ahead of {{6m.large}} for large-caps. @ 6m.small beat 6m.large
C The recent stretch runs the other way: in the quarter to date small-caps lagged by {{qtd.relative}} percentage points on price return. @ qtd.relative lagged zero
L Small-caps stand {{drawdown.small.current}} below their high, on total return. @ drawdown.small.current below zero
L The beta of small-caps on large-caps is {{beta252d}} on price return, with a correlation of {{correlation252d}}. @ -

m26 premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest lagged zero
V Rolling windows overlap, so they are not independent observations. @ -

real ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average and on total return. @ all.12m.mean beat zero
C After first cuts they lagged by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
L The sample is small: over a year there are {{all.12m.n}} windows after all cuts and {{first.12m.n}} after first cuts. @ -
V Windows after cuts of the same cycle overlap, so they are not independent. @ -

real ratecut
C Over a year small-caps were ahead after {{all.12m.hit}} of all cuts, above the {{base.12m.hit}} in any month. @ all.12m.hit above base.12m.hit
C After first cuts that share is {{first.12m.hit}}, below the share in any month. @ first.12m.hit below base.12m.hit
C At the median small-caps lagged large-caps by {{first.12m.median}} percentage points over a year after first cuts. @ first.12m.median lagged zero
V The sample of first cuts is limited to a small number of cycles. @ -

real ratecut
C Over the longest horizon small-caps beat large-caps by {{scheduled.24m.mean}} percentage points after scheduled cuts, on average. @ scheduled.24m.mean beat zero
C Over a quarter the average after all cuts is {{all.3m.mean}} percentage points for small-caps against large-caps, above the {{first.3m.mean}} after first cuts. @ all.3m.mean above first.3m.mean
C In any month small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
D Scheduled cuts leave out emergency moves between meetings. @ -

real recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year on total return. @ all.12m.mean beat zero
C In any month they lagged by {{base.12m.mean}} percentage points over a year. @ base.12m.mean lagged zero
L Small-caps led after {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured over a year. @ -
V The end of a recession is dated long after the fact. @ -

recovery
C The mean lead of small-caps against large-caps over a year after all recoveries is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
C The evidence rests on {{all.12m.n}} recoveries, below the {{base.12m.n}} windows in any month. @ all.12m.n below base.12m.n
V The windows of any month overlap, and the sample of recoveries is too small for a test. @ -

real recovery
L Over a year after all recoveries, small-caps outperformed in {{all.12m.ahead}} of {{all.12m.n}} cases. @ -
L In any month the share of windows with small-caps in the lead is {{base.12m.hit}} over a year. @ base.12m.hit - -
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero

real regime
L The replica stands at {{level}} standard deviations and has spent {{monthsInPhase}} in its current phase. @ -
C In months after expansion small-caps beat large-caps by {{after.expansion.mean}} percentage points on average, on total return. @ after.expansion.mean beat zero
C In months after slowdown they lagged by {{after.slowdown.mean}} percentage points. @ after.slowdown.mean lagged zero
V The phases are assigned with revised data that were unknown at the time. @ -

regime
C The level of the replica is {{level}}, above its average, with a change of {{change3m}} over a quarter. @ level above zero
L Inflation scores {{inflation.score}} and credit {{credit.score}}, while activity scores {{activity.score}}. @ -
L Small-caps led in {{after.expansion.hit}} of months after expansion and in {{after.slowdown.hit}} of months after slowdown. @ -
V The replica is an approximation of a published index and may differ from it. @ -

real regime
C In months after contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points, a mean of {{after.contraction.n}} months. @ after.contraction.mean beat zero
C In months after recovery the mean of small-caps against large-caps was little changed at {{after.recovery.mean}} percentage points. @ after.recovery.mean littleChanged zero
C The activity score is {{activity.score}}, below its average. @ activity.score below zero
D A score counts standard deviations from the mean of the series. @ -

real risks
L Of the {{condition.downturn.known}} known triggers for a downturn, {{condition.downturn.fired}} have fired. @ -
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ -
C Small-caps returned {{discrete12m.1.small}} in the latest discrete year, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
V Triggers are thresholds chosen in advance, and the data behind them are revised. @ -

risks
C The financial stress index is {{stress.value}}, below its average. @ stress.value below zero
L The volatility index is at {{vix.value}}, with {{vix.distance}} of room before it fires. @ -
L For global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} known triggers have fired, for a hawkish central bank {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
V A trigger may fire late or give a false signal. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
C Small-caps take {{small.usRevenueShare}} of revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V The size bands are fixed in dollars, so the shares depend on the level of the market. @ -

universe
C The median market cap is {{small.medianCap}} for small-caps, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
L Members within the size band are {{small.inBand.count}} of small-caps by count and {{small.inBand.value}} by market cap. @ -
L The US accounts for {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
V An index and a size band define small-caps differently. @ -

universe
L With micro-caps, the segment is {{smallAndMicroOfAll.count}} of all companies by count but {{smallAndMicroOfAll.value}} by market cap. @ -
L When micro-caps are left out, small-caps make up {{smallWithoutMicro.count}} by count and {{smallWithoutMicro.value}} by market cap. @ -
C The smallest market cap is {{small.smallestCap}} among small-caps, below {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V Companies without a reported market cap are left out of the count. @ -

valuation
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps on forward P/E. @ discount.aggIncl above zero
C Without loss-makers, they trade {{discount.aggExLoss}} below. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The forward P/E rests on estimates, and estimates are revised. @ -

valuation
C At the median small-caps trade at a forward P/E of {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
R That gap stands at the {{percentile20y.median}} of its longer history. @ percentile20y.median - -
C With all companies the order turns: small-caps are at {{small.aggIncl.pe}}, above {{large.aggIncl.pe}} for large-caps. @ small.aggIncl.pe above large.aggIncl.pe
V The median leaves out companies that lose money. @ -

valuation
C For profitable companies small-caps trade at a discount of {{discount.profitable}} to large-caps. @ discount.profitable below zero
R The gap for profitable companies is at the {{percentile20y.profitable}} of its longer history, the gap with all companies at the {{percentile20y.aggIncl}}. @ -
C Loss-makers are {{small.lossShareCap}} of small-caps by market cap, above the {{large.lossShareCap}} of large-caps. @ small.lossShareCap above large.lossShareCap
V The size of the gap depends on which companies the definition counts. @ -

real volatility
C Over a year the volatility of small-caps is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The ratio is at the {{history.percentile}} of its own history. @ history.percentile - -
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
D Volatility is the annualised standard deviation of daily returns. @ -

volatility
L The volatility ratio of small-caps to large-caps is {{1y.ratio}} over a year, with a beta of {{1y.beta}} and a correlation of {{1y.correlation}}. @ -
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends, on price return. @ history.aboveOne - -
L The deepest drawdown of small-caps was {{drawdown.small.deepest}}, that of large-caps {{drawdown.large.deepest}}. @ -
V Volatility counts gains and losses alike, and past windows overlap. @ -

real volatility
C Small-caps stand {{drawdown.small.current}} below their high on price return, large-caps {{drawdown.large.current}}. @ drawdown.small.current below zero
L Over a year small-caps moved with a volatility of {{1y.small}}, and the beta on large-caps is {{1y.beta}}. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V Drawdowns are measured at the daily close, and the result depends on the start of the data. @ -
`);
