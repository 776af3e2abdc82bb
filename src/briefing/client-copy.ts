import type { Briefing, Firm, Table } from "./briefing.ts";
import { formatDate, formatFigure } from "./format.ts";
import { sourceLine } from "./frame.ts";
import { firstForbidden, forbidsExport } from "./licences.ts";
import { figuresByKey, type Grid, gridOf, mayTravel, PAST_PERFORMANCE, rowParts } from "./readings.ts";
import { roundingCaveat } from "./rounding.ts";

/** An answer in a form that can be passed on: a finding and everything that must stand under it. */
export interface ClientCopy {
  /** The finding in words; no return figure. */
  readonly title: string;
  /** What was measured, of which pair, as of when. */
  readonly measured: string;
  /** The figures of the first table in words, then the notes; "" where there are none. */
  readonly findings: string;
  /** Title, what was measured and findings as one paragraph. */
  readonly paragraph: string;
  /** Five discrete 12-month periods, beside past performance. */
  readonly periods: Grid | null;
  /** On past performance: belongs right beside the figures. */
  readonly warnings: readonly [string, ...string[]];
  /** Warnings first, then every other caveat. */
  readonly disclosures: readonly string[];
  readonly source: string;
  /** The firm's name and disclaimer; "" where there is neither. */
  readonly signature: string;
  /** Not to be passed on: what the sender has to check before. */
  readonly licences: readonly string[];
}

export interface ClientRefusal {
  readonly refused: string;
  readonly hint: string;
}

const WARNING = "Past performance is not a reliable indicator of future results.";
const NO_PERIODS = "Five discrete 12-month periods, which belong beside past performance, are not at hand.";

/** Whether a copy for clients wants the discrete periods of another briefing beside it. */
export function wantsPeriods(briefing: Briefing): boolean {
  return mayTravel(briefing) && showsPast(briefing) && discreteTable(briefing) === undefined;
}

/**
 * @param periods of the same pair and date, whose discrete periods stand beside past performance; null: none can be had
 * @returns the reason instead where the numbers are invented or assumed, or may not be passed on
 */
export function clientCopy(briefing: Briefing, periods: Briefing | null = null): ClientCopy | ClientRefusal {
  const refusal = refusalOf(briefing);
  if (refusal !== null) return refusal;
  const { firm } = briefing;
  const beside = besideOf(briefing, periods);
  const table = beside && discreteTable(beside);
  const sources = beside && beside !== briefing ? [...briefing.sources, ...beside.sources] : briefing.sources;
  const forbidden = firstForbidden(sources, forbidsExport);
  if (forbidden !== null)
    return {
      refused: `There is no copy for clients: ${forbidden}.`,
      hint: "Use data that may be passed on.",
    };
  const warnings = warningsOf(briefing);
  const caveats = otherCaveats(briefing, warnings);
  const parts = {
    title: oneLine(briefing.headline),
    measured: measuredOf(briefing),
    findings: findingsOf(briefing),
  };
  return {
    ...parts,
    paragraph: sentences([parts.title, parts.measured, parts.findings]),
    periods: beside && table ? gridOf(table, figuresByKey(beside)) : null,
    warnings,
    disclosures: [
      ...warnings,
      ...(showsPast(briefing) && !table ? [NO_PERIODS] : []),
      ...caveats,
      ...(beside && table
        ? roundingCaveat([table], beside.figures).filter((each) => !caveats.includes(each))
        : []),
    ],
    source: oneLine(sourceLine(sources)),
    signature: signatureOf(firm),
    licences: [...new Set(sources.map(({ provider, licence }) => oneLine(`${provider}: ${licence}`)))],
  };
}

/** All of it as lines to paste. */
export function clientLines(copy: ClientCopy): readonly string[] {
  const { paragraph, periods, disclosures, source, signature } = copy;
  return [
    paragraph,
    ...(periods ? [periodsLine(periods)] : []),
    ...disclosures,
    source,
    ...(signature === "" ? [] : [signature]),
  ];
}

