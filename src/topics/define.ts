import type { Table } from "../briefing/briefing.ts";
import { type Figure, makeFigure, type Pair, type Source, type Unit } from "../briefing/figure.ts";
import { formatFigure } from "../briefing/format.ts";
import { fillSentences } from "../briefing/slots.ts";
import { type Absent, absent, isAbsent } from "../briefing/value.ts";
import type { DatasetName } from "../market/datasets.ts";
import { overdue } from "../market/freshness.ts";
import type { ArgsOf, ArgTable } from "./args.ts";
import { readFrom } from "./read-from.ts";
import type {
  FigureDraft,
  FigureFamily,
  Input,
  Inputs,
  Needs,
  Params,
  Topic,
  TopicAnswer,
  TopicDefinition,
  View,
} from "./topic.ts";

type AnyInputs = Readonly<Record<string, Input<DatasetName> | Absent>>;

type Define<Need extends string> = (
  unit: Unit | "±%",
  label: FigureFamily["label"],
  definition: FigureFamily["definition"],
) => FigureFamily<Need>;

/** "±%" is percent whose sign is part of the reading. */
function familyMaker<Need extends string>(
  kind:
    | { readonly describes: "closed" }
    | { readonly describes: "present"; readonly called: (params: Params) => string },
  from: readonly Need[],
): Define<Need> {
  return (unit, label, definition) =>
    unit === "±%"
      ? { unit: "%", signed: true, label, definition, from, ...kind }
      : { unit, label, definition, from, ...kind };
}

/** Figures of a closed sample: `closedFigures<typeof NEEDS>()("levels")(unit, label, definition)`. */
export function closedFigures<N extends Needs>() {
  return (...from: readonly (keyof N & string)[]) => familyMaker({ describes: "closed" }, from);
}

/** Figures that describe the present; `called` names them where they are withheld: "the drawdowns". */
export function presentFigures<N extends Needs>() {
  return (called: (params: Params) => string, ...from: readonly (keyof N & string)[]) =>
    familyMaker({ describes: "present", called }, from);
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
    title: topic.title,
    summary: topic.summary,
    args: topic.args,
    assumptions: topic.assumptions ?? [],
    ...(topic.asks ? { asks: topic.asks } : {}),
    ...(topic.isOfBefore ? { isOfBefore: topic.isOfBefore } : {}),
    ...(topic.argsFor ? { argsFor: topic.argsFor } : {}),
    needs: topic.needs,
    figures: topic.figures,
    examples: topic.examples ?? {},
    values: topic.values ?? {},
    read: (inputs, args, asOf) =>
      measuredBy(
        topic,
        topic.compute(inputs as Inputs<N>, args as ArgsOf<A>, asOf),
        args as ArgsOf<A>,
        inputs,
        asOf,
      ).map(({ figure }) => figure),
    answer: (inputs, args, pair, asOf) => answerOf(topic, inputs, args as ArgsOf<A>, pair, asOf),
  };
}

function answerOf<
  A extends ArgTable,
  N extends Needs,
  F extends Readonly<Record<string, FigureFamily<keyof N & string>>>,
  R,
>(
  topic: TopicDefinition<A, N, F, R>,
  inputs: AnyInputs,
  args: ArgsOf<A>,
  pair: Pair,
  asOf: string,
): TopicAnswer {
  const result = topic.compute(inputs as Inputs<N>, args, asOf);
  const finished = measuredBy(topic, result, args, inputs, asOf);
  const figures = finished.map(({ figure }) => figure);
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const quarterly = quarterlyLevels(topic.needs, inputs);
  const view = viewOf(result, args, pair, { asOf, quarterly }, byKey);
  const fill = (text: string) => sayPair(text, pair, (part) => fillSentences(part, byKey));
  const spoken = (texts: readonly string[]) => texts.map(fill).filter((text) => text !== "");
  const [first, ...others] = [...withheldCaveats(finished), ...topic.caveats(view)].map(fill);
  if (!first) throw new TypeError(`${topic.name}: the first caveat says nothing`);
  return {
    figures,
    headline: fill(topic.headline(view)),
    subtitle: fill(topic.subtitle(view)),
    tables: checkedTables(topic.name, topic.tables(view), byKey),
    notes: spoken(topic.notes(view)),
    charts: topic
      .charts(view)
      .map((chart) => ({ ...chart, alt: fill(chart.alt), footnote: fill(chart.footnote) })),
    caveats: [first, ...others.filter((caveat) => caveat !== "")],
  };
}

function measuredBy<
  A extends ArgTable,
  N extends Needs,
  F extends Readonly<Record<string, FigureFamily<keyof N & string>>>,
  R,
>(
  topic: TopicDefinition<A, N, F, R>,
  result: R,
  args: ArgsOf<A>,
  inputs: AnyInputs,
  asOf: string,
): readonly Finished[] {
  const finished = topic.drafts(result, args).map((draft) => finish(topic, draft, inputs, asOf));
  if (new Set(finished.map(({ figure }) => figure.key)).size !== finished.length)
    throw new TypeError(`${topic.name}: a figure key was computed twice`);
  return finished;
}

/** A pair's name is data: whatever stands in it is neither a slot nor the end of a sentence. */
function sayPair(text: string, { label }: Pair, fill: (text: string) => string): string {
  const placeholder = "\u{e000}";
  return fill(text.replaceAll(label, placeholder)).replaceAll(placeholder, () => label);
}

