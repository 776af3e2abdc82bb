import type { ChartSpec } from "../briefing/chart.ts";
import { isAbsent } from "../briefing/value.ts";
import { monthEnd } from "../maths/calendar.ts";
import { recessionBands } from "./bands.ts";
import type { RegimeResult } from "./regime-figures.ts";
import { INPUT_NAMES, INPUTS, present } from "./regime-inputs.ts";
import type { View } from "./topic.ts";
import { capital, inWords, lowerFirst } from "./words.ts";

type Seen = View<unknown, RegimeResult>;

export function regimeCharts(view: Seen): readonly ChartSpec[] {
  return [...level(view), ...scores(view)];
}

function level({ result, value, pair }: Seen): readonly ChartSpec[] {
  const points = result.months.map(({ month, level: at }): [string, number] => [monthEnd(month), at]);
  const [first, end] = [points[0], points.at(-1)];
  const last = result.months.at(-1);
  if (!first || !end || !last || points.length < 12) return [];
  const isKnown = !isAbsent(value("regime.phase"));
  return [
    {
      kind: "line",
      id: "regime-level",
      axis: "date",
      title: isKnown ? `The regime replica reads ${last.phase}` : "The regime replica through time",
      subtitle: `Mean of ${inWords(present(result.inputs).length)} inputs' scores, three-month mean, standard deviations · ${pair.label}`,
      unit: "level",
      series: [{ name: "Replica", emphasis: "primary", points }],
      bands: recessionBands(result.recessions, first[0], end[0]),
      marks: [],
      reference: 0,
      asOf: end[0],
      alt: `Line chart of the regime replica's level, in standard deviations. Latest: {{regime.level}}. Change over three months: {{regime.change3m}}. Months in this phase: {{regime.monthsInPhase}}. Made of ${present(
        result.inputs,
      )
        .map(({ made }) => made)
        .join("; ")}.`,
      footnote: `Above zero and rising: expansion; above and falling: slowdown; below and falling: contraction; below and rising: recovery. A replica, of revised data; ${missing(result)}`,
    },
  ];
}

function missing({ inputs }: RegimeResult): string {
  const names = INPUT_NAMES.filter((name) => isAbsent(inputs.get(name))).map((name) =>
    lowerFirst(INPUTS[name]),
  );
  return names.length === 0 ? "no input is missing." : `missing: ${names.join(", ")}.`;
}

function scores({ result, value, pair }: Seen): readonly ChartSpec[] {
  const names = INPUT_NAMES.filter((name) => !isAbsent(value(`regime.${name}.score`)));
  if (names.length < 2) return [];
  const above = names.filter((name) => Number(value(`regime.${name}.score`)) > 0).length;
  return [
    {
      kind: "bar",
      id: "regime-inputs",
      title: `${above === 0 ? "None" : capital(inWords(above))} of ${inWords(names.length)} inputs ${above === 1 ? "stands" : "stand"} above ${above === 1 ? "its" : "their"} mean so far`,
      subtitle: `Score of each input, standard deviations from its mean of all months so far · ${pair.label}`,
      unit: "level",
      groups: names.map((name) => INPUTS[name]),
      series: [
        { name: "Score", emphasis: "primary", values: names.map((name) => value(`regime.${name}.score`)) },
      ],
      asOf: result.asOf,
      alt: `Bar chart of the inputs' scores in standard deviations. ${names.map((name) => `${INPUTS[name]}: {{regime.${name}.score}}.`).join(" ")}`,
      footnote: `Clipped at three either way; the credit spread is inverted. A replica, of revised data; ${missing(result)}`,
    },
  ];
}
