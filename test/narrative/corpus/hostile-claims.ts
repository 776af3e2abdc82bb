import {
  type Case,
  caveat,
  change,
  comparison,
  definition,
  hostile,
  level,
  malformed,
  rank,
} from "./corpus.ts";

/** Claims that the figures do not make: slots, units, subjects, periods, directions, ties, counter-figures. */

const LOSSES = level("Loss-makers are {{small.lossShareCount}} of small-caps by count.");
const FIRST = comparison(
  "After first cuts they lagged by {{first.12m.mean}} pp.",
  "first.12m.mean lagged zero",
);

const SCHEMA: readonly Case[] = [
  malformed("schema@- length@-", "no object", "small-caps are fine"),
  malformed("schema@- length@-", "null", null),
  malformed("schema@- length@-", "a list", []),
  malformed("length@-", "no sentences", { sentences: [] }),
  malformed("schema length", "a sentence that is none", { sentences: ["The gap is wide."] }),
  malformed("schema", "an unknown type of claim", {
    sentences: [
      {
        text: "The gap is wide.",
        figures: [],
        claimType: "opinion",
        subject: null,
        direction: null,
        comparator: null,
      },
    ],
  }),
  malformed("schema", "an unknown direction", {
    sentences: [
      {
        text: "The gap is wide.",
        figures: [],
        claimType: "caveat",
        subject: null,
        direction: "soared",
        comparator: null,
      },
    ],
  }),
  malformed("schema", "a field too many", {
    sentences: [
      {
        text: "The gap is wide.",
        figures: [],
        claimType: "caveat",
        subject: null,
        direction: null,
        comparator: null,
        note: "x",
      },
    ],
  }),
  malformed("schema", "a field too few", {
    sentences: [
      { text: "The gap is wide.", figures: [], claimType: "caveat", subject: null, direction: null },
    ],
  }),
  malformed("schema digits", "a broken schema hides nothing", {
    sentences: [{ text: "The gap is 14.", figures: [], claimType: "caveat", subject: null, direction: null }],
  }),
  hostile("valuation", "length", "an empty sentence", caveat("")),
  hostile("valuation", "length", "a sentence of signs", caveat("...")),
  hostile(
    "valuation",
    "length",
    "a sentence without end",
    caveat(`The gap is wide${", and it is wide".repeat(30)}.`),
  ),
  hostile(
    "valuation",
    "length@-",
    "too many sentences",
    ...Array.from({ length: 13 }, () => caveat("Estimates may change.")),
  ),
];

