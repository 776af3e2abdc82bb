import { draftsOf } from "./read.ts";

/** Each wrong in one way, by an author who never saw the gate; run once before anything was changed for it. */
export const HOSTILE_C = draftsOf(`
valuation: subject swap
C Without loss-makers, large-caps trade on {{small.aggExLoss.pe}} forward earnings, below the {{large.aggExLoss.pe}} of small-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{large.lossShareCount}} of large-caps. @ -

valuation: basis
C On trailing earnings without loss-makers, small-caps stand at {{small.aggExLoss.pe}} and large-caps at {{large.aggExLoss.pe}}. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{large.lossShareCount}} of large-caps. @ -

valuation: unbacked@2
L The gap without loss-makers is {{discount.aggExLoss}}. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{large.lossShareCount}} of large-caps. @ -
V Patient investors have reason to look here before others do. @ -

valuation: claim comparator measure
H The forward P/E of small-caps without loss-makers rose to {{small.aggExLoss.pe}}. @ small.aggExLoss.pe rose zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{large.lossShareCount}} of large-caps. @ -

real ratecut: cause@2
C A year after all cuts, small-caps were ahead by {{all.12m.mean}} on average. @ all.12m.mean above zero
L After first cuts the mean was {{first.12m.mean}}. @ -
V Easier money fed through to smaller borrowers and lifted them. @ -

real ratecut: number@1 period
L A year after first cuts, small minus large averaged {{first.1m.mean}}. @ -
V The sample is a handful of episodes that overlap. @ -

real ratecut: negation
C A year after first cuts the mean was {{first.12m.mean}}, no lower than the {{all.12m.mean}} of all cuts. @ first.12m.mean below all.12m.mean
D Total return is used throughout. @ -

real ratecut: counter-figure
L Small-caps were ahead in {{all.12m.hit}} of the windows of a year after all cuts. @ -
D Windows begin at the end of the month of the announcement. @ -

real performance: claim@2 direction@2
C Over the year small-caps beat large-caps by {{12m.relative}}, on total return. @ 12m.relative beat zero
C Over the month to date they lagged by {{mtd.relative}}, on price return. @ mtd.relative lagged zero
V The lead may narrow from here as the year goes on. @ -

real performance: date
C Since last summer small-caps returned {{12m.small}} and large-caps {{12m.large}}. @ 12m.small beat 12m.large
V Past performance is not a reliable indicator of future results. @ -

real performance: basis
C Over the month to date small-caps returned {{mtd.small}} in total return, below the {{mtd.large}} of large-caps. @ mtd.small below mtd.large
V Past performance is not a reliable indicator of future results. @ -

real premium: claim@1 direction@1
L Over the full sample the size factor averaged {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ -
V Small companies pay their owners more in the long run. @ -

real premium: subject
C All other months average {{january.meanAnnual}} a year, above the {{otherMonths.meanAnnual}} of January alone. @ january.meanAnnual above otherMonths.meanAnnual
D The t statistic is the mean over its standard error. @ -

real recovery: direction number
L Small-caps led after all four troughs, by {{all.12m.mean}} on average a year later. @ -
L Any month gives {{base.12m.mean}}. @ -

real recovery: unbacked@1
C In the year after a trough the mean lead was {{all.12m.mean}}, against {{base.12m.mean}} from any month. @ all.12m.mean above base.12m.mean
V Expansion follows. @ -

debt: subject
C Companies whose debt is mostly floating are {{small.floatingShareOfDebt}} of small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
D Financials are left out. @ -

debt: claim@1 direction@1
C Interest cover is {{small.interestCover}} for small-caps taken together, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Cover is operating profit over interest expense and improves as rates come down. @ -

coverage: claim@1 direction@1
C The mean small-cap has {{small.mean}} analysts, below the {{large.mean}} of large-caps. @ small.mean below large.mean
V Fewer analysts leave prices further from what companies are worth. @ -

coverage: subject
L Small-caps have {{ratio.mean}} times as many analysts a company as large-caps on the mean. @ -
V Sources count analysts differently. @ -

universe: subject
L Small-caps are {{smallOfAll.value}} of listed companies by count. @ -
V Providers draw the line below which a company is small in different places. @ -

universe: unbacked@1
L Members above the usual band hold {{small.aboveBand.value}} of the small index's market cap. @ -
V The small index is a domestic group of companies. @ -

earnings: direction
C At the median, expected growth is {{small.growth.median}} for small-caps, above the {{large.growth.median}} of large-caps. @ small.growth.median above large.growth.median
V Estimates change. @ -

earnings: direction negation
L Breadth of revisions for small-caps was {{small.breadth.1m}} over the last month, so estimates were not cut more often than raised. @ -
D Breadth is estimates raised less estimates cut, as a share of those changed. @ -

deals: certainty@1 claim@1 direction@1 forecast@1
C Takeovers over the year number {{ttm.count}}, below the {{ttm.previous}} of the year before. @ ttm.count below ttm.previous
V Announced deals tend to be followed by more of them in the months ahead. @ -

deals: direction
H The takeover count rose by {{ttm.change}} from the year before. @ ttm.change rose zero
V Announced is not completed. @ -

real volatility: subject
L Over the last year the volatility ratio was {{3y.ratio}}. @ -
V Volatility counts rises as well as falls. @ -

real volatility: unbacked@1
C Over the last year the volatility of small-caps was {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
D Volatility is what a holder accepts for a place in the recovery. @ -

real regime: unbacked@1
C The replica's level is positive at {{level}}. @ level above zero
V Small-caps do well in such a phase. @ -

real risks: unbacked
L The hawkish condition is quiet, with {{condition.hawkish.fired}} fired of {{condition.hawkish.known}} known triggers. @ -
D A trigger that has fired ends when it is well back inside its threshold. @ -

real risks: forecast@1
L The volatility index stands at {{vix.value}}, with room of {{vix.distance}} before it fires. @ -
V Markets are at ease with the outlook. @ -
`);
