import {
  type Case,
  caveat,
  change,
  comparison,
  definition,
  good,
  level,
  onRealData,
  rank,
  type Said,
} from "./corpus.ts";
import { GOOD_A } from "./unseen/good-a.ts";
import { GOOD_B } from "./unseen/good-b.ts";
import { GOOD_C } from "./unseen/good-c.ts";
import { GOOD_D } from "./unseen/good-d.ts";
import { GOOD_E } from "./unseen/good-e.ts";
import { GOOD_F } from "./unseen/good-f.ts";
import { GOOD_G } from "./unseen/good-g.ts";
import { GOOD_H } from "./unseen/good-h.ts";
import { GOOD_I } from "./unseen/good-i.ts";
import { GOOD_J } from "./unseen/good-j.ts";
import { GOOD_K } from "./unseen/good-k.ts";
import { GOOD_L } from "./unseen/good-l.ts";
import { GOOD_M } from "./unseen/good-m.ts";
import { GOOD_N } from "./unseen/good-n.ts";
import { GOOD_O } from "./unseen/good-o.ts";
import { GOOD_P } from "./unseen/good-p.ts";
import { GOOD_Q } from "./unseen/good-q.ts";
import { GOOD_R } from "./unseen/good-r.ts";

/** Drafts as an editor would write them, of every type of claim. */

const valuation = (name: string, ...said: readonly Said[]) => good("valuation", name, ...said);
const ratecut = (name: string, ...said: readonly Said[]) => good("ratecut", name, ...said);
const performance = (name: string, ...said: readonly Said[]) => good("performance", name, ...said);

const LOSSES = level(
  "Loss-makers are {{small.lossShareCount}} of small-caps by count and {{large.lossShareCount}} of large-caps.",
);
const FIRST_LAGGED = comparison(
  "After first cuts they lagged by {{first.12m.mean}} percentage points.",
  "first.12m.mean lagged zero",
);
const PAST = caveat("Past performance is not a reliable indicator of future results.");

