import { draftsOf } from "./read.ts";

/** Meant as good by those authors, but with a horizon or a count in words. */
export const HOSTILE_HORIZONS_B = draftsOf(`
performance: number number@1
C Over twelve months small-caps returned {{12m.small}} in total-return terms, trailing the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over three months the order was the other way round: {{3m.small}} for small-caps, ahead of {{3m.large}} for large-caps. @ 3m.small beat 3m.large
V Past performance is not a guide to future returns. @ -

dec performance: number number@1
C Large-caps outpaced small-caps over twelve months, with total returns of {{12m.large}} and {{12m.small}}. @ 12m.large beat 12m.small
C The shorter window of six months favours small-caps, whose {{6m.small}} exceeds the {{6m.large}} of large-caps. @ 6m.small beat 6m.large
V The windows overlap, so they are not independent readings. @ -

dec performance: number number@1
C Over one month small-caps came out ahead by {{1m.relative}}, total return. @ 1m.relative above zero
C Stretch the window to three months and the sign turns: {{3m.relative}}, small minus large. @ 3m.relative below zero
D Both windows end at the last common date of the indices. @ -

old performance: number
H While large-caps rose by {{12m.large}} over twelve months, total return, small-caps slipped by {{12m.small}}. @ 12m.large rose zero
C Small-caps thus fell short of large-caps by {{12m.relative}}. @ 12m.relative below zero
C In the month to date, a price-return figure, small-caps led by {{mtd.relative}}. @ mtd.small beat mtd.large

old performance: number
C Three months brought losses to both groups: {{3m.small}} for small-caps and {{3m.large}} for large-caps, total return. @ 3m.small below 3m.large
L Beta of small-caps on large-caps stands at {{beta252d}}, with a correlation of {{correlation252d}}, on daily price returns. @ -

deals: number
C Announced takeovers came to {{ttm.count}} over twelve months, fewer than the {{ttm.previous}} of the year before. @ ttm.count below ttm.previous
C The count still exceeds its historical median of {{history.median}}. @ ttm.count above history.median
D Later words on the same deal are left out of the count. @ -

deals: number@1
H In the year to date, announced takeovers fell by {{ytd.change}} from the same days of the year before. @ ytd.change fell zero
L Over twelve months, {{value.disclosed}} of deals by count disclose a value; the sum disclosed is {{value.total}}. @ -
V A deal without a disclosed value adds nothing to that sum. @ -

earnings: number
C Revisions ran against small-caps: breadth over the last three months is {{small.breadth.3m}}, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
R In its own history that small-cap breadth ranks at {{small.breadthPercentile}}. @ -
D Breadth sets estimates raised less estimates cut against estimates changed. @ -

earnings: number@1 number@2
C Counting all companies, in sum, the expected growth of small-cap earnings is {{small.growth.aggIncl}}, above {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C Among companies that were profitable over the last twelve months the order reverses, with {{small.growth.profitable}} for small-caps and {{large.growth.profitable}} for large-caps. @ small.growth.profitable below large.growth.profitable
V Losses that shrink count as growth in the broader sum, and {{small.losingShare}} of small-caps lost money over the last twelve months. @ -

dec premium: number subject number@1 quantity@1
L Averaged over the last ten years, the size factor is negative at {{rolling10y.latest}} a year. @ rolling10y.latest below zero
V Of all rolling ten-year windows, {{rolling10y.positiveShare}} were above zero; neighbouring windows share nearly all their months. @ -

volatility: number number@1 subject@1 period@1
C Small-caps were the bumpier group over one year, with volatility of {{1y.small}} on daily price returns against {{1y.large}} for large-caps. @ 1y.small above 1y.large
C Beta over three years and over five years is practically identical, at {{3y.beta}} and {{5y.beta}}. @ 3y.beta littleChanged 5y.beta

old volatility: number subject period
C Over three years small-cap volatility of {{3y.small}} was greater than the {{3y.large}} of large-caps, on daily price returns. @ 3y.small above 3y.large
R The volatility ratio ranks at {{history.percentile}} in its own history. @ -
L Small-caps were the more volatile at {{history.aboveOne}} of month-ends. @ -

dec volatility: number subject number@1 subject@1 period@1
C Five-year volatility of daily price returns came to {{5y.small}} for small-caps, exceeding large-caps at {{5y.large}}. @ 5y.small above 5y.large
C The ratio of small to large is {{5y.ratio}} on that window, lower than the {{3y.ratio}} of the three-year window. @ 5y.ratio below 3y.ratio
V Volatility measures the size of swings, not their direction. @ -

regime: number@1
L The replica stands at {{level}}, above zero, and reads as expansion. @ level above zero
H It has risen by {{change3m}} over three months. @ change3m rose zero
L Of months after expansion, {{after.expansion.hit}} had small-caps ahead, on {{after.expansion.n}} observations. @ -

old regime: number@1
L At {{level}}, the replica is below zero and in contraction. @ level below zero
H Over three months it fell by {{change3m}}. @ change3m fell zero
L It is a replica, not a bank's own indicator, and it runs on {{inputs}} of its inputs only. @ -

risks: number subject number@1
L The two-year yield stands {{twoYear.value}} over the target, and its trigger has fired. @ twoYear.value above zero
L Policy uncertainty is at {{policyUncertainty.value}} in its ten-year range, with {{policyUncertainty.distance}} of room before it fires. @ -
V A fired trigger describes the data and says nothing about timing. @ -

ratecut: number
C Twelve months after all cuts, small-caps were ahead in {{all.12m.hit}} of windows, under the {{base.12m.hit}} of any month. @ all.12m.hit below base.12m.hit
L For first cuts the share is {{first.12m.hit}}. @ -
V So few cycles do not support a conclusion. @ -

ratecut: number
L At the twenty-four-month horizon the mean after all cuts is {{all.24m.mean}} in favour of small-caps. @ all.24m.mean above zero
C Count first cuts only and it becomes {{first.24m.mean}}, on the other side of zero. @ first.24m.mean below zero
L The interval for all cuts, {{all.24m.ciLow}} to {{all.24m.ciHigh}}, includes zero. @ -

old ratecut: number
C Small-caps led by a mean of {{all.12m.mean}} over twelve months after all cuts, yet lagged by {{first.12m.mean}} after first cuts. @ all.12m.mean above first.12m.mean
V Which cuts are counted therefore settles the sign, and neither interval excludes zero. @ -

dec ratecut: number
L Six months after first cuts, small-caps had on average trailed by {{first.6m.mean}}. @ first.6m.mean below zero
C All cuts together give a mean of {{all.6m.mean}}, above the base rate of {{base.6m.mean}} for any month. @ all.6m.mean above base.6m.mean
V Cuts within a cycle overlap, so the windows are far from independent. @ -

dec recovery: number
C Twelve months after troughs, small-caps led large-caps by a mean of {{all.12m.mean}}, whereas any month gives {{base.12m.mean}}. @ all.12m.mean above base.12m.mean
L Only {{all.12m.n}} recoveries are measured. @ -
V Troughs are dated long afterwards, which nobody could have known at the time. @ -

recovery: number period
C Three years after troughs the mean, small minus large, is {{all.36m.mean}}, a weaker reading than the {{base.36m.mean}} of any month. @ all.36m.mean below base.36m.mean
L Small-caps were ahead in {{all.36m.ahead}} of {{all.36m.n}} recoveries. @ -

old recovery: number
L After recoveries the twelve-month mean, small minus large, was {{all.12m.mean}}. @ all.12m.mean above zero
L The start month matters: around the latest trough, small-caps were ahead in {{sweep.12m.ahead}} of {{sweep.12m.n}} windows. @ -
L Any month, recovery or none, shows small-caps ahead in {{base.12m.hit}} of windows. @ -

valuation: number
L Read against ten years of monthly gaps, the forward gap of small to large without loss-makers stands at {{percentile10y.aggExLoss}}, and against twenty years at {{percentile20y.aggExLoss}}. @ -
C The gap itself, {{discount.aggExLoss}}, is below zero and hence a discount by definition, but loss-makers, whom it leaves out, account for {{small.lossShareCap}} of small-cap market cap and {{small.lossShareCount}} of members covered. @ discount.aggExLoss below zero

deals: number
C Across the whole market, {{ttm.count}} takeovers were announced over the last twelve months, a number below the {{ttm.previous}} of the twelve months before, which amounts to a change of {{ttm.change}}. @ ttm.count below ttm.previous
C Set beside the median of its own history, {{history.median}}, the same count of {{ttm.count}} is nonetheless above, and its place among past month-ends is {{ttm.percentile}}. @ ttm.count above history.median

deals: number@1
H Later words on a deal not being counted again, announcements in the year to date fell by {{ytd.change}} against the same days of the year before, from {{ytd.previous}} to {{ytd.count}}. @ ytd.count fell ytd.previous
L A value was disclosed for {{value.disclosed}} of the takeovers of the last twelve months by count, so the total of {{value.total}} is a sum to which the silent remainder adds nothing. @ -

deals: number
L Where values are disclosed, the median takeover of the last twelve months was worth {{value.median}}, all such deals together summing to {{value.total}}. @ -
C By number, the trailing count, {{ttm.count}}, is below the highest of its history, {{history.highest}}, that history being drawn from month-ends since the data begin. @ ttm.count below history.highest
V Blank-cheque companies are recognised by name, which means that some may slip through. @ -

volatility: number subject period number@1 subject@1 period@1
C Judged by daily price returns over three years, small-caps were the more volatile side, their {{3y.small}} being above the {{3y.large}} of large-caps, which puts the ratio at {{3y.ratio}}. @ 3y.small above 3y.large
C The beta of small on large over those three years, {{3y.beta}}, is little different from the {{5y.beta}} that is obtained over five years. @ 3y.beta littleChanged 5y.beta

risks: number subject number@1
C The two-year yield over the target, which stands at {{twoYear.value}}, has fired: the room before it fires, {{twoYear.distance}}, is below zero. @ twoYear.distance below zero
L Global uncertainty has seen no such event so far, {{condition.uncertainty.fired}} of its {{condition.uncertainty.known}} known triggers having fired, although policy uncertainty is at {{policyUncertainty.value}} when set against ten years. @ -

recovery: number number@1 subject@1 period@1 number@2
C Small-caps were ahead over twelve months in {{all.12m.ahead}} of {{all.12m.n}} recoveries, the mean of small minus large, {{all.12m.mean}}, being above the {{base.12m.mean}} that any month gives. @ all.12m.mean above base.12m.mean
C Over three years the comparison goes against them, as the mean of {{all.36m.mean}} is below the {{base.36m.mean}} of any month. @ all.36m.mean below base.36m.mean
V A handful of troughs, dated long afterwards, cannot carry a firm conclusion. @ -

ratecut: number number@1
C Though both ranges take in zero, the mean of small minus large over two years after all cuts, {{all.24m.mean}}, is above the {{first.24m.mean}} that followed first cuts. @ all.24m.mean above first.24m.mean
L Any month, cut or no cut, gives {{base.24m.mean}} over two years, and the cycles measured number {{all.24m.cycles}}, which is too small a sample to conclude from. @ -

old ratecut: number
C Which cuts are counted decides the sign, the mean of small minus large over six months being {{all.6m.mean}} after all cuts, above the {{first.6m.mean}} after first cuts. @ all.6m.mean above first.6m.mean
L Neither mean is clear of zero, given ranges that run from {{all.6m.ciLow}} to {{all.6m.ciHigh}} for all cuts and from {{first.6m.ciLow}} to {{first.6m.ciHigh}} for first cuts. @ -

old recovery: number
C In {{all.12m.ahead}} of {{all.12m.n}} recoveries measured, small-caps led over twelve months, with a mean of {{all.12m.mean}} that is above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Shift the start month around the latest trough, though, and small-caps are ahead in {{sweep.12m.ahead}} of {{sweep.12m.n}} windows, which overlap with their neighbours. @ -
V Troughs are known only in hindsight, and these are few. @ -

old volatility: number
C Over the one-year window of daily price returns, volatility was {{1y.small}} for small-caps, above the {{1y.large}} of large-caps, and the beta of small on large worked out at {{1y.beta}}. @ 1y.small above 1y.large
C It is the large-cap index, all the same, that is further from its high, at {{drawdown.large.current}} on price return, below the {{drawdown.small.current}} of small-caps. @ drawdown.large.current below drawdown.small.current

dec performance: number number@1
C With dividends reinvested, small-caps beat large-caps over six months by {{6m.relative}}, the returns having been {{6m.small}} and {{6m.large}} respectively. @ 6m.small beat 6m.large
C Twelve months qualify that picture, for over the longer window small-caps lagged, {{12m.small}} comparing with {{12m.large}} for large-caps. @ 12m.small lagged 12m.large

dec recovery: number period number@1 subject@1 period@1
C Three years on from the troughs measured, small minus large averaged {{all.36m.mean}}, above the {{base.36m.mean}} of any month, small-caps having been ahead in {{all.36m.ahead}} of {{all.36m.n}} recoveries. @ all.36m.mean above base.36m.mean
C The latest trough is the exception, since over the three years after it small-caps, with {{2020-04.36m.small}}, lagged large-caps, with {{2020-04.36m.large}}, on total return. @ 2020-04.36m.small lagged 2020-04.36m.large
`);
