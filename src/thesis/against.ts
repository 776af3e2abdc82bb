import type { Figure } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { type Amount, amountInWords, meets } from "./amounts.ts";
import type { Assertion } from "./assertion.ts";
import { figureOf, numberIn, readOf, untested, VARIANTS } from "./decide.ts";
import type { Facts, Verdict, VerdictName } from "./port.ts";

const AFTER: Readonly<Record<string, string>> = {
  all: " after all cuts",
  first: " after first cuts",
  scheduled: " after scheduled cuts",
  unsaid: " after Fed cuts",
};

const SPREAD: Readonly<Record<string, string>> = {
  mean: " on average",
  most: " in most windows",
  every: " in every window",
};

/** What was understood of a sentence, in words. */
export function inWords({ kind, side, direction, value, period, sample, of, isDenied }: Assertion): string {
  const who = `${side}-caps`;
  const other = side === "small" ? "large-caps" : "small-caps";
  const level = value === null ? "" : amountInWords(value);
  const by = level === "" ? "" : ` by ${level}`;
  const where = `${AFTER[sample ?? ""] ?? ""}${SPREAD[sample === null || kind === "hit" ? "" : of] ?? ""}${period === null ? "" : ` (${period})`}`;
  const up = direction > 0;
  const words: Readonly<Record<Assertion["kind"], string>> = {
    race: `${who} ${up ? "beat" : "lagged"} ${other}${by}${where}`,
    return: `${who} ${up ? "rose" : "fell"}${by}${where}`,
    multiple: `${who} trade at ${level} earnings`,
    gap: `${who} trade at a ${up ? "premium" : "discount"} to ${other}${level === "" ? "" : ` of ${level}`}`,
    hit: `${who} were ${up ? "ahead" : "behind"} in ${level} of windows${where}`,
    losses: `${level} of ${who} lose money`,
  };
  return `${isDenied ? "it is not so that " : ""}${words[kind]}`;
}

/** Whether a value is what was said; `sign` is that of the statement, 0 where a level was said. */
function agrees(figure: number, said: Amount | null, sign: -1 | 0 | 1): boolean {
  if (sign !== 0 && Math.sign(figure) !== sign) return false;
  return said === null || meets(sign === 0 ? figure : Math.abs(figure), said);
}

/** One reading decides; several that disagree depend on the definition. */
function decided(figures: readonly Figure[], holds: (value: number) => boolean, note: string): Verdict {
  const present = figures.filter((each) => numberIn(each) !== null);
  if (present.length === 0) {
    const why = figures.map(({ value }) => (isAbsent(value) ? value.note : "")).find(Boolean);
    return untested(why ?? "the figure is not in the data at hand");
  }
  const results = present.map((each) => holds(numberIn(each) ?? Number.NaN));
  const verdict = results.every(Boolean)
    ? "holds"
    : results.some(Boolean)
      ? "depends on definition"
      : "fails";
  return { verdict, figures: present, note };
}

const within = (value: Amount | null) =>
  value === null
    ? "the sign decides"
    : `compared with ${amountInWords(value)} in the precision of the figure`;

const DENIED: Partial<Record<VerdictName, VerdictName>> = { holds: "fails", fails: "holds" };

/** A measurable statement against the figures at hand; what it denies is judged, and turned round. */
export function judge(assertion: Assertion, facts: Facts): Verdict {
  const found = judged(assertion, facts);
  if (!assertion.isDenied) return found;
  const note = `the sentence denies it; ${found.note}`;
  return { ...found, verdict: DENIED[found.verdict] ?? found.verdict, note };
}

function judged(assertion: Assertion, facts: Facts): Verdict {
  const { kind } = assertion;
  switch (kind) {
    case "multiple":
    case "gap":
    case "losses":
      return valuation(assertion, facts);
    case "race":
    case "hit":
      return assertion.sample === null ? race(assertion, facts) : afterCuts(assertion, facts);
    case "return":
      return returned(assertion, facts);
  }
}

