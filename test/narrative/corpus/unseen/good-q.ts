import { draftsOf } from "./read.ts";

/** Plain drafts by a third pair of authors of a conformance suite. */
export const GOOD_Q = draftsOf(`
valuation
L Small-caps trade at {{small.aggIncl.pe}} expected earnings when all companies are counted. @ -
D This forward P/E divides the sum of market caps by the sum of expected earnings, losses included. @ -

valuation
C Without loss-makers, small-caps stand at a forward P/E of {{small.aggExLoss.pe}}, below large-caps at {{large.aggExLoss.pe}}. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers are {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -
L Among covered large-caps, loss-makers come to {{large.lossShareCount}} by count and {{large.lossShareCap}} by market cap. @ -

valuation
L The gap of small-caps to large-caps on forward P/E, without loss-makers, is {{discount.aggExLoss}}. @ -
C By count, loss-makers make up {{small.lossShareCount}} of covered small-caps, above the {{large.lossShareCount}} of covered large-caps. @ small.lossShareCount above large.lossShareCount
L By market cap, the share of loss-makers is {{small.lossShareCap}} for small-caps and {{large.lossShareCap}} for large-caps. @ -

valuation
C On the median of profitable companies, the forward earnings yield of small-caps, {{small.median.earningsYield}}, is above that of large-caps, {{large.median.earningsYield}}. @ small.median.earningsYield above large.median.earningsYield

valuation
L The data cover {{small.covered}} of {{small.members}} small-cap members. @ -
C Measured by market cap, coverage is {{small.coverage}} for small-caps, below the {{large.coverage}} for large-caps. @ small.coverage below large.coverage

debt
L After swaps, {{small.floatingShareOfDebt}} of the debt of small-caps is floating. @ -

debt
C Taken together, small-caps have an interest cover of {{small.interestCover}}, below the {{large.interestCover}} of large-caps. @ small.interestCover below large.interestCover

debt
L At the median company, interest cover is {{small.interestCoverMedian}} among small-caps and {{large.interestCoverMedian}} among large-caps. @ -
D Interest cover is operating profit over interest expense. @ -

debt
C The floating share of small-cap debt is {{small.floatingShareOfDebt}} after swaps, below the {{small.floatingShareOfDebtBeforeSwaps}} before swaps. @ small.floatingShareOfDebt below small.floatingShareOfDebtBeforeSwaps

debt
C The floating share of debt after swaps is {{small.floatingShareOfDebt}} for small-caps, above {{large.floatingShareOfDebt}} for large-caps. @ small.floatingShareOfDebt above large.floatingShareOfDebt
L As a ratio of small over large, it comes to {{ratio.floatingShareOfDebt}}. @ -

debt
L Financials are left out, {{small.financials}} of them among small-caps and {{large.financials}} among large-caps. @ -
V Companies that do not report their swaps are missing from the shares after swaps. @ -

coverage
L The median number of analysts a company is {{small.median}} among small-caps. @ -

coverage
C Large-caps have a mean of {{large.mean}} analysts a company, above the {{small.mean}} of small-caps. @ large.mean above small.mean

coverage
C Counting only followed companies, the mean number of analysts for large-caps is {{large.meanOfFollowed}}, little changed from the {{large.mean}} with all companies counted. @ large.meanOfFollowed littleChanged large.mean

coverage
C Companies without an analyst make up {{small.noneShare}} of small-caps, above {{large.noneShare}} of large-caps. @ small.noneShare above large.noneShare

coverage
C Large over small, the ratio of median analysts a company is {{ratio.median}}, above the {{ratio.mean}} for the mean. @ ratio.median above ratio.mean
L The medians behind it are {{large.median}} for large-caps and {{small.median}} for small-caps. @ -

coverage
L The number of analysts is reported for {{small.reportedShare}} of small-cap companies. @ -
V Companies whose number of analysts is not reported are left out of the averages. @ -

universe
L By count, small-caps are {{smallOfAll.count}} of the listed companies counted. @ -

universe
C Small-caps make up {{smallOfAll.count}} of listed companies by count, above their share of {{smallOfAll.value}} by market cap. @ smallOfAll.count above smallOfAll.value

universe
L The US accounts for {{usOfSmall.count}} of the world's small-caps by count and for {{usOfSmall.value}} by market cap. @ -

universe
C The median market cap is {{small.medianCap}} among small-caps, below {{large.medianCap}} among large-caps. @ small.medianCap below large.medianCap
L The largest market cap in the small index is {{small.largestCap}}. @ -

universe
C Revenue from the US, weighted by market cap, is {{small.usRevenueShare}} for small-caps, above {{large.usRevenueShare}} for large-caps. @ small.usRevenueShare above large.usRevenueShare
L US revenue is reported for {{small.usRevenueReported}} of the small index by market cap and for {{large.usRevenueReported}} of the large index. @ -

universe
L The number of regions counted is {{regions}}. @ -
V A region that lacks a number of a size that others have is left out whole. @ -
D The line between small and other companies is drawn as the provider draws it. @ -

earnings
L The breadth of revisions for small-caps was {{small.breadth.1m}} in the last month. @ -

earnings
C In the last month the breadth of revisions was {{small.breadth.1m}} for small-caps, below the {{large.breadth.1m}} for large-caps. @ small.breadth.1m below large.breadth.1m

earnings
C Expected growth of earnings, all companies in sum, is {{small.growth.aggIncl}} for small-caps, above {{large.growth.aggIncl}} for large-caps. @ small.growth.aggIncl above large.growth.aggIncl
C At the median of profitable companies, expected growth is {{small.growth.median}} for small-caps, below {{large.growth.median}} for large-caps. @ small.growth.median below large.growth.median

earnings
L Counting only companies with positive reported earnings, expected growth in sum is {{small.growth.profitable}} for small-caps and {{large.growth.profitable}} for large-caps. @ -

earnings
C By count, companies that lost money are {{small.losingShare}} of small-caps, above the {{large.losingShare}} of large-caps. @ small.losingShare above large.losingShare
V In the growth of all companies in sum, losses that shrink count as growth. @ -

earnings
D Breadth is estimates raised less estimates cut, of estimates changed. @ -
C In the last month {{small.unchanged.1m}} of small-cap estimates were kept, below the {{large.unchanged.1m}} of large-cap estimates. @ small.unchanged.1m below large.unchanged.1m

n24 ratecut
L After all cuts, the mean of small minus large is {{all.12m.mean}}; after first cuts, it is {{first.12m.mean}}. @ -

n24 ratecut
C The mean return of small minus large after all cuts, {{all.6m.mean}}, is above the mean after first cuts, {{first.6m.mean}}. @ all.6m.mean above first.6m.mean

n24 ratecut
L Small-caps were ahead in {{all.12m.hit}} of windows after all cuts, and in {{first.12m.hit}} after first cuts. @ -
L For windows that start in any month, the share with small-caps ahead is {{base.12m.hit}}. @ -

n24 ratecut
C After the first cut of a cycle, the mean of small minus large is {{first.3m.mean}}, below zero. @ first.3m.mean below zero
L The range of that mean runs from {{first.3m.ciLow}} to {{first.3m.ciHigh}}. @ -

n24 ratecut
R The rank of this cycle among the cycles measured is {{thisCycle.rank}}. @ -
L Since its first cut, small minus large came to {{thisCycle.3m.relative}} over the horizon shown. @ -

n24 ratecut
L The sample holds {{cuts}} cuts in {{cycles}} cycles. @ -
C After all cuts the median of small minus large was {{all.24m.median}}, above the {{first.24m.median}} after first cuts. @ all.24m.median above first.24m.median
V Incomplete windows are left out. @ -

n24 performance
L Over the year to date, small-caps had a total return of {{ytd.small}}. @ -

n24 performance
C In the year to date, small-caps lagged large-caps in total return, {{ytd.small}} against {{ytd.large}}. @ ytd.small lagged ytd.large

n24 performance
L Over the month to date, the price return of small-caps was {{mtd.small}} and that of large-caps {{mtd.large}}. @ -
V Past performance is not a reliable guide to future results. @ -

n24 performance
C Over the horizon shown, small-caps beat large-caps: their total return was {{6m.small}} against {{6m.large}}. @ 6m.small beat 6m.large

n24 performance
L Measured from its high, the small-cap index stands at {{drawdown.small.current}} in total return. @ -
C On price returns, the volatility of small-caps, {{volatility252d.small}}, is above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large

n24 performance
R In small-caps' whole history, the best small month of the span shown has rank {{bestMonth12m.smallRank}}. @ -
L The total return of that month was {{bestMonth12m.small}}. @ -

n24 regime
C Activity has a score of {{activity.score}}, below zero. @ activity.score below zero

n24 regime
C The score of the credit spread, inverted, is {{credit.score}}, above the activity score of {{activity.score}}. @ credit.score above activity.score

n24 regime
C Small-caps were ahead in {{after.slowdown.hit}} of months after slowdown, below the {{after.contraction.hit}} after contraction. @ after.slowdown.hit below after.contraction.hit
L The sample holds {{after.slowdown.n}} months after slowdown and {{after.contraction.n}} after contraction. @ -

n24 regime
L The mean monthly return of small minus large is {{after.slowdown.mean}} after slowdown and {{after.contraction.mean}} after contraction. @ -
V The phases come from a replica, not from a bank's own indicator. @ -

n24 regime
L The replica uses {{inputs}} inputs. @ -
D The inputs carry equal weights. @ -
V The data are as revised up to the as-of date. @ -

s25 thesis
L Of the claims in the ledger, {{all.holds}} hold and {{all.fails}} fail. @ -

s25 thesis
C The count of claims that fail is {{all.fails}}, above the {{all.holds}} that hold. @ all.fails above all.holds

s25 thesis
L Of all claims, {{all.untested}} cannot be tested and {{all.depends}} depend on the definition. @ -
V What weighs how much is a matter of opinion. @ -

s25 thesis
C Without loss-makers, monthly changes of the relative P/E have a correlation of {{sentiment.aggExLoss.changes}} with those of consumer sentiment, below the {{sentiment.aggExLoss.levels}} for levels. @ sentiment.aggExLoss.changes below sentiment.aggExLoss.levels

s25 thesis
C SMB, annualised, was {{easing.meanAnnual}} in easing spells, above {{tightening.meanAnnual}} in tightening spells. @ easing.meanAnnual above tightening.meanAnnual
L The t statistic of easing minus tightening is {{easing.t}}. @ -

s25 thesis
L The volatility index now stands at {{nearest.value}}, with room of {{nearest.distance}} before it fires. @ -

s25 deals
L Takeovers announced in the year to date number {{ytd.count}}. @ -

s25 deals
H Takeovers announced rose to {{ttm.count}} from {{ttm.previous}} in the period before. @ ttm.count rose ttm.previous

s25 deals
L The disclosed value of takeovers is {{value.total}}, and {{value.disclosed}} of the deals disclose a value. @ -
V A deal without a disclosed value is not in that sum. @ -

s25 deals
C The latest count of takeovers, {{ttm.count}}, is above the median of its history, {{history.median}}. @ ttm.count above history.median

s25 deals
H The count of takeovers in the year to date rose by {{ytd.change}}. @ ytd.change rose zero
L It stands at {{ytd.count}}, against {{ytd.previous}} in the same days of the year before. @ -

s25 deals
L The data hold {{counted}} takeovers. @ -
D Later words on the same deal are left out, and so are blank-cheque companies. @ -

n24 premium
L Over the full sample, the size premium averaged {{full.meanAnnual}} a year. @ -

n24 premium
L The t statistic for the full sample is {{full.t}}, on {{full.n}} months. @ -

n24 premium
C The mean for January alone, {{january.meanAnnual}} a year, is above that of all other months, {{otherMonths.meanAnnual}}. @ january.meanAnnual above otherMonths.meanAnnual

n24 premium
C At {{rolling10y.latest}}, the latest rolling mean lies below the full-sample mean of {{full.meanAnnual}}. @ rolling10y.latest below full.meanAnnual

n24 premium
D SMB is the return of the small portfolios minus that of the big ones. @ -
L For the full sample, the range around its mean runs from {{full.rangeLow}} to {{full.rangeHigh}}. @ -

n24 premium
L The lowest rolling mean is {{rolling10y.lowest}} and the highest {{rolling10y.highest}}. @ -
L The number of rolling windows is {{rolling10y.n}}. @ -
V Neighbouring windows overlap, so they are not independent of each other. @ -

n24 recovery
C Averaged over all recoveries, small-caps beat large-caps by {{all.12m.mean}}. @ all.12m.mean beat zero

n24 recovery
C The mean of all recoveries is {{all.24m.mean}}, above the {{base.24m.mean}} of any month. @ all.24m.mean above base.24m.mean

n24 recovery
L Small-caps were ahead in {{all.36m.ahead}} of the {{all.36m.n}} recoveries measured. @ -

n24 recovery
L In the latest discrete period, small-caps returned {{discrete12m.1.small}} and large-caps {{discrete12m.1.large}}, total return. @ -

n24 recovery
L The recoveries measured number {{all.12m.n}}. @ -
V A sample of this size cannot settle the question. @ -

n24 recovery
C Taking any month as the start, small-caps lagged large-caps by {{base.12m.mean}} on average. @ base.12m.mean lagged zero
L The share of those windows with small-caps ahead was {{base.12m.hit}}. @ -
D Each recovery window starts at the month-end of the trough. @ -

n24 volatility
L The volatility of small-caps is {{1y.small}}, against {{1y.large}} for large-caps. @ -

n24 volatility
C On daily price returns, small-caps' volatility of {{3y.small}} is higher than large-caps' {{3y.large}}. @ 3y.small above 3y.large

n24 volatility
L The beta of small on large is {{5y.beta}} and the correlation is {{5y.correlation}}. @ -

n24 volatility
R The percentile of the volatility ratio in its own history is {{history.percentile}}. @ -

n24 volatility
L The deepest drawdown of small-caps was {{drawdown.small.deepest}}, price return. @ -
L That of large-caps was {{drawdown.large.deepest}}. @ -

n24 volatility
D The volatility ratio is volatility of small over that of large. @ -
L It now stands at {{1y.ratio}}. @ -
V Its history covers {{history.n}} month-ends, and neighbouring windows overlap. @ -

n24 risks
L The Sahm rule reads {{sahm.value}}, with {{sahm.distance}} of room before it fires. @ -

n24 risks
L The volatility index stands at {{vix.value}}. @ -

n24 risks
L For a US downturn, {{condition.downturn.fired}} of the {{condition.downturn.known}} known triggers have fired. @ -

n24 risks
C Small-caps lagged large-caps by {{outcome.3m.relative}}, total return, over the horizon shown. @ outcome.3m.relative lagged zero

n24 risks
C Between their thresholds, initial claims are placed at {{claims.position}}, below the Sahm rule at {{sahm.position}}. @ claims.position below sahm.position

n24 risks: unbacked@2
L The high-yield spread is {{highYield.value}}. @ -
L Its room before it fires is {{highYield.distance}}. @ -
V Each trigger has a threshold of its own, and triggers that the data lack are left out. @ -

n24 ratecut
C After first cuts, small-caps lagged large-caps by {{first.12m.mean}} on average. @ first.12m.mean lagged zero

n24 ratecut
L After all cuts, the mean is {{all.6m.mean}}; after first cuts, it is {{first.6m.mean}}. @ -

n24 ratecut
C The mean after all cuts, {{all.12m.mean}}, is above that after first cuts, {{first.12m.mean}}. @ all.12m.mean above first.12m.mean

n24 ratecut
L Small-caps were ahead in {{all.6m.hit}} of windows after all cuts. @ -
L After first cuts, the share was {{first.6m.hit}}. @ -

n24 ratecut
L The range for the mean after first cuts runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}}. @ -
L The cuts belong to {{cycles}} cycles. @ -
V Cuts of the same cycle are not independent of each other. @ -

n24 ratecut
R Among the cycles measured, this cycle has rank {{thisCycle.rank}}. @ -

s25 performance
L Small-caps returned {{12m.small}} and large-caps {{12m.large}}, total return, over the horizon shown. @ -

s25 performance
C In total return, small-caps beat large-caps by {{12m.relative}}. @ 12m.relative beat zero

s25 performance
C On the last day, small-caps lagged large-caps: {{1d.small}} against {{1d.large}}, price return. @ 1d.small lagged 1d.large

s25 performance
H Small-caps fell by {{1d.small}} on the last day, price return. @ 1d.small fell zero

s25 performance
L The best small month returned {{bestMonth12m.small}}, total return. @ -
R Its rank in small-caps' whole history is {{bestMonth12m.smallRank}}. @ -

s25 performance
C The volatility of small-caps, {{volatility252d.small}}, is above that of large-caps, {{volatility252d.large}}. @ volatility252d.small above volatility252d.large
L The beta of small on large is {{beta252d}}. @ -
V Windows end at the last common date. @ -

s25 earnings
L Last month, the breadth of revisions was {{small.breadth.1m}} for small-caps and {{large.breadth.1m}} for large-caps. @ -

s25 earnings
C Breadth for small-caps, at {{small.breadth.3m}}, is above breadth for large-caps, at {{large.breadth.3m}}. @ small.breadth.3m above large.breadth.3m

s25 earnings
L The share of large-cap estimates kept last month was {{large.unchanged.1m}}. @ -

s25 earnings
C The share of estimates kept last month was lower for small-caps, {{small.unchanged.1m}}, than for large-caps, {{large.unchanged.1m}}. @ small.unchanged.1m below large.unchanged.1m

s25 earnings
R The percentile of small-caps' breadth in its own history is {{small.breadthPercentile}}. @ -
R For large-caps it is {{large.breadthPercentile}}. @ -

s25 earnings
D Breadth is estimates raised less estimates cut, of estimates changed. @ -
L Small minus large, it was {{breadthGap.1m}} last month. @ -
V Estimates that were kept do not enter it. @ -

s25 ratecut
C After first cuts, small-caps beat large-caps by {{first.1m.mean}} on average. @ first.1m.mean beat zero
L After all cuts, the mean is {{all.1m.mean}}. @ -

s25 ratecut
L Starting from any month, the share of windows with small-caps ahead is {{base.12m.hit}}. @ -

s25 ratecut
C The mean after all cuts, {{all.24m.mean}}, is higher than the {{first.24m.mean}} after first cuts. @ all.24m.mean above first.24m.mean

s25 ratecut
L Small-caps were ahead in {{all.1m.ahead}} of {{all.1m.n}} windows after all cuts. @ -
L After first cuts, they were ahead in {{first.1m.ahead}} of {{first.1m.n}}. @ -

s25 ratecut
C In this cycle, small-caps lagged large-caps by {{thisCycle.3m.relative}} at the horizon shown. @ thisCycle.3m.relative lagged zero

s25 ratecut
C The share of windows with small-caps ahead after first cuts is little changed from the shorter horizon to the longer: {{first.6m.hit}} and {{first.12m.hit}}. @ first.12m.hit littleChanged first.6m.hit
V Incomplete windows are left out. @ -

valuation
L Without loss-makers, the forward P/E of small-caps is {{small.aggExLoss.pe}}. @ -

valuation
C Counting all companies, small-caps' forward P/E of {{small.aggIncl.pe}} is above large-caps' {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe

valuation
L Without loss-makers, the gap of small to large in forward P/E is {{discount.aggExLoss}}. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps by count and {{small.lossShareCap}} by market cap. @ -
L For large-caps, they are {{large.lossShareCount}} by count and {{large.lossShareCap}} by market cap. @ -

valuation
C By the median of profitable companies, small-caps have a lower forward P/E than large-caps: {{small.median.pe}} against {{large.median.pe}}. @ small.median.pe below large.median.pe

valuation
L The covered share of market cap is {{small.coverage}} for small-caps and {{large.coverage}} for large-caps. @ -

valuation
L Counting all companies, the gap of small to large in forward P/E is {{discount.aggIncl}}. @ -
L By count, loss-makers are {{small.lossShareCount}} of small-caps and {{large.lossShareCount}} of large-caps; by market cap, {{small.lossShareCap}} and {{large.lossShareCap}}. @ -

thesis
C More claims fail than hold: {{all.fails}} against {{all.holds}}. @ all.fails above all.holds

thesis
L Among the claims on earnings and debt, {{earningsAndDebt.holds}} hold. @ -
L Those that depend on definition number {{earningsAndDebt.depends}}. @ -

thesis
C The latest beta to the credit spread, {{beta.credit.latest}}, is below the latest beta to activity, {{beta.activity.latest}}. @ beta.credit.latest below beta.activity.latest

thesis
L SMB averaged {{easing.meanAnnual}} a year in easing spells and {{tightening.meanAnnual}} in tightening spells. @ -
L The t statistic of the difference is {{easing.t}}. @ -
V A difference of means does not prove an effect. @ -

thesis
C There are fewer months of easing, {{easing.n}}, than months of tightening, {{tightening.n}}. @ easing.n below tightening.n
`);
