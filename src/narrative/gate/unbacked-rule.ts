import type { Figure } from "../../briefing/figure.ts";
import { fold } from "./normalise.ts";
import type { Rule } from "./rule.ts";

/**
 * Words of which a sentence without a figure may be made. Nothing anchors such a sentence, so its words are those of
 * limits and definitions, and no others: a list of what may not be said would never end.
 */
const KNOWN = new Set(
  `a an the this that these those it its they their them there here itself themselves and or but so yet as at by for from
in into of on onto over under with without within to than then when where while which who what whose how why both each any
all other others another such same own not no nor only also even just still if whether is are was were be been being has
have had do does did can cannot may might could must more less few fewer many much too very little rather either neither
up down out off back between across through throughout during before after since until about against per upon around
one ones apart together instead beyond toward towards alike again however therefore thus hence alone both
definition definitions define defines defined defining measure measures measured measuring measurement figure figures
number numbers reading readings read reads result results average averages averaged averaging mean means median range
ranges interval intervals window windows horizon horizons period periods date dates dated start starts started starting
end ends ended ending sample samples sampled data source sources estimate estimates estimated analyst analyst's analysts analysts' often sometimes hardly several belong belongs some should revise
revised revises revision revisions change changes changed changing choice choices choose chosen choosing chooses pick
picked treatment treat treats treated treating count counts counted counting include includes included including exclude
excludes excluded excluding leave leaves leaving left drop dropped omit omits omitted loss losses loss-maker loss-makers
loss-making unprofitable company companies member members value values price prices priced earning earnings p/e multiple
multiples gap gaps discount premium difference differences differ differs different differently return returns returned
relative total absolute small large cap caps small-cap small-caps large-cap large-caps smaller larger side sides sides'
dividend dividends cost costs tax taxes fee fees investor investor's investors' cut cuts fed fed's rate rates policy
target rise rises episode episodes cycle cycles overlap overlaps overlapped overlapping independent observation
observations few conclude conclusion conclusions draw draws drawn evidence news cause causes causal causation proof prove
proves past performance reliable indicator guide future describe describes described say says said tell tells told show
shows shown decide decides decided sign signs depend depends depending dependent noise noisy day days week weeks month
months year years quarter quarters volatility beta correlation divide divides divided expect expects expected next
trailing forward last previous latest recent recently reported profit profits profitable positive negative universe index
indices cover covers covered covering coverage first scheduled meeting meetings announcement announcements announced
month-end incomplete complete partial separate separates separated skill chance luck condition conditions began begun
begin begins basis ignore ignores size sizes weight weights weighted weighting stated state states beside alongside
compare compares compared comparing comparison comparisons limit limits limited limitation limitations matter matters
vary varies varied part parts assumption assumptions assume assumes assumed hypothetical hypothetically keep keeps kept
dear look looks looked looking share shares move moves moved moving history table long short longer shorter level levels
sensitive sensitivity mix composition market-value market distribution statistic statistics statistical test tests tested
interpret interpreted interpreting care caution cautious judge judged judgement view views picture reason reasons nothing
anything something much enough broad narrow wide precise precision uncertain uncertainty certain exact apply applies
applied hold holds use uses used using rest rests based behind underlie underlies come comes came following follow follows
followed add adds added take takes taken taking give gives given giving make makes made making see sees seen put puts set
sets point points minus plus divided ratio share sum set group groups kind kinds type types case cases way ways opposite
order same time times timing single given net gross basis monthly daily annual discrete year-to-date drawdown drawdowns high
highs peak peaks percentile percentiles rank ranks rank yield yields dividend-adjusted adjusted adjust adjusts
overstate overstates understate understates hide hides obscure obscures mask masks noise capture captures reflect reflects
represent represents miss misses reverse reverses flip flips alter alters switch switches context enter enters entered full fully  raise raises
raised lower lowers lowered answer answers answered question questions removed remove removes neighbouring neighboring
adjacent nearby close closely  common commonly effect effects separated isolate isolated distinguish distinguishes
distinguished attribute whole entire entirely  total totals  distort distorts distorted skew skews
skewed dominate dominates dominated    thin thinly sparse scarce  
representative typical typically unusual alike similar dissimilar equal equally identical simple simply plain pure purely
merely mainly largely partly wholly rough roughly approximate approximately exactly strictly necessarily generally broadly
specific specifically particular particularly general overall respective respectively   baseline benchmark
reference rule rules method methods methodology convention conventions calculation calculations calculate calculated compute
computed computes computation formula sum sums summed  quoted quote quotes report reports publish published publishes
provider providers vendor vendors  cap-weighted weighted-average harmonic arithmetic geometric compounded
compound cumulative month-ends close closes closing business trading session sessions calendar   delay
delays delayed late later early earlier stale fresh available availability unavailable missing blank  absent
withheld restated restate restates provisional preliminary final finally initial initially original originally
  side-by-side  direction directions magnitude magnitudes size-weighted scale scales spread
spreads dispersion outlier outliers extreme extremes tail tails error errors  confidence 
significance inference infer inferred generalise generalize extend extends extrapolate extrapolated  unlike like
likewise still subject subjects object objects concern concerns concerned relate relates related relation relationship
association associated associate correlate correlates correlated coincide coincides coincided coincidence accompany
accompanies accompanied happen happens happened occur occurs occurred event events  decision decisions
 environment environments circumstance circumstances backdrop regime regimes  sort sorts fund 
companies' members' caps' firm firms stock stocks equity equities shareholder shareholders  
contain contains contained consist consists consisted comprise comprises comprised span spans spanned spanning 
allow allows allowed need needs needed require requires required    warrant warrants bear bears
borne mind kept remember note notes noted mention mentions mentioned emphasise highlight highlights discuss understood
understand meaning meanings sense senses word words term terms name names named call calls called label labels labelled
treats   ignoring ignored regardless irrespective whichever whatever whoever every everything 
 greater longer-term short-term near-term long-term run runs   fair fairly balanced balance
complement complements complementary supplement alternative alternatives version versions variant variants flavour
middle held holding constant known unknown length lengths surround surrounded surrounding fixed unchanged ordinary
conditions resulting sized
sizeable elapsed ending endings beginning beginnings member's stretch stretches phase
phases aspect aspects factor factors element elements detail details scope setting settings feature features
`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
const wordsOfFigures = new WeakMap<Figure, ReadonlySet<string>>();

/** Words of a figure's own label and definition are known too. */
function ownWords(figure: Figure): ReadonlySet<string> {
  const { label, definition } = figure;
  const made = wordsOfFigures.get(figure) ?? new Set(wordsOf(fold(`${label} ${definition}`)));
  wordsOfFigures.set(figure, made);
  return made;
}

const wordsOf = (folded: string): readonly string[] => folded.match(/\p{L}[\p{L}'/-]*/gu) ?? [];

export const unbackedRule: Rule = {
  code: "unbacked",
  refuses:
    "a sentence without a figure that says more than limits and definitions do: words that are not theirs",
  lastResort: true,
  sentence: ({ folded, slots, subject }, world) => {
    if (slots.length > 0 || subject !== null) return [];
    const named = new Set([...world.names.small, ...world.names.large]);
    const forms = (word: string) => [word, word.replace(/'s?$|^'|-$/g, "")];
    const strange = wordsOf(folded).filter(
      (word) => !forms(word).some((each) => KNOWN.has(each) || named.has(each)),
    );
    if (strange.length === 0) return [];
    const figures = [...world.figures.values()];
    const unknown = strange.filter(
      (word) => !figures.some((figure) => forms(word).some((each) => ownWords(figure).has(each))),
    );
    return [...new Set(unknown)].map((each) => `“${each}”`);
  },
};
