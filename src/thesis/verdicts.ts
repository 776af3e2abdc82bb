import type { Figure } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { figureOf, numberIn, untested } from "./against.ts";
import type { Facts, Verdict } from "./port.ts";

const HORIZONS = ["1m", "3m", "6m", "12m", "24m"] as const;
const present = (figures: readonly (Figure | undefined)[]): readonly Figure[] =>
  figures.filter((each): each is Figure => numberIn(each) !== null);

/** Mean above zero at all five horizons in both samples, at none, or the definition decides. */
function cuts({ ratecut }: Facts): Verdict {
  if (typeof ratecut === "string") return untested(ratecut);
  const keys = ["all", "first"].flatMap((sample) => HORIZONS.map((each) => `ratecut.${sample}.${each}.mean`));
  const figures = present(keys.map((key) => figureOf(ratecut, key)));
  const cycles = numberIn(figureOf(ratecut, "ratecut.cycles"));
  const episodes = cycles === null ? "" : `; all of it is ${cycles} episodes`;
  if (figures.length < keys.length) return untested("some horizons have no complete window", figures);
  const above = figures.filter((each) => (numberIn(each) ?? 0) > 0).length;
  const verdict = above === keys.length ? "holds" : above === 0 ? "fails" : "depends on definition";
  return {
    verdict,
    figures,
    note: `the mean is above zero at ${above} of ${keys.length} horizons of all cuts and first cuts${episodes}`,
  };
}

/** Three cuts announced in 2025, the third on 10 December. */
function thirdCut({ policy }: Facts): Verdict {
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
    sources: [source],
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
  const figure = figureOf(facts.performanceAt.get(date), key);
  return figure?.asOf.slice(0, 7) === date.slice(0, 7) ? figure : undefined;
}

export const MONTH_ENDS = ["2025-10-31", "2025-11-30", "2025-12-31"] as const;

/** Within 1 pp of 5 at every month-end from October to December 2025. */
function sixMonths(facts: Facts): Verdict {
  const figures = present(MONTH_ENDS.map((date) => at(facts, date, "performance.6m.relative")));
  const missing = MONTH_ENDS.length - figures.length;
  if (figures.length === 0)
    return untested("the data hold none of the month-ends of October to December 2025");
  const met = figures.filter((each) => Math.abs((numberIn(each) ?? 0) - 5) <= 1).length;
  const note = `within 1 pp of 5 at ${met} of ${figures.length} month-ends from October to December 2025`;
  if (met > 0 && met < figures.length) return { verdict: "depends on definition", figures, note };
  if (missing > 0) return untested(`${note}; ${missing} of them are not in the data`, figures);
  return { verdict: met > 0 ? "holds" : "fails", figures, note };
}

const OF_AUGUST = /\(Aug 2025\)/;

/** Among the ten best months on record. */
function recordMonth(facts: Facts): Verdict {
  const best = at(facts, "2025-11-30", "performance.bestMonth12m.small");
  const rank = at(facts, "2025-11-30", "performance.bestMonth12m.smallRank");
  const figures = present([best, rank]);
  const place = numberIn(rank);
  if (place === null) return untested("the data do not hold the twelve months to November 2025");
  if (OF_AUGUST.test(rank?.label ?? ""))
    return {
      verdict: place <= 10 ? "holds" : "fails",
      figures,
      note: `August 2025 ranks ${place} in the whole history; it holds among the ten best`,
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
function bestRelativeMonth(facts: Facts): Verdict {
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

const VARIANTS = ["aggIncl", "aggExLoss", "median", "profitable"] as const;

/** Some variant gives 19 and 23 within 1x, and says which. */
function nineteenTimes({ valuation }: Facts): Verdict {
  if (typeof valuation === "string") return untested(valuation);
  if (!(figureOf(valuation, "valuation.basis")?.label ?? "").includes("forward"))
    return untested("the claim is about forward earnings; the data hold trailing ones");
  const pairs = VARIANTS.map((variant) => ({
    variant,
    figures: present(
      ["small", "large"].map((side) => figureOf(valuation, `valuation.${side}.${variant}.pe`)),
    ),
  })).filter(({ figures }) => figures.length === 2);
  if (pairs.length === 0) return untested("no multiple can be computed from the data");
  const near = (figure: Figure | undefined, printed: number) =>
    Math.abs((numberIn(figure) ?? Number.NaN) - printed) <= 1;
  const met = pairs.filter(({ figures: [small, large] }) => near(small, 19) && near(large, 23));
  const shown = met.length > 0 ? met : pairs;
  const names = met.map(({ figures }) => figures[0]?.label.split(", ").slice(2).join(", ")).join(" and ");
  return {
    verdict: met.length > 0 ? "holds" : "fails",
    figures: shown.flatMap(({ figures }) => figures),
    note: met.length > 0 ? `both within 1x: ${names}` : "no definition gives both figures within 1x",
  };
}

/** Correlation at most 0.9. */
function diversifies({ performance }: Facts): Verdict {
  if (typeof performance === "string") return untested(performance);
  const figure = figureOf(performance, "performance.correlation252d");
  const value = numberIn(figure);
  if (figure === undefined || value === null)
    return untested("correlation needs 252 days of daily levels of both sides");
  return {
    verdict: value <= 0.9 ? "holds" : "fails",
    figures: [figure],
    note: "it fails above 0.9; of all small-caps, since quality is not told apart in the data",
  };
}

function volatile({ performance }: Facts): Verdict {
  const figures = present(
    ["small", "large"].map((side) => figureOf(performance, `performance.volatility252d.${side}`)),
  );
  return untested("only 252 days are computed; volatility over three and five years is missing", figures);
}

function discountForLong({ valuation }: Facts): Verdict {
  const figures = present(VARIANTS.map((variant) => figureOf(valuation, `valuation.discount.${variant}`)));
  const why = "the gap of each of the last 24 months is not computed";
  return untested(figures.length > 0 ? `${why}; today's is shown` : why, figures);
}

const wording = (): Verdict => ({
  verdict: "depends on definition",
  figures: [],
  note: "with last year's reported earnings it is a trailing P/E; with those expected for the next twelve months a forward one",
});

const roundUp = (): Verdict => ({
  verdict: "opinion",
  figures: [],
  note: "what weighs how much is not computed; the single claims are",
});

/** Claims that the figures of today's topics decide, by their number in the ledger. */
const BY_ID: Readonly<Record<number, (facts: Facts) => Verdict>> = {
  4: volatile,
  14: cuts,
  15: thirdCut,
  16: sixMonths,
  17: recordMonth,
  18: bestRelativeMonth,
  25: discountForLong,
  26: nineteenTimes,
  27: wording,
  30: diversifies,
  31: roundUp,
};

/** The verdict on a claim of the ledger; what no figure decides yet cannot be tested, with what is missing. */
export function verdictOf(id: number, needs: string, facts: Facts): Verdict {
  return BY_ID[id]?.(facts) ?? untested(`no figure decides it yet; it needs ${needs}`);
}
