import { draftsOf } from "./read.ts";

/** Plain drafts by a fourth pair of authors of a conformance suite. */
export const GOOD_R = draftsOf(`
valuation
C Counting all companies, small-caps trade at a forward P/E of {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe
L By count, loss-makers are {{small.lossShareCount}} of covered small-caps and {{large.lossShareCount}} of covered large-caps. @ -

valuation
L Excluding loss-makers, the gap of small to large on forward P/E is {{discount.aggExLoss}}. @ -
L Loss-makers make up {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -
L Among large-caps, loss-makers are {{large.lossShareCount}} by count and {{large.lossShareCap}} by market cap. @ -

valuation
C On the median of profitable companies, the forward P/E of small-caps is below that of large-caps by {{discount.median}}. @ discount.median below zero
L Loss-makers make up {{small.lossShareCount}} of covered small-caps by count and {{small.lossShareCap}} by market cap. @ -
L Among large-caps, loss-makers are {{large.lossShareCount}} by count and {{large.lossShareCap}} by market cap. @ -

valuation
C The forward P/E of large-caps without loss-makers is {{large.aggExLoss.pe}}, little changed from {{large.median.pe}} for the median of profitable companies. @ large.aggExLoss.pe littleChanged large.median.pe

valuation
D The earnings yield is the inverse of the P/E, in percent. @ -
L On the median of profitable companies, the forward earnings yield is {{small.median.earningsYield}} for small-caps and {{large.median.earningsYield}} for large-caps. @ -

debt
C After swaps, the floating share of debt is higher for small-caps, at {{small.floatingShareOfDebt}}, than for large-caps, at {{large.floatingShareOfDebt}}. @ small.floatingShareOfDebt above large.floatingShareOfDebt

debt
C Interest cover of the median company is {{small.interestCoverMedian}} among small-caps, below the {{large.interestCoverMedian}} among large-caps. @ small.interestCoverMedian below large.interestCoverMedian
L For all companies together, it is {{small.interestCover}} among small-caps and {{large.interestCover}} among large-caps. @ -

debt
L The share of companies whose interest cover is a loss is {{small.cover.below0}} among small-caps and {{large.cover.below0}} among large-caps. @ -

debt
C For small-caps, the floating share of debt after swaps, {{small.floatingShareOfDebt}}, is below the share before swaps, {{small.floatingShareOfDebtBeforeSwaps}}. @ small.floatingShareOfDebt below small.floatingShareOfDebtBeforeSwaps

debt
D Interest cover is EBIT over interest expense. @ -
V Financials are left out. @ -
L Outside financials, there are {{small.nonFinancials}} small companies and {{large.nonFinancials}} large companies. @ -

coverage
L Small-caps have a mean of {{small.mean}} analysts a company. @ -

coverage
C The median number of analysts a company is {{small.median}} for small-caps, below the {{large.median}} of large-caps. @ small.median below large.median

coverage
L {{small.noneShare}} of small companies are without an analyst; among large companies, the share is {{large.noneShare}}. @ -

coverage
C Large-caps have a mean of {{large.meanOfFollowed}} analysts when only followed companies are counted, little changed from {{large.mean}} over all companies. @ large.meanOfFollowed littleChanged large.mean

coverage
L The ratio of large to small in mean analysts a company is {{ratio.mean}}. @ -
V Companies whose number of analysts is not reported are left out. @ -

coverage
D Analysts are counted as the source counts them. @ -
L The number of analysts is reported for {{small.reportedShare}} of small companies and {{large.reportedShare}} of large companies. @ -

universe
L By count, small-caps are {{smallOfAll.count}} of listed companies of every size. @ -
L By market cap, they are {{smallOfAll.value}}. @ -

universe
C The US share of the world's small-caps is higher by market cap, at {{usOfSmall.value}}, than by count, at {{usOfSmall.count}}. @ usOfSmall.value above usOfSmall.count

universe
C The median market cap in the small index, {{small.medianCap}}, is below that in the large index, {{large.medianCap}}. @ small.medianCap below large.medianCap

universe
C Weighted by market cap, the share of revenue from the US is {{small.usRevenueShare}} for small-caps, above {{large.usRevenueShare}} for large-caps. @ small.usRevenueShare above large.usRevenueShare

universe
L The smallest market cap in the small index is {{small.smallestCap}} and the largest is {{small.largestCap}}. @ -

universe
L The count of listed companies covers {{regions}} regions. @ -
V A region that lacks a number of a size that others have is left out whole. @ -

performance
C Small-caps lagged large-caps by {{12m.relative}} in total return over the horizon shown. @ 12m.relative lagged zero

performance
L In the month to date, on a price basis, small-caps returned {{mtd.small}} and large-caps {{mtd.large}}. @ -

performance
C Over the horizon shown, the total return of small-caps, {{3m.small}}, was above that of large-caps, {{3m.large}}. @ 3m.small above 3m.large

performance
R The best recent month of small-caps, by total return, holds rank {{bestMonth12m.smallRank}} in their whole history. @ -
L The return of that month was {{bestMonth12m.small}}. @ -

performance
C On a price basis, the volatility of small-caps, {{volatility252d.small}}, is higher than the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
L The beta of small on large is {{beta252d}}. @ -

performance
L Against their highs, small-caps stand at {{drawdown.small.current}} and large-caps at {{drawdown.large.current}}, total return. @ -
V Past performance is no guide to future results. @ -

z22 ratecut
L The mean of small minus large was {{all.12m.mean}} after all cuts and {{first.12m.mean}} after first cuts. @ -

z22 ratecut
C Over the horizon shown, the mean relative return of small-caps after first cuts, {{first.6m.mean}}, was below the mean after all cuts, {{all.6m.mean}}. @ first.6m.mean below all.6m.mean

z22 ratecut
C After first cuts, small-caps lagged large-caps by a mean of {{first.3m.mean}}. @ first.3m.mean lagged zero
L After all cuts, the mean was {{all.3m.mean}}. @ -

z22 ratecut
C After first cuts, the share of windows with small ahead is {{first.6m.hit}} over the longer horizon, little changed from {{first.3m.hit}} over the shorter horizon. @ first.6m.hit littleChanged first.3m.hit

z22 ratecut
L Small was ahead in {{all.24m.hit}} of windows after all cuts. @ -
L After first cuts, the share was {{first.24m.hit}}. @ -
L From any month, it was {{base.24m.hit}}. @ -

z22 ratecut
L The sample holds {{cuts}} cuts in {{cycles}} cycles. @ -
R The latest cycle has rank {{thisCycle.rank}} among the cycles. @ -
V Windows within a cycle overlap and are not independent. @ -

z22 regime
L The level of the replica is {{level}} standard deviations. @ -
C The inflation score, {{inflation.score}}, is above the activity score, {{activity.score}}. @ inflation.score above activity.score

z22 regime
H The replica fell by {{change3m}} standard deviations over the horizon shown. @ change3m fell zero

z22 regime
L The replica uses {{inputs}} inputs. @ -
V It is a replica, not a bank's own indicator. @ -

z22 regime
C Small was ahead in {{after.recovery.hit}} of months after recovery, a higher share than the {{after.expansion.hit}} after expansion. @ after.recovery.hit above after.expansion.hit

z22 regime
L The mean monthly return of small minus large was {{after.contraction.mean}} after contraction and {{after.expansion.mean}} after expansion. @ -
L The sample holds {{after.contraction.n}} months after contraction and {{after.expansion.n}} after expansion. @ -

z22 regime: unbacked@1
L The confirmed phase is {{phase}}, and the last month alone says {{reading}}. @ -
D A phase is confirmed when consecutive months say so. @ -

z22 risks: subject@1
L The high-yield spread is now {{highYield.value}}. @ -
C Its place between its thresholds, {{highYield.position}}, is above that of the financial stress index, {{stress.position}}. @ highYield.position above stress.position

z22 risks
L The Sahm rule has room of {{sahm.distance}} before it fires. @ -

z22 risks
L The yield curve now stands at {{curve.value}}, and its state is {{curve.state}}. @ -

z22 risks
L Of the {{condition.hawkish.known}} triggers known for a hawkish Fed, {{condition.hawkish.fired}} have fired. @ -
L For a US downturn, {{condition.downturn.known}} triggers are known. @ -

z22 risks
C Small-caps beat large-caps by {{outcome.3m.relative}} in total return over the horizon shown. @ outcome.3m.relative beat zero
V Past performance is no guide to future results. @ -

z22 risks
L The volatility index is now {{vix.value}}. @ -
L Its room before it fires is {{vix.distance}}. @ -
D Room is what is left before the threshold. @ -

z22 premium
L Over the full sample, small minus big averaged {{full.meanAnnual}} a year. @ -

z22 premium
L The mean of the full sample is {{full.meanAnnual}} a year, with a t statistic of {{full.t}}. @ -

z22 premium
C The full-sample mean of {{full.meanAnnual}} a year is above the {{otherMonths.meanAnnual}} of all other months. @ full.meanAnnual above otherMonths.meanAnnual

z22 premium
C The latest rolling mean, {{rolling10y.latest}} a year, is below zero. @ rolling10y.latest below zero

z22 premium
L For all other months, the range of the mean runs from {{otherMonths.rangeLow}} to {{otherMonths.rangeHigh}} a year. @ -
V Neighbouring windows overlap and are not independent readings. @ -

z22 premium
D Small minus big is the return of the small portfolios less that of the big portfolios. @ -
L The rolling figures rest on {{rolling10y.n}} overlapping windows. @ -
C The t statistic of all other months, {{otherMonths.t}}, is below that of the full sample, {{full.t}}. @ otherMonths.t below full.t

z22 recovery
C All recoveries averaged {{all.12m.mean}}, above the {{base.12m.mean}} of any month. @ all.12m.mean above base.12m.mean

z22 recovery
C After the trough shown, small-caps returned {{2009-06.12m.small}}, more than the {{2009-06.12m.large}} of large-caps. @ 2009-06.12m.small above 2009-06.12m.large

z22 recovery
C The mean of any month over the horizon shown is {{base.36m.mean}}, which is below zero. @ base.36m.mean below zero
V Troughs are dated long afterwards. @ -

z22 recovery
C From the start month shown, small minus large came to {{sweep.2008-09.24m.relative}}, little changed from zero. @ sweep.2008-09.24m.relative littleChanged zero

z22 recovery
L In any month, small-caps were ahead in {{base.24m.hit}} of windows over the horizon shown. @ -
L These figures rest on {{base.24m.n}} windows. @ -
C The return of small-caps after the trough shown, {{2020-04.24m.small}}, was below the {{2020-04.24m.large}} of large-caps. @ 2020-04.24m.small below 2020-04.24m.large

z22 volatility
L The volatility of small-caps was {{1y.small}} over the window shown. @ -

z22 volatility
C The volatility of small-caps, {{3y.small}}, was above that of large-caps, {{3y.large}}. @ 3y.small above 3y.large

z22 volatility
L Beta of small-caps on large-caps is {{1y.beta}}, and their correlation is {{1y.correlation}}. @ -

z22 volatility
R The volatility ratio stands at the {{history.percentile}} of its own history. @ -

z22 volatility
C In the latest discrete period, small-caps lagged large-caps by {{discrete12m.1.relative}}. @ discrete12m.1.relative lagged zero
V Past returns are no guide to later returns. @ -

z22 volatility
C Over the window shown, large-caps had a volatility of {{5y.large}}, which is below the {{5y.small}} of small-caps. @ 5y.large below 5y.small
L The deepest drawdown of small-caps was {{drawdown.small.deepest}}; that of large-caps was {{drawdown.large.deepest}}. @ -
D The volatility ratio is the volatility of small-caps over that of large-caps. @ -

z22 performance
C Small-caps lagged large-caps by {{ytd.relative}} in the year to date. @ ytd.relative lagged zero

z22 performance
C Quarter to date, on price return, small-caps beat large-caps by {{qtd.relative}}. @ qtd.relative beat zero

z22 performance
L Small-caps are {{drawdown.small.current}} from their high, and large-caps {{drawdown.large.current}}. @ -
D These drawdowns are measured on total return. @ -

z22 performance
C The volatility of large-caps, {{volatility252d.large}}, is below that of small-caps, {{volatility252d.small}}. @ volatility252d.large below volatility252d.small

z22 performance
C The month-to-date price return of small-caps was {{mtd.small}}, below the {{mtd.large}} of large-caps. @ mtd.small below mtd.large
L Beta of small-caps on large-caps is {{beta252d}}, with a correlation of {{correlation252d}}. @ -
V Past returns are no guide to later returns. @ -

earnings
L Breadth of revisions over the horizon shown was {{small.breadth.3m}} for small-caps and {{large.breadth.3m}} for large-caps. @ -

earnings
C Expected growth of earnings, all companies in sum, is {{small.growth.aggIncl}} for small-caps, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl

earnings
C At the median of profitable companies, expected growth of small-caps, {{small.growth.median}}, is below that of large-caps, {{large.growth.median}}. @ small.growth.median below large.growth.median

earnings
C Breadth of revisions for small-caps was {{small.breadth.1m}} in the last month, below the {{large.breadth.1m}} of large-caps. @ small.breadth.1m below large.breadth.1m
D Breadth is estimates raised less estimates cut, of estimates changed. @ -

earnings
L Among small-caps, {{small.losingShare}} of companies lost money; among large-caps, {{large.losingShare}} did. @ -

earnings
L Of estimates for large-caps, {{large.unchanged.1m}} were kept in the last month. @ -
C The gap in expected growth at the median of profitable companies, {{growthGap.median}}, is below zero. @ growthGap.median below zero
V Companies that lack reported or expected earnings are left out. @ -

deals
L The number of takeovers announced in the period shown is {{ttm.count}}. @ -

deals
H Takeovers announced fell to {{ttm.count}} from {{ttm.previous}} a year before. @ ttm.count fell ttm.previous

deals
C The count of takeovers, {{ttm.count}}, is above the median of its history, {{history.median}}. @ ttm.count above history.median

deals
H Takeovers announced in the year to date fell by {{ytd.change}} from the same days of the year before. @ ytd.change fell zero

deals
L Of takeovers, {{value.disclosed}} disclose a value, and the median disclosed value is {{value.median}}. @ -
V A takeover without a disclosed value adds nothing to the total. @ -

deals
C Year to date, the count of takeovers announced is {{ytd.count}}, below the {{ytd.previous}} of the year before. @ ytd.count below ytd.previous
L The disclosed values sum to {{value.total}}. @ -
D Later words on the same deal are left out. @ -

thesis
C Across all claims, {{all.fails}} fail, more than the {{all.holds}} that hold. @ all.fails above all.holds

thesis
L On earnings and debt, {{earningsAndDebt.holds}} claims hold and {{earningsAndDebt.depends}} depend on the definition. @ -

thesis
C In easing spells SMB averaged {{easing.meanAnnual}} a year, above the {{tightening.meanAnnual}} of tightening spells. @ easing.meanAnnual above tightening.meanAnnual
L The difference has a t statistic of {{easing.t}}. @ -

thesis
L Without loss-makers, the correlation of the relative P/E with consumer sentiment is {{sentiment.aggExLoss.levels}} in levels and {{sentiment.aggExLoss.changes}} in monthly changes. @ -
V Levels that trend correlate. @ -

thesis
C The latest beta to the credit spread, {{beta.credit.latest}}, is below zero. @ beta.credit.latest below zero
L Sensitivity to the credit spread was measured in {{beta.credit.n}} windows. @ -
V Each claim counts the same here, and what weighs how much is a matter of opinion. @ -

ratecut
L Over the horizon shown, small minus large averaged {{all.12m.mean}} after all cuts and {{first.12m.mean}} after first cuts. @ -

ratecut
C The mean after all cuts, {{all.24m.mean}}, is above the mean after first cuts, {{first.24m.mean}}. @ all.24m.mean above first.24m.mean

ratecut
C After first cuts, the mean over the horizon shown was {{first.6m.mean}}, below zero. @ first.6m.mean below zero
V First cuts are few. @ -

ratecut
C After any month, the mean over the horizon shown is {{base.3m.mean}}, little changed from zero. @ base.3m.mean littleChanged zero

ratecut
R This cycle ranks {{thisCycle.rank}} among cycles that far after their first cut. @ -

ratecut
L The sample holds {{cuts}} cuts in {{cycles}} cycles. @ -
L Small-caps were ahead in {{all.3m.hit}} of windows after all cuts and in {{first.3m.hit}} after first cuts, over the horizon shown. @ -
V Cuts of the same cycle overlap and are not independent. @ -
`);
