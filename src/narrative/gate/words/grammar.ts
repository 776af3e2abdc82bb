/** Words by their part in a sentence that shows no figure, for `predication.ts`. Data. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Who and what moves: of these a sentence without a figure may say how they are counted, and nothing else. */
export const MARKET = set(
  `market markets investor investors holder holders shareholders economy economies sector sectors fund funds inflation unemployment
employment payrolls jobs fed bank banks policy policymakers money rates yields credit oil prices stocks
equities recovery recoveries expansion expansions contraction contractions slowdown
slowdowns recession recessions downturn downturns regime phase world demand supply sentiment liquidity
size risk risks uncertainty stress past future patience momentum pattern patterns trend trends lesson lessons answer
answers rest story stories case cases winner winners leadership conditions condition easing tightening
hike hikes rise rises everything much`,
);

/** What is measured of a market, and what is counted: these may be said to be of some kind, or to differ and depend. */
export const MEASURED = set(
  `return returns performance earnings profit profits loss losses margins sales revenue revenues dividend dividends
volatility beta correlation premium premiums discount discounts gap gaps spread spreads multiple multiples valuation
valuations cut cuts cycle cycles takeover takeovers deal deals acquisition acquisitions debt debts borrowing leverage revisions
trigger triggers difference differences result results outcome outcomes relationship relation link effect curve growth shares spread history evidence phases experience loss-makers profit-makers it they this
that these those same`,
);

/** Verbs of counting, defining and limiting: lemma only, of which the forms are made by rule. */
const DEFINING =
  `answer apply appear assign assume average base belong bias blend blur bound calculate capture carry categorise censor
change classify cluster coincide collect combine compare compile complicate compound comprise compute conceal concern confuse
consist construct contain convert correct correspond count cover date deduct define delay depart depend derive describe
determine differ disclose discount distort distinguish distribute divide drop estimate exclude express filter fit fix
flag generalise group hide ignore include infer interpolate interpret label lag leave limit list mark mask match
measure merge outnumber mix move name normalise note obscure observe offset omit overlap overstate pool predate print
publish put quote range rank read rebase record refer reflect relate rely remove repeat replace report represent
require resample rescale restate restrict reverse revise round sample scale score screen select separate
share show sit smooth sort span specify splice split standardise state store subtract sum summarise swap tabulate
take test trace track treat trim understate update use value vary weigh weight write know see call keep hold set give
draw make tie find leave lay lend borrow withhold tell pay compute adjust annualise attribute trade reinvest`.split(
    /\s+/,
  );

const IRREGULAR: Readonly<Record<string, string>> = {
  leave: "left",
  put: "put",
  read: "read",
  show: "shown showed",
  sit: "sat",
  split: "split",
  take: "taken took",
  write: "written wrote",
  know: "known knew",
  see: "seen saw",
  keep: "kept",
  hold: "held",
  set: "set",
  give: "given gave",
  draw: "drawn drew",
  make: "made",
  find: "found",
  lay: "laid",
  lend: "lent",
  pay: "paid",
  hide: "hidden hid",
  withhold: "withheld",
  tell: "told",
};

/** "Count" -> count, counts, counted, counting. */
function formsOf(lemma: string): readonly string[] {
  const stem = lemma.replace(/e$/, "");
  const last = /[^aeiou][aeiou][bdgmnprt]$/.test(lemma) ? lemma + lemma.at(-1) : stem;
  const s = /(?:s|x|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const past = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  return [lemma, s, past, `${last}ed`, `${stem}ing`, `${last}ing`, ...(IRREGULAR[lemma]?.split(" ") ?? [])];
}

const defining = DEFINING.map((lemma) => [lemma, formsOf(lemma)] as const);
const participles = (forms: readonly string[]) =>
  forms.filter(
    (form) => /(?:ed|ing)$/.test(form) || Object.values(IRREGULAR).join(" ").split(" ").includes(form),
  );

/** Every form of a verb of counting. */
export const DEFINED: ReadonlySet<string> = new Set(defining.flatMap(([, forms]) => forms));
/** "Counted", "left", "measured": what a thing may be said to be. */
export const COUNTED: ReadonlySet<string> = new Set(defining.flatMap(([, forms]) => participles(forms)));
/** What a market itself may do in words: stand in a definition. */
export const BELONGING: ReadonlySet<string> = new Set(
  [
    "include",
    "exclude",
    "contain",
    "overlap",
    "belong",
    "differ",
    "vary",
    "consist",
    "comprise",
    "count",
  ].flatMap(formsOf),
);

/** Verbs that say what came to pass. Of a market or what is measured of it, they assert. */
export const HAPPENING = new Set(
  `lie follow come arrive begin start end turn close open return pass stay stand happen earn matter work act respond react
last persist proceed recover resume occur emerge develop build reach run play speak look seem feel become grow behave go stop
survive meet need want keep remain exist deserve add raise reduce shift drift settle dominate outlast
precede accompany compensate absorb become ask argue say tell prove do suit serve fade linger spread evolve adapt enter escape
attract resolve confirm dictate govern decide flip help bring get let offer provide enable alter affect influence explain
indicate suggest imply mean favour tend manage produce continue carry perform fire reappear recur happen
collapse lose pull push collide converge diverge decouple`
    .split(/\s+/)
    .flatMap(formsOf)
    .concat(
      "lost came begun began stood ran spoke felt became grown grew gone went met went brought got meant said told proven did done does ran lets won built".split(
        " ",
      ),
    ),
);

export const BE = set("is are was were be been being isn't aren't wasn't weren't");
export const HAVE = set("has have had");
export const MODAL = set("may might can could cannot need do does did");
export const PREPOSITIONS = set(
  `of in on at by for from with without to into over under before after between among across within through during
against above below around about beyond behind beside besides despite until since per than as near towards toward
unlike like outside inside off upon via along`,
);
export const DETERMINERS = set(`the a an its their his our every any no which whose another other`);
/** These may also stand alone, as the subject. */
export const DEMONSTRATIVES = set(
  "this that these those each all both some such either neither same few many several",
);
/** They end the reach of what stands before them. */
export const STOPS = set(
  `while when where whereas although though because if unless whether that but so however than as until since`,
);
/** They open a clause that asks, and asserts nothing. */
export const ASKING = set("whether how whichever whatever which");

/** Nouns of definition: what a thing may be said to be, "a matter of definition", "no indicator". */
export const DEFINITIONS = set(
  `part matter sum sums average averages mean measure measures ratio ratios difference number numbers product estimate
estimates total totals share shares kind indicator guide proof evidence observation observations constant constants
convention conventions artefact artefacts approximation approximations opinion opinions value values figure figures assumption assumptions
index composite count counts sample samples fact facts statistic statistics definition definitions combination
concept proxy proxies snapshot snapshots quotient percentage weight weights median ranges range rule rules term terms
name names label labels unit units record forecast forecasts statement assurance threshold thresholds companies members those what price
return cut series test tests choice choices`,
);

/** What a thing may be said to be, where it is no noun: of knowledge, kind and number, never of worth. */
export const LIMITING = set(
  `rare few noisy uncertain different comparable independent available unavailable incomplete provisional
preliminary skewed unequal uneven irregular approximate unknown unobserved similar separate distinct identical the
net gross nominal hypothetical historical annual annualised monthly daily quarterly weekly yearly cumulative total
relative absolute simple arithmetic geometric equal-weighted value-weighted forward trailing backward-looking
unlike alike short-lived scarce sparse limited subject open only not also never itself themselves neither nor no what one-sided arbitrary
conventional subjective approximations estimated short small long many public gone missing wide large`,
);
