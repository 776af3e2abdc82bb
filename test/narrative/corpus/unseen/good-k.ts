import { draftsOf } from "./read.ts";

/** What stand-ins for a model answered to the prompt, a third and a fourth set; each run once before anything was changed for it. */
export const GOOD_K = draftsOf(`
coverage
C Small-caps are followed by {{small.mean}} analysts a company on average, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C Of small-caps {{small.noneShare}} have no analyst, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
L Among followed companies alone, the mean is {{small.meanOfFollowed}} analysts for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V The count covers only the analysts that the data vendor records. @ -

coverage
C The median of small-caps has {{small.median}} analysts a company, below the {{large.median}} of large-caps. @ small.median below large.median
C Thinly covered companies, with few analysts or none, are {{small.fewShare}} of small-caps, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L Companies without any analyst at all are {{small.noneShare}} of small-caps. @ small.noneShare - -
V The number of analysts says how many publish estimates, not how accurate the estimates are. @ -

coverage
L Small-caps without an analyst are {{small.noneShare}} of companies, against {{large.noneShare}} of large-caps. @ -
C Where companies are followed, the mean for small-caps is {{small.meanOfFollowed}} analysts, below the {{large.meanOfFollowed}} for large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D The mean of followed companies leaves out those without an analyst. @ -

deals
L Over a year {{ttm.count}} takeovers were announced, against {{ttm.previous}} in the year before, a change of {{ttm.change}}. @ -
R Against its own history that count stands at the {{ttm.percentile}}. @ ttm.percentile - -
L The median of history is {{history.median}} takeovers, and the highest count is {{history.highest}}. @ -
V Values are known only for takeovers that disclose them. @ -

deals
C In the year to date the change in takeovers from a year before is {{ytd.change}}, below zero. @ ytd.change below zero
R The opposite case is the longer view: the count over a year is at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
L Disclosed value comes to {{value.total}} in total, with {{value.disclosed}} of takeovers disclosing a value. @ -

deals
L Takeovers announced over a year number {{ttm.count}}, beside a median of history of {{history.median}}. @ -
C The change from a year before is below zero, at {{ttm.change}} over a year. @ ttm.change below zero
L The median disclosed value of a takeover is {{value.median}}, and {{value.disclosed}} of takeovers disclose a value. @ -
V Takeovers are counted at announcement, whether or not they are completed. @ -

debt
C After swaps, {{small.companiesMostlyFloating}} of small-caps with debt owe mostly floating debt, above the {{large.companiesMostlyFloating}} of large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
C Interest cover for all companies together is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
L Counting debt-free companies too, the share with mostly floating debt is {{small.companiesMostlyFloatingOfAll}} for small-caps and {{large.companiesMostlyFloatingOfAll}} for large-caps. @ -
V The data on swaps depend on what companies disclose. @ -

debt
C The floating share of debt after swaps is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} for large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
L Before swaps the floating share of debt is {{small.floatingShareOfDebtBeforeSwaps}} for small-caps and {{large.floatingShareOfDebtBeforeSwaps}} for large-caps. @ -
C The median company among small-caps covers its interest {{small.interestCoverMedian}}, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
D Interest cover divides operating profit by interest expense. @ -

debt
L Companies whose operating profit falls short of their interest are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
C Thin interest cover is found at {{small.thinCoverShare}} of small-caps, above the {{large.thinCoverShare}} of large-caps. @ small.thinCoverShare above large.thinCoverShare
L Swaps change the picture: mostly floating debt is carried by {{small.companiesMostlyFloatingBeforeSwaps}} of small-caps before swaps and {{small.companiesMostlyFloating}} after swaps. @ -
V Shares by company give every company the same weight, whatever the size of its debt. @ -

earnings
C With all companies, expected growth of earnings is {{small.growth.aggIncl}} for small-caps, above the {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies the order turns: small-caps stand at {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
L Breadth of revisions over a month is {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ -
V Estimates are revised, and growth from a small base of earnings can look large. @ -

earnings
C Over a quarter the breadth of revisions of small-caps is {{small.breadth.3m}}, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
C The opposite case is growth: with all companies, small-caps are above large-caps by {{growthGap.aggIncl}} percentage points. @ growthGap.aggIncl above zero
C At the median that gap is below zero, at {{growthGap.median}} percentage points. @ growthGap.median below zero
D Breadth of revisions is the share of estimates raised minus the share cut. @ -

earnings
C At the median, earnings of small-caps are estimated to grow {{small.growth.median}}, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
C With all companies in sum, earnings of small-caps are estimated to grow {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
L The breadth gap, small-caps minus large-caps, is {{breadthGap.1m}} percentage points over a month and {{breadthGap.3m}} percentage points over a quarter. @ -
V The median counts only companies that were profitable in the past year. @ -

performance
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over a quarter small-caps beat large-caps by {{3m.relative}} percentage points, on total return. @ 3m.relative beat zero
L Small-caps stand {{drawdown.small.current}} from their high on total return, and large-caps {{drawdown.large.current}}. @ -
V The result depends on the end date. @ -

performance
C In the year to date small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
C The month to date runs the other way: small-caps beat large-caps by {{mtd.relative}} percentage points on price return. @ mtd.relative beat zero
C Volatility on price return is {{volatility252d.small}} for small-caps, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Shorter horizons are measured on price return, so they leave out dividends. @ -

performance
H Over a month small-caps fell {{1m.small}} and large-caps {{1m.large}}, on total return. @ 1m.small fell zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
L The beta of small-caps on large-caps is {{beta252d}}, on price return. @ beta252d - -

premium
C In the full sample small-caps lagged large-caps by {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual lagged zero
C Over the latest rolling window the mean of small-caps against large-caps is above zero, at {{rolling10y.latest}}. @ rolling10y.latest above zero
L Of all rolling windows, {{rolling10y.positiveShare}} are above zero. @ rolling10y.positiveShare - -
V The rolling windows overlap, so they are not independent observations. @ -

premium
C In January alone the mean of small-caps against large-caps is {{january.meanAnnual}} a year, below zero. @ january.meanAnnual below zero
C In all other months it is little changed, at {{otherMonths.meanAnnual}}. @ otherMonths.meanAnnual littleChanged zero
L The t statistic is {{january.t}} in January, from {{january.n}} months, and {{otherMonths.t}} in all other months. @ -
V The portfolios of the size factor are built by academic rules and leave out trading costs. @ -

premium
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
L In the full sample of {{full.n}} months the mean of small-caps against large-caps is {{full.meanAnnual}} a year. @ full.meanAnnual - -
D The t statistic divides the mean by its standard error. @ -

ratecut
C After all cuts small-caps lagged large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean lagged zero
C After first cuts the mean of small-caps against large-caps over a year is {{first.12m.mean}} percentage points, below the {{base.12m.mean}} of any month. @ first.12m.mean below base.12m.mean
C Over the longest horizon after all cuts small-caps beat large-caps by {{all.24m.mean}} percentage points, and after first cuts the mean is {{first.24m.mean}}. @ all.24m.mean beat zero
V The windows overlap, so they are not independent observations. @ -

ratecut
C Over a month after first cuts small-caps beat large-caps by {{first.1m.mean}} percentage points, on average. @ first.1m.mean beat zero
C Over the middle horizon after first cuts small-caps lagged large-caps by {{first.6m.mean}} percentage points, on average. @ first.6m.mean lagged zero
C Small-caps were ahead over a year after {{first.12m.hit}} of first cuts, below the {{base.12m.hit}} of any month. @ first.12m.hit below base.12m.hit
V The sample of first cuts is small, so a single cycle can move the mean. @ -

ratecut
C Over a quarter after scheduled cuts small-caps lagged large-caps by {{scheduled.3m.mean}} percentage points on average. @ scheduled.3m.mean lagged zero
C Over the longest horizon the sign turns: after scheduled cuts small-caps beat large-caps by {{scheduled.24m.mean}} percentage points on average. @ scheduled.24m.mean beat zero
L At the median over a year, small-caps against large-caps is {{all.12m.median}} percentage points after all cuts and {{first.12m.median}} after first cuts. @ -
L There are {{all.12m.n}} complete windows over a year after all cuts and {{first.12m.n}} after first cuts. @ -

recovery
C After all recoveries the mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Small-caps were ahead over a year in {{all.12m.ahead}} of {{all.12m.n}} recoveries measured. @ all.12m.ahead - -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
V The sample of recoveries is small, and their dates are set only afterwards. @ -

recovery
C Over a year after all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points on total return, a mean of {{all.12m.n}} recoveries. @ all.12m.mean beat zero
L In any month small-caps were ahead over the following year in {{base.12m.hit}} of {{base.12m.n}} windows. @ base.12m.hit - -
V The windows of any month overlap, so they are not independent observations. @ -

recovery
C In any month small-caps beat large-caps by {{base.12m.mean}} percentage points over a year, and after all recoveries by {{all.12m.mean}}. @ base.12m.mean beat zero
C The latest discrete year is the opposite case: small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
D A recovery is dated from the trough of a recession, which is known only in hindsight. @ -

regime
C The level of the replica is {{level}} standard deviations, above zero, after {{monthsInPhase}} in this phase. @ level above zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero
C In months after slowdown small-caps beat large-caps by {{after.slowdown.mean}} percentage points on average. @ after.slowdown.mean beat zero
V The replica is built from public data and may differ from the original indicator. @ -

regime
C The activity score is {{activity.score}} and the credit score {{credit.score}} standard deviations, both above zero. @ activity.score above zero
C Estimate revisions are below zero, with a score of {{revisions.score}} standard deviations. @ revisions.score below zero
L Small-caps were ahead in {{after.recovery.hit}} of months after recovery and {{after.contraction.hit}} of months after contraction. @ -
D Scores are measured in standard deviations from the mean of each series. @ -

regime
C The replica's change over a quarter is {{change3m}} standard deviations, above zero. @ change3m above zero
C In months after contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points, the mean of {{after.contraction.n}} months. @ after.contraction.mean beat zero
C In months after recovery small-caps lagged large-caps by {{after.recovery.mean}} percentage points, the mean of {{after.recovery.n}} months. @ after.recovery.mean lagged zero
V The data are revised, so a phase can be dated differently later. @ -

risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and for a hawkish central bank {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
L For global uncertainty the count is {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
R Policy uncertainty stands at the {{policyUncertainty.value}}. @ policyUncertainty.value - -
V Thresholds are fixed in advance, and a trigger that has fired says nothing about timing. @ -

risks
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ sahm.value - -
L The high-yield spread is {{highYield.value}}, and its room before it fires is {{highYield.distance}}. @ highYield.value - -
R On the other side, policy uncertainty is at the {{policyUncertainty.value}} of its history. @ policyUncertainty.value - -
V The data behind the triggers are published with a lag and revised. @ -

risks
C Financial conditions are below zero, at {{conditions.value}}, with room of {{conditions.distance}} before the trigger fires. @ conditions.value below zero
L Of the triggers for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired. @ -
C The yield curve stands at {{curve.value}}, above zero. @ curve.value above zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points, on total return. @ discrete12m.1.relative lagged zero

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
L The US is {{usOfSmall.value}} of the world's small-caps by market cap and {{usOfSmall.count}} by count. @ -
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe
C The median market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
L Members within the size band are {{small.inBand.count}} of small-caps by count and {{small.inBand.value}} by market cap. @ -
C Small-caps draw {{small.usRevenueShare}} of revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Revenue shares are weighted by market cap, so larger members count for more. @ -

universe
L Leaving out micro-caps, small-caps are {{smallWithoutMicro.count}} of companies by count and {{smallWithoutMicro.value}} by market cap. @ -
C The smallest market cap is {{small.smallestCap}} among small-caps, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
L Very large members are {{small.above10bn}} of small-caps by count and {{large.above10bn}} of large-caps. @ -
V Index membership is reviewed at set dates, so companies can outgrow the size band in between. @ -

valuation
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on forward P/E. @ discount.aggExLoss below zero
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
C Loss-makers are {{small.lossShareCount}} of small-caps by count, above the {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
V The forward P/E rests on estimates, and estimates are revised. @ -

valuation
C At the median the forward P/E of small-caps is {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
R The median gap stands at the {{percentile20y.median}} of its longer history. @ percentile20y.median - -
C The definition matters: with all companies small-caps trade at {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
V Companies that lose money are left out of the median. @ -

valuation
C For profitable companies, small-caps trade {{discount.profitable}} below large-caps, at the {{percentile20y.profitable}} of its longer history. @ discount.profitable below zero
L Loss-makers are {{small.lossShareCap}} of small-caps by market cap and {{large.lossShareCap}} of large-caps. @ -
C Counted with all companies, the gap of small-caps to large-caps is above zero, at {{discount.aggIncl}}. @ discount.aggIncl above zero

volatility
C Over a year the volatility of small-caps is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The ratio between them stands at the {{history.percentile}} of its own history. @ history.percentile - -
C The deepest drawdown of small-caps is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
V Volatility counts gains and losses alike, and it depends on the window. @ -

volatility
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends, on price return. @ history.aboveOne - -
L Over a year the beta of small-caps on large-caps is {{1y.beta}} and the correlation {{1y.correlation}}. @ -
C The return was the opposite of that in the discrete year before the latest, when small-caps beat large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative beat zero
D Beta measures how far small-caps have moved with large-caps over the window. @ -

volatility
C Small-caps are {{drawdown.small.current}} from their high on price return, below the {{drawdown.large.current}} of large-caps. @ drawdown.small.current below drawdown.large.current
R The volatility ratio over a year is {{1y.ratio}}, at the {{history.percentile}} of its own history. @ history.percentile - -
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V Drawdowns are measured on price return, so they leave out dividends. @ -

dec performance
C Over a year on total return, small-caps returned {{12m.small}}, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon the order is reversed: small-caps beat large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative beat zero
C Volatility on price return is {{volatility252d.small}} for small-caps, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Horizons up to the quarter to date are counted on price return, which leaves out dividends. @ -

dec performance
H Small-caps beat large-caps by {{1m.relative}} percentage points over a month on total return. @ 1m.relative beat zero
H Against that, small-caps lagged by {{ytd.relative}} percentage points in the year to date on total return. @ ytd.relative lagged zero
C The deepest drawdown of small-caps on total return is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
V Each result depends on the start and end date of its window. @ -

dec performance
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest they returned {{discrete12m.2.small}}, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
H In the quarter to date small-caps rose {{qtd.small}} and large-caps rose {{qtd.large}} on price return. @ qtd.small rose zero
L The beta of small-caps on large-caps is {{beta252d}} on price return, with a correlation of {{correlation252d}}. @ beta252d - -

dec premium
C In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero, with a t statistic of {{full.t}}. @ full.meanAnnual above zero
C Over the latest rolling window the figure for small-caps against large-caps is {{rolling10y.latest}}, below zero. @ rolling10y.latest below zero
V The factor is built from portfolios before trading costs, and rolling windows overlap. @ -

dec premium
C Small-caps beat large-caps in January by a mean of {{january.meanAnnual}} a year. @ january.meanAnnual beat zero
L In all other months the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}} over {{otherMonths.n}} months. @ otherMonths.meanAnnual - -
H In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
D The t statistic divides the mean by its standard error. @ -

dec premium
L The share of rolling windows above zero is {{rolling10y.positiveShare}}. @ rolling10y.positiveShare - -
C The latest of these windows stands at {{rolling10y.latest}} for small-caps against large-caps, below zero. @ rolling10y.latest below zero
C In the full sample of {{full.n}} months small-caps beat large-caps by {{full.meanAnnual}} a year on average. @ full.meanAnnual beat zero
V Rolling windows share many of the same months, so they are not independent observations. @ -

dec ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts they lagged by {{first.12m.mean}} percentage points over the same horizon, on average. @ first.12m.mean lagged zero
L The sample is {{all.12m.n}} complete windows for all cuts and {{first.12m.n}} for first cuts. @ -
V Windows after cuts of the same cycle overlap, so they are not independent observations. @ -

dec ratecut
C Small-caps were ahead of large-caps over a year in {{all.12m.hit}} of windows after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
L In any month the share is {{base.12m.hit}}. @ base.12m.hit - -
C Over a quarter after scheduled cuts, small-caps lagged large-caps by {{scheduled.3m.mean}} percentage points on average. @ scheduled.3m.mean lagged zero
V The sample of first cuts holds few cycles, so a single window can move its mean. @ -

dec ratecut
C Over the longest horizon the mean of small-caps against large-caps after all cuts is {{all.24m.mean}} percentage points, above the {{base.24m.mean}} in any month. @ all.24m.mean above base.24m.mean
C After first cuts the mean over the longest horizon is {{first.24m.mean}} percentage points, below zero. @ first.24m.mean below zero
C After scheduled cuts small-caps were little changed against large-caps over the middle horizon, at {{scheduled.6m.mean}} percentage points on average. @ scheduled.6m.mean littleChanged zero

dec recovery
C After all recoveries small-caps beat large-caps by a mean of {{all.12m.mean}} percentage points over a year. @ all.12m.mean beat zero
L Small-caps came out ahead in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured. @ all.12m.ahead - -
C In any month the mean of small-caps against large-caps over a year is {{base.12m.mean}} percentage points, below zero. @ base.12m.mean below zero
V Recoveries are dated after the fact, so the sample was not known at the time. @ -

dec recovery
C Over a year on total return, the mean of small-caps against large-caps after all recoveries is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
C The latest discrete year is the opposite case: small-caps returned {{discrete12m.1.small}}, below the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small below discrete12m.1.large
V The sample of recoveries is small, and the windows of the comparison sample overlap. @ -

dec recovery
C The recoveries measured number {{all.12m.n}}, below the {{base.12m.n}} windows that start in any month. @ all.12m.n below base.12m.n
C Over a year after all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
L In any month small-caps were ahead over a year in {{base.12m.hit}} of windows. @ base.12m.hit - -
H In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero

dec regime
C In months after contraction small-caps beat large-caps by a mean of {{after.contraction.mean}} percentage points. @ after.contraction.mean beat zero
C In months after slowdown small-caps lagged by {{after.slowdown.mean}} percentage points on average. @ after.slowdown.mean lagged zero
C In months after recovery the mean of small-caps against large-caps is little changed, at {{after.recovery.mean}} percentage points. @ after.recovery.mean littleChanged zero
V The phases come from a replica of the indicator, and its data are revised. @ -

dec regime
L Small-caps were ahead of large-caps in {{after.recovery.hit}} of the {{after.recovery.n}} months after recovery. @ after.recovery.hit - -
C In months after slowdown the share is {{after.slowdown.hit}}, and the mean of small-caps against large-caps is {{after.slowdown.mean}} percentage points, below zero. @ after.slowdown.mean below zero
D A phase is counted at the end of a month and the return is that of the month that follows. @ -

dec regime
L The means of small-caps against large-caps are {{after.expansion.mean}} percentage points in months after expansion and {{after.contraction.mean}} percentage points in months after contraction. @ -
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps on total return. @ discrete12m.1.small lagged discrete12m.1.large
C In the discrete year before the latest small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
V The phases hold different numbers of months, so their means differ in precision. @ -

dec risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired; for global uncertainty it is {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ sahm.value - -
C Small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year on total return. @ discrete12m.1.relative lagged zero
V The thresholds are set by definition, and the data behind them are revised. @ -

dec risks
L The high-yield spread is {{highYield.value}} and has {{highYield.distance}} of room before its trigger fires. @ highYield.value - -
C The financial stress index is {{stress.value}}, below zero. @ stress.value below zero
C The change in initial claims is {{claims.value}}, above zero, with room of {{claims.distance}} before it fires. @ claims.value above zero
D A trigger counts as known when its data series is available at the date of the briefing. @ -

dec risks
C The curve stands at {{curve.value}}, above zero. @ curve.value above zero
L For a hawkish Fed, {{condition.hawkish.fired}} of {{condition.hawkish.known}} triggers have fired, and the rise in the target is {{policyRise.value}}. @ -
L The volatility index has room of {{vix.distance}} from its level of {{vix.value}} before it fires. @ vix.distance - -
V A trigger describes current data; it may fire without a downturn, and a downturn may come without it. @ -

dec volatility
C Over a year the volatility of small-caps is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The ratio of the two stands at the {{history.percentile}} of its own history. @ history.percentile - -
C On price return small-caps are little changed from their high, at {{drawdown.small.current}}. @ drawdown.small.current littleChanged zero
D Volatility counts moves up and down alike. @ -

dec volatility
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends on price return. @ history.aboveOne - -
C The deepest drawdown of small-caps is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
C The opposite holds for the current drawdown: small-caps stand at {{drawdown.small.current}}, above the {{drawdown.large.current}} of large-caps. @ drawdown.small.current above drawdown.large.current
V Drawdowns are measured on price return, so dividends are left out. @ -

dec volatility
L Over a year on price return the volatility ratio is {{1y.ratio}}, the beta of small-caps on large-caps {{1y.beta}} and their correlation {{1y.correlation}}. @ 1y.ratio - -
H In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
D The volatility ratio divides the volatility of small-caps by that of large-caps. @ -

old performance
H Over a year on total return small-caps fell {{12m.small}}. @ 12m.small fell zero
C That leaves small-caps behind large-caps by {{12m.relative}} percentage points over a year. @ 12m.relative lagged zero
C Over a month small-caps returned {{1m.small}}, ahead of the {{1m.large}} of large-caps. @ 1m.small beat 1m.large
C Small-caps stand {{drawdown.small.current}} below their high on total return. @ drawdown.small.current below zero

old performance
C Small-caps beat large-caps by {{mtd.relative}} percentage points in the month to date and by {{5d.relative}} percentage points over a week, on price return. @ mtd.relative beat zero
C In the quarter to date small-caps returned {{qtd.small}}, below the {{qtd.large}} of large-caps on price return. @ qtd.small below qtd.large
C In the discrete year before the latest small-caps beat large-caps by {{discrete12m.2.relative}} percentage points on total return; the latest reads {{discrete12m.1.relative}} percentage points. @ discrete12m.2.relative beat zero
V Short windows and long windows end on the same date, so they share days. @ -

old premium
C Small-caps beat large-caps by a mean of {{full.meanAnnual}} a year in the full sample. @ full.meanAnnual beat zero
L In January the mean is {{january.meanAnnual}} a year, against {{otherMonths.meanAnnual}} in all other months. @ january.meanAnnual - -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
D The size factor is the return of small portfolios minus that of big portfolios, before costs. @ -

old premium
C The latest rolling figure for small-caps against large-caps is {{rolling10y.latest}}, above zero, as are {{rolling10y.positiveShare}} of all rolling windows. @ rolling10y.latest above zero
L In all other months than January the t statistic is {{otherMonths.t}}, and in January it is {{january.t}}. @ -
C The latest discrete year is the opposite case, with small-caps behind large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

old ratecut
C Over a year the median of small-caps against large-caps is {{all.12m.median}} percentage points after all cuts, above the {{first.12m.median}} after first cuts. @ all.12m.median above first.12m.median
C After first cuts small-caps lagged large-caps by {{first.6m.mean}} percentage points over the middle horizon, on average. @ first.6m.mean lagged zero
C In any month small-caps beat large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean beat zero
L First cuts are defined by the start of a cycle, and the sample holds {{first.12m.n}} complete windows over a year. @ first.12m.n - -

old ratecut
C After scheduled cuts small-caps beat large-caps by {{scheduled.12m.mean}} percentage points over a year on average. @ scheduled.12m.mean beat zero
C Over a month after scheduled cuts the sign turns: small-caps lagged by {{scheduled.1m.mean}} percentage points on average. @ scheduled.1m.mean lagged zero
C The mean after first cuts over a quarter is {{first.3m.mean}} percentage points, below the {{base.3m.mean}} in any month. @ first.3m.mean below base.3m.mean
D Cuts between scheduled meetings are left out of the sample of scheduled cuts. @ -

old recovery
L In {{all.12m.ahead}} of {{all.12m.n}} recoveries small-caps were ahead of large-caps over a year. @ all.12m.ahead - -
C The mean of small-caps against large-caps after all recoveries is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} percentage points in any month. @ all.12m.mean above base.12m.mean
H In the latest discrete year small-caps fell {{discrete12m.1.small}} on total return. @ discrete12m.1.small fell zero
V The end of a recession is dated with a delay, so the windows start before it was known. @ -

old recovery
C Small-caps beat large-caps by {{all.12m.mean}} percentage points over a year after all recoveries, at the mean. @ all.12m.mean beat zero
C From any month they lagged by {{base.12m.mean}} percentage points over a year, at the mean. @ base.12m.mean lagged zero
C Small-caps returned {{discrete12m.2.small}} in the discrete year before the latest, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
L With {{all.12m.n}} recoveries measured, the mean rests on a small sample. @ all.12m.n - -

old regime
C The replica stands at {{level}} standard deviations, below zero, and has been in this phase for {{monthsInPhase}}. @ level below zero
C Activity is the opposite case, with a score of {{activity.score}} standard deviations, above zero. @ activity.score above zero
C In months after contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points on average. @ after.contraction.mean beat zero
V The replica is built from public series that are revised. @ -

old regime
C The change of the replica over a quarter is {{change3m}} standard deviations, below zero. @ change3m below zero
L The scores for inflation and for the inverted credit spread are {{inflation.score}} and {{credit.score}}. @ -
L In months after slowdown small-caps were ahead {{after.slowdown.hit}} of the time, and in months after expansion {{after.expansion.hit}}. @ after.slowdown.hit - -
C In months after expansion small-caps lagged large-caps by a mean of {{after.expansion.mean}} percentage points. @ after.expansion.mean lagged zero

old risks
C The high-yield spread is {{highYield.value}}, and its room before the trigger fires is {{highYield.distance}}, below zero. @ highYield.distance below zero
L The Sahm rule is the opposite case, at {{sahm.value}} with {{sahm.distance}} of room before it fires. @ sahm.value - -
L For global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} triggers have fired. @ condition.uncertainty.fired - -
D Room below zero means that a trigger has passed its threshold. @ -

old risks
L Triggers fired are {{condition.downturn.fired}} of {{condition.downturn.known}} for a US downturn and {{condition.hawkish.fired}} of {{condition.hawkish.known}} for a hawkish Fed. @ -
C The financial stress index stands at {{stress.value}}, above zero. @ stress.value above zero
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, below the {{discrete12m.1.large}} of large-caps on total return. @ discrete12m.1.small below discrete12m.1.large

old volatility
C Over a year on price return the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps, a ratio of {{1y.ratio}}. @ 1y.small above 1y.large
C Small-caps are nearer their high on price return: their current drawdown is {{drawdown.small.current}}, above the {{drawdown.large.current}} of large-caps. @ drawdown.small.current above drawdown.large.current
V The result depends on the window of daily returns that is chosen. @ -

old volatility
R The volatility ratio is at the {{history.percentile}} of its own history, and small-caps were the more volatile at {{history.aboveOne}} of month-ends. @ history.percentile - -
L The beta of small-caps on large-caps over a year is {{1y.beta}} on price return. @ 1y.beta - -
H Small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year on total return. @ discrete12m.1.relative lagged zero
H In the discrete year before the latest the result was the reverse, and small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero

real thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} cannot be tested with the data, and {{all.opinion}} are opinion. @ -
L The claim that small-caps beat large-caps in recoveries reads {{19.now}} now and read {{19.then}} when it was printed. @ 19.now - -
V A verdict depends on the definition and the sample that the test uses. @ -

real thesis
L On valuation {{valuation.holds}} claims hold and {{valuation.fails}} fail, while {{valuation.depends}} depend on the definition. @ valuation.holds - -
L On policy {{policy.holds}} hold and {{policy.fails}} fail. @ policy.holds - -
L The verdict on easier money as a tailwind for small-caps is {{11.now}}; when it was printed it was {{11.then}}. @ 11.now - -
D Opinions are counted apart, as no figure can settle them. @ -

real thesis
L Claims on earnings and debt that hold number {{earningsAndDebt.holds}}, with {{earningsAndDebt.fails}} that fail and {{earningsAndDebt.untested}} that cannot be tested. @ earningsAndDebt.holds - -
L For deals and the cycle {{dealsAndCycle.holds}} hold, {{dealsAndCycle.fails}} fail and {{dealsAndCycle.depends}} depend on the definition. @ dealsAndCycle.holds - -
V Claims are tested with the data at the date of the briefing, so a verdict may differ from the day of print. @ -

real thesis
L All claims together show {{all.holds}} that hold against {{all.fails}} that fail. @ all.holds - -
L The claim on small-caps after Fed cuts stands at {{14.now}}, and the claim on sensitivity to rates and to the cycle at {{10.now}}. @ 14.now - -
L On risk {{risk.holds}} claims hold, {{risk.fails}} fail and {{risk.opinion}} are opinion. @ risk.holds - -
V The count gives every claim the same weight, and claims in a group can rest on the same data. @ -

real thesis
L The claim that small-caps are more volatile than large-caps has the verdict {{4.now}}. @ 4.now - -
L The claim that small companies beat large ones over the long run reads {{8.now}}, against {{8.then}} when it was printed. @ 8.now - -
L In the group of definitions and past returns {{ground.holds}} claims hold and {{ground.fails}} fail. @ ground.holds - -
D A claim depends on definition when fair ways of measuring it give different verdicts. @ -
`);
