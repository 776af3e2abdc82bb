import { draftsOf } from "./read.ts";

/** Sixty fresh good drafts, written after the rules were widened and run once before anything was changed for them. */
export const GOOD_B = draftsOf(`
valuation
C Small-caps command a lower forward multiple than large-caps once loss-makers are excluded, {{small.aggExLoss.pe}} versus {{large.aggExLoss.pe}}. @ small.aggExLoss.pe below large.aggExLoss.pe
L Loss-makers represent {{small.lossShareCap}} of small-cap market cap and {{small.lossShareCount}} by count. @ -

valuation
C On all companies, the small-cap forward P/E of {{small.aggIncl.pe}} stands above the large-cap figure of {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe
V Losses enter this measure in full, which raises the multiple where they are large. @ -

valuation
C Excluding loss-makers, the valuation gap between small-caps and large-caps is {{discount.aggExLoss}}, a discount. @ discount.aggExLoss below zero
R That gap ranks at the {{percentile20y.aggExLoss}} of its longer history. @ -
L Loss-makers comprise {{small.lossShareCount}} of small-cap companies. @ -

valuation
C The gap turns into a premium of {{discount.aggIncl}} when loss-makers are included. @ discount.aggIncl above zero
L Among small-caps, {{small.lossShareCount}} are loss-makers; among large-caps, {{large.lossShareCount}}. @ -

valuation
L At the median, small-caps trade on {{small.median.pe}} and large-caps on {{large.median.pe}}. @ -
L For profitable companies the multiples are {{small.profitable.pe}} and {{large.profitable.pe}} respectively. @ -
V Each definition answers a different question. @ -

valuation
C Among profitable companies, small-caps trade at a discount of {{discount.profitable}} to large-caps. @ discount.profitable below zero
R Over the shorter history, that gap sits at the {{percentile10y.profitable}}. @ -
L Loss-making companies make up {{small.lossShareCap}} of small-cap value. @ -

valuation
C Small-caps offer a forward earnings yield of {{small.profitable.earningsYield}} among profitable companies, compared with {{large.profitable.earningsYield}} for large-caps. @ small.profitable.earningsYield above large.profitable.earningsYield
V The comparison omits companies without profits. @ -

valuation
C The share of loss-makers is higher among small-caps, at {{small.lossShareCount}}, than among large-caps, at {{large.lossShareCount}}. @ small.lossShareCount above large.lossShareCount
C Weighted by market cap the figures are {{small.lossShareCap}} and {{large.lossShareCap}}. @ small.lossShareCap above large.lossShareCap

valuation
L Estimates are available for {{small.coverage}} of small-cap market cap and {{large.coverage}} of large-cap market cap. @ -
V Companies without estimates are left out of the multiples. @ -

valuation
C Median valuations put small-caps {{discount.median}} below large-caps. @ discount.median below zero
L This leaves the {{small.lossShareCount}} of small-caps that are loss-makers out of view. @ -

valuation
R With all companies included, the gap is at the {{percentile10y.aggIncl}} of the shorter history and the {{percentile20y.aggIncl}} of the longer history. @ -
L Loss-makers account for {{small.lossShareCount}} of small-caps. @ -

valuation
D Without loss-makers means that companies with expected losses are removed from both market value and earnings. @ -
C On that basis small-caps trade at {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe below large.aggExLoss.pe

valuation
C Small-caps carry a lower multiple than large-caps without loss-makers, by {{discount.aggExLoss}}, but a higher multiple with them, by {{discount.aggIncl}}. @ discount.aggExLoss below zero
L The loss share of small-caps is {{small.lossShareCount}}. @ -

valuation
L The forward P/E of large-caps barely depends on the definition: {{large.aggIncl.pe}} with all companies and {{large.aggExLoss.pe}} without loss-makers. @ -
L That of small-caps is {{small.aggIncl.pe}} and {{small.aggExLoss.pe}}. @ -

whatif
C Under the assumed change in small-cap earnings of {{whatIf.eps}}, small-caps would hypothetically trade at {{whatIf.profitable.pe}} among profitable companies. @ -
V This is an assumption, not an estimate. @ -

whatif
L Hypothetically, small-cap earnings without loss-makers could change by {{whatIf.aggExLoss.breakEven}} before the gap closes. @ -

whatif
C With the assumption applied, the hypothetical gap among profitable companies is {{whatIf.profitable.discount}}, below zero. @ whatIf.profitable.discount below zero
L Small-cap loss-makers are {{small.lossShareCap}} by market cap. @ -

ratecut
C First cuts were followed by a small-cap lag of {{first.24m.mean}} percentage points over the longest horizon. @ first.24m.mean lagged zero
C All cuts were followed by a small-cap lead of {{all.24m.mean}} percentage points over the same period. @ all.24m.mean beat zero

ratecut
L A year after all cuts, small-caps were ahead {{all.12m.hit}} of the time; after first cuts, {{first.12m.hit}}. @ -
V The windows of neighbouring cuts overlap. @ -

ratecut
C The base rate, {{base.12m.hit}} of full-year windows with small-caps ahead, is higher than the rate after first cuts, {{first.12m.hit}}. @ base.12m.hit above first.12m.hit

ratecut
L The interval around the full-year mean of all cuts, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, spans zero. @ -
L So does that of first cuts, {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points. @ -

ratecut
C A month after first cuts small-caps led by {{first.1m.mean}} percentage points, but after all cuts they lagged by {{all.1m.mean}} percentage points. @ first.1m.mean beat zero

ratecut
C On the middle horizon of the current cycle, small-caps were {{thisCycle.6m.relative}} percentage points ahead of large-caps. @ thisCycle.6m.relative above zero
C A year in, they were behind by {{thisCycle.12m.relative}} percentage points. @ thisCycle.12m.relative below zero

ratecut
C Scheduled cuts show a mean of {{scheduled.6m.mean}} percentage points over the middle horizon, below zero. @ scheduled.6m.mean below zero
V Cuts between meetings are excluded here. @ -

ratecut
L Of {{cuts}} cuts, {{all.12m.n}} have a complete full-year window. @ -
C In these, small-caps lagged by {{all.12m.mean}} percentage points on average. @ all.12m.mean lagged zero
C After first cuts they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

real ratecut
C A year after all cuts, small-caps were on average {{all.12m.mean}} percentage points ahead of large-caps. @ all.12m.mean above zero
C Restricting the sample to first cuts reverses the sign: small-caps were behind by {{first.12m.mean}} percentage points. @ first.12m.mean below zero

real ratecut
C Small-caps beat large-caps in {{all.24m.hit}} of windows of the longest horizon after all cuts, and in {{first.24m.hit}} after first cuts. @ -
L In any month the rate is {{base.24m.hit}}. @ -

real ratecut
C After all cuts the median relative return over the middle horizon was {{all.6m.median}} percentage points, above zero. @ all.6m.median above zero
C After first cuts the median was {{first.6m.median}} percentage points, below zero. @ first.6m.median below zero

real ratecut
C The current cycle is behind: a year after its first cut, small-caps lag large-caps by {{thisCycle.12m.relative}} percentage points. @ thisCycle.12m.relative lagged zero
R It ranks {{thisCycle.rank}} among the cycles. @ -

real ratecut
C Leaving each cycle out in turn, the full-year mean after all cuts stays between {{all.12m.leaveOneOutLow}} and {{all.12m.leaveOneOutHigh}} percentage points. @ -
L After first cuts it stays between {{first.12m.leaveOneOutLow}} and {{first.12m.leaveOneOutHigh}} percentage points. @ -

real ratecut
C Small-caps underperformed after first cuts over a quarter, the middle horizon and a year, by {{first.3m.mean}}, {{first.6m.mean}} and {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

real ratecut
C Compared with any month, where the full-year mean is {{base.12m.mean}} percentage points, the mean after all cuts is higher at {{all.12m.mean}}. @ all.12m.mean above base.12m.mean
C The mean after first cuts is lower at {{first.12m.mean}}. @ first.12m.mean below base.12m.mean

real ratecut
C The sign of the effect depends on the sample: {{all.12m.mean}} percentage points after all cuts against {{first.12m.mean}} after first cuts, both over a year. @ all.12m.mean above first.12m.mean

french ratecut
C Small-caps led large-caps by {{all.12m.mean}} percentage points on average in the year after all cuts. @ all.12m.mean beat zero
C In the year after first cuts they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

french ratecut
C Over the longest horizon after first cuts, small-caps were ahead by {{first.24m.mean}} percentage points on average. @ first.24m.mean above zero
C Over the longest horizon after all cuts they were ahead by {{all.24m.mean}} percentage points. @ all.24m.mean above zero

french ratecut
C The mean after scheduled cuts, {{scheduled.12m.mean}} percentage points, is lower than after all cuts, {{all.12m.mean}}, at a year. @ scheduled.12m.mean below all.12m.mean
L After first cuts it is {{first.12m.mean}}. @ -

performance
C Small-caps trail large-caps over the past year, {{12m.small}} against {{12m.large}}. @ 12m.small lagged 12m.large
C Over the past quarter they are ahead by {{3m.relative}} percentage points. @ 3m.relative above zero

performance
H Both fell over the month, small-caps by {{1m.small}} and large-caps by {{1m.large}}. @ 1m.small fell zero
C Small-caps held up better, by {{1m.relative}} percentage points. @ 1m.relative above zero

performance
H Small-caps are up {{ytd.small}} in the year to date. @ ytd.small rose zero
H Large-caps are up {{ytd.large}}. @ ytd.large rose zero
C The shortfall of small-caps is {{ytd.relative}} percentage points. @ ytd.relative lagged zero

performance
L Small-caps are {{drawdown.small.current}} from their high; large-caps are {{drawdown.large.current}} from theirs. @ -

performance
L Over the last year of trading days, small-cap volatility was {{volatility252d.small}} and large-cap volatility {{volatility252d.large}}. @ -
L Correlation between the sides was {{correlation252d}}. @ -

performance
C Over the last week small-caps beat large-caps by {{5d.relative}} percentage points. @ 5d.relative beat zero
V A week is too short to draw conclusions. @ -

performance
C The latest discrete year shows small-caps at {{discrete12m.1.small}} and large-caps at {{discrete12m.1.large}}. @ -
L The year before that shows {{discrete12m.2.small}} and {{discrete12m.2.large}}. @ -

real performance
C Over the last year small-caps outperformed large-caps by {{12m.relative}} percentage points in total return. @ 12m.relative beat zero
C The year before showed the opposite, a lag of {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero

real performance
C Recent days have gone against small-caps: over a week they lagged by {{5d.relative}} percentage points, price return. @ 5d.relative lagged zero
C Over the year to date they lead by {{ytd.relative}} percentage points. @ ytd.relative beat zero

real performance
C Small-caps swing more than large-caps, with volatility of {{volatility252d.small}} against {{volatility252d.large}}. @ volatility252d.small above volatility252d.large
L The beta to large-caps is {{beta252d}}. @ -

real performance
R The best month for small-caps relative to large-caps, at {{bestMonth12m.relative}} percentage points, ranks {{bestMonth12m.relativeRank}} in the full history. @ -
C Over a month they lag by {{1m.relative}} percentage points. @ 1m.relative lagged zero

french performance
C Small-caps beat large-caps over the middle horizon by {{6m.relative}} percentage points, while over a year they lagged by {{12m.relative}} percentage points. @ 6m.relative beat zero
V Returns are before costs and taxes. @ -

french performance
H Small-caps gained {{1m.small}} over the month and large-caps were little changed at {{1m.large}}. @ 1m.small rose zero

french performance
C Over the year to date small-caps returned {{ytd.small}}, less than large-caps at {{ytd.large}}. @ ytd.small lagged ytd.large
L Small-caps stand {{drawdown.small.current}} from their high. @ -

brief
C Small-caps lagged large-caps over a year by {{performance.12m.relative}} percentage points. @ performance.12m.relative lagged zero
C Without loss-makers they trade at a discount of {{valuation.discount.aggExLoss}}. @ valuation.discount.aggExLoss below zero
L Loss-makers make up {{valuation.small.lossShareCount}} of small-caps. @ -

brief
C On valuation, small-caps stand at {{valuation.small.aggExLoss.pe}} forward earnings without loss-makers, below the {{valuation.large.aggExLoss.pe}} of large-caps. @ valuation.small.aggExLoss.pe below valuation.large.aggExLoss.pe
C On performance, they lag by {{performance.ytd.relative}} percentage points in the year to date. @ performance.ytd.relative lagged zero
C After first cuts they lagged over a year by {{ratecut.first.12m.mean}} percentage points on average. @ ratecut.first.12m.mean lagged zero
`);