const VALUATIONS: readonly Case[] = [
  valuation(
    "a discount with the loss shares",
    comparison(
      "Without loss-makers, small-caps trade below large-caps by {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  valuation(
    "a premium with the loss shares",
    comparison(
      "Counting loss-makers, small-caps trade at a premium to large-caps of {{discount.aggIncl}}.",
      "discount.aggIncl above zero",
    ),
    LOSSES,
  ),
  valuation(
    "both signs in a sentence",
    comparison(
      "Small-caps trade below large-caps by {{discount.aggExLoss}} without loss-makers, but above by {{discount.aggIncl}} with them.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  valuation(
    "two multiples",
    level(
      "Without loss-makers the forward P/E of small-caps is {{small.aggExLoss.pe}} and that of large-caps {{large.aggExLoss.pe}}.",
    ),
  ),
  valuation(
    "a multiple below another",
    comparison(
      "Small-caps trade on {{small.aggExLoss.pe}} without loss-makers, below the {{large.aggExLoss.pe}} of large-caps.",
      "small.aggExLoss.pe below large.aggExLoss.pe",
    ),
  ),
  valuation(
    "a multiple above another",
    comparison(
      "With loss-makers included, small-caps stand higher: {{small.aggIncl.pe}} against {{large.aggIncl.pe}} for large-caps.",
      "small.aggIncl.pe above large.aggIncl.pe",
    ),
  ),
  valuation(
    "large before small",
    comparison(
      "Large-caps, on {{large.profitable.pe}}, trade above small-caps, on {{small.profitable.pe}}, among companies profitable over the year.",
      "large.profitable.pe above small.profitable.pe",
    ),
  ),
  valuation(
    "the median",
    comparison(
      "At the median, small-caps trade at a discount of {{discount.median}}.",
      "discount.median below zero",
    ),
    LOSSES,
  ),
  valuation(
    "a percentile",
    rank("The gap without loss-makers stands at the {{percentile20y.aggExLoss}} of its own history."),
  ),
  valuation(
    "two percentiles",
    rank(
      "The gap without loss-makers is at the {{percentile10y.aggExLoss}} of the shorter history and at the {{percentile20y.aggExLoss}} of the longer history.",
    ),
  ),
  valuation(
    "percentiles against each other",
    rank(
      "The gap without loss-makers, at the {{percentile10y.aggExLoss}} of the shorter window, sits below its place in the longer window, {{percentile20y.aggExLoss}}.",
      "percentile10y.aggExLoss below percentile20y.aggExLoss",
    ),
  ),
  valuation(
    "losses by value",
    level(
      "By value loss-makers weigh less heavily in the count: {{small.lossShareCap}} of small-caps.",
      "small.lossShareCap below small.lossShareCount",
    ),
  ),
  valuation(
    "losses by count against by value",
    comparison(
      "Loss-makers make up {{small.lossShareCount}} of small-caps by count, more than the {{small.lossShareCap}} they make up by value.",
      "small.lossShareCount above small.lossShareCap",
    ),
  ),
  valuation(
    "losses of the two sides",
    comparison(
      "Loss-makers are more common among small-caps, at {{small.lossShareCount}}, than among large-caps, at {{large.lossShareCount}}.",
      "small.lossShareCount above large.lossShareCount",
    ),
  ),
  valuation(
    "coverage",
    caveat("Estimates cover {{small.coverage}} of small-caps by value and {{large.coverage}} of large-caps."),
  ),
  valuation(
    "members",
    caveat("Of {{small.members}} small-caps, {{small.covered}} have the estimates that the multiple needs."),
  ),
  valuation(
    "the definition decides",
    caveat("The definition decides whether small-caps look dear or not; estimates may change."),
  ),
  valuation(
    "what a gap is",
    definition("The gap is the forward P/E of small-caps relative to that of large-caps."),
  ),
  valuation(
    "what is left out",
    definition(
      "Without loss-makers means that they are left out of both market value and earnings, on both sides.",
    ),
  ),
  valuation(
    "yields",
    level(
      "The earnings yield of small-caps, all companies included, is {{small.aggIncl.earningsYield}}, and of large-caps {{large.aggIncl.earningsYield}}.",
    ),
  ),
  valuation(
    "a yield above another",
    comparison(
      "Without loss-makers the earnings yield of small-caps, {{small.aggExLoss.earningsYield}}, is above that of large-caps, {{large.aggExLoss.earningsYield}}.",
      "small.aggExLoss.earningsYield above large.aggExLoss.earningsYield",
    ),
  ),
  valuation(
    "two gaps",
    comparison(
      "The gap without loss-makers is {{discount.aggExLoss}}, lower than the {{discount.aggIncl}} that all companies give.",
      "discount.aggExLoss below discount.aggIncl",
    ),
    LOSSES,
  ),
  valuation(
    "a direction without a slot",
    comparison("Without loss-makers, small-caps trade below large-caps.", "discount.aggExLoss below zero"),
    LOSSES,
  ),
  valuation(
    "a whole summary",
    comparison(
      "Which definition is used decides the sign of the gap.",
      "discount.aggExLoss below discount.aggIncl",
    ),
    comparison(
      "With loss-makers counted, small-caps trade above large-caps by {{discount.aggIncl}}; without them, below by {{discount.aggExLoss}}.",
      "discount.aggIncl above zero",
    ),
    LOSSES,
    rank("The latter gap is at the {{percentile20y.aggExLoss}} of its own history."),
    caveat("Analysts' estimates change, and the multiples change with them."),
  ),
];

const RATE_CUTS: readonly Case[] = [
  ratecut(
    "all cuts and first cuts",
    comparison(
      "After all cuts, small-caps lagged large-caps by {{all.12m.mean}} percentage points over the year, on average.",
      "all.12m.mean lagged zero",
    ),
    FIRST_LAGGED,
  ),
  ratecut(
    "both in one sentence",
    comparison(
      "Small-caps lagged by {{all.12m.mean}} pp after all cuts and by {{first.12m.mean}} pp after first cuts.",
      "all.12m.mean lagged zero",
    ),
  ),
  ratecut(
    "large-caps in front",
    comparison(
      "Large-caps beat small-caps by {{first.12m.mean}} percentage points after first cuts.",
      "first.12m.mean lagged zero",
    ),
  ),
  ratecut(
    "opposite signs",
    comparison(
      "Over the longest window small-caps led by {{all.24m.mean}} pp after all cuts, but lagged by {{first.24m.mean}} pp after first cuts.",
      "all.24m.mean beat zero",
    ),
    caveat("Which cuts are counted decides the sign."),
  ),
  ratecut(
    "opposite signs over a month",
    comparison(
      "Over a month, small-caps were ahead by {{first.1m.mean}} percentage points after first cuts and behind by {{all.1m.mean}} percentage points after all cuts.",
      "first.1m.mean beat zero",
    ),
  ),
  ratecut(
    "lower than",
    comparison(
      "After first cuts the mean relative return was {{first.12m.mean}} pp, lower than the {{all.12m.mean}} pp after all cuts.",
      "first.12m.mean below all.12m.mean",
    ),
  ),
  ratecut(
    "against the base rate",
    comparison(
      "After first cuts the mean was {{first.12m.mean}} percentage points, below the {{base.12m.mean}} of any month.",
      "first.12m.mean below base.12m.mean",
    ),
  ),
  ratecut(
    "hit rates",
    level(
      "Small-caps were ahead in {{all.12m.hit}} of windows after all cuts, in {{first.12m.hit}} after first cuts, and in {{base.12m.hit}} of windows from any month.",
    ),
  ),
  ratecut(
    "a hit rate below the base rate",
    comparison(
      "Small-caps led in {{all.12m.hit}} of windows after all cuts, below the base rate of {{base.12m.hit}}.",
      "all.12m.hit below base.12m.hit",
    ),
    level("After first cuts they led in {{first.12m.hit}}."),
  ),
  ratecut(
    "counts",
    level(
      "Small-caps were ahead after {{all.12m.ahead}} of {{all.12m.n}} cuts, counting all cuts, and after {{first.12m.ahead}} of {{first.12m.n}} first cuts.",
    ),
  ),
  ratecut(
    "episodes",
    caveat("The {{all.12m.n}} cuts with a full window are {{all.12m.cycles}} episodes: too few to conclude."),
  ),
  ratecut(
    "the range",
    caveat(
      "For first cuts the range of the mean runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}} pp and includes zero.",
    ),
  ),
  ratecut(
    "both ranges",
    caveat("For all cuts the range runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}} percentage points."),
    caveat(
      "For first cuts it runs from {{first.12m.ciLow}} to {{first.12m.ciHigh}} percentage points, and both include zero.",
    ),
  ),
  ratecut(
    "no clear edge",
    caveat(
      "There is no clear small-cap edge after all cuts: the range, {{all.12m.ciLow}} to {{all.12m.ciHigh}} pp, includes zero.",
    ),
    caveat("After first cuts the range is {{first.12m.ciLow}} to {{first.12m.ciHigh}} pp."),
  ),
  ratecut(
    "medians",
    comparison(
      "The median after all cuts was negative, at {{all.12m.median}} percentage points.",
      "all.12m.median below zero",
    ),
    comparison(
      "After first cuts it was {{first.12m.median}}, lower still.",
      "first.12m.median below all.12m.median",
    ),
  ),
  ratecut(
    "a tie",
    level(
      "From any month, the mean over a quarter is little changed from zero, at {{base.3m.mean}} pp.",
      "base.3m.mean littleChanged zero",
    ),
  ),
  ratecut(
    "scheduled cuts",
    comparison(
      "After scheduled cuts, small-caps lagged over the quarter by {{scheduled.3m.mean}} pp.",
      "scheduled.3m.mean lagged zero",
    ),
  ),
  ratecut(
    "this cycle",
    comparison(
      "In this cycle, a year after its first cut, small-caps are behind by {{thisCycle.12m.relative}} percentage points.",
      "thisCycle.12m.relative lagged zero",
    ),
  ),
  ratecut(
    "this cycle against first cuts",
    comparison(
      "This cycle, at {{thisCycle.12m.relative}} pp, stands below the mean of first cuts, {{first.12m.mean}} pp.",
      "thisCycle.12m.relative below first.12m.mean",
    ),
  ),
  ratecut("this cycle's rank", rank("This cycle ranks {{thisCycle.rank}} among {{cycles}} cycles.")),
  ratecut("no cause", caveat("Cuts came with other news, so this is no proof of cause."), PAST),
  ratecut(
    "what a first cut is",
    definition("A first cut is a cut that follows a rise of the target; all cuts are all of them."),
  ),
  ratecut(
    "what a window is",
    definition(
      "Each window starts at the month-end after the announcement; incomplete windows are left out.",
    ),
  ),
  ratecut(
    "without the crowded cycles",
    comparison(
      "Leaving out the cycles with many cuts, the mean after all cuts is {{all.12m.exTwoLongest}} pp, still below zero.",
      "all.12m.exTwoLongest below zero",
    ),
    FIRST_LAGGED,
  ),
  ratecut(
    "leaving one out",
    level(
      "Leaving out a cycle at a time, the mean after all cuts runs from {{all.12m.leaveOneOutLow}} to {{all.12m.leaveOneOutHigh}} percentage points.",
    ),
    FIRST_LAGGED,
  ),
  ratecut(
    "a sign test",
    level("A sign test over cycles gives a probability of {{first.12m.signTestP}} for first cuts."),
  ),
  ratecut(
    "no slot",
    comparison("After first cuts, small-caps lagged large-caps.", "first.12m.mean lagged zero"),
  ),
  ratecut(
    "a passive",
    comparison(
      "After first cuts, small-caps were beaten by large-caps, by {{first.12m.mean}} pp.",
      "first.12m.mean lagged zero",
    ),
  ),
  ratecut(
    "the spread by its name",
    comparison(
      "Small minus large was below zero after first cuts, at {{first.12m.mean}} pp.",
      "first.12m.mean below zero",
    ),
  ),
  ratecut(
    "a whole summary",
    comparison(
      "Small-caps have lagged large-caps after all cuts, by {{all.12m.mean}} percentage points over the year on average.",
      "all.12m.mean lagged zero",
    ),
    comparison("After first cuts the shortfall is {{first.12m.mean}} points.", "first.12m.mean lagged zero"),
    comparison(
      "Over the year from any month they lagged by {{base.12m.mean}} points.",
      "base.12m.mean lagged zero",
    ),
    caveat(
      "The range after all cuts runs from {{all.12m.ciLow}} to {{all.12m.ciHigh}} points and includes zero.",
    ),
    caveat("The cuts are {{all.12m.cycles}} episodes, too few to conclude."),
    PAST,
  ),
];

const RETURNS: readonly Case[] = [
  performance("a rise", change("Small-caps rose by {{12m.small}} over the year.", "12m.small rose zero")),
  performance("a fall", change("Small-caps fell by {{1m.small}} over the month.", "1m.small fell zero")),
  performance(
    "two falls",
    change(
      "Over the month small-caps fell by {{1m.small}} and large-caps by {{1m.large}}.",
      "1m.small fell zero",
    ),
  ),
  performance(
    "returns side by side",
    change("Over the year small-caps returned {{12m.small}} and large-caps {{12m.large}}."),
  ),
  performance(
    "lagged",
    comparison(
      "Small-caps lagged large-caps by {{12m.relative}} percentage points over the year.",
      "12m.relative lagged zero",
    ),
  ),
  performance(
    "led",
    comparison(
      "Over the quarter, small-caps led large-caps by {{3m.relative}} percentage points.",
      "3m.relative beat zero",
    ),
  ),
  performance(
    "year and quarter",
    comparison(
      "Small-caps lagged by {{12m.relative}} pp over the year but led by {{3m.relative}} pp over the quarter.",
      "12m.relative lagged zero",
    ),
  ),
  performance(
    "beat by sides",
    comparison(
      "Small-caps beat large-caps over the month, {{1m.small}} against {{1m.large}}.",
      "1m.small beat 1m.large",
    ),
  ),
  performance(
    "large-caps ahead",
    comparison(
      "Large-caps returned {{12m.large}} over the year, ahead of small-caps at {{12m.small}}.",
      "12m.large beat 12m.small",
    ),
  ),
  performance(
    "the year to date",
    comparison(
      "In the year to date small-caps trail by {{ytd.relative}} percentage points.",
      "ytd.relative lagged zero",
    ),
  ),
  performance(
    "the month to date",
    comparison(
      "In the month to date small-caps were ahead, at {{mtd.small}} against {{mtd.large}} for large-caps.",
      "mtd.small beat mtd.large",
    ),
  ),
  performance(
    "the day",
    comparison(
      "Over the day small-caps were ahead by {{1d.relative}} pp in price terms.",
      "1d.relative beat zero",
    ),
  ),
  performance(
    "the week",
    comparison(
      "Over the week small-caps were ahead by {{5d.relative}} percentage points.",
      "5d.relative beat zero",
    ),
  ),
  performance(
    "volatility",
    comparison(
      "Volatility is higher for small-caps, at {{volatility252d.small}}, than for large-caps, at {{volatility252d.large}}.",
      "volatility252d.small above volatility252d.large",
    ),
  ),
  performance(
    "beta and correlation",
    level("The beta of small-caps on large-caps is {{beta252d}} and the correlation {{correlation252d}}."),
  ),
  performance(
    "drawdown",
    level(
      "Small-caps are below their high by {{drawdown.small.current}}.",
      "drawdown.small.current below zero",
    ),
  ),
  performance(
    "two drawdowns",
    comparison(
      "Small-caps stand further below their high, by {{drawdown.small.current}}, than large-caps, by {{drawdown.large.current}}.",
      "drawdown.small.current below drawdown.large.current",
    ),
  ),
  performance(
    "the deepest drawdown",
    level("The deepest drawdown of small-caps was {{drawdown.small.deepest}}."),
  ),
  performance(
    "best month",
    rank("The best relative month ranks {{bestMonth12m.relativeRank}} in the whole history."),
  ),
  performance(
    "best small month",
    rank("The best small month, at {{bestMonth12m.small}}, ranks {{bestMonth12m.smallRank}} in the data."),
  ),
  performance(
    "discrete years",
    change(
      "In the latest discrete year small-caps returned {{discrete12m.1.small}}; in the year before, {{discrete12m.2.small}}.",
    ),
  ),
  performance(
    "discrete years, relative",
    comparison(
      "Small-caps lagged by {{discrete12m.1.relative}} pp in the latest discrete year and led by {{discrete12m.2.relative}} pp in the year before.",
      "discrete12m.1.relative lagged zero",
    ),
  ),
  performance(
    "what relative means",
    definition(
      "Relative return is the total return of small-caps minus that of large-caps, before an investor's own costs.",
    ),
  ),
  performance("a caveat", PAST, caveat("A day is noise, and so is a week.")),
  performance(
    "total return",
    change("In total return, small-caps gained {{12m.small}} over the year.", "12m.small rose zero"),
  ),
  performance(
    "a whole summary",
    comparison(
      "Small-caps lagged large-caps over the year, by {{12m.relative}} percentage points.",
      "12m.relative lagged zero",
    ),
    comparison("Over the quarter they were ahead, by {{3m.relative}} points.", "3m.relative beat zero"),
    change(
      "In the year to date they rose by {{ytd.small}}, and large-caps by {{ytd.large}}.",
      "ytd.small rose zero",
    ),
    comparison(
      "They also moved more: volatility was {{volatility252d.small}}, against {{volatility252d.large}} for large-caps.",
      "volatility252d.small above volatility252d.large",
    ),
    PAST,
  ),
];

const FURTHER: readonly Case[] = [
  ratecut(
    "one sentence against the base rate",
    comparison(
      "After first cuts the mean falls short of the base rate: {{first.12m.mean}} against {{base.12m.mean}} percentage points.",
      "first.12m.mean below base.12m.mean",
    ),
  ),
  ratecut(
    "few first cuts",
    caveat("With only {{first.12m.n}} first cuts, the sample is too small to conclude."),
  ),
  ratecut("the past alone", caveat("The figures describe the past and say nothing about what comes next.")),
  valuation(
    "a discount by its name",
    caveat(
      "The discount depends on leaving out loss-makers, which are {{small.lossShareCount}} of small-caps.",
    ),
  ),
  valuation(
    "the discount's percentile",
    rank("That discount without loss-makers is at the {{percentile20y.aggExLoss}} of its range."),
  ),
  valuation(
    "what the multiple is",
    definition("Price to earnings is price over the earnings that analysts expect."),
  ),
  valuation("what is expected", caveat("Forward earnings are analysts' estimates and are often revised.")),
  performance(
    "below the peak",
    level(
      "Small-caps remain below their peak by {{drawdown.small.current}}.",
      "drawdown.small.current below zero",
    ),
  ),
  performance(
    "what returns hold",
    definition("Returns include dividends and exclude an investor's own costs and taxes."),
  ),
];

const HYPOTHETICAL: readonly Case[] = [
  good(
    "whatif",
    "an assumption",
    comparison(
      "On the hypothetical earnings, small-caps without loss-makers trade below large-caps by {{whatIf.aggExLoss.discount}}.",
      "whatIf.aggExLoss.discount below zero",
    ),
    LOSSES,
  ),
  good(
    "whatif",
    "a hypothetical multiple",
    level("The hypothetical P/E of small-caps without loss-makers is {{whatIf.aggExLoss.pe}}."),
  ),
];

const REAL: readonly Case[] = [
  good(
    "ratecut",
    "real: the article's claim with its counter",
    comparison(
      "After all cuts small-caps led large-caps by {{all.12m.mean}} percentage points over the year, on average.",
      "all.12m.mean beat zero",
    ),
    comparison(
      "After first cuts they lagged by {{first.12m.mean}} percentage points.",
      "first.12m.mean lagged zero",
    ),
    caveat("Which cuts are counted decides the sign."),
  ),
  good(
    "ratecut",
    "real: little changed from any month",
    level(
      "Over a month from any month, the mean is little changed, at {{base.1m.mean}} pp.",
      "base.1m.mean littleChanged zero",
    ),
  ),
  good(
    "performance",
    "real: the year",
    comparison(
      "Small-caps beat large-caps over the year, by {{12m.relative}} percentage points.",
      "12m.relative beat zero",
    ),
    comparison("Over the month they lagged by {{1m.relative}} percentage points.", "1m.relative lagged zero"),
  ),
  good(
    "performance",
    "real: large-caps flat",
    change(
      "Over the month small-caps fell by {{1m.small}} while large-caps were flat, at {{1m.large}}.",
      "1m.small fell zero",
    ),
  ),
].map(onRealData);

/** By others than the gate's author, or before its rules were read; what the gate refuses of them has its reasons beside it. */
const UNSEEN: readonly Case[] = [
  ...GOOD_A,
  ...GOOD_B,
  ...GOOD_C,
  ...GOOD_D,
  ...GOOD_E,
  ...GOOD_F,
  ...GOOD_G,
  ...GOOD_H,
  ...GOOD_I,
  ...GOOD_J,
  ...GOOD_K,
  ...GOOD_L,
  ...GOOD_M,
  ...GOOD_N,
  ...GOOD_O,
  ...GOOD_P,
  ...GOOD_Q,
  ...GOOD_R,
];

/** By hand, beside the rules. */
export const WRITTEN: readonly Case[] = [
  ...VALUATIONS,
  ...RATE_CUTS,
  ...RETURNS,
  ...FURTHER,
  ...HYPOTHETICAL,
  ...REAL,
];

export const GOOD: readonly Case[] = [...WRITTEN, ...UNSEEN.filter(({ reasons }) => reasons.length === 0)];

/** Good drafts that the gate refuses all the same: what it costs. */
export const LOST: readonly Case[] = UNSEEN.filter(({ reasons }) => reasons.length > 0);
