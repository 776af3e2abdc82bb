import type { Table } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { HORIZON_NAMES } from "../maths/rate-cut-study.ts";
import { LEFT_SAMPLES, type WithoutCycle } from "../maths/without-cycle.ts";
import { BASIS_WORDS } from "./levels.ts";
import {
  both,
  INTERVAL,
  type RatecutResult,
  rule,
  SAMPLES,
  sampleMeans,
  sampleName,
  sinceOf,
  zeroIn,
} from "./ratecut-figures.ts";
import type { FigureDraft, FigureFamily, Params, View } from "./topic.ts";
import { counted, PAST_PERFORMANCE } from "./words.ts";

type WithoutView = View<{ readonly cycle: string; readonly since: string }, RatecutResult>;

const left = (unit: FigureFamily["unit"], what: (cycle: string) => string, definition: string) =>
  both(
    unit,
    (p) =>
      `Hypothetical: ${sampleName(p).toLowerCase()}, ${p["horizon"]}: ${what(p["cycle"] || "the year given")}`,
    (p) =>
      `${definition} Assumption: the cuts of the cycle of ${p["cycle"]} are left out; what counts as a first cut is decided by every decision. Sample: ${sampleMeans(p)}. ${rule(p)}.`,
  );
const without = (unit: FigureFamily["unit"], what: string, definition: string) =>
  left(unit, (cycle) => `${what}, without the cycle of ${cycle}`, definition);

/** Every figure of a sample without one cycle. */
export const WITHOUT_FIGURES = {
  "ratecut.whatIf.{sample}.{horizon}.mean": without("pp", "mean", "Arithmetic mean."),
  "ratecut.whatIf.{sample}.{horizon}.hit": without(
    "%",
    "small ahead",
    "Share of windows strictly above zero.",
  ),
  "ratecut.whatIf.{sample}.{horizon}.ciLow": without("pp", "95% range, low", INTERVAL),
  "ratecut.whatIf.{sample}.{horizon}.ciHigh": without("pp", "95% range, high", INTERVAL),
  "ratecut.whatIf.{sample}.{horizon}.n": without("count", "complete windows", "Number of complete windows."),
  "ratecut.whatIf.{sample}.{horizon}.cycles": without(
    "count",
    "cycles measured",
    "Cycles with a complete window.",
  ),
  "ratecut.whatIf.{sample}.{horizon}.leftOut": left(
    "pp",
    (cycle) => `mean of the cycle of ${cycle}`,
    "Arithmetic mean over the cuts that are left out.",
  ),
  "ratecut.whatIf.{sample}.{horizon}.breakEven": left(
    "pp",
    (cycle) => `break-even mean of the cycle of ${cycle}`,
    "Break-even: the mean that the cuts left out would need for the mean of the whole sample to be zero: minus the sum over the other cuts, over the number of cuts left out.",
  ),
};

type Draft = FigureDraft<keyof typeof WITHOUT_FIGURES>;

export function withoutDrafts({ without: studies, asOf }: RatecutResult, common: Params): readonly Draft[] {
  return (studies ?? []).flatMap(({ sample, horizon, summary, leftOut, breakEven }): Draft[] => {
    const { mean, hit, ciLow, ciHigh, n, byCycle } = summary;
    const values = { mean, hit, ciLow, ciHigh, n, cycles: byCycle.size, leftOut, breakEven };
    return (Object.keys(values) as (keyof typeof values)[]).map((statistic) => ({
      family: `ratecut.whatIf.{sample}.{horizon}.${statistic}`,
      params: { ...common, sample, horizon },
      value: values[statistic],
      n,
      asOf,
    }));
  });
}

type LeftSample = WithoutCycle["sample"];
const key = (sample: LeftSample, what: string) => `ratecut.whatIf.${sample}.12m.${what}`;

export function withoutTables(cycle: string): readonly Table[] {
  const rows = [
    ["mean", "Mean, pp"],
    ["hit", "Small ahead"],
    ["ciLow", "95% range, low, pp"],
    ["ciHigh", "95% range, high, pp"],
    ["n", "Cuts measured"],
    ["cycles", "Cycles measured"],
  ] as const;
  return [
    {
      title: `Hypothetical: mean without the cycle of ${cycle}, pp`,
      columns: ["", ...HORIZON_NAMES],
      rows: LEFT_SAMPLES.flatMap((sample) => [
        { label: SAMPLES[sample], cells: HORIZON_NAMES.map((h) => `ratecut.${sample}.${h}.mean`) },
        {
          label: `${SAMPLES[sample]}, without`,
          cells: HORIZON_NAMES.map((h) => `ratecut.whatIf.${sample}.${h}.mean`),
        },
      ]),
    },
    {
      title: `Hypothetical: twelve months, with and without the cycle of ${cycle}`,
      columns: ["", "All cuts", "Without", "First cuts", "Without"],
      rows: rows.map(([what, label]) => ({
        label,
        cells: LEFT_SAMPLES.flatMap((sample) => [`ratecut.${sample}.12m.${what}`, key(sample, what)]),
      })),
    },
  ];
}

