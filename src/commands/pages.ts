import type { Briefing, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Figure, Source, Unit } from "../briefing/figure.ts";
import { formatDate, formatFigure, formatMonth, MINUS } from "../briefing/format.ts";
import { type Question, ranLine } from "../briefing/question.ts";
import { quotable } from "../briefing/quotable.ts";
import { nearKeys } from "../briefing/suggest.ts";
import { isAbsent } from "../briefing/value.ts";
import { type DatasetName, spelt } from "../market/datasets.ts";
import { pairsAtHand } from "../market/pairs.ts";
import type { MarketData } from "../market/port.ts";
import { type DatasetFault, hindrances, isAnswerable, isEither, lackingFor } from "../topics/inputs.ts";
import type { Topic } from "../topics/topic.ts";
import { briefShape, inBriefOrder } from "./brief.ts";
import { responseLines, sourceDescription } from "./source-words.ts";
import { type CommandSpec, generalSpecs, topicSpecs, usageOf } from "./specs.ts";

/** What a menu has found of the data. */
export interface MenuFindings {
  /** Datasets whose sources have not answered yet. */
  readonly asking?: readonly string[];
  /** Datasets that cannot be read. */
  readonly faults?: readonly DatasetFault[];
  /** The thesis at a glance; in words where it is not made; null: it cannot be. */
  readonly lead?: Briefing | string | null;
}

