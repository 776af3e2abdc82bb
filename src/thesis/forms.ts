/**
 * How a sentence stands to the claim: the same; its opposite, which fails where the claim holds; more than the claim,
 * which fails where the claim fails; of the same thing by another measure, which has no verdict of the claim's.
 */
export type Relation = "same" | "opposite" | "stronger" | "other";
interface Form {
  readonly id: number;
  readonly relation: Relation;
  readonly pattern: RegExp;
}

const BE = "(?:is|are|was|were|have been|has been)";
const HAVE = "(?:(?:have|has) )?";
const BEAT = "(?:beat|beats|beaten|outperform|outperforms|outperformed|led|lead)";
const LAG = "(?:lag|lags|lagged|trailed|trail|underperform|underperformed)";
const M250 = "\\$250 ?(?:m|mn|million)(?: dollars)?";
const BN = (digits: number) => `\\$${digits} ?(?:bn|billion)(?: dollars)?`;
const EASIER =
  "(?:easier (?:money|monetary policy|policy)|looser (?:money|policy)|lower rates|rate cuts|easing)";
const CRISIS = "(?:2008 (?:financial )?crisis|crisis of 2008)";

const form = (id: number, text: string, relation: Relation = "same"): Form => ({
  id,
  relation,
  pattern: new RegExp(`^${text.replaceAll("BE", BE).replaceAll("BEAT", BEAT)}$`),
});