function valuation({ kind, side, direction, value, earnings }: Assertion, facts: Facts): Verdict {
  const briefing = readOf(facts, "valuation");
  if (typeof briefing === "string") return untested(briefing);
  const figures = (keys: readonly string[]) => keys.flatMap((key) => figureOf(briefing, key) ?? []);
  const basis = figures(["valuation.basis"])[0]?.label ?? "";
  if (earnings !== null && !basis.includes(earnings))
    return untested(`it speaks of ${earnings} earnings; the figures here are on another basis`);
  const note = `${within(value)}; of ${formatDate(briefing.asOf)}`;
  if (kind === "losses")
    return decided(
      figures([`valuation.${side}.lossShareCount`, `valuation.${side}.lossShareCap`]),
      (each) => agrees(each, value, 0),
      `${note}; by count and by market cap`,
    );
  if (kind === "multiple")
    return decided(
      figures(VARIANTS.map((variant) => `valuation.${side}.${variant}.pe`)),
      (each) => agrees(each, value, 0),
      `${note}; every definition of the multiple`,
    );
  // A gap is of small to large; of large to small it is turned round, and is another percentage.
  const turned = (each: number) => (side === "small" ? each : (1 / (1 + each / 100) - 1) * 100);
  return decided(
    figures(VARIANTS.map((variant) => `valuation.discount.${variant}`)),
    (each) => agrees(turned(each), value, direction),
    `${note}; every definition of the multiple`,
  );
}

function race({ side, direction, value, period, kind }: Assertion, facts: Facts): Verdict {
  const performance = readOf(facts, "performance");
  if (typeof performance === "string") return untested(performance);
  if (kind === "hit") return untested("how often is computed after Fed cuts alone");
  if (period === null) return untested("it says no window over which to measure");
  const figure = figureOf(performance, `performance.${period}.relative`);
  if (figure === undefined) return untested("no figure is computed over that window");
  const sign = (side === "small" ? direction : -direction) as 1 | -1;
  return decided(
    [figure],
    (each) => agrees(each, value, sign),
    `${within(value)}; the end date decides: ${formatDate(figure.asOf)}`,
  );
}

function returned({ side, direction, value, period }: Assertion, facts: Facts): Verdict {
  const performance = readOf(facts, "performance");
  if (typeof performance === "string") return untested(performance);
  if (period === null) return untested("it says no window over which to measure");
  const figure = figureOf(performance, `performance.${period}.${side}`);
  if (figure === undefined) return untested("no figure is computed over that window");
  return decided(
    [figure],
    (each) => agrees(each, value, direction as 1 | -1),
    `${within(value)}; to ${formatDate(figure.asOf)}`,
  );
}

function afterCuts({ side, direction, value, period, sample, kind, of }: Assertion, facts: Facts): Verdict {
  const ratecut = readOf(facts, "ratecut");
  if (typeof ratecut === "string") return untested(ratecut);
  const samples = sample === "unsaid" || sample === null ? ["all", "first"] : [sample];
  const horizons = period === null ? ["1m", "3m", "6m", "12m", "24m"] : [period];
  const statistic = kind === "hit" || of !== "mean" ? "hit" : "mean";
  const keys = samples.flatMap((each) =>
    horizons.map((horizon) => `ratecut.${each}.${horizon}.${statistic}`),
  );
  const figures = keys.flatMap((key) => figureOf(ratecut, key) ?? []);
  const sign = (side === "small" ? direction : -direction) as 1 | -1;
  const share = (each: number) => (sign > 0 ? each : 100 - each);
  const holds = (each: number) => {
    if (kind === "hit") return agrees(share(each), value, 0);
    if (of === "mean") return agrees(each, value, sign);
    return of === "every" ? share(each) === 100 : share(each) > 50;
  };
  const which =
    samples.length > 1 ? "; it does not say which cuts, so all cuts and first cuts are both shown" : "";
  const test = { mean: within(value), most: "more than half of the windows", every: "every window" };
  return decided(figures, holds, `${kind === "hit" ? within(value) : test[of]}${which}`);
}
