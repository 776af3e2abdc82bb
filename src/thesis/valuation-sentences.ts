import { takeAmounts } from "./adjuncts.ts";
import { AMOUNT, amountOf } from "./amounts.ts";
import { type Assertion, STILL, sideOf } from "./assertion.ts";

const N_X =
  "(?:(about|around|roughly|nearly|almost|more than|less than|over|under|at least|up to) )?(\\d+(?:\\.\\d+)?) ?(x|times)";
const BASIS = "(?: (forward|expected|trailing|reported))?(?: earnings)?";
const TRADES = "(?:trade|trades|are trading|is trading|are valued|is valued) (?:on|at)";
const ONE = new RegExp(`^([SL]) ${TRADES} ${N_X}${BASIS}$`);
const TWO = new RegExp(
  `^([SL]) ${TRADES} ${N_X}${BASIS}(?: and| against| versus| vs| compared with)? ([SL]) (?:(?:trade )?(?:on|at) )?${N_X}${BASIS}$`,
);
const TWO_FOR = new RegExp(
  `^([SL]) ${TRADES} ${N_X}${BASIS} (?:against|versus|vs|compared with) ${N_X}${BASIS} for ([SL])$`,
);

const basisOf = (word: string | undefined): Assertion["earnings"] =>
  word === undefined ? null : /^(?:forward|expected)$/.test(word) ? "forward" : "trailing";
const multiple = (
  letter: string | undefined,
  parts: readonly (string | undefined)[],
  basis: string | undefined,
): Assertion => ({
  ...STILL,
  kind: "multiple",
  side: sideOf(letter),
  value: amountOf(parts[0], parts[1] ?? "", parts[2] ?? ""),
  earnings: basisOf(basis),
});

/** "S trade at 19x" */
export function multiples(text: string): readonly Assertion[] {
  const one = ONE.exec(text);
  if (one) return [multiple(one[1], one.slice(2, 5), one[5])];
  const two = TWO.exec(text);
  const four = TWO_FOR.exec(text);
  const [first, second, at] = two ? [two, two[6], 7] : four ? [four, four[10], 6] : [];
  const late = two ? two[10] : four?.[9];
  if (!first || first[1] === second) return [];
  return [
    multiple(first[1], first.slice(2, 5), first[5]),
    multiple(second, first.slice(at, (at ?? 0) + 3), late ?? first[5]),
  ];
}

const GAP =
  /^([SL]) (?:(?:do|does|are|is) )?(not )?(?:(?:trade|trades|trading|valued) )?(?:at )?(?:(premium|more expensive|dearer)|(discount|cheaper|less expensive)) (?:to|than) ([SL])$/;
/** Of one side alone: against the other one, as such sentences go. */
const GAP_ALONE =
  /^([SL]) (?:(?:do|does|are|is) )?(not )?(?:trade|trades|trading|valued) at (?:(premium)|(discount))$/;

/** "At a discount of 15% to L" */
export function gap(text: string): readonly Assertion[] {
  const { text: core, amounts } = takeAmounts(text);
  const found = GAP.exec(core) ?? GAP_ALONE.exec(core);
  if (found === null || found[1] === found[5] || amounts.length > 1) return [];
  const [value = null] = amounts;
  if (value !== null && value.unit !== "%") return [];
  return [
    {
      ...STILL,
      kind: "gap",
      side: sideOf(found[1]),
      direction: found[3] === undefined ? -1 : 1,
      value,
      isDenied: found[2] !== undefined,
    },
  ];
}

const LOSSES = new RegExp(
  `^${AMOUNT.source} of ([SL]) (?:lose money|are unprofitable|are loss-?making|make losses|make loss|make no profit|are loss-?makers)$`,
);

/** "40% of S lose money" */
export function losses(text: string): readonly Assertion[] {
  const found = LOSSES.exec(text);
  if (found === null || found[3] !== "%") return [];
  return [
    { ...STILL, kind: "losses", side: sideOf(found[4]), value: amountOf(found[1], found[2] ?? "", "%") },
  ];
}
