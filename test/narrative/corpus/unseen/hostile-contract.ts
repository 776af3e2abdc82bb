import { draftsOf } from "./read.ts";

/** Handed in as good, but they break the contract: a number word, a date, a colour word, or a claim that is false. */
export const HOSTILE_CONTRACT = draftsOf(`
valuation: number direction
C Small-caps trade below large-caps on three of the four definitions, and above on the remaining definition, by {{discount.aggIncl}}. @ discount.aggIncl above zero
L Small-cap loss-makers stand at {{small.lossShareCap}} by value. @ -

valuation: wording
C Small-caps look less expensive than large-caps only when loss-makers are set aside: the discount is then {{discount.aggExLoss}}. @ discount.aggExLoss below zero
L Set aside that way are {{small.lossShareCap}} of small-cap market cap. @ -

whatif: date@1
L Under this hypothetical, the small-cap forward P/E without loss-makers is {{whatIf.aggExLoss.pe}}. @ -
L Today's figure, without the assumption, is {{small.aggExLoss.pe}}. @ -

ratecut: number@2
C After all cuts, small-caps lagged large-caps by {{all.12m.mean}} percentage points on average over a year. @ all.12m.mean lagged zero
C After first cuts they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero
V A handful of episodes is too few to draw conclusions from. @ -

ratecut: subject@1
C At a year, the mean after first cuts, {{first.12m.mean}} percentage points, was lower than after all cuts, {{all.12m.mean}}. @ first.12m.mean below all.12m.mean
C Both were lower than for any month, {{base.12m.mean}} percentage points. @ first.12m.mean below base.12m.mean

ratecut: direction
C Without the cycles of the largest number of cuts, the mean after all cuts at a year is {{all.12m.exTwoLongest}} percentage points, little changed from zero. @ all.12m.exTwoLongest below zero
C After first cuts it is {{first.12m.exTwoLongest}} percentage points. @ -

performance: digits
C Small-caps were more volatile than large-caps: {{volatility252d.small}} against {{volatility252d.large}} over the last 252 days. @ volatility252d.small above volatility252d.large
L Their correlation was {{correlation252d}}. @ -

real performance: digits
L With a beta of {{beta252d}} and a correlation of {{correlation252d}}, small-caps moved largely with large-caps over 252 trading days. @ -

real performance: claim comparator direction cause
C A beta of {{beta252d}} means small-caps have moved by more than large-caps. @ -
C Their volatility, {{volatility252d.small}}, exceeds the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large

french performance: number
C In every one of the discrete periods but the oldest, small-caps lagged large-caps, in the latest by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

ratecut: number@2 claim@2 direction@2
C On average, small-caps trailed large-caps by {{all.12m.mean}} percentage points in the year after all cuts. @ all.12m.mean lagged zero
C The full-year average after first cuts is {{first.12m.mean}} percentage points. @ first.12m.mean below zero
V Eight cycles, if that, are behind these averages. @ -

ratecut: quantity
C The quarterly record after all cuts is {{all.3m.mean}} percentage points for small-caps against large-caps. @ all.3m.mean lagged zero
L After first cuts it is {{first.3m.mean}} percentage points. @ -

real ratecut: wording
V A cut often comes with bad news, and its effect cannot be separated from that. @ -
C After first cuts small-caps lagged over a year by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

performance: measure
C Relative to large-caps, small-caps lost {{6m.relative}} percentage points over the middle horizon. @ 6m.relative lagged zero
V A different end date gives a different figure. @ -

real performance: quantity wording
C Small-caps returned {{12m.small}} over a year, well above the {{12m.large}} of large-caps. @ 12m.small beat 12m.large

coverage: quantity@1
C Small-caps have fewer analysts a company than large-caps: a mean of {{small.mean}} against {{large.mean}}. @ small.mean below large.mean
V An analyst counts once for each company followed. @ -

premium: quantity@1
L The full sample has {{full.n}} months, with a t statistic of {{full.t}}. @ -
V A mean over decades hides long stretches of either sign. @ -

risks: number
L Of the triggers of a hawkish central bank, {{condition.hawkish.fired}} of {{condition.hawkish.known}} known ones have fired. @ -

valuation: number@2
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count. @ -
V Different definitions give different pictures, and none is the correct one for every purpose. @ -

valuation: date@2
C At the median, small-caps trade at a discount of {{discount.median}} to large-caps. @ discount.median below zero
L Loss-makers account for {{small.lossShareCap}} of small-cap market value. @ -
V A multiple divides a price observed today by earnings nobody has yet seen. @ -

ratecut: direction
C Over the longest horizon small-caps led by {{first.24m.mean}} percentage points after first cuts and by {{all.24m.mean}} after all cuts. @ first.24m.mean beat zero
V Past performance is not a reliable indicator of future results. @ -

risks: number@1
L The stress index stands at {{stress.value}}, with {{stress.distance}} of room before it fires. @ -
V A composite can hide a move in one of its parts. @ -

risks: number@1
L National activity stands at {{activity.value}}. @ -
V The first estimate of such a series is revised. @ -

valuation: date
R Today's gap without loss-makers stands at the {{percentile20y.aggExLoss}} of the longer history and the {{percentile10y.aggExLoss}} of the shorter. @ percentile20y.aggExLoss above percentile10y.aggExLoss
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
D The earnings are analysts' estimates for the months ahead, not reported figures. @ -

real ratecut: number@3
C A year after all cuts, small-caps were ahead by {{all.12m.mean}} on average. @ all.12m.mean above zero
C After first cuts the mean was {{first.12m.mean}}, below the {{all.12m.mean}} of all cuts. @ first.12m.mean below all.12m.mean
L The range runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}} for all cuts and from {{first.12m.ciLow}} to {{first.12m.ciHigh}} for first cuts; neither shows a clear difference. @ -
V The sample is a handful of episodes that overlap. @ -

real ratecut: quantity
C Without the cycles that hold the bulk of the cuts, the mean a year after all cuts is {{all.12m.exTwoLongest}}, against {{all.12m.mean}} with them. @ all.12m.exTwoLongest below all.12m.mean
L First cuts give {{first.12m.mean}}, and {{first.12m.exTwoLongest}} by the same omission. @ -
D Total return is used throughout. @ -

coverage: claim@2 direction@2 wording@2
C Large-caps have {{ratio.mean}} times as many analysts a company on the mean, and {{ratio.median}} times on the median. @ ratio.mean below ratio.median
D Companies that nobody follows count towards the mean. @ -
V Fewer analysts do not mean mispriced shares. @ -

real premium: subject subject@1
C Between the full sample and the latest era shown, the mean a year goes from {{full.meanAnnual}} to {{since1990.meanAnnual}}. @ since1990.meanAnnual below full.meanAnnual
L Their t statistics are {{full.t}} and {{since1990.t}}. @ -
V Where a sample begins decides much of what it shows. @ -

french premium: quantity@2
C Small was ahead in {{rolling10y.positiveShare}} of rolling windows, yet the latest of them stands at {{rolling10y.latest}}. @ rolling10y.latest below zero
D Each rolling value is the mean of the months in its window, put on a yearly scale. @ -
V Neighbouring windows share nearly all of their months. @ -

real recovery: quantity@2
C A year after troughs the mean is {{all.12m.mean}}, whereas windows from any month show {{base.12m.mean}}. @ all.12m.mean above base.12m.mean
C The mean after troughs rests on {{all.12m.n}} recoveries, the base rate on {{base.12m.n}} windows. @ all.12m.n below base.12m.n
V Windows that begin in neighbouring months share nearly all of their returns. @ -

deals: quantity@2
C Over the past year {{ttm.count}} takeovers were announced, more than the {{history.median}} at the median of the history. @ ttm.count above history.median
H Against the year before, the count is down by {{ttm.change}}. @ ttm.change fell zero
V Records from before the data begin cannot be tested here. @ -

real volatility: subject
L Over each span shown, from short to long, the ratio of small-cap to large-cap volatility is {{1y.ratio}}, {{3y.ratio}} and {{5y.ratio}}. @ -
L In the past small-caps were the more volatile at {{history.aboveOne}} of month-ends. @ -
D The ratio divides the volatility of small-caps by that of large-caps, on daily price returns. @ -
V Swings upwards count as much as swings downwards. @ -

old premium: measure@1
L Over the full sample small beat big by a mean of {{full.meanAnnual}} a year. @ full.meanAnnual above zero
C Outside January the mean shrinks to {{otherMonths.meanAnnual}}, with a range from {{otherMonths.rangeLow}} to {{otherMonths.rangeHigh}}. @ otherMonths.meanAnnual below full.meanAnnual
D The factor sets portfolios of small companies against portfolios of big ones. @ -

s24 earnings: claim@3 direction@3
C The difference in breadth between small-caps and large-caps is {{breadthGap.3m}} percentage points over a quarter, above zero. @ breadthGap.3m above zero
L Over a month that difference is {{breadthGap.1m}} percentage points. @ breadthGap.1m - -
C In absolute terms large-caps have a breadth of {{large.breadth.3m}} over a quarter, below zero, and small-caps {{small.breadth.3m}}. @ large.breadth.3m below zero
V Small-caps have fewer analysts, so their breadth rests on a thinner sample of estimates. @ -

earnings: claim@3 direction@3
C With all companies in sum, the gap in estimated growth between small-caps and large-caps is {{growthGap.aggIncl}} percentage points, above zero. @ growthGap.aggIncl above zero
C At the median that gap of small-caps to large-caps is {{growthGap.median}} percentage points, below zero. @ growthGap.median below zero
C Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps, below the {{large.breadth.1m}} for large-caps. @ small.breadth.1m below large.breadth.1m
V Estimates are revised, and small companies have fewer analysts behind each estimate. @ -
`);
