import type { Figure } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import type { Amount, Assertion } from "./assertion.ts";
import { figureOf, numberIn, readOf, untested, VARIANTS } from "./decide.ts";
import type { Facts, Verdict } from "./port.ts";

const amountOf = ({ value, unit, bound }: Amount) =>
  `${bound === null ? "" : `${bound} `}${value}${unit === "%" ? " %" : "x"}`;

const AFTER: Readonly<Record<string, string>> = {
  all: " after all cuts",
  first: " after first cuts",
  scheduled: " after scheduled cuts",
  unsaid: " after Fed cuts",
};

/** What was understood of a sentence, in words. */
export function inWords({ kind, side, direction, value, period, sample }: Assertion): string {
  const who = `${side}-caps`;
  const other = side === "small" ? "large-caps" : "small-caps";
  const level = value === null ? "" : amountOf(value);
  const by = level === "" ? "" : ` by ${level}`;
  const where = `${AFTER[sample ?? ""] ?? ""}${period === null || period === "other" ? "" : ` (${period})`}`;
  const up = direction > 0;
  const words: Readonly<Record<Assertion["kind"], string>> = {
    race: `${who} ${up ? "beat" : "lagged"} ${other}${by}${where}`,
    return: `${who} ${up ? "rose" : "fell"}${by}${where}`,
    multiple: `${who} trade at ${level} earnings`,
    gap: `${who} trade at a ${up ? "premium" : "discount"} to ${other}${level === "" ? "" : ` of ${level}`}`,
    hit: `${who} were ${up ? "ahead" : "behind"} in ${level} of windows${where}`,
    losses: `${level} of ${who} lose money`,
  };
  return words[kind];
}

/** Whether a value is what was said; `sign` is that of the statement, 0 where a level was said. */
function agrees(figure: number, said: Amount | null, sign: -1 | 0 | 1): boolean {
  if (sign !== 0 && Math.sign(figure) !== sign) return false;
  if (said === null) return true;
  const size = sign === 0 ? figure : Math.abs(figure);
  const wanted = sign === 0 ? said.value : Math.abs(said.value);
  if (said.bound === "at least") return size >= wanted - said.tolerance;
  if (said.bound === "at most") return size <= wanted + said.tolerance;
  return Math.abs(size - wanted) <= said.tolerance;
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
    : `taken as met within ${Number(value.tolerance.toFixed(2))} of the number as written`;

/** A measurable statement against the figures at hand. */
export function judge(assertion: Assertion, facts: Facts): Verdict {
  const { kind, dated, beyond } = assertion;
  if (beyond !== null) return untested(`it speaks of “${beyond}”, of which there is no figure here`);
  if (dated !== null && !(assertion.sample !== null && /since 1990/.test(dated)))
    return untested(`it speaks of “${dated}”; the figures here are of other dates`);
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

function afterCuts({ side, direction, value, period, sample, kind }: Assertion, facts: Facts): Verdict {
  const ratecut = readOf(facts, "ratecut");
  if (typeof ratecut === "string") return untested(ratecut);
  if (period === "other" || period === "ytd")
    return untested("no figure is computed over that window after cuts");
  const samples = sample === "unsaid" || sample === null ? ["all", "first"] : [sample];
  const horizons = period === null ? ["1m", "3m", "6m", "12m", "24m"] : [period];
  const statistic = kind === "hit" ? "hit" : "mean";
  const keys = samples.flatMap((each) =>
    horizons.map((horizon) => `ratecut.${each}.${horizon}.${statistic}`),
  );
  const figures = keys.flatMap((key) => figureOf(ratecut, key) ?? []);
  const sign = (side === "small" ? direction : -direction) as 1 | -1;
  const holds = (each: number) =>
    kind === "hit" ? agrees(sign > 0 ? each : 100 - each, value, 0) : agrees(each, value, sign);
  const which =
    samples.length > 1 ? "; it does not say which cuts, so all cuts and first cuts are both shown" : "";
  return decided(figures, holds, `${within(value)}${which}`);
}
