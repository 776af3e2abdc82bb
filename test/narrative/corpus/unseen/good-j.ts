import { draftsOf } from "./read.ts";

/** The same, by another stand-in; run once before anything was changed for it. */
export const GOOD_J = draftsOf(`
coverage
C Small-caps are followed by {{small.mean}} analysts a company at the mean, below the {{large.mean}} of large-caps. @ small.mean below large.mean
C The share of companies without an analyst is {{small.noneShare}} among small-caps, above the {{large.noneShare}} among large-caps. @ small.noneShare above large.noneShare
L Counting followed companies alone, the mean is {{small.meanOfFollowed}} for small-caps and {{large.meanOfFollowed}} for large-caps. @ -
V The data may miss analysts whose estimates the vendor does not collect. @ -

coverage
C The median company among small-caps has {{small.median}} analysts, below the {{large.median}} among large-caps. @ small.median below large.median
L Companies with few analysts make up {{small.fewShare}} of small-caps and {{large.fewShare}} of large-caps. @ -
L Still, only {{small.noneShare}} of small-caps are without any analyst. @ small.noneShare - -
D The number of analysts measures how many follow a company, not how good their estimates are. @ -

coverage
C Among small-caps, {{small.fewShare}} of companies have thin analyst coverage, above the {{large.fewShare}} of large-caps. @ small.fewShare above large.fewShare
L For small-caps the mean is {{small.mean}} analysts a company and the median {{small.median}}. @ -
D The mean of followed companies leaves out those without an analyst. @ -

deals
L Takeovers announced over a year number {{ttm.count}}, against {{ttm.previous}} in the year before. @ -
C In the year to date the count is below that of the same period a year before by {{ytd.change}}. @ ytd.change below zero
R Even so, the count over a year sits at the {{ttm.percentile}} of its own history. @ ttm.percentile - -
V The count covers announced takeovers, and some of them may not complete. @ -

deals
C Over a year the count of announced takeovers was {{ttm.change}} below the year before. @ ttm.change below zero
L The current count is {{ttm.count}}, with a median of history of {{history.median}} and a highest reading of {{history.highest}}. @ -
L Disclosed values add up to {{value.total}} and cover {{value.disclosed}} of takeovers. @ -
V Takeovers that disclose no value are left out of the total. @ -

deals
L In the year to date {{ytd.count}} takeovers were announced, compared with {{ytd.previous}} in the same stretch a year before. @ -
R Over a year the number of takeovers ranks at the {{ttm.percentile}} of its history. @ ttm.percentile - -
L The median disclosed value of a takeover is {{value.median}}. @ value.median - -
V The median rests on the takeovers that disclose a value. @ -

debt
C After swaps, {{small.floatingShareOfDebt}} of the debt of small-caps is floating, above the {{large.floatingShareOfDebt}} of large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
C At the median company, interest cover is {{small.interestCoverMedian}} for small-caps, below the {{large.interestCoverMedian}} of large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L Companies whose earnings fall short of their interest are {{small.zombieShare}} of small-caps and {{large.zombieShare}} of large-caps. @ -
V The floating share depends on what companies disclose about their swaps. @ -

debt
C Companies whose debt is mostly floating after swaps are {{small.companiesMostlyFloating}} of small-caps, above the {{large.companiesMostlyFloating}} of large-caps. @ small.companiesMostlyFloating above large.companiesMostlyFloating
L Before swaps the shares are {{small.companiesMostlyFloatingBeforeSwaps}} for small-caps and {{large.companiesMostlyFloatingBeforeSwaps}} for large-caps. @ -
L With debt-free companies counted too, the share of small-caps is {{small.companiesMostlyFloatingOfAll}} after swaps. @ small.companiesMostlyFloatingOfAll - -
D Interest cover divides operating profit by interest expense. @ -

debt
C With all companies together, interest cover of small-caps stands at {{small.interestCover}}, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover
C Thin interest cover is found at {{small.thinCoverShare}} of small-caps, above the {{large.thinCoverShare}} of large-caps. @ small.thinCoverShare above large.thinCoverShare
L Swaps move the floating share of small-caps' debt from {{small.floatingShareOfDebtBeforeSwaps}} before swaps to {{small.floatingShareOfDebt}} after swaps. @ -
V The sum of all companies can hide wide differences between them. @ -

earnings
C With all companies in sum, earnings of small-caps are estimated to grow {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C For profitable companies the order turns: small-caps stand at {{small.growth.profitable}}, below the {{large.growth.profitable}} of large-caps. @ small.growth.profitable below large.growth.profitable
L Over a quarter the breadth of revisions was {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -
V Estimates are revised, and a loss that shrinks counts as growth in the sum. @ -

earnings
C For small-caps the breadth of revisions is below zero over a quarter, at {{small.breadth.3m}}. @ small.breadth.3m below zero
C For large-caps it is above zero over a quarter, at {{large.breadth.3m}}. @ large.breadth.3m above zero
L Expected growth of earnings for small-caps is {{small.growth.aggIncl}} with all companies, {{small.growth.profitable}} for profitable companies and {{small.growth.median}} at the median. @ -
V The result depends on whether companies that lose money are counted. @ -

real performance
C In the year to date small-caps returned {{ytd.small}} on total return, ahead of the {{ytd.large}} of large-caps. @ ytd.small beat ytd.large
C Over a month small-caps lagged large-caps by {{1m.relative}} percentage points on total return. @ 1m.relative lagged zero
C In the discrete year before the latest, small-caps trailed with {{discrete12m.2.small}} on total return, behind the {{discrete12m.2.large}} of large-caps. @ discrete12m.2.small lagged discrete12m.2.large
D Total return includes reinvested dividends. @ -

real performance
C Over a year small-caps beat large-caps by {{12m.relative}} percentage points on total return, and over a quarter by {{3m.relative}} percentage points. @ 12m.relative beat zero
H In the quarter to date small-caps fell {{qtd.small}} on price return. @ qtd.small fell zero
C Volatility on price return is {{volatility252d.small}} for small-caps, above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
V The result depends on the start and end dates of each window. @ -

real performance
H Over a week small-caps were little changed on price return, at {{5d.small}}. @ 5d.small littleChanged zero
C In the month to date small-caps lagged large-caps by {{mtd.relative}} percentage points on price return. @ mtd.relative lagged zero
C Over the middle horizon small-caps returned {{6m.small}} on total return, ahead of large-caps at {{6m.large}}. @ 6m.small beat 6m.large
H Small-caps stand {{drawdown.small.current}} below their high on total return, and their deepest drawdown was {{drawdown.small.deepest}}. @ drawdown.small.current below zero

m26 premium
C In the full sample small-caps beat large-caps by {{full.meanAnnual}} a year at the mean. @ full.meanAnnual beat zero
C The latest rolling window shows the opposite: small-caps lagged large-caps by {{rolling10y.latest}}. @ rolling10y.latest lagged zero
L The t statistic in the full sample is {{full.t}}, from {{full.n}} months. @ -
V Rolling windows overlap, so they are not independent observations. @ -

real premium
C In January small-caps beat large-caps by {{january.meanAnnual}} a year at the mean, with a t statistic of {{january.t}}. @ january.meanAnnual beat zero
L In all other months the mean for small-caps against large-caps is {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ -
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
V The factor is built from paper portfolios and leaves out trading costs. @ -

m26 premium
L The rolling premium of small-caps over large-caps has been positive in {{rolling10y.positiveShare}} of windows. @ rolling10y.positiveShare - -
C Its latest reading is below zero, at {{rolling10y.latest}} for small-caps against large-caps. @ rolling10y.latest below zero
C In the latest discrete year small-caps were ahead of large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero
D The size factor is the return of small portfolios minus the return of big portfolios. @ -

real ratecut
C After all cuts small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, on average. @ all.12m.mean beat zero
C After first cuts small-caps lagged large-caps by {{first.12m.mean}} percentage points over a year, on average. @ first.12m.mean lagged zero
L The sample of first cuts holds {{first.12m.n}} complete windows over a year, and that of all cuts {{all.12m.n}}. @ -
V Windows after cuts of the same cycle overlap, so they are not independent observations. @ -

real ratecut
C Over a year small-caps led after all cuts in {{all.12m.hit}} of windows, above the {{base.12m.hit}} in any month. @ all.12m.hit above base.12m.hit
C After first cuts that share was {{first.12m.hit}} over a year, below the any month share. @ first.12m.hit below base.12m.hit
C After scheduled cuts small-caps beat large-caps by {{scheduled.24m.mean}} percentage points over the longest horizon, on average. @ scheduled.24m.mean beat zero
V The sample of first cuts is small, so single cycles can move its mean. @ -

real ratecut
C At the median, small-caps were ahead of large-caps by {{all.12m.median}} percentage points over a year after all cuts. @ all.12m.median beat zero
C After first cuts they were behind by {{first.12m.median}} percentage points over a year at the median. @ first.12m.median lagged zero
C Over a quarter the average for small-caps against large-caps was {{first.3m.mean}} percentage points after first cuts, below the {{base.3m.mean}} in any month. @ first.3m.mean below base.3m.mean
D Emergency cuts are left out of the scheduled sample. @ -

real recovery
C After all recoveries small-caps beat large-caps by {{all.12m.mean}} percentage points over a year, at the mean. @ all.12m.mean beat zero
C In any month the mean over a year was below zero, at {{base.12m.mean}} percentage points for small-caps against large-caps. @ base.12m.mean below zero
L Small-caps led in {{all.12m.ahead}} of the {{all.12m.n}} recoveries measured over a year. @ -
V The sample of recoveries is small, and the start of a recovery is known only in hindsight. @ -

real recovery
C Over a year after all recoveries the mean of small-caps against large-caps is {{all.12m.mean}} percentage points, above the {{base.12m.mean}} in any month. @ all.12m.mean above base.12m.mean
L That rests on {{all.12m.n}} recoveries, against {{base.12m.n}} windows in any month. @ -
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero
V The windows of any month overlap. @ -

real recovery
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
C Over a year after all recoveries small-caps were ahead of large-caps by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
L In any month, small-caps led over a year in {{base.12m.hit}} of windows, with a mean of {{base.12m.mean}} percentage points. @ -
V A recovery is dated from the low of the market, which is set after the fact. @ -

real regime
C The replica stands above zero at {{level}} standard deviations, after a change of {{change3m}} over a quarter. @ level above zero
C In months after expansion small-caps beat large-caps by {{after.expansion.mean}} percentage points at the mean. @ after.expansion.mean beat zero
C In months after slowdown small-caps lagged large-caps by {{after.slowdown.mean}} percentage points at the mean. @ after.slowdown.mean lagged zero
V Phases are assigned from revised data and may differ from what was known at the time. @ -

regime
L The current phase has lasted {{monthsInPhase}}. @ monthsInPhase - -
L Among the parts of the replica, inflation scores {{inflation.score}} and the credit spread, inverted, {{credit.score}}, while activity scores {{activity.score}} and the yield {{yield.score}}. @ -
L Small-caps led large-caps in {{after.expansion.hit}} of months after expansion and in {{after.slowdown.hit}} of months after slowdown. @ -
V The replica is an approximation, built from public data. @ -

real regime
C In months after recovery small-caps were little changed against large-caps, at {{after.recovery.mean}} percentage points on total return. @ after.recovery.mean littleChanged zero
C In months after contraction small-caps were ahead by {{after.contraction.mean}} percentage points at the mean, across {{after.contraction.n}} months. @ after.contraction.mean beat zero
C Activity scores below zero, at {{activity.score}} standard deviations. @ activity.score below zero
D A score counts standard deviations from the average of its own history. @ -

risks
L Of the triggers for a US downturn, {{condition.downturn.fired}} of {{condition.downturn.known}} have fired. @ -
L The Sahm rule stands at {{sahm.value}}, with {{sahm.distance}} of room before it fires. @ -
C The financial stress index is below zero, at {{stress.value}}. @ stress.value below zero
V A trigger marks a threshold and may fire late or in error. @ -

risks
L Triggers fired are {{condition.downturn.fired}} for a downturn, {{condition.hawkish.fired}} for a hawkish central bank and {{condition.uncertainty.fired}} for global uncertainty. @ -
C The curve is above zero at {{curve.value}}. @ curve.value above zero
C On the other side, initial claims are above zero at {{claims.value}}, with room of {{claims.distance}} before the trigger fires. @ claims.value above zero
V Economic data are revised after they are published. @ -

real risks
L The volatility index reads {{vix.value}} and has {{vix.distance}} of room before its trigger fires. @ -
C The rise in the policy target is below zero, at {{policyRise.value}}. @ policyRise.value below zero
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return. @ discrete12m.1.relative beat zero
C In the discrete year before the latest they lagged by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero

universe
L Small-caps are {{smallOfAll.count}} of all companies by count and {{smallOfAll.value}} by market cap. @ -
C The median market cap is {{small.medianCap}} for small-caps, below the {{large.medianCap}} of large-caps. @ small.medianCap below large.medianCap
C Small-caps take {{small.usRevenueShare}} of their revenue from the US, above the {{large.usRevenueShare}} of large-caps. @ small.usRevenueShare above large.usRevenueShare
V The shares depend on where the line between small-caps and micro-caps is drawn. @ -

universe
L US companies are {{usOfSmall.count}} of the world's small-caps by count and {{usOfSmall.value}} by market cap. @ -
C By count, {{small.inBand.count}} of small-caps fall in the size band, above the {{large.inBand.count}} of large-caps. @ small.inBand.count above large.inBand.count
L By market cap, the share of small-caps in the band is {{small.inBand.value}}. @ small.inBand.value - -
V Index membership is set at the last reconstitution, so companies can drift outside the band. @ -

valuation
C With all companies, small-caps trade at a premium of {{discount.aggIncl}} to large-caps on forward P/E. @ discount.aggIncl above zero
C Without loss-makers the gap turns: small-caps trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
V The result depends on how companies that lose money are counted. @ -

valuation
C At the median, the forward P/E is {{small.median.pe}} for small-caps, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C With all companies, small-caps stand at {{small.aggIncl.pe}}, above large-caps at {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe
R The gap at the median ranks at the {{percentile20y.median}} of its longer history. @ percentile20y.median - -
V The median leaves out companies that lose money, which are a larger part of small-caps. @ -

valuation
C For profitable companies, small-caps trade at a discount of {{discount.profitable}} to large-caps. @ discount.profitable below zero
R That gap sits at the {{percentile20y.profitable}} of its longer history for profitable companies, and at the {{percentile20y.aggIncl}} with all companies. @ percentile20y.profitable - -
C Loss-makers by market cap are {{small.lossShareCap}} of small-caps, above the {{large.lossShareCap}} of large-caps. @ small.lossShareCap above large.lossShareCap
D The forward P/E divides market value by the earnings that analysts expect, and those estimates are revised. @ -

real volatility
C Over a year the volatility of small-caps on price return is {{1y.small}}, above the {{1y.large}} of large-caps. @ 1y.small above 1y.large
R The volatility ratio stands at the {{history.percentile}} of its own history. @ history.percentile - -
C In the latest discrete year small-caps returned {{discrete12m.1.small}} on total return, ahead of the {{discrete12m.1.large}} of large-caps. @ discrete12m.1.small beat discrete12m.1.large
D Volatility counts moves up and moves down alike. @ -

real volatility
L Small-caps were the more volatile side at {{history.aboveOne}} of month-ends, and the ratio over a year is {{1y.ratio}}. @ -
C The deepest drawdown of small-caps on price return was {{drawdown.small.deepest}}, below the {{drawdown.large.deepest}} of large-caps. @ drawdown.small.deepest below drawdown.large.deepest
C In the discrete year before the latest, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero
V Past volatility describes the window it is measured in. @ -

real volatility
L Over a year the beta of small-caps on large-caps is {{1y.beta}} and the correlation {{1y.correlation}}, on price return. @ -
C Small-caps are {{drawdown.small.current}} below their high on price return, and large-caps {{drawdown.large.current}}. @ drawdown.small.current below zero
C Against that, small-caps beat large-caps by {{discrete12m.1.relative}} percentage points on total return in the latest discrete year. @ discrete12m.1.relative beat zero
V Beta and correlation depend on the window and on daily data. @ -
`);
