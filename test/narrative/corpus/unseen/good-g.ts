import { draftsOf } from "./read.ts";

/** Over all topics, by an author who never saw the gate; run once before anything was changed for it. */
export const GOOD_G = draftsOf(`
valuation
C Without loss-makers, small-caps trade on {{small.aggExLoss.pe}} forward earnings, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
C Loss-makers are {{small.lossShareCount}} of small-caps by count, against {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
C Counting their losses puts the small-cap multiple at {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
V The definition of the multiple can decide the sign, and estimates change. @ -

valuation
C The gap without loss-makers is {{discount.aggExLoss}}; with every company counted it is {{discount.aggIncl}}. @ discount.aggExLoss below discount.aggIncl
L By count, {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps are loss-makers. @ -
D A negative gap means that small-caps carry the lower multiple. @ -

valuation
C At the median, the forward P/E of small-caps is {{small.median.pe}} and that of large-caps {{large.median.pe}}. @ small.median.pe below large.median.pe
L Companies that lose money are left out of the median, and they make up {{small.lossShareCount}} of small-caps. @ -
C Estimates cover {{small.coverage}} of small-cap value, less than the {{large.coverage}} of large-cap value. @ small.coverage below large.coverage

real ratecut
C Small-caps were ahead in {{all.12m.hit}} of the windows of a year after all cuts, and in {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
L In any month, cut or no cut, the share was {{base.12m.hit}}. @ -
D Windows begin at the end of the month in which the cut was announced. @ -
V Cuts came with other news, so this is no proof of cause. @ -

real ratecut
C A month after all cuts the mean is {{all.1m.mean}}; after first cuts it is {{first.1m.mean}}. @ all.1m.mean above first.1m.mean
L The range for first cuts reaches from {{first.1m.ciLow}} to {{first.1m.ciHigh}}. @ -
V Past performance is not a reliable indicator of future results. @ -

real performance
C Over the year, small-caps returned {{12m.small}} and large-caps {{12m.large}}, on total return. @ 12m.small beat 12m.large
C Over the month to date they lagged large-caps by {{mtd.relative}}, on price return. @ mtd.relative lagged zero
V The end date can decide the sign of a window. @ -

real performance
H Small-caps fell by {{mtd.small}} over the month to date, and large-caps by {{mtd.large}}. @ mtd.small fell zero
C Over the year to date small-caps beat large-caps by {{ytd.relative}}. @ ytd.relative beat zero
D The month to date is a price return, the year to date a total return. @ -
V Costs and taxes of an investor are not deducted. @ -

real performance
C On the last day small-caps returned {{1d.small}}, below the {{1d.large}} of large-caps. @ 1d.small below 1d.large
L Small minus large came to {{1d.relative}} for the day, on price return, and {{12m.relative}} for the year, on total return. @ -
V A day is noise, and past performance is not a reliable indicator of future results. @ -

real performance
C Small-caps stand {{drawdown.small.current}} from their high on total return; for large-caps the distance is {{drawdown.large.current}}. @ drawdown.small.current below drawdown.large.current
C Volatility over the last year was {{volatility252d.small}} for small-caps, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
D Volatility is measured on daily price returns. @ -

real premium
L Over the full sample the size factor averaged {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ -
C January alone averages {{january.meanAnnual}} a year, above the {{otherMonths.meanAnnual}} of all other months. @ january.meanAnnual above otherMonths.meanAnnual
V A portfolio that is long small and short big cannot be held at these returns. @ -

m26 premium
L The range for the full sample runs from {{full.rangeLow}} to {{full.rangeHigh}}, which leaves the sign open. @ -
C The latest rolling window stands at {{rolling10y.latest}}, below the full-sample mean of {{full.meanAnnual}}. @ rolling10y.latest below full.meanAnnual
D The t statistic is the mean over its standard error. @ -

m26 premium
C Outside January the t statistic is {{otherMonths.t}}; for January alone it is {{january.t}}. @ otherMonths.t below january.t
L The share of rolling windows with small ahead is {{rolling10y.positiveShare}}, while the latest of them is {{rolling10y.latest}}. @ -
V Rolling windows overlap, so they are not independent observations. @ -

real recovery
L In the year after a trough, small-caps were ahead in {{all.12m.ahead}} of {{all.12m.n}} recoveries measured. @ -
C The mean lead was {{all.12m.mean}}, against {{base.12m.mean}} over a year from any month. @ all.12m.mean above base.12m.mean
V Troughs are dated long after the event, so nobody could start a window on the day. @ -

real recovery
L Across neighbouring start months up to a trough, small-caps were ahead in {{sweep.12m.ahead}} of {{sweep.12m.n}} windows of a year. @ -
V The start month can decide the sign, so neighbouring months are shown. @ -
V So few recessions allow no conclusion. @ -

real recovery
C A year from any month, small minus large averaged {{base.12m.mean}}, and small-caps were ahead in {{base.12m.hit}} of windows. @ base.12m.mean below zero
L After troughs the mean over the same span was {{all.12m.mean}}, on {{all.12m.n}} recoveries. @ -
D Each window starts at the month-end of the trough's month, and an incomplete window is left out. @ -

debt
C Floating-rate debt is {{small.floatingShareOfDebt}} of small-cap debt after swaps, above the {{large.floatingShareOfDebt}} of large-cap debt. @ small.floatingShareOfDebt above large.floatingShareOfDebt
L Companies whose debt is mostly floating are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps. @ -
V A share of companies and a share of debt answer different questions. @ -

debt
C Interest cover is {{small.interestCover}} for small-caps taken together, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Cover is operating profit over interest expense. @ -
D Financials are left out, as are companies whose sector is not reported. @ -
V The reports are months older than the list of members. @ -

debt
C Before swaps the floating share of small-cap debt is {{small.floatingShareOfDebtBeforeSwaps}}; after them it is {{small.floatingShareOfDebt}}. @ small.floatingShareOfDebtBeforeSwaps above small.floatingShareOfDebt
C So far {{small.debtExplained}} of small-cap debt is explained by reports of its floating part, below the {{large.debtExplained}} of large-caps. @ small.debtExplained below large.debtExplained
V Hedges by caps or collars are not counted. @ -

coverage
C The mean small-cap is followed by {{small.mean}} analysts and the mean large-cap by {{large.mean}}. @ small.mean below large.mean
L Companies without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
V Sources count analysts differently. @ -

coverage
C Leaving out companies that nobody follows, the small-cap mean is {{small.meanOfFollowed}}, above the {{small.mean}} of all. @ small.meanOfFollowed above small.mean
L The number of analysts is reported for {{small.reportedShare}} of small-caps. @ -
D Companies whose number of analysts is not reported are not counted as having none. @ -

universe
C Small-caps are {{smallOfAll.count}} of listed companies by count, and {{smallAndMicroOfAll.count}} with micro-caps. @ smallOfAll.count below smallAndMicroOfAll.count
L By market cap, small-caps without micro-caps are {{smallOfAll.value}}. @ -
V Providers draw the line below which a company is small in different places. @ -

universe
C The US accounts for {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ usOfSmall.count below usOfSmall.value
D The shares follow the provider's own line between sizes. @ -

universe
C Within the usual small-cap band lie {{small.inBand.count}} of the small index's members, but {{small.inBand.value}} of its market cap. @ small.inBand.count above small.inBand.value
L Members above the band hold {{small.aboveBand.value}} of the market cap. @ -
V Members may outgrow such a band between reviews of an index. @ -

earnings
C Over the last month the breadth of revisions was {{small.breadth.1m}} for small-caps, below the {{large.breadth.1m}} of large-caps. @ small.breadth.1m below large.breadth.1m
D Breadth is estimates raised less estimates cut, as a share of those changed. @ -
V What is expected may be in prices already. @ -

earnings
C The growth of earnings in the estimates is {{small.growth.aggIncl}} for small-caps in sum, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C At the median the order turns: {{small.growth.median}} for small-caps and {{large.growth.median}} for large-caps. @ small.growth.median below large.growth.median
V In a sum, shrinking losses count as growth. @ -

earnings
C Companies that lost money are {{small.losingShare}} of small-caps and {{large.losingShare}} of large-caps. @ small.losingShare above large.losingShare
C Among profitable companies the growth gap, small minus large, is {{growthGap.profitable}}. @ growthGap.profitable below zero
V Growth from a low base looks large. @ -
V Estimates change. @ -

deals
C Takeovers over the year number {{ttm.count}}, below the {{ttm.previous}} of the year before. @ ttm.count below ttm.previous
R That count stands at the {{ttm.percentile}} of its own history. @ -
V Announced is not completed. @ -

deals
C In the year to date {{ytd.count}} takeovers were announced, against {{ytd.previous}} to the same day of the year before. @ ytd.count below ytd.previous
D All takeovers in the data are counted, not those of an index's members. @ -

deals
L The disclosed value over the year comes to {{value.total}}, with a median of {{value.median}} a deal. @ -
L A value is disclosed for {{value.disclosed}} of the deals; the others add nothing to the sum. @ -
H The takeover count fell by {{ttm.change}} from the year before. @ ttm.change fell zero

real volatility
C Over the last year the volatility of small-caps was {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
V Volatility counts rises as well as falls and is not the risk of loss. @ -

real volatility
C The ratio over the last year is {{1y.ratio}}, above the {{3y.ratio}} and {{5y.ratio}} of the longer spans. @ 1y.ratio above 5y.ratio
R It stands at the {{history.percentile}} of its own history. @ -
L At {{history.aboveOne}} of month-ends small-caps were the more volatile side. @ -
V The measure changes with the span. @ -

real volatility
C Small-caps stand {{drawdown.small.current}} from their high and large-caps {{drawdown.large.current}}, on price return. @ drawdown.small.current below drawdown.large.current
L Beta of small on large was {{1y.beta}} over the last year, with a correlation of {{1y.correlation}}. @ -
D Beta is the slope of small-cap returns on large-cap returns. @ -

real regime
C The replica's level is positive at {{level}}, and its change over recent months is {{change3m}}. @ level above zero
L It has been in the present phase for {{monthsInPhase}} and rests on {{inputs}} inputs. @ -
V Other inputs or weights give other phases. @ -

real regime
C Activity scores {{activity.score}}, below the {{credit.score}} of the inverted credit spread. @ activity.score below credit.score
L A month after expansion, small minus large averaged {{after.expansion.mean}}, with small-caps ahead in {{after.expansion.hit}} of months. @ -
V A phase of the economy says nothing certain of small-caps. @ -
D Our replica uses data as revised and is not the indicator of any bank. @ -

real risks
L The short-dated Treasury yield stands {{twoYear.value}} over the policy target, which leaves {{twoYear.distance}} before its threshold. @ -
L Triggers fired in the hawkish condition number {{condition.hawkish.fired}}, of {{condition.hawkish.known}} known. @ -
D A trigger that has fired ends when it is well back inside its threshold. @ -

real risks
L The volatility index stands at {{vix.value}}, with room of {{vix.distance}} before it fires. @ -
C The financial stress index is negative at {{stress.value}}. @ stress.value below zero
V The high-yield spread is withheld, as its data are overdue. @ -
V Some conditions cannot be told from the series at hand. @ -
`);
