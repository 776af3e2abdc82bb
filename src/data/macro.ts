import { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import { forbidsStoring } from "../briefing/licences.ts";
import { MACRO_SERIES, type MacroObservation, type MacroSeries } from "../market/datasets.ts";
import type { Fetched, MacroSource, MarketData, Progress } from "../market/port.ts";
import { type Turn, turnsOf, wishOf } from "./macro-turns.ts";

interface Part {
  readonly taken: ReadonlySet<MacroSeries>;
  readonly rows: readonly MacroObservation[];
  readonly source: Source;
}

/** What is said of some of the series; null: of all. */
interface Said {
  readonly of: readonly MacroSeries[] | null;
  readonly text: string;
}

interface Failure extends Said {
  readonly error: BriefingError;
}

interface Gathered {
  readonly parts: Part[];
  readonly doubts: Said[];
  readonly missing: Set<MacroSeries>;
  readonly early: Map<MacroSeries, MacroSource>;
  readonly failures: Map<MacroSource, BriefingError>;
}

/** Asks one source for what is missing and for what is compared, if there is anything. */
async function take(turn: Turn, gathered: Gathered, progress?: Progress): Promise<void> {
  const { failures, missing, early } = gathered;
  const { source } = turn;
  const wanted = failures.has(source) ? [] : wishOf(turn, missing, early);
  if (wanted.length === 0) return;
  const asked = source.only?.(new Set(wanted)) ?? source;
  const got = await asked.fetch("macro", progress).catch(unavailable);
  if (!wanted.some((series) => missing.has(series))) compare(gathered, wanted, got);
  else if (got instanceof BriefingError) failures.set(source, got);
  else gather(gathered, turn, got);
}

/** Nothing is taken of it, so nothing stands in where it fails. */
function compare(
  { parts, doubts }: Gathered,
  of: readonly MacroSeries[],
  got: Fetched<"macro"> | BriefingError,
): void {
  const fault = got instanceof BriefingError ? got.message : got.source.fallback;
  if (fault !== undefined)
    doubts.push({ of, text: `compared with no second source of today: ${fault.slice(0, 200)}` });
  if (got instanceof BriefingError) return;
  doubts.push(
    ...disagreements(
      parts,
      Map.groupBy(got.data, ({ series }) => series),
      got.source,
    ),
  );
}

/** Takes what is missing, and compares the rest. */
function gather({ parts, doubts, missing, early }: Gathered, turn: Turn, got: Fetched<"macro">): void {
  const bySeries = Map.groupBy(got.data, ({ series }) => series);
  doubts.push(...disagreements(parts, bySeries, got.source));
  const taken = new Set([...bySeries.keys()].filter((series) => missing.has(series)));
  if (taken.size > 0)
    parts.push({ taken, rows: got.data.filter(({ series }) => taken.has(series)), source: got.source });
  for (const series of taken) {
    missing.delete(series);
    if (turn.dated) early.set(series, turn.source);
  }
}

/**
 * The macro dataset from several sources: each series whole from the first that has it, but before all others (save
 * the user's files) from one that tells when each value was published. What failed is said; where two have the same
 * series and disagree, it is a doubt.
 */
export function mergeMacro(sources: readonly MacroSource[]): Pick<MarketData, "fetch"> {
  async function macro(progress?: Progress): Promise<Fetched<"macro">> {
    const gathered: Gathered = {
      parts: [],
      doubts: [],
      missing: new Set(MACRO_SERIES),
      early: new Map(),
      failures: new Map(),
    };
    for (const turn of turnsOf(sources)) await take(turn, gathered, progress);
    const failures = [...gathered.failures].map(([{ series }, error]) => ({
      of: series && [...series],
      text: error.message.slice(0, 200),
      error,
    }));
    return assembled(gathered.parts, failures, gathered.doubts);
  }

  let last: { readonly of: readonly unknown[]; readonly made: Fetched<"macro"> } | null = null;
  /** The same answers of the sources make the same dataset, which is kept where every source's terms allow it. */
  function assembled(
    parts: readonly Part[],
    failures: readonly Failure[],
    doubts: readonly Said[],
  ): Fetched<"macro"> {
    const said = [...failures, ...doubts].map(({ text }) => text);
    const of = [...parts.map(({ source }) => source), ...said];
    if (last && last.of.length === of.length && of.every((each, at) => each === last?.of[at]))
      return last.made;
    const made = together(parts, failures, doubts);
    last = parts.some(({ source }) => forbidsStoring(source) !== null) ? null : { of, made };
    return made;
  }
  let running: Promise<Fetched<"macro">> | null = null;
  /** All who ask at the same time share one answer. */
  const fetch = (_dataset: "macro", progress?: Progress) => {
    running ??= macro(progress).finally(() => {
      running = null;
    });
    return running;
  };
  return { fetch: fetch as MarketData["fetch"] };
}

function unavailable(error: unknown): BriefingError {
  if (error instanceof BriefingError && error.code === "data_unavailable") return error;
  throw error;
}

function together(
  parts: readonly Part[],
  failures: readonly Failure[],
  doubts: readonly Said[],
): Fetched<"macro"> {
  const [only] = parts;
  if (!only) throw nothing(failures.map(({ error }) => error));
  const data = parts
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const sources = parts.map(({ source }) => source);
  const fallback = [
    ...failures.map(({ text }) => text),
    ...sources.flatMap(({ fallback }) => fallback ?? []),
  ].join("; ");
  const all = [...sources.flatMap((source) => source.doubts ?? []), ...doubts.map(({ text }) => text)];
  const newest = (name: "asOf" | "retrievedAt") =>
    sources
      .map((source) => source[name])
      .sort()
      .at(-1) ?? "";
  const distinct = (name: "provider" | "licence") =>
    [...new Set(sources.map((each) => each[name]))].join("; ");
  const source: Source = {
    provider: distinct("provider"),
    dataset: "economic series",
    asOf: newest("asOf"),
    retrievedAt: newest("retrievedAt"),
    licence: distinct("licence"),
    contentHash:
      parts.length === 1 ? only.source.contentHash : sources.map((each) => each.contentHash).join("+"),
    ...(fallback === "" ? {} : { fallback }),
    ...(all.length === 0 ? {} : { doubts: all }),
    responses: sources.flatMap(({ responses = [] }) => responses),
    responseCount: sources.reduce(
      (sum, each) => sum + (each.responseCount ?? each.responses?.length ?? 0),
      0,
    ),
    parts: Object.fromEntries(
      parts.flatMap(({ taken, source: own }) =>
        [...taken].map((series) => [series, saying(own.parts?.[series] ?? own, series, failures, doubts)]),
      ),
    ),
  };
  return { data, source };
}

/** Where one series came from, with what is said of it: who failed that has it, and who tells it otherwise. */
function saying(
  source: Source,
  series: MacroSeries,
  failures: readonly Said[],
  doubts: readonly Said[],
): Source {
  const about = (said: readonly Said[]) =>
    said.flatMap(({ of, text }) => (of === null || of.includes(series) ? [text] : []));
  const fallback = [...about(failures), ...(source.fallback ? [source.fallback] : [])].join("; ");
  const own = [...(source.doubts ?? []), ...about(doubts)];
  return {
    ...source,
    ...(fallback === "" ? {} : { fallback }),
    ...(own.length === 0 ? {} : { doubts: own }),
  };
}

function nothing(failures: readonly BriefingError[]): BriefingError {
  const [only, ...more] = failures;
  if (only && more.length === 0) return only;
  const reasons = failures.map(({ message }) => message.slice(0, 200)).join("; ") || "no source has it";
  const hint = "Check the network, or put macro.csv into a DATA_FOLDER.";
  return new BriefingError("data_unavailable", `macro: ${reasons}`, hint, { cause: only });
}

/** The newest so many of the days that both have. */
const COMPARED_DAYS = 250;
/** Rounding and late revisions stay within it. */
const TOLERANCE = { absolute: 0.03, relative: 0.005 };

/** Series that an earlier source serves, set beside this one's. */
function disagreements(
  parts: readonly Part[],
  bySeries: ReadonlyMap<MacroSeries, readonly MacroObservation[]>,
  other: Source,
): readonly Said[] {
  return [...bySeries].flatMap(([series, rows]) => {
    const part = parts.find(({ taken }) => taken.has(series));
    if (!part) return [];
    const own = new Map(
      part.rows.filter((row) => row.series === series).map(({ date, value }) => [date, value]),
    );
    const both = rows.filter(({ date }) => own.has(date)).slice(-COMPARED_DAYS);
    const apart = both.filter(({ date, value }) => {
      const allowed = Math.max(TOLERANCE.absolute, Math.abs(value) * TOLERANCE.relative);
      return Math.abs((own.get(date) ?? value) - value) > allowed + 1e-9;
    });
    const last = apart.at(-1);
    if (!last) return [];
    const values = `${own.get(last.date)} (${part.source.provider}) against ${last.value} (${other.provider})`;
    const text = `two sources disagree on ${series.replaceAll("_", " ")} on ${apart.length} of ${both.length} days: on ${last.date} ${values}`;
    return [{ of: [series], text }];
  });
}
