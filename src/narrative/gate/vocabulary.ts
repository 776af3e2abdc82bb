/**
 * Words of limits, definitions, data and method: they evaluate nothing, direct nobody, foretell nothing, and name no
 * cause, date, place or company. Sorted; a word belongs here only if every sentence made of its like is harmless.
 */
const WORDS = new Set(
  `hit hits smallest largest a abandon abandoned about absent absolute academic academics accompanied accompanies accompany according
account accounting accounts accuracy accurate acquirer acquirers acquisition acquisitions across actual
actually ad add added additional additionally adds adjacent adjust adjusted adjusts after after-tax
afterwards again against agenda aggregate aggregate-level aggregated aggregation alike all allow allowed
allows almost alone along alongside already also alter alternative alternatives alters although amid among
amongst amortisation amount an analyst analyst's analyst-less analysts analysts' and announced announcement
announcements annual annualise annualised annually another answer answered answers ante any anybody anyone
anything anyway apart appear applicable applied applies apply appropriate-for-none approximate approximately
approximation archive are area arise arithmetic around array artefact artefacts article artifact artifacts
as aside ask aspect aspects assemble assess assign associate associated association assume assumed assumes
assumption assumptions assurance asymptotic asynchronous at attach attempt attempted attention attribute
autocorrelated autocorrelation automatic automatically availability available average averaged averages
averaging await aware away back backdrop backward balance balanced bar base based baseline basis batch be
bear bears been before beforehand began begin beginning beginnings begins begun behave behaviour behind
being belong belongs below-the-line benchmark beside beta between beyond bias biased biases bid bidder
bidders bids bin blank block board body book-keeping bootstrap bootstrapped borne borrow borrowing
borrowings borrows both bound boundaries boundary bracket break brief briefing bring broad broadly broker
brokers bucket build built bundle business business-cycle but by by-product bygone calculate calculated
calculation calculations calendar calendar-year call called calls came can cannot cap cap-weighted
capital-weighted caps caps' capture captures card care case cases cash catalogue categories categorise
category causal causation cause causes caution cautious central centre certain chain chance change changed
changes changing chapter character characteristic charge charges chart check choice choices choose chooses
choosing chosen chronological circular circumstance circumstances cite clarify class classes classification
classified classify clause clear-cut close closely closes closing cluster clustered clusters co-movement
code coefficient coherent coincide coincided coincidence coincides collect collection column combination
combine come comes comment committee common commonly comovement companies companies' company company-level
comparability comparable comparably compare compared compares comparing comparison comparisons compile
complement complementarity complementary complements complete completely completeness completion complicate
complicated component composite composition compound compounded comprehensive comprise comprised comprises
computation compute computed computes concentrate concentration concept conceptual concern concerned
concerns concise conclude conclusion conclusions condense condition conditional conditions confidence
confine conform confuse connect connection consecutive consensus consequence consider consideration consist
consisted consistent consistent-basis consists constant constituent constrain constraint construct
construction consult contain contained contains contemporaneous content context contraction contractions
contradict contradiction contradictory contradicts contrast control convention conventional conventionally
conventions conversion convert coordinate copy core corner corporate correct correction correlate correlated
correlates correlation correspond corresponding cost costs could count counted counter counterfactual
counterpart counting countless countries country counts coupon coupons course covenant covenants cover
coverage covered covering covers cross-listed crude cumulative currencies currency current currently
customarily customary cut cut-off cutoff cuts cycle cycle-level cycles cyclical daily daily-data data
database dataset date dated dates dating day days deal dear debt debt-free debts decide decided decides
decile decision decisions decompose decomposition default defect defensible define defined defined-by
defines defining definition definitions degree degrees delay delayed delays delete deleted deletion
deliberate deliberately delimit delineate denominator denominator-based denote density departure depend
dependent depending depends depreciation derivation derive describe described describes descriptive
descriptively design designate designed desk detail detailed details detect determine develop deviate
deviation deviations diagram did differ difference differences different differently differs dimension
direct direction directions directly disagree disagreement discard discarded disclose disclosure disclosures
discount discrepancy discrete discrete-year discuss dispersed dispersion disregard dissimilar distance
distant distinct distinction distinctions distinguish distinguished distinguishes distort distorted distorts
distribute distribution diverge divergence divide divided dividend dividend-adjusted dividends divides do
document documentation does domain domestic dominate dominated dominates double-count double-counted doubt
doubtful down downturn draft draw drawdown drawdowns drawn draws drop dropped duplicate duration during each
each-way earlier early earning earnings easily-missed ebit economic economist economists economy editor
effect effects either elapsed element elements eligibility eligible elsewhere embed emphasise empirical
empirically employ employment empty encompass end ended ending endings endpoint endpoint-sensitive ends
enlarge enough ensemble ensure enter entered enters entire entirely entities entity entries entry
entry-level environment environments episode episode-level episodes equal equally equally-weighted equate
equation equities equity equivalent era eras error error-prone errors essence essential estimate estimated
estimates estimation estimator even even-handed event event-based events every everything everywhere
evidence ex-ante ex-post exact exactly examine example except exception exchange exchange-listed exchanges
exclude exclude-out excluded excludes excluding exclusion exclusions exclusive exclusively execute exhibit
exist existence existing expansion expansions expect expectation expectations expected expects expense
expenses experience explanation explanations explicit explicitly explore exponent expose express expression
extend extends external extract extrapolate extrapolated extreme extremes face fact factor factors facts
familiar far feature features fed fed's fee feed fees few few-and-far fewer field figure figures filing
filings fill filter filters final finally find finding findings fine-grained finite fire fired fires firm
firms first first-cut fiscal fixed fixed-rate flag flavour flip flips float floating floating-rate floats
fluctuate fluctuation focus focuses follow followed following follows footing footnote for forecaster
foregoing foreign form format former formerly formula forth forward foundation frame framework free-float
freedom frequency frequent frequently fresh from front full fully function fund fund-level further
furthermore future gap gaps gather gauge gauges general generalise generalize generally generate geography
geometric geometric-mean give given gives giving glance global glossary govern gradual gradually grain
granular graph greater grid gross ground group groups guide guideline habit habitual had hand handle happen
happen-stance happened happens hardly harmonic harmonise has have headline headquarters hedge hedged hedges
held hence here hereafter hereby heterogeneity heterogeneous heteroskedastic hide hides hierarchy high
high-frequency highlight highlights highs hindsight historical history hoc hold holding holding-period holds
holiday holidays homogeneous horizon horizons hour household households how however human hypotheses
hypothesis hypothesis-test hypothetical hypothetically idea identical identification identify if ignore
ignored ignores ignoring illustrate illustration illustrative immediate immediately impairment imperfect
imperfectly implementation implicit implicitly imprecise imprecision impute imputed in inaccurate
inaccurately include included includes including inclusion incoherent income incomplete incompletely
inconclusive inconsistent inconsistently incorporate incorporated incorporation indeed indefinite
independent index indicative indicator indicators indices indirect indirectly individual individually
inexact infer inference inferred inflate inform information informative initial initially input inputs
insensitive inside inspect instance instances instant instead institution institutional instrument
instruments insufficient insufficiently integrate intend intended intention interact interaction interest
interest-bearing intermediate internal internally interpolate interpolation interpret interpretation
interpretations interpreted interpreting interrupt intersect intersection interval interval-based intervals
into introduce introduces invalid inverse inversely inverted investable investigate investor investor's
investors' involve irregular irregularly irrespective is isolate isolated isolation issuance issue issuer
issuers it item iterate its itself jobless join joint jointly judge judged judgement just justify keep
keep-out keeps kept key keys kind kinds known kurtosis label labelled labels language lapse lapses large
large-cap large-caps largely larger last last-known late lately later latest latter layer layout league
least leave leave-one-out leaves leaving left lender lenders length lengthen lengths lengthy lens less
lesser-known lest letter level levels liability like likewise limit limitation limitations limited limits
line lineage linear link linked list listed listing listings lists literal literally literature little load
loan loans local locate location log logarithm logarithmic logic logical long long-term longer longer-term
longest-horizon look look-ahead look-back lookback looked looking looks loose loosely loss loss-maker
loss-makers loss-making losses lower lowered lowers luck lump made made-up magnitude magnitude-wise
magnitudes main mainly maintain make makes making manage management manner manual many map margin margins
mark marked marker market market-value marks mask masks mathematical mathematics matrix matter matters
maturities maturity may mean meaning meanings means meant meanwhile measurable measure measured measurement
measures measuring mechanical mechanically median median-based meeting meeting-date meetings member member's
members members' membership mention mentioned mentions merely merge merged merger mergers method
method-specific methodology methodology-driven methods metric metrics micro-cap micro-caps mid-point middle
might mind minor minus mislead misleading misleadingly mismatch misread miss misses missing mistake mix
mixed mixture modal mode model models modify module moment moments monetary month month-by-month month-end
month-ends monthly monthly-data months more move move-together moved moves moving much multi-year multiple
multiples multiplied multiply must mutual mutually name named namely names narrate narrow narrowly natural
natural-log naturally nature near-term nearby nearest necessarily necessary need needed needless needs
negative neighboring neighbouring neither neither-nor nest nested net net-of neutral neutrality nevertheless
news newspaper newspapers next no nobody noise noise-like noisy nominal nominally non-overlapping none
nonetheless nonparametric nor normal-distribution normality not notation note noted notes nothing notice
notional notwithstanding now nowhere nuance nuances null number numbers numerator numeric numerical
numerically numerous object objects obscure obscures observation observations observe observed observes
obtain occasion occasional occasionally occasions occur occurred occurrence occurrences occurs of off offset
offsets often omission omissions omit omits omitted on one one-sided ones oneself only onto open operate
operating operation operational oppose opposed opposite or order ordering orderings ordinal ordinary
organise orientation origin original originally other others otherwise ourselves out outcome outcomes
outlier outliers outline output outputs outside over overall overlap overlapped overlapping overlaps overlay
overstate overstates overview own p-value p/e page pair paired pairing pairs panel paper papers paragraph
parallel parameter parameters parametric parcel parenthesis part partial particular particularly partition
partly parts pass past past-year path paths pattern patterns pause payrolls peak peaks pending per
per-company percentage percentile percentiles performance perhaps perimeter period periods phase phased
phases phenomenon phrase pick picked picture place placed placement places plain plot plus point points
policy pool pooled pools population populations portion positioned-in positive possibilities possibility
possible possibly post post-date postpone postponed practical practice practices pre-tax precede preceded
precedes preceding precise precisely precision preliminary premise premium preparation prepare present
presentation presented presents preserve presumably prevent previous price priced prices principal principle
principles prior prior-year private pro-rata probabilities probability problem procedure procedures proceed
process processes produce produced produces profile profit profitable profits program proof proper properly
proportion proportional proportionate proportionately proposition prose prove proves provide provided
provider providers provides provision provisional proviso provisos proxies proxy public publish published
publishes pure purely purpose purposes put puts qualification qualifications qualified qualifier qualifies
qualify qualitative quantified quantify quantitative quantities quantity quarter quarter-by-quarter
quarter-end quarters query question questions quotation quote quoted quotes quotient raise raised raises
random randomly range ranges rank rank-based rank-order ranks rare rarely rata rate rates rather ratio raw
re-stated reach reached read reader readers readily reading reading-level readings reads realise realised
reason reasons rebase rebased receipt receive recent recently recession recession-dated recessions recognise
recognised recompute recomputed reconcile reconstitution recount recoveries recovery recur recurring recurs
redefine redo reduce reduced reduction refer reference references referred refers refinance refinanced
refine refinement reflect reflects regardless regime regimes region regional register regression regroup
regular regularly reinclude reinstated relate related relates relation relationship relative release
released releases reliability reliable relied relies rely remain remainder remains remember removal remove
removed removes repeat repeated repeatedly repeats repetition replace replaced replacement replica replicate
replicated replication report reported reports represent representation representative representativeness
represents require required requirement requirements requires resample resampled resampling reschedule
rescheduled research researcher researchers resemble residual resolution resolve respect respective
respectively rest restate restated restates restrict restricted restriction restrictions restricts
restructure rests result resulting results resume retain retained retains retrieve retrospective
retrospectively return return-based returned returns revenue revenues reversal reverse reversed reverses
review reviewed reviews revise revised revises revision revision-based revisions revisit reweight rise rises
rolling root roots rough roughly round rounded rounding rounds row rows rule rule-based rules rumour run
runs said same sample sample-based sampled samples sampling say says scale scales scan scant scantily scarce
scatter scattered scenario scenarios schedule scheduled schedules scheme science scientific scope score
scored scores screen screened script se season seasonal seasonality seasonally seasons section sections see
seen sees segment segments seldom select selected selecting selection selections semantic sense senses
sensitive sensitivity separate separated separately separates sequence sequences sequential serial serially
series serve served serves session sessions set set-aside sets setting settings setup several several-fold
shape shapes share shareholder shareholders shareholding shares shift shifted shifts short short-lived
short-term shorten shorter shorter-horizon should show shown shows side side-by-side side-effect sides
sides' sign sign-flip sign-test significance signs silent silently similar similarity similarly simple
simplification simplified simplify simply simultaneous simultaneously since single single-company situate
situation situations size size-weighted sized sizes skew skewed skewness skews skill slice slices slowdown
slowdowns small small-cap small-caps smaller smooth smoothed smoothing snapshot snapshots so so-called sole
solely solve some somebody something sometimes somewhat somewhere sort sorted sorts source sourced sources
sourcing space span spanned spanning spans sparse specific specifically specification specifications
specified specifies specify speech split splits sporadic spot spread spreads spurious square squared staff
stage stages stale stamp stand standard standard-deviation standard-error standardise standardised standards
standing standpoint stands start started starting starting-point starts state stated statement statements
states statistic statistical statistics step steps still stock stocks stood store stored stories story
strategist stratify stretch stretches strict strictly structural structure structured structures studied
studies study sub-period sub-periods sub-sample subdivide subgroup subgroups subject subjects subsequent
subsequently subset subsets substitute substituted substitutes subtle subtract subtracted subtraction
successive such such-like suffice suffices sum summaries summarise summarised summarises summary summed sums
superset supplement supplementary surface surround surrounded surrounding survey surveyed surveys survivor
survivors survivorship swap swapped swaps swaps-adjusted swings switch switches symmetric symmetrical
symmetry synchronous synthetic t-statistic table tabular tabulate tabulated tail tail-risk tails take taken
takeover takeovers takes taking target target-company task tax taxes technical technically technique
techniques tell tells temporal temporarily temporary tension tentative tentatively term terms test tested
tests text textbook than that the their them themselves then theoretical theory there thereafter therefore
therein thereof these they thin thinly this those threshold threshold-level thresholds through throughout
thus tie ties time timely times timescale timetable timing title to together told tolerance too tool tools
topic topics total totals toward towards trace traced traces tracked tracking trading trailing transaction
transactions transform transformation transition transitions translate translated translation transparent
transparently treat treated treating treatment treatments treats trigger-level trim trimmed trimmed-mean
trough trough-dated troughs truncate truncated truncation turn turning turns type types typical typically
typify unable unadjusted unaffected unaltered unavailable unaware unbiased uncertain uncertainty unchanged
unclear uncommon uncommonly uncovered under under-represent underlie underlies underlying understand
understandable understate understates understood undertake undisclosed unemployment unequal unequally uneven
unevenly unfiltered unfired uniform uniformly unique uniquely unit units universe universes unknown unlike
unlisted unmeasured unnecessary unobserved unofficial unprofitable unrelated unrepresentative unresolved
unrounded unscheduled unsettled unspecified unstated untested until unusual unweighted up update updated
updates upon usable usage use used user users uses using usual utilise vague vagueness valid validity
valuation valuation-date valuations value values variability variable variables variance variance-weighted
variant variants variation variations varied varies vary varying vendor vendors verification verified verify
versa version version-specific versions versus very vice view viewed views vintage vintages visible
volatility volume warn warned warning warnings warrant warrants was way ways week weekend weekends weekly
weeks weight weighted weighted-average weighted-sum weighting weighting-scheme weights well-defined
well-known were what whatever when where whereas whereby wherever whether which whichever while who whoever
whole wholly whom whose why wide widely widespread window window-specific windows winsorise winsorised with
withdraw withdrawn withheld within within-cycle without word word-for-word words world would write writes
written wrong year year-by-year year-end year-ends year-to-date years yet yield yield-based yields
zero-based`.split(/\s+/),
);

