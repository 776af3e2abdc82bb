import { draftsOf } from "./read.ts";

/** What stand-ins for a model wrote against the contract, and what the turns of phrase they are granted must not say. */
export const HOSTILE_MODEL = draftsOf(`
real premium: measure@1
C The size premium is concentrated in January, when small-caps beat large-caps by {{january.meanAnnual}} a year on average. @ january.meanAnnual beat zero
L In all other months small-caps against large-caps returned {{otherMonths.meanAnnual}} a year, with a t statistic of {{otherMonths.t}}. @ -
L The sample has {{full.n}} months, and the rolling result was positive in {{rolling10y.positiveShare}} of windows. @ -
V The size factor is a return before costs on academic portfolios, which may differ from an index. @ -

real premium: measure
L Small-caps against large-caps earned {{full.meanAnnual}} a year in the full sample of {{full.n}} months. @ -
C In the latest discrete year small-caps beat large-caps by {{discrete12m.1.relative}} percentage points. @ discrete12m.1.relative beat zero
C In the discrete year before the latest small-caps lagged by {{discrete12m.2.relative}} percentage points. @ discrete12m.2.relative lagged zero
D The factor is the return of small portfolios minus the return of big portfolios. @ -

real risks: direction subject@1 forecast@1
C The yield curve stands at {{curve.value}}, above zero, and so is upward sloping. @ curve.value above zero
L Initial claims show a change of {{claims.value}} and would need a further {{claims.distance}} to fire. @ -
L The policy target has moved {{policyRise.value}}. @ policyRise.value - -
C In the discrete year before the latest small-caps lagged large-caps by {{discrete12m.2.relative}} percentage points on total return. @ discrete12m.2.relative lagged zero

earnings: measure@1 unbacked@3
C Over a month the breadth of revisions is {{small.breadth.1m}} for small-caps, below the {{large.breadth.1m}} of large-caps. @ small.breadth.1m below large.breadth.1m
C At the median, the growth that analysts expect for small-caps trails that for large-caps, with a gap of {{growthGap.median}} percentage points. @ growthGap.median below zero
C With all companies, the growth gap of small-caps to large-caps is above zero, at {{growthGap.aggIncl}} percentage points. @ growthGap.aggIncl above zero
D Breadth of revisions counts upgraded companies minus downgraded companies as a share of all. @ -

universe: measure@3
L With micro-caps, small companies are {{smallAndMicroOfAll.count}} of all by count, yet {{smallAndMicroOfAll.value}} by market cap. @ -
L With micro-caps left out, the shares are {{smallWithoutMicro.count}} by count and {{smallWithoutMicro.value}} by market cap. @ -
C The smallest market cap among small-caps is {{small.smallestCap}}, below the {{large.smallestCap}} of large-caps. @ small.smallestCap below large.smallestCap
C Some members have grown: {{small.above10bn}} of small-caps by count are of large size, below the {{large.above10bn}} of large-caps. @ small.above10bn below large.above10bn

risks: subject
L For a downturn {{condition.hawkish.fired}} of {{condition.hawkish.known}} known triggers have fired, and for a hawkish Fed {{condition.downturn.fired}} of {{condition.downturn.known}}. @ -

risks: subject
L Triggers fired are {{condition.hawkish.fired}} for a downturn and {{condition.downturn.fired}} for a hawkish central bank. @ -

risks: subject
L Of the triggers for a US downturn, {{condition.downturn.known}} of {{condition.downturn.fired}} have fired. @ -

risks: subject
L Of the triggers for a downturn, {{condition.downturn.fired}} of {{condition.hawkish.known}} have fired, and the Fed is not hawkish. @ -

real risks: scope
L For a hawkish bank {{condition.hawkish.fired}} of {{condition.hawkish.known}} known triggers have fired. @ -

real risks: direction
L The financial stress index stands at {{stress.value}} and is upward. @ -

real risks: direction
C The financial stress index stands at {{stress.value}}, upward sloping. @ stress.value above zero

risks: direction
L A downturn is here, with the volatility index at {{vix.value}}. @ -

debt: subject
L At {{small.thinCoverShare}} of small-caps and {{large.thinCoverShare}} of large-caps, profit falls short of the interest bill. @ -

debt: subject
L Thin interest cover is found at {{small.zombieShare}} of small-caps. @ -

debt: subject
L Swaps move the floating share of small-caps' debt from {{small.floatingShareOfDebt}} before swaps to {{small.floatingShareOfDebtBeforeSwaps}} after swaps. @ -

debt: subject
L After swaps, the debt of {{small.floatingShareOfDebt}} of small-caps is floating. @ -

earnings: measure
C With all companies, earnings of small-caps grew {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl

earnings: measure
C With all companies, earnings of small-caps are growing {{small.growth.aggIncl}}, above the {{large.growth.aggIncl}} of large-caps. @ small.growth.aggIncl above large.growth.aggIncl

deals: direction
C Activity has heated: over a year the count is {{ttm.change}} below the previous figure. @ ttm.change below zero

deals: direction
C Over a year the count of takeovers was {{ttm.change}} above the year before. @ ttm.change above zero

deals: period
C In the year to date the count is below that of the same period a year before by {{ttm.change}}. @ ttm.change below zero

coverage: subject
L Thinly covered companies make up {{small.noneShare}} of small-caps. @ -

coverage: subject
L When companies without coverage are left out, small-caps average {{small.mean}} analysts. @ -

universe: subject
L With micro-caps, small companies are {{smallWithoutMicro.count}} of all by count. @ -

universe: subject
L With micro-caps left out, small companies are {{smallAndMicroOfAll.count}} of all by count. @ -

real premium: swap
L The rolling result of large-caps was positive in {{rolling10y.positiveShare}} of windows. @ -

real premium: comparator direction
L The rolling result was negative in {{rolling10y.positiveShare}} of windows. @ -

valuation: direction
C Without loss-makers the gap turns: small-caps trade {{discount.aggExLoss}} below large-caps. @ discount.aggExLoss below zero
L By market cap, loss-makers are {{small.lossShareCap}} of small-caps. @ -

real recovery: subject
L The evidence rests on {{base.12m.n}} recoveries. @ -

risks: scope
V The market gives a false signal. @ -

risks: cause
V A trigger signals a downturn. @ -

ratecut: unbacked
V Cycles move returns. @ -

universe: currency
L The smallest market cap of small-caps is {{small.smallestCap}} dollars. @ -

recovery: scope
V The market is at its low. @ -
`);