export function withoutNotes({ result, value }: WithoutView, cycle: string): readonly string[] {
  const cuts = result.cuts.filter((cut) => cut.cycle === cycle);
  const [first, last] = [cuts[0], cuts.at(-1)];
  const span =
    first === undefined || last === undefined || first === last
      ? formatDate(first?.announced ?? "")
      : `${formatDate(first.announced)} to ${formatDate(last.announced)}`;
  return [
    ...LEFT_SAMPLES.flatMap((sample) => {
      const said = zeroIn({ value }, `ratecut.whatIf.${sample}.12m`);
      return said === null ? [] : [`${SAMPLES[sample]}, without, 12m: the 95% range${said.replace(",", "")}`];
    }),
    `Assumption: the cycle of ${cycle} is left out (${counted(cuts.length, "cut")}, ${span}); every other cut, what counts as a first cut and the base rate stay`,
    ...LEFT_SAMPLES.filter((sample) => !isAbsent(value(key(sample, "breakEven")))).map(
      (sample) =>
        `Break-even, ${SAMPLES[sample].toLowerCase()}, 12m: the mean is zero if that cycle's were {{${key(sample, "breakEven")}}} pp; it was {{${key(sample, "leftOut")}}} pp`,
    ),
  ];
}

export function withoutHeadline(view: WithoutView, cycle: string): string {
  const sample: LeftSample = view.args.cycle === "first" ? "first" : "all";
  const opening = `Hypothetical, without the cycle of ${cycle}: `;
  const after = sample === "first" ? "after first cuts" : "after Fed cuts";
  const mean = view.value(key(sample, "mean"));
  if (isAbsent(mean)) return `${opening}no complete twelve-month window is left`;
  return `${opening}${finding(view, sample, mean)} ${after}; ${signWords(view)}`;
}

function finding({ value }: WithoutView, sample: LeftSample, mean: number): string {
  const [low, high] = [value(key(sample, "ciLow")), value(key(sample, "ciHigh"))];
  if (isAbsent(low) || isAbsent(high)) return "too few episodes to say";
  if (low <= 0 && high >= 0) return "no clear small-cap edge";
  return `small-caps ${mean > 0 ? "led" : "lagged"} over twelve months`;
}

const MEAN_OF = { all: "the mean of all cuts", first: "the mean of first cuts" } as const;

/** Whether leaving the cycle out decides who led on average. */
function signWords({ value }: WithoutView): string {
  const known = LEFT_SAMPLES.flatMap((sample) => {
    const [before, after] = [value(`ratecut.${sample}.12m.mean`), value(key(sample, "mean"))];
    return isAbsent(before) || isAbsent(after) ? [] : [{ sample, turns: before > 0 !== after > 0 }];
  });
  const turned = known.filter(({ turns }) => turns).map(({ sample }) => MEAN_OF[sample]);
  if (turned.length > 0) return `${turned.join(" and ")} would change sign`;
  return known.length === LEFT_SAMPLES.length
    ? "neither mean would change sign"
    : "the mean would keep its sign";
}

/** None without a window that is left: the table says what is missing. */
export function withoutChart(view: WithoutView, cycle: string): readonly ChartSpec[] {
  const { args, result, value, pair } = view;
  if (isAbsent(value(key("all", "mean")))) return [];
  const row = (sample: LeftSample, whatIf: boolean) => {
    const studies = whatIf ? (result.without ?? []) : result.studies;
    const summary = studies.find((each) => each.sample === sample && each.horizon === "12m")?.summary;
    const of = (what: string) => value(whatIf ? key(sample, what) : `ratecut.${sample}.12m.${what}`);
    const [low, high] = [of("ciLow"), of("ciHigh")];
    return {
      label: `${SAMPLES[sample]}${whatIf ? `, without ${cycle}` : ""}`,
      detail: `${counted(summary?.n ?? 0, "cut")}, ${counted(summary?.byCycle.size ?? 0, "cycle")}`,
      dots: [...(summary?.byCycle ?? [])].map(([label, each]) => ({ label, value: each.mean })),
      mean: of("mean"),
      interval: isAbsent(low) || isAbsent(high) ? null : ([low, high] as const),
    };
  };
  return [
    {
      kind: "dots",
      intervalLabel: "95% range",
      id: "ratecut-without",
      asOf: result.asOf,
      title: withoutHeadline(view, cycle),
      subtitle: `Small minus large, 12 months after Fed cuts, ${BASIS_WORDS[result.basis]}, pp · cuts since ${formatMonth(sinceOf(args, result))} · ${pair.label}`,
      unit: "pp",
      rows: LEFT_SAMPLES.flatMap((sample) => [row(sample, false), row(sample, true)]),
      alt: `Dot plot of relative returns 12 months after Fed cuts with and without the cycle of ${cycle}, one dot a cycle (${pair.label}), hypothetical. ${LEFT_SAMPLES.map(
        (s) =>
          `${SAMPLES[s]}: mean {{ratecut.${s}.12m.mean}} pp, without {{${key(s, "mean")}}} pp. ${SAMPLES[s]}, without, 95% range: {{${key(s, "ciLow")}}} to {{${key(s, "ciHigh")}}} pp.`,
      ).join(
        " ",
      )} All cuts, by cycle: ${result.cycles.map((each) => `${each} {{ratecut.cycle.${each}.12m.mean}}`).join(", ")}.`,
      footnote: `Hypothetical: an assumption, not a forecast. One dot a cycle: the mean over its cuts. Tick: mean over the row's cuts; line: 95% range by bootstrap over cycles. ${PAST_PERFORMANCE}`,
    },
  ];
}
