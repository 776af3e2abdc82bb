import { draftsOf } from "./read.ts";

/** By those authors, meant to be refused: two more sets. */
export const HOSTILE_E = draftsOf(`
performance: number subject
L Over twelve months large-caps returned {{12m.small}}, total return, and small-caps {{12m.large}}. @ -
V Past performance is not a guide to future returns. @ -

performance: number period number@1
C Over twelve months small-caps lagged large-caps by {{ytd.relative}}, total return. @ ytd.relative below zero
C Over three months they were ahead by {{3m.relative}}. @ 3m.relative above zero

dec performance: basis number@1
C Including dividends, small-caps gained {{mtd.small}} in the month to date, more than the {{mtd.large}} of large-caps. @ mtd.small beat mtd.large
C Over twelve months they lagged by {{12m.relative}}, total return. @ 12m.relative below zero

old performance: number negation
C Small-caps did not fall behind over twelve months: {{12m.small}} against {{12m.large}} for large-caps, total return. @ 12m.small lagged 12m.large
D Returns are cumulative over the window. @ -

performance: direction
C Small-caps did better in the quarter to date, at {{qtd.small}}, than in the month to date, at {{mtd.small}}, price return. @ qtd.small above mtd.small
L Large-caps returned {{qtd.large}} in the quarter to date. @ -

dec performance: number claim@1 direction@1 advice@1
C Small-caps trailed large-caps by {{12m.relative}} over twelve months, total return. @ 12m.relative below zero
V A stretch of catching up should follow once this gap has run its course. @ -

old performance: number scope
C With borrowing costs weighing on weaker balance sheets, small-caps lagged by {{12m.relative}} over twelve months, total return. @ 12m.relative below zero
V Past returns are no guide to what follows. @ -

dec performance: number
C Small-caps beat large-caps by {{6m.relative}} over six months, total return. @ 6m.relative above zero
D All windows end at the last common date. @ -

valuation: subject
C Counting all companies, loss-makers included, small-caps trade on a forward P/E of {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers are {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -

valuation: basis
C On the earnings reported over the past year, the median profitable small-cap trades at {{small.median.pe}}, below {{large.median.pe}} for large-caps. @ small.median.pe below large.median.pe
L Loss-makers, {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap, are left out. @ -

valuation: counter-figure counter-figure@1
C Without loss-makers, the forward P/E of small-caps is below that of large-caps by {{discount.aggExLoss}}. @ discount.aggExLoss below zero
C At the median of profitable companies the gap is {{discount.median}}. @ discount.median below zero

valuation: number period
R The gap without loss-makers ranks at {{percentile10y.aggExLoss}} among its month-ends of the last twenty years. @ -
L Loss-makers are {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -

valuation: unbacked
C Without loss-makers, small-caps trade at an undemanding {{small.aggExLoss.pe}}, a forward P/E below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers are {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -

valuation: subject@1
C With all companies counted, small-caps trade at {{small.aggIncl.pe}} forward earnings, above {{large.aggIncl.pe}} for large-caps. @ small.aggIncl.pe above large.aggIncl.pe
L By number of companies, loss-makers are {{small.lossShareCap}} of covered small-caps. @ -

coverage: unbacked@1
C Companies without an analyst make up {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
V Wer sucht, sollte hier jetzt zugreifen. @ -

coverage: direction
C For large-caps, the mean of followed companies, {{large.meanOfFollowed}}, is higher than the mean of all, {{large.mean}}. @ large.meanOfFollowed above large.mean
L For small-caps the mean of all companies is {{small.mean}}. @ -

coverage: certainty@1 wording@1
C The median number of analysts a company is {{small.median}} for small-caps, below {{large.median}} for large-caps. @ small.median below large.median
V Thinly followed shares tend to be mispriced. @ -

deals: number direction
C Takeover activity picked up over twelve months, to {{ttm.count}} deals from {{ttm.previous}} in the year before. @ ttm.count rose ttm.previous
D Later words on the same deal are left out. @ -

deals: number
L Announced takeovers reached {{ttm.count}} over twelve months, a tally without precedent in the data. @ -
L The median of the history is {{history.median}}. @ -

deals: date@1 name@1
C In the year to date {{ytd.count}} takeovers were announced, below {{ytd.previous}} in the same days of the year before. @ ytd.count below ytd.previous
D The count runs from New Year's Day to the day before Halloween. @ -

debt: subject direction measure
L The floating share of small-cap debt, after swaps, has climbed to {{small.floatingShareOfDebt}}. @ -
L At large-caps it is {{large.floatingShareOfDebt}}. @ -

debt: quantity subject
C Most small-caps carry mainly floating debt after swaps, as the share of {{small.companiesMostlyFloating}} shows, above {{large.companiesMostlyFloating}} at large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
D Financials are left out. @ -

debt: subject
C After hedging with pay-fixed swaps, {{small.floatingShareOfDebtBeforeSwaps}} of small-cap debt floats, above {{large.floatingShareOfDebtBeforeSwaps}} at large-caps. @ small.floatingShareOfDebtBeforeSwaps above large.floatingShareOfDebtBeforeSwaps
D Companies whose sector is financial are left out. @ -

debt: subject
C For years on end, {{small.zombieShare}} of small-caps have failed to earn their interest, against {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
D Interest cover is EBIT over interest expense. @ -

earnings: number script@1
C Breadth of revisions over the last three months is {{small.breadth.3m}} for small-caps, below {{large.breadth.3m}} for large-caps. @ small.breadth.3m below large.breadth.3m
V Some сорок процентов of small-caps lost money. @ -

earnings: forecast subject@1
C The typical small-cap is expected to grow earnings by {{small.growth.aggIncl}}, above {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
L Of profitable companies, in sum, the figures are {{small.growth.profitable}} for small-caps and {{large.growth.profitable}} for large-caps, and {{small.losingShare}} of small-caps lost money. @ -

earnings: unit
C Breadth of revisions over the last month was lower for small-caps than for large-caps, with a gap of {{breadthGap.1m}}, in basis points. @ breadthGap.1m below zero
D Breadth relates estimates raised less estimates cut to estimates changed. @ -

dec premium: subject@1
L The size factor averaged {{full.meanAnnual}} a year over the full sample, which settles that small beats big. @ full.meanAnnual above zero
L The range runs from {{full.rangeLow}} to {{full.rangeHigh}}, and all months but January average {{otherMonths.meanAnnual}}. @ -

old premium: unbacked@1
C January alone averages {{january.meanAnnual}} a year, above the {{otherMonths.meanAnnual}} of all other months. @ january.meanAnnual above otherMonths.meanAnnual
V Bear the calendar in mind when positions are next reviewed. @ -

old premium: subject subject@1
L Over the full sample the mean a year is {{since1990.meanAnnual}}, above zero. @ since1990.meanAnnual above zero
V The range, {{since1990.rangeLow}} to {{since1990.rangeHigh}}, includes zero. @ -

volatility: name scope direction
C Volatility over a year of daily price returns is {{1y.small}} for small-caps, above {{1y.large}} for large-caps, a wider gap than among European shares. @ 1y.small above 1y.large
R The ratio ranks at {{history.percentile}} in its own history. @ -

volatility: basis
L With dividends reinvested, small-caps sit below their high by {{drawdown.small.current}}, further than large-caps with {{drawdown.large.current}}. @ drawdown.small.current below zero
D Highs are taken since the start of the data. @ -

dec volatility: number quantity subject
C Over one year small-caps were nearly a quarter more volatile than large-caps, with {{1y.small}} against {{1y.large}} on daily price returns. @ 1y.small above 1y.large
V Volatility says nothing about direction. @ -

regime: subject
L After months of expansion, small-caps were ahead in {{after.contraction.hit}} of months. @ -
L After slowdown the share was {{after.slowdown.hit}}, and after recovery {{after.recovery.hit}}. @ -

dec regime: cause
V The replica points to expansion at present, although its data are overdue. @ -
L After slowdown, a month's return averaged {{after.slowdown.mean}}, small minus large, with small-caps ahead in {{after.slowdown.hit}} of months. @ after.slowdown.mean below zero

dec risks: direction
L The Sahm rule has fired, at {{sahm.value}}. @ -
L The high-yield spread is quiet at {{highYield.value}}, with {{highYield.distance}} of room. @ -

old ratecut: number counter-figure unit@1 subject@1 counter-figure@1
L Twelve months after all cuts, small-caps had beaten large-caps by a mean of {{all.12m.mean}}. @ all.12m.mean above zero
V Any month gives {{base.12m.mean}}, and the interval of {{all.12m.ciLow}} to {{all.12m.ciHigh}} includes zero. @ -

dec ratecut: number subject swap
C Counting every cut, small-caps were ahead in {{scheduled.12m.hit}} of windows over twelve months, above {{base.12m.hit}} for any month. @ scheduled.12m.hit above base.12m.hit
L After first cuts the share is {{first.12m.hit}}. @ -

recovery: number direction
L Twelve months on, small-caps had led after each of the troughs measured, by a mean of {{all.12m.mean}}. @ all.12m.mean above zero
L Any month gives a mean of {{base.12m.mean}} with small-caps ahead in {{base.12m.hit}} of windows. @ -

universe: subject
L By number of companies, the US is home to {{usOfSmall.value}} of the world's small-caps. @ -
V Providers draw the line of small in different places. @ -

performance: number unit direction
C With dividends counted, large-caps lagged small-caps over twelve months, their {{12m.large}} comparing with {{12m.small}}, a distance that the difference of {{12m.relative}} sums up. @ 12m.large lagged 12m.small
D The windows end at the last common date of both indices. @ -

performance: basis number@1 subject@1
C Dividends included, the month to date left small-caps at {{mtd.small}}, above the {{mtd.large}} of large-caps. @ mtd.small above mtd.large
C Over twelve months, on total return, they lagged by {{12m.relative}}, {{12m.small}} standing against {{12m.large}}. @ 12m.small lagged 12m.large

performance: number period
C Over six months, total return in both cases, small-caps lagged large-caps by {{ytd.relative}}, having returned {{ytd.small}} while {{ytd.large}} was earned by the other side. @ ytd.small lagged ytd.large
V Past performance is no guide to what follows. @ -

performance: number advice number@1 subject@1
C Over three months small-caps, at {{3m.small}}, beat large-caps, at {{3m.large}}, on total return, a rotation that has further to run. @ 3m.small beat 3m.large
C Over twelve months they lagged by {{12m.relative}}, the returns being {{12m.small}} and {{12m.large}}. @ 12m.small lagged 12m.large

valuation: counter-figure claim@1 direction@1
C With loss-makers left out of both sums, the forward P/E of small-caps, {{small.aggExLoss.pe}}, is below that of large-caps, {{large.aggExLoss.pe}}, by {{discount.aggExLoss}}. @ small.aggExLoss.pe below large.aggExLoss.pe
D A gap below zero is, by definition, a discount. @ -

valuation: advice forecast
C Although {{small.lossShareCount}} of covered small-cap members, or {{small.lossShareCap}} by market cap, make losses, the forward gap without them is {{discount.aggExLoss}}, below zero, and an allocator who has none of the asset class may find that hard to defend. @ discount.aggExLoss below zero
C With all companies counted, the gap is {{discount.aggIncl}} and so above zero. @ discount.aggIncl above zero

valuation: basis
C On the earnings reported for the past year, the median profitable small-cap trades at {{small.median.pe}}, below the {{large.median.pe}} of the median profitable large-cap. @ small.median.pe below large.median.pe
L Loss-makers, who have no place in that median, are {{small.lossShareCount}} of covered small-cap members and {{small.lossShareCap}} of market cap. @ -

valuation: subject measure
C Even without loss-makers, whom the measure drops from both sums, small-caps stand above large-caps, the gap being {{discount.aggIncl}}. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCount}} of covered small-cap members and {{large.lossShareCount}} of covered large-cap members. @ -

valuation: number direction negation subject@1
L At {{percentile10y.aggExLoss}} of ten years, the gap without loss-makers has seldom been higher than it is now. @ -
C It amounts to {{discount.aggExLoss}}, below zero, while the loss-makers left out are {{small.lossShareCap}} of small-cap market cap and {{small.lossShareCount}} of members. @ discount.aggExLoss below zero

debt: scope
C After swaps, {{small.floatingShareOfDebt}} of small-cap debt is floating, above the {{large.floatingShareOfDebt}} of large-caps, the bond market being closed to companies of their size. @ small.floatingShareOfDebt above large.floatingShareOfDebt
D Financials are left out on both sides, debt being what they trade in. @ -

debt: subject
C Once pay-fixed swaps have been taken into account, {{small.floatingShareOfDebtBeforeSwaps}} of small-cap debt is floating, above the {{large.floatingShareOfDebtBeforeSwaps}} of large-caps. @ small.floatingShareOfDebtBeforeSwaps above large.floatingShareOfDebtBeforeSwaps
D Companies outside financials whose sector is reported are the basis. @ -

debt: number quantity direction
C The share of companies whose debt is mostly floating after swaps, {{small.companiesMostlyFloating}} of small-caps, is above the {{large.companiesMostlyFloating}} of large-caps, a better than twofold difference. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L Swaps are reported for {{small.debtExplained}} of small-cap debt. @ -

debt: subject
C Of small-cap companies, {{small.zombieShare}} have failed to earn their interest for years on end, above the {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
D Companies that report both EBIT and interest expense, and that pay interest, form the sample. @ -

debt: subject measure
C Small-caps' interest cover, all companies together, has slipped to {{small.interestCover}} and is thus below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Cover is EBIT over interest expense of the last reports, financials left out. @ -

deals: direction
C Far from receding, takeover activity held its ground, with {{ytd.count}} deals in the year to date beside {{ytd.previous}} over the same days of the year before. @ ytd.count littleChanged ytd.previous
D Later words on a deal are left out of the count. @ -

deals: date
C The trailing count of takeovers, {{ttm.count}}, is below the highest of its history, {{history.highest}}, which was set back in March. @ ttm.count below history.highest
D Deals are counted by the day of their announcement, not of their closing. @ -

deals: number currency
L In millions of dollars, the median takeover that disclosed a value over the last twelve months came to {{value.median}}, the sum of all being {{value.total}}. @ -
D A deal without a disclosed value adds nothing to that sum. @ -

coverage: claim@1 direction@1
C The mean number of analysts a company is {{small.mean}} among small-caps, below the {{large.mean}} among large-caps. @ small.mean below large.mean
V Where fewer analysts look, prices are slower to take in news. @ -

coverage: subject
C Nobody at all follows {{small.fewShare}} of small-caps whose number is reported, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
D Companies whose number of analysts is not reported do not enter. @ -

earnings: number direction
C Analysts raised their small-cap estimates more often than they cut them over the last three months, which is what a breadth of {{small.breadth.3m}}, below the {{large.breadth.3m}} of large-caps, conveys. @ small.breadth.3m below large.breadth.3m
D Estimates that were kept do not enter into the measure. @ -

earnings: number period
C Taking the last three months together, the breadth of revisions at small-caps, {{small.breadth.1m}}, was below that of large-caps, {{large.breadth.1m}}. @ small.breadth.1m below large.breadth.1m
D Breadth is estimates raised less estimates cut, of those changed. @ -

earnings: number@1
C All companies in sum, the growth of earnings expected of small-caps, {{small.growth.aggIncl}}, is above the {{large.growth.aggIncl}} expected of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
D Expected earnings are those of the next twelve months, and they are set against the last twelve as reported. @ -

earnings: number
C Companies that were profitable over the last twelve months have delivered earnings growth of {{small.growth.profitable}} at small-caps, below the {{large.growth.profitable}} at large-caps. @ small.growth.profitable below large.growth.profitable
D Sums, not medians, are compared here. @ -

premium: number subject quantity@1
C The last ten years average {{rolling10y.latest}} a year, above zero, as happened in roughly every fourth window of that length, the full sample's mean being {{full.meanAnnual}}. @ rolling10y.latest above zero
V Neighbouring windows share nearly all their months. @ -

dec premium: measure certainty subject@1
C Over the full sample, the size factor has earned {{full.meanAnnual}} a year, above zero, with a range from {{full.rangeLow}} to {{full.rangeHigh}} that leaves the premium in no doubt. @ full.meanAnnual above zero
L All other months without January give {{otherMonths.meanAnnual}}. @ -

premium: subject swap
C It is outside January that small did worse, the mean of {{january.meanAnnual}} for that part of the year lying below the {{otherMonths.meanAnnual}} that January alone returned. @ january.meanAnnual below otherMonths.meanAnnual
V Neither range is clear of zero. @ -

volatility: number subject period direction
C The beta of small on large over three years, {{3y.beta}}, edges above the {{5y.beta}} of five years. @ 3y.beta above 5y.beta
D Daily price returns are the basis of either figure. @ -

old volatility: number
C Volatility over the one-year window was {{1y.small}} for small-caps, above the {{1y.large}} of large-caps, and position limits deserve to be reviewed in that light. @ 1y.small above 1y.large
D The figures are annualised standard deviations of daily price returns. @ -

dec volatility: number language@1 name@1
C Small-caps, at {{1y.small}}, were above large-caps, at {{1y.large}}, in volatility over the one-year window of daily price returns. @ 1y.small above 1y.large
V Wer Schwankungen aushält, dem bieten sich Rücksetzer zum Aufstocken an. @ -

volatility: basis superlative@1
C Even with dividends reinvested, small-caps stand below their high by {{drawdown.small.current}}, further down than large-caps with {{drawdown.large.current}}. @ drawdown.small.current below drawdown.large.current
D The high is the highest level since the data begin. @ -

universe: name scope direction measure wording
C By market cap, {{usOfSmall.value}} of the world's small-caps are in the US, above the {{usOfSmall.count}} by count and well ahead of Japan. @ usOfSmall.value above usOfSmall.count
D A provider's counting underlies both shares. @ -

universe: subject direction
C Members in the usual small-cap band make up {{small.inBand.value}} of the small index by count, below the {{small.aboveBand.value}} of those above it. @ small.inBand.value below small.aboveBand.value
D Only members with a reported market cap are considered. @ -

regime: number
C Now at {{level}}, which is above zero, our replica has eased over three months, the change being {{change3m}}. @ level above zero
V It is not a bank's own indicator, and some of its inputs are missing. @ -

risks: number subject comparator direction negation
C The two-year yield over the target, at {{twoYear.value}}, has so far done no more than warn, the room before it fires, {{twoYear.distance}}, being below zero. @ twoYear.distance below zero
D A state ends only somewhat inside its threshold. @ -

dec risks: unbacked
L With {{condition.downturn.fired}} of {{condition.downturn.known}} known triggers fired, a US downturn can be ruled out for the time being. @ -
L The Sahm rule, at {{sahm.value}}, has room of {{sahm.distance}} before it fires. @ -

dec ratecut: number counter-figure
C Over twelve months after all cuts, small minus large averaged {{all.12m.mean}}, above zero, with small-caps ahead in {{all.12m.hit}} of the windows. @ all.12m.mean above zero
D The windows begin at the month-end of the announcement's month. @ -

old ratecut: number subject
C First cuts were followed over six months by a mean of {{all.6m.mean}} for small minus large, above the {{first.6m.mean}} that is found when all cuts are counted. @ all.6m.mean above first.6m.mean
V Windows of neighbouring cuts overlap, which leaves few independent cases. @ -

dec recovery: number unit period direction number@1 period@1
C Every trough measured was followed by three years in which small-caps led, the mean of {{all.36m.mean}} being above the {{base.36m.mean}} of any month. @ all.36m.mean above base.36m.mean
L The hit rate of any month over three years is {{base.36m.hit}}. @ -

old recovery: number script
C Small-caps led over twelve months after all три recoveries measured, and the mean, {{all.12m.mean}}, is above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Around the latest trough, {{sweep.12m.ahead}} of {{sweep.12m.n}} start months had small-caps ahead. @ -

dec performance: number quantity number@1
C Over six months small-caps beat large-caps by {{6m.relative}} on total return, {{6m.small}} against {{6m.large}}, in what was a record stretch for the group. @ 6m.small beat 6m.large
C Over twelve months they lagged, returning {{12m.small}} where large-caps returned {{12m.large}}. @ 12m.small lagged 12m.large
`);
