import { draftsOf } from "./read.ts";

/** Good answers to the prompt, each with one thing turned. */
export const HOSTILE_F = draftsOf(`
y21 recovery: subject
C After all recessions small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month the opposite holds: small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
L The mean after all recoveries rests on {{all.12m.n}} recoveries, that of any month on {{base.12m.n}} windows. @ -
V The sample of recoveries is small, and their dates are set only afterwards. @ -

y21 recovery: number@3 cause@3
C Over a year after all recoveries, the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V Each recovery followed a different kind of recession, though all of them lifted small-caps first. @ -

y21 performance: basis
C Over a year small-caps returned {{12m.small}} on price return, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C Over a quarter the order is reversed: small-caps lagged large-caps by {{3m.relative}} percentage points on total return. @ 3m.relative lagged zero
C The volatility of small-caps is {{volatility252d.small}} on price return, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Windows with different starting points can tell different stories. @ -

y21 performance: scope@2
C In the year to date small-caps beat large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative beat zero
C Over a month small-caps rose {{1m.small}} on total return, behind the {{1m.large}} of large-caps. @ 1m.small lagged 1m.large
C On total return the deepest drawdown of small-caps is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps and about as deep as in other markets. @ drawdown.small.deepest below drawdown.large.deepest
V The result depends on the end date. @ -

y21 ratecut: subject@1 swap@1
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After cuts between scheduled meetings they lagged large-caps by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
L In any month the mean of small-caps against large-caps over a year is {{base.12m.mean}} percentage points. @ base.12m.mean - -
V The sample of first cuts is small, so a single cycle can move its mean. @ -

y21 ratecut: unbacked@3
C Over the longest horizon the mean of small-caps against large-caps after all cuts is {{all.24m.mean}} percentage points, above the {{first.24m.mean}} after first cuts. @ all.24m.mean above first.24m.mean
C After scheduled cuts small-caps beat large-caps by {{scheduled.24m.mean}} percentage points over the same longest horizon, on average. @ scheduled.24m.mean beat zero
C Over a month after scheduled cuts small-caps lagged large-caps by {{scheduled.1m.mean}} percentage points, on average. @ scheduled.1m.mean lagged zero
V Fed cuts come with other news, so these averages understate what easier money does for them. @ -

y21 premium: subject@1
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, on average. @ full.meanAnnual beat zero
L The t statistic in the full sample is {{full.t}}, and since the effect was first published it is {{otherMonths.t}}. @ -
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The factor is built from paper portfolios and leaves out trading costs. @ -

y21 premium: subject@1
C The latest rolling window puts small-caps {{rolling10y.latest}} above large-caps a year. @ rolling10y.latest above zero
L In all other months the mean of small-caps against large-caps is {{january.meanAnnual}} a year, and in January it is {{otherMonths.meanAnnual}}. @ -
L The latest discrete year has small-caps at {{discrete12m.1.relative}} percentage points against large-caps, the discrete year before the latest at {{discrete12m.2.relative}}. @ -
V The average over a long history describes no particular stretch of it. @ -

y21 regime: unbacked
C The replica stands at {{level}}, above zero, and the phase has lasted {{monthsInPhase}}, ever since the spring. @ level above zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points, on average. @ after.expansion.mean lagged zero
C In months after slowdown they beat large-caps by {{after.slowdown.mean}} percentage points, on average. @ after.slowdown.mean beat zero
V A phase of the economy says nothing certain of small-caps. @ -

y21 regime: subject
L The scores are {{activity.score}} for inflation, {{inflation.score}} for activity and {{credit.score}} for the inverted credit spread. @ -
C The score of the yield is {{yield.score}}, below zero. @ yield.score below zero
C In months after recovery small-caps were little changed against large-caps, with a mean of {{after.recovery.mean}} percentage points. @ after.recovery.mean littleChanged zero
V The phases are assigned with revised data that were unknown at the time. @ -

y21 risks: unbacked@3
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired. @ -
L For global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired, and for a hawkish Fed {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
C The financial stress index stands at {{stress.value}}, below zero. @ stress.value below zero
V A trigger that has not fired is no assurance, though the soft landing is in place. @ -

y21 risks: subject@1
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ -
L The high-yield spread has room of {{highYield.value}} and stands at {{highYield.distance}}, while the volatility index is {{vix.value}} with room of {{vix.distance}}. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V A trigger may fire late or give a false signal. @ -

y21 volatility: subject@1 direction@1 measure@1
C Over a year the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio has risen to the {{history.percentile}} of its own history. @ history.percentile - -
C On the other side, small-caps beat large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year on total return. @ discrete12m.1.relative beat zero
V Volatility counts rises as well as falls and is not the risk of loss. @ -

y21 volatility: subject
L Over a year the volatility ratio is {{1y.ratio}}, the correlation of small-caps with large-caps {{1y.beta}} and the beta {{1y.correlation}}. @ -
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
C On price return small-caps stand {{drawdown.small.current}} below their high, and their deepest drawdown is {{drawdown.small.deepest}}. @ drawdown.small.current below zero
D Correlation says how closely returns move together, not how far. @ -

y21 thesis: unbacked@1
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} await confirmation, and {{all.opinion}} are opinions. @ -
L On policy {{policy.holds}} hold and {{policy.fails}} fail; on definitions and past returns {{ground.holds}} hold and {{ground.fails}} fail. @ -
V A verdict depends on the definition and the sample that the test uses. @ -

y21 thesis: direction@1 measure@1
L The verdict on the claim that easier money is a tailwind for small-caps is {{11.now}}, and on the claim that they are a barometer of the economy {{22.now}}. @ -
L On the claim that small-caps beat large-caps after Fed cuts it is {{9.now}}. @ 9.now - -
L On valuation {{valuation.untested}} claims cannot be tested, and on earnings and debt {{earningsAndDebt.untested}}. @ -
D A claim cannot be tested when the data it needs are not available. @ -

french recovery: subject@1 direction@1 measure@1
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Small-caps gained over a year in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured. @ all.12m.ahead - -
C In the latest discrete year, by contrast, small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V The mean hides differences between recoveries. @ -

french recovery: unbacked@2
L Over a year after all recoveries the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, across {{all.12m.n}} recoveries. @ all.12m.mean - -
C In any month small-caps beat large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean beat zero
C The latest discrete year, which held no recovery, shows the opposite: small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V Past performance is not a reliable indicator of future results. @ -

french performance: scope@2
C Over a year small-caps returned {{12m.small}}, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points. @ 6m.relative beat zero
H In the month to date small-caps rose {{mtd.small}} as investors turned away from technology. @ mtd.small rose zero
V Windows with different starting points can tell different stories. @ -

french performance: swap@1
C In the quarter to date small-caps are ahead of large-caps by {{qtd.relative}} percentage points on total return. @ qtd.relative beat zero
C In the year to date large-caps lagged them by {{ytd.relative}} percentage points. @ ytd.relative lagged zero
L In the discrete year before the latest small-caps returned {{discrete12m.2.small}} and large-caps {{discrete12m.2.large}}. @ -
V Costs and taxes of an investor are not deducted. @ -

french ratecut: direction@1 certainty@1
C Small-caps beat large-caps by {{all.6m.mean}} percentage points over the middle horizon after all cuts, on average. @ all.6m.mean beat zero
C After first cuts the same horizon has the other sign in every cycle: small-caps lagged large-caps by {{first.6m.mean}} percentage points over the middle horizon, on average. @ first.6m.mean lagged zero
C Over the longest horizon the mean of small-caps against large-caps after first cuts is {{first.24m.mean}} percentage points, above the {{base.24m.mean}} of any month. @ first.24m.mean above base.24m.mean
V The windows overlap, so they are not independent observations. @ -

french ratecut: subject swap
C Over a year small-caps were ahead in {{all.12m.hit}} of windows after first cuts, above the {{first.12m.hit}} after all cuts. @ all.12m.hit above first.12m.hit
C At the median small-caps lagged large-caps by {{first.12m.median}} percentage points over a year after first cuts. @ first.12m.median lagged zero
L There are {{first.12m.n}} complete windows of a year after first cuts and {{all.12m.n}} after all cuts. @ -
D A first cut follows a rise and starts a cycle. @ -

french premium: scope@2 wording@2
C In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero, with a t statistic of {{full.t}}. @ full.meanAnnual above zero
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest lagged zero
L Of the rolling windows, {{rolling10y.positiveShare}} have a premium that is statistically significant. @ rolling10y.positiveShare - -
V Rolling windows overlap, so they are not independent observations. @ -

french premium: cause
D The size premium is the return of small stocks minus that of big stocks, paid to investors for the risk of holding them. @ -
C In January small-caps beat large-caps by {{january.meanAnnual}} a year, on average, with a t statistic of {{january.t}}. @ january.meanAnnual beat zero
L In all other months the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ otherMonths.meanAnnual - -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

s24 earnings: direction@1 measure@1
C Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps, above the {{large.breadth.1m}} of large-caps. @ small.breadth.1m above large.breadth.1m
C Over a quarter the breadth of small-caps is {{small.breadth.3m}}, below zero but rising. @ small.breadth.3m below zero
D Breadth is the share of estimates raised minus the share cut. @ -

s24 earnings: direction@1
L The gap in breadth of revisions, small-caps minus large-caps, is {{breadthGap.1m}} percentage points over a month and {{breadthGap.3m}} over a quarter. @ -
L Over a quarter earnings shrank on both sides: breadth is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
C Over a month the breadth of small-caps stands above zero, at {{small.breadth.1m}}. @ small.breadth.1m above zero
V Breadth counts revisions and leaves out their size. @ -

s24 deals: subject
L Over a year {{ttm.count}} takeovers were completed, a change of {{ttm.change}} from a year before. @ -
R That count stands at the {{ttm.percentile}} of its own history, whose median is {{history.median}}. @ ttm.percentile - -
L A value is disclosed for {{value.disclosed}} of takeovers, and the disclosed total is {{value.total}}. @ -
V The count covers all targets in the data, so small-caps are not set apart. @ -

s24 deals: quantity@3
L In the year to date {{ytd.count}} takeovers were announced, against {{ytd.previous}} in the same span a year before. @ -
C The change in the year to date is {{ytd.change}}, above zero. @ ytd.change above zero
L The highest count in the history is {{history.highest}}, next to {{ttm.count}} over a year now. @ -
V An announcement is not a completion, though most of these deals close. @ -

valuation: unbacked
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on forward earnings, a gap that has room to close. @ discount.aggExLoss below zero
C With all companies the sign turns: small-caps trade {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The result depends on how companies that lose money are counted. @ -

valuation: direction
C At the median small-caps carry a forward P/E of {{small.median.pe}}, above the {{large.median.pe}} of large-caps. @ small.median.pe above large.median.pe
C With all companies the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
R At the median the gap stands at the {{percentile20y.median}} of its longer history. @ percentile20y.median - -
V Each definition keeps a different set of companies in the sum. @ -

valuation: subject scope
C For profitable companies the discount of small-caps to large-caps is {{discount.profitable}}, at the {{percentile20y.profitable}} of other developed markets. @ discount.profitable below zero
C By count, loss-makers are {{small.lossShareCount}} of small-caps, above the {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
C With all companies, loss-makers included, small-caps stand {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
V Forward earnings are analysts' estimates and are often revised. @ -

debt: subject@1
C After swaps the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover of all companies together is {{large.interestCover}} for small-caps, above the {{small.interestCover}} of large-caps. @ large.interestCover above small.interestCover
L For the median company it is {{small.interestCoverMedian}} among small-caps and {{large.interestCoverMedian}} among large-caps. @ -
V The floating share depends on what companies disclose about their swaps. @ -

debt: quantity@2
C Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of small-caps, above the {{large.companiesMostlyFloating}} of large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L With debt-free companies counted too, the shares are {{small.companiesMostlyFloatingOfAll}} of small-caps and {{large.companiesMostlyFloatingOfAll}} of large-caps. @ -
L Companies with thin interest cover are {{small.thinCoverShare}} of small-caps, about twice the {{large.thinCoverShare}} of large-caps. @ -
V A share of companies and a share of debt answer different questions. @ -

debt: superlative@1
C The median small-cap company covers its interest {{small.interestCoverMedian}}, below the {{large.interestCoverMedian}} of the median among large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L Swaps protect the weakest borrowers: the floating share of small-caps' debt is {{small.floatingShareOfDebtBeforeSwaps}} before swaps and {{small.floatingShareOfDebt}} after swaps. @ -
C Companies whose operating profit does not cover their interest are {{small.zombieShare}} of small-caps, above the {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
D Interest cover divides operating profit by interest expense. @ -

coverage: quantity@1
C The mean number of analysts a company is {{small.mean}} for small-caps, below the {{large.mean}} of large-caps. @ small.mean below large.mean
L At the median it is a mere fraction of that, {{small.median}}, for small-caps and {{large.median}} for large-caps. @ -
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
V The number of analysts says nothing about the quality of their estimates. @ -

coverage: name@2
C The median of small-caps has {{small.median}} analysts, below the {{large.median}} of large-caps. @ small.median below large.median
L Among followed companies alone the mean is {{small.meanOfFollowed}} for small-caps, next to {{small.mean}} when all small-caps are counted. @ -
V Averages are pulled up by a few widely followed companies, Super Micro among them. @ -
D An analyst counts where the source holds an estimate for the company. @ -

coverage: unbacked@1
C Companies with few analysts are {{small.fewShare}} of small-caps, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L Companies without an analyst, hardly any a generation ago, make up {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
C The mean of followed companies is {{small.meanOfFollowed}} analysts for small-caps, below the {{large.meanOfFollowed}} of large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D Companies whose number of analysts is not reported are not counted as having none. @ -

universe: subject@2
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
L The US holds {{usOfSmall.count}} of the world's small-caps by market cap and {{usOfSmall.value}} by count. @ -
V Counting companies and adding up their value answer different questions. @ -

universe: subject@1
C The median market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
C Weighted by market cap, small-caps draw {{small.usRevenueShare}} of their profit from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Companies do not report regions on a common standard. @ -

universe: advice@3
L Members inside the size band are {{small.inBand.count}} of small-caps by count and {{small.inBand.value}} by market cap. @ -
L Among large-caps the same band holds {{large.inBand.count}} of members by count. @ large.inBand.count - -
C The smallest market cap is {{small.smallestCap}} among small-caps, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V Members may outgrow such a band between reviews of an index, so it pays to hold them until then. @ -

dec performance: period@1
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over a quarter small-caps beat large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative beat zero
H In the month to date small-caps rose {{mtd.small}} on price return. @ mtd.small rose zero
V Windows with different starting points can tell different stories. @ -

dec performance: direction@2 measure@2
C In the year to date small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
C Over a month small-caps returned {{1m.small}} on total return, ahead of the {{1m.large}} of large-caps. @ 1m.small beat 1m.large
C The volatility of small-caps on price return is {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps and climbing. @ volatility252d.small above volatility252d.large
V The result depends on the end date. @ -

dec performance: claim@3 direction@3 certainty@3
C Small-caps beat large-caps by {{5d.relative}} percentage points over a week on price return. @ 5d.relative beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
L The deepest drawdown of small-caps is {{drawdown.small.deepest}} on total return, that of large-caps {{drawdown.large.deepest}}. @ -
V Past performance is not a reliable indicator of future results, but long stretches of lagging have tended to reverse. @ -

dec premium: measure certainty
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, a reliable premium with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V The average over a long history describes no particular stretch of it. @ -

dec premium: measure@2
D The size premium is the return of small stocks minus that of big stocks. @ -
L The mean of small-caps against large-caps in January is {{january.meanAnnual}} a year, and in all other months {{otherMonths.meanAnnual}}. @ -
H In the latest rolling window small-caps fell by {{rolling10y.latest}} a year. @ rolling10y.latest fell zero
V Rolling windows overlap, so they are not independent observations. @ -

dec premium: comparator@1 direction@1
C The latest rolling figure of small-caps against large-caps, {{rolling10y.latest}}, is below zero. @ rolling10y.latest below zero
L Of all rolling windows, {{rolling10y.positiveShare}} show a figure above the latest. @ rolling10y.positiveShare - -
L Outside the turn of the year, in all other months, the t statistic is {{otherMonths.t}} on {{otherMonths.n}} months. @ -
V The factor is built from paper portfolios and leaves out trading costs. @ -

dec ratecut: scope@1
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts, when the economy was already weak, they lagged by {{first.12m.mean}} percentage points over the same horizon, on average, across {{first.12m.n}} complete windows. @ first.12m.mean lagged zero
V The sample of first cuts is small, so a single cycle can move its mean. @ -

dec ratecut: subject
C Over the longest horizon the mean of small-caps against large-caps is {{all.24m.mean}} percentage points after all cuts, above the {{base.24m.mean}} of months without a cut. @ all.24m.mean above base.24m.mean
C After first cuts small-caps lagged large-caps by {{first.24m.mean}} percentage points over the longest horizon, on average. @ first.24m.mean lagged zero
D The base rate counts windows from any month, whether there was a cut or not. @ -
V Fed cuts come with other news, so these averages say nothing about cause. @ -

dec ratecut: unbacked@1
C Over a year small-caps were ahead in {{all.12m.hit}} of windows after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
C After scheduled cuts, which investors see coming, small-caps beat large-caps by {{scheduled.12m.mean}} percentage points over a year, on average. @ scheduled.12m.mean beat zero
C Over a quarter after scheduled cuts they lagged large-caps by {{scheduled.3m.mean}} percentage points, on average. @ scheduled.3m.mean lagged zero
V The windows overlap, so they are not independent observations. @ -

dec recovery: quantity
C After all recoveries small-caps beat large-caps by at least {{all.12m.mean}} percentage points over a year. @ all.12m.mean beat zero
C In any month they lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
V The sample of recoveries is small, and their dates are set only afterwards. @ -

dec recovery: unbacked
L Small-caps were ahead of large-caps over a year in {{all.12m.ahead}} of {{all.12m.n}} recoveries measured, which leaves little room for chance. @ all.12m.ahead above zero
C The mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points after all recoveries, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V The mean hides differences between recoveries. @ -

dec recovery: subject@1
L Over a year after all recoveries, the mean of small-caps against large-caps on total return is {{all.12m.mean}} percentage points, measured on {{all.12m.n}} recoveries. @ -
C The base for any month rests on {{base.12m.n}} windows over a year, and its mean of {{base.12m.mean}} percentage points for large-caps against small-caps is below zero. @ base.12m.mean below zero
V The windows of any month overlap, so they are not independent observations. @ -
V Each recovery followed a different kind of recession. @ -

dec regime: subject
C In months of contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points, on average. @ after.contraction.mean beat zero
C In months after slowdown small-caps lagged large-caps by {{after.slowdown.mean}} percentage points, on average. @ after.slowdown.mean lagged zero
V The number of months in each phase is small. @ -

dec regime: direction
C In months after recovery the mean of small-caps against large-caps is narrowly ahead at {{after.recovery.mean}} percentage points. @ after.recovery.mean beat zero
C In months after slowdown the mean of small-caps against large-caps is {{after.slowdown.mean}} percentage points, below zero. @ after.slowdown.mean below zero
L The sample holds {{after.recovery.n}} months after recovery and {{after.slowdown.n}} after slowdown. @ -
V The phases are assigned with revised data that were unknown at the time. @ -

dec regime: subject
L The share of months with small-caps in front is {{after.expansion.hit}} after contraction and {{after.contraction.hit}} after expansion. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest they beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
V A phase of the economy says nothing certain of small-caps. @ -

dec risks: subject@1
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and of those for a hawkish Fed, {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before a recession begins. @ -
V A trigger that has not fired is no assurance. @ -

dec risks: scope@1
L The high-yield spread is {{highYield.value}}, and the room before it fires is {{highYield.distance}}. @ -
L The financial stress index stands at {{stress.value}}, its usual level when credit is easy. @ stress.value - -
L Of the triggers for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired. @ -
V A trigger may fire late or give a false signal. @ -

dec risks: subject@1
C The curve stands at {{curve.value}}, above zero. @ curve.value above zero
L The room before initial claims fire is {{claims.value}}, and they stand at {{claims.distance}}. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
D The curve can warn but never fires. @ -

dec volatility: claim@2 direction@2
C Over a year the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio over a year is {{1y.ratio}}, at the {{history.percentile}} of its own history. @ -
V Volatility counts rises as well as falls and fades as rates come down. @ -

dec volatility: subject@2
L Beta of small-caps on large-caps over a year is {{1y.beta}}, with a correlation of {{1y.correlation}}. @ -
C The deepest drawdown of small-caps on price return is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
L Large-caps now stand {{drawdown.small.current}} from their high on price return, and small-caps {{drawdown.large.current}}. @ -
D Correlation says how closely returns move together, not how far. @ -

dec volatility: comparator direction
L Small-caps were the weaker side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
R The latest volatility ratio stands at the {{history.percentile}} of its own history. @ history.percentile - -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
V The measure changes with the span. @ -

real thesis: claim@2 direction@2 wording@2
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} cannot be tested, and {{all.opinion}} are opinion. @ -
V A verdict depends on the definition and the sample that the test uses, while the case for small-caps has strengthened. @ -

real thesis: direction@2 measure@2
L Among the claims on policy, {{policy.holds}} hold and {{policy.fails}} fail, while {{policy.depends}} depend on the definition. @ -
L On valuation {{valuation.untested}} claims cannot be tested, and on earnings and debt {{earningsAndDebt.untested}}. @ -
L The verdict on easier money as a tailwind for small-caps has slipped to "{{11.now}}", and when the claim was printed it was "{{11.then}}". @ -
D A claim cannot be tested when the data it needs are not available. @ -

real thesis: subject@1 cause@1
L On definitions and past returns {{ground.holds}} claims hold and {{ground.fails}} fail; on risk {{risk.holds}} hold and {{risk.fails}} fail. @ -
L The claim that easier money is a tailwind for small-caps has the verdict {{22.now}}, against {{22.then}} when it was printed. @ -
D Opinions are counted apart, as no figure can settle them. @ -
V A verdict depends on the data at hand and on the definition of small-caps. @ -

valuation: comparator@1
C With all companies small-caps trade {{discount.aggIncl}} above large-caps on forward P/E. @ discount.aggIncl above zero
C Without loss-makers they trade {{discount.aggExLoss}} below their own average. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The result depends on how companies that lose money are counted. @ -

valuation: unbacked@3
C At the median the forward P/E of small-caps is {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C With all companies the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
C By market cap loss-makers are {{small.lossShareCap}} of small-caps, above the {{large.lossShareCap}} of large-caps. @ small.lossShareCap above large.lossShareCap
V The median leaves out companies that lose money, so it shows small-caps at their fair price. @ -

valuation: subject
C For profitable companies the gap of small-caps against large-caps on forward P/E is {{discount.profitable}}, below zero, with {{small.lossShareCount}} of small-caps, the widest share yet, loss-makers by count. @ discount.profitable below zero
R That gap stands at the {{percentile20y.profitable}} of its longer history for profitable companies, and with all companies at the {{percentile20y.aggIncl}}. @ -
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
V Forward earnings are analysts' estimates and are often revised. @ -

debt: subject
C Before swaps the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover at the median company is {{small.interestCoverMedian}} for small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
V The floating share depends on what companies disclose about their swaps. @ -

debt: quantity@3
C Among small-caps {{small.companiesMostlyFloating}} of companies have mainly floating debt after swaps, above the {{large.companiesMostlyFloating}} among large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L Before swaps the share for small-caps is {{small.companiesMostlyFloatingBeforeSwaps}} and for large-caps {{large.companiesMostlyFloatingBeforeSwaps}}. @ -
V A share of companies and a share of debt answer different questions. @ -
V Companies free of debt, the bulk of the index, are left out of these shares. @ -

debt: subject@1
C For all companies together, interest cover is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
L Companies that cannot refinance their debt are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
L Before swaps, {{small.floatingShareOfDebtBeforeSwaps}} of the debt of small-caps is floating, and {{large.floatingShareOfDebtBeforeSwaps}} of that of large-caps. @ -
D Interest cover divides operating profit by interest expense. @ -

coverage: claim@2 direction@2 wording@2
C Small-caps have a mean of {{small.mean}} analysts a company, below the {{large.mean}} of large-caps. @ small.mean below large.mean
L Companies without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
V The number of analysts says nothing about the quality of their estimates, but fewer of them leave more mispriced shares. @ -

coverage: quantity
C At the median {{small.median}} analysts follow a company among small-caps, half the {{large.median}} among large-caps. @ small.median below large.median
L The mean of followed companies is {{small.meanOfFollowed}} for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V Averages are pulled up by a few widely followed companies. @ -
D An analyst counts where the source holds an estimate for the company. @ -

coverage: unbacked
C The share of companies without an analyst is {{small.noneShare}} for small-caps, a figure that investors rarely see, above the {{large.noneShare}} for large-caps. @ small.noneShare above large.noneShare
C Among followed companies alone, the mean for small-caps is {{small.meanOfFollowed}} analysts, below the {{large.meanOfFollowed}} for large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D Companies whose number of analysts is not reported are not counted as having none. @ -
V Sources count analysts differently. @ -

universe: subject@1
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by market cap and {{smallAndMicroOfAll.value}} by count. @ -
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe: subject
C The average market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
C Weighted by market cap, small-caps take {{small.usRevenueShare}} of revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Companies do not report regions on a common standard. @ -

universe: subject@2
L The US is {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
L By count {{small.inBand.count}} of small-caps fall in the size band, and by market cap {{small.inBand.value}}. @ -
C The lower limit for entry is {{small.smallestCap}} among small-caps, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V An index and a size band define small-caps differently. @ -

earnings: measure
C With all companies, earnings of small-caps grew {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies in sum, the estimated growth of small-caps is {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
V Estimates are revised, and a loss that shrinks counts as growth in the sum. @ -

earnings: subject@2
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
C With all companies the gap in estimated growth of earnings, small-caps minus large-caps, is {{growthGap.aggIncl}} percentage points, above zero. @ growthGap.aggIncl above zero
C At the median that gap has turned to {{growthGap.median}} percentage points, below zero. @ growthGap.median below zero
D Breadth is the share of estimates raised minus the share cut. @ -

earnings: subject
L Over a month the breadth of revisions is {{small.breadth.1m}} for large-caps and {{large.breadth.1m}} for small-caps. @ -
C At the median, earnings of small-caps are estimated to grow {{small.growth.median}}, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
L With all companies in sum, small-caps show estimated growth of {{small.growth.aggIncl}} against {{large.growth.aggIncl}} for large-caps. @ -
V The sum includes companies that lose money, the median leaves them out. @ -

deals: advice@1
R Over a year {{ttm.count}} takeovers were announced, a count at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
C The change from a year before is {{ttm.change}}, below zero, as dear financing keeps buyers away. @ ttm.change below zero
V The count covers all targets in the data, so small-caps are not set apart. @ -

deals: subject direction
L In the year to date {{ytd.count}} takeovers were announced, with a rise of {{ytd.change}} from a year before. @ -
L The count over a year is {{ttm.count}}, and the median of its history is {{history.median}}. @ -
D A deal counts on the day of its announcement, whether or not it closes. @ -
V Counts depend on which transactions a vendor includes. @ -

deals: subject@2
L The disclosed value of takeovers over a year is {{value.total}}, and the median disclosed value of a takeover is {{value.median}}. @ -
L A value is disclosed for {{value.disclosed}} of takeovers. @ value.disclosed - -
R By value, takeovers over a year stand at the {{ttm.percentile}} of their own history, while the change from a year before is {{ttm.change}}. @ ttm.percentile - -
V Takeovers that disclose no value are left out of the total and of the median. @ -

s24 earnings: direction
C Over a quarter the breadth for small-caps is {{small.breadth.3m}}, above zero. @ small.breadth.3m below zero

volatility: subject
L On price return the beta of large-caps on small-caps over a year is {{1y.beta}}. @ -

regime: direction
L The replica stands at {{level}} and is in slowdown. @ -

premium: direction
L Its range in the full sample of {{full.rangeLow}} to {{full.rangeHigh}} excludes zero. @ -

real thesis: direction
L It is true that small-caps beat large-caps in recoveries, as {{19.now}} shows. @ -

risks: subject
L For global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} triggers are quiet. @ -

real ratecut: subject@1
C After first cuts small-caps lagged large-caps by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
C That mean is above the {{base.12m.mean}} percentage points of any month. @ all.12m.mean above base.12m.mean

debt: unbacked
L Companies whose debt is mostly floating and dangerous, after swaps, are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps. @ -
`);
