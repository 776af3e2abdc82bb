import type { Figure } from "../briefing/figure.ts";
import { formatDate, formatNumber } from "../briefing/format.ts";
import { partsOf } from "../topics/read-from.ts";
import { figureOf, numberIn, present, unrounded, untested } from "./decide.ts";
import type { Facts, Verdict } from "./port.ts";

/** Three cuts announced in 2025, the third on 10 December. */
export function thirdCut({ policy }: Facts): Verdict {
  if (typeof policy === "string") return untested(policy);
  const { data, source } = policy;
  const known = source.completeTo ?? source.asOf;
  const found = data.filter(({ announced, changeBp }) => announced.startsWith("2025-") && changeBp < 0);
  const third = found[2]?.announced ?? null;
  if (third === null && known < "2025-12-10")
    return untested(`policy decisions are known to ${formatDate(known)} only`);
  const days = found.map(({ announced }) => formatDate(announced)).join(", ");
  const figure: Figure = {
    key: "policy.cuts2025",
    label: "Cuts announced in 2025",
    unit: "count",
    value: found.length,
    asOf: known > source.retrievedAt ? source.asOf : known,
    definition: "Announced decreases of the Fed's target in 2025",
    sources: partsOf(source),
  };
  const holds = found.length === 3 && third === "2025-12-10";
  return {
    verdict: holds ? "holds" : "fails",
    figures: [figure],
    note: days === "" ? "no cut was announced in 2025" : `announced on ${days}`,
  };
}

/** As of a month-end: the figure whose last month is that month. */
function at(facts: Facts, date: string, key: string): Figure | undefined {
  const figure = figureOf(facts.past.get(`performance ${date}`), key);
  return figure?.asOf.slice(0, 7) === date.slice(0, 7) ? figure : undefined;
}

export const MONTH_ENDS = ["2025-10-31", "2025-11-30", "2025-12-31"] as const;

/** Within 1 pp of 5 at every month-end from October to December 2025. */
export function sixMonths(facts: Facts): Verdict {
  const figures = present(MONTH_ENDS.map((date) => at(facts, date, "performance.6m.relative")));
  const missing = MONTH_ENDS.length - figures.length;
  if (figures.length === 0)
    return untested("the data hold none of the month-ends of October to December 2025");
  const isNear = (value: number) => Math.abs(value - 5) <= 1;
  const met = figures.filter((each) => isNear(numberIn(each) ?? 0)).length;
  const note = `within 1 pp of 5 at ${met} of ${figures.length} month-ends from October to December 2025${unrounded(figures, isNear)}`;
  if (met > 0 && met < figures.length) return { verdict: "depends on definition", figures, note };
  if (missing > 0) return untested(`${note}; ${missing} of them are not in the data`, figures);
  return { verdict: met > 0 ? "holds" : "fails", figures, note };
}

const OF_AUGUST = /\(Aug 2025\)/;

/** Among the ten best months of small-caps' own record, as far as it had got when the claim was printed. */
export function recordMonth(facts: Facts): Verdict {
  const best = at(facts, "2025-11-30", "performance.bestMonth12m.small");
  const rank = at(facts, "2025-11-30", "performance.bestMonth12m.smallRank");
  const figures = present([best, rank]);
  const place = numberIn(rank);
  if (place === null) return untested("the data do not hold the twelve months to November 2025");
  if (OF_AUGUST.test(rank?.label ?? ""))
    return {
      verdict: place <= 10 ? "holds" : "fails",
      figures,
      note: `August 2025 ranks ${formatNumber(place, 0)} of the ${formatNumber(rank?.n ?? 0, 0)} months of small-caps' whole history to November 2025, the last before the claim was printed; it holds among the ten best`,
    };
  // A better month of the same window that is not among the ten best leaves August out as well.
  return place >= 10
    ? {
        verdict: "fails",
        figures,
        note: "another month of the twelve was better, and that one is not among the nine best",
      }
    : untested("another month of the twelve was better; the rank of August 2025 is not computed", figures);
}

/** The best relative month of the twelve to the last full month before the writing. */
export function bestRelativeMonth(facts: Facts): Verdict {
  const best = at(facts, "2025-11-30", "performance.bestMonth12m.relative");
  if (best === undefined || numberIn(best) === null)
    return untested("the data do not hold the twelve months to November 2025");
  const holds = OF_AUGUST.test(best.label);
  return {
    verdict: holds ? "holds" : "fails",
    figures: [best],
    note: "of the twelve months to November 2025, the last before the claim was printed",
  };
}
