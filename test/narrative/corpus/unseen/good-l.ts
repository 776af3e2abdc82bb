import { draftsOf } from "./read.ts";

/** By authors who knew the contract, and neither the prompt nor the gate: two more sets, as far as they keep to it. */
export const GOOD_L = draftsOf(`
performance
H Small-caps fell by {{mtd.small}} in the month to date on a price basis. @ mtd.small fell zero
C Large-caps lost more, at {{mtd.large}}, which left small-caps ahead by {{mtd.relative}}. @ mtd.relative above zero
C The year to date reads differently: on total return, small-caps lag by {{ytd.relative}}. @ ytd.small lagged ytd.large

valuation
C Leave loss-makers out, and small-caps trade at a forward P/E of {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe
C Put every company back in and the gap turns into a premium of {{discount.aggIncl}}. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -

valuation
C With all companies counted, the forward earnings yield of small-caps is {{small.aggIncl.earningsYield}}, short of the {{large.aggIncl.earningsYield}} of large-caps. @ small.aggIncl.earningsYield below large.aggIncl.earningsYield
V Estimates can be wrong, and the forward figures rest on them. @ -

valuation
C The median profitable small-cap has a forward P/E of {{small.median.pe}}, lower than the {{large.median.pe}} of its large-cap counterpart. @ small.median.pe below large.median.pe
C That median leaves out loss-makers, which make up {{small.lossShareCount}} of covered small-caps by count, against {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount

valuation
C The forward P/E of large-caps is little different between definitions: {{large.aggExLoss.pe}} without loss-makers, {{large.median.pe}} at the median of profitable companies. @ large.aggExLoss.pe littleChanged large.median.pe
C Coverage of small-caps, at {{small.coverage}} of market cap, is thinner than the {{large.coverage}} of large-caps. @ small.coverage below large.coverage

debt
C After swaps, floating debt makes up {{small.floatingShareOfDebt}} of small-cap debt, above {{large.floatingShareOfDebt}} at large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover of all companies together is {{small.interestCover}} for small-caps, less than the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
D Financials are left out on either side. @ -

debt
C Some {{small.zombieShare}} of small-caps do not earn their interest, versus {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
V The share rests on the last reports alone; the usual definition of a zombie asks for several such years in a row. @ -
D Only companies that report EBIT and interest expense, and pay interest, are counted. @ -

debt
C Net of pay-fixed swaps, the floating share of small-cap debt is {{small.floatingShareOfDebt}}, below the {{small.floatingShareOfDebtBeforeSwaps}} before swaps. @ small.floatingShareOfDebt below small.floatingShareOfDebtBeforeSwaps
L For large-caps the after-swap reading is {{large.floatingShareOfDebt}}. @ -
L Floating part and swaps are reported for {{small.debtExplained}} of small-cap debt. @ -

premium
L The size factor averaged {{full.meanAnnual}} a year over the full sample, a touch below zero. @ full.meanAnnual below zero
L Its range of {{full.rangeLow}} to {{full.rangeHigh}} takes in zero, so no clear premium shows either way. @ -

dec regime
V The present phase is withheld, as the data behind it are overdue. @ -
L A month's return after slowdown averaged {{after.slowdown.mean}}, small minus large. @ after.slowdown.mean below zero
L The number of such months is {{after.slowdown.n}}, a thin sample. @ -

old risks
L The high-yield spread of {{highYield.value}} has fired its trigger; the room left reads {{highYield.distance}}. @ highYield.distance below zero
L Initial claims, by contrast, remain quiet at {{claims.value}} over their low, with {{claims.distance}} of room. @ claims.value above zero
V Several triggers are missing from the data, too many to tell any condition. @ -

universe
C Of the members of the small index, {{small.inBand.count}} by count lie in the usual small-cap band, but only {{small.inBand.value}} by market cap. @ small.inBand.value below small.inBand.count
C The median market cap is {{small.medianCap}}, against {{large.medianCap}} in the large index. @ small.medianCap below large.medianCap

universe
C Small-caps earn {{small.usRevenueShare}} of revenue in the US, weighted by market cap, more than the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
C US revenue is reported for {{small.usRevenueReported}} of small-cap market cap, less than the {{large.usRevenueReported}} for large-caps. @ small.usRevenueReported below large.usRevenueReported

performance
C Further under its peak is the small-cap index, whose distance from its high, {{drawdown.small.current}} on total return, lies below the {{drawdown.large.current}} recorded for large-caps. @ drawdown.small.current below drawdown.large.current
L Daily price returns, taken over the same window as the volatilities, put the beta of small on large at {{beta252d}} and the correlation at {{correlation252d}}. @ -
V Past performance, it bears repeating, is no guide to what follows. @ -

valuation
C Expressed as a yield, and with the losses of unprofitable companies taken into the sum, forward earnings come to {{small.aggIncl.earningsYield}} for small-caps, which is below the {{large.aggIncl.earningsYield}} of large-caps. @ small.aggIncl.earningsYield below large.aggIncl.earningsYield
C Restrict both sides to companies whose trailing earnings were positive, and small-caps, at {{small.profitable.earningsYield}}, are above large-caps, at {{large.profitable.earningsYield}}. @ small.profitable.earningsYield above large.profitable.earningsYield
L Loss-makers, meanwhile, are {{small.lossShareCount}} of covered members among small-caps, as against {{large.lossShareCount}} among large-caps. @ -

debt
C At {{small.interestCover}}, the interest cover of small-caps, all companies together, is below the {{large.interestCover}} of large-caps, and the median companies, at {{small.interestCoverMedian}} and {{large.interestCoverMedian}}, stand further apart still. @ small.interestCover below large.interestCover
C EBIT did not cover interest expense at {{small.zombieShare}} of small-cap companies in their last reports, a share above the {{large.zombieShare}} of large-caps, although the usual definition of a zombie asks for several such years in a row. @ small.zombieShare above large.zombieShare

debt
C Pay-fixed swaps make a visible difference: among small-caps, the share of companies whose debt is mostly floating is {{small.companiesMostlyFloating}} after swaps, below the {{small.companiesMostlyFloatingBeforeSwaps}} measured before them. @ small.companiesMostlyFloating below small.companiesMostlyFloatingBeforeSwaps
C If debt-free companies are counted too, {{small.companiesMostlyFloatingOfAll}} of small-caps remain, still above the {{large.companiesMostlyFloatingOfAll}} that large-caps show on the same footing. @ small.companiesMostlyFloatingOfAll above large.companiesMostlyFloatingOfAll

coverage
C Companies that nobody follows being counted in, the mean number of analysts a company comes to {{small.mean}} among small-caps and is thus below the {{large.mean}} of large-caps. @ small.mean below large.mean
C The share without an analyst, {{small.noneShare}} of small-caps whose number is reported, is above that of large-caps, {{large.noneShare}}. @ small.noneShare above large.noneShare

coverage
L Large over small, analysts a company stand in a ratio of {{ratio.mean}} by the mean and {{ratio.median}} by the median, or of {{ratio.meanOfFollowed}} by the mean once companies without an analyst are set aside. @ -
C Put in numbers rather than ratios, the median is {{large.median}} for large-caps, above the {{small.median}} that is reached by small-caps. @ large.median above small.median
V Analysts are taken as the source counts them, and a count says nothing of how good their work is. @ -

volatility
C On price return, and hence without dividends, the small-cap index stands below its high by {{drawdown.small.current}} and the large-cap index by {{drawdown.large.current}}, the former being the further down. @ drawdown.small.current below drawdown.large.current
C Small-caps had the deeper fall over the whole history as well, their deepest drawdown of {{drawdown.small.deepest}} lying below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest

universe
C Counted by heads, small-caps are {{smallOfAll.count}} of the world's listed companies, which is above the {{smallOfAll.value}} that they represent by market cap. @ smallOfAll.count above smallOfAll.value
L With micro-caps put in beside them, the shares become {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
V Where the line of small is drawn is the choice of the provider, and another provider may draw it elsewhere. @ -

universe
C Although {{small.inBand.count}} of the small index's members by count lie in the usual small-cap band, they carry {{small.inBand.value}} of its market cap, a share below the {{small.aboveBand.value}} that falls to members above the band. @ small.inBand.value below small.aboveBand.value
C Revenue from the US, weighted by market cap and taken from members that report it, is {{small.usRevenueShare}} for small-caps, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare

universe
C By market cap, the US supplies {{usOfSmall.value}} of the world's small-caps, which is above its share of {{usOfSmall.count}} by count. @ usOfSmall.value above usOfSmall.count
L Inside the small index, whose median market cap is {{small.medianCap}}, {{small.aboveBand.count}} of members by count are above the usual small-cap band, while among large-caps, where the median is {{large.medianCap}}, the like share is {{large.aboveBand.count}}. @ -

coverage: cause@1
C The mean number of analysts a company is {{small.mean}} for small-caps, well under the {{large.mean}} of large-caps. @ small.mean below large.mean
C Leaving out companies that nobody follows lifts the small-cap mean only to {{small.meanOfFollowed}}. @ small.meanOfFollowed above small.mean
D A company without an analyst counts as such; a company whose number is not reported does not enter. @ -

dec premium: wording
C January alone shows a mean of {{january.meanAnnual}} a year for small over big, far above the {{otherMonths.meanAnnual}} of all other months. @ january.meanAnnual above otherMonths.meanAnnual
L For the full sample the t statistic is {{full.t}}, and the range runs from {{full.rangeLow}} to {{full.rangeHigh}}. @ -

performance: subject direction subject@1
C Measured as a price return, which leaves dividends out, the month to date was less costly for small-caps than for large-caps: at {{mtd.small}}, their figure is above the {{mtd.large}} of the other side. @ mtd.small above mtd.large
C On total return, however, the year to date tells against them, since they have lagged large-caps by {{ytd.relative}}, having returned {{ytd.small}} where {{ytd.large}} was earned by the larger companies. @ ytd.small lagged ytd.large

valuation: subject@1 subject@2
C Once loss-makers are left out of both sums, the forward P/E of small-caps, {{small.aggExLoss.pe}}, is below the {{large.aggExLoss.pe}} of large-caps by {{discount.aggExLoss}}. @ small.aggExLoss.pe below large.aggExLoss.pe
C Count every company, losses included, and the sign turns, small-caps at {{small.aggIncl.pe}} then standing above large-caps at {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe
L What the former measure omits is a group that makes up {{small.lossShareCount}} of covered small-cap members by count and {{small.lossShareCap}} of their market cap. @ -

debt: advice@1
C After swaps have been allowed for, and with financials left out on both sides, {{small.floatingShareOfDebt}} of small-cap debt is floating, which is above the {{large.floatingShareOfDebt}} found at large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
V It should be borne in mind that the floating part and the swaps are reported for {{small.debtExplained}} of small-cap debt, so the share speaks for that portion alone. @ -

premium: quantity@1 subject@1
L That no clear size premium can be read from the full sample is shown by its range, which runs from {{full.rangeLow}} to {{full.rangeHigh}} around a mean a year of {{full.meanAnnual}}. @ -
C January alone, at {{january.meanAnnual}}, lies below all other months, at {{otherMonths.meanAnnual}}, yet even its range, which reaches up to {{january.rangeHigh}}, still takes in zero. @ january.meanAnnual below otherMonths.meanAnnual

risks: subject@1
L Of the triggers for a US downturn that are known, {{condition.downturn.known}} in number, {{condition.downturn.fired}} have fired. @ -
L Room before firing is left at the high-yield spread, now {{highYield.value}}, to the extent of {{highYield.distance}}, and at the volatility index, now {{vix.value}}, to the extent of {{vix.distance}}. @ -
V Geopolitical risk is not in the data, and a threshold that has not been reached is no assurance that it will not be. @ -

old premium: unbacked@1
C Over the full sample small beat big by {{full.meanAnnual}} a year on average, a mean above zero whose range, from {{full.rangeLow}} to {{full.rangeHigh}}, stays on that side. @ full.meanAnnual above zero
L Much hangs on the calendar, however: January alone gives {{january.meanAnnual}}, whereas the range of all other months, from {{otherMonths.rangeLow}} to {{otherMonths.rangeHigh}}, includes zero. @ -

old risks: cause
C Beyond its threshold already, the high-yield spread is at {{highYield.value}}, so that the room before it fires, {{highYield.distance}}, is below zero. @ highYield.distance below zero
L With {{condition.downturn.fired}} fired among {{condition.downturn.known}} known triggers, the state of the US downturn condition cannot be told, too few of them being in the data. @ -

dec premium: cause certainty@1
C A full-sample mean a year of {{full.meanAnnual}} is no clear premium, because the low end of its range, {{full.rangeLow}}, is below zero. @ full.rangeLow below zero
C January alone does stand clear, its mean of {{january.meanAnnual}}, with a range from {{january.rangeLow}} to {{january.rangeHigh}}, being above the {{otherMonths.meanAnnual}} of all other months. @ january.meanAnnual above otherMonths.meanAnnual
`);
