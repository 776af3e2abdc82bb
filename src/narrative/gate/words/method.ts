/**
 * Words of limits, definitions, data and method: they evaluate nothing, direct nobody, foretell nothing, and name no
 * cause, date, place or company. Sorted; a word belongs here only if every sentence made of its like is harmless.
 */
export const METHOD_WORDS = `a abandon abandoned about absent absolute academic academics accompanied accompanies accompany according
account accounting accounts accuracy accurate acknowledge acquire acquisition acquisitions across activity
actual actually ad add added additional additionally address adds adjacent adjust adjusted adjusts afford
after after-tax afterwards again against age aged agencies agency agenda ages aggregate aggregate-level
aggregated aggregation agree agreed agrees aim aims alike all allow allowed allows almost alone along
alongside already also alter alternative alternatives alters although amend amended amends amid among amongst
amortisation amount an analyst analyst's analyst-less analysts analysts' and announced announcement
announcements annual annualise annualised annually another answer answerable answered answers ante any anybody
anyone anything anyway apart appear applicable applied applies apply approximate approximately approximation
arbitrarily arbitrariness arbitrary archive are area arise arithmetic around array arrive arrived arrives
artefact artefacts article artifact artifacts as ascertain aside ask aspect aspects assemble assess assign
assigned associate associated association assume assumed assumes assumption assumptions assurance asymptotic
asynchronous at attach attain attempt attempted attention attribute audit audited author autocorrelated
autocorrelation automatic automatically availability available average average-sized averaged averages
averaging await aware away back backdrop backward balance balanced bar base based baseline basis batch be bear
bears been before beforehand began begin beginning beginnings begins begun behave behaviour behind being
belief believe belong belongs below-the-line benchmark beneath beside besides beta between beyond bias biased
biases bid bids bin blank blend blended blends blind block board body book-keeping bootstrap bootstrapped
borderline born borne borrow borrowing borrowings borrows both bottom-up bound boundaries boundary bracket
break break-even breakdown brief briefing bring broad broadly broker brokers bucket build built bulk bundle
business business-cycle but by by-product bygone calculate calculated calculation calculations calendar
calendar-based calendar-year call called calls came can cannot cap cap-weighted capable capital-weighted caps
caps' capture captures card care case cases cash catalogue categories categorise category causal causation
cause causes caution cautious cease ceased ceases census central centre certain chain chance change
change-over changed changes changing chapter character characteristic charge charges chart chase check
check-up choice choices choose chooses choosing chosen chronological circular circumstance circumstances cite
cited cites clarify class classes classification classified classify clause clean cleaned clear-cut close
closely closes closing cluster clustered clusters co-movement coarse coarsely code coefficient coherent
coincide coincided coincidence coincides collect collection collide column combination combine come come-back
comes comment commercial commission committee common commonly comovement companies companies' company
company-level comparability comparable comparably compare compared compares comparing comparison comparisons
compensates compile complement complementarity complementary complements complete completely completeness
completion complex complexity complicate complicated component composite composition compound compounded
comprehensive comprise comprised comprises computation compute computed computes concentrate concentration
concept conceptual concern concerned concerns concise conclude conclusion conclusions concurrent concurrently
condense condition conditional conditions conduct conducted confidence configure confine conflate conflated
conflates conform confuse congruent connect connection consecutive consensus consequence consider
consideration consist consisted consistent consistent-basis consists constant constituent constrain constraint
construct construction consult contain contained contains contemporaneous content context continent
continental continuous continuously contract contracts contradict contradiction contradictory contradicts
contrast control convention conventional conventionally conventions conversion convert coordinate copy core
corner corporate correct correction correlate correlated correlates correlation correspond corresponding cost
costs could count counted counter counterfactual counterpart counting countless countries country counts
coupon coupons course covenant covenants cover coverage covered covering covers cross cross-listed crossed
crosses crossing crude cumulative cumulatively currencies currency current currently customarily customary
customer customers cut cut-off cutoff cutoffs cuts cycle cycle-level cycles cyclical daily daily-data data
database dataset date dated dates dating day days deal dear dearth debatable debate debated debates debt
debt-free debts decay decide decided decides decile decision decisions declare declared declares decompose
decomposition default defect defensible define defined defined-by defines defining definition definitions
degree degrees delay delayed delays delete deleted deletion deliberate deliberately delimit delineate delist
delisted delisting denominator denominator-based denote density departure depend dependent depending depends
depict depicts depreciation derivation derive describe described describes descriptive descriptively design
designate designed desk detail detailed details detect determine develop deviate deviation deviations diagram
did differ difference differences different differently differs dimension direct direction directions directly
disagree disagreement discard discarded disclose disclosure disclosures discontinue discontinued discount
discover discovered discrepancy discrete discrete-year discretion discuss dispersed dispersion display
displayed displays dispute disputed disregard dissimilar distance distant distinct distinction distinctions
distinguish distinguished distinguishes distort distorted distorts distribute distribution disturb disturbed
diverge divergence divide divided dividend dividend-adjusted dividends divides do document documentation does
domain dominate dominated dominates double-count double-counted doubt doubtful down downturn draft
draw drawdown drawdowns drawn draws drift drifted drifts drop drop-out dropped duplicate duration during each
each-way earlier early earmark earn earned earning earnings earns easily-missed ebit echo economist economists
editor educated effect effectively effects either elapse elapsed elapses elect element elements eligibility
eligible eliminated eliminates elsewhere embed emphasis emphasise empirical empirically employ employment
empty encompass encounter end end-point ending endings endpoint endpoint-sensitive ends enforce enlarge enough
ensemble ensure entail entailed entails enter entered enters entire entirely entities entity entries entry
entry-level environment environments episode episode-level episodes equal equally equally-weighted equate
equation equities equity equivalent era eras erase error error-prone errors essence essential estimate
estimated estimates estimation estimator even even-handed event event-based events every everything everywhere
evidence evolve evolved evolves ex-ante ex-post exact exactly examine example except exception exchange
exchange-listed exchanges exclude exclude-out excluded excludes excluding exclusion exclusions exclusive
exclusively execute exempt exhibit exist existence existing expect expectation expectations expected expects
expense expenses experience expire expired expires explain explanation explanations explicit explicitly
explore exponent expose express expression extend extends extension extent extents external extract
extrapolate extrapolated extreme extremes face fact factor factors facts faithfully false falsely familiar far
fashion feature features fed fed's fee feed fees few few-and-far fewer field figure figure-level figures
filing filings fill filter filters final finally find finding findings fine-grained finite fire fired fires
firm firm-level firms first first-cut fiscal fixed fixed-rate flag flavour flip flips float floating
floating-rate floats fluctuate fluctuation fluid focus focuses folded follow followed following follows
footing footnote for forecaster foregoing foreign forget forgets forgotten form form-level format former
formerly formula forth forward found foundation fragment fragmented frame framework free-float freedom freeze
freezes frequency frequent frequently fresh from front frozen fulfil full fully function functional fund
fund-level further furthermore future fuzzy gap gaps gather gauge gauges general generalise generalize
generally generate geography geometric geometric-mean give given gives giving glance global glossary govern
gradual gradually grain granular graph greater grid gross ground group groups guess guesses guesswork guide
guideline habit habitual had hand handle happen happened happening happens hardly harmonic harmonise has have
headline headquarters hedge hedged hedges held hence here hereafter hereby heterogeneity heterogeneous
heteroskedastic hide hides hierarchy high high-frequency highlight highlights highs hindsight historical
history hit hits hoc hold holding holding-period holds holiday holidays homogeneous homogenise horizon
horizons hour household households how however human hypotheses hypothesis hypothesis-test hypothetical
hypothetically idea identical identification identify identity if ignorance ignorant ignore ignored ignores
ignoring illustrate illustration illustrative imagine imagined imbalance imitate immediate immediately immune
impairment imperfect imperfectly implementation implicit implicitly impossible impossibly imprecise
imprecision impression impute imputed in inaccurate inaccurately inaction inception incidence incident
incidental incidentally include included includes including inclusion incoherent income incomplete
incompletely inconclusive inconsistent inconsistently incorporate incorporated incorporation indeed indefinite
independent indeterminate index indicative indicator indicators indices indifferent indirect indirectly
indistinct individual individually inequality inexact infer inference inferred inflate inform information
informative inherit inherited inherits initial initially initiate input inputs insensitive insert inside
insist inspect instance instances instant instantaneous instead institution institutional instrument
instruments insufficient insufficiently intact integrate intend intended intention interact interaction
interest interest-bearing intermediate internal internally interpolate interpolation interpret interpretation
interpretations interpreted interpreting interrupt intersect intersection interval interval-based intervals
intervene intervening into introduce introduces invalid invent invented inverse inversely inverted investable
investigate investor investor's investors' invisible involve irregular irregularly irrespective is isolate
isolated isolation issuance issue issuer issuers it item iterate its itself join joint jointly judge judged
judgement judges judging just justify keep keep-out keep-up keeps kept key keys kind kinds known kurtosis
label labelled labels language lapse lapses large large-cap large-caps largely larger largest last last-known
lasting late lately later later-dated latest latter layer layout league learn learned learns lease leases
least leave leave-one-out leaves leaving left legal legally lend lending lends length lengthen lengths lengthy
lens less lesser-known lest let lets letter letting level levelling levels liability licence licences licensed
lifetime like likewise limit limitation limitations limited limits line lineage linear link linked list listed
listing listings lists literal literally literature little little-known load loan loans local locate location
locked log logarithm logarithmic logic logical long long-term longer longer-term longest-horizon look
look-ahead look-back lookback looked looking looks lookup loose loosely loss loss-maker loss-makers
loss-making losses lower lowered lowers luck lump lumpy made made-up magnitude magnitude-wise magnitudes main
mainly maintain make makes makeup making manage management mandate mandatory manner manual many many-sided map
margin marginal margins mark marked marker market market-value marks mask masks mass match mathematical
mathematician mathematics matrix matter matters maturities maturity may mean mean-based meaning meaningless
meanings means meant meanwhile measurable measure measured measurement measures measuring mechanical
mechanically median median-based meet meeting meeting-date meetings meets member member's members members'
membership memory mental mention mentioned mentions mere merely merge merged merger mergers met method
method-specific methodology methodology-driven methods metric metrics micro-cap micro-caps mid mid-point
middle might mind minor minus minus-sign small-minus-big small-minus-large mirror mirrors mis-state misclassified misclassify misinterpret
misjudge mislead misleading misleadingly misleads mismatch misread miss misses missing misstate mistake mix
mixed mixture modal mode model models modify module moment moments monetary monitor monitored monitors month
month-by-month month-end month-ends monthly monthly-data months more more-recent motive move move-together
moved movement movements moves moving much multi-year multiple multiples multiplied multiply must mutual
mutually name named namely names namesake narrate narrow narrowly narrowness natural natural-log naturally
nature near-complete near-term nearby nearest necessarily necessary need needed needless needs negative
negatively neighboring neighbour neighbouring neighbours neither neither-nor nest nested net net-of neutral
neutrality nevertheless newer newest newly news news-based newspaper newspapers next no nobody noise
noise-free noise-like noisy nominal nominally non-overlapping none nonetheless nonparametric nor
normal-distribution normalise normalised normality not notation note noted notes nothing notice notional
notwithstanding nowhere nuance nuances null number number-based numbers numerator numeric numerical
numerically numerous obey object objects obligation oblique obscure obscures observation observations observe
observed observes obsolete obtain occasion occasional occasionally occasions occur occurred occurrence
occurrences occurs oddly of off offer offers offset offsets often old older oldest omission omissions omit
omits omitted on on-going one one-sided ones oneself ongoing only onset onto opaque open operate operating
operation operational opinion opinions oppose opposed opposite or order ordering orderings ordinal ordinary
organise organised orientation origin original originally other others otherwise ourselves out outcome
outcomes outlast outlier outliers outline outnumber outnumbered outnumbers output outputs outset outside
outside-in over over-represent overall overcount overlap overlapped overlapping overlaps overlay
overrepresented overstate overstated overstates overview own p-value p/e page pair paired pairing pairs panel
paper papers paragraph parallel parameter parameters parametric parcel parenthesis part partial partial-year
particular particularly particulars partition partly parts pass past past-year path paths pattern patterns
pause pay payrolls pays peak peaks peculiar peculiarity pending people per per-company perceive perceived
percentage percentile percentiles performance perhaps perimeter period periodic periodically periods permit
permits permitted person persons phase phased phases phenomenon phrase physical pick picked picture place
placed placement places plain plot plus point point-in-time points policies policy pool pooled pools
population populations portion positioned-in positive possess post post-date postpone postponed practical
practice practices pre-tax precede preceded precedes preceding precise precisely precision preclude precludes
predate predates predetermined preliminary premise premium preparation prepare present presentation presented
presents preserve presumably prevent previous price priced prices prime principal principle principles print
printed prints prior prior-known prior-year private private-sector pro-rata probabilities probability problem
procedure procedures proceed process processes produce produced producer produces profile profit profitable
profits program proof proper properly proportion proportional proportionate proportionately proposition prose
prove proves provide provided provider providers provides provision provisional proviso provisos proxies proxy
public publicly publish published publisher publishers publishes pure purely purpose purposes put puts
qualification qualifications qualified qualifier qualifies qualify qualitative quantified quantify
quantitative quantities quantity quarter quarter-by-quarter quarter-end quarters query question question-mark
questions quietly quirk quirks quotation quote quoted quotes quotient quoting raise raised raises ran random
randomly range ranges rank rank-based rank-order ranks rare rarely rareness rata rate rate-based rates rather
ratio raw re-stated reach reached read readable reader readers readily reading reading-level readings reads
realise realised reappear reappears rearrange reason reason-based reasons reassess rebase rebased recalculate
recast receipt receive recent recent-most recently recession-dated reckon reckoned reclassification
reclassified reclassify recognise recognised recompute recomputed reconcile reconstitution recorded recording
recount recur recurring recurs redefine redemption redistribute redo reduce reduced reduction refer reference
references referred refers refine refinement reflect reflection reflects regarding regardless regime regimes
region regional register regression regroup regular regularly regulate regulated reinclude reinstated reinvest
reinvested reinvestment reject rejected relate related relates relation relationship relative relatively
release release-based released releases relevance relevant reliability reliable relied relies relist rely
remain remainder remains remark remarks remember removal remove removed removes rename renamed render rendered
renders reopen reorder reordered repaid repay repayment repays repeat repeated repeatedly repeats repetition
replace replaced replacement replay replica replicate replicated replication report reported reports represent
representation representative representativeness represents require required requirement requirements requires
resample resampled resampling reschedule rescheduled research researcher researchers resemblance resemble
reset resets residual resolution resolve respect respective respectively rest restate restated restates
restrict restricted restriction restrictions restricts restructure rests result resulting results resume
retain retained retains retrieve retroactive retroactively retrospective retrospectively return return-based
returned returns reuse reused revenue revenues reversal reverse reverse-split reversed reverses review
reviewed reviews revise revised revises revision revision-based revisions revisit reweight rigid rigidly rise
rises role roles rolling root root-mean-square roots rough roughly round rounded rounding rounds route row
rows rule rule-based rule-bound rules rules-based rumour run runs said same sample sample-based sampled
samples sampling say says scale scales scan scant scantily scarce scarcity scatter scattered scenario
scenarios schedule schedule-based scheduled schedules scheme science scientific scope scope-limited score
scored scores screen screened script se season seasonal seasonality seasonally seasons secondary section
sections see seen sees segment segments seldom select selected selecting selection selections self semantic
sense senses sensitive sensitivity separate separated separately separates separation sequence sequences
sequential serial serially series serve served serves session sessions set set-aside sets setting settings
settle settled settlement settles setup several several-fold shape shapes share share-count shareholder
shareholders shareholding shares shift shifted shifts short short-lived short-term shorten shorter
shorter-horizon shortness should show shown shows side side-by-side side-effect sides sides' sign sign-flip
sign-test significance significance-test signs silence silent silently similar similarity similarly
similarly-sized simple simplification simplified simplify simply simultaneous simultaneously since
since-inception single single-company sit sits sitting situate situation situations size size-based
size-weighted sized sizes skew skewed skewness skews skill skip skipped skips slice slices small small-cap
small-caps smaller smallest smooth smoothed smoothing snapshot snapshots so so-called sole solely solve some
somebody somehow something sometime sometimes somewhat somewhere sort sort-of sorted sorts source sourced
sources sourcing space span spanned spanning spans sparse specific specifically specification specifications
specified specifies specify speech spell spells splice spliced splicing split splits spoke spoken sporadic
spot spread spreads spurious square squared staff stage stages stale stamp stand standalone standard
standard-deviation standard-error standardise standardised standards standing standpoint stands start start-up
started starting starting-date starting-point starts state stated statement statements states statistic
statistical statistics status stay stayed stays step step-by-step steps still stock stock-level stocks stood
stop-gap store stored stories story strategist stratify stray strays stretch stretches strict strictly string
structural structure structured structures studied studies study stylised sub-period sub-periods sub-sample
subdivide subgroup subgroups subject subjective subjectively subjects subsequent subsequently subset subsets
subsidiaries subsidiary substance substitute substituted substitutes subtle subtract subtracted subtraction
successive such such-like suffice suffices sum sum-based summaries summarise summarised summarises summary
summed sums supersede superseded superset supplement supplementary suppose supposes surface surmise surround
surrounded surrounding survey surveyed surveys survivor survivors survivorship suspend suspended suspension
swap swapped swaps swaps-adjusted swings switch switches switchover symmetric symmetrical symmetry sync
synchronous synthetic systems t-statistic table tabular tabulate tabulated tag tagged tail tail-end tail-risk
tails take taken takeover takeovers takes taking target target-company target-date task tax taxes technical
technically technique techniques tell tells temporal temporarily temporary tenor tension tentative tentatively
tenure term terms test tested tests text textbook than that the their them themselves then theoretical theory
there thereafter therefore therein thereof these they thin thinly this those threshold threshold-level
thresholds through throughout thus tie ties time time-based time-varying timely times timescale timetable
timing title to to-date together told tolerance too tool tools top-down topic topics total totals touch
touched touches toward towards trace traced traces tracked tracking trading trailing transaction transactions
transfer transfers transform transformation transition transitions translate translated translation
transparent transparently treat treated treating treatment treatments treats trigger-level trim trimmed
trimmed-mean trough trough-dated troughs true truly truncate truncated truncation truth turn turning turnover
turns type types typical typically typify unable unadjusted unaffected unaltered unavailable unaware unbiased
uncertain uncertainty unchanged unclear uncommon uncommonly uncovered undefined under under-represent
underestimate underestimated underestimates undergo undergoes undergone underlie underlies underlying
underreport underreported understand understandable understate understates understood undertake undisclosed
undisturbed unduly unearned unending unequal unequally uneven unevenly unexamined unexplained unfamiliar
unfiltered unfinished unfired unforeseen unidentified uniform uniformly unintended uninterrupted unique
uniquely unit unit-free units universe universe-wide universes unknowable unknown unlike unlisted unmeasured
unmentioned unmodified unnecessary unnoticed unobserved unofficial unprofitable unproven unquantified
unrelated unreliable unreported unrepresentative unresolved unrevised unrounded unscheduled unseen unsettled
unsmoothed unspecified unstable unstated untested until unusual unusually unweighted up update updated updates
upon usable usage use used user users uses using usual utilise vague vagueness valid validity valuation
valuation-date valuations value values variability variable variable-rate variables variance variance-weighted
variant variants variation variations varied varies vary varying vendor vendors verification verified verify
versa version version-specific versions versus very vice view viewed views vintage vintages visible volatility
volume warn warned warning warnings warrant warrants was way ways week week-to-week weekend weekends weekly
weekly-data weeks weight weighted weighted-average weighted-sum weighting weighting-scheme weights
well-defined well-known were what whatever when where whereas whereby wherever whether which whichever while
who whoever whole whole-sample wholly whom whose why wide wide-ranging widely widespread window
window-specific windows winsorise winsorised with withdraw withdrawn withheld within within-cycle
within-sample without word word-for-word words worker workers world worldwide would write writes written
written-off wrong year year-by-year year-end year-ends year-on-year year-to-date years yet yield yield-based
yields young younger zero-based`;
