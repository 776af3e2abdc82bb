import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer, Briefing, ExportFormat } from "../../briefing/briefing.ts";
import type { ChartDrawer, ChartImage } from "../../briefing/chart.ts";
import { briefingCsv } from "../../briefing/csv.ts";
import { BriefingError, type ErrorCode } from "../../briefing/errors.ts";
import { frameOf } from "../../briefing/frame.ts";
import { LOCAL_WORKSPACE, NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { type Question, ranLine, refusedQuestion } from "../../briefing/question.ts";
import { makeFolder } from "../../folders.ts";
import type { Assistant } from "../surface.ts";
import { PROGRESS_AFTER_MS } from "./limits.ts";
import { printable, renderPageText, renderText } from "./render.ts";

/** What `ask` was called with. */
export interface AskRequest {
  readonly line: string;
  /** A canonical data folder to read, and nothing else. */
  readonly data: string | null;
  readonly asOf: string | null;
  readonly json: boolean;
  /** Where to write one PNG a chart. */
  readonly png: string | null;
  /** Where an export is written. */
  readonly out: string;
  /** A summary as well, where a model is configured; false: `--no-llm`. */
  readonly narrate: boolean;
}

const NARRATE = { workspace: LOCAL_WORKSPACE, withinMs: NARRATE_WITHIN_MS.asked };

export interface TerminalDeps {
  readonly assistant: (request: AskRequest) => Promise<Assistant>;
  readonly drawer: () => ChartDrawer;
  /** The bytes of a workbook. */
  readonly workbook: (briefing: Briefing, charts: readonly ChartImage[]) => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Keeps a record of a question that was refused; never rejects. */
  readonly refused?: (question: Question) => Promise<void>;
}

const USAGE =
  'usage: npm run --silent ask -- "<command line>" [--data DIR] [--as-of YYYY-MM-DD] [--json] [--png DIR] [--out DIR] [--no-llm]';

/** The shell command that asks `line` of the data folder `data` again; null: of the configured data. */
export function askAgain(line: string, data: string | null): string {
  const words = ["npm", "run", "--silent", "ask", "--", ...line.split(" ")];
  return [...words, ...(data === null ? [] : ["--data", data])].map(shellWord).join(" ");
}

/** As a POSIX shell reads it back. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Outcome of each kind of error, by the command line's contract; 1 is a bug. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  bad_command: 2,
  bad_input: 2,
  bad_config: 2,
  refused: 2,
  data_unavailable: 3,
};

/**
 * Runs one question and returns the exit code. Answers go to `out`, everything else to `err`. The answer is
 * printed before its charts are drawn: a chart that fails costs the exit code, never the text.
 */
export async function runAsk(argv: readonly string[], deps: TerminalDeps): Promise<number> {
  const progress = delayedProgress(deps.err);
  try {
    const request = readRequest(argv);
    if (request === "help") {
      deps.out(`${USAGE}\nA bare command shows what works now; "help" lists the commands.\n`);
      return 0;
    }
    const assistant = await deps.assistant(request);
    const answer = await assistant.answer(request.line, {
      progress: progress.say,
      files: true,
      ...(request.asOf === null ? {} : { asOf: request.asOf }),
      ...(request.narrate ? { narrate: NARRATE } : {}),
    });
    if (answer.kind === "briefing" && answer.exportAs !== undefined) {
      await writeExport(answer.briefing, answer.exportAs, request.out, progress.say, deps);
      return 0;
    }
    deps.out(request.json ? `${JSON.stringify(documentOf(answer), null, 2)}\n` : renderAnswer(answer));
    if (request.png !== null) await writeCharts(answer, request.png, progress.say, deps);
    return 0;
  } catch (error) {
    const code = reportFailure(error, deps.err);
    const question = refusedQuestion(error);
    if (question) await deps.refused?.(question);
    return code;
  } finally {
    progress.stop();
  }
}

/** Prints what went wrong; a bug keeps its stack to the terminal of the one who runs it. */
export function reportFailure(error: unknown, err: (text: string) => void): number {
  if (error instanceof BriefingError) {
    err(printable(`${error.message}\n${inQuotes(error.hint)}\n`));
    return EXIT_CODES[error.code];
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(printable(`This is a bug in smallcaps; please report it.\n${detail}\n`));
  return 1;
}

/** Commands stand in `backticks`, for surfaces that make links of them. */
function inQuotes(text: string): string {
  return text.replace(/`([^`\n]+)`/g, '"$1"');
}

function readRequest(argv: readonly string[]): AskRequest | "help" {
  try {
    const { values, positionals } = parseArgs({
      args: withMinusHidden(argv),
      allowPositionals: true,
      options: {
        data: { type: "string" },
        "as-of": { type: "string" },
        json: { type: "boolean", default: false },
        png: { type: "string" },
        out: { type: "string" },
        "no-llm": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    return {
      line: positionals.join(" "),
      data: values.data ?? null,
      asOf: values["as-of"] ?? null,
      json: values.json,
      png: values.png ?? null,
      out: values.out ?? ".",
      narrate: !values["no-llm"],
    };
  } catch (cause) {
    throw new BriefingError("bad_command", optionFault(cause), USAGE, { cause });
  }
}

/** Node's "Option '--data <value>' argument missing" in plainer words; its advice for programmers is left out. */
function optionFault(cause: unknown): string {
  const [first = ""] = cause instanceof Error ? cause.message.split(". ") : [String(cause)];
  return first
    .replace(/^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument missing$/, "$1 needs a value")
    .replace(/^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument is ambiguous.*$/s, "$1 needs a value")
    .replace(/^Option '(?:-\w, )?(--[\w-]+)' does not take an argument$/, "$1 takes no value")
    .replace(/^Unknown option '(.{0,60}).*'$/s, 'there is no option "$1"');
}

/** `eps= -10%` and `--as-of -1` would read as options; a space before the minus keeps them words. */
function withMinusHidden(argv: readonly string[]): string[] {
  return argv.map((word) => (/^-\d/.test(word) ? ` ${word}` : word));
}

function documentOf(answer: Answer): object {
  return answer.kind === "briefing" ? answer.briefing : answer.page;
}

function renderAnswer(answer: Answer): string {
  if (answer.kind === "page") return renderPageText(answer.page);
  const ran = answer.question ? `${printable(ranLine(answer.question))}\n\n` : "";
  return `${ran}${renderText(answer.briefing, [])}`;
}

async function writeCharts(
  answer: Answer,
  dir: string,
  say: (message: string) => void,
  deps: TerminalDeps,
): Promise<void> {
  if (answer.kind === "page" || answer.briefing.charts.length === 0) {
    deps.err("This answer has no chart.\n");
    return;
  }
  const { briefing } = answer;
  await writing("--png", dir, () => makeFolder(dir));
  await drawEach(briefing, say, deps, async ({ id, png }) => {
    const file = join(dir, `${id}.png`);
    await writing("--png", dir, () => writeWhole(file, png));
    deps.err(printable(`chart: ${file}\n`));
  });
}

/** Each file is named on the standard output once it is whole. */
async function writeExport(
  briefing: Briefing,
  format: ExportFormat,
  dir: string,
  say: (message: string) => void,
  deps: TerminalDeps,
): Promise<void> {
  await writing("--out", dir, () => makeFolder(dir));
  const write = async (name: string, bytes: Uint8Array) => {
    const file = join(dir, name);
    await writing("--out", dir, () => writeWhole(file, bytes));
    deps.out(printable(`${file}\n`));
  };
  const name = `${briefing.topic}-${briefing.asOf}`;
  if (format === "csv") return write(`${name}.csv`, Buffer.from(briefingCsv(briefing)));
  if (format === "png" && briefing.charts.length === 0) {
    throw new BriefingError(
      "data_unavailable",
      `${briefing.topic} has no chart to export`,
      "ask for format=csv",
    );
  }
  const charts: ChartImage[] = [];
  await drawEach(briefing, say, deps, async (chart) => {
    charts.push(chart);
  });
  if (format === "xlsx") return write(`${name}.xlsx`, await deps.workbook(briefing, charts));
  for (const { id, png } of charts) await write(`${id}-${briefing.asOf}.png`, png);
}

/** One after the other. */
async function drawEach(
  briefing: Briefing,
  say: (message: string) => void,
  deps: TerminalDeps,
  use: (image: ChartImage) => Promise<void>,
): Promise<void> {
  if (briefing.charts.length === 0) return;
  const drawer = deps.drawer();
  try {
    for (const spec of briefing.charts) {
      say(`drawing ${spec.id}`);
      const image = await drawer.draw({ spec, frame: frameOf(briefing, spec) }, "slide");
      await use({ ...image, id: spec.id });
    }
  } finally {
    await drawer.close();
  }
}

async function writing(option: "--png" | "--out", dir: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(",")[0] ?? "") : String(cause);
    throw new BriefingError(
      "bad_input",
      `${option} "${dir}": ${option === "--png" ? "the charts" : "the files"} cannot be written there (${reason})`,
      "name a folder that you may write to",
      { cause },
    );
  }
}

/** Under its name only once complete. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause;
  }
}

/** Says what takes long, once it does; and that something does, where nobody says what. */
function delayedProgress(err: (text: string) => void) {
  let latest = "still working";
  let isLate = false;
  const show = () => err(printable(`… ${latest}\n`));
  const timer = setTimeout(() => {
    isLate = true;
    show();
  }, PROGRESS_AFTER_MS).unref();
  return {
    say: (message: string) => {
      latest = message;
      if (isLate) show();
    },
    stop: () => clearTimeout(timer),
  };
}
