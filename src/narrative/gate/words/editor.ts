/**
 * Words of an editor who explains data: how they were gathered, filed, dated, averaged, traded, taxed and published, and
 * what that leaves out. Nothing of direction, number, cause, forecast, advice, praise or place. Sorted; forms follow by
 * rule.
 */
export const EDITOR_WORDS = `abrupt abstract acceptance accessible accompany accordingly accrual accrue accumulated acquirer acquirers act
active activities actor adapt adapted addition adequate adjacent adjustment administrative admission admit
admitted advance adverse advisory affect affected affects affiliate affiliated afresh afternoon agenda agent
agreement algorithm align aligned allowance altogether ambiguity ambiguous amendment amortise amortised ample
anchor anchored anecdotal anecdote anew announce anomalous anomaly anonymous anyhow apparent apparently
appearance appears appended appendix appetite applicable application apply appraisal approach approaches
appropriate approval approve approved argue argued argument array arrival arrive artefactual article
artificial ascribe ask asked assembled assembly assert assertion assess assessment asset assets assignment
assist asymmetric asymmetry attached attainable attend attendance attracted attracts attrition auction
auctions auditor auditors author authoritative authorities authority automated avoid avoided avoids await
awaiting awareness awkward backdate backdated backfill backfilled backfilling backward-looking badge band
banded bands bankrupt bankruptcies bankruptcy bare basic basket baskets batch become becomes becoming begin
begins behaviour bell-shaped bespoke bigger bilateral binary binding binomial blunt blurred blurs bond-like
bookkeeping border branch branches brand breach breached breaches breakpoint breakpoints brevity broad-based
bucketed bucketing build builds bulky bullet bunch bunched bunches bureau buyback buyer-side bystander
calendar-month calibrate calibrated calibration cancel cancelled cancels candidate candidates capacity
capitalisation capitalise capitalised caption careful carefully carried carries carry cast casts casual catch
catches category caveat caveats ceiling censor censored censoring centile centre centred cessation chair
chairman chairs changeable channel channels chapter charter chartered checklist chronology churn circumscribed
civil civilian claim claimed claims clarity classifier clerical clerk clip clipped clock clocked
close-to-close closed-end closely-held clump clumps co-move code-based coded coding coefficient cohort cohorts
coincidental coincidentally collate collated collector column columns combines comes commercial committed
common-sense communicate communication compact comparator comparators compartment competing competition
compiler compilers compiles complete completed completes completions compliance complicates complication
components compose composed compositional compress compressed compresses comprises conceal concealed conceals
concede conceded conceivable conceive concludes concrete conditional conditionally confined confines conflict
conflicting conflicts confounded confounder confounders confounding confuses confusing congress connected
consent conservatively consolidate consolidated consolidation conspicuous constituents constraint constructed
constructs consulted consults contaminate contaminated contaminates contamination contend content contested
context-bound contextual contingent continuity contributor contributors contrived controlled controls
controversial controversy convene converted convertible convertibles converts convey conveys cooperation
copied copies copyright corporate-action corporation corporations corrected corrections corrects corroborate
counterfactuals counterparties counterparty counts coupon-bearing court courts create created creates creation
credence credited creditor creditors criteria criterion critic critical criticism criticisms critics
cross-border cross-check cross-holding cross-holdings cross-section cross-sectional crossover crowd cube
curated curtail curtailed curtails custodian custodians custom cyclicality databases datum day-to-day daytime
deadline deadlines dealer dealers dealings debtor debtors deciphered declaration deduct deducted deduction
deductions deducts deem deemed deems deep deeper defaulted defaults defensible defer deferral deferred defers
deficiency definitional deflate deflated deflator delegated deletes deliberation delimit delimited delineated
demarcate demarcation demerge demerged demerger demergers demographic denominated depict depositaries
depositary depository depreciate depreciated deprive derived derives descriptor designation designations
designer despite destination detach detailing detectable detected detection detects determination
determinations determined-by develop developed developing device devices devise devised diagnostic diagnostics
dictate dictated dictionaries dictionary differential differentials differentiate differentiated
differentiates difficult difficulties difficulty dilute diluted dilutes dilution dilutive dimension
dimensional direct-listing director directors disagree disagreed disagrees disappear disappearance disappeared
disappears discern discerned discernible disclosing disclosures disconnected discounting discoveries discovery
discretionary discriminate discussion discussions disentangle disentangled disguise disguised disguises
disjoint dismiss dismissed dispense disperse disproportionate disproportionately disputable disregarded
disregards dissection dissolve dissolved distorting distortion distortions distributed distributing
distributional distributions divergent diverse diversity divestiture divestitures divestment divestments
division divisions divisor dual dual-class dual-listed dubious due dummy duplicated duplicates duplication
duties duty dwarf dwarfed dwarfs dynamic dynamics earliest early-stage early-year earn-out earn-outs eclectic
edge-case edge-cases edit edited edition editions editor editorial editors effective effort efforts elaborate
elapsed elasticity elective electronic electronically elicit elicited eligible else embark embed embedded
embeds embrace embraces emerge emerged emergence emerges eminent emphasised emphasises enable enabled enables
enact enacted encode encoded encodes encompassed encompasses encounters endogenous endpoints enforceable
enforced engage engaged engine enlarged enquiry enrich enterprise enterprise-value equate equates
equity-settled equivalents erratic erratically erroneous erroneously escape escaped escapes establishment
establishment-survey estimable estimators evade evenly event-window eventful evidence-based evident exactness
examination examinations examined examines excerpt excerpts exchangeable exchanged exclusionary executed
execution executive executives exercise exercised exercises exhaust exhausted exhaustive exhibits existed
exists exit exited exits exogenous exotic expert experts expiration expirations expiry explainer explored
explores exposition expressed expresses expression extant extensive extensively external extracted extraction
extracts extraneous extraordinary extrapolates extrapolation face-value facet facets facilitate facility
factual factually faint faintly fallacy false-positive familiarity farther fault faults faulty federal fiction
fictional fictitious figurative filed filer filers files filling filtered filtering final-hour finalise
finalised finality finance financial financially financing finer firm-specific fit fits fitted fitting flagged
flags flaw flawed flaws flexibility flexible float-adjusted floats floor flowchart focal focused focusing
footing footnoted footnotes forecasters foremost formal formally formation formations formats formed forming
forms formulae formulas formulate formulated formulation forum foundations founded framed frames framing
free-floating freely freestanding frequent friction frictionless frictions fringe fringes fully-diluted
functionality fundamental fundamentally fundamentals funded funding furnish furnished furnishes fuse fused
garner gathered gathering gathers gauged generalisation generalisations generalised generalises generated
generates generation generator generic generically geographic geographical glimpse go goes going-concern gone
got governance governed governing government governs gradations grade graded grades grading grain-size
grandfathered grant granted granting grants graphical graphically grasp group-level grouped grouping groupings
guarded guesses guideposts guiding halt halted halts hand-collected hand-picked handed handled handles
handling happens hard harder harmonisation harmonised hazard hazards header heading headings heterogenous
heuristic heuristics hindered historic holdings honest honestly hosted hourly household-survey housekeeping
humble hybrid hybrids hypothesise hypothesised identifiable identified identifier identifiers identifies
idiosyncratic idle illegible illiquid illiquidity illuminate illuminates illustrated illustrates image images
imbalanced immaterial immature impede impeded impeding implement implemented implements implied impose imposed
imposes imprecisely improper improvise inability inactive inadequate inadvertent inapplicable incident
incidentals inclusive inclusiveness incomparable inconclusiveness incorporates incremental incrementally incur
incurred incurs indebted indebtedness indefinitely independence independently index-based index-level
index-linked index-maker index-makers indexed indexing indices' individual-level individuals ineffective
ineligible inert inexactly infeasible inferences inferred infers influence influenced influences influential
informal informally informational informs infrequent infrequently ingest ingested ingredient ingredients
inherent initial-claims innate inquiry insider insiders insofar insolvencies insolvency insolvent inspected
inspection institute institutions insurer insurers intake intangible intangibles integral integrated
integrates intellectual intensity intent intentional intentionally inter-bank interchangeable interchangeably
interest-only interfere interferes interim interims interpolates interrelated interrupted interruption
interruptions intersects interval-valued intra-day intra-month intra-year intraday intricate introduced
introduction introductory invariant invention inventories inventory investigate investigated investigation
invoke invoked involved involves involving irreducible irregularities irregularity irrelevance irrelevant
issued issues item-by-item items iterated iterative jargon join joined joining joins journal judgemental
jurisdiction jurisdictions justifiable juxtapose juxtaposed keep keeping knowable knowing knowledge
knowledgeable lack lacked lacking lacks laid latitude law laws lay layered layers lays leaflet league-table
learned learning least-squares leaver leavers leeway legacy legislate legislation legislative legitimate
legitimately lender lenders lengthened less-followed letter-grade lettered libraries library life lifespan
lifetimes likeness limb limiting line-up lines linkage linkages linking links liquid liquidated liquidation
liquidations listing-day live lives loads logged logistic long-dated long-run longevity longish look-through
low-frequency lump lumped lumpiness lumping lumps machine-read machine-readable mailing maintained maintains
maintenance maker makers managerial manages mandated mandates manually mapped mapping mappings maps
market-based market-cap market-wide masked masking master material materially materials maturing maximal
maximise maximum mechanic mechanics mechanism mechanisms media median-sized mentioned merge merged merging
metadata method-based methodological methodologies methodology methods metric metrics mid-month mid-point
mid-year middle middling midpoint midpoints migrate migrated migrates migration migrations mimic mimicked
mimics minimal minimally minimise minimised minimises minimum minor minute minutes miscellaneous
misclassification misclassified misclassify misfile misfiled misidentified mislabel mislabelled misleading
misprint misprints misrecorded misreported misreporting misstated misstates mistaken mistakes misunderstanding
modelled modelling modification modifications modified modifies modular multi-class multi-listed multi-period
multi-stage multinational multinationals multiplicity multitude multivariate narrative narratives nation
nations native near-duplicate neat neatly necessitate necessity need-based negotiated negotiation net-debt
netted netting new news-count newsroom newswire nominate nominated non-bank non-calendar non-cash non-events
non-financial non-member non-members non-negative non-normal non-profit non-recurring non-reporting
non-response non-stationary non-trading non-uniform nonlinear nonresponse norm normal norms not-for-profit
notification notified novel novelty nowcast nowcasts nuisance obeys objective objectively oblivious observable
observer observers obtained obtains occasion-based occupied occupies occupy off-cycle off-exchange office
officer officers offices official officially officials offsetting once-only open-ended operating-lease
operation-based operationally operator operators opposing optional optionally orderly ordinarily organisation
organisations oriented originate originated originates originating orthogonal out-of-sample outdated outgoing
outgrow outlet outlets outlying outsider outsiders over-count over-counted over-counting overcounts overhaul
overhauled oversample oversampled oversamples oversimplified oversimplifies oversimplify overview overviews
owed owes owner ownership packaged page-based paid-in pairwise papers paradigm paradox paragraphs parent
parent-company parents parity parlance parse parsed partial-month participant participants participate
participated participates participation parties parting partitioned partitions party passive passively
patchily patchiness patchy payable payables payer payers paying payment payments peer peers pegged penny
per-capita per-employee percentage-based performed performs periodicity permissible permission permitting
perspective perspectives pertain pertains phasing photograph phrased phrases phrasing pictures pieced
piecemeal pieces pinpoint pinpointed pinpoints pitfall pitfalls placeholder placement plainly planned plots
plotted plotting policymaker policymakers poll polled polling polls pooled-sample poorly populate populated
populates portfolio portfolios portray portrayed portrays posed positioned possessed possibilities possibility
possible possibly post-hoc posted posting postings posts practically practitioner practitioners pre-announced
pre-announcement pre-date pre-set pre-specified preannounced precedent precondition preconditions predecessor
predecessors predefined prefer preference preferences preferred-share prefers premature prematurely prepared
prepares prescribe prescribed prescribes present-day presents press-release presume presumed presumes
presumption presumptions prevalence prevalent previously price-based price-only price-weighted pricing primary
principal-component principally private-market privately probe probes procedural processed processing
processor producers product products profiled prone proportions proprietary prospectus protocol protocols
provenance provisionally publication publications publicised publicity punctual punctuate purchaser purchasers
purport purported purportedly purports pursue pursued quarter-on-quarter quarterly-filing quasi-random
questionable questioned questionnaire questionnaires quirkiness quota quotas quotations random-walk randomised
randomness rate-setting ratified ratify rationale rationales ratios re-audit re-based re-dated re-estimate
re-estimated re-estimates re-file re-listed re-run re-sort re-sorted re-weight re-weighted readership readings
real-time realisation realistic realistically reasonable reasonably reassigned reassignment reassigns
recalculated recalculates recalculation recapitulate receipts receivable receivables received receives
receiving recency recipient recipients reckoning reckonings reclassifications recollected reconcilable
reconciled reconciles reconciliation reconciliations reconstruct reconstructed reconstruction reconstructions
reconstructs recorder records-based rectified rectify redenominated redesign redesigned redraw redrawn redraws
redundant refined refines refocus reformatted refreshed refreshes refreshing regarded regards registered
registers registrant registrants registrar registration registrations regressed regressor regressors regrouped
regularity regulation regulations regulator regulators regulatory reintroduced reissue reissued reiterate
reiterated relabel relabelled relational relations relatives relaxed relays relegated relisted relocation
remedied remedies remedy remembering reminder reminders remit remnant remnants remote removing remunerated
reordering repackaged repetitions repetitive rephrase rephrased replacements replaces replacing replicable
replicas reportable reporters reporting reporting-season repositories repository representations represented
representing reprint reprinted reproduce reproduced reproduces reproducible reproduction request requested
requests requiring resembles reservation reservations reserved residual-based residuals respondent respondents
responder responders response response-rate responses restatement restatements restating restructured
restructuring restructurings resubmitted retire retired retirement retires retrospect return-weighted
revaluation revaluations revalued reveal reveals reviewed reviewer reviewers revisable revisiting rework
reworked reworking rewrite rewrites rewritten rewrote right right-hand risk-free-rate role-based rolled
rolled-up rolls roster rosters rounded-off roundness route-based routine routinely rubric rubrics rule-making
ruled rules-of-thumb ruling rulings run-time running same-store sample-dependent sample-size sampling-error
sanitised satisfied satisfies satisfy scalar scaled scaling scanned scattering scatters sceptical scepticism
scheduling schematic scholar scholarly scholars scoped scoring screened-out screening screens scrub scrubbed
scrutinise scrutinised scrutiny search searched searches searching seasonal-adjustment seasonally-adjusted
sectional secured securities security seek seeks segmental segmented segregate segregated selective
selectively selectivity self-reported self-selected self-selection semi-annual semi-annually send sends sent
separability separable separating sequentially series-specific serving shading shallow shaped shaping sharing
sheets shell shells short-history short-sample shortcoming shortcomings shortcut shortcuts shorthand sift
sifted sifts signed simplest simplicity simplifications simplifies simplifying simulate simulated simulates
simulation simulations single-year singled sketch sketches sketchy skewing skimmed slant slanted slants slow
slow-moving slower slowly small-sample smeared smooths so-so soft-data solvency solvent someone sorted-by
sorting sought sparing sparingly sparsely sparseness spatial specialist specialists specifics spectrum
spin-off spin-offs spin-out spinoffs spoil spoiled spoils sporadically spreadsheet spreadsheets spun squares
stacked stacks stagger staggered staggers staging staleness stamped start-of-year statistician statisticians
statutory step-change stepwise stipulate stipulated stipulates stipulation stop stop-and-go stopped stopping
stops storage straddling straight stratified stream streamed streams stripped stripping strips stub stubs
styled sub-group sub-groups sub-index sub-indices sub-industry sub-samples sub-sets subclass subject-matter
subjectivity submission submissions submit submits submitted submitting subordinate subordinated substantive
substantively substitution substitutions subtleties subtlety subtractions subtracts successively successor
successors summations superimpose superimposed supervise supervised supervision supervisor supervisors
supervisory supplied supplier suppliers supplies supply supplying suppressed suppresses suppression surrogate
surrogates surveying surveys-based survival survival-bias survive survived survives surviving survivor-bias
susceptible switched switching symbol symbols syndicated synopsis synthesis synthesise synthesised system
tabulation tabulations taxable taxation taxed taxing taxonomies taxonomy taxpayer technicalities technicality
template templates tender tender-offer tender-offers tendered tenders term-based terminal terminate terminated
terminates termination terminology testable tester testing text-based textual theme themes then-current
theoretically theories theorise thick thinly-covered thinly-traded thinned thinner thinness thins thought tick
tick-by-tick ticker tidy tier tiered tiers time-bound time-frame time-lag timed timeframe timeliness timings
tolerate tolerated toolkit topical touching tracing tractable trade traded trades trading trading-day
trading-days tranche tranches transact transacted transacting transcribed transcript transcription transcripts
transferred transformations transformed transforms transience transient transiently transitional transitory
transparency transposed trial trials tricky trimming trims trivial trivially truncates truncating tweak
tweaked tweaks typed typo typos unanimous unannounced unanswered unaudited unavailability unbalanced unbounded
uncertainties unchecked unclassified uncollected uncommitted unconditional unconfirmed unconnected
unconventional uncorrected uncorrelated undated undecided undercount undercounted undercounting undercounts
underestimation understanding undertaken undetected undifferentiated undiluted undo undone unemployed
unemployment unencumbered unevenness unexpected unexpectedly unfollowed unfunded unhedged unification unified
uniformity unify unincorporated uninformative unintentional unintentionally uninvested unitary unity
univariate unjustified unlabelled unlevered unlinked unmodelled unobservable unoccupied unofficially unpaid
unpopulated unpriced unpublished unranked unread unreadable unrealised unrealistic unreasonable unrecorded
unrefined unregistered unregulated unreinvested unreliability unrepeated unrepresented unrestricted unsampled
unscaled unseasonal unseasonally unsecured unselected unsigned unsolicited unsolved unsorted unstandardised
unsteady unstructured unsubstantiated unsure unsystematic untangle untangled untaxed untouched untraded
untrimmed untrue unusable unused unverified unvetted unwarranted unwieldy unwritten upper upstream usability
useful usefully usefulness user-defined vacancies vacancy validate validated validates validation
value-weighted variances variously vector vectors vendor-specific vendor-supplied venue venues verbal verbally
verbatim verdict verdicts verifiable verifies verifying vet vetted vetting vicinity viewing viewpoint
viewpoints violate violated violates violation violations virtual vocabulary void voided voids volatile
voluntarily voluntary vote voted votes voting votings wage wages waived waiver waivers wash washed way-points
weather-related website websites weed weeded weigh weighing weighs well-covered well-documented well-followed
whatsoever wherein whole-market wholesale winding-up window-based window-length winsorisation withdrawal
withdrawals withdrawing withdrew withhold withholding withholdings withholds wording wordings workable working
workings wrapper wrappers write-down write-downs write-off write-offs writer writers writing wrongly year-ago
year-over-year yearend yearly`;
