import { draftsOf } from "./read.ts";

/** The same by more stand-ins, on other days and data; run once before anything was changed for them. */
export const GOOD_M = draftsOf(`
y21 performance
C Over a year small-caps returned {{12m.small}} on total return, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C The recent stretch runs the other way: over a quarter small-caps lagged large-caps by {{3m.relative}} percentage points on total return. @ 3m.relative lagged zero
C The deepest drawdown of small-caps on total return is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
V Which side is in front depends on the horizon and on the end date. @ -

y21 performance
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero
C Volatility on price return is {{volatility252d.small}} for small-caps, higher than the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
L On price return, the beta of small-caps on large-caps is {{beta252d}} and their correlation is {{correlation252d}}. @ -

y21 performance
C In the year to date small-caps returned {{ytd.small}} on total return, ahead of the {{ytd.large}} of large-caps. @ ytd.small beat ytd.large
C In the quarter to date, on price return, small-caps returned {{qtd.small}}, behind the {{qtd.large}} of large-caps. @ qtd.small lagged qtd.large
C On total return, small-caps stand {{drawdown.small.current}} from their high, little changed against the {{drawdown.large.current}} of large-caps. @ drawdown.small.current littleChanged drawdown.large.current
V The short horizons are measured on price return and the others on total return, so they are not like for like. @ -

y21 premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, on average. @ full.meanAnnual beat zero
L In January alone the mean of small-caps against large-caps is {{january.meanAnnual}} a year, against {{otherMonths.meanAnnual}} in all other months. @ -
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The portfolios exist on paper, and the returns leave out trading costs. @ -

y21 premium
C Over the latest rolling window small-caps beat large-caps by {{rolling10y.latest}}. @ rolling10y.latest beat zero
L The share of rolling windows with small-caps in front is {{rolling10y.positiveShare}}. @ rolling10y.positiveShare - -
L The t statistic is {{full.t}} in the full sample and {{otherMonths.t}} in all other months. @ -
V Rolling windows overlap, so they are not independent observations. @ -

y21 premium
L The full sample counts {{full.n}} months and gives a t statistic of {{full.t}}. @ -
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero
C The discrete year before the latest went the other way, with small-caps {{discrete12m.2.relative}} percentage points below large-caps. @ discrete12m.2.relative below zero
D The size factor is the return of small portfolios minus the return of big portfolios. @ -

y21 ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C First cuts are the opposite case: over a year small-caps lagged large-caps by {{first.12m.mean}} percentage points after first cuts, on average. @ first.12m.mean lagged zero
C In any month, small-caps beat large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean beat zero
V Cuts cluster within a cycle, so the windows overlap and are not independent. @ -

y21 ratecut
C Small-caps were in front over a year after {{all.12m.hit}} of all cuts, a share above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
C At the median, small-caps lagged large-caps by {{first.12m.median}} percentage points over a year after first cuts. @ first.12m.median lagged zero
L The count of complete windows over a year is {{all.12m.n}} after all cuts and {{first.12m.n}} after first cuts. @ -
V The sample of first cuts is small, so a single cycle can move its mean. @ -

y21 ratecut
C After scheduled cuts small-caps lagged large-caps by {{scheduled.1m.mean}} percentage points over a month, on average. @ scheduled.1m.mean lagged zero
C Over the longest horizon after scheduled cuts, small-caps beat large-caps by {{scheduled.24m.mean}} percentage points, on average. @ scheduled.24m.mean beat zero
C After first cuts the mean of small-caps against large-caps over the longest horizon is {{first.24m.mean}} percentage points, below the {{base.24m.mean}} in any month. @ first.24m.mean below base.24m.mean
D Scheduled cuts leave out those made between regular meetings. @ -

y21 recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month, small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
L Of the {{all.12m.n}} recoveries measured, small-caps were in front over a year in {{all.12m.ahead}}. @ -
V Recoveries are few and are dated after the fact. @ -

y21 recovery
C Over a year the mean of small-caps against large-caps is {{all.12m.mean}} percentage points after all recoveries, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C In the discrete year before the latest, small-caps returned {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large

y21 recovery
C The record after recoveries rests on {{all.12m.n}} episodes, below the {{base.12m.n}} windows counted in any month. @ all.12m.n below base.12m.n
L Small-caps came out in front in {{all.12m.ahead}} of those recoveries over a year, and in {{base.12m.hit}} of windows in any month. @ -
H In the discrete year before the latest, small-caps fell {{discrete12m.2.small}} on total return. @ discrete12m.2.small fell zero
V The windows in any month overlap, so they are not independent observations. @ -

y21 regime
C The replica stands at {{level}} standard deviations, above zero. @ level above zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points, on average. @ after.expansion.mean lagged zero
C In months after slowdown small-caps beat large-caps by {{after.slowdown.mean}} percentage points, on average. @ after.slowdown.mean beat zero
V The phases are assigned by a replica of a published indicator, and its inputs are revised. @ -

y21 regime
L The score of activity is {{activity.score}} and that of inflation {{inflation.score}}, in standard deviations. @ -
C The score of the yield is the opposite case at {{yield.score}}, below zero. @ yield.score below zero
L Small-caps were in front in {{after.expansion.hit}} of months after expansion and in {{after.recovery.hit}} of months after recovery. @ -
V The sample of months differs in size from phase to phase. @ -

y21 regime
L The economy has been in its current phase for {{monthsInPhase}}. @ monthsInPhase - -
C Over a quarter the change of the replica is {{change3m}} standard deviations, above zero. @ change3m above zero
C In months after recovery the mean of small-caps against large-caps is {{after.recovery.mean}} percentage points, little changed, over {{after.recovery.n}} months. @ after.recovery.mean littleChanged zero
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero

y21 risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired. @ -
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ -
L The high-yield spread is at {{highYield.value}}, with room of {{highYield.distance}} before it fires. @ -
V The thresholds are chosen by rule from past data and may miss a new kind of shock. @ -

y21 risks
L The triggers for a hawkish Fed show {{condition.hawkish.fired}} of {{condition.hawkish.known}} fired, and those for global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}}. @ -
C The financial stress index stands at {{stress.value}}, below zero. @ stress.value below zero
L The volatility index is at {{vix.value}}, and its room before it fires is {{vix.distance}}. @ -
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero

y21 risks
C The yield curve stands at {{curve.value}}, above zero, and the triggers for a US downturn that have fired number {{condition.downturn.fired}}. @ curve.value above zero
C Initial claims are little changed at {{claims.value}}. @ claims.value littleChanged zero
C The rise in the policy target is {{policyRise.value}}, below zero. @ policyRise.value below zero
D A trigger fires when its indicator crosses a threshold fixed beforehand. @ -

y21 thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} cannot be tested and {{all.opinion}} are opinion. @ -
L On valuation, {{valuation.untested}} claims cannot be tested. @ valuation.untested - -
V A verdict depends on the data at hand and on the definition of small-caps. @ -

y21 thesis
L The verdict on the claim that quality small-caps diversify a portfolio of mega-caps went from {{30.on.2021-01-31}} to {{30.on.2021-02-28}}. @ -
L The claim that small companies beat large companies over the long run now reads {{8.now}}. @ 8.now - -
L The claim that easier money is a tailwind for small-caps reads {{11.now}}, and the claim that the case for small-caps has strengthened reads {{31.now}}. @ -
V Verdicts are computed with the data of each date and can change as the sample grows. @ -

y21 thesis
L On policy, {{policy.holds}} claims hold and {{policy.fails}} fail; on deals and the cycle, {{dealsAndCycle.holds}} hold and {{dealsAndCycle.fails}} fail. @ -
L The claim that small-caps are sensitive to rates and to the cycle: {{10.now}}. @ 10.now - -
L On earnings and debt, {{earningsAndDebt.untested}} claims cannot be tested, and on risk {{risk.untested}}. @ -
D A claim cannot be tested when the data it needs are not available. @ -

y21 volatility
C Over a year the volatility of small-caps is {{1y.small}} on price return, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio stands at the {{history.percentile}} of its own history. @ history.percentile - -
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
V Volatility counts moves up and moves down alike. @ -

y21 volatility
C On price return the deepest drawdown of small-caps is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends, on price return. @ history.aboveOne - -
L Over a year the beta of small-caps on large-caps is {{1y.beta}} and the correlation is {{1y.correlation}}. @ -
D Beta is the move of small-caps that goes with a given move of large-caps. @ -

y21 volatility
L The ratio of small-cap to large-cap volatility is {{1y.ratio}} over a year, on daily price return. @ 1y.ratio - -
C Small-caps stand {{drawdown.small.current}} from their high on price return, below the {{drawdown.large.current}} of large-caps. @ drawdown.small.current below drawdown.large.current
H In the discrete year before the latest, small-caps fell {{discrete12m.2.small}} on total return. @ discrete12m.2.small fell zero
H In the latest discrete year small-caps rose {{discrete12m.1.small}} on total return. @ discrete12m.1.small rose zero

french performance
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon the picture turns, with small-caps {{6m.relative}} percentage points above large-caps on total return. @ 6m.relative above zero
C The deepest drawdown is {{drawdown.small.deepest}} for small-caps, below the {{drawdown.large.deepest}} of large-caps, on total return. @ drawdown.small.deepest below drawdown.large.deepest
V Both sides are research portfolios sorted by market equity, measured at month-ends and before costs. @ -

french performance
C In the month to date small-caps beat large-caps by {{mtd.relative}} percentage points on total return. @ mtd.relative beat zero
C In the year to date, small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
C Small-caps also lagged in each discrete year: by {{discrete12m.1.relative}} percentage points in the latest and by {{discrete12m.2.relative}} in the discrete year before the latest. @ discrete12m.1.relative lagged zero
V The result depends on the end date. @ -

french premium
C In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero. @ full.meanAnnual above zero
C The latest rolling window is the opposite case: small-caps lagged large-caps by {{rolling10y.latest}}. @ rolling10y.latest lagged zero
L Across the history, {{rolling10y.positiveShare}} of rolling windows have small-caps in front. @ rolling10y.positiveShare - -
V The windows overlap, so they are not independent observations. @ -

french premium
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest, small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
L The t statistic is {{january.t}} in January, from {{january.n}} observations, and {{otherMonths.t}} in all other months. @ -
D The t statistic divides a mean by its standard error. @ -

french ratecut
C Over a quarter the mean of small-caps against large-caps is {{all.3m.mean}} percentage points after all cuts, above the {{first.3m.mean}} after first cuts. @ all.3m.mean above first.3m.mean
C After first cuts small-caps lagged large-caps by {{first.6m.mean}} percentage points over the middle horizon, on average. @ first.6m.mean lagged zero
C By the longest horizon, small-caps beat large-caps by {{first.24m.mean}} percentage points after first cuts, on average. @ first.24m.mean beat zero
V The windows of neighbouring cuts overlap, so they are not independent observations. @ -

french ratecut
C Over a year after first cuts, small-caps were in front in {{first.12m.hit}} of windows, below the {{base.12m.hit}} in any month. @ first.12m.hit below base.12m.hit
C At the median, small-caps beat large-caps by {{all.12m.median}} percentage points over a year after all cuts. @ all.12m.median beat zero
C At the median after first cuts, small-caps lagged large-caps by {{first.12m.median}} percentage points over a year. @ first.12m.median lagged zero
L After first cuts there are {{first.12m.n}} complete windows over a year, and {{base.12m.n}} in any month. @ -

french recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
L Small-caps were in front in {{all.12m.ahead}} of {{all.12m.n}} recoveries over a year. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
V The start of a recovery is dated with hindsight. @ -

french recovery
C The mean over a year after all recoveries is {{all.12m.mean}} percentage points for small-caps against large-caps, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
L In any month, small-caps were in front over a year in {{base.12m.hit}} of {{base.12m.n}} windows. @ -
C In the discrete year before the latest, small-caps returned {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V The sample of recoveries is small, and a mean over few episodes can rest on an outlier. @ -

s24 earnings
C Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps, above the {{large.breadth.1m}} of large-caps. @ small.breadth.1m above large.breadth.1m
C Over a quarter the breadth for small-caps is {{small.breadth.3m}}, below zero. @ small.breadth.3m below zero
D Breadth is the share of estimates revised up minus the share revised down. @ -
V Breadth counts revisions and leaves out their size. @ -

s24 deals
L Takeovers announced over a year number {{ttm.count}}, against {{ttm.previous}} a year before. @ -
C The change from a year before is {{ttm.change}}, above zero. @ ttm.change above zero
R The count over a year stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
V Announced takeovers are counted, including those that may later be withdrawn. @ -

s24 deals
L In the year to date {{ytd.count}} takeovers were announced, a change of {{ytd.change}} from a year before. @ -
L Over a year the count is {{ttm.count}}, next to a median of {{history.median}} and a peak of {{history.highest}} in its history. @ -
L The disclosed value over a year totals {{value.total}}, with a median of {{value.median}} a takeover. @ -
V Takeovers that disclose no value are left out of the total and of the median. @ -

valuation
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on forward P/E. @ discount.aggExLoss below zero
C With all companies the sign turns: small-caps have a forward P/E of {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
R Without loss-makers, the gap stands at the {{percentile20y.aggExLoss}} of its longer history. @ percentile20y.aggExLoss - -

debt
C The floating share of debt is {{small.floatingShareOfDebt}} for small-caps after swaps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover of the median company is {{small.interestCoverMedian}} for small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L Before swaps, the companies whose debt is mostly floating are {{small.companiesMostlyFloatingBeforeSwaps}} of small-caps and {{large.companiesMostlyFloatingBeforeSwaps}} of large-caps. @ -
V Companies without debt are left out of the shares unless they are counted by name. @ -

coverage
C The median small-cap has {{small.median}} analysts, below the {{large.median}} of large-caps. @ small.median below large.median
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
L Counting followed companies alone, the mean is {{small.meanOfFollowed}} analysts for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V Analysts are counted where they submit an estimate to the vendor, so the data may miss others. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the share by count is {{smallAndMicroOfAll.count}}. @ smallAndMicroOfAll.count - -
C Small-caps take {{small.usRevenueShare}} of their revenue from the US, above the {{large.usRevenueShare}} of large-caps, weighted by market cap. @ small.usRevenueShare above large.usRevenueShare
V The shares depend on where the definition draws the line between small-caps and micro-caps. @ -

y09 performance
C Over a year small-caps returned {{12m.small}} on total return, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C In the year to date the order is reversed: small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
L On total return small-caps stand {{drawdown.small.current}} from their high and large-caps {{drawdown.large.current}}. @ -
V The result depends on the start and end date of the window. @ -

y09 performance
H Over a month small-caps rose by {{1m.small}} on total return. @ 1m.small rose zero
C Small-caps beat large-caps by {{1m.relative}} percentage points over that month, on total return. @ 1m.relative beat zero
C Over the middle horizon small-caps returned {{6m.small}} on total return, behind the {{6m.large}} of large-caps. @ 6m.small lagged 6m.large
C The volatility of small-caps is {{volatility252d.small}} on price return, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large

y09 performance
H In the latest discrete year small-caps fell by {{discrete12m.1.small}} on total return. @ discrete12m.1.small fell zero
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
C The short view differs: over a week small-caps returned {{5d.small}} on price return, ahead of the {{5d.large}} of large-caps. @ 5d.small beat 5d.large
D Price return leaves out dividends, while total return includes them. @ -

y09 premium
L In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual - -
L In all other months, with January left out, the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year. @ otherMonths.meanAnnual - -
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The factor is a paper portfolio before trading costs. @ -

y09 premium
C Small-caps beat large-caps by {{full.meanAnnual}} a year on average in the full sample of {{full.n}} months. @ full.meanAnnual beat zero
L The t statistic is {{january.t}} in January and {{otherMonths.t}} in all other months. @ -
L The share of rolling windows with a mean above zero is {{rolling10y.positiveShare}}. @ rolling10y.positiveShare - -
V Rolling windows overlap, so they are not independent observations. @ -

y09 premium
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
C In the latest rolling window the mean of small-caps against large-caps is {{rolling10y.latest}} a year, above zero. @ rolling10y.latest above zero
D The t statistic divides the mean by its standard error. @ -

y09 ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts small-caps lagged large-caps by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
L The samples hold {{all.12m.n}} complete windows over a year after all cuts and {{first.12m.n}} after first cuts. @ -
V Cuts of the same cycle lie close together, so their windows overlap. @ -

y09 ratecut
C Small-caps were ahead over a year in {{all.12m.hit}} of windows after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
L In any month the share of windows over a year with small-caps ahead is {{base.12m.hit}}. @ base.12m.hit - -
C At the median, small-caps lagged large-caps by {{first.12m.median}} percentage points over a year after first cuts. @ first.12m.median lagged zero
V The sample of first cuts is small, and its median may rest on few cycles. @ -

y09 ratecut
C After scheduled cuts small-caps lagged large-caps by {{scheduled.1m.mean}} percentage points over a month, on average. @ scheduled.1m.mean lagged zero
C Over the longest horizon small-caps beat large-caps by {{scheduled.24m.mean}} percentage points after scheduled cuts, on average. @ scheduled.24m.mean beat zero
C The mean of small-caps against large-caps over the longest horizon is {{first.24m.mean}} percentage points after first cuts, below the {{base.24m.mean}} percentage points in any month. @ first.24m.mean below base.24m.mean

y09 recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
L Small-caps were ahead in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured over a year. @ all.12m.ahead - -
C In any month the mean is the other way: small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year. @ base.12m.mean lagged zero
V The sample of recoveries is small, and the end of a recession is dated only in hindsight. @ -

y09 recovery
C The mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points after all recoveries, above the {{base.12m.mean}} percentage points in any month. @ all.12m.mean above base.12m.mean
C The mean after all recoveries rests on {{all.12m.n}} recoveries, below the {{base.12m.n}} windows in any month. @ all.12m.n below base.12m.n
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large

y09 recovery
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C Of {{all.12m.n}} recoveries, {{all.12m.ahead}} had small-caps ahead of large-caps over a year. @ all.12m.ahead beat zero
L In any month the share of windows over a year with small-caps ahead is {{base.12m.hit}}. @ base.12m.hit - -
V Windows that start in neighbouring months overlap, so they are not independent observations. @ -

y09 regime
C The replica stands at {{level}} standard deviations, below zero, after {{monthsInPhase}} in this phase. @ level below zero
C In months after contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points on average. @ after.contraction.mean beat zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero
V The replica is rebuilt from public data, which are revised. @ -

y09 regime
L The activity score is {{activity.score}} and the credit score {{credit.score}}, in standard deviations. @ -
C Over a quarter the change of the replica is {{change3m}} standard deviations, below zero. @ change3m below zero
L Small-caps were ahead in {{after.slowdown.hit}} of months after slowdown and in {{after.expansion.hit}} of months after expansion. @ -
D A score counts how many standard deviations a reading lies from its own mean. @ -

y09 regime
L The mean of small-caps against large-caps is {{after.recovery.mean}} percentage points in months after recovery, across {{after.recovery.n}} months. @ after.recovery.mean - -
C In months after slowdown small-caps beat large-caps by {{after.slowdown.mean}} percentage points on average. @ after.slowdown.mean beat zero
C Recent years show both signs: in the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V Phases are assigned with data as they stand now, not as they were first published. @ -

y09 risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired. @ condition.downturn.fired - -
C The Sahm rule stands at {{sahm.value}}, and its room before it fires is {{sahm.distance}}, below zero. @ sahm.distance below zero
L On the other side, {{condition.hawkish.fired}} of {{condition.hawkish.known}} triggers for a hawkish Fed have fired. @ condition.hawkish.fired - -
V A trigger marks a threshold in past data and does not date a downturn. @ -

y09 risks
L The high-yield spread is at {{highYield.value}} and the volatility index at {{vix.value}}. @ -
L Of the triggers for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired. @ -
C The opposite case is the yield curve, which stands at {{curve.value}}, above zero. @ curve.value above zero
V Thresholds are chosen with hindsight. @ -

y09 risks
L Initial claims stand at {{claims.value}}, with room of {{claims.distance}} before the trigger fires. @ -
C The rise in the target is {{policyRise.value}}, below zero. @ policyRise.value below zero
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
D Room with a minus sign means that the threshold has been passed. @ -

y09 volatility
C Over a year the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio sits at the {{history.percentile}} of its own history. @ history.percentile - -
C The return points the other way: in the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
D Volatility counts moves up and down alike. @ -

y09 volatility
C The deepest drawdown of small-caps on price return is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
L Over a year the beta of small-caps on large-caps is {{1y.beta}} and the correlation {{1y.correlation}}. @ -
V The figures are measured on daily price returns, and another frequency may give another result. @ -

y09 volatility
L Over a year the volatility ratio of small-caps to large-caps is {{1y.ratio}}. @ 1y.ratio - -
C On price return small-caps are {{drawdown.small.current}} below their high, and large-caps {{drawdown.large.current}}. @ drawdown.small.current below zero
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
C In the latest discrete year small-caps were ahead by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero

valuation
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps on the forward P/E. @ discount.aggIncl above zero
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The sign of the gap depends on whether companies that lose money are counted. @ -

valuation
C At the median, small-caps trade at a forward P/E of {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C With all companies, the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
L By market cap, loss-makers are {{small.lossShareCap}} of small-caps and {{large.lossShareCap}} of large-caps. @ -
D The median leaves out companies that lose money and weighs each company alike. @ -

valuation
R For profitable companies, the gap of small-caps to large-caps is {{discount.profitable}}, at the {{percentile20y.profitable}} of its longer history. @ percentile20y.profitable - -
R With all companies, the gap stands at the {{percentile20y.aggIncl}} of its longer history. @ percentile20y.aggIncl - -
C The share of loss-makers by count is {{small.lossShareCount}} for small-caps, above the {{large.lossShareCount}} for large-caps. @ small.lossShareCount above large.lossShareCount
V The forward P/E rests on analysts' estimates, which are revised. @ -

debt
C After swaps, the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} for large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover is {{small.interestCover}} for small-caps with all companies together, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
L At the median company, interest cover is {{small.interestCoverMedian}} for small-caps and {{large.interestCoverMedian}} for large-caps. @ -
V Companies disclose swaps in differing detail, so the data may miss some hedges. @ -

debt
L Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of small-caps and {{large.companiesMostlyFloating}} of large-caps. @ -
C With debt-free companies counted too, the share of small-caps is {{small.companiesMostlyFloatingOfAll}}, above the {{large.companiesMostlyFloatingOfAll}} of large-caps. @ small.companiesMostlyFloatingOfAll above large.companiesMostlyFloatingOfAll
L Companies that earn less than their interest are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
D Interest cover divides operating profit by interest expense. @ -

debt
L Before swaps, {{small.floatingShareOfDebtBeforeSwaps}} of the debt of small-caps is floating, and {{small.floatingShareOfDebt}} after swaps. @ -
L For large-caps the floating share of debt is {{large.floatingShareOfDebtBeforeSwaps}} before swaps and {{large.floatingShareOfDebt}} after swaps. @ -
C Companies with thin interest cover are {{small.thinCoverShare}} of small-caps, above the {{large.thinCoverShare}} of large-caps. @ small.thinCoverShare above large.thinCoverShare
V The share of floating debt says how the debt is priced, and the data do not show when it falls due. @ -

coverage
C Small-caps have {{small.median}} analysts a company at the median, below the {{large.median}} of large-caps. @ small.median below large.median
L Companies without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
V The count of analysts says nothing about the quality of their estimates. @ -

coverage
C The mean number of analysts a company is {{small.mean}} for small-caps, below the {{large.mean}} for large-caps. @ small.mean below large.mean
L Counting followed companies alone, the mean is {{small.meanOfFollowed}} for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
C The share of companies with few analysts is {{small.fewShare}} among small-caps, above the {{large.fewShare}} among large-caps. @ small.fewShare above large.fewShare
D An analyst counts where the data vendor holds a current estimate. @ -

coverage
C The share of companies without an analyst is {{small.noneShare}} for small-caps, above the {{large.noneShare}} for large-caps. @ small.noneShare above large.noneShare
C Among followed companies, small-caps still have a mean of {{small.meanOfFollowed}} analysts, below the {{large.meanOfFollowed}} of large-caps. @ small.meanOfFollowed below large.meanOfFollowed
L Small-caps show a mean of {{small.mean}} and a median of {{small.median}} analysts a company. @ -
V A company missing from the vendor's data can look like a company without coverage. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
C Revenue from the US is {{small.usRevenueShare}} for small-caps weighted by market cap, above the {{large.usRevenueShare}} for large-caps. @ small.usRevenueShare above large.usRevenueShare
V The shares depend on where the boundary between small and micro is drawn. @ -

universe
C The median market cap is {{small.medianCap}} for small-caps, below the {{large.medianCap}} for large-caps. @ small.medianCap below large.medianCap
L By count, {{small.inBand.count}} of small-caps lie within the size band of the definition, and by market cap {{small.inBand.value}}. @ -
L The smallest market cap is {{small.smallestCap}} among small-caps and {{large.smallestCap}} among large-caps. @ -
V Index membership is set on fixed dates, so companies can drift out of the size band in between. @ -

earnings
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} for large-caps. @ small.breadth.3m below large.breadth.3m
C With all companies in sum, earnings of small-caps are estimated to grow by {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies in sum, the estimated growth of small-caps is {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
V A sum over all companies includes smaller losses as growth. @ -

earnings
C Over a month the breadth of revisions of small-caps is {{small.breadth.1m}}, below zero. @ small.breadth.1m below zero
L The breadth of revisions of small-caps against large-caps differs by {{breadthGap.1m}} percentage points over a month and by {{breadthGap.3m}} percentage points over a quarter. @ -
L At the median of profitable companies, the estimated growth of earnings is {{small.growth.median}} for small-caps and {{large.growth.median}} for large-caps. @ -
D Breadth is the share of estimates raised minus the share of estimates cut. @ -

deals
L Over a year {{ttm.count}} takeovers were announced, a change of {{ttm.change}} from a year before. @ -
R The count over a year stands at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
L The median of that history is {{history.median}} takeovers. @ history.median - -
V Announced takeovers are counted, and some of them may lapse before completion. @ -

deals
C In the year to date the change in takeovers announced is {{ytd.change}} from a year before, below zero. @ ytd.change below zero
L In the year to date {{ytd.count}} takeovers were announced, after {{ytd.previous}} in the same span a year before. @ -
R Against this, the count over a year is at the {{ttm.percentile}} of its own history. @ ttm.percentile - -

deals
L The disclosed value of takeovers over a year is {{value.total}} in total, with a median of {{value.median}} a takeover. @ -
L Of the takeovers announced over a year, {{value.disclosed}} disclose a value. @ value.disclosed - -
L The count over a year is {{ttm.count}}, and the highest in its history is {{history.highest}}. @ -
V Takeovers without a disclosed value are left out of the total and of the median. @ -

y21 recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month the opposite holds: small-caps lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
L The mean after all recoveries rests on {{all.12m.n}} recoveries, that of any month on {{base.12m.n}} windows. @ -
V The sample of recoveries is small, and their dates are set only afterwards. @ -

y21 recovery
C Over a year after all recoveries, the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V Each recovery followed a different kind of recession. @ -

y21 performance
C Over a year small-caps returned {{12m.small}} on total return, ahead of the {{12m.large}} of large-caps. @ 12m.small beat 12m.large
C Over a quarter the order is reversed: small-caps lagged large-caps by {{3m.relative}} percentage points on total return. @ 3m.relative lagged zero
C The volatility of small-caps is {{volatility252d.small}} on price return, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V Windows with different starting points can tell different stories. @ -

y21 performance
C In the year to date small-caps beat large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative beat zero
C Over a month small-caps rose {{1m.small}} on total return, behind the {{1m.large}} of large-caps. @ 1m.small lagged 1m.large
C On total return the deepest drawdown of small-caps is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
V The result depends on the end date. @ -

y21 ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts they lagged large-caps by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
L In any month the mean of small-caps against large-caps over a year is {{base.12m.mean}} percentage points. @ base.12m.mean - -
V The sample of first cuts is small, so a single cycle can move its mean. @ -

y21 ratecut
C Over the longest horizon the mean of small-caps against large-caps after all cuts is {{all.24m.mean}} percentage points, above the {{first.24m.mean}} after first cuts. @ all.24m.mean above first.24m.mean
C After scheduled cuts small-caps beat large-caps by {{scheduled.24m.mean}} percentage points over the same longest horizon, on average. @ scheduled.24m.mean beat zero
C Over a month after scheduled cuts small-caps lagged large-caps by {{scheduled.1m.mean}} percentage points, on average. @ scheduled.1m.mean lagged zero
V Fed cuts come with other news, so these averages say nothing about cause. @ -

y21 premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, on average. @ full.meanAnnual beat zero
L The t statistic in the full sample is {{full.t}}, and in all other months, without January, it is {{otherMonths.t}}. @ -
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The factor is built from paper portfolios and leaves out trading costs. @ -

y21 premium
C The latest rolling window puts small-caps {{rolling10y.latest}} above large-caps a year. @ rolling10y.latest above zero
L In January the mean of small-caps against large-caps is {{january.meanAnnual}} a year, and in all other months it is {{otherMonths.meanAnnual}}. @ -
L The latest discrete year has small-caps at {{discrete12m.1.relative}} percentage points against large-caps, the discrete year before the latest at {{discrete12m.2.relative}}. @ -
V The average over a long history describes no particular stretch of it. @ -

y21 regime
C The replica stands at {{level}}, above zero, and the phase has lasted {{monthsInPhase}}. @ level above zero
C In months after expansion small-caps lagged large-caps by {{after.expansion.mean}} percentage points, on average. @ after.expansion.mean lagged zero
C In months after slowdown they beat large-caps by {{after.slowdown.mean}} percentage points, on average. @ after.slowdown.mean beat zero
V A phase of the economy says nothing certain of small-caps. @ -

y21 regime
L The scores are {{activity.score}} for activity, {{inflation.score}} for inflation and {{credit.score}} for the inverted credit spread. @ -
C The score of the yield is {{yield.score}}, below zero. @ yield.score below zero
C In months after recovery small-caps were little changed against large-caps, with a mean of {{after.recovery.mean}} percentage points. @ after.recovery.mean littleChanged zero
V The phases are assigned with revised data that were unknown at the time. @ -

y21 risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired. @ -
L For global uncertainty {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired, and for a hawkish Fed {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
C The financial stress index stands at {{stress.value}}, below zero. @ stress.value below zero
V A trigger that has not fired is no assurance. @ -

y21 risks
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ -
L The high-yield spread is {{highYield.value}} and has room of {{highYield.distance}}, while the volatility index is {{vix.value}} with room of {{vix.distance}}. @ -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}}, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
V A trigger may fire late or give a false signal. @ -

y21 volatility
C Over a year the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio stands at the {{history.percentile}} of its own history. @ history.percentile - -
C On the other side, small-caps beat large-caps by {{discrete12m.1.relative}} percentage points in the latest discrete year on total return. @ discrete12m.1.relative beat zero
V Volatility counts rises as well as falls and is not the risk of loss. @ -

y21 volatility
L Over a year the volatility ratio is {{1y.ratio}}, the beta of small-caps on large-caps {{1y.beta}} and the correlation {{1y.correlation}}. @ -
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
C On price return small-caps stand {{drawdown.small.current}} below their high, and their deepest drawdown is {{drawdown.small.deepest}}. @ drawdown.small.current below zero
D Correlation says how closely returns move together, not how far. @ -

y21 thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} cannot be tested, and {{all.opinion}} are opinions. @ -
L On policy {{policy.holds}} hold and {{policy.fails}} fail; on definitions and past returns {{ground.holds}} hold and {{ground.fails}} fail. @ -
V A verdict depends on the definition and the sample that the test uses. @ -

y21 thesis
L The verdict on the claim that easier money is a tailwind for small-caps is {{11.now}}, and on the claim that they are a barometer of the economy {{22.now}}. @ -
L On the claim that the size premium has been inconsistent it is {{9.now}}. @ 9.now - -
L On valuation {{valuation.untested}} claims cannot be tested, and on earnings and debt {{earningsAndDebt.untested}}. @ -
D A claim cannot be tested when the data it needs are not available. @ -

french recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean
L Small-caps came out ahead over a year in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured. @ all.12m.ahead - -
C In the latest discrete year, by contrast, small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V The mean hides differences between recoveries. @ -

french recovery
L Over a year after all recoveries the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, across {{all.12m.n}} recoveries. @ all.12m.mean - -
C In any month small-caps beat large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean beat zero
C The latest discrete year shows the opposite: small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V Past performance is not a reliable indicator of future results. @ -

french performance
C Over a year small-caps returned {{12m.small}}, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points. @ 6m.relative beat zero
H In the month to date small-caps rose {{mtd.small}}. @ mtd.small rose zero
V Windows with different starting points can tell different stories. @ -

french performance
C In the quarter to date small-caps are ahead of large-caps by {{qtd.relative}} percentage points on total return. @ qtd.relative beat zero
C In the year to date they lagged large-caps by {{ytd.relative}} percentage points. @ ytd.relative lagged zero
L In the discrete year before the latest small-caps returned {{discrete12m.2.small}} and large-caps {{discrete12m.2.large}}. @ -
V Costs and taxes of an investor are not deducted. @ -

french ratecut
C Small-caps beat large-caps by {{all.6m.mean}} percentage points over the middle horizon after all cuts, on average. @ all.6m.mean beat zero
C After first cuts the same horizon has the other sign: small-caps lagged large-caps by {{first.6m.mean}} percentage points over the middle horizon, on average. @ first.6m.mean lagged zero
C Over the longest horizon the mean of small-caps against large-caps after first cuts is {{first.24m.mean}} percentage points, above the {{base.24m.mean}} of any month. @ first.24m.mean above base.24m.mean
V The windows overlap, so they are not independent observations. @ -

french ratecut
C Over a year small-caps were ahead in {{all.12m.hit}} of windows after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
C At the median small-caps lagged large-caps by {{first.12m.median}} percentage points over a year after first cuts. @ first.12m.median lagged zero
L There are {{first.12m.n}} complete windows of a year after first cuts and {{all.12m.n}} after all cuts. @ -
D A first cut follows a rise and starts a cycle. @ -

french premium
C In the full sample the mean of small-caps against large-caps is {{full.meanAnnual}} a year, above zero, with a t statistic of {{full.t}}. @ full.meanAnnual above zero
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest lagged zero
L Of the rolling windows, {{rolling10y.positiveShare}} have a positive premium. @ rolling10y.positiveShare - -
V Rolling windows overlap, so they are not independent observations. @ -

french premium
D The size premium is the return of small stocks minus that of big stocks. @ -
C In January small-caps beat large-caps by {{january.meanAnnual}} a year, on average, with a t statistic of {{january.t}}. @ january.meanAnnual beat zero
L In all other months the mean of small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ otherMonths.meanAnnual - -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

s24 earnings
C Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps, above the {{large.breadth.1m}} of large-caps. @ small.breadth.1m above large.breadth.1m
C Over a quarter the breadth of small-caps is {{small.breadth.3m}}, below zero. @ small.breadth.3m below zero
D Breadth is the share of estimates raised minus the share cut. @ -

s24 earnings
L The gap in breadth of revisions, small-caps minus large-caps, is {{breadthGap.1m}} percentage points over a month and {{breadthGap.3m}} over a quarter. @ -
L Over a quarter cuts outnumber increases on both sides: breadth is {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
C Over a month the breadth of small-caps stands above zero, at {{small.breadth.1m}}. @ small.breadth.1m above zero
V Breadth counts revisions and leaves out their size. @ -

s24 deals
L Over a year {{ttm.count}} takeovers were announced, a change of {{ttm.change}} from a year before. @ -
R That count stands at the {{ttm.percentile}} of its own history, whose median is {{history.median}}. @ ttm.percentile - -
L A value is disclosed for {{value.disclosed}} of takeovers, and the disclosed total is {{value.total}}. @ -
V The count covers all targets in the data, so small-caps are not set apart. @ -

s24 deals
L In the year to date {{ytd.count}} takeovers were announced, against {{ytd.previous}} in the same span a year before. @ -
C The change in the year to date is {{ytd.change}}, above zero. @ ytd.change above zero
L The highest count in the history is {{history.highest}}, next to {{ttm.count}} over a year now. @ -
V An announcement is not a completion. @ -

valuation
C Without loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on forward earnings. @ discount.aggExLoss below zero
C With all companies the sign turns: small-caps trade {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The result depends on how companies that lose money are counted. @ -

valuation
C At the median small-caps carry a forward P/E of {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C With all companies the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
R At the median the gap stands at the {{percentile20y.median}} of its longer history. @ percentile20y.median - -
V Each definition keeps a different set of companies in the sum. @ -

valuation
C For profitable companies the discount of small-caps to large-caps is {{discount.profitable}}, at the {{percentile20y.profitable}} of its longer history. @ discount.profitable below zero
C By count, loss-makers are {{small.lossShareCount}} of small-caps, above the {{large.lossShareCount}} of large-caps. @ small.lossShareCount above large.lossShareCount
C With all companies, loss-makers included, small-caps stand {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
V Forward earnings are analysts' estimates and are often revised. @ -

debt
C After swaps the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover of all companies together is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
L For the median company it is {{small.interestCoverMedian}} among small-caps and {{large.interestCoverMedian}} among large-caps. @ -
V The floating share depends on what companies disclose about their swaps. @ -

debt
C Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of small-caps, above the {{large.companiesMostlyFloating}} of large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L With debt-free companies counted too, the shares are {{small.companiesMostlyFloatingOfAll}} of small-caps and {{large.companiesMostlyFloatingOfAll}} of large-caps. @ -
L Companies with thin interest cover are {{small.thinCoverShare}} of small-caps and {{large.thinCoverShare}} of large-caps. @ -
V A share of companies and a share of debt answer different questions. @ -

debt
C The median small-cap company covers its interest {{small.interestCoverMedian}}, below the {{large.interestCoverMedian}} of the median among large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L Swaps matter to the picture: the floating share of small-caps' debt is {{small.floatingShareOfDebtBeforeSwaps}} before swaps and {{small.floatingShareOfDebt}} after swaps. @ -
C Companies whose operating profit does not cover their interest are {{small.zombieShare}} of small-caps, above the {{large.zombieShare}} of large-caps. @ small.zombieShare above large.zombieShare
D Interest cover divides operating profit by interest expense. @ -

coverage
C The mean number of analysts a company is {{small.mean}} for small-caps, below the {{large.mean}} of large-caps. @ small.mean below large.mean
L At the median it is {{small.median}} for small-caps and {{large.median}} for large-caps. @ -
C Companies without an analyst are {{small.noneShare}} of small-caps, above the {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
C The median of small-caps has {{small.median}} analysts, below the {{large.median}} of large-caps. @ small.median below large.median
L Among followed companies alone the mean is {{small.meanOfFollowed}} for small-caps, next to {{small.mean}} when all small-caps are counted. @ -
V Averages are pulled up by a few widely followed companies. @ -
D An analyst counts where the source holds an estimate for the company. @ -

coverage
C Companies with few analysts are {{small.fewShare}} of small-caps, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L Companies without an analyst make up {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
C The mean of followed companies is {{small.meanOfFollowed}} analysts for small-caps, below the {{large.meanOfFollowed}} of large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D Companies whose number of analysts is not reported are not counted as having none. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
L The US holds {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
V Counting companies and adding up their value answer different questions. @ -

universe
C The median market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
C Weighted by market cap, small-caps draw {{small.usRevenueShare}} of their revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Companies do not report regions on a common standard. @ -

universe
L Members inside the size band are {{small.inBand.count}} of small-caps by count and {{small.inBand.value}} by market cap. @ -
L Among large-caps the same band holds {{large.inBand.count}} of members by count. @ large.inBand.count - -
C The smallest market cap is {{small.smallestCap}} among small-caps, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V Members may outgrow such a band between reviews of an index. @ -

dec performance
C Over a year small-caps returned {{12m.small}} on total return, behind the {{12m.large}} of large-caps. @ 12m.small lagged 12m.large
C Over the middle horizon small-caps beat large-caps by {{6m.relative}} percentage points on total return. @ 6m.relative beat zero
H In the month to date small-caps rose {{mtd.small}} on price return. @ mtd.small rose zero
V Windows with different starting points can tell different stories. @ -

dec performance
C In the year to date small-caps lagged large-caps by {{ytd.relative}} percentage points on total return. @ ytd.relative lagged zero
C Over a month small-caps returned {{1m.small}} on total return, ahead of the {{1m.large}} of large-caps. @ 1m.small beat 1m.large
C The volatility of small-caps on price return is {{volatility252d.small}}, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V The result depends on the end date. @ -

dec performance
C Small-caps beat large-caps by {{5d.relative}} percentage points over a week on price return. @ 5d.relative beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
L The deepest drawdown of small-caps is {{drawdown.small.deepest}} on total return, that of large-caps {{drawdown.large.deepest}}. @ -
V Past performance is not a reliable indicator of future results. @ -

dec premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ full.meanAnnual beat zero
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
V The average over a long history describes no particular stretch of it. @ -

dec premium
D The size premium is the return of small stocks minus that of big stocks. @ -
L The mean of small-caps against large-caps in January is {{january.meanAnnual}} a year, and in all other months {{otherMonths.meanAnnual}}. @ -
C In the latest rolling window small-caps lagged large-caps by {{rolling10y.latest}} a year. @ rolling10y.latest lagged zero
V Rolling windows overlap, so they are not independent observations. @ -

dec premium
C The latest rolling figure of small-caps against large-caps, {{rolling10y.latest}}, is below zero. @ rolling10y.latest below zero
L Of all rolling windows, {{rolling10y.positiveShare}} show a figure above zero. @ rolling10y.positiveShare above zero
L Outside the turn of the year, in all other months, the t statistic is {{otherMonths.t}} on {{otherMonths.n}} months. @ -
V The factor is built from paper portfolios and leaves out trading costs. @ -

dec ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts they lagged by {{first.12m.mean}} percentage points over the same horizon, on average, across {{first.12m.n}} complete windows. @ first.12m.mean lagged zero
V The sample of first cuts is small, so a single cycle can move its mean. @ -

dec ratecut
C Over the longest horizon the mean of small-caps against large-caps is {{all.24m.mean}} percentage points after all cuts, above the {{base.24m.mean}} of any month. @ all.24m.mean above base.24m.mean
C After first cuts small-caps lagged large-caps by {{first.24m.mean}} percentage points over the longest horizon, on average. @ first.24m.mean lagged zero
D The base rate counts windows from any month, whether there was a cut or not. @ -
V Fed cuts come with other news, so these averages say nothing about cause. @ -

dec ratecut
C Over a year small-caps were ahead in {{all.12m.hit}} of windows after all cuts, above the {{first.12m.hit}} after first cuts. @ all.12m.hit above first.12m.hit
C After scheduled cuts small-caps beat large-caps by {{scheduled.12m.mean}} percentage points over a year, on average. @ scheduled.12m.mean beat zero
C Over a quarter after scheduled cuts they lagged large-caps by {{scheduled.3m.mean}} percentage points, on average. @ scheduled.3m.mean lagged zero
V The windows overlap, so they are not independent observations. @ -

dec recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C In any month they lagged large-caps by {{base.12m.mean}} percentage points over a year, on average. @ base.12m.mean lagged zero
V The sample of recoveries is small, and their dates are set only afterwards. @ -

dec recovery
L Small-caps were ahead of large-caps over a year in {{all.12m.ahead}} of {{all.12m.n}} recoveries measured. @ all.12m.ahead above zero
C The mean of small-caps against large-caps over a year is {{all.12m.mean}} percentage points after all recoveries, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
C In the latest discrete year small-caps returned {{discrete12m.1.small}}, behind the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small lagged discrete12m.1.large
V The mean hides differences between recoveries. @ -

dec recovery
L Over a year after all recoveries, the mean of small-caps against large-caps on total return is {{all.12m.mean}} percentage points, measured on {{all.12m.n}} recoveries. @ -
C The base for any month rests on {{base.12m.n}} windows over a year, and its mean of {{base.12m.mean}} percentage points for small-caps against large-caps is below zero. @ base.12m.mean below zero
V The windows of any month overlap, so they are not independent observations. @ -
V Each recovery followed a different kind of recession. @ -

dec regime
C In months after contraction small-caps beat large-caps by {{after.contraction.mean}} percentage points, on average. @ after.contraction.mean beat zero
C In months after slowdown small-caps lagged large-caps by {{after.slowdown.mean}} percentage points, on average. @ after.slowdown.mean lagged zero
V The number of months in each phase is small. @ -

dec regime
C In months after recovery the mean of small-caps against large-caps is little changed at {{after.recovery.mean}} percentage points. @ after.recovery.mean littleChanged zero
C In months after slowdown the mean of small-caps against large-caps is {{after.slowdown.mean}} percentage points, below zero. @ after.slowdown.mean below zero
L The sample holds {{after.recovery.n}} months after recovery and {{after.slowdown.n}} after slowdown. @ -
V The phases are assigned with revised data that were unknown at the time. @ -

dec regime
L The share of months with small-caps in front is {{after.expansion.hit}} after expansion and {{after.contraction.hit}} after contraction. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
C In the discrete year before the latest they beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
V A phase of the economy says nothing certain of small-caps. @ -

dec risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired, and of those for a hawkish Fed, {{condition.hawkish.fired}} of {{condition.hawkish.known}}. @ -
L The Sahm rule stands at {{sahm.value}}, with room of {{sahm.distance}} before it fires. @ -
V A trigger that has not fired is no assurance. @ -

dec risks
L The high-yield spread is {{highYield.value}}, and the room before it fires is {{highYield.distance}}. @ -
C The financial stress index stands at {{stress.value}}, below zero. @ stress.value below zero
L Of the triggers for global uncertainty, {{condition.uncertainty.fired}} of {{condition.uncertainty.known}} have fired. @ -
V A trigger may fire late or give a false signal. @ -

dec risks
C The curve stands at {{curve.value}}, above zero. @ curve.value above zero
L Initial claims stand at {{claims.value}}, and the room before they fire is {{claims.distance}}. @ -
C In the latest discrete year small-caps lagged large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative lagged zero
D The curve can warn but never fires. @ -

dec volatility
C Over a year the volatility of small-caps is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio over a year is {{1y.ratio}}, at the {{history.percentile}} of its own history. @ -
V Volatility counts rises as well as falls and is not the risk of loss. @ -

dec volatility
L Beta of small-caps on large-caps over a year is {{1y.beta}}, with a correlation of {{1y.correlation}}. @ -
C The deepest drawdown of small-caps on price return is {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
L Small-caps now stand {{drawdown.small.current}} from their high on price return, and large-caps {{drawdown.large.current}}. @ -
D Correlation says how closely returns move together, not how far. @ -

dec volatility
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends. @ history.aboveOne - -
R The latest volatility ratio stands at the {{history.percentile}} of its own history. @ history.percentile - -
C In the discrete year before the latest small-caps returned {{discrete12m.2.small}} on total return, ahead of the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small beat discrete12m.2.large
V The measure changes with the span. @ -

real thesis
L Of all claims, {{all.holds}} hold, {{all.fails}} fail and {{all.depends}} depend on the definition. @ -
L A further {{all.untested}} cannot be tested, and {{all.opinion}} are opinion. @ -
V A verdict depends on the definition and the sample that the test uses. @ -

real thesis
L Among the claims on policy, {{policy.holds}} hold and {{policy.fails}} fail, while {{policy.depends}} depend on the definition. @ -
L On valuation {{valuation.untested}} claims cannot be tested, and on earnings and debt {{earningsAndDebt.untested}}. @ -
L The verdict on easier money as a tailwind for small-caps is "{{11.now}}", and when the claim was printed it was "{{11.then}}". @ -
D A claim cannot be tested when the data it needs are not available. @ -

real thesis
L On definitions and past returns {{ground.holds}} claims hold and {{ground.fails}} fail; on risk {{risk.holds}} hold and {{risk.fails}} fail. @ -
L The claim that small-caps are a barometer of the economy has the verdict {{22.now}}, against {{22.then}} when it was printed. @ -
D Opinions are counted apart, as no figure can settle them. @ -
V A verdict depends on the data at hand and on the definition of small-caps. @ -

valuation
C With all companies small-caps trade {{discount.aggIncl}} above large-caps on forward P/E. @ discount.aggIncl above zero
C Without loss-makers they trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The result depends on how companies that lose money are counted. @ -

valuation
C At the median the forward P/E of small-caps is {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C With all companies the forward P/E of small-caps is {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
C By market cap loss-makers are {{small.lossShareCap}} of small-caps, above the {{large.lossShareCap}} of large-caps. @ small.lossShareCap above large.lossShareCap
V The median leaves out companies that lose money. @ -

valuation
C For profitable companies the gap of small-caps against large-caps on forward P/E is {{discount.profitable}}, below zero, with {{small.lossShareCount}} of small-caps loss-makers by count. @ discount.profitable below zero
R That gap stands at the {{percentile20y.profitable}} of its longer history for profitable companies, and with all companies at the {{percentile20y.aggIncl}}. @ -
C With all companies, small-caps trade {{discount.aggIncl}} above large-caps. @ discount.aggIncl above zero
V Forward earnings are analysts' estimates and are often revised. @ -

debt
C After swaps the floating share of debt is {{small.floatingShareOfDebt}} for small-caps, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C Interest cover at the median company is {{small.interestCoverMedian}} for small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
V The floating share depends on what companies disclose about their swaps. @ -

debt
C Among small-caps {{small.companiesMostlyFloating}} of companies have mainly floating debt after swaps, above the {{large.companiesMostlyFloating}} among large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L Before swaps the share for small-caps is {{small.companiesMostlyFloatingBeforeSwaps}} and for large-caps {{large.companiesMostlyFloatingBeforeSwaps}}. @ -
V A share of companies and a share of debt answer different questions. @ -
V Companies free of debt are left out of these shares. @ -

debt
C For all companies together, interest cover is {{small.interestCover}} for small-caps, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
L Companies whose operating profit falls short of their interest expense are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
L Before swaps, {{small.floatingShareOfDebtBeforeSwaps}} of the debt of small-caps is floating, and {{large.floatingShareOfDebtBeforeSwaps}} of that of large-caps. @ -
D Interest cover divides operating profit by interest expense. @ -

coverage
C Small-caps have a mean of {{small.mean}} analysts a company, below the {{large.mean}} of large-caps. @ small.mean below large.mean
L Companies without an analyst are {{small.noneShare}} of small-caps and {{large.noneShare}} of large-caps. @ -
V The number of analysts says nothing about the quality of their estimates. @ -

coverage
C At the median {{small.median}} analysts follow a company among small-caps, below the {{large.median}} among large-caps. @ small.median below large.median
L The mean of followed companies is {{small.meanOfFollowed}} for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V Averages are pulled up by a few widely followed companies. @ -
D An analyst counts where the source holds an estimate for the company. @ -

coverage
C The share of companies without an analyst is {{small.noneShare}} for small-caps, above the {{large.noneShare}} for large-caps. @ small.noneShare above large.noneShare
C Among followed companies alone, the mean for small-caps is {{small.meanOfFollowed}} analysts, below the {{large.meanOfFollowed}} for large-caps. @ small.meanOfFollowed below large.meanOfFollowed
D Companies whose number of analysts is not reported are not counted as having none. @ -
V Sources count analysts differently. @ -

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
L With micro-caps the shares are {{smallAndMicroOfAll.count}} by count and {{smallAndMicroOfAll.value}} by market cap. @ -
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe
C The median market cap of small-caps is {{small.medianCap}}, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
C Weighted by market cap, small-caps take {{small.usRevenueShare}} of revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V Companies do not report regions on a common standard. @ -

universe
L The US is {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
L By count {{small.inBand.count}} of small-caps fall in the size band, and by market cap {{small.inBand.value}}. @ -
C The smallest market cap among small-caps is {{small.smallestCap}}, below the {{large.smallestCap}} among large-caps. @ small.smallestCap below large.smallestCap
V An index and a size band define small-caps differently. @ -

earnings
C With all companies, earnings of small-caps are estimated to grow {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies in sum, the estimated growth of small-caps is {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
V Estimates are revised, and a loss that shrinks counts as growth in the sum. @ -

earnings
C Over a quarter the breadth of revisions is {{small.breadth.3m}} for small-caps, below the {{large.breadth.3m}} of large-caps. @ small.breadth.3m below large.breadth.3m
C With all companies the gap in estimated growth of earnings, small-caps minus large-caps, is {{growthGap.aggIncl}} percentage points, above zero. @ growthGap.aggIncl above zero
C At the median that gap is {{growthGap.median}} percentage points, below zero. @ growthGap.median below zero
D Breadth is the share of estimates raised minus the share cut. @ -

earnings
L Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ -
C At the median, earnings of small-caps are estimated to grow {{small.growth.median}}, below the {{large.growth.median}} of large-caps. @ small.growth.median below large.growth.median
L With all companies in sum, small-caps show estimated growth of {{small.growth.aggIncl}} against {{large.growth.aggIncl}} for large-caps. @ -
V The sum includes companies that lose money, the median leaves them out. @ -

deals
R Over a year {{ttm.count}} takeovers were announced, a count at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
C The change from a year before is {{ttm.change}}, below zero. @ ttm.change below zero
V The count covers all targets in the data, so small-caps are not set apart. @ -

deals
L In the year to date {{ytd.count}} takeovers were announced, with a change of {{ytd.change}} from a year before. @ -
L The count over a year is {{ttm.count}}, and the median of its history is {{history.median}}. @ -
D A deal counts on the day of its announcement, whether or not it closes. @ -
V Counts depend on which transactions a vendor includes. @ -

deals
L The disclosed value of takeovers over a year is {{value.total}}, and the median disclosed value of a takeover is {{value.median}}. @ -
L A value is disclosed for {{value.disclosed}} of takeovers. @ value.disclosed - -
R By number, takeovers over a year stand at the {{ttm.percentile}} of their own history, while the change from a year before is {{ttm.change}}. @ ttm.percentile - -
V Takeovers that disclose no value are left out of the total and of the median. @ -

universe: unbacked@2
L The US holds {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
L With micro-caps left out, small-caps are {{smallWithoutMicro.count}} by count and {{smallWithoutMicro.value}} by market cap. @ -
C Some small-caps have outgrown the label: members of the largest size class are {{small.above10bn}} of small-caps by count, below the {{large.above10bn}} of large-caps. @ small.above10bn below large.above10bn
`);
