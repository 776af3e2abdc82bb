import { draftsOf } from "./read.ts";

/** Hostile drafts on the topics that came later: numbers of one trigger, phase, event or measure given to another. */
export const HOSTILE_B = draftsOf(`
debt: subject
L Interest cover is {{small.floatingShareOfDebt}} for small-caps. @ -

debt: subject
L Companies that do not earn their interest are {{small.floatingShareOfDebt}} of small-caps. @ -

debt: subject
L The floating share of small-cap debt is {{small.floatingShareOfDebtBeforeSwaps}} after swaps. @ -

debt: subject
L The floating share of small-cap debt is {{small.floatingShareOfDebtBeforeSwaps}}. @ -

debt: direction
C The interest cover of small-caps, {{small.interestCover}}, is above that of large-caps, {{large.interestCover}}. @ small.interestCover above large.interestCover

debt: claim comparator measure
H Small-cap floating debt rose to {{small.floatingShareOfDebt}} of debt. @ small.floatingShareOfDebt rose zero

coverage: subject
L {{small.noneShare}} of small-caps have few analysts. @ -

coverage: subject
L On average {{large.mean}} analysts follow a small-cap. @ -

earnings: measure
C Small-caps lagged large-caps by {{breadthGap.3m}} percentage points over the last quarter in revisions. @ breadthGap.3m lagged zero

earnings: claim measure
H Small-cap estimates fell by {{small.breadth.3m}} in revisions over the last quarter. @ small.breadth.3m fell zero

earnings: subject
L Expected earnings growth of small-caps is {{small.growth.aggIncl}} for profitable companies. @ -

earnings: period
L Over the last quarter the breadth of revisions of small-caps is {{small.breadth.1m}}. @ -

universe: subject
L Small-caps are {{smallOfAll.count}} of the world's listed companies by market cap. @ -

universe: subject
L The median market cap of small-caps is {{small.smallestCap}}. @ -

universe: subject
L Small-caps are {{smallAndMicroOfAll.count}} of the world's listed companies by count. @ -

deals: subject
L There were {{ttm.previous}} takeovers over the past year. @ -

deals: period
L There were {{ttm.count}} takeovers in the year to date. @ -

deals: direction
H Takeovers rose by {{ytd.change}} in the year to date. @ ytd.change rose zero

calendar: subject
L The next FOMC is {{cpi.daysAhead}} days away. @ -

premium: subject
C Small-caps lagged large-caps by {{january.meanAnnual}} a year. @ january.meanAnnual lagged zero

premium: subject
L The t statistic of the full sample is {{full.meanAnnual}} a year. @ -

recovery: subject
C Small-caps led large-caps by {{1988-06.12m.relative}} percentage points over a year after a trough. @ 1988-06.12m.relative beat zero

recovery: subject swap
C After all recoveries small-caps led large-caps by {{base.12m.mean}} percentage points over a year. @ base.12m.mean beat zero

volatility: subject
L The beta of small-caps over a year is {{1y.correlation}}. @ -

volatility: subject
L The volatility of small-caps is {{1y.ratio}} over a year. @ -

regime: subject
L The score of inflation is {{activity.score}}. @ -

regime: subject
C In months after contraction small-caps lagged large-caps by {{after.expansion.mean}} percentage points on average. @ after.expansion.mean lagged zero

risks: subject
L Oil stands at {{vix.value}}. @ -

risks: subject
L The volatility index has {{vix.value}} of room before it fires. @ -

risks: subject
L Of the triggers of a hawkish central bank {{condition.downturn.fired}} have fired. @ -

earnings: subject
L Expected earnings growth of small-caps over the last quarter is {{small.growth.median}} at the median. @ -

universe: subject
L The US is {{smallOfAll.count}} of the world's listed small-caps by count. @ -

deals: subject
L The median value of takeovers announced is {{value.total}}. @ -
`);
