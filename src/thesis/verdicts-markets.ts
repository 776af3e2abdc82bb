import type { Figure } from "../briefing/figure.ts";
import { formatMonth } from "../briefing/format.ts";
import {
  byAll,
  byThose,
  figureOf,
  figuresOf,
  numberIn,
  readOf,
  untested,
  VARIANTS,
  whyNot,
} from "./decide.ts";
import type { Facts, Read, Verdict } from "./port.ts";

const SPANS = ["1y", "3y", "5y"] as const;

export const volatile = (facts: Facts): Verdict =>
  byAll(
    readOf(facts, "volatility"),
    ["ratio", "beta"].flatMap((each) => SPANS.map((span) => `volatility.${span}.${each}`)),
    {
      holds: (value) => value > 1,
      note: "volatility of small over that of large, and beta, over one, three and five years, above 1",
    },
  );

const ERAS = {
  since1963: "since July 1963",
  since1981: "since January 1981",
  since1990: "since January 1990",
};

/** Mean above zero with t of 2 over the full sample; a mean at or below zero fails it. */
export function longRun(facts: Facts): Verdict {
  const premium = readOf(facts, "premium");
  const keys = ["premium.full.meanAnnual", "premium.full.t"];
  const eras = Object.entries(ERAS);
  const [mean, t] = keys.map((key) => numberIn(figureOf(premium, key)));
  const figures = figuresOf(premium, [
    ...keys,
    ...eras.flatMap(([era]) => [`premium.${era}.meanAnnual`, `premium.${era}.t`]),
  ]);
  if (mean == null || t == null)
    return untested(whyNot(premium, keys, "the size factor is not in the data at hand"), figures);
  const clear = eras.filter(([era]) => (numberIn(figureOf(premium, `premium.${era}.t`)) ?? 0) >= 2);
  const words = clear.length === 0 ? "no later era" : clear.map(([, name]) => name).join(", ");
  return {
    verdict: mean <= 0 ? "fails" : t >= 2 ? "holds" : "depends on definition",
    figures,
    note: `over the full sample, mean above zero with t of 2 or more; of later eras t reaches 2 in: ${words}`,
  };
}

export const inconsistent = (facts: Facts): Verdict =>
  byAll(readOf(facts, "premium"), ["premium.rolling10y.positiveShare"], {
    holds: (share) => share >= 20 && share <= 80,
    note: "between 20% and 80% of rolling ten years above zero",
    beside: ["premium.rolling10y.lowest", "premium.rolling10y.highest", "premium.rolling10y.n"],
  });

const DRIVERS = ["twoYear", "credit", "activity"] as const;

/** One sign that flips in over a fifth of windows fails it: the claim is of rates and of the cycle. */
export function sensitive(facts: Facts): Verdict {
  const found = byAll(
    readOf(facts, "thesis"),
    DRIVERS.map((each) => `thesis.beta.${each}.flips`),
    {
      holds: (flips) => flips <= 20,
      note: "the sign of the rolling 36-month beta must be the same in 80% of windows, for each: the two-year yield, the credit spread, activity",
      beside: DRIVERS.map((each) => `thesis.beta.${each}.latest`),
      missing: "returns, yields, spreads and activity are not all in the data",
    },
  );
  return found.verdict === "depends on definition" ? { ...found, verdict: "fails" } : found;
}

export function easierMoney(facts: Facts): Verdict {
  const read = readOf(facts, "thesis");
  const keys = ["thesis.easing.gap", "thesis.easing.t"];
  const [gap, t] = keys.map((key) => numberIn(figureOf(read, key)));
  const spells = ["easing", "tightening"].flatMap((each) => [
    `thesis.${each}.meanAnnual`,
    `thesis.${each}.n`,
  ]);
  const figures = figuresOf(read, [...keys, ...spells]);
  if (gap == null || t == null)
    return untested(whyNot(read, keys, "the size factor and policy decisions are not in the data"), figures);
  return {
    verdict: gap <= 0 ? "fails" : t >= 2 ? "holds" : "depends on definition",
    figures,
    note: "mean SMB in easing less tightening spells above zero with t of 2 or more; between, the sample decides",
  };
}

const HORIZONS = ["1m", "3m", "6m", "12m", "24m"] as const;

/** Mean above zero at all five horizons in both samples, at none, or the definition decides. */
export function cuts(facts: Facts): Verdict {
  const ratecut = readOf(facts, "ratecut");
  const keys = ["all", "first"].flatMap((sample) => HORIZONS.map((each) => `ratecut.${sample}.${each}.mean`));
  if (typeof ratecut === "string") return untested(ratecut);
  const figures = figuresOf(ratecut, keys);
  const cycles = numberIn(figureOf(ratecut, "ratecut.cycles"));
  const episodes = cycles === null ? "" : `; all of it is ${cycles} episodes`;
  if (figures.length < keys.length) return untested("some horizons have no complete window", figures);
  const above = figures.filter((each) => (numberIn(each) ?? 0) > 0).length;
  return {
    verdict: above === keys.length ? "holds" : above === 0 ? "fails" : "depends on definition",
    figures,
    note: `the mean is above zero at ${above} of ${keys.length} horizons of all cuts and first cuts${episodes}`,
  };
}

