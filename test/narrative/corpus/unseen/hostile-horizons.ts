import { draftsOf } from "./read.ts";

/** Drafts that are true, but write a horizon or a count in words: a number word outside a slot, whatever it counts. */
export const HOSTILE_HORIZONS = draftsOf(`
valuation: number
D The forward P/E divides market value by the earnings that analysts expect over the next twelve months. @ -
C On this measure, without loss-makers, small-caps are {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L Loss-makers amount to {{small.lossShareCap}} of small-caps by value. @ -

valuation: number@1
C For profitable companies the forward earnings yield is {{small.profitable.earningsYield}} for small-caps, higher than {{large.profitable.earningsYield}} for large-caps. @ small.profitable.earningsYield above large.profitable.earningsYield
V Companies without profits over the past twelve months are left out of this reading. @ -

ratecut: number
L Small-caps were ahead in {{all.12m.hit}} of windows after all cuts, over twelve months. @ -
L After first cuts the share was {{first.12m.hit}}. @ -
L For any month it was {{base.12m.hit}}. @ -

ratecut: number@1
V Fed cuts come with other news, so these averages say nothing about cause. @ -
C At six months after all cuts, small-caps trailed large-caps by {{all.6m.mean}} percentage points on average. @ all.6m.mean lagged zero
C After first cuts they trailed by {{first.6m.mean}} percentage points. @ first.6m.mean lagged zero

ratecut: number
C The median twelve-month relative return after all cuts was {{all.12m.median}} percentage points, below the mean of {{all.12m.mean}}. @ all.12m.median below all.12m.mean
L For first cuts the median was {{first.12m.median}} and the mean {{first.12m.mean}} percentage points. @ -

ratecut: number
L Leaving out one cycle at a time, the twelve-month mean after all cuts ranges between {{all.12m.leaveOneOutLow}} and {{all.12m.leaveOneOutHigh}} percentage points. @ -
L After first cuts it ranges between {{first.12m.leaveOneOutLow}} and {{first.12m.leaveOneOutHigh}} percentage points. @ -

real ratecut: number
C Counting all cuts, small-caps outperformed large-caps over twelve months by {{all.12m.mean}} percentage points on average. @ all.12m.mean beat zero
C Counting first cuts only, they underperformed by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero
L The range for all cuts, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, includes zero. @ -

real ratecut: number number@1
C Twelve months after the first cut of this cycle, small-caps were behind large-caps by {{thisCycle.12m.relative}} percentage points. @ thisCycle.12m.relative below zero
R Among earlier cycles this one ranks {{thisCycle.rank}}. @ -
V Each cycle began under different conditions. @ -

real ratecut: number
C The average after all cuts at twenty-four months was {{all.24m.mean}} percentage points, above the {{base.24m.mean}} of any month. @ all.24m.mean above base.24m.mean
C After first cuts it was {{first.24m.mean}}, below that of any month. @ first.24m.mean below base.24m.mean

real ratecut: number
C Scheduled cuts tell a milder story: small-caps beat large-caps by {{scheduled.12m.mean}} percentage points over twelve months. @ scheduled.12m.mean beat zero
L The range for scheduled cuts is {{scheduled.12m.ciLow}} to {{scheduled.12m.ciHigh}} percentage points. @ -

real ratecut: number
L Of the {{all.12m.n}} windows after all cuts, small-caps were ahead in {{all.12m.ahead}} at twelve months. @ -
L Of the {{first.12m.n}} windows after first cuts, they were ahead in {{first.12m.ahead}}. @ -

french ratecut: number
C The median after all cuts was {{all.12m.median}} percentage points at twelve months, above zero. @ all.12m.median above zero
C The median after first cuts was {{first.12m.median}} percentage points, below zero. @ first.12m.median below zero

french ratecut: number
C Windows after all cuts had small-caps ahead {{all.12m.hit}} of the time at twelve months, compared with {{first.12m.hit}} after first cuts and {{base.12m.hit}} in any month. @ all.12m.hit above first.12m.hit
V Several cuts belong to the same cycle and share much of their window. @ -

performance: number
H Small-caps fell by {{1m.small}} over one month, while large-caps fell by {{1m.large}}. @ 1m.small fell zero
C That left small-caps ahead by {{1m.relative}} percentage points. @ 1m.relative above zero

performance: number
C In the twelve-month period before the latest, small-caps beat large-caps by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative beat zero
C In the latest, they lagged by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative lagged zero

performance: number number@1
C Short windows favoured small-caps, by {{3m.relative}} percentage points over three months. @ 3m.relative beat zero
C Longer windows favoured large-caps: small-caps lagged by {{6m.relative}} percentage points over six months. @ 6m.relative lagged zero

real performance: number
C In the previous twelve-month period, small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points, which puts the latest lead of {{discrete12m.1.relative}} in context. @ discrete12m.2.relative lagged zero

real performance: number
R The best month of small-caps in the last twelve, {{bestMonth12m.small}}, ranks {{bestMonth12m.smallRank}} in the history. @ -
R Their best month against large-caps, {{bestMonth12m.relative}} percentage points, ranks {{bestMonth12m.relativeRank}}. @ -

french performance: number number@1
C Over one month small-caps returned {{1m.small}}, above the {{1m.large}} of large-caps. @ 1m.small above 1m.large
C Over three months they returned {{3m.small}}, below the {{3m.large}} of large-caps. @ 3m.small below 3m.large

brief: number
C After first cuts, small-caps lagged large-caps by {{ratecut.first.12m.mean}} percentage points over twelve months. @ ratecut.first.12m.mean lagged zero
C On valuation, the median small-cap trades at {{valuation.small.median.pe}} forward earnings, below {{valuation.large.median.pe}} for large-caps. @ valuation.small.median.pe below valuation.large.median.pe

valuation: number@1
C Excluding loss-makers, the valuation gap between small-caps and large-caps is {{discount.aggExLoss}}, a discount. @ discount.aggExLoss below zero
R That gap ranks at the {{percentile20y.aggExLoss}} of its twenty-year history. @ -
L Loss-makers comprise {{small.lossShareCount}} of small-cap companies. @ -

ratecut: number
C First cuts were followed by a small-cap lag of {{first.24m.mean}} percentage points over two years. @ first.24m.mean lagged zero
C All cuts were followed by a small-cap lead of {{all.24m.mean}} percentage points over the same period. @ all.24m.mean beat zero

ratecut: number
L The interval around the twelve-month mean of all cuts, {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points, spans zero. @ -
L So does that of first cuts, {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points. @ -

ratecut: number
C Scheduled cuts show a mean of {{scheduled.6m.mean}} percentage points over six months, below zero. @ scheduled.6m.mean below zero
V Cuts between meetings are excluded here. @ -

real ratecut: number
C Small-caps beat large-caps in {{all.24m.hit}} of two-year windows after all cuts, and in {{first.24m.hit}} after first cuts. @ -
L In any month the rate is {{base.24m.hit}}. @ -

real ratecut: number
C Leaving one cycle out at a time, the twelve-month mean after all cuts stays between {{all.12m.leaveOneOutLow}} and {{all.12m.leaveOneOutHigh}} percentage points. @ -
L After first cuts it stays between {{first.12m.leaveOneOutLow}} and {{first.12m.leaveOneOutHigh}} percentage points. @ -

french ratecut: number number@1
C Two years after first cuts, small-caps were ahead by {{first.24m.mean}} percentage points on average. @ first.24m.mean above zero
C Two years after all cuts they were ahead by {{all.24m.mean}} percentage points. @ all.24m.mean above zero

performance: number@1
L Over the last year of trading days, small-cap volatility was {{volatility252d.small}} and large-cap volatility {{volatility252d.large}}. @ -
L Correlation over the two windows was {{correlation252d}}. @ -

real performance: number number@1
C Over the last twelve months small-caps outperformed large-caps by {{12m.relative}} percentage points in total return. @ 12m.relative beat zero
C The twelve months before showed the opposite, a lag of {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero

french performance: number
C Small-caps beat large-caps over six months by {{6m.relative}} percentage points, while over twelve months they lagged by {{12m.relative}} percentage points. @ 6m.relative beat zero
V Returns are before costs and taxes. @ -

valuation: number
R The gap at the median ranks at the {{percentile20y.median}} of twenty years and at the {{percentile10y.median}} of ten years. @ -
L Loss-makers are {{small.lossShareCount}} of small-caps. @ -

ratecut: number
C Two years after all cuts small-caps were ahead in {{all.24m.hit}} of windows, above the {{base.24m.hit}} of any month. @ all.24m.hit above base.24m.hit
L After first cuts they were ahead in {{first.24m.hit}}. @ -

ratecut: number
C In this cycle small-caps lag large-caps by {{thisCycle.12m.relative}} percentage points twelve months after its first cut. @ thisCycle.12m.relative lagged zero
V A single cycle says little. @ -

ratecut: number number@1
C Over one month, small-caps beat large-caps by {{first.1m.mean}} percentage points after first cuts. @ first.1m.mean beat zero
C Over twelve months they lagged by {{first.12m.mean}} percentage points. @ first.12m.mean lagged zero

real ratecut: number
C The mean after first cuts at three months, {{first.3m.mean}} percentage points, lies below zero, as does its range, {{first.3m.ciLow}} to {{first.3m.ciHigh}}. @ first.3m.mean below zero

real ratecut: number
C After scheduled cuts, the six-month mean is {{scheduled.6m.mean}} percentage points, above that of any month, {{base.6m.mean}}. @ scheduled.6m.mean above base.6m.mean

french ratecut: number
C After all cuts small-caps led large-caps by {{all.6m.mean}} percentage points over six months, and after first cuts they lagged by {{first.6m.mean}} percentage points. @ all.6m.mean beat zero

french ratecut: number
C Small-caps were behind by {{thisCycle.12m.relative}} percentage points twelve months into this cycle. @ thisCycle.12m.relative below zero

performance: number
R The best month of small-caps relative to large-caps in the last twelve ranks {{bestMonth12m.relativeRank}} in the history. @ -
L It brought {{bestMonth12m.relative}} percentage points. @ -

real performance: number
C Over three months small-caps returned {{3m.small}} and large-caps {{3m.large}}, a lead of {{3m.relative}} percentage points for small-caps. @ 3m.relative beat zero

french performance: number
L The best month of small-caps in the last twelve was {{bestMonth12m.small}}. @ -
R It ranks {{bestMonth12m.smallRank}} in the whole history. @ -
`);