/** For the sender alone. */
export function licenceReminder({ licences }: ClientCopy): string {
  return `Before you pass it on, check the licence of the data: ${licences.join("; ")}`;
}

/** "Discrete 12-month periods, total return. Nov 2024 to Nov 2025: Small +4.0% · …; …" */
function periodsLine(grid: Grid): string {
  return `${grid.title}. ${rowParts(grid)
    .map(([name, text]) => `${name}: ${text}`)
    .join("; ")}.`;
}

function refusalOf({ dataMode, hypothetical }: Briefing): ClientRefusal | null {
  if (dataMode === "sample")
    return {
      refused: "Sample data are invented, so there is no copy for clients.",
      hint: "Ask again with live data.",
    };
  if (!hypothetical) return null;
  return {
    refused: "A hypothetical answer rests on an assumption of yours, so there is no copy for clients.",
    hint: "Ask again without the assumption.",
  };
}

const showsPast = ({ caveats }: Briefing) => caveats.some((caveat) => PAST_PERFORMANCE.test(caveat));

function discreteTable({ tables }: Briefing): Table | undefined {
  const isDiscrete = (key: string) => /^[\w-]+(?:\.[\w-]+)*\.discrete12m\./.test(key);
  return tables.find(({ rows }) => rows.length > 0 && rows.every(({ cells }) => cells.every(isDiscrete)));
}

/** The briefing whose discrete periods count: its own, else those of the same pair. */
function besideOf(briefing: Briefing, periods: Briefing | null): Briefing | null {
  if (discreteTable(briefing)) return briefing;
  if (!showsPast(briefing) || periods === null) return null;
  return periods.pair === briefing.pair && periods.asOf === briefing.asOf ? periods : null;
}

function measuredOf({ subtitle, asOf }: Briefing): string {
  const date = formatDate(asOf);
  return oneLine(subtitle.includes(date) ? subtitle : `${subtitle} · as of ${date}`);
}

/** All rows of the first table: a favourable figure never travels without its counter-figure. */
/** "`thesis claim=14`": a client has nowhere to type it. */
const COMMAND = /`[a-z]+ [^`]+`/;

function findingsOf(briefing: Briefing): string {
  const table = briefing.tables.find((each) => each !== discreteTable(briefing));
  const notes = briefing.notes.filter((note) => !COMMAND.test(note)).map((note) => note.replaceAll("`", ""));
  return sentences([...(table ? [rowsInWords(table, briefing)] : []), ...notes]);
}

/** "Price return: 1 day: Small −0.9%, Large −0.3%; …" */
function rowsInWords({ title, columns, rows }: Table, { figures }: Briefing): string {
  const texts = new Map(figures.map((figure) => [figure.key, formatFigure(figure)]));
  const each = rows.map(({ label, cells }) => {
    const read = cells.map((key, i) => `${columns[i + 1] ?? ""} ${texts.get(key) ?? ""}`.trim());
    return `${label}: ${read.join(", ")}`;
  });
  return `${title}. ${each.join("; ")}`;
}

function warningsOf({ caveats }: Briefing): ClientCopy["warnings"] {
  const [first = WARNING, ...others] = caveats.filter((caveat) => PAST_PERFORMANCE.test(caveat)).map(oneLine);
  return [first, ...others];
}

/** The disclaimer stands in the signature; the two sides are said once. */
function otherCaveats(
  { caveats, pair, pairDetail: { small, large }, firm }: Briefing,
  warnings: readonly string[],
): readonly string[] {
  const own = caveats
    .map(oneLine)
    .filter((each) => each !== oneLine(firm.disclaimer) && !warnings.includes(each));
  const said = own.some((each) => each.includes(oneLine(small)) && each.includes(oneLine(large)));
  return [...own, ...(said || !pair.includes(" / ") ? [] : [oneLine(`Small: ${small}. Large: ${large}.`)])];
}

function signatureOf({ name, disclaimer }: Firm): string {
  return oneLine([name, disclaimer].filter((part) => part.trim() !== "").join(": "));
}

function sentences(parts: readonly string[]): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== "")
    .map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
    .join(" ");
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\s)\p{Cc}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