const SLOTS: readonly Case[] = [
  hostile(
    "valuation",
    "slot-form slot-agreement",
    "single braces",
    caveat("Small-caps trade on {small.aggExLoss.pe}.", "-", ["small.aggExLoss.pe"]),
  ),
  hostile(
    "valuation",
    "slot-form markup",
    "an option in a slot",
    caveat("Small-caps trade on {{valuation.small.aggExLoss.pe|abs}}.", "-", []),
  ),
  hostile(
    "valuation",
    "slot-form",
    "a space in a slot",
    caveat("Small-caps trade on {{ valuation.small.aggExLoss.pe }}.", "-", []),
  ),
  hostile("valuation", "slot-form", "three braces", level("Small-caps trade on {{{small.aggExLoss.pe}}}.")),
  hostile(
    "valuation",
    "slot-unknown",
    "an invented key",
    level("Small-caps trade on {{small.adjusted.pe}}."),
  ),
  hostile(
    "valuation",
    "slot-unknown",
    "a figure of another briefing",
    level("Small-caps trade on {{ratecut.all.12m.n}}."),
  ),
  hostile(
    "valuation",
    "slot-unknown",
    "an unknown comparator",
    comparison(
      "Small-caps trade on {{small.aggExLoss.pe}}, below their average.",
      "small.aggExLoss.pe below small.average.pe",
    ),
  ),
  hostile(
    "ratecut",
    "slot-absent",
    "an absent figure",
    level("In this cycle the relative return is {{thisCycle.24m.relative}} pp."),
  ),
  hostile(
    "ratecut",
    "slot-absent",
    "an absent subject",
    comparison("In this cycle small-caps are behind.", "thisCycle.24m.relative lagged zero"),
  ),
  hostile(
    "valuation",
    "slot-agreement",
    "declared and not used",
    level("Small-caps trade on {{small.aggExLoss.pe}}.", "-", ["small.aggExLoss.pe", "large.aggExLoss.pe"]),
  ),
  hostile(
    "valuation",
    "slot-agreement",
    "used and not declared",
    level("Small-caps trade on {{small.aggExLoss.pe}}.", "-", []),
  ),
  hostile(
    "valuation",
    "slot-agreement",
    "another one declared",
    level("Small-caps trade on {{small.aggExLoss.pe}}.", "-", ["large.aggExLoss.pe"]),
  ),
  hostile(
    "valuation",
    "slot-repeat",
    "twice in a sentence",
    level("Small-caps trade on {{small.aggExLoss.pe}}, that is {{small.aggExLoss.pe}}."),
  ),
  hostile(
    "whatif",
    "hypothetical",
    "an assumption in silence",
    level("The P/E of small-caps without loss-makers is {{whatIf.aggExLoss.pe}}."),
  ),
  hostile(
    "overdue",
    "slot-stale",
    "a withheld figure",
    change("Over the year small-caps returned {{12m.small}}."),
  ),
  hostile(
    "overdue",
    "slot-stale",
    "a withheld subject",
    comparison("Small-caps lagged large-caps.", "12m.relative lagged zero"),
  ),
  hostile(
    "undisplayed",
    "slot-licence",
    "a figure not for display",
    level("Without loss-makers small-caps trade on {{small.aggExLoss.pe}}."),
  ),
];

const UNITS: readonly Case[] = [
  hostile(
    "valuation",
    "unit",
    "times behind a multiple",
    level("Small-caps trade on {{small.aggExLoss.pe}} times earnings."),
  ),
  hostile(
    "valuation",
    "unit",
    "percent behind a multiple",
    level("Small-caps trade on {{small.aggExLoss.pe}} percent."),
  ),
  hostile(
    "valuation",
    "unit",
    "percent behind percent",
    level("Loss-makers are {{small.lossShareCount}} percent of small-caps."),
  ),
  hostile(
    "valuation",
    "unit",
    "points behind percent",
    comparison(
      "Without loss-makers small-caps trade below large-caps by {{discount.aggExLoss}} percentage points.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  hostile(
    "ratecut",
    "unit",
    "percent behind points",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} percent.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "unit",
    "a percent sign behind points",
    comparison("After first cuts small-caps lagged by {{first.12m.mean}}%.", "first.12m.mean lagged zero"),
  ),
  hostile(
    "ratecut",
    "unit",
    "basis points",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} basis points.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "unit",
    "times behind points",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} times.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile("ratecut", "unit", "years behind a count", caveat("There are {{cycles}} years of cycles.")),
  hostile("ratecut", "unit", "percent behind a count", caveat("There are {{cycles}} percent of cycles.")),
  hostile("valuation", "unit", "by a multiple", level("Small-caps stand out by {{small.aggExLoss.pe}}.")),
  hostile(
    "valuation",
    "unit",
    "percent behind a percentile",
    rank("The gap without loss-makers is at the {{percentile20y.aggExLoss}} percent mark."),
  ),
  hostile(
    "performance",
    "unit",
    "points behind a return",
    change("Over the year small-caps returned {{12m.small}} points."),
  ),
  hostile(
    "performance",
    "unit",
    "a rank that is none",
    rank("Beta ranks {{beta252d}} and the month {{bestMonth12m.relativeRank}}."),
  ),
  hostile(
    "valuation",
    "unit",
    "percent without a slot",
    caveat("Some percent of members have no estimates."),
  ),
];

