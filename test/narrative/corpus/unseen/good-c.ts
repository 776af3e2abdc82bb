import { draftsOf } from "./read.ts";

/** Sixty more good drafts, by the prompt as it stands, run once: what the gate refuses of drafts it has not seen. */
export const GOOD_C = draftsOf(`
valuation
C Leaving out loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on expected earnings. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps by count. @ -

valuation
L Small-caps stand at {{small.aggExLoss.pe}} forward earnings without loss-makers. @ -
L Large-caps stand at {{large.aggExLoss.pe}} on that definition. @ -

valuation
C The small-cap discount without loss-makers, {{discount.aggExLoss}}, is deeper than the discount at the median, {{discount.median}}. @ discount.aggExLoss below discount.median
L Loss-makers make up {{small.lossShareCap}} of small-cap market value. @ -

valuation
C Including loss-makers reverses the comparison: small-caps then trade above large-caps by {{discount.aggIncl}}. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCap}} of small-caps by market cap. @ -

valuation
R The gap at the median ranks at the {{percentile20y.median}} of the longer history and at the {{percentile10y.median}} of the shorter history. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation
C Profitable small-caps trade on {{small.profitable.pe}} forward earnings, below profitable large-caps on {{large.profitable.pe}}. @ small.profitable.pe below large.profitable.pe
V Loss-makers are excluded from both sides of this comparison. @ -

valuation
C Large-caps trade above small-caps at the median, on {{large.median.pe}} against {{small.median.pe}}. @ large.median.pe above small.median.pe
V The result changes with the definition of the multiple. @ -

valuation
L Estimates cover {{small.covered}} small-caps and {{large.covered}} large-caps. @ -
V Companies without estimates do not enter the multiples. @ -

valuation
C The earnings yield of small-caps, {{small.aggIncl.earningsYield}} with all companies counted, is lower than that of large-caps, {{large.aggIncl.earningsYield}}. @ small.aggIncl.earningsYield below large.aggIncl.earningsYield

valuation
C Loss-makers are more common among small-caps, {{small.lossShareCount}} of companies, than among large-caps, {{large.lossShareCount}}. @ small.lossShareCount above large.lossShareCount
V Whether they are counted decides which side has the higher multiple. @ -

valuation
L On all companies the forward P/E is {{small.aggIncl.pe}} for small-caps and {{large.aggIncl.pe}} for large-caps. @ -
L Without loss-makers it is {{small.aggExLoss.pe}} and {{large.aggExLoss.pe}}. @ -

valuation
D The median takes the company in the middle and ignores how large it is. @ -
C At the median small-caps are valued {{discount.median}} below large-caps. @ discount.median below zero
L Loss-makers are {{small.lossShareCap}} of small-caps by value. @ -

valuation
C By any definition that leaves out loss-makers, small-caps trade below large-caps, by {{discount.profitable}} among profitable companies. @ discount.profitable below zero
L Loss-makers are {{small.lossShareCount}} of small-cap companies. @ -

valuation
C Small-caps without loss-makers yield {{small.aggExLoss.earningsYield}} on expected earnings, above the {{large.aggExLoss.earningsYield}} of large-caps. @ small.aggExLoss.earningsYield above large.aggExLoss.earningsYield

whatif
L Under the assumption, the hypothetical small-cap forward P/E at the median is {{whatIf.median.pe}}. @ -
V Prices are held constant in this assumption. @ -

whatif
C In the hypothetical case, small-caps without loss-makers would still trade below large-caps, by {{whatIf.aggExLoss.discount}}. @ whatIf.aggExLoss.discount below zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

ratecut
C Small-caps lagged large-caps after all cuts by {{all.3m.mean}} percentage points over a quarter. @ all.3m.mean lagged zero
C After first cuts the lag was {{first.3m.mean}} percentage points. @ first.3m.mean lagged zero

ratecut
C After first cuts, small-caps were behind large-caps by {{first.6m.mean}} percentage points over the middle horizon. @ first.6m.mean below zero
L They were ahead in {{first.6m.hit}} of these windows. @ -

ratecut
C Over the longest horizon after all cuts small-caps were ahead in {{all.24m.hit}} of windows, above the {{base.24m.hit}} of any month. @ all.24m.hit above base.24m.hit
L After first cuts they were ahead in {{first.24m.hit}}. @ -

ratecut
L The sample counts {{cuts}} cuts, which fall into {{cycles}} cycles. @ -
V Cuts within a cycle are not independent of each other. @ -

ratecut
C The full-year mean after scheduled cuts is {{scheduled.12m.mean}} percentage points, below the mean of any month, {{base.12m.mean}}. @ scheduled.12m.mean below base.12m.mean

ratecut
L After all cuts the interval at the middle horizon runs from {{all.6m.ciLow}} to {{all.6m.ciHigh}} percentage points. @ -
L After first cuts it runs from {{first.6m.ciLow}} to {{first.6m.ciHigh}} percentage points. @ -
V Both intervals include zero. @ -

ratecut
C In this cycle small-caps lag large-caps by {{thisCycle.12m.relative}} percentage points a year after its first cut. @ thisCycle.12m.relative lagged zero
V A single cycle says little. @ -

ratecut
C The median after first cuts at a year, {{first.12m.median}} percentage points, is below the median after all cuts, {{all.12m.median}}. @ first.12m.median below all.12m.median

ratecut
L The sign test over cycles stands at {{first.6m.signTestP}} for first cuts at the middle horizon. @ -
V The number of cycles limits what such a test can show. @ -

ratecut
C Over a month, small-caps beat large-caps by {{first.1m.mean}} percentage points after first cuts. @ first.1m.mean beat zero
C Over a year they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

real ratecut
C Small-caps beat large-caps after all cuts by {{all.6m.mean}} percentage points over the middle horizon. @ all.6m.mean beat zero
C They lagged after first cuts, by {{first.6m.mean}} percentage points. @ first.6m.mean lagged zero

real ratecut
C All cuts and first cuts point in opposite directions at a year: {{all.12m.mean}} against {{first.12m.mean}} percentage points. @ all.12m.mean above first.12m.mean

real ratecut
L Over a year small-caps were ahead after {{all.12m.ahead}} of {{all.12m.n}} cuts, counting all cuts. @ -
L After first cuts they were ahead in {{first.12m.ahead}} of {{first.12m.n}}. @ -

real ratecut
C The mean after first cuts over a quarter, {{first.3m.mean}} percentage points, lies below zero, as does its range, {{first.3m.ciLow}} to {{first.3m.ciHigh}}. @ first.3m.mean below zero

real ratecut
C Excluding the cycles with the largest number of cuts, the mean after all cuts at a year is {{all.12m.exTwoLongest}} percentage points, below zero. @ all.12m.exTwoLongest below zero
L With them it is {{all.12m.mean}}, and after first cuts {{first.12m.mean}}. @ -

real ratecut
C Small-caps outperformed large-caps by {{all.24m.mean}} percentage points on average over the longest horizon after all cuts. @ all.24m.mean beat zero
C Over the longest horizon after first cuts they underperformed by {{first.24m.mean}} percentage points. @ first.24m.mean lagged zero
V The windows overlap, so the number of observations overstates what is known. @ -

real ratecut
C After scheduled cuts, the middle-horizon mean is {{scheduled.6m.mean}} percentage points, above that of any month, {{base.6m.mean}}. @ scheduled.6m.mean above base.6m.mean

real ratecut
D The base rate counts windows from any month, whether there was a cut or not. @ -
L For a year it is {{base.12m.hit}}. @ -

real ratecut
C Small-caps are behind in the current cycle, by {{thisCycle.6m.relative}} percentage points after the middle horizon. @ thisCycle.6m.relative below zero
V Earlier cycles differ in length and in what surrounded them. @ -

french ratecut
C After all cuts small-caps led large-caps by {{all.6m.mean}} percentage points over the middle horizon, and after first cuts they lagged by {{first.6m.mean}} percentage points. @ all.6m.mean beat zero

french ratecut
C At a year the range after all cuts, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, excludes zero. @ -
L After first cuts the range is {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points. @ -

french ratecut
L After all cuts the full-year median is {{all.12m.median}} percentage points; after first cuts it is {{first.12m.median}}. @ -
V The mean and the median can differ in sign. @ -

french ratecut
C Small-caps were behind by {{thisCycle.12m.relative}} percentage points a year into this cycle. @ thisCycle.12m.relative below zero

performance
C Small-caps returned {{12m.small}} over a year, behind large-caps at {{12m.large}}. @ 12m.small lagged 12m.large
V The result depends on the end date. @ -

performance
C Small-caps outperformed large-caps by {{mtd.relative}} percentage points in the month to date. @ mtd.relative beat zero
C In the year to date they underperformed by {{ytd.relative}} percentage points. @ ytd.relative lagged zero

performance
H Large-caps gained {{6m.large}} over the middle horizon. @ 6m.large rose zero
H Small-caps gained {{6m.small}}. @ 6m.small rose zero
C Small-caps were behind by {{6m.relative}} percentage points. @ 6m.relative below zero

performance
L Small-caps are {{drawdown.small.current}} below their high. @ -
L Their deepest drawdown was {{drawdown.small.deepest}}. @ -

performance
C The volatility of large-caps, {{volatility252d.large}}, is lower than that of small-caps, {{volatility252d.small}}. @ volatility252d.large below volatility252d.small
V Volatility changes with the window. @ -

performance
R The best month of small-caps relative to large-caps in the last year ranks {{bestMonth12m.relativeRank}} in the history. @ -
L It brought {{bestMonth12m.relative}} percentage points. @ -

performance
C Over a week small-caps fell by {{5d.small}} and large-caps by {{5d.large}}. @ 5d.small fell zero

performance
C In the latest discrete year small-caps lagged by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero
C In the year before, they led by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero

real performance
C Small-caps led large-caps by {{6m.relative}} percentage points over the middle horizon and by {{12m.relative}} percentage points over a year. @ 6m.relative beat zero
V Past performance is not a reliable indicator of future results. @ -

real performance
C In the past month small-caps lagged large-caps by {{1m.relative}} percentage points. @ 1m.relative lagged zero
H They fell by {{1m.small}}. @ 1m.small fell zero

real performance
H Small-caps rose by {{ytd.small}} in the year to date, large-caps by {{ytd.large}}. @ ytd.small rose zero
C The difference is {{ytd.relative}} percentage points in favour of small-caps. @ ytd.relative beat zero

real performance
L Small-caps had a beta of {{beta252d}} to large-caps. @ -
C Their volatility of {{volatility252d.small}} was above the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large

real performance
C Small-caps stand further below their high than large-caps, {{drawdown.small.current}} against {{drawdown.large.current}}. @ drawdown.small.current below drawdown.large.current

real performance
C Over a quarter small-caps returned {{3m.small}} and large-caps {{3m.large}}, a lead of {{3m.relative}} percentage points for small-caps. @ 3m.relative beat zero

french performance
C Small-caps trail large-caps in the year to date by {{ytd.relative}} percentage points. @ ytd.relative lagged zero
C Over a month they lead by {{1m.relative}} percentage points. @ 1m.relative beat zero

french performance
H Small-caps rose {{6m.small}} over the middle horizon, ahead of the {{6m.large}} of large-caps. @ 6m.small beat 6m.large

french performance
L The best month of small-caps in the last year was {{bestMonth12m.small}}. @ -
R It ranks {{bestMonth12m.smallRank}} in the whole history. @ -

brief
C Small-caps trade above large-caps on all companies, by {{valuation.discount.aggIncl}}. @ valuation.discount.aggIncl above zero
L Loss-makers are {{valuation.small.lossShareCap}} of small-caps by value. @ -
C In the month to date small-caps beat large-caps by {{performance.mtd.relative}} percentage points. @ performance.mtd.relative beat zero

brief
C Over a year small-caps lagged by {{performance.12m.relative}} percentage points. @ performance.12m.relative lagged zero
C After all cuts they lagged by {{ratecut.all.12m.mean}} percentage points over a year, and after first cuts by {{ratecut.first.12m.mean}}. @ ratecut.all.12m.mean lagged zero
`);