/** Renderers may rely on it: every cell is a figure, every row as wide as its heading. */
function checkedTables(
  topic: string,
  tables: readonly Table[],
  figures: ReadonlyMap<string, Figure>,
): readonly Table[] {
  for (const { title, columns, rows } of tables) {
    for (const { label, cells } of rows) {
      const where = `${topic}, table "${title}", row "${label}"`;
      if (cells.length !== columns.length - 1)
        throw new TypeError(`${where}: ${cells.length} cells under ${columns.length - 1} headings`);
      const unknown = cells.find((key) => !figures.has(key));
      if (unknown !== undefined) throw new TypeError(`${where}: "${unknown}" was not computed`);
    }
  }
  return tables;
}

function quarterlyLevels(needs: Needs, inputs: AnyInputs): boolean {
  return Object.entries(needs).some(([name, { dataset }]) => {
    const input = inputs[name];
    return dataset === "levels" && input !== undefined && !isAbsent(input) && input.source.quarterly === true;
  });
}

function viewOf<A, R>(
  result: R,
  args: A,
  pair: Pair,
  dated: Pick<View<A, R>, "asOf" | "quarterly">,
  figures: ReadonlyMap<string, Figure>,
): View<A, R> {
  const figure = (key: string): Figure => {
    const found = figures.get(key);
    if (found === undefined) throw new TypeError(`the figure "${key}" was not computed`);
    return found;
  };
  return {
    result,
    args,
    pair,
    ...dated,
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

interface Finished {
  readonly figure: Figure;
  /** What was withheld, and why. */
  readonly withheld: { readonly called: string; readonly reason: string } | null;
}

interface Described {
  readonly figures: Readonly<Record<string, FigureFamily>>;
  readonly needs: Needs;
}

function finish(topic: Described, draft: FigureDraft, inputs: AnyInputs, asOf: string): Finished {
  const family = topic.figures[draft.family];
  if (family === undefined) throw new TypeError(`"${draft.family}" is not among the topic's figures`);
  const reason = isAbsent(draft.value) ? null : overdueReason(family, topic.needs, draft, inputs, asOf);
  const figure = makeFigure({
    key: figureKey(draft.family, draft.params),
    label: family.label(draft.params),
    unit: family.unit,
    ...(family.signed ? { signed: true } : {}),
    ...(family.measuredIn ? { measuredIn: family.measuredIn(draft.params) } : {}),
    value: reason === null ? draft.value : absent("stale", reason),
    asOf: draft.asOf,
    definition: family.definition(draft.params),
    ...(draft.n === undefined ? {} : { n: draft.n }),
    sources: sourcesOf(family, topic.needs, draft, inputs, asOf),
  });
  return {
    figure,
    withheld: reason === null ? null : { called: family.called?.(draft.params) ?? figure.label, reason },
  };
}

/** Of what the figure read, the main ones first; where it looked for something and found none of it, of all of it. */
function sourcesOf(
  { from }: FigureFamily,
  needs: Needs,
  { value, reads = {}, asOf: own }: FigureDraft,
  inputs: AnyInputs,
  asked: string,
): readonly Source[] {
  const perNeed = (partsOf: (need: string) => readonly string[] | undefined) =>
    from.flatMap((need) => {
      const [input, dataset] = [inputs[need], needs[need]?.dataset];
      if (dataset === undefined || input === undefined || isAbsent(input)) return [];
      const read = readFrom(dataset, input, partsOf(need));
      return read.length === 0 ? [] : [read];
    });
  const read = perNeed((need) => reads[need] ?? needs[need]?.parts);
  const isMissing = isAbsent(value) && value.absent === "unavailable";
  const [main = [], ...others] = read.length > 0 || isMissing ? read : perNeed(() => undefined);
  return [
    ...main.map((source) => endingBy(source, own)),
    ...others.flat().map((source) => endingBy(source, asked)),
  ];
}

/** The main source speaks of no day after the figure's own: another of its series may end later. */
function endingBy(source: Source, asOf: string): Source {
  return source.completeTo === undefined && source.asOf > asOf ? { ...source, asOf } : source;
}

/** Why a figure of the present is withheld; its main dataset counts from the date the figure speaks of. */
function overdueReason(
  family: FigureFamily,
  needs: Needs,
  draft: FigureDraft,
  inputs: AnyInputs,
  asOf: string,
): string | null {
  if (family.describes === "closed") return null;
  const { cadence, series, reads = {}, newest: read = draft.asOf } = draft;
  for (const [index, name] of family.from.entries()) {
    const [need, input] = [needs[name], inputs[name]];
    if (need === undefined || input === undefined || isAbsent(input) || isUnread(reads[name])) continue;
    const date = index === 0 ? read : input.source.asOf;
    const newest = {
      date,
      ...(cadence ? { cadence } : {}),
      ...(series ? { series } : {}),
      ...(input.source.quarterly ? { quarterly: true } : {}),
    };
    const reason = overdue(need.dataset, newest, asOf);
    if (reason !== null) return reason;
  }
  return null;
}

const isUnread = (parts: readonly string[] | undefined) => parts?.length === 0;

/** "Withheld: the drawdowns, beta: the data end on …", a sentence a reason. */
function withheldCaveats(finished: readonly Finished[]): readonly string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { withheld } of finished) {
    if (!withheld) continue;
    const named = byReason.get(withheld.reason) ?? new Set<string>();
    byReason.set(withheld.reason, named.add(withheld.called));
  }
  return [...byReason].map(([reason, named]) => `Withheld: ${[...named].join(", ")}. Reason: ${reason}.`);
}