const SUBJECTS: readonly Case[] = [
  hostile(
    "valuation",
    "subject",
    "the multiples changed over",
    level("Small-caps trade on {{large.aggExLoss.pe}} and large-caps on {{small.aggExLoss.pe}}."),
  ),
  hostile(
    "valuation",
    "subject",
    "large's multiple for small",
    level("Without loss-makers small-caps trade on {{large.aggExLoss.pe}}."),
  ),
  hostile(
    "valuation",
    "subject",
    "another variant",
    level("Without loss-makers small-caps trade on {{small.aggIncl.pe}}."),
  ),
  hostile(
    "valuation",
    "subject",
    "the median for the sum",
    level("At the median small-caps trade on {{small.aggExLoss.pe}}."),
  ),
  hostile(
    "valuation",
    "subject",
    "by value for by count",
    level("By count loss-makers are {{small.lossShareCap}} of small-caps."),
  ),
  hostile(
    "valuation",
    "subject",
    "a yield for a multiple",
    level("The P/E of small-caps is {{small.aggIncl.earningsYield}}."),
  ),
  hostile(
    "ratecut",
    "subject swap",
    "first cuts for all cuts",
    comparison(
      "After all cuts, small-caps lagged by {{first.12m.mean}} pp, and also after first cuts.".replace(
        ", and also after first cuts",
        "",
      ),
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "subject swap",
    "all cuts for first cuts",
    comparison("After first cuts, small-caps lagged by {{all.12m.mean}} pp.", "all.12m.mean lagged zero"),
    FIRST,
  ),
  hostile(
    "ratecut",
    "subject",
    "first cuts without their name",
    comparison("After cuts, small-caps lagged by {{first.12m.mean}} pp.", "first.12m.mean lagged zero"),
  ),
  hostile(
    "ratecut",
    "subject swap",
    "the base rate for cuts",
    comparison("After all cuts, small-caps lagged by {{base.12m.mean}} pp.", "base.12m.mean lagged zero"),
  ),
  hostile(
    "ratecut",
    "subject",
    "a mean called a median",
    comparison(
      "After first cuts the median was {{first.12m.mean}} pp, below zero.",
      "first.12m.mean below zero",
    ),
  ),
  hostile(
    "ratecut",
    "subject",
    "large minus small",
    comparison(
      "Large minus small was below zero after first cuts, at {{first.12m.mean}} pp.",
      "first.12m.mean below zero",
    ),
  ),
  hostile(
    "performance",
    "subject",
    "volatility for a return",
    level("The volatility of small-caps over the year is {{12m.small}}."),
  ),
  hostile(
    "performance",
    "subject",
    "beta for correlation",
    level("The beta of small-caps is {{correlation252d}}."),
  ),
  hostile(
    "performance",
    "subject",
    "large's fall for small's",
    change("Over the month small-caps fell by {{1m.large}}.", "1m.large fell zero"),
  ),
  hostile(
    "performance",
    "period",
    "a year for a quarter",
    comparison("Over the quarter, small-caps lagged by {{12m.relative}} pp.", "12m.relative lagged zero"),
  ),
  hostile(
    "performance",
    "period",
    "a month for the year",
    change("Over the month small-caps rose by {{12m.small}}.", "12m.small rose zero"),
  ),
  hostile(
    "performance",
    "period",
    "the year for the year to date",
    change("In the year to date small-caps rose by {{12m.small}}.", "12m.small rose zero"),
  ),
  hostile(
    "performance",
    "period",
    "a week for a day",
    comparison("Over the week small-caps were ahead by {{1d.relative}} pp.", "1d.relative beat zero"),
  ),
  hostile(
    "ratecut",
    "period",
    "a year for two",
    comparison(
      "Over the year after first cuts small-caps lagged by {{first.24m.mean}} pp.",
      "first.24m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "period number",
    "two years for one",
    comparison(
      "Over two years after first cuts small-caps lagged by {{first.12m.mean}} pp.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "period",
    "periods changed over",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} pp over a month.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "performance",
    "basis",
    "price for total return",
    change("In price return small-caps rose by {{12m.small}} over the year.", "12m.small rose zero"),
  ),
  hostile(
    "performance",
    "basis",
    "total for price return",
    change("In total return small-caps rose over the day by {{1d.small}}.", "1d.small rose zero"),
  ),
  hostile(
    "valuation",
    "basis",
    "trailing for forward",
    level("The trailing P/E of small-caps without loss-makers is {{small.aggExLoss.pe}}."),
  ),
];

const DIRECTIONS: readonly Case[] = [
  hostile(
    "performance",
    "direction",
    "led where it lagged",
    comparison("Small-caps led large-caps by {{12m.relative}} pp over the year.", "12m.relative beat zero"),
  ),
  hostile(
    "performance",
    "direction",
    "the text against its declaration",
    comparison("Small-caps led large-caps by {{12m.relative}} pp over the year.", "12m.relative lagged zero"),
  ),
  hostile(
    "performance",
    "direction",
    "the declaration against the figure",
    comparison(
      "Small-caps lagged large-caps by {{12m.relative}} pp over the year.",
      "12m.relative beat zero",
    ),
  ),
  hostile(
    "performance",
    "direction",
    "rose where it fell",
    change("Over the month small-caps rose by {{1m.small}}.", "1m.small rose zero"),
  ),
  hostile(
    "performance",
    "direction",
    "fell where it rose",
    change("Over the year small-caps fell by {{12m.small}}.", "12m.small fell zero"),
  ),
  hostile(
    "performance",
    "direction",
    "a comparative without a declaration",
    level("Small-caps lagged large-caps by {{12m.relative}} pp over the year."),
  ),
  hostile(
    "performance",
    "direction",
    "the second half of a sentence",
    comparison(
      "Small-caps lagged by {{12m.relative}} pp over the year and lagged by {{3m.relative}} pp over the quarter.",
      "12m.relative lagged zero",
    ),
  ),
  hostile(
    "valuation",
    "direction",
    "above where below",
    comparison(
      "Without loss-makers, small-caps trade above large-caps by {{discount.aggExLoss}}.",
      "discount.aggExLoss above zero",
    ),
    LOSSES,
  ),
  hostile(
    "valuation",
    "direction",
    "a premium where a discount",
    comparison(
      "Without loss-makers, small-caps trade at a premium of {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  hostile(
    "valuation",
    "direction",
    "a multiple above a higher",
    comparison(
      "Without loss-makers, small-caps trade on {{small.aggExLoss.pe}}, above the {{large.aggExLoss.pe}} of large-caps.",
      "small.aggExLoss.pe above large.aggExLoss.pe",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "first cuts above all cuts",
    comparison(
      "After first cuts the mean was {{first.12m.mean}} pp, above the {{all.12m.mean}} pp after all cuts.",
      "first.12m.mean above all.12m.mean",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "a tie called below",
    comparison(
      "From any month, the mean over a month was below zero at {{base.1m.mean}} pp.",
      "base.1m.mean below zero",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "a tie called ahead",
    comparison(
      "From any month, small-caps led over the quarter by {{base.3m.mean}} pp.",
      "base.3m.mean beat zero",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "little changed where it is not",
    level(
      "After first cuts the mean is little changed, at {{first.12m.mean}} pp.",
      "first.12m.mean littleChanged zero",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "flat in words alone",
    level(
      "From any month the mean over the year was flat, at {{base.12m.mean}} pp.",
      "base.12m.mean below zero",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "behind in a hit rate",
    level("Small-caps were behind in {{first.12m.hit}} of first cuts."),
  ),
  hostile(
    "ratecut",
    "direction",
    "no figure at all",
    caveat("x").claimType === "caveat" ? comparison("Small-caps lead.", "- beat zero") : LOSSES,
  ),
  hostile(
    "ratecut",
    "direction@1",
    "a sign that nothing decides",
    FIRST,
    caveat("Which cuts are counted decides the sign."),
  ),
  hostile(
    "ratecut",
    "direction",
    "a range that includes zero after all",
    caveat(
      "For first cuts the range over a month, {{first.1m.ciLow}} to {{first.1m.ciHigh}} pp, includes zero.",
    ),
  ),
  hostile(
    "ratecut",
    "direction",
    "a range that is clear of zero",
    caveat("For first cuts the range, {{first.12m.ciLow}} to {{first.12m.ciHigh}} pp, excludes zero."),
  ),
  hostile(
    "ratecut",
    "direction",
    "no clear edge where there is one",
    caveat("No clear edge over a month after first cuts: {{first.1m.ciLow}} to {{first.1m.ciHigh}} pp."),
  ),
  hostile(
    "performance",
    "swap",
    "large-caps led",
    comparison("Over the quarter large-caps led small-caps by {{3m.relative}} pp.", "3m.relative beat zero"),
  ),
  hostile(
    "performance",
    "swap",
    "small-caps were beaten",
    comparison(
      "Over the quarter large-caps were ahead of small-caps by {{3m.relative}} pp.",
      "3m.relative beat zero",
    ),
  ),
  hostile(
    "valuation",
    "swap",
    "large-caps trade below",
    comparison(
      "Without loss-makers, large-caps trade below small-caps by {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  hostile(
    "valuation",
    "swap",
    "a discount of large-caps",
    comparison(
      "Without loss-makers, the discount of large-caps to small-caps is {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  hostile(
    "performance",
    "swap",
    "the other way round by sides",
    comparison("Small-caps beat large-caps over the year.", "12m.large beat 12m.small"),
  ),
  hostile(
    "ratecut",
    "swap",
    "hit rates of large-caps",
    level("Large-caps were ahead in {{first.12m.hit}} of first cuts."),
  ),
  hostile(
    "ratecut",
    "subject swap",
    "first cuts for all, without a slot",
    comparison("After all cuts, small-caps lagged.", "first.12m.mean lagged zero"),
  ),
  hostile(
    "performance",
    "negation",
    "did not lag",
    comparison(
      "Small-caps did not lag large-caps over the year, at {{12m.relative}} pp.",
      "12m.relative lagged zero",
    ),
  ),
  hostile(
    "performance",
    "negation",
    "failed to lag",
    comparison("Small-caps failed to lag over the year, at {{12m.relative}} pp.", "12m.relative lagged zero"),
  ),
  hostile(
    "performance",
    "negation",
    "no longer",
    comparison(
      "Small-caps are no longer behind over the year, at {{12m.relative}} pp.",
      "12m.relative lagged zero",
    ),
  ),
  hostile(
    "performance",
    "negation",
    "hardly",
    comparison("Small-caps hardly lagged over the year, at {{12m.relative}} pp.", "12m.relative lagged zero"),
  ),
  hostile(
    "performance",
    "negation",
    "a contraction",
    comparison(
      "Small-caps haven't lagged over the year, at {{12m.relative}} pp.",
      "12m.relative lagged zero",
    ),
  ),
  hostile(
    "performance",
    "negation",
    "if",
    comparison(
      "If small-caps lagged, it was by {{12m.relative}} pp over the year.",
      "12m.relative lagged zero",
    ),
  ),
  hostile(
    "performance",
    "measure",
    "a relative return that rose",
    change("Over the quarter small-caps rose by {{3m.relative}} pp.", "3m.relative rose zero"),
  ),
  hostile(
    "performance",
    "measure",
    "a relative return as a return",
    level("Over the quarter small-caps returned {{3m.relative}} pp."),
  ),
  hostile(
    "valuation",
    "measure claim",
    "a level that rose",
    change(
      "The multiple of small-caps rose to {{small.aggExLoss.pe}}.",
      "small.aggExLoss.pe above large.aggExLoss.pe",
    ).claimType === "change"
      ? change(
          "The multiple of small-caps fell to {{small.aggExLoss.pe}} without loss-makers.",
          "small.aggExLoss.pe below large.aggExLoss.pe",
        )
      : LOSSES,
  ),
  hostile(
    "valuation",
    "measure",
    "a gap that narrowed",
    comparison(
      "Without loss-makers the gap narrowed to {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
    LOSSES,
  ),
  hostile(
    "valuation",
    "measure",
    "a multiple that lagged",
    comparison(
      "Without loss-makers the multiple of small-caps, {{small.aggExLoss.pe}}, lagged.",
      "small.aggExLoss.pe below large.aggExLoss.pe",
    ),
  ),
  hostile(
    "performance",
    "measure",
    "a level claim that rose",
    level("Over the year small-caps rose by {{12m.small}}.", "12m.small rose zero"),
  ),
  hostile(
    "ratecut",
    "measure",
    "a discount of returns",
    comparison(
      "After first cuts small-caps stood at a discount of {{first.12m.mean}} pp.",
      "first.12m.mean below zero",
    ),
  ),
  hostile(
    "valuation",
    "comparator",
    "a multiple below zero",
    comparison(
      "Without loss-makers the multiple of small-caps is lower, at {{small.aggExLoss.pe}}.",
      "small.aggExLoss.pe below zero",
    ),
  ),
  hostile(
    "valuation",
    "comparator",
    "below nothing",
    comparison(
      "Without loss-makers small-caps trade lower than large-caps, on {{small.aggExLoss.pe}}.",
      "small.aggExLoss.pe below -",
    ),
  ),
  hostile(
    "valuation",
    "comparator",
    "two variants",
    comparison(
      "Small-caps trade on {{small.aggExLoss.pe}} without loss-makers, below large-caps on {{large.aggIncl.pe}} with all companies.",
      "small.aggExLoss.pe below large.aggIncl.pe",
    ),
  ),
  hostile(
    "performance",
    "comparator",
    "two units",
    comparison(
      "Over the year small-caps returned {{12m.small}}, below expectations.",
      "12m.small below 12m.relative",
    ),
  ),
  hostile(
    "performance",
    "comparator",
    "two horizons and two sides",
    comparison("Small-caps trail large-caps.", "12m.small lagged 6m.large"),
  ),
];

const CLAIMS: readonly Case[] = [
  hostile("valuation", "claim", "a rank without one", rank("Small-caps trade on {{small.aggExLoss.pe}}.")),
  hostile(
    "valuation",
    "claim",
    "a change without one",
    change("Small-caps trade on {{small.aggExLoss.pe}}."),
  ),
  hostile(
    "performance",
    "claim",
    "a caveat with a direction",
    caveat("Small-caps lagged by {{12m.relative}} pp over the year.", "12m.relative lagged zero"),
  ),
  hostile(
    "performance",
    "claim direction",
    "a definition that says one",
    definition("Small-caps lagged by {{12m.relative}} pp over the year."),
  ),
  hostile(
    "valuation",
    "claim",
    "a comparison of one thing",
    comparison("Small-caps trade on {{small.aggExLoss.pe}}.".replace("{{small.aggExLoss.pe}}", "earnings")),
  ),
  hostile("valuation", "claim", "a level without a figure", level("Small-caps are what they are.")),
  hostile(
    "performance",
    "superlative",
    "the worst",
    level(
      "The worst fortnight of small-caps is unknown, the volatility {{volatility252d.small}}.".replace(
        "fortnight",
        "stretch",
      ),
    ),
  ),
  hostile(
    "performance",
    "superlative",
    "the strongest month",
    change("The strongest month brought small-caps {{bestMonth12m.small}}."),
  ),
  hostile(
    "performance",
    "superlative",
    "the highest",
    rank("At rank {{bestMonth12m.relativeRank}} the month is among the highest."),
  ),
  hostile(
    "ratecut",
    "counter-figure",
    "all cuts alone",
    comparison("After all cuts, small-caps lagged by {{all.12m.mean}} pp.", "all.12m.mean lagged zero"),
  ),
  hostile(
    "ratecut",
    "counter-figure",
    "all cuts with first cuts of another horizon",
    comparison("After all cuts, small-caps led by {{all.24m.mean}} pp.", "all.24m.mean beat zero"),
    FIRST,
  ),
  hostile(
    "ratecut",
    "counter-figure",
    "a hit rate alone",
    level("Small-caps were ahead in {{all.12m.hit}} of windows after all cuts."),
    FIRST,
  ),
  hostile(
    "ratecut",
    "counter-figure",
    "a median alone",
    level("The median after all cuts was {{all.12m.median}} pp."),
    FIRST,
  ),
  hostile(
    "ratecut",
    "counter-figure",
    "the subject alone",
    comparison("After all cuts, small-caps lagged.", "all.12m.mean lagged zero"),
  ),
  hostile(
    "valuation",
    "counter-figure",
    "a discount alone",
    comparison(
      "Without loss-makers, small-caps trade below large-caps by {{discount.aggExLoss}}.",
      "discount.aggExLoss below zero",
    ),
  ),
  hostile(
    "valuation",
    "counter-figure@1",
    "a premium alone",
    caveat("Estimates may change."),
    comparison(
      "With loss-makers, small-caps trade above large-caps by {{discount.aggIncl}}.",
      "discount.aggIncl above zero",
    ),
  ),
];

const BEYOND: readonly Case[] = [
  hostile(
    "ratecut",
    "scope",
    "another asset",
    comparison(
      "After first cuts small-caps lagged bonds by {{first.12m.mean}} pp.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "scope",
    "another segment",
    comparison(
      "After first cuts mid-caps lagged large-caps by {{first.12m.mean}} pp.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "scope",
    "after costs",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} pp after costs.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "scope",
    "risk-adjusted",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} pp on a risk-adjusted basis.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "valuation",
    "scope",
    "book value",
    level("Small-caps trade on {{small.aggExLoss.pe}} book value."),
  ),
  hostile(
    "valuation",
    "scope",
    "a dividend yield",
    level("The dividend yield of small-caps is {{small.aggIncl.earningsYield}}."),
  ),
  hostile(
    "valuation",
    "scope subject",
    "a growth rate",
    level("Earnings growth of small-caps is {{discount.aggExLoss}}."),
    LOSSES,
  ),
  hostile(
    "valuation",
    "subject",
    "profit-makers",
    level("Profit-makers are {{small.lossShareCount}} of small-caps."),
  ),
  hostile(
    "performance",
    "subject",
    "risk without its name",
    level("The risk of small-caps is {{beta252d}}."),
  ),
  hostile(
    "performance",
    "subject",
    "a relative return of large-caps",
    level("Over the year, the relative return of large-caps was {{12m.relative}} points."),
  ),
  hostile(
    "ratecut",
    "subject swap",
    "after rises",
    comparison("After rate hikes, small-caps lagged by {{all.12m.mean}} pp.", "all.12m.mean lagged zero"),
    FIRST,
  ),
  hostile(
    "ratecut",
    "swap",
    "as well",
    comparison(
      "After all cuts, small-caps lagged by {{all.12m.mean}} pp, and after scheduled cuts as well.",
      "all.12m.mean lagged zero",
    ),
    FIRST,
  ),
  hostile(
    "performance",
    "direction",
    "the laggard",
    comparison(
      "Over the quarter, the laggard was small-caps, by {{3m.relative}} points.",
      "3m.relative beat zero",
    ),
  ),
  hostile(
    "performance",
    "swap",
    "in favour of",
    comparison(
      "Over the quarter, the balance in favour of large-caps was {{3m.relative}} points.",
      "3m.relative beat zero",
    ),
  ),
  hostile(
    "performance",
    "direction",
    "a comparative of no list",
    comparison(
      "Over the quarter small-caps were shinier than large-caps, by {{3m.relative}} pp.",
      "3m.relative beat zero",
    ),
  ),
  hostile(
    "ratecut",
    "unit",
    "a letter that sticks",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}}k points.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "unit",
    "minus before a slot",
    comparison(
      "After first cuts small-caps lagged by minus {{first.12m.mean}} points.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "unit",
    "companies behind points",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} companies.",
      "first.12m.mean lagged zero",
    ),
  ),
  hostile(
    "ratecut",
    "period",
    "a year's number called monthly",
    comparison(
      "After first cuts small-caps lagged by {{first.12m.mean}} pp a month.",
      "first.12m.mean lagged zero",
    ),
  ),
];

export const HOSTILE_CLAIMS: readonly Case[] = [
  ...SCHEMA,
  ...SLOTS,
  ...UNITS,
  ...SUBJECTS,
  ...DIRECTIONS,
  ...CLAIMS,
  ...BEYOND,
];