/** What works with the data at hand, and what the rest would take. */
export function menuPage(
  topics: readonly Topic[],
  market: MarketData,
  data: readonly Source[],
  { asking = [], faults = [], lead = null }: MenuFindings = {},
): Page {
  const complete = topics.filter((topic) => isAnswerable(topic, market));
  const ready = complete.filter((topic) => hindrances(topic, faults).length === 0);
  const waiting = topics.filter((topic) => !complete.includes(topic));
  return {
    title: "US small-caps against large-caps",
    sections: [
      {
        heading: "The case",
        lines: typeof lead === "string" ? [lead] : lead === null ? [] : caseLines(lead),
      },
      { heading: "Data", lines: dataLines(market, data, asking, faults) },
      { heading: "Works now", lines: ready.map((topic) => `\`${topic.name}\`: ${topic.summary}`) },
      { heading: "Cannot answer now", lines: hinderedLines(complete, faults) },
      { heading: "Needs more data", lines: remedyLines(waiting, market) },
      { heading: "Also", lines: generalSpecs(ready).map(commandLine) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** "performance, volatility: levels cannot be read" */
function hinderedLines(topics: readonly Topic[], faults: readonly DatasetFault[]): readonly string[] {
  const by = Map.groupBy(topics, (topic) => hindrances(topic, faults).map(spelt).join(" and "));
  return [...by].flatMap(([datasets, of]) =>
    datasets === "" ? [] : [`${of.map(({ name }) => name).join(", ")}: ${datasets} cannot be read`],
  );
}

/** Topics that lack the same in one line; how to supply a dataset is said once. */
function remedyLines(topics: readonly Topic[], market: MarketData): readonly string[] {
  const told = new Map<DatasetName, string>();
  const remedyOf = (dataset: DatasetName, name: string) => {
    const before = told.get(dataset);
    if (before !== undefined) return `${spelt(dataset)}, as for ${before}.`;
    told.set(dataset, name);
    return market.remedy(dataset);
  };
  const by = Map.groupBy(topics, (topic) => JSON.stringify(lackingFor(topic, market)));
  return [...by.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const remedies = lackingFor(first, market).map((dataset) => remedyOf(dataset, first.name));
    return [`${of.map(({ name }) => name).join(", ")}: ${remedies.join(isEither(first) ? " Or: " : " ")}`];
  });
}

/** What it found, its first table row by row, what it notes, and where the rest stands. */
function caseLines({ headline, asOf, tables, figures, notes, command }: Briefing): readonly string[] {
  const [table] = tables;
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const rows = (table?.rows ?? []).map(({ label, cells }) => {
    const counts = cells.flatMap((key, at) => {
      const figure = byKey.get(key);
      const heading = table?.columns[at + 1] ?? "";
      return figure === undefined || figure.value === 0
        ? []
        : [`${heading.toLowerCase()} ${formatFigure(figure)}`];
    });
    return `${label}: ${counts.join(", ")}`;
  });
  return [
    `${headline} (as of ${formatDate(asOf)})`,
    ...rows,
    ...notes,
    `All of it, with its chart: \`${command}\``,
  ];
}

function commandLine({ usage, describe }: CommandSpec): string {
  return `\`${usage}\`: ${describe}`;
}

function dataLines(
  market: MarketData,
  data: readonly Source[],
  asking: readonly string[],
  faults: readonly DatasetFault[],
): readonly string[] {
  const mode = market.mode === "sample" ? "SAMPLE DATA (synthetic, for trying the software only)" : "Live";
  const known = data.map(({ provider, asOf, pair }) => {
    const names = new Set(pair ? [pair.label, provider] : [provider]);
    return `${mode}: ${[...names].join(", ")}, to ${formatMonth(asOf)}`;
  });
  const lines = [
    ...known,
    ...(asking.length > 0 ? [`${mode}: asking for ${asking.map(spelt).join(", ")} …`] : []),
    ...faults.map(({ dataset, problem }) => `${spelt(dataset)} cannot be read: ${problem}`),
  ];
  return lines.length > 0 ? lines : [`${mode}: no market data at hand`];
}

/** For a question that is no command's: those that may have been meant (command lines), and what there is. */
export function nearestPage(topics: readonly Topic[], nearest: readonly string[]): Page {
  const specs = [...topicSpecs(topics), ...generalSpecs(topics)];
  const lines = nearest.map((line) => {
    const spec = specs.find((each) => each.usage === line) ?? specs.find((each) => each.name === line);
    return spec ? `\`${line}\`: ${spec.describe}` : `\`${line}\``;
  });
  return {
    title: "I do not know which figures would answer that",
    sections: [
      lines.length > 0
        ? { heading: "Nearest to it", lines }
        : {
            heading: "What there is",
            lines: topicSpecs(topics).map(({ name, describe }) => `\`${name}\`: ${describe}`),
          },
      { heading: "Also", lines: ["`help`: all commands, and how to narrow them down"] },
    ].filter((section) => section.lines.length > 0),
  };
}

/** What was run stands in front of what it says. */
export function ranPage(page: Page, question: Question): Page {
  return { ...page, sections: [{ heading: "", lines: [ranLine(question)] }, ...page.sections] };
}

export function helpPage(topics: readonly Topic[], market: Pick<MarketData, "pairs"> = {}): Page {
  const pairs = pairsAtHand(market);
  return {
    title: "Help",
    sections: [
      {
        heading: "Topics",
        lines: topicSpecs(topics).map(({ usage, describe }) => `\`${usage}\`\n${describe}`),
      },
      { heading: "Commands", lines: generalSpecs(topics).map(commandLine) },
      {
        heading: "After any command",
        lines: [
          "private: answer only me",
          "asof=YYYY-MM-DD: with what was known by the end of that day",
          ...(pairs.length > 0 ? [`pair=NAME: about another pair at hand: ${pairs.join(", ")}`] : []),
        ],
      },
    ],
  };
}

export function topicHelpPage(topic: Topic): Page {
  const args = Object.entries(topic.args).map(([name, { describe, choices, example, limits }]) => {
    const values = choices.length > 0 ? listed(choices) : `e.g. ${example}`;
    return `${name}=${values}: ${describe}${limits === undefined ? "" : `; ${limits}`}`;
  });
  const any = Object.values(topic.needs).some(({ required }) => required) ? " (if there)" : " (one of these)";
  const needs = Object.values(topic.needs).map(
    ({ dataset, required }) => `${spelt(dataset)}${required ? "" : any}`,
  );
  return {
    title: `Help: ${topic.name}`,
    sections: [
      { heading: topic.summary, lines: [`\`${usageOf(topic)}\``] },
      { heading: "Arguments", lines: args },
      { heading: "Data it needs", lines: needs },
      { heading: "Figures, each with its unit and what one of them is called", lines: figureLines(topic) },
      { heading: "What the {braces} in a figure's name stand for", lines: parameterLines(topic) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** "{window}: 1d | 5d | mtd"; where the data decide, one value: "{cycle}: e.g. 2001". */
function parameterLines({ figures, examples = {}, values = {} }: Topic): readonly string[] {
  const names = Object.keys(figures).flatMap((key) =>
    [...key.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
  );
  return [...new Set(names)].map((name) => {
    const known = values[name];
    return `{${name}}: ${known === undefined ? `e.g. ${examples[name]}` : listed(known)}`;
  });
}

/** "1d | 5d | mtd"; numbers one after another as "1 to 31". */
function listed(values: readonly string[]): string {
  const numbers = values.findIndex((value, at) => value !== `${at + 1}`);
  const run = numbers < 0 ? values.length : numbers;
  return run < 4 ? values.join(" | ") : [`1 to ${run}`, ...values.slice(run)].join(" | ");
}

export function briefHelpPage(topics: readonly Topic[]): Page {
  const shape = briefShape(topics);
  return {
    title: "Help: brief",
    sections: [
      { heading: shape.summary, lines: [`\`${usageOf(shape)}\``] },
      {
        heading: "Topics",
        lines: inBriefOrder(topics).map(({ name, summary }) => `${name}: ${summary}`),
      },
      {
        heading: "Good to know",
        lines: [
          "Each topic is asked without arguments; for others, ask it alone.",
          "The first topic leads: the headline is its finding.",
          "A topic that cannot be answered is left out, and the caveats say why and what to do about it.",
        ],
      },
    ],
  };
}

export function scheduleHelpPage(topics: readonly Topic[]): Page {
  return {
    title: "Help: schedule",
    sections: [
      {
        heading: "A briefing in a Slack or Teams channel, by itself",
        lines: [
          "`schedule add <HH:MM> tz=<zone> topics=<a,b>`: at that time there, on every trading day",
          "`schedule add close+30m topics=<a,b>`: 30 minutes after New York closes, on half-days too",
          "`schedule add alerts`: no hour, but when a trigger or condition of `risks` fires or clears; quiet=22:00-07:00 tz=<zone> holds them until the morning, on=warnings tells of warnings too",
          "`schedule list`: what this channel gets, and its next three runs",
          "`schedule pause <id>`, `schedule resume <id>`, `schedule remove <id>`",
          "`schedule changed <id>`: from now on only when something changes; `schedule always <id>`: every time again",
          "`schedule test <id>`: post it now, with the data as they are",
          "`schedule acknowledge`: says that the newest alert was seen, and by whom; also a button under it",
        ],
      },
      {
        heading: "Arguments",
        lines: [
          `topics=${topics.map((each) => each.name).join(",")}: one or more`,
          "tz=Europe/London: the zone whose clock is meant, by its place",
          "days=trading | weekdays | mon,thu: trading, if left out",
          "when=always | changed: changed posts only when a figure moved materially",
          "audience=internal | institutional: internal, if left out; retail is not served",
        ],
      },
      {
        heading: "Good to know",
        lines: [
          "Each briefing is about the last completed New York session, and each session is posted once: after a holiday there may be nothing new.",
          "A time that the clocks skip runs right after the gap; one that they repeat runs once, the first time.",
          "Data that are late are waited for up to two hours; then the briefing says what is missing.",
        ],
      },
    ],
  };
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  pp: "percentage points",
  "%": "percent",
  x: "multiple",
  count: "count",
  number: "number",
  months: "months",
  rank: "rank, 1 is the highest",
  ratio: "ratio",
  index: "index",
  p: "probability, 0 to 1",
  percentile: "percentile",
  "USD bn": "billions of dollars",
  bp: "basis points",
  level: "level of the indicator",
  verdict: "verdict: 1 holds, 2 fails, 3 depends on definition, 4 opinion",
  phase: "phase: 1 recovery, 2 expansion, 3 slowdown, 4 contraction",
};

/** "ratecut.{sample}.{horizon}.mean: First cut of a cycle, 12m: mean (percentage points)" */
function figureLines({ figures, examples = {} }: Topic): readonly string[] {
  const patterns = Object.keys(figures);
  const isParameter = (name: string) => patterns.some((pattern) => pattern.includes(`{${name}}`));
  return Object.entries(figures).map(([pattern, { label, unit, measuredIn }]) => {
    const own = Object.entries(examples).filter(
      ([name]) => pattern.includes(`{${name}}`) || !isParameter(name),
    );
    const params = Object.fromEntries(own);
    return `${pattern}: ${capital(label(params))} (${measuredIn?.(params) ?? UNIT_WORDS[unit]})`;
  });
}

/**
 * Where one number comes from. `typed`: how a command line is typed where the page is read; `again`: the line that
 * makes it again.
 * @throws BriefingError `bad_command` for a key the briefing does not hold.
 */
export function explainPage(
  briefing: Briefing,
  key: string,
  typed: (command: string) => string = (command) => command,
  again: string = recompute(briefing),
): Page {
  const keys = briefing.figures.map((figure) => figure.key);
  const figure = briefing.figures.find((each) => each.key.toLowerCase() === key.toLowerCase());
  if (!figure) {
    const near = nearKeys(key, keys);
    const meant = near.length === 1 ? `did you mean \`explain ${near[0]}\`? ` : "";
    const shown = near.length > 1 ? near : keys;
    throw new BriefingError(
      "bad_command",
      `"${quotable(key)}" is not a figure of ${briefing.command}`,
      `${meant}figures here: ${shown.slice(0, 6).join(", ")}, … (help ${briefing.topic} lists all)`,
    );
  }
  const siblings = briefing.figures
    .filter((each) => each.key !== figure.key && sameKind(each.key, figure.key))
    .slice(0, 12);
  return {
    title: `${briefing.dataMode === "sample" ? "SAMPLE DATA: " : ""}${capital(figure.label)}: ${withUnit(figure)}`,
    pair: briefing.pair,
    asOf: briefing.asOf,
    dataMode: briefing.dataMode,
    sections: [
      { heading: "Hypothetical", lines: assumptionLines(briefing) },
      { heading: figure.key, lines: valueLines(figure) },
      { heading: "Definition", lines: [figure.definition] },
      { heading: "Sources", lines: figure.sources.map(sourceDescription) },
      { heading: "Answers they were read from", lines: responseLines(figure.sources) },
      { heading: "Doubts about the data", lines: figure.sources.flatMap(({ doubts = [] }) => doubts) },
      {
        heading: "Other readings",
        lines: siblings.map((each) => `${capital(each.label)}: ${withUnit(each)} (${each.key})`),
      },
      { heading: "Caveats", lines: [...briefing.caveats] },
      { heading: "Recompute it", lines: [`\`${typed(again)}\``] },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function assumptionLines({ hypothetical, command }: Briefing): readonly string[] {
  if (!hypothetical) return [];
  return [
    `Computed under an assumption of yours: ${command.split(" ").slice(1).join(" ")}. It is no forecast.`,
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Units that stand in the heading of a table's column, and not beside the number. */
const UNIT_BESIDE: Partial<Readonly<Record<Unit, string>>> = { pp: " pp", months: " months" };

/** A rounded value in a line of its own. */
function withUnit(figure: Figure): string {
  const unit = figure.measuredIn === undefined ? (UNIT_BESIDE[figure.unit] ?? "") : ` ${figure.measuredIn}`;
  return isAbsent(figure.value) ? formatFigure(figure) : `${formatFigure(figure)}${unit}`;
}

/** Units that say nothing beside a number. */
const UNITLESS: ReadonlySet<Figure["unit"]> = new Set(["count", "rank", "ratio", "phase"]);

const unitOf = ({ unit, measuredIn }: Figure) =>
  measuredIn !== undefined ? ` ${measuredIn}` : UNITLESS.has(unit) ? "" : ` ${unit}`;

function valueLines(figure: Figure): readonly string[] {
  const counted = figure.unit === "verdict" ? "Figures it was tested by" : "Observations";
  const observations = figure.n === undefined ? [] : [`${counted}: ${figure.n}`];
  const value = isAbsent(figure.value)
    ? `No value (${figure.value.absent.replaceAll("_", " ")}): ${figure.value.note}`
    : figure.unit === "verdict"
      ? `Value: ${formatFigure(figure)}`
      : `Value: ${`${figure.value}`.replace("-", MINUS)}${unitOf(figure)}`;
  return [value, `As of ${formatDate(figure.asOf)}`, ...observations];
}

/** Keys that differ in one segment only: another sample, side, horizon or variant. */
function sameKind(a: string, b: string): boolean {
  const [left, right] = [a.split("."), b.split(".")];
  return (
    left.length === right.length && left.filter((segment, index) => segment !== right[index]).length === 1
  );
}

function recompute({ command, asOf }: Briefing): string {
  return command.includes("asof=") ? command : `${command} asof=${asOf}`;
}
