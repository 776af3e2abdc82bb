import { type Figure, makeFigure, type Pair, type Source, type Unit } from "../briefing/figure.ts";
import { formatFigure } from "../briefing/format.ts";
import { fillSlots } from "../briefing/slots.ts";
import { type Absent, isAbsent } from "../briefing/value.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { ArgsOf, ArgTable } from "./args.ts";
import type {
  FigureDraft,
  FigureFamily,
  Input,
  Inputs,
  Needs,
  Topic,
  TopicAnswer,
  TopicDefinition,
  View,
} from "./topic.ts";

type AnyInputs = Readonly<Record<string, Input<DatasetName> | Absent>>;

/**
 * Short form of a figure family: `familiesFrom<typeof NEEDS>()("levels")(unit, label, definition)`.
 * "±%" is percent whose sign is part of the reading.
 */
export function familiesFrom<N extends Needs>() {
  return (...from: readonly (keyof N & string)[]) =>
    (
      unit: Unit | "±%",
      label: FigureFamily["label"],
      definition: FigureFamily["definition"],
    ): FigureFamily<keyof N & string> =>
      unit === "±%"
        ? { unit: "%", signed: true, label, definition, from }
        : { unit, label, definition, from };
}

/** Closes over a topic's types, so that the registry needs no `any`. */
export function defineTopic<
  A extends ArgTable,
  const N extends Needs,
  F extends Readonly<Record<string, FigureFamily<keyof N & string>>>,
  R,
>(topic: TopicDefinition<A, N, F, R>): Topic {
  return {
    name: topic.name,
    summary: topic.summary,
    args: topic.args,
    assumptions: topic.assumptions ?? [],
    needs: topic.needs,
    figures: topic.figures,
    answer: (inputs, args, pair) => answerOf(topic, inputs, args as ArgsOf<A>, pair),
  };
}

function answerOf<
  A extends ArgTable,
  N extends Needs,
  F extends Readonly<Record<string, FigureFamily<keyof N & string>>>,
  R,
>(topic: TopicDefinition<A, N, F, R>, inputs: AnyInputs, args: ArgsOf<A>, pair: Pair): TopicAnswer {
  const result = topic.compute(inputs as Inputs<N>, args);
  const figures = topic.drafts(result, args).map((draft) => finish(topic.figures, draft, inputs));
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  if (byKey.size !== figures.length) throw new TypeError(`${topic.name}: a figure key was computed twice`);
  const view = viewOf(result, args, pair, byKey);
  const fill = (text: string) => fillSlots(text, byKey);
  const [first, ...others] = topic.caveats(view);
  return {
    figures,
    headline: fill(topic.headline(view)),
    subtitle: fill(topic.subtitle(view)),
    tables: topic.tables(view),
    notes: topic.notes(view).map(fill),
    charts: topic
      .charts(view)
      .map((chart) => ({ ...chart, alt: fill(chart.alt), footnote: fill(chart.footnote) })),
    caveats: [fill(first), ...others.map(fill)],
  };
}

function viewOf<A, R>(result: R, args: A, pair: Pair, figures: ReadonlyMap<string, Figure>): View<A, R> {
  const figure = (key: string): Figure => {
    const found = figures.get(key);
    if (found === undefined) throw new TypeError(`the figure "${key}" was not computed`);
    return found;
  };
  return {
    result,
    args,
    pair,
    figure,
    value: (key) => figure(key).value,
    text: (key) => formatFigure(figure(key)),
  };
}

/** "ratecut.{sample}.{horizon}.mean" with its parameters filled in. */
export function figureKey(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_slot, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`figure ${pattern} lacks its parameter "${name}"`);
    return value;
  });
}

function finish(
  families: Readonly<Record<string, FigureFamily>>,
  draft: FigureDraft,
  inputs: AnyInputs,
): Figure {
  const family = families[draft.family];
  if (family === undefined) throw new TypeError(`"${draft.family}" is not among the topic's figures`);
  return makeFigure({
    key: figureKey(draft.family, draft.params),
    label: family.label(draft.params),
    unit: family.unit,
    ...(family.signed ? { signed: true } : {}),
    value: draft.value,
    asOf: draft.asOf,
    definition: family.definition(draft.params),
    ...(draft.n === undefined ? {} : { n: draft.n }),
    sources: family.from.flatMap((need): Source[] => {
      const input = inputs[need];
      return input === undefined || isAbsent(input) ? [] : [input.source];
    }),
  });
}
