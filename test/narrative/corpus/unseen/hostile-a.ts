import { draftsOf } from "./read.ts";

/** A hundred hostile drafts, written by reading the rules and looking for a way round them. */
export const HOSTILE_A = draftsOf(`
performance: period
C Over the middle horizon small-caps lagged large-caps by {{12m.relative}} percentage points. @ 12m.relative lagged zero

performance: period
C Small-caps lagged large-caps by {{6m.relative}} percentage points over a year and by {{12m.relative}} over the middle horizon. @ 6m.relative lagged zero

performance: number direction
C Over a year, and likewise over six, small-caps lagged large-caps by {{12m.relative}} percentage points. @ 12m.relative lagged zero

performance: number period
C Small-caps lagged large-caps by {{12m.relative}} percentage points, a pattern of five years. @ 12m.relative lagged zero

performance: subject@1 claim@1
H Large-caps returned {{12m.large}} over a year. @ -
C They returned {{6m.small}} over the middle horizon. @ -

performance: subject@1 claim@1
H Small-caps returned {{12m.small}} over a year. @ -
C It was {{ytd.large}} in the year to date. @ -

performance: swap@1
C Large-caps beat small-caps over a year, by {{12m.relative}} percentage points. @ 12m.relative lagged zero
C Over a quarter they led by {{3m.relative}} percentage points. @ 3m.relative beat zero

performance: direction@1
C Small-caps led large-caps over a quarter by {{3m.relative}} percentage points. @ 3m.relative beat zero
C It was the same over a year, {{12m.relative}}. @ -

performance: subject@1
L Volatility of small-caps was {{volatility252d.small}}. @ -
L For large-caps it was {{drawdown.large.current}}. @ -

performance: subject@1
L Small-caps stand {{drawdown.small.current}} below their high. @ -
L For large-caps the measure reads {{volatility252d.large}}. @ -

performance: period
H Small-caps rose {{12m.small}} over a year, as did large-caps at {{6m.large}}. @ 12m.small rose zero

performance: direction
C Small-caps led over a quarter by {{3m.relative}} percentage points, and so over the longer windows. @ 3m.relative beat zero

performance: direction certainty
C Small-caps led in the short run, by {{3m.relative}} percentage points, and every window shows the same. @ 3m.relative beat zero

performance: scope
H Small-caps returned {{12m.small}} over a year after inflation and costs. @ -

performance: comparator direction
C Small-caps returned {{12m.small}} over a year, beating their own past. @ 12m.small beat 12m.large

performance: cause
L The correlation of {{correlation252d}} means little diversification for holders. @ -

performance: cause
L A beta of {{beta252d}} signals amplified swings of the pair. @ -

performance: subject
C Over a week small-caps led large-caps by {{5d.relative}} percentage points, and by {{5d.small}} outright. @ 5d.relative beat zero

performance: claim direction
V Small-caps beat large-caps in the long run. @ -

performance: advice
V Investors who waited were repaid in the end. @ -

performance: unbacked
D Relative return means what small-caps earn for patience. @ -

performance: unbacked
V Small-caps have delivered for holders over a year. @ -

performance: quantity claim direction
V Over a year small-caps have the better record of results. @ -

performance: wording
L Small-caps made {{12m.small}} over a year, comfortably in the green. @ -

performance: wording
H In the year to date small-caps rose {{ytd.small}}, a good start. @ ytd.small rose zero

performance: superlative
R The best month against large-caps, {{bestMonth12m.relative}}, came at the top of the table, ranked {{bestMonth12m.relativeRank}} of all. @ -

performance: subject
R The best month ranks {{bestMonth12m.smallRank}} in the last year. @ -

performance: scope
C Small-caps lagged by {{12m.relative}} percentage points over the year that ended the cycle. @ 12m.relative lagged zero

performance: direction
H Small-caps rose {{1m.small}} over a month. @ 1m.small rose zero

performance: direction
H Small-caps and large-caps both rose over a month, by {{1m.small}} and {{1m.large}}. @ 1m.small rose zero

real performance: period
C Large-caps led small-caps over the last day and over a year, by {{1d.relative}} percentage points. @ 1d.relative lagged zero

real performance: direction
C Small-caps led over a year by {{12m.relative}} percentage points and in each discrete period. @ 12m.relative beat zero

real performance: subject direction
C Small-caps led in the latest discrete year by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero

real performance: subject
C In the year before the latest, small-caps lagged by {{discrete12m.3.relative}} percentage points. @ discrete12m.3.relative lagged zero

real performance: basis
C Small-caps lagged over the month to date by {{mtd.relative}} percentage points, total return. @ mtd.relative lagged zero

french performance: direction
C Over a month small-caps returned {{1m.small}}, ahead of {{1m.large}} for large-caps, and they kept that over a quarter. @ 1m.small beat 1m.large

valuation: subject
C Small-caps trade below large-caps by {{discount.aggExLoss}} on all companies. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation: subject@1
L The small-cap forward P/E is {{small.aggExLoss.pe}} without loss-makers. @ -
L It is {{large.aggIncl.pe}} with all companies counted. @ -

valuation: subject@1
L The small-cap forward P/E without loss-makers is {{small.aggExLoss.pe}}. @ -
L On this measure, {{small.lossShareCap}} of small-caps. @ -

valuation: subject@1
C Without loss-makers small-caps trade below large-caps by {{discount.aggExLoss}}. @ discount.aggExLoss below zero
L That is {{small.lossShareCap}}. @ -

valuation: subject
C The discount of small-caps without loss-makers is {{discount.aggExLoss}}, and it is {{small.lossShareCap}} by value. @ discount.aggExLoss below zero

valuation: period
R The gap stands at the {{percentile20y.aggExLoss}} of the shorter history without loss-makers. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation: period
R The gap without loss-makers stands at the {{percentile10y.aggExLoss}} of its longer range. @ -

valuation: subject
R Without loss-makers the small-cap P/E itself stands at the {{percentile20y.aggExLoss}} of the longer history. @ -

valuation: comparator
C Small-caps trade at {{small.median.pe}}, under the {{large.aggIncl.pe}} of large-caps. @ small.median.pe below large.aggIncl.pe

valuation: direction
C Counting all companies, small-caps trade at {{small.aggIncl.pe}}, under the {{large.aggIncl.pe}} of large-caps. @ small.aggIncl.pe below large.aggIncl.pe

valuation: direction
C Without loss-makers small-caps trade at {{small.aggExLoss.pe}}, over the {{large.aggExLoss.pe}} of large-caps. @ small.aggExLoss.pe above large.aggExLoss.pe

valuation: direction
L With loss-makers dropped, small-caps trade on {{small.aggIncl.pe}} forward earnings. @ -

valuation: subject
L Once loss-makers are removed, small-caps stand at {{small.aggIncl.pe}} forward earnings. @ -

valuation: subject
L Put them back and the forward P/E of small-caps is {{small.aggExLoss.pe}}. @ -

valuation: subject
L Loss-makers are {{small.lossShareCount}} of large-caps by count. @ -

valuation: subject
L Loss-makers are {{small.lossShareCap}} of small-cap companies. @ -

valuation: subject
L Small-caps with profits are {{small.lossShareCount}} of the total by count. @ -

valuation: subject
L Analysts estimate losses at {{small.coverage}} of small-caps by value. @ -

valuation: subject
L Estimates cover {{large.coverage}} of the value of both sides. @ -

valuation: subject
C Profitable small-caps trade below large-caps by {{discount.median}}. @ discount.median below zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation: comparator direction
C Small-caps without loss-makers trade at {{small.aggExLoss.pe}}, below the {{large.aggExLoss.pe}} of large-caps and below their own history. @ small.aggExLoss.pe below large.aggExLoss.pe

valuation: comparator
C The gap of {{discount.aggExLoss}} without loss-makers is wide by past standards. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation: unbacked
V Such gaps have closed before. @ -

valuation: cause
V A gap of this kind rewards patience. @ -

valuation: claim direction advice
D A discount is what the seller leaves on the table. @ -

valuation: unbacked
V Estimates are too low for small-caps. @ -

valuation: unbacked
V Analysts expect small-cap earnings to recover over the next year. @ -

valuation: advice
V The choice should be read with a view to adding small-caps. @ -

valuation: advice
V Small-caps should be shown a place in client accounts. @ -

valuation: cause
L The small-cap P/E of {{small.aggExLoss.pe}} without loss-makers is a level from which returns followed. @ -

valuation: scope
C The small-cap earnings yield of {{small.aggExLoss.earningsYield}} without loss-makers is above what bonds pay. @ small.aggExLoss.earningsYield above large.aggExLoss.earningsYield

valuation: subject direction measure
C Small-caps without loss-makers trade at {{small.aggExLoss.pe}} earnings, below {{large.aggExLoss.pe}}, so the case favours small-caps. @ small.aggExLoss.pe below large.aggExLoss.pe

valuation: forecast
L Loss-makers, expected to lose money and to vanish, are {{small.lossShareCount}} of small-caps. @ -

valuation: swap
C Including all companies, it is large-caps that trade above small-caps, by {{discount.aggIncl}}. @ discount.aggIncl above zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

valuation: subject
L Members covered by estimates: {{small.members}} small-caps of {{small.covered}}. @ -

valuation: subject
L The number of loss-making small-caps is {{small.covered}}. @ -

whatif: claim direction forecast
C Small-caps would lead large-caps. @ -

whatif: direction
C In the hypothetical case small-caps would then trade below large-caps by {{whatIf.median.discount}}. @ whatIf.median.discount below zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

whatif: hypothetical
C Hypothetically small-caps without loss-makers trade below large-caps by {{discount.aggExLoss}}. @ discount.aggExLoss below zero
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

whatif: subject
L The hypothetical small-cap forward P/E without loss-makers is {{whatIf.aggIncl.pe}}. @ -

ratecut: counter-figure period@1
C After all cuts, small-caps lagged large-caps over a year by {{all.12m.mean}} percentage points. @ all.12m.mean lagged zero
C After first cuts they lagged by {{first.6m.mean}} percentage points over a year. @ first.6m.mean lagged zero

ratecut: subject@1
C After first cuts small-caps lagged over a year by {{first.12m.mean}} percentage points on average. @ first.12m.mean lagged zero
C Over the middle horizon they lagged by {{all.6m.mean}} percentage points. @ all.6m.mean lagged zero
L After first cuts the middle-horizon mean was {{first.6m.mean}}. @ -

ratecut: number@1 subject@1 period@1
C After all cuts small-caps lagged over a year by {{all.12m.mean}} percentage points. @ all.12m.mean lagged zero
C Over the middle horizon they lagged by {{first.6m.mean}} percentage points, and over twelve by {{first.12m.mean}}. @ first.6m.mean lagged zero

ratecut: subject
C After all cuts small-caps lagged over a year by {{all.12m.median}} percentage points on average. @ all.12m.median lagged zero
C After first cuts they lagged by {{first.12m.median}} percentage points at the median. @ first.12m.median lagged zero

ratecut: subject
L Small-caps were ahead in {{first.12m.hit}} of windows after all cuts and in {{all.12m.hit}} after first cuts, over a year. @ -

ratecut: direction
L Small-caps were behind in {{all.12m.hit}} of windows after all cuts and {{first.12m.hit}} after first cuts. @ -

ratecut: subject
L The full-year mean after all cuts lies between {{all.12m.ciHigh}} and {{first.12m.ciHigh}} percentage points after first cuts. @ -

ratecut: direction
L The range after first cuts at a year, {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points, lies below zero. @ first.12m.ciLow below zero

ratecut: subject period
L The range after first cuts at a year runs from {{first.12m.ciLow}} to {{first.6m.ciHigh}} percentage points. @ -

ratecut: certainty
L The sign test gives {{first.12m.signTestP}} for first cuts, evidence enough. @ -

ratecut: certainty
C The small-cap lag of {{first.12m.mean}} percentage points after first cuts over a year is real. @ first.12m.mean lagged zero

ratecut: subject
R This cycle ranks {{thisCycle.rank}} of the earlier cycles, near the front. @ -

ratecut: period
L In this cycle, a year on, small-caps stand at {{thisCycle.6m.relative}} percentage points. @ -

ratecut: swap
C After hikes, small-caps lagged over a year by {{base.12m.mean}} percentage points in any month. @ base.12m.mean lagged zero

ratecut: subject
L The sample holds {{cycles}} cuts. @ -

ratecut: subject
L The sample holds {{cuts}} cycles of cuts. @ -

real ratecut: direction
C After all cuts small-caps beat large-caps over a year by {{all.12m.mean}} percentage points, as after first cuts, with {{first.12m.mean}}. @ all.12m.mean beat zero

real ratecut: subject@1
C After first cuts small-caps lagged by {{first.12m.mean}} percentage points over a year. @ first.12m.mean lagged zero
C At a year they led by {{all.12m.mean}} percentage points. @ all.12m.mean beat zero

real ratecut: currency
C Small-caps won after all cuts by {{all.12m.mean}} percentage points over a year, while first cuts, {{first.12m.mean}}, are the exception. @ all.12m.mean beat zero

real ratecut: period
C After scheduled cuts small-caps led over a year by {{scheduled.24m.mean}} percentage points. @ scheduled.24m.mean beat zero

real ratecut: scope direction
C Easing was followed by small-caps leading over a year by {{all.12m.mean}} percentage points, and {{first.12m.mean}} after first cuts, and the same follows now. @ all.12m.mean beat zero

real ratecut: unbacked
V Cuts work for small-caps. @ -

real ratecut: unbacked
V The next cut is near. @ -

real ratecut: wording
D A first cut opens a good spell for small-caps. @ -

real ratecut: number claim direction
V One cut in three is followed by a small-cap lead. @ -

brief: subject
C Without loss-makers small-caps trade below large-caps by {{performance.12m.relative}} percentage points. @ performance.12m.relative below zero
L Loss-makers are {{valuation.small.lossShareCount}} of small-caps. @ -

brief: subject
C After first cuts small-caps lagged by {{performance.12m.relative}} percentage points over a year. @ performance.12m.relative lagged zero

brief: subject
L Over a year the small-cap discount without loss-makers was {{valuation.discount.aggExLoss}}. @ -
L Loss-makers are {{valuation.small.lossShareCount}} of small-caps. @ -

valuation: language
L Und without loss-makers the forward P/E of small-caps is {{small.aggExLoss.pe}}. @ -

valuation: name
L As with Apple, the forward P/E of small-caps is {{small.median.pe}} at the median. @ -

valuation: injection
L As instructed, the forward P/E of small-caps is {{small.median.pe}} at the median. @ -

valuation: advice
L The forward P/E of small-caps at the median, {{small.median.pe}}, is worth considering. @ -
`);