/** Forms of known words that say more than the words do. */
const NOT_NEUTRAL = new Set(
  "valuation-gap richest closed opened paid fair fairly valued richly sounder nicely needed-now bettered leading leader leaders leads winning winner winners moving-on kindly happily dearly dearer surely".split(
    " ",
  ),
);

/** What a word may be a form of: "revisions", "smoothed", "dropping", "copies", "statistically". */
function* lemmas(word: string): Generator<string> {
  for (const [ending, instead] of ENDINGS) {
    if (word.length <= ending.length + 2 || !word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    for (const each of instead) yield stem + each;
    if (/(?:ed|ing)$/.test(ending) && /([bdglmnprt])\1$/.test(stem)) yield stem.slice(0, -1);
  }
}
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["ically", ["ic", "ical"]],
  ["ily", ["y"]],
  ["ly", ["", "le"]],
  ["ally", ["al"]],
  ["ation", ["ate", "e", ""]],
  ["ations", ["ate", "e", ""]],
  ["ion", ["", "e"]],
  ["ions", ["", "e"]],
  ["ment", [""]],
  ["ity", ["", "e"]],
];

const judged = new Map<string, boolean>();
const MOST_KEPT = 5_000;

/** Whether a word, lower case and without accents, is neutral. Kept, since drafts repeat themselves. */
export function isNeutral(word: string): boolean {
  const before = judged.get(word);
  if (before !== undefined) return before;
  const neutral =
    !NOT_NEUTRAL.has(word) &&
    (WORDS.has(word) || [...lemmas(word)].some((each) => WORDS.has(each)) || compound(word));
  if (judged.size >= MOST_KEPT) judged.clear();
  judged.set(word, neutral);
  return neutral;
}

/** "Month-end-based": every part is neutral. */
function compound(word: string): boolean {
  const parts = word.split(/[-/]/);
  return parts.length > 1 && parts.every((part) => part.length > 1 && isNeutral(part));
}