/** Whole clauses in plain words: one with a word too many, or in another order, is none of them. */
const FORMS: readonly Form[] = [
  form(1, `S BE (?:defined as )?(?:companies |those )?(?:worth )?between ${M250} and ${BN(2)}`),
  form(2, `(?:members of L|L members|L|L index members) (?:BE worth (?:more than|over)|exceed) ${BN(10)}`),
  form(3, "S (?:have|offer) (?:stronger|greater|higher) growth potential(?: than L)?"),
  form(4, "S BE more volatile(?: than L)?"),
  form(4, "S BE less volatile(?: than L)?", "opposite"),
  form(4, "L BE less volatile(?: than S)?"),
  form(4, "L BE more volatile(?: than S)?", "opposite"),
  form(5, "S (?:make up|are) 85% of world listed companies"),
  form(5, "85% of world listed companies are S"),
  form(6, "65% of (?:world S|global S) index is us"),
  form(7, "there is 1 analyst for (?:every |each )?S against 4 for (?:every |each )?L"),
  form(7, "1 analyst (?:follows|covers) S where 4 (?:follow|cover) L"),
  form(8, `over long (?:run|term) S ${HAVE}${BEAT} L`),
  form(8, `S ${HAVE}${BEAT} L over long (?:run|term)`),
  form(8, `over long (?:run|term) S ${HAVE}${LAG} L`, "opposite"),
  form(8, `S ${HAVE}${LAG} L over long (?:run|term)`, "opposite"),
  form(8, `L ${HAVE}${BEAT} S over long (?:run|term)`, "opposite"),
  form(8, `L ${HAVE}${LAG} S over long (?:run|term)`),
  form(9, "size premium BE inconsistent(?: since)?"),
  form(10, "S BE (?:highly |consistently )?sensitive to (?:interest )?rates and (?:to )?(?:economic )?cycle"),
  form(11, `${EASIER} (?:is|are) tailwind for S`),
  form(11, `${EASIER} (?:supports?|helps?|benefits?|boosts?) S`),
  form(11, `S benefit from ${EASIER}`),
  form(12, "(?:about )?41% of S(?: companies)? rely on floating-rate debt"),
  form(13, "(?:about )?19% of L(?: companies)? rely on floating-rate debt"),
  form(13, "for L floating-rate share is (?:only )?19%"),
  form(17, "august(?: 2025)? (?:brought|was) near-record (?:monthly gain|month)(?: of 7.1%)?(?: for S)?"),
  form(
    17,
    "august(?: 2025)? (?:brought|was) record (?:monthly gain|month)(?: of 7.1%)?(?: for S)?",
    "stronger",
  ),
  form(17, "in august 2025 S had near-record month(?: of 7.1%)?"),
  form(
    18,
    "august(?: 2025)? was (?:strongest|best) month (?:for S )?(?:relative to|against|versus) L in 12(?: months)?",
  ),
  form(
    18,
    "(?:in )?august(?: 2025)? S had (?:strongest|best) month (?:relative to|against|versus) L in 12(?: months)?",
  ),
  form(18, "in august(?: 2025)? S had (?:strongest|best) month (?:of|in) year", "other"),
  form(18, "S had (?:strongest|best) month (?:of|in) year in august(?: 2025)?", "other"),
  form(18, "august(?: 2025)? was (?:S )?(?:strongest|best) month (?:of|in) year(?: for S)?", "other"),
  form(19, `S (?:tend to )?${HAVE}${BEAT} L in (?:economic )?recover(?:ies|y)`),
  form(19, `S (?:tend to )?${HAVE}${LAG} L in (?:economic )?recover(?:ies|y)`, "opposite"),
  form(20, "S valuations (?:tend to )?mirror consumer (?:sentiment|confidence)"),
  form(21, "S (?:generate|earn) mostly (?:domestic revenue|at home)"),
  form(21, "S revenue is mostly domestic"),
  form(22, "S BE barometer of (?:us )?economy"),
  form(23, `(?:following|after) ${CRISIS} S ${BEAT} L for 3 years`),
  form(23, `S ${BEAT} L for 3 years (?:following|after) ${CRISIS}`),
  form(23, `S ${LAG} L for 3 years (?:following|after) ${CRISIS}`, "opposite"),
  form(24, "bank regime indicator turned to recovery in september 2025"),
  form(25, "S (?:have been trading|have traded|trade) at discount to L for (?:quite )?some time"),
  form(25, "S (?:have been trading|have traded|trade) at premium to L for (?:quite )?some time", "opposite"),
  form(
    26,
    "S trade (?:on|at) 19(?:.0)? ?(?:x|times) forward earnings (?:against|versus|vs) 23 ?(?:x|times) for L",
  ),
  form(
    26,
    "S trade (?:on|at) 19 ?(?:x|times) forward earnings (?:and )?L (?:trade )?(?:on|at) 23(?: ?(?:x|times))?",
  ),
  form(27, "p\\/e is price (?:divided by|over) annual earnings"),
  form(28, "(?:earnings )?estimates for S BE (?:being )?revised (?:upward|up)"),
  form(28, "S earnings(?: estimates)? BE (?:being )?revised (?:upward|up)"),
  form(28, "S earnings(?: estimates)? BE (?:being )?revised (?:downward|down)", "opposite"),
  form(29, "(?:m&a )?deals BE on pace for record of 1996"),
  form(30, "(?:quality )?S diversify portfolio (?:of L|that is heavy in L)"),
];

/** Claims that the form names no side of are not made of the other one. */
const OF_SMALL = new Set([17, 18]);

export interface Matched {
  readonly id: number;
  readonly relation: Relation;
  readonly isDenied: boolean;
  /** A month is said without its year. */
  readonly yearIsTaken: boolean;
}

const AUXILIARY = /\b(do|does|did|is|are|was|were|have|has) not\b/;
const undenied = (text: string) =>
  text.replace(AUXILIARY, (_all, word: string) => (/^d/.test(word) ? "" : word)).replace(/\s+/g, " ");

/** The claim of the ledger that a clause in plain words makes, with nothing left over; null: none. */
export function claimIn(text: string, subject: "S" | "L" | null): Matched | null {
  for (const [isDenied, core] of [
    [false, text],
    [true, undenied(text)],
  ] as const) {
    const found = FORMS.find(({ pattern }) => pattern.test(core));
    if (found === undefined || (isDenied && core === text)) continue;
    if (OF_SMALL.has(found.id) && subject === "L" && !text.includes("S")) continue;
    const yearIsTaken = OF_SMALL.has(found.id) && !text.includes("2025");
    return { id: found.id, relation: found.relation, isDenied, yearIsTaken };
  }
  return null;
}