const keysLike = (read: Read | string, pattern: RegExp): readonly string[] =>
  typeof read === "string" ? [] : read.figures.map(({ key }) => key).filter((key) => pattern.test(key));

/** After every trough in the data, at every horizon that is complete. */
export function recoveries(facts: Facts): Verdict {
  const recovery = readOf(facts, "recovery");
  const keys = keysLike(recovery, /^recovery\.\d{4}-\d\d\.(?:12|24|36)m\.relative$/);
  if (keys.length === 0) return untested(whyNot(recovery, [], "no trough lies within the levels"));
  return byThose(recovery, keys, {
    holds: (relative) => relative > 0,
    note: "small ahead after every NBER trough in the data at 12, 24 and 36 months",
  });
}

const STARTS = [
  ...["09", "10", "11", "12"].map((month) => `2008-${month}`),
  ...["01", "02", "03", "04", "05", "06"].map((month) => `2009-${month}`),
];

export const afterCrisis = (facts: Facts): Verdict =>
  byAll(
    readOf(facts, "recovery"),
    STARTS.map((start) => `recovery.sweep.${start}.36m.relative`),
    {
      holds: (relative) => relative > 0,
      note: "three years from each month-end of September 2008 to June 2009: the start decides",
      missing: "the levels do not hold each month-end from September 2008 to June 2012",
    },
  );

export const sentiment = (facts: Facts): Verdict =>
  byThose(
    readOf(facts, "thesis"),
    VARIANTS.map((each) => `thesis.sentiment.${each}.changes`),
    {
      holds: (r) => r >= 0.3,
      note: "the correlation of monthly changes must reach 0.3; that of levels, which trend, beside",
      beside: VARIANTS.map((each) => `thesis.sentiment.${each}.levels`),
      missing: "the months' relative P/E are not in the data (valuation-history.csv)",
    },
  );

const LEADS = ["1m", "2m", "3m", "4m", "5m", "6m"] as const;

/** A significant lead of a month or more. */
export function barometer(facts: Facts): Verdict {
  const read = readOf(facts, "thesis");
  const keys = LEADS.map((lead) => `thesis.lead.${lead}.t`);
  const ts = figuresOf(read, keys);
  const figures = [...ts, ...figuresOf(read, ["thesis.lead.0m.t"])];
  if (ts.length < keys.length)
    return untested(whyNot(read, keys, "returns and activity are not both in the data"), figures);
  const leading = ts.filter((each) => Math.abs(numberIn(each) ?? 0) >= 2).length;
  return {
    verdict: leading > 0 ? "holds" : "fails",
    figures,
    note: `|t| reaches 2 at ${leading} of the ${LEADS.length} leads of one to six months; by chance alone one of six does in about one case of four`,
  };
}

/** Past the data that decide it, nothing of the month is revised any more. */
export const REGIME_AT = "2026-03-31";
const RECOVERY = 1;

/** A phase by its name: beside the verdict a code says nothing. */
const named = (phase: Figure): Figure => ({
  ...phase,
  unit: "phase",
  label: phase.label.replace(", 1 to 4", ""),
});

export function regimeTurn(facts: Facts): Verdict {
  const reads = [facts.past.get(`regime ${REGIME_AT}`), readOf(facts, "regime")];
  const at = (month: string) =>
    reads
      .map((read) => figureOf(read, `regime.month.${month}.phase`))
      .find((each) => numberIn(each) !== null);
  const [august, september] = [at("2025-08"), at("2025-09")];
  const figures = [august, september].filter((each) => each !== undefined).map(named);
  if (figures.length < 2)
    return untested(
      whyNot(
        readOf(facts, "regime"),
        ["regime.phase"],
        "the replica has no phase of August and September 2025",
      ),
      figures,
    );
  const turned = numberIn(september) === RECOVERY && numberIn(august) !== RECOVERY;
  return {
    verdict: turned ? "holds" : "fails",
    figures,
    note: `our replica's phase of ${formatMonth("2025-09")} must be recovery, and that of ${formatMonth("2025-08")} another; the bank's own indicator is not public`,
  };
}

/** Correlation at most 0.9. */
export const diversifies = (facts: Facts): Verdict =>
  byAll(readOf(facts, "performance"), ["performance.correlation252d"], {
    holds: (r) => r <= 0.9,
    note: "it fails above 0.9; of all small-caps, since quality is not told apart in the data",
    missing: "correlation needs 252 days of daily levels of both sides",
  });

export function wording(facts: Facts): Verdict {
  const valuation = readOf(facts, "valuation");
  const basis = figuresOf(valuation, ["valuation.basis"]);
  if (basis.length === 0) return untested(whyNot(valuation, ["valuation.basis"], "no P/E is in the data"));
  return {
    verdict: "depends on definition",
    figures: basis,
    note: "with last year's reported earnings it is a trailing P/E; with those expected for the next twelve months a forward one",
  };
}

export const roundUp = (): Verdict => ({
  verdict: "opinion",
  figures: [],
  note: "what weighs how much is not computed; the single claims are",
});
