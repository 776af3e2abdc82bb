import type { Briefing, Caveats } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import { formatDate } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { identify, NO_PAIR } from "./compose.ts";
import type { Topic } from "./topic.ts";
import { lowerFirst } from "./words.ts";

/** One topic's answer, with the words that head its part. */
export interface Part {
  readonly title: string;
  readonly briefing: Briefing;
}

/** A topic's answers as parts: shorter where there are several and the topic says how. */
export function partsOf(
  answers: readonly { readonly topic: Topic; readonly briefing: Briefing }[],
): readonly Part[] {
  return answers.map(({ topic: { title, inBrief }, briefing }) => ({
    title,
    briefing: answers.length > 1 && inBrief ? inBrief(briefing) : briefing,
  }));
}

/** A topic that was asked for and could not be answered. */
export interface LeftOut {
  readonly title: string;
  readonly reason: string;
  readonly remedy: string;
}

type Named = Pick<Topic, "name" | "title">;

/** Topics that the usual briefing does not hold: for want of data, or because each is asked for by name. */
export interface NotInBrief {
  readonly noData: readonly Named[];
  readonly notAsked: readonly Named[];
}

const SAMPLE_MARK = "SAMPLE DATA: ";

/**
 * Several topics as one briefing. The first part that has numbers to show leads, since a finding that is withheld is
 * none: headline, subtitle and pair are its own. Every table, chart,
 * figure, caveat and source of the others is there too, what is the same once.
 * @param command canonical: `brief topics=a,b`, with the date where one was given
 */
export function mergeBriefings(
  command: string,
  asked: readonly [Part, ...Part[]],
  leftOut: readonly LeftOut[],
  notIn: NotInBrief | null = null,
): Briefing {
  const parts = tellingFirst(asked);
  const [{ briefing: lead }, ...others] = parts;
  const briefings = parts.map(({ briefing }) => briefing);
  const [firstTables, otherTables] = firstsAndOthers(parts.map((part) => tablesOf(part, parts.length > 1)));
  const [firstCharts, otherCharts] = firstsAndOthers(briefings.map((each) => chartsOf(each, lead)));
  return {
    ...lead,
    id: identify([command, briefings.map(({ id }) => id), leftOut, ...(notIn === null ? [] : [notIn])]),
    command,
    topic: "brief",
    headline: `${lead.dataMode === "sample" ? SAMPLE_MARK : ""}${findingOf(lead)} · ${lead.pair}`,
    hypothetical: briefings.some(({ hypothetical }) => hypothetical),
    figures: briefings.flatMap(({ figures }) => figures),
    tables: [...firstTables, ...otherTables],
    notes: [
      ...leftOut.map(({ title }) => `Left out: ${lowerFirst(title)} (the caveats say why)`),
      ...lead.notes,
      ...others.flatMap((part) => [foundIn(part, lead), ...part.briefing.notes]),
      ...(notIn === null ? [] : [notInWords(notIn)]),
    ],
    charts: [...firstCharts, ...otherCharts],
    caveats: mergedCaveats(parts, leftOut),
    sources: distinct(briefings.flatMap(({ sources }) => sources)),
  };
}

function notInWords({ noData, notAsked }: NotInBrief): string {
  const titles = (topics: readonly Named[]) => topics.map(({ title }) => lowerFirst(title)).join(", ");
  return `Not in this briefing: ${[
    ...(noData.length > 0
      ? [`${titles(noData)} (no data at hand; a bare command says what each needs)`]
      : []),
    ...(notAsked.length > 0
      ? [
          `${titles(notAsked)} (not asked for: \`brief topics=${notAsked.map(({ name }) => name).join(",")}\`)`,
        ]
      : []),
  ].join("; ")}`;
}

function tellingFirst([first, ...others]: readonly [Part, ...Part[]]): readonly [Part, ...Part[]] {
  const lead = [first, ...others].find(hasNumbers);
  return lead === undefined || lead === first
    ? [first, ...others]
    : [lead, first, ...others.filter((part) => part !== lead)];
}

/** Whether the first table, which says what the topic found, holds any value. */
function hasNumbers({ briefing: { tables, figures } }: Part): boolean {
  const shown = new Set(tables[0]?.rows.flatMap(({ cells }) => cells));
  return figures.some(({ key, value }) => shown.has(key) && !isAbsent(value));
}

/** A headline without the pair and the mark of sample data, which a message says once. */
function findingOf({ headline, pair }: Briefing): string {
  const unmarked = headline.startsWith(SAMPLE_MARK) ? headline.slice(SAMPLE_MARK.length) : headline;
  const suffix = ` · ${pair}`;
  return unmarked.endsWith(suffix) ? unmarked.slice(0, -suffix.length) : unmarked;
}

/** What another part than the first found and measured; its pair and date where they are not those of the first. */
function foundIn({ title, briefing: part }: Part, lead: Briefing): string {
  const pair = part.pair === lead.pair ? [] : [part.pair];
  const date = part.asOf === lead.asOf ? [] : [`as of ${formatDate(part.asOf)}`];
  return `${title} · ${findingOf(part)} (${[part.subtitle, ...pair, ...date].join(" · ")})`;
}

function tablesOf({ title, briefing }: Part, named: boolean): Briefing["tables"] {
  return named
    ? briefing.tables.map((table) => ({ ...table, title: `${title} · ${table.title}` }))
    : briefing.tables;
}

/** A picture names the sources that it draws, and no day after its own part's. */
function chartsOf({ charts, sources, asOf }: Briefing, lead: Briefing): readonly ChartSpec[] {
  const dated = asOf === lead.asOf ? {} : { asOf };
  return charts.map((chart) => ({ ...dated, ...chart, sources }));
}

/** The first of each part, then the rest by part: surfaces show what stands first. */
function firstsAndOthers<Item>(
  lists: readonly (readonly Item[])[],
): readonly [firsts: readonly Item[], others: readonly Item[]] {
  return [lists.flatMap((list) => list.slice(0, 1)), lists.flatMap((list) => list.slice(1))];
}

function mergedCaveats(parts: readonly [Part, ...Part[]], leftOut: readonly LeftOut[]): Caveats {
  const [first, ...others] = distinct([
    ...leftOut.map(({ title, reason, remedy }) =>
      sentence(`Left out: ${lowerFirst(title)} (${reason}). ${capital(remedy)}`),
    ),
    ...differences(parts),
    ...parts.flatMap(({ briefing }) => briefing.caveats),
  ]);
  return [first ?? parts[0].briefing.caveats[0], ...others];
}

/** Parts that are about different things must not be read as one. */
function differences(parts: readonly Part[]): readonly string[] {
  const paired = parts.filter(({ briefing: { pair } }) => pair !== NO_PAIR.label);
  const told = (
    what: string,
    of: (briefing: Briefing) => string,
    among: readonly Part[] = parts,
  ): readonly string[] => {
    const values = new Set(among.map(({ briefing }) => of(briefing)));
    const each = among.map(({ title, briefing }) => `${lowerFirst(title)}: ${of(briefing)}`);
    return values.size > 1 ? [`The parts ${what}: ${each.join("; ")}.`] : [];
  };
  return [
    ...told("are about different pairs", ({ pair }) => pair, paired),
    ...told("are as of different dates", ({ asOf }) => formatDate(asOf)),
  ];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
