import type { ChartSpec, GaugesChart } from "../briefing/chart.ts";
import { isAbsent } from "../briefing/value.ts";
import {
  briefThresholds,
  type RisksResult,
  shortUnitsOf,
  type TriggerReading,
  thresholdsOf,
  unitAfter,
} from "./risks-figures.ts";
import { CONDITIONS, triggerOf } from "./risks-table.ts";
import type { View } from "./topic.ts";
import { allOf, capital, inWords } from "./words.ts";

type Seen = View<unknown, RisksResult>;
const EMPHASIS = { quiet: "primary", warning: "accent", fired: "secondary" } as const;

export function risksCharts(view: Seen): readonly ChartSpec[] {
  const { result, value, text, pair } = view;
  const place = ({ name }: TriggerReading) => Number(value(`risks.${name}.position`));
  const known = result.triggers.filter(({ isKnown }) => isKnown);
  const isPlaced = ({ name }: TriggerReading) => !isAbsent(value(`risks.${name}.position`));
  const drawn = known.filter(isPlaced).sort((a, b) => place(b) - place(a));
  if (drawn.length === 0) return [];
  const apart = known.filter((each) => !isPlaced(each));
  const count = (state: string) => known.filter(({ run }) => run.state === state).length;
  const isShort = (each: TriggerReading) => each.run.state === "fired" && place(each) < 1;
  const short = drawn.some(isShort)
    ? " What fired ends only after two prints well inside its threshold."
    : "";
  const rows = drawn.map(({ name, run }): GaugesChart["rows"][number] => ({
    label: triggerOf(name).name,
    detail: briefThresholds(triggerOf(name)),
    position: value(`risks.${name}.position`),
    text: `${text(`risks.${name}.value`)}${triggerOf(name).unit === "level" ? unitAfter(triggerOf(name), true) : ""}${run.state === "quiet" ? "" : ` · ${run.state}`}`,
    emphasis: EMPHASIS[run.state],
  }));
  return [
    {
      kind: "gauges",
      id: "risks-gauges",
      title: title(count("fired"), count("warning"), known.length),
      subtitle: `Latest print of each trigger, on the way from calm to firing · ${pair.label}`,
      unit: "level",
      thresholds: ["Warns", "Fires"],
      rows,
      asOf:
        drawn
          .map(({ asOf }) => asOf)
          .sort()
          .at(-1) ?? result.asOf,
      alt: `${drawn.length === 1 ? "Gauge of one trigger" : `Gauges of ${inWords(drawn.length)} triggers, nearest to firing first`}. ${[...drawn.map(said), ...apart.map((each) => `Not drawn, for it has no distance: ${said(each)}`)].join(" ")}`,
      footnote: `Under a name, where there is room: where it warns / fires${shortUnitsOf(
        drawn.map(({ name }) => triggerOf(name)),
      )
        .map((each) => `; ${each}`)
        .join("")}. Two prints in a row beyond a threshold fire it. ${Object.values(CONDITIONS)
        .map(({ name, needed }) => `${name}: ${needed === 1 ? "any" : "two or more"}`)
        .join(
          "; ",
        )}. A dot with an arrow stands further off than drawn.${short}${apart.map(({ name }) => ` Apart: ${triggerOf(name).name}.`).join("")}`,
    },
  ];
}

const said = ({ name, run }: TriggerReading) =>
  `${triggerOf(name).name}: {{risks.${name}.value}}, ${run.state} (${thresholdsOf(triggerOf(name))}).`;

function title(fired: number, warning: number, of: number): string {
  const all = inWords(of);
  if (of === 1 && fired + warning === 0) return "The one trigger that is known is quiet";
  if (of === 1) return `The one trigger that is known ${fired === 1 ? "has fired" : "warns"}`;
  if (fired === 0 && warning === 0) return `${capital(allOf(of))} triggers that are known are quiet`;
  const parts = [
    ...(fired > 0 ? [`${inWords(fired)} fired`] : []),
    ...(warning > 0 ? [`${inWords(warning)} ${warning === 1 ? "warns" : "warn"}`] : []),
  ];
  return `Of ${all} triggers that are known, ${parts.join(", ")}`;
}
