import { draftsOf } from "./read.ts";

/** A second set by the author who never saw the gate, each wrong in one way. */
export const HOSTILE_D = draftsOf(`
valuation: counter-figure
C The gap without loss-makers is {{discount.aggExLoss}}. @ discount.aggExLoss below zero
V Estimates change. @ -

valuation: subject
L Counting every company, small-caps trade on {{small.aggExLoss.pe}} forward earnings. @ -
L By count, loss-makers make up {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ -

valuation: unbacked@2
C The gap at the median is {{discount.median}}. @ discount.median below zero
L By count, loss-makers make up {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ -
D The gap is the distance that the multiples have yet to close. @ -

valuation: number@2 scope@2
C At the median, small-caps trade on {{small.median.pe}} forward earnings and large-caps on {{large.median.pe}}. @ small.median.pe below large.median.pe
L By count, loss-makers make up {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps. @ -
V A tenth of small-cap value is without estimates. @ -

real ratecut: subject
C A year on, all cuts show a mean of {{first.12m.mean}} and first cuts a mean of {{all.12m.mean}}. @ first.12m.mean below all.12m.mean
V The cuts fall into few cycles, and their windows overlap. @ -

real ratecut: claim@1 direction@1
C After first cuts the mean over a year is {{first.12m.mean}}. @ first.12m.mean below zero
D A cut is a decrease of the target, after which smaller companies borrow more freely. @ -

real ratecut: basis
L On price return, small minus large averaged {{first.12m.mean}} in the year after first cuts. @ -
V The cuts fall into few cycles, and their windows overlap. @ -

real ratecut: unbacked
L The range for all cuts over a year, from {{all.12m.ciLow}} to {{all.12m.ciHigh}}, lies wholly on the side of small-caps; for first cuts it runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}}. @ -
V The cuts fall into few cycles, and their windows overlap. @ -

real performance: subject swap
C Over the year large-caps returned {{12m.small}}, ahead of small-caps at {{12m.large}}, on total return. @ 12m.small beat 12m.large
L Over the month to date small minus large is {{mtd.relative}}, on price return. @ -
V The end date can decide the sign. @ -

real performance: period
C Over the quarter to date small-caps were ahead of large-caps by {{ytd.relative}}. @ ytd.relative above zero
C Over the month to date they lagged by {{mtd.relative}}. @ mtd.relative lagged zero

french performance: unbacked@1
C Small-caps lagged large-caps by {{12m.relative}} over the year. @ 12m.relative lagged zero
V Those without any small-caps may wish to ask themselves why. @ -

real performance: unbacked
C Over the year small-caps were ahead by {{12m.relative}} as borrowing became easier. @ 12m.relative above zero
C Over the month to date they lagged by {{mtd.relative}}. @ mtd.relative lagged zero

m26 premium: direction
L The latest rolling window stands at {{rolling10y.latest}}, in favour of small companies. @ -
V Rolling windows overlap. @ -

real premium: direction
L The full sample has a t statistic of {{full.t}}, which settles that a premium exists. @ -
D The t statistic is the mean over its standard error. @ -

real recovery: subject
L In the year after a trough, small minus large averaged {{base.12m.mean}}. @ -
V Troughs are dated long after the event. @ -

french recovery: scope@2
L A year on from the trough, small-caps were ahead in {{all.12m.ahead}} of {{all.12m.n}} recoveries. @ -
L From any month the mean over a year is {{base.12m.mean}}. @ -
V Smaller companies turn up before the economy does. @ -

debt: direction
C Floating-rate debt is {{small.floatingShareOfDebt}} of small-cap debt, a smaller part than the {{large.floatingShareOfDebt}} at large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
V Hedges by caps or collars are not counted. @ -

debt: subject
L Before swaps, {{small.floatingShareOfDebt}} of small-cap debt is floating. @ -
D Financials are left out. @ -

debt: scope@1
C Interest cover is {{small.interestCover}} for small-caps taken together, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Banks and insurers are counted with the rest. @ -

coverage: subject
C The median small-cap has {{small.mean}} analysts and the median large-cap {{large.mean}}. @ small.mean below large.mean
V Sources count analysts differently. @ -

coverage: subject
L Small-cap coverage has thinned to a mean of {{small.mean}} analysts. @ -
D Companies that nobody follows count towards the mean. @ -

universe: subject
L Countries other than the US account for {{usOfSmall.value}} of the world's small-caps by market cap. @ -
V Providers draw the line of small in different places. @ -

universe: forecast@1
L Within the usual band lie {{small.inBand.count}} of the small index's members. @ -
V More members are bound to outgrow the band before the next review. @ -

earnings: period
C Over the past year the breadth of revisions was {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ small.breadth.1m below large.breadth.1m
D Breadth is estimates raised less estimates cut, as a share of those changed. @ -

earnings: wording
C In sum, estimates imply an impressive growth of {{small.growth.aggIncl}} for small-caps, against {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C At the median it is {{small.growth.median}} against {{large.growth.median}}. @ small.growth.median below large.growth.median
V Losses that shrink count as growth in a sum. @ -

deals: certainty
L With {{ttm.count}} takeovers over the year, activity has never been busier. @ -
V Announced is not completed. @ -

deals: date subject
C From January through October {{ytd.count}} takeovers were announced, below the {{ytd.previous}} of the year before. @ ytd.count below ytd.previous
D The whole market is counted. @ -

real volatility: unbacked@1
C Over the last year small-cap volatility was {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
V Calm stretches end in small-caps before they end elsewhere. @ -

real regime: direction
L The replica has been in contraction for {{monthsInPhase}}. @ -
V Other inputs or weights give other phases. @ -

real risks: direction
L The volatility index has fired at {{vix.value}}. @ -
D A trigger fires on consecutive prints. @ -
`);
