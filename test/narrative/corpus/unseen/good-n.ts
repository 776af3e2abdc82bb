import { draftsOf } from "./read.ts";

/** By three more stand-ins for a model, to the prompt with the house's own limits; run once before anything was changed for them. */
export const GOOD_N = draftsOf(`
y09 performance
C Over a year on total return small-caps returned {{12m.small}}, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C Over the middle horizon the order turns: small-caps lagged large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative lagged zero
C On total return small-caps are below their high by {{drawdown.small.current}} and large-caps by {{drawdown.large.current}}. @ drawdown.small.current below zero
V Windows with different starting points can tell different stories. @ -

y09 performance
C In the year to date small-caps fell by {{ytd.small}} on total return and large-caps by {{ytd.large}}. @ ytd.small fell zero
C Over a month small-caps beat large-caps by {{1m.relative}} percentage points on total return. @ 1m.relative beat zero
C The volatility of small-caps on price return is {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
D Volatility is measured on daily price returns. @ -

y09 ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts the mean of small-caps against large-caps over a year is {{first.12m.mean}}, below the {{base.12m.mean}} in any month. @ first.12m.mean below base.12m.mean
L The year's mean after first cuts rests on {{first.12m.n}} complete windows, that after all cuts on {{all.12m.n}}. @ -
V The sample of first cuts is small, so a single cycle can move its mean. @ -

y09 ratecut
C Over the longest horizon small-caps lagged large-caps by {{first.24m.mean}} percentage points after first cuts, on average. @ first.24m.mean lagged zero
C After scheduled cuts small-caps beat large-caps by {{scheduled.24m.mean}} percentage points over the longest horizon, on average. @ scheduled.24m.mean beat zero
C Over a year the share of windows with small-caps ahead is {{all.12m.hit}} after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
V Fed cuts come with other news, so these averages say nothing about cause. @ -

y09 risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and of those for global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
L On the other side, {{condition.hawkish.fired}} of {{condition.hawkish.known}} triggers for a hawkish Fed have fired. @ -
C The Sahm rule's room before it fires is {{sahm.distance}}, below zero. @ sahm.distance below zero
V A trigger may fire late or give a false signal. @ -

y09 risks
L The high-yield spread reads {{highYield.value}}, and its room before it fires is {{highYield.distance}}. @ highYield.value - -
C The financial stress index stands at {{stress.value}}, above zero, with room before it fires of {{stress.distance}}. @ stress.value above zero
C The rise in the target is {{policyRise.value}}, below zero. @ policyRise.value below zero
D A trigger fires when its series crosses the threshold that was fixed beforehand. @ -

y09 recovery
C After all recoveries the mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
L It rests on {{all.12m.n}} recoveries measured, against {{base.12m.n}} windows of any month. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V The sample of recoveries is small, and their dates are set only afterwards. @ -

y09 recovery
C Over a year small-caps were ahead of large-caps in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured. @ all.12m.ahead beat zero
C In any month small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
V The mean hides differences between recoveries. @ -
V The windows of any month overlap, so they are not independent observations. @ -

y09 regime
C The level of the replica is {{level}} in standard deviations, below zero. @ level below zero
C In months after slowdown small-caps beat large-caps by {{after.slowdown.mean}} percentage points on average. @ after.slowdown.mean beat zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero
V The phases are assigned with revised data that were unknown at the time. @ -

y09 regime
C Activity scores {{activity.score}} and the credit spread, inverted, {{credit.score}}, both below zero. @ activity.score below zero
L The count of months in this phase is {{monthsInPhase}}, and the replica's change over a quarter is {{change3m}}. @ -
L The share of months with small-caps in front is {{after.contraction.hit}} after contraction, from {{after.contraction.n}} months, and {{after.expansion.hit}} after expansion, from {{after.expansion.n}}. @ -
D A score counts standard deviations from the mean of the series. @ -

y09 volatility
C Over a year the volatility of small-caps on daily price return is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio of {{1y.ratio}} stands at the {{history.percentile}} of its own history. @ history.percentile - -
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
V Volatility counts rises as well as falls and is not the risk of loss. @ -

y09 volatility
L Over a year the beta of small-caps on large-caps is {{1y.beta}} and the correlation {{1y.correlation}}, on daily price return. @ -
C The deepest drawdown of small-caps is {{drawdown.small.deepest}} on price return, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ -
D Correlation says how closely returns move together, not how far. @ -

y09 premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year on average, with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
L The t statistic is {{january.t}} in January and {{otherMonths.t}} in all other months. @ -
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The factor is built from paper portfolios and leaves out trading costs. @ -

y09 premium
C In all other months than January the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, above zero. @ otherMonths.meanAnnual above zero
C In the latest rolling window small-caps beat large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest beat zero
C The share of rolling windows above zero is {{rolling10y.positiveShare}}. @ rolling10y.positiveShare above zero
V Rolling windows overlap, so they are not independent observations. @ -

real thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on definition. @ -
L A further {{all.untested}} of all claims cannot be tested, and {{all.opinion}} are opinion. @ -
L The claim that small-caps beat large-caps in recoveries reads {{19.now}}, and it read {{19.then}} when it was printed. @ 19.now - -
V A verdict depends on the definition and the sample that the test uses. @ -

real thesis
L On policy, {{policy.holds}} claims hold and {{policy.fails}} fail, while on valuation {{valuation.untested}} cannot be tested. @ -
L The claim that small-caps are more volatile than large-caps reads {{4.now}}. @ 4.now - -
L The claim that easier money is a tailwind for small-caps reads {{11.now}}, and the claim that the size premium has been inconsistent since reads {{9.now}}. @ -
D A claim cannot be tested when the data it needs are not available. @ -

french performance
C Over a year small-caps returned {{12m.small}}, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points. @ 6m.relative beat zero
C Over a month large-caps were little changed at {{1m.large}}. @ 1m.large littleChanged zero
V The result depends on the end date. @ -

french performance
C In the year to date small-caps rose {{ytd.small}} and large-caps {{ytd.large}}, on total return. @ ytd.small rose zero
C Small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year and by {{discrete12m.2.relative}} in the discrete year before the latest. @ discrete12m.1.relative lagged zero
C In the month to date small-caps beat large-caps by {{mtd.relative}} percentage points. @ mtd.relative beat zero
V Costs and taxes of an investor are not deducted. @ -

french premium
C In January small-caps beat large-caps by {{january.meanAnnual}} a year on average, over {{january.n}} months. @ january.meanAnnual beat zero
L In all other months the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ otherMonths.meanAnnual - -
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest lagged zero
V The average over a long history describes no particular stretch of it. @ -

french premium
C Over the {{full.n}} months of the full sample, the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero. @ full.meanAnnual above zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest small-caps were ahead of large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
D The size premium is the return of small stocks minus that of big stocks. @ -

french ratecut
C After first cuts small-caps lagged large-caps by {{first.6m.mean}} percentage points over the middle horizon, on average. @ first.6m.mean lagged zero
C Over the longest horizon after first cuts small-caps beat large-caps by {{first.24m.mean}} percentage points on average. @ first.24m.mean beat zero
C Over a quarter after scheduled cuts the mean of small-caps against large-caps is little changed at {{scheduled.3m.mean}}. @ scheduled.3m.mean littleChanged zero
V The sample of first cuts is small, so a single cycle can move its mean. @ -

french ratecut
C At the median, small-caps beat large-caps by {{all.12m.median}} percentage points over a year after all cuts. @ all.12m.median beat zero
C After first cuts small-caps lagged large-caps by {{first.12m.median}} percentage points over a year at the median. @ first.12m.median lagged zero
C The share of windows with small-caps ahead over a year is {{first.12m.hit}} after first cuts, below the {{base.12m.hit}} in any month. @ first.12m.hit below base.12m.hit
D The base rate counts windows from any month, whether there was a cut or not. @ -

french recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month, too, small-caps beat large-caps over a year, by {{base.12m.mean}} percentage points on average. @ base.12m.mean beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V Each recovery followed a different kind of recession. @ -

french recovery
L Small-caps were in front over a year in {{all.12m.ahead}} of {{all.12m.n}} recoveries, and in {{base.12m.hit}} of the windows of any month. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V The sample of recoveries is small, and their dates are set only afterwards. @ -
V Past performance is not a reliable indicator of future results. @ -

valuation
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps on forward P/E. @ discount.aggIncl above zero
C At the median, small-caps trade {{discount.median}} below large-caps. @ discount.median below zero
L Loss-makers are {{small.lossShareCap}} of small-caps by market cap and {{large.lossShareCap}} of large-caps. @ -
V The result depends on how companies that lose money are counted. @ -

valuation
C For profitable companies, small-caps carry a forward P/E of {{small.profitable.pe}}, below the {{large.profitable.pe}} of large-caps. @ small.profitable.pe below large.profitable.pe
C With all companies, the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
R The gap for profitable companies stands at the {{percentile20y.profitable}} of its longer history. @ percentile20y.profitable - -
V Forward earnings are analysts' estimates and are often revised. @ -

valuation
C Without loss-makers, small-caps stand at a discount of {{discount.aggExLoss}} to large-caps on forward P/E. @ discount.aggExLoss below zero
C Loss-makers by count are {{small.lossShareCount}} of small-caps, above the {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
R Within its longer history, the gap is at the {{percentile20y.aggExLoss}} without loss-makers and at the {{percentile20y.aggIncl}} with all companies. @ percentile20y.aggExLoss - -
V Each definition keeps a different set of companies in the sum. @ -

debt
C After swaps, the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C For the median company, interest cover is {{small.interestCoverMedian}} among small-caps, below the {{large.interestCoverMedian}} among large-caps. @ small.interestCoverMedian below large.interestCoverMedian
V The floating share depends on what companies disclose about their swaps. @ -

debt
L Companies whose debt is mostly floating are {{small.companiesMostlyFloatingBeforeSwaps}} of small-caps before swaps and {{small.companiesMostlyFloating}} after swaps. @ -
L For large-caps the shares are {{large.companiesMostlyFloatingBeforeSwaps}} before swaps and {{large.companiesMostlyFloating}} after swaps. @ -
C With debt-free companies counted too, the share is {{small.companiesMostlyFloatingOfAll}} for small-caps, above the {{large.companiesMostlyFloatingOfAll}} of large-caps. @ small.companiesMostlyFloatingOfAll above large.companiesMostlyFloatingOfAll
V A share of companies and a share of debt answer different questions. @ -

debt
C All companies together, small-caps cover their interest {{small.interestCover}}, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
C Companies with thin interest cover are {{small.thinCoverShare}} of small-caps, above the {{large.thinCoverShare}} of large-caps. @ small.thinCoverShare above large.thinCoverShare
D Interest cover divides operating profit by interest expense. @ -
V The reports are months older than the list of members. @ -

coverage
C The mean number of analysts a company is {{small.mean}} for small-caps, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
L At the median, {{small.median}} analysts follow a company among small-caps and {{large.median}} among large-caps. @ -
C Counting followed companies alone, the mean is {{small.meanOfFollowed}} for small-caps, below the {{large.meanOfFollowed}} of large-caps. @ small.meanOfFollowed below large.meanOfFollowed
L Still, companies without an analyst are just {{small.noneShare}} of small-caps. @ -
D Companies whose number of analysts is not reported are not counted as having none. @ -

coverage
C Companies with few analysts are {{small.fewShare}} of small-caps, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L Among small-caps the number of analysts a company is {{small.mean}} at the mean and {{small.median}} at the median. @ -
V Averages are pulled up by a few widely followed companies. @ -
D An analyst counts where the source holds an estimate for the company. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps, the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
C The median market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe
C Revenue from the US, weighted by market cap, is {{small.usRevenueShare}} for small-caps, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
L The US makes up {{usOfSmall.value}} of the world's small-caps by market cap and {{usOfSmall.count}} by count. @ -
V Companies do not report regions on a common standard. @ -
V Counting companies and adding up their value answer different questions. @ -

universe
C Members inside the size band are {{small.inBand.count}} of small-caps by count, above the {{large.inBand.count}} of large-caps. @ small.inBand.count above large.inBand.count
L By market cap, members inside the band are {{small.inBand.value}} of small-caps. @ -
C The smallest market cap is {{small.smallestCap}} among small-caps, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V Members may outgrow such a band between reviews of an index. @ -

earnings
C With all companies, earnings of small-caps are estimated to grow by {{small.growth.aggIncl}} in sum, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies, the estimated growth of small-caps is {{small.growth.profitable}} in sum, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
V Estimates are revised, and a loss that shrinks counts as growth in the sum. @ -

earnings
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} for large-caps. @ small.breadth.3m below large.breadth.3m
C Over a month breadth is below zero for both sides, at {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ small.breadth.1m below zero
C Against that, the gap in expected growth of small-caps to large-caps with all companies is {{growthGap.aggIncl}} percentage points, above zero. @ growthGap.aggIncl above zero
D Breadth is the share of estimates raised minus the share cut. @ -

earnings
C At the median, earnings of small-caps are estimated to grow by {{small.growth.median}}, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
L Small minus large, the difference in estimated growth is {{growthGap.median}} percentage points at the median and {{growthGap.aggIncl}} with all companies in sum. @ -
C The breadth of revisions over a month, small-caps minus large-caps, is {{breadthGap.1m}} percentage points, below zero. @ breadthGap.1m below zero
V The sum includes companies that lose money, the median leaves them out. @ -

deals
L Takeovers announced over a year are {{ttm.count}}, against {{ttm.previous}} a year before. @ -
R The count over a year stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
C In the year to date the change from a year before is {{ytd.change}}, below zero. @ ytd.change below zero
V An announcement is not a completion. @ -

deals
L The disclosed value of takeovers over a year is {{value.total}}, with a median of {{value.median}} a takeover. @ -
L A value is disclosed by {{value.disclosed}} of takeovers. @ -
V Takeovers that disclose no value are left out of the total and of the median. @ -
V The count covers all targets in the data, so small-caps are not set apart. @ -

deals
C The number of takeovers announced over a year is {{ttm.count}}, a change from a year before of {{ttm.change}}, below zero. @ ttm.change below zero
L The median of its history is {{history.median}} takeovers and the highest count {{history.highest}}. @ -
L In the year to date {{ytd.count}} takeovers were announced, after {{ytd.previous}} in the year-earlier stretch. @ -
D A deal counts on the day of its announcement, whether or not it closes. @ -

dec performance
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative beat zero
C Volatility on price return is {{volatility252d.small}} for small-caps, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Windows with different starting points can tell different stories. @ -

dec performance
C In the month to date small-caps rose {{mtd.small}} on price return, ahead of the {{mtd.large}} of large-caps. @ mtd.small beat mtd.large
C In the year to date, on total return, small-caps lagged large-caps by {{ytd.relative}} percentage points. @ ytd.relative lagged zero
C The deepest drawdown on total return is {{drawdown.small.deepest}} for small-caps, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
V The result depends on the end date. @ -

dec premium
C In the full sample small-caps beat large-caps by a mean of {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
C Over the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}}. @ rolling10y.latest lagged zero
V The average over a long history describes no particular stretch of it. @ -
V Rolling windows overlap, so they are not independent observations. @ -

dec premium
C In all other months small-caps beat large-caps by {{otherMonths.meanAnnual}} a year on average, across {{otherMonths.n}} months. @ otherMonths.meanAnnual beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
L The share of rolling windows above zero is {{rolling10y.positiveShare}}. @ rolling10y.positiveShare - -
V The factor is built from paper portfolios and leaves out trading costs. @ -

dec ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts small-caps lagged large-caps by {{first.12m.mean}} percentage points over the same year, on average. @ first.12m.mean lagged zero
L The averages rest on {{all.12m.n}} complete windows after all cuts and {{first.12m.n}} after first cuts. @ -
V The sample of first cuts is small, so a single cycle can move its mean. @ -

dec ratecut
C Over the longest horizon the mean of small-caps against large-caps after all cuts is {{all.24m.mean}}, above the {{base.24m.mean}} of any month. @ all.24m.mean above base.24m.mean
C After first cuts the same mean is {{first.24m.mean}} over the longest horizon, below zero. @ first.24m.mean below zero
C Over a quarter after scheduled cuts small-caps lagged large-caps by {{scheduled.3m.mean}} percentage points, on average. @ scheduled.3m.mean lagged zero
V Fed cuts come with other news, so these averages say nothing about cause. @ -

dec recovery
C After all recoveries the mean of small-caps against large-caps is {{all.12m.mean}} percentage points over a year, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Small-caps were ahead in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured over a year. @ all.12m.ahead - -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
V The sample of recoveries is small, and their dates are set only afterwards. @ -

dec recovery
C Over a year after all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points on total return, on average. @ all.12m.mean beat zero
C In any month, by contrast, small-caps lagged large-caps by a mean of {{base.12m.mean}} percentage points over a year. @ base.12m.mean lagged zero
L The recoveries measured number {{all.12m.n}}, the windows of any month {{base.12m.n}}. @ -
V The mean hides differences between recoveries. @ -

dec regime
C In months after contraction small-caps beat large-caps by a mean of {{after.contraction.mean}} percentage points on total return. @ after.contraction.mean beat zero
C In months after slowdown small-caps lagged large-caps by a mean of {{after.slowdown.mean}} percentage points. @ after.slowdown.mean lagged zero
L The means rest on {{after.contraction.n}} months after contraction and {{after.slowdown.n}} after slowdown. @ -
V The phases are assigned with revised data that were unknown at the time. @ -

dec regime
C In months after expansion the mean of small-caps against large-caps is little changed at {{after.expansion.mean}} percentage points. @ after.expansion.mean littleChanged zero
L The share of months with small-caps ahead is {{after.expansion.hit}} after expansion, {{after.contraction.hit}} after contraction and {{after.slowdown.hit}} after slowdown. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
V A phase of the economy says nothing certain of small-caps. @ -

dec risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired; for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
L The Sahm rule stands at {{sahm.value}}, with {{sahm.distance}} of room before it fires. @ sahm.value - -
C The curve is at {{curve.value}}, above zero. @ curve.value above zero
V A trigger that has not fired is no assurance. @ -

dec risks
L For a hawkish Fed, {{condition.hawkish.fired}} of {{condition.hawkish.known}} triggers have fired, and for a US downturn {{condition.downturn.fired}} of {{condition.downturn.known}}. @ -
L The high-yield spread is {{highYield.value}} and has {{highYield.distance}} of room before it fires, while initial claims have {{claims.distance}}. @ -
C The financial stress index is below zero at {{stress.value}}. @ stress.value below zero
V A trigger may fire late or give a false signal. @ -

dec volatility
C Over a year the volatility of small-caps on price return is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio is {{1y.ratio}}, at the {{history.percentile}} of its own history. @ history.percentile - -
C Against its high, small-caps stand at {{drawdown.small.current}} on price return, above the {{drawdown.large.current}} of large-caps. @ drawdown.small.current above drawdown.large.current
V Volatility counts rises as well as falls and is not the risk of loss. @ -

dec volatility
L Small-caps were the more volatile at {{history.aboveOne}} of month-ends, and the volatility ratio over a year is {{1y.ratio}}. @ -
C The deepest drawdown of small-caps is {{drawdown.small.deepest}} on price return, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
C In the discrete year before the latest small-caps beat large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative beat zero
V Past volatility describes the window it is measured in. @ -

y21 thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail, {{all.depends}} depend on the definition and {{all.untested}} cannot be tested. @ -
L The claim that small-caps are more volatile than large-caps reads {{4.now}}. @ 4.now - -
L The claim that small companies beat large ones over the long run reads {{8.now}}. @ 8.now - -
V A verdict depends on the definition and the sample that the test uses. @ -

y21 thesis
L On policy, {{policy.holds}} claims hold and {{policy.fails}} fail; on deals and the cycle, {{dealsAndCycle.holds}} hold and {{dealsAndCycle.fails}} fail. @ -
L The claim that easier money is a tailwind for small-caps reads {{11.now}}, and the claim that small-caps beat large-caps in recoveries reads {{19.now}}. @ -
L On valuation, {{valuation.untested}} claims cannot be tested. @ valuation.untested - -
D A claim cannot be tested when the data it needs are not available. @ -

y21 thesis
L The claim that quality small-caps diversify a portfolio of mega-caps reads {{30.now}}, while the claim that the case for small-caps has strengthened reads {{31.now}}. @ -
L The claim that the size premium has been inconsistent since reads {{9.now}}. @ 9.now - -
L Of all claims, {{all.holds}} hold against {{all.fails}} that fail, and {{all.opinion}} are opinion. @ -
D Opinions are counted apart, as no figure can settle them. @ -

coverage
C The mean number of analysts a company is {{small.mean}} for small-caps, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
L Among followed companies, small-caps have a mean of {{small.meanOfFollowed}} analysts and large-caps {{large.meanOfFollowed}}. @ -
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
C At the median, small-caps have {{small.median}} analysts a company, below the {{large.median}} of large-caps. @ small.median below large.median
L The share of companies without an analyst is {{small.noneShare}} for small-caps and {{large.noneShare}} for large-caps. @ -
V Averages are pulled up by a few widely followed companies. @ -
D An analyst counts where the source holds an estimate for the company. @ -

deals
L Takeovers announced over a year number {{ttm.count}}, against {{ttm.previous}} a year before. @ -
C The change from a year before is {{ttm.change}}, below zero. @ ttm.change below zero
R Even so, the count over a year stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
V The count covers all targets in the data, so small-caps are not set apart. @ -

deals
L In the year to date {{ytd.count}} takeovers were announced, a change of {{ytd.change}} from a year before. @ -
L Over a year the count is {{ttm.count}}; the median of its history is {{history.median}} and its highest {{history.highest}}. @ -
L The disclosed value of takeovers totals {{value.total}}, from the {{value.disclosed}} of takeovers that disclose a value. @ -
V An announcement is not a completion. @ -

debt
C After swaps, the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C For the median company, interest cover is {{small.interestCoverMedian}} among small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L Before swaps, the floating share of debt is {{small.floatingShareOfDebtBeforeSwaps}} for small-caps and {{large.floatingShareOfDebtBeforeSwaps}} for large-caps. @ -
V The floating share depends on what companies disclose about their swaps. @ -

debt
C Companies whose debt is mostly floating, after swaps, are {{small.companiesMostlyFloating}} of small-caps, above the {{large.companiesMostlyFloating}} of large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L With debt-free companies counted too, the shares are {{small.companiesMostlyFloatingOfAll}} of small-caps and {{large.companiesMostlyFloatingOfAll}} of large-caps. @ -
C Interest cover for all companies together is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
V A share of companies and a share of debt answer different questions. @ -

earnings
C With all companies, the earnings of small-caps are estimated to grow by {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies, the growth estimated for small-caps is {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
V The result depends on whether companies that lose money are counted. @ -

earnings
C Over a month the breadth of revisions of small-caps is {{small.breadth.1m}}, below the {{large.breadth.1m}} of large-caps. @ small.breadth.1m below large.breadth.1m
C The gap in growth of earnings, small-caps minus large-caps, is above zero with all companies at {{growthGap.aggIncl}} percentage points. @ growthGap.aggIncl above zero
C At the median, the same gap is below zero at {{growthGap.median}} percentage points. @ growthGap.median below zero
V The sum includes companies that lose money, the median leaves them out. @ -

performance
H Over a quarter small-caps fell {{3m.small}} on total return. @ 3m.small fell zero
C Against large-caps, small-caps were ahead by {{3m.relative}} percentage points over that quarter. @ 3m.relative beat zero
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
V Past performance is not a reliable indicator of future results. @ -

performance
C In the year to date small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
C In the quarter to date small-caps beat large-caps by {{qtd.relative}} percentage points on price return. @ qtd.relative beat zero
C Small-caps stand {{drawdown.small.current}} below their high on total return and large-caps {{drawdown.large.current}}. @ drawdown.small.current below zero
L The beta of small-caps on large-caps is {{beta252d}} and their correlation {{correlation252d}}, both on price return. @ -

premium
C In the full sample of {{full.n}} months small-caps lagged large-caps by a mean of {{full.meanAnnual}} a year. @ full.meanAnnual lagged zero
L The t statistic of the full sample is {{full.t}}. @ full.t - -
C In the latest rolling window small-caps beat large-caps by {{rolling10y.latest}}. @ rolling10y.latest beat zero
V The average over a long history describes no particular stretch of it. @ -

premium
D The size premium is the return of small stocks minus that of big stocks. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
C In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, below zero. @ full.meanAnnual below zero

ratecut
C Over a year after all cuts small-caps lagged large-caps by {{all.12m.mean}} percentage points on average, and after first cuts by {{first.12m.mean}}. @ all.12m.mean lagged zero
C Over the longest horizon small-caps beat large-caps by {{scheduled.24m.mean}} percentage points after scheduled cuts, on average. @ scheduled.24m.mean beat zero
L In any month the mean of small-caps against large-caps over a year is {{base.12m.mean}} percentage points. @ base.12m.mean - -
V The windows overlap, so they are not independent observations. @ -

ratecut
C After all cuts small-caps were ahead over a year in {{all.12m.hit}} of windows, below the {{base.12m.hit}} of any month. @ all.12m.hit below base.12m.hit
L After first cuts the share of windows with small-caps ahead over a year is {{first.12m.hit}}. @ first.12m.hit - -
C Over a month after first cuts small-caps beat large-caps by {{first.1m.mean}} percentage points, on average. @ first.1m.mean beat zero
D The base rate counts windows from any month, whether there was a cut or not. @ -

recovery
C Over a year after all recoveries small-caps beat large-caps by a mean of {{all.12m.mean}} percentage points on total return. @ all.12m.mean beat zero
C That mean is above the {{base.12m.mean}} percentage points of any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V The mean hides differences between recoveries. @ -

recovery
L Of the {{all.12m.n}} recoveries measured over a year, {{all.12m.ahead}} had small-caps ahead. @ all.12m.ahead - -
L In any month, the share of windows with small-caps ahead over a year is {{base.12m.hit}}, out of {{base.12m.n}} windows. @ base.12m.hit - -
C The mean of small-caps against large-caps over a year is {{all.12m.mean}} after all recoveries, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
V Each recovery followed a different kind of recession. @ -

regime
C The level of the replica is {{level}} standard deviations, above zero, after {{monthsInPhase}} in this phase. @ level above zero
C The score of estimate revisions is below zero at {{revisions.score}}. @ revisions.score below zero
C In months after expansion small-caps lagged large-caps by a mean of {{after.expansion.mean}} percentage points on total return. @ after.expansion.mean lagged zero
V Other inputs or weights give other phases. @ -

regime
L Activity scores {{activity.score}}, inflation {{inflation.score}} and the inverted credit spread {{credit.score}}. @ -
C In months after slowdown small-caps beat large-caps by a mean of {{after.slowdown.mean}} percentage points, over {{after.slowdown.n}} months. @ after.slowdown.mean beat zero
C In months after recovery small-caps lagged large-caps by a mean of {{after.recovery.mean}} percentage points, over {{after.recovery.n}} months. @ after.recovery.mean lagged zero
D A score counts standard deviations from the mean of the series. @ -

risks
L Of the triggers for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired, and of those for a US downturn {{condition.downturn.fired}} of {{condition.downturn.known}}. @ -
R Policy uncertainty stands at the {{policyUncertainty.value}}, with {{policyUncertainty.distance}} of room before it fires. @ policyUncertainty.value - -
C Financial conditions are at {{conditions.value}}, below zero. @ conditions.value below zero
V Thresholds are conventions and others would be defensible. @ -

risks
L Of the triggers for a hawkish central bank, {{condition.hawkish.fired}} of {{condition.hawkish.known}} have fired. @ -
C National activity is above zero at {{activity.value}}, with {{activity.distance}} of room before it fires. @ activity.value above zero
L The Sahm rule has {{sahm.distance}} of room and oil over a quarter {{oil.distance}}. @ -
V A trigger that has not fired is no assurance. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
C Revenue from the US, weighted by market cap, is {{small.usRevenueShare}} for small-caps, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
C The median market cap is {{small.medianCap}} for small-caps, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
V Counting companies and adding up their value answer different questions. @ -

universe
L The US accounts for {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
L With micro-caps, small-caps are {{smallAndMicroOfAll.count}} of all by count; with micro-caps left out, {{smallWithoutMicro.count}}. @ -
C Members inside the size band are {{small.inBand.count}} of small-caps by count, above the {{large.inBand.count}} of large-caps. @ small.inBand.count above large.inBand.count
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

valuation
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps on forward P/E. @ discount.aggIncl above zero
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps, at the {{percentile20y.aggExLoss}} of the gap's longer history. @ discount.aggExLoss below zero
C Loss-makers by count are {{small.lossShareCount}} of small-caps, above the {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
V The result depends on how companies that lose money are counted. @ -

valuation
C For profitable companies, the forward P/E of small-caps is {{small.profitable.pe}}, below the {{large.profitable.pe}} of large-caps. @ small.profitable.pe below large.profitable.pe
C With all companies, the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
L By market cap, loss-makers are {{small.lossShareCap}} of small-caps and {{large.lossShareCap}} of large-caps. @ -
V Forward earnings are analysts' estimates and are often revised. @ -

volatility
C The volatility of small-caps over a year is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
L Over the same year the beta of small-caps on large-caps is {{1y.beta}} and the correlation {{1y.correlation}}. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
D Correlation says how closely returns move together, not how far. @ -

volatility
L The volatility ratio over a year is {{1y.ratio}}. @ 1y.ratio - -
R It stands at the {{history.percentile}} of its own history, in which small-caps were the more volatile at {{history.aboveOne}} of month-ends. @ history.percentile - -
C On price return small-caps are {{drawdown.small.current}} from their high, below the {{drawdown.large.current}} of large-caps. @ drawdown.small.current below drawdown.large.current
V The measure changes with the span. @ -

s24 earnings
C Over a month, breadth of revisions is {{small.breadth.1m}} for small-caps, above the {{large.breadth.1m}} of large-caps. @ small.breadth.1m above large.breadth.1m
C Over a quarter, breadth for small-caps is below zero at {{small.breadth.3m}}. @ small.breadth.3m below zero
L Large-caps stand at {{large.breadth.3m}} over the same quarter. @ large.breadth.3m - -
V Breadth counts revisions and leaves out their size. @ -

s24 earnings
D Breadth is the share of estimates raised minus the share cut. @ -
L The breadth of small-caps minus that of large-caps is {{breadthGap.1m}} percentage points over a month and {{breadthGap.3m}} percentage points over a quarter. @ -
C Over a month, breadth for small-caps is above zero at {{small.breadth.1m}}. @ small.breadth.1m above zero
L Against that, over a quarter breadth is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -

s24 deals
L Over a year, {{ttm.count}} takeovers were announced, a change of {{ttm.change}} from a year before. @ ttm.count - -
R That count stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
L The median of that history is {{history.median}} takeovers and its highest count is {{history.highest}}. @ -
V The count covers all targets in the data, so small-caps are not set apart. @ -

s24 deals
C In the year to date, {{ytd.count}} takeovers were announced, with the change from a year before above zero at {{ytd.change}}. @ ytd.change above zero
L Over a year the disclosed value of takeovers totals {{value.total}}, and the median disclosed value of a takeover is {{value.median}}. @ -
L A value is disclosed for {{value.disclosed}} of takeovers. @ value.disclosed - -
V An announcement is not a completion. @ -

y21 performance
C Over a year, on total return, small-caps returned {{12m.small}}, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C Over a quarter the order is the other way round: small-caps lagged large-caps by {{3m.relative}} percentage points on total return. @ 3m.relative lagged zero
C The volatility of small-caps on price return is {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Windows with different starting points can tell different stories. @ -

y21 performance
C Small-caps beat large-caps by {{ytd.relative}} percentage points in the year to date, on total return. @ ytd.relative beat zero
C In the month to date, on price return, small-caps returned {{mtd.small}}, behind the {{mtd.large}} of large-caps. @ mtd.small lagged mtd.large
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero
C The deepest drawdown on total return is {{drawdown.small.deepest}} for small-caps, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest

y21 premium
C In the full sample, small-caps beat large-caps by a mean of {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
L In all other months than January the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ otherMonths.meanAnnual - -
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The average over a long history describes no particular stretch of it. @ -

y21 premium
D The size premium is the return of small stocks minus that of big stocks. @ -
C Small-caps beat large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year. @ discrete12m.1.relative beat zero
C The share of rolling windows above zero is {{rolling10y.positiveShare}}, and the latest window of small-caps against large-caps reads {{rolling10y.latest}}. @ rolling10y.latest above zero
V Rolling windows overlap, so they are not independent observations. @ -

y21 ratecut
C Over a year small-caps were ahead after {{all.12m.hit}} of all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
C After scheduled cuts small-caps lagged large-caps by {{scheduled.1m.mean}} percentage points over a month, on average. @ scheduled.1m.mean lagged zero
C Over the longest horizon after scheduled cuts, small-caps beat large-caps by {{scheduled.24m.mean}} percentage points on average. @ scheduled.24m.mean beat zero
V Fed cuts come with other news, so these averages say nothing about cause. @ -

y21 recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month, small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
L Small-caps were ahead in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured. @ all.12m.ahead - -
V The sample of recoveries is small, and their dates are set only afterwards. @ -

y21 recovery
C The mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points after all recoveries, above the {{base.12m.mean}} percentage points of any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
H In the discrete year before the latest small-caps fell, returning {{discrete12m.2.small}}. @ discrete12m.2.small fell zero
V The mean hides differences between recoveries. @ -

y21 regime
C The replica stands at {{level}} standard deviations after {{monthsInPhase}} in this phase, above zero. @ level above zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero
C In months after slowdown small-caps beat large-caps by {{after.slowdown.mean}} percentage points on average. @ after.slowdown.mean beat zero
V A phase of the economy says nothing certain of small-caps. @ -

y21 regime
L The scores for activity, inflation and the inverted credit spread are {{activity.score}}, {{inflation.score}} and {{credit.score}}. @ -
C The score for the yield is below zero at {{yield.score}}. @ yield.score below zero
L Small-caps were ahead in {{after.expansion.hit}} of the {{after.expansion.n}} months after expansion and in {{after.contraction.hit}} of the {{after.contraction.n}} months after contraction. @ -
V The phases are assigned with revised data that were unknown at the time. @ -

y21 risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and of those for global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
C The Sahm rule is below zero at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ sahm.value below zero
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero
V A trigger that has not fired is no assurance. @ -

y21 risks
D A trigger fires when its series crosses the threshold that was fixed beforehand. @ -
L The high-yield spread is {{highYield.value}}, leaving room of {{highYield.distance}} before it fires, and the financial stress index has room of {{stress.distance}}. @ -
L Of the triggers for a hawkish Fed, {{condition.hawkish.fired}} of {{condition.hawkish.known}} have fired, and the curve stands at {{curve.value}}. @ -
V A trigger may fire late or give a false signal. @ -

y21 thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L The claim that small-caps are more volatile than large-caps reads {{4.now}}. @ 4.now - -
L The claim that small companies beat large ones over the long run reads {{8.now}}, and the claim that the case for small-caps has strengthened reads {{31.now}}. @ -
V A verdict depends on the definition and the sample that the test uses. @ -

y21 thesis
L On policy, {{policy.holds}} of the claims hold and {{policy.fails}} fail, while {{policy.untested}} cannot be tested. @ -
L The claim that easier money is a tailwind for small-caps reads {{11.now}}. @ 11.now - -
L On valuation, {{valuation.untested}} claims cannot be tested, and on earnings and debt {{earningsAndDebt.untested}}. @ -
D A claim cannot be tested when the data it needs are not available. @ -

y21 volatility
C Over a year the volatility of small-caps is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The ratio of {{1y.ratio}} stands at the {{history.percentile}} of its own history. @ history.percentile - -
C On the other side, small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return in the latest discrete year. @ discrete12m.1.relative beat zero
V Volatility counts rises as well as falls and is not the risk of loss. @ -

y21 volatility
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
L Over a year, beta is {{1y.beta}} and correlation {{1y.correlation}}, on price return. @ -
C Small-caps stand {{drawdown.small.current}} from their high on price return, below the {{drawdown.large.current}} of large-caps. @ drawdown.small.current below drawdown.large.current
D Correlation says how closely returns move together, not how far. @ -

french performance
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative beat zero
C Over a year small-caps returned {{12m.small}}, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C In the month to date small-caps returned {{mtd.small}}, ahead of the {{mtd.large}} of large-caps. @ mtd.small beat mtd.large
V The result depends on the end date. @ -

french premium
C Over the full sample of {{full.n}} months, the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero. @ full.meanAnnual above zero
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}}. @ rolling10y.latest lagged zero
C In the latest discrete year they lagged by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V The factor is built from paper portfolios and leaves out trading costs. @ -

french ratecut
C Over the longest horizon small-caps beat large-caps by {{all.24m.mean}} percentage points after all cuts and by {{first.24m.mean}} percentage points after first cuts, on average. @ all.24m.mean beat zero
C Over the middle horizon small-caps lagged large-caps by {{first.6m.mean}} percentage points after first cuts, on average. @ first.6m.mean lagged zero
C Over a year small-caps were ahead after {{first.12m.hit}} of first cuts, below the {{base.12m.hit}} of any month. @ first.12m.hit below base.12m.hit
V The windows overlap, so they are not independent observations. @ -

french recovery
C Over a year after all recoveries, the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} percentage points in any month. @ all.12m.mean above base.12m.mean
L The recoveries measured number {{all.12m.n}}, against {{base.12m.n}} windows from any month. @ -
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V Each recovery followed a different kind of recession. @ -

valuation
C With all companies, the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
C For profitable companies, small-caps trade {{discount.profitable}} below large-caps. @ discount.profitable below zero
C Loss-makers are {{small.lossShareCap}} of small-caps by market cap, above the {{large.lossShareCap}} of large-caps. @ small.lossShareCap above large.lossShareCap
V The result depends on how companies that lose money are counted. @ -

valuation
C At the median, small-caps trade at {{small.median.pe}} forward earnings, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
R The gap of small-caps to large-caps stands at the {{percentile20y.median}} of its longer history at the median, and at the {{percentile20y.aggIncl}} with all companies. @ -
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps, and loss-makers are {{small.lossShareCount}} of small-caps by count. @ discount.aggIncl above zero
V The median leaves out companies that lose money. @ -

debt
C After swaps, the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover at the median company is {{small.interestCoverMedian}} for small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
D Interest cover divides operating profit by interest expense. @ -
V The floating share depends on what companies disclose about their swaps. @ -

debt
C Companies whose debt is mostly floating before swaps are {{small.companiesMostlyFloatingBeforeSwaps}} of small-caps, above the {{large.companiesMostlyFloatingBeforeSwaps}} of large-caps. @ small.companiesMostlyFloatingBeforeSwaps above large.companiesMostlyFloatingBeforeSwaps
L After swaps, the shares are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps. @ -
C For all companies together, interest cover is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
V A share of companies and a share of debt answer different questions. @ -

coverage
C The median small-cap company is followed by {{small.median}} analysts, below the {{large.median}} of large-caps. @ small.median below large.median
L Companies without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
L Among followed companies, the mean for small-caps is {{small.meanOfFollowed}} analysts a company. @ small.meanOfFollowed - -
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
D An analyst counts where the source holds an estimate for the company. @ -
C On that count small-caps have a mean of {{small.mean}} analysts a company, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C The share of companies without an analyst is {{small.noneShare}} for small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
V Averages are pulled up by a few widely followed companies. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps, the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
C Revenue from the US, weighted by market cap, is {{small.usRevenueShare}} for small-caps, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe
C The median market cap is {{small.medianCap}} for small-caps, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
L Members inside the size band are {{small.inBand.count}} of small-caps by count and {{small.inBand.value}} by market cap. @ -
L The US is {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
V An index and a size band define small-caps differently. @ -

earnings
C With all companies, earnings are estimated to grow {{small.growth.aggIncl}} for small-caps, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C At the median of profitable companies, estimated growth is {{small.growth.median}} for small-caps, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
L Breadth of revisions over a quarter is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
V Estimates are revised, and a loss that shrinks counts as growth in the sum. @ -

earnings
C Over a month, breadth of revisions for small-caps is {{small.breadth.1m}}, below the {{large.breadth.1m}} of large-caps. @ small.breadth.1m below large.breadth.1m
C The estimated growth of small-caps minus that of large-caps is {{growthGap.aggIncl}} percentage points with all companies, above zero. @ growthGap.aggIncl above zero
C For profitable companies that gap is {{growthGap.profitable}} percentage points, below zero. @ growthGap.profitable below zero
V The result depends on whether companies that lose money are counted. @ -

risks
L Of the triggers for a US downturn {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and for a hawkish central bank {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
R Policy uncertainty stands at the {{policyUncertainty.value}} of its history. @ policyUncertainty.value - -
C Financial conditions read {{conditions.value}}, below zero. @ conditions.value below zero
V Thresholds are conventions and others would be defensible. @ -

risks
L For global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} triggers have fired. @ -
L The room before firing is {{claims.distance}} for initial claims and {{oil.distance}} for oil. @ -
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V Economic data are revised after they are published. @ -

regime
L The present phase has lasted {{monthsInPhase}}, and the replica stands at {{level}} standard deviations. @ -
C The score of activity is {{activity.score}}, above zero. @ activity.score above zero
C The score of estimate revisions is {{revisions.score}}, below zero. @ revisions.score below zero
V Other inputs or weights give other phases. @ -

regime
C In months after recovery small-caps lagged large-caps by {{after.recovery.mean}} percentage points on average, on total return. @ after.recovery.mean lagged zero
C In months after contraction they beat large-caps by {{after.contraction.mean}} percentage points on average. @ after.contraction.mean beat zero
L The sample holds {{after.recovery.n}} months after recovery and {{after.contraction.n}} months after contraction. @ -
V The number of months in each phase is small. @ -

volatility: subject
L The volatility ratio over a year is {{1y.ratio}}, from {{1y.small}} for small-caps and {{1y.large}} for large-caps on price return. @ 1y.ratio - -
C The deepest drawdown of small-caps is {{drawdown.small.deepest}} on price return, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
C In the discrete year before the latest, small-caps beat large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative beat zero
V Past volatility describes the window it is measured in. @ -

volatility
C Small-caps are {{drawdown.small.current}} below their high on price return. @ drawdown.small.current below zero
R The volatility ratio stands at the {{history.percentile}} of its own history, and small-caps were the more volatile at {{history.aboveOne}} of month-ends. @ history.percentile - -
L The beta of small-caps on large-caps over a year is {{1y.beta}}, on price return. @ 1y.beta - -
D Beta is the slope of small-cap returns on large-cap returns. @ -
`);
