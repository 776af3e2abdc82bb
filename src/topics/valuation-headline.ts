import { isAbsent, type Value } from "../briefing/value.ts";
import { VARIANTS, type Variant } from "../maths/multiples.ts";
import { SIDES } from "./members.ts";
import type { View } from "./topic.ts";
import type { ValuationResult } from "./valuation-figures.ts";
import { allOf, withheldSince } from "./words.ts";

export type ValuationView = View<
  { readonly variant: Variant | "all"; readonly eps: number | null },
  ValuationResult
>;

export const LEAD_WORDS: Record<Variant, string> = {
  aggIncl: "with loss-makers in",
  aggExLoss: "without loss-makers",
  median: "at the median",
  profitable: "among the profitable",
};

type Reading = "below" | "above" | "level with";

/** A gap that rounds to nothing is neither a discount nor a premium; an absent one says nothing. */
function reading(gap: Value): Reading | null {
  if (isAbsent(gap)) return null;
  return Math.abs(gap) < 0.05 ? "level with" : gap < 0 ? "below" : "above";
}

export const gapKey = ({ args }: Pick<ValuationView, "args">, variant: Variant) =>
  args.eps === null ? `valuation.discount.${variant}` : `valuation.whatIf.${variant}.discount`;

/** The gaps there are, by what they say, in the order of the table. */
export function readings(view: ValuationView): ReadonlyMap<Variant, Reading> {
  return new Map(
    VARIANTS.flatMap((variant): [Variant, Reading][] => {
      const said = reading(view.value(gapKey(view, variant)));
      return said === null ? [] : [[variant, said]];
    }),
  );
}

/** Which side is dearer, in words, on the definitions that have a gap. */
export function valuationHeadline(view: ValuationView): string {
  const { args, result } = view;
  const said = readings(view);
  if (said.size === 0) return `Small-caps against large-caps on P/E: ${whyNone(view)}`;
  const opening = args.eps === null ? "Small-caps trade" : "Hypothetical: small-caps would trade";
  const them = `large-caps${result.basis === "trailing" ? " on trailing earnings" : ""}`;
  return args.variant === "all"
    ? `${opening} ${overall(view, said, them)}`
    : led(args.variant, said, opening, them);
}

/** Why no definition gives a gap. */
function whyNone(view: ValuationView): string {
  const stale = VARIANTS.map((variant) => view.figure(gapKey(view, variant))).find(
    ({ value }) => isAbsent(value) && value.absent === "stale",
  );
  if (stale) return withheldSince(stale.asOf);
  const empty = SIDES.find((side) => view.result[side].members.length === 0);
  if (empty) return `they cannot be compared, ${empty} has no covered member`;
  const losing = SIDES.find((side) =>
    VARIANTS.every((variant) => isAbsent(view.value(`valuation.${side}.${variant}.pe`))),
  );
  return losing
    ? `they cannot be compared, ${losing}-caps earn nothing on any definition`
    : "they cannot be compared, no definition has a P/E on both sides";
}

function overall(view: ValuationView, said: ReadonlyMap<Variant, Reading>, them: string): string {
  const meaningless = lossesHideThePe(view);
  const [first, ...others] = new Set(said.values());
  const outside = [...said].filter(([variant]) => variant !== "aggIncl").map(([, each]) => each);
  const agreed = outside[0];
  const oneOutside = agreed !== undefined && outside.every((each) => each === agreed);
  if (meaningless && oneOutside)
    return `${agreed} ${them} without loss-makers; with them the P/E means nothing`;
  if (others.length === 0) return `${first} ${them} on ${everyOf(said.size)}`;
  const within = said.get("aggIncl");
  if (oneOutside && within) return `${agreed} ${them} without loss-makers, ${within} with them`;
  return `${named(said, them)}${meaningless ? "; with loss-makers in the P/E means nothing" : ""}`;
}

function everyOf(count: number): string {
  if (count === VARIANTS.length) return "every definition";
  return count === 1 ? "the one definition with a P/E" : `${allOf(count)} definitions with a P/E`;
}

/** "below large-caps at the median, above without loss-makers and among the profitable" */
function named(said: ReadonlyMap<Variant, Reading>, them: string): string {
  const groups = [...new Set(said.values())].map((each) => {
    const where = [...said].filter(([, other]) => other === each).map(([variant]) => LEAD_WORDS[variant]);
    return { each, where: listed(where) };
  });
  return groups
    .map(({ each, where }, index) =>
      index === 0
        ? `${each} ${them} ${where}`
        : `${each === "level with" ? "level with them" : each} ${where}`,
    )
    .join(", ");
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function lossesHideThePe({ value }: ValuationView): boolean {
  return SIDES.some((side) => {
    const pe = value(`valuation.${side}.aggIncl.pe`);
    return isAbsent(pe) && pe.absent === "not_meaningful";
  });
}

/** Where one definition was asked for: its reading first, then exactly those that differ. */
function led(variant: Variant, said: ReadonlyMap<Variant, Reading>, opening: string, them: string): string {
  const own = said.get(variant);
  if (own === undefined) return `${opening} ${named(said, them)}; there is no P/E ${LEAD_WORDS[variant]}`;
  const differing = new Map([...said].filter(([, each]) => each !== own));
  const counter =
    differing.size > 0
      ? named(differing, "them")
      : said.size === 1
        ? "no other definition to compare"
        : said.size === VARIANTS.length
          ? "every definition agrees"
          : "the other definitions with a P/E agree";
  return `${opening} ${own} ${them} ${LEAD_WORDS[variant]}; ${counter}`;
}
