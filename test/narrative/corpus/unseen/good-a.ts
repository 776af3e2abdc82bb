import { draftsOf } from "./read.ts";

/** A hundred and more good drafts, written in the manner of a model before the rules were read. */
export const GOOD_A = draftsOf(`
valuation
C Excluding loss-makers, small-caps trade {{discount.aggExLoss}} below large-caps on forward earnings. @ discount.aggExLoss below zero
L Loss-makers account for {{small.lossShareCap}} of small-cap market value. @ -

valuation
C The sign of the gap depends on the definition: with all companies included, small-caps trade above large-caps by {{discount.aggIncl}}. @ discount.aggIncl above zero
L Some {{small.lossShareCount}} of small-caps are expected to lose money, against {{large.lossShareCount}} of large-caps. @ -

valuation
L The small-cap forward P/E is {{small.aggExLoss.pe}} without loss-makers and {{small.aggIncl.pe}} with all companies counted. @ -
V The choice of definition decides the reading, so it should be stated beside the number. @ -

valuation
C On the median, small-caps trade at {{small.median.pe}}, below the {{large.median.pe}} of large-caps. @ small.median.pe below large.median.pe
C Including all companies, they trade at {{small.aggIncl.pe}}, above the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe

valuation
C Among companies profitable over the last year, the small-cap discount to large-caps is {{discount.profitable}}. @ discount.profitable below zero
L By market cap, loss-makers make up {{small.lossShareCap}} of the small-cap universe. @ -

valuation
R Without loss-makers, the gap stands at the {{percentile20y.aggExLoss}} of its longer range. @ -
R Over the shorter history it stands at the {{percentile10y.aggExLoss}}. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps by count. @ -

valuation
C The forward earnings yield of small-caps is {{small.aggExLoss.earningsYield}} without loss-makers, above the {{large.aggExLoss.earningsYield}} of large-caps. @ small.aggExLoss.earningsYield above large.aggExLoss.earningsYield
C With every company counted it is {{small.aggIncl.earningsYield}}, below the {{large.aggIncl.earningsYield}} of large-caps. @ small.aggIncl.earningsYield below large.aggIncl.earningsYield

valuation
C Counting all companies, the small-cap multiple of {{small.aggIncl.pe}} is higher than the large-cap multiple of {{large.aggIncl.pe}}. @ small.aggIncl.pe above large.aggIncl.pe
C Leaving out loss-makers, the small-cap multiple of {{small.aggExLoss.pe}} is lower than the large-cap multiple of {{large.aggExLoss.pe}}. @ small.aggExLoss.pe below large.aggExLoss.pe
V Analysts' estimates change, and the gap changes with them. @ -

valuation
L Estimates cover {{small.coverage}} of small-cap market value and {{large.coverage}} of large-cap market value. @ -
C Small-caps without loss-makers sit at a discount of {{discount.aggExLoss}} to large-caps. @ discount.aggExLoss below zero
L Loss-making companies are {{small.lossShareCap}} of small-cap value and {{large.lossShareCap}} of large-cap value. @ -

valuation
C At the median, the forward P/E of small-caps is {{discount.median}} below that of large-caps. @ discount.median below zero
C The opposite case: with loss-makers counted, small-caps trade at a premium of {{discount.aggIncl}}. @ discount.aggIncl above zero
L Loss-makers represent {{small.lossShareCount}} of small-cap companies. @ -

valuation
L Forward P/E, profitable companies: {{small.profitable.pe}} for small-caps and {{large.profitable.pe}} for large-caps. @ -
L Forward P/E, all companies: {{small.aggIncl.pe}} for small-caps and {{large.aggIncl.pe}} for large-caps. @ -

valuation
C More small-caps than large-caps are loss-makers: {{small.lossShareCount}} against {{large.lossShareCount}} by count. @ small.lossShareCount above large.lossShareCount
V A P/E that leaves loss-makers out describes only part of the market. @ -

valuation
D The forward P/E divides market value by the earnings that analysts expect over the next year. @ -
C On this measure, without loss-makers, small-caps are {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers amount to {{small.lossShareCap}} of small-caps by value. @ -

valuation
C Depending on how loss-makers are treated, small-caps trade either at a discount of {{discount.aggExLoss}} or at a premium of {{discount.aggIncl}} to large-caps. @ discount.aggExLoss below zero
L The share of loss-makers by count is {{small.lossShareCount}} for small-caps and {{large.lossShareCount}} for large-caps. @ -

valuation
R The gap with all companies counted is at the {{percentile20y.aggIncl}} of the longer history, near the middle of its range. @ -
L Loss-makers are {{small.lossShareCap}} of small-cap market cap. @ -

valuation
L Analysts cover {{small.covered}} of {{small.members}} small-cap members. @ -
C Coverage by market cap is lower for small-caps, at {{small.coverage}}, than for large-caps, at {{large.coverage}}. @ small.coverage below large.coverage

valuation
C Once loss-makers are removed from both sides, small-caps stand at {{small.aggExLoss.pe}} forward earnings versus {{large.aggExLoss.pe}} for large-caps, a lower multiple. @ small.aggExLoss.pe below large.aggExLoss.pe
C Put them back and small-caps stand at {{small.aggIncl.pe}}, a higher multiple than the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe above large.aggIncl.pe

valuation
C The discount of small-caps to large-caps is {{discount.aggExLoss}} excluding loss-makers, and smaller at the median, {{discount.median}}. @ discount.aggExLoss below zero
L That leaves out {{small.lossShareCount}} of small-cap companies. @ -

valuation
R At the median, the gap ranks at the {{percentile20y.median}} of the longer history. @ -
R For companies that were profitable, the gap ranks at the {{percentile20y.profitable}} of the longer history. @ -
L Loss-makers: {{small.lossShareCount}} of small-caps, {{large.lossShareCount}} of large-caps. @ -

valuation
C For profitable companies the forward earnings yield is {{small.profitable.earningsYield}} for small-caps, higher than {{large.profitable.earningsYield}} for large-caps. @ small.profitable.earningsYield above large.profitable.earningsYield
V Companies without profits over the past year are left out of this reading. @ -

valuation
C The median small-cap trades at {{small.median.pe}} forward earnings, under the {{large.median.pe}} of the median large-cap. @ small.median.pe below large.median.pe
V The median ignores the size of companies and leaves out those with expected losses. @ -

valuation
L Small-caps show a forward P/E of {{small.aggIncl.pe}} when losses are counted. @ -
L Large-caps show {{large.aggIncl.pe}} on the same basis. @ -
L The loss share by market cap is {{small.lossShareCap}} for small-caps and {{large.lossShareCap}} for large-caps. @ -

valuation
C With loss-makers included, the small-cap earnings yield of {{small.aggIncl.earningsYield}} falls short of the large-cap yield of {{large.aggIncl.earningsYield}}. @ small.aggIncl.earningsYield below large.aggIncl.earningsYield
V A different treatment of losses gives a different sign. @ -

valuation
C Valuation depends on the treatment of losses: small-caps trade {{discount.aggIncl}} above large-caps when losses are counted. @ discount.aggIncl above zero
C When loss-makers are dropped from both sides, small-caps trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L They are {{small.lossShareCap}} of small-cap value. @ -

valuation
L Without loss-makers, the small-cap discount of {{discount.aggExLoss}} sits at the {{percentile20y.aggExLoss}} of its own longer history. @ discount.aggExLoss below zero
L The share of companies with expected losses is {{small.lossShareCount}} among small-caps. @ -

whatif
C Hypothetically, with the assumed change of {{whatIf.eps}} in small-cap earnings, the gap without loss-makers would be {{whatIf.aggExLoss.discount}}, still below large-caps. @ whatIf.aggExLoss.discount below zero
L Loss-makers are {{small.lossShareCap}} of small-caps by value. @ -

whatif
L In this hypothetical case the median gap to large-caps turns into {{whatIf.median.discount}}. @ -
V The assumption changes small-cap earnings alone and leaves prices and large-caps as they are. @ -
L Loss-makers by count are {{small.lossShareCount}} of small-caps. @ -

ratecut
C Over the longest horizon after all cuts, small-caps beat large-caps by {{all.24m.mean}} percentage points on average. @ all.24m.mean beat zero
C Over the same horizon after first cuts, small-caps lagged by {{first.24m.mean}} percentage points. @ first.24m.mean lagged zero

ratecut
L Small-caps were ahead in {{all.12m.hit}} of windows after all cuts, over a year. @ -
L After first cuts the share was {{first.12m.hit}}. @ -
L For any month it was {{base.12m.hit}}. @ -

ratecut
L The range for the full-year mean after all cuts runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, so it includes zero. @ -
L For first cuts the range runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points. @ -

ratecut
C A month after first cuts, small-caps were ahead of large-caps by {{first.1m.mean}} percentage points on average. @ first.1m.mean above zero
C At a year they were behind by {{first.12m.mean}} percentage points. @ first.12m.mean below zero

ratecut
V Fed cuts come with other news, so these averages say nothing about cause. @ -
C On the middle horizon after all cuts, small-caps trailed large-caps by {{all.6m.mean}} percentage points on average. @ all.6m.mean lagged zero
C After first cuts they trailed by {{first.6m.mean}} percentage points. @ first.6m.mean lagged zero

ratecut
L In the current cycle, small-caps stand {{thisCycle.12m.relative}} percentage points against large-caps a year after the first cut. @ -
R That path ranks {{thisCycle.rank}} among the cycles measured. @ -

ratecut
C The hit rate after first cuts, {{first.12m.hit}} at a year, is below the {{base.12m.hit}} of any month. @ first.12m.hit below base.12m.hit
C After all cuts it was {{all.12m.hit}}, also below. @ all.12m.hit below base.12m.hit

ratecut
C The median full-year relative return after all cuts was {{all.12m.median}} percentage points, below the mean of {{all.12m.mean}}. @ all.12m.median below all.12m.mean
L For first cuts the median was {{first.12m.median}} and the mean {{first.12m.mean}} percentage points. @ -

ratecut
C After scheduled cuts, small-caps lagged large-caps over a year by {{scheduled.12m.mean}} percentage points. @ scheduled.12m.mean lagged zero
V Cuts of the same cycle overlap, so they are not independent observations. @ -

ratecut
L The sample holds {{cuts}} cuts in {{cycles}} cycles. @ -
C After first cuts, small-caps lagged large-caps by {{first.3m.mean}} percentage points over a quarter. @ first.3m.mean lagged zero

ratecut
L Leaving out each cycle in turn, the full-year mean after all cuts ranges between {{all.12m.leaveOneOutLow}} and {{all.12m.leaveOneOutHigh}} percentage points. @ -
L After first cuts it ranges between {{first.12m.leaveOneOutLow}} and {{first.12m.leaveOneOutHigh}} percentage points. @ -

ratecut
L The sign test over cycles gives {{all.12m.signTestP}} for all cuts at a year and {{first.12m.signTestP}} for first cuts. @ -
V With so few cycles, a sign test can hardly separate skill from chance. @ -

real ratecut
C After all cuts, small-caps beat large-caps by {{all.12m.mean}} percentage points on average over a year. @ all.12m.mean beat zero
C After first cuts they lagged by {{first.12m.mean}} percentage points, so the choice of cuts decides the sign. @ first.12m.mean lagged zero

real ratecut
C Counting all cuts, small-caps outperformed large-caps over a year by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
C Counting first cuts only, they underperformed by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero
L The range for all cuts, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, includes zero. @ -

real ratecut
C Small-caps were ahead over a year in {{all.12m.hit}} of windows after all cuts, above the {{base.12m.hit}} for any month. @ all.12m.hit above base.12m.hit
C After first cuts they were ahead in {{first.12m.hit}}, below any month. @ first.12m.hit below base.12m.hit

real ratecut
C Over the middle horizon after first cuts, small-caps lagged large-caps by {{first.6m.mean}} percentage points on average. @ first.6m.mean lagged zero
C After all cuts they led by {{all.6m.mean}} percentage points. @ all.6m.mean beat zero

real ratecut
C A year after the first cut of this cycle, small-caps were behind large-caps by {{thisCycle.12m.relative}} percentage points. @ thisCycle.12m.relative below zero
R Among earlier cycles this cycle ranks {{thisCycle.rank}}. @ -
V Each cycle began under different conditions. @ -

real ratecut
C Without the cycles that hold the largest number of cuts, the full-year mean after all cuts falls below zero, to {{all.12m.exTwoLongest}} percentage points. @ all.12m.exTwoLongest below zero
L The mean of all cuts is {{all.12m.mean}} percentage points and that of first cuts {{first.12m.mean}}. @ -

real ratecut
L All cuts show a mean of {{all.12m.mean}} percentage points at a year; first cuts show {{first.12m.mean}}; any month shows {{base.12m.mean}}. @ -
V These are averages over overlapping windows from {{all.12m.cycles}} cycles. @ -

real ratecut
C The average after all cuts at the longest horizon was {{all.24m.mean}} percentage points, above the {{base.24m.mean}} of any month. @ all.24m.mean above base.24m.mean
C After first cuts it was {{first.24m.mean}}, below that of any month. @ first.24m.mean below base.24m.mean

real ratecut
C Over a quarter, first cuts were followed by small-caps lagging large-caps by {{first.3m.mean}} percentage points. @ first.3m.mean lagged zero
L The range, {{first.3m.ciLow}} to {{first.3m.ciHigh}} percentage points, lies below zero. @ first.3m.ciHigh below zero

real ratecut
C Small-caps beat large-caps in the average window after all cuts, at a year by {{all.12m.mean}} and at the longest horizon by {{all.24m.mean}} percentage points. @ all.12m.mean beat zero
C After first cuts they lagged at both horizons, by {{first.12m.mean}} and {{first.24m.mean}} percentage points. @ first.12m.mean lagged zero
V Past performance is not a reliable indicator of future results. @ -

real ratecut
C Scheduled cuts tell a milder story: small-caps beat large-caps by {{scheduled.12m.mean}} percentage points over a year. @ scheduled.12m.mean beat zero
L The range for scheduled cuts is {{scheduled.12m.ciLow}} to {{scheduled.12m.ciHigh}} percentage points. @ -

real ratecut
C The mean relative return after first cuts was {{first.12m.mean}} percentage points at a year, lower than the {{base.12m.mean}} after any month. @ first.12m.mean below base.12m.mean
L That rests on {{first.12m.n}} first cuts. @ -

real ratecut
D A first cut follows a rise and starts a cycle. @ -
C After such first cuts small-caps lagged over a year by {{first.12m.mean}} percentage points on average. @ first.12m.mean lagged zero

real ratecut
L Of the {{all.12m.n}} windows after all cuts, small-caps were ahead in {{all.12m.ahead}} at a year. @ -
L Of the {{first.12m.n}} windows after first cuts, they were ahead in {{first.12m.ahead}}. @ -

real ratecut
C The edge after all cuts over a month is {{all.1m.mean}} percentage points in favour of small-caps. @ all.1m.mean above zero
C After first cuts small-caps were behind by {{first.1m.mean}} percentage points. @ first.1m.mean below zero
V The windows overlap and the cycles are few. @ -

french ratecut
C After all cuts, small-caps beat large-caps over a year by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
L The range, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, lies above zero. @ all.12m.ciLow above zero
C After first cuts small-caps lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

french ratecut
C The median after all cuts was {{all.12m.median}} percentage points at a year, above zero. @ all.12m.median above zero
C The median after first cuts was {{first.12m.median}} percentage points, below zero. @ first.12m.median below zero

french ratecut
C Over the longest horizon small-caps led large-caps after both samples, by {{all.24m.mean}} percentage points after all cuts and {{first.24m.mean}} after first cuts. @ all.24m.mean beat zero
V Definitions of the start date move these averages. @ -

french ratecut
C Small-caps trailed large-caps by {{first.6m.mean}} percentage points over the middle horizon after first cuts. @ first.6m.mean lagged zero
C After all cuts they were ahead by {{all.6m.mean}} percentage points. @ all.6m.mean above zero

french ratecut
C Windows after all cuts had small-caps ahead {{all.12m.hit}} of the time at a year, compared with {{first.12m.hit}} after first cuts and {{base.12m.hit}} in any month. @ all.12m.hit above first.12m.hit
V Several cuts belong to the same cycle and share much of their window. @ -

performance
H Over a year small-caps returned {{12m.small}} and large-caps {{12m.large}}, total return. @ -
C Small-caps lagged by {{12m.relative}} percentage points. @ 12m.relative lagged zero
V Past performance is not a reliable indicator of future results. @ -

performance
C Small-caps lagged large-caps over the middle horizon by {{6m.relative}} percentage points. @ 6m.relative lagged zero
C Over a quarter they led by {{3m.relative}} percentage points. @ 3m.relative beat zero
V The end date can change the sign of a window. @ -

performance
C Year to date, small-caps are up {{ytd.small}}, behind the {{ytd.large}} of large-caps. @ ytd.small lagged ytd.large

performance
H Small-caps fell by {{1m.small}} over a month, while large-caps fell by {{1m.large}}. @ 1m.small fell zero
C That left small-caps ahead by {{1m.relative}} percentage points. @ 1m.relative above zero

performance
C The volatility of small-caps, {{volatility252d.small}}, was higher than the {{volatility252d.large}} of large-caps. @ volatility252d.small above volatility252d.large
L The beta of small-caps on large-caps was {{beta252d}} and the correlation {{correlation252d}}. @ -

performance
C Small-caps stand {{drawdown.small.current}} below their high, a deeper shortfall than the {{drawdown.large.current}} of large-caps. @ drawdown.small.current below drawdown.large.current

performance
L The best month for small-caps against large-caps in the last year brought {{bestMonth12m.relative}} percentage points. @ -
R It ranks {{bestMonth12m.relativeRank}} in the whole history. @ -

performance
C In the month to date small-caps beat large-caps by {{mtd.relative}} percentage points, price return. @ mtd.relative beat zero
C Over the year to date they lagged by {{ytd.relative}} percentage points. @ ytd.relative lagged zero

performance
H Large-caps rose {{12m.large}} over a year. @ 12m.large rose zero
H Small-caps rose {{12m.small}}. @ 12m.small rose zero
C The relative return was {{12m.relative}} percentage points, below zero. @ 12m.relative below zero

performance
C In the year before the latest, small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
C In the latest, they lagged by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

performance
L On the last day small-caps returned {{1d.small}} and large-caps {{1d.large}}. @ -
L Over a week they returned {{5d.small}} and {{5d.large}}. @ -

performance
C Over a year, small-caps gained {{12m.small}}, less than the {{12m.large}} gained by large-caps. @ 12m.small lagged 12m.large
C Over a month the order was reversed, with small-caps ahead by {{1m.relative}} percentage points. @ 1m.relative above zero

performance
C Short windows favoured small-caps, by {{3m.relative}} percentage points over a quarter. @ 3m.relative beat zero
C Longer windows favoured large-caps: small-caps lagged by {{6m.relative}} percentage points over the middle horizon. @ 6m.relative lagged zero

real performance
C Over a year small-caps beat large-caps by {{12m.relative}} percentage points, total return. @ 12m.relative beat zero
C Over the month to date they lagged by {{mtd.relative}} percentage points, price return. @ mtd.relative lagged zero
V The end date can decide the sign. @ -

real performance
H Small-caps rose {{12m.small}} over a year; large-caps rose {{12m.large}}. @ 12m.small rose zero
C Small-caps were more volatile, at {{volatility252d.small}} against {{volatility252d.large}} for large-caps. @ volatility252d.small above volatility252d.large

real performance
C Small-caps outpaced large-caps by {{ytd.relative}} percentage points in the year to date. @ ytd.relative beat zero
C They then gave back {{mtd.relative}} percentage points against large-caps in the month to date. @ mtd.relative lagged zero

real performance
C In the previous full-year period, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points, which puts the latest lead of {{discrete12m.1.relative}} in context. @ discrete12m.2.relative lagged zero

real performance
C In each of the earlier discrete periods small-caps lagged, most recently by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
C In the latest period they led by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero

real performance
C Small-caps are {{drawdown.small.current}} below their high, further than large-caps at {{drawdown.large.current}}. @ drawdown.small.current below drawdown.large.current
L The deepest drawdown of small-caps was {{drawdown.small.deepest}}, that of large-caps {{drawdown.large.deepest}}. @ -

real performance
C The last day saw small-caps fall {{1d.small}} while large-caps rose {{1d.large}}. @ 1d.small fell zero
C Over a quarter small-caps are still ahead, by {{3m.relative}} percentage points. @ 3m.relative above zero

real performance
H Over the middle horizon small-caps gained {{6m.small}} and large-caps {{6m.large}}. @ 6m.small rose zero
C The lead of small-caps was {{6m.relative}} percentage points. @ 6m.relative above zero
V A window of the middle horizon says little about the next window. @ -

real performance
H In the month to date, small-caps lost {{mtd.small}} and large-caps lost {{mtd.large}}. @ mtd.small fell zero
C Small-caps underperformed by {{mtd.relative}} percentage points. @ mtd.relative lagged zero

real performance
R The best month of small-caps in the last year, {{bestMonth12m.small}}, ranks {{bestMonth12m.smallRank}} in the history. @ -
R Their best month against large-caps, {{bestMonth12m.relative}} percentage points, ranks {{bestMonth12m.relativeRank}}. @ -

french performance
C Over a year small-caps lagged large-caps by {{12m.relative}} percentage points. @ 12m.relative lagged zero
C Over the middle horizon they beat large-caps by {{6m.relative}} percentage points. @ 6m.relative beat zero
V The chosen window decides the sign. @ -

french performance
H Small-caps rose {{12m.small}} over a year and large-caps {{12m.large}}. @ 12m.small rose zero
C Small-caps trailed by {{12m.relative}} percentage points. @ 12m.relative lagged zero

french performance
C Over a month small-caps returned {{1m.small}}, above the {{1m.large}} of large-caps. @ 1m.small above 1m.large
C Over a quarter they returned {{3m.small}}, below the {{3m.large}} of large-caps. @ 3m.small below 3m.large

french performance
L Both sides stand at or near their highs: small-caps {{drawdown.small.current}}, large-caps {{drawdown.large.current}}. @ -
L Their deepest drawdowns were {{drawdown.small.deepest}} and {{drawdown.large.deepest}}. @ -

french performance
C Large-caps returned {{ytd.large}} in the year to date, ahead of the {{ytd.small}} of small-caps. @ ytd.large beat ytd.small
C Over the middle horizon the order is the other way round: small-caps lead by {{6m.relative}} percentage points. @ 6m.relative beat zero

brief
C Without loss-makers, small-caps trade below large-caps by {{valuation.discount.aggExLoss}}. @ valuation.discount.aggExLoss below zero
L Loss-makers are {{valuation.small.lossShareCount}} of small-caps. @ -
C Over a year small-caps lagged large-caps by {{performance.12m.relative}} percentage points. @ performance.12m.relative lagged zero

brief
C After first cuts, small-caps lagged large-caps by {{ratecut.first.12m.mean}} percentage points over a year. @ ratecut.first.12m.mean lagged zero
C On valuation, the median small-cap trades at {{valuation.small.median.pe}} forward earnings, below {{valuation.large.median.pe}} for large-caps. @ valuation.small.median.pe below valuation.large.median.pe

brief
C Small-caps lagged over the middle horizon by {{performance.6m.relative}} percentage points against large-caps. @ performance.6m.relative lagged zero
C Counting loss-makers, they trade above large-caps by {{valuation.discount.aggIncl}}. @ valuation.discount.aggIncl above zero
L Loss-makers make up {{valuation.small.lossShareCap}} of small-cap market cap. @ -

brief
L Small-caps were ahead in {{ratecut.all.12m.hit}} of full-year windows after all cuts and in {{ratecut.first.12m.hit}} after first cuts. @ -
C Their volatility of {{performance.volatility252d.small}} is above the {{performance.volatility252d.large}} of large-caps. @ performance.volatility252d.small above performance.volatility252d.large
`);
