import type { ChartSpec } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { overdue } from "../market/freshness.ts";
import { HORIZON_NAMES, SAMPLE_NAMES } from "../maths/rate-cut-study.ts";
import { BASIS_WORDS } from "./levels.ts";
import { cyclesMeasured, nameOfLatest, type RatecutResult, SAMPLES, sinceOf } from "./ratecut-figures.ts";
import type { View } from "./topic.ts";
import { counted, PAST_PERFORMANCE } from "./words.ts";

type RatecutView = View<{ readonly cycle: string; readonly since: string }, RatecutResult>;

export function ratecutCharts(view: RatecutView): readonly ChartSpec[] {
  const anyWindow = !isAbsent(view.value("ratecut.all.12m.mean"));
  return [...(anyWindow ? [dots(view)] : []), ...paths(view)];
}

const spread = (p: RatecutView) =>
  `${BASIS_WORDS[p.result.basis]}, pp · cuts since ${formatMonth(sinceOf(p.args, p.result))} · ${p.pair.label}`;

function dots(view: RatecutView): ChartSpec {
  const { result, value } = view;
  const rows = SAMPLE_NAMES.map((sample) => {
    const study = result.studies.find((each) => each.sample === sample && each.horizon === "12m");
    const [low, high] = [value(`ratecut.${sample}.12m.ciLow`), value(`ratecut.${sample}.12m.ciHigh`)];
    return {
      label: SAMPLES[sample],
      detail: `${counted(study?.summary.n ?? 0, "cut")}, ${counted(study?.summary.byCycle.size ?? 0, "cycle")}`,
      dots: [...(study?.summary.byCycle ?? [])].map(([label, cycle]) => ({ label, value: cycle.mean })),
      mean: value(`ratecut.${sample}.12m.mean`),
      interval: isAbsent(low) || isAbsent(high) ? null : ([low, high] as const),
    };
  });
  return {
    kind: "dots",
    intervalLabel: "95% range",
    id: "ratecut-cycles",
    asOf: result.asOf,
    title: dotsTitle(view),
    subtitle: `Small minus large, 12 months after Fed cuts, ${spread(view)}`,
    unit: "pp",
    rows,
    alt: `Dot plot of relative returns 12 months after Fed cuts, one dot a cycle (${view.pair.label}). ${SAMPLE_NAMES.map(
      (s) =>
        `${SAMPLES[s]}: mean {{ratecut.${s}.12m.mean}} pp, number of cuts {{ratecut.${s}.12m.n}}. ${SAMPLES[s]}, 95% range: {{ratecut.${s}.12m.ciLow}} to {{ratecut.${s}.12m.ciHigh}} pp.`,
    ).join(" ")} Any month: {{ratecut.base.12m.mean}} pp.`,
    footnote: `One dot a cycle: the mean over its cuts, by the year of the first. Tick: mean over the row's cuts; line: 95% range by bootstrap over cycles. Any month: {{ratecut.base.12m.mean}} pp. ${PAST_PERFORMANCE}`,
  };
}

function dotsTitle(view: RatecutView): string {
  if (signsDiffer(view)) return "First cuts and all cuts tell different stories";
  return cyclesMeasured(view.result, "all") > 1
    ? "After Fed cuts, outcomes differ from cycle to cycle"
    : "After Fed cuts, one cycle alone says little";
}

function paths(view: RatecutView): readonly ChartSpec[] {
  const { args, result } = view;
  const lead = result.paths.find(({ cycle }) => cycle === args.cycle) ?? result.latest;
  if (!lead || result.paths.length < 2) return [];
  const latest = lead.cycle === result.latest?.cycle;
  const standing = latest ? standingOf(view) : null;
  if (standing === null && lead.path.length < 2) return [];
  const title = standing
    ? `${nameOfLatest(result)} ${standing}`
    : `The cycle of ${lead.cycle} among the others, small against large`;
  return [
    {
      kind: "line",
      id: "ratecut-paths",
      asOf: result.asOf,
      axis: "months",
      xLabel: "Months after the first cut",
      title,
      // The footnote says since when, by date: no room for it here.
      subtitle: `Small minus large since the first cut of each cycle, ${BASIS_WORDS[result.basis]}, pp · ${view.pair.label}`,
      unit: "pp",
      series: [...result.paths]
        .sort((a, b) => Number(a === lead) - Number(b === lead))
        .map((each) => ({
          name: each.cycle,
          emphasis: each === lead ? ("primary" as const) : ("muted" as const),
          points: each.path,
        })),
      bands: [],
      marks: [],
      reference: 0,
      alt: `Line chart of small minus large month by month after the first cut of ${result.paths.length} cycles (${view.pair.label}), ${lead.cycle} emphasised. The mean of first cuts at 12 months is {{ratecut.first.12m.mean}} pp. ${latestReading(view)}`.trim(),
      footnote: `First cuts: ${result.paths.map(({ announced }) => formatDate(announced)).join(", ")}. ${PAST_PERFORMANCE}`,
    },
  ];
}

/** How the latest cycle compares at the last month it has reached; null where that is withheld. */
function standingOf({ result, asOf, quarterly }: RatecutView): string | null {
  const { rank } = result;
  if (overdue("levels", { date: result.asOf, cadence: result.frequency, quarterly }, asOf) !== null)
    return null;
  if (!rank) return "so far";
  const after = `after ${rank.month} months: `;
  if (rank.rank === 1) return `${after}above the others`;
  return rank.rank === rank.of ? `${after}below the others` : `${after}within the range of the others`;
}

/** Where the latest cycle stands at the longest horizon that it has reached. */
export function latestReading({ result, value }: Pick<RatecutView, "result" | "value">): string {
  const reached = HORIZON_NAMES.filter(
    (h) => result.latest && !isAbsent(value(`ratecut.thisCycle.${h}.relative`)),
  );
  const horizon = reached.includes("12m") ? "12m" : reached.at(-1);
  if (!result.latest || horizon === undefined) return "";
  return `${nameOfLatest(result)}, ${horizon} after its first cut on ${formatDate(result.latest.announced)}: {{ratecut.thisCycle.${horizon}.relative}} pp.`;
}

/** True when all cuts and first cuts disagree on who led after twelve months. */
export function signsDiffer({ value }: RatecutView): boolean {
  const [all, first] = [value("ratecut.all.12m.mean"), value("ratecut.first.12m.mean")];
  return !isAbsent(all) && !isAbsent(first) && all > 0 !== first > 0;
}
